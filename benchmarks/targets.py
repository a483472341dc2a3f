"""What targets cost beside the words they are read from, and how the cost grows: ratios within one run.

python benchmarks/targets.py [FOLDER]    FOLDER has texts (.txt) or gold documents (.json); without it the rules' examples are read

The first line sets the cost of ten thousand characters beside jieba's alone over the same text; each further line doubles a text of one
shape and tells how the time grew: 2 is linear, 4 quadratic.
"""

from __future__ import annotations

import json
import sys
from datetime import date
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from time import process_time

import govtext
from govtext import segment, targets

TITLE = "2025年澜江省政府工作报告"
PUBLISHED = date(2025, 1, 15)
TEN_THOUSAND = 10_000
MILLION = 1_000_000
# Shapes that a careless loop is quadratic in.
SHAPES = {
    "clauses in a sentence": "新增企业5家，",
    "numbers in a clause": "新增企业5家",
    "numbers in brackets": "（5家",
    "numbers in quotes": "“5家",
    "dates in a sentence": "2025年，",
    "events in a sentence": "9月开工，",
    "events in a clause": "9月底前开工",
    "sentences in a line": "今年新增企业5家，9月开工。",
    "no number at all": "发展壮大集体经济",
}


def cost(text: str, *, title: str | None = None, times: int = 3) -> float:
    """The least time of a few runs over a text, in seconds."""
    best = float("inf")
    for _ in range(times):
        begin = process_time()
        govtext.extract(text, title=title, published=PUBLISHED)
        best = min(best, process_time() - begin)
    return best


def words_cost(text: str) -> float:
    """The least time in which the text is cut into words, all of it."""
    best = float("inf")
    for _ in range(3):
        begin = process_time()
        segment.words(text)
        best = min(best, process_time() - begin)
    return best


def sample(folder: str | None) -> str:
    """The texts of a folder, or the examples beside the rules."""
    if folder is None:
        modules = [import_module(f"govtext.targets.{found.name}") for found in iter_modules(targets.__path__)]
        return "\n".join(example.text for module in modules for example in getattr(module, "EXAMPLES", ()))
    paths = sorted(Path(folder).iterdir())
    gold = [json.loads(path.read_text("utf-8"))["text"] for path in paths if path.suffix == ".json"]
    return "\n".join([*gold, *(path.read_text("utf-8") for path in paths if path.suffix == ".txt")])


def repeated(text: str, length: int) -> str:
    """A text of that length."""
    return (text * (length // len(text) + 1))[:length]


def main() -> None:
    """Print the ratios."""
    text = sample(sys.argv[1] if len(sys.argv) > 1 else None)
    part = repeated(text, TEN_THOUSAND)
    cost(part, title=TITLE, times=1)  # start-up: the dictionary and the patterns
    one, words = cost(part, title=TITLE), words_cost(part)
    print(f"{'10,000 characters':24} {one:7.3f} s   {one / words:5.1f} times the words alone")
    whole = cost(repeated(text, MILLION), title=TITLE, times=1)
    print(f"{'1,000,000 characters':24} {whole:7.2f} s   {whole / one / (MILLION / TEN_THOUSAND):5.2f} times as much a character")
    for name, unit in SHAPES.items():
        small, large = (cost(repeated(unit, length), times=2) for length in (TEN_THOUSAND, 2 * TEN_THOUSAND))
        print(f"{name:24} {large:7.3f} s   {large / max(small, 1e-4):5.2f} times for twice as much")


if __name__ == "__main__":
    main()
