"""Where a page's text is not text: tags, scripts, styles, comments, addresses. A repair inside them would break the page.

The values of ``content``, ``alt`` and ``title`` are prose, 「新吳:率先突破」 among them, and are not fenced off.
"""

from __future__ import annotations

from heapq import merge
from typing import TYPE_CHECKING, Final

from govtext.rules import local, pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

_OPENING: Final = r"< (?: (?P<comment>!--) | (?P<raw>(?i:script|style))\b | [A-Za-z/!?] )"
_TAG: Final = r"""< (?: [^<>"']++ | "[^"<>]{0,5000}+" | '[^'<>]{0,5000}+' )*+ > | < [^<>]*+ >"""
_PROSE: Final = r"""\b (?i:content|alt|title) \s*=\s* (?: "(?P<double>[^"]*)" | '(?P<single>[^']*)' )"""
_ADDRESS: Final = r"(?i: https?:// | www\. ) [\w./?&=%:\#~+@!,;-]++"


def is_html(text: str) -> bool:
    """Whether a page is HTML and not the plain-text dump of one.

    >>> is_html("<p>无锡</p>"), is_html("增长<5%,?。◤埌灿睿?/p>")
    (True, False)
    """
    return pattern(r"< (?i:html|head|body|div|p|span|br|table|td|a|meta|h[1-6]|article|section|li)\b [^<>]*+ >").search(text) is not None


def markup(text: str) -> Iterator[tuple[int, int]]:
    """The offsets of every tag, and of every script, style and comment with what it holds, in order and in linear time.

    One by one: all of a page's would take more room than the page.

    >>> text = "<p>开工<!-- <b> --><script>if(a<b)</script></p>"
    >>> [text[a:b] for a, b in markup(text)]
    ['<p>', '<!-- <b> -->', '<script>if(a<b)</script>', '</p>']
    """
    at, missing = 0, set[str]()  # what was looked for to the end once is not looked for again
    opening, tag = local(_OPENING), local(_TAG)
    while (found := opening.search(text, at)) is not None:
        start = found.start()
        inside = tag.match(text, start)
        end = inside.end() if inside else -1
        if found["comment"] and "-->" not in missing:
            close = text.find("-->", found.end())
            if close < 0:
                missing.add("-->")
            end = close + 3 if close >= 0 else end
        elif found["raw"] and inside and (name := found["raw"].lower()) not in missing:
            close_tag = pattern(rf"</ (?i:{name}) \b [^<>]*+ >").search(text, end)
            if close_tag is None:
                missing.add(name)
            end = close_tag.end() if close_tag else end
        if end < 0:
            at = found.end()
            continue
        yield start, end
        at = end


def fences(text: str) -> Iterator[tuple[int, int]]:
    """Where no repair may act: the markup, less the prose in its attributes, and addresses in the text, by where they begin."""
    addresses = (m.span() for m in pattern(_ADDRESS).finditer(text))
    return merge(_fences(text), addresses) if "<" in text else addresses


def _fences(text: str) -> Iterator[tuple[int, int]]:
    prose = pattern(_PROSE)
    for start, end in markup(text):
        at = start
        if not text.isascii() and text[start + 1 : start + 2].isalpha() and text[start + 1 : start + 7].lower() not in {"script", "style "}:
            for found in prose.finditer(text, start, end):
                low, high = found.span(found.lastgroup or 0)
                if low < high and not text[low:high].isascii() and "://" not in text[low:high]:
                    yield at, low
                    at = high
        yield at, end


def outside(fenced: Iterator[tuple[int, int]], spans: list[tuple[int, int]]) -> list[bool]:
    """For each span, in order, whether it touches no fence."""
    out = []
    fence = next(fenced, None)
    for start, end in spans:
        while fence is not None and fence[1] <= start:
            fence = next(fenced, None)
        out.append(fence is None or fence[0] >= end)
    return out
