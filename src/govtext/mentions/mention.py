"""What the readers return: values with offsets, before any binding and before any date is known.

Named tuples: a page has hundreds of them, and a frozen dataclass takes four times as long to make.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from govtext.records import Comparator, Grain, Measure, Relation


class Number(NamedTuple):
    """A bare number. Exactly one of ``value`` and ``low``/``high`` is set."""

    start: int
    end: int
    comparator: Comparator
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    rule: str


class Quantity(NamedTuple):
    """A number with its unit: ``start:end`` is 315亿元, ``outer_start:outer_end`` is 不少于315亿元."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    comparator: Comparator
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str
    unit_code: str | None
    dimension: str | None
    measure: Measure | None  # where the words alone say it: 2个百分点 is point, 翻一番 multiple, 前三位 rank, 增长5% growth
    per: str | None
    rule: str


class Step(NamedTuple):
    """One step down the calendar: 2025年 is ``Step("year", 2025, 2025)``, 1-4月 ``Step("month", 1, 4)``.

    A relative one is counted from what governs: 明年 is ``Step("year", 1, 1, relative=True)``.
    Negative numbers count from the end: 最后4个月 is ``Step("month", -4, -1)``.
    """

    unit: Literal["century", "plan", "decade", "year", "fiscal", "half", "quarter", "month", "week", "ten_days", "festival", "day", "edge"]
    first: int
    last: int
    relative: bool = False
    name: str = ""  # of a festival, or of the country whose fiscal year it is


class Window(NamedTuple):
    """A stretch counted from the publication date: 未来3-5年 is 3 to 5 years ahead. ``low`` is None for 几年."""

    unit: Literal["year", "month", "week", "day"]
    low: int | None
    high: int | None
    ahead: bool


class Reading(NamedTuple):
    """What a time's words say before a date is known; ``govtext.mentions.dates.resolve`` gives it days.

    ``first`` and ``last`` are the two ends as steps from coarse to fine; an empty one is an open side.
    """

    first: tuple[Step, ...] = ()
    last: tuple[Step, ...] = ()
    window: Window | None = None
    bound: Literal["", "before", "after", "deadline"] = (
        ""  # before: up to the day before ``last``; after: from the day after ``first``; deadline: 2030年前
    )
    other: tuple[Step, ...] = ()  # the same time said again: 今天（2月16日）; the date of every year: 每年6月底前


@dataclass(frozen=True, slots=True)
class Resolved:
    """First and last day, both inclusive; None is an open side. ``alternatives`` are other readings the words allow."""

    start: date | None
    end: date | None
    alternatives: tuple[tuple[date | None, date | None], ...] = ()


class Time(NamedTuple):
    """A time as a reading: 年底前 is year-end, relative. Its ``reading`` resolves only against a publication date.

    ``tense`` is past for words that look back (截至, 去年, 近五年), future for words that look ahead (明年, 未来三年), else open.
    ``absolute``: the words name the year themselves.
    """

    start: int
    end: int
    rule: str
    grain: Grain
    relation: Relation
    tense: Literal["past", "open", "future"]
    absolute: bool
    reading: Reading
