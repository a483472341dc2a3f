"""The command line: one command a module, one function a command, listed here. The home of ``typer`` and ``rich``.

    govtext convert archive.zip -o targets.csv
    govtext show targets.jsonl

A command's module holds one function of the command's name; it imports what it needs when it runs, and its errors are ``GovtextError``:
``main`` prints them in both languages and leaves with 2. A command that ends otherwise raises ``typer.Exit(code)``.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from importlib.util import find_spec

import typer

from govtext.cli.documents import printable
from govtext.errors import GovtextError

COMMANDS = ("convert", "show", "explain", "review", "repair", "rules", "schema")  # the order of the help

app = typer.Typer(
    help="From archives of Chinese government-news pages to a table of who promised what, how much, by when.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:  # noqa: FBT001 - typer hands it over by position
    if asked:
        from govtext import __version__

        typer.echo(f"govtext {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Show the version and leave."),  # noqa: FBT001 - its callback reads it
) -> None:
    """Options before any command."""


for _name in COMMANDS:
    if find_spec(f"govtext.cli.{_name}"):
        app.command(_name.replace("_", "-"))(getattr(import_module(f"govtext.cli.{_name}"), _name))


def main() -> None:
    """Run the command line: 0 all well, 1 finished with failures, 2 usage or an input that cannot be used, 130 interrupted."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")  # a GBK console has no 「㎡」; it must not stop a run of hours
    try:
        app()
    except GovtextError as error:
        for said in dict.fromkeys((error.message, error.chinese)):
            typer.echo(f"govtext: {printable(said)}", err=True)
        sys.exit(2)
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:  # `govtext … | head` has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
