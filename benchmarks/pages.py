"""The cost of each step from a page's bytes to its article, over a folder of pages: medians in milliseconds, and memory per byte.

python benchmarks/pages.py FOLDER
"""

from __future__ import annotations

import sys
import tracemalloc
from collections import defaultdict
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING, TypeVar

from govtext.page import locate, metadata, read, scan, trim
from govtext.page.article import read_article
from govtext.page.decode import decode
from govtext.page.repair import repair

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
TIMES: dict[str, list[float]] = defaultdict(list)


def timed(step: str, run: Callable[[], T]) -> T:
    """Run twice, keep the better time."""
    best = float("inf")
    for _ in range(2):
        begin = perf_counter()
        out = run()
        best = min(best, perf_counter() - begin)
    TIMES[step].append(best * 1000)
    return out


def measure(data: bytes) -> None:
    """Time the steps of one page."""
    decoded = timed("decode", lambda: decode(data))
    repaired = timed("repair", lambda: repair(decoded.text))
    page = timed("scan", lambda: scan.scan(repaired.text))
    place = timed("locate", lambda: locate.locate(page))
    if place is not None and not page.plain:
        lines = timed("read", lambda: read.read(page.html(place.node)))
        title = timed("title", lambda: metadata.titles(page, place))
        timed("trim", lambda: trim.trim(lines, title))
        timed("published", lambda: metadata.published(page, place, None))
    timed("all", lambda: read_article(data))


def main() -> None:
    """Print a line a step."""
    pages = [path.read_bytes() for path in sorted(Path(sys.argv[1]).glob("*.html"))]
    for data in pages:
        measure(data)
    for step, times in TIMES.items():
        print(f"{step:10} median {median(times):6.2f} ms  mean {sum(times) / len(times):6.2f} ms")
    largest = max(pages, key=len)
    tracemalloc.start()
    read_article(largest)
    peak = tracemalloc.get_traced_memory()[1]
    print(f"memory: {peak / len(largest):.1f} times a page of {len(largest)} bytes (Python's own objects)")


if __name__ == "__main__":
    main()
