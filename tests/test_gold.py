"""The documents of tests/fixtures/gold, whose places and figures are invented: each record holds what the coding guide asks of it.

They were coded before the extractor saw them: what it reached on each batch at first is what it reaches on new text. Since then their
errors were read and mended, and the floors ``fresh``, ``fresh2`` and ``fresh3`` hold what was reached.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

GOLD = Path(__file__).with_name("fixtures") / "gold"
KINDS = {"news", "work_report", "plan", "policy"}
COMPARATORS = {"eq", "ge", "gt", "le", "lt", "approx", "range"}
MEASURES = {"level", "increment", "growth", "point", "share", "multiple", "rank"}


def _date_faults(deadline: dict[str, Any] | None, told: str) -> list[str]:
    if deadline is None:
        return []
    first, last = deadline["start"] or deadline["end"], deadline["end"]
    sound = date.fromisoformat(first) <= date.fromisoformat(last) and deadline["source"] in {"clause", "context"}
    return [] if sound and deadline["text"] in told else ["deadline"]


def _quantity_faults(record: dict[str, Any]) -> list[str]:
    numbers = [record[name] for name in ("low", "high") if name in record] or [record["value"]]
    ranged = record["comparator"] == "range"
    faults = [] if ranged == (len(numbers) == len(("low", "high"))) and numbers == sorted(numbers) else ["numbers"]
    return faults + [name for name, known in (("comparator", COMPARATORS), ("measure", MEASURES)) if record[name] not in known]


def _milestone_faults(record: dict[str, Any]) -> list[str]:
    deadline = record["deadline"] or {"text": ""}
    faults = [] if record["anchor"] in deadline["text"] and record["status"] == "planned" and record["action"] else ["milestone"]
    return faults + [name for name in ("comparator", "value", "unit", "measure") if record[name] is not None]


def _faults(record: dict[str, Any], document: dict[str, Any]) -> list[str]:
    text, start = document["text"], record["start"]
    faults = [] if record["anchor"] and text[start : start + len(record["anchor"])] == record["anchor"] else ["anchor"]
    faults += [] if record["status"] == "planned" or (record["status"] == "achieved" and document["annotate_achieved"]) else ["status"]
    faults += [] if all(isinstance(name, str) and name for name in (record["subject"], *record["subject_alt"])) else ["subject"]
    faults += _date_faults(record["deadline"], document["title"] + text)
    return faults + (_quantity_faults if record["kind"] == "quantity" else _milestone_faults)(record)


@pytest.mark.parametrize("path", sorted(GOLD.glob("*.json")), ids=lambda path: path.stem)
def test_a_gold_document_is_well_formed(path: Path) -> None:
    document = json.loads(path.read_text(encoding="utf-8"))
    anchors = [(record["kind"], record["start"]) for record in document["targets"]]
    assert (document["id"], document["kind"] in KINDS, date.fromisoformat(document["published"]) > date.min) == (path.stem, True, True)
    assert {record["anchor"]: faults for record in document["targets"] if (faults := _faults(record, document))} == {}
    assert (sorted(anchors, key=lambda anchor: anchor[1]), len(set(anchors))) == (anchors, len(anchors))
