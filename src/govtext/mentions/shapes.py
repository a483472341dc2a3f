"""The shape of a number, and what a rule makes of it: the core of a quantity, before the words around it are read."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from govtext.lexicon.numerals import BEFORE_BURDEN
from govtext.mentions.amounts import EXACT

if TYPE_CHECKING:
    from govtext.mentions.amounts import Amount
    from govtext.mentions.unit import Unit
    from govtext.records import Comparator, Measure
    from govtext.rules import Match

DIGIT = "0-9０-９"
HAN = "〇○零一二三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟萬億貳參陸廿卅卌"
ONES = "〇○零一二三四五六七八九壹贰叁肆伍陆柒捌玖貳參陸"
# 千瓦 and 千克 are units, 百分之 and 万分之 shares.
SCALE = r"(?:[百佰](?!分[之点點])|[千仟](?!瓦|克|米|卡|升|伏|焦|赫|帕|比特|字节|分之)|[万萬](?!分之)|[亿億])"
DIGITS = rf"(?:[{DIGIT}]{{1,3}}(?:[,，][{DIGIT}]{{3}}){{1,20}}+(?![{DIGIT}])|[{DIGIT}]++)(?:[.．][{DIGIT}]++)?"
# 减负60亿元 lightens a burden: its 负 is no minus.
SIGN = rf"(?:[-－−]|(?<![{BEFORE_BURDEN}])[负負])"
SEPARATOR = r"[ ]?(?:——|--|[-－−—–―~～∼〜]|至|到)[ ]?"
_POINTS = frozenset(["个百分点", "个基点", "个千分点"])
_BIG = "十百千万亿拾佰仟萬億"
# After the first scale of 1亿2000万, 5万4千6百, 1万四千.
_MORE = rf"[零〇]?[{DIGIT}]++(?:[.．][{DIGIT}]++)?(?![.．]?[{DIGIT}]) | [{ONES}两兩](?=[{_BIG}]) | [十拾](?=[万亿萬億]) | {SCALE}"
_PLACE = rf"{SCALE} | [{ONES}] | [十拾廿卅卌](?!分之)"
NUMBER = rf"""
    (?:
        {DIGITS} (?: [ ]?[多余餘来几]?{SCALE}++ (?: {_MORE} )*+ )?
      | [几数幾數]{SCALE}++ (?:十)? | [几数幾數][十拾]{SCALE}*+
      | 上{SCALE}++
      | 一两(?=[个個年天家次种项位人月周元件块步句名所处场倍百千万亿小分公米吨])
      | (?: [两兩] | {_PLACE} ) (?: {_PLACE} | [两兩](?=[{_BIG}三]) | [几幾](?=[{_BIG}个個家年天次]) ){{0,60}}+
        (?: [点點][{ONES}{DIGIT}]++(?![十拾百佰]) {SCALE}*+ | [多余餘来]{SCALE}++ )?
      | 半
    )
"""


class Core(NamedTuple):
    """A number with its unit: exactly one of ``value`` and ``low``/``high`` is set, as in a Quantity."""

    start: int
    end: int
    comparator: Comparator
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str
    code: str | None = None
    dimension: str | None = None
    measure: Measure | None = None
    per: str | None = None


def exact(match: Match, value: Decimal, unit: str, code: str | None = None, *, measure: Measure | None = None) -> Core:
    """All that a rule matched as one exact value: a share, a change, or a rank when it is measured as one."""
    return Core(match.start(), match.end(), "eq", value, None, None, unit, code, "rank" if measure == "rank" else "ratio", measure)


def measured(start: int, end: int, amount: Amount, unit: Unit) -> Core:
    """A core of an amount in a unit."""
    low, high = amount.low, amount.high
    if unit.times != 1:
        low, high = EXACT.multiply(low, unit.times), None if high is None else EXACT.multiply(high, unit.times)
    vague = high is not None and high is not low and high != low
    return Core(
        start, end, amount.comparator, None if vague else low, low if vague else None, high if vague else None,
        unit.name, unit.code, unit.dimension, "point" if unit.name in _POINTS else None, unit.per,
    )  # fmt: skip


def q(value: str, name: str, **fields: Any) -> dict[str, Any]:  # noqa: ANN401 - any field of a Quantity
    """The fields that an example's reading must have."""
    return {"value": Decimal(value), "unit": name} | fields


def span(low: str, high: str, name: str) -> dict[str, Any]:
    """The fields that an example's reading as a range must have."""
    return {"low": Decimal(low), "high": Decimal(high), "unit": name, "comparator": "range", "value": None}
