"""Times said in words without a number of their own: 今年, 年底, 上个月, 明天, 春节, 每年, 目前."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govtext.lexicon import calendar
from govtext.mentions.core import NO_YEAR, Core, number, tense, want
from govtext.mentions.mention import Step
from govtext.rules import rule

if TYPE_CHECKING:
    from govtext.rules import Match

FESTIVALS = (*calendar.SOLAR_FESTIVALS, "清明", "除夕", "元宵", "春节", "端午", "中秋")


@rule(
    rf"(?:\L<words>)(?!产[能值量]|俸|青|级|货){NO_YEAR}",
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
    rejects=("今年轻人", "不同年龄", "以上年龄", "文明年", "目前年产能"),
    words=calendar.YEAR_WORDS,
)
def relative_year(match: Match) -> Core | None:
    """A year counted from the governing one."""
    word = match.group()
    before = match.string[match.start() - 1] if match.start() else ""
    if before and before in calendar.NOT_BEHIND.get(word[:2], "") and not (word[0] == "今" and before == "至"):
        return None
    offset = calendar.YEAR_WORDS[word]
    return Core((Step("year", offset, offset, relative=True),), "year", tense=tense(offset))


@rule(
    r"全年(?!龄|薪|级|段|无休)",
    examples={"全年": want(grain="year", relation="within"), "2025年全年": want(grain="year")},
    rejects=("安全年", "全年龄段"),
)
def whole_year(match: Match) -> Core | None:
    """The whole of the governing year."""
    return None if match.string[match.start() - 1 : match.start()] in tuple("安健齐") else Core((Step("year", 0, 0, relative=True),))


@rule(
    r"(?<![\p{Nd}〇零一二三四五六七八九十百千万两几多数半整每往成新青少老幼童壮近常])年(?P<word>[底末](?!前年)|内(?!蒙)|初(?!步|中|级|审)|中(?=[前完建开投竣实基全，,。、至]|$))",
    examples={
        "年底前": want(grain="year", relation="by", tense="open"),
        "年底": want(relation="by"),
        "年末": want(relation="by"),
        "年内": want(grain="year", relation="within"),
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
    r"(?<![\p{Nd}一二三四五六七八九十个每满])月(?P<word>[底末初])(?!期)",
    examples={"月底前": want(grain="month", relation="by"), "十二月月底": want(relation="by"), "月初": want(grain="month")},
    rejects=("满月底",),
)
def month_edge(match: Match) -> Core:
    """The beginning or end of the month of publication."""
    place = 1 if match["word"] == "初" else 3
    return Core(
        (Step("month", 0, 0, relative=True), Step("edge", place, place)), "month", "by" if place == 3 else "within", open_start=place == 3
    )


@rule(
    r"(?<![基日以])(?:\L<words>)(?!球|亮|饼|均|供|老)份?",
    examples={
        "上个月": want(grain="month", tense="past"),
        "下月": want(grain="month", tense="future"),
        "本月": want(tense="open"),
        "当月": want(grain="month"),
    },
    rejects=("下月球", "日本月均"),
    words=calendar.MONTH_WORDS,
)
def relative_month(match: Match) -> Core:
    """A month counted from the month of publication."""
    word = match.group()
    offset = calendar.MONTH_WORDS.get(word, calendar.MONTH_WORDS.get(word.removesuffix("份"), 0))
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
    r"(?:\L<words>)(?P<end>末)?(?!年|岁|期|刊|边)",
    examples={"本周": want(grain="week"), "下周": want(grain="week", tense="future"), "上周": want(tense="past")},
    rejects=("上周年", "本周期"),
    words=calendar.WEEK_WORDS,
)
def relative_week(match: Match) -> Core:
    """A week, Monday to Sunday, counted from that of publication."""
    offset = calendar.WEEK_WORDS[match.group().removesuffix("末")]
    return Core((Step("week", offset, offset, relative=True),), "week", tense=tense(offset))


@rule(
    r"(?<![目当提之以此先《“]|《“)(?:\L<words>)(?!头条|之星|性|方舟|均|线|之后》|说法)|今(?=起)",
    examples={
        "今天": want(grain="day"),
        "昨日": want(grain="day", tense="past"),
        "明日": want(grain="day", tense="future"),
        "今天（10月3日）": want(grain="day"),
        "今起": want(grain="day", relation="since"),
    },
    rejects=("今日头条", "目前天气", "《明日之后》", "后天性", "今后天气"),
    words=calendar.DAY_WORDS,
)
def relative_day(match: Match) -> Core:
    """A day counted from that of publication."""
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
    r"(?:\L<words>)节?(?:(?P<holiday>小?长?假期?)(?:(?P<count>\p{Nd}{1,2}|[一二三四五六七八九十])天)?|(?=前|期间|之前|以前|当天|[（(]))(?!天)",
    examples={
        "春节前": want(grain="day", relation="by"),
        "国庆节前": want(relation="by"),
        "春节假期8天": want(grain="day", relation="within"),
        "春节假期期间": want(relation="within"),
    },
    rejects=("春节联欢晚会", "“双11”", "国庆路", "十一前锋"),
    words=FESTIVALS,
)
def festival(match: Match) -> Core | None:
    """A festival's day, or its holidays."""
    text = match.group()
    name = next(n for n in sorted(FESTIVALS, key=len, reverse=True) if text.startswith(n))
    if name in ("十一", "八一", "六一", "七一", "五一") and not match["holiday"]:
        return None
    length = number(match["count"]) if match["count"] else 0
    return Core((Step("festival", length, length, name="*" + name if match["holiday"] else name),), "day")


@rule(
    r"(?:每(?:个|一)?(?:年度?|季度|月|周|天|日)|年均|逐年|年年|历年|连年)(?!前|度目标|龄|级)",
    examples={"每年": want(relation="each", grain="year"), "年均": want(relation="each"), "每月": want(relation="each", grain="month")},
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
    r"目前|当前|眼下|现阶段|如今|截至目前|迄今|近日|日前|近期|此前|最近(?![\p{Nd}一二三四五六七八九十几两])",
    examples={"近日": want(grain="day", relation="at", tense="past"), "当前": want(grain="day", relation="at")},
    rejects=("目的", "最近三年"),
)
def now(match: Match) -> Core:
    """The days about publication: its day is their last."""
    today = Step("day", 0, 0, relative=True)
    return Core((today,), "day", "at", "open" if match.group() == "近期" else "past", open_start=True)


@rule(
    r"(?:\L<events>)(?:一百|100|百)周?年(?!奋斗目标|庆典|大会|纪念|华诞|庆祝|讲话|历史)",
    examples={"到新中国成立一百年": want(grain="year", relation="by"), "建党百年": want(grain="year")},
    rejects=("建军一百年奋斗目标", "建党百年大会", "建校百年"),
    events=calendar.CENTENARIES,
)
def centenary(match: Match) -> Core:
    """The hundredth year of an event that policy texts count from."""
    event = next(e for e in sorted(calendar.CENTENARIES, key=len, reverse=True) if match.group().startswith(e))
    year = calendar.CENTENARIES[event]
    return Core((Step("year", year, year),))


RULES = (
    whole_year, two_years, relative_year, year_edge, month_edge, relative_month, relative_quarter, relative_week, relative_day,
    festival, each, now, centenary,
)  # fmt: skip
