"""Days that only a table knows: 春节 2025 is 29 January, its holidays eight days from its eve; 日本2023财年 ends in March 2024."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from govtext.lexicon import calendar

if TYPE_CHECKING:
    from govtext.mentions.mention import Step

# A holiday of three days takes in the weekend: where it begins, by the weekday of its festival.
_BRIDGED = (-2, -2, 0, 0, 0, 0, -1)
_LUNAR = ("春节", "端午", "中秋")


def festival(name: str, year: int) -> date | None:
    """The day of a festival in a year, by the tables of the calendar; None where they end.

    >>> festival("中秋", 2025), festival("清明", 2023)
    (datetime.date(2025, 10, 6), datetime.date(2023, 4, 5))
    """
    if name in calendar.SOLAR_FESTIVALS:
        return date(year, *calendar.SOLAR_FESTIVALS[name])
    if name == "清明":
        return date(year, 4, 4 if year % 4 in (0, 1) else 5)
    row = calendar.LUNAR_FESTIVALS.get(year)
    if row is None:
        return None
    if name in ("除夕", "元宵"):
        return date(year, *row[0]) + timedelta(days=-1 if name == "除夕" else 14)
    return date(year, *row[_LUNAR.index(name)])


def holiday(step: Step, year: int) -> tuple[date, date] | None:
    """A season, a festival's day, or its holidays when the name begins with a star: 春节 and 国庆 have a week."""
    if step.name in calendar.SEASONS:
        return season(step.name, year)
    name = step.name.removeprefix("*")
    day = festival("春节" if name == "春运" else name, year)
    if day is None or name == step.name:
        return None if day is None else (day, day)
    if name == "春运":
        return day - timedelta(days=15), day + timedelta(days=24)
    name = {"十一": "国庆", "劳动节": "五一"}.get(name, name)
    month, first, usual = calendar.HOLIDAYS.get((name, year), (day.month, day.day, 0))
    start = date(year, month, first)
    if not usual:
        usual = 7 if name in ("春节", "国庆") else 5 if name == "五一" and year >= 2020 else 3
        start += timedelta(days=-1 if name == "春节" else _BRIDGED[start.weekday()] if usual == 3 else 0)
    return start, start + timedelta(days=(step.first or usual) - 1)


def season(name: str, year: int) -> tuple[date, date]:
    """The days of a season that begins in a year.

    >>> season("采暖季", 2024)
    (datetime.date(2024, 11, 15), datetime.date(2025, 3, 15))
    """
    first, last = calendar.SEASONS[name]
    return date(year, *first), date(year + (last < first), *last)


def fiscal_year(step: Step, base: date | None) -> tuple[date, date] | None:
    """The school year, or the fiscal year of a country that the text named: without one 2023财年 may end in March, June or September."""
    row = calendar.SCHOOL_YEAR if step.name == "学年" else calendar.FISCAL_YEARS.get(step.name)
    if row is None or (step.relative and base is None):
        return None
    month, day, named_by_start = row
    if step.relative and base is not None:
        year = base.year + step.first - (date(base.year, month, day) > base)
    else:
        year = step.first if step.last > step.first or named_by_start else step.first - 1
    return date(year, month, day), date(year + 1, month, day) - timedelta(days=1)
