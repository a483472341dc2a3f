"""Times said in words without a number of their own: 今年, 年底, 上个月, 明天, 每年, 目前."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govtext.lexicon import calendar
from govtext.mentions.core import NO_YEAR, SMALL, Core, tense, want
from govtext.mentions.mention import Step
from govtext.rules import rule

if TYPE_CHECKING:
    from govtext.rules import Match


def _another_word(match: Match) -> bool:
    """Whether what stands around makes another word of it: 文明年, 目前天, 【上年】结转收入."""
    before = match.string[match.start() - 1] if match.start() else ""
    if match.string.startswith(calendar.OF_BUDGETS.get(match.group(), ()), match.end()):
        return True
    return bool(before) and before in calendar.NOT_BEHIND.get(match.group()[:2], "")


@rule(
    rf"(?:\L<words>)(?!产[能值量]|俸|青|级){NO_YEAR}",
    examples={
        "今年": want(grain="year", tense="open", absolute=False),
        "明年": want(grain="year", tense="future"),
        "去年": want(tense="past"),
        "今年内": want(relation="within"),
        "明年底前": want(relation="by"),
        "去年同期": want(tense="past"),
        "上年度": want(tense="past"),
        "当年": want(tense="open"),
    },
    rejects=("今年轻人", "不同年龄", "以上年龄", "文明年", "目前年产能", "当年收入", "上年结转", "结转下年"),
    words=calendar.YEAR_WORDS,
)
def relative_year(match: Match) -> Core | None:
    """A year counted from the governing one."""
    if _another_word(match):
        return None
    offset = calendar.YEAR_WORDS[match.group()]
    return Core((Step("year", offset, offset, relative=True),), "year", tense=tense(offset))


@rule(
    r"全年度?(?!龄|薪|级|段|无休)",
    examples={"全年": want(grain="year", relation="within"), "2025年全年": want(grain="year")},
    rejects=("安全年", "全年龄段"),
)
def whole_year(match: Match) -> Core | None:
    """The whole of the governing year."""
    return None if match.string[match.start() - 1 : match.start()] in tuple("安健齐") else Core((Step("year", 0, 0, relative=True),))


@rule(
    r"(?<![\p{Nd}〇零一二三四五六七八九十百千万两几多数半整每往成新青少老幼童壮近常])年(?P<word>[底末](?!前年)|终(?=之?前)|内(?!蒙)|初(?!步|中|级|审)|中(?=[前首完建开投竣实基全以，,。、至]|$))",
    examples={
        "年底前": want(grain="year", relation="by", tense="open"),
        "年底": want(relation="by"),
        "年末": want(relation="by"),
        "年内": want(grain="year", relation="within"),
        "今年年内": want(relation="within"),
        "今年年底前": want(relation="by"),
        "2025年年底前": want(relation="by", absolute=True),
    },
    rejects=("多年内", "往年底数", "去年中国", "年中国"),
)
def year_edge(match: Match) -> Core:
    """The beginning, middle or end of the governing year."""
    word = match["word"]
    year = Step("year", 0, 0, relative=True)
    if word == "内":
        return Core((year,))
    place = {"初": 1, "中": 2}.get(word, 3)
    return Core((year, Step("edge", place, place)), "year", "by" if place == 3 else "within", open_start=place == 3)


@rule(
    r"(?<![\p{Nd}一二三四五六七八九十个每满岁正腊])月(?P<word>[底末]|内(?![瓦衣])|初(?![一二三四五六七八九十心见]))(?!期)",
    examples={
        "月底前": want(grain="month", relation="by"),
        "十二月月底": want(relation="by"),
        "月初": want(grain="month"),
        "月内": want(grain="month"),
    },
    rejects=("满月底", "正月初八", "岁月初心"),
)
def month_edge(match: Match) -> Core:
    """The beginning or end of the month of publication."""
    month = Step("month", 0, 0, relative=True)
    if match["word"] == "内":
        return Core((month,), "month")
    place = 1 if match["word"] == "初" else 3
    return Core((month, Step("edge", place, place)), "month", "by" if place == 3 else "within", open_start=place == 3)


@rule(
    r"(?<![基日以])(?:\L<words>)(?![球亮饼均供老台])",
    examples={
        "上个月": want(grain="month", tense="past"),
        "上个月份": want(tense="past"),
        "下月": want(grain="month", tense="future"),
        "本月": want(tense="open"),
        "当月": want(grain="month"),
    },
    rejects=("下月球", "日本月均"),
    words=calendar.MONTH_WORDS,
)
def relative_month(match: Match) -> Core:
    """A month counted from the month of publication."""
    offset = calendar.MONTH_WORDS[match.group()]
    return Core((Step("month", offset, offset, relative=True),), "month", tense=tense(offset))


@rule(
    r"(?:\L<words>)",
    examples={"上个季度": want(grain="quarter", tense="past"), "本季度": want(grain="quarter"), "下季度": want(tense="future")},
    rejects=("每季度",),
    words=calendar.QUARTER_WORDS,
)
def relative_quarter(match: Match) -> Core:
    """A quarter counted from that of publication."""
    offset = calendar.QUARTER_WORDS[match.group()]
    return Core((Step("quarter", offset, offset, relative=True),), "quarter", tense=tense(offset))


@rule(
    r"(?P<week>\L<words>)(?P<weekday>[一二三四五六日天末])?(?![年岁期刊边])",
    examples={
        "本周": want(grain="week"),
        "下周": want(grain="week", tense="future"),
        "上周": want(tense="past"),
        "下周一": want(grain="day"),
        "本周末": want(grain="day"),
    },
    rejects=("上周年", "本周期"),
    words=calendar.WEEK_WORDS,
)
def relative_week(match: Match) -> Core:
    """A week, Monday to Sunday, counted from that of publication, or a day of it."""
    offset = calendar.WEEK_WORDS[match["week"]]
    week, weekday = Step("week", offset, offset, relative=True), match["weekday"]
    if not weekday:
        return Core((week,), "week", tense=tense(offset))
    first, last = (6, 7) if weekday == "末" else ("一二三四五六日".index(weekday.replace("天", "日")) + 1,) * 2
    return Core((week, Step("day", first, last)), "day", tense=tense(offset))


@rule(
    r"(?<![《“])(?:\L<words>)(?!头条|之星|性|方舟|均|线|之后》|说法)|今(?=起)",
    examples={
        "今天": want(grain="day"),
        "昨日": want(grain="day", tense="past"),
        "明日": want(grain="day", tense="future"),
        "今天（10月3日）": want(grain="day"),
        "今起": want(grain="day", relation="since"),
    },
    rejects=("今日头条", "目前天气", "《明日之后》", "后天性", "今后天气", "文明天下", "发明天才", "说明天气"),
    words=calendar.DAY_WORDS,
)
def relative_day(match: Match) -> Core | None:
    """A day counted from that of publication."""
    if _another_word(match):
        return None
    offset = calendar.DAY_WORDS.get(match.group(), 0)
    return Core((Step("day", offset, offset, relative=True),), "day", tense=tense(offset))


@rule(
    r"(?P<word>今明两|今明后三|去今两|今明)年",
    examples={"今明两年": want(grain="years", relation="within")},
    rejects=("今天明年",),
)
def two_years(match: Match) -> Core:
    """This year and the next ones together."""
    first, last = {"今明后三": (0, 2), "去今两": (-1, 0)}.get(match["word"], (0, 1))
    return Core((Step("year", first, last, relative=True),), "years")


@rule(
    rf"(?:每(?:[个一]|隔?{SMALL}个?)?(?:年度?|季度|月|周|天|日)|年均|逐年|年年|历年|连年)(?!前|度目标|龄|级)",
    examples={
        "每年": want(relation="each", grain="year"),
        "年均": want(relation="each"),
        "每月": want(relation="each", grain="month"),
        "每两年": want(relation="each"),
        "每年6月底前": want(relation="each"),
    },
    rejects=("每年龄",),
)
def each(match: Match) -> Core:
    """Every year, month, day: a rate, no deadline."""
    word = match.group()
    return Core(
        (),
        "month" if "月" in word else "quarter" if "季" in word else "week" if "周" in word else "day" if word[-1] in "天日" else "year",
        "each",
    )


@rule(
    r"目前|当前|眼下|现阶段|如今|截至目前|迄今|(?<!附)近日|日前(?!后)|近期|此前|最近(?![的\p{Nd}一二三四五六七八九十几两])",
    examples={"近日": want(grain="day", relation="at", tense="past"), "当前": want(grain="day", relation="at")},
    rejects=("目的", "最近三年", "最近的车站", "附近日料"),
)
def now(match: Match) -> Core:
    """The days about publication: its day is their last."""
    today = Step("day", 0, 0, relative=True)
    return Core((today,), "day", "at", "open" if match.group() == "近期" else "past", open_start=True)


@rule(
    r"(?<![\p{Nd}前该各上多跨按分财单半全整])年度(?=(?:总|主要|重点|建设|投资|预期|工作)?(?:目标|任务|计划)|投资|[内末底])",
    examples={
        "年度目标": want(anchor="年度", grain="year"),
        "年度计划投资50亿元": want(anchor="年度"),
        "年度投资": want(anchor="年度"),
        "年度内": want(),
        "年度末": want(relation="by"),
    },
    rejects=("年度考核", "跨年度目标", "上年度目标"),
)
def annual(_match: Match) -> Core:
    """The governing year as a plan speaks of it: 年度目标, 年度计划投资."""
    return Core((Step("year", 0, 0, relative=True),))


RULES = (
    whole_year, two_years, relative_year, year_edge, month_edge, relative_month, relative_quarter, relative_week, relative_day,
    annual, each, now,
)  # fmt: skip
