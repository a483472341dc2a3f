"""What ``show``, ``explain`` and ``review`` read: a file of converted documents, or a page that is converted on the way.

``read(Path("out.jsonl"))`` gives the Documents of its lines, ``read(Path("新闻.html"))`` the one of that page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govtext.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from govtext.records import Document

CONVERTED = (".jsonl", ".ndjson")


def read(path: Path) -> Iterator[Document]:
    """The documents of a file: every line of a .jsonl that `govtext convert` wrote, else the file as one page.

    Raises ``SourceError`` for a path that cannot be opened or a line that is no Document, ``PageError`` for a page that cannot be read.
    """
    from govtext import convert

    try:
        if path.suffix.lower() in CONVERTED:
            yield from _converted(path)
        else:
            yield convert(path.read_bytes()).model_copy(update={"uri": path.as_posix()})
    except OSError as error:
        raise SourceError(
            "unreadable", f"{path}: {error.strerror or error}; is the path right?", f"{path}：{error.strerror or error}，请检查路径"
        ) from error


def _converted(path: Path) -> Iterator[Document]:
    from govtext.records import Document

    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                yield Document.model_validate_json(line)
            except ValueError as error:
                raise SourceError(
                    "not_a_document",
                    f"{path}, line {number}: not a document that `govtext convert` wrote; convert the pages again",
                    f"{path} 第{number}行不是 govtext convert 的输出，请重新转换网页",
                ) from error


def printable(text: str) -> str:
    r"""The text as a terminal may show it: no control character of a page can move the cursor or hide a digit.

    >>> printable("新增\x1b[2J30家\n以上")
    '新增�[2J30家 以上'
    """
    return "".join(c if c.isprintable() else " " if c in "\n\t\u3000\xa0" else "\N{REPLACEMENT CHARACTER}" for c in text)
