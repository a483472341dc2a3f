"""``govtext explain FILE --page``: every block of a page, its weight, and the rule that kept or dropped it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from govtext.cli.documents import printable
from govtext.errors import SourceError

_SHOWN = 60  # characters of a block


def explain_page(file: Annotated[Path, typer.Argument(help="A page: .html, .htm or .txt.")]) -> None:
    """Show how the article was found in a page: each block, its weight, what kept or dropped it."""
    from govtext.page import explain

    try:
        data = file.read_bytes()
    except OSError as error:
        raise SourceError("unreadable", f"{file} cannot be read: {error.strerror}", f"{file}：无法读取：{error.strerror}") from error
    report = explain.explain_page(data)
    table = Table(box=None, pad_edge=False)
    for name, right in (("weight", True), ("links", True), ("rule", False), ("place", False), ("text", False)):
        table.add_column(name, justify="right" if right else "left", no_wrap=name != "text")
    for block in report.blocks:
        text = block.text if len(block.text) <= _SHOWN else f"{block.text[:_SHOWN]}…"
        style = "" if block.kept else "dim"
        table.add_row(
            f"{block.weight:.1f}",
            str(block.links),
            Text(block.rule, style="green" if block.kept else "red"),
            Text(block.place, style="dim"),
            Text(printable(text), style=style),
        )
    console = Console(highlight=False)
    console.print(Text(printable(report.title or "no title"), style="bold"))
    console.print(Text(f"{report.encoding}; article: {report.empty or report.container or 'none'}"))
    console.print(table)
