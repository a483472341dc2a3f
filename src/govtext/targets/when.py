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


def find(scene: Scene, clause: int, upto: int, *, achieved: bool, actor: bool) -> When | None:
    """The time that governs a number; for a fact only one stated in its sentence."""
    found = own(scene, clause, upto, achieved=achieved) or earlier(scene, clause, achieved=achieved, actor=actor)
    if found is None and not achieved:
        found = paragraph(scene, clause) or governed(scene)
    return found


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


def earlier(scene: Scene, clause: int, *, achieved: bool, actor: bool) -> When | None:
    """The time of an earlier clause of the sentence, unless it dates an event of its own or stands in another agent's item."""
    sentence = scene.structure.sentences[scene.clause(clause).sentence]
    for place in range(clause - 1, max(sentence.clauses.start, clause - REACH) - 1, -1):
        crossed = scene.clause(place).mark in ("；", ";")
        if crossed and actor:
            return None
        for index in reversed(scene.times_by_clause[place]):
            if usable(scene, index, achieved=achieved) and (not dates_an_event(scene, place, index)):
                return When(index, inherited=True, rule="time_in_earlier_clause")
    return None


def paragraph(scene: Scene, clause: int) -> When | None:
    """The time at the head of an earlier sentence of the paragraph: 「下半年，全区将聚焦…。新增…」."""
    here = scene.structure.sentences[scene.clause(clause).sentence]
    line = scene.structure.lines[here.line]
    number = scene.clause(clause).sentence
    for sentence_place in range(number - 1, max(line.sentences.start, number - REACH) - 1, -1):
        sentence = scene.structure.sentences[sentence_place]
        first = sentence.clauses.start
        for place in range(first, min(first + 2, sentence.clauses.stop)):
            for index in scene.times_by_clause[place]:
                if (
                    usable(scene, index, achieved=False)
                    and not dates_an_event(scene, place, index)
                    and scene.times[index].start - sentence.start <= 16
                ):
                    return When(index, inherited=True, rule="time_of_paragraph")
    return None


def governed(scene: Scene) -> When | None:
    """The year or plan period of the title."""
    if scene.title.period or (scene.title.report and scene.title.year):
        return When(None, inherited=True, rule="year_of_title")
    return None


def usable(scene: Scene, index: int, *, achieved: bool) -> bool:
    """Whether a time can be a deadline: no baseline (比2020年), no rate (每年), and on the right side of the publication date."""
    time = scene.times[index]
    before = scene.text[max(0, time.start - 2) : time.start]
    behind = scene.text[time.end : time.end + 4]
    if time.relation == "each":
        return False
    if before.endswith(("比", "较", "按", "自", "从", "同", "与")) or (
        behind.startswith(("的", "以来", "相比", "水平", "同期", "价格", "不变价")) and not achieved and scene.tense(index) == "past"
    ):
        return False
    past = scene.tense(index) == "past"
    return past if achieved else not past


def dates_an_event(scene: Scene, clause: int, index: int) -> bool:
    """Whether a time stands right before an event verb: 9月开工, 年内竣工投产."""
    time = scene.times[index]
    here = scene.clause(clause)
    behind = scene.text[time.end : here.end]
    if scene.by_clause[clause]:
        return False
    return bool(
        pattern(r"^(?:前|底前|左右)?(?:正式|全面|全部|全线|基本|完成|建成|实现|开始|顺利|如期){0,2}\L<events>", events=verbs.EVENTS).match(
            behind
        )
    )
