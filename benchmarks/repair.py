"""What repair costs: its share of converting clean pages, and how its time grows with the length of a damaged text.

python benchmarks/repair.py FOLDER

FOLDER holds pages (.html). The damaged text is made of their articles by the tests' forward model.
"""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

import govtext
from damage import Mirror
from govtext.page import fluency
from govtext.page.decode import decode
from govtext.page.repair import repair
from govtext.page.traditional import is_traditional

if TYPE_CHECKING:
    from collections.abc import Callable

PARTS = 10
MIRROR = Mirror(share=0.5)


def seconds(run: Callable[[], object], times: int = 3) -> float:
    """The best time of a few; nothing that the torn runs were weighed with is remembered from one to the next."""
    best = float("inf")
    for _ in range(times):
        fluency.best.cache_clear()
        fluency.best_pair.cache_clear()
        begin = perf_counter()
        run()
        best = min(best, perf_counter() - begin)
    return best


def share(pages: list[bytes]) -> None:
    """Repair's share of converting pages in which nothing is damaged."""
    rows = []
    for page in pages:
        text = decode(page).text
        if not is_traditional(text) and not repair(text).steps:
            rows.append((seconds(partial(repair, text)), seconds(partial(govtext.convert, page), 1)))
    together = sum(row[0] for row in rows) / sum(row[1] for row in rows)
    print(f"{len(rows)} clean pages: repair takes {together:.1%} of convert (median page {median(a / b for a, b in rows):.1%})")


def growth(pages: list[bytes]) -> None:
    """How much longer a damaged text takes than a tenth of it."""
    texts = [text for page in pages if (text := govtext.parse(page).text) and not is_traditional(text)]
    damaged = "\n".join(MIRROR.damage(text.encode("gbk", "ignore").decode("gbk")) for text in texts)
    size = len(damaged) // PARTS
    parts = [seconds(partial(repair, damaged[at : at + size])) for at in range(0, size * PARTS, size)]
    whole = seconds(partial(repair, damaged))
    print(
        f"{len(damaged.encode()):,} bytes of damaged text take {whole / (sum(parts) / PARTS):.1f} times as long as a tenth ({whole:.2f} s)"
    )


def main() -> None:
    """Print both ratios."""
    pages = [path.read_bytes() for path in sorted(Path(sys.argv[1]).glob("*.html"))]
    govtext.convert(pages[0])  # the first page pays for the dictionaries
    share(pages)
    growth(pages)


if __name__ == "__main__":
    main()
