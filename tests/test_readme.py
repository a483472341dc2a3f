"""The README's console blocks, run from the first to the last in an empty folder, say what the README says they say."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

README = Path(__file__).resolve().parents[1] / "README.md"


def sessions(markdown: str) -> Iterator[tuple[str, str]]:
    """Each command after a ``$`` of a console block, with the lines shown under it."""
    for block in markdown.split("```console\n")[1:]:
        for part in ("\n" + block.split("\n```")[0]).split("\n$ ")[1:]:
            command, _, shown = part.partition("\n")
            yield command, shown


def answer(command: str, folder: Path) -> str:
    """What a command prints on standard output, as a reader with 80 columns sees it."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    settings = os.environ | {"PATH": path, "COLUMNS": "80", "PYTHONIOENCODING": "utf-8", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(command, shell=True, check=True, capture_output=True, cwd=folder, env=settings)  # noqa: S602 - the README's own words
    return done.stdout.decode()


def lines(shown: str) -> list[str]:
    return [line.rstrip() for line in shown.strip("\n").splitlines()]


def test_the_readme_shows_what_the_commands_print(tmp_path: Path) -> None:
    told = list(sessions(README.read_text(encoding="utf-8")))
    assert told
    for command, shown in told:
        assert lines(answer(command, tmp_path)) == lines(shown), command
