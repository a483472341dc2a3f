"""Inline readings that a broken converter left behind its Traditional characters: 「貢獻(xiàn)」 to 「貢獻」. The home of ``pypinyin``.

The converter annotated, always or never on one page, some of the characters that it had changed. So a page is damaged when its readings
stand behind changed characters, in running text, nearly wherever these occur; a textbook and a dictionary annotate others too, or once.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from govtext.page.traditional import traditional
from govtext.rules import pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govtext.rules import Match

TONED: Final = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
LETTERS: Final = "a-züɡɑ" + TONED
_NOTE: Final = rf"(?P<character>[\u3400-\u9fff]) [(（] (?P<reading>[{LETTERS}]{{1,6}}) [)）]"
_ENOUGH: Final = 3  # toned readings that are right, behind changed characters: chance does not do it three times
_DENSE: Final = 8  # the same without tones: 「(an)」 and 「(he)」 are English too


@cache
def _dictionary() -> Mapping[int, str]:
    from pypinyin import pinyin_dict  # noqa: PLC0415 - a fifth of a second that clean pages do without

    table: Any = pinyin_dict.pinyin_dict
    return {**table}


def toneless(reading: str) -> str:
    """A reading without its tones.

    >>> toneless("lǜ"), toneless("xiàn")
    ('lü', 'xian')
    """
    parts = unicodedata.normalize("NFD", reading.replace("ɡ", "g").replace("ɑ", "a"))
    return unicodedata.normalize("NFC", "".join(c for c in parts if not unicodedata.combining(c) or c == "\u0308"))


@cache
def readings(character: str) -> frozenset[str]:
    """All toned readings of a character, those of its Simplified form among them.

    >>> sorted(readings("轉"))
    ['zhuàn', 'zhuǎi', 'zhuǎn']
    """
    forms = {character, traditional().get(character, character)}
    return frozenset(r for form in forms for r in _dictionary().get(ord(form), "").split(",") if r)


@cache
def agrees(character: str, reading: str) -> bool:
    """Whether a bracketed reading, toned or not, can be that of the character before it.

    >>> agrees("獻", "xiàn"), agrees("獻", "xian"), agrees("獻", "gdp")
    (True, True, False)
    """
    plain = reading.replace("ɡ", "g").replace("ɑ", "a").replace("v", "ü")
    known = readings(character)
    return plain in known or toneless(plain) in {toneless(r) for r in known}


def has_tones(text: str) -> bool:
    """Whether a text has a letter with a tone."""
    return any(vowel in text for vowel in TONED)


def changed(character: str) -> bool:
    """Whether a converter to Traditional writes this character: it is no part of GB 2312, or has a Simplified form."""
    if character in traditional() or character == "著":
        return True
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return True
    return False


def notes(text: str, *, in_traditional: bool = True) -> list[tuple[int, int]]:
    """The spans of the readings behind changed characters; none when they are not evidence enough that a converter put them there.

    >>> text = "項(xiàng)目建設(shè),高質(zhì)量發(fā)展(GDP)"
    >>> [text[a:b] for a, b in notes(text)]
    ['(xiàng)', '(shè)', '(zhì)', '(fā)']
    >>> notes("汉(hàn)语(yǔ)拼(pīn)音(yīn)")
    []
    """
    if not (has_tones(text) or (in_traditional and _may_be_plain(text))):
        return []
    found = list(pattern(_NOTE).finditer(text))
    toned = [m for m in found if not m["reading"].isascii()]
    plain = [m for m in found if m["reading"].isascii()]
    has_toned = len(toned) >= _ENOUGH and _damage(text, toned)
    has_plain = has_toned or (len(plain) >= _DENSE and _damage(text, plain))
    kept = (toned if has_toned else []) + (plain if has_plain else [])
    return sorted((m.end("character"), m.end()) for m in kept if changed(m["character"]) and agrees(m["character"], m["reading"]))


def _may_be_plain(text: str) -> bool:
    found = pattern(r"[(（] (?<=\p{Han}.) [a-z]{1,6} [)）]").finditer(text)
    return sum(1 for _ in zip(range(_DENSE), found, strict=False)) == _DENSE


def _damage(text: str, found: list[Match]) -> bool:
    """Nearly all are right, behind changed characters, in running text, and wherever these characters occur."""
    right = [m for m in found if agrees(m["character"], m["reading"])]
    ours = [m for m in right if changed(m["character"])]
    if len(ours) < _ENOUGH or len(ours) < 0.9 * len(right) or len(right) < 0.8 * len(found):
        return False
    han = pattern(r"\p{Han}")
    running = sum(1 for m in ours if han.match(text, m.end()) or (m.start() and han.match(text, m.start() - 1)))
    annotated = Counter(m["character"] for m in ours)
    everywhere = Counter(text)
    occurring = sum(everywhere[c] for c in annotated)
    return running >= 0.6 * len(ours) and len(ours) >= 0.5 * occurring
