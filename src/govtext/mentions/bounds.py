"""The words around a number that bound it: 「不少于315亿元」 at least, 「90%以上」 at least, 「约30万个」 about."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, cast

from govtext.lexicon import comparators

if TYPE_CHECKING:
    from govtext.records import Comparator

_QUOTES = frozenset('“"「『 \u3000')
# 上下游, 左右岸, 内部, 许可: words that begin like a word behind a number.
_NOT_AFTER: dict[str, str] = {
    "上下": "游班级车行一功联贯水床半两同齐", "左右": "岸两侧翼逢", "许": "可多久昌诺愿", "内": "蒙外部容需涵河江陆设生循控科地贸销资阁政存置环饰港湖海燃镜幕卷在向黄涝",
    "前后": "", "以上": "", "余": "额热姚杭粮江震党量生种脉", "多": "功元种样边媒层方年能维重个项家渠次部民党云式点语国地级晶数措轮彩规跨领予业形路为向维",
    "之内": "", "以内": "", "起步": "区", "不等": "于式", "封顶": "", "不到": "位", "出头": "",
}  # fmt: skip


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


def _word_before(text: str, place: int) -> tuple[Comparator, int] | None:
    for size in _before_sizes().get(text[place - 1 : place], ()):
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
    place = start
    while place and text[place - 1] in _QUOTES and start - place < 2:
        place -= 1
    if not place:
        return None
    found = _word_before(text, place)
    if found is not None:
        return found
    for word in comparators.BETWEEN:
        if text.endswith(word, 0, place) and place > len(word):
            found = _word_before(text, place - len(word))
            if found is not None:
                return found
    return None


def after(text: str, end: int) -> tuple[Comparator | None, int] | None:
    """The bound said right behind a place, and where its word ends.

    >>> after("90%以上的村", 3), after("3个上下游企业", 2)
    (('ge', 5), None)
    """
    place = end
    if text[place : place + 1] == " ":
        place += 1
    for size in _after_sizes().get(text[place : place + 1], ()):
        word = text[place : place + size]
        sign = comparators.AFTER.get(word)
        if sign is None or text[place + size : place + size + 1] in tuple(_NOT_AFTER.get(word, "")):
            continue
        return cast("Comparator", sign) if sign else None, place + size
    return None


def joined(number: Comparator, ahead: Comparator | None, behind: Comparator | None) -> Comparator:
    """One bound of what the number, the word before and the word behind say: 约…左右 is about, 达到…以上 at least, 不超过…左右 at most."""
    if number == "range":
        return "range"
    if behind in ("ge", "le", "gt", "lt") and not (behind == "ge" and ahead == "le"):
        return behind
    if ahead in ("ge", "gt", "le", "lt"):
        return ahead
    if number in ("gt", "approx"):
        return number
    return behind or ahead or "eq"
