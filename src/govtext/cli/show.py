"""``govtext show``: the records of pages, or of converted documents, as a table that fits the terminal.

A record is a row: 「科技型中小企业  新增  不少于700家  2023-12-31  无锡高新区  planned」.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich import box
from rich.console import Console, Group
from rich.table import Table
from rich.text import Text

from govtext.cli.documents import printable, read
from govtext.errors import GovtextError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govtext.records import Article, Deadline, Document, Target

STYLES = {"planned": "green", "achieved": "blue"}


def show(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help="Pages (.html, .htm, .txt), or .jsonl files that `convert` wrote.")
    ],
) -> None:
    """Show the records of pages or of converted documents as tables."""
    console = Console(highlight=False)
    unread = 0
    for file in files:
        try:
            for document in read(file):
                console.print(table(document))
                unread += document.article.empty is not None and len(files) == 1
        except GovtextError as error:
            if len(files) == 1:
                raise
            typer.echo(f"govtext: {error.message}", err=True)
            unread += 1
    if unread:
        raise typer.Exit(1)


def table(document: Document) -> Group:
    """A document for the terminal: the article's title, where it is from, and its records, one a row."""
    head = [Text(printable(document.article.title or document.uri or document.id), style="bold")]
    origin = "  ".join(origin_words(document.article))
    if origin:
        head.append(Text(printable(origin), style="dim"))
    records = (*document.targets, *document.achievements)
    if document.article.empty:
        return Group(*head, Text(f"no article: {document.article.empty}", style="red"), Text())
    if not records:
        return Group(*head, Text("no target"), Text())
    return Group(*head, _rows(sorted(records, key=lambda record: record.span.start)), Text())


def origin_words(article: Article) -> Iterable[str]:
    """Where an article is from: its source and day, 「无锡日报」 「2023-08-20」."""
    if article.source:
        yield article.source
    if article.published:
        yield article.published.date().isoformat()


def _rows(records: Iterable[Target]) -> Table:
    rows = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 1, 0, 0), header_style="bold")
    rows.add_column("subject", ratio=6, overflow="fold")
    rows.add_column("action", ratio=3, overflow="fold")
    rows.add_column("quantity", ratio=5, overflow="fold")
    rows.add_column("deadline", min_width=10, overflow="fold")  # 2023-12-31 is never broken
    rows.add_column("actor", ratio=4, overflow="fold")
    rows.add_column("status", min_width=8, no_wrap=True)
    for record in records:
        cells = (record.subject, record.action, record.quantity and record.quantity.text, deadline_words(record.deadline), record.actor)
        rows.add_row(*(Text(printable(cell or "")) for cell in cells), Text(record.status, style=STYLES[record.status]))
    return rows


def deadline_words(deadline: Deadline | None) -> str:
    """The last day, or the words where no day follows from them.

    >>> from govtext.records import Deadline, Span
    >>> deadline_words(Deadline(text="年底前", span=Span(start=0, end=3), end="2023-12-31"))
    '2023-12-31'
    """
    if deadline is None:
        return ""
    return deadline.end.isoformat() if deadline.end else deadline.text
