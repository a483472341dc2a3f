"""From a page to flat blocks: each run of text between two block tags, with its place in the tree. The home of ``selectolax``.

「<div id=zoom><p>今年新增就业20万人。</p></div>」 gives one block, 「今年新增就业20万人。」, whose node is the p inside the div.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from govtext.errors import PageError
from govtext.page import markup, open_links, signs
from govtext.page.bounded import bounded
from govtext.page.scripted import articles
from govtext.page.tags import ELEMENTS, INLINE, SILENT, Said, attributes, behind, element, pieces, plain, said
from govtext.rules import pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

_RAW: Final = ["script", "style"]  # what they hold is written as it stands
_CREATED: Final = r"""\b (?:ct|oriCreateTime) \s*=\s* ["'] (?P<second>1\d{9}) ["']"""
_ENDING: Final = frozenset({"open", "close", "break"})  # what ends a block
_NEXT: Final = frozenset({"下一页", "下页", "后一页"})


@dataclass
class Scan:
    """A page as flat lists: the containers in document order, the blocks that they hold, runs of text, and what the head says."""

    texts: list[str] = field(default_factory=list)  # of the blocks
    nodes: list[int] = field(default_factory=list)  # each block's container
    links: list[int] = field(default_factory=list)  # how many of its characters stand in links
    parents: list[int] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    title: str = ""
    meta: Mapping[str, str] = field(default_factory=dict)
    plain: bool = False  # a plain-text dump: its lines are the blocks
    linked: Mapping[str, Any] = field(default_factory=dict)  # the article's own ld+json
    next_page: str | None = None
    created: int | None = None  # the second at which WeChat's script says the article appeared
    pieces: list[str] = field(default_factory=list)  # the body: at odd places its tags, behind each the text up to the next one
    starts: list[int] = field(default_factory=list)  # the place of a container's own tag, and the one behind its closing tag
    ends: list[int] = field(default_factory=list)
    _damped: dict[int, str | None] = field(default_factory=dict)

    def inside(self, node: int) -> list[str]:
        """The pieces of a container."""
        row = ["", *self.pieces[self.starts[node] : self.ends[node]]]
        return row if len(row) % 2 else [*row, ""]

    def between(self, node: int, other: int) -> str:
        """The source from where a container begins up to where another one does."""
        row = self.pieces[self.starts[node] : self.starts[other]]
        return "".join(f"<{head}>{words}" for head, words in zip(row[::2], row[1::2], strict=True))

    def end(self, node: int, at: int) -> int:
        """The first container behind a container and all that is in it; ``at`` is one in it, or its end."""
        while at < len(self.parents) and self.parents[at] >= node:
            at += 1
        return at

    def name(self, node: int) -> signs.Name:
        """What a container's own name says. It is read when asked for: most containers of a page never are."""
        return self._said(node).name

    def damped(self, node: int) -> str | None:
        """Why a container is furniture, itself or by what it stands in: the word, or "hidden"."""
        path = []
        while node >= 0 and node not in self._damped:
            path.append(node)
            node = self.parents[node]
        why = self._damped[node] if node >= 0 else None
        for inner in reversed(path):
            why = self._damped[inner] = why or self._said(inner).damped
        return why

    def _said(self, node: int) -> Said:
        return said(self.pieces[self.starts[node]]) if self.starts else SILENT

    def add(self, parent: int, tag: str) -> int:
        """Append a container; returns its number."""
        self.parents.append(parent)
        self.tags.append(tag)
        return len(self.parents) - 1


def scan(text: str, stored: bytes | None = None) -> Scan:
    """The blocks of a page, HTML or plain text. Raises ``PageError`` for a page that no parser takes.

    ``stored`` is the text in UTF-8, where that is known.

    >>> scan("<div>一<p>二<b>三</b></p>四<br>五</div>").texts
    ['一', '二三', '四', '五']
    """
    if "<" not in text or not markup.is_html(text):
        return _lines(text)
    out = Scan()
    body = _parsed(text, out, stored)
    if open_links.left_open(body, text) and (closed := open_links.closed(text)) is not text:
        body = _parsed(closed, out)
    _flatten(pieces(body), out)
    return out


def _wechat(tree: LexborHTMLParser, text: str, out: Scan) -> None:
    """What WeChat shows by script: the account, and when the article appeared."""
    account = tree.css_first("#js_name")
    if account is not None and "source" not in out.meta:
        out.meta = {**out.meta, "source": " ".join((account.text() or "").split())}
    if created := pattern(_CREATED).search(text):
        out.created = int(created["second"])


def select(text: str, selector: str) -> list[str]:
    """The pieces of the first element that a CSS selector names. Raises ``PageError`` when there is none.

    >>> select("<div id=a>一</div><div id=b>二</div>", "#b")
    ['', 'div id="b"', '二', '/div', '']
    """
    try:
        found = LexborHTMLParser(bounded(text)).css_first(selector)
    except (SelectolaxError, ValueError) as error:
        raise PageError("bad_selector", f"{selector!r} is no CSS selector: {error}", f"选择器无效：{selector}") from error
    if found is None:
        raise PageError(
            "no_element", f"the page has no element {selector!r}; look at `govtext explain FILE --page`", f"页面中没有{selector}"
        )
    return _pieces(found)


def fragment(html: str) -> list[str]:
    """The pieces of a part of a page that stands in a script, as its author wrote it.

    >>> fragment("<p>一<p>二")
    ['', 'body', '', 'p', '一', '/p', '', 'p', '二', '/p', '', '/body', '']
    """
    body = LexborHTMLParser(bounded(html)).body
    return _pieces(body) if body is not None else ["", "body", html]


def _pieces(node: LexborNode) -> list[str]:
    node.strip_tags(_RAW)
    return pieces(node.html or "")


def _lines(text: str) -> Scan:
    out = Scan(plain=True)
    root = out.add(-1, "body")
    out.texts = [line for row in text.splitlines() if (line := " ".join(row.split()))]
    out.nodes = [out.add(root, "p") for _ in out.texts]
    out.links = [0] * len(out.texts)
    return out


def _parsed(text: str, out: Scan, stored: bytes | None = None) -> str:
    """The body as the parser writes it; the tree, ten times as large as the page, is gone then. What the head says goes into the scan."""
    stored = bounded(text, stored)
    try:
        tree = LexborHTMLParser(stored)
    except (SelectolaxError, ValueError, UnicodeError) as error:
        raise PageError("unreadable", f"the page cannot be parsed: {error}", "页面无法解析") from error
    if b"ld+json" in stored:
        described = (row for node in tree.css('script[type="application/ld+json"]') for row in articles((node.text() or "").strip()))
        out.linked = next(described, {})
    tree.strip_tags(_RAW)
    out.title, out.meta = _head(tree.head.html or "" if tree.head is not None else "")
    if b"js_name" in stored:
        _wechat(tree, text, out)
    return tree.body.html or "" if tree.body is not None else ""


def _flatten(row: list[str], out: Scan) -> None:  # noqa: C901, PLR0912, PLR0915 - one pass over all tags, the costliest of all: all in line
    """The containers and blocks of a body."""
    out.pieces = row
    elements = dict(ELEMENTS)  # by all that stands between 「<」 and 「>」: most tags of a page occur often
    known, named, parents, names, starts, ends = elements.get, ELEMENTS.get, out.parents, out.tags, out.starts, out.ends
    texts, nodes, linked = out.texts, out.nodes, out.links
    missing = set[str]()
    stack = [-1]
    anchors: list[str] = []  # the links that a text stands in
    current: list[str] = []
    links, at, count, node = 0, -1, len(row), -1
    every = iter(row)
    next(every)
    for head, words in zip(every, every, strict=True):
        at += 2
        if (tag := known(head)) is None:
            tag = elements[head] = named(head.partition(" ")[0], INLINE)
        does, name = tag
        if does:
            if current and does in _ENDING:
                if shown := " ".join((current[0] if len(current) == 1 else "".join(current)).split()):
                    texts.append(shown)
                    nodes.append(node)
                    linked.append(links and min(links, len(shown)))
                current, links = [], 0
            if does == "open":
                parents.append(node)
                node = len(names)
                stack.append(node)
                names.append(name)
                starts.append(at)
                ends.append(count)
            elif does == "close":
                if len(stack) > 2:  # the body stays open
                    ends[stack.pop()] = at + 1
                    node = stack[-1]
            elif does == "link":
                anchors.append(head)
            elif does == "unlink":
                if anchors:
                    anchors.pop()
            elif does == "title":  # a fragment's title lands in its body
                out.title = out.title or " ".join(plain(words).split())
            elif does == "silent":
                for _ in range(at, behind(row, at, name, missing), 2):
                    _, words = next(every), next(every)  # noqa: PLW2901 - what stands behind what is silent
                    at += 2
        if not words:
            continue
        if words.isspace():
            if current:
                current.append(words)
            continue
        if "&" in words:
            words = plain(words)  # noqa: PLW2901 - the same words
        current.append(words)
        if anchors:
            words = words.strip()  # noqa: PLW2901 - the same words
            links += len(words)
            if "页" in words and out.next_page is None and words.strip(" 【】[]>»") in _NEXT:
                out.next_page = attributes(anchors[-1]).get("href")
    if shown := " ".join("".join(current).split()):
        texts.append(shown)
        nodes.append(node)
        linked.append(min(links, len(shown)))


def _head(html: str) -> tuple[str, dict[str, str]]:
    """What the head says: its title and its metas."""
    title, out = "", dict[str, str]()
    row = pieces(html)
    at, missing = 1, set[str]()
    while at < len(row):
        head = row[at]
        if head[:5] == "meta ":
            meta = attributes(head)
            name = meta.get("name") or meta.get("property") or meta.get("itemprop") or ""
            content = meta.get("content")
            if name and content:
                out.setdefault(name.strip().lower(), " ".join(content.split()))
        elif head[:5] == "title" and not title:
            title = " ".join(plain(row[at + 1]).split())
        elif (tag := element(head))[0] == "silent":
            at = behind(row, at, tag[1], missing)
        at += 2
    return title, out
