"""Days, months, quarters and halves by number: 2024-05-20, 9月下旬, 1-4月, 三季度末, 上半年, 前4个月."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govtext.mentions.core import DASH, DAY, MONTH, SMALL, Core, number, want
from govtext.mentions.mention import Step
from govtext.rules import rule

if TYPE_CHECKING:
    from govtext.rules import Match


@rule(
    r"(?P<year>(?:18|19|20|21)\d\d)(?P<mark>[-/.])(?P<month>1[0-2]|0?[1-9])(?P=mark)(?P<day>3[01]|[12]\d|0?[1-9])(?!\d|[%％.]\d|[-/](?!\d{4}[-/])|[亿万个元])",
    examples={"2024-05-20": want(grain="day", absolute=True), "2015.5.13": want(grain="day"), "2020/12/1": want(grain="day")},
    rejects=("888-000-9999", "2024-13-40", "192.168.1.1"),
)
def numeric_day(match: Match) -> Core | None:
    """Year, month and day with one mark between them."""
    year, month, day = (number(match[g]) for g in ("year", "month", "day"))
    return Core((Step("year", year, year), Step("month", month, month), Step("day", day, day)), "day")


@rule(
    r"(?P<year>(?:19|20)\d\d)(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?![\d.,]|\p{L})",
    examples={"20150303": want(grain="day")},
    rejects=("20150303元", "20151303", "120150303"),
)
def compact_day(match: Match) -> Core:
    """Eight digits that are a date, when no unit follows."""
    year, month, day = (number(match[g]) for g in ("year", "month", "day"))
    return Core((Step("year", year, year), Step("month", month, month), Step("day", day, day)), "day")


@rule(
    rf"""
    (?P<year>(?:19|20)\d\d)(?P<mark>[./])(?P<month>1[0-2]|0?[1-9])(?![\d.%％])
    (?: (?=[ ]?{DASH}[ ]?(?:19|20)\d\d[./]\d\d?(?![\d.%％])) | (?<={DASH}[ ]?\d{{4}}[./]\d{{1,2}}) )
    """,
    examples={"2024.3—2026.12": want(grain="month", absolute=True), "2024/03-2025/06": want(grain="month")},
    rejects=("2024.3", "2024.3—2026.5%", "2024.12.5"),
)
def numeric_month(match: Match) -> Core:
    """Year and month with a mark between them, at the ends of a stretch."""
    year, month = number(match["year"]), number(match["month"])
    return Core((Step("year", year, year), Step("month", month, month)), "month")


@rule(
    rf"(?P<first>{MONTH})(?:月?[ ]?{DASH}[ ]?|(?P<next>、))(?P<last>{MONTH})[ ]?月(?:份|(?![ ]?\p{{Nd}}{{1,2}}[日号]))",
    examples={
        "1-4月": want(grain="month"),
        "1至7月份": want(grain="month"),
        "2018年2——4月": want(grain="month"),
        "2019年1-五月": want(grain="month"),
        "9、10月份": want(grain="month"),
    },
    rejects=("1—4个月", "3、9月"),
)
def months_span(match: Match) -> Core | None:
    """Two months with one 月; with 、 only neighbours are a stretch."""
    first, last = number(match["first"]), number(match["last"])
    stretch = last == first + 1 if match["next"] else first < last
    return Core((Step("month", first, last),), "month") if stretch else None


@rule(
    rf"(?<![农阴旧]历)(?P<month>{MONTH})[ ]?月(?:份)?(?!革命|怀胎|[球饼亮台嫂光薪均供息租卡票老龄]|花(?![费卉])|天(?![气空]))",
    examples={"9月": want(grain="month"), "6月底前": want(relation="by"), "二〇〇六年十二月": want(grain="month")},
    rejects=("十月革命", "3个月", "13月", "5月花号", "五月天乐队", "18月龄", "农历七月十二"),
)
def month(match: Match) -> Core:
    """A month by its number."""
    value = number(match["month"])
    return Core((Step("month", value, value),), "month")


@rule(
    rf"(?P<first>{DAY})(?:[ ]?{DASH}[ ]?|(?P<next>、))(?P<last>{DAY})[ ]?[日号]",
    examples={"5月3—5日": want(grain="day"), "5月3至5日": want(grain="day"), "5月3、4日": want(grain="day")},
    rejects=("3至5号线",),
)
def days_span(match: Match) -> Core | None:
    """Two days with one 日, after a month; with 、 only neighbours are a stretch."""
    first, last = number(match["first"]), number(match["last"])
    stretch = last == first + 1 if match["next"] else first < last
    return Core((Step("day", first, last),), "day") if stretch and last <= 31 else None


@rule(
    rf"""
    (?<![第起]) (?P<day>{DAY}) [ ]? (?:日|号(?!线|楼|文|令|院|公告|店|馆|台|站|井|机|库|门|厂|桥|路))
    (?!处理|报价|[以之]内|[均产内照用元游本间常增供历活最系制资龄])
    """,
    examples={
        "3月5日": want(grain="day"),
        "本月9日": want(grain="day"),
        "1月19号": want(grain="day"),
        "上个月15号": want(grain="day"),
        "零七年八月二十九号": want(grain="day"),
        "15年3月2日": want(grain="day"),
    },
    rejects=("第3日", "15日内", "15号", "32日", "30日龄"),
)
def day(match: Match) -> Core | None:
    """A day by its number; without a month only as 日."""
    value = number(match["day"])
    return Core((Step("day", value, value),), "day") if 1 <= value <= 31 else None


@rule(
    r"(?P<which>上[、]?中|中[、]?上|中[、]?下|下|中|上)旬",
    examples={
        "9月上旬": want(grain="ten_days"),
        "下月中旬": want(grain="ten_days"),
        "5月上中旬": want(grain="ten_days"),
        "6月中下旬": want(),
    },
    rejects=("上寻",),
)
def ten_days(match: Match) -> Core:
    """A third of a month, or two."""
    places = sorted("上中下".index(word) + 1 for word in match["which"] if word != "、")
    return Core((Step("ten_days", places[0], places[-1]),), "ten_days")


@rule(
    r"第?(?P<first>[一二三四1-4])(?:季度?)?(?:(?:[至到、—-]第?)?(?P<last>[二三四2-4]))?季度(?!假)",
    examples={
        "一季度": want(grain="quarter"),
        "第三季度": want(grain="quarter"),
        "三季度末": want(relation="by"),
        "2024年一季度": want(grain="quarter"),
        "一至三季度": want(grain="quarter"),
        "二、三季度": want(grain="quarter"),
        "三四季度": want(grain="quarter"),
    },
    rejects=("五季度", "每季度", "四季度假村"),
)
def quarter(match: Match) -> Core | None:
    """A quarter, or a stretch of quarters."""
    first = number(match["first"])
    last = number(match["last"] or match["first"])
    return Core((Step("quarter", first, last),), "quarter") if first <= last else None


@rule(
    r"(?P<which>[上下前后])半(?:年(?!以前|之前)|个?(?P<month>月))(?!报)",
    examples={"上半年": want(grain="half"), "今年下半年": want(grain="half"), "2018年前半年": want(grain="half")},
    rejects=("半年", "上半年报"),
)
def half(match: Match) -> Core | None:
    """A half of a year."""
    if match["month"]:
        return None
    which = 1 if match["which"] in "上前" else 2
    return Core((Step("half", which, which),), "half")


@rule(
    rf"(?P<side>(?<![提以之])前|头|最[后後]|后)[ ]?(?P<count>{SMALL})[ ]?(?P<unit>个?月|个?季度|天|年)(?!内|以内)",
    examples={
        "前三季度": want(grain="quarter"),
        "前三个季度": want(grain="quarter"),
        "今年前4个月": want(grain="month"),
        "去年的前10天": want(grain="day"),
        "“十四五”前三年": want(grain="years"),
        "2021 年的最後 4 个月": want(grain="month"),
    }
    | {"2022年前十一个月": want(grain="month")},
    rejects=("前三位", "前10名", "前5年", "提前4个月"),
)
def first_part(match: Match) -> Core | None:
    """The first or last months, quarters, days of a longer time."""
    count = number(match["count"])
    unit, grain = {"月": ("month", "month"), "季": ("quarter", "quarter"), "天": ("day", "day"), "年": ("year", "years")}[
        match["unit"].removeprefix("个")[0]
    ]
    step = Step(unit, 1, count) if match["side"] in "前头" else Step(unit, -count, -1)  # type: ignore[arg-type]
    return Core((step,), grain)  # type: ignore[arg-type]
