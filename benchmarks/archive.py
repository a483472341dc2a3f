"""What batch conversion costs beside conversion itself, what a second process gains, and what a worker holds in memory.

python benchmarks/archive.py overhead | speed | memory [PAGES]

Every figure is a ratio of two measures taken in turn in one run, so that a busy machine slows both.
"""

from __future__ import annotations

import resource
import sys
import tempfile
from pathlib import Path
from time import perf_counter, process_time
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

import archives
import govtext
from govtext.archive.run import convert_archive

if TYPE_CHECKING:
    from collections.abc import Callable

    from govtext.archive.run import Progress

ROUNDS = 3
FORMATS = ("targets.jsonl", "targets.csv", "targets.sqlite", "targets.parquet")


def cpu(work: Callable[[], object]) -> float:
    """The processor's seconds that a piece of work takes in this process and in those that it starts."""

    def used() -> float:
        children = resource.getrusage(resource.RUSAGE_CHILDREN)
        return process_time() + children.ru_utime + children.ru_stime

    begun = used()
    work()
    return used() - begun


def overhead(folder: Path, count: int) -> None:
    """Reading, scheduling and writing against pure conversion, for every kind of input and for every format of output.

    The start of a process is left out: it is the cost of a run of one page.
    """
    pages = archives.pages(count)
    govtext.convert(pages[0])

    def pure() -> None:
        for page in pages:
            govtext.convert(page)

    def run(kind: str, name: str, limit: int | None = None) -> float:
        return cpu(lambda: convert_archive(folder / kind, folder / name, jobs=1, limit=limit))

    for kind, make in archives.KINDS.items():
        make(folder / kind, pages)
    start = min(run("crawl.zip", "targets.jsonl", limit=1) for _ in range(ROUNDS))
    for kind, name in [(kind, "targets.jsonl") for kind in archives.KINDS] + [("crawl.zip", name) for name in FORMATS[1:]]:
        shares = sorted((run(kind, name) - start) / cpu(pure) - 1 for _ in range(ROUNDS))
        print(f"{kind:14} -> {name:15} {' '.join(f'{share:+.1%}' for share in shares)}", flush=True)


def speed(folder: Path, count: int) -> None:
    """Two processes against one: by the clock, and as it is without neighbours, by the processor's time and the serial stages."""
    source = archives.zip_archive(folder / "crawl.zip", archives.pages(count))
    clocks: dict[int, list[float]] = {1: [], 2: []}
    for _ in range(ROUNDS):
        for jobs, times in clocks.items():
            stages: dict[str, float] = {}

            def watch(state: Progress, stages: dict[str, float] = stages) -> None:
                stages.setdefault(state.stage if state.counts.total or state.stage != "convert" else "start", perf_counter())

            begun = perf_counter()
            used = cpu(lambda: convert_archive(source, folder / "targets.jsonl", jobs=jobs, progress=watch))  # noqa: B023 - called at once
            ended = perf_counter()
            times.append(ended - begun)
            serial = stages["convert"] - begun + ended - stages["write"]
            print(f"{jobs} process(es): {ended - begun:6.2f} s, of them serial {serial:5.2f} s; processor {used:6.2f} s", flush=True)
    print(f"one / two, the best of {ROUNDS}: {min(clocks[1]) / min(clocks[2]):.2f}")


def memory(folder: Path, count: int) -> None:
    """A worker's resident memory after a thousand pages and after all."""
    source = archives.tar_archive(folder / "crawl.tar.gz", archives.pages(count))
    held: dict[int, int] = {}

    def watch(state: Progress) -> None:
        done = state.counts.total // 1000 * 1000
        if state.stage == "convert" and done and done not in held:
            held[done] = sum(map(resident, workers()))

    convert_archive(source, folder / "targets.jsonl", jobs=1, progress=watch)
    first, last = held[min(held)], held[max(held)]
    print(" ".join(f"{pages}: {size >> 20} MB" for pages, size in held.items()))
    print(f"after {max(held)} pages {last / first - 1:+.1%} of {first / (1 << 20):.0f} MB after {min(held)}")


def workers() -> list[int]:
    """The processes that this one has started."""
    return [int(number) for number in Path("/proc/self/task").joinpath(str(_self()), "children").read_text().split()]


def _self() -> int:
    return int(Path("/proc/self/stat").read_text().split(maxsplit=1)[0])


def resident(process: int) -> int:
    """Its resident memory in bytes."""
    return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * resource.getpagesize()


def main() -> None:
    """Measure what is asked for."""
    measures = {"overhead": (overhead, 1000), "speed": (speed, 5000), "memory": (memory, 20_000)}
    measure, count = measures[sys.argv[1]]
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder), int(sys.argv[2]) if len(sys.argv) > 2 else count)


if __name__ == "__main__":
    main()
