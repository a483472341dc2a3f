"""From steps down the calendar to days: 2025年9月下旬 is 21 to 30 September 2025; 明年 needs the year it is counted from."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING

from govtext.lexicon import calendar

if TYPE_CHECKING:
    from govtext.mentions.mention import Step, Window

Days = tuple[date, date]
_YEARS = range(1, 9999)
_LUNAR = ("春节", "端午", "中秋")


def interval(steps: tuple[Step, ...], base: date | None, year: int | None) -> Days | None:
    """First and last day of ``steps``; ``year`` is the governing year, ``base`` the publication date. None when they do not suffice.

    >>> from govtext.mentions.mention import Step
    >>> interval((Step("year", 2025, 2025), Step("month", 9, 9)), None, None)
    (datetime.date(2025, 9, 1), datetime.date(2025, 9, 30))
    """
    days: Days | None = None
    for step in steps:
        try:
            days = _narrow(step, days, base, year)
        except (ValueError, OverflowError):  # 2月30日, 99999年
            return None
        if days is None:
            return None
    return days


def window(span: Window, base: date) -> tuple[Days, ...]:
    """The days of a window counted from ``base``: its longest reading first, then its shortest."""
    lengths = dict.fromkeys(n for n in (span.high, span.low) if n is not None)
    out = []
    for length in lengths:
        try:
            other = shifted(base, span.unit, length if span.ahead else -length)
        except (ValueError, OverflowError):
            continue
        out.append((base, other) if span.ahead else (other, base))
    return tuple(out)


def shifted(base: date, unit: str, count: int) -> date:
    """``base`` moved by ``count`` units; a day that the month lacks becomes its last.

    >>> shifted(date(2024, 2, 29), "year", 3)
    datetime.date(2027, 2, 28)
    """
    if unit in ("day", "week"):
        return base + timedelta(days=count * (7 if unit == "week" else 1))
    months = base.year * 12 + base.month - 1 + count * (12 if unit == "year" else 1)
    year, month = divmod(months, 12)
    return date(year, month + 1, min(base.day, monthrange(year, month + 1)[1]))


def _narrow(step: Step, days: Days | None, base: date | None, year: int | None) -> Days | None:
    unit, first, last = step.unit, step.first, step.last
    here = year if year is not None else base.year if base else None
    if unit == "year":
        if days is not None and not step.relative:  # “十四五”前三年
            return _part(days, first, last, 12)
        if step.relative:
            return None if here is None else _years(here + first, here + last)
        return _years(first, last)
    if unit == "plan":
        return _years(calendar.PLANS[first][0], calendar.PLANS[last][1]) if first in calendar.PLANS else None
    if unit in ("century", "decade"):
        return _long(step, days, base)
    if unit == "fiscal":
        return _fiscal(step, base)
    if step.relative:
        return _relative(step, days, base)
    if days is None:
        if unit == "day":
            days = None if base is None else _months(base.year, base.month, base.month)
        else:
            days = None if here is None else _years(here, here)
        if days is None:
            return None
    start, end = days
    if unit in ("half", "quarter", "month"):
        return _part(days, first, last, {"half": 6, "quarter": 3, "month": 1}[unit])
    if unit == "ten_days":
        month_end = end
        return start.replace(day=1 + 10 * (first - 1)), month_end if last == 3 else start.replace(day=10 * last)
    if unit == "day":
        if last < 0:
            return end + timedelta(days=first + 1), end
        return _day(start, first), _day(start, last)
    if unit == "festival":
        return _holiday(step, start.year)
    return _edge(step, days)


def _fiscal(step: Step, base: date | None) -> Days | None:
    """The fiscal year of a country that the text named. Without one nothing is known: 2023财年 ends in March, June or September."""
    row = calendar.FISCAL_YEARS.get(step.name)
    if row is None or (step.relative and base is None):
        return None
    month, day, named_by_start = row
    if step.relative and base is not None:
        year = base.year + step.first - (date(base.year, month, day) > base)
    else:
        year = step.first if step.last > step.first or named_by_start else step.first - 1
    return date(year, month, day), date(year + 1, month, day) - timedelta(days=1)


def _holiday(step: Step, year: int) -> Days | None:
    """A festival's day, or its holidays when the name begins with a star: 春节 and 国庆 have a week, since 2025 春节 has eight days from its eve."""
    name = step.name.removeprefix("*")
    day = festival(name, year)
    if day is None or name == step.name:
        return None if day is None else (day, day)
    usual = {
        "春节": 8 if year >= 2025 else 7,
        "国庆": 7,
        "十一": 7,
        "五一": 5 if year >= 2020 else 3,
        "劳动节": 5 if year >= 2020 else 3,
    }.get(name, 3)
    first = day - timedelta(days=1) if name == "春节" and year not in (2014, 2024) else day
    return first, first + timedelta(days=(step.first or usual) - 1)


def _day(start: date, number: int) -> date:
    if not 1 <= number <= 31:
        raise ValueError(number)
    return start.replace(day=number)


def _years(first: int, last: int) -> Days | None:
    return (date(first, 1, 1), date(last, 12, 31)) if first in _YEARS and last in _YEARS else None


def _months(year: int, first: int, last: int) -> Days:
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _part(days: Days, first: int, last: int, size: int) -> Days | None:
    """Parts of ``size`` months of a stretch, counted from its start, or from its end when negative."""
    start, end = days
    count = ((end.year - start.year) * 12 + end.month - start.month + 1) // size
    if first < 0:
        first, last = first + count + 1, last + count + 1
    if not (1 <= first <= count and 1 <= last <= count):
        return None
    return shifted(start, "month", (first - 1) * size), shifted(start, "month", last * size) - timedelta(days=1)


def _relative(step: Step, days: Days | None, base: date | None) -> Days | None:
    if base is None:
        return None
    if step.unit == "month":
        start = shifted(base.replace(day=1), "month", step.first)
        year = days[0].year if days else start.year  # 去年本月: the same month of that year
        return _months(year, start.month, start.month)
    if step.unit == "quarter":
        start = shifted(base.replace(month=(base.month - 1) // 3 * 3 + 1, day=1), "month", 3 * step.first)
        return _months(start.year, start.month, start.month + 2)
    if step.unit == "week":
        monday = base - timedelta(days=base.weekday()) + timedelta(days=7 * step.first)
        return monday, monday + timedelta(days=6)
    return base + timedelta(days=step.first), base + timedelta(days=step.last)


def _long(step: Step, days: Days | None, base: date | None) -> Days | None:
    if step.unit == "decade":
        if days is not None:
            return _years(days[0].year - 1 + step.first, days[0].year - 1 + step.first + 9)
        return _years(1900 + step.first, 1900 + step.first + 9) if step.first >= 40 else None  # 30年代 may be either century's
    if step.relative and base is None:
        return None
    number = step.first + ((base.year - 1) // 100 + 1 if step.relative and base else 0)
    return _years((number - 1) * 100 + 1, number * 100)


def _edge(step: Step, days: Days) -> Days:
    """The beginning (1), middle (2) or end (3) of a stretch. 年底 may last from November; as a deadline only its last day counts."""
    start, end = days
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    if months == 1:
        return {1: (start, start.replace(day=10)), 2: (start.replace(day=11), start.replace(day=20)), 3: (start.replace(day=21), end)}[
            step.first
        ]
    if step.first == 2:
        middle = shifted(start, "month", months // 2)
        if months >= 60:  # 本世纪中叶 is its fiftieth year, the middle of a plan its third
            year = start.year + (months // 12 + 1) // 2 - 1
            return date(year, 1, 1), date(year, 12, 31)
        return shifted(middle, "month", -1), middle - timedelta(days=1)
    size = 1 if months <= 6 else 2 if months == 12 else months // 5
    if step.first == 1:
        return start, shifted(start, "month", size) - timedelta(days=1)
    return shifted(end + timedelta(days=1), "month", -size) if end.year < 9998 else start, end


def festival(name: str, year: int) -> date | None:
    """The day of a festival in a year, by the tables of the calendar; None where they end."""
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
