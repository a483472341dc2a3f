"""A number with a unit of the table behind it: 「315亿元」, 「11.3万套（户）」, and two of them as a range, 「300至500万元」."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from govtext.mentions import amounts, counted, money, smaller, unit
from govtext.mentions.amounts import EXACT
from govtext.mentions.shapes import DIGIT, NUMBER, SCALE, SEPARATOR, SIGN, Core, measured, q, span
from govtext.rules import local, rule

if TYPE_CHECKING:
    from govtext.rules import Match, Pattern, Rule

_GAP = rf"(?:[（(]含[)）])?{SEPARATOR}(?:近|约)?"
_MORE = frozenset("多余餘")
_TOLD = 12  # so near in front of several numbers stands 分别
_SPACED_MORE = frozenset([" 多", " 余", " 餘"])


@lru_cache(maxsize=1)
def _gap() -> Pattern:
    return local(_GAP)


@lru_cache(maxsize=1)
def number() -> Pattern:
    """The shape of a number, compiled."""
    return local(NUMBER)


def counted_in_unit(text: str, start: int, end: int) -> Core | None:
    """The number ``text[start:end]`` with its unit, its 多 and its smaller parts."""
    written = text[start:end]
    amount = amounts.read(written)
    if amount is None:
        return None
    name = unit.at(text, end)
    if name is None:
        if text[end : end + 1] not in _MORE and text[end : end + 2] not in _SPACED_MORE:
            return None
        end += 1 if text[end] in _MORE else 2
        amount = amount._replace(high=None, comparator="gt")
        name = unit.at(text, end)
        if name is None:
            return None
    end += name.size
    if not counted.counts(text, start, written, amount, name, end):
        return None
    core = measured(start, end, amount, name)
    if text[end : end + 1] in smaller.STARTS:
        core = smaller.added(text, core, name)
    if name.name == "元":
        return money.currency_ahead(text, core)
    return _below_zero(text, core) if name.dimension in ("temperature", "angle") else core


def _below_zero(text: str, core: Core) -> Core:
    """零下5℃ is minus five."""
    if core.value is None or not text.endswith("零下", 0, core.start):
        return core
    return core._replace(start=core.start - 2, value=core.value.copy_negate())


@rule(
    rf"(?P<number>{SIGN}?{NUMBER})",
    examples={
        "315亿元": q("31500000000", "元", comparator="eq", unit_code="CNY", dimension="money"),
        "8000万亩": q("80000000", "亩"),
        "1.2万亿元": q("1200000000000", "元"),
        "1,500万元": q("15000000", "元"),
        "１，５００家": q("1500", "家"),
        "２００家": q("200", "家"),
        "两千零二十三户": q("2023", "户"),
        "1亿2000万人": q("120000000", "人"),
        "1.4万亿斤": q("1400000000000", "斤"),
        "500万千瓦": q("5000000", "千瓦"),
        "2个百分点": q("2", "个百分点", measure="point"),
        "11.3万套（户）": q("113000", "套"),
        "28微克/立方米": q("28", "微克/立方米", per="立方米"),
        "800多人": q("800", "人", comparator="gt"),
        "100余家": q("100", "家", comparator="gt"),
        "上百家": q("100", "家", comparator="approx"),
        "数十亿元": {"low": Decimal(10**9), "high": Decimal(10**10), "comparator": "approx", "unit": "元"},
        "三五百家": span("300", "500", "家"),
        "9000元/平方米": q("9000", "元/平方米"),
        "五元三毛": q("5.3", "元"),
        "五块七毛八": q("5.78", "元"),
        "3斤5两": q("3.5", "斤"),
        "1年2个月": q("14", "个月"),
        "两米半": q("2.5", "米"),
        "减负60亿元": q("6000000000", "元", anchor="60亿元"),
        "零下5℃": q("-5", "℃"),
        "百余项": q("100", "项", comparator="gt"),
        "近百家": q("100", "家", comparator="approx", anchor="百家"),
        "新台币177亿元": q("17700000000", "新台币", anchor="177亿元"),
    },
    rejects=(
        "第十四届",
        "2025年",
        "二〇二五年",
        "5G",
        "12345热线",
        "318国道",
        "PM2.5",
        "一带一路",
        "三农",
        "15号",
        "500强",
        "上半年",
        "8时30分",
        "五位一体",
    ),
)
def number_then_unit(match: Match) -> Core | None:
    """Digits or a numeral, its 万 or 亿, then the longest unit that begins there."""
    return counted_in_unit(match.string, match.start(), match.end())


@rule(
    rf"(?P<number>[{DIGIT}](?:[ ][{DIGIT}]){{1,5}}(?:[ ]?{SCALE}++)?)(?![ ]?[{DIGIT}.])",
    examples={"4 0万公顷": q("400000", "公顷"), "9 0 %": q("90", "%")},
    rejects=("1 2 3 4", "第1 2家", "3 4月"),
)
def spaced_digits(match: Match) -> Core | None:
    """A number that its page prints with a space between the digits: 4 0万公顷."""
    return counted_in_unit(match.string, match.start(), match.end())


@rule(
    rf"(?P<first>[-－−]?{NUMBER})(?=[^，。；\n]{{0,9}}?(?:[-－−—–―~～∼〜至到]))",
    examples={
        "4.5%—5%": span("4.5", "5", "%"),
        "300至500万元": span("3000000", "5000000", "元"),
        "2到3座": span("2", "3", "座"),
        "10%-15%": span("10", "15", "%"),
        "25～30项": span("25", "30", "项"),
        "10亿至12亿平方米": span("1000000000", "1200000000", "平方米"),
        "七千到九千亿元": span("700000000000", "900000000000", "元"),
        "五块六到五块七毛八": span("5.6", "5.78", "元"),
        "8500到3万港元": span("8500", "30000", "港元"),
    },
    rejects=("2023-2025年", "5—6月", "9:00-10:00", "3—5日"),
)
def range_of_two(match: Match) -> Core | None:
    """Two numbers with a dash, 至 or 到 between them, and the unit of either or both."""
    text = match.string
    left = counted_in_unit(text, match.start("first"), match.end("first"))
    gap = _gap().match(text, left.end if left else match.end("first"))
    second = number().match(text, gap.end()) if gap else None
    right = counted_in_unit(text, second.start(), second.end()) if second else None
    if second is None or right is None or (left is not None and left.unit != right.unit):
        return None
    high = right.high if right.high is not None else right.value
    low = _scaled(match["first"], second.group(), right) if left is None else left.value if left.low is None else left.low
    if low is None or high is None or low >= high or (left is None and _is_date(text, match["first"], second.group(), right)):
        return None
    return right._replace(start=match.start(), comparator="range", value=None, low=low, high=high)


def _scaled(first: str, second: str, right: Core) -> Decimal | None:
    """The first number in the unit of the second, with the scale that they share: 300至500万元."""
    both, last = amounts.between(first, second), amounts.read(second)
    if both is None or last is None or not last.low:
        return None
    return both.low if right.value is None else EXACT.divide(EXACT.multiply(both.low, right.value), last.low)


def _is_date(text: str, first: str, second: str, right: Core) -> bool:
    """3—5日, and 2023—25年."""
    if right.unit == "日":
        return second.isdigit() and int(second) <= 31 and not text.startswith(("内", "以内", "游"), right.end)
    return len(first) == 4 and right.unit == "年"


@rule(
    rf"(?P<scale>摄氏|华氏)(?:温度)?(?P<number>(?:零下|[-－负])?{NUMBER})(?:度|°)?",
    examples={"摄氏37度": q("37", "摄氏度"), "华氏温度98.6度": q("98.6", "华氏度"), "摄氏零下20度": q("-20", "摄氏度")},
    rejects=("摄氏度",),
)
def named_degrees(match: Match) -> Core | None:
    """Degrees with their scale before the number: 摄氏37度."""
    amount = amounts.read(match["number"].replace("零下", "-"))
    if amount is None or amount.low != amount.high:
        return None
    celsius = match["scale"] == "摄氏"
    return Core(
        match.start(), match.end(), "eq", amount.low, None, None, match["scale"] + "度", "Cel" if celsius else "[degF]", "temperature"
    )


@rule(
    rf"(?P<number>[{DIGIT}]{{1,6}}(?:[.．][{DIGIT}]{{1,4}})?)(?P<rest>(?:[和、及与][{DIGIT}]{{1,6}}(?:[.．][{DIGIT}]{{1,4}})?){{0,8}}[和、及与])",
    examples={
        "分别提高2.1和4.3个百分点": q("2.1", "个百分点", anchor="2.1", measure="point"),
        "分别为3.5、4.2和5.1万亩": q("35000", "亩", anchor="3.5"),
        "提高1.2和0.8个百分点": q("1.2", "个百分点", anchor="1.2"),
        "分别新增30、50个": q("30", "个", anchor="30"),
    },
    rejects=("5、6个", "3、4月", "第1和2节", "建成1和2号线"),
)
def unit_of_last(match: Match) -> Core | None:
    """The first of several numbers with one unit behind the last: 分别提高【2.1】和4.3个百分点; five or six (5、6个) is none."""
    text, start, last = match.string, match.start(), match.end()
    told = "分别" in text[max(0, start - _TOLD) : start]
    if not told and not ("." in match["number"] and "、" not in match["rest"]):
        return None
    found = number().match(text, last)
    core = counted_in_unit(text, last, found.end()) if found else None
    written = found and amounts.read(text[last : found.end()])
    if found is None or core is None or not written or core.value is None or (not told and "." not in found.group()):
        return None
    own, bare = amounts.read(match["number"]), amounts.read(found.group().rstrip("万亿"))
    if own is None or bare is None or not bare.low:
        return None
    return core._replace(start=start, end=match.end("number"), comparator="eq", value=EXACT.multiply(own.low, core.value / bare.low))


RULES: tuple[Rule[Core], ...] = (spaced_digits, range_of_two, number_then_unit, named_degrees, unit_of_last)
