"""Every quantity of a text: 「不少于315亿元」 is 315亿元 with its bound, at least 31500000000 元.

One scan stops where a number or a word of change begins; the rules read the number and its unit there, and what bounds it is joined on.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from govtext.lexicon.numerals import BEFORE_BURDEN
from govtext.mentions import bounds, changes, measures, money, neighbours, rates, shares, smaller, unit
from govtext.mentions.mention import Quantity
from govtext.mentions.shapes import DIGIT, HAN, NUMBER, Core
from govtext.rules import local

if TYPE_CHECKING:
    from collections.abc import Callable

    from govtext.records import Measure
    from govtext.records import Quantity as Record
    from govtext.rules import Pattern, Rule

# The rules of a number, in the order of their priority, each with what must stand behind the number for it: one of these
# words, or a unit's first character, or a dash, or the number must end in 万 or 亿. No other rule is tried.
_UNIT, _DASH, _SCALE = "unit", "dash", "scale"
_AT_NUMBER: tuple[tuple[Rule[Core], tuple[str, ...]], ...] = (
    (measures.spaced_digits, (" ",)), (measures.unit_of_last, ("和", "、", "及", "与")), (shares.per_hundred, ("分",)),
    (shares.in_hundred_thousand, ("/", "／")), (shares.fraction, ("分", "/", " ")), (measures.range_of_two, (_DASH,)),
    (smaller.and_a_half, ("个半", "个多", "個半", "個多", "半", "多")), (shares.half, ("半", "数")),
    (shares.tenths, tuple("成-－—～~至到 ")), (money.level_label, ("级", "元级")), (measures.number_then_unit, (_UNIT,)),
    (money.bare_amount, (_SCALE,)), (shares.coefficient, tuple("，,。；;、左以∶:：")),
)  # fmt: skip
_AT_SCALE = (shares.per_hundred, shares.fraction)  # 百分之, 十分之: no number begins with their scale
_AT_WORD: tuple[Rule[Core], ...] = (
    *changes.RULES, shares.half, shares.among_first, shares.among_first_ones, shares.place, shares.first_place, money.currency_sign,
    measures.named_degrees, shares.per_hundred,
)  # fmt: skip
_SCALES = frozenset("万亿萬億")
_MORE = frozenset(" 多余餘")  # may stand between a number and its unit
_GAPS = frozenset(" （(-－−—–―~～∼〜至到")  # what the gap between the two numbers of a range begins with

RULES: tuple[Rule[Core], ...] = (*shares.RULES, *measures.RULES, *smaller.RULES, *money.RULES)

# What says right before a number that it changes by so much: 增长5%, 下降近3%.
_GROWING = (
    r"(?:增长|下降|增加|减少|提高|提升|降低|上升|上涨|下跌|回落|上浮|下调|上调|压减|削减|递增|递减|缩短|扩大|减排|增产|减产|增|降|涨|跌|升|减|长)"
    r"[了过]?(?:[约近超逾]|不低于|不少于|超过|不超过|不小于|达|至少|接近|将近|大约|多达|突破)?[ ]?$"
)
_FIRST = rf"{DIGIT}{HAN}两兩上几幾数數半翻倍成减腰过前第首榜$＄¥￥₩€£UH摄华负負\-－"  # the characters that anchors begin with
_MINUS = frozenset("-－−负負")
# A date in digits is no quantity, and a third of the numbers that are none: 2025年, 3月, 15日, but not 15日内.
_DATE = r"(?<![\-－−负負])(?:[0-9]{4}年(?![时/／每（(])|[0-9]{1,2}月(?!龄)|(?:[0-2]?[0-9]|3[01])日(?![内以之元圆币/／每（(]))"
_NOT_NEGATIVE = frozenset("0123456789０１２３４５６７８９%％)）]年月日号")


@lru_cache(maxsize=1)
def _growing() -> Pattern:
    return local(_GROWING)


@lru_cache(maxsize=1)
def _anchor() -> Pattern:
    """Where a quantity may begin: a number, or one of the words that stand for one."""
    return local(
        rf"""
        (?=[{_FIRST}])  # re looks for one of these first, and so is three times as fast
        (?: (?P<number>
            (?: (?: (?<![{DIGIT}A-Za-z.．]) | (?<=GDP|CPI|PPI|FDI) ) (?=[{DIGIT}]) (?!{_DATE})
              | (?<![第{HAN}两兩])(?=[{HAN}两兩])
              | (?<![迈跃登站踏冲攀网线路船车街马晚早以])(?=上[百千万亿佰仟萬億])
              | (?=[几数幾數][十百千万亿拾佰仟萬億])
              | (?=半(?![导径]))
            )
            .
          )
        | 翻|倍增|成倍|减半|腰斩|过半|前(?=[{HAN}{DIGIT}两])|第(?=[{HAN}{DIGIT}])|首位|榜首
        | [$＄¥￥₩€£]|US\$|HK\$|摄氏|华氏|[负負\-－][百千万]分之)
        """
    )


@lru_cache(maxsize=1)
def _number() -> Pattern:
    """A number, and whether a dash stands in the characters behind it; as part of the anchor it would be matched inside 1万1万1万 again."""
    return local(rf"{NUMBER}(?=(?P<dash>(?s:.){{0,8}}?[\-－−—–―~～∼〜至到])?)")


@lru_cache(maxsize=1)
def _run() -> Pattern:
    """All the digits and numerals that stand together at a place."""
    return local(rf"[{DIGIT}{HAN}两兩几幾数數.．]++|[上半]")


def find(text: str) -> tuple[Quantity, ...]:
    """Every quantity of a text, in its order, none inside another.

    >>> [(text[q.start:q.end], q.comparator, str(q.value), q.unit) for text in ["投资不少于1.2万亿元，增长4.5%左右"] for q in find(text)]
    [('1.2万亿元', 'ge', '1200000000000.0', '元'), ('4.5%', 'approx', '4.5', '%')]
    """
    out: list[Quantity] = []
    done, near = 0, False
    for anchor in _anchor().finditer(text):
        place = anchor.start()
        if place < done:
            continue
        number = anchor.lastgroup == "number"
        found = _read_number(text, place, done) if number else _read(text, place, _word_rules(text[place : place + 2]))
        if found is None:
            run = _run().match(text, place) if number else None
            done = run.end() if run else done  # the tail of what stands together is no number of its own
            continue
        quantity = _bounded(text, *found, done)
        if not out or quantity.outer_start - out[-1].outer_end > neighbours.SIDE_BY_SIDE:
            out.append(quantity)
        else:
            out[-1:] = neighbours.joined(text, out[-1], quantity)
            near = True
        done = quantity.outer_end
    if near:
        neighbours.spread(text, out)
    return tuple(out)


def _read_number(text: str, place: int, done: int) -> tuple[Core, str] | None:
    """What the rules that can read the number at a place make of it, by what stands behind it."""
    start = _signed(text, place, done) if text[place - 1 : place] in _MINUS else place
    number = _number().match(text, place)
    if number is None:
        return _read(text, start, _AT_SCALE)
    end = number.end()
    rules = _rules(text[end : end + 2], number["dash"] is not None, text[end - 1] in _SCALES)
    if not rules:
        return None
    if start < place:
        return _read(text, start, rules)
    if rules[0] is measures.number_then_unit:  # most often
        core = measures.counted_in_unit(text, place, end)
        if core is not None:
            return core, "number_then_unit"
        rules = rules[1:]
    return _read(text, place, rules, end)


@lru_cache(maxsize=8192)
def _rules(behind: str, dashed: bool, scaled: bool) -> tuple[Rule[Core], ...]:  # noqa: FBT001 - a cache is asked fastest by position
    united = behind[:1] in unit.firsts() or behind[:1] in _MORE
    gapped = dashed and behind[:1] in _GAPS
    fits = {_DASH: gapped or (dashed and united), _SCALE: scaled or gapped or (dashed and united), _UNIT: united}
    return tuple(rule for rule, where in _AT_NUMBER if fits.get(where[0], behind.startswith(where)))


@lru_cache(maxsize=1024)
def _word_rules(characters: str) -> tuple[Rule[Core], ...]:
    return tuple(rule for rule in _AT_WORD if rule.can_begin(characters))


def _signed(text: str, place: int, done: int) -> int:
    """Where a number with a mark of minus in front begins, its minus included: not in 10-20."""
    if place <= done:
        return place
    before = text[place - 2 : place - 1]
    if text[place - 1] in "负負" and before and before in BEFORE_BURDEN:
        return place
    return place if before in _NOT_NEGATIVE or (before.isascii() and before.isalnum()) else place - 1


def _read(text: str, place: int, rules: tuple[Rule[Core], ...], end: int = 0) -> tuple[Core, str] | None:
    """What the first rule that reads anything at a place reads there, and the rule's name; a bare number ends at ``end``."""
    for each in rules:
        if end and each is measures.number_then_unit:
            core = measures.counted_in_unit(text, place, end)
        else:
            match = each.pattern.match(text, place)
            core = each.read(match) if match else None
        if core is not None:
            return core, each.name
    return None


def _bounded(text: str, core: Core, name: str, done: int) -> Quantity:
    """A core with the words that bound it before and behind."""
    start, end, comparator, value, low, high, name_of_unit, code, dimension, measure, per = core
    outer_start, outer_end = start, end
    ahead = bounds.before(text, start)
    if ahead is not None and ahead[1] < done:
        ahead = None
    behind = bounds.after(text, end)
    share = bounds.before_share(text, start) if text[start - 1 : start] == "的" else None
    if ahead or behind or share:
        comparator = bounds.joined(comparator, ahead[0] if ahead else share, behind[0] if behind else None)
        outer_start, outer_end = ahead[1] if ahead else start, behind[1] if behind else end
    if measure is None and dimension == "ratio":
        measure = _measure(text, core, outer_start)
    return Quantity(
        start, end, outer_start, outer_end, comparator, value, low, high, name_of_unit, code, dimension, measure,
        per or rates.per(text, outer_start), name,
    )  # fmt: skip


def _measure(text: str, core: Core, start: int) -> Measure | None:
    """What a ratio measures: growth right behind a verb of change (增长5%), multiple for any other 倍; else the words do not say it."""
    if not core.unit:
        return None
    if _growing().search(text, max(0, start - 8), core.start):
        return "growth"
    return "multiple" if core.unit == "倍" else None


def plain(text: str, quantity: Quantity) -> dict[str, Any]:
    """A quantity as plain data, as ``records.Quantity`` takes it."""
    start, end, outer_start, outer_end, comparator, value, low, high, name, code, dimension, measure, per, rule = quantity
    return {
        "text": text[outer_start:outer_end],
        "span": {"start": start, "end": end},
        "comparator": comparator,
        "value": value,
        "low": low,
        "high": high,
        "unit": name,
        "unit_code": code,
        "dimension": dimension,
        "measure": measure,
        "per": per,
        "rule": rule,
    }


def records(text: str) -> tuple[Record, ...]:
    """Every quantity of a text as a record."""
    found = find(text)
    return _validated()([plain(text, quantity) for quantity in found]) if found else ()


@lru_cache(maxsize=1)
def _validated() -> Callable[[list[dict[str, Any]]], tuple[Record, ...]]:
    from govtext.records import quantities  # noqa: PLC0415 - pydantic loads when a record is asked for, not with the reader

    return quantities
