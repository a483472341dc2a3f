"""A process that converts shards: requests come as lines of JSON, answers go as lines of JSON, parts go to the run's folder.

→ {"shard": {"number": 7, …}}     ← {"done": 7, "counts": {…}}
"""

from __future__ import annotations

import json
import os
import signal
import sys
from dataclasses import asdict
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import IO, TYPE_CHECKING, Any

from govtext.archive.config import Config
from govtext.archive.entry import problem
from govtext.archive.part import Part
from govtext.archive.pulse import Pulse
from govtext.archive.shard import Aside, Shard, Slice, Walks, convert_shard, converter
from govtext.archive.sources import Source
from govtext.errors import GovtextError, PageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govtext.archive.config import Limits
    from govtext.archive.ledger import Counts

_BOOT = "import sys, json; sys.path[:] = json.loads(sys.argv[1]); from govtext.archive.worker import main; main()"
_WARM = "<h1>某市新建公园</h1><p>2024年3月1日</p><p>某市今年将新建口袋公园30个，年底前全部开放。</p>"


def command() -> list[str]:
    """What starts such a process; the caller's script is not run again in it, whether it guards ``__main__`` or not."""
    return [sys.executable, "-c", _BOOT, json.dumps(sys.path)]


def shard_request(shard: Shard) -> str:
    """A shard as a request."""
    slices = [{"source": part.source.plain(), "first": part.first, "count": part.count} for part in shard.slices]
    aside = {place: asdict(why) for place, why in shard.aside.items()}
    return json.dumps({"shard": {"number": shard.number, "slices": slices, "aside": aside}}) + "\n"


def shard_of(plain: dict[str, Any]) -> Shard:
    """Back from a request."""
    slices = tuple(Slice(Source(**part["source"]), part["first"], part["count"]) for part in plain["slices"])
    return Shard(plain["number"], slices, {int(place): Aside(**aside) for place, aside in plain["aside"].items()})


def main() -> None:
    """Serve the process that started this one, until it ends."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what a library prints must not stand between the answers
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides when to stop
    try:
        serve(_requests(sys.stdin), answers, Guard)
    except (BrokenPipeError, KeyboardInterrupt):
        os._exit(1)


def _requests(stream: IO[str]) -> Iterator[str]:
    """What the parent says. When it has gone, this process ends at once, in the middle of a page too."""
    heard: SimpleQueue[str] = SimpleQueue()

    def hear() -> None:
        for line in stream:
            heard.put(line)
        os._exit(1)

    Thread(target=hear, daemon=True).start()
    while True:
        yield heard.get()


def serve(requests: Iterable[str], answers: IO[str], guard: type[Guard] | None = None) -> None:
    """Read the setup, then convert shard after shard, held to its limits by ``guard``."""

    def answer(**fields: object) -> None:
        answers.write(json.dumps(fields) + "\n")
        answers.flush()

    lines = iter(requests)
    setup = json.loads(next(lines))
    config, parts = Config.of(setup["config"]), Path(setup["parts"])
    watch = guard(config.limits) if guard else None
    try:
        _warm(config)
    except Exception as error:  # noqa: BLE001 - whatever it is, the parent has to say it
        said = problem("", error, "start")
        answer(refused=[said.code, said.message, said.chinese])
        return
    walks = Walks(config)
    answer(ready=True)
    pulse = Pulse(Path(setup["pulse"]), new=False)
    for line in lines:
        shard = shard_of(json.loads(line)["shard"])

        def beat(place: int, counts: Counts, number: int = shard.number) -> None:
            if watch:
                watch.start()
            pulse.beat(number, place, counts)

        try:
            results = convert_shard(shard, config, beat, walks)
        except GovtextError as error:  # an extra is missing: no page is to blame, and the run cannot go on
            answer(refused=[error.code, error.message, error.chinese])
            return
        if watch:
            watch.stop()
        try:
            Part(parts, shard.number).write(results)
        except OSError as error:  # a full disk: no page is to blame here either
            answer(refused=["unwritable", f"{parts}: a part cannot be written: {error.strerror}", f"{parts}：无法写入"])
            return
        answer(done=shard.number, counts=results.counts.plain())
    walks.close()


def _warm(config: Config) -> None:
    """Load what conversion needs, the dictionary above all, before the first page's clock runs; a selector that is none is seen here."""
    convert = converter(config.converter)
    convert(_WARM, url=None, published=None, selector=None, simplify=True, charset=None)
    if config.selector:
        try:
            convert(_WARM, url=None, published=None, selector=config.selector, simplify=True, charset=None)
        except PageError as error:
            if error.code == "bad_selector":
                raise


class Guard:
    """Holds this process to its limits even when nobody watches it any more: an alarm nobody catches, and the memory of its data."""

    def __init__(self, limits: Limits) -> None:
        self._seconds = 2 * limits.page_seconds + 5  # the parent, when it lives, is first
        if sys.platform != "win32":
            import resource  # noqa: PLC0415 - not on Windows

            _, hard = resource.getrlimit(resource.RLIMIT_DATA)
            limit = limits.memory_bytes if hard == resource.RLIM_INFINITY else min(hard, limits.memory_bytes)
            resource.setrlimit(resource.RLIMIT_DATA, (limit, hard))

    def start(self) -> None:
        """A page begins."""
        if sys.platform != "win32":
            signal.setitimer(signal.ITIMER_REAL, self._seconds)

    def stop(self) -> None:
        """No page is read."""
        if sys.platform != "win32":
            signal.setitimer(signal.ITIMER_REAL, 0)
