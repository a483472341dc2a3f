"""Every rule's examples are read whole, once, with the right value, by that rule; its near misses give nothing by it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from govtext.rules import Rule

READERS = ("numbers", "quantities", "times", "changes")


def _cases(kind: str) -> list[Any]:
    out = []
    for reader in READERS:
        module = import_module(f"govtext.mentions.{reader}")
        for rule in module.RULES:
            rows = rule.examples.items() if kind == "examples" else [(r, None) for r in rule.rejects]
            out += [pytest.param(module, rule, text, want, id=f"{reader}-{rule.name}-{text}") for text, want in rows]
    return out


@pytest.mark.parametrize(("module", "rule", "text", "want"), _cases("examples"))
def test_an_example_is_read_whole_once_and_right(module: Any, rule: Rule[Any], text: str, want: dict[str, Any]) -> None:
    anchor = want.get("anchor", text)  # where a text holds several mentions, the example is of the one that the anchor names
    found = [m for m in module.find(text) if anchor == text or text[m.start : m.end] == anchor]
    assert [(text[m.start : m.end], m.rule) for m in found] == [(anchor, rule.name)]
    fields = {name: getattr(found[0], name) for name in want if name != "anchor"}
    assert fields == {name: value for name, value in want.items() if name != "anchor"}


@pytest.mark.parametrize(("module", "rule", "text", "want"), _cases("rejects"))
def test_a_near_miss_gives_nothing(module: Any, rule: Rule[Any], text: str, want: None) -> None:
    assert want is None
    assert [m for m in module.find(text) if m.rule == rule.name] == []
