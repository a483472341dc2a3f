"""All that binding looks at, read once for a text: structure, mentions, tokens by clause, frames, the title."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from govtext import clauses
from govtext.mentions import quantities as quantity_reader
from govtext.mentions import times as time_reader
from govtext.mentions.mention import Resolved
from govtext.rules import pattern
from govtext.targets import calendar, frame, indicators, tokens
from govtext.targets import title as titles

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from govtext.clauses import Clause, Structure
    from govtext.mentions.mention import Quantity, Time
    from govtext.targets.frame import Frame
    from govtext.targets.indicators import Figure
    from govtext.targets.title import Title
    from govtext.targets.tokens import Token

T = TypeVar("T")

# In a report these are the calendar year before.
_YEAR_PAST = ("过去一年", "过去的一年", "一年来", "刚刚过去的一年")
# A year or plan that its text names is still to come while less than this share of it has gone by.
BEGUN = 0.3


# How far beyond publication an end lies that 截至 cannot have been counted to.
A_MONTH = timedelta(days=31)


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
    periods: tuple[int | None, ...] = ()  # for each sentence the period of years that its section stands under
    figures: dict[int, Figure] = field(default_factory=dict)  # the quantities that are figures of a table
    years: dict[int, int] = field(default_factory=dict)  # for a time without a year the one that the words before it give
    _days: dict[int, Resolved] = field(default_factory=dict, repr=False, compare=False)
    _tokens: dict[int, tuple[Token, ...]] = field(default_factory=dict, repr=False, compare=False)
    _read: dict[tuple[Any, int], Any] = field(default_factory=dict, repr=False, compare=False)

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

    def once(self, read: Callable[[Scene, int], T], place: int) -> T:
        """What a function reads at a place of this text, read when first asked for: every number of a sentence asks the same."""
        key = (read, place)
        if key not in self._read:
            self._read[key] = read(self, place)
        found: T = self._read[key]
        return found

    @cached_property
    def time_starts(self) -> Mapping[int, int]:
        """The place among the times of the one that begins at an offset."""
        return {time.start: index for index, time in enumerate(self.times)}

    def resolve(self, index: int) -> Resolved:
        """The days of a time, under the year that its sentence, its section or the title gives, or under a plan's period."""
        if index not in self._days:
            if self.title.report and self.title.year and self.text.startswith(_YEAR_PAST, self.times[index].start):
                last = self.title.year - 1
                return Resolved(date(last, 1, 1), date(last, 12, 31))
            year = self.years.get(index, self.title.year if self.title.report else None)
            days = time_reader.resolve(self.times[index], self.published, year=year, period=self.title.period)
            self._days[index] = _begun(days, self.published)
        return self._days[index]

    def _today(self, time: Time) -> bool:
        """Whether the day of publication is not over for what is told of it: 今天, 17日…预计."""
        return self.text[time.start] in "今本" or "预计" in self.text[time.end : time.end + _FORECAST].partition("。")[0]

    def ahead(self, index: int) -> bool:
        """Whether a time's own words look ahead (明年, 到2030年): 全年 and 年内 stand in a review too."""
        time = self.times[index]
        return self.tense(index) == "future" and (time.tense == "future" or time.absolute)

    def ends(self, index: int) -> bool:
        """Whether a time has a last day, or will have one when the publication date is known."""
        reading = self.times[index].reading
        return self.resolve(index).end is not None or (self.published is None and bool(reading.last or reading.window))

    def titled(self, index: int) -> bool:
        """Whether a time stands in a name: 《2030年前发展构想》, 面向2030年的重大项目."""
        start = self.times[index].start
        if self.text.endswith("面向", 0, start) and self.text.startswith("的", self.times[index].end):
            return True
        window = self.text[max(0, start - 40) : start]
        return window.rfind("《") > window.rfind("》")

    def _to_come(self, index: int) -> bool:
        """截至2025年底 looks ahead in a text of 2024; 截至6月底 in one of June looks back."""
        end = self.resolve(index).end
        until = self.text[self.times[index].start] == "截"
        return until and end is not None and self.published is not None and end - self.published > A_MONTH

    def tense(self, index: int) -> Literal["past", "open", "future"]:
        """Whether a time lies behind the publication date (past), ahead of it (future), or around it (open)."""
        time = self.times[index]
        if time.rule == "now" or (time.tense == "past" and not self._to_come(index)):
            return "past"
        if self.titled(index):
            return "open"
        days, published = self.resolve(index), self.published
        if published is None or days.end is None:
            return time.tense
        if days.end < published or (_of_the_day(time, days, published) and not self._today(time)):
            return "past"
        around = time.absolute or self.text[time.start] in "今本当" or time.grain == "day"
        ahead = days.end > published and (days.start is None or days.start > published or not around)
        if time.rule == "two_years":
            return "future"  # 今明两年
        long = time.grain == "years" or (time.grain == "year" and self.title.report)
        if time.absolute and long and days.start is not None and days.end > published:  # “九五”期间, said in its first year
            ahead = ahead or published - days.start < (days.end - days.start) * BEGUN
        told = time.rule == "months_span" and days.start is not None and days.start < published and days.end - published < _MONTH
        return "future" if time.tense == "future" or (ahead and not told) else "open"


# The months whose last has begun are told of: 1至3月，实现签约9个, on the 14th of March.
_MONTH = timedelta(days=31)
# So near behind a day its forecast stands: 17日，全国铁路【预计】发送旅客.
_FORECAST = 16


def _of_the_day(time: Time, days: Resolved, published: date) -> bool:
    """A day's date that is the publication's; 春节假期 on its last day is not over."""
    return time.grain == "day" and days.end == published and days.start in (None, days.end)


def _begun(days: Resolved, published: date | None) -> Resolved:
    """What begins on a day to come (9月1日起下调) is done on that day."""
    first = days.alternatives[0] if days.alternatives else None
    if days.end is None and days.start and published and days.start > published and first and first[0] == days.start and first[1]:
        return replace(days, end=first[1])
    return days


def read(text: str, title: str | None, published: date | None) -> Scene:
    """Read a text once."""
    structure = clauses.read(text)
    unnumbered = _unnumbered(text)
    quantities, figures = _with_tables(quantity_reader.find(unnumbered), indicators.find(text, structure))
    times = time_reader.find(unnumbered)
    head = titles.read(title, text)
    read_once = Scene(
        text=text,
        published=published,
        title_text=title or "",
        title=head,
        structure=structure,
        quantities=quantities,
        figures=figures,
        times=times,
        frames=frame.read(text, structure, head),
        by_clause=_placed(structure, [(q.start, q.end) for q in quantities]),
        times_by_clause=_placed(structure, [(t.start, t.end) for t in times]),
    )
    return replace(read_once, periods=calendar.periods(read_once), years=calendar.years(read_once))


def _with_tables(quantities: tuple[Quantity, ...], figures: tuple[Figure, ...]) -> tuple[tuple[Quantity, ...], dict[int, Figure]]:
    """The quantities of a text with those of its tables, which are read in their column's unit."""
    if not figures:
        return quantities, {}
    cells = {at for f in figures for at in range(f.quantity.outer_start, f.quantity.outer_end)}
    outside = [q for q in quantities if cells.isdisjoint(range(q.outer_start, max(q.end, q.outer_end)))]
    both = sorted([*outside, *(f.quantity for f in figures)])
    places = {q: index for index, q in enumerate(both)}
    return tuple(both), {places[f.quantity]: f for f in figures}


def _unnumbered(text: str) -> str:
    """The text with spaces for the numbers of its lines: 「6.7月底前」 is the sixth item, not June and seven tenths."""
    return pattern(r"(?m)^[\ \u3000]*\p{Nd}{1,2}[．.](?=\p{Nd}{4}年|\p{Nd}{1,2}[月日号])").sub(lambda m: " " * len(m.group()), text)


def _placed(structure: Structure, spans: list[tuple[int, int]]) -> tuple[tuple[int, ...], ...]:
    """For each clause the places of the spans that begin in it."""
    starts = [start for start, _ in spans]
    return tuple(tuple(range(bisect_left(starts, clause.start), bisect_left(starts, clause.end))) for clause in structure.clauses)
