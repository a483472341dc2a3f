"""What the readers return: frozen values with offsets, before any binding and before any date is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from govtext.records import Comparator, Grain, Measure, Relation


@dataclass(frozen=True, slots=True)
class Number:
    """A bare number. Exactly one of ``value`` and ``low``/``high`` is set."""

    start: int
    end: int
    comparator: Comparator
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    rule: str


@dataclass(frozen=True, slots=True)
class Quantity:
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


@dataclass(frozen=True, slots=True)
class Resolved:
    """First and last day, both inclusive; None is an open side. ``alternatives`` are other readings the words allow."""

    start: date | None
    end: date | None
    alternatives: tuple[tuple[date | None, date | None], ...] = ()


@dataclass(frozen=True, slots=True)
class Time:
    """A time as a reading: 年底前 is year-end, relative. ``reading`` resolves only against a publication date."""

    start: int
    end: int
    reading: Reading
    rule: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a time's words say, before a date is known; see ``govtext.mentions.times.resolve``."""

    grain: Grain
    relation: Relation
    year: int | None = None  # absolute year
    year_offset: int | None = None  # relative to the governing year: 今年 0, 明年 1
    month: int | None = None
    day: int | None = None
