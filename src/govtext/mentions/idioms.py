"""Whether a numeral is part of a word that counts nothing: 「统一」, 「四川」, 「千方百计」, 「一村一品」."""

from __future__ import annotations

from functools import lru_cache

from govtext.lexicon import idioms

_NUMERALS = frozenset("零〇一二三四五六七八九十百千万亿两半几壹贰叁肆伍陆柒捌玖拾")
_DISTRIBUTIVE = frozenset("一百千万两")


@lru_cache(maxsize=1)
def _pairs() -> dict[str, tuple[tuple[int, str], ...]]:
    """A numeral with the character before or behind it -> the words it may stand in, and where in them."""
    found: dict[str, set[tuple[int, str]]] = {}
    for word in idioms.WORDS:
        for place, char in enumerate(word):
            if char in _NUMERALS:
                pair = word[place : place + 2] if place + 1 < len(word) else word[place - 1 : place + 1]
                found.setdefault(pair, set()).add((place, word))
    return {pair: tuple(sorted(rows)) for pair, rows in found.items()}


def inside(text: str, start: int, end: int, reach: int = 0) -> bool:
    """Whether the numeral ``text[start:end]`` lies inside such a word; ``reach`` is the end of its unit, which makes 三公里 no 三公.

    >>> [inside(t, t.index("一"), t.index("一") + 1) for t in ("统一规划", "一些企业", "一村一品", "一家企业", "提高一倍")]
    [True, True, True, False, False]
    """
    if text.startswith("倍", end):
        return False  # 提【高一】倍
    if begins(text, start, max(end, reach)):
        return True
    pairs = _pairs()
    for pair in (text[start : start + 2], text[start - 1 : start + 1] if start else ""):
        for place, word in pairs.get(pair, ()):
            if 0 < place <= start and text.startswith(word, start - place) and start - place + len(word) >= end:
                return True
    return text[start] in _DISTRIBUTIVE and end == start + 1 and distributive(text, start)


def begins(text: str, start: int, reach: int) -> bool:
    """Whether such a word begins with the numeral at ``start`` and goes on to ``reach`` at least.

    >>> begins("三公经费", 0, 1), begins("三公里", 0, 3)
    (True, False)
    """
    for place, word in _pairs().get(text[start : start + 2], ()):
        if place == 0 and text.startswith(word, start) and start + len(word) >= reach:
            return True
    return False


def distributive(text: str, start: int) -> bool:
    """一村一品, 百企百楼, 一户一表: the same numeral again after one noun, which it hands out one by one."""
    numeral = text[start]
    ahead = text[start + 2 : start + 3] == numeral and text[start + 1].isalpha() and text[start + 3 : start + 4].isalpha()
    behind = start >= 2 and text[start - 2] == numeral and text[start - 1].isalpha()
    return ahead or behind
