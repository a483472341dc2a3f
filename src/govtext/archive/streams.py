"""Bytes of a file or a remote address, decompressed on the way, with a guard against bombs.

「s3://bucket/crawl.jsonl.zst」 is read like 「crawl.jsonl」. Ten kilobytes that unpack to ten gigabytes are refused, not read.
"""

from __future__ import annotations

import bz2
import io
import lzma
import zlib
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING, Protocol, cast

from govtext.archive.extras import load
from govtext.archive.names import compression
from govtext.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from typing_extensions import Buffer

FREE = 256 << 20  # unpacked bytes before the ratio is looked at: a small archive of one template may pack very well
BLOCK = 1 << 10  # packed bytes at a time: of zstandard even these may be 32 MB
WINDOW = 1 << 27  # bytes that a decompressor may look back on
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
        yield io.BufferedReader(_Unpacked(raw, _decompressor(packed)), 1 << 16) if packed else raw


class _Decompressor(Protocol):
    """What zlib, bz2, lzma and zstandard have in common."""

    @property
    def eof(self) -> bool: ...

    @property
    def unused_data(self) -> bytes: ...

    def decompress(self, data: bytes, /) -> bytes: ...


class Forward:
    """A stream that gives what it has: a torn one breaks off only when all before the tear was given. Counts its bytes."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._read: Callable[[int], bytes] = getattr(stream, "read1", stream.read)
        self.count = 0

    def read(self, size: int = -1) -> bytes:
        """Up to ``size`` bytes, empty at the end."""
        block = self._read(size)
        self.count += len(block)
        return block

    def tell(self) -> int:
        """The bytes read so far."""
        return self.count


def _decompressor(packed: str) -> Callable[[], _Decompressor]:
    match packed:
        case ".gz":
            return lambda: zlib.decompressobj(wbits=31)
        case ".bz2":
            return bz2.BZ2Decompressor
        case ".xz":
            return lambda: lzma.LZMADecompressor(memlimit=WINDOW)
        case _:
            zstandard = load("zstandard", "zstd", "a .zst file")
            return cast("Callable[[], _Decompressor]", zstandard.ZstdDecompressor(max_window_size=WINDOW).decompressobj)


class _Unpacked(io.RawIOBase):
    """Members of a packed file, one after another; all that a torn one still holds comes out before it is said to be torn."""

    def __init__(self, raw: IO[bytes], new: Callable[[], _Decompressor]) -> None:
        self._raw, self._new, self._member = raw, new, new()
        self._held, self._rest = b"", b""  # unpacked and not yet given; packed and not yet unpacked
        self._inside = False
        self._in = self._out = 0
        self._wrong: zlib.error | None = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Buffer) -> int:
        view = memoryview(buffer).cast("B")
        while not self._held and self._fill():
            pass
        size = min(len(view), len(self._held))
        view[:size], self._held = self._held[:size], self._held[size:]
        return size

    def _fill(self) -> bool:
        if self._wrong:
            raise self._wrong
        block = self._rest or self._raw.read(BLOCK)
        while block and not self._inside and not block.strip(b"\0"):  # padding behind a member
            block = self._raw.read(BLOCK)
        if not block:
            if self._inside:
                raise EOFError("the last member is torn")
            return False
        self._in += len(block)
        self._held, self._rest, self._inside = self._decompress(block), b"", True
        if self._member.eof:
            self._rest, self._member, self._inside = self._member.unused_data, self._new(), False
            self._in -= len(self._rest)
        self._out += len(self._held)
        if self._out > FREE and self._out > RATIO * self._in:
            raise SourceError(
                "bomb",
                f"the file unpacks to more than {RATIO} times its size: a decompression bomb",
                f"文件解压后超过原大小的 {RATIO} 倍，疑似压缩炸弹",
            )
        return True

    def _decompress(self, block: bytes) -> bytes:
        """A block unpacked. zlib gives nothing of a block with an error in it, so such a one is unpacked again up to its error."""
        copy: Callable[[], _Decompressor] | None = getattr(self._member, "copy", None)
        before = copy() if copy else None
        try:
            return self._member.decompress(block)
        except zlib.error as error:
            if before is None:
                raise
            self._wrong = error
        held = bytearray()
        with suppress(zlib.error):
            for place in range(len(block)):
                held += before.decompress(block[place : place + 1])
        return bytes(held)
