"""What batch conversion costs beside conversion itself, what a second process gains, and what a worker holds in memory.

python benchmarks/archive.py overhead | speed | memory [PAGES]

Every figure is a ratio of two measures taken in turn in one run, so that a busy machine slows both.
"""

from __future__ import annotations

import os
import resource
import struct
import sys
import tempfile
from collections import defaultdict
from functools import cache
from pathlib import Path
from time import perf_counter, process_time
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

import archives
import govtext
from govtext.archive.config import Config
from govtext.archive.run import convert_archive

if TYPE_CHECKING:
    from govtext.archive.run import Progress

ROUNDS = 3
FORMATS = ("targets.jsonl", "targets.csv", "targets.sqlite", "targets.parquet")


_SPENT = "GOVTEXT_BENCH_SPENT"  # names the file in which a worker says what it has spent
_spent = [0.0, 0.0, 0.0]  # calls; the process's seconds when it was ready; the seconds of all conversions


def timed(page: bytes | str, **settings: Any) -> govtext.Document:  # noqa: ANN401 - the settings of ``govtext.convert``
    """Convert, and say what the conversions of this process have taken of the processor."""
    begun = process_time()
    document = govtext.convert(page, **settings)
    ended = process_time()
    if _spent[0]:
        _spent[2] += ended - begun
    else:
        _spent[1] = ended  # the first page warms the process up
    _spent[0] += 1
    os.pwrite(_file(), struct.pack("3d", *_spent), 0)
    return document


@cache
def _file() -> int:
    return os.open(os.environ[_SPENT], os.O_WRONLY | os.O_CREAT)


def used() -> float:
    """The processor's seconds of this process and of those it has started and that have ended."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return process_time() + children.ru_utime + children.ru_stime


def busy() -> float:
    """The processor's seconds of everybody on this machine."""
    user, nice, system, _idle, _waiting, *others = map(int, Path("/proc/stat").read_text().splitlines()[0].split()[1:9])
    return (user + nice + system + sum(others)) / os.sysconf("SC_CLK_TCK")


def page(number: int) -> bytes:
    """A page of 20 kB with 18 records, small among those of real sites: three of the tests' pages and more, between menus and links."""
    links = "".join(
        f'<li><a href="/zwgk/col/col{n}/art_{number}_{n}.html" title="政务公开" target="_blank">公开</a></li>' for n in range(90)
    )
    head, _, rest = archives.page(number).partition('<div class="content">')
    first, _, tail = rest.partition('<div class="footer">')
    more = "".join(archives.page(number + 7 * n).partition("</p>")[2].partition("</div>")[0] for n in range(1, 3))
    plain = "".join(
        f"<p>{archives.CITIES[n % 6]}有关负责同志表示，要提高站位，压实责任，加强统筹协调，推动各项任务落地见效。</p>" for n in range(24)
    )
    content = f'<div class="content">{first.removesuffix("</div>")}{more}{plain}</div>'
    return f'{head}<ul class="menu">{links}</ul>{content}<div class="more"><ul>{links}</ul></div><div class="footer">{tail}'.encode()


def overhead(folder: Path, count: int) -> None:
    """Reading, scheduling and writing against the conversions of the same run, for every kind of input and every format of output.

    The start of the worker is left out.
    """
    pages = [page(number) for number in range(count)]
    spent = folder / "spent"
    os.environ[_SPENT] = str(spent)
    for kind, name in [(kind, "targets.jsonl") for kind in archives.KINDS] + [("crawl.zip", name) for name in FORMATS[1:]]:
        source = archives.KINDS[kind](folder / kind, pages)
        begun = used()
        convert_archive(source, folder / name, jobs=1, config=Config(converter="archive:timed"))
        whole = used() - begun
        _, ready, converted = struct.unpack("3d", spent.read_bytes())
        each = converted / count * 1000
        print(f"{kind:14} -> {name:15} {(whole - ready) / converted - 1:+.1%} of {each:.2f} ms a page", flush=True)


def speed(folder: Path, count: int) -> None:
    """Two processes against one.

    By the clock of the whole run; by the clock without the start, as a long run would show; and by the processor's time, as a machine
    without neighbours would: what the parent does is done once, what the processes do, starting included, they do side by side.
    The clock counts only in rounds in which strangers took next to nothing of the processor.
    """
    source = archives.zip_archive(folder / "crawl.zip", [page(number) for number in range(count)])
    times: dict[int, dict[str, list[float]]] = {1: defaultdict(list), 2: defaultdict(list)}
    for _ in range(ROUNDS):
        for jobs, each in times.items():
            began: list[float] = []

            def watch(state: Progress, began: list[float] = began) -> None:
                if state.counts.total and not began:
                    began.append(perf_counter())

            begun, mine, all_of_us, everybody = perf_counter(), process_time(), used(), busy()
            convert_archive(source, folder / "targets.jsonl", jobs=jobs, progress=watch)
            mine, all_of_us, everybody = process_time() - mine, used() - all_of_us, busy() - everybody
            clock, after_start = perf_counter() - begun, perf_counter() - began[0]
            each["clock"].append(clock)
            each["clock after the start"].append(after_start)
            each["processor"].append(mine + (all_of_us - mine) / jobs)
            print(
                f"{jobs} process(es): {clock:6.2f} s, the start {clock - after_start:.2f} s of it; "
                f"processor {mine:.2f} s parent, {all_of_us - mine:6.2f} s processes, {max(0.0, everybody - all_of_us):5.2f} s strangers",
                flush=True,
            )
    for said, one in times[1].items():
        two = times[2][said]
        rounds = " ".join(f"{a / b:.2f}" for a, b in zip(one, two, strict=True))
        print(f"one / two by the {said}: {min(one) / min(two):.2f} the best of each, round by round {rounds}")


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
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed package has its bytecode, and no process compiles it anew
    measures = {"overhead": (overhead, 200), "speed": (speed, 1000), "memory": (memory, 20_000)}
    measure, count = measures[sys.argv[1]]
    with tempfile.TemporaryDirectory() as folder:
        os.environ.setdefault("PYTHONPYCACHEPREFIX", f"{folder}/bytecode")
        convert_archive(archives.zip_archive(Path(folder) / "first.zip", archives.pages(1)), Path(folder) / "first.jsonl", jobs=1)
        measure(Path(folder), int(sys.argv[2]) if len(sys.argv) > 2 else count)


if __name__ == "__main__":
    main()
