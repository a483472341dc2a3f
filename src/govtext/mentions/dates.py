"""From a reading to days: 2025年9月下旬 is 21 to 30 September 2025; 明年 needs the year that it is counted from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from govtext.mentions.mention import Resolved, Step, Time
from govtext.mentions.steps import Days, Frame, interval, shifted

if TYPE_CHECKING:
    from govtext.mentions.mention import Window

_HALF_YEAR = timedelta(days=183)
_MARCH = 3  # until then the year before is what a report looks back on
_FOUR_MONTHS = timedelta(days=122)


def resolve(time: Time, published: date | None, *, year: int | None = None, period: Days | None = None) -> Resolved:
    """The days of a time. ``year`` is the year that governs the context, ``period`` the plan's, for 今后五年 in a plan.

    Without ``published`` (and ``year``) a relative time has no days.

    >>> from govtext.mentions.times import find
    >>> resolve(find("年底前")[0], date(2023, 8, 20)).end
    datetime.date(2023, 12, 31)
    """
    return _resolved(Time(0, 0, "", *time[3:]), published, year, period)


@lru_cache(maxsize=4096)
def _resolved(time: Time, published: date | None, year: int | None, period: Days | None) -> Resolved:
    """The same, whatever the place: a text says 今年 and 2025年 again and again."""
    reading, frame = time.reading, Frame(published, year)
    if reading.window is not None:
        return _counted(reading.window, published, period)
    if time.relation == "each":
        next_one = interval(reading.other, frame)
        return Resolved(None, None, ((None, next_one[1]),) if next_one else ())
    first, last = _ends(time, frame)
    if reading.other and last is None:
        first = last = interval(reading.other, frame)
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
    if reading.bound in ("", "deadline"):
        alternatives += _neighbours(time, frame, start, end)
    if start and end and end < start:  # 明年以来: nothing of it has been yet
        end = None
    return Resolved(start, end, tuple(alternatives))


def _ends(time: Time, frame: Frame) -> tuple[Days | None, Days | None]:
    """The first and the last stretch of a reading; 8月至2月 ends in the year after."""
    reading = time.reading
    first = interval(reading.first, frame)
    last = interval(reading.last, frame)
    if first and last and last[1] < first[0] and time.relation != "since":
        last = _moved(reading.last, frame, 1) if reading.last[0] == reading.first[0] or _yearless(reading.last) else None
        first = first if last else None  # 2025年至2024年 is no stretch
    elif last and _over(time, last[1], frame):
        last = _moved(reading.last, frame, 1) or last
        first = last if reading.first == reading.last else first
    elif last and time.tense == "past" and frame.base and last[0] > frame.base and _yearless(reading.last):  # 截至11月 in January
        last = _moved(reading.last, frame, -1) or last
    return first, last


def _yearless(steps: tuple[Step, ...]) -> bool:
    """Whether the words leave the year to the context: 9月, 春节, 三季度."""
    return bool(steps) and steps[0].unit in ("half", "quarter", "month", "festival") and not steps[0].relative


def _over(time: Time, end: date, frame: Frame) -> bool:
    """A deadline or a festival without a year that lies far back is the next one: 1月底前 in December, 元旦期间 in November."""
    festive = time.reading.last[0].unit == "festival" and time.relation == "within"
    ahead = time.tense == "open" and (festive or (time.relation == "by" and time.reading.bound != ""))
    return ahead and frame.base is not None and frame.year is None and _yearless(time.reading.last) and frame.base - end > _HALF_YEAR


def _moved(steps: tuple[Step, ...], frame: Frame, count: int) -> Days | None:
    """The same part of the year after (1) or before (-1)."""
    here = frame.governing()
    if steps[0].unit == "year":
        return interval((steps[0]._replace(first=steps[0].first + count, last=steps[0].last + count), *steps[1:]), frame)
    return None if here is None else interval(steps, replace(frame, year=here + count))


def _before(time: Time, last: Days, published: date | None) -> tuple[date | None, date | None]:
    """The last day of 2030年前 and its other reading. A boundary in the past parts what was before it, one ahead is a deadline."""
    end, before = last[1], _next_day(last[0], -1)
    unit = time.reading.last[-1].unit
    if unit == "festival":  # 春节前 is over the day before
        return before, None
    if unit == "edge" or (unit == "day" and time.reading.bound == "deadline"):  # 6月底前, 6月30日前 mean that day too
        return end, None
    if time.reading.bound == "before" and published is not None and end < published:  # 2000年之前 in a text of 2018
        return before, end
    return end, before


def _neighbours(time: Time, frame: Frame, start: date | None, end: date | None) -> list[tuple[date | None, date | None]]:
    """The same month of the year before or after, when it lies as near: 12月 in a text of January, 6月底前 in one of December."""
    steps = time.reading.last or time.reading.first
    stretch = bool(time.reading.first) and time.reading.first != time.reading.last
    if frame.base is None or frame.year is not None or not _yearless(steps) or stretch:
        return []
    far = _FOUR_MONTHS if time.relation == "by" else _HALF_YEAR
    years = [1] if end and frame.base - end > far else [-1] if start and start - frame.base > _HALF_YEAR else []
    found = [interval(steps, replace(frame, year=frame.base.year + n)) for n in years]
    return [(None if time.relation == "by" else days[0], days[1]) for days in found if days is not None]


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
    years = [_calendar_years(window, published)] if window.unit == "year" else []
    return Resolved(*known[0], (*known[1:], *(d for d in years if d)))


def _calendar_years(window: Window, base: date) -> Days | None:
    """The window in whole years: 三年内 ends with the year after the next, 过去五年 in a report of January with the last year."""
    if window.high is None or (not window.ahead and base.month > _MARCH):
        return None
    first = base.year if window.ahead else base.year - window.high
    return interval((Step("year", first, first + window.high - 1),), Frame())


def _window(window: Window, base: date, length: int) -> Days | None:
    try:
        other = shifted(base, window.unit, length if window.ahead else -length)
    except (ValueError, OverflowError):
        return None
    return (base, other) if window.ahead else (other, base)
