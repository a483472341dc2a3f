"""What two quantities side by side say together: 「不低于740元和485元」 bounds both, 「10%以上、20%以下」 is one range."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from govtext.mentions import bounds, unit

if TYPE_CHECKING:
    from govtext.mentions.mention import Quantity

SIDE_BY_SIDE = 6  # characters between two quantities, at most, that say anything together
_LINKS = ("和", "及", "与")
_SPREADING = ("均", "都", "分别")
_LISTED = ("、", "和", "及", "与", "以及")
_REACH = 40  # characters before the first number of a list
_AGAIN = ("（", "(", "（约", "（合", "（折合", "（即", "（相当于")
_ROUNDED = Fraction(1, 50)  # 3500万吨（700亿斤）; the second number is often rounded


def joined(text: str, first: Quantity, second: Quantity) -> tuple[Quantity, ...]:
    """The two as they are to be read, or the one that they make."""
    between = text[first.end : second.outer_start]
    if between in _AGAIN and text[second.outer_end : second.outer_end + 1] in ("）", ")") and _same(first, second):
        return (first,)
    if between in _LINKS and first.outer_start < first.start:
        return (first, _coordinate(first, second))
    together = _range(text, first, second)
    return (first, second) if together is None else (together,)


def spread(text: str, found: list[Quantity]) -> None:
    """The last of a list gives its bound where 均, 都 or 分别 says so (分别达到60%、70%和80%以上), and its unit (1个和3个工作日)."""
    _share_unit(text, found)
    for place in range(1, len(found)):
        if found[place].comparator == "eq" and _bounds_both(text, found[place - 1], found[place]):
            found[place] = found[place]._replace(comparator=found[place - 1].comparator)
    carried = False  # from the right: whether the bound behind goes on to the left
    for place in range(len(found) - 2, -1, -1):
        first, second = found[place], found[place + 1]
        carried = carried or second.outer_end > second.end
        listed = text[first.end : second.start] in _LISTED
        if not listed or not carried or first.comparator != "eq" or second.comparator not in ("ge", "le", "approx"):
            carried = False
            continue
        ahead = text[max(0, first.start - _REACH) : first.start]
        clause = ahead[max(ahead.rfind(c) for c in "，。；\n") + 1 :]
        carried = any(word in clause for word in _SPREADING) if first.unit == second.unit else "分别" in clause
        if carried:
            found[place] = first._replace(comparator=second.comparator)


def _bounds_both(text: str, first: Quantity, second: Quantity) -> bool:
    """Whether 分别 says that the bound in front of a list is of all in it: 分别超过90%、70%."""
    bounded = first.outer_start < first.start and first.comparator in ("gt", "ge", "lt", "le")
    listed = first.unit == second.unit and text[first.end : second.outer_start] in _LISTED
    return bounded and listed and text[max(0, first.outer_start - 4) : first.outer_start].rstrip("可要应将达到须").endswith(_SPREADING)


def _share_unit(text: str, found: list[Quantity]) -> None:
    """个 in a list whose last counts in a longer unit of 个 stands for that: 0.5个、1个和3个工作日, 1个和2个百分点."""
    for place in range(len(found) - 2, -1, -1):
        first, second = found[place], found[place + 1]
        shortened = first.unit == "个" and len(second.unit) > 1 and second.unit.startswith("个")
        if shortened and text[first.end : second.start] in _LISTED:
            found[place] = first._replace(unit=second.unit, unit_code=second.unit_code, dimension=second.dimension, measure=second.measure)


def _same(first: Quantity, second: Quantity) -> bool:
    """Whether the second is the first in another unit of its kind."""
    rows = unit.rows()
    if first.unit == second.unit or first.value is None or second.value is None or first.unit not in rows or second.unit not in rows:
        return False
    one, other = rows[first.unit], rows[second.unit]
    if one[3] != other[3] or not first.value:
        return False
    share = Fraction(second.value) * other[5] / (Fraction(first.value) * one[5])
    return abs(share - 1) <= _ROUNDED


def _coordinate(first: Quantity, second: Quantity) -> Quantity:
    """A bound ahead of two numbers joined by 和 bounds both: 不低于740元/月和485元/月."""
    if first.unit != second.unit or second.comparator != "eq" or first.comparator not in ("ge", "gt", "le", "lt"):
        return second
    return second._replace(comparator=first.comparator)


def _range(text: str, first: Quantity, second: Quantity) -> Quantity | None:
    """A lower and an upper bound of one unit side by side: 1000万元以上、5000万元以下."""
    if first.comparator == "eq" or second.comparator == "eq" or first.unit != second.unit:
        return None
    if not bounds.close(text, first.comparator, first.outer_end, second.comparator, second.outer_start):
        return None
    low, high = (first.value, second.value) if first.comparator in ("ge", "gt") else (second.value, first.value)
    if low is None or high is None or low >= high:
        return None
    return first._replace(end=second.end, outer_end=second.outer_end, comparator="range", value=None, low=low, high=high)
