"""How far a run is, on standard error: a bar where a terminal is, plain lines where none is.

convert: 1168/2000 pages, 115.6/s, 0:00:07 left, 7008 targets, 0 failed
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from govtext.archive.run import Progress

_EVERY = 10.0  # seconds between two plain lines


@contextmanager
def progress(*, quiet: bool) -> Iterator[Callable[[Progress], None]]:
    """What a run tells how far it is."""
    if quiet:
        yield lambda _state: None
    elif sys.stderr.isatty():
        with _bar() as show:
            yield show
    else:
        yield _Lines().show


@contextmanager
def _bar() -> Iterator[Callable[[Progress], None]]:
    from rich import progress as columns
    from rich.console import Console

    bar = columns.Progress(
        columns.SpinnerColumn("line"),
        columns.TextColumn("{task.description}"),
        columns.BarColumn(),
        columns.TextColumn("{task.fields[said]}", markup=False),
        console=Console(stderr=True),
        transient=True,
    )
    rate = Rate()
    with bar:
        task = bar.add_task("count", total=None, said="")

        def show(state: Progress) -> None:
            total = state.total if state.stage == "convert" else None
            bar.update(task, description=state.stage, completed=state.counts.total, total=total, said=rate.said(state))

        yield show


class _Lines:
    """One line at each stage and one each ten seconds."""

    def __init__(self) -> None:
        self._rate, self._stage, self._last = Rate(), "", 0.0

    def show(self, state: Progress) -> None:
        now, said = monotonic(), self._rate.said(state)
        if state.stage != self._stage or now - self._last >= _EVERY:
            self._stage, self._last = state.stage, now
            typer.echo(f"{state.stage}: {said}", err=True)


@dataclass(slots=True)
class Rate:
    """Pages a second since the first page was done: starting the processes does not count."""

    since: float | None = None
    first: int = 0

    def said(self, state: Progress) -> str:
        """The figures of a run, for people.

        >>> from govtext.archive.ledger import Counts
        >>> from govtext.archive.run import Progress
        >>> rate = Rate()
        >>> rate.said(Progress("count", 1200, Counts(), 0, 0.5))
        '1200 pages'
        >>> rate.said(Progress("convert", 1200, Counts(ok=1), 0, 2.0))
        '1/1200 pages, 0 targets, 0 failed'
        >>> rate.said(Progress("convert", 1200, Counts(ok=200, failed=1), 0, 4.0))
        '201/1200 pages, 100.0/s, 0:00:10 left, 0 targets, 1 failed'
        """
        counts = state.counts
        if state.stage == "count":
            return f"{state.total} pages"
        if self.since is None and counts.total > state.resumed:
            self.since, self.first = state.seconds, counts.total
        done, passed = counts.total - self.first, state.seconds - (self.since or state.seconds)
        said = f"{counts.total}/{state.total} pages"
        if state.stage == "convert" and done > 0 and passed > 0:
            said += f", {done / passed:.1f}/s, {clock((state.total - counts.total) * passed / done)} left"
        return f"{said}, {counts.targets} targets, {counts.failed} failed"


def clock(seconds: float) -> str:
    """Hours, minutes and seconds.

    >>> clock(7.4), clock(36_605)
    ('0:00:07', '10:10:05')
    """
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes // 60}:{minutes % 60:02d}:{rest:02d}"
