"""From a page's scripts to the article in them: 「"articleBody": "今年将新增就业20万人。"」 of ld+json, or a string that a script draws."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from html import unescape
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote

from govtext.rules import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from govtext.rules import Match

_ATTRIBUTE: Final = r' = " (?P<text> \{ &quot; [^"<>]{60,100000}+ ) " '  # JSON in an element's attribute
_LONGEST: Final = 2_000_000  # characters of a script that is read as JSON
_STRING: Final = r'" (?P<text> (?: [^"\\\n]++ | \\. ){1,100000}+ ) "'
_SINGLE: Final = r"' (?P<text> (?: [^'\\\n]++ | \\. ){1,100000}+ ) '"
_AREA: Final = r"""
    (?i: < (?: (?P<tag>textarea|noscript) \b | (?P<tag>script) \s [^<>]*? type="text/(?:x-)?(?:template|html)" ) [^<>]*+ > )
    (?P<text> (?: [^<]++ | < (?! /(?P=tag) ) ){1,20000}+ )
"""  # what is hidden for a script to draw
_PERCENT: Final = "%E"  # in a string that decodeURIComponent reads
_LEAST: Final = 60  # characters of a string that may be an article
_STOPS: Final = r"[，。；]"
_STOPS_LEAST: Final = 4
_HAN: Final = 0.5  # of it
_VALUE: Final = r"""
    (?: ["']? \s*[:=]\s* " (?P<text> (?: [^"\\\n]++ | \\ . ){1,160}+ ) " | ["']? \s*[:=]\s* (?P<number> 1\p{Nd}{9,12} ) \b
      | ["'] [^<>]*+ > (?P<area> [^<]{2,160}+ ) < )
"""
_FIELDS: Final = {
    "headline": rf"\b (?i: [a-z]{{0,12}}(?:title|headline) ) {_VALUE}",
    "datePublished": rf"\b (?i: (?:pub|publish|create|release|post|article-time)[\w-]*+ ) {_VALUE}",
    "source": rf"\b (?i: [a-z]{{0,8}}source(?:[-_]?name)? | copy_?from | media_?name ) {_VALUE}",
}  # in JSON, in a script's variables, or in the hidden areas of a form
_DAY: Final = r"20\p{Nd}{2}[-/.年]\p{Nd}{1,2}[-/.月]\p{Nd}{1,2}"
_TITLE_LEAST: Final = 6
_CHINA: Final = timedelta(hours=8)


def articles(source: str) -> Iterator[Mapping[str, Any]]:
    """The articles that an ld+json script describes.

    >>> [row["headline"] for row in articles('{"@type": "NewsArticle", "headline": "某市新建公园"}')]
    ['某市新建公园']
    """
    if len(source) > _LONGEST:
        return
    try:
        found = json.loads(source, strict=False)
    except (ValueError, RecursionError):
        return
    rows = found if isinstance(found, list) else found.get("@graph", [found]) if isinstance(found, dict) else []
    for row in rows if isinstance(rows, list) else []:
        if isinstance(row, dict) and (isinstance(row.get("articleBody"), str) or "Article" in str(row.get("@type")) or "pubDate" in row):
            yield row


def drawn(text: str) -> Mapping[str, Any]:
    r"""The article of a page that a script draws: the string of its source with the most sentences, and the fields nearest to it.

    >>> body = "今年，全县将新增就业一万人；新建公园三十个，年底前全部开放。"
    >>> found = drawn('<script>page={"pubTime":"2024-03-01","source":"某县发布","content":"<p>' + 2 * body + '<\\/p>"}</script>')
    >>> found["datePublished"], found["source"]
    ('2024-03-01', '某县发布')
    """
    best, most, place = "", _STOPS_LEAST - 1, 0
    for at, shown in _strings(text):
        stops = len(pattern(_STOPS).findall(shown))
        if stops > most and len(pattern(r"\p{Han}").findall(shown)) > _HAN * len(pattern(r"<[^<>]*+>").sub("", shown)):
            best, most, place = shown, stops, at
    if not best:
        return {}
    return {"articleBody": best} | {name: value for name in _FIELDS if (value := _nearest(name, text, place))}


def _nearest(name: str, text: str, place: int) -> str | None:
    """The value of a field that stands next to the article's own string: of a page's many titles that is the article's."""
    rows = ((abs(found.start() - place), value) for found in pattern(_FIELDS[name]).finditer(text) if (value := _value(name, found)))
    return min(rows, default=(0, None))[1]


def _value(name: str, found: Match) -> str | None:
    written = found["number"] or unescape(found["area"] or _string(found["text"]) or "").strip()
    value = pattern(r"<[^<>]*+>").sub("", written)
    if name == "datePublished":
        if pattern(r"1\p{Nd}{9}(?:\p{Nd}{3})?").fullmatch(value):
            return (datetime.fromtimestamp(int(value[:10]), UTC) + _CHINA).strftime("%Y-%m-%d %H:%M:%S")
        return value if pattern(_DAY).match(value) else None
    said = len(value) >= _TITLE_LEAST if name == "headline" else len(value) < _TITLE_LEAST * 4
    return value if said and pattern(r"\p{Han}").search(value) else None


def _string(written: str) -> str | None:
    try:
        return str(json.loads(f'"{written}"', strict=False))
    except ValueError:
        return None


def _strings(text: str) -> Iterator[tuple[int, str]]:
    """The strings of the scripts, and what is hidden for a script to draw, each with its place."""
    for shape in (_STRING, _SINGLE):
        for found in pattern(shape).finditer(text):
            if len(found["text"]) >= _LEAST and (shown := _string(found["text"] if shape is _STRING else _doubled(found["text"]))):
                yield from ((found.start(), inner) for inner in _inside(shown))
    for found in pattern(_ATTRIBUTE).finditer(text):
        yield from ((found.start(), inner) for inner in _inside(unescape(found["text"])))
    for found in pattern(_AREA).finditer(text):
        yield found.start(), unescape(found["text"])


def _doubled(written: str) -> str:
    """A string in single quotes as one in double quotes."""
    return written.replace("\\'", "'").replace('\\"', '"').replace('"', '\\"')


def _inside(shown: str) -> Iterator[str]:
    """A string, or what is written in it: JSON, a form's value with its tags escaped, an encoded address."""
    if shown[0] == "{" and shown[-1] == "}":
        rows = (_string(found["text"]) for found in pattern(_STRING).finditer(shown) if len(found["text"]) >= _LEAST)
        yield from filter(None, rows)
    elif "&lt;" in shown:
        yield unescape(shown)
    elif _PERCENT in shown:
        yield unquote(shown)
    else:
        yield shown
