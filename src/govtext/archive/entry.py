"""What comes out of a source, one at a time: a page to convert, or the reason why there is none.

A member of an archive is named first and read later, so that passing over a thousand of them costs nothing:
「a.zip!新闻/1.html」 is a ``Member``; reading it gives a ``Page``, or a ``Problem`` when it is encrypted, torn or a bomb.
"""

from __future__ import annotations

import tarfile
import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from govtext.errors import GovtextError, MissingExtra, SourceError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it came: bytes of HTML or of a plain-text dump, or text already decoded."""

    uri: str  # where it came from: news/1.html, a.zip!news/1.html, dump.jsonl#12
    content: bytes | str
    url: str | None = None
    published: date | None = None  # of the row it stood in; used when the page does not say its own
    charset: str | None = None  # of the HTTP header, for bytes


@dataclass(frozen=True, slots=True)
class Problem:
    """Why something has no document: a line of the ledger."""

    uri: str
    stage: str  # read, convert, write
    code: str
    message: str
    chinese: str
    sha256: str | None = None
    attempt: int = 1


@dataclass(frozen=True, slots=True)
class Member:
    """A page's place in a source. ``read`` works until the walk moves on, and may raise whatever a hostile file makes it raise."""

    uri: str
    read: Callable[[], Page]


Entry: TypeAlias = Page | Problem


def entry(member: Member) -> Entry:
    """Read a member; what goes wrong is a value."""
    try:
        return member.read()
    except MissingExtra:
        raise
    except Exception as error:  # noqa: BLE001 - archives are hostile: whatever their readers raise is a line of the ledger
        return problem(member.uri, error)


def steady(uri: str, walk: Iterator[Member]) -> Iterator[Member]:
    """The members of a walk; where the source breaks, a last one that says so."""
    try:
        yield from walk
    except MissingExtra:
        raise
    except Exception as error:  # noqa: BLE001 - as above
        yield broken(uri, error)


def broken(uri: str, error: Exception) -> Member:
    """A member that cannot be read, for this reason."""

    def read() -> Page:
        raise error

    return Member(uri, read)


def problem(uri: str, error: Exception, stage: str = "read") -> Problem:
    """An exception as the ledger says it, in both languages."""
    code, message, chinese = _words(error)
    return Problem(uri, stage, code, message, chinese)


def _words(error: Exception) -> tuple[str, str, str]:  # noqa: PLR0911 - a table with types for keys
    said = " ".join(str(error).split()) or type(error).__name__
    match error:
        case GovtextError():
            return error.code, error.message, error.chinese
        case FileNotFoundError():
            return "missing", "the file is no longer there", "文件已不存在"
        case PermissionError():
            return "forbidden", "the file may not be read", "没有读取文件的权限"
        case EOFError():
            return "truncated", "the file ends too early: it is truncated", "文件不完整，提前结束"
        case tarfile.ReadError() if "unexpected end" in said:
            return "truncated", "the archive ends too early: it is truncated", "归档不完整，提前结束"
        case zipfile.BadZipFile() | tarfile.TarError() | zlib.error():
            return "broken_archive", f"the archive is damaged: {said}", f"归档已损坏：{said}"
        case UnicodeError():
            return "bad_encoding", f"the text cannot be decoded: {said}", f"文本无法解码：{said}"
        case MemoryError():
            return "out_of_memory", "reading it takes more memory than a page may use", "读取所需内存超过单页上限"
        case _:
            return "unreadable", f"it cannot be read: {type(error).__name__}: {said}", f"无法读取：{type(error).__name__}：{said}"


def too_large(size: int, limit: int) -> SourceError:
    """The refusal of a page above the limit."""
    return SourceError(
        "too_large", f"the page has {size} bytes, more than the {limit} allowed", f"页面有 {size} 字节，超过上限 {limit} 字节"
    )
