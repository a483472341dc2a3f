"""``govtext review``: one HTML page on which each record stands beside the sentence that says it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from govtext.errors import OutputError


def review(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help="Pages (.html, .htm, .txt), or .jsonl files that `convert` wrote.")
    ],
    out: Annotated[Path, typer.Option("-o", "--out", help="The HTML file to write.")],
) -> None:
    """Write one HTML page to check the records of documents by eye."""
    from govtext.cli.documents import read
    from govtext.review.page import review_page

    page = review_page(document for file in files for document in read(file))
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(page, encoding="utf-8")
    except OSError as error:
        raise OutputError(
            "unwritable", f"{out}: {error.strerror or error}; choose another -o", f"{out}：{error.strerror or error}，请另选 -o"
        ) from error
    typer.echo(f"{out}", err=True)
