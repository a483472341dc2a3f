"""From a page's scripts to the article in them: 「"articleBody": "今年将新增就业20万人。"」 of ld+json, or a string that a script draws."""

from __future__ import annotations

import json
from html import unescape
from typing import TYPE_CHECKING, Any, Final

from govtext.rules import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_LONGEST: Final = 2_000_000  # characters of a script that is read as JSON
_STRING: Final = r'" (?P<text> (?: [^"\\\n]++ | \\. ){1,100000}+ ) "'
_AREA: Final = r"(?i: < textarea\b [^<>]*+ >) (?P<text> [^<]++ )"
_LEAST: Final = 60  # characters of a string that may be an article
_STOPS: Final = r"[，。；]"
_STOPS_LEAST: Final = 4
_HAN: Final = 0.5  # of it
_DATE: Final = (
    r"""(?i: "(?:pub|publish|create|release|post)[\w-]*" \s*:\s* "(?P<day>20\p{Nd}{2}[-/.年]\p{Nd}{1,2}[-/.月]\p{Nd}{1,2}[^"]{0,12})" )"""
)


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
    r"""The article of a page that a script draws: the string of its source with the most sentences, and the first date of publication.

    >>> body = "今年，全县将新增就业一万人；新建公园三十个，年底前全部开放。"
    >>> drawn('<script>page={"pubTime":"2024-03-01","content":"<p>' + 2 * body + '<\\/p>"}</script>')["datePublished"]
    '2024-03-01'
    """
    best, most = "", _STOPS_LEAST - 1
    for shown in _strings(text):
        stops = len(pattern(_STOPS).findall(shown))
        if stops > most and len(pattern(r"\p{Han}").findall(shown)) > _HAN * len(pattern(r"<[^<>]*+>").sub("", shown)):
            best, most = shown, stops
    day = pattern(_DATE).search(text)
    return ({"articleBody": best} | ({"datePublished": day["day"]} if day else {})) if best else {}


def _strings(text: str) -> Iterator[str]:
    """The strings of the scripts, and what a form's hidden text area holds for a script to draw."""
    for found in pattern(_STRING).finditer(text):
        if len(string := found["text"]) >= _LEAST:
            try:
                yield json.loads(f'"{string}"', strict=False)
            except ValueError:
                continue
    for found in pattern(_AREA).finditer(text):
        yield unescape(found["text"])
