"""A target before its dates are known: what binding found, with the words behind every field."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from govtext.records import Measure
    from govtext.targets.evidence import Stance
    from govtext.targets.piece import Piece


@dataclass(frozen=True, slots=True)
class When:
    """The time of a draft: a place among the scene's times, or the title's year; ``inherited`` from outside its clause."""

    time: int | None
    inherited: bool
    rule: str
    turn: int | None = None  # which of several years, where each has its own number: 今明两年分别增长


@dataclass(frozen=True, slots=True)
class Draft:
    """One target, bound but not resolved."""

    kind: Literal["quantity", "milestone"]
    clause: int
    quantity: int | None
    stance: Stance
    subject: Piece | None
    action: Piece | None
    actor: Piece | None
    when: When | None
    measure: Measure | None
    baseline: Piece | None
    inherited: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """Why a number or a date became a record, or why not."""

    start: int
    end: int
    text: str
    kept: bool
    rule: str
    reason: str
