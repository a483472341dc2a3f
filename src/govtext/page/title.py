"""From a page's blocks to its title, 引题 and subtitle: of 「某市新建公园_某市新闻网」 the block 「某市新建公园」.

``<title>`` says which block it is; where it gives only the column's name, 「要闻 - 某市政府」, the heading above the text is the title.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govtext.page import heading, signs
from govtext.page.heading import bare
from govtext.rules import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govtext.page.locate import Place
    from govtext.page.scan import Scan

_LEAST: Final = 6  # letters: a shorter block is too often in <title> by chance
_MOST: Final = 120  # characters
_CUT: Final = frozenset("….")  # ends a <title> that is cut short
_LETTERS: Final = range(5, 81)  # letters of a block that may be the title
_BEGINNING: Final = 12  # letters that are enough where <title> was cut short
_UPPER: Final = 0.7  # of the blocks, in which the title stands
_FAR: Final = 40  # blocks: of two equal titles so far apart the later one is the article's, the first a menu's
_ABOVE: Final = 25  # blocks above the article in which its heading may stand
_METAS: Final = ("articletitle", "og:title", "title", "twitter:title")
_LARGE: Final = frozenset({"h1", "h2", "h3"})
_SPLIT: Final = r"\s*[_|｜]+\s* | \s+[-–—]+\s+ | -{2,} | —{2,} | \s*-\s*(?=[^-]{2,14}$)"
_DATED: Final = r"(?<!^) [\s　]* [（(] (?:19|20)\p{Nd}{2} [-年/.] \p{Nd}{1,2} [-月/.] \p{Nd}{1,2} 日? [）)] $"  # the day beside it
_SUBTITLE: Final = r"[\s　]*(?:—|―|-){1,2}[^\s].{3,60}"
_KICKER: Final = r"[^。；]{5,50} (?: 强调 | 指出 | 要求 | 提出 | 会议 | 座谈会 | 时 ) [:：]?"
_BESIDE_MOST: Final = 60


def title_block(page: Scan) -> int:
    """The block that shows the page's title: the longest one contained in ``<title>``, a heading first; -1 when there is none."""
    wanted = bare(page.title)
    found, rank = -1, (False, 0)
    if not wanted:
        return -1
    for i, text in enumerate(page.texts[: int(len(page.texts) * _UPPER) + 1]):
        if not _LEAST <= len(text) <= _MOST or page.links[i] > len(text) * 0.5 or (text[0].isalnum() and text[0] not in wanted):
            continue
        own = bare(text)
        if len(own) >= _LEAST and (own in wanted or (len(own) >= _BEGINNING and wanted.startswith(own[:_BEGINNING]))):
            here = (page.tags[page.nodes[i]] in _LARGE, len(own))
            if found < 0 or here[0] > rank[0] or (here[0] == rank[0] and (here[1] > rank[1] or (here[1] == rank[1] and i - found > _FAR))):
                found, rank = i, here
    return found


def title(page: Scan, place: Place | None) -> str | None:
    """The title as the page shows it: a heading that agrees with ``<title>``, the ArticleTitle meta, else ``<title>`` alone."""
    if page.plain:
        return _plain_title(page, place)
    parts = [part for part in pattern(_SPLIT).split(page.title) if part and len(bare(part)) >= 4]
    first = next((part for part in parts if not heading.names_site(part)), parts[0] if parts else page.title)
    wanted = bare(page.title)
    found = [*_from_metas(page, wanted), *_from_blocks(page, place, wanted, first, whole=not parts[1:])]
    if any(map(heading.names_site, parts)):  # a block that repeats all of <title> has the site's name too
        found = [row for row in found if bare(row[1]) != wanted]
    chosen = max(found, key=lambda row: row[0])[1] if found else first
    shown = page.texts[: _reach(page, place)]
    if chosen in shown:
        alone, chosen = chosen, _extended(shown, shown.index(chosen), bare(first))
        chosen = first.strip() if chosen != alone and bare(chosen) == bare(first) else chosen  # with its 「：」 between two headings
    if len(bare(chosen)) < heading.LEAST or heading.names_site(chosen):
        chosen = _said(page) or (place and heading.heading(page, place)) or _linked(page) or (chosen if found else _short(page, place))
    return pattern(_DATED).sub("", chosen) or None


def _short(page: Scan, place: Place | None) -> str:
    """``<title>`` less the site's name: 「丰收」 of 「丰收_图片_某网」, where a heading says so or what follows names a site."""
    first, *rest = (part.strip() for part in pattern(_SPLIT).split(page.title))
    named = any(text == first and page.tags[page.nodes[i]] in _LARGE for i, text in enumerate(page.texts[: _reach(page, place)]))
    named = named or any(map(heading.names_site, filter(None, rest)))
    return first if named and len(first) > 1 and not heading.names_site(first) else page.title


def _reach(page: Scan, place: Place | None) -> int:
    return len(page.texts) if place is None else place.first + 4


def _from_metas(page: Scan, wanted: str) -> Iterator[tuple[tuple[bool, int], str]]:
    for name in _METAS:
        text = page.meta.get(name, "")
        own = bare(text)
        if len(own) >= 4 and (wanted.startswith(own[:8]) or own in wanted or (name == "articletitle" and len(own) >= _LEAST)):
            yield (name == "articletitle", len(own)), text


def _from_blocks(page: Scan, place: Place | None, wanted: str, first: str, *, whole: bool) -> Iterator[tuple[tuple[bool, int], str]]:
    """The blocks that ``<title>`` holds, or is cut short from, headings that begin as it does, an h1 by the article if ``whole``."""
    cut = bare(first) if first.rstrip()[-1:] in _CUT and len(first) > heading.LEAST else "\n"
    for i, shown in enumerate(page.texts[: _reach(page, place)]):
        tag = page.tags[page.nodes[i]]
        text = heading.whole(page, i) if tag in _LARGE else shown
        if len(text) > _MOST or (tag not in _LARGE and text[0].isalnum() and text[0] not in wanted):
            continue
        own = bare(text)
        if len(own) not in _LETTERS:
            continue
        large = tag in _LARGE and not page.damped(page.nodes[i])
        if own in wanted or (large and wanted and wanted[:6] == own[:6]) or (own.startswith(cut) and not page.links[i]):
            yield (True, len(own)), text
        elif large and tag == "h1" and place is not None and place.first - _ABOVE <= i and whole:
            yield (False, len(own)), text


def _extended(shown: list[str], at: int, wanted: str) -> str:
    """A title that stands in several lines of its own: 「全国人大常委会」, 「关于批准…的决议」."""
    out = shown[at]
    for i in range(at + 1, min(at + 4, len(shown))):
        if not bare(shown[i]) or bare(out + shown[i]) not in wanted:
            break
        out += shown[i]
    for i in range(at - 1, max(-1, at - 4), -1):
        if not bare(shown[i]) or bare(shown[i] + out) not in wanted:
            break
        out = shown[i] + out
    return out


def _plain_title(page: Scan, place: Place | None) -> str | None:
    """The longest line above the text of a dump that reads like a title: six letters or more, no date, no breadcrumb, no full stop."""
    if place is None:
        return None
    first = next((i for i, weight in enumerate(place.weights) if weight > 0 and len(page.texts[i]) > 45), 0)
    rows = [text for text in page.texts[:first] if heading.LEAST <= len(bare(text)) <= heading.MOST]
    return max((row for row in rows if heading.is_title(row)), key=len, default=None)


def _said(page: Scan) -> str | None:
    """The title in the metas, where ``<title>`` does not say which of them is the article's."""
    said = (pattern(_SPLIT).split(page.meta.get(name, ""))[0] for name in _METAS)
    return next((text for text in said if len(bare(text)) >= heading.LEAST and not heading.names_site(text)), None)


def _linked(page: Scan) -> str | None:
    """The title in the article's ld+json."""
    for name in ("headline", "title"):
        value = page.linked.get(name)
        if isinstance(value, str) and value.strip():
            return value.strip()
    return None


def beside(page: Scan, place: Place | None) -> tuple[str | None, str | None]:
    """引题 and subtitle: the headings, or elements of these names, right above and below the title's block."""
    if place is None or place.title < 0:
        return None, None
    return _kicker(page, place.title), _subtitle(page, place)


def _kicker(page: Scan, at: int) -> str | None:
    if at == 0:
        return None
    text, node = page.texts[at - 1], page.nodes[at - 1]
    if page.links[at - 1] or not 4 < len(text) < _BESIDE_MOST or signs.furniture(text) or page.damped(node):
        return None
    named = page.tags[node] in {"h2", "h3", "h4"} or page.name(node).role == "kicker"
    return text if named or pattern(_KICKER).fullmatch(text) else None


def _subtitle(page: Scan, place: Place) -> str | None:
    at = place.title + 1
    if at >= len(page.texts):
        return None
    text, node = page.texts[at], page.nodes[at]
    if pattern(_SUBTITLE).fullmatch(text):
        return text
    named = page.tags[node] in {"h2", "h3", "h4"} or page.name(node).role == "subtitle"
    plain = page.links[at] == 0 and 4 < len(text) < _BESIDE_MOST and heading.is_title(text)
    return text if named and plain and signs.furniture(text) is None and at < place.first else None
