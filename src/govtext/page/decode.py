"""From a page's bytes to text: BOM, declaration, strict UTF-8, and else the codec whose text reads most like Chinese.

「无锡」 stored as ``CE DE CE FD`` under ``charset=utf-8`` is GB 18030: the bytes overrule a wrong declaration.
"""

from __future__ import annotations

import codecs
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from govtext.lexicon.characters import FREQUENT, SIGNS
from govtext.page.traditional import traditional
from govtext.rules import local

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins with the BOM of UTF-16 LE, so it is asked first
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HEAD: Final = 4096  # a browser looks for the declaration in the first kilobyte; old templates put it later
_SAMPLE: Final = 1 << 16  # bytes that are enough to tell two codecs apart
_ENOUGH: Final = 600  # characters beyond ASCII that are enough to tell Chinese from what a wrong codec makes of it
_FIRST: Final = 1 << 14  # characters in which most pages have so many
_ASCII: Final = bytes(range(1, 0x80))  # less NUL, by which UTF-16 is known
_PLAIN: Final = 0.4  # of a text that reads like Chinese; one that was read with the wrong codec has hardly any
_DECLARATION = r"""
    <\?xml [^>]{0,200}? encoding \s*=\s* ["'] (?P<xml>[\w-]{2,30})
  | <meta\b [^>]{0,300}? charset \s*=\s* ["']? \s* (?P<meta>[\w-]{2,30})
"""
# GB2312 and GBK are subsets of GB 18030, and pages that name them hold its characters: 「镕」 in a page of gb2312
_WIDER: Final = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "cp936": "gb18030",
    "euc_cn": "gb18030",
    "hz": "gb18030",
    "big5": "big5hkscs",
    "cp950": "big5hkscs",
}
# the codecs that text is stored in; Python has others, base64 and idna among them
_CHARSETS: Final = (
    "utf-8",
    "utf-16",
    "utf-32",
    "gb",
    "big5",
    "hz",
    "cp",
    "iso",
    "euc",
    "shift_jis",
    "johab",
    "koi8",
    "mac",
    "ascii",
    "latin",
)
_NAMES: Final = {"big5hkscs": "big5", "cp1252": "windows-1252"}
_SINGLE_BYTE: Final = frozenset({"iso8859-1", "latin-1", "cp1252", "ascii"})  # what servers send when they know nothing


@dataclass(frozen=True)
class Decoded:
    """A page as text: the codec that read it, the number of bytes that it could not read, and what the page or its server declared.

    ``stored`` is the text in UTF-8, where that is known.
    """

    text: str
    encoding: str
    replaced: int = 0
    declared: str | None = None
    stored: bytes | None = field(default=None, repr=False, compare=False)


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Read a page's bytes. ``declared`` is the charset of the HTTP header, where there was one; nothing is ever raised.

    >>> decode("<meta charset=utf-8><p>无锡高新区今年开工</p>".encode("gbk"))
    Decoded(text='<meta charset=utf-8><p>无锡高新区今年开工</p>', encoding='gb18030', replaced=0, declared='utf-8')
    """
    if _codec(declared) in {None, *_SINGLE_BYTE}:  # a server that says iso-8859-1 says nothing
        declared = _declaration(data[:_HEAD]) or declared
    for bom, codec in _BOMS:
        if data.startswith(bom):
            return _read(data[len(bom) :], codec, declared)
    said = _codec(declared)
    if data.isascii() and said != "hz":
        return Decoded(data.decode("ascii"), "utf-8", 0, declared) if b"\0" not in data else _read(data, _choose(data, said), declared)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _plainly(data, said, declared) or _read(data, _choose(data, said), declared)
    if b"\0" in data or (said not in {None, "utf-8"} and len(data) - len(text) < 24):
        return _read(data, _choose(data, said), declared)  # a few bytes can be two things: 「联通」 in GBK is well-formed UTF-8
    return Decoded(text, "utf-8", 0, declared, data)


def _declaration(head: bytes) -> str | None:
    found = local(f"(?i:{_DECLARATION})").search(head.replace(b"\0", b"").decode("latin-1"))
    return (found["xml"] or found["meta"]).lower() if found else None


def _codec(name: str | None) -> str | None:
    """Python's name of a codec, widened to what pages under that name really hold; None when there is none."""
    try:
        known = codecs.lookup(name or "").name
    except (LookupError, ValueError):
        return None
    return _WIDER.get(known, known) if known.startswith(_CHARSETS) else None


def _plainly(data: bytes, said: str | None, declared: str | None) -> Decoded | None:
    """The page as declared, when all of it can be read so and reads like Chinese: no other codec needs to be asked."""
    if said is None or said in _SINGLE_BYTE or b"\0" in data:
        return None
    found = _read(data, said, declared)
    return found if not found.replaced and _worth(found.text[:_SAMPLE], _ENOUGH) >= _PLAIN else None


def _choose(data: bytes, said: str | None) -> str:
    """The codec whose text reads most like Chinese; the declared one wins a tie."""
    sample = data[:_SAMPLE]
    order = dict.fromkeys(c for c in (said, "utf-8", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be") if c and c not in _SINGLE_BYTE)
    worth = {codec: _worth(sample.decode(codec, "replace")) for codec in order}
    if not any(share > 0 for share in worth.values()):
        return "cp1252" if said in _SINGLE_BYTE else said or "utf-8"
    return max(order, key=lambda codec: worth[codec])


def _worth(text: str, most: int | None = None) -> float:
    """From -1 to 1: the share of the text beyond ASCII that is frequent, less what could not be read, which weighs triple."""
    counted = Counter(_beyond(text, most))
    beyond = sum(counted.values()) - counted["\0"]
    right = sum(map(counted.__getitem__, _right().intersection(counted)))
    others = [(c, times) for c, times in counted.items() if "\u3040" <= c <= "\u30ff" or c >= "\ue000"]
    kana = sum(times for c, times in others if c <= "\u30ff")
    wrong = sum(times for c, times in others if c == "\ufffd" or "\ue000" <= c <= "\uf8ff")
    return (right + kana / 2 - 3 * (wrong + counted["\0"])) / beyond if beyond else 0.0


def _beyond(text: str, most: int | None) -> str:
    """The characters of a text beyond ASCII, and NUL; the first of them, when ``most`` are enough."""
    chinese = text[: _FIRST if most else None].encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass")
    if most and len(chinese) < most and len(text) > _FIRST:
        return chinese + _beyond(text[_FIRST:], most - len(chinese))
    return chinese[:most]


@cache
def _right() -> frozenset[str]:
    """The signs and the frequent characters, Traditional ones too."""
    known = frozenset(c for c in (*FREQUENT, *SIGNS) if c > "\x7f")
    return known.union(c for c, simple in traditional().items() if simple in FREQUENT)


def _read(data: bytes, codec: str, declared: str | None) -> Decoded:
    """Decode with one codec and count the bytes that it could not read: all that do not come back when the good text is encoded."""
    name = _NAMES.get(codec, codec)
    try:
        return Decoded(data.decode(codec), name, 0, declared)
    except UnicodeDecodeError:
        text = data.decode(codec, "replace")
    good = text.replace("\ufffd", "").encode(codec, "ignore")
    written = data.count("\ufffd".encode(codec, "ignore") or data + b"\0") * len("\ufffd".encode(codec, "ignore"))
    return Decoded(text, name, max(1, len(data) - len(good) - written), declared)
