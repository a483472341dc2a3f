"""A run as a SQLite database: documents, targets, repairs, errors, and views that answer the common questions.

SELECT * FROM promises WHERE deadline_end <= '2025-12-31' ORDER BY deadline_end;
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from govtext.archive.table import COLUMNS, NUMBERS, as_float, rows

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from govtext.archive.part import Part

_TYPES = {"text": "TEXT", "number": "NUMERIC", "whole": "INTEGER", "flag": "INTEGER"}
_DOCUMENT = ("uri", "url", "document_id", "title", "source", "published")  # of the flat row: they stand in documents
_RECORD = tuple((name, kind) for name, kind, _ in COLUMNS if name not in _DOCUMENT)
_CELLS = itemgetter(*(name for name, _ in _RECORD))

_SCHEMA = f"""
CREATE TABLE documents (
  document INTEGER PRIMARY KEY, id TEXT NOT NULL, uri TEXT, url TEXT, title TEXT, source TEXT, author TEXT, published TEXT,
  issuer TEXT, document_number TEXT, empty TEXT, text TEXT, json TEXT NOT NULL
);
CREATE TABLE targets (
  document INTEGER NOT NULL REFERENCES documents, {", ".join(f'"{name}" {_TYPES[kind]}' for name, kind in _RECORD)}
);
CREATE TABLE repairs (document INTEGER NOT NULL REFERENCES documents, kind TEXT, count INTEGER, lossy INTEGER, sample TEXT);
CREATE TABLE errors (
  source TEXT, outcome TEXT, stage TEXT, code TEXT, message TEXT, message_zh TEXT, sha256 TEXT, attempt INTEGER
);
"""

_VIEWS = """
CREATE INDEX targets_document ON targets (document);
CREATE VIEW promises AS
  SELECT d.published, d.title, t.actor, t.subject, t.action, t.quantity, t.comparator, t.value, t.low, t.high, t.unit, t.dimension,
         t.measure, t.deadline, t.deadline_start, t.deadline_end, t.commitment, t.quote, d.url, d.uri, t.document
  FROM targets t JOIN documents d USING (document) WHERE t.status = 'planned';
CREATE VIEW results AS
  SELECT d.published, d.title, t.actor, t.subject, t.action, t.quantity, t.comparator, t.value, t.low, t.high, t.unit, t.dimension,
         t.measure, t.deadline, t.deadline_start, t.deadline_end, t.quote, d.url, d.uri, t.document
  FROM targets t JOIN documents d USING (document) WHERE t.status = 'achieved';
CREATE VIEW money AS SELECT * FROM promises WHERE dimension = 'money' ORDER BY unit, value DESC;
CREATE VIEW by_deadline AS
  SELECT substr(deadline_end, 1, 4) AS year, count(*) AS promises, count(value) AS with_value FROM promises GROUP BY 1 ORDER BY 1;
CREATE VIEW by_actor AS SELECT actor, count(*) AS promises FROM promises GROUP BY actor ORDER BY promises DESC, actor;
CREATE VIEW failures AS
  SELECT code, outcome, count(*) AS pages, min(source) AS example FROM errors GROUP BY code, outcome ORDER BY pages DESC, code;
"""


def write_sqlite(parts: Sequence[Part], path: Path) -> None:
    """Write the database."""
    with closing(sqlite3.connect(path)) as database:
        database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + _SCHEMA)
        number = 0
        for part in parts:
            lines, ledger = part.lines()
            for line in lines.splitlines():
                number += 1
                _insert(database, number, json.loads(line), line.decode())
            database.executemany(
                "INSERT INTO errors VALUES (:source, :outcome, :stage, :code, :message, :message_zh, :sha256, :attempt)",
                (json.loads(line) for line in ledger.splitlines()),
            )
        database.commit()
        database.executescript(_VIEWS)


def _insert(database: sqlite3.Connection, number: int, document: dict[str, Any], line: str) -> None:
    article = document["article"]
    held = [article[name] for name in ("url", "title", "source", "author", "published", "issuer", "document_number", "empty", "text")]
    database.execute(f"INSERT INTO documents VALUES ({'?, ' * 12}?)", [number, document["id"], document["uri"], *held, line])  # noqa: S608 - question marks
    database.executemany(
        f"INSERT INTO targets VALUES ({'?, ' * len(_RECORD)}?)",  # noqa: S608 - as above
        ((number, *_CELLS(_held(row))) for row in rows(document)),
    )
    database.executemany(
        "INSERT INTO repairs VALUES (?, ?, ?, ?, ?)",
        ([number, r["kind"], r["count"], r["lossy"], r["sample"]] for r in article["repairs"]),
    )


def _held(row: dict[str, Any]) -> dict[str, Any]:
    """A row whose numbers SQLite can hold."""
    for name in NUMBERS:
        if isinstance(row[name], int) and abs(row[name]) >= 1 << 63:
            row[name] = as_float(row[name])
    return row
