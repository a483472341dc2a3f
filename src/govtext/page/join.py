"""From the articles of several pages to one: page 1 「…今年新增」 and page 2 「就业20万人」 follow one another in one text."""

from __future__ import annotations

from typing import Final, TypeVar

from govtext.records import Article, Doubt, Paragraph, Span

Placed = TypeVar("Placed", Paragraph, Doubt)
# said on the first page or, where that is silent, on a later one: a signature stands below the last page's text
_SAID: Final = (
    "title", "kicker", "subtitle", "source", "author", "published", "published_precision", "published_from", "issuer", "document_number",
    "issued",
)  # fmt: skip


def join(parts: list[Article]) -> Article:
    """The pages of one article as one: the text of all, what the first page says of it, and the last page's editor and next page."""
    first = parts[0]
    if len(parts) == 1:
        return first
    text = ""
    origins: list[tuple[int, int, Article]] = []
    for part in parts:
        if part.text:
            start = len(text) + 1 if text else 0
            text = f"{text}\n{part.text}" if text else part.text
            origins.append((start, len(text), part))
    said = {name: next((value for part in parts if (value := getattr(part, name)) is not None), None) for name in _SAID}
    article = first.model_copy(
        update=said
        | {
            "text": text,
            "paragraphs": tuple(_moved(row, start) for start, _, part in origins for row in part.paragraphs),
            "dropped": tuple(row for part in parts for row in part.dropped),
            "doubts": tuple(_moved(row, start) for start, _, part in origins for row in part.doubts),
            "repairs": tuple(row for part in parts for row in part.repairs),
            "replaced": sum(part.replaced for part in parts),
            "editor": next((part.editor for part in reversed(parts) if part.editor), None),
            "empty": None if text else first.empty,
            "next_page": parts[-1].next_page,
        }
    )
    article._origin = _Origins(origins)  # noqa: SLF001 - what as_published reads
    return article


def _moved(row: Placed, shift: int) -> Placed:
    return row.model_copy(update={"span": Span(start=row.span.start + shift, end=row.span.end + shift)})


class _Origins:
    """What ``as_published`` reads for an article on several pages: each span's slices count the characters of its own page."""

    def __init__(self, parts: list[tuple[int, int, Article]]) -> None:
        self._parts = parts

    def slices(self, _: str, start: int, end: int) -> list[tuple[int, int, str]]:
        out: list[tuple[int, int, str]] = []
        for shift, finish, part in self._parts:
            low, high = max(start, shift), min(end, finish)
            if low < high:
                out += [(row.start, row.end, row.text) for row in part.as_published(Span(start=low - shift, end=high - shift))]
        return out
