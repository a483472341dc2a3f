"""The words around a number that bound it: 「不少于315亿元」 at least, 「90%以上」 at least, 「约30万个」 about."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, cast

from govtext.lexicon import comparators
from govtext.rules import local

if TYPE_CHECKING:
    from govtext.records import Comparator
    from govtext.rules import Pattern

_QUOTES = frozenset('“"「『 \u3000')
_LINKING = {c: tuple(word for word in comparators.BETWEEN if word[-1] == c) for c in {word[-1] for word in comparators.BETWEEN}}


@lru_cache(maxsize=1)
def _before_sizes() -> dict[str, tuple[int, ...]]:
    found: dict[str, set[int]] = {}
    for word in comparators.BEFORE:
        found.setdefault(word[-1], set()).add(len(word))
    return {c: tuple(sorted(sizes, reverse=True)) for c, sizes in found.items()}


@lru_cache(maxsize=1)
def _after_sizes() -> dict[str, tuple[int, ...]]:
    found: dict[str, set[int]] = {}
    for word in comparators.AFTER:
        found.setdefault(word[0], set()).add(len(word))
    return {c: tuple(sorted(sizes, reverse=True)) for c, sizes in found.items()}


def _word_before(text: str, place: int, sizes: tuple[int, ...]) -> tuple[Comparator, int] | None:
    for size in sizes:
        if size > place:
            continue
        word = text[place - size : place]
        sign = comparators.BEFORE.get(word)
        if sign is None:
            continue
        if text[place - size - 1 : place - size] in comparators.BEFORE_NOT.get(word, "\0") and place > size:
            return None
        return cast("Comparator", sign), place - size
    return None


def before(text: str, start: int) -> tuple[Comparator, int] | None:
    """The bound said right before a place, and where its word begins.

    >>> before("投资不少于315亿元", 5), before("节约20万吨", 2)
    (('ge', 2), None)
    """
    if not start:
        return None
    place, last = start, text[start - 1]
    if last in _QUOTES:
        place -= 2 if start > 1 and text[start - 2] in _QUOTES else 1
        if not place:
            return None
        last = text[place - 1]
    sizes = _before_sizes().get(last)
    found = _word_before(text, place, sizes) if sizes else None
    if found is not None:
        return found
    for word in _LINKING.get(last, ()):
        there = place - len(word)
        sizes = _before_sizes().get(text[there - 1]) if there > 0 and text.startswith(word, there) else None
        found = _word_before(text, there, sizes) if sizes else None
        if found is not None:
            return found
    window = text[place - 10 if place > 10 else 0 : place]
    return _over_a_phrase(text, place) if last == "的" or "少" in window or "多" in window else None


def _over_a_phrase(text: str, place: int) -> tuple[Comparator, int] | None:
    """A bound over what stands between: 不低于最低生活保障标准的1.6倍, 至少召开2次."""
    found = _phrase_before().search(text, max(0, place - 20), place)
    if found is None:
        return None
    word = found["of"] or found["adverb"]
    sign = comparators.BEFORE[word]
    return cast("Comparator", sign), found.start()


@lru_cache(maxsize=1)
def _phrase_before() -> Pattern:
    return local(
        r"""
        (?P<of>不低于|不少于|不高于|不超过|超过)[^，。；;：:、！？\n\p{Nd}]{2,16}的$
        | (?P<adverb>至少|最少|起码|最多|至多)[^，。；;：:、！？\n\p{Nd}]{1,8}$
        """
    )


def after(text: str, end: int) -> tuple[Comparator | None, int] | None:
    """The bound said right behind a place, and where its word ends.

    >>> after("90%以上的村", 3), after("3个上下游企业", 2)
    (('ge', 5), None)
    """
    place = end
    first = text[place : place + 1]
    if first == " ":
        place += 1
        first = text[place : place + 1]
    elif first in ("（", "("):  # 2000人（含重点产业1000人）左右
        place = _behind_bracket(text, place)
        first = text[place : place + 1]
    sizes = _after_sizes().get(first)
    if sizes is None:
        return None
    for size in sizes:
        word = text[place : place + size]
        sign = comparators.AFTER.get(word)
        if sign is None or text[place + size : place + size + 1] in tuple(comparators.AFTER_NOT.get(word, "")):
            continue
        return cast("Comparator", sign) if sign else None, place + size if place <= end + 1 else end
    return None


def before_share(text: str, start: int) -> Comparator | None:
    """约占服务出口的四成: about stands before the whole that a share is of."""
    return "approx" if local(r"(?:约|大约|近)占\p{Han}{1,16}的$").search(text, max(0, start - 22), start) else None


def _behind_bracket(text: str, place: int) -> int:
    """Behind a short remark in brackets, if a bound stands there; else the place itself."""
    end = next((i for i in range(place + 2, min(place + 24, len(text))) if text[i] in "（(）)"), -1)
    if end < 0 or text[end] not in "）)" or text[end + 1 : end + 3] not in ("左右", "以上", "以内", "以下", "上下"):
        return place
    return end + 1


def joined(number: Comparator, ahead: Comparator | None, behind: Comparator | None) -> Comparator:
    """One bound of what the number, the word before and the word behind say: 约…左右 is about, 达到…以上 at least, 不超过…左右 at most."""
    if number == "range":
        return "range"
    if behind in ("ge", "le", "gt", "lt") and not (behind == "ge" and ahead == "le"):
        return behind
    if ahead in ("ge", "gt", "le", "lt"):
        return ahead
    if number != "eq":
        return number
    return behind or ahead or "eq"


@lru_cache(maxsize=1)
def _between() -> Pattern:
    return local(r"[ ]?(?:[,，、]|并且|并|而且|且|的?同时|而|，同时)?[ ]?")


def close(text: str, first: Comparator, end: int, second: Comparator, start: int) -> bool:
    """Whether a lower and an upper bound stand side by side and so make a range: 大于10小于20.

    >>> close("10%以上，20%以下", "ge", 5, "le", 6), close("10%以上的地块，20%以下", "ge", 5, "le", 9)
    (True, False)
    """
    opposed = (first in ("ge", "gt") and second in ("le", "lt")) or (first in ("le", "lt") and second in ("ge", "gt"))
    return opposed and start - end <= 6 and _between().fullmatch(text, end, start) is not None
