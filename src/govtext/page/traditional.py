"""From Traditional to Simplified Chinese, length kept: 「無錫高新區隨著」 to 「无锡高新区随着」. The home of ``opencc``."""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from govtext.rules import pattern

# OpenCC takes 著 and 着 for two words everywhere and leaves 著 alone; mainland spelling has 著 only where it is read zhù
_ZHU_BEFORE: Final = frozenset("显顯卓论論专專名编編原译譯遗遺合撰力巨拙土昭旧舊新所")
_COMMON: Final = (
    "個國為這來時說們對會發經過學業產開區設項實現進總間關點長當還無與從後動機車門馬見書電東風雲龍義務極廣應辦農創環續戰優規質導體萬億"
)


@cache
def _converter() -> Any:  # noqa: ANN401 - opencc ships no types
    import opencc  # noqa: PLC0415 - loaded by the first page that needs it

    return opencc.OpenCC("t2s")


@cache
def traditional() -> dict[str, str]:
    """Every character that has another Simplified form, and that form: 貢 to 贡."""
    blocks = [chr(c) for c in (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000))]
    simple = [_converter().convert(c) for c in blocks]
    return {c: s for c, s in zip(blocks, simple, strict=True) if c != s and len(s) == 1}


def simplify(text: str) -> str:
    """The text in Simplified characters, as long as it was.

    >>> simplify("圍繞著名城建設，隨著顯著著力")
    '围绕着名城建设，随着显著着力'
    """
    simple: str = _converter().convert(text)
    if len(simple) != len(text):  # a phrase of another length: character by character then
        simple = text.translate(str.maketrans(traditional()))
    return simple
