"""The Documents of an archive one after another, in this process: for who wants to look at them and not to keep them.

``iter_documents("crawl.zip")`` → ``Document``, ``Document``, …
"""

from __future__ import annotations

import os
import warnings
from typing import TYPE_CHECKING

from govtext.archive.config import Config
from govtext.archive.entry import Problem, entry, problem
from govtext.archive.shard import converter, document_of
from govtext.archive.sources import expand, members

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from govtext.records import Document


def iter_documents(
    source: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    *,
    config: Config | None = None,
    on_failure: Callable[[Problem], None] | None = None,
) -> Iterator[Document]:
    """The Documents of files, folders, archives and dumps, one after another, in this process.

    A page that fails is given to ``on_failure``, and is a warning when there is none; the pages behind it still come.

    >>> for document in iter_documents("crawl.zip"):  # doctest: +SKIP
    ...     print(document.uri, len(document.targets))
    """
    config = config or Config()
    convert = converter(config.converter)
    tell = on_failure or _warn
    addresses = [os.fspath(source)] if isinstance(source, str | os.PathLike) else [os.fspath(each) for each in source]
    left = config.limit
    for held in expand(addresses).sources:
        for member in members(held, config):
            if left is not None:
                if not left:
                    return
                left -= 1
            got = entry(member)
            if isinstance(got, Problem):
                tell(got)
                continue
            try:
                document = document_of(got, convert, config)
            except Exception as error:  # noqa: BLE001 - one page must not end the iteration over an archive
                tell(problem(got.uri, error, "convert"))
                continue
            yield document


def _warn(failure: Problem) -> None:
    warnings.warn(f"{failure.uri}: {failure.message}", stacklevel=3)
