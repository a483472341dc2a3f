"""The quality reached, as floors: figures that a change may raise and must not lower.

``python tests/test_floors.py`` measures them anew and prints them rounded down, in the form of floors.json.
"""

from __future__ import annotations

import json
import math
import shutil
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

FLOORS = Path(__file__).with_name("floors.json")
WRITTEN = FLOORS.parent / "fixtures" / "gold"
VECTORS = ("numbers", "ranges", "percent", "money", "quantities", "durations", "dates")
PAGES = {"siteF1": "siteF1", "leak": "free of boilerplate", "title": "title", "date": "date", "source": "source"}


def _run(folder: Path, *arguments: str) -> str:
    command = [sys.executable, "-W", "ignore", *arguments]
    return subprocess.run(command, check=False, capture_output=True, text=True, encoding="utf-8", cwd=folder).stdout


def targets(shared: Path, folder: str | Path = "develop") -> dict[str, float]:
    measured = json.loads(_run(shared / "gold", "score.py", str(folder), "--json"))
    figures = measured["figures"]
    rows = {f"{name} {row}": figures[row][name] for row in sorted(figures) for name in ("precision", "found F1", "strict F1")}
    return rows | {f"{field} of the found": share for field, share in measured["fields"].items()}


def written(shared: Path, batch: str) -> dict[str, float]:
    """One batch of the documents written here; each has floors of its own, so that a batch that joins moves none."""
    with tempfile.TemporaryDirectory() as folder:
        for path in WRITTEN.glob(f"{batch}-*.json"):
            shutil.copy(path, folder)
        return targets(shared, folder)


def pages(shared: Path) -> dict[str, float]:
    lines = _run(shared / "pages", "score.py", "govtext=govtext_adapter:page").splitlines()
    table = [
        [cell.strip() for cell in line.strip("| ").split("|")] for line in lines[lines.index(next(x for x in lines if "## ALL" in x)) :]
    ]
    row = dict(zip(table[1], table[3], strict=True))
    figures = {name: float(row[column]) for column, name in PAGES.items()}
    return figures | {"free of boilerplate": 1 - figures["free of boilerplate"]}


def vectors(shared: Path) -> dict[str, float]:
    lines = _run(shared / "vectors", "score.py", *(f"{kind}=govtext_adapter:{kind}" for kind in VECTORS)).splitlines()
    right = {line.split()[1]: line.split("value")[1].split()[0].split("/") for line in lines if "value" in line}
    graded = [line.split() for line in _run(shared / "vectors", "inventory.py", "govtext", "govtext_adapter").splitlines() if " Y " in line]
    inventory = sum(int(row[row.index("Y") + 1]) for row in graded) / sum(int(row[-1]) for row in graded)
    return {kind: int(hits) / int(of) for kind, (hits, of) in right.items()} | {"inventory": inventory}


MEASURES: dict[str, Callable[[Path], dict[str, float]]] = {
    "targets": targets,
    "fresh": partial(written, batch="fresh"),
    "fresh2": partial(written, batch="fresh2"),
    "fresh3": partial(written, batch="fresh3"),
    "pages": pages,
    "vectors": vectors,
}


@pytest.mark.parametrize("measure", MEASURES)
def test_no_figure_is_below_its_floor(measure: str, shared: Path) -> None:
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))[measure]
    reached = MEASURES[measure](shared)
    assert {name: reached.get(name) for name, floor in floors.items() if reached.get(name, -1.0) < floor} == {}


if __name__ == "__main__":
    beside = Path(__file__).resolve().parents[2] / "shared"
    down = {name: {row: math.floor(x * 1000) / 1000 for row, x in measure(beside).items()} for name, measure in MEASURES.items()}
    sys.stdout.write(json.dumps(down, indent=2) + "\n")
