"""From a page to why its article is what it is: every block with its weight and the rule that kept or dropped it, as values.

「责任编辑：王平」 comes out as weight 0, dropped, by 「editor」.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from govtext.page.article import Options, Reading, read_page

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True)
class BlockReport:
    """A block of the page. ``place`` names its containers from the inside out, ``rule`` what kept or dropped it."""

    text: str
    weight: float
    links: int
    place: str
    kept: bool
    rule: str


@dataclass(frozen=True)
class PageReport:
    """A page explained: its title, the container that was chosen, why there is no article if there is none, and every block."""

    title: str | None
    container: str | None
    empty: str | None
    encoding: str
    blocks: tuple[BlockReport, ...]


def explain_page(page: Any, url: str | None = None) -> PageReport:  # noqa: ANN401 - bytes, str or a soup: bs4 stays in its home
    """Explain how the article was found. Raises ``PageError`` as ``parse`` does.

    >>> report = explain_page("<div><p>某市今年将新建口袋公园30个，年底前全部开放。</p><p>责任编辑：王平</p></div>")
    >>> [(block.kept, block.rule) for block in report.blocks]
    [(True, 'text'), (False, 'editor')]
    """
    found = read_page(page, Options(url=url))
    container = None if found.place is None else _place(found, found.place.node)
    return PageReport(found.title, container, found.empty, found.decoded.encoding, tuple(_blocks(found)))


def _blocks(found: Reading) -> Iterator[BlockReport]:
    ahead = 0
    rows = [("".join(line.text.split()), rule) for line, rule in zip(found.lines, found.trimmed.rules, strict=True)]
    page = found.page
    for i, (text, node, links) in enumerate(zip(page.texts, page.nodes, page.links, strict=True)):
        weight = found.place.weights[i] if found.place else 0.0
        inside = found.place is not None and found.place.first <= i <= found.place.last
        rule, kept = "outside_the_article", False
        if inside and found.empty is None:
            bare = "".join(text.split())
            at = next((k for k in range(ahead, min(ahead + 12, len(rows))) if bare in rows[k][0]), None)
            if at is None:
                rule = page.damped(node) or "not_read"
            else:
                ahead = at
                why = rows[at][1]
                kind = found.lines[at].kind
                rule, kept = (why, False) if why else ("text" if kind == "paragraph" else kind, True)
        elif (damped := page.damped(node)) is not None:
            rule = f"class_{damped}"
        elif found.place is not None and i in found.place.why:
            rule = found.place.why[i]
        yield BlockReport(text, round(weight, 2), links, _place(found, node), kept, rule)


def _place(found: Reading, node: int) -> str:
    out: list[str] = []
    while node >= 0 and len(out) < 4:
        out.append(found.page.tags[node])
        node = found.page.parents[node]
    return " < ".join(out)
