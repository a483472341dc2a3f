"""From a tag as the parser writes it to what it does to the text around it: 「p class="share"」 opens a container, furniture by its name.

All is closed, every attribute is name="value", and no value holds a 「<」, a 「>」 or a quote.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from govtext.page import signs
from govtext.rules import pattern

_CONTAINERS: Final = frozenset(
    """body div td th section article main ul ol li p h1 h2 h3 h4 h5 h6 table tr tbody thead form dl dd dt blockquote header footer
    nav aside center ucapcontent pre figure figcaption caption""".split()  # noqa: SIM905 - a table of words
)
_FURNITURE_TAGS: Final = frozenset({"nav", "footer", "aside"})
_REMEMBERED: Final = 300  # characters of a tag that the next page may have too
_ATTRIBUTE: Final = r"""\s (?P<name>[^\s=]++) ="(?P<value>[^"]*+)" """
_NAMED: Final = r"""\s (?P<name>id|class|style) ="(?P<value>[^"]*+)" """


class Element(NamedTuple):
    """What a tag does: 「open」 or 「close」 a container, 「break」 a line, begin or end a 「link」; the container's tag."""

    does: str = ""
    tag: str = ""


class Said(NamedTuple):
    """What a container says of itself: why it is furniture, and its name."""

    damped: str | None = None
    name: signs.Name = signs.UNNAMED


INLINE: Final = Element()
LINK: Final = Element("link")
SILENT: Final = Said()
_ELEMENTS: Final = (
    {"a": LINK, "/a": Element("unlink"), "title": Element("title")}
    | dict.fromkeys(("br", "hr"), Element("break"))
    | {name: Element("open", name) for name in _CONTAINERS}
    | dict.fromkeys((f"/{name}" for name in _CONTAINERS), Element("close"))
)


def plain(html: str) -> str:
    """A text or an attribute's value as it reads, from how the parser writes it."""
    if "&" not in html:
        return html
    return html.replace("&nbsp;", "\xa0").replace("&quot;", '"').replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def attributes(head: str) -> dict[str, str]:
    """The attributes of a tag by name.

    >>> attributes('a href="?a=1&amp;b=2"')
    {'href': '?a=1&b=2'}
    """
    return {name: plain(value) for name, value in pattern(_ATTRIBUTE).findall(head)}


def element(head: str) -> Element:
    """What a tag does to the blocks around it; ``head`` is all between 「<」 and 「>」.

    >>> element('p class="share"').does, element("/p").does, element("b").does
    ('open', 'close', '')
    """
    return _ELEMENTS.get(head.partition(" ")[0], INLINE)


def said(head: str) -> Said:
    """What a container says of itself.

    >>> said('p class="share"').damped, said('p style="display: none"').damped, said('div id="zoom"').name.body
    ('share', 'hidden', True)
    """
    return _said(head) if len(head) < _REMEMBERED else _said.__wrapped__(head)


@lru_cache(maxsize=4096)
def _said(head: str) -> Said:
    """Remembered: the pages of a site say the same."""
    tag, _, rest = head.partition(" ")
    damped = tag if tag in _FURNITURE_TAGS else None
    if not rest:
        return Said(damped)
    values = dict(pattern(_NAMED).findall(head))
    style = values.get("style", "")
    if not damped and "none" in style and "display:none" in style.replace(" ", "").lower():
        damped = "hidden"
    names = plain(" ".join(filter(None, (values.get("id"), values.get("class")))))
    if not names:
        return Said(damped)
    name = signs.name(names)
    return Said(damped or (name.furniture if tag != "body" else None), name)
