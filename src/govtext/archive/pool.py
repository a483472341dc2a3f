"""The processes of a run: each gets a shard at a time; one that hangs, dies or eats too much is replaced, its page tried once more.

Between parent and process stand places, never pages: 「shard 7」 out, 「done」 back, and meanwhile 「at page 12 of it」 in shared bytes.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections import Counter, deque
from contextlib import nullcontext, suppress
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic
from typing import IO, TYPE_CHECKING, Any

from govtext.archive.ledger import Counts
from govtext.archive.part import TMP
from govtext.archive.pulse import Pulse
from govtext.archive.worker import command, shard_request
from govtext.errors import GovtextError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from govtext.archive.config import Config
    from govtext.archive.shard import Shard

TRIES = 2  # of a page that ends its process
STARTS = 5  # of processes, one after another, that end before they are ready
START_SECONDS = 180.0
_TICK = 0.05  # seconds between two looks at the workers
_SLEPT = 5.0  # seconds between two looks that mean that this process was suspended


@dataclass(eq=False)
class _Worker:
    process: subprocess.Popen[str]
    pulse: Pulse
    since: float
    beats: int = 0
    ready: bool = False
    shard: Shard | None = None
    place: int | None = None
    counts: Counts = field(default_factory=Counts)
    ending: str = "killed"

    def listen(self, now: float) -> None:
        """Take in where it stands."""
        said = self.pulse.read()
        if self.shard and said.shard == self.shard.number:
            self.place, self.counts = said.place, said.counts
        if said.beats != self.beats:
            self.beats, self.since = said.beats, now


class Pool:
    """Converts shards in ``jobs`` processes, into parts of the run's folder."""

    def __init__(self, config: Config, parts: Path, jobs: int) -> None:
        self._config, self._parts, self._jobs = config, parts, jobs
        self._answers: SimpleQueue[tuple[_Worker, dict[str, Any] | None]] = SimpleQueue()
        self._workers: list[_Worker] = []
        self._waiting: deque[Shard] = deque()
        self._tries: Counter[tuple[int, int]] = Counter()
        self._starts = self._started = 0
        self._looked = monotonic()
        self._done = Counts()

    def convert(self, shards: Sequence[Shard], progress: Callable[[Counts], None]) -> None:
        """Convert every shard; ``progress`` hears of the counts, unfinished shards included."""
        self._waiting.extend(shards)
        try:
            while self._waiting or any(worker.shard for worker in self._workers):
                self._staff()
                self._listen()
                self._hand_out()
                self._watch()
                progress(sum((worker.counts for worker in self._workers), self._done))
        finally:
            self._stop()

    def _staff(self) -> None:
        busy = sum(worker.shard is not None for worker in self._workers)
        while len(self._workers) < min(self._jobs, len(self._waiting) + busy):
            self._workers.append(self._start())

    def _start(self) -> _Worker:
        self._started += 1
        path = self._parts / f"pulse-{self._started}{TMP}"
        pulse = Pulse(path, new=True)
        log = (self._parts.parent / "workers.log").open("ab")
        process = subprocess.Popen(  # noqa: S603 - this interpreter, with words of our own
            command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
            encoding="utf-8",
            start_new_session=os.name == "posix",  # Ctrl-C goes to the parent, which ends them
            creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
        )
        log.close()
        worker = _Worker(process, pulse, monotonic())
        Thread(target=_hear, args=(worker, self._answers), daemon=True).start()
        setup = {"config": self._config.plain(), "parts": str(self._parts.resolve()), "pulse": str(path.resolve())}
        _say(worker, json.dumps(setup) + "\n")
        return worker

    def _listen(self) -> None:
        with suppress(Empty):
            worker, message = self._answers.get(timeout=_TICK)
            self._take(worker, message)
            while True:
                self._take(*self._answers.get_nowait())

    def _take(self, worker: _Worker, message: dict[str, Any] | None) -> None:
        worker.since = monotonic()
        if message is None:
            self._ended(worker)
        elif "refused" in message:
            raise GovtextError(*message["refused"])
        else:
            self._starts = 0
            if "done" in message:
                self._done += Counts(**message["counts"])
            worker.ready, worker.shard, worker.place, worker.counts = True, None, None, Counts()

    def _hand_out(self) -> None:
        """Work for all who have none, and not only for who has just finished: a shard comes back when its process ends."""
        for worker in self._workers:
            if worker.ready and worker.shard is None and self._waiting:
                worker.shard, worker.since = self._waiting.popleft(), monotonic()
                _say(worker, shard_request(worker.shard))

    def _watch(self) -> None:
        now = monotonic()
        slept, self._looked = now - self._looked > _SLEPT, now
        for worker in self._workers:
            worker.listen(now)
            if slept:  # this process was suspended, and they perhaps with it
                worker.since = now
            allowed = self._config.limits.page_seconds if worker.place is not None else START_SECONDS
            if (worker.shard or not worker.ready) and now - worker.since > allowed:
                worker.ending = "timeout"
                worker.since = now
                worker.process.kill()

    def _ended(self, worker: _Worker) -> None:
        if worker not in self._workers:
            return
        worker.process.wait()
        worker.listen(worker.since)
        _close(worker)
        self._workers.remove(worker)
        if worker.shard is not None and worker.place is not None:
            self._waiting.appendleft(self._judged(worker.shard, worker.place, worker.ending))
            return
        if worker.shard is not None:
            self._waiting.appendleft(worker.shard)
        self._starts += 1
        if self._starts >= STARTS:
            raise GovtextError(
                "no_worker",
                f"the processes end before they begin (last with status {worker.process.returncode}): {self._last_words()}",
                f"工作进程无法启动（退出状态 {worker.process.returncode}）：{self._last_words()}",
            )

    def _judged(self, shard: Shard, place: int, ending: str) -> Shard:
        self._tries[shard.number, place] += 1
        tries = self._tries[shard.number, place]
        return shard if tries < TRIES else shard.without(place, ending, tries)

    def _last_words(self) -> str:
        log = self._parts.parent / "workers.log"
        lines = log.read_text(encoding="utf-8", errors="replace").strip().splitlines() if log.exists() else []
        return lines[-1][:300] if lines else "they said nothing"

    def _stop(self) -> None:
        for worker in self._workers:
            worker.process.kill()
        for worker in self._workers:
            worker.process.wait()
            _close(worker)
        self._workers.clear()


def _hear(worker: _Worker, answers: SimpleQueue[tuple[_Worker, dict[str, Any] | None]]) -> None:
    stream: IO[str] | None = worker.process.stdout
    with suppress(ValueError, OSError), stream or nullcontext(()) as lines:  # a line may be cut by a kill
        for line in lines:
            answers.put((worker, json.loads(line)))
    answers.put((worker, None))


def _say(worker: _Worker, line: str) -> None:
    with suppress(OSError):  # it has ended: its reader will say so
        if worker.process.stdin:
            worker.process.stdin.write(line)
            worker.process.stdin.flush()


def _close(worker: _Worker) -> None:
    worker.pulse.close()
    with suppress(OSError, ValueError):
        if worker.process.stdin:
            worker.process.stdin.close()
