"""Times named after an occasion of the calendar or of history: 春节前, “五一”假期, 建党百年, 党的十八大以来."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govtext.lexicon import calendar
from govtext.mentions.core import CLOSE, OPEN, REACH, SMALL, Core, number, tense, want
from govtext.mentions.mention import Step
from govtext.rules import rule

if TYPE_CHECKING:
    from govtext.rules import Match

FESTIVALS = (*calendar.SOLAR_FESTIVALS, "清明", "除夕", "元宵", "春节", "端午", "中秋")
_BEHIND = r"前(?![锋进线]) | 后(?![勤援]) | 起(?!义) | 期间 | 之[前后] | 以[前后来] | 当[天日] | [（(]"


@rule(
    rf"""
    (?P<open>[{OPEN}])? (?P<name>\L<words>) (?(open)[{CLOSE}]) 节?
    (?:
        (?P<holiday>(?:小?长)?假(?:期|日(?!酒)|(?!日))|黄金周) (?:(?P<count>\p{{Nd}}{{1,2}}|[一二三四五六七八九十])天)?
      | (?={_BEHIND})
    )
    (?!天)
    """,
    examples={
        "春节前": want(grain="day", relation="by"),
        "国庆节前": want(relation="by"),
        "元旦后": want(relation="since"),
        "春节假期8天": want(grain="day", relation="within"),
        "春节假期期间": want(relation="within"),
        "“五一”假期": want(grain="day"),
        "国庆黄金周": want(grain="day"),
        "“七一”前": want(relation="by"),
        "五一前": want(relation="by"),
        "十一期间": want(grain="day"),
    },
    rejects=("春节联欢晚会", "“双11”", "国庆路", "十一前锋", "五一广场", "“五一”口号", "八一路", "元旦假日酒店", "十一后", "八一前线"),
    words=FESTIVALS,
)
def festival(match: Match) -> Core | None:
    """A festival's day, or its holidays."""
    name = match["name"]
    during = bool(match["holiday"]) or match.string.startswith("期间", match.end())
    plain = not during and not match["open"] and "节" not in match.group()
    if plain and name[-1] == "一" and not match.string.startswith("前", match.end()):  # 五一广场
        return None
    name = _longer(name, match.string[max(0, match.start() - 3) : match.start()])
    length = number(match["count"]) if match["count"] else 0
    return Core((Step("festival", length, length, name="*" + name if during else name),), "day")


@rule(
    r"(?<=^|[\s，,。；、]|力争|确保|争取|计划|预计|务必|赶在|将在?|[在于])年(?=前(?:[，,。；]|完成|全部|全面|发放|兑付|兑现|到位|建成|交付|投用|开工|通车|清零))",
    examples={"力争年前完成": want(anchor="年前", relation="by"), "年前全部兑付": want(anchor="年前", relation="by")},
    rejects=("三年前完成", "多年前，", "年前列", "往年前完成"),
)
def before_new_year(_match: Match) -> Core:
    """Before the new year of the lunar calendar, which is what 年前 alone means."""
    return Core((Step("festival", 0, 0, name="春节"),), "day")


@rule(
    r"假期(?:(?P<count>\p{Nd}{1,2}|[一二三四五六七八九十])天)?(?=期间|首日|第[一二三四五六七八]天|最后|结束)|假期(?P<count>\p{Nd}{1,2}|[一二三四五六七八九十])天",
    examples={
        "中秋放假，假期3天": want(anchor="假期3天", grain="day"),
        "国庆出游热，假期期间": want(anchor="假期期间", grain="day"),
    },
    rejects=("假期3天", "寒假期间", "假期安排"),
)
def this_holiday(match: Match) -> Core | None:
    """The holidays of the festival that the text named last."""
    before = match.string[max(0, match.start() - REACH) : match.start()]
    near = max(FESTIVALS, key=before.rfind)
    if near not in before or before[-1:] in ("寒", "暑", "病", "产", "年", "婚"):
        return None
    place = before.rfind(near)
    near = _longer(near, before[max(0, place - 3) : place + 6])
    length = number(match["count"]) if match["count"] else 0
    return Core((Step("festival", length, length, name=f"*{near}"),), "day")


def _longer(name: str, around: str) -> str:
    """国庆中秋假期 is that of the national day, which the other one lengthens."""
    return "国庆" if name == "中秋" and "国庆" in around else name


@rule(
    rf"第(?P<number>{SMALL})天|首[日天]",
    examples={"国庆假期第三天": want(grain="day"), "春节假期首日": want(grain="day")},
    rejects=("第三天", "首日"),
)
def nth_day(match: Match) -> Core:
    """A day of some holidays by its place."""
    place = number(match["number"]) if match["number"] else 1
    return Core((Step("day", place, place),), "day")


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


@rule(
    r"(?:\L<events>)(?=以来|至今|召开以来|后(?!浪))",
    examples={
        "党的十八大以来": want(grain="day", relation="since", tense="past"),
        "改革开放以来": want(relation="since"),
        "新中国成立以来": want(relation="since"),
    },
    rejects=("党的十八大报告", "改革开放后浪", "党的二十大精神"),
    events=calendar.EVENTS,
)
def event(match: Match) -> Core:
    """The day from which policy texts count: a party congress, the founding of the republic."""
    year, month, day = calendar.EVENTS[match.group()]
    return Core((Step("year", year, year), Step("month", month, month), Step("day", day, day)), "day")


@rule(
    r"(?P<name>\L<names>)(?:来临|到来|开始)?(?=前|期间|之前|以前|结束|后[，,])|(?P<flood>入?汛)(?=前)|(?P<rush>春运)(?=前|期间|后|结束|\p{Nd})",
    examples={
        "汛期前": want(relation="by"),
        "入汛前": want(relation="by"),
        "供暖季到来前": want(relation="by"),
        "春运期间": want(grain="quarter"),
    },
    rejects=("汛期水位", "主汛期", "春运专班", "供暖季收费"),
    names=[name for name in calendar.SEASONS if name[1] != "季"],
)
def named_season(match: Match) -> Core:
    """A stretch of every year that has a name: the flood season, the heating season, the travel rush of the Spring Festival."""
    name = "*春运" if match["rush"] else "汛期" if match["flood"] else match["name"]
    return Core((Step("festival", 0, 0, name=name),), "quarter")


@rule(
    r"(?P<name>[春夏秋冬])[季天](?!运动会|装|款|学期)(?:开学|学期)?",
    examples={
        "2024年秋季": want(grain="quarter"),
        "今年冬季": want(grain="quarter"),
        "明年春天": want(tense="future"),
        "今年秋季开学前": want(relation="by"),
    },
    rejects=("冬季清洁取暖", "2024年冬季运动会", "秋天"),
)
def season_of_year(match: Match) -> Core:
    """A season of a year that the words name."""
    return Core((Step("festival", 0, 0, name=match["name"] + "季"),), "quarter")


@rule(
    r"(?P<year>[今明])(?P<name>[春夏秋])(?=[，,。；前起开启投完竣建]|$)",
    examples={"今秋开学": want(anchor="今秋"), "明春开工": want(anchor="明春", tense="future")},
    rejects=("今春秋", "今夏令营"),
)
def season_word(match: Match) -> Core:
    """A season in two characters."""
    offset = int(match["year"] == "明")
    return Core(
        (Step("year", offset, offset, relative=True), Step("festival", 0, 0, name=match["name"] + "季")), "quarter", tense=tense(offset)
    )


RULES = (festival, before_new_year, this_holiday, centenary, event, named_season, season_word)
