"""The table of units: long, exact, each spelling with its code, and every unit that the reference counts is in it."""

from __future__ import annotations

import csv
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from govtext.lexicon import units as table
from govtext.mentions import unit

if TYPE_CHECKING:
    from pathlib import Path

ISO_4217 = {code for code in (row[1] for row in table.MEASURES["money"].values()) if not code.startswith("{")}
SHARES = {"成"}  # 六成 is read as 60 %, by a rule of its own


def test_the_table_has_more_than_three_hundred_units() -> None:
    assert len(unit.rows()) > 300


def test_no_spelling_stands_in_two_dimensions() -> None:
    spellings = [word for family in table.MEASURES.values() for word in family] + list(table.CLASSIFIERS)
    assert sorted(word for word in set(spellings) if spellings.count(word) > 1) == []


def test_every_row_is_exact_and_has_a_code() -> None:
    for spelling, (name, code, dimension, family, times, factor) in unit.rows().items():
        assert name, spelling
        assert code, spelling
        assert dimension, spelling
        assert family, spelling
        assert times > 0, spelling
        assert factor > 0, spelling


def test_a_currency_has_the_code_of_iso_4217() -> None:
    assert [code for code in sorted(ISO_4217) if not (len(code) == 3 and code.isupper() and code.isascii())] == []


def test_what_a_spelling_is_read_as_is_a_unit_itself() -> None:
    assert [name for name, _ in table.SAME.values() if name not in unit.rows()] == []


@pytest.mark.parametrize(
    ("many", "one", "factor"),
    [
        ("亩", "平方米", Fraction(2000, 3)),
        ("公顷", "亩", Fraction(15)),
        ("斤", "克", Fraction(500)),
        ("千瓦时", "焦耳", Fraction(3_600_000)),
        ("吉瓦", "千瓦", Fraction(1_000_000)),
        ("公里", "米", Fraction(1000)),
        ("小时", "分钟", Fraction(60)),
        ("年", "个月", Fraction(12)),
        ("个百分点", "个基点", Fraction(100)),
        ("升", "毫升", Fraction(1000)),
        ("角", "分钱", Fraction(10)),
    ],
)
def test_factors_are_exact(many: str, one: str, factor: Fraction) -> None:
    rows = unit.rows()
    assert rows[many][5] / rows[one][5] == factor
    assert rows[many][2] == rows[one][2]


def test_every_unit_that_real_text_writes_is_in_the_table(shared: Path) -> None:
    missing = set()
    for file in sorted((shared / "freq").glob("*units*.tsv")):
        for row in list(csv.reader(file.read_text(encoding="utf-8").splitlines(), delimiter="\t"))[1:]:
            bare = row[0].lstrip("百千万亿")
            if bare and bare not in SHARES and not any(unit.at(word, 0) for word in (row[0], row[0][1:], bare)):
                missing.add(row[0])
    assert missing == set()
