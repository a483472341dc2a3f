"""What a page costs, over a folder of pages, in one run: each step, the whole, other readers as ratios, and memory per byte of the page.

python benchmarks/pages.py FOLDER    trafilatura, readability-lxml and bs4 are timed when they are installed
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tracemalloc
from collections import defaultdict
from functools import partial
from importlib import import_module
from pathlib import Path
from statistics import median
from time import process_time
from typing import TYPE_CHECKING, Any, TypeVar

from govtext.page import locate, metadata, read, scan, trim
from govtext.page.article import read_article
from govtext.page.decode import decode
from govtext.page.published import around, published
from govtext.page.repair import repair
from govtext.page.title import title

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
STEPS = ("decode", "repair", "scan", "locate", "title", "read", "trim", "published", "fields")
LARGEST = 5  # pages whose memory is measured


def timed(times: dict[str, list[float]], step: str, run: Callable[[], T]) -> T:
    """Run three times, keep the best."""
    best = float("inf")
    for _ in range(3):
        begin = process_time()
        out = run()
        best = min(best, process_time() - begin)
    times[step].append(best * 1000)
    return out


def measure(data: bytes, times: dict[str, list[float]], peers: dict[str, Callable[[str], Any]]) -> None:
    """Time the steps of one page, the whole, and the peers on the same text."""
    decoded = timed(times, "decode", lambda: decode(data))
    repaired = timed(times, "repair", lambda: repair(decoded.text))
    page = timed(times, "scan", lambda: scan.scan(repaired.text))
    place = timed(times, "locate", lambda: locate.locate(page))
    named = timed(times, "title", lambda: title(page, place))
    if place is not None and not page.plain:
        lines = timed(times, "read", lambda: read.read(page.inside(place.node)))
        trimmed = timed(times, "trim", lambda: trim.trim(lines, named))
        timed(times, "published", lambda: published(page, around(page, place), None))
        text = "\n".join(line.text for line in trimmed.kept)
        timed(times, "fields", lambda: metadata.fields(page, around(page, place), [row for row, _ in trimmed.dropped], text))
    timed(times, "all", lambda: read_article(data))
    for name, peer in peers.items():
        timed(times, name, partial(peer, decoded.text))


def installed() -> dict[str, Callable[[str], Any]]:
    """The readers that are there to compare with."""
    ways: dict[str, tuple[str, Callable[[Any], Callable[[str], Any]]]] = {
        "bs4, parsing alone": ("bs4", lambda module: lambda text: module.BeautifulSoup(text, "html.parser")),
        "trafilatura": ("trafilatura", lambda module: lambda text: module.extract(text, output_format="json", with_metadata=True)),
        "readability": ("readability", lambda module: lambda text: module.Document(text.split("?>", 1)[-1]).summary()),
    }
    out = {}
    for name, (module, way) in ways.items():
        try:
            out[name] = way(import_module(module))
        except ImportError:
            continue
    return out


def memory(path: Path) -> None:
    """Print how much one page takes, in a process of its own: what the process grows by, and Python's own objects at their peak."""
    data = path.read_bytes()
    read_article(data)  # the tables and patterns that every page shares
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    read_article(data + b" ")
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024
    tracemalloc.start()
    read_article(data)
    peak = tracemalloc.get_traced_memory()[1]
    print(f"memory: {len(data):9} bytes  traced {peak / len(data):4.1f} times  process grows by another {grown / len(data):4.1f}")


def main() -> None:
    """Print a line a step, a line a peer, a line a large page."""
    if len(sys.argv) > 2:
        memory(Path(sys.argv[2]))
        return
    times: dict[str, list[float]] = defaultdict(list)
    paths = sorted(Path(sys.argv[1]).glob("*.html"))
    peers = installed()
    for path in paths:
        measure(path.read_bytes(), times, peers)
    whole = sum(times["all"])
    for step in STEPS:
        spent = sum(times[step])
        print(f"{step:20} median {median(times[step]):6.2f} ms  mean {spent / len(times[step]):6.2f} ms  {spent / whole:4.0%} of all")
    print(f"{'all':20} median {median(times['all']):6.2f} ms  mean {whole / len(paths):6.2f} ms")
    for name in peers:
        by_median, by_sum = median(times[name]) / median(times["all"]), sum(times[name]) / whole
        print(f"{name:20} takes {by_median:4.1f} times as long by the median page, {by_sum:4.1f} times by the sum")
    for path in sorted(paths, key=lambda path: path.stat().st_size)[-LARGEST:]:
        subprocess.run([sys.executable, __file__, sys.argv[1], path], check=True)  # noqa: S603 - this script itself


if __name__ == "__main__":
    main()
