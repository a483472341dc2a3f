"""From what a caller hands over to a page's text: bytes, str or a BeautifulSoup; what is no page at all is said so.

The bytes of a PNG are a ``PageError`` of code 「binary」, an empty string one of code 「empty」.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from govtext.errors import PageError
from govtext.page import read
from govtext.page.decode import Decoded, decode
from govtext.rules import pattern

LARGEST: Final = 64 << 20  # characters; a page of this size is a dump of a database
_BINARY: Final = 0.1  # of the first characters that are control characters or could not be decoded
_SAMPLE: Final = 4096
_CONTROLS: Final = bytes({*range(0x20)} - {*b"\t\n\f\r\x1b"})
_SHOWN: Final = r"[^\0\s\ufeff]"
_MAGIC: Final = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x1f\x8b", b"Rar!", b"\x7fELF")


def intake(page: Any, charset: str | None = None) -> Decoded:  # noqa: ANN401 - bytes, str or a BeautifulSoup: bs4 stays in its home
    """The page as text. Raises ``PageError`` for what is empty, too large, a binary file, or no page.

    ``charset`` is what the server said of bytes.

    >>> intake("<p>某市新建公园</p>").encoding
    'str'
    """
    if isinstance(page, (bytes, bytearray, memoryview)):
        decoded = _decoded(bytes(page), charset)
    elif isinstance(page, str):
        decoded = Decoded(page, "str")
    elif read.is_soup(page):
        decoded = Decoded(read.source(page), "str")
    else:
        raise PageError("wrong_type", f"a page is bytes, str or a BeautifulSoup, not {type(page).__name__}", "页面类型不支持")
    text = decoded.text
    if len(text) > LARGEST:
        raise PageError("too_large", f"the page has {len(text)} characters, more than {LARGEST}; split it", "页面过大")
    if not pattern(_SHOWN).search(text):
        raise PageError("empty", "the page is empty", "页面为空")
    sample = text[:_SAMPLE].replace("\0", "") if "<" in text[:_SAMPLE] else text[:_SAMPLE]
    stored = sample.encode("utf-8", "surrogatepass")
    if len(stored) - len(stored.translate(None, _CONTROLS)) + sample.count("\ufffd") > _BINARY * len(sample):
        raise _binary()
    return decoded if decoded.stored else replace(decoded, stored=_stored(text))


def _stored(text: str) -> bytes | None:
    """The text in UTF-8, as repairs and the parser take it; None when half a pair of surrogates is in it."""
    try:
        return text.encode()
    except UnicodeEncodeError:
        return None


def _decoded(data: bytes, charset: str | None) -> Decoded:
    if len(data) > LARGEST:
        raise PageError("too_large", f"the page has {len(data)} bytes, more than {LARGEST}; split it", "页面过大")
    if not data.strip():
        raise PageError("empty", "the page is empty", "页面为空")
    if data.startswith(_MAGIC):
        raise _binary()
    return decode(data, charset)


def _binary() -> PageError:
    return PageError("binary", "the page is a binary file, not text; give HTML or plain text", "不是文本文件")
