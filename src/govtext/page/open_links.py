"""Links that nothing closes: 「<li><a href=x>首页</li>」 would make a link of all that follows, as a browser does, and of the article too.

Such a link is closed where its container ends; a page whose links are all closed is left as it is.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from govtext.rules import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

_OPENED: Final = ("<a ", "<a>", "<A ", "<A>")
_CLOSED: Final = ("</a>", "</A>")
_TAG: Final = r"""(?i:
    <!-- (?s: .*? --> | .*+ ) | < (?P<raw> script | style ) \b (?s: .*? </ (?P=raw) | .*+ )
  | < (?P<end> /? )
    (?P<name> a | div | td | th | li | p | h[1-6] | ul | ol | table | tr | dl | dt | dd | section | article | nav | span
      | header | footer | main | aside | center | form | font | b | strong | em | i | small | label )
    (?=[\s>/])
)"""


def left_open(body: str, html: str) -> bool:
    """Whether a page may leave a link open: the parser wrote more links into its body than the page closes."""
    return body.count("<a ") > html.count("</a>")


def closed(html: str) -> str:
    """A page with its links closed.

    >>> closed("<li><a href=x>首页</li><p>今年新建公园三十个。</p>")
    '<li><a href=x>首页</a></li><p>今年新建公园三十个。</p>'
    """
    if sum(map(html.count, _OPENED)) <= sum(map(html.count, _CLOSED)):
        return html
    ends = [0, *_left_open(html), len(html)]
    return "</a>".join(html[start:end] for start, end in pairwise(ends))


def _left_open(html: str) -> Iterator[int]:
    """Where a container ends in which a link was opened that is open still."""
    inside: Counter[str] | None = None  # the containers opened in the open link
    for tag in pattern(_TAG).finditer(html):
        name = (tag["name"] or "").lower()
        if name == "a":
            inside = None if tag["end"] else Counter()
        elif name and inside is not None:
            inside[name] += -1 if tag["end"] else 1
            if inside[name] < 0:
                inside = None
                yield tag.start()
