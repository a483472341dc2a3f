"""All that binding looks at, read once for a text: structure, mentions, tokens by clause, frames, the title."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from govtext import clauses
from govtext.mentions import quantities as quantity_reader
from govtext.mentions import times as time_reader
from govtext.targets import frame, tokens

if TYPE_CHECKING:
    from datetime import date

    from govtext.clauses import Clause, Structure
    from govtext.mentions.mention import Quantity, Resolved, Time
    from govtext.targets.frame import Frame, Title
    from govtext.targets.tokens import Token


@dataclass(frozen=True)
class Scene:
    """One text with everything read from it; offsets are the text's own."""

    text: str
    published: date | None
    title_text: str
    title: Title
    structure: Structure
    quantities: tuple[Quantity, ...]
    times: tuple[Time, ...]
    frames: tuple[Frame, ...]
    by_clause: tuple[tuple[int, ...], ...]  # quantities of each clause
    times_by_clause: tuple[tuple[int, ...], ...]
    _tokens: dict[int, tuple[Token, ...]] = field(default_factory=dict, repr=False, compare=False)

    def clause(self, index: int) -> Clause:
        """One clause."""
        return self.structure.clauses[index]

    def tokens(self, index: int) -> tuple[Token, ...]:
        """The tokens of a clause, read when first asked for."""
        if index not in self._tokens:
            clause = self.structure.clauses[index]
            self._tokens[index] = tokens.read(
                self.text,
                clause.start,
                clause.end,
                [(i, self.quantities[i]) for i in self.by_clause[index]],
                [(i, self.times[i]) for i in self.times_by_clause[index]],
            )
        return self._tokens[index]

    def resolve(self, index: int) -> Resolved:
        """The days of a time, under the title's year or plan period."""
        return time_reader.resolve(
            self.times[index], self.published, year=self.title.year if self.title.report else None, period=self.title.period
        )

    def tense(self, index: int) -> str:
        """Whether a time lies behind the publication date (past), ahead of it (future), or around it (open)."""
        time = self.times[index]
        if time.tense == "past":
            return "past"
        days = self.resolve(index)
        if self.published and days.end and days.end < self.published:
            return "past"
        return "future" if time.tense == "future" or (self.published and days.start and days.start > self.published) else "open"


def read(text: str, title: str | None, published: date | None) -> Scene:
    """Read a text once."""
    structure = clauses.read(text)
    quantities = quantity_reader.find(text)
    times = time_reader.find(text)
    head = frame.read_title(title, text)
    return Scene(
        text=text,
        published=published,
        title_text=title or "",
        title=head,
        structure=structure,
        quantities=quantities,
        times=times,
        frames=frame.read(text, structure, head),
        by_clause=_placed(structure, [(q.start, q.end) for q in quantities]),
        times_by_clause=_placed(structure, [(t.start, t.end) for t in times]),
    )


def _placed(structure: Structure, spans: list[tuple[int, int]]) -> tuple[tuple[int, ...], ...]:
    """For each clause the places of the spans that begin in it."""
    starts = [start for start, _ in spans]
    return tuple(tuple(range(bisect_left(starts, clause.start), bisect_left(starts, clause.end))) for clause in structure.clauses)
