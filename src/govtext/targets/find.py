"""From an article to its records: the arrows read → bind → resolve, as one function each way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govtext.targets import agents, bind, milestone, resolve, scene

if TYPE_CHECKING:
    from govtext.records import Article, Target
    from govtext.targets.draft import Decision


def find(article: Article) -> tuple[Target, ...]:
    """Every target and achievement of an article, in the order of the text."""
    read = scene.read(article.text, article.title, article.published.date() if article.published else None)
    drafts, _ = bind.bind(read)
    return resolve.records(read, agents.govern(read, (*drafts, *milestone.find(read, drafts))), article)


def decisions(article: Article) -> tuple[Decision, ...]:
    """For every number that was looked at: kept or left out, by which rule."""
    read = scene.read(article.text, article.title, article.published.date() if article.published else None)
    return bind.bind(read)[1]
