"""What looks like a quantity and is none: each row of near_misses.txt gives nothing, alone and inside a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from govtext.mentions import quantities

ROWS = [line for line in Path(__file__).with_name("near_misses.txt").read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]


def test_the_table_is_long_and_holds_no_row_twice() -> None:
    assert len(ROWS) >= 200
    assert len(set(ROWS)) == len(ROWS)


@pytest.mark.parametrize("row", ROWS)
def test_a_near_miss_gives_nothing(row: str) -> None:
    assert [row[q.start : q.end] for q in quantities.find(row)] == []


@pytest.mark.parametrize("row", ROWS)
def test_a_near_miss_gives_nothing_in_a_sentence(row: str) -> None:
    text = f"会议指出，要围绕{row}，扎实推进各项工作。"
    assert [text[q.start : q.end] for q in quantities.find(text)] == []
