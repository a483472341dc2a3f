"""What was changed and where: 「項(xiàng)目」 to 「項目」 is ``Edit(1, 8, "", "reading")``. Edits are values that can be replayed."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Edit:
    """``text[start:end]`` becomes ``replacement``.

    ``lossy``: a published character is lost, or had to be guessed. ``doubt``: a number right behind may have lost its first digit.
    """

    start: int
    end: int
    replacement: str
    kind: str
    lossy: bool = False
    doubt: bool = False

    @property
    def in_place(self) -> bool:
        """One character for one: it moves nothing (貢 to 贡)."""
        return self.end - self.start == len(self.replacement) == 1


def apply(text: str, edits: Sequence[Edit]) -> str:
    """The text after the edits, which are in order and do not overlap.

    >>> apply("重大項(xiàng)目", [Edit(3, 10, "", "reading")])
    '重大項目'
    """
    out: list[str] = []
    at = 0
    for edit in edits:
        out += (text[at : edit.start], edit.replacement)
        at = edit.end
    return "".join(out) + text[at:]


def compose(first: Sequence[Edit], second: Sequence[Edit]) -> tuple[Edit, ...]:
    """One list for two in a row: the offsets of ``second`` count the text after ``first``, those of the result the text before.

    >>> [(e.start, e.end, e.replacement) for e in compose([Edit(1, 8, "", "reading")], [Edit(0, 1, "项", "traditional")])]
    [(0, 1, '项'), (1, 8, '')]
    """
    if not first or not second:
        return tuple(first or second)
    placed: list[tuple[int, int, int, Edit]] = []  # start and end in the middle text, whose edit it is, the edit
    shift = 0
    for edit in first:
        placed.append((edit.start + shift, edit.start + shift + len(edit.replacement), 0, edit))
        shift += len(edit.replacement) - (edit.end - edit.start)
    placed += [(edit.start, edit.end, 1, edit) for edit in second]
    placed.sort(key=lambda row: row[:3])
    out: list[Edit] = []
    shift = 0
    group: list[tuple[int, int, int, Edit]] = []
    reach = -1
    for row in placed:
        if group and row[0] >= reach:
            shift = _merge(group, shift, out)
            group = []
        reach = max(reach, row[1]) if group else row[1]
        group.append(row)
    _merge(group, shift, out)
    return tuple(out)


def _merge(group: list[tuple[int, int, int, Edit]], shift: int, out: list[Edit]) -> int:
    """Edits that touch one another become one; returns the middle text's offset less the input's, after them."""
    start, end = group[0][0], max(row[1] for row in group)
    earlier = [row for row in group if row[2] == 0]
    after = shift + sum(len(edit.replacement) - (edit.end - edit.start) for *_, edit in earlier)
    text, at = "", start
    for low, high, _, edit in (row for row in group if row[2] == 1):
        text += _middle(earlier, at, low) + edit.replacement
        at = high
    text += _middle(earlier, at, end)
    kind = (earlier or group)[0][3].kind
    lossy, doubt = any(row[3].lossy for row in group), any(row[3].doubt for row in group)
    out.append(Edit(start - shift, end - after, text, kind, lossy, doubt))
    return after


def _middle(earlier: list[tuple[int, int, int, Edit]], start: int, end: int) -> str:
    """The middle text between two later edits: it is all replacement, or the edits would not touch."""
    return "".join(edit.replacement[max(0, start - low) : max(0, end - low)] for low, _, _, edit in earlier)


class Trail:
    """The way back from an offset of the repaired text to the characters of the input."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._cuts = [edit for edit in edits if not edit.in_place]
        self._lows: list[int] = []
        self._highs: list[int] = []
        shift = 0
        for edit in self._cuts:
            self._lows.append(edit.start + shift)
            self._highs.append(edit.start + shift + len(edit.replacement))
            shift += len(edit.replacement) - (edit.end - edit.start)

    def back(self, start: int, end: int) -> list[tuple[int, int]]:
        """The input's slices behind ``[start, end)``, in order: whole repairs that it touches, and the characters between them.

        What was deleted belongs to the character before it, so the slices of two neighbours never share it.

        >>> Trail([Edit(3, 10, "", "reading")]).back(0, 4)
        [(0, 3), (3, 10), (10, 11)]
        >>> Trail([Edit(3, 10, "", "reading")]).back(3, 4)
        [(10, 11)]
        """
        if start >= end:
            return []
        out: list[tuple[int, int]] = []
        at = start
        i = bisect_right(self._highs, start)  # the first that ends after the start
        while i < len(self._cuts):
            low, high, edit = self._lows[i], self._highs[i], self._cuts[i]
            if low > end or (low == end and high > low):
                break
            if low > at:
                out.append((self._input(at, i), self._input(at, i) + low - at))
            if edit.end > edit.start:
                out.append((edit.start, edit.end))
            at = max(at, high)
            i += 1
        if at < end:
            out.append((self._input(at, i), self._input(at, i) + end - at))
        return out

    def _input(self, offset: int, i: int) -> int:
        """The input's offset of a character that stands after ``i`` cuts and in none."""
        return offset if i == 0 else offset - self._highs[i - 1] + self._cuts[i - 1].end
