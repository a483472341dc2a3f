"""``govtext schema``: the JSON Schema of a line of output, on standard output."""

from __future__ import annotations

import typer


def schema() -> None:
    """Print the JSON Schema of one Document, a line of the JSONL that `convert` writes."""
    from govtext.archive.schema import schema_text

    typer.echo(schema_text(), nl=False)
