"""Days that only a table knows: 春节 2025 is 29 January, its holidays eight days from its eve; 日本2023财年 ends in March 2024."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from govtext.lexicon import calendar

if TYPE_CHECKING:
    from govtext.mentions.mention import Step

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
    """A festival's day, or its holidays when the name begins with a star: 春节 and 国庆 have a week."""
    name = step.name.removeprefix("*")
    day = festival(name, year)
    if day is None or name == step.name:
        return None if day is None else (day, day)
    usual = {
        "春节": 8 if year >= 2024 else 7,
        "国庆": 7,
        "十一": 7,
        "五一": 5 if year >= 2020 else 3,
        "劳动节": 5 if year >= 2020 else 3,
    }.get(name, 3)
    first = day - timedelta(days=1) if name == "春节" and year not in (2014, 2024) else day
    return first, first + timedelta(days=(step.first or usual) - 1)


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
