"""Pages of a WARC: responses with status 200 and a text body, resources, and the plain text of a conversion record.

「crawl.warc.gz」 → 「crawl.warc.gz!urn:uuid:…」 with the address it was fetched from.
"""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Any

from govtext.archive.entry import Member, Page, too_large
from govtext.archive.extras import load
from govtext.archive.streams import Forward, open_stream
from govtext.errors import SourceError
from govtext.rules import pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from govtext.archive.config import Limits

_TEXT = ("text/html", "application/xhtml", "text/plain", "text/xml", "application/xml")


def warc_members(address: str, limits: Limits) -> Iterator[Member]:
    """The pages of a WARC, streamed. warcio takes a torn file for a finished one, so its end is looked at here."""
    reader = load("warcio.archiveiterator", "warc", "a WARC file")
    with open_stream(address) as stream:
        counted = Forward(stream)
        records = reader.ArchiveIterator(counted, arc2warc=False)
        number, end = 0, 0
        for record in records:
            number += 1
            if record.rec_headers.get_header("Content-Length") is None:
                raise EOFError
            name = (record.rec_headers.get_header("WARC-Record-ID") or "").strip("<>") or f"#{number}"
            uri = f"{address}!{name}"
            if _is_page(record):
                yield Member(uri, _reader(record, uri, limits))
            records.read_to_end(record)
            _whole(record)
            end = sum(records.member_info)
        if counted.count - end > len(b"\r\n\r\n") or not number:
            raise SourceError("truncated", "the file ends inside a record: it is truncated", "文件在记录中间结束，已截断")


def _is_page(record: Any) -> bool:  # noqa: ANN401 - warcio ships no types
    if record.rec_type == "response":
        return (
            record.http_headers is not None
            and record.http_headers.get_statuscode() == "200"
            and (record.http_headers.get_header("Content-Type") or "text/html").lower().startswith(_TEXT)
        )
    return record.rec_type in {"resource", "conversion"} and (record.rec_headers.get_header("Content-Type") or "").lower().startswith(_TEXT)


def _reader(record: Any, uri: str, limits: Limits) -> Callable[[], Page]:  # noqa: ANN401 - warcio ships no types
    def read() -> Page:
        size = int(record.rec_headers.get_header("Content-Length") or 0)
        if size > limits.page_bytes:
            raise too_large(size, limits.page_bytes)
        packing = (record.http_headers.get_header("Content-Encoding") or "").lower() if record.http_headers else ""
        if packing not in {"", "identity", "gzip", "x-gzip", "deflate"}:
            raise SourceError("packing", f"the body is packed with {packing!r}, which is not read", f"不支持的内容编码 {packing!r}")
        content = _read_up_to(record.content_stream(), limits.page_bytes)
        _whole(record)
        return Page(uri, content, url=record.rec_headers.get_header("WARC-Target-URI"), charset=_charset(record))

    return read


def _charset(record: Any) -> str | None:  # noqa: ANN401 - warcio ships no types
    """What the server said; of a record without HTTP headers what the record says."""
    said = (record.http_headers or record.rec_headers).get_header("Content-Type") or ""
    found = pattern(r"(?i: charset \s* = \s* [\"']? (?P<charset>[\w.:-]{2,30}) )").search(said)
    return found["charset"] if found else None


def _read_up_to(stream: IO[bytes], limit: int) -> bytes:
    blocks, size = [], 0
    while block := stream.read(1 << 16):
        blocks.append(block)
        size += len(block)
        if size > limit:
            raise too_large(size, limit)
    return b"".join(blocks)


def _whole(record: Any) -> None:  # noqa: ANN401 - warcio ships no types
    if getattr(record.raw_stream, "limit", 0) > 0 and not record.raw_stream.read(1):
        raise EOFError
