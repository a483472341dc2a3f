"""From the article's slice of a page to its lines: paragraphs, headings, lists, captions, table rows, footnotes. The home of ``bs4``.

「<p>一、目标</p><p>新增就业<br>20万人。</p>」 gives three lines; cells of a row are set apart by tabs, and a cell that
spans keeps its columns.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from bs4 import BeautifulSoup, Tag
from bs4.element import CData, NavigableString

from govtext.page import signs
from govtext.page.line import Kind, Line, with_kinds
from govtext.rules import pattern

if TYPE_CHECKING:
    from govtext.rules import Match

_BLOCKS: Final = frozenset(
    """body div td th section article main ul ol li p h1 h2 h3 h4 h5 h6 table tr tbody thead tfoot form dl dd dt blockquote header
    footer nav aside
    center ucapcontent pre figure figcaption caption br hr""".split()  # noqa: SIM905 - a table of words
)
_SILENT: Final = frozenset("script style noscript textarea select iframe object button svg template video audio canvas".split())  # noqa: SIM905
_CAPTION_NAMES: Final = ("caption", "img_desc", "imgdesc", "pictext", "photo-desc", "tushuo")
_ATTRIBUTES: Final = r"""(?: [^<>"]++ | (?<==)"[^"]*+" | " )*+"""  # a torn style leaves quotes in attributes' names
_INLINE: Final = rf"< /? (?:span|font|strong|b|em|i|u|o:p|small|big|label|img|sup|sub|wbr) (?=[\s>/]) {_ATTRIBUTES} >"
_BREAK: Final = "\x1e"  # stands for an element that only ends a line: a br, or a paragraph of nothing but text
_BARE: Final = r"<(?P<tag>p|div|section)> (?P<text>[^<]*+) </(?P=tag)>"
_LEAF: Final = rf"<br\s*+/?> | <(?P<tag>p|div|section) (?P<attributes> \s {_ATTRIBUTES} ) > (?P<text>[^<]*+) </(?P=tag)>"
_STYLE: Final = r""" \s style="(?! [^"]*? none) [^"]*+" """  # only 「display:none」 says something about a line
_NAMED: Final = r"""\s (?:id|class) = "(?P<value>[^"]*+)" """
_SPAN_MOST: Final = 50  # columns that one cell may cover
_COLUMNS_MOST: Final = 100  # behind them no cell spans: rows of a hostile table would push each other ever further to the right
_CELL_MOST: Final = 400  # characters: a table with a longer cell, or several paragraphs in one, is the page's layout
_CELL_LINES: Final = 6


def is_soup(page: object) -> bool:
    """Whether a page was handed over as a BeautifulSoup object or one of its tags."""
    return isinstance(page, Tag)


def source(page: Any) -> str:  # noqa: ANN401 - a Tag: bs4 stays in its home
    """The source of a BeautifulSoup object."""
    return str(page)


def read(html: str) -> list[Line]:
    r"""The lines of a slice.

    >>> slice_ = "<h2>目标</h2><p>一<br>二</p><table><tr><td rowspan=2>甲</td><td>1</td></tr><tr><td>2</td></tr></table>"
    >>> [(line.kind, line.text) for line in read(slice_)]
    [('heading', '目标'), ('paragraph', '一'), ('paragraph', '二'), ('table_row', '甲\t1'), ('table_row', '\t2')]
    """
    slim = pattern(_INLINE).sub("", html)  # half the tags of a page pasted from a word processor, and none says anything here
    slim = pattern(_STYLE).sub("", slim).replace("&nbsp;", "\xa0")
    slim = pattern(_BARE).sub(
        rf"{_BREAK}\g<text>{_BREAK}", slim
    )  # most of the other half: a soup takes thirty times as long for an element
    slim = pattern(_LEAF).sub(_leaf, slim)
    return with_kinds(_Reader().read(BeautifulSoup(slim, "html.parser", multi_valued_attributes=None)))


def _leaf(found: Match) -> str:
    """A line of nothing but text, without its element, unless that has a name or style that may say what it is."""
    if not found["tag"]:
        return _BREAK
    names = " ".join(pattern(_NAMED).findall(found["attributes"]))
    if "none" in found["attributes"] or (names and (_is_caption(names) or signs.class_reason(names))):
        return found[0]
    return f"{_BREAK}{found['text']}{_BREAK}"


class _Reader:
    """One pass over a slice, without recursion: a page may be nested 100,000 deep."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.links = 0
        self.lines: list[Line] = []

    def read(self, soup: Tag) -> list[Line]:  # noqa: C901, PLR0912 - one walk with an explicit stack
        # kind, level, damped, in a link: what an element gives to the text under it
        first = True
        stack: list[tuple[Any, Kind, int | None, str | None, bool, bool]] = [(soup, "paragraph", None, None, False, False)]
        while stack:
            node, kind, level, damped, link, leaving = stack.pop()
            if leaving:
                self.close(kind, level, damped)
                continue
            if isinstance(node, NavigableString):
                if type(node) is NavigableString or type(node) is CData:
                    *whole, rest = node.split(_BREAK)
                    for words in whole:
                        self.add(words, link=link)
                        self.close(kind, level, damped)
                    self.add(rest, link=link)
                continue
            name = node.name
            if name in _SILENT:
                continue
            if name == "table" and (rows := _rows(node)) is not None:
                self.close(kind, level, damped)
                self.lines += [Line(text, "table_row", None, links, damped) for text, links in rows]
                continue
            if name in _BLOCKS:
                self.close(kind, level, damped)
                if name in {"br", "hr"} and not node.contents:
                    continue
                if name not in {"br", "hr"}:
                    # the slice's own element was chosen: its name no longer counts against it
                    outer = first or name == "[document]"
                    first = first and name == "[document]"
                    own = None if outer else _damped(node)
                    stack.append((node, kind, level, damped, link, True))
                    inner, depth = _meaning(node, kind, level)
                    stack[-1] = (node, inner, depth, damped or own, link, True)
                    kind, level, damped = inner, depth, damped or own
                if name == "pre":
                    for words in list(node.strings):
                        words.replace_with(NavigableString(words.replace("\n", _BREAK)))
            elif name == "a":
                link = True
            stack.extend((child, kind, level, damped, link, False) for child in reversed(node.contents))
        self.close("paragraph", None, None)
        return self.lines

    def add(self, words: str, *, link: bool) -> None:
        self.words.append(words)
        if link:
            self.links += len(words.strip())

    def close(self, kind: Kind, level: int | None, damped: str | None) -> None:
        if self.words:
            text = " ".join("".join(self.words).split())
            if text:
                self.lines.append(Line(text, kind, level, min(self.links, len(text)), damped))
            self.words = []
        self.links = 0


def _names(node: Tag) -> str:
    classes = node.get("class") or ""
    shown = classes if isinstance(classes, str) else " ".join(classes)
    return f"{node.get('id') or ''} {shown}".strip()


def _damped(node: Tag) -> str | None:
    if node.name in {"nav", "footer", "aside"}:
        return str(node.name)
    if not node.attrs:
        return None
    style = node.get("style")
    if isinstance(style, str) and "display:none" in style.replace(" ", "").lower():
        return "hidden"
    names = _names(node)
    return signs.class_reason(names) if names else None


def _meaning(node: Tag, kind: Kind, level: int | None) -> tuple[Kind, int | None]:
    name = node.name
    if len(name) == 2 and name[0] == "h" and name[1].isdigit():
        return "heading", int(name[1])
    if name == "li":
        return "list_item", None
    if name in {"figcaption", "caption"} or (node.attrs and _is_caption(_names(node))):
        return "caption", None
    return kind, level


def _is_caption(names: str) -> bool:
    lowered = names.lower()
    return any(part in lowered for part in _CAPTION_NAMES)


class _Cell(NamedTuple):
    """A cell's text, how many columns and rows it covers, and its characters in links."""

    text: str
    across: int
    down: int
    links: int


def _rows(table: Tag) -> list[tuple[str, int]] | None:
    """The rows of a table of data; None for a table that lays out the page."""
    rows: list[list[_Cell]] = []
    for tag in _inside(table, {"table", "tr", "td", "th"}):
        if tag.name == "table":
            return None
        if tag.name == "tr" or not rows:
            rows.append([])
        if tag.name != "tr":
            cell = _cell(tag)
            if cell is None:
                return None
            rows[-1].append(cell)
    return _filled(rows) if max(map(len, rows), default=0) > 1 else None


def _inside(tag: Tag, names: set[str]) -> list[Tag]:
    """The elements of some names in an element; the soup's own search costs five times as much."""
    return [inner for inner in tag.descendants if type(inner) is Tag and inner.name in names]


def _cell(cell: Tag) -> _Cell | None:
    """A cell of data; None for one that holds a part of the page."""
    text = cell.get_text()
    inner = _inside(cell, {"p", "div", "a"})
    paragraphs = sum(tag.name != "a" for tag in inner) + sum(map(bool, map(str.strip, text.split(_BREAK))))
    if len(text) > _CELL_MOST or paragraphs > _CELL_LINES:
        return None
    links = sum(len(tag.get_text().strip()) for tag in inner if tag.name == "a")
    return _Cell(" ".join(text.split()), _count(cell.get("colspan")), _count(cell.get("rowspan")), links)


def _filled(rows: list[list[_Cell]]) -> list[tuple[str, int]]:
    """Rows as text: a column covered from above or from the left is empty, so that columns stay under their heads."""
    out = []
    covered: Counter[int] = Counter()
    for row in rows:
        shown: list[str] = []
        for cell in row:
            while covered[len(shown)] > 0:
                covered[len(shown)] -= 1
                shown.append("")
            spans = len(shown) < _COLUMNS_MOST
            for k in range(cell.across if spans else 1):
                if cell.down > 1 and spans:
                    covered[len(shown)] = cell.down - 1
                shown.append(cell.text if k == 0 else "")
        for column in range(len(shown), len(shown) + _SPAN_MOST):
            if covered[column] <= 0:
                break
            covered[column] -= 1
        text = "\t".join(shown).rstrip("\t")
        if text.strip():
            out.append((text, sum(cell.links for cell in row)))
    return out


def _count(value: object) -> int:
    text = str(value or "1").strip()
    return min(max(int(text), 1), _SPAN_MOST) if text.isascii() and text.isdigit() and len(text) < 5 else 1
