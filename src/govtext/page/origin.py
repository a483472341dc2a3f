"""From a span of the article's text to the characters of the decoded page: 「重大项目」 back to 「重大項(xiàng)目」, on demand.

The article's text is found again in the repaired page, paragraph by paragraph, whatever its white space; the repairs lead on to the page as
decoded. What tags, scripts and comments hold is no text; an entity is the one character it stands for. So the slices of the whole text,
joined, are the decoded page's own characters of the article: its entities written out and its white space aside, the text before repair.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from functools import cached_property
from html import unescape
from typing import TYPE_CHECKING, Final

from govtext import records
from govtext.page.markup import markup
from govtext.rules import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govtext.page.repair import Repaired

_PIECE: Final = r"(?P<entity> &(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30}) ;? ) | (?P<text> [^\s&]++ | & )"
_NUMBER: Final = r"[\p{Nd}.,，点〇零一二三四五六七八九十百千万亿]+"
_SEED: Final = 6  # characters that must agree before a torn paragraph is taken up again
_AHEAD: Final = 400  # and how far ahead they are looked for


class Origin:
    """Where an article's text stands in the page it was read from."""

    def __init__(self, decoded: str, repaired: Repaired) -> None:
        self._decoded = decoded
        self._repaired = repaired
        self._aligned: tuple[str, _Alignment] | None = None

    def slices(self, text: str, start: int, end: int) -> list[tuple[int, int, str]]:
        """The decoded page's characters behind ``text[start:end]``, each slice with its offsets; one slice where nothing cuts it."""
        back = self._repaired.trail.back
        pieces = [piece for a, b in self._alignment(text).runs(start, end) for piece in back(a, b)]
        return [(a, b, self._decoded[a:b]) for a, b in dict.fromkeys(pieces)]

    def doubts(self, text: str) -> tuple[records.Doubt, ...]:
        """The numbers of the article that stand right after a torn run and may have lost their first digit there."""
        if not self._repaired.doubts:
            return ()
        alignment, number = self._alignment(text), pattern(_NUMBER)
        found = ((i, number.match(text, i)) for i in map(alignment.after, self._repaired.doubts) if i is not None)
        return tuple(records.Doubt(span=records.Span(start=i, end=m.end()), reason="after_torn_run") for i, m in found if m)

    def _alignment(self, text: str) -> _Alignment:
        if self._aligned is None or self._aligned[0] != text:
            self._aligned = text, _Alignment(text, self._repaired.text)
        return self._aligned[1]


class _Alignment:
    """For each character of a text, where it stands in the page: -1 for white space and for what is not found there."""

    def __init__(self, text: str, page: str) -> None:
        self._page = page
        self._starts, self._ends = array("q"), array("q")
        visible = "".join(self._visible(page))
        self.at = array("q", [-1]) * len(text)  # the index of the page's visible character
        rows = [(i, line) for i, line in _lines(text)]
        if not rows:
            return
        anchor = max(range(len(rows)), key=lambda r: len(rows[r][1]))
        begin = finish = None
        for r in (*range(anchor, len(rows)), *reversed(range(anchor))):
            offsets = [o for o in range(rows[r][0], rows[r][0] + len(rows[r][1])) if not text[o].isspace()]
            line = "".join(text[o] for o in offsets)
            if r >= anchor:
                found = visible.find(line, finish or 0)
                finish = finish if found < 0 else found + len(line)
                begin = found if r == anchor and found >= 0 else begin
            else:
                found = visible.rfind(line, 0, begin if begin is not None else len(visible))
                begin = begin if found < 0 else found
            places = range(found, found + len(line)) if found >= 0 else ()
            for o, place in zip(offsets, places, strict=False):
                self.at[o] = place
        self._patch(text, visible, rows)

    def _visible(self, page: str) -> Iterator[str]:
        """The page's characters that are text, without white space; an entity is the characters it stands for."""
        at = 0
        for low, high in (*markup(page), (len(page), len(page))):
            for match in pattern(_PIECE).finditer(page, at, low):
                start, end = match.span()
                shown = match[0] if match["text"] is not None else unescape(match[0])
                if shown == match[0]:
                    self._starts.extend(range(start, end))
                    self._ends.extend(range(start + 1, end + 1))
                else:
                    shown = "".join(shown.split())
                    self._starts.extend([start] * len(shown))
                    self._ends.extend([end] * len(shown))
                yield shown
            at = high

    def _patch(self, text: str, visible: str, rows: list[tuple[int, str]]) -> None:
        """Find the pieces of the lines that are not in the page as a whole: a row of a table, a line with a note taken out."""
        place = 0
        for start, line in rows:
            o, end = start, start + len(line)
            while o < end:
                if text[o].isspace():
                    o += 1
                    continue
                if self.at[o] >= 0:
                    place = self.at[o] + 1
                    o += 1
                    continue
                if visible.startswith(text[o], place):
                    found = place
                else:
                    seed = "".join(text[o : min(end, o + 2 * _SEED)].split())[:_SEED]
                    found = visible.find(seed, place, place + _AHEAD)
                if found >= 0:
                    self.at[o] = found
                    place = found + 1
                o += 1

    def runs(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The stretches of the page behind a span: white space joins two characters where the text has some too."""
        run: tuple[int, int] | None = None
        spaced = False
        for place in self.at[start:end]:
            if place < 0:
                spaced = True
                continue
            low, high = self._starts[place], self._ends[place]
            if run and (low in {run[0], run[1]} or (spaced and low > run[1] and self._page[run[1] : low].isspace())):
                run = run[0], max(run[1], high)
            else:
                if run:
                    yield run
                run = low, high
            spaced = False
        if run:
            yield run

    def after(self, offset: int) -> int | None:
        """The text's first character at or after an offset of the page, with only markup and white space between."""
        first = bisect_left(self._starts, offset)
        if first == len(self._starts):
            return None
        return self._placed.get(self._starts[first])

    @cached_property
    def _placed(self) -> dict[int, int]:
        """The text's offset for each offset of the page."""
        return {self._starts[place]: o for o, place in reversed(list(enumerate(self.at))) if place >= 0}


def _lines(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    for line in text.split("\n"):
        if line.strip():
            yield at, line
        at += len(line) + 1
