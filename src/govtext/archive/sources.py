"""From what the user names to the frozen list of inputs, and from one input to its members.

「crawl/」 → every page and archive below it, sorted, links not followed; 「crawl/a.zip」 → its pages.
"""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from govtext.archive.entry import Member, Page, steady, too_large
from govtext.archive.extras import load
from govtext.archive.names import Kind, hidden, kind, member_name, suffix
from govtext.archive.packed import tar_members, zip_members
from govtext.archive.separated import csv_rows
from govtext.archive.streams import open_stream, remote
from govtext.archive.tables import json_rows, parquet_rows, sqlite_rows
from govtext.archive.warc import warc_members
from govtext.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govtext.archive.config import Config


@dataclass(frozen=True, slots=True)
class Source:
    """One input: a file, its kind, and what shows that it is still the same."""

    address: str
    kind: Kind
    size: int = -1
    stamp: str = ""  # time of the last change, in nanoseconds; a remote file's own mark
    name: str = ""  # what it is called in the output, where that is not its address

    def plain(self) -> dict[str, str | int]:
        """As JSON holds it."""
        return {"address": self.address, "kind": self.kind, "size": self.size, "stamp": self.stamp, "name": self.name}


@dataclass(slots=True)
class Inputs:
    """The list of inputs, and the files of the folders that are no pages, counted by suffix."""

    sources: list[Source] = field(default_factory=list)
    skipped: Counter[str] = field(default_factory=Counter)


def expand(addresses: Iterable[str], leave: Iterable[Path] = (), spool: Path | None = None) -> Inputs:
    """Every file that the addresses name.

    ``leave`` are the run's own outputs, when they stand in an input folder; ``spool`` holds what came on standard input, for 「-」.
    Raises SourceError for an address that is not there or is no input.
    """
    inputs = Inputs()
    own = tuple(leave)
    named = list(addresses)
    for address in named:
        if address == "-" and spool:
            inputs.sources.append(Source(str(spool), "jsonl", name="-"))
        elif remote(address):
            _expand_remote(address, inputs)
        elif os.path.isdir(address):  # noqa: PTH112 - the user's own spelling of the path is kept
            _expand_folder(address, inputs, own)
        elif os.path.isfile(address):  # noqa: PTH113 - as above
            inputs.sources.append(_named(address))
        elif os.path.exists(address):  # noqa: PTH110 - as above
            raise SourceError(
                "no_file",
                f"{address} is neither a file nor a folder: give its content as JSONL to -",
                f"{address} 不是普通文件，内容可作为 JSONL 由 - 读入",
            )
        else:
            raise SourceError("missing", f"{address}: there is no such file or folder", f"{address}：文件或文件夹不存在")
    if len(named) > 1:
        _once(inputs)
    return inputs


def _once(inputs: Inputs) -> None:
    """A file that was named twice, as 「crawl crawl/*.zip」 does, is read once."""
    found: dict[str, Source] = {}
    for source in inputs.sources:
        place = source.address if remote(source.address) else os.path.realpath(source.address)
        if found.setdefault(place, source) is not source:
            inputs.skipped["named twice"] += 1
    inputs.sources = list(found.values())


def _named(address: str) -> Source:
    held = kind(address)
    if held is None:
        raise SourceError(
            "unknown_kind",
            f"{address}: a {suffix(address)} file is no page and no archive that is read here; text of another name can be renamed to .txt",
            f"{address}：不支持的文件类型 {suffix(address)}；纯文本可改名为 .txt",
        )
    return _local(address, held)


def _local(address: str, held: Kind) -> Source:
    raw = os.fsencode(address)
    name = "" if raw.isascii() else member_name(raw)  # a disk may hold names in GBK
    source = Source(address, held, name="" if name == address else name)
    try:
        status = os.stat(address)  # noqa: PTH116 - as above
    except OSError:  # it has gone since the folder was looked at: reading it will say so
        return source
    return replace(source, size=status.st_size, stamp=str(status.st_mtime_ns))


def _expand_folder(folder: str, inputs: Inputs, own: Sequence[Path]) -> None:
    open_folders = [_entries(folder)]
    while open_folders:  # a hostile archive unpacks to folders deeper than Python calls
        entry = next(open_folders[-1], None)
        if entry is None:
            open_folders.pop()
        elif any(same_file(entry.path, path) for path in own):
            continue
        elif entry.is_symlink():
            inputs.skipped["links"] += 1
        elif hidden(entry.name):
            inputs.skipped["hidden"] += 1
        elif entry.is_dir() and _is_run(entry.path):
            inputs.skipped["runs"] += 1
        elif entry.is_dir():
            open_folders.append(_entries(entry.path))
        elif (held := kind(entry.name)) is None or not entry.is_file():
            inputs.skipped[suffix(entry.name)] += 1
        else:
            inputs.sources.append(_local(entry.path.replace(os.sep, "/"), held))


def same_file(address: str, path: Path) -> bool:
    """Whether an address and a path mean one file; a look at the disk only when they are of one name."""
    return address.endswith(path.name) and Path(address).resolve() == path.resolve()


def _entries(folder: str) -> Iterator[os.DirEntry[str]]:
    try:
        return iter(sorted(os.scandir(folder), key=lambda entry: entry.name))
    except OSError as error:
        raise SourceError(
            "forbidden", f"{folder}: the folder cannot be read: {error.strerror}", f"{folder}：无法读取文件夹：{error.strerror}"
        ) from error


def _is_run(folder: str) -> bool:
    return folder.endswith(".run") and Path(folder, "run.json").exists()


def _expand_remote(address: str, inputs: Inputs) -> None:
    fsspec = load("fsspec", "remote", "a remote address")
    try:
        files, path = fsspec.core.url_to_fs(address)
        found = sorted(files.find(path)) if address.endswith("/") else [path]
        for name in found:
            details = files.info(name)
            held = kind(name) if address.endswith("/") else (kind(name) or "page")
            if held is None:
                inputs.skipped[suffix(name)] += 1
            else:
                mark = details.get("ETag") or details.get("mtime") or details.get("LastModified") or ""
                inputs.sources.append(Source(str(files.unstrip_protocol(name)), held, int(details.get("size") or -1), str(mark)))
    except ImportError as error:
        protocol = address.partition("://")[0].replace("https", "http")
        install = f'pip install "fsspec[{protocol}]"'
        raise SourceError(
            "missing_package", f"{address}: {error}: {install}", f"{address}：缺少读取该地址所需的软件包，请运行：{install}"
        ) from error
    except (OSError, ValueError) as error:
        raise SourceError("missing", f"{address}: it cannot be opened: {error}", f"{address}：无法打开：{error}") from error


def members(source: Source, config: Config) -> Iterator[Member]:
    """The members of a source, in its own order; the last one says so when the source breaks off."""
    walk = steady(source.address, _walk(source, config))
    return (_renamed(member, source) for member in walk) if source.name else walk


def _renamed(member: Member, source: Source) -> Member:
    uri = source.name + member.uri.removeprefix(source.address)
    return Member(uri, lambda: replace(member.read(), uri=uri))


def has_columns(source: Source) -> bool:
    """Whether its pages stand in rows with columns."""
    return source.kind in _TABLES


def _walk(source: Source, config: Config) -> Iterator[Member]:
    address, limits = source.address, config.limits
    if source.kind == "page":
        return iter((Member(address, lambda: _file(address, limits.page_bytes)),))
    if source.kind in _ARCHIVES:
        return _ARCHIVES[source.kind](address, limits)
    return _TABLES[source.kind](address, config.columns, limits)


_ARCHIVES = {"zip": zip_members, "tar": tar_members, "warc": warc_members}
_TABLES = {"jsonl": json_rows, "csv": csv_rows, "parquet": parquet_rows, "sqlite": sqlite_rows}


def _file(address: str, limit: int) -> Page:
    with open_stream(address) as stream:
        content = stream.read(limit + 1)
    if len(content) > limit:
        raise too_large(len(content), limit)
    if not content:
        raise SourceError("empty_file", "the file is empty", "文件为空")
    return Page(address, content, address if remote(address) else None)
