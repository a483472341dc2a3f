"""Rows of CSV and TSV dumps as members, below a header, in UTF-8 or GB 18030.

「dump.csv」 → 「dump.csv#1」, 「dump.csv#2」 …
"""

from __future__ import annotations

import csv
import io
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any

from govtext.archive.columns import check, page
from govtext.archive.entry import Member, Page, broken
from govtext.archive.streams import open_stream
from govtext.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from govtext.archive.config import Columns, Limits

_SAMPLE = 1 << 20


def csv_rows(address: str, columns: Columns, limits: Limits) -> Iterator[Member]:
    """A page a row, below a header; commas or tabs; UTF-8 or GB 18030."""
    with open_stream(address) as stream, _fields_of(limits.page_bytes):
        buffered = io.BufferedReader(_Raw(stream), _SAMPLE)
        sample = buffered.peek(_SAMPLE)[:_SAMPLE]
        encoding = _encoding(sample)
        text = io.TextIOWrapper(buffered, encoding=encoding, errors="surrogateescape", newline="")
        header_line = sample.split(b"\n", 1)[0]
        rows = csv.reader(text, delimiter="\t" if header_line.count(b"\t") > header_line.count(b",") else ",", strict=True)
        header = next(rows, [])
        check(columns, header)
        number = 0
        while True:
            number += 1
            uri = f"{address}#{number}"
            try:
                row = next(rows)
            except StopIteration:
                return
            except csv.Error as error:
                yield broken(uri, _bad_row(str(error)))
                if "unexpected end of data" in str(error):
                    return
                continue
            if row:
                yield Member(uri, _csv_reader(uri, _Row(header, row, encoding), columns, limits))


class _Raw(io.RawIOBase):
    """A stream under a buffer of our own, which looks ahead as far as a sample needs."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401 - whatever has a buffer
        block = self._stream.read(len(buffer))
        buffer[: len(block)] = block
        return len(block)


def _encoding(sample: bytes) -> str:
    try:
        sample.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start < len(sample) - 4:  # a character may be cut by the sample's end
            return "gb18030"
    return "utf-8-sig"


@contextmanager
def _fields_of(size: int) -> Iterator[None]:
    before = csv.field_size_limit(size)
    try:
        yield
    finally:
        csv.field_size_limit(before)


@dataclass(frozen=True, slots=True)
class _Row:
    header: Sequence[str]
    cells: Sequence[str]
    encoding: str

    def plain(self) -> dict[str, str | bytes]:
        """By column; a cell with bytes that its encoding has not is left as bytes, for the page's own reader to judge."""
        if len(self.cells) != len(self.header):
            raise _bad_row(f"it has {len(self.cells)} fields, the header {len(self.header)}")
        return {name: self._cell(cell) for name, cell in zip(self.header, self.cells, strict=True)}

    def _cell(self, cell: str) -> str | bytes:
        try:
            cell.encode()
        except UnicodeEncodeError:
            return cell.encode(self.encoding.removesuffix("-sig"), "surrogateescape")
        return cell


def _csv_reader(uri: str, row: _Row, columns: Columns, limits: Limits) -> Callable[[], Page]:
    def read() -> Page:
        return page(uri, row.plain(), columns, limits)

    return read


def _bad_row(why: str) -> SourceError:
    return SourceError("bad_row", f"the row cannot be read: {why}", f"该行无法读取：{why}")
