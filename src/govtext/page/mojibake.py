"""Text that was decoded with the wrong codec before it was stored: 「鏃犻敗」 and 「æ— é”¡」 and 「ÎÞÎý」 are all 「无锡」."""

from __future__ import annotations

from typing import Final

from govtext.lexicon.characters import FREQUENT, SIGNS
from govtext.page.draft import Draft, repair_rule
from govtext.page.edits import Edit
from govtext.page.traditional import traditional
from govtext.rules import pattern

# 的 ， 。 是 在 有 国 年 中 新 read as GBK, their first two bytes and their last two; rare in any text
_TELLTALES: Final = "鐨殑锛紝銆鏄槸鍦湪鏈湁鍥浗骞勾涓腑鏂柊"
_ENOUGH: Final = 6  # telltales, or characters restored: chance does not do it
_WESTERN: Final = (  # what Windows-1252 has beyond ASCII
    r"[\u0080-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014"
    r"\u2018-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]"
)


def _reads(text: str) -> float:
    """The share of frequent characters among those beyond ASCII."""
    table = traditional()
    beyond = [table.get(c, c) for c in text if c > "\x7f"]
    return sum(c in FREQUENT or c in SIGNS for c in beyond) / len(beyond) if beyond else 0.0


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
    if not any(c in text for c in _TELLTALES[:8]) or sum(map(text.count, _TELLTALES)) < _ENOUGH:
        return []
    edits = []
    for m in pattern(r"[^\x00-\x7f]++ (?:\? | [\x40-\x7e](?![^\x00-\x7f]))?").finditer(text):
        whole = m[0].replace("€", "\x80")  # Windows puts the euro where GBK has nothing
        tail = "?" if whole.endswith("?") else ""
        try:
            stored = b"".join(b"\x80" if c == "\x80" else c.encode("gb18030") for c in whole.removesuffix("?"))
        except UnicodeEncodeError:
            continue
        mended = stored.decode("utf-8", "replace")
        lost = mended.count("\ufffd")
        if lost * 4 > len(mended) or _reads(mended.replace("\ufffd", "")) <= _reads(m[0]):
            continue
        if tail and not lost:
            mended += tail
        edits.append(Edit(m.start(), m.end(), mended, "utf8_as_gbk", lossy=lost > 0))
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
