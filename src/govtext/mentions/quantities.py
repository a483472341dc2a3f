"""Every quantity of a text: 「不少于315亿元」 is 315亿元 with its bound, at least 31500000000 元.

One scan stops where a number or a word of change begins; the rules read the number and its unit there, and what bounds it is joined on.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from govtext import records as border
from govtext.lexicon import units as table
from govtext.mentions import amounts, bounds, changes, shares, unit
from govtext.mentions.mention import Quantity
from govtext.mentions.shapes import DIGIT, HAN, NUMBER, SEPARATOR, Core, measured
from govtext.rules import pattern, rule

if TYPE_CHECKING:
    from govtext.mentions.amounts import Amount
    from govtext.rules import Match, Pattern, Rule

_HALF = Decimal("0.5")
_GAP = rf"(?:[（(]含[)）])?{SEPARATOR}"


@lru_cache(maxsize=64)
def _compiled(shape: str) -> Pattern:
    return pattern(shape)


def q(value: str, name: str, **fields: Any) -> dict[str, Any]:  # noqa: ANN401 - any field of a Quantity
    """The fields that an example's reading must have."""
    return {"value": Decimal(value), "unit": name} | fields


def span(low: str, high: str, name: str) -> dict[str, Any]:
    """The fields of a range."""
    return {"low": Decimal(low), "high": Decimal(high), "unit": name, "comparator": "range", "value": None}


@rule(
    rf"(?P<first>[-－−]?{NUMBER})(?=[^，。；\n]{{0,7}}?(?:[-－−—–―~～∼〜至到]))",
    examples={
        "4.5%—5%": span("4.5", "5", "%"), "300至500万元": span("3000000", "5000000", "元"), "2到3座": span("2", "3", "座"), "10%-15%": span("10", "15", "%"),
        "25～30项": span("25", "30", "项"), "10亿至12亿平方米": span("1000000000", "1200000000", "平方米"), "七千到九千亿元": span("700000000000", "900000000000", "元"),
    },
    rejects=("2023-2025年", "5—6月", "9:00-10:00"),
)  # fmt: skip
def range_of_two(match: Match) -> Core | None:
    """Two numbers with a dash, 至 or 到 between them, and the unit of either or both."""
    text, start = match.string, match.start()
    first = amounts.read(match["first"])
    if first is None:
        return None
    left = unit.at(text, match.end("first"))
    gap = _compiled(_GAP).match(text, left.end if left else match.end("first"))
    if gap is None:
        return None
    second_match = _compiled(NUMBER).match(text, gap.end())
    second = amounts.read(second_match.group()) if second_match else None
    if second is None or second_match is None:
        return None
    right = unit.at(text, second_match.end())
    if (
        right is None
        or (left is not None and left.name != right.name)
        or not _counts(text, match.start(), second_match.group(), second, right)
        or right.name in ("日", "年")
        and _is_date(text, match, second_match, right)
    ):
        return None
    low, high = first.low, second.high if second.high is not None else second.low
    if left is None and first.scale < second.scale and second.mantissa and first.low < second.mantissa:
        low = first.low * second.scale * (10_000 if second.low / second.mantissa > second.scale else 1)
    if low >= high:
        return None
    return replace(measured(start, right.end, amounts.Amount(low, high, "range"), right), comparator="range")


def _is_date(text: str, first: Match, second: Match, name: unit.Unit) -> bool:
    """2023—2025年, 3—5日."""
    if name.name == "年":
        return len(second.group()) == 4 and second.group().isdigit()
    return _number(second.group()) <= 31 and not text.startswith(("内", "以内", "游"), name.end)


def _number(text: str) -> Decimal:
    amount = amounts.read(text)
    return amount.low if amount else Decimal(0)


@rule(
    rf"(?P<number>[-－−负負]?{NUMBER})(?P<gap>[ ]?[多余餘])?",
    examples={
        "315亿元": q("31500000000", "元", comparator="eq", unit_code="CNY", dimension="money"), "8000万亩": q("80000000", "亩"), "1.2万亿元": q("1200000000000", "元"),
        "1,500万元": q("15000000", "元"), "１，５００家": q("1500", "家"), "２００家": q("200", "家"), "两千零二十三户": q("2023", "户"), "1亿2000万人": q("120000000", "人"),
        "1.4万亿斤": q("1400000000000", "斤"), "500万千瓦": q("5000000", "千瓦"), "2个百分点": q("2", "个百分点", measure="point"), "11.3万套（户）": q("113000", "套"),
        "28微克/立方米": q("28", "微克/立方米", per="立方米"), "800多人": q("800", "人", comparator="gt"), "100余家": q("100", "家", comparator="gt"), "上百家": q("100", "家", comparator="approx"),
        "数十亿元": {"low": Decimal(10**9), "high": Decimal(10**10), "comparator": "approx", "unit": "元"}, "三五百家": span("300", "500", "家"), "9000元/平方米": q("9000", "元/平方米"),
    },
    rejects=("第十四届", "2025年", "二〇二五年", "5G", "12345热线", "318国道", "PM2.5", "一带一路", "三农", "15号", "500强", "上半年", "8时30分", "五位一体"),
)  # fmt: skip
def number_then_unit(match: Match) -> Core | None:
    """Digits or a numeral, its 万 or 亿, then the longest unit that begins there."""
    text = match.string
    amount = amounts.read(match["number"])
    if amount is None:
        return None
    name = unit.at(text, match.end())
    if name is None:
        return None
    if match["gap"]:
        amount = replace(amount, high=None, comparator="gt")
    if not _counts(text, match.start(), match.group().rstrip("多余餘 "), amount, name):
        return None
    core = measured(match.start(), name.end, amount, name)
    return _currency_before(text, _with_parts(text, core, name))


def _counts(text: str, start: int, number: str, amount: Amount, name: unit.Unit) -> bool:
    """Whether a number and the unit behind it count something: 三农 and 2025年 do not."""
    before = text[start - 1 : start] if start else ""
    if before in ("第", "/", "#"):
        return False
    if len(number) == 1 and number not in "0123456789０１２３４５６７８９":
        if name.spelling in table.BOUND:
            return False
        if number == "半":
            return name.family in ("calendar", "time") and before not in ("上", "下", "前", "后", "大", "每") or name.name == "个"
        if number in "百千万亿百千萬億" and name.dimension not in ("money",) and before in ("", *"“‘「"):
            return name.name not in ("个",)
    if number[0] in "两" and len(number) == 1 and name.name in ("年",) and before == "第":
        return False
    if name.name == "年":
        exact = amount.comparator == "eq"
        return not (_positional(number) or (exact and len(number) == 4 and number.isdigit()) or _is_year_word(number, amount))
    if name.name == "日":
        return amount.low > 31 or number in ("两", "数十") or text.startswith(("内", "以内", "之内"), name.end)
    if name.name == "分":
        return before not in ("时", "点", ":", "：")
    return True


def _positional(number: str) -> bool:
    return len(number) > 1 and all(c in "〇○零一二三四五六七八九" for c in number)


def _is_year_word(number: str, amount: Amount) -> bool:
    return number[0] in "一二两" and "千" in number and 1900 <= amount.low <= 2100


_PARTS = rf"[又零]?(?P<number>{NUMBER})"


def _with_parts(text: str, core: Core, name: unit.Unit) -> Core:
    """A unit's half and its smaller parts: 两米半, 五元三毛, 3斤5两, 1年2个月."""
    if core.value is None or core.comparator != "eq":
        return core
    if (
        text.startswith("半", core.end)
        and name.dimension != "count"
        and not _compiled("半[年月天小个数导决自封程径夜价岛壁]").match(text, core.end)
    ):
        return replace(core, value=core.value + _HALF * name.times, end=core.end + 1)
    last = name
    while last.family in ("CNY", "USD", "mass", "time", "calendar", "length"):
        more = _compiled(_PARTS).match(text, core.end)
        amount = amounts.read(more["number"]) if more else None
        smaller = unit.at(text, more.end()) if more else None
        if more is None or amount is None or amount.low != amount.high or core.value is None:
            return core
        if (
            smaller is None
            or smaller.family != name.family
            or smaller.factor * smaller.times >= last.factor * last.times
            and smaller.factor >= last.factor
        ):
            return _odd_coins(core, name, last, more, amount)
        if name.family in ("time", "calendar"):
            whole = core.value * (last.factor if core.unit == last.name else Decimal(1))
            unit_factor = smaller.factor
            core = replace(
                core, value=(whole + amount.low * smaller.factor) / unit_factor, unit=smaller.name, code=smaller.code, end=smaller.end
            )
            last = smaller
            continue
        core = replace(
            core,
            value=core.value
            + amount.low
            * smaller.factor
            * (smaller.times if name.family == "mass" else 1)
            / (name.factor if name.family in ("mass", "length") else 1),
            end=smaller.end,
        )
        last = smaller
    return core


def _odd_coins(core: Core, name: unit.Unit, last: unit.Unit, more: Match, amount: Amount) -> Core:
    """五块六 is 5.6, 五块七毛八 is 5.78, 三块零四 is 3.04."""
    if name.spelling not in ("块", "毛", "角") or amount.low > 9 or len(more["number"].lstrip("零")) != 1 or core.value is None:
        return core
    tenth = last.factor / (100 if more["number"][0] == "零" or more.group()[0] == "零" else 10)
    return replace(core, value=core.value + amount.low * tenth, end=more.end())


_CURRENCIES = {
    "新台币": ("新台币", "TWD"),
    "台币": ("新台币", "TWD"),
    "港币": ("港元", "HKD"),
    "日币": ("日元", "JPY"),
    "韩币": ("韩元", "KRW"),
    "澳门币": ("澳门元", "MOP"),
    "新臺幣": ("新台币", "TWD"),
}


def _currency_before(text: str, core: Core) -> Core:
    """新台币177亿元 is not in yuan."""
    if core.unit != "元":
        return core
    ahead = text[max(0, core.start - 4) : core.start].rstrip()
    for word, (name, code) in _CURRENCIES.items():
        if ahead.endswith(word):
            return replace(core, unit=name, code=code)
    return core


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


_SIGNS = {
    "$": ("美元", "USD"),
    "US$": ("美元", "USD"),
    "＄": ("美元", "USD"),
    "¥": ("元", "CNY"),
    "￥": ("元", "CNY"),
    "₩": ("韩元", "KRW"),
    "€": ("欧元", "EUR"),
    "£": ("英镑", "GBP"),
    "HK$": ("港元", "HKD"),
}


@rule(
    rf"(?P<sign>US\$|HK\$|[$＄¥￥₩€£])[ ]?(?P<number>{NUMBER})",
    examples={"$100": q("100", "美元", unit_code="USD"), "¥1.2亿": q("120000000", "元", unit_code="CNY")},
    rejects=("$x",),
)
def currency_sign(match: Match) -> Core | None:
    """A currency's sign before the number."""
    amount = amounts.read(match["number"])
    if amount is None or amount.low != amount.high:
        return None
    name, code = _SIGNS[match["sign"]]
    end = match.end() + (1 if match.string.startswith("元", match.end()) else 0)
    return Core(match.start(), end, "eq", amount.low, None, None, name, code, "money")


@rule(
    rf"(?P<scale>摄氏|华氏)(?:温度)?(?P<number>[-－零下负]{{0,2}}{NUMBER})(?:度|°|)",
    examples={"摄氏37度": q("37", "摄氏度"), "华氏温度98.6度": q("98.6", "华氏度")},
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


_MONEY_NOUN = r"(?:产值|投资额?|营收|收入|GDP|资金|利润|税收|销售额?|贷款|预算|市值|总额|增加值|生产总值|成交额|交易额|进出口|规模|产业|财政|融资|债券|基金|授信|余额)[^，。；\n]{0,8}$"
_MONEY_AFTER = r"(?:产值|产业|投资|资金|营收|GDP|级?俱乐部|市值|规模|集群|园区|企业|项目|市场|赛道|贷款)"


@rule(
    rf"(?P<number>(?:[{DIGIT}]++(?:\.[{DIGIT}]++)?|[一二三四五六七八九]?[十百千]?)(?:万亿|[百千]?亿|[百千]?万|[百千]))(?P<money>元)?级(?!别)",
    examples={"百亿级": q("10000000000", "元"), "千亿元级": q("100000000000", "元")},
    rejects=("三级", "10万吨级"),
)
def level_label(match: Match) -> Core | None:
    """A class by size: 百亿级, in yuan where nothing else is named."""
    amount = amounts.read(match["number"])
    if amount is None or amount.low != amount.high or (amount.low < 10**8 and not match["money"]):
        return None
    return Core(match.start(), match.end(), "approx", amount.low, None, None, "元", "CNY", "money")


@rule(
    rf"(?P<number>{NUMBER})",
    examples={"实现产值8000亿": q("800000000000", "元", anchor="8000亿"), "入境游客111万，": q("1110000", "", anchor="111万")},
    rejects=("千万工程", "万万没想到", "一亿", "百万大军", "3万"),
)
def bare_amount(match: Match) -> Core | None:
    """An amount in 万 or 亿 with no unit: money where a word of money stands by, else a bare count."""
    text, number = match.string, match["number"]
    amount = amounts.read(number)
    if amount is None or amount.low != amount.high or number[-1] not in "万亿萬億":
        return None
    money = _compiled(_MONEY_NOUN).search(text, max(0, match.start() - 14), match.start()) or (
        number[0] in "百千万" and _compiled(_MONEY_AFTER).match(text, match.end())
    )
    if money and amount.low >= 10**8:
        return Core(match.start(), match.end(), "eq", amount.low, None, None, "元", "CNY", "money")
    if (
        number[0] in "0123456789０１２３４５６７８９"
        and text[match.start() - 1 : match.start()] not in ("", *"“‘「")
        and match.end() < len(text)
    ):
        return Core(match.start(), match.end(), "eq", amount.low, None, None, "", None, None)
    return None


AT_NUMBER: tuple[Rule[Core], ...] = (
    shares.per_hundred, shares.fraction, range_of_two, and_a_half, shares.half, shares.tenths, level_label, number_then_unit, bare_amount,
)  # fmt: skip
AT_WORD: tuple[Rule[Core], ...] = (
    *changes.RULES,
    shares.half,
    shares.among_first,
    shares.place,
    shares.first_place,
    currency_sign,
    named_degrees,
    shares.per_hundred,
)

RULES: tuple[Rule[Core], ...] = (*AT_NUMBER, shares.among_first, shares.place, shares.first_place, currency_sign, named_degrees)

# What says before a number that it changes by so much: 增长5%.
_GROWING = r"(?:增长|下降|增加|减少|提高|提升|降低|上升|上涨|下跌|回落|上浮|下调|上调|压减|削减|递增|递减|缩短|扩大|减排|增|降|涨|跌|升|减|长)[了过]?(?:[约近超]|不低于|不少于|超过|不超过|不小于|达|至少|接近|左右|将近|大约|多达|逾|突破)?$"
_REACHING = r"(?:到|至|为|在)$"


@lru_cache(maxsize=1)
def _anchor() -> Pattern:
    """Where a quantity may begin: a number, or one of the words that stand for one."""
    return pattern(
        rf"""
        (?P<number>
            (?<![{DIGIT}A-Za-z.．])[{DIGIT}]
          | (?<![第{HAN}])[{HAN}两兩][{HAN}两兩]*+(?=[^，。；、：！？”）)》\s])
          | [上几数幾數](?=[十百千万亿拾佰仟萬億])
          | 半(?![导径])
        )
        | (?P<word>翻|倍增|成倍|减半|腰斩|过半|半数|前(?=[{HAN}{DIGIT}两])|第(?=[{HAN}{DIGIT}])|首位|榜首|[$＄¥￥₩€£]|US\$|HK\$|摄氏|华氏|[负負\-－][百千万]分之)
        """
    )


def find(text: str) -> tuple[Quantity, ...]:
    """Every quantity of a text, in its order, none inside another.

    >>> [(text[q.start:q.end], q.comparator, str(q.value), q.unit) for text in ["投资不少于1.2万亿元，增长4.5%左右"] for q in find(text)]
    [('1.2万亿元', 'ge', '1200000000000.0', '元'), ('4.5%', 'approx', '4.5', '%')]
    """
    out: list[Quantity] = []
    done = 0
    for anchor in _anchor().finditer(text):
        place = anchor.start()
        if place < done:
            continue
        number = anchor.lastgroup == "number"
        if (
            number
            and place > done
            and text[place - 1] in "-－−负負"
            and text[place - 2 : place - 1] not in tuple("0123456789%％)）]年月日")
            and not text[place - 2 : place - 1].isalnum()
        ):
            place -= 1
        read = None
        for each in AT_NUMBER if number else AT_WORD:
            match = each.pattern.match(text, place)
            if match is not None:
                read = each.read(match)
                if read is not None:
                    out.append(_bounded(text, read, each.name, done))
                    done = out[-1].outer_end
                    break
        if read is None and number:
            whole = _compiled(rf"[{DIGIT}{HAN}两兩.．]++").match(text, place)
            done = whole.end() if whole else done
    return tuple(out)


def _bounded(text: str, core: Core, name: str, done: int) -> Quantity:
    """A core with the words that bound it before and behind."""
    ahead = bounds.before(text, core.start)
    if ahead is not None and ahead[1] < done:
        ahead = None
    behind = bounds.after(text, core.end)
    start, end = ahead[1] if ahead else core.start, behind[1] if behind else core.end
    comparator = bounds.joined(core.comparator, ahead[0] if ahead else None, behind[0] if behind else None)
    measure = core.measure
    if measure is None and core.unit in ("%", "倍", "‰") and core.dimension == "ratio":
        lead = text[max(0, start - 8) : core.start]
        if _compiled(_GROWING).search(lead) and not lead.endswith(("到", "至", "为", "在")):
            measure = "growth"
        elif core.unit == "倍":
            measure = "multiple"
    return Quantity(
        core.start,
        core.end,
        start,
        end,
        comparator,
        core.value,
        core.low,
        core.high,
        core.unit,
        core.code,
        core.dimension or None,
        measure,
        core.per,
        name,
    )


def plain(text: str, quantity: Quantity) -> dict[str, Any]:
    """A quantity as plain data, as ``records.Quantity`` takes it."""
    return {
        "text": text[quantity.outer_start : quantity.outer_end],
        "span": {"start": quantity.start, "end": quantity.end},
        "comparator": quantity.comparator,
        "value": quantity.value,
        "low": quantity.low,
        "high": quantity.high,
        "unit": quantity.unit,
        "unit_code": quantity.unit_code,
        "dimension": quantity.dimension,
        "measure": quantity.measure,
        "per": quantity.per,
        "rule": quantity.rule,
    }


def records(text: str) -> tuple[border.Quantity, ...]:
    """Every quantity of a text as a record."""
    return tuple(border.Quantity.model_validate(plain(text, quantity)) for quantity in find(text))
