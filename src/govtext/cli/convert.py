"""``govtext convert``: pages, folders, archives and dumps to one table or one file of Documents."""

from __future__ import annotations

import signal
import sys
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from govtext.archive.run import Progress, Summary

_SHOWN = 5  # failures shown on the terminal; all of them are in the ledger
_EVERY = 10.0  # seconds between two plain lines


def convert(  # noqa: PLR0913, PLR0917 - the options of a command
    sources: Annotated[
        list[str], typer.Argument(metavar="SOURCE...", help="Files, folders, archives, dumps; - is JSONL on standard input.")
    ],
    out: Annotated[str, typer.Option("-o", "--out", help="targets.jsonl .json .csv .parquet .sqlite, or a folder of shards.")],
    jobs: Annotated[int | None, typer.Option("-j", "--jobs", min=1, help="Processes; by default one a core.", show_default=False)] = None,
    format: Annotated[str | None, typer.Option("--format", help="jsonl, json, csv, parquet, sqlite, shards.", show_default=False)] = None,  # noqa: A002 - the option's name
    resume: Annotated[bool, typer.Option("--resume", help="Go on with a run that was broken off.")] = False,  # noqa: FBT002 - a flag
    restart: Annotated[bool, typer.Option("--restart", help="Throw away a run that was broken off.")] = False,  # noqa: FBT002 - a flag
    status: Annotated[str, typer.Option("--status", help="planned, achieved or all.")] = "all",
    errors: Annotated[str | None, typer.Option("--errors", help="Write the ledger of failed and empty pages here too.")] = None,
    limit: Annotated[int | None, typer.Option("--limit", min=1, help="Only the first N pages.", show_default=False)] = None,
    published: Annotated[
        str | None, typer.Option("--published", metavar="COLUMN|DATE", help="For pages that do not say their date.")
    ] = None,
    html: Annotated[str | None, typer.Option("--html", metavar="COLUMN", help="The column that holds the page.")] = None,
    url: Annotated[str | None, typer.Option("--url", metavar="COLUMN", help="The column that holds its address.")] = None,
    table: Annotated[str | None, typer.Option("--table", metavar="TABLE|SELECT", help="Where a database holds the pages.")] = None,
    selector: Annotated[str | None, typer.Option("--selector", help="The article's element in CSS, for a site that is read wrong.")] = None,
    text: Annotated[bool, typer.Option("--text/--no-text", help="Keep the article's text in the output.")] = True,  # noqa: FBT002 - a flag
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="No progress, no summary.")] = False,  # noqa: FBT002 - a flag
) -> None:
    """Convert pages and archives of pages.

    Leaves with 0 when all went well, 1 when it finished with failures, 2 when an input or option cannot be used, 130 when interrupted.
    """
    from govtext.archive.run import convert_archive

    if resume and restart:
        raise typer.BadParameter("--resume goes on with a run, --restart throws it away: choose one")
    try:
        with _terminated_as_interrupted(), _progress(quiet=quiet) as progress:
            summary = convert_archive(
                sources,
                out,
                jobs=jobs,
                format=format,
                resume=resume,
                restart=restart,
                status=_status(status),
                errors=errors,
                limit=limit,
                published=published,
                html=html,
                url=url,
                table=table,
                selector=selector,
                text=text,
                progress=progress,
            )
    except KeyboardInterrupt:
        typer.echo("govtext: interrupted; go on with the same command and --resume", err=True)
        raise typer.Exit(130) from None
    _report(summary, quiet=quiet)
    raise typer.Exit(1 if summary.counts.failed else 0)


def _status(status: str) -> Any:  # noqa: ANN401 - one of three words, which the configuration checks
    if status not in {"planned", "achieved", "all"}:
        raise typer.BadParameter(f"{status!r} is none of planned, achieved, all", param_hint="--status")
    return status


@contextmanager
def _terminated_as_interrupted() -> Iterator[None]:
    """A scheduler's SIGTERM ends a run as Ctrl-C does: resumable."""

    def interrupt(_signal: int, _frame: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


@contextmanager
def _progress(*, quiet: bool) -> Iterator[Callable[[Progress], None]]:
    if quiet:
        yield lambda _progress: None
    elif sys.stderr.isatty():
        with _bar() as show:
            yield show
    else:
        yield _Lines().show


@contextmanager
def _bar() -> Iterator[Callable[[Progress], None]]:
    from rich import progress as columns
    from rich.console import Console

    said = columns.TextColumn("{task.fields[said]}")
    bar = columns.Progress(
        columns.SpinnerColumn("line"),
        columns.TextColumn("{task.description}"),
        columns.BarColumn(),
        columns.MofNCompleteColumn(),
        columns.TimeRemainingColumn(),
        said,
        console=Console(stderr=True),
        transient=True,
    )
    with bar:
        task = bar.add_task("count", total=None, said="")

        def show(state: Progress) -> None:
            bar.update(task, description=state.stage, completed=state.counts.total, total=state.total, said=_said(state))

        yield show


class _Lines:
    """Plain lines, where no terminal is: one at each stage and one each ten seconds."""

    def __init__(self) -> None:
        self._stage, self._last = "", 0.0

    def show(self, state: Progress) -> None:
        now = monotonic()
        if state.stage != self._stage or now - self._last >= _EVERY:
            self._stage, self._last = state.stage, now
            typer.echo(f"{state.stage}: {state.counts.total}/{state.total} pages, {_said(state)}", err=True)


def _said(state: Progress) -> str:
    done = state.counts.total - state.resumed
    rate = done / state.seconds if state.seconds else 0.0
    left = f", {(state.total - state.counts.total) / rate:.0f} s left" if rate and state.stage == "convert" else ""
    return f"{rate:.1f}/s, {state.counts.targets} targets, {state.counts.failed} failed{left}"


def _report(summary: Summary, *, quiet: bool) -> None:
    counts = summary.counts
    if counts.failed and summary.ledger:
        import json

        shown = 0
        with open(summary.ledger, encoding="utf-8") as ledger:  # noqa: PTH123 - a path of the summary
            for line in ledger:
                failure = json.loads(line)
                if failure["outcome"] == "failed" and shown < _SHOWN:
                    shown += 1
                    typer.echo(f"govtext: {failure['source']}: {failure['message']}", err=True)
        if counts.failed > shown:
            typer.echo(f"govtext: and {counts.failed - shown} more, in {summary.ledger}", err=True)
    if quiet:
        return
    if summary.skipped:
        said = ", ".join(f"{count} {suffix}" for suffix, count in summary.skipped.items())
        typer.echo(f"passed over, no pages: {said}", err=True)
    typer.echo(
        f"{counts.total} in = {counts.ok} ok + {counts.empty} empty + {counts.failed} failed; "
        f"{counts.targets} targets, {summary.seconds:.1f} s -> {summary.out}",
        err=True,
    )
