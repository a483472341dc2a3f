"""From a run's parts to the output: one file that appears whole or not at all, or a folder of shards.

「targets.csv」 opens in Excel: UTF-8 with a mark, one record a row; 「targets.jsonl」 has one Document a line.
"""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import sqlite3
from operator import itemgetter
from typing import IO, TYPE_CHECKING, Any, Literal

from govtext.archive.database import write_sqlite
from govtext.archive.extras import load
from govtext.archive.table import COLUMNS, NUMBERS, as_float, rows
from govtext.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from govtext.archive.part import Part

Format = Literal["jsonl", "json", "csv", "parquet", "sqlite", "shards"]

FORMATS: dict[str, Format] = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
    ".csv": "csv",
    ".parquet": "parquet",
    ".sqlite": "sqlite",
    ".sqlite3": "sqlite",
    ".db": "sqlite",
}
_NAMES: tuple[Format, ...] = ("jsonl", "json", "csv", "parquet", "sqlite", "shards")


def format_of(out: Path, asked: str | None) -> Format:
    """The format asked for, or the one the name says; a folder gets shards.

    >>> from pathlib import Path
    >>> format_of(Path("targets.csv"), None), format_of(Path("targets"), None), format_of(Path("a.txt"), "jsonl")
    ('csv', 'shards', 'jsonl')
    """
    if asked is not None:
        for name in _NAMES:
            if name == asked.lower().lstrip("."):
                return name
        raise OutputError(
            "format", f"the format {asked!r} is not known: {', '.join(_NAMES)}", f"未知格式 {asked!r}，可用：{', '.join(_NAMES)}"
        )
    if out.suffix.lower() in FORMATS:
        return FORMATS[out.suffix.lower()]
    if not out.suffix or out.is_dir():
        return "shards"
    raise OutputError(
        "format",
        f"{out}: the name does not say a format: {' '.join(FORMATS)}, a folder, or --format",
        f"{out}：无法从名称判断输出格式，请用 {' '.join(FORMATS)} 之一或 --format 指定",
    )


def check(out: Path, form: Format) -> None:
    """Whether OUT can be written at all, asked before the work and not after it. Raises OutputError, MissingExtra."""
    if form == "parquet":
        load("pyarrow.parquet", "parquet", "a Parquet file")
    if out.name in {"-", ""}:
        raise OutputError(
            "no_name", "the output is a file or a folder and wants a name: targets.jsonl", "请指定输出文件名，例如 targets.jsonl"
        )
    if out.exists() and not (out.is_file() if form != "shards" else out.is_dir()):
        kind = "a folder" if out.is_dir() else "a file" if out.is_file() else "a device"
        raise OutputError(
            "is_folder",
            f"{out} is {kind}, and {form} needs a {'folder' if form == 'shards' else 'file'}",
            f"{out} {'是文件夹' if out.is_dir() else '不是文件夹'}，{form} 格式需要{'文件夹' if form == 'shards' else '文件'}，请另选 -o",
        )
    if form == "shards" and out.is_dir() and any(not _ours(path) for path in out.iterdir()):
        raise OutputError("not_empty", f"{out} holds other files: give a new or empty folder", f"{out} 中有其他文件，请指定新的或空的目录")
    above = next(path for path in out.absolute().parents if path.exists())
    if not above.is_dir() or not os.access(above, os.W_OK):
        raise OutputError("no_folder", f"{above}: no folder that can be written", f"{above}：目录不可写")


def assemble(parts: Sequence[Part], path: Path, form: Format | Literal["ledger"], partial: Path) -> None:
    """Put the parts together. ``partial`` is what the output is called until it is whole."""
    try:
        if form == "shards":
            _write_shards(parts, partial, path)
            return
        if form == "sqlite":
            write_sqlite(parts, partial)
        else:
            with partial.open("wb") as file:
                _WRITERS[form](parts, file)
                file.flush()
                os.fsync(file.fileno())
        os.replace(partial, path)  # noqa: PTH105 - the same call, named for what it promises
    except (OSError, sqlite3.Error) as error:
        said = getattr(error, "strerror", None) or error
        raise OutputError(
            "unwritable", f"{path}: it cannot be written: {said}; go on with --resume", f"{path}：无法写入：{said}，可用 --resume 继续"
        ) from error


def write_ledger(parts: Sequence[Part], file: IO[bytes]) -> None:
    """The ledgers of the parts, one after another."""
    for part in parts:
        file.write(part.lines()[1])


def write_jsonl(parts: Sequence[Part], file: IO[bytes]) -> None:
    """One Document a line."""
    for part in parts:
        file.write(part.lines()[0])


def write_json(parts: Sequence[Part], file: IO[bytes]) -> None:
    """One array of Documents."""
    between = b"[\n"
    for part in parts:
        for line in part.lines()[0].splitlines():
            file.write(between + line)
            between = b",\n"
    file.write(b"\n]\n" if between == b",\n" else b"[]\n")


def write_csv(parts: Sequence[Part], file: IO[bytes]) -> None:
    """One record a row, UTF-8 with a mark so that Excel opens it."""
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="", write_through=True)
    names = [name for name, _, _ in COLUMNS]
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(names)
    cells = itemgetter(*names)
    for document in documents(parts):
        writer.writerows([_guarded(cell) if isinstance(cell, str) else cell for cell in cells(_flagged(row))] for row in rows(document))
    text.detach()


_FLAGS = tuple(name for name, kind, _ in COLUMNS if kind == "flag")
_FORMULA = tuple("=+-@＝＋－＠\t\r\n")


def _guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: a page may say 「=cmd|…」."""
    return "'" + cell if cell.startswith(_FORMULA) else cell


def _flagged(row: dict[str, Any]) -> dict[str, Any]:
    for name in _FLAGS:
        row[name] = None if row[name] is None else "true" if row[name] else "false"
    return row


def write_parquet(parts: Sequence[Part], file: IO[bytes]) -> None:
    """One record a row, the columns of the CSV with their types."""
    arrow = load("pyarrow", "parquet", "a Parquet file")
    parquet = load("pyarrow.parquet", "parquet", "a Parquet file")
    types = {"text": arrow.string(), "number": arrow.float64(), "whole": arrow.int64(), "flag": arrow.bool_()}
    schema = arrow.schema([arrow.field(name, types[kind], metadata={"description": said}) for name, kind, said in COLUMNS])
    with parquet.ParquetWriter(file, schema, compression="zstd") as writer:
        for part in parts:
            found = [row for document in documents([part]) for row in rows(document)]
            columns = {name: [row[name] for row in found] for name in schema.names}
            for name in NUMBERS:
                columns[name] = [None if number is None else as_float(number) for number in columns[name]]
            if found:
                writer.write_table(arrow.table(columns, schema=schema))


def documents(parts: Sequence[Part]) -> Iterator[dict[str, Any]]:
    """The Documents of the parts, as plain data."""
    for part in parts:
        for line in part.lines()[0].splitlines():
            yield json.loads(line)


def _ours(path: Path) -> bool:
    return path.name.startswith("part-") and path.suffix == ".jsonl"


def _write_shards(parts: Sequence[Part], partial: Path, out: Path) -> None:
    partial.mkdir(exist_ok=True)
    for part in parts:
        (partial / f"part-{part.number:06d}.jsonl").write_bytes(part.lines()[0])
    if out.exists():
        shutil.rmtree(out)
    os.replace(partial, out)  # noqa: PTH105 - as above


_WRITERS: dict[str, Callable[[Sequence[Part], IO[bytes]], None]] = {
    "ledger": write_ledger,
    "jsonl": write_jsonl,
    "json": write_json,
    "csv": write_csv,
    "parquet": write_parquet,
}
