"""What the rules read, from the rules themselves: promises, examples, near misses, for ``govtext rules`` and docs/codebook.md.

The reading beside an example is what the reader gives for it, 「不少于315亿元」 ge 31500000000 元: it cannot say what the code does not.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

READERS = {
    "numbers": "Numbers",
    "quantities": "Quantities",
    "changes": "Changes said in words",
    "times": "Times",
}
PUBLISHED = date(2024, 3, 1)  # the day that a relative time of the book is read against


@dataclass(frozen=True, slots=True)
class Entry:
    """A rule as a user sees it: examples with their reading, and what it leaves alone."""

    reader: str
    rule: str
    promise: str
    examples: tuple[tuple[str, str], ...]
    near_misses: tuple[str, ...]


def entries(*readers: str) -> Iterator[Entry]:
    """The rules of some readers, all by default, in their order; the tests of targets come last.

    >>> next(entries("changes")).examples[0]
    ('翻一番', '2 倍, multiple')
    """
    for name in readers or (*READERS, "exclusions"):
        if name == "exclusions":
            yield from _exclusions()
            continue
        reader = import_module(f"govtext.mentions.{name}")
        for rule in reader.RULES:
            read = tuple(
                (text, "; ".join(_reading(reader, text, m) for m in reader.find(text) if m.rule == rule.name)) for text in rule.examples
            )
            yield Entry(name, rule.name, rule.promise, read, rule.rejects)


def _exclusions() -> Iterator[Entry]:
    from govtext.targets import exclude

    for name, _ in exclude.RULES:
        yield Entry("exclusions", name, exclude.explain(name), (), ())


def _reading(reader: Any, text: str, mention: Any) -> str:  # noqa: ANN401 - a reader is a module, a mention any of its values
    if hasattr(mention, "reading"):
        days = reader.resolve(mention, PUBLISHED)
        first, last = (day.isoformat() if day else "…" for day in (days.start, days.end))
        span = "no days" if not days.start and not days.end else first if first == last else f"{first} to {last}"
        return f"{mention.relation} {span}"
    sign = {"eq": "", "range": ""}.get(mention.comparator, f"{mention.comparator} ")
    amount = _plain(mention.value) if mention.value is not None else f"{_plain(mention.low)} to {_plain(mention.high)}"
    unit = f" {mention.unit}" if getattr(mention, "unit", "") else ""
    more = [word for word in (getattr(mention, "measure", None), f"per {mention.per}" if getattr(mention, "per", None) else None) if word]
    part = text[mention.start : mention.end]
    return ("" if part == text else f"{part}: ") + ", ".join((f"{sign}{amount}{unit}", *more))


def _plain(value: Any) -> str:  # noqa: ANN401 - a Decimal, or None for an open side
    if value is None:
        return "…"
    shown = format(value, "f")
    return shown.rstrip("0").rstrip(".") if "." in shown else shown


def markdown() -> str:
    """The code book: all rules, the words of bounds, the units."""
    return "\n".join(line.rstrip() for line in (*_head(), *_rules(), *_bounds(), *_units())) + "\n"


def _head() -> Iterator[str]:
    yield "# Code book"
    yield ""
    yield "What the readers read, rule by rule, each with the reading that the code gives and with what it leaves alone."
    yield f"Relative times are read as if published on {PUBLISHED.isoformat()}; … is an open side."
    yield "`govtext rules --markdown` writes this page; do not edit it by hand."


def _rules() -> Iterator[str]:
    section = ""
    for entry in entries():
        if entry.reader != section:
            section = entry.reader
            yield from ("", f"## {READERS.get(section, 'What is no target')}")
        yield from ("", f"**{entry.rule}**: {entry.promise}")
        if entry.examples:
            yield from ("", "| written | read |", "|---|---|")
            yield from (f"| {_cell(text)} | {_cell(reading)} |" for text, reading in entry.examples)
        if entry.near_misses:
            yield from ("", "Not: " + "; ".join(_cell(text) for text in entry.near_misses))


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ").replace("$", "\\$").replace("~", "\\~").replace("*", "\\*")


def _bounds() -> Iterator[str]:
    from govtext.lexicon import comparators

    yield from ("", "## Words that bound a number", "", "| comparator | before the number | behind it |", "|---|---|---|")
    for sign in ("ge", "gt", "le", "lt", "approx"):
        before = " ".join(word for word, meaning in comparators.BEFORE.items() if meaning == sign)
        behind = " ".join(word for word, meaning in comparators.AFTER.items() if meaning == sign)
        yield f"| `{sign}` | {_cell(before)} | {_cell(behind)} |"


def _units() -> Iterator[str]:
    from govtext.mentions import unit

    rows = unit.rows()
    yield from ("", "## Units", "", f"{len(rows)} spellings; the longest one at the number's end is its unit.")
    yield from ("", "| dimension | code | written |", "|---|---|---|")
    spellings: dict[tuple[str, str], list[str]] = {}
    for spelling, (_, code, dimension, *_) in rows.items():
        if dimension != "count":
            spellings.setdefault((dimension, code), []).append(spelling)
    for (dimension, code), words in spellings.items():
        yield f"| {dimension} | `{code}` | {_cell(' '.join(words))} |"
    yield from ("", "Counted: " + " ".join(spelling for spelling, row in rows.items() if row[2] == "count"))
