"""``govtext rules``: what the rules read, each with its examples and near misses."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text


def rules(
    reader: Annotated[str | None, typer.Argument(help="One reader: numbers, quantities, changes, times, exclusions.")] = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
    as_markdown: Annotated[bool, typer.Option("--markdown", help="The whole code book, docs/codebook.md.")] = False,
) -> None:
    """List what the rules read, each with its promise, examples and near misses."""
    import json
    from dataclasses import asdict

    from govtext.cli import codebook

    known = (*codebook.READERS, "exclusions")
    if reader is not None and reader not in known:
        raise typer.BadParameter(f"{reader} is no reader; there are {', '.join(known)}")
    if as_markdown:
        typer.echo(codebook.markdown(), nl=False)
        return
    console = Console(highlight=False)
    for entry in codebook.entries(*(known if reader is None else (reader,))):
        if as_json:
            typer.echo(json.dumps(asdict(entry), ensure_ascii=False))
            continue
        console.print(Text(f"{entry.reader} {entry.rule}", style="bold"))
        console.print(Text(f"  {entry.promise}"))
        for text, reading in entry.examples:
            console.print(Text(f"  {text}  →  {reading}"), style="green")
        if entry.near_misses:
            console.print(Text("  not: " + "; ".join(entry.near_misses), style="dim"))
