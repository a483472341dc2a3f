"""A shard's lines on disk: each file appears whole or not at all, and the record that they are whole comes last.

000007.jsonl, 000007.ledger, 000007.done
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from govtext.archive.ledger import Counts
from govtext.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from govtext.archive.shard import Results

TMP = ".tmp"  # ends the name of what is not yet whole


def write_whole(path: Path, blocks: Sequence[bytes], *, checked: bool = False) -> None:
    """Write a file that appears whole or not at all. What is ``checked`` when it is read need not wait for the disk."""
    partial = path.with_name(f"{path.name}.{os.getpid()}{TMP}")
    with partial.open("wb") as file:
        file.writelines(blocks)
        if not checked:
            file.flush()
            os.fsync(file.fileno())
    os.replace(partial, path)  # noqa: PTH105 - the same call, named for what it promises


@dataclass(frozen=True, slots=True)
class Part:
    """The lines of one shard, on disk."""

    folder: Path
    number: int

    def path(self, ending: str) -> Path:
        """The file of this part with an ending: jsonl, ledger, done."""
        return self.folder / f"{self.number:06d}.{ending}"

    def write(self, results: Results) -> None:
        """Write the lines, then the record that they are whole."""
        lines, ledger = b"".join(results.documents), b"".join(results.ledger)
        write_whole(self.path("jsonl"), [lines], checked=True)
        write_whole(self.path("ledger"), [ledger], checked=True)
        record = {"sha256": sha256(lines + ledger).hexdigest(), "counts": results.counts.plain()}
        write_whole(self.path("done"), [json.dumps(record).encode()], checked=True)

    def counts(self) -> Counts | None:
        """What it counts, None when it is not there whole: a machine that lost its power may leave anything."""
        try:
            self.lines()
            return Counts(**json.loads(self.path("done").read_bytes())["counts"])
        except (OSError, ValueError, KeyError, TypeError, OutputError):
            return None

    def lines(self) -> tuple[bytes, bytes]:
        """Its lines of output and of the ledger. Raises OutputError when they are not what was written."""
        lines, ledger = self.path("jsonl").read_bytes(), self.path("ledger").read_bytes()
        record = json.loads(self.path("done").read_bytes())
        if sha256(lines + ledger).hexdigest() != record["sha256"]:
            raise OutputError(
                "damaged_part",
                f"{self.path('jsonl')} is not what was written: go on with --resume, which converts its pages again",
                f"{self.path('jsonl')} 内容已损坏，请用 --resume 继续，将重新转换该部分",
            )
        return lines, ledger
