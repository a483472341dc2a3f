"""From a page to its Article: decode, repair, scan, locate, read, trim, metadata.

「<h1>某市新建公园</h1><p>来源：某市日报 2024-03-01</p><p>某市今年将新建口袋公园30个。</p>」 gives title, source, day and text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

from govtext.errors import PageError
from govtext.page import metadata, read, scan
from govtext.page.empty import why_empty
from govtext.page.heading import bare
from govtext.page.intake import intake
from govtext.page.join import join
from govtext.page.line import Line, with_kinds
from govtext.page.locate import Place, locate
from govtext.page.origin import Origin
from govtext.page.published import When, around, head_source, published
from govtext.page.repair import Repaired, repair_page
from govtext.page.scripted import drawn
from govtext.page.title import beside, title
from govtext.page.trim import Trimmed, trim
from govtext.records import Article

if TYPE_CHECKING:
    from govtext.page.decode import Decoded


_SCRIPTED: Final = frozenset({"no_text", "list_page"})  # a page that a script draws has no text of its own, or only its menus
_MARKED: Final = "<p"  # of a menu's page the string must be an article's: marked up in paragraphs


@dataclass(frozen=True)
class Options:
    """What the caller says about a page."""

    url: str | None = None
    selector: str | None = None
    simplify: bool = True
    published: date | None = None
    charset: str | None = None  # of the HTTP header, for bytes


@dataclass(frozen=True)
class Reading:
    """A page as far as its trimmed lines: what ``explain`` shows and the Article is made of."""

    decoded: Decoded
    repaired: Repaired
    page: scan.Scan
    place: Place | None
    lines: list[Line]
    trimmed: Trimmed
    title: str | None
    empty: str | None


def read_article(
    page: Any,  # noqa: ANN401 - bytes, str, a BeautifulSoup or several of them: bs4 stays in its home
    options: Options = Options(),
) -> Article:
    """Read a page, or the pages of one article, without boilerplate. Raises ``PageError`` when it cannot be read at all.

    >>> article = read_article("<h1>某市新建公园</h1><p>来源：某市日报 2024-03-01</p><p>某市今年将新建口袋公园30个，年底前全部开放。</p>")
    >>> article.source, article.published.date().isoformat(), article.text
    ('某市日报', '2024-03-01', '某市今年将新建口袋公园30个，年底前全部开放。')
    """
    if isinstance(page, Sequence) and not isinstance(page, (str, bytes)):
        if not page:
            raise PageError("empty", "the list of pages is empty; give at least one", "页面列表为空")
        return join([_article(one, options) for one in page])
    return _article(page, options)


def read_page(page: Any, options: Options) -> Reading:  # noqa: ANN401 - as read_article
    """Read a page as far as its trimmed lines."""
    decoded = intake(page, options.charset)
    repaired = repair_page(decoded, options.url, simplify=options.simplify)
    text = repaired.text
    whole = scan.scan(text, decoded.stored if text is decoded.text else None)
    place = locate(whole)
    named = title(whole, place)
    lines = _lines(text, whole, place, options.selector)
    trimmed = trim(lines, named, plain=whole.plain)
    empty = None if options.selector else why_empty(whole, place, trimmed)
    if empty in _SCRIPTED and (found := drawn(text)) and (empty == "no_text" or _MARKED in found["articleBody"]):
        whole.linked = found
        named = title(whole, place)
        lines = _lines(text, whole, place, None)
        trimmed = trim(lines, named)
        empty = why_empty(whole, place, trimmed)
    return Reading(decoded, repaired, whole, place, lines, trimmed, named, empty)


def _lines(text: str, whole: scan.Scan, place: Place | None, selector: str | None) -> list[Line]:
    if selector:
        return read.read(scan.select(text, selector))
    lines: list[Line] = []
    if place is not None and whole.plain:
        lines = with_kinds([Line(text, "paragraph") for text in whole.texts])
    elif place is not None:
        lines = read.read(whole.inside(place.node))
    body = whole.linked.get("articleBody")
    if not isinstance(body, str) or bare(body)[:30] in bare("".join(line.text for line in lines)):
        return lines
    if "<" in body:
        return read.read(scan.fragment(body))
    return with_kinds([Line(" ".join(row.split()), "paragraph") for row in body.split("\n") if row.strip()])


def _article(page: Any, options: Options) -> Article:  # noqa: ANN401 - as read_article
    found = read_page(page, options)
    kept, dropped = (found.trimmed.kept, found.trimmed.dropped) if found.empty is None else ([], [])
    text = "\n".join(line.text for line in kept)
    rows = around(found.page, found.place) if found.empty is None else []
    head = head_source(found.page, found.place)
    when = published(found.page, rows, options.url, head) if found.empty is None else None
    if when is None and options.published is not None:
        given = options.published
        when = When(datetime(given.year, given.month, given.day), "day", "argument")  # noqa: DTZ001 - a page's date has no zone
    kicker, subtitle = beside(found.page, found.place)
    said = metadata.fields(found.page, rows, [row for row, _ in dropped], text, head) if found.empty is None else {}
    article = Article.model_validate(
        {
            "title": found.title,
            "kicker": kicker,
            "subtitle": subtitle,
            **{name: value for name, value in said.items() if value is not None},
            "published": when and when.moment,
            "published_precision": when and when.precision,
            "published_from": when and when.where,
            "url": options.url,
            "next_page": found.page.next_page,
            "text": text,
            "paragraphs": _paragraphs(kept),
            "dropped": [{"text": row, "reason": reason} for row, reason in dropped],
            "empty": found.empty,
            "encoding": found.decoded.encoding,
            "replaced": found.decoded.replaced,
            "repairs": found.repaired.repairs,
        }
    )
    origin = Origin(found.decoded.text, found.repaired)
    doubts = origin.doubts(text) if found.repaired.doubts else ()
    if doubts:
        article = article.model_copy(update={"doubts": doubts})
    article._origin = origin  # noqa: SLF001 - the one place that sets what as_published reads
    return article


def _paragraphs(lines: list[Line]) -> list[dict[str, Any]]:
    out: list[dict[str, Any]] = []
    at = 0
    for line in lines:
        out.append({"kind": line.kind, "level": line.level, "span": {"start": at, "end": at + len(line.text)}})
        at += len(line.text) + 1
    return out
