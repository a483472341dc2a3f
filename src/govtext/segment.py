"""From a stretch of text to its words: 「力争新增科技型中小企业」 is 力争 / 新增 / 科技型 / 中小企业. The home of ``jieba``.

What is used of jieba is its dictionary, read as a file: no global state, nothing on stderr, no cache in a shared temporary folder, and
half the time that jieba takes to load it.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from math import log
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from govtext.rules import pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

_LOCK = Lock()


@cache
def frequencies() -> Mapping[str, int]:
    """How often each word of the dictionary was counted; a word's beginnings that are no words stand there with 0.

    >>> frequencies()["高新区"] > 0
    True
    """
    return _dictionary()[0]


@cache
def _logarithm_of_total() -> float:
    return log(_dictionary()[1])


def _dictionary() -> tuple[dict[str, int], int]:
    with _LOCK:  # of two threads that begin at once one loads it
        return _loaded()


@cache
def _loaded() -> tuple[dict[str, int], int]:
    """The words of jieba and then our own, which stand in their stead, and the sum of all counts."""
    counted: dict[str, int] = {}
    total = 0
    for text in _texts():
        fields = text.split()  # word, count, part of speech
        counts = list(map(int, fields[1::3]))
        counted.update(zip(fields[::3], counts, strict=True))
        total += sum(counts)
    for word in list(counted):
        beginning = word[:-1]
        while beginning and beginning not in counted:
            counted[beginning] = 0
            beginning = beginning[:-1]
    return counted, total


def _texts() -> tuple[str, str]:
    spec = find_spec("jieba")  # not imported: that takes pkg_resources and a model of its own along
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("jieba", name="jieba")
    return Path(spec.origin).with_name("dict.txt").read_text("utf-8"), files("govtext.lexicon").joinpath("words.txt").read_text("utf-8")


def words(text: str, start: int = 0, end: int | None = None) -> tuple[tuple[int, int], ...]:
    """The words of ``text[start:end]`` as offsets into ``text``.

    >>> text = "力争新增科技型中小企业"
    >>> [text[a:b] for a, b in words(text)]
    ['力争', '新增', '科技型', '中小企业']
    """
    end = len(text) if end is None else end
    out: list[tuple[int, int]] = []
    for match in pattern(_BLOCK).finditer(text, start, end):
        if match["block"]:
            out += _cut(match["block"], match.start())
        else:
            out.append(match.span())
    return tuple(out)


# What jieba takes as a block to cut; all else stands alone, character by character.
_BLOCK = r"(?P<block>[\u4E00-\u9FD5a-zA-Z0-9+\#&._%\-]+)|\r\n|(?s:.)"
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")


def _cut(block: str, offset: int) -> list[tuple[int, int]]:
    """The most probable words of a block, as ``jieba.cut`` without its hidden Markov model finds them, in a third of its time."""
    counted, total = frequencies(), _logarithm_of_total()
    length = len(block)
    score = [0.0] * (length + 1)
    ends = [0] * length
    for first in range(length - 1, -1, -1):
        best, stop = score[first + 1] - total, first + 1
        found = False
        last = first + 1
        while last <= length and (count := counted.get(block[first:last])) is not None:
            if count:
                chance = log(count) - total + score[last]
                if not found or chance >= best:
                    best, stop, found = chance, last, True
            last += 1
        score[first], ends[first] = best, stop
    out: list[tuple[int, int]] = []
    first, letters = 0, -1
    while first < length:
        stop = ends[first]
        if stop == first + 1 and block[first] in _LETTERS:
            letters = first if letters < 0 else letters
        else:
            if letters >= 0:
                out.append((offset + letters, offset + first))
                letters = -1
            out.append((offset + first, offset + stop))
        first = stop
    if letters >= 0:
        out.append((offset + letters, offset + length))
    return out
