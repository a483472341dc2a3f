"""From a page as the parser writes it to its tags, and from a tag to what it does to the text around it.

「p class="share"」 opens a container, furniture by its name. All is closed, every attribute is name="value", and no value holds a 「<」, a
「>」 or a quote.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from govtext.page import signs
from govtext.rules import local, pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_CONTAINERS: Final = frozenset(
    """body div td th section article main ul ol li p h1 h2 h3 h4 h5 h6 table tr tbody thead form dl dd dt blockquote header footer
    nav aside center ucapcontent pre figure figcaption caption""".split()  # noqa: SIM905 - a table of words
)
_SILENT: Final = frozenset("noscript textarea select iframe object button svg template video audio canvas".split())  # noqa: SIM905
_FURNITURE_TAGS: Final = frozenset({"nav", "footer", "aside"})
_CAPTION_NAMES: Final = ("caption", "img_desc", "imgdesc", "pictext", "photo-desc", "tushuo")
_REMEMBERED: Final = 300  # characters of a tag that the next page may have too
_ATTRIBUTE: Final = r"""\s (?P<name>[^\s=]++) ="(?P<value>[^"]*+)" """
_NAMED: Final = r"""\s (?P<name>id|class|style) ="(?P<value>[^"]*+)" """


# What a tag does: 「open」 or 「close」 a container, 「break」 a line, begin or end a 「link」, open what is 「silent」; and its name.
# A bare tuple: it is unpacked for every tag of a page, in half the time of a named one.
Element: TypeAlias = tuple[str, str]


class Said(NamedTuple):
    """What a container says of itself: why it is furniture, its name, and whether that is a caption's."""

    damped: str | None = None
    name: signs.Name = signs.UNNAMED
    caption: bool = False


INLINE: Final[Element] = ("", "")
SILENT: Final = Said()
ELEMENTS: Final[dict[str, Element]] = (
    {"a": ("link", ""), "/a": ("unlink", ""), "title": ("title", "")}
    | dict.fromkeys(("br", "hr"), ("break", ""))
    | {name: ("open", name) for name in _CONTAINERS}
    | dict.fromkeys((f"/{name}" for name in _CONTAINERS), ("close", ""))
    | {name: ("silent", name) for name in _SILENT}
)


def pieces(html: str) -> list[str]:
    """A page as the parser writes it, less comments: at odd places all between 「<」 and 「>」, behind each the text up to the next tag.

    >>> pieces('<p class="a">一<!-- > -->二</p>')
    ['', 'p class="a"', '一二', '/p', '']
    """
    if "<!--" in html:
        html = "".join(_uncommented(html))
    row = html.replace(">", "<").split("<")
    if len(row) == 2 * html.count("<") + 1:
        return row
    found = pattern(r"< (?P<head>[^>]*+) > (?P<words>[^<]*+)").findall(html)  # an attribute's name or the text of an xmp element holds one
    return ["", *chain.from_iterable(found)]


def _uncommented(html: str) -> Iterator[str]:
    at = seen = 0
    in_tag = False  # an attribute that is called 「<!--」
    while (start := html.find("<!--", seen)) >= 0:
        opened, closed = html.rfind("<", seen, start), html.rfind(">", seen, start)
        in_tag = opened > closed if opened != closed else in_tag
        seen = start + 4
        if not in_tag:
            if (end := html.find("-->", seen)) < 0:
                break
            yield html[at:start]
            at = seen = end + 3
    yield html[at:]


def behind(row: Sequence[str], at: int, name: str, missing: set[str]) -> int:
    """Where an element ends that opens at an odd place: the place of its closing tag, or ``at`` when there is none.

    ``missing`` holds the names that were looked for in vain.

    >>> behind(pieces("<svg>a<svg>b</svg>c</svg>d"), 1, "svg", set())
    7
    """
    inner, end, seen = 1, at, at
    while inner and name not in missing:
        try:
            seen = row.index(f"/{name}", seen + 1)
        except ValueError:
            missing.add(name)
            break
        if seen % 2:
            inner += sum(head.partition(" ")[0] == name for head in row[end + 2 : seen : 2]) - 1
            end = seen
    return at if inner else end


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
    return {name: plain(value) for name, value in local(_ATTRIBUTE).findall(head)}


def element(head: str) -> Element:
    """What a tag does to the blocks around it; ``head`` is all between 「<」 and 「>」.

    >>> element('p class="share"'), element("/p"), element("b")
    (('open', 'p'), ('close', ''), ('', ''))
    """
    return ELEMENTS.get(head.partition(" ")[0], INLINE)


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
    values = dict(local(_NAMED).findall(head))
    style = values.get("style", "")
    if not damped and "none" in style and "display:none" in style.replace(" ", "").lower():
        damped = "hidden"
    names = plain(" ".join(filter(None, (values.get("id"), values.get("class")))))
    if not names:
        return Said(damped)
    name = signs.name(names)
    lowered = names.lower()
    return Said(damped or (name.furniture if tag != "body" else None), name, any(part in lowered for part in _CAPTION_NAMES))
