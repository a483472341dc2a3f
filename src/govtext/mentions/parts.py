"""Where a time may begin, and its core read there: 2025年 with the finer parts behind it, 9月 and 下旬, is one part."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from govtext.mentions import occasions, points, windows, words, years
from govtext.mentions.core import CLOSE, DASHES, OPEN
from govtext.rules import local

if TYPE_CHECKING:
    from govtext.mentions.core import Core
    from govtext.mentions.mention import Step
    from govtext.rules import Rule

    Rules = tuple[Rule[Core], ...]

AT_NUMBER: Rules = (
    points.numeric_day, points.numeric_month, points.compact_day, years.fiscal_year, years.school_year, years.years_span, years.dated_year,
    years.short_year, years.zero_year, *windows.AT_NUMBER, years.century, years.decade, points.quarter, points.months_span, points.month,
    points.days_span, points.day, years.plan, occasions.festival,
)  # fmt: skip
AT_WORD: Rules = (
    years.plan, years.numbered_plan, points.quarter, points.half, points.first_part, years.century, years.fiscal_year, *windows.AT_WORD,
    *occasions.RULES, *words.RULES, years.years_in_brackets,
)  # fmt: skip
FAR_END: Rules = (*AT_NUMBER, *words.RULES, years.century)
# What may follow a coarser part directly: 2025年|年底, 今年|前4个月, 9月|下旬, 去年|本月|十日, “十四五”|收官之年.
_FINER: Rules = (
    points.first_part, points.half, points.quarter, points.months_span, points.month, points.ten_days, points.days_span, points.day,
    words.year_edge, words.month_edge, words.relative_month, years.decade, words.whole_year, years.year_of_plan, occasions.festival,
    occasions.named_season, occasions.season_of_year, occasions.nth_day,
)  # fmt: skip
_LISTS: dict[str, Rules] = {"number": AT_NUMBER, "word": AT_WORD, "far_end": FAR_END, "finer": _FINER}
RULES: Rules = tuple({rule.name: rule for rule in (*AT_NUMBER, *AT_WORD, *_FINER)}.values())

RANK = {
    "century": 0, "plan": 1, "decade": 1, "year": 2, "fiscal": 2, "half": 3, "quarter": 4, "month": 5, "festival": 5, "week": 5,
    "ten_days": 6, "day": 7, "edge": 8,
}  # fmt: skip
# Parts that only one coarser carries: 9月15号, 3月3—5日, 20世纪90年代, “十四五”收官之年.
_CARRIED_BY = {
    "day": "month",
    "days_span": "month",
    "decade": "century",
    "year_of_plan": "plan",
    "season_of_year": "year",
    "nth_day": "festival",
}

# What may follow a day in Chinese numerals that stands alone: 三日上午, 十五日，; 一日三餐 is a count.
_AFTER_DAY = frozenset("上下晚凌早电至到—-（(")
_AFTER_LONG_DAY = _AFTER_DAY | frozenset(["", *"，,。；;、在起前止"])
_BETWEEN = frozenset("的 ")
_HAN = "〇○零一二三四五六七八九十两廿卅几数半百千"
_NUMERAL = rf"\p{{Nd}}{_HAN}"
_BEHIND_NUMBER = rf"[年月日号周天财学季星] | 世纪 | 个[月季星工半] | [多余]个?[年月天周日星] | [至到{DASHES}]+[ ]?[{_NUMERAL}今]"
# Where a time may begin: at a number with a unit of time behind it, or at one of the words that times begin with. The look at the two
# first characters finds nothing by itself: it makes the scan five times as fast.
NUMBER_BEGINS = rf"(?=[{_NUMERAL}][{_NUMERAL} 年月日号周天财学季星世个多余至到{DASHES}、和期时规末以/.])"
NUMBER = rf"""
    {NUMBER_BEGINS}
    (?: (?<!\p{{Nd}}) \p{{Nd}}{{8}} (?![\p{{Nd}}.,])
      | (?<![\p{{Nd}}A-Za-z])
        (?: (?<!\p{{Nd}}[.．,，]) | (?<=[,，])(?=\p{{Nd}}{{4}}[ ]?年) | (?P<listed>(?<=\p{{Nd}}[.．])) )
        \p{{Nd}}{{1,8}} (?!\p{{Nd}})
        (?= [ ]? (?: {_BEHIND_NUMBER} | [、和]\p{{Nd}}{{1,4}}[年月日号两] ) | (?<=\p{{Nd}}{{4}})[/.]\p{{Nd}} )
      | (?<![{_NUMERAL}]) [{_HAN}]{{1,8}} (?= [ ]? (?: {_BEHIND_NUMBER} | 期[间末] | 时期 | 规划 | 末 | 以来 | 、[二三四]季
            | 、[{_HAN}]{{4}}[年两] ) ) )
"""
WORD_BEGINS = (
    r"(?=[\"'(‘“「『＂（七上下中为主二五人今任供假儿元党入全八六再利前劳十即历去同后国多大头如妇年建当往截接改教新日明春昨暑"
    r"最月未本来次此每汛清现用目眼端第翌花该迄过近这连逐采除青]"
    rf"[\p{{Nd}}{_HAN}上下世个中为今任假党内军初前午华去后周和国均夏夕天女季宵届师年庆底度後成日旦早明星春晚晨暖月期末来民汛用的秋童终至节"
    r"财起过运近这阶隔零革动])"
)
WORD = rf"""
    {WORD_BEGINS}
    (?: 大[前后]年 | [今明][春夏秋] | 今[年后天日明晚早晨起] | [明后][年天日] | 明早 | 明晚 | [去前]年 | 去今 | 前[天{_NUMERAL}的这]
    | 昨[天日晚] | [次翌][年日月] | 当[年月天日前] | 同[年月] | 来年 | 本[年月周季世届财] | [上下][半一个年月周季世星财]
    | [这该][一个年周近] | 全年 | 每[年月季周天日一个隔{_NUMERAL}] | 年[初中底末内终均度前] | 月[初底末内] | 逐年 | [历连]年
    | 近[{_NUMERAL}年日期] | 最[近后後] | 过去 | 未来 | 今后 | 接下来 | 往后 | 日前 | 目前 | 如今 | 现阶段 | 眼下 | 迄今 | 截至目前 | 此前
    | 多年来 | 即日 | 任期 | 再?用[{_NUMERAL}] | 利用[{_NUMERAL}] | 花[{_NUMERAL}] | 为期 | 再过 | 头[{_NUMERAL}] | 元旦 | 妇女节 | 劳动节
    | 五一 | 青年节 | 儿童节 | 教师节 | 国庆 | 清明 | 除夕 | 元宵 | 春节 | 端午 | 中秋 | [十六七八]一(?=假|黄金|期间|节|小长) | 建[党国]
    | 建军节? | 新?中国成立 | 中[国华][共人] | 党成立 | 人民解放军建军 | 主?汛期 | 入?汛前 | [供采]暖[季期] | 暑[运期假] | 春运 | 假期
    | 党的[十二] | [十二][六七八九十]大 | 改革开放 | 第[一二三四1-4]季 | 第[一二三四五六七八九十\p{{Nd}}]{{1,3}}个五年
    | [{OPEN}](?=[一二三四五六七八九十]{{1,3}}[五一][{CLOSE}]) | [（(](?=\p{{Nd}}{{4}}) )
"""


class Part(NamedTuple):
    """A core with its place and its rule's name."""

    start: int
    end: int
    core: Core
    rule: str
    lone: bool = True  # no finer part was joined on


def anchors(text: str) -> list[tuple[int, Literal["number", "word"], str]]:
    """Each place where a time may begin, the list of the rules that may read it, and what stands there: 2025年, 今年.

    Two scans are faster than one.
    """
    found: list[tuple[int, Literal["number", "word"], str]] = [
        (place := match.start(), "word", text[place : place + 2]) for match in local(WORD).finditer(text)
    ]
    for match in local(NUMBER).finditer(text):
        place, end = match.span()
        if match["listed"] is None or _opens_a_line(text, place - 1):
            found.append((place, "number", text[place : end + 1]))
    return sorted(found)


def _opens_a_line(text: str, mark: int) -> bool:
    """Whether the mark behind a digit ends the number of a list, as in 「1.2025年」, and is no decimal point."""
    place = mark
    while place and mark - place < 2 and text[place - 1].isdecimal():
        place -= 1
    while place and text[place - 1] in " \u3000":
        place -= 1
    return place == 0 or text[place - 1] in "\n。；;"


@lru_cache(maxsize=8192)
def beginning(rules: Literal["number", "word", "far_end", "finer"], characters: str) -> Rules:
    """The rules of a list that can match where a text goes on with these characters: two of twenty.

    >>> [rule.name for rule in beginning("number", "3季")]
    ['quarter']
    """
    return tuple(rule for rule in _LISTS[rules] if rule.can_begin(characters))


def part_at(text: str, place: int, rules: Literal["number", "word", "far_end", "finer"], characters: str = "") -> Part | None:
    """What the first rule that reads a core at a place gives, with the finer parts that follow it."""
    for rule in beginning(rules, characters or text[place : place + 2]):
        match = rule.pattern.match(text, place)
        core = rule.read(match) if match and match.end() > place else None
        if match is not None and core is not None:
            start = place + 1 if rule is years.years_in_brackets else place
            return _refined(text, Part(start, match.end(), core, rule.name))
    return None


def stands_alone(text: str, part: Part) -> bool:
    """Whether a core needs nothing coarser in front of it: 前三季度 does not, 15号, 3—5日, 前三年 and 下旬 do."""
    if not part.lone:
        return True
    if part.rule == "day":
        return text[part.end - 1] != "号" and not (text[part.start] in _HAN and _is_count(text, part))
    if part.rule == "first_part":
        step = part.core.steps[0]
        return step.unit in ("month", "quarter") and step.first == 1
    return part.rule not in ("days_span", "ten_days")


def _is_count(text: str, part: Part) -> bool:
    return text[part.end : part.end + 1] not in (_AFTER_LONG_DAY if part.end - part.start > 2 else _AFTER_DAY)


def recurring(text: str, part: Part) -> Part | None:
    """The date of every year behind its 每年: 每年6月底前."""
    return part_at(text, part.end, "finer") if part.core.grain in ("year", "quarter", "month") else None


def _refined(text: str, part: Part) -> Part:
    """A part with finer ones joined on: 2025年|9月|下旬."""
    while part.core.steps and part.core.relation != "each":
        finer = _finer(text, part)
        if finer is None:
            break
        part = finer
    return part


def _finer(text: str, part: Part) -> Part | None:
    place = part.end
    character = text[place : place + 1]
    if character in _BETWEEN:
        place += 2 if text[place + 1 : place + 2] in _BETWEEN else 1
        character = text[place : place + 1]
    if not beginning("finer", character):  # most often, and it takes few characters to know
        return None
    for rule in beginning("finer", text[place : place + 2]):
        match = rule.pattern.match(text, place)
        core = rule.read(match) if match else None
        steps = _deeper(part.core.steps[-1], core, rule.name) if core else None
        if match is None or core is None or steps is None:
            continue
        joined = core._replace(
            steps=part.core.steps + steps,
            tense=part.core.tense if part.core.tense != "open" else core.tense,
            grain=part.core.grain if not steps or steps[-1].unit == "edge" else core.grain,
        )
        return Part(part.start, match.end(), joined, rule.name, lone=False)
    return None


def _deeper(last: Step, core: Core, rule: str) -> tuple[Step, ...] | None:
    """The steps of a core that lead down from ``last``; None when it does not belong to it."""
    if rule in ("whole_year", "year_edge") and core.steps[-1].unit == "year":  # 2025年全年, 今年年内
        return () if last.unit == "year" else None
    if _CARRIED_BY.get(rule, last.unit) != last.unit:
        return None
    steps = tuple(s for s in core.steps if RANK[s.unit] > RANK[last.unit])
    said_again = rule in ("year_edge", "month_edge") and len(steps) == len(core.steps)
    return None if said_again else steps or None
