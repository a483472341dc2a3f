"""From a page to its Article: decode, repair, scan, locate, read, trim, metadata.

「<h1>某市新建公园</h1><p>来源：某市日报 2024-03-01</p><p>某市今年将新建口袋公园30个。</p>」 gives title, source, day and text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from govtext.errors import PageError
from govtext.page import metadata, read, scan, signs
from govtext.page.decode import Decoded, decode
from govtext.page.locate import Place, bare, locate
from govtext.page.origin import Origin
from govtext.page.repair import Repaired, repair
from govtext.page.trim import Trimmed, trim
from govtext.records import Article, Dropped, Paragraph, Span
from govtext.rules import pattern

LARGEST: Final = 64 << 20  # characters; a page of this size is a dump of a database
_BINARY: Final = 0.1  # of the first characters that are control characters or could not be decoded
_SAMPLE: Final = 4096
_CONTROLS: Final = r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\ufffd]"
_MAGIC: Final = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x1f\x8b", b"Rar!", b"\x7fELF")
_ERROR: Final = r"""
    \b(?:404|403|500|502|503)\b | 页面不存在 | 页面未找到 | 找不到(?:该|此|您)?.{0,6}页面 | 访问出错 | 系统维护 | (?i:not\ found)
  | 您(?:访问|要查看|请求)的(?:页面|网页|内容|文章).{0,8}(?:不存在|已?删除|出错|找不到)
"""
_ERROR_MOST: Final = 300  # characters of text on an error page
_LIST_LINKS: Final = 0.5  # of a page's characters in links: a page that lists articles
_LEAST: Final = 2.0  # the weight that running text has; less is a slogan or a line of contact details
_NATIVE: Final = r"(?i: ^zh[-_](?:hant|tw|hk|mo) )"  # a page that says it was written in Traditional characters
_NATIVE_HOST: Final = r"(?i: ^https?://[^/]* (?: \.(?:tw|hk|mo)(?=[:/]|$) | (?<=/)(?:hk|tw)\.[^/]+ ) )"
_DAMAGE: Final = frozenset({"reading", "torn_run"})
_SUBTITLE: Final = r"[\s　]*(?:—|―|-){1,2}[^\s].{3,60}"


@dataclass(frozen=True)
class Options:
    """What the caller says about a page."""

    url: str | None = None
    selector: str | None = None
    simplify: bool = True
    published: date | None = None


@dataclass(frozen=True)
class Reading:
    """A page as far as its trimmed lines: what ``explain`` shows and the Article is made of."""

    decoded: Decoded
    repaired: Repaired
    page: scan.Scan
    place: Place | None
    lines: list[read.Line]
    trimmed: Trimmed
    title: str | None
    empty: str | None


def read_article(
    page: Any,  # noqa: ANN401 - bytes, str, a BeautifulSoup or several of them: bs4 stays in its home
    url: str | None = None,
    selector: str | None = None,
    simplify: bool = True,  # noqa: FBT001, FBT002 - named at every call
    published: date | None = None,
) -> Article:
    """Read a page, or the pages of one article, without boilerplate. Raises ``PageError`` when it cannot be read at all.

    >>> article = read_article("<h1>某市新建公园</h1><p>来源：某市日报 2024-03-01</p><p>某市今年将新建口袋公园30个，年底前全部开放。</p>")
    >>> article.source, article.published.date().isoformat(), article.text
    ('某市日报', '2024-03-01', '某市今年将新建口袋公园30个，年底前全部开放。')
    """
    options = Options(url, selector, simplify, published)
    if isinstance(page, Sequence) and not isinstance(page, (str, bytes)):
        if not page:
            raise PageError("empty", "the list of pages is empty; give at least one", "页面列表为空")
        return _join([_article(one, options) for one in page])
    return _article(page, options)


def read_page(page: Any, options: Options) -> Reading:  # noqa: ANN401 - as read_article
    """Read a page as far as its trimmed lines."""
    decoded = _decoded(page)
    native = bool(options.url and pattern(_NATIVE_HOST).search(options.url)) or decoded.encoding.startswith("big5")
    native = native or bool(pattern(r"(?i: <html\b [^>]{0,300}? lang \s*=\s* [\"']? zh-(?:hant|tw|hk|mo) )").search(decoded.text[:2000]))
    repaired = repair(decoded.text, simplify=options.simplify and not native)
    if native and options.simplify and any(step.kind in _DAMAGE for step in repaired.steps):
        repaired = repair(decoded.text)
    text = repaired.text
    whole = scan.scan(text)
    place = locate(whole)
    title = metadata.titles(whole, place)
    lines = _lines(text, whole, place, options.selector)
    trimmed = trim(lines, title, plain=whole.plain)
    empty = None if options.selector else _empty(whole, place, trimmed)
    return Reading(decoded, repaired, whole, place, lines, trimmed, title, empty)


def _decoded(page: Any) -> Decoded:  # noqa: ANN401 - as read_article
    if isinstance(page, (bytes, bytearray, memoryview)):
        data = bytes(page)
        if len(data) > LARGEST:
            raise PageError("too_large", f"the page has {len(data)} bytes, more than {LARGEST}; split it", "页面过大")
        if not data.strip():
            raise PageError("empty", "the page is empty", "页面为空")
        if data.startswith(_MAGIC):
            raise PageError("binary", "the page is a binary file, not text; give HTML or plain text", "不是文本文件")
        decoded = decode(data)
    elif isinstance(page, str):
        decoded = Decoded(page, "str")
    elif read.is_soup(page):
        decoded = Decoded(read.source(page), "str")
    else:
        raise PageError("wrong_type", f"a page is bytes, str or a BeautifulSoup, not {type(page).__name__}", "页面类型不支持")
    if len(decoded.text) > LARGEST:
        raise PageError("too_large", f"the page has {len(decoded.text)} characters, more than {LARGEST}; split it", "页面过大")
    if not pattern(r"[^\0\s\ufeff]").search(decoded.text):
        raise PageError("empty", "the page is empty", "页面为空")
    sample = decoded.text[:_SAMPLE].replace("\0", "") if "<" in decoded.text[:_SAMPLE] else decoded.text[:_SAMPLE]
    if len(pattern(_CONTROLS).findall(sample)) > _BINARY * len(sample):
        raise PageError("binary", "the page is a binary file, not text; give HTML or plain text", "不是文本文件")
    return decoded


def _lines(text: str, whole: scan.Scan, place: Place | None, selector: str | None) -> list[read.Line]:
    if selector:
        return read.read(scan.select(text, selector))
    body = whole.linked.get("articleBody")
    lines: list[read.Line] = []
    if place is not None and whole.plain:
        lines = read.plain([read.Line(block.text, "paragraph") for block in whole.blocks])
    elif place is not None:
        lines = read.read(whole.html(place.node))
    if isinstance(body, str) and bare(body)[:30] not in bare("".join(line.text for line in lines)):
        return (
            read.read(body)
            if "<" in body
            else read.plain([read.Line(" ".join(row.split()), "paragraph") for row in body.split("\n") if row.strip()])
        )
    return lines


def _empty(whole: scan.Scan, place: Place | None, trimmed: Trimmed) -> str | None:
    """Why a page has no article."""
    kept = sum(len(line.text) for line in trimmed.kept)
    length = sum(len(block.text) for block in whole.blocks)
    links = sum(block.links for block in whole.blocks)
    shown = whole.title + " ".join(block.text for block in whole.blocks[:10])
    if length < _ERROR_MOST and pattern(_ERROR).search(shown[:1000]):
        return "error_page"
    if not kept or place is None or not any(place.weights):
        if isinstance(whole.linked.get("articleBody"), str) and kept:
            return None
        return "list_page" if links > _LIST_LINKS * max(1, length) else "no_text"
    best = sum(weight for weight in place.weights[place.first : place.last + 1])
    if not whole.plain and best < _LEAST and links > _LIST_LINKS * length and kept < 60:
        return "list_page"
    return None


def _article(page: Any, options: Options) -> Article:  # noqa: ANN401 - as read_article
    found = read_page(page, options)
    text, paragraphs = _text(found.trimmed.kept if found.empty is None else [])
    dropped = found.trimmed.dropped if found.empty is None else []
    said = metadata.fields(found.page, found.place, [row for row, _ in dropped], text) if found.empty is None else {}
    when = metadata.published(found.page, found.place, options.url) if found.empty is None else None
    if when is None and options.published is not None:
        given = options.published
        when = metadata.When(datetime(given.year, given.month, given.day), "day", "argument")  # noqa: DTZ001 - a page's date has no zone
    kicker, subtitle = _beside_title(found)
    article = Article(
        title=found.title,
        kicker=kicker,
        subtitle=subtitle,
        **{name: value for name, value in said.items() if value is not None},
        published=when.moment if when else None,
        published_precision=when.precision if when else None,
        published_from=when.where if when else None,
        url=options.url,
        next_page=found.page.next_page,
        text=text,
        paragraphs=paragraphs,
        dropped=tuple(Dropped(text=row, reason=reason) for row, reason in dropped),
        empty=found.empty,
        encoding=found.decoded.encoding,
        replaced=found.decoded.replaced,
        repairs=found.repaired.repairs,
    )
    origin = Origin(found.decoded.text, found.repaired)
    doubts = origin.doubts(text) if found.repaired.doubts else ()
    if doubts:
        article = article.model_copy(update={"doubts": doubts})
    article._origin = origin  # noqa: SLF001 - the one place that sets what as_published reads
    return article


def _text(lines: list[read.Line]) -> tuple[str, tuple[Paragraph, ...]]:
    paragraphs = []
    at = 0
    for line in lines:
        paragraphs.append(Paragraph(kind=line.kind, level=line.level, span=Span(start=at, end=at + len(line.text))))
        at += len(line.text) + 1
    return "\n".join(line.text for line in lines), tuple(paragraphs)


def _beside_title(found: Reading) -> tuple[str | None, str | None]:
    """引题 and subtitle: headings right above and below the title's block."""
    if found.place is None or found.place.title < 0:
        return None, None
    blocks, at = found.page.blocks, found.place.title
    kicker = subtitle = None
    if at + 1 < len(blocks) and pattern(_SUBTITLE).fullmatch(blocks[at + 1].text):
        subtitle = blocks[at + 1].text
    if at > 0 and found.page.tags[blocks[at - 1].node] in {"h2", "h3", "h4"} and blocks[at - 1].links == 0 and len(blocks[at - 1].text) > 4:
        kicker = blocks[at - 1].text
    below = blocks[at + 1] if at + 1 < len(blocks) else None
    if subtitle is None and below is not None and found.page.tags[below.node] in {"h2", "h3", "h4"} and below.links == 0:
        subtitle = below.text if 4 < len(below.text) < 60 and signs.furniture(below.text) is None and at + 1 < found.place.first else None
    return kicker, subtitle


def _join(parts: list[Article]) -> Article:
    """The pages of one article as one: the first page's metadata, the text of all, a repeated paragraph once where two pages meet."""
    first = parts[0]
    if len(parts) == 1:
        return first
    text = ""
    paragraphs: list[Paragraph] = []
    origins: list[tuple[int, int, Any]] = []
    for part in parts:
        if not part.text:
            continue
        shift = len(text) + 1 if text else 0
        text = f"{text}\n{part.text}" if text else part.text
        paragraphs += [
            row.model_copy(update={"span": Span(start=row.span.start + shift, end=row.span.end + shift)}) for row in part.paragraphs
        ]
        origins.append((shift, len(text), part))
    doubts = tuple(
        row.model_copy(update={"span": Span(start=row.span.start + shift, end=row.span.end + shift)})
        for shift, _, part in origins
        for row in part.doubts
    )
    article = first.model_copy(
        update={
            "text": text,
            "paragraphs": tuple(paragraphs),
            "dropped": tuple(row for part in parts for row in part.dropped),
            "doubts": doubts,
            "repairs": tuple(row for part in parts for row in part.repairs),
            "replaced": sum(part.replaced for part in parts),
            "editor": next((part.editor for part in reversed(parts) if part.editor), None),
            "empty": None if text else first.empty,
            "next_page": parts[-1].next_page,
        }
    )
    article._origin = _Origins(origins)  # noqa: SLF001 - as in _article
    return article


class _Origins:
    """What ``as_published`` reads for an article on several pages: each span's slices count the characters of its own page."""

    def __init__(self, parts: list[tuple[int, int, Any]]) -> None:
        self._parts = parts

    def slices(self, _: str, start: int, end: int) -> list[tuple[int, int, str]]:
        out: list[tuple[int, int, str]] = []
        for shift, finish, part in self._parts:
            low, high = max(start, shift), min(end, finish)
            if low < high:
                out += [(row.start, row.end, row.text) for row in part.as_published(Span(start=low - shift, end=high - shift))]
        return out
