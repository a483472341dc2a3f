"""Characters and their two bytes in GBK: 「張」 is 8F 88, so 8F and the first byte of the next character make another one.

A first byte is 81 to FE, a second byte 40 to FE: it may be an ASCII letter's.
"""

from __future__ import annotations

from functools import cache

from govtext.page.readings import agrees, changed


def halves(character: str) -> tuple[int, int] | None:
    """The two bytes of a character; None for one that has not two.

    >>> [f"{byte:X}" for byte in halves("張")], halves("a"), halves("😀")
    (['8F', '88'], None, None)
    """
    try:
        both = character.encode("gb18030")
    except UnicodeEncodeError:  # a lone surrogate
        return None
    return (both[0], both[1]) if len(both) == 2 else None


def pair(first: int, second: int) -> str:
    """The character of two bytes; empty when they are none.

    >>> pair(0x8F, 0x88), pair(0x8F, 0x20)
    ('張', '')
    """
    try:
        return bytes((first, second)).decode("gbk")
    except UnicodeDecodeError:
        return ""


@cache
def beginning(first: int) -> tuple[str, ...]:
    """Every character with this first byte."""
    return tuple(filter(None, (pair(first, second) for second in range(0x40, 0xFF))))


@cache
def ending(second: int) -> tuple[str, ...]:
    """Every character with this second byte."""
    return tuple(filter(None, (pair(first, second) for first in range(0x81, 0xFF))))


@cache
def annotated(first: int, reading: str) -> tuple[str, ...]:
    """The characters with this first byte behind which the converter can have put this reading.

    >>> annotated(0x98, "lè")
    ('楽', '樂')
    """
    return tuple(c for c in beginning(first) if changed(c) and agrees(c, reading))


@cache
def sounding(reading: str) -> tuple[str, ...]:
    """The same, whatever their bytes."""
    return tuple(c for first in range(0x81, 0xFF) for c in annotated(first, reading))
