"""From a page to flat blocks: each run of text between two block tags, with its place in the tree. The home of ``selectolax``.

「<div id=zoom><p>今年新增就业20万人。</p></div>」 gives one block, 「今年新增就业20万人。」, whose node is the p inside the div.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from selectolax.lexbor import LexborHTMLParser, SelectolaxError

from govtext.errors import PageError
from govtext.page import markup, signs, tags
from govtext.page.bounded import bounded
from govtext.page.scripted import articles
from govtext.rules import pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

_UNREAD: Final = ["style", "noscript", "textarea", "select", "iframe", "object", "button", "svg", "template", "video", "audio", "canvas"]
_CREATED: Final = r"""\b (?:ct|oriCreateTime) \s*=\s* ["'] (?P<second>1\d{9}) ["']"""
_NEXT: Final = frozenset({"下一页", "下页", "后一页"})
_SAID: Final = r"<!-- (?: [^-]++ | -(?!->) )*+ --> | <title [^<>]*+ > (?P<title>[^<]*+) | <meta (?P<meta>\s[^<>]*+) >"


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
    source: str = ""  # the body as the parser writes it
    starts: list[int] = field(default_factory=list)  # where a container begins and ends in it
    ends: list[int] = field(default_factory=list)

    def html(self, node: int) -> str:
        """The source of a container."""
        return self.source[self.starts[node] : self.ends[node]]

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
    out = _walk(tree, text)
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


def _walk(tree: LexborHTMLParser, text: str) -> Scan:
    out = Scan()
    if "ld+json" in text:
        described = (row for node in tree.css('script[type="application/ld+json"]') for row in articles((node.text() or "").strip()))
        out.linked = next(described, {})
    tree.strip_tags(["script", *_UNREAD])
    if tree.root is not None:
        attributes = tree.root.attributes
        out.language = (attributes.get("lang") or attributes.get("xml:lang") or "").lower()
    out.title, out.meta = _head(tree.head.html or "" if tree.head is not None else "")
    if tree.body is not None:
        _flatten(tree.body.html or "", out)
    return out


def _flatten(html: str, out: Scan) -> None:  # noqa: C901, PLR0912, PLR0915 - one pass over all tags, the costliest of all: all in line
    """The containers and blocks of a body as the parser writes it: all is closed, and neither text nor attribute holds a 「<」 or 「>」."""
    out.source = html
    elements: dict[str, tags.Element] = {}  # by all that stands between 「<」 and 「>」: most tags of a page occur often
    nodes: list[tags.Element] = []
    known, blocks, parents, starts, ends, damped = elements.get, out.blocks, out.parents, out.starts, out.ends, out.damped
    stack = [-1]
    anchors: list[str] = []  # the links that a text stands in
    current: list[str] = []
    links = at = 0
    pieces = iter(html.split("<"))
    next(pieces, None)
    for piece in pieces:
        start = at
        at += len(piece) + 1
        head, _, words = piece.partition(">")
        if (element := known(head)) is None:
            if head[:2] == "a ":
                element = tags.LINK
            elif head[:3] == "!--":
                end = html.find("-->", start + 4)
                while at <= end:
                    at += len(next(pieces, "")) + 1
                element, words = tags.INLINE, html[end + 3 : at]
            else:
                element = elements[head] = tags.element(head)
        if does := element[0]:
            if does == "link":
                anchors.append(head)
            elif does == "unlink":
                if anchors:
                    anchors.pop()
            elif does == "title":  # a fragment's title lands in its body
                out.title = out.title or " ".join(tags.plain(words).split())
            else:
                if current:
                    if shown := " ".join("".join(current).split()):
                        blocks.append(Block(stack[-1], shown, min(links, len(shown))))
                    current = []
                links = 0
                if does == "open":
                    parent = stack[-1]
                    stack.append(len(starts))
                    starts.append(start)
                    ends.append(len(html))
                    parents.append(parent)
                    nodes.append(element)
                    damped.append((damped[parent] if parent >= 0 else None) or element[2])
                elif does == "close" and len(stack) > 2:  # the body stays open
                    ends[stack.pop()] = start + len(head) + 2
        if not words or words.isspace():
            if words and current:
                current.append(words)
            continue
        if "&" in words:
            words = tags.plain(words)
        current.append(words)
        if anchors:
            words = words.strip()
            links += len(words)
            if out.next_page is None and words.strip(" 【】[]>»") in _NEXT:
                out.next_page = tags.attributes(anchors[-1]).get("href")
    if shown := " ".join("".join(current).split()):
        blocks.append(Block(stack[-1], shown, min(links, len(shown))))
    out.tags = [element.tag for element in nodes]
    out.bodies = [element.name.body for element in nodes]
    out.roles = [element.name.role for element in nodes]


def _head(html: str) -> tuple[str, dict[str, str]]:
    """What the head says: its title and its metas."""
    title, out = "", dict[str, str]()
    for found in pattern(_SAID).finditer(html):
        if found["title"] and not title:
            title = " ".join(tags.plain(found["title"]).split())
        elif found["meta"]:
            attributes = tags.attributes(found["meta"])
            name = attributes.get("name") or attributes.get("property") or attributes.get("itemprop") or ""
            content = attributes.get("content")
            if name and content:
                out.setdefault(name.strip().lower(), " ".join(content.split()))
    return title, out
