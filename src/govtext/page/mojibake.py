"""Text that was decoded with the wrong codec before it was stored: 「鏃犻敗」 and 「æ— é”¡」 and 「ÎÞÎý」 are all 「无锡」."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govtext.lexicon.characters import FREQUENT, SIGNS
from govtext.page.draft import Draft, repair_rule
from govtext.page.edits import Edit
from govtext.page.fluency import best
from govtext.page.traditional import traditional
from govtext.rules import pattern

if TYPE_CHECKING:
    from govtext.rules import Match

# 的 ， 。 是 在 有 国 年 中 新 read as GBK, their first two bytes and their last two; rare in any text
_TELLTALES: Final = "鐨殑锛紝銆鏄槸鍦湪鏈湁鍥浗骞勾涓腑鏂柊"
_ENOUGH: Final = 6  # telltales, or characters restored: chance does not do it
_GONE: Final = "\xff"  # no byte of UTF-8
_ONE_GONE: Final = r"[\xe2-\xe9\xef] (?: [\x80-\xbf] \xff | \xff [\x80-\xbf] ) | \xff [\x80-\xbf]{2}"
_COMMON: Final = "，。、“”"
_GUESSES: Final = 500  # of one run
_WESTERN: Final = (  # what Windows-1252 has beyond ASCII
    r"[\u0080-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014"
    r"\u2018-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]"
)


def _reads(text: str) -> float:
    """The share of frequent characters among those beyond ASCII."""
    table = traditional()
    beyond = [table.get(c, c) for c in text if c > "\x7f"]
    return sum(c in FREQUENT or c in SIGNS for c in beyond) / len(beyond) if beyond else 0.0


def _stored(run: str) -> str:
    """The bytes behind characters that were read as GBK, each as the character of its number; FF where one was lost."""
    out = []
    for c in run:
        if c in "?\ufffd":
            out.append(_GONE)
        elif c in "€\x80":  # Windows puts the euro where GBK has nothing
            out.append("\x80")
        else:
            out.append(c.encode("gb18030", "replace").decode("latin-1"))
    return "".join(out)


def _guessed(stored: str) -> tuple[str, int]:
    """The UTF-8 text of bytes, and how many of its characters are guesses, for one of their three bytes is gone."""

    def likeliest(m: Match) -> str:
        can = [c for byte in range(0x80, 0xF0) if len(c := _text(m[0].replace(_GONE, chr(byte)))) == 1 and c not in traditional()]
        if m.end() == len(stored) and "。" in can:  # its last byte went with the ASCII character behind it
            return _latin("。")
        can.sort(key=lambda c: c not in _COMMON)  # all signs read alike
        before, after = _text(stored[max(0, m.start() - 12) : m.start()]), _text(stored[m.end() : m.end() + 12])
        return _latin(best(tuple(can), before, after, in_traditional=False))

    whole, guesses = pattern(_ONE_GONE).subn(likeliest, stored, count=_GUESSES)
    return whole.encode("latin-1").decode("utf-8", "replace"), guesses


def _latin(text: str) -> str:
    return text.encode().decode("latin-1")


def _text(stored: str) -> str:
    return stored.encode("latin-1").decode("utf-8", "ignore")


def _western(run: str) -> bytes:
    """The bytes behind characters that were read as Windows-1252, or as Latin-1 where that has none."""
    return b"".join(c.encode("cp1252" if c > "\xff" else "latin-1") for c in run)


@repair_rule(
    examples={
        "鏃犻敗楂樻柊鍖轰粖骞存柊澧炲氨涓氾紝鍏ㄥ勾寮€宸ャ€傛垚浜嗭紒": "无锡高新区今年新增就业，全年开工。成了！",
    },
    leaves=("鏃犻敗", "他姓鐨，名锛。", "涓涓细流，浜浜有礼"),
)
def utf8_as_gbk(draft: Draft) -> list[Edit]:
    """UTF-8 that was read as GBK."""
    text = draft.text
    if not any(c in draft.telling for c in _TELLTALES[:8]) or sum(map(text.count, _TELLTALES)) < _ENOUGH:
        return []
    edits = []
    for m in pattern(r"[^\x00-\x7f]++ (?: \?(?=[^\x00-\x7f]) [^\x00-\x7f]++ )*+ (?: \? | [\x40-\x7e](?![^\x00-\x7f]) )?").finditer(text):
        stored = _stored(m[0].removesuffix("?"))
        mended, guesses = _guessed(stored)
        if m[0].endswith("?"):
            with_it, more = _guessed(stored + _GONE)
            mended, guesses = (with_it, more) if "\ufffd" not in with_it else (mended + "?", guesses)
        lost = mended.count("\ufffd")
        if lost * 4 > len(mended) or _reads(mended.replace("\ufffd", "")) <= _reads(m[0]):
            continue
        edits.append(Edit(m.start(), m.end(), mended, "utf8_as_gbk", lossy=lost + guesses > 0))
    restored = "".join(e.replacement for e in edits)
    return edits if len(restored) >= _ENOUGH and _reads(restored) > 0.5 else []


@repair_rule(
    examples={
        "æ—\xa0é”¡é«˜æ–°åŒºä»Šå¹´æ–°å¢žå°±ä¸šï¼Œå…¨å¹´å¼€å·¥ã€‚": "无锡高新区今年新增就业，全年开工。",
        "<p>ÎÞÎý¸ßÐÂÇø½ñÄêÐÂÔö¾ÍÒµ£¬È«Äê¿ª¹¤¡£</p>": "<p>无锡高新区今年新增就业，全年开工。</p>",
    },
    leaves=("Ça été décidé à l’été, où l’Œuvre naît", "Müßiggänger größer", "©2023 ÀÁÂÃÄÅ"),
)
def western(draft: Draft) -> list[Edit]:
    """UTF-8 or GBK that was read as Latin-1 or Windows-1252."""
    text = draft.text
    if not any(all(c in text for c in letters) for letters in ("åï", "£¬")):  # of every UTF-8, of every GBK comma
        return []
    edits: list[Edit] = []
    for codec, shape in (("utf-8", rf"{_WESTERN}{{3,}}+"), ("gbk", rf"{_WESTERN} (?:{_WESTERN}|[\x40-\x7e](?={_WESTERN}))++")):
        runs = []
        for m in pattern(shape).finditer(text):
            try:
                mended = _western(m[0]).decode(codec)
            except UnicodeError:
                continue
            if _reads(mended) > 0.3:
                runs.append(Edit(m.start(), m.end(), mended, "western"))
        restored = "".join(e.replacement for e in runs)
        if len(restored) >= _ENOUGH and _reads(restored) > 0.5 and len(restored) > sum(len(e.replacement) for e in edits):
            edits = runs
    return edits
