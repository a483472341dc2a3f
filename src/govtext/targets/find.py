"""From an article to its records: the arrows read → bind → resolve, as one function each way."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govtext.targets import agents, bind, deadline, milestone, resolve, scene, table, typeset
from govtext.targets.draft import Decision

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govtext.records import Article, Target
    from govtext.targets.draft import Draft
    from govtext.targets.scene import Scene
    from govtext.targets.typeset import Typeset


def find(article: Article) -> tuple[Target, ...]:
    """Every target and achievement of an article, in the order of the text."""
    source = typeset.read(article.text)
    read = _scene(source, article)
    drafts = (*bind.bind(read)[0], *table.find(read)[0])
    return resolve.records(read, agents.govern(read, (*drafts, *milestone.find(read, drafts))), article, source)


def decisions(article: Article) -> tuple[Decision, ...]:
    """For every number and every time of the text: kept or left out, by which rule."""
    source = typeset.read(article.text)
    read = _scene(source, article)
    (bound, numbers), (told, cells) = bind.bind(read), table.find(read)
    drafts = (*bound, *told)
    found = (*numbers, *cells, *_of_times(read, drafts, milestone.find(read, drafts)))
    return tuple(_written(decision, source) for decision in found)


def _written(decision: Decision, source: Typeset) -> Decision:
    span = source.span(decision.start, decision.end)
    return replace(decision, start=span["start"], end=span["end"], text=source.words(decision.start, decision.end))


def _scene(source: Typeset, article: Article) -> Scene:
    title = typeset.read(article.title).read if article.title else None
    return scene.read(source.read, title, article.published.date() if article.published else None)


def _of_times(read: Scene, drafts: Sequence[Draft], events: Sequence[Draft]) -> Iterator[Decision]:
    """A time dates an event, is a number's deadline, or neither."""
    dated = {draft.when.time for draft in events if draft.when}
    governing = {draft.when.time for draft in drafts if draft.when}
    for index, time in enumerate(read.times):
        words = read.text[time.start : time.end]
        if index in dated:
            yield Decision(time.start, time.end, words, kept=True, rule="time_of_event", reason="planned")
        elif index in governing:
            yield Decision(
                time.start, time.end, words, kept=False, rule="governs_a_number", reason="The time of a number, not of an event."
            )
        elif not deadline.usable(read, index, achieved=False):
            reason = "Over, a rate, a baseline or part of a name: no deadline."
            yield Decision(time.start, time.end, words, kept=False, rule="no_deadline", reason=reason)
        else:
            yield Decision(
                time.start, time.end, words, kept=False, rule="no_event", reason="No event is dated by it, and no number stands under it."
            )
