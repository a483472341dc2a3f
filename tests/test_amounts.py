"""An amount is exact, however long its numeral, and what makes no number gives none."""

from __future__ import annotations

from decimal import Decimal

import pytest

import govtext
from govtext.mentions import amounts

LONG = "1234567890123456789012345678901234567890"


@pytest.mark.parametrize(
    ("written", "value"),
    [
        (LONG, LONG),
        (f"-{LONG}", f"-{LONG}"),
        (f"{LONG}.123456789", f"{LONG}.123456789"),
        (f"{LONG}亿", f"{LONG}00000000"),
        ("１，２３４．５", "1234.5"),
        ("九千八百七十六万五千四百三十二亿九千八百七十六万五千四百三十二", "9876543298765432"),
        ("四萬五千六百二十二", "45622"),
        ("卅三", "33"),
        ("二〇二五", "2025"),
        ("1.2万亿", "1200000000000"),
    ],
)
def test_an_amount_is_exact(written: str, value: str) -> None:
    amount = amounts.read(written)
    assert amount
    assert (amount.low, amount.high, amount.comparator) == (Decimal(value), Decimal(value), "eq")


@pytest.mark.parametrize("written", ["", "-", "1.2.3", "十百", "百千", "一十二十", "点五", "多", "余十", "几几", "1" * 65])
def test_what_is_no_numeral_gives_nothing(written: str) -> None:
    assert amounts.read(written) is None


def test_a_quantity_is_exact() -> None:
    (quantity,) = govtext.quantities(f"共{LONG}元")
    assert quantity.value == Decimal(LONG)
    (share,) = govtext.quantities("降低-0.10%")
    assert str(share.value) == "-0.10"


def test_the_value_is_the_same_in_any_context_of_the_caller() -> None:
    from decimal import localcontext  # noqa: PLC0415 - only this case changes it

    with localcontext() as context:
        context.prec = 3
        amounts.read.cache_clear()
        values = [quantity.value for quantity in govtext.quantities("投资123456.789万元，每人五元三毛，占三分之一，一年又两个月")]
    amounts.read.cache_clear()
    assert [str(value) for value in values] == ["1234567890.000", "5.3", "0.3333333333333333", "14"]
