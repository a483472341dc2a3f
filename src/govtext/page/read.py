"""From the article's slice of a page to its lines: paragraphs, headings, lists, captions, table rows, footnotes. The home of ``bs4``.

The lines are read from the scan's own pieces; BeautifulSoup reads the tables of data, where structure counts.

「<p>一、目标</p><p>新增就业<br>20万人。</p>」 gives three lines; cells of a row are set apart by tabs, and a cell that
spans keeps its columns.
"""

from __future__ import annotations

from collections import Counter
from math import inf
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from bs4 import BeautifulSoup, Tag

from govtext.page.line import Kind, Line, with_kinds
from govtext.page.tags import ELEMENTS, behind, element, plain, said
from govtext.rules import local, pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

_ATTRIBUTES: Final = r"""(?: [^<>"]++ | (?<==)"[^"]*+" | " )*+"""  # a torn style leaves quotes in attributes' names
_INLINE: Final = rf"< /? (?:span|font|strong|b|em|i|u|o:p|small|big|label|img|sup|sub|wbr) (?=[\s>/]) {_ATTRIBUTES} >"
_BREAK: Final = "\x1e"  # stands in a cell for an element that only ends a line: a br, or a paragraph of nothing but text
_BARE: Final = r"<(?P<tag>p|div|section)> (?P<text>[^<]*+) </(?P=tag)>"
_LEAF: Final = rf"<br\s*+/?> | <(?P<tag>p|div|section) (?P<attributes> \s {_ATTRIBUTES} ) > (?P<text>[^<]*+) </(?P=tag)>"
_STYLE: Final = r""" \s style="(?! [^"]*? none) [^"]*+" """  # only 「display:none」 says something about a line
_SPAN_MOST: Final = 50  # columns that one cell may cover
_COLUMNS_MOST: Final = 100  # behind them no cell spans: rows of a hostile table would push each other ever further to the right
_CELL_MOST: Final = 400  # characters: a table with a longer cell, or several paragraphs in one, is the page's layout
_CELL_LINES: Final = 6
_CELLS: Final = frozenset({"td", "th"})
_CLOSING: Final = frozenset({"/td", "/th"})


def is_soup(page: object) -> bool:
    """Whether a page was handed over as a BeautifulSoup object or one of its tags."""
    return isinstance(page, Tag)


def source(page: Any) -> str:  # noqa: ANN401 - a Tag: bs4 stays in its home
    """The source of a BeautifulSoup object."""
    return str(page)


class _Element(NamedTuple):
    """What an element gives to the text in it."""

    kind: Kind = "paragraph"
    level: int | None = None
    damped: str | None = None


class _Lines:
    """The lines as far as they are read, and the line that is being read."""

    def __init__(self) -> None:
        self.done: list[Line] = []
        self.words: list[str] = []
        self.links = 0

    def add(self, words: str, *, link: bool, kept: _Element | None = None) -> None:
        """Add words to the line; in a pre, ``kept``, their own ends of lines end it."""
        words, *rest = words.split("\n") if kept is not None else (words,)
        if link:
            self.links += len(words.strip())
        if self.words or not words.isspace():
            self.words.append(words)
        for more in rest:
            self.close(kept or _Element())
            self.add(more, link=link)

    def close(self, element: _Element) -> None:
        if self.words:
            if text := " ".join("".join(self.words).split()):
                self.done.append(Line(text, *element[:2], min(self.links, len(text)), element.damped))
            self.words = []
        self.links = 0


def read(row: Sequence[str]) -> list[Line]:
    r"""The lines of a slice; only a table of data becomes a soup.

    >>> from govtext.page.tags import pieces
    >>> slice_ = pieces("<h2>目标</h2><p>一<br>二</p><table><tr><td rowspan=2>甲</td><td>1</td></tr><tr><td>2</td></tr></table>")
    >>> [(line.kind, line.text) for line in read(slice_)]
    [('heading', '目标'), ('paragraph', '一'), ('paragraph', '二'), ('table_row', '甲\t1'), ('table_row', '\t2')]
    """
    lines = _Lines()
    missing = set[str]()
    stack = [_Element()]
    anchors = kept = 0  # the links and the pre elements that a text stands in
    at = -1
    while (at := at + 2) < len(row):
        head, words = row[at], row[at + 1]
        does, name = ELEMENTS.get(head) or element(head)
        if does == "open":
            lines.close(stack[-1])
            if name == "table" and (found := _table(row, at, missing)) is not None:
                rows, at = found
                words = row[at + 1]
                lines.done += [Line(text, "table_row", None, links, stack[-1].damped) for text, links in rows]
            else:
                kept += name == "pre"
                # the slice's own element was chosen: its name no longer counts against it
                stack.append(_inner(head, name, stack[-1], chosen=len(stack) == 1))
        elif does in {"close", "break"}:
            lines.close(stack[-1])
            kept -= head == "/pre"
            if does == "close" and len(stack) > 1:
                stack.pop()
        elif does == "link":
            anchors += 1
        elif does == "unlink":
            anchors -= 1
        elif does == "silent":
            at = behind(row, at, name, missing)
            words = row[at + 1]
        if words:
            lines.add(plain(words), link=anchors > 0, kept=stack[-1] if kept else None)
    lines.close(_Element())
    return with_kinds(lines.done)


def _inner(head: str, name: str, outer: _Element, *, chosen: bool) -> _Element:
    """What an element gives to the text in it, by its tag and name and by what it stands in."""
    what = said(head)
    kind, level = outer.kind, outer.level
    if len(name) == 2 and name[0] == "h" and name[1].isdigit():
        kind, level = "heading", int(name[1])
    elif name == "li":
        kind, level = "list_item", None
    elif what.caption or name in {"figcaption", "caption"}:
        kind, level = "caption", None
    return _Element(kind, level, outer.damped or (None if chosen else what.damped))


class _Cell(NamedTuple):
    """A cell's text, how many columns and rows it covers, and its characters in links."""

    text: str
    across: int
    down: int
    links: int


def _table(row: Sequence[str], at: int, missing: set[str]) -> tuple[list[tuple[str, int]], int] | None:
    """The rows of a table of data that opens at a place, and the place of its closing tag; None for a table that lays out the page."""
    html = [row[at + 1]]
    across = widest = 0  # cells of a row
    length = -inf  # characters of a cell
    while (at := at + 2) < len(row) and (head := row[at]) != "/table":
        does, name = element(head)
        if does == "silent":
            at = behind(row, at, name, missing)
        else:
            html += ("<", head, ">")
        html.append(words := row[at + 1])
        if name == "table":
            return None
        if name == "tr":
            across = 0
        elif name in _CELLS:
            across, length = across + 1, 0
            widest = max(widest, across)
        elif head in _CLOSING:
            length = -inf
        length += len(plain(words.strip()))
        if length > _CELL_MOST:
            return None
    found = _rows(_soup("".join(html))) if widest > 1 and at < len(row) else None
    return None if found is None else (found, at)


def _soup(html: str) -> Tag:
    """The inside of a table as a soup, less what says nothing in it: a soup takes thirty times as long for an element as the rest."""
    slim = local(_INLINE).sub("", html)  # half the tags of a page pasted from a word processor
    slim = pattern(_STYLE).sub("", slim).replace("&nbsp;", "\xa0")
    for shape in (_BARE, _LEAF):
        slim = local(shape).sub(lambda leaf: f"{_BREAK}{leaf['text']}{_BREAK}" if leaf["tag"] else _BREAK, slim)
    return BeautifulSoup(slim, "html.parser", multi_valued_attributes=None)


def _rows(table: Tag) -> list[tuple[str, int]] | None:
    """The rows of a table of data; None when a cell holds a part of the page."""
    rows: list[list[_Cell]] = []
    for tag in _inside(table, {"tr", "td", "th"}):
        if tag.name == "tr" or not rows:
            rows.append([])
        if tag.name != "tr":
            cell = _cell(tag)
            if cell is None:
                return None
            rows[-1].append(cell)
    return _filled(rows)


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
