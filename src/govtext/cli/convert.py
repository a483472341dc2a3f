"""``govtext convert``: pages, folders, archives and dumps to one table or one file of Documents."""

from __future__ import annotations

import json
import signal
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, Annotated, Any

import typer

from govtext.cli.documents import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govtext.archive.run import Summary

_SHOWN = 5  # failures shown on the terminal; all of them are in the ledger


def convert(  # noqa: PLR0913, PLR0917 - the options of a command
    sources: Annotated[list[str], typer.Argument(metavar="SOURCE", help="Files, folders, archives, dumps; - is JSONL on standard input.")],
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
    from govtext.cli.progress import progress

    if resume and restart:
        raise typer.BadParameter("--resume goes on with a run, --restart throws it away: choose one")
    try:
        with _terminated_as_interrupted(), progress(quiet=quiet) as tell:
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
                progress=tell,
            )
    except KeyboardInterrupt:
        typer.echo("govtext: interrupted; go on with the same command and --resume (已中断，可用同一命令加 --resume 继续)", err=True)
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


def _report(summary: Summary, *, quiet: bool) -> None:
    from govtext.cli.progress import clock

    counts = summary.counts
    if counts.failed and summary.ledger:
        shown = list(islice(_failures(summary.ledger), _SHOWN))
        for line in shown:
            typer.echo(f"govtext: {printable(line['source'])}: {printable(line['message'])} ({printable(line['message_zh'])})", err=True)
        if counts.failed > len(shown):
            typer.echo(f"govtext: and {counts.failed - len(shown)} more, in {summary.ledger}", err=True)
    if quiet:
        return
    if summary.skipped:
        said = ", ".join(f"{count} {printable(suffix) or 'without a suffix'}" for suffix, count in summary.skipped.items())
        typer.echo(f"passed over: {said}", err=True)
    resumed = f" ({summary.resumed} by an earlier try)" if summary.resumed else ""
    typer.echo(
        f"{counts.total} in{resumed} = {counts.ok} ok + {counts.empty} empty + {counts.failed} failed; "
        f"{counts.targets} targets in {clock(summary.seconds)} -> {summary.out}",
        err=True,
    )


def _failures(ledger: str) -> Iterator[dict[str, Any]]:
    with open(ledger, encoding="utf-8") as lines:  # noqa: PTH123 - a path of the summary
        yield from (failure for failure in map(json.loads, lines) if failure["outcome"] == "failed")
