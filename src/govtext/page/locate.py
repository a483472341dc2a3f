"""From a page's blocks to the container of its article: of 「导航」, 「正文」 and 「相关新闻」 the second.

A block weighs by its full-width punctuation and length, less its links. The weights are summed up to the ancestors with
decay; the best container grows while its parent adds good text.
"""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from govtext.page import weigh
from govtext.page.title import title_block

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govtext.page.scan import Scan

_DECAY: Final = 0.78  # per level: the article's own container beats the page's
_LEVELS: Final = 5
_BODY: Final = 1.15  # a container that is called 「content」
_NEAR_TITLE: Final = 1.7  # one that holds the first good text behind the title
_NEAR_HEADING: Final = 3.0  # the same where that title is an h1
_TEASERS: Final = 3  # linked titles in what a parent adds, one for every second good block or more: a feed, not the article
_NEAR: Final = 40  # blocks behind the title in which that text is looked for
_GAIN: Final = 0.3  # of its weight that a parent must add for the article to grow
_GAIN_LINKED: Final = 0.3  # and the most link text in what it adds


@dataclass(frozen=True)
class Place:
    """Where the article is: its container, its blocks' range, each block's weight, the title's block (-1: none), why blocks weigh less."""

    node: int
    first: int
    last: int
    weights: list[float]
    title: int
    why: Mapping[int, str] = field(default_factory=dict)

    @property
    def running(self) -> float:
        """What a block of running text weighs at least: 1, or less where all of the article stands in furniture."""
        return min(1.0, max(self.weights[self.first : self.last + 1], default=0.0) / 3)


def locate(page: Scan) -> Place | None:
    """The article's place, or None when no block has running text."""
    title = title_block(page)
    weights, why = weigh.weights(page, title)
    if not any(weights):
        return None
    if page.plain:
        return Place(0, 0, len(page.texts) - 1, weights, title, why)
    near = _near_title(page, weights, why, title)
    sums, below = _sums(page, weights, title if near else len(weights))
    if near:
        bonus = _NEAR_HEADING if page.tags[page.nodes[title]] == "h1" else _NEAR_TITLE
        sums |= {node: max(sums[node], bonus * below[node]) for node in near}
    best = max(sums, key=lambda node: sums[node])
    best, first, last = _grow(page, weights, why, best, title)
    return Place(best, first, last, weights, title, why)


def _sums(page: Scan, weights: list[float], title: int) -> tuple[dict[int, float], dict[int, float]]:
    """What each container's blocks sum up to, and those from the title on: text above it does not speak for what stands below it."""
    out: dict[int, float] = {}
    below: dict[int, float] = {}
    factors: dict[int, float] = {}  # of the containers asked for
    parents = page.parents
    for i, weight in enumerate(weights):
        if weight:
            node = page.nodes[i]
            sums = below if i >= title else out
            share = weight
            for _ in range(_LEVELS):
                if (factor := factors.get(node)) is None:
                    factor = factors[node] = _BODY if page.name(node).body else 1.0
                sums[node] = sums.get(node, 0.0) + share * factor
                node = parents[node]
                if node < 0:
                    break
                share *= _DECAY
    return {node: out.get(node, 0.0) + below.get(node, 0.0) for node in out | below}, below


def _near_title(page: Scan, weights: list[float], why: Mapping[int, str], title: int) -> set[int]:
    """The ancestors of the first two good blocks behind the title: the first may be a summary outside the text."""
    out: set[int] = set()
    if title < 0:
        return out
    found = 0
    for i in range(title + 1, min(len(weights), title + _NEAR)):
        if weights[i] > 0 and i not in why:
            node = page.nodes[i]
            for _ in range(_LEVELS):
                out.add(node)
                node = page.parents[node]
                if node < 0:
                    break
            found += 1
            if found == 2:
                break
    return out


class _Reach:
    """A container's blocks and what they sum up to, kept while it grows to its ancestors: a container's blocks stand in one run."""

    def __init__(self, page: Scan, weights: list[float], why: Mapping[int, str], node: int, title: int) -> None:
        self._page, self._weights, self._why = page, weights, why
        self.good, self.links, self.length, self.teasers, self.texts, self.cells = 0.0, 0, 0, 0, 0, 0
        self.end = page.end(node, node + 1)  # the containers inside it are node + 1 .. end - 1
        self.first = next(i for i, container in enumerate(page.nodes) if node <= container < self.end)
        self.last = self.first - 1
        self._title = title if title < self.first else -1
        self.widen(node)

    def widen(self, node: int) -> None:
        """Take in the blocks of an ancestor."""
        nodes = self._page.nodes
        self.end = self._page.end(node, self.end)
        while self.first > 0 and nodes[self.first - 1] >= node:
            self.first -= 1
            self._add(self.first)
        while self.last + 1 < len(nodes) and node <= nodes[self.last + 1] < self.end:
            self.last += 1
            self._add(self.last)

    def _add(self, at: int) -> None:
        text, links, weight = self._page.texts[at], self._page.links[at], self._weights[at]
        length = len(text)
        self.good += weight if at > self._title else 0  # text above the title is no reason to grow
        self.links += links
        self.length += length
        self.teasers += weigh.is_teaser(text, links)
        self.texts += weight > 0
        self.cells += length if at not in self._why and weigh.is_cell(text, weight) else 0


def _grow(page: Scan, weights: list[float], why: Mapping[int, str], best: int, title: int) -> tuple[int, int, int]:
    """Climb while the parent brings much more good text and little link text: one div a paragraph, news of one paragraph.

    The container and its first and last block.
    """
    reach = _Reach(page, weights, why, best, title)
    while page.parents[best] >= 0 and (page.parents[best] > 0 or page.tags[best] in {"p", "li"}):
        parent = page.parents[best]
        wider = copy(reach)
        wider.widen(parent)
        added, added_links = wider.length - reach.length, wider.links - reach.links
        # a paragraph is never the whole of its container: it climbs to its title's lines and its signature, unless they are links
        # and to the table below it
        rest = added - (wider.cells - reach.cells)
        short = page.tags[best] == "p" and rest < 2 * reach.length and added_links < _GAIN_LINKED * max(1, added)
        row = short or (page.tags[best] in {"p", "td", "tr", "tbody", "thead", "li"} and not added)
        if not row and (wider.good - reach.good <= _GAIN * reach.good or added_links >= _GAIN_LINKED * max(1, added)):
            break
        linked = wider.teasers - reach.teasers
        if (page.damped(parent) and not page.damped(best)) or (linked >= _TEASERS and 2 * linked >= wider.texts - reach.texts and not row):
            break
        best, reach = parent, wider
    return best, reach.first, reach.last
