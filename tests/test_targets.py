"""Every sentence that stands beside the rules of ``targets`` gives the records that its module says, no more and no fewer."""

from __future__ import annotations

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


@pytest.mark.parametrize("example", _cases())
def test_a_sentence_gives_its_records(example: Example) -> None:
    document = govtext.extract(example.text, title=example.title, published=date.fromisoformat(example.published))
    records = sorted((*document.targets, *document.achievements), key=lambda r: (r.quantity or r.deadline or r).span.start)  # type: ignore[union-attr]
    assert tuple(line(record) for record in records) == example.records
