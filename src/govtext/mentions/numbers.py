"""Every bare number of a text, exact: 「两千零二十三」 is 2023, 「三分之二」 0.6667, 「十几万」 100000 to 200000."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from govtext import records as border
from govtext.mentions import amounts
from govtext.mentions.amounts import EXACT, Amount
from govtext.mentions.mention import Number
from govtext.mentions.shapes import DIGIT, HAN, NUMBER, ONES
from govtext.rules import pattern, rule

if TYPE_CHECKING:
    from govtext.rules import Match, Pattern, Rule


def n(value: str) -> dict[str, Any]:
    """The fields of an exact number."""
    return {"value": Decimal(value)}


@rule(
    rf"(?P<sign>[-－−负負])?{NUMBER}",
    examples={"两千零二十三": n("2023"), "1,234": n("1234"), "二〇二五": n("2025")},
    rejects=("万万",),
)
def numeral(match: Match) -> Amount | None:
    """A number in digits or in Chinese."""
    return None if match.group() in ("万", "亿", "百", "千", "万万", "萬", "億", "萬萬", "亿万") else amounts.read(match.group())


AT_NUMBER: tuple[Rule[Amount], ...] = (numeral,)
RULES = AT_NUMBER


@lru_cache(maxsize=1)
def _anchor() -> Pattern:
    return pattern(rf"[-－−负負]?(?:[{DIGIT}]|[{HAN}两兩半几数](?=[{HAN}{ONES}]|))")


def find(text: str) -> tuple[Number, ...]:
    """Every number of a text, in its order.

    >>> [str(n.value) for n in find("改造两千零二十三户，投资1.5亿")]
    ['2023', '150000000.0']
    """
    out: list[Number] = []
    done = 0
    for anchor in _anchor().finditer(text):
        if anchor.start() < done:
            continue
        for each in AT_NUMBER:
            match = each.pattern.match(text, anchor.start())
            amount = each.read(match) if match else None
            if match is None or amount is None:
                continue
            exact = amount.high is None or amount.low == amount.high
            out.append(
                Number(
                    match.start(),
                    match.end(),
                    amount.comparator,
                    amount.low if exact else None,
                    None if exact else amount.low,
                    None if exact else amount.high,
                    each.name,
                )
            )
            done = match.end()
            break
    return tuple(out)


def records(text: str) -> tuple[border.Number, ...]:
    """Every number of a text as a record."""
    return tuple(
        border.Number(
            text=text[found.start : found.end], span=border.Span(start=found.start, end=found.end), comparator=found.comparator,
            value=found.value, low=found.low, high=found.high, rule=found.rule,
        )
        for found in find(text)
    )  # fmt: skip
