"""Bytes of a file or a remote address, decompressed on the way, with a guard against bombs.

「s3://bucket/crawl.jsonl.zst」 is read like 「crawl.jsonl」. Ten kilobytes that unpack to ten gigabytes are refused, not read.
"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast

from govtext.archive.extras import load
from govtext.archive.names import compression
from govtext.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from typing_extensions import Buffer

FREE = 256 << 20  # unpacked bytes before the ratio is looked at: a small archive of one template may pack very well
RATIO = 500  # deflate cannot pass 1,032; pages of one site pack 20 to 100 times


def remote(address: str) -> bool:
    """Whether fsspec reads it.

    >>> remote("s3://crawl/a.zip"), remote("C:/crawl/a.zip")
    (True, False)
    """
    return "://" in address


def open_raw(address: str) -> IO[bytes]:
    """The bytes as they are stored."""
    if not remote(address):
        return Path(address).open("rb")
    fsspec = load("fsspec", "remote", "a remote address")
    return cast("IO[bytes]", fsspec.open(address, "rb").open())


@contextmanager
def open_stream(address: str) -> Iterator[IO[bytes]]:
    """The bytes unpacked, as a stream that is read forward."""
    with open_raw(address) as raw:
        packed = compression(address)
        unpacked = _unpack(raw, packed)
        yield io.BufferedReader(_Guard(raw, unpacked, address), 1 << 16) if packed else raw


def _unpack(raw: IO[bytes], packed: str) -> IO[bytes]:
    match packed:
        case ".gz":
            return cast("IO[bytes]", gzip.GzipFile(fileobj=raw, mode="rb"))
        case ".bz2":
            return cast("IO[bytes]", bz2.BZ2File(raw))
        case ".xz":
            return cast("IO[bytes]", lzma.LZMAFile(raw))
        case ".zst":
            return _zstandard(raw)
        case _:
            return raw


def _zstandard(raw: IO[bytes]) -> IO[bytes]:
    zstandard = load("zstandard", "zstd", "a .zst file")
    return cast("IO[bytes]", _Frames(zstandard, raw))


class _Frames(io.RawIOBase):
    """Zstandard frames, one after another; unlike the package's own reader it says when the last one is torn."""

    def __init__(self, zstandard: object, raw: IO[bytes]) -> None:
        self._new = zstandard.ZstdDecompressor(max_window_size=1 << 27).decompressobj  # type: ignore[attr-defined]
        self._raw, self._frame, self._held, self._rest = raw, self._new(), b"", b""
        self._inside = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Buffer) -> int:
        view = memoryview(buffer).cast("B")
        while not self._held:
            block = self._rest or self._raw.read(1 << 14)
            if not block:
                if self._inside:
                    raise EOFError("the last frame is torn")
                return 0
            self._held, self._rest, self._inside = self._frame.decompress(block), b"", True
            if self._frame.eof:
                self._rest, self._frame, self._inside = self._frame.unused_data, self._new(), False
        size = min(len(view), len(self._held))
        view[:size], self._held = self._held[:size], self._held[size:]
        return size


class _Guard(io.RawIOBase):
    """Counts what goes in and what comes out."""

    def __init__(self, raw: IO[bytes], unpacked: IO[bytes], address: str) -> None:
        self._raw, self._unpacked, self._address, self._out = raw, unpacked, address, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Buffer) -> int:
        block = self._unpacked.read(memoryview(buffer).nbytes)
        memoryview(buffer).cast("B")[: len(block)] = block
        self._out += len(block)
        if self._out > FREE and self._out > RATIO * max(1, self._raw.tell()):
            raise SourceError(
                "bomb",
                f"the file unpacks to more than {RATIO} times its size: a decompression bomb",
                f"文件解压后超过原大小的 {RATIO} 倍，疑似压缩炸弹",
            )
        return len(block)
