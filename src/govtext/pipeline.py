"""The arrows of the design as readable functions: a page or a text in, records out.

    bytes -> page.article -> Article(text) -> targets.find -> Document

Each step is imported where it is called: ``quantities`` needs neither jieba nor a page parser.
"""

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from hashlib import sha256
from importlib import import_module
from typing import TYPE_CHECKING, Any

from govtext.records import Article, Deadline, Document, Number, Quantity

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Page = Any  # bytes | str | bs4.BeautifulSoup: bs4 stays in its home


def convert(
    page: Page | Sequence[Page],
    url: str | None = None,
    published: date | None = None,
    *,
    selector: str | None = None,
    simplify: bool = True,
    charset: str | None = None,
) -> Document:
    """Read a page and everything it promises.

    ``page`` is bytes, str or a BeautifulSoup: HTML, or a plain-text dump of a page; a list of them is one article on several pages.
    ``published`` is used when the page does not say its own date; ``charset``, that of the HTTP header, is believed as far as bytes allow.
    Raises ``PageError`` when the page cannot be read at all.

    >>> doc = convert("<h1>某市今年新建公园</h1><p>2024年3月1日</p><p>某市今年将新建口袋公园30个，年底前全部开放。</p>")
    >>> doc.targets[0].quantity.value
    Decimal('30')
    """
    article = parse(page, url=url, selector=selector, simplify=simplify, published=published, charset=charset)
    return _document(article)


def parse(
    page: Page | Sequence[Page],
    url: str | None = None,
    *,
    selector: str | None = None,
    simplify: bool = True,
    published: date | None = None,
    charset: str | None = None,
) -> Article:
    """Read a page without its boilerplate.

    ``selector`` names the article's element in CSS, for one site that is read wrong. ``charset`` is that of the HTTP header, for bytes:
    it is believed as far as the bytes allow.
    """
    from govtext.page.article import Options, read_article

    return read_article(page, Options(url, selector, simplify, published, charset))


def extract(text: str, title: str | None = None, published: date | None = None) -> Document:
    """Read clean text, left as it is: every span indexes exactly this string.

    >>> doc = extract("今年新增就业不少于20万人。", published=date(2024, 1, 10))
    >>> [(t.subject, t.quantity.comparator, t.quantity.value) for t in doc.targets]
    [('就业', 'ge', Decimal('200000'))]
    """
    when = None if published is None else datetime(published.year, published.month, published.day)  # noqa: DTZ001 - a page's date has no zone
    return _document(Article(title=title, published=when, published_precision=None if when is None else "day", text=text))


def _document(article: Article) -> Document:
    from govtext.targets.find import find

    records = find(article)
    identity = sha256(f"{article.title or ''}\n{article.text}".encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return Document(
        id=f"d_{identity}",
        uri=article.url,
        article=article,
        targets=tuple(r for r in records if r.status == "planned"),
        achievements=tuple(r for r in records if r.status == "achieved"),
    )


def numbers(text: str) -> tuple[Number, ...]:
    """Every bare number of a text, exact.

    >>> numbers("两千零二十三")[0].value
    Decimal('2023')
    """
    return _records_of("numbers")(text)


def quantities(text: str) -> tuple[Quantity, ...]:
    """Every quantity of a text: number, unit, comparator.

    >>> [(q.text, q.comparator, q.value, q.unit) for q in quantities("投资不少于315亿元")]
    [('不少于315亿元', 'ge', Decimal('31500000000'), '元')]
    """
    return _records_of("quantities")(text)


def times(text: str, published: date | None = None) -> tuple[Deadline, ...]:
    """Every time of a text, resolved against ``published``; without it a relative time has no days.

    Both days of a time are inclusive, None is an open side (到2025年 has no start). ``alternatives`` are other days the words allow.

    >>> [(t.text, t.relation, t.end.isoformat()) for t in times("6月底前开工，到明年年底完成", published=date(2023, 3, 20))]
    [('6月底前', 'by', '2023-06-30'), ('到明年年底', 'by', '2024-12-31')]
    >>> time = times("未来三到五年", published=date(2023, 8, 20))[0]
    >>> time.end.isoformat(), time.grain, time.rule, [other.end.isoformat() for other in time.alternatives]
    ('2028-08-20', 'years', 'ahead', ['2026-08-20', '2027-12-31'])
    """
    return _records_of("times")(text, published)


@cache
def _records_of(reader: str) -> Callable[..., tuple[Any, ...]]:
    """A reader's records, imported once: an import in a call takes a short line's time to be read."""
    records: Callable[..., tuple[Any, ...]] = import_module(f"govtext.mentions.{reader}").records
    return records
