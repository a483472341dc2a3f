"""From steps down the calendar to days: 2025年, 9月, 下旬 are 21 to 30 September 2025; 明年 needs the year that it is counted from."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from govtext.lexicon import calendar
from govtext.mentions.holidays import fiscal_year, holiday

if TYPE_CHECKING:
    from collections.abc import Callable

    from govtext.mentions.mention import Step

Days = tuple[date, date]
_YEARS = range(1, 9999)
_MONTHS_OF = {"half": 6, "quarter": 3, "month": 1}


@dataclass(frozen=True, slots=True)
class Frame:
    """What relative words are counted from: the publication date, and the year that governs the context."""

    base: date | None = None
    year: int | None = None

    def governing(self) -> int | None:
        """The year that a month without one lies in."""
        return self.year if self.year is not None else self.base.year if self.base else None


def interval(steps: tuple[Step, ...], frame: Frame) -> Days | None:
    """First and last day of ``steps``; None when they do not suffice, or name a day that is none.

    >>> from govtext.mentions.mention import Step
    >>> interval((Step("year", 2025, 2025), Step("month", 9, 9)), Frame())
    (datetime.date(2025, 9, 1), datetime.date(2025, 9, 30))
    """
    days: Days | None = None
    for step in steps:
        try:
            days = _narrow(step, days, frame)
        except (ValueError, OverflowError):  # 2月30日, 99999年
            return None
        if days is None:
            return None
    return days


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


def _narrow(step: Step, days: Days | None, frame: Frame) -> Days | None:
    if step.unit in _STRETCHES:
        return _STRETCHES[step.unit](step, days, frame)
    if step.relative:
        return _relative(step, days, frame.base)
    around = days or _around(step, frame)
    return None if around is None else _PARTS[step.unit](step, around)


def _around(step: Step, frame: Frame) -> Days | None:
    """What a part lies in when the words do not say it: a day in the month of publication, a month in the governing year."""
    if step.unit == "day":
        return None if frame.base is None else _months(frame.base.year, frame.base.month, frame.base.month)
    year = frame.governing()
    return None if year is None else _years(year, year)


def _year(step: Step, days: Days | None, frame: Frame) -> Days | None:
    if days is not None and not step.relative:  # “十四五”前三年
        return _part(days, step.first, step.last, 12)
    if not step.relative:
        return _years(step.first, step.last)
    here = frame.governing()
    return None if here is None else _years(here + step.first, here + step.last)


def _plan(step: Step, _days: Days | None, _frame: Frame) -> Days | None:
    return _years(calendar.PLANS[step.first][0], calendar.PLANS[step.last][1]) if step.first in calendar.PLANS else None


def _decade(step: Step, days: Days | None, _frame: Frame) -> Days | None:
    if days is not None:
        return _years(days[0].year - 1 + step.first, days[0].year - 1 + step.last + 9)
    return _years(1900 + step.first, 1900 + step.last + 9) if step.first >= 40 else None  # 30年代 may be either century's


def _century(step: Step, _days: Days | None, frame: Frame) -> Days | None:
    if step.relative and frame.base is None:
        return None
    number = step.first + ((frame.base.year - 1) // 100 + 1 if step.relative and frame.base else 0)
    return _years((number - 1) * 100 + 1, number * 100)


def _fiscal(step: Step, _days: Days | None, frame: Frame) -> Days | None:
    return fiscal_year(step, frame.base)


_STRETCHES: dict[str, Callable[[Step, Days | None, Frame], Days | None]] = {
    "year": _year, "plan": _plan, "decade": _decade, "century": _century, "fiscal": _fiscal,
}  # fmt: skip


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


def _months_part(step: Step, days: Days) -> Days | None:
    return _part(days, step.first, step.last, _MONTHS_OF[step.unit])


def _ten_days(step: Step, days: Days) -> Days | None:
    start, end = days
    return start.replace(day=1 + 10 * (step.first - 1)), end if step.last == 3 else start.replace(day=10 * step.last)


def _days(step: Step, days: Days) -> Days | None:
    """Days counted from the first of a month, a week or some holidays; 2月30日 lies outside."""
    start, end = days
    if step.last < 0:
        return end + timedelta(days=step.first + 1), end
    first, last = start + timedelta(days=step.first - 1), start + timedelta(days=step.last - 1)
    return (first, last) if start <= first and last <= end else None


def _festival(step: Step, days: Days) -> Days | None:
    return holiday(step, days[0].year)


def _edge(step: Step, days: Days) -> Days:
    """The beginning (1), middle (2) or end (3) of a stretch. 年底 may last from November; as a deadline only its last day counts."""
    start, end = days
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    if months == 1:
        return start.replace(day=(1, 11, 21)[step.first - 1]), end if step.first == 3 else start.replace(day=10 * step.first)
    if step.first == 2:
        if months >= 60:  # 本世纪中叶 is its fiftieth year, the middle of a plan its third
            year = start.year + (months // 12 + 1) // 2 - 1
            return date(year, 1, 1), date(year, 12, 31)
        middle = shifted(start, "month", (months - 1) // 2)  # 年中 is June
        return middle, shifted(middle, "month", 1) - timedelta(days=1)
    size = 1 if months <= 6 else 2 if months == 12 else months // (5 if months < 1200 else 10)
    if step.first == 1:
        return start, shifted(start, "month", size) - timedelta(days=1)
    return shifted(end + timedelta(days=1), "month", -size) if end.year < 9998 else start, end


_PARTS: dict[str, Callable[[Step, Days], Days | None]] = {
    "half": _months_part, "quarter": _months_part, "month": _months_part, "ten_days": _ten_days, "day": _days,
    "festival": _festival, "edge": _edge,
}  # fmt: skip


def _part(days: Days, first: int, last: int, size: int) -> Days | None:
    """Parts of ``size`` months of a stretch, counted from its start, or from its end when negative."""
    start, end = days
    count = ((end.year - start.year) * 12 + end.month - start.month + 1) // size
    if first < 0:
        first, last = first + count + 1, last + count + 1
    if not (1 <= first <= count and 1 <= last <= count):
        return None
    return shifted(start, "month", (first - 1) * size), shifted(start, "month", last * size) - timedelta(days=1)


def _years(first: int, last: int) -> Days | None:
    return (date(first, 1, 1), date(last, 12, 31)) if first in _YEARS and last in _YEARS else None


def _months(year: int, first: int, last: int) -> Days:
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])
