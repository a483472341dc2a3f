"""From a hostile page to one that a parser takes in linear time: 「<div>」 a hundred thousand times over becomes line breaks."""

from __future__ import annotations

from collections import Counter
from typing import Final

from govtext.rules import local, pattern

_FORMATTING: Final = r"< (?P<closing>/?) (?P<name>(?i:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)) (?=[\s>/]) [^<>]*+ >?"
_DEEPEST: Final = 3000  # levels: the parser looks through all that are open at every tag; a page nested so deep has no structure to keep
_MANY_TAGS: Final = 3000  # a page with fewer cannot grow: unclosed formatting elements are opened again in every later paragraph
_MANY_LEVELS: Final = 20_000  # tags, the fewest whose depth could cost more than a second
_UNCLOSED: Final = 1000  # formatting elements left open; a careless page has dozens
_ATTRIBUTED: Final = r"<(?i:[bisu]|em|tt|big|code|font|nobr|small|strike|strong)\s"  # equal ones are opened again three times at most
_NESTING: Final = (
    r"< (?P<closing>/?) (?i:div|span|section|article|ul|ol|dl|dd|blockquote|form|center|table|tbody|tr|td|main) (?=[\s>/]) [^<>]*+ >?"
)


def bounded(text: str, stored: bytes | None = None) -> bytes:
    r"""The page for the parser: without formatting tags when so many are left open that the tree would grow with their square.

    ``stored`` is the text in UTF-8, where that is known.

    >>> bounded("<p>\0开工").decode()
    '<p>开工'
    """
    stored = stored or text.encode("utf-8", "ignore")
    if b"\0" in stored:
        return bounded(text.replace("\0", ""))
    tags = stored.count(b"<")  # what is looked for in bytes is found in a tenth of the time
    if tags <= _MANY_TAGS:
        return stored
    if len(local(_ATTRIBUTED).findall(text)) > _UNCLOSED:
        formatting = pattern(_FORMATTING)
        opened = Counter[str]()
        for found in formatting.finditer(text):
            opened[found["name"].lower()] += -1 if found["closing"] else 1
        if sum(left for left in opened.values() if left > 0) > _UNCLOSED:
            text = formatting.sub("", text)
    if tags > _MANY_LEVELS:
        depth = deepest = 0
        for found in pattern(_NESTING).finditer(text):
            depth += -1 if found["closing"] else 1
            deepest = max(deepest, depth)
        if deepest > _DEEPEST:
            text = pattern(_NESTING).sub("<br>", text)
    return text.encode("utf-8", "ignore")
