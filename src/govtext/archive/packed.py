"""Members of .zip and of .tar in all its packings, read in place: nothing is ever unpacked to disk.

「crawl.zip」 → 「crawl.zip!新闻/1.html」 …; names in GBK, encrypted members, bombs and torn ends are all met here.
"""

from __future__ import annotations

import tarfile
import zipfile
from typing import TYPE_CHECKING, ClassVar, Self

from govtext.archive.entry import Member, Page, broken, too_large
from govtext.archive.names import climbs, hidden, kind, member_name
from govtext.archive.streams import RATIO, Forward, open_raw, open_stream
from govtext.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from govtext.archive.config import Limits

_UTF8, _ENCRYPTED = 0x800, 0x1
_SMALL = 1 << 20  # a member below this may pack as well as it likes


def zip_members(address: str, limits: Limits) -> Iterator[Member]:
    """The pages of a zip, in the order of its directory."""
    with open_raw(address) as raw, zipfile.ZipFile(raw) as archive:
        for info in archive.infolist():
            name = info.filename if info.flag_bits & _UTF8 else member_name(_raw_name(info))
            if not info.is_dir():
                yield from _member(address, name, _zip_reader(archive, info, f"{address}!{name}", limits))


def _raw_name(info: zipfile.ZipInfo) -> bytes:
    try:
        return info.orig_filename.encode("cp437")
    except UnicodeEncodeError:
        return info.orig_filename.encode("utf-8", "surrogatepass")


def _zip_reader(archive: zipfile.ZipFile, info: zipfile.ZipInfo, uri: str, limits: Limits) -> Callable[[], Page]:
    def read() -> Page:
        if info.flag_bits & _ENCRYPTED:
            raise SourceError("encrypted", "the member is encrypted: unpack it with its password first", "成员已加密，请先用密码解压")
        if info.file_size > _SMALL and info.file_size > RATIO * max(1, info.compress_size):
            raise SourceError(
                "bomb",
                f"the member unpacks to {info.file_size} bytes: a decompression bomb",
                f"成员解压后为 {info.file_size} 字节，疑似压缩炸弹",
            )
        if info.file_size > limits.page_bytes:
            raise too_large(info.file_size, limits.page_bytes)
        with archive.open(info) as stream:
            content = stream.read(limits.page_bytes + 1)  # the directory may lie about the size
        if len(content) > limits.page_bytes:
            raise too_large(len(content), limits.page_bytes)
        return Page(uri, content)

    return read


class _Header(tarfile.TarInfo):
    """A header that remembers how the archive ended: tarfile takes a torn header for the end."""

    ends: ClassVar[type[tarfile.TarError]] = tarfile.EOFHeaderError  # type: ignore[attr-defined]

    @classmethod
    def fromtarfile(cls, tarfile: tarfile.TarFile) -> Self:
        try:
            return super().fromtarfile(tarfile)
        except cls.ends:
            tarfile.ended = True  # type: ignore[attr-defined]
            raise


def tar_members(address: str, limits: Limits) -> Iterator[Member]:
    """The pages of a tar, streamed: each is read before the walk goes on. Links and devices are no pages."""
    with open_stream(address) as stream:
        options = {"fileobj": Forward(stream), "mode": "r|", "tarinfo": _Header, "encoding": "utf-8", "errors": "surrogateescape"}
        with tarfile.open(**options) as archive:  # type: ignore[call-overload]
            for info in archive:
                archive.members = []  # it keeps every header it has seen
                name = member_name(info.name.encode("utf-8", "surrogateescape"))
                if info.isfile():
                    yield from _member(address, name, _tar_reader(archive, info, f"{address}!{name}", limits))
            if not getattr(archive, "ended", False):
                raise SourceError("truncated", "the archive has no end mark: it is truncated or damaged", "归档没有结束标记，已截断或损坏")
        while stream.read(1 << 16):  # the checksum of the packing stands behind the end mark
            pass


def _tar_reader(archive: tarfile.TarFile, info: tarfile.TarInfo, uri: str, limits: Limits) -> Callable[[], Page]:
    def read() -> Page:
        if info.size > limits.page_bytes:
            raise too_large(info.size, limits.page_bytes)
        stream = archive.extractfile(info)
        return Page(uri, stream.read() if stream else b"")

    return read


def _member(address: str, name: str, read: Callable[[], Page]) -> Iterator[Member]:
    uri = f"{address}!{name}"
    held = kind(name)
    if climbs(name):
        yield broken(uri, SourceError("climbing_name", "the member's name leads out of its archive", "成员名称指向归档之外"))
    elif hidden(name):
        return
    elif held == "page":
        yield Member(uri, read)
    elif held:
        yield broken(
            uri, SourceError("nested", "an archive inside an archive is not opened: unpack it first", "归档中的归档不会展开，请先解压")
        )
