"""A run's folder: the frozen inputs and settings, one part a shard, the ledger; what a killed run goes on from.

targets.jsonl.run/
  run.json        settings, the rules' hash, how many inputs; at the end the counts
  inputs.jsonl    every input, its size and its number of pages
  parts-…/000007.jsonl, .ledger, .done   the record .done is written last
  ledger.jsonl    at the end
"""

from __future__ import annotations

import errno
import json
import os
import shutil
import sys
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from typing import IO, TYPE_CHECKING, Any

from govtext.archive.config import Config, rules_hash
from govtext.archive.ledger import Counts
from govtext.archive.part import TMP, write_whole
from govtext.archive.sources import Source
from govtext.errors import OutputError, ResumeError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path


LAYOUT = 1
SPOOL = "stdin.jsonl"  # what came on standard input


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
        self._lock: IO[bytes] | None = None

    def parts(self) -> Path:
        """Where the parts are, without what a killed process left half written.

        It is named for what decides the parts, so that a process left over from another run cannot write among them.
        """
        decided = {name: value for name, value in self.state().items() if name in {"config", "rules", "inputs_hash"}}
        parts = self.path / f"parts-{sha256(json.dumps(decided, sort_keys=True).encode()).hexdigest()[:12]}"
        parts.mkdir(exist_ok=True)
        for leftover in (*self.path.glob(f"*{TMP}"), *parts.glob(f"*{TMP}")):
            _remove(leftover)
        return parts

    def begun(self) -> bool:
        """Whether a run stands here."""
        return (self.path / "run.json").is_file()

    def state(self) -> dict[str, Any]:
        """What run.json says."""
        try:
            state = json.loads((self.path / "run.json").read_bytes())
        except (OSError, ValueError) as error:
            raise ResumeError(
                "broken_run",
                f"{self.path} is not a run's folder: {error}; use --restart",
                f"{self.path} 不是有效的运行目录，请用 --restart 重新开始",
            ) from error
        if not isinstance(state, dict) or state.get("layout") != LAYOUT:
            raise ResumeError(
                "other_layout",
                f"{self.path} was made by another version: use --restart",
                f"{self.path} 由其他版本生成，请用 --restart 重新开始",
            )
        return state

    def finished(self, form: str | None = None) -> Counts | None:
        """The counts of a run that came to its end, in this format."""
        state = self.state() if self.begun() else {}
        done = state.get("finished")
        return Counts(**done) if done and form in {None, state.get("format")} else None

    def unfinished(self) -> bool:
        """Whether a run was broken off that had done a part of its work."""
        return self.begun() and self.finished() is None and any(self.path.glob("parts-*/*.done"))

    def begin(self, frozen: Frozen) -> None:
        """Write down what the run is begun with; run.json comes last."""
        self.clear()
        inputs = [_input_line(s, n) for s, n in zip(frozen.sources, frozen.sizes, strict=True)]
        write_whole(self.path / "inputs.jsonl", inputs)
        self._write_state(
            {
                "layout": LAYOUT,
                "config": frozen.config.plain(),
                "rules": rules_hash(),
                "inputs": len(frozen.sources),
                "inputs_hash": sha256(b"".join(inputs)).hexdigest(),
                "pages": sum(frozen.sizes),
                "skipped": frozen.skipped,
            }
        )

    def resume(self, config: Config, sources: Sequence[Source]) -> Frozen:
        """What the run was begun with. Raises ResumeError when inputs, settings or rules are not the same now, saying which."""
        state = self.state()
        held = list(self._inputs())
        differences = [(f"the setting {name}", f"设置 {name}") for name in Config.of(state["config"]).differences(config)]
        if state["rules"] != rules_hash():
            rules = "the rules (another version of govtext or of a package it builds on)"
            differences.append((rules, "规则（govtext 或其依赖的版本不同）"))
        differences += _changed([source for source, _ in held], sources)
        if differences:
            english, chinese = zip(*differences, strict=True)
            raise ResumeError(
                "differs",
                f"the run in {self.path} cannot go on, for this is not the same: {'; '.join(english)}. Begin again with --restart",
                f"{self.path} 中的运行无法继续，以下内容已改变：{'；'.join(chinese)}。可用 --restart 重新开始",
            )
        return Frozen(config, tuple(s for s, _ in held), tuple(n for _, n in held), state["skipped"])

    def finish(self, counts: Counts, form: str) -> None:
        """Write down that the run is over, in which format its output is, and drop its parts."""
        self._write_state(self.state() | {"finished": counts.plain(), "format": form})
        for path in (*self.path.glob("parts-*"), self.path / "workers.log", self.path / SPOOL):
            _remove(path)

    def clear(self) -> None:
        """Drop what an earlier run left, its record first; what came on standard input stays."""
        for name in ("run.json", "inputs.jsonl", "ledger.jsonl", "workers.log", f"*{TMP}", "parts-*"):
            for path in self.path.glob(name):
                _remove(path)

    def lock(self) -> None:
        """Hold the folder. Raises OutputError when another process does."""
        place = self.path / "lock"
        while self._lock is None:
            try:
                self.path.mkdir(parents=True, exist_ok=True)
                file = place.open("ab")
            except OSError as error:
                raise OutputError("no_folder", f"{self.path}: it cannot be made: {error.strerror}", f"{self.path}：无法创建目录") from error
            if not _locked(file):
                file.close()
                raise OutputError("running", f"another process is at work in {self.path}", f"另一个进程正在使用 {self.path}，请等它结束")
            if place.exists() and place.stat().st_ino == os.fstat(file.fileno()).st_ino:
                self._lock = file
            else:
                file.close()  # who held it has just taken it away

    def unlock(self) -> None:
        """Let go of the folder; one in which nothing was begun goes away."""
        if self._lock:
            with suppress(OSError):  # where an open file cannot be taken away, it stays
                (self.path / "lock").unlink()
            self._lock.close()
            self._lock = None
            if not self.begun():
                (self.path / SPOOL).unlink(missing_ok=True)
            with suppress(OSError):
                self.path.rmdir()

    def _write_state(self, state: dict[str, Any]) -> None:
        write_whole(self.path / "run.json", [json.dumps(state, ensure_ascii=False, indent=1).encode("utf-8", "backslashreplace")])

    def _inputs(self) -> Iterator[tuple[Source, int]]:
        with (self.path / "inputs.jsonl").open(encoding="utf-8") as file:
            for line in file:
                plain = json.loads(line)
                yield Source(**plain["source"]), plain["pages"]


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


def _input_line(source: Source, pages: int) -> bytes:
    return (json.dumps({"source": source.plain(), "pages": pages}, ensure_ascii=False) + "\n").encode("utf-8", "backslashreplace")


def _changed(before: Sequence[Source], now: Sequence[Source]) -> list[tuple[str, str]]:
    """What is not the same in the inputs, in both languages."""
    held, there = {s.address: s for s in before}, {s.address: s for s in now}
    said = [(f"the input {name} is gone", f"输入 {name} 已不存在") for name in held if name not in there]
    said += [(f"the input {name} is new", f"输入 {name} 是新增的") for name in there if name not in held]
    changed = [name for name, source in held.items() if name in there and there[name] != source]
    said += [(f"the input {name} has changed", f"输入 {name} 已改变") for name in changed]
    if not said and list(before) != list(now):
        said = [("the order of the inputs", "输入的次序")]
    more = len(said) - 3
    return said if more <= 0 else [*said[:3], (f"and {more} more inputs", f"另有 {more} 个输入")]


def _locked(file: IO[bytes]) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in {errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK}  # a disk without locks has none to hold
    return True
