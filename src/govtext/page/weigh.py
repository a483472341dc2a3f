"""From a page's blocks to their weights: 「今年，全区新增就业20万人。」 weighs, 「首页 | 要闻」 does not.

A block weighs by its full-width punctuation and length, less its links. In furniture, behind 「相关新闻」 and in a
feed of teasers it weighs a part of that, for a page may have nothing else.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from govtext.page import signs
from govtext.rules import local

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govtext.page.scan import Scan

PUNCTUATION: Final = r"[，。；！？、：“”（）《》…「」]"
_SENTENCE: Final = r"[，。；！？、…,.]"  # a colon or a book's name alone is a label: 「来源：」
_LEAST: Final = 5  # characters: 「更多>>」 is no text
_LENGTH: Final = 40  # characters that weigh as one sign of punctuation
_LENGTH_MOST: Final = 3.0
_LINKED: Final = 0.4  # a block with more of it in links is navigation
_FOOTER_MOST: Final = 150  # characters: a longer block that says 「举报电话」 is a sentence
_DAMPED: Final = 0.12  # what a block weighs in furniture: the hidden body of a page shown by script still wins over nothing
_OTHER: Final = 0.03  # what a summary under a linked title or a comment weighs: fifty of them are no more than two sentences
_TEASER_LEAST: Final = 8  # characters of a linked title; 「首页」 is navigation
_TEASER_LINKED: Final = 0.6
_BETWEEN: Final = 20  # characters of a date or source between a linked title and its summary
_FEED: Final = 3  # summaries of one shape; two linked titles above paragraphs happen in an article
_COPIED: Final = 20  # characters of a sentence that nobody writes twice
_HEADING: Final = 12  # characters of a heading such as 「相关新闻」; a longer line is a sentence
_TEXT: Final = 2.0  # the weight of a sentence
_MORE: Final = r"[\[【(（…>»\s]*+ (?:(?:阅读|查看|点击|展开)(?:全文|详情|详细|更多)|全文|详情|详细|更多) (?:内容|信息)?+ [\]】)）>»\s]*+"
_FULL: Final = ("全文", "详情", "详细", "更多")  # one of them stands in it
_CUT_SHORT: Final = rf"[\[【(（…] {_MORE} $"  # 「……村民出行更加方便…[详细]」
_STOPS: Final = "。，；！？：”、"
_TABLE: Final = 12  # cells of a table of data
_CELL_LEVELS: Final = 5  # from a cell's text up to its table: p, td, tr, tbody
_CELL_MOST: Final = 120
_INDEX: Final = r"[\s　]* (?: 索[\s　]*引[\s　]*号 | 来源[:：] | 发布(?:时间|日期)[:：] | 浏览 | 字体 | 版权 )"
_COMMENT_MOST: Final = 60  # characters of a line that says who commented when
_COMMENTS: Final = 3
_FLOOR: Final = r"(?: \#\s?\p{Nd}{1,4} | \p{Nd}{1,4}\s?[楼樓F] )"
_WHEN: Final = r"[^，。！？]{0,24} 20\p{Nd}{2}[-/.年]\p{Nd}{1,2}[-/.月]\p{Nd}{1,2}日?"
_CLOCK: Final = r"\s* \p{Nd}{1,2} (?: :\p{Nd}{2} ){1,2}"
_TOOLS: Final = r"(?: [\s|·()（）\p{Nd}] | 来自\p{Han}{2,4} | 回复 | 回覆 | 举报 | 檢舉 | 赞 | 顶 | 踩 | 支持 | 反对 )*"
_COMMENTER: Final = rf"""
    {_FLOOR} {_WHEN} {_CLOCK} {_TOOLS} | {_WHEN} (?: {_CLOCK} )? [\s|·]* (?: 回复 | 回覆 | 评论道 ) {_TOOLS}
"""  # 「#1 小风 于 2013/12/28 10:28」, 「2024-03-10 12:00 回复」
_REPLIES: Final = ("回复", "回覆", "评论道", "#", "楼", "樓")  # one of them stands in it
_ENDING: Final = 14  # characters in which that stands


def weights(page: Scan, title: int) -> tuple[list[float], dict[int, str]]:
    """Each block's weight, and for blocks that weigh less than their text why; ``title`` is the title's block, -1 when there is none."""
    out = _weighed(page.texts, page.links)
    for i, weight in enumerate(out):
        if weight and page.damped(page.nodes[i]):
            out[i] = weight * _DAMPED
    for i in _cells(page):
        out[i] = out[i] or min(len(page.texts[i]) / _LENGTH, _LENGTH_MOST)
    why = dict.fromkeys(_behind(page, out, title), "behind_related")
    why |= dict.fromkeys(_comments(page, out, title) - why.keys(), "comments")
    why |= dict.fromkeys(_repeated(page, out) - why.keys(), "repeated")
    why |= dict.fromkeys(_summaries(page, out) - why.keys(), "summary")
    for i in why:
        out[i] *= _OTHER
    return out, why


def weigh(text: str, links: int = 0) -> float:
    """How much a block looks like running text, wherever it stands; ``links`` counts its characters in links.

    >>> weigh("今年，全区新增就业不少于20万人。") > 2, weigh("首页", 2)
    (True, 0.0)
    """
    return _weighed([text], [links])[0]


def _weighed(texts: list[str], linked: list[int]) -> list[float]:
    out = []
    sentence, punctuation = local(_SENTENCE).search, local(PUNCTUATION).findall
    for text, links in zip(texts, linked, strict=True):
        length, weight = len(text), 0.0
        if length >= _LEAST and links < length * _LINKED and sentence(text):
            signs_of_text = len(punctuation(text)) or (length > _LENGTH and text.count(",") + text.count("."))
            if signs_of_text and not (length < _FOOTER_MOST and signs.is_footer(text)):
                weight = (signs_of_text + min(length / _LENGTH, _LENGTH_MOST)) * (1 - links / length)
        out.append(weight)
    return out


def is_teaser(text: str, links: int) -> bool:
    """Whether a block is the linked title of something else."""
    return len(text) >= _TEASER_LEAST and links >= _TEASER_LINKED * len(text)


def is_cell(text: str, weight: float) -> bool:
    """Whether a block weighs by its length alone: a cell of a table of data."""
    return 0 < weight <= len(text) / _LENGTH


def is_cut_short(text: str) -> bool:
    """Whether a text ends in 「[详细]」: the beginning of another page's."""
    if text[-1:] in _STOPS:  # of nearly all texts that tells
        return False
    tail = text[-_ENDING:]
    return any(word in tail for word in _FULL) and local(_CUT_SHORT).search(tail) is not None


def _cells(page: Scan) -> Iterator[int]:
    """The cells of tables of data: without links, in a table of some size that holds no other table and is no 索引号 table."""
    if "table" not in page.tags:
        return
    tables: dict[int, list[int]] = {}
    for i, container in enumerate(page.nodes):
        node = container
        for _ in range(_CELL_LEVELS):
            if page.tags[node] == "table" or node <= 0:
                break
            node = page.parents[node]
        if page.tags[node] == "table":
            tables.setdefault(node, []).append(i)
    outer = {page.parents[node] for node in tables}
    for node, cells in tables.items():
        if len(cells) < _TABLE or page.damped(node) or node in outer:
            continue
        texts = [page.texts[i] for i in cells]
        if any(page.links[i] for i in cells) or any(len(text) > _CELL_MOST or local(_INDEX).match(text) for text in texts):
            continue
        yield from cells


def _summaries(page: Scan, weighed: list[float]) -> set[int]:
    """The texts right behind a linked title, or before 「阅读全文」, three or more of one shape: a feed."""
    texts, links = page.texts, page.links
    found: list[tuple[int, tuple[str, str]]] = []
    for i, weight in enumerate(weighed):
        if not weight:
            continue
        at = i - 1
        if at > 0 and len(texts[at]) < _BETWEEN and not is_teaser(texts[at], links[at]):
            at -= 1
        behind = texts[i + 1] if i + 1 < len(texts) else ""
        if (
            (at >= 0 and is_teaser(texts[at], links[at]))
            or (len(behind) < _HEADING and any(word in behind for word in _FULL) and local(_MORE).fullmatch(behind))
            or is_cut_short(texts[i])
        ):
            node = page.nodes[i]
            above = page.parents[node]
            found.append((i, (page.tags[node], page.tags[above] if above >= 0 else "")))
    shapes = Counter(shape for _, shape in found)
    return {i for i, shape in found if shapes[shape] >= _FEED}


def _comments(page: Scan, weighed: list[float], title: int) -> set[int]:
    """The comments below a text: three or more lines say who wrote when, each above what he wrote or below it."""
    dated = [i for i, text in enumerate(page.texts) if "20" in text and i > title and len(text) < _COMMENT_MOST]
    marks = [i for i in dated if any(word in page.texts[i] for word in _REPLIES) and local(_COMMENTER).fullmatch(page.texts[i])]
    if len(marks) < _COMMENTS:
        return set()
    gap = marks[1] - marks[0]
    ahead = local(_FLOOR).match(page.texts[marks[0]]) is not None  # of a comment with its number
    start = marks[0] if ahead else marks[0] - gap + 1
    above = sum(weighed[title + 1 : max(start, 0)])
    return set(range(start, marks[-1] + (gap if ahead else 1))) & set(range(len(page.texts))) if above > _TEXT else set()


def _repeated(page: Scan, weighed: list[float]) -> set[int]:
    """The sentences that stand on the page before: the same article for another screen. The one in furniture is the copy."""
    out: set[int] = set()
    seen: dict[str, int] = {}
    for i, text in enumerate(page.texts):
        if weighed[i] and len(text) > _COPIED:
            first = seen.setdefault(text, i)
            if first != i:
                out.add(i if weighed[i] <= weighed[first] else first)
                seen[text] = i if weighed[i] > weighed[first] else first
    return out


def _behind(page: Scan, weighed: list[float], title: int) -> set[int]:
    """The blocks in the container of a heading such as 「相关新闻」 or 「全部评论」, behind it, when text stands above it."""
    out: set[int] = set()
    text = False
    for i in range(title + 1, len(page.texts)):
        text = text or weighed[i] > _TEXT
        if not text or i in out or len(page.texts[i]) > _HEADING or not signs.begins_other(page.texts[i]):
            continue
        node = page.nodes[i]
        scope = page.parents[node]
        end = page.end(scope, node) if scope >= 0 else 0
        for k in range(i + 1, len(page.texts)):
            if not scope <= page.nodes[k] < end:
                break
            out.add(k)
    return out
