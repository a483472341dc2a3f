"""Years and longer stretches by number or name: 2025年, 2023—2025年, “十四五”, 本世纪中叶, 90年代, 2023财年."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govtext.lexicon import calendar
from govtext.mentions.core import (
    CLOSE,
    DASH,
    MONTH,
    NO_YEAR,
    OPEN,
    REACH,
    SMALL,
    YEAR,
    Core,
    number,
    of_four_figures,
    of_two_figures,
    tense,
    want,
)
from govtext.mentions.mention import Step
from govtext.rules import rule

if TYPE_CHECKING:
    from govtext.rules import Match


@rule(
    rf"(?P<first>{YEAR})(?:[ ]?{DASH}[ ]?|(?P<next>[、和]))(?P<last>{YEAR}|\p{{Nd}}{{2}})[ ]?(?:年度?{NO_YEAR}|两年)",
    examples={
        "2023—2025年": want(grain="years"),
        "2016－2020年": want(grain="years"),
        "2023至2027年": want(grain="years"),
        "2024、2025两年": want(),
        "一九八六、一九八七两年": want(),
    },
    rejects=("2000—3000元", "2000-3000年产能"),
)
def years_span(match: Match) -> Core | None:
    """Two years with one 年."""
    first = of_four_figures(match["first"])
    last = number(match["last"])
    if first is not None and last < 100:
        last += first // 100 * 100
    if first is None or not first < last <= 2199 or (match["next"] and last != first + 1):
        return None
    return Core((Step("year", first, last),), "years")


@rule(
    rf"[（(](?P<first>(?:19|20)\d\d)[ ]?年?[ ]?{DASH}[ ]?(?P<last>(?:19|20)\d\d)(?=[)）])",
    examples={"行动计划（2023—2025）": want(anchor="2023—2025", grain="years")},
    rejects=("（2000—1999）",),
)
def years_in_brackets(match: Match) -> Core | None:
    """Two years alone in brackets, as in a plan's name."""
    first, last = number(match["first"]), number(match["last"])
    return Core((Step("year", first, last),), "years") if first < last else None


@rule(
    rf"(?:(?P<first>{YEAR})(?:[ ]?(?:{DASH}|/)[ ]?(?P<last>{YEAR}|\p{{Nd}}{{2}}))?[ ]?|(?P<word>本|上一?个?|下一?个?))财(?:政年度?|年)",
    examples={
        "2023财年": want(grain="year"),
        "2022—2023财年": want(grain="year"),
        "2023/24财年": want(grain="year"),
        "上一财年": want(grain="year", tense="past"),
    },
    rejects=("上财新闻", "2023财政收入"),
)
def fiscal_year(match: Match) -> Core | None:
    """A fiscal year: its days are known when the text named its country before."""
    before = match.string[max(0, match.start() - REACH) : match.start()]
    near = max(calendar.FISCAL_YEARS, key=before.rfind)
    country = near if near in before else ""
    if match["word"]:
        offset = {"本": 0, "上": -1, "下": 1}[match["word"][0]]
        return Core((Step("fiscal", offset, offset, relative=True, name=country),), tense=tense(offset))
    first = of_four_figures(match["first"])
    if first is None:
        return None
    last = first + 1 if match["last"] else first
    return Core((Step("fiscal", first, last, name=country),))


@rule(
    rf"(?P<first>{YEAR})(?:[ ]?(?:{DASH}|/)[ ]?(?P<last>{YEAR}|\p{{Nd}}{{2}}))?[ ]?学年度?",
    examples={"2023—2024学年": want(grain="year"), "2024学年": want(grain="year"), "2023-2024学年度": want(grain="year")},
    rejects=("2024学期", "学年"),
)
def school_year(match: Match) -> Core | None:
    """A school year: from September to August."""
    first = of_four_figures(match["first"])
    return None if first is None else Core((Step("fiscal", first, first + 1, name="学年"),))


@rule(
    rf"(?P<year>{YEAR})[ ]?年(?:度(?!假))?{NO_YEAR}",
    examples={
        "2025年": want(grain="year", relation="within", absolute=True),
        "到2025年": want(grain="year", relation="by"),
        "2030年前": want(grain="year", relation="by"),
        "二〇二五年底": want(relation="by"),
        "两千零二十三年": want(grain="year"),
        "２０２５年": want(grain="year"),
        "2023年度": want(grain="year"),
    },
    rejects=("2023年级", "5000年", "2000余年", "2000余人", "2025版", "2000多年"),
)
def dated_year(match: Match) -> Core | None:
    """A year of four figures."""
    year = of_four_figures(match["year"])
    return None if year is None else Core((Step("year", year, year),))


@rule(
    rf"(?P<year>\p{{Nd}}{{2}}|[零〇○九八七一二][一二三四五六七八九零〇○])[ ]?年(?P<month>{MONTH})月",
    examples={"15年3月": want(grain="month"), "98年4月": want(grain="month")},
    rejects=("15年3个月", "15年内"),
)
def short_year(match: Match) -> Core:
    """Two figures before 年 and a month."""
    year, month = of_two_figures(match["year"]), number(match["month"])
    return Core((Step("year", year, year), Step("month", month, month)), "month")


@rule(
    rf"(?P<year>0\d|[零〇○][一二三四五六七八九])[ ]?年{NO_YEAR}",
    examples={"07 年以前": want(relation="by"), "零八年": want(grain="year")},
    rejects=("10年", "八年"),
)
def zero_year(match: Match) -> Core:
    """Two figures, the first one a zero: 08年."""
    year = of_two_figures(match["year"])
    return Core((Step("year", year, year),))


@rule(
    r"(?P<decade>[1-9]0|(?P<second>[一二三四五六七八](?=[二三四五六七八九]十))?[一二三四五六七八九]十)年代(?!表)(?:(?P<edge>[初中末])期?)?",
    examples={
        "90年代": want(grain="years"),
        "20世纪90年代": want(grain="years"),
        "本世纪20年代": want(grain="years"),
        "上世纪五六十年代": want(),
    },
    rejects=("年代久远", "90年代表"),
)
def decade(match: Match) -> Core:
    """Ten years of a century, or twenty: 五六十年代."""
    last = number(match["decade"][-2:])
    first = number(match["second"]) * 10 if match["second"] else last
    steps = (Step("decade", first, last),)
    return Core(steps if not match["edge"] else (*steps, Step("edge", "初中末".index(match["edge"]) + 1, 0)), "years")


@rule(
    r"(?:(?P<number>2[01]|1[89]|二十一?|十九)|(?P<word>[本上下])个?)世纪(?!广场|大道|公园|城|佳|华|杯|末日|经济报)(?P<middle>中叶|中期|上半叶|下半叶)?",
    examples={
        "到本世纪中叶": want(grain="century", relation="by"),
        "本世纪末": want(relation="by"),
        "21世纪中叶": want(grain="century"),
    },
    rejects=("世纪大道", "新世纪", "21世纪经济报道"),
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
    rf"""
    (?P<open>[{OPEN}])? (?P<name>\L<plans>) (?(open)[{CLOSE}]) (?!普法|环境日|运动|工程|折)
    (?=(?P<word>期间|时期|期末|规划|末|开局|收官|以来|初|中期|目标|前期|后期|[前后头]))?
    (?:(?:[规计]划)?时期|(?:[规计]划)?期间|[规计]划期)?
    """,
    examples={
        "“十四五”期间": want(grain="years", relation="within", absolute=True),
        "“十四五”末": want(relation="by"),
        "到“十四五”末": want(relation="by"),
        "“十五五”时期": want(grain="years"),
        "十三五期间": want(grain="years"),
        "“十四五”规划期内": want(grain="years"),
        "“十四五”规划期末": want(relation="by"),
        "“七五”计划期间": want(grain="years"),
        "“十五”期间": want(grain="years"),
        "“九五”": want(grain="years"),
        "“十四五”以来": want(relation="since", tense="past"),
    },
    rejects=("“八五”普法", "“六五”环境日", "“四五”运动", "二十五个", "十五家", "三五成群", "“三农”", "“双11”", "一五一十"),
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
    examples={"第七个五年计划期间": want(grain="years"), "第十四个五年规划": want(grain="years")},
    rejects=("五年规划", "第七个五年"),
)
def numbered_plan(match: Match) -> Core | None:
    """A five-year plan by its number."""
    ordinal = number(match["number"])
    return Core((Step("plan", ordinal, ordinal),), "years") if ordinal in calendar.PLANS else None


@rule(
    r"(?:规划)?的?(?:第(?P<number>[一二三四五])年(?!级)|(?P<first>开局(?:之)?年|起步之年|首年)|(?P<last>收官(?:之)?年|末年|最后一年))",
    examples={"“十四五”规划收官之年": want(grain="year"), "“十五五”开局之年": want(grain="year"), "“十四五”第三年": want(grain="year")},
    rejects=("收官之年", "第三年", "开局之年", "“十四五”五年"),
)
def year_of_plan(match: Match) -> Core:
    """A year of a plan by its place: the first, the last, the third."""
    place = 1 if match["first"] else 5 if match["last"] else number(match["number"])
    return Core((Step("year", place, place),))
