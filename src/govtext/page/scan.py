"""From a page to flat blocks: each run of text between two block tags, with its place in the tree. The home of ``selectolax``.

「<div id=zoom><p>今年新增就业20万人。</p></div>」 gives one block, 「今年新增就业20万人。」, whose node is the p inside the div.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from selectolax.lexbor import LexborHTMLParser, SelectolaxError

from govtext.errors import PageError
from govtext.page import markup, signs
from govtext.page.bounded import bounded
from govtext.page.scripted import articles
from govtext.rules import pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

    from selectolax.lexbor import LexborNode

_CONTAINERS: Final = frozenset(
    """body div td th section article main ul ol li p h1 h2 h3 h4 h5 h6 table tr tbody thead form dl dd dt blockquote header footer
    nav aside center ucapcontent pre figure figcaption caption""".split()  # noqa: SIM905 - a table of words
)
_BREAKS: Final = frozenset({"br", "hr"})
_UNREAD: Final = ["style", "noscript", "textarea", "select", "iframe", "object", "button", "svg", "template", "video", "audio", "canvas"]
_FURNITURE_TAGS: Final = frozenset({"nav", "footer", "aside"})
_CREATED: Final = r"""\b (?:ct|oriCreateTime) \s*=\s* ["'] (?P<second>1\d{9}) ["']"""
_NEXT: Final = frozenset({"下一页", "下页", "后一页"})


class Block(NamedTuple):
    """A run of text. ``links`` counts its characters inside links, ``node`` is its container."""

    node: int
    text: str
    links: int


@dataclass
class Scan:
    """A page as flat lists: the containers in document order, the blocks that they hold, and what the head says."""

    blocks: list[Block] = field(default_factory=list)
    parents: list[int] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    damped: list[str | None] = field(default_factory=list)  # why a container is furniture: the word, or "hidden"
    bodies: list[bool] = field(default_factory=list)  # whether its name is that of an article's body
    roles: list[str | None] = field(default_factory=list)  # 「title」, 「kicker」 or 「subtitle」, when its name says so
    title: str = ""
    meta: Mapping[str, str] = field(default_factory=dict)
    plain: bool = False  # a plain-text dump: its lines are the blocks
    linked: Mapping[str, Any] = field(default_factory=dict)  # the article's own ld+json
    next_page: str | None = None
    created: int | None = None  # the second at which WeChat's script says the article appeared
    language: str = ""
    _elements: list[LexborNode] = field(default_factory=list)

    def html(self, node: int) -> str:
        """The source of a container."""
        return self._elements[node].html or ""

    def end(self, node: int, at: int) -> int:
        """The first container behind a container and all that is in it; ``at`` is one in it, or its end."""
        while at < len(self.parents) and self.parents[at] >= node:
            at += 1
        return at

    def add(self, parent: int, tag: str, damped: str | None = None, name: signs.Name = signs.UNNAMED) -> int:
        """Append a container; returns its number."""
        self.parents.append(parent)
        self.tags.append(tag)
        self.damped.append(damped)
        self.bodies.append(name.body)
        self.roles.append(name.role)
        return len(self.parents) - 1


def scan(text: str) -> Scan:
    """The blocks of a page, HTML or plain text. Raises ``PageError`` for a page that no parser takes.

    >>> [block.text for block in scan("<div>一<p>二<b>三</b></p>四<br>五</div>").blocks]
    ['一', '二三', '四', '五']
    """
    if "<" not in text or not markup.is_html(text):
        return _lines(text)
    try:
        tree = LexborHTMLParser(bounded(text))
    except (SelectolaxError, ValueError, UnicodeError) as error:
        raise PageError("unreadable", f"the page cannot be parsed: {error}", "页面无法解析") from error
    out = _walk(tree)
    if "js_name" in text:
        _wechat(tree, text, out)
    return out


def _wechat(tree: LexborHTMLParser, text: str, out: Scan) -> None:
    """What WeChat shows by script: the account, and when the article appeared."""
    account = tree.css_first("#js_name")
    if account is not None and "source" not in out.meta:
        out.meta = {**out.meta, "source": " ".join((account.text() or "").split())}
    if created := pattern(_CREATED).search(text):
        out.created = int(created["second"])


def select(text: str, selector: str) -> str:
    """The source of the first element that a CSS selector names. Raises ``PageError`` when there is none.

    >>> select("<div id=a>一</div><div id=b>二</div>", "#b")
    '<div id="b">二</div>'
    """
    try:
        found = LexborHTMLParser(bounded(text)).css_first(selector)
    except (SelectolaxError, ValueError) as error:
        raise PageError("bad_selector", f"{selector!r} is no CSS selector: {error}", f"选择器无效：{selector}") from error
    if found is None:
        raise PageError(
            "no_element", f"the page has no element {selector!r}; look at `govtext explain FILE --page`", f"页面中没有{selector}"
        )
    return found.html or ""


def _lines(text: str) -> Scan:
    out = Scan(plain=True)
    root = out.add(-1, "body")
    out.blocks.extend(Block(out.add(root, "p"), line, 0) for line in (" ".join(row.split()) for row in text.splitlines()) if line)
    return out


def _walk(tree: LexborHTMLParser) -> Scan:
    out = Scan()
    described = (row for node in tree.css('script[type="application/ld+json"]') for row in articles((node.text() or "").strip()))
    out.linked = next(described, {})
    tree.strip_tags(["script", *_UNREAD])
    if tree.root is not None:
        attributes = tree.root.attributes
        out.language = (attributes.get("lang") or attributes.get("xml:lang") or "").lower()
    out.title, out.meta = _head(tree)
    if tree.body is not None:
        _flatten(tree.body, out)
    return out


def _flatten(body: LexborNode, out: Scan) -> None:  # noqa: C901, PLR0912 - one pass over all nodes, the costliest of all: all in line
    outside = (-1, False)
    place: dict[int, tuple[int, bool]] = {}  # an element's container, and whether it is in a link
    current: list[str] = []
    links, holder = 0, -1
    where, containers = place.get, _CONTAINERS

    def close() -> None:
        shown = " ".join("".join(current).split())
        current.clear()
        if shown:
            out.blocks.append(Block(holder, shown, min(links, len(shown))))

    for node in body.traverse(include_text=True):
        if node.is_empty_text_node:
            if current:
                current.append(" ")
            continue
        tag, parent = node.tag, node.parent
        here = where(parent.mem_id, outside) if parent is not None else outside
        if tag == "-text":
            words = node.text_content or ""
            if here[0] != holder:
                if current:
                    close()
                links, holder = 0, here[0]
            current.append(words)
            if here[1]:
                words = words.strip()
                links += len(words)
                if out.next_page is None and words.strip(" 【】[]>»") in _NEXT:
                    out.next_page = _address(node)
        elif tag in containers:
            if current:
                close()
            holder = -1
            place[node.mem_id] = (_container(out, node, tag, here[0]), here[1])
            out._elements.append(node)  # noqa: SLF001 - it is this function's own result
        elif tag == "a":
            place[node.mem_id] = (here[0], True)
        else:
            place[node.mem_id] = here
            if tag in _BREAKS:
                if current:
                    close()
                holder = -1
            elif tag == "title" and not out.title:  # a fragment's title lands in its body
                out.title = " ".join((node.text() or "").split())
    if current:
        close()


def _address(node: LexborNode | None) -> str | None:
    """The address of the link that a text stands in."""
    while node is not None and node.tag != "a":
        node = node.parent
    return node.attributes.get("href") if node is not None else None


def _container(out: Scan, node: LexborNode, tag: str, parent: int) -> int:
    damped = (out.damped[parent] if parent >= 0 else None) or (tag if tag in _FURNITURE_TAGS else None)
    attributes = node.attributes
    if not attributes:
        return out.add(parent, tag, damped)
    style = attributes.get("style")
    if not damped and style and "none" in style and "display:none" in style.replace(" ", "").lower():
        damped = "hidden"
    name, names = attributes.get("id"), attributes.get("class")
    if not name and not names:
        return out.add(parent, tag, damped)
    names = f"{name} {names}" if name and names else name or names or ""
    said = signs.name(names)
    return out.add(parent, tag, damped or (said.furniture if tag != "body" else None), said)


def _head(tree: LexborHTMLParser) -> tuple[str, dict[str, str]]:
    """What the head says: its title and its metas. It is walked: a CSS query costs as much as the parsing of a small page."""
    title, out = "", dict[str, str]()
    for node in tree.head.traverse() if tree.head is not None else ():
        if node.tag == "title" and not title:
            title = " ".join((node.text() or "").split())
        elif node.tag == "meta":
            attributes = node.attributes
            name = attributes.get("name") or attributes.get("property") or attributes.get("itemprop") or ""
            content = attributes.get("content")
            if name and content:
                out.setdefault(name.strip().lower(), " ".join(content.split()))
    return title, out
