"""From a reading to days: 2025年9月下旬 is 21 to 30 September 2025; 明年 needs the year that it is counted from."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from govtext.lexicon import calendar
from govtext.mentions.holidays import fiscal_year, holiday
from govtext.mentions.mention import Resolved

if TYPE_CHECKING:
    from collections.abc import Callable

    from govtext.mentions.mention import Step, Time, Window

Days = tuple[date, date]
_YEARS = range(1, 9999)
_HALF_YEAR = timedelta(days=183)
_MONTHS_OF = {"half": 6, "quarter": 3, "month": 1}


@dataclass(frozen=True, slots=True)
class _Frame:
    """What relative words are counted from: the publication date, and the year that governs the context."""

    base: date | None
    year: int | None

    def governing(self) -> int | None:
        return self.year if self.year is not None else self.base.year if self.base else None


def resolve(time: Time, published: date | None, *, year: int | None = None, period: Days | None = None) -> Resolved:
    """The days of a time. ``year`` is the year that governs the context, ``period`` the plan's, for 今后五年 in a plan.

    Without ``published`` (and ``year``) a relative time has no days.

    >>> from govtext.mentions.times import find
    >>> resolve(find("年底前")[0], date(2023, 8, 20)).end
    datetime.date(2023, 12, 31)
    """
    reading, frame = time.reading, _Frame(published, year)
    if reading.window is not None:
        return _counted(reading.window, published, period)
    first, last = _ends(time, frame)
    if reading.other and last is None:
        first = last = interval(reading.other, published, year)
    start = first[0] if first else None
    end = last[1] if last else None
    alternatives: list[tuple[date | None, date | None]] = []
    if reading.bound == "after" and first:
        start = _next_day(first[1], 1)
        alternatives.append((first[0], None))
    elif time.relation == "since" and first and end is None:  # 9月1日起: what begins, begins on that day
        alternatives.append(first)
    if reading.bound in ("before", "deadline") and last:
        end, other = _before(time, last, published)
        alternatives += [(None, other)] if other else []
    elif not reading.bound:
        alternatives += _neighbours(time, frame, start, end)
    return Resolved(start, end, tuple(alternatives))


def _ends(time: Time, frame: _Frame) -> tuple[Days | None, Days | None]:
    """The first and the last stretch of a reading; 8月至2月 ends in the year after."""
    reading = time.reading
    first = interval(reading.first, frame.base, frame.year)
    last = interval(reading.last, frame.base, frame.year)
    if first and last and last[1] < first[0] and time.relation != "since":
        last = _a_year_on(reading.last, frame) if reading.last[0] == reading.first[0] or _yearless(reading.last) else None
        first = first if last else None  # 2025年至2024年 is no stretch
    elif last and _over(time, last[1], frame):
        last = _a_year_on(reading.last, frame) or last
    return first, last


def _yearless(steps: tuple[Step, ...]) -> bool:
    """Whether the words leave the year to the context: 9月, 春节, 三季度."""
    return bool(steps) and steps[0].unit in ("half", "quarter", "month", "festival") and not steps[0].relative


def _over(time: Time, end: date, frame: _Frame) -> bool:
    """A deadline without a year that lies far back is the next one: 春节前 in November, 1月底前 in December."""
    ahead = time.relation == "by" and time.tense == "open" and time.reading.bound != ""
    return ahead and frame.base is not None and frame.year is None and _yearless(time.reading.last) and frame.base - end > _HALF_YEAR


def _a_year_on(steps: tuple[Step, ...], frame: _Frame) -> Days | None:
    here = frame.governing()
    if steps[0].unit == "year":
        return interval((replace(steps[0], first=steps[0].first + 1, last=steps[0].last + 1), *steps[1:]), frame.base, frame.year)
    return None if here is None else interval(steps, frame.base, here + 1)


def _before(time: Time, last: Days, published: date | None) -> tuple[date | None, date | None]:
    """The last day of 2030年前 and its other reading. A boundary in the past parts what was before it, one ahead is a deadline."""
    end, before = last[1], _next_day(last[0], -1)
    unit = time.reading.last[-1].unit
    if unit == "festival":  # 春节前 is over the day before
        return before, None
    if unit == "edge":
        return end, None
    if time.reading.bound == "before" and published is not None and end < published:  # 2000年之前 in a text of 2018
        return before, end
    return end, before


def _neighbours(time: Time, frame: _Frame, start: date | None, end: date | None) -> list[Days]:
    """The same month of the year before or after, when it lies nearer: 12月 in a text of January."""
    steps = time.reading.last or time.reading.first
    stretch = bool(time.reading.first) and time.reading.first != time.reading.last
    if frame.base is None or frame.year is not None or not _yearless(steps) or stretch:
        return []
    years = [1] if end and frame.base - end > _HALF_YEAR else [-1] if start and start - frame.base > _HALF_YEAR else []
    found = [interval(steps, frame.base, frame.base.year + n) for n in years]
    return [days for days in found if days is not None]


def _next_day(day: date, step: int) -> date | None:
    """The day after (1) or before (-1), where the calendar has one."""
    try:
        return day + timedelta(days=step)
    except OverflowError:
        return None


def _counted(window: Window, published: date | None, period: Days | None) -> Resolved:
    """The days of a window counted from publication, or the plan's where the plan is as long: 今后五年."""
    if published is None:
        return Resolved(None, None)
    lengths = dict.fromkeys(n for n in (window.high, window.low) if n is not None)
    days = [_window(window, published, length) for length in lengths]
    known = [d for d in days if d is not None]
    if not known:
        return Resolved(None, published if not window.ahead else None)
    if period is not None and window.ahead and window.unit == "year" and window.high == period[1].year - period[0].year + 1:
        return Resolved(*period, tuple(known))
    return Resolved(*known[0], tuple(known[1:]))


def _window(window: Window, base: date, length: int) -> Days | None:
    try:
        other = shifted(base, window.unit, length if window.ahead else -length)
    except (ValueError, OverflowError):
        return None
    return (base, other) if window.ahead else (other, base)


def interval(steps: tuple[Step, ...], base: date | None, year: int | None) -> Days | None:
    """First and last day of ``steps``; ``year`` is the governing year, ``base`` the publication date. None when they do not suffice.

    >>> from govtext.mentions.mention import Step
    >>> interval((Step("year", 2025, 2025), Step("month", 9, 9)), None, None)
    (datetime.date(2025, 9, 1), datetime.date(2025, 9, 30))
    """
    days: Days | None = None
    for step in steps:
        try:
            days = _narrow(step, days, _Frame(base, year))
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


def _narrow(step: Step, days: Days | None, frame: _Frame) -> Days | None:
    if step.unit in _STRETCHES:
        return _STRETCHES[step.unit](step, days, frame)
    if step.relative:
        return _relative(step, days, frame.base)
    around = days or _around(step, frame)
    return None if around is None else _PARTS[step.unit](step, around)


def _around(step: Step, frame: _Frame) -> Days | None:
    """What a part lies in when the words do not say it: a day in the month of publication, a month in the governing year."""
    if step.unit == "day":
        return None if frame.base is None else _months(frame.base.year, frame.base.month, frame.base.month)
    year = frame.governing()
    return None if year is None else _years(year, year)


def _year(step: Step, days: Days | None, frame: _Frame) -> Days | None:
    if days is not None and not step.relative:  # “十四五”前三年
        return _part(days, step.first, step.last, 12)
    if not step.relative:
        return _years(step.first, step.last)
    here = frame.governing()
    return None if here is None else _years(here + step.first, here + step.last)


def _plan(step: Step, _days: Days | None, _frame: _Frame) -> Days | None:
    return _years(calendar.PLANS[step.first][0], calendar.PLANS[step.last][1]) if step.first in calendar.PLANS else None


def _decade(step: Step, days: Days | None, _frame: _Frame) -> Days | None:
    if days is not None:
        return _years(days[0].year - 1 + step.first, days[0].year - 1 + step.first + 9)
    return _years(1900 + step.first, 1900 + step.first + 9) if step.first >= 40 else None  # 30年代 may be either century's


def _century(step: Step, _days: Days | None, frame: _Frame) -> Days | None:
    if step.relative and frame.base is None:
        return None
    number = step.first + ((frame.base.year - 1) // 100 + 1 if step.relative and frame.base else 0)
    return _years((number - 1) * 100 + 1, number * 100)


def _fiscal(step: Step, _days: Days | None, frame: _Frame) -> Days | None:
    return fiscal_year(step, frame.base)


_STRETCHES: dict[str, Callable[[Step, Days | None, _Frame], Days | None]] = {
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
    start, end = days
    if step.last < 0:
        return end + timedelta(days=step.first + 1), end
    return start.replace(day=step.first), start.replace(day=step.last)


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
        middle = shifted(start, "month", months // 2)
        return shifted(middle, "month", -1), middle - timedelta(days=1)
    size = 1 if months <= 6 else 2 if months == 12 else months // (5 if months < 1200 else 10)
    if step.first == 1:
        return start, shifted(start, "month", size) - timedelta(days=1)
    return shifted(end + timedelta(days=1), "month", -size) if end.year < 9998 else start, end


_PARTS: dict[str, Callable[[Step, Days], Days | None]] = {
    "half": _months_part, "quarter": _months_part, "month": _months_part, "ten_days": _ten_days, "day": _days, "festival": _festival,
    "edge": _edge,
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
