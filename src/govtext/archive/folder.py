"""A run's folder: the frozen inputs and settings, one part a shard, the ledger; what a killed run goes on from.

targets.jsonl.run/
  run.json        settings, the rules' hash, how many inputs; at the end the counts
  inputs.jsonl    every input, its size and its number of pages
  parts/000007.jsonl, .ledger, .done     the record .done is written last
  ledger.jsonl    at the end
"""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import IO, TYPE_CHECKING, Any

from govtext.archive.config import Config, rules_hash
from govtext.archive.ledger import Counts
from govtext.archive.sources import Source
from govtext.errors import OutputError, ResumeError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from govtext.archive.shard import Results

LAYOUT = 1


def write_whole(path: Path, blocks: Sequence[bytes]) -> None:
    """Write a file that appears whole or not at all."""
    partial = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    with partial.open("wb") as file:
        file.writelines(blocks)
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
        write_whole(self.path("jsonl"), [lines])
        write_whole(self.path("ledger"), [ledger])
        record = {"sha256": sha256(lines + ledger).hexdigest(), "bytes": [len(lines), len(ledger)], "counts": results.counts.plain()}
        write_whole(self.path("done"), [json.dumps(record).encode()])

    def counts(self) -> Counts | None:
        """What it counts, None when it is not there whole."""
        try:
            record = json.loads(self.path("done").read_bytes())
            sizes = [self.path("jsonl").stat().st_size, self.path("ledger").stat().st_size]
        except (OSError, ValueError):
            return None
        return Counts(**record["counts"]) if sizes == record["bytes"] else None

    def lines(self) -> tuple[bytes, bytes]:
        """Its lines of output and of the ledger. Raises OutputError when they are not what was written."""
        lines, ledger = self.path("jsonl").read_bytes(), self.path("ledger").read_bytes()
        record = json.loads(self.path("done").read_bytes())
        if sha256(lines + ledger).hexdigest() != record["sha256"]:
            self.path("done").unlink()
            raise OutputError(
                "damaged_part",
                f"{self.path('jsonl')} is not what was written: go on with --resume, which converts its pages again",
                f"{self.path('jsonl')} 内容已损坏，请用 --resume 继续，将重新转换该部分",
            )
        return lines, ledger


@dataclass(frozen=True, slots=True)
class Frozen:
    """What a run was begun with."""

    config: Config
    sources: tuple[Source, ...]
    sizes: tuple[int, ...]
    skipped: dict[str, int]


class RunFolder:
    """The folder, held by one process at a time."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.parts = path / "parts"
        self._lock: IO[bytes] | None = None

    def begun(self) -> bool:
        """Whether a run stands here."""
        return (self.path / "run.json").is_file()

    def state(self) -> dict[str, Any]:
        """What run.json says."""
        try:
            state = json.loads((self.path / "run.json").read_bytes())
        except (OSError, ValueError) as error:
            raise ResumeError("broken_run", f"{self.path} is not a run's folder: {error}", f"{self.path} 不是有效的运行目录") from error
        if not isinstance(state, dict) or state.get("layout") != LAYOUT:
            raise ResumeError("other_layout", f"{self.path} was made by another version: use --restart", f"{self.path} 由其他版本生成")
        return state

    def finished(self) -> Counts | None:
        """The counts of a run that came to its end."""
        done = self.state().get("finished") if self.begun() else None
        return Counts(**done) if done else None

    def begin(self, frozen: Frozen) -> None:
        """Write down what the run is begun with; run.json comes last."""
        shutil.rmtree(self.parts, ignore_errors=True)
        self.parts.mkdir(parents=True)
        write_whole(self.path / "inputs.jsonl", [_input_line(s, n) for s, n in zip(frozen.sources, frozen.sizes, strict=True)])
        self._write_state(
            {
                "layout": LAYOUT,
                "config": frozen.config.plain(),
                "rules": rules_hash(),
                "inputs": len(frozen.sources),
                "pages": sum(frozen.sizes),
                "skipped": frozen.skipped,
            }
        )

    def resume(self, config: Config, sources: Sequence[Source]) -> Frozen:
        """What the run was begun with. Raises ResumeError when inputs, settings or rules are not the same now, saying which."""
        state = self.state()
        held = list(self._inputs())
        differences = [f"the setting {name}" for name in Config.of(state["config"]).differences(config)]
        if state["rules"] != rules_hash():
            differences.append("the rules (another version of govtext or of a package it builds on)")
        differences += _changed([source for source, _ in held], sources)
        if differences:
            raise ResumeError(
                "differs",
                f"the run in {self.path} cannot go on, for this is not the same: {'; '.join(differences)}. Begin again with --restart",
                f"{self.path} 中的运行无法继续，以下内容已改变：{'；'.join(differences)}。可用 --restart 重新开始",
            )
        for leftover in self.parts.glob("*.tmp"):
            leftover.unlink(missing_ok=True)
        return Frozen(config, tuple(s for s, _ in held), tuple(n for _, n in held), state["skipped"])

    def finish(self, counts: Counts) -> None:
        """Write down that the run is over and drop its parts."""
        self._write_state(self.state() | {"finished": counts.plain()})
        shutil.rmtree(self.parts, ignore_errors=True)
        (self.path / "workers.log").unlink(missing_ok=True)

    def remove(self) -> None:
        """Drop the run, its record first."""
        (self.path / "run.json").unlink(missing_ok=True)
        shutil.rmtree(self.path, ignore_errors=True)

    def lock(self) -> None:
        """Hold the folder. Raises OutputError when another process does."""
        self.path.mkdir(parents=True, exist_ok=True)
        self._lock = (self.path / "lock").open("ab")
        if not _locked(self._lock):
            self._lock.close()
            self._lock = None
            raise OutputError("running", f"another process is at work in {self.path}", f"另一个进程正在使用 {self.path}")

    def unlock(self) -> None:
        """Let go of the folder."""
        if self._lock:
            self._lock.close()
            self._lock = None
            (self.path / "lock").unlink(missing_ok=True)

    def _write_state(self, state: dict[str, Any]) -> None:
        write_whole(self.path / "run.json", [json.dumps(state, ensure_ascii=False, indent=1).encode("utf-8", "surrogateescape")])

    def _inputs(self) -> Iterator[tuple[Source, int]]:
        with (self.path / "inputs.jsonl").open(encoding="utf-8", errors="surrogateescape") as file:
            for line in file:
                plain = json.loads(line)
                yield Source(**plain["source"]), plain["pages"]


def _input_line(source: Source, pages: int) -> bytes:
    return (json.dumps({"source": asdict(source), "pages": pages}, ensure_ascii=False) + "\n").encode("utf-8", "surrogateescape")


def _changed(before: Sequence[Source], now: Sequence[Source]) -> list[str]:
    held, there = {s.address: s for s in before}, {s.address: s for s in now}
    said = [f"the input {name} is gone" for name in held if name not in there]
    said += [f"the input {name} is new" for name in there if name not in held]
    said += [f"the input {name} has changed" for name, source in held.items() if name in there and there[name] != source]
    if not said and list(before) != list(now):
        said = ["the order of the inputs"]
    return said if len(said) <= 3 else [*said[:3], f"and {len(said) - 3} more inputs"]


def _locked(file: IO[bytes]) -> bool:
    import sys  # noqa: PLC0415

    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
