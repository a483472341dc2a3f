"""What every rule of a time gives, a ``Core``, and the shapes that they share: 二〇二五 is a year, 2025 its number."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govtext.mentions.mention import Step, Window
    from govtext.records import Grain, Relation

DASHES = r"\-－−‐‑–—―─~～∼〜"
DASH = rf"(?:[{DASHES}至到]|——|--)"
OPEN, CLOSE = "“\"「『‘＂'", "”\"」』’＂'"  # around the names of plans and festivals
_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2, "廿": 20, "卅": 30}
_SCALES = {"十": 10, "百": 100, "千": 1000}

REACH = 400  # how far back a name is looked for that a word leaves out: 2023财年 of which country, 假期 of which festival
MONTH = r"(?:1[0-2]|0?[1-9]|１[０-２]|０?[１-９]|十[一二]?|[一二三四五六七八九])"
DAY = r"(?:[0-3]?\p{Nd}|[０-３]?\p{Nd}|[廿卅]?[一二三四五六七八九]|[二三]?十[一二三四五六七八九]?|[廿卅])"
SMALL = r"(?:\p{Nd}{1,3}|[一二三四五六七八九十两]{1,3}|[一二三四五六七八九]?百)"
YEAR = (
    r"(?:\p{Nd}{4}|[〇○零一二三四五六七八九]{4}"
    r"|[两二]千(?:零[一二三四五六七八九十]{1,3}|[一二三四五六七八九]百[零一二三四五六七八九十]{1,4}))"
)
# 2023年级, 2025年轻人, 2000年历史: what a year is not.
NO_YEAR = r"(?!级|龄|轻|纪|代|货(?![物运币款车源机轮])|糕|画|鉴|会员|限|薪|的?历史|久|以上|期|息|均|多|余|来)"


def number(text: str) -> int:
    """A small whole number, in digits of any width or in Chinese: 2025, ２０２５, 二〇二五, 两千零二十三, 十二, 廿一.

    >>> [number(t) for t in ("２０２５", "二〇二五", "两千零二十三", "十二")]
    [2025, 2025, 2023, 12]
    """
    if text.isdigit():
        return int(text)
    if not any(c in _SCALES for c in text):
        return sum(_DIGITS[c] for c in text) if text[0] in "廿卅" else int("".join(str(_DIGITS[c]) for c in text))
    total = digit = 0
    for c in text:
        if c in _SCALES:
            total += (digit or 1) * _SCALES[c]
            digit = 0
        elif _DIGITS[c] > 9:
            total += _DIGITS[c]
        else:
            digit = _DIGITS[c]
    return total + digit


class Core(NamedTuple):
    """The middle of a time: its steps, or its window, before leading and trailing words."""

    steps: tuple[Step, ...] = ()
    grain: Grain = "year"
    relation: Relation = "within"
    tense: Literal["past", "open", "future"] = "open"
    window: Window | None = None
    open_start: bool = False  # 月底, 近日: only the last day is meant


def of_four_figures(text: str) -> int | None:
    """The year of four figures, when it is one that news writes of: 2000—3000元 holds none."""
    year = number(text)
    return year if 1800 <= year <= 2199 else None


def of_two_figures(text: str) -> int:
    """The year of two figures: 98年 is 1998, 15年 2015."""
    year = number(text)
    return year + (2000 if year < 50 else 1900)


def tense(offset: int) -> Literal["past", "open", "future"]:
    """Where a distance from the publication date looks: 去年 is past, 今年 open, 明年 future."""
    return "past" if offset < 0 else "future" if offset > 0 else "open"


def want(**fields: object) -> Mapping[str, object]:
    """The fields that an example must have."""
    return fields
