"""CONTRIBUTING.md shows the code as it stands: each line of a block is a line of the file that the block names."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
BLOCKS = [block.split("\n```")[0] for block in (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").split("```python\n")[1:]]


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.partition("\n")[0][2:])
def test_a_block_is_taken_from_the_file_it_names(block: str) -> None:
    name, *shown = block.splitlines()
    there = [line.strip() for line in (ROOT / name.removeprefix("# ")).read_text(encoding="utf-8").splitlines()]
    assert [line for line in shown if line.strip() not in there] == []


def test_every_file_it_names_is_there() -> None:
    words = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").split("`")[1::2]
    named = [word for word in words if word.endswith((".py", ".md", ".json", ".toml", ".txt")) and " " not in word]
    assert [word for word in named if not (ROOT / word).exists() and not (ROOT / "src" / "govtext" / word).exists()] == []
