"""From a page's blocks to the container of its article: of 「导航」, 「正文」 and 「相关新闻」 the second.

A block weighs by its full-width punctuation and length, less its links. The weights are summed up to the ancestors with
decay; the best container grows while its parent adds good text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from govtext.page import signs
from govtext.rules import pattern

if TYPE_CHECKING:
    from govtext.page.scan import Block, Scan

PUNCTUATION: Final = r"[，。；！？、：“”（）《》…「」]"
_SENTENCE: Final = r"[，。；！？、…,.]"  # a colon or a book's name alone is a label: 「来源：」
_LEAST: Final = 5  # characters: 「更多>>」 is no text
_LENGTH: Final = 40  # characters that weigh as one sign of punctuation
_LENGTH_MOST: Final = 3.0
_LINKED: Final = 0.4  # a block with more of it in links is navigation
_DAMPED: Final = 0.12  # what a block weighs in furniture: the hidden body of a page shown by script still wins over nothing
_DECAY: Final = 0.78  # per level: the article's own container beats the page's
_LEVELS: Final = 5
_BODY: Final = 1.15  # a container that is called 「content」
_NEAR_TITLE: Final = 1.7  # one that holds the first good text behind the title
_NEAR_HEADING: Final = 3.0  # the same where that title is an h1
_TEASERS: Final = 3  # linked titles in what a parent adds, one for every second good block or more: a feed, not the article
_TEASER_LEAST: Final = 8
_NEAR: Final = 40  # blocks behind the title in which that text is looked for
_GAIN: Final = 0.3  # of its weight that a parent must add for the article to grow
_GAIN_LINKED: Final = 0.3  # and the most link text in what it adds
_TITLE_LEAST: Final = 6
_FOOTER_MOST: Final = 150  # characters: a longer block that says 「举报电话」 is a sentence
_TITLE_MOST: Final = 120


@dataclass(frozen=True)
class Place:
    """Where the article is: its container, its blocks' range, each block's weight, and the title's block, -1 when there is none."""

    node: int
    first: int
    last: int
    weights: list[float]
    title: int


def weigh(block: Block, damped: str | None) -> float:
    """How much a block looks like running text.

    >>> from govtext.page.scan import Block
    >>> weigh(Block(0, "今年，全区新增就业不少于20万人。", 0), None) > 2, weigh(Block(0, "首页", 2), None)
    (True, 0.0)
    """
    text = block.text
    length = len(text)
    if length < _LEAST or block.links >= length * _LINKED:
        return 0.0
    signs_of_text = len(pattern(PUNCTUATION).findall(text)) or (length > _LENGTH and text.count(",") + text.count("."))
    if not signs_of_text or not pattern(_SENTENCE).search(text) or (length < _FOOTER_MOST and signs.is_footer(text)):
        return 0.0
    return (signs_of_text + min(length / _LENGTH, _LENGTH_MOST)) * (1 - block.links / length) * (_DAMPED if damped else 1)


def locate(page: Scan) -> Place | None:
    """The article's place, or None when no block has running text."""
    weights = [weigh(block, page.damped[block.node]) for block in page.blocks]
    if not any(weights):
        return None
    title = title_block(page)
    if page.plain:
        return Place(0, 0, len(page.blocks) - 1, weights, title)
    sums = _sums(page, weights)
    near = _near_title(page, weights, title)
    bonus = _NEAR_HEADING if title >= 0 and page.tags[page.blocks[title].node] == "h1" else _NEAR_TITLE
    best = max(sums, key=lambda node: sums[node] * (bonus if node in near else 1))
    best = _grow(page, weights, best)
    inside = _inside(page, best)
    held = [i for i, block in enumerate(page.blocks) if inside[block.node]]
    return Place(best, held[0], held[-1], weights, title)


def _sums(page: Scan, weights: list[float]) -> dict[int, float]:
    out: dict[int, float] = {}
    for block, weight in zip(page.blocks, weights, strict=True):
        if weight:
            node, share = block.node, weight
            for _ in range(_LEVELS):
                out[node] = out.get(node, 0.0) + share * (_BODY if page.bodies[node] else 1)
                node = page.parents[node]
                if node < 0:
                    break
                share *= _DECAY
    return out


def _near_title(page: Scan, weights: list[float], title: int) -> set[int]:
    """The ancestors of the first two good blocks behind the title."""
    out: set[int] = set()
    if title < 0:
        return out
    found = 0
    for i in range(title + 1, min(len(weights), title + _NEAR)):
        if weights[i] > 0:
            node = page.blocks[i].node
            for _ in range(_LEVELS):
                out.add(node)
                node = page.parents[node]
                if node < 0:
                    break
            found += 1
            if found == 2:
                break
    return out


def _grow(page: Scan, weights: list[float], best: int) -> int:
    """Climb while the parent brings much more good text and little link text: one div a paragraph, news of one paragraph."""
    count = len(page.parents)
    good, links, length = [0.0] * count, [0] * count, [0] * count
    teasers, texts = [0] * count, [0] * count
    for block, weight in zip(page.blocks, weights, strict=True):
        good[block.node] += weight
        links[block.node] += block.links
        length[block.node] += len(block.text)
        teasers[block.node] += len(block.text) >= _TEASER_LEAST and block.links >= 0.6 * len(block.text)
        texts[block.node] += weight > 0
    for node in range(count - 1, 0, -1):
        parent = page.parents[node]
        if parent >= 0:
            good[parent] += good[node]
            links[parent] += links[node]
            length[parent] += length[node]
            teasers[parent] += teasers[node]
            texts[parent] += texts[node]
    while page.parents[best] >= 0 and (page.parents[best] > 0 or page.tags[best] in {"p", "li"}):
        parent = page.parents[best]
        added = length[parent] - length[best]
        added_links = links[parent] - links[best]
        # a paragraph is never the whole of its container: it climbs to its title's lines and its signature, unless they are links
        short = page.tags[best] == "p" and added < 2 * length[best] and added_links < _GAIN_LINKED * max(1, added)
        row = short or (page.tags[best] in {"p", "td", "tr", "tbody", "thead", "li"} and not added)
        if not row and (good[parent] - good[best] <= _GAIN * good[best] or added_links >= _GAIN_LINKED * max(1, added)):
            break
        linked = teasers[parent] - teasers[best]
        if (page.damped[parent] and not page.damped[best]) or (
            linked >= _TEASERS and 2 * linked >= texts[parent] - texts[best] and not row
        ):
            break
        best = parent
    return best


def _inside(page: Scan, top: int) -> list[bool]:
    out = [False] * len(page.parents)
    for node, parent in enumerate(page.parents):
        out[node] = node == top or (parent >= 0 and out[parent])
    return out


def bare(text: str) -> str:
    """Letters and digits alone: titles are compared so."""
    return pattern(r"[^\p{L}\p{N}]++").sub("", text)


def title_block(page: Scan) -> int:
    """The block that shows the page's title: the longest one contained in ``<title>``, a heading first; -1 when there is none."""
    wanted = bare(page.title)
    found, rank = -1, (False, 0)
    if not wanted:
        return -1
    for i, block in enumerate(page.blocks[: int(len(page.blocks) * 0.7) + 1]):
        if len(block.text) > _TITLE_MOST or block.links > len(block.text) * 0.5:
            continue
        own = bare(block.text)
        if len(own) >= _TITLE_LEAST and (own in wanted or (len(own) >= 12 and wanted.startswith(own[:12]))):
            here = (page.tags[block.node] in {"h1", "h2", "h3"}, len(own))
            if found < 0 or here[0] > rank[0] or (here[0] == rank[0] and (here[1] > rank[1] or (here[1] == rank[1] and i - found > 40))):
                found, rank = i, here
    return found
