"""The ledger: a line for everything that came in and has no article, and the counts that must come out even.

{"source": "a.zip!3.html", "outcome": "failed", "stage": "read", "code": "encrypted", "message": "…", "message_zh": "…",
 "sha256": null, "attempt": 1}
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from govtext.archive.entry import Problem
    from govtext.records import Document

EMPTY = {
    "error_page": ("the page is an error page", "页面是错误页"),
    "list_page": ("the page is a list of links", "页面是列表页"),
    "no_text": ("the page has no article text", "页面没有正文"),
}


@dataclass(frozen=True, slots=True)
class Counts:
    """What came in and what became of it: ``total`` is ``ok`` and ``empty`` and ``failed``. An empty page has a Document too."""

    ok: int = 0
    empty: int = 0
    failed: int = 0
    targets: int = 0  # planned and achieved, as far as they are written

    @property
    def total(self) -> int:
        """All that came in."""
        return self.ok + self.empty + self.failed

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.ok + other.ok, self.empty + other.empty, self.failed + other.failed, self.targets + other.targets)

    def plain(self) -> dict[str, int]:
        """As JSON holds it."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the ledger."""

    source: str
    outcome: Literal["failed", "empty"]
    stage: str
    code: str
    message: str
    message_zh: str
    sha256: str | None
    attempt: int

    def encoded(self) -> bytes:
        """As a line of JSONL. A name may hold what UTF-8 cannot: it is shown, not lost."""
        return (json.dumps(asdict(self), ensure_ascii=False) + "\n").encode("utf-8", "backslashreplace")

    @classmethod
    def of(cls, plain: dict[str, Any]) -> Line:
        """Back from JSON."""
        return cls(**plain)


def failed(problem: Problem) -> Line:
    """The line of a problem."""
    return Line(problem.uri, "failed", problem.stage, problem.code, problem.message, problem.chinese, problem.sha256, problem.attempt)


def empty(document: Document, sha256: str) -> Line:
    """The line of a page that was read and holds no article."""
    reason = document.article.empty or "no_text"
    message, chinese = EMPTY.get(reason, (reason, reason))
    return Line(document.uri or "", "empty", "convert", reason, message, chinese, sha256, 1)
