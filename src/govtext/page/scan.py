"""From a page to flat blocks: each run of text between two block tags, with its place in the tree. The home of ``selectolax``.

「<div id=zoom><p>今年新增就业20万人。</p></div>」 gives one block, 「今年新增就业20万人。」, whose node is the p inside the div.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from selectolax.lexbor import LexborHTMLParser, SelectolaxError

from govtext.errors import PageError
from govtext.page import markup, signs
from govtext.rules import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from selectolax.lexbor import LexborNode

_CONTAINERS: Final = frozenset(
    """body div td th section article main ul ol li p h1 h2 h3 h4 h5 h6 table tr tbody thead form dl dd dt blockquote header footer
    nav aside center ucapcontent pre figure figcaption caption""".split()  # noqa: SIM905 - a table of words
)
_BREAKS: Final = frozenset({"br", "hr"})
_UNREAD: Final = ["style", "noscript", "textarea", "select", "iframe", "object", "button", "svg", "template", "video", "audio", "canvas"]
_FURNITURE_TAGS: Final = frozenset({"nav", "footer", "aside"})
_FORMATTING: Final = r"< (?P<closing>/?) (?i:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u) (?=[\s>/]) [^<>]*+ >?"
_NESTING: Final = (
    r"< (?P<closing>/?) (?i:div|span|section|article|ul|ol|dl|dd|blockquote|form|center|table|tbody|tr|td|main) (?=[\s>/]) [^<>]*+ >?"
)
_DEEPEST: Final = 3000  # levels: the parser looks through all that are open at every tag; a page nested so deep has no structure to keep
_MANY_TAGS: Final = 3000  # a page with fewer cannot grow: unclosed formatting elements are opened again in every later paragraph
_MANY_LEVELS: Final = 20_000  # tags, the fewest whose depth could cost more than a second
_UNCLOSED: Final = 1000  # formatting elements left open; a careless page has dozens
_NEVER_CLOSED: Final = ("<!", "<br", "<img", "<input", "<meta", "<link")
_JSON_LIMIT: Final = 2_000_000  # characters of a script that is read as JSON
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
    title: str = ""
    meta: Mapping[str, str] = field(default_factory=dict)
    plain: bool = False  # a plain-text dump: its lines are the blocks
    linked: Mapping[str, Any] = field(default_factory=dict)  # the article's own ld+json
    next_page: str | None = None
    language: str = ""
    _elements: list[LexborNode] = field(default_factory=list)

    def html(self, node: int) -> str:
        """The source of a container."""
        return self._elements[node].html or ""

    def add(self, parent: int, tag: str, damped: str | None = None, *, body: bool = False) -> int:
        """Append a container; returns its number."""
        self.parents.append(parent)
        self.tags.append(tag)
        self.damped.append(damped)
        self.bodies.append(body)
        return len(self.parents) - 1


def scan(text: str) -> Scan:
    """The blocks of a page, HTML or plain text. Raises ``PageError`` for a page that no parser takes.

    >>> [block.text for block in scan("<div>一<p>二<b>三</b></p>四<br>五</div>").blocks]
    ['一', '二三', '四', '五']
    """
    if "<" not in text or not markup.is_html(text):
        return _lines(text)
    try:
        tree = LexborHTMLParser(_bounded(text))
    except (SelectolaxError, ValueError, UnicodeError) as error:
        raise PageError("unreadable", f"the page cannot be parsed: {error}", "页面无法解析") from error
    out = _walk(tree)
    if "js_name" in text and "source" not in out.meta and (account := tree.css_first("#js_name")) is not None:
        out.meta = {**out.meta, "source": " ".join((account.text() or "").split())}  # WeChat shows the account there
    return out


def select(text: str, selector: str) -> str:
    """The source of the first element that a CSS selector names. Raises ``PageError`` when there is none.

    >>> select("<div id=a>一</div><div id=b>二</div>", "#b")
    '<div id="b">二</div>'
    """
    try:
        found = LexborHTMLParser(_bounded(text)).css_first(selector)
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


def _bounded(text: str) -> str:
    """The page without formatting tags when so many are left open that the tree would grow with their square."""
    if "\0" in text:
        text = text.replace("\0", "")
    tags = text.count("<")
    if tags > _MANY_TAGS and _unclosed(text, tags) > _UNCLOSED:
        formatting = pattern(_FORMATTING)
        kinds = [m["closing"] for m in formatting.finditer(text)]
        if len(kinds) - 2 * kinds.count("/") > _UNCLOSED:
            text = formatting.sub("", text)
    if tags > _MANY_LEVELS:
        depth = deepest = 0
        for found in pattern(_NESTING).finditer(text):
            depth += -1 if found["closing"] else 1
            deepest = max(deepest, depth)
        if deepest > _DEEPEST:
            text = pattern(_NESTING).sub("<br>", text)
    return text


def _unclosed(text: str, tags: int) -> int:
    """About how many elements are left open, counted fast: all that opens, less what closes and what never does."""
    left = tags - 2 * text.count("</")
    return left - sum(map(text.count, _NEVER_CLOSED)) if left > _UNCLOSED else left


def _walk(tree: LexborHTMLParser) -> Scan:
    out = Scan()
    linked = list(_linked(tree))
    out.linked = linked[0] if linked else {}
    tree.strip_tags(["script", *_UNREAD])
    if tree.root is not None:
        attributes = tree.root.attributes
        out.language = (attributes.get("lang") or attributes.get("xml:lang") or "").lower()
    out.title, out.meta = _head(tree)
    if tree.body is not None:
        _flatten(tree.body, out)
    return out


def _flatten(body: LexborNode, out: Scan) -> None:  # noqa: C901 - one pass over all nodes, the costliest of all: its cases stay in line
    outside = (-1, False)
    place: dict[int, tuple[int, bool]] = {}  # an element's container, and whether it is in a link
    current: list[str] = []
    links, holder = 0, -1

    def close() -> None:
        shown = " ".join("".join(current).split())
        current.clear()
        if shown:
            out.blocks.append(Block(holder, shown, min(links, len(shown))))

    for node in body.traverse(include_text=True):
        tag = node.tag
        if tag == "-text":
            words = node.text_content or ""
            if words.isspace():
                if current:
                    current.append(" ")
                continue
            parent = node.parent
            container, inside = place.get(parent.mem_id, outside) if parent is not None else outside
            if container != holder:
                if current:
                    close()
                links, holder = 0, container
            current.append(words)
            if inside:
                words = words.strip()
                links += len(words)
                if out.next_page is None and words.strip(" 【】[]>»") in _NEXT:
                    out.next_page = _address(node)
            continue
        parent = node.parent
        here = place.get(parent.mem_id, outside) if parent is not None else outside
        if tag in _CONTAINERS:
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
    return out.add(parent, tag, damped or (signs.class_reason(names) if tag != "body" else None), body=signs.names_body(names))


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


def _linked(tree: LexborHTMLParser) -> Iterator[Mapping[str, Any]]:
    """The articles that ld+json scripts describe."""
    for node in tree.css('script[type="application/ld+json"]'):
        source = (node.text() or "").strip()
        if len(source) > _JSON_LIMIT:
            continue
        try:
            found = json.loads(source, strict=False)
        except (ValueError, RecursionError):
            continue
        rows = found if isinstance(found, list) else found.get("@graph", [found]) if isinstance(found, dict) else []
        for row in rows if isinstance(rows, list) else []:
            if isinstance(row, dict) and (
                isinstance(row.get("articleBody"), str) or "Article" in str(row.get("@type")) or "pubDate" in row
            ):
                yield row
