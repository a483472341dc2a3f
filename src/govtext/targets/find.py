"""From an article to its records: the arrows read → bind → resolve, as one function each way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govtext.targets import agents, bind, milestone, resolve, scene, when
from govtext.targets.draft import Decision

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govtext.records import Article, Target
    from govtext.targets.draft import Draft
    from govtext.targets.scene import Scene


def find(article: Article) -> tuple[Target, ...]:
    """Every target and achievement of an article, in the order of the text."""
    read = scene.read(article.text, article.title, article.published.date() if article.published else None)
    drafts, _ = bind.bind(read)
    return resolve.records(read, agents.govern(read, (*drafts, *milestone.find(read, drafts))), article)


def decisions(article: Article) -> tuple[Decision, ...]:
    """For every number and every time of the text: kept or left out, by which rule."""
    read = scene.read(article.text, article.title, article.published.date() if article.published else None)
    drafts, numbers = bind.bind(read)
    return (*numbers, *_of_times(read, drafts, milestone.find(read, drafts)))


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
        elif not when.usable(read, index, achieved=False):
            reason = "Over, a rate, a baseline or part of a name: no deadline."
            yield Decision(time.start, time.end, words, kept=False, rule="no_deadline", reason=reason)
        else:
            yield Decision(
                time.start, time.end, words, kept=False, rule="no_event", reason="No event is dated by it, and no number stands under it."
            )
