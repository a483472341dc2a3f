"""A run from its inputs to its output: plan, convert in processes, assemble; killed at any moment, it goes on where it stood.

convert_archive("crawl.zip", "targets.csv")
"""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from govtext.archive.config import Columns, Config
from govtext.archive.folder import SPOOL, Frozen, RunFolder
from govtext.archive.ledger import Counts
from govtext.archive.part import TMP, Part
from govtext.archive.pool import Pool
from govtext.archive.shard import Shard, plan
from govtext.archive.sinks import Format, assemble, check, format_of
from govtext.archive.sources import Inputs, Source, expand, has_columns, members, same_file
from govtext.archive.streams import remote
from govtext.errors import GovtextError, OutputError, SourceError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from govtext.archive.config import Status


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is."""

    stage: str  # count, convert, write
    total: int  # pages planned; in the stage count those found so far
    counts: Counts
    resumed: int  # pages that an earlier try had done
    seconds: float


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run did: ``counts.total`` pages came in, and each is ok, empty or failed."""

    counts: Counts
    out: str
    ledger: str | None
    seconds: float
    resumed: int = 0
    skipped: dict[str, int] = field(default_factory=dict)  # files of folders that are no pages, by suffix


def _silent(_progress: Progress) -> None:
    """Nobody watches."""


def convert_archive(  # noqa: PLR0913 - the settings of a run, each by its name
    source: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    out: str | os.PathLike[str],
    *,
    jobs: int | None = None,
    format: str | None = None,  # noqa: A002 - the option's name
    resume: bool = False,
    restart: bool = False,
    status: Status = "all",
    errors: str | os.PathLike[str] | None = None,
    limit: int | None = None,
    published: str | date | None = None,
    html: str | None = None,
    url: str | None = None,
    table: str | None = None,
    selector: str | None = None,
    text: bool = True,
    progress: Callable[[Progress], None] = _silent,
    config: Config | None = None,
) -> Summary:
    """Convert files, folders, archives and dumps to one output.

    ``source`` is a path or several; ``out`` says its format by its suffix, and a folder gets shards.
    ``jobs`` processes work, by default one a core. ``published`` is a date, or the column that holds one; ``html``, ``url`` and
    ``table`` name columns and table where they are not the usual ones. ``resume`` goes on with a run that was broken off,
    ``restart`` throws it away. ``config`` stands for all settings of the conversion at once.

    Raises ``SourceError`` for an input that is not there, ``OutputError`` for an output that cannot be written, ``ResumeError``
    for a run that cannot go on, ``MissingExtra`` for a format whose package is not installed.
    What goes wrong with one page is a line of the ledger.

    >>> summary = convert_archive("crawl.zip", "targets.csv", jobs=2)  # doctest: +SKIP
    >>> summary.counts  # doctest: +SKIP
    Counts(ok=970, empty=21, failed=9, targets=3120)
    """
    if config is None:
        day, name = _published(published)
        columns = Columns(html=html, url=url, published=name, table=table)
        config = Config(columns=columns, published=day, selector=selector, status=status, text=text, limit=limit)
    addresses = [os.fspath(source)] if isinstance(source, str | os.PathLike) else [os.fspath(each) for each in source]
    run = _Run(Path(out), format_of(Path(out), format), config, jobs or _cores(), progress)
    return run.convert(addresses, resume=resume, restart=restart, errors=None if errors is None else Path(errors))


def _cores() -> int:
    """The cores that this process may use: on a cluster's node not all that there are."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _published(value: str | date | None) -> tuple[date | None, str | None]:
    if value is None or isinstance(value, date):
        return value, None
    try:
        return date.fromisoformat(value), None
    except ValueError:
        return None, value


@dataclass(slots=True)
class _Run:
    out: Path
    form: Format
    config: Config
    jobs: int
    tell: Callable[[Progress], None]
    began: float = field(default_factory=monotonic)

    def convert(self, addresses: Sequence[str], *, resume: bool, restart: bool, errors: Path | None) -> Summary:
        check(self.out, self.form)
        if errors:
            check(errors, "jsonl")
            if errors.resolve() == self.out.resolve():
                raise OutputError("same_output", f"{errors} cannot be both the output and the ledger", f"{errors} 不能同时是输出与错误清单")
        folder = RunFolder(self.out.with_name(f"{self.out.name}.run"))
        own = [self.out, folder.path, *([errors] if errors else [])]
        inputs = expand(addresses, own, folder.path / SPOOL)
        self._refuse(inputs.sources, own)
        folder.lock()
        try:
            if restart:
                folder.clear()
            if "-" in addresses and not (resume and folder.begun()):
                _spool(folder.path / SPOOL)
            counts, done, skipped = self._work(folder, inputs, resume=resume)
            if errors:
                copy_whole(folder.path / "ledger.jsonl", errors)
        except OSError as error:  # the disk is full, or there is no process to be had
            said = error.strerror or error
            raise OutputError(
                "broken_off", f"{folder.path}: {said}; go on with --resume", f"{folder.path}：{said}，可用 --resume 继续"
            ) from error
        finally:
            folder.unlock()
        return Summary(counts, str(self.out), str(errors or folder.path / "ledger.jsonl"), monotonic() - self.began, done, skipped)

    def _refuse(self, sources: Sequence[Source], own: Sequence[Path]) -> None:
        for source in sources:
            if not remote(source.address) and any(same_file(source.address, path) for path in own):
                raise OutputError(
                    "is_input",
                    f"{source.address} is an input: it would be overwritten; choose another -o",
                    f"{source.address} 是输入文件，不能覆盖，请另选 -o",
                )
        columns = self.config.columns
        asked = [name for name in (columns.published, columns.html, columns.url, columns.table) if name]
        if asked and not any(map(has_columns, sources)):
            raise SourceError(
                "no_columns",
                f"{asked[0]!r} was asked for, and no input has columns; a date is written 2024-03-01",
                f"输入中没有表格列，无法使用 {asked[0]!r}；日期写作 2024-03-01",
            )

    def _work(self, folder: RunFolder, inputs: Inputs, *, resume: bool) -> tuple[Counts, int, dict[str, int]]:
        frozen = self._frozen(folder, inputs, resume=resume)
        finished = folder.finished(self.form) if resume else None
        if finished and self.out.exists():
            return finished, finished.total, frozen.skipped
        place = folder.parts()
        shards = plan(frozen.sources, frozen.sizes, shard_size(self.config, sum(frozen.sizes)), self.config.limit)
        parts = [Part(place, shard.number) for shard in shards]
        total = sum(shard.count for shard in shards)
        held = [part.counts() for part in parts]
        before = sum((counts for counts in held if counts), Counts())
        todo = [shard for shard, counts in zip(shards, held, strict=True) if counts is None]
        self._convert(place, todo, total, before)
        counts = _even(parts, total)
        self._tell("write", total, counts, before.total)
        assemble(parts, self.out, self.form, folder.path / f"out{TMP}")
        assemble(parts, folder.path / "ledger.jsonl", "ledger", folder.path / f"ledger{TMP}")
        folder.finish(counts, self.form)
        return counts, before.total, frozen.skipped

    def _frozen(self, folder: RunFolder, inputs: Inputs, *, resume: bool) -> Frozen:
        if folder.begun() and resume:
            return folder.resume(self.config, inputs.sources)
        if folder.unfinished():
            raise OutputError(
                "unfinished",
                f"an unfinished run stands in {folder.path}: go on with --resume, or throw it away with --restart",
                f"{folder.path} 中有未完成的运行：用 --resume 继续，或用 --restart 放弃",
            )
        sizes = list(self._sizes(inputs.sources))
        frozen = Frozen(self.config, tuple(inputs.sources[: len(sizes)]), tuple(sizes), dict(sorted(inputs.skipped.items())))
        folder.begin(Frozen(self.config, tuple(inputs.sources), (*sizes, *[0] * (len(inputs.sources) - len(sizes))), frozen.skipped))
        return frozen

    def _sizes(self, sources: Sequence[Source]) -> Iterator[int]:
        """How many members each source has, until the limit is reached."""
        total = 0
        for source in sources:
            if self.config.limit is not None and total >= self.config.limit:
                return
            size = 0
            for _ in members(source, self.config) if source.kind != "page" else (None,):
                size += 1
                if size % 200 == 0:
                    self._tell("count", total + size, Counts(), 0)
                if total + size == self.config.limit:
                    break
            total += size
            yield size

    def _convert(self, parts: Path, todo: Sequence[Shard], total: int, before: Counts) -> None:
        self._tell("convert", total, before, before.total)
        pool = Pool(self.config, parts, max(1, min(self.jobs, len(todo))))
        pool.convert(todo, lambda counts: self._tell("convert", total, before + counts, before.total))

    def _tell(self, stage: str, total: int, counts: Counts, resumed: int) -> None:
        self.tell(Progress(stage, total, counts, resumed, monotonic() - self.began))


def shard_size(config: Config, pages: int) -> int:
    """How many pages a shard holds: a hundredth of the run, so that no process waits long for the last; never a matter of their number.

    >>> shard_size(Config(), 90), shard_size(Config(), 700), shard_size(Config(), 20_000)
    (10, 10, 100)
    """
    return min(config.shard_size, max(10, pages // 100))


def _even(parts: Sequence[Part], total: int) -> Counts:
    """The counts of all parts: what came in is what went out, or nothing is written."""
    found = [part.counts() for part in parts]
    counts = sum((each for each in found if each), Counts())
    if None in found or counts.total != total:
        raise GovtextError(
            "uneven",
            f"{total} pages came in and {counts.total} went out: nothing was written",
            f"输入 {total} 页，输出 {counts.total} 页，数目不符，未写入任何结果",
        )
    return counts


def _spool(place: Path) -> None:
    """Keep what comes on standard input: a resumed run cannot read it a second time."""
    partial = place.with_name(f"{place.name}{TMP}")
    with partial.open("wb") as held:
        shutil.copyfileobj(sys.stdin.buffer, held)
    os.replace(partial, place)  # noqa: PTH105 - the same call, named for what it promises


def copy_whole(path: Path, copy: Path) -> None:
    """Copy a file so that the copy appears whole or not at all. Raises OutputError."""
    partial = copy.with_name(f"{copy.name}{TMP}")
    try:
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, partial)
        os.replace(partial, copy)  # noqa: PTH105 - as above
    except OSError as error:
        raise OutputError("unwritable", f"{copy}: it cannot be written: {error.strerror or error}", f"{copy}：无法写入") from error
