"""From a damaged page's text to what was published: 「重大項(xiàng)目」 to 「重大项目」, by an ordered list of repairs that say what they did."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from govtext import records
from govtext.page.edits import Edit, Trail, compose

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True)
class Step:
    """What one repair did to the text that the repairs before it left: its edits count that text's characters."""

    kind: str
    before: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True)
class Repaired:
    """A page's text as published, and how it was reached. ``doubts`` are offsets of ``text`` right after which a number may have lost its first digit."""

    source: str
    text: str
    steps: tuple[Step, ...] = ()
    doubts: tuple[int, ...] = ()

    @cached_property
    def edits(self) -> tuple[Edit, ...]:
        """All that was changed, in offsets of ``source``."""
        out: Sequence[Edit] = ()
        for step in self.steps:
            out = compose(out, step.edits)
        return tuple(out)

    @property
    def repairs(self) -> tuple[records.Repair, ...]:
        """The ledger: each kind of repair once, in the order they were done."""
        return ()

    @cached_property
    def trail(self) -> Trail:
        """The way back to ``source``."""
        return Trail(self.edits)


def repair(text: str, *, simplify: bool = True) -> Repaired:
    """Undo the damage that a page shows; a page without damage comes back as the same object."""
    del simplify
    return Repaired(text, text)
