"""Every sentence that stands beside the rules of ``targets`` gives the records that its module says, no more and no fewer."""

from __future__ import annotations

import re
from datetime import date
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any

import pytest

import govtext
from govtext import targets
from govtext.targets.example import line

if TYPE_CHECKING:
    from govtext.targets.example import Example


def _cases() -> list[Any]:
    modules = [import_module(f"govtext.targets.{found.name}") for found in iter_modules(targets.__path__)]
    return [
        pytest.param(example, id=f"{module.__name__.rpartition('.')[2]}-{example.text}")
        for module in modules
        for example in getattr(module, "EXAMPLES", ())
    ]


def _lines(example: Example, text: str) -> tuple[str, ...]:
    document = govtext.extract(text, title=example.title, published=date.fromisoformat(example.published))
    records = sorted((*document.targets, *document.achievements), key=lambda r: (r.quantity or r.deadline or r).span.start)  # type: ignore[union-attr]
    return tuple(line(record) for record in records)


@pytest.mark.parametrize("example", _cases())
def test_a_sentence_gives_its_records(example: Example) -> None:
    assert _lines(example, example.text) == example.records


@pytest.mark.parametrize("example", _cases())
def test_gaps_between_han_and_figures_change_nothing(example: Example) -> None:
    spaced = re.sub(r"(?<=[\u4e00-\u9fff])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z%])(?=[\u4e00-\u9fff])", " ", example.text)
    assert _lines(example, spaced) == example.records


@pytest.mark.parametrize(
    ("text", "baseline"),
    [
        ("到2025年，全员劳动生产率比2020年提高30%。", "比2020年"),
        ("力争今年失业率由5.5%降至5%以内。", "由5.5%"),
        ("到2030年，森林覆盖率从目前的41%提高到44%。", "从目前的41%"),
        ("到2030年，森林覆盖率提高到44%。", None),
    ],
)
def test_a_change_says_where_it_starts(text: str, baseline: str | None) -> None:
    (target,) = govtext.extract(text, published=date(2024, 1, 20)).targets
    assert target.baseline == baseline
    assert [text[e.span.start : e.span.end] for e in target.evidence if e.role == "baseline" and e.span] == ([baseline] if baseline else [])
