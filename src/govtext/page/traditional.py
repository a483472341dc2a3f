"""From Traditional to Simplified Chinese, length kept: 「無錫高新區隨著」 to 「无锡高新区随着」. The home of ``opencc``."""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

from govtext.rules import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# OpenCC takes 著 and 着 for two words and leaves 著 alone; mainland spelling has 著 only where it is read zhù
_ZHU_BEHIND: Final = "显顯卓论論专專名编編原译譯遗遺合撰巨拙土昭旧舊新所"
_ZHU_BEFORE: Final = "名作述称稱者录錄书書"
_ZHE_BEHIND: Final = "随隨沿绕繞朝顺順凭憑味"  # 隨著名城建設, where the verb wants its 着
_ZHU: Final = rf"著 (?: (?<=[{_ZHE_BEHIND}]著) | (?<![{_ZHU_BEHIND}]著) (?![{_ZHU_BEFORE}]) )"
_COMMON: Final = "國為來會發這"  # a Traditional page of any length has some of them
_SHORT: Final = 2000  # characters that are counted at once
_FEW: Final = 3
_SAMPLE: Final = 40_000


@cache
def _converter(name: str) -> Any:  # noqa: ANN401 - opencc ships no types
    import opencc  # noqa: PLC0415 - loaded by the first page that needs it

    return opencc.OpenCC(name)


@cache
def _han() -> str:
    return "".join(map(chr, (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000))))


@cache
def traditional() -> dict[str, str]:
    """Every character that has another Simplified form, and that form: 貢 to 贡."""
    convert = _converter("t2s").convert
    return {c: s for c in _han() if (s := convert(c)) != c and len(s) == 1}


@cache
def simplified() -> frozenset[str]:
    """The characters that a converter to Traditional changes: 贡, but not 后 or 里, which are both."""
    convert = _converter("s2t").convert
    return frozenset(c for c in set(traditional().values()) - set("采后里干云着") if convert(c) != c)


def is_traditional(text: str) -> bool:
    """Whether a page is written in Traditional Chinese: more of its characters are Traditional than Simplified, and it is not Japanese.

    >>> is_traditional("無錫高新區"), is_traditional("无锡高新区周有光《語》"), is_traditional("開発計画を実現する")
    (True, False, False)
    """
    if text.isascii() or (len(text) > _SHORT and sum(text.count(c) for c in _COMMON if c in text) < _FEW):
        return False
    counted = Counter("".join(pattern(r"[\u3040-\u30ff\u3400-\u9fff]++").findall(text[:_SAMPLE])))
    here = sum(n for c, n in counted.items() if c in traditional())
    if here < _FEW:
        return False
    there = sum(n for c, n in counted.items() if c in simplified())
    kana = sum(n for c, n in counted.items() if c < "\u3400")
    return here > there and kana * 10 < sum(counted.values())


def simplify(text: str) -> str:
    """The text in Simplified characters, as long as it was.

    >>> simplify("乾隆年間的著作，隨著顯著著力推進")
    '乾隆年间的著作，随着显著着力推进'
    """
    simple: str = _converter("t2s").convert(text)
    if len(simple) != len(text):  # a phrase of another length: character by character then
        table = traditional()
        simple = "".join(table.get(c, c) for c in text)
    return pattern(_ZHU).sub("着", simple) if "著" in simple else simple


def changes(text: str, fenced: Iterable[tuple[int, int]]) -> Iterator[tuple[int, str]]:
    """Each character outside the fences that is another one in Simplified Chinese: its offset and that character."""
    at = 0
    for start, end in chain(fenced, [(len(text), len(text))]):
        piece = text[at:start]
        if piece and not piece.isascii():
            for i, (old, new) in enumerate(zip(piece, simplify(piece), strict=True), at):
                if old != new:
                    yield i, new
        at = max(at, end)
