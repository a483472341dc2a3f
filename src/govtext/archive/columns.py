"""A row of a dump as a page: which column is the page, which its address, which its date.

``{"url": "http://…", "html": "<h1>…", "date": "2023-08-20 09:15"}`` → ``Page("dump.jsonl#1", "<h1>…", "http://…", date(2023, 8, 20))``
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from govtext.archive.entry import Page, too_large
from govtext.errors import SourceError
from govtext.rules import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from govtext.archive.config import Columns, Limits

HTML = ("html", "raw_html", "page_html", "content_html", "page", "content", "body", "text", "raw", "网页", "网页源码", "正文", "内容")
URL = ("url", "uri", "link", "href", "page_url", "source_url", "网址", "链接", "地址")
PUBLISHED = (
    "published",
    "published_at",
    "publish_date",
    "publish_time",
    "pub_date",
    "pub_time",
    "pubdate",
    "date",
    "发布日期",
    "发布时间",
    "日期",
)

_DAY = r"""(?P<year>(?:19|20)\d\d) (?: (?P<mark>[-/.年]) (?P<month>\d{1,2}) [-/.月] (?P<day>\d{1,2}) | (?P<compact>\d{4}) ) (?!\d)"""


def column(wanted: str | None, usual: tuple[str, ...], names: Iterable[str]) -> str | None:
    """The column asked for, or the first of the usual ones that is there; capitals do not matter.

    >>> column(None, URL, ["id", "URL"]), column("link2", URL, ["url"])
    ('URL', None)
    """
    there = list(names)
    if wanted is not None:
        return wanted if wanted in there else None
    low = {str(name).strip().lower(): name for name in reversed(there)}
    return next((low[name] for name in usual if name in low), None)


def page(uri: str, row: Mapping[str, object], columns: Columns, limits: Limits) -> Page:
    """A row as a page. Raises SourceError when it has none: ``no_column``, ``no_page``, ``too_large``."""
    name = html_column(columns, row)
    content = row[name]
    if isinstance(content, memoryview | bytearray):
        content = bytes(content)
    if not isinstance(content, str | bytes) or not content.strip():
        raise SourceError("no_page", f"the row's column {name!r} holds no page", f"该行的「{name}」列没有网页内容")
    if len(content) > limits.page_bytes:
        raise too_large(len(content), limits.page_bytes)
    url = _value(row, column(columns.url, URL, row))
    published = _value(row, column(columns.published, PUBLISHED, row))
    return Page(uri, content, str(url).encode("utf-8", "replace").decode() if url else None, day(published))


def check(columns: Columns, names: Iterable[str]) -> None:
    """Whether the columns that were asked for are there, and one that holds the page. Raises SourceError ``no_column``."""
    there = [str(name) for name in names]
    html_column(columns, there)
    for asked in (columns.url, columns.published):
        if asked is not None and asked not in there:
            raise _no_column(f"no column {asked!r}", there)


def html_column(columns: Columns, names: Iterable[str]) -> str:
    """The column of the page. Raises SourceError ``no_column``."""
    there = [str(name) for name in names]
    name = column(columns.html, HTML, there)
    if name is None:
        raise _no_column(f"no column {columns.html!r}" if columns.html else "no column that holds a page (html, content, text, …)", there)
    return name


def _no_column(wanted: str, there: list[str]) -> SourceError:
    shown = ", ".join(there[:20]) or "none"
    return SourceError(
        "no_column",
        f"there is {wanted}; the columns are: {shown}; name one with --html, --url or --published",
        f"找不到所需的列；现有列：{shown}，可用 --html、--url、--published 指定",
    )


def _value(row: Mapping[str, object], name: str | None) -> object:
    value = None if name is None else row.get(name)
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else value


def day(value: object) -> date | None:
    """The day that a cell says, None when it says none.

    >>> day("2023年8月20日 09:15"), day("20230820"), day("2023-08-20T09:15:00+08:00"), day("昨天"), day(1692490000)
    (datetime.date(2023, 8, 20), datetime.date(2023, 8, 20), datetime.date(2023, 8, 20), None, None)
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    found = pattern(_DAY).search(str(value)[:64]) if value and not isinstance(value, float) else None
    if found is None:
        return None
    compact = found["compact"] or ""
    try:
        return date(int(found["year"]), int(found["month"] or compact[:2]), int(found["day"] or compact[2:]))
    except ValueError:
        return None
