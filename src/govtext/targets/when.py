"""Which time governs a number: its clause's, an earlier clause's, the paragraph's, or the title's year.

「到2025年，建成公园30个，绿地率达到40%」: both numbers stand under 到2025年, the second one inherits it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govtext.lexicon import verbs
from govtext.rules import pattern
from govtext.targets.draft import When

if TYPE_CHECKING:
    from govtext.targets.scene import Scene


# How many clauses or sentences a time is looked for in front of a number: bounds the work on a page without stops.
REACH = 40
# A sentence's opening words, in which a time governs what follows.
HEAD = 16


def find(scene: Scene, clause: int, upto: int, *, achieved: bool, agent: bool) -> When | None:
    """The time that governs a number; for a fact only one stated in its sentence. ``agent``: the clause names its own."""
    found = own(scene, clause, upto, achieved=achieved)
    if found is not None:
        return found
    vague = [i for i in scene.times_by_clause[clause] if scene.times[i].start < upto and scene.resolve(i).end is None]
    if any(scene.times[i].relation != "each" and scene.times[i].tense == "future" for i in vague):
        return None  # 未来: a time of its own, without days
    found = earlier(scene, clause, upto, achieved=achieved, agent=agent)
    if found is not None or achieved or _conditional(scene, clause, upto):
        return found
    if any(scene.times[i].relation == "each" for i in vague):
        return governed(scene) if scene.title.period else None
    return paragraph(scene, clause) or section(scene, clause) or governed(scene)


def _conditional(scene: Scene, clause: int, upto: int) -> bool:
    """项目建成后: a condition is no deadline, and keeps the paragraph's away."""
    sentence = scene.structure.sentences[scene.clause(clause).sentence]
    words = scene.text[max(sentence.start, upto - 60) : upto]
    return bool(pattern(r"(?:建成|投产|完工|竣工|达产|通车|投用|投运|运营|实施|完成|通航|开通)(?:投产|投用|通车|运营)?后").search(words))


def own(scene: Scene, clause: int, upto: int, *, achieved: bool) -> When | None:
    """The nearest usable time of the clause in front of offset ``upto``; else one behind it."""
    behind = None
    for index in reversed(scene.times_by_clause[clause]):
        if not usable(scene, index, achieved=achieved):
            continue
        if scene.times[index].start < upto:
            return When(index, inherited=False, rule="time_in_clause")
        behind = When(index, inherited=False, rule="time_behind_number")
    return behind


def earlier(scene: Scene, clause: int, upto: int, *, achieved: bool, agent: bool) -> When | None:
    """The time of an earlier clause of the sentence, unless it dates an event of its own or stands in another agent's item."""
    sentence = scene.structure.sentences[scene.clause(clause).sentence]
    then = "届时" in scene.text[max(sentence.start, upto - 80) : upto]
    for place in range(clause - 1, max(sentence.clauses.start, clause - REACH) - 1, -1):
        if scene.clause(place).mark in ("；", ";") and agent:
            return None
        for index in reversed(scene.times_by_clause[place]):
            if (
                usable(scene, index, achieved=achieved)
                and not _reporting(scene, place, index)
                and (then or not dates_an_event(scene, place, index))
            ):
                return When(index, inherited=True, rule="time_in_earlier_clause")
    return None


def paragraph(scene: Scene, clause: int) -> When | None:
    """The time at the head of an earlier sentence of the paragraph: 「下半年，全区将聚焦…。新增…」; for 其中 any of the sentence before."""
    here = scene.clause(clause).sentence
    line = scene.structure.lines[scene.structure.sentences[here].line]
    among = scene.text[scene.structure.sentences[here].start :][:2] == "其中"
    for number in range(here - 1, max(line.sentences.start, here - REACH) - 1, -1):
        sentence = scene.structure.sentences[number]
        places = sentence.clauses if not among else reversed(sentence.clauses)
        for place in list(places)[: REACH if among else 2]:
            for index in scene.times_by_clause[place]:
                time = scene.times[index]
                head = among or time.start - sentence.start <= HEAD or time.start - scene.clause(place).start <= 2
                if (
                    head
                    and not _reporting(scene, place, index)
                    and usable(scene, index, achieved=False)
                    and not dates_an_event(scene, place, index)
                ):
                    return When(index, inherited=True, rule="time_of_paragraph")
        among = False
    return None


def section(scene: Scene, clause: int) -> When | None:
    """The period that a section's goals stand under: 「今后五年的主要目标是…」."""
    index = scene.periods[scene.clause(clause).sentence]
    return None if index is None else When(index, inherited=True, rule="period_of_section")


def governed(scene: Scene) -> When | None:
    """The year or plan period of the title."""
    if scene.title.period or (scene.title.report and scene.title.year):
        return When(None, inherited=True, rule="year_of_title")
    return None


def _reporting(scene: Scene, clause: int, index: int) -> bool:
    """「2024年春运专班数据显示」 says whose figures these are: the year in it dates no promise."""
    here = scene.clause(clause)
    return scene.times[index].grain == "year" and scene.text[here.start : here.end].endswith(
        ("显示", "表示", "介绍", "获悉", "了解到", "报道", "指出", "提出")
    )


def usable(scene: Scene, index: int, *, achieved: bool) -> bool:
    """Whether a time can be a deadline: no baseline (比2020年), no rate (每年), and on the right side of the publication date."""
    time = scene.times[index]
    before = scene.text[max(0, time.start - 2) : time.start]
    behind = scene.text[time.end : time.end + 4]
    if time.relation == "each" or time.rule == "now" or scene.resolve(index).end is None:
        return False
    if before.endswith(("比", "较", "按", "自", "从", "同", "与")) or behind.startswith(
        ("以来", "相比", "水平", "同期", "价格", "不变价", "起")
    ):
        return False
    return (scene.tense(index) == "past") == achieved or (achieved and scene.tense(index) == "open")


def dates_an_event(scene: Scene, clause: int, index: int) -> bool:
    """Whether a time stands between a name and its event: 【硅基光电产业园】9月开工; 「2025年建成…，…」 governs what follows."""
    time, here = scene.times[index], scene.clause(clause)
    if scene.by_clause[clause] or not pattern(_EVENT, events=verbs.EVENTS).match(scene.text[time.end : here.end]):
        return False
    named = pattern(r"预计|将|计划|力争|确保|于|在|到|项目|该").sub("", scene.text[here.start : time.start])
    return len(named) >= 2


_EVENT = r"(?:前|底前|左右)?(?:正式|全面|全部|全线|基本|完成|建成|实现|开始|顺利|如期){0,2}\L<events>"
