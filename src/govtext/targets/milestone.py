"""A dated event without a number: 「硅基光电产业园9月开工」."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govtext.lexicon import verbs
from govtext.targets import anaphor, status, when
from govtext.targets.draft import Draft, When
from govtext.targets.piece import Piece, header

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govtext.targets.scene import Scene
    from govtext.targets.tokens import Token


def find(scene: Scene, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The milestones of a text; a date that governs a number is that number's deadline, not an event's."""
    used = {d.when.time for d in drafts if d.when and d.when.time is not None and not d.when.inherited}
    out = []
    for clause in range(len(scene.structure.clauses)):
        if scene.by_clause[clause]:
            continue
        for index in scene.times_by_clause[clause]:
            draft = None if index in used or not _ahead(scene, index) else _read(scene, clause, index)
            if draft:
                out.append(draft)
                used.add(index)
    return tuple(out)


def _ahead(scene: Scene, index: int) -> bool:
    """Whether a date can be an event's to come; a day must lie ahead, for news is told of today."""
    return when.usable(scene, index, achieved=False) and (scene.times[index].grain != "day" or scene.tense(index) == "future")


def _read(scene: Scene, clause: int, index: int) -> Draft | None:
    tokens = scene.tokens(clause)
    at = next((i for i, t in enumerate(tokens) if t.part == "time" and t.index == index), None)
    event = None if at is None else _event(tokens, at)
    if at is None or event is None:
        return _in_next(scene, clause, index) if at == len(tokens) - 1 else None
    upto = next(i for i, t in enumerate(tokens) if t is event[-1]) + 1 if event[-1] in tokens else len(tokens)
    stance = status.in_clause(tokens, upto, lambda t: scene.tense(t.index)) or _direct(scene, tokens, at)
    if stance is None or stance.status == "achieved":
        return None
    subject = anaphor.resolve(scene, clause, _subject(scene, clause, tokens, at, event))
    return None if subject is None else _draft(clause, index, stance, subject, event)


def _in_next(scene: Scene, clause: int, index: int) -> Draft | None:
    """「确保9月下旬，产业园项目启动实施」: the date's clause holds nothing else, the event stands in the next."""
    following = clause + 1
    if following >= len(scene.structure.clauses) or scene.clause(following).sentence != scene.clause(clause).sentence:
        return None
    if scene.by_clause[following] or scene.times_by_clause[following]:
        return None
    tokens = scene.tokens(following)
    event = _event(tokens, -1)
    stance = status.in_clause(scene.tokens(clause), len(scene.tokens(clause)), lambda t: scene.tense(t.index))
    named = header([t for t in tokens if event and t.end <= event[0].start], "named_before_event")
    if event is None or stance is None or stance.status != "planned" or named is None:
        return None
    return _draft(following, index, stance, named, event)


def _draft(clause: int, index: int, stance: status.Stance, subject: Piece, event: Sequence[Token]) -> Draft:
    action = Piece("".join(t.word for t in event), event[0].start, event[-1].end, "event_with_date")
    return Draft(
        "milestone", clause, None, stance, subject, action, None, When(index, inherited=False, rule="time_of_event"), None, None, ()
    )


def _event(tokens: Sequence[Token], at: int) -> list[Token] | None:
    """The event verbs behind the date: 正式投用, 竣工投产."""
    out: list[Token] = []
    for token in tokens[at + 1 :]:
        if token.word in verbs.EVENTS or (out and out[-1].word == "开始" and token.part == "do"):
            out.append(token)
        elif out:
            break
        elif (
            token.part in ("adverb", "cue", "mark")
            or token.word in ("，", "前", "在", "于")
            or (len(out) == 0 and token.part in ("noun", "of", "do"))
        ):
            continue
    return out or None


def _direct(scene: Scene, tokens: Sequence[Token], at: int) -> status.Stance | None:
    """A date ahead with the event right behind it promises by itself: 年内开工."""
    token = tokens[at]
    if scene.tense(token.index) == "past":
        return None
    nearby = tokens[at + 1 : at + 3]
    if any(t.word in verbs.EVENTS for t in nearby):
        return status.Stance("planned", "plan", None, token.start, token.end, "future_time")
    return None


def _subject(scene: Scene, clause: int, tokens: Sequence[Token], at: int, event: Sequence[Token]) -> Piece | None:
    """What the event happens to: named before the date, behind the verb, or in the clause before."""
    behind = [t for t in tokens if t.start >= event[-1].end]
    before = [t for t in tokens[:at] if t.part != "cue"]
    named = header(before, "named_before_date")
    if named and len(named.text) >= 2:
        return named
    between = header([t for t in tokens[at + 1 :] if t.end <= event[0].start], "named_before_event")
    if between and len(between.text) >= 2:
        return between
    counted = header(behind, "object_of_event")
    if counted and len(counted.text) >= 2:
        return counted
    sentence = scene.structure.sentences[scene.clause(clause).sentence]
    for place in range(clause - 1, max(sentence.clauses.start, clause - when.REACH) - 1, -1):
        found = header(scene.tokens(place), "object_of_earlier_clause")
        if found and len(found.text) >= 2:
            return found
    return None
