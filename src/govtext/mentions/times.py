"""Every time of a text as a reading: 到2025年 is by the end of 2025, 年底前 by a year's end; days come from ``resolve`` alone.

One scanning pattern stops where a time may begin; there the rules read its core (2025年, 9月, 今年, 三年内) in ``parts``, and what
stands around it is joined on: the other end of a stretch (至2027年), words in front (到, 截至) and behind (底, 前, 期间, 以来).
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from govtext.lexicon import calendar
from govtext.mentions import around
from govtext.mentions.dates import resolve
from govtext.mentions.mention import Reading, Step, Time
from govtext.mentions.parts import RANK, RULES, Part, anchors, part_at, recurring, stands_alone
from govtext.rules import local

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from govtext.mentions.mention import Resolved
    from govtext.records import Deadline, Grain, Relation

__all__ = ["RULES", "find", "records", "resolve"]

_END = 3  # the edge of 底 and 末
_TODAY = Step("day", 0, 0, relative=True)
_THIS_YEAR = Step("year", 0, 0, relative=True)
_AND = frozenset("、和及与")
_SPACES = "\u00a0\u2002\u2003\u2009\u202f"
# A character for a character: every span stays.
_PLAIN = str.maketrans(calendar.TRADITIONAL | dict.fromkeys(_SPACES, " "))
_UNUSUAL = f"[後個內兩過週號紀屆時{_SPACES}]"  # what a text holds when it is worth the pass
_SAID_AGAIN = r"[（(](?P<inside>[^（()）]{2,12})[)）]"


def find(text: str) -> tuple[Time, ...]:
    """Every time of a text, in its order, none inside another.

    >>> [(text[t.start:t.end], t.relation, t.grain) for text in ["到2025年，9月下旬开工"] for t in find(text)]
    [('到2025年', 'by', 'year'), ('9月下旬', 'within', 'ten_days')]
    """
    if local(_UNUSUAL).search(text):
        text = text.translate(_PLAIN)
    out: list[Time] = []
    done = 0
    for place, rules, characters in anchors(text):
        part = part_at(text, place, rules, characters) if place >= done else None
        if part is not None and stands_alone(text, part):
            time = _joined(text, part, done)
            out.append(_listed(out[-1], time) if out and text[done : time.start] in _AND else time)
            done = time.end
    return tuple(out)


def _listed(before: Time, time: Time) -> Time:
    """An item of a list takes what it does not say from the one before it: 2025年6月底前、年底前, 3月5日、8日."""
    carried = before.reading.last or before.reading.first
    if not carried or carried[0].unit not in ("year", "month"):
        return time
    first, last = (_carried(carried, steps) for steps in (time.reading.first, time.reading.last))
    if before.relation == "by" and len(carried) == len(last) == 1 and time.relation == "within":  # 到2025年、2030年
        return time._replace(relation="by", reading=time.reading._replace(first=()))
    return time._replace(absolute=_absolute(last or first), reading=time.reading._replace(first=first, last=last))


def _carried(before: tuple[Step, ...], steps: tuple[Step, ...]) -> tuple[Step, ...]:
    if not steps:
        return ()
    if len(steps) == 2 and steps[0] == _THIS_YEAR and before[0].unit == "year":  # 年底
        return (before[0], steps[1])
    return _continued(before, steps)


class _Draft(NamedTuple):
    """A time on the way: its core, and what the words around it have said so far."""

    start: int
    end: int
    first: tuple[Step, ...]
    last: tuple[Step, ...]
    grain: Grain
    relation: Relation
    tense: Literal["past", "open", "future"]
    bound: Literal["", "before", "after", "deadline"] = ""
    other: tuple[Step, ...] = ()
    paired: bool = False
    open_start: bool = False
    open_end: bool = False


def _joined(text: str, part: Part, done: int) -> Time:
    """A core with the other end of its stretch and the words around it."""
    core = part.core
    if core.relation == "each":
        return _repeated(text, part)
    if core.window is not None:
        reading = Reading(window=core.window)
        return Time(part.start, part.end, part.rule, core.grain, core.relation, core.tense, absolute=False, reading=reading)
    by = core.relation != "at" and (core.open_start or (core.steps[-1].unit == "edge" and core.steps[-1].first == _END))
    relation = "by" if by else core.relation
    alone = text[part.end : part.end + 1] not in around.BEHIND
    if alone and not around.lead(text, part.start, done)[0]:  # most often
        reading = Reading(() if relation == "by" or core.open_start else core.steps, core.steps)
        return Time(part.start, part.end, part.rule, core.grain, relation, core.tense, _absolute(core.steps), reading)
    draft = _Draft(part.start, part.end, core.steps, core.steps, core.grain, relation, core.tense, open_start=core.open_start)
    if not alone:
        draft = _edged(text, draft)
        draft = _said_again(text, draft)
        draft = _stretched(text, draft)
        draft = _tailed(text, draft)
    return _time(_led(text, draft, done), part.rule)


def _repeated(text: str, part: Part) -> Time:
    """每年, 每年6月底前: no deadline, though the date that comes next is one."""
    date = recurring(text, part)
    steps: tuple[Step, ...] = ()
    end = part.end
    if date is not None:
        edge, end = around.edge(text, date.end, date.core.steps[-1].unit if date.core.steps else "edge")
        steps = (*date.core.steps, edge) if edge else date.core.steps
    tail = around.tail(text, end)
    end = tail.end() if tail and tail["before"] else end
    return Time(part.start, end, part.rule, part.core.grain, "each", "open", absolute=False, reading=Reading(other=steps))


def _edged(text: str, draft: _Draft) -> _Draft:
    """初, 中, 底, 末 behind the core. The end of anything is a deadline, that of a stretch its last day: 10月—12月底."""
    step, end = around.edge(text, draft.end, draft.first[-1].unit)
    if step is None:
        return draft
    if step.first == _END and draft.first[-1].first != draft.first[-1].last:
        return draft._replace(end=end, last=(*draft.first, step))
    steps = (*draft.first, step)
    relation = "by" if step.first == _END and draft.relation != "at" else draft.relation
    return draft._replace(end=end, first=steps, last=steps, relation=relation)


def _said_again(text: str, draft: _Draft) -> _Draft:
    """A relative day whose date follows in brackets: 今天（2月16日）."""
    relative_day = draft.grain == "day" and draft.first[-1].relative and draft.relation != "at"
    bracket = local(_SAID_AGAIN).match(text, draft.end) if relative_day else None
    again = part_at(text, bracket.start("inside"), "number") if bracket else None
    if bracket is None or again is None or again.end != bracket.end("inside"):
        return draft
    return draft._replace(end=bracket.end(), other=again.core.steps)


def _stretched(text: str, draft: _Draft) -> _Draft:
    """The other end of a stretch: 2023年至2025年, 3月5日至11日, 2021年至今."""
    mark = around.far_end(text, draft.end)
    if mark is None:
        return draft
    if mark["today"]:
        return draft._replace(end=mark.end() + 1, last=(_TODAY,), relation="since", tense="past", paired=True)
    to = part_at(text, mark.end(), "far_end")
    if to is None or not to.core.steps or to.core.relation == "each":
        return draft
    step, end = around.edge(text, to.end, to.core.steps[-1].unit)
    tail = around.tail(text, end)
    if "起" in mark.group() and tail is not None and tail["before"]:  # 自6月14日起到9月14日之前: two bounds
        return draft
    if mark["pair"] and (tail is None or not tail["span"] or "间" not in tail["span"]):
        return draft
    last = (*_continued(draft.first, to.core.steps), *([step] if step else []))
    grain: Grain = to.core.grain
    if grain == "year":  # 2023年至2025年, 10月至年底
        grain = "years" if draft.grain == "year" else draft.grain
    return draft._replace(end=end, last=last, grain=grain, relation="within", paired=True)


def _continued(first: tuple[Step, ...], steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """The later end takes what it does not say from the earlier: 2017年8月至11月."""
    if steps[0].relative or RANK[steps[0].unit] <= RANK["year"]:
        return steps
    return tuple(s for s in first if RANK[s.unit] < RANK[steps[0].unit]) + steps


def _tailed(text: str, draft: _Draft) -> _Draft:
    """前, 以来, 后, 起, 期间 behind a time."""
    tail = around.tail(text, draft.end)
    if tail is None:
        return draft
    end = tail.end()
    if tail["before"] and tail["around"] is None:
        if tail["including"]:
            return draft._replace(end=end, relation="by")
        strict = tail["strict"] == "之前" or (tail["strict"] and draft.last[-1].unit != "day")  # 12月31日以前 takes in that day
        return draft._replace(end=end, relation="by", bound="before" if strict else "deadline")
    if tail["since"]:
        return draft._replace(end=end, relation="since", tense="past" if tail["since"] == "以来" else draft.tense, open_end=True)
    if tail["after"] or tail["from"]:
        return draft._replace(end=end, relation="since", bound="after" if tail["after"] else "", open_end=True)
    return draft._replace(end=end, tense="past" if tail["same"] else draft.tense)


def _led(text: str, draft: _Draft, done: int) -> _Draft:
    """到, 截至, 自 in front of a time."""
    lead, start = around.lead(text, draft.start, done)
    if lead in ("by", "past") and draft.relation != "since" and not draft.paired:
        return draft._replace(start=start, relation="by", tense="past" if lead == "past" else draft.tense)
    if lead == "since" and (draft.relation == "since" or draft.paired):
        return draft._replace(start=start)
    return draft


def _time(draft: _Draft, rule: str) -> Time:
    first = () if draft.relation == "by" or draft.open_start else draft.first
    last = draft.last
    if draft.open_end and draft.tense == "past":
        last = (_TODAY,)
    elif draft.open_end and not (draft.relation == "since" and draft.first[0].relative):  # 从今年起 promises the year it begins in
        last = ()
    reading = Reading(first, last, bound=draft.bound, other=draft.other)
    return Time(draft.start, draft.end, rule, draft.grain, draft.relation, draft.tense, _absolute(last or first), reading)


def _absolute(steps: tuple[Step, ...]) -> bool:
    return bool(steps) and not steps[0].relative and RANK[steps[0].unit] <= RANK["year"]


def records(text: str, published: date | None = None) -> tuple[Deadline, ...]:
    """Every time of a text as a record, resolved against ``published``."""
    found = find(text)
    return _validated()([plain(text, time, resolve(time, published)) for time in found]) if found else ()


@lru_cache(maxsize=1)
def _validated() -> Callable[[list[dict[str, Any]]], tuple[Deadline, ...]]:
    from govtext.records import deadlines  # noqa: PLC0415 - pydantic loads when a record is asked for, not with the reader

    return deadlines


def plain(text: str, time: Time, days: Resolved) -> dict[str, Any]:
    """A time and its days as plain data, as ``records.Deadline`` takes it."""
    start, end, rule, grain, relation, *_ = time
    return {
        "text": text[start:end],
        "span": {"start": start, "end": end},
        "start": days.start,
        "end": days.end,
        "grain": grain,
        "relation": relation,
        "rule": rule,
        "alternatives": [{"start": first, "end": last} for first, last in days.alternatives] if days.alternatives else (),
    }
