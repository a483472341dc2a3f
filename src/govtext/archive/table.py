"""A Document as flat rows: one record a row, the document's own fields repeated, for CSV and Parquet.

「确保投资不少于315亿元」 → ``{"status": "planned", "comparator": "ge", "value": 31500000000, "unit": "元", …}``
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

# name, kind (text, number, whole, flag), what it holds
COLUMNS: tuple[tuple[str, str, str], ...] = (
    ("uri", "text", "where the page came from"),
    ("url", "text", "the page's address on the web"),
    ("document_id", "text", "the Document's id"),
    ("title", "text", "the article's title"),
    ("source", "text", "来源, as the page says it"),
    ("published", "text", "when the page says it was published, ISO 8601"),
    ("id", "text", "the record's id"),
    ("status", "text", "planned or achieved"),
    ("kind", "text", "quantity or milestone"),
    ("commitment", "text", "ensure, strive, expect or plan"),
    ("cue", "text", "the word that says so"),
    ("actor", "text", "who is to do it"),
    ("subject", "text", "what is measured or done"),
    ("action", "text", "the verb"),
    ("quantity", "text", "the whole expression, 不少于315亿元"),
    ("comparator", "text", "eq, ge, gt, le, lt, approx or range"),
    ("value", "number", "the number in the bare unit; the bound for ge, gt, le, lt"),
    ("low", "number", "a range's lower end"),
    ("high", "number", "a range's upper end"),
    ("unit", "text", "the bare unit: 元, 家, %"),
    ("unit_code", "text", "its code: CNY, UCUM or ours"),
    ("dimension", "text", "money, length, area, …"),
    ("measure", "text", "level, increment, growth, point, share, multiple or rank"),
    ("per", "text", "the unit it is counted by"),
    ("deadline", "text", "the time as written"),
    ("deadline_start", "text", "its first day, ISO 8601"),
    ("deadline_end", "text", "its last day, ISO 8601"),
    ("deadline_grain", "text", "day, month, year, …"),
    ("deadline_relation", "text", "by, within, each, since or at"),
    ("deadline_inherited", "flag", "whether another clause says it"),
    ("baseline", "text", "what it is compared with"),
    ("quote", "text", "the clause it stands in"),
    ("start", "whole", "the clause's first character in the article's text"),
    ("end", "whole", "the character behind its last"),
    ("inherited", "text", "the fields taken from elsewhere, with | between"),
    ("flags", "text", "doubts about the record, with | between"),
)

_TARGET = ("id", "status", "kind", "commitment", "cue", "actor", "subject", "action")
_QUANTITY = ("comparator", "value", "low", "high", "unit", "unit_code", "dimension", "measure", "per")
_DEADLINE = (("deadline", "text"), *((f"deadline_{name}", name) for name in ("start", "end", "grain", "relation", "inherited")))
_NO_QUANTITY = dict.fromkeys(("text", *_QUANTITY))
_NO_DEADLINE = dict.fromkeys(name for _, name in _DEADLINE)
NUMBERS = tuple(name for name, kind, _ in COLUMNS if kind == "number")


def rows(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The records of a Document that was written as JSON: planned ones first, each in the order of the text."""
    article = document["article"]
    head = {
        "uri": document["uri"],
        "url": article["url"],
        "document_id": document["id"],
        "title": article["title"],
        "source": article["source"],
        "published": article["published"],
    }
    for target in (*document["targets"], *document["achievements"]):
        quantity, deadline = target["quantity"] or _NO_QUANTITY, target["deadline"] or _NO_DEADLINE
        row = {**head, **{name: target[name] for name in _TARGET}, **{name: quantity[name] for name in _QUANTITY}}
        row |= {column: deadline[name] for column, name in _DEADLINE}
        row |= {"quantity": quantity["text"], "baseline": target["baseline"], "quote": target["quote"], **target["span"]}
        yield row | {"inherited": "|".join(target["inherited"]), "flags": "|".join(target["flags"])}


def as_float(number: float) -> float | None:
    """A number as eight bytes hold it; None beyond them, as no such amount is meant.

    >>> as_float(31500000000), as_float(10**400)
    (31500000000.0, None)
    """
    try:
        return float(number)
    except OverflowError:
        return None
