"""A page's text between two repairs, what the page shows of its damage, and the shape of a repair rule.

A rule is one decorated function that returns edits, with whole pages beside it: ``examples`` before and after, and ``leaves``, near misses
that the whole list of repairs gives back as they were.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from govtext.page import markup
from govtext.page.edits import Edit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from govtext.rules import Match

_MUTE: Final = bytes(set(range(0x80)) - set(b"\"!%'(),/;<>?"))  # the ASCII that no repair begins with


@dataclass(frozen=True)
class Draft:
    """A page's text before a repair.

    ``telling``: the text without the letters and digits of markup and scripts, a fifth of it: what damage is known by is looked for there
    first. ``annotated``: it shows a converter's readings; ``in_traditional``: most of its characters are Traditional.
    """

    text: str
    telling: str
    annotated: bool = False
    in_traditional: bool = False

    @classmethod
    def of(cls, text: str, stored: bytes | None = None, *, annotated: bool = False, in_traditional: bool = False) -> Draft:
        """A draft of a text; ``stored`` is the text in UTF-8, where that is known.

        >>> Draft.of('<p class="share">真的?。我不信</p>').telling
        '<"">真的?。我不信</>'
        """
        stored = stored or text.encode("utf-8", "surrogatepass")
        telling = stored.translate(None, _MUTE).decode("utf-8", "surrogatepass")
        return cls(text, telling, annotated, in_traditional)

    @cached_property
    def is_html(self) -> bool:
        """Whether it is HTML, not a plain-text dump."""
        return "<" in self.text and markup.is_html(self.text)

    @property
    def fences(self) -> Iterator[tuple[int, int]]:
        """Where no repair may act."""
        return markup.fences(self.text)

    def open(self, found: Iterable[Match]) -> list[Match]:
        """The matches that touch no fence."""
        rows = list(found)
        return [m for m, free in zip(rows, markup.outside(self.fences, [m.span() for m in rows]), strict=True) if free] if rows else []

    def drop(self, found: Iterable[Match], kind: str, *, lossy: bool = False) -> list[Edit]:
        """Delete what was found outside the fences."""
        return [Edit(m.start(), m.end(), "", kind, lossy) for m in self.open(found)]


@dataclass(frozen=True)
class RepairRule:
    """One kind of repair: what it finds on a page that shows the damage, and pages that it must mend and must leave."""

    kind: str
    find: Callable[[Draft], list[Edit]]
    examples: Mapping[str, str]
    leaves: tuple[str, ...]

    @property
    def promise(self) -> str:
        """What the rule mends, in a sentence: its docstring's first line."""
        return (self.find.__doc__ or "").strip().split("\n")[0]


def repair_rule(*, examples: Mapping[str, str], leaves: tuple[str, ...] = ()) -> Callable[[Callable[[Draft], list[Edit]]], RepairRule]:
    """Make a function a repair rule; its name is the kind of its edits."""

    def decorate(find: Callable[[Draft], list[Edit]]) -> RepairRule:
        return RepairRule(find.__name__, find, examples, leaves)

    return decorate
