"""Where a process stands, in a few bytes that it shares with its parent: they are there when a page has ended it.

「shard 7, page 12 of it, 11 ok」. A message a page would cost as much as reading the page.
"""

from __future__ import annotations

from dataclasses import dataclass
from mmap import ACCESS_READ, ACCESS_WRITE, mmap
from struct import Struct
from typing import TYPE_CHECKING

from govtext.archive.ledger import Counts

if TYPE_CHECKING:
    from pathlib import Path

_FORM = Struct("7q")  # beats, shard, place, ok, empty, failed, targets


@dataclass(frozen=True, slots=True)
class Beat:
    """What a process said last: before the page at ``place`` of a shard, and how many times it has said something."""

    beats: int
    shard: int
    place: int
    counts: Counts


class Pulse:
    """The shared bytes: the parent makes the file and reads, the process writes."""

    def __init__(self, path: Path, *, new: bool) -> None:
        self._path, self._new, self._beats = path, new, 0
        if new:
            path.write_bytes(_FORM.pack(0, -1, 0, 0, 0, 0, 0))
        with path.open("r+b") as file:
            self._shared = mmap(file.fileno(), _FORM.size, access=ACCESS_READ if new else ACCESS_WRITE)

    def beat(self, shard: int, place: int, counts: Counts) -> None:
        """Say where this process stands."""
        self._beats += 1
        _FORM.pack_into(self._shared, 0, self._beats, shard, place, counts.ok, counts.empty, counts.failed, counts.targets)

    def read(self) -> Beat:
        """What the process said last."""
        beats, shard, place, *counts = _FORM.unpack_from(self._shared)
        return Beat(beats, shard, place, Counts(*counts))

    def close(self) -> None:
        """Let go of the bytes; who made the file takes it away."""
        self._shared.close()
        if self._new:
            self._path.unlink(missing_ok=True)
