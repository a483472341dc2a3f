"""Changes said in words: 「翻一番」 is 2 times, 「翻两番」 4 times, 「减半」 a fall by half."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from govtext.mentions import amounts
from govtext.mentions.shapes import Core, exact
from govtext.rules import rule

if TYPE_CHECKING:
    from govtext.mentions.mention import Quantity
    from govtext.records import Comparator
    from govtext.rules import Match, Rule


def times(value: str, measure: str = "multiple") -> dict[str, Any]:
    """The fields of a change by a factor."""
    return {"value": Decimal(value), "unit": "倍", "measure": measure}


_NEARLY: dict[str, Comparator] = {
    "近": "approx",
    "约": "approx",
    "接近": "approx",
    "将近": "approx",
    "大约": "approx",
    "超": "gt",
    "超过": "gt",
    "逾": "gt",
}


@rule(
    r"翻(?:了|上|过)?(?P<nearly>近|约|接近|将近|大约|超过?|逾)?(?P<times>[一两二三四五六七八九\p{Nd}])(?:个)?(?P<half>番半?)",
    examples={
        "翻一番": times("2"),
        "翻两番": times("4"),
        "翻了一番": times("2"),
        "翻三番": times("8"),
        "翻2番": times("4"),
        "翻了近一番": times("2") | {"comparator": "approx"},
    },
    rejects=("翻一页", "几番风雨"),
)
def doublings(match: Match) -> Core | None:
    """So many doublings: 翻两番 is four times as much."""
    many = amounts.read(match["times"])
    if many is None or many.low > 9 or match["half"] != "番":
        return None
    core = exact(match, Decimal(2) ** int(many.low), "倍", "{times}", measure="multiple")
    return core._replace(comparator=_NEARLY[match["nearly"]]) if match["nearly"] else core


@rule(
    r"翻番|翻倍|倍增(?=[，。、；：！,;）)”」\s]|$)|成倍(?:增长|增加|提高)",
    examples={"翻番": times("2"), "翻倍": times("2")},
    rejects=("推翻番号", "事倍功半", "创新企业倍增行动"),
)
def doubling(match: Match) -> Core | None:
    """Doubled, with no number: 翻番."""
    if match.string[match.start() - 1 : match.start()] == "推":
        return None
    return exact(match, Decimal(2), "倍", "{times}", measure="multiple")


@rule(
    r"减半|腰斩",
    examples={"减半": {"value": Decimal(50), "unit": "%", "measure": "growth"}},
    rejects=("减半分",),
)
def halving(match: Match) -> Core | None:
    """A fall by half: 减半."""
    if match.string.startswith(("分", "征收", "征"), match.end()):
        return None
    return exact(match, Decimal(50), "%", "%", measure="growth")


RULES: tuple[Rule[Core], ...] = (doublings, doubling, halving)


def find(text: str) -> tuple[Quantity, ...]:
    """Every change said in words, among the quantities of a text."""
    from govtext.mentions import quantities  # noqa: PLC0415 - quantities reads by these rules too

    names = {r.name for r in RULES}
    return tuple(q for q in quantities.find(text) if q.rule in names)
