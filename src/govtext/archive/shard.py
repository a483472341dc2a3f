"""The one function that does the work: a shard of the inputs in, lines of output and of the ledger out.

A shard names at most a hundred pages by place: 「pages 200 to 299 of crawl.tar.gz」. Equal shards give equal bytes, in any process.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import lru_cache
from hashlib import sha256
from importlib import import_module
from itertools import accumulate, islice
from traceback import extract_tb
from typing import TYPE_CHECKING, Any

from govtext.archive import ledger
from govtext.archive.entry import Page, Problem, entry, problem
from govtext.archive.ledger import Counts
from govtext.archive.sources import Source, members
from govtext.errors import GovtextError, SourceError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from govtext.archive.config import Config
    from govtext.archive.entry import Entry, Member
    from govtext.records import Document

_ASIDE = {
    "timeout": ("the page took longer than a page may, in {} tries", "页面处理超时，已尝试 {} 次"),
    "killed": ("the page ended the process that read it, in {} tries", "页面导致处理进程退出，已尝试 {} 次"),
    "unreached": ("the input cannot be read as far as this page, in {} tries", "无法读取到该页面所在位置，已尝试 {} 次"),
}
_STEP = 200  # members passed over between two signs of life


@dataclass(frozen=True, slots=True)
class Slice:
    """Some members of a source, by place."""

    source: Source
    first: int
    count: int


@dataclass(frozen=True, slots=True)
class Aside:
    """Why a page is set aside unread."""

    code: str
    attempts: int


@dataclass(frozen=True, slots=True)
class Shard:
    """A piece of the work. ``aside`` are the pages, by place in the shard, that have ended a process twice."""

    number: int
    slices: tuple[Slice, ...]
    aside: Mapping[int, Aside] = field(default_factory=dict)

    def without(self, place: int, code: str, attempts: int) -> Shard:
        """The shard with a page set aside; once more, when the way to it ends the process too, with all that follow it in its source."""
        places = [place]
        if place in self.aside:
            ends = accumulate(part.count for part in self.slices)
            places, code = list(range(place, next(end for end in ends if end > place))), "unreached"
        return replace(self, aside={**self.aside, **dict.fromkeys(places, Aside(code, attempts))})

    @property
    def count(self) -> int:
        """The members it holds."""
        return sum(part.count for part in self.slices)


@dataclass(frozen=True, slots=True)
class Results:
    """The shard's lines of output and of the ledger, each encoded and ended."""

    documents: tuple[bytes, ...]
    ledger: tuple[bytes, ...]
    counts: Counts


def plan(sources: Sequence[Source], sizes: Sequence[int], size: int, limit: int | None = None) -> list[Shard]:
    """Cut the inputs into shards of ``size`` members, in order; the last is what is left.

    >>> source = Source("a.zip", "zip")
    >>> [(s.number, s.slices[0].first, s.count) for s in plan([source], [250], 100, limit=220)]
    [(0, 0, 100), (1, 100, 100), (2, 200, 20)]
    """
    shards: list[Shard] = []
    slices: list[Slice] = []
    room, left = size, sum(sizes) if limit is None else min(limit, sum(sizes))
    for source, members_held in zip(sources, sizes, strict=True):
        first = 0
        while left and first < members_held:
            take = min(room, members_held - first, left)
            slices.append(Slice(source, first, take))
            first, room, left = first + take, room - take, left - take
            if not room or not left:
                shards.append(Shard(len(shards), tuple(slices)))
                slices, room = [], size
    return shards


class Walks:
    """The walk that a process has open: shards come in order, so a packed archive is unpacked once and not once a shard."""

    def __init__(self, config: Config) -> None:
        self._config = config
        self._source: Source | None = None
        self._place = 0
        self._open: Iterator[Member] = iter(())

    def take(self, part: Slice, beat: Callable[[], None]) -> Iterator[Member]:
        """The members of a slice; fewer when the source has shrunk."""
        if part.source != self._source or part.first < self._place:
            self.close()
            self._source, self._place, self._open = part.source, 0, members(part.source, self._config)
        while self._place < part.first:
            passed = sum(1 for _ in islice(self._open, min(_STEP, part.first - self._place)))
            self._place += passed
            beat()
            if not passed:
                return
        for member in islice(self._open, part.count):
            self._place += 1
            yield member

    def close(self) -> None:
        """Let go of the open source."""
        close = getattr(self._open, "close", None)
        if close:
            close()
        self._source, self._open = None, iter(())


def convert_shard(
    shard: Shard,
    config: Config,
    beat: Callable[[int, Counts], None] = lambda _page, _counts: None,
    walks: Walks | None = None,
) -> Results:
    """Convert a shard. A page that goes wrong is a line of the ledger; no page's error leaves this function.

    ``beat`` is called before each page with its place in the shard and the counts so far, ``walks`` spares opening a source again.
    """
    convert = converter(config.converter)
    held = walks or Walks(config)
    documents: list[bytes] = []
    lines: list[bytes] = []
    counts = Counts()
    place = 0
    for part in shard.slices:
        walk = held.take(part, lambda: beat(place, counts))  # noqa: B023 - called at once, with the values of this moment
        for number in range(part.first, part.first + part.count):
            beat(place, counts)  # before the walk moves: what ends the process on the way to a page is this page's
            document, line, found = _convert(_read(walk, part.source, number, shard.aside.get(place)), convert, config)
            documents += [document] if document else []
            lines += [line.encoded()] if line else []
            counts += found
            place += 1
    if walks is None:
        held.close()
    return Results(tuple(documents), tuple(lines), counts)


def _read(walk: Iterator[Member], source: Source, number: int, aside: Aside | None) -> Entry:
    by_place = f"{source.name or source.address}#{number + 1}"
    if aside and aside.code == "unreached":
        return _aside(by_place, aside)
    member = next(walk, None)
    if member is None:
        said = "the input holds less than when the run began", "输入内容比运行开始时减少"
        return Problem(by_place, "read", "source_changed", *said)
    return _aside(member.uri, aside) if aside else entry(member)


def _convert(got: Entry, convert: Callable[..., Document], config: Config) -> tuple[bytes | None, ledger.Line | None, Counts]:
    if isinstance(got, Problem):
        return None, ledger.failed(got), Counts(failed=1)
    try:
        document = document_of(got, convert, config)
    except Exception as error:  # noqa: BLE001 - one page must not end a run of hours: what it raised is in the ledger
        return None, ledger.failed(_page_problem(got, error)), Counts(failed=1)
    try:
        line = document.model_dump_json().encode() + b"\n"
    except (ValueError, TypeError, MemoryError) as error:
        return None, ledger.failed(replace(_page_problem(got, error), stage="write")), Counts(failed=1)
    found = len(document.targets) + len(document.achievements)
    if document.article.empty:
        return line, ledger.empty(document, _hash(got)), Counts(empty=1, targets=found)
    return line, None, Counts(ok=1, targets=found)


def document_of(page: Page, convert: Callable[..., Document], config: Config) -> Document:
    """A page's Document, as the configuration wants it written."""
    document = convert(
        page.content,
        url=page.url,
        published=page.published or config.published,
        selector=config.selector,
        simplify=config.simplify,
        charset=page.charset,
    )
    changes: dict[str, Any] = {"uri": page.uri}
    if config.status == "planned":
        changes["achievements"] = ()
    elif config.status == "achieved":
        changes["targets"] = ()
    if not config.text:
        changes["article"] = document.article.model_copy(update={"text": "", "paragraphs": (), "dropped": ()})
    return document.model_copy(update=changes)


@lru_cache(maxsize=8)
def converter(name: str) -> Callable[..., Document]:
    """The function that converts a page, from 「module:function」."""
    module, _, function = name.partition(":")
    try:
        return getattr(import_module(module), function)  # type: ignore[no-any-return]
    except (ImportError, AttributeError) as error:
        raise SourceError("converter", f"the converter {name!r} cannot be loaded: {error}", f"无法加载转换函数 {name!r}") from error


def _page_problem(page: Page, error: Exception) -> Problem:
    if isinstance(error, GovtextError | MemoryError):
        return replace(problem(page.uri, error, "convert"), sha256=_hash(page))
    where = extract_tb(error.__traceback__)[-1]
    said = f"{type(error).__name__} at {where.filename.replace(chr(92), '/').rsplit('/', 1)[-1]}:{where.lineno}: {error}"[:500]
    return Problem(page.uri, "convert", "internal_error", f"the page could not be converted: {said}", f"页面转换出错：{said}", _hash(page))


def _hash(page: Page) -> str:
    content = page.content if isinstance(page.content, bytes) else page.content.encode("utf-8", "surrogatepass")
    return sha256(content).hexdigest()


def _aside(uri: str, aside: Aside) -> Problem:
    message, chinese = _ASIDE[aside.code]
    return Problem(uri, "convert", aside.code, message.format(aside.attempts), chinese.format(aside.attempts), attempt=aside.attempts)
