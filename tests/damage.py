"""A forward model of the mirrors' damage: the four steps by which a converter turned 「重大项目」 into 「重大項(xiàng)目」.

1. Simplified to Traditional with a character table. 2. For some of the changed characters, always, the two GBK bytes become these bytes and
a bracketed reading, wherever the two stand, across two characters too. 3. The bytes are cut at those of 。 and each piece is decoded by
itself; a bad pair becomes one ``?`` and swallows both bytes. 4. Full-width punctuation and spaces become ASCII.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from random import Random

from govtext.page import traditional
from govtext.page.readings import readings

FOLDED = {"，": ",", "（": "(", "）": ")", "：": ":", "；": ";", "！": "!", "？": "?", "％": "%", "\u3000": " "}
FULL_STOP, EXCLAMATION = b"\xa1\xa3", b"\xa3\xa1"


@cache
def _table() -> dict[str, str]:
    """The converter's character table: one Traditional form for each changed character, 著 for 着."""
    convert = traditional._converter("s2tw").convert  # 為, where plain OpenCC writes 爲
    return {**{c: t for c in traditional.simplified() if (t := convert(c)) != c}, "着": "著"}


@dataclass(frozen=True)
class Mirror:
    """A damaging mirror: the share of changed characters that it annotates, and at which bytes it cuts."""

    share: float = 0.5
    seed: int = 0
    cut: bytes = FULL_STOP

    def traditional(self, text: str) -> str:
        table = _table()
        return "".join(table.get(c, c) for c in text)

    def annotate(self, data: bytes, text: str) -> bytes:
        """Put readings behind a fixed choice of characters, by bytes."""
        changed = sorted({c for c in text if c in set(_table().values()) and c != "著"})
        chosen = [c for c in changed if Random(f"{self.seed}{c}").random() < self.share and readings(c)]  # noqa: S311 - a damage, not a secret
        notes = {c.encode("gbk"): f"({min(r for r in readings(c) if not r.isascii())})".encode("gbk") for c in chosen if _toned(c)}
        out = bytearray()
        at = 0
        while at < len(data):
            pair = data[at : at + 2]
            if pair in notes:
                out += pair + notes[pair]
                at += 2
            else:
                out += data[at : at + 1]
                at += 1
        return bytes(out)

    def damage(self, text: str) -> str:
        """The page as the mirror serves it."""
        changed = self.traditional(text)
        data = self.annotate(changed.encode("gbk", "replace"), changed)
        sign = self.cut.decode("gbk")
        return "".join(FOLDED.get(c, c) for c in sign.join(map(decode, data.split(self.cut))))


def _toned(character: str) -> bool:
    try:
        return any(not r.isascii() and r.encode("gbk") for r in readings(character))
    except UnicodeEncodeError:
        return False


def decode(data: bytes) -> str:
    """GBK as the converter reads it: a bad pair is one question mark."""
    out = []
    at = 0
    while at < len(data):
        if data[at] < 0x80:
            out.append(chr(data[at]))
            at += 1
            continue
        try:
            out.append(data[at : at + 2].decode("gbk"))
        except UnicodeDecodeError:
            out.append("?")
        at += 2
    return "".join(out)


def folded(text: str) -> str:
    """Clean text as the damage leaves its punctuation: what a repair can bring back."""
    return "".join(FOLDED.get(c, c) for c in text)
