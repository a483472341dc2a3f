"""A unit's smaller parts behind it, and its half: 「五元三毛」 is 5.3 元, 「3斤5两」 3.5 斤, 「1年2个月」 14 个月, 「两米半」 2.5 米."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from govtext.lexicon import numerals
from govtext.mentions import amounts, unit
from govtext.mentions.shapes import NUMBER, Core, q
from govtext.rules import local, rule

if TYPE_CHECKING:
    from fractions import Fraction

    from govtext.mentions.amounts import Amount
    from govtext.mentions.unit import Unit
    from govtext.rules import Match, Pattern, Rule

_ADDING = frozenset({"CNY", "USD", "EUR", "GBP", "mass", "time", "calendar"})
_STATED_IN_THE_SMALLEST = frozenset({"time", "calendar"})  # 1年2个月 is 14 个月; 3斤5两 stays 斤
_HALF = Decimal("0.5")
_NUMBERS = frozenset(numerals.DIGITS) | frozenset(numerals.SAME) | frozenset("0123456789十又")  # what a number may begin with
STARTS = _NUMBERS | {"半"}  # what may be added to a unit begins with one of these
_NO_HALF = frozenset("年月天小个数导决自封程径夜价岛壁官公")


@lru_cache(maxsize=1)
def _next_part() -> Pattern:
    return local(rf"(?P<joint>[又零])?(?P<number>{NUMBER})")


def added(text: str, core: Core, first: Unit) -> Core:
    """A core with its half or its smaller parts, as far as they follow."""
    if core.value is None or core.comparator != "eq":
        return core
    if text.startswith("半", core.end) and first.dimension not in ("count", "ratio") and text[core.end + 1 : core.end + 2] not in _NO_HALF:
        return core._replace(value=core.value + _HALF * first.times, end=core.end + 1)
    value, last = core.value, first
    while last.family in _ADDING and text[core.end : core.end + 1] in _NUMBERS:
        match = _next_part().match(text, core.end)
        amount = amounts.read(match["number"]) if match else None
        if match is None or amount is None or amount.low != amount.high:
            break
        part = _part(text, match, last)
        if part is None:
            return _odd_coins(core, last, match, amount)
        if last.family in _STATED_IN_THE_SMALLEST:
            value = _times(value, last.factor / part.factor) + amount.low
            core = core._replace(value=value, unit=part.name, code=part.code, end=match.end() + part.size)
        else:
            value += _times(amount.low * first.times, part.factor / first.factor)
            core = core._replace(value=value, end=match.end() + part.size)
        last = part
    return core


def _times(value: Decimal, factor: Fraction) -> Decimal:
    return amounts.EXACT.divide(amounts.EXACT.multiply(value, Decimal(factor.numerator)), Decimal(factor.denominator))


def _part(text: str, match: Match, last: Unit) -> Unit | None:
    """The smaller unit of the same family behind a number."""
    found = unit.at(text, match.end())
    if found is not None and found.spelling == "分" and last.spelling in ("角", "毛"):
        cent = unit.at("分钱", 0)
        return cent and replace(cent, size=found.size + text.startswith("钱", match.end() + found.size))
    if found is None or found.family != last.family or found.factor >= last.factor:
        return None
    return found


def _odd_coins(core: Core, last: Unit, match: Match, amount: Amount) -> Core:
    """五块六 is 5.6, 五块七毛八 5.78, 三块零四 3.04."""
    lone = match["number"].lstrip("零")
    if last.spelling not in ("块", "毛") or len(lone) != 1 or amount.low > 9 or core.value is None:
        return core
    zero = match["joint"] == "零" or match["number"][0] == "零"
    return core._replace(value=core.value + _times(amount.low, last.factor / (100 if zero else 10)), end=match.end())


@rule(
    rf"(?P<number>{NUMBER})(?P<piece>[个個]?)(?P<more>半|多)(?P<rest>小时|钟头|月|星期|世纪|季度|工作日)",
    examples={"4个半小时": q("4.5", "小时"), "三个半月": q("3.5", "个月"), "17个多月": q("17", "个月", comparator="gt")},
    rejects=("上半月", "半个世纪"),
)
def and_a_half(match: Match) -> Core | None:
    """A half or more of the last one, inside the unit: 三个半月, 17个多月."""
    amount = amounts.read(match["number"])
    if amount is None or amount.low != amount.high or not match["piece"]:
        return None
    name = next((u for u in (unit.at(match["piece"] + match["rest"], 0), unit.at(match["rest"], 0)) if u), None)
    if name is None:
        return None
    value = (amount.low + (_HALF if match["more"] == "半" else 0)) * name.times
    return Core(
        match.start(), match.end(), "eq" if match["more"] == "半" else "gt", value, None, None, name.name, name.code, name.dimension
    )


RULES: tuple[Rule[Core], ...] = (and_a_half,)
