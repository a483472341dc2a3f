"""Places on the calendar as words give them: 2025年, 9月下旬, 上个月, “十四五”, 本世纪 — each a core that ``times`` joins with what stands around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from govtext.lexicon import calendar
from govtext.mentions.mention import Step, Window
from govtext.rules import rule

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govtext.records import Grain, Relation
    from govtext.rules import Match

HAN = "〇○零一二三四五六七八九十两廿卅百千"
DASH = r"(?:[-－—–―~～至到]|——|--)"
_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2, "廿": 20, "卅": 30}
_SCALES = {"十": 10, "百": 100, "千": 1000}

MONTH = r"(?:1[0-2]|0?[1-9]|１[０-２]|０?[１-９]|十[一二]?|[一二三四五六七八九])"
DAY = r"(?:[0-3]?\p{Nd}|[０-３]?\p{Nd}|[廿卅]?[一二三四五六七八九]|[二三]?十[一二三四五六七八九]?|[廿卅])"
SMALL = r"(?:\p{Nd}{1,3}|[一二三四五六七八九十两]{1,3}|[一二三四五六七八九]?百)"
YEAR = rf"(?:\p{{Nd}}{{4}}|[〇○零一二三四五六七八九]{{4}}|[两二]千(?:零[一二三四五六七八九十]{{1,3}}|[一二三四五六七八九]百[零一二三四五六七八九十]{{1,4}}))"
# 2023年级, 2025年轻人, 2000年历史: what a year is not.
NO_YEAR = r"(?!级|龄|轻|纪|代|货|糕|画|鉴|会员|限|薪|的?历史|久|以上|期|息|均|多|余|来)"


def number(text: str) -> int:
    """A small whole number, in digits of any width or in Chinese: 2025, ２０２５, 二〇二五, 两千零二十三, 十二, 廿一.

    >>> [number(t) for t in ("２０２５", "二〇二五", "两千零二十三", "十二")]
    [2025, 2025, 2023, 12]
    """
    if text.isdigit():
        return int(text)
    if not any(c in _SCALES for c in text):
        return sum(_DIGITS[c] for c in text) if text[0] in "廿卅" else int("".join(str(_DIGITS[c]) for c in text))
    total = digit = 0
    for c in text:
        if c in _SCALES:
            total += (digit or 1) * _SCALES[c]
            digit = 0
        elif _DIGITS[c] > 9:
            total += _DIGITS[c]
        else:
            digit = _DIGITS[c]
    return total + digit


@dataclass(frozen=True, slots=True)
class Core:
    """The middle of a time: its steps, or its window, before leading and trailing words."""

    steps: tuple[Step, ...] = ()
    grain: Grain = "year"
    relation: Relation = "within"
    tense: Literal["past", "open", "future"] = "open"
    window: Window | None = None
    open_start: bool = False  # 月底, 近日: only the last day is meant
    open_end: bool = False
    exclusive: bool = False


def _full_year(text: str) -> int | None:
    year = number(text)
    return year if 1800 <= year <= 2199 else None


def _short_year(text: str) -> int:
    year = number(text)
    return year + (2000 if year < 50 else 1900)


def _tense(offset: int) -> Literal["past", "open", "future"]:
    return "past" if offset < 0 else "future" if offset > 0 else "open"


def _want(**fields: object) -> Mapping[str, object]:
    return fields


@rule(
    r"(?P<year>(?:18|19|20|21)\d\d)(?P<mark>[-/.])(?P<month>1[0-2]|0?[1-9])(?P=mark)(?P<day>3[01]|[12]\d|0?[1-9])(?!\d|[%％.]\d|[-/](?!\d{4}[-/])|[亿万个元])",
    examples={"2024-05-20": _want(grain="day", absolute=True), "2015.5.13": _want(grain="day"), "2020/12/1": _want(grain="day")},
    rejects=("888-000-9999", "2024-13-40", "192.168.1.1"),
)
def numeric_day(match: Match) -> Core | None:
    """Year, month and day with one mark between them."""
    year, month, day = (number(match[g]) for g in ("year", "month", "day"))
    return Core((Step("year", year, year), Step("month", month, month), Step("day", day, day)), "day")


@rule(
    r"(?P<year>(?:19|20)\d\d)(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?![\d.,]|\p{L})",
    examples={"20150303": _want(grain="day")},
    rejects=("20150303元", "20151303", "120150303"),
)
def compact_day(match: Match) -> Core:
    """Eight digits that are a date, when no unit follows."""
    year, month, day = (number(match[g]) for g in ("year", "month", "day"))
    return Core((Step("year", year, year), Step("month", month, month), Step("day", day, day)), "day")


@rule(
    rf"(?P<first>{YEAR})[ ]?{DASH}[ ]?(?P<last>{YEAR}|\p{{Nd}}{{2}})[ ]?(?:学年度?|年度?){NO_YEAR}",
    examples={"2023—2025年": _want(grain="years"), "2016－2020年": _want(grain="years"), "2023至2027年": _want(grain="years")},
    rejects=("2000—3000元", "2000-3000年产能"),
)
def years_span(match: Match) -> Core | None:
    """Two years with one 年."""
    first = _full_year(match["first"])
    last = number(match["last"])
    if first is not None and last < 100:
        last += first // 100 * 100
    if first is None or not first < last <= 2199:
        return None
    return Core((Step("year", first, last),), "years")


@rule(
    rf"(?:(?P<first>{YEAR})(?:[ ]?(?:{DASH}|/)[ ]?(?P<last>{YEAR}|\p{{Nd}}{{2}}))?[ ]?|(?P<word>本|上一?个?|下一?个?))财(?:政年度?|年)",
    examples={
        "2023财年": _want(grain="year"),
        "2022—2023财年": _want(grain="year"),
        "2023/24财年": _want(grain="year"),
        "上一财年": _want(grain="year", tense="past"),
    },
    rejects=("上财新闻", "2023财政收入"),
)
def fiscal_year(match: Match) -> Core | None:
    """A fiscal year: its days are known when the text named its country before."""
    before = match.string[max(0, match.start() - 400) : match.start()]
    near = max(calendar.FISCAL_YEARS, key=before.rfind)
    country = near if near in before else ""
    if match["word"]:
        offset = {"本": 0, "上": -1, "下": 1}[match["word"][0]]
        return Core((Step("fiscal", offset, offset, relative=True, name=country),), tense=_tense(offset))
    first = _full_year(match["first"])
    if first is None:
        return None
    last = first + 1 if match["last"] else first
    return Core((Step("fiscal", first, last, name=country),))


@rule(
    rf"[（(](?P<first>(?:19|20)\d\d)[ ]?年?[ ]?{DASH}[ ]?(?P<last>(?:19|20)\d\d)(?=[)）])",
    examples={"行动计划（2023—2025）": _want(anchor="2023—2025", grain="years")},
    rejects=("（2000—1999）",),
)
def years_in_brackets(match: Match) -> Core | None:
    """Two years alone in brackets, as in a plan's name."""
    first, last = number(match["first"]), number(match["last"])
    return Core((Step("year", first, last),), "years") if first < last else None


@rule(
    rf"(?P<year>{YEAR})[ ]?年(?:度(?!假))?{NO_YEAR}",
    examples={
        "2025年": _want(grain="year", relation="within", absolute=True),
        "到2025年": _want(grain="year", relation="by"),
        "2030年前": _want(grain="year", relation="by"),
        "二〇二五年底": _want(relation="by"),
        "两千零二十三年": _want(grain="year"),
        "２０２５年": _want(grain="year"),
        "2023年度": _want(grain="year"),
    },
    rejects=("2023年级", "5000年", "2000余年", "2000余人", "2025版", "2000多年"),
)
def dated_year(match: Match) -> Core | None:
    """A year of four figures."""
    year = _full_year(match["year"])
    return None if year is None else Core((Step("year", year, year),))


@rule(
    rf"(?P<year>\p{{Nd}}{{2}}|[零〇○九八七一二][一二三四五六七八九零〇○])[ ]?年(?P<month>{MONTH})月",
    examples={"15年3月": _want(grain="month"), "98年4月": _want(grain="month")},
    rejects=("15年3个月", "15年内"),
)
def short_year(match: Match) -> Core:
    """Two figures before 年 and a month."""
    year, month = _short_year(match["year"]), number(match["month"])
    return Core((Step("year", year, year), Step("month", month, month)), "month")


@rule(
    rf"(?P<year>0\d|[零〇○][一二三四五六七八九])[ ]?年{NO_YEAR}",
    examples={"07 年以前": _want(relation="by"), "零八年": _want(grain="year")},
    rejects=("10年", "八年"),
)
def zero_year(match: Match) -> Core:
    """Two figures, the first one a zero: 08年."""
    year = _short_year(match["year"])
    return Core((Step("year", year, year),))


@rule(
    rf"(?P<decade>[1-9]0|[一二三四五六七八九]十)年代(?:(?P<edge>[初中末])期?)?",
    examples={"90年代": _want(grain="years"), "20世纪90年代": _want(grain="years"), "本世纪20年代": _want(grain="years")},
    rejects=("年代久远",),
)
def decade(match: Match) -> Core:
    """Ten years of a century."""
    first = number(match["decade"])
    steps = (Step("decade", first, first),)
    return Core(steps if not match["edge"] else (*steps, Step("edge", "初中末".index(match["edge"]) + 1, 0)), "years")


@rule(
    rf"(?:(?P<number>2[01]|1[89]|二十一?|十九)|(?P<word>[本上下])个?)世纪(?!广场|大道|公园|城|佳|华|杯|末日)(?P<middle>中叶|中期|上半叶|下半叶)?",
    examples={
        "到本世纪中叶": _want(grain="century", relation="by"),
        "本世纪末": _want(relation="by"),
        "21世纪中叶": _want(grain="century"),
    },
    rejects=("世纪大道", "新世纪"),
)
def century(match: Match) -> Core:
    """A century, its middle or its end."""
    if match["number"]:
        value = number(match["number"])
        step = Step("century", value, value)
    else:
        offset = "上本下".index(match["word"]) - 1
        step = Step("century", offset, offset, relative=True)
    middle = match["middle"] in ("中叶", "中期")
    return Core((step, Step("edge", 2, 2)) if middle else (step,), "century", "by" if middle else "within", open_start=middle)


@rule(
    r"(?P<open>[“\"「『‘＂])?(?P<name>\L<plans>)(?(open)[”\"」』’＂])(?!普法)(?=(?P<word>期间|时期|期末|规划|末|开局|收官|以来|初|中期|目标|前期|后期|[前后头]))?",
    examples={
        "“十四五”期间": _want(grain="years", relation="within", absolute=True),
        "“十四五”末": _want(relation="by"),
        "到“十四五”末": _want(relation="by"),
        "“十五五”时期": _want(grain="years"),
        "十三五期间": _want(grain="years"),
        "“十五”期间": _want(grain="years"),
        "“九五”": _want(grain="years"),
        "“十四五”以来": _want(relation="since", tense="past"),
    },
    rejects=("“八五”普法", "二十五个", "十五家", "三五成群", "“三农”", "“双11”", "一五一十"),
    plans=calendar.PLAN_NAMES,
)
def plan(match: Match) -> Core | None:
    """A five-year plan by name, in quotation marks or with 期间, 时期, 末 behind it."""
    if not match["open"] and match["word"] in (None, "前", "后", "头", "目标", "初"):
        return None
    ordinal = calendar.PLAN_NAMES[match["name"]]
    return Core((Step("plan", ordinal, ordinal),), "years")


@rule(
    rf"第(?P<number>{SMALL})个五年(?:规划|计划)",
    examples={"第七个五年计划期间": _want(grain="years"), "第十四个五年规划": _want(grain="years")},
    rejects=("五年规划", "第七个五年"),
)
def numbered_plan(match: Match) -> Core | None:
    """A five-year plan by its number."""
    ordinal = number(match["number"])
    return Core((Step("plan", ordinal, ordinal),), "years") if ordinal in calendar.PLANS else None


@rule(
    rf"(?P<first>{MONTH})月?[ ]?{DASH}[ ]?(?P<last>{MONTH})[ ]?月(?:份|(?![ ]?\p{{Nd}}{{1,2}}[日号]))",
    examples={
        "1-4月": _want(grain="month"),
        "1至7月份": _want(grain="month"),
        "2018年2——4月": _want(grain="month"),
        "2019年1-五月": _want(grain="month"),
    },
    rejects=("1—4个月",),
)
def months_span(match: Match) -> Core | None:
    """Two months with one 月."""
    first, last = number(match["first"]), number(match["last"])
    return Core((Step("month", first, last),), "month") if first < last else None


@rule(
    rf"(?P<month>{MONTH})[ ]?月(?:份)?(?!革命|怀胎|球|饼|亮|台|嫂|光|薪|均|供|息|租|卡|票|老)",
    examples={"9月": _want(grain="month"), "6月底前": _want(relation="by"), "二〇〇六年十二月": _want(grain="month")},
    rejects=("十月革命", "3个月", "13月"),
)
def month(match: Match) -> Core:
    """A month by its number."""
    value = number(match["month"])
    return Core((Step("month", value, value),), "month")


@rule(
    rf"(?P<first>{DAY})[ ]?{DASH}[ ]?(?P<last>{DAY})[ ]?[日号]",
    examples={"5月3—5日": _want(grain="day"), "5月3至5日": _want(grain="day")},
    rejects=("3至5号线",),
)
def days_span(match: Match) -> Core | None:
    """Two days with one 日, after a month."""
    first, last = number(match["first"]), number(match["last"])
    return Core((Step("day", first, last),), "day") if first < last <= 31 else None


@rule(
    rf"(?<!第)(?P<day>{DAY})[ ]?(?:日|号(?!线|楼|文|令|院|公告|店|馆|台|站|井|机|库|门|厂|桥|路))(?!均|产|内|处理|照|用|元|游|本|报价|间|常|增|以内|之内|供|历|活|最|系|制|资)",
    examples={
        "3月5日": _want(grain="day"),
        "本月9日": _want(grain="day"),
        "1月19号": _want(grain="day"),
        "上个月15号": _want(grain="day"),
        "零七年八月二十九号": _want(grain="day"),
        "15年3月2日": _want(grain="day"),
    },
    rejects=("第3日", "15日内", "15号", "32日"),
)
def day(match: Match) -> Core | None:
    """A day by its number; without a month only as 日."""
    value = number(match["day"])
    return Core((Step("day", value, value),), "day") if 1 <= value <= 31 else None


@rule(
    r"(?P<which>上|中下|中|下)旬",
    examples={"9月上旬": _want(grain="ten_days"), "下月中旬": _want(grain="ten_days")},
    rejects=("上寻",),
)
def ten_days(match: Match) -> Core:
    """A third of a month."""
    word = match["which"]
    return Core((Step("ten_days", "上中下".index(word[0]) + 1, "上中下".index(word[-1]) + 1),), "ten_days")


@rule(
    rf"第?(?P<first>[一二三四1-4])(?:季度?)?(?:[至到、—-]第?(?P<last>[二三四2-4]))?季度",
    examples={
        "一季度": _want(grain="quarter"),
        "第三季度": _want(grain="quarter"),
        "三季度末": _want(relation="by"),
        "2024年一季度": _want(grain="quarter"),
        "一至三季度": _want(grain="quarter"),
        "二、三季度": _want(grain="quarter"),
    },
    rejects=("五季度", "每季度"),
)
def quarter(match: Match) -> Core | None:
    """A quarter, or a stretch of quarters."""
    first = number(match["first"])
    last = number(match["last"] or match["first"])
    return Core((Step("quarter", first, last),), "quarter") if first <= last else None


@rule(
    r"(?P<which>[上下前后])半(?:年(?!以前|之前)|个?(?P<month>月))(?!报)",
    examples={"上半年": _want(grain="half"), "今年下半年": _want(grain="half"), "2018年前半年": _want(grain="half")},
    rejects=("半年", "上半年报"),
)
def half(match: Match) -> Core | None:
    """A half of a year."""
    if match["month"]:
        return None
    which = 1 if match["which"] in "上前" else 2
    return Core((Step("half", which, which),), "half")


@rule(
    rf"(?P<side>前|头|最[后後]|后)[ ]?(?P<count>{SMALL})[ ]?(?P<unit>个?月|季度|天|年)(?!内|以内)",
    examples={
        "前三季度": _want(grain="quarter"),
        "今年前4个月": _want(grain="month"),
        "去年的前10天": _want(grain="day"),
        "“十四五”前三年": _want(grain="years"),
        "2021 年的最後 4 个月": _want(grain="month"),
    }
    | {"2022年前十一个月": _want(grain="month")},
    rejects=("前三位", "前10名", "前5年"),
)
def first_part(match: Match) -> Core | None:
    """The first or last months, quarters, days of a longer time."""
    count = number(match["count"])
    unit, grain = {"月": ("month", "month"), "季": ("quarter", "quarter"), "天": ("day", "day"), "年": ("year", "years")}[
        match["unit"].removeprefix("个")[0]
    ]
    step = Step(unit, 1, count) if match["side"] in "前头" else Step(unit, -count, -1)  # type: ignore[arg-type]
    return Core((step,), grain)  # type: ignore[arg-type]


NUMBER_RULES = (
    numeric_day, compact_day, years_span, dated_year, short_year, zero_year, decade, months_span, month, days_span, day, quarter,
)  # fmt: skip
