"""Rows of JSONL, Parquet and SQLite dumps as members.

「dump.jsonl.gz」 → 「dump.jsonl.gz#1」, 「dump.jsonl.gz#2」 …
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from govtext.archive.columns import PUBLISHED, URL, check, column, html_column, page
from govtext.archive.entry import Member, Page, broken
from govtext.archive.extras import load
from govtext.archive.streams import open_raw, open_stream, remote
from govtext.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from govtext.archive.config import Columns, Limits

_SAMPLE = 1 << 20
_FIRST = 100


def json_rows(address: str, columns: Columns, limits: Limits) -> Iterator[Member]:
    """A page a line; blank lines are no rows."""
    longest = 2 * limits.page_bytes + _SAMPLE  # escapes make a line longer than its page
    with open_stream(address) as stream:
        _check_json(address, columns, longest)
        number = 0
        while line := stream.readline(longest):
            number += 1
            uri = f"{address}#{number}"
            if len(line) == longest and not line.endswith(b"\n"):
                while (rest := stream.readline(longest)) and not rest.endswith(b"\n"):
                    pass
                yield broken(uri, SourceError("too_large", f"the line is longer than {longest} bytes", f"该行超过 {longest} 字节"))
            elif line.strip():
                yield Member(uri, _json_reader(uri, line, columns, limits))


def _check_json(address: str, columns: Columns, longest: int) -> None:
    """Lines may lack what is null, so a column that was asked for is missing only when none of the first hundred has it."""
    asked = columns.url, columns.published
    if asked == (None, None):
        return
    with open_stream(address) as stream:
        lines = [stream.readline(longest) for _ in range(_FIRST)]
    names: dict[str, None] = {}
    for line in lines:
        with suppress(ValueError, RecursionError):
            row = json.loads(line.removeprefix(b"\xef\xbb\xbf"))
            names |= dict.fromkeys(row if isinstance(row, dict) else ())
    if names:
        check(columns, names)


def _json_reader(uri: str, line: bytes, columns: Columns, limits: Limits) -> Callable[[], Page]:
    def read() -> Page:
        try:
            row = json.loads(line.removeprefix(b"\xef\xbb\xbf"))
        except (ValueError, RecursionError) as error:
            raise SourceError("bad_line", f"the line is not JSON: {error}", "该行不是有效的 JSON") from None
        if not isinstance(row, dict):
            raise SourceError("bad_line", "the line is not a JSON object", "该行不是 JSON 对象")
        return page(uri, row, columns, limits)

    return read


def parquet_rows(address: str, columns: Columns, limits: Limits) -> Iterator[Member]:
    """A page a row, one small batch in memory at a time. A group of rows that is damaged is one broken member; the next is read."""
    parquet = load("pyarrow.parquet", "parquet", "a Parquet file")
    with open_raw(address) as raw, parquet.ParquetFile(raw) as file:
        names = file.schema_arrow.names
        check(columns, names)
        read = (html_column(columns, names), column(columns.url, URL, names), column(columns.published, PUBLISHED, names))
        number = 0
        for group in range(file.num_row_groups):
            last = number + file.metadata.row_group(group).num_rows
            try:
                for batch in file.iter_batches(batch_size=32, row_groups=[group], columns=[name for name in read if name]):
                    for index in range(batch.num_rows):
                        number += 1
                        yield Member(f"{address}#{number}", _arrow_reader(f"{address}#{number}", batch, index, columns, limits))
            except Exception as error:  # noqa: BLE001 - whatever a damaged file makes its reader raise
                yield broken(f"{address}#{number + 1}-{last}", error)
            number = last


def _arrow_reader(uri: str, batch: Any, index: int, columns: Columns, limits: Limits) -> Callable[[], Page]:  # noqa: ANN401 - pyarrow ships no types
    def read() -> Page:
        row = {name: batch.column(place)[index].as_py() for place, name in enumerate(batch.schema.names)}
        return page(uri, row, columns, limits)

    return read


def sqlite_rows(address: str, columns: Columns, limits: Limits) -> Iterator[Member]:
    """A page a row of a table or of a SELECT, the database opened for reading alone."""
    if remote(address):
        raise SourceError("remote_database", "a database is read from a local file: download it first", "数据库须为本地文件，请先下载")
    _whole(Path(address))
    uri = Path(address).resolve().as_uri()
    with closing(sqlite3.connect(f"{uri}?mode=ro", uri=True)) as database:
        database.row_factory = sqlite3.Row
        database.text_factory = _text
        rows = database.execute(_query(database, columns))
        check(columns, [field[0] for field in rows.description])
        for number, row in enumerate(rows, 1):
            yield Member(f"{address}#{number}", _row_reader(f"{address}#{number}", dict(row), columns, limits))


def _whole(path: Path) -> None:
    """SQLite reads what a cut file lacks as empty; the file's header says how many pages it has."""
    with path.open("rb") as file:
        header = file.read(100)
    page_size = int.from_bytes(header[16:18]) if header[16:18] != b"\0\1" else 1 << 16
    if header[24:28] == header[92:96] and path.stat().st_size < page_size * int.from_bytes(header[28:32]):
        raise EOFError


def _text(raw: bytes) -> str | bytes:
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw


def _query(database: sqlite3.Connection, columns: Columns) -> str:
    asked = columns.table
    if asked and asked.split(None, 1)[0].lower() in {"select", "with"}:
        return asked
    tables = [
        row[0]
        for row in database.execute(
            "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%' ORDER BY name"
        )
    ]
    if asked is None and len(tables) == 1:
        asked = tables[0]
    if asked not in tables:
        shown = ", ".join(tables) or "none"
        raise SourceError(
            "no_table",
            f"say with --table which table holds the pages; the tables are: {shown}",
            f"请用 --table 指明网页所在的表；现有表：{shown}",
        )
    quoted = '"' + str(asked).replace('"', '""') + '"'
    order = " ORDER BY rowid" if _has_rowid(database, quoted) else ""
    return f"SELECT * FROM {quoted}{order}"  # noqa: S608 - a name of the database's own list, quoted


def _has_rowid(database: sqlite3.Connection, quoted: str) -> bool:
    try:
        database.execute(f"SELECT rowid FROM {quoted} LIMIT 1")  # noqa: S608 - as above
    except sqlite3.OperationalError:
        return False
    return True


def _row_reader(uri: str, row: Mapping[str, object], columns: Columns, limits: Limits) -> Callable[[], Page]:
    def read() -> Page:
        return page(uri, row, columns, limits)

    return read
