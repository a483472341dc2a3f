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
_JSON_LIMIT: Final = 2_000_000  # characters of a script that is read as JSON
_BODIES: Final = ("articleBody", "text")


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
    return _walk(tree)


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
    if text.count("<") > _MANY_TAGS:
        formatting = pattern(_FORMATTING)
        kinds = [m["closing"] for m in formatting.finditer(text)]
        if len(kinds) - 2 * kinds.count("/") > _UNCLOSED:
            text = formatting.sub("", text)
    if text.count("<") > _MANY_LEVELS:
        depth = deepest = 0
        for found in pattern(_NESTING).finditer(text):
            depth += -1 if found["closing"] else 1
            deepest = max(deepest, depth)
        if deepest > _DEEPEST:
            text = pattern(_NESTING).sub("<br>", text)
    return text


def _walk(tree: LexborHTMLParser) -> Scan:  # noqa: C901, PLR0912, PLR0915 - one pass over all nodes, the costliest of all: its cases stay in line
    out = Scan()
    linked = list(_linked(tree))
    out.linked = linked[0] if linked else {}
    tree.strip_tags(["script", *_UNREAD])
    root = tree.root
    if root is None:
        return out
    out.language = (root.attributes.get("lang") or root.attributes.get("xml:lang") or "").lower()
    out.title, out.meta = _head(tree)
    body = tree.body
    if body is None:
        return out
    place: dict[int, tuple[int, bool]] = {}  # an element's container, and whether it is in a link
    current: list[str] = []
    links, holder = 0, -1

    def close() -> None:
        nonlocal links
        if current:
            shown = " ".join("".join(current).split())
            if shown:
                out.blocks.append(Block(holder, shown, min(links, len(shown))))
            current.clear()
        links = 0

    for node in body.traverse(include_text=True):
        tag = node.tag or ""
        if tag == "-text":
            words = node.text_content or ""
            parent = node.parent
            container, inside = place.get(parent.mem_id, (0, False)) if parent is not None else (0, False)
            if container != holder:
                if words.isspace():
                    continue
                close()
                holder = container
            current.append(words)
            if inside:
                links += len(words.strip())
            continue
        if tag.startswith(("-", "!")):
            continue
        above = node.parent
        container, inside = place.get(above.mem_id, (-1, False)) if above is not None else (-1, False)
        if tag in _CONTAINERS or container < 0:
            close()
            holder = -1
            place[node.mem_id] = (_container(out, node, tag, container), inside)
            out._elements.append(node)  # noqa: SLF001 - it is this function's own result
        else:
            if tag in _BREAKS:
                close()
                holder = -1
            if tag == "a" and out.next_page is None and (node.text() or "").strip(" 【】[]>»") in {"下一页", "下页", "后一页"}:
                out.next_page = node.attributes.get("href")
            if tag == "title" and not out.title:  # a fragment's title lands in its body
                out.title = " ".join((node.text() or "").split())
            place[node.mem_id] = (container, inside or tag == "a")
            if (tag in {"a", "strong"}) and node.id == "js_name" and "source" not in out.meta:  # WeChat shows the account there
                out.meta = {**out.meta, "source": " ".join((node.text() or "").split())}
    close()
    return out


def _container(out: Scan, node: LexborNode, tag: str, parent: int) -> int:
    attributes = node.attributes
    names = f"{attributes.get('id') or ''} {attributes.get('class') or ''}".strip() if attributes else ""
    inherited = out.damped[parent] if parent >= 0 else None
    damped = inherited or (tag if tag in _FURNITURE_TAGS else None)
    if attributes and not damped:
        style = attributes.get("style")
        if style and "display:none" in style.replace(" ", "").lower():
            damped = "hidden"
        elif names and tag != "body":
            damped = signs.class_reason(names)
    return out.add(parent, tag, damped, body=bool(names) and signs.names_body(names))


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
