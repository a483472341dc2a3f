"""A sentence with the records it must give, one line each: the examples that stand in each module of ``targets``, beside its rules.

「澜江区今年将新增高新技术企业120家以上。」 gives ``planned | 高新技术企业 | 新增 | 澜江区 | ge 120 家 | increment | 2024-12-31``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

    from govtext.records import Quantity, Target


@dataclass(frozen=True)
class Example:
    """A text and all records that it gives, in its order; none for a near miss. ``title`` and ``published`` are the article's."""

    text: str
    records: tuple[str, ...] = ()
    title: str | None = None
    published: str = "2024-01-20"


def line(record: Target) -> str:
    """A record in a line: status, subject, action, actor, amount, measure, last day; what is null is a dash.

    >>> from govtext import extract
    >>> from datetime import date
    >>> line(extract("澜江区今年将新增高新技术企业120家以上。", published=date(2024, 1, 20)).targets[0])
    'planned | 高新技术企业 | 新增 | 澜江区 | ge 120 家 | increment | 2024-12-31'
    """
    amount, measure = ("event", "-") if record.quantity is None else (_amount(record.quantity), record.quantity.measure)
    day = record.deadline.end if record.deadline else None
    return " | ".join(str(part or "-") for part in (record.status, record.subject, record.action, record.actor, amount, measure, day))


def _amount(quantity: Quantity) -> str:
    bounds = [quantity.value] if quantity.value is not None else [quantity.low, quantity.high]
    return " ".join(part for part in (quantity.comparator, "-".join(_plain(b) for b in bounds), quantity.unit) if part)


def _plain(number: Decimal | None) -> str:
    return "" if number is None else f"{number:f}".rstrip("0").rstrip(".") if "." in f"{number:f}" else f"{number:f}"
