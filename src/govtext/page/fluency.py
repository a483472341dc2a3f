"""How much a stretch of text reads like Chinese: 「張安宇」 does, 「◤埌灿睿」 does not. Chooses what a torn byte can have been."""

from __future__ import annotations

from functools import cache, lru_cache
from math import log
from typing import Final

from govtext.lexicon.characters import SIGNS
from govtext.page.traditional import simplified, traditional
from govtext.segment import beginning_with, count, logarithm_of_total

_LONGEST: Final = 5  # characters of a word; longer ones are rare and made of shorter ones
_SIGN: Final = -5.0  # a punctuation mark, a letter, a digit: as common as the commonest characters
_NEVER: Final = float("-inf")
_STRANGE: Final = -19.0  # a symbol, or a character that no word has: less than a word counted once
_NUMERALS: Final = frozenset("零〇一二两兩三四五六七八九十百千万萬亿億０１２３４５６７８９")
_NUMERAL: Final = -12.0  # a guess must not invent a number: 為期3年 that lost 期3 is not 為七年
_FOREIGN: Final = -8.0  # a Simplified form on a Traditional page
_NEAR: Final = 4  # characters before and behind that a candidate is weighed with
_FEW: Final = 24  # candidates that are weighed in context, the commonest first
# words of government prose, with counts on the dictionary's scale, which has them not or too rarely: 「20多个省（区、市）」
_PHRASES: Final = {
    "省（区": 20_000,
    "省（市": 5_000,
    "县（市": 20_000,
    "区（县": 10_000,
    "市（州": 5_000,
    "强省": 2_000,
    "三省": 2_000,
    "两省": 2_000,
    "各省": 5_000,
    "多省": 500,
    "大省": 2_000,
    "光伏": 1_000,
}
_WIDE: Final = {"(": "（", ")": "）", ",": "，"}


@cache
def _alone(character: str) -> float:
    """The log-probability of a character as a word of its own."""
    if times := count(character):
        return log(times) - logarithm_of_total()
    return _SIGN if character in SIGNS or (character.isascii() and character != "?") else _STRANGE


def fluency(text: str) -> float:
    """The log-probability of the text's best division into words, Traditional read as Simplified.

    >>> fluency("張安宇") > fluency("埌灿睿")
    True
    """
    table, total = traditional(), logarithm_of_total()
    text = "".join(table.get(c) or _WIDE.get(c, c) for c in text)
    best = [0.0, *[_NEVER] * len(text)]
    for start, character in enumerate(text):
        here, counted = best[start], beginning_with(character)
        best[start + 1] = max(best[start + 1], here + _alone(character))
        for end in range(start + 2, min(start + _LONGEST, len(text)) + 1):
            word = text[start:end]
            times = counted.get(word)
            if times is None and word not in _PHRASES and word[1] != "（":
                break  # no word begins so
            if times := _PHRASES.get(word) or times:
                best[end] = max(best[end], here + log(times) - total)
    return best[-1]


@cache
def _common(character: str, *, in_traditional: bool) -> float:
    """How common a character is by itself; on a Traditional page a Simplified form is out of place."""
    times = count(traditional().get(character, character))
    worth = log(times) - logarithm_of_total() if times else _SIGN if character in SIGNS else _STRANGE
    return worth + _out_of_place(character, in_traditional=in_traditional)


def _out_of_place(candidates: str, *, in_traditional: bool) -> float:
    return sum(_NUMERAL if c in _NUMERALS else _FOREIGN if in_traditional and c in simplified() else 0.0 for c in candidates)


@lru_cache(maxsize=4096)
def best(candidates: tuple[str, ...], before: str, after: str, *, in_traditional: bool) -> str:
    """The candidate that reads best between its neighbours.

    >>> best(("浙", "省", "病"), "浙江", "）2025年", in_traditional=True)
    '省'
    """
    before, after = before[-_NEAR:], after[:_NEAR]
    few = sorted(candidates, key=lambda c: -_common(c, in_traditional=in_traditional))[:_FEW]
    return max(few, key=lambda c: fluency(before + c + after) + _out_of_place(c, in_traditional=in_traditional), default="")


@lru_cache(maxsize=4096)
def best_pair(first: tuple[str, ...], second: tuple[str, ...], before: str, after: str, *, in_traditional: bool) -> str:
    """The two neighbours that read best together, each from its own candidates."""
    few, fewer = (sorted(row, key=lambda c: -_common(c, in_traditional=in_traditional))[:_FEW] for row in (first, second))
    pairs = (a + b for a in few for b in fewer)
    return max(pairs, key=lambda c: fluency(before + c + after) + _out_of_place(c, in_traditional=in_traditional), default="")
