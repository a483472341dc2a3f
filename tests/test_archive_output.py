"""What is written: every format holds the same records, checked against the shipped schema and read as its user reads it."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import jsonschema
import pyarrow.parquet
import pytest

import archives
from govtext.archive.config import Config
from govtext.archive.part import Part
from govtext.archive.schema import schema_made, schema_text
from govtext.archive.shard import convert_shard, plan
from govtext.archive.sinks import assemble, write_csv
from govtext.archive.sources import expand
from govtext.archive.table import COLUMNS
from govtext.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

PAGES = [*archives.pages(12), b"", b"<title>404</title><h1>404 Not Found</h1>", "<h1>澜江区</h1><p>正文没有数字。</p>".encode()]
NAMES = [name for name, _, _ in COLUMNS]


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> list[Part]:
    folder = tmp_path_factory.mktemp("run")
    source = archives.zip_archive(folder / "crawl.zip", PAGES)
    made = []
    for shard in plan(expand([str(source)]).sources, [len(PAGES)], 5):
        made.append(Part(folder, shard.number))
        made[-1].write(convert_shard(shard, Config()))
    return made


@pytest.fixture(scope="module")
def documents(parts: list[Part]) -> list[dict[str, Any]]:
    return [json.loads(line) for part in parts for line in part.lines()[0].splitlines()]


def records(documents: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    return [record for document in documents for record in (*document["targets"], *document["achievements"])]


def write(parts: list[Part], path: Path) -> Path:
    assemble(parts, path, path.suffix.lstrip("."), path.with_suffix(".tmp"))  # type: ignore[arg-type]
    assert list(path.parent.iterdir()) == [path]
    return path


def test_the_shipped_schema_is_what_the_records_make() -> None:
    assert schema_text() == schema_made(), "write schema_made() to archive/schema.json"
    jsonschema.Draft202012Validator.check_schema(json.loads(schema_text()))


def test_every_line_is_valid(documents: list[dict[str, Any]]) -> None:
    validator = jsonschema.Draft202012Validator(json.loads(schema_text()), format_checker=jsonschema.FormatChecker())
    for document in documents:
        validator.validate(document)
    assert len(documents) == len(PAGES) - 1
    assert len(records(documents)) > 4 * 12
    with pytest.raises(jsonschema.ValidationError):
        validator.validate(documents[0] | {"extra": 1})


def test_amounts_are_plain_numbers(parts: list[Part]) -> None:
    lines = b"".join(part.lines()[0] for part in parts)
    assert b'"value":10000000000' in lines
    assert b"E+" not in lines


def test_json_is_one_array_of_the_lines(parts: list[Part], documents: list[dict[str, Any]], tmp_path: Path) -> None:
    assert json.loads(write(parts, tmp_path / "a.json").read_bytes()) == documents
    assert json.loads(write([], tmp_path / "a.json").read_bytes()) == []


def test_csv_opens_in_a_spreadsheet(parts: list[Part], documents: list[dict[str, Any]], tmp_path: Path) -> None:
    raw = write(parts, tmp_path / "a.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfuri,")
    assert raw.count(b"\r\n") == len(records(documents)) + 1
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
    assert list(rows[0]) == NAMES
    for row, record in zip(rows, records(documents), strict=True):
        assert (row["id"], row["subject"], row["quote"]) == (record["id"], record["subject"] or "", record["quote"])
        value = record["quantity"] and record["quantity"]["value"]
        assert row["value"] == ("" if value is None else str(value))
    assert {row["deadline_inherited"] for row in rows} <= {"true", "false", ""}


@pytest.mark.parametrize("text", ["=1+1", "+86", "-2+3+cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"])
def test_no_cell_is_a_formula(text: str, tmp_path: Path) -> None:
    assert _row(text, tmp_path)["title"] == "'" + text


def test_a_cell_keeps_its_commas_quotes_and_lines(tmp_path: Path) -> None:
    assert _row('一,"二"\n三', tmp_path)["title"] == '一,"二"\n三'


def _row(title: str, folder: Path) -> dict[str, str]:
    document = {"uri": "u", "id": "d", "article": {"url": None, "title": title, "source": None, "published": None}, "achievements": []}
    target = dict.fromkeys(
        ("id", "status", "kind", "commitment", "cue", "actor", "subject", "action", "quantity", "deadline", "baseline", "quote")
    )
    lines = json.dumps(document | {"targets": [target | {"span": {"start": 0, "end": 1}, "inherited": [], "flags": []}]}).encode()

    class One(Part):
        def lines(self) -> tuple[bytes, bytes]:
            return lines + b"\n", b""

    held = io.BytesIO()
    write_csv([One(folder, 0)], held)
    return next(csv.DictReader(io.StringIO(held.getvalue().decode("utf-8-sig"), newline="")))


def test_parquet_holds_the_rows_of_the_csv(parts: list[Part], documents: list[dict[str, Any]], tmp_path: Path) -> None:
    table = pyarrow.parquet.read_table(write(parts, tmp_path / "a.parquet"))
    assert table.schema.names == NAMES
    assert {name: str(table.schema.field(name).type) for name in ("subject", "value", "start", "deadline_inherited")} == {
        "subject": "string",
        "value": "double",
        "start": "int64",
        "deadline_inherited": "bool",
    }
    assert table.schema.field("unit").metadata[b"description"].startswith(b"the bare unit")
    assert [row["id"] for row in table.to_pylist()] == [record["id"] for record in records(documents)]


def test_sqlite_answers_the_common_questions(parts: list[Part], documents: list[dict[str, Any]], tmp_path: Path) -> None:
    planned = [record for document in documents for record in document["targets"]]
    with closing(sqlite3.connect(write(parts, tmp_path / "a.sqlite"))) as database:

        def ask(question: str) -> list[tuple[Any, ...]]:
            return database.execute(question).fetchall()

        assert [json.loads(text) for (text,) in ask("SELECT json FROM documents ORDER BY document")] == documents
        assert ask("SELECT count(*) FROM targets") == [(len(records(documents)),)]
        assert ask("SELECT count(*) FROM promises") == [(len(planned),)]
        assert ask("SELECT count(*) FROM results") == [(len(records(documents)) - len(planned),)]
        money = ask("SELECT actor, subject, quantity, value, unit, deadline_end, quote, title, uri FROM money")
        assert money[0][3] == max(row[3] for row in money)
        assert {row[4] for row in money} == {"元"}
        assert sum(row[1] for row in ask("SELECT year, promises FROM by_deadline")) == len(planned)
        assert sum(row[1] for row in ask("SELECT actor, promises FROM by_actor")) == len(planned)
        assert ask("SELECT code, outcome, pages FROM failures ORDER BY code") == [("empty", "failed", 1), ("error_page", "empty", 1)]
        due = ask("SELECT quote FROM promises WHERE deadline_end <= '2024-12-31' AND unit = '个'")
        assert len(due) == 12
        assert ask("PRAGMA integrity_check") == [("ok",)]


def test_an_amount_beyond_eight_bytes_is_held(tmp_path: Path) -> None:
    part = Part(tmp_path, 0)
    page = f"<h1>澜江区</h1><p>2024年3月1日</p><p>澜江区今年将投资{'9' * 30}元，新建公园3个。</p>".encode()
    source = archives.jsonl(tmp_path / "a.jsonl", [page])
    part.write(convert_shard(plan(expand([str(source)]).sources, [1], 5)[0], Config()))
    (tmp_path / "out").mkdir()
    for name in ("a.csv", "a.parquet", "a.sqlite"):
        write([part], tmp_path / "out" / name).unlink()


def test_a_disk_that_is_full_is_said(parts: list[Part]) -> None:
    from pathlib import Path  # noqa: PLC0415 - the device is this test's alone

    if not Path("/dev/full").exists():
        pytest.skip("no device that is always full")
    with pytest.raises(OutputError, match=r"out\.jsonl: it cannot be written: No space left"):
        assemble(parts, Path("out.jsonl"), "jsonl", Path("/dev/full"))
