"""Every time of a text as a reading: 「到2025年」 is by the end of 2025, 「年底前」 by a year's end; days come from ``resolve`` alone.

One scanning pattern stops where a time may begin; there the rules read its core (2025年, 9月, 今年, 三年内), and what stands around it
is joined on: finer parts (2025年 + 9月 + 下旬), the other end of a stretch (至2027年), words in front (到, 截至) and behind (底, 前, 期间, 以来).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from govtext.lexicon import calendar
from govtext.mentions import dates, points, windows, words
from govtext.mentions.mention import Reading, Resolved, Step, Time
from govtext.records import Deadline, Interval, Span
from govtext.rules import pattern

if TYPE_CHECKING:
    from datetime import date

    from govtext.mentions.points import Core
    from govtext.records import Grain, Relation
    from govtext.rules import Match, Pattern, Rule

RULES: tuple[Rule[Core], ...] = (
    *windows.WINDOW_NUMBER_RULES, *points.NUMBER_RULES, points.fiscal_year, points.century,
    points.years_in_brackets, points.plan, points.numbered_plan, points.half, points.first_part, points.ten_days,
    *windows.WINDOW_WORD_RULES, *words.WORD_RULES,
)  # fmt: skip

_AT_NUMBER = (
    points.numeric_day, points.compact_day, points.fiscal_year, points.years_span, points.dated_year, points.short_year, points.zero_year, *windows.WINDOW_NUMBER_RULES,
    points.century, points.decade, points.quarter, points.months_span, points.month, points.days_span, points.day, points.plan,
)  # fmt: skip
_AT_WORD = (
    points.plan, points.numbered_plan, points.quarter, points.half, points.first_part, points.century, points.fiscal_year, *windows.WINDOW_WORD_RULES, *words.WORD_RULES,
    points.years_in_brackets,
)  # fmt: skip
# What may follow a coarser part directly: 2025年|年底, 今年|前4个月, 9月|下旬, 去年|本月|十日.
_FINER = (
    points.first_part, points.half, points.quarter, points.months_span, points.month, points.ten_days, points.days_span, points.day,
    words.year_edge, words.month_edge, words.relative_month, points.decade, words.whole_year, words.festival,
)  # fmt: skip

_RANK = {
    "century": 0,
    "plan": 1,
    "decade": 1,
    "year": 2,
    "fiscal": 2,
    "half": 3,
    "quarter": 4,
    "month": 5,
    "festival": 5,
    "week": 5,
    "ten_days": 6,
    "day": 7,
    "edge": 8,
}

_NUMERALS = "〇○零一二三四五六七八九十两廿卅几数半百千"


@lru_cache(maxsize=1)
def _anchor() -> Pattern:
    """Where a time may begin: a number with a unit of time behind it, or one of the words that times begin with."""
    return pattern(
        rf"""
        (?P<number>
            (?<![\p{{Nd}}A-Za-z])(?<!\p{{Nd}}[.,，])(?:\p{{Nd}}{{1,8}})(?!\p{{Nd}})(?=[ ]?(?:[年月日号个周天季星至到—–―－\-~～/.多余财]|世纪))
          | (?<!\p{{Nd}})\p{{Nd}}{{8}}(?![\p{{Nd}}.,])
          | (?<![{_NUMERALS}\p{{Nd}}])[{_NUMERALS}]{{1,8}}(?=[ ]?(?:[年月日号周天财季星至到—–―－\-~～多余]|个[月季星工]|期[间末]|时期|规划|末|以来|世纪|、[二三四]季))
        )
        | (?P<word>
            今[年后天日明晚起]|[明后][年天日]|明晚|[去前]年|[去]今|前[天\p{{Nd}}{_NUMERALS}半这的]|昨[天日晚]|[次翌][年日月]|当[年月天日前]|同[年月]|来年
          | 本[年月周季世]|[上下][半一个年月周季世星]|[这该][一个年周近]|全年|每[年月季周天日一个]|年[初中底末内均年]|月[初底末]|逐年|[历连]年
          | 近[\p{{Nd}}{_NUMERALS}年日期]|最[近后後]|过去|未来|今后|接下来|往后|日前|目前|如今|现阶段|眼下|迄今|截至目前|此前|多年来|即日
          | 再?用[\p{{Nd}}{_NUMERALS}]|利用[\p{{Nd}}{_NUMERALS}]|花[\p{{Nd}}{_NUMERALS}]|为期|再过|头[\p{{Nd}}{_NUMERALS}]
          | 元旦|妇女节|劳动节|五一|青年节|儿童节|教师节|建军节?|建党|国庆|清明|除夕|元宵|春节|端午|中秋|建国|新?中国成立|中[国华][共人]|党成立|人民解放军建军
          | 第[一二三四1-4]季|第[一二三四五六七八九十\p{{Nd}}]{{1,3}}个五年|[“"「『‘＂](?=[一二三四五六七八九十]{{1,3}}五[”"」』’＂])|[（(](?=\p{{Nd}}{{4}})
        )
        """
    )


@lru_cache(maxsize=1)
def _tail() -> Pattern:
    """The words behind a core that say how the time is meant."""
    return pattern(
        r"""
        (?P<edge>(?:年|月|期)?(?:底|末)|(?:年|月)?初(?!步|中|级|审|次|始|具|衷|期|心|见|稿|春|夏|秋|冬|雪|诊|创)
          | 伊始|中期|中(?=[前完建开投竣实基全，,。、至]|$))?
        [ ]?
        (?:
            (?P<before>(?P<including>及|或)?(?P<strict>之前|以前)|前后(?P<around>)|前(?!三季|半年|[\p{Nd}一二三四五六七八九十两]|期|沿|瞻|列|往|端|景|身|提|述|来|进|移|置|方|线|年|所|海|行|台|任|后))
          | (?P<since>以来|(?:及|或)(?:之后|以后))
          | (?P<after>之后|以后|后(?!勤|续|备|期|者|方|台|半|来|援|两|三|\p{Nd}|年|天|劲|发|代|世|置|浪))
          | (?P<from>起(?!草|步|到(?!\p{Nd})|码|诉|点|义|飞|因|重|源|伏|居|来|降|吊|搏|始)|开始(?=[，,。；;、发）)]|$))
          | (?P<same>同期)
          | (?P<span>期间|时期|之间|之内|以内|间(?!接|隔|歇|距|谍)|内(?!蒙|外|部|容|需|涵|河|江|陆|设|生|循|控|科|地|在|向|贸|销|资|阁|政|存|置|环|饰|港|湖|海|燃|镜|幕|卷))
          | (?P<until>止)
          | (?P<about>左右|上下(?!半))
        )?
        """
    )


_SEPARATOR_SHAPE = r"[ ]?(?:份|起)?[ ]?(?:——|--|[-－—–―~～]|至|到|(?P<pair>[和与]))[ ]?(?=(?P<today>今(?!年|天|日|后|明|晚))?)"
_LEADS: dict[str, Literal["by", "since", "past"]] = {
    "截至": "past", "截止到": "past", "截止": "past", "截至到": "past", "截止至": "past", "到": "by", "至": "by", "直到": "by", "直至": "by", "等到": "by", "持续至": "by",
    "自": "since", "从": "since", "自从": "since", "打从": "since",
}  # fmt: skip
_NO_LEAD = {
    "到": frozenset("达看得受回想收遇找感碰见听做"),
    "至": frozenset("甚乃以冬夏及直"),
    "从": frozenset("听服随"),
    "自": frozenset("来各独"),
}


@dataclass(frozen=True, slots=True)
class _Part:
    """A core with its place and its rule's name."""

    start: int
    end: int
    core: Core
    rule: str
    lone: bool = True  # no finer part was joined on


def find(text: str) -> tuple[Time, ...]:
    """Every time of a text, in its order, none inside another.

    >>> [(text[t.start:t.end], t.relation, t.grain) for text in ["到2025年，9月下旬开工"] for t in find(text)]
    [('到2025年', 'by', 'year'), ('9月下旬', 'within', 'ten_days')]
    """
    out: list[Time] = []
    done = 0
    for anchor in _anchor().finditer(text):
        if anchor.start() < done:
            continue
        part = _core_at(text, anchor.start(), _AT_NUMBER if anchor.lastgroup == "number" else _AT_WORD, done)
        if part is None:
            continue
        time = _joined(text, part, done)
        if time is not None:
            out.append(time)
            done = time.end
    return tuple(out)


def _core_at(text: str, place: int, rules: tuple[Rule[Core], ...], done: int) -> _Part | None:
    """The first rule that reads a core at a place, with the finer parts that follow it."""
    for rule in rules:
        match = rule.pattern.match(text, place)
        if match is None or match.end() == place:
            continue
        core = rule.read(match)
        if core is None:
            continue
        start = place + 1 if rule.name == "years_in_brackets" else place
        return _refined(text, _Part(start, match.end(), core, rule.name))
    return None


def _refined(text: str, part: _Part) -> _Part:
    """A core with finer parts joined on: 2025年|9月|下旬."""
    while part.core.steps and part.core.relation != "each":
        after = part.end
        while text[after : after + 1] in ("的", " ") and after - part.end < 2:
            after += 1
        last = part.core.steps[-1]
        finer = None
        for rule in _FINER:
            match = rule.pattern.match(text, after)
            core = rule.read(match) if match else None
            if core is None or match is None:
                continue
            steps = tuple(s for s in core.steps if _RANK[s.unit] > _RANK[last.unit])
            if rule.name == "whole_year" and last.unit == "year":
                steps = ()
                core = replace(core, grain="year")
            elif not steps or (rule.name in ("year_edge", "month_edge") and len(steps) == len(core.steps)):
                continue
            if rule.name in ("day", "days_span") and last.unit != "month":
                continue
            if rule.name == "decade" and last.unit != "century":
                continue
            merged = replace(
                core,
                steps=part.core.steps + steps,
                tense=part.core.tense if part.core.tense != "open" else core.tense,
                grain=part.core.grain if steps and steps[-1].unit == "edge" else core.grain,
            )
            finer = _Part(part.start, match.end(), merged, rule.name, lone=False)
            break
        if finer is None:
            return part
        part = finer
    return part


def _joined(text: str, part: _Part, done: int) -> Time | None:
    """A core with the other end of its stretch and the words around it."""
    core = part.core
    if part.lone and not _stands_alone(text, part):
        return None
    if core.relation == "each":
        return Time(part.start, part.end, part.rule, core.grain, "each", "open", False, Reading())
    if core.window is not None:
        return Time(part.start, part.end, part.rule, core.grain, core.relation, core.tense, False, Reading(window=core.window))
    first = last = core.steps
    end = part.end
    paired = False
    edge, end = _edge(text, end, core)
    if edge:
        first = last = (*first, edge)
    other: tuple[Step, ...] = ()
    bracket = pattern(r"[（(](?P<inside>[^（()）]{2,8})[)）]").match(text, end) if core.grain == "day" and core.steps[-1].relative else None
    if bracket:
        again = _core_at(text, bracket.start("inside"), _AT_NUMBER, done)
        if again is not None and again.end == bracket.end("inside"):
            other, end = again.core.steps, bracket.end()
    mark = pattern(_SEPARATOR_SHAPE).match(text, end)
    until_today = False
    grain: Grain = core.grain
    if mark and mark["today"]:
        until_today = True
        end = mark.end() + 1
    elif mark:
        to = _core_at(text, mark.end(), (*_AT_NUMBER, *words.WORD_RULES), done) or _core_at(
            text, mark.end(), (points.plan, points.century), done
        )
        if to is not None and to.core.steps and to.core.relation != "each" and to.core.window is None:
            to_edge, to_end = _edge(text, to.end, to.core)
            tail = _tail().match(text, to_end)
            apart = "起" in mark.group() and tail is not None and tail["before"]  # 自6月14日起到9月14日之前: two bounds
            if not apart and (not mark["pair"] or pattern(r"之?间").match(text, to_end)):
                last = _continued(first, to.core.steps) + ((to_edge,) if to_edge else ())
                end, paired = to_end, True
                grain = to.core.grain
    return _finished(text, _Ends(part, first, last, end, grain, edge is not None, paired, until_today, other), done)


@dataclass(frozen=True, slots=True)
class _Ends:
    part: _Part
    first: tuple[Step, ...]
    last: tuple[Step, ...]
    end: int
    grain: Grain
    edge: bool
    paired: bool
    until_today: bool
    other: tuple[Step, ...]


def _stands_alone(text: str, part: _Part) -> bool:
    """Whether a core needs nothing coarser in front of it: 前三季度 does not, 15号, 3—5日, 前三年 and 下旬 do."""
    if part.rule == "day":
        return text[part.end - 1] != "号"
    if part.rule == "first_part":
        step = part.core.steps[0]
        return step.unit in ("month", "quarter") and step.first == 1
    return part.rule not in ("days_span", "ten_days")


def _continued(first: tuple[Step, ...], steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """The later end takes what it does not say from the earlier: 2017年8月至11月."""
    if steps[0].relative or _RANK[steps[0].unit] <= 2:
        return steps
    return tuple(s for s in first if _RANK[s.unit] < _RANK[steps[0].unit]) + steps


def _edge(text: str, place: int, core: Core) -> tuple[Step | None, int]:
    """初, 中, 底, 末 behind a core."""
    if core.steps[-1].unit in ("edge", "day", "ten_days", "week", "festival", "half"):
        return None, place
    match = _tail().match(text, place)
    word = match["edge"] if match else None
    if not match or not word:
        return None, place
    if word[0] in "年月期" and word[0] != {"year": "年", "month": "月", "plan": "期"}.get(core.steps[-1].unit):
        return None, place
    number = 1 if "初" in word or word == "伊始" else 2 if "中" in word else 3
    return Step("edge", number, number), match.end("edge")


def _finished(text: str, ends: _Ends, done: int) -> Time | None:
    """The words behind and in front, and what they make of the time."""
    core, first, last, end = ends.part.core, ends.first, ends.last, ends.end
    edge = last[-1].first if last and last[-1].unit == "edge" else 0
    relation: Relation = "by" if edge == 3 or core.open_start else core.relation
    if ends.paired or ends.until_today:
        relation = "within"
    if core.relation == "at":
        relation = "at"
    tense = core.tense
    bound: Literal["", "before", "after", "deadline"] = ""
    tail = _tail().match(text, end)
    if tail is None or tail["edge"]:
        tail = None
    start = ends.part.start
    open_end = False
    if tail is not None and tail.end() > end:
        relation, tense, bound, open_end, end = _tailed(tail, relation, tense, end, unit=last[-1].unit if last else "")
    lead, at = _lead(text, start, done)
    if lead in ("by", "past") and relation != "since" and not ends.paired:
        relation, start = "by", at
        tense = "past" if lead == "past" else tense
    elif lead == "since" and (relation == "since" or ends.paired):
        start = at
    if ends.until_today:
        relation, tense = "since", "past"
        last = (Step("day", 0, 0, relative=True),)
    reading = Reading(
        first=() if relation == "by" or core.open_start else first, last=() if open_end else last, bound=bound, other=ends.other
    )
    if relation == "since" and tense == "past" and open_end:
        reading = replace(reading, last=(Step("day", 0, 0, relative=True),))
    if relation == "since" and open_end and tense != "past" and first and first[0].relative:
        reading = replace(reading, last=first)  # 从今年起: the year that it begins in is promised, later ones are open
    steps = last or first
    absolute = bool(steps) and not steps[0].relative and _RANK[steps[0].unit] <= 2
    grain: Grain = "years" if ends.paired and ends.grain == "year" else ends.grain
    return Time(start, end, ends.part.rule, grain, relation, tense, absolute, reading)


def _tailed(
    tail: Match, relation: Relation, tense: Literal["past", "open", "future"], end: int, unit: str
) -> tuple[Relation, Literal["past", "open", "future"], Literal["", "before", "after", "deadline"], bool, int]:
    bound: Literal["", "before", "after", "deadline"] = ""
    open_end = False
    festive, plain_year = unit == "festival", unit in ("year", "plan")
    if tail["around"] is not None:
        return relation, tense, bound, open_end, tail.end()
    if tail["before"]:
        relation = "by"
        bound = "" if tail["including"] else "before" if tail["strict"] or festive else "deadline" if plain_year else ""
    elif tail["since"]:
        relation, open_end = "since", True
        tense = "past" if tail["since"] == "以来" else tense
    elif tail["after"]:
        relation, open_end, bound = "since", True, "after"
    elif tail["from"]:
        relation, open_end = "since", True
    elif tail["same"]:
        tense = "past"
    elif tail["until"]:
        relation = "by" if relation != "within" else relation
    return relation, tense, bound, open_end, tail.end()


def _lead(text: str, start: int, done: int) -> tuple[Literal["by", "since", "past", ""], int]:
    """到, 截至, 自 right in front of a time."""
    at = start - 1 if text[start - 1 : start] == " " else start
    for size in (3, 2, 1):
        if at - size < done:
            continue
        word = text[at - size : at]
        if word in _LEADS and text[at - size - 1 : at - size] not in _NO_LEAD.get(word, ()):
            return _LEADS[word], at - size
    return "", start


def resolve(time: Time, published: date | None, *, year: int | None = None, period: tuple[date, date] | None = None) -> Resolved:
    """The days of a time. ``year`` is the year that governs the context, ``period`` the plan's, for 今后五年 in a plan.

    Without ``published`` (and ``year``) a relative time has no days.

    >>> from datetime import date
    >>> resolve(find("年底前")[0], date(2023, 8, 20)).end
    datetime.date(2023, 12, 31)
    """
    reading = time.reading
    if reading.window is not None:
        return _window_days(time, published, period)
    first = dates.interval(reading.first, published, year)
    last = dates.interval(reading.last, published, year)
    if reading.other and last is None:
        first = last = dates.interval(reading.other, published, year)
    start = first[0] if first else None
    end = last[1] if last else None
    alternatives: list[tuple[date | None, date | None]] = []
    if start and end and end < start and published is not None and time.relation != "since":
        end = dates.shifted(end, "year", 1)  # 8月至2月
    if reading.bound == "after" and first:
        start = dates.shifted(first[1], "day", 1)
        alternatives.append((first[0], None))
    if reading.bound in ("before", "deadline") and last:
        before = dates.shifted(last[0], "day", -1)
        # a boundary in the past parts what was before it, one ahead is a deadline: 2000年之前 in a text of 2018, 2030年前
        festive = reading.last[-1].unit == "festival"
        past = published is not None and end is not None and end < published and reading.last[-1].unit != "edge"
        if festive:  # 春节前 is over the day before
            end = before
        elif reading.bound == "before" and past:
            alternatives.append((None, end))
            end = before
        elif reading.last[-1].unit != "edge":
            alternatives.append((None, before))
    return Resolved(start, end, tuple(alternatives))


def _window_days(time: Time, published: date | None, period: tuple[date, date] | None) -> Resolved:
    window = time.reading.window
    if window is None or published is None:
        return Resolved(None, None)
    days = dates.window(window, published)
    if not days:
        return Resolved(None, published if not window.ahead else None)
    if period is not None and window.ahead and window.unit == "year" and window.high == period[1].year - period[0].year + 1:
        return Resolved(*period, days)
    return Resolved(*days[0], days[1:])


def records(text: str, published: date | None = None) -> tuple[Deadline, ...]:
    """Every time of a text as a record, resolved against ``published``."""
    out = []
    for time in find(text):
        days = resolve(time, published)
        out.append(
            Deadline(
                text=text[time.start : time.end],
                span=Span(start=time.start, end=time.end),
                start=days.start,
                end=days.end,
                grain=time.grain,
                relation=time.relation,
                rule=time.rule,
                alternatives=tuple(Interval(start=a, end=b) for a, b in days.alternatives),
            )
        )
    return tuple(out)
