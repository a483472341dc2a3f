"""From a stretch of text to its words: 「力争新增科技型中小企业」 is 力争 / 新增 / 科技型 / 中小企业. The home of ``jieba``.

What is used of jieba is its dictionary, read as a file: no global state, nothing on stderr, no cache in a shared temporary folder. Of its
350,000 words those are taken in whose first character a text has, so that to begin takes a tenth of a second and not a whole one.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from math import log
from pathlib import Path
from typing import TYPE_CHECKING, Final

from govtext.rules import pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

_COUNTED_BY_JIEBA: Final = 60_101_967  # the sum of all counts of its dictionary


def count(word: str) -> int:
    """How often a word was counted where the dictionary was made; 0 of what is no word.

    >>> count("高新区") > 0, count("高新技术产"), count("新区高")
    (True, 0, 0)
    """
    return beginning_with(word[0]).get(word, 0) if word else 0


@cache
def beginning_with(character: str) -> Mapping[str, int]:
    """The counts of all words that begin with a character; a word's own beginnings that are no words stand there with 0.

    >>> beginning_with("墉")
    {'墉': 15, '墉桥区': 3, '墉桥': 0}
    """
    text, places = _lines()
    fields = "".join(text[start:end] for start, end in places.get(character, ())).split()  # word, count, part of speech
    counted = dict(zip(fields[::3], map(int, fields[1::3]), strict=True))
    counted.update(_own().get(character, {}))
    for word in list(counted):
        beginning = word[:-1]
        while beginning and beginning not in counted:
            counted[beginning] = 0
            beginning = beginning[:-1]
    return counted


@cache
def logarithm_of_total() -> float:
    """The logarithm of the sum of all counts: a word's probability is its count over that sum."""
    return log(_COUNTED_BY_JIEBA + sum(sum(counted.values()) for counted in _own().values()))


_SAME_FIRST = r"(.).*\n(?:\1.*\n)*"


@cache
def _lines() -> tuple[str, Mapping[str, list[tuple[int, int]]]]:
    """The dictionary and where in it the words of each first character stand."""
    spec = find_spec("jieba")  # not imported: that takes pkg_resources and a model of its own along
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("jieba", name="jieba")
    text = Path(spec.origin).with_name("dict.txt").read_text("utf-8") + "\n"
    places: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for match in pattern(_SAME_FIRST).finditer(text):
        places[match[1]].append(match.span())
    return text, places


@cache
def _own() -> Mapping[str, Mapping[str, int]]:
    """Words of our own, by their first character: they stand in jieba's stead."""
    own: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for row in files("govtext.lexicon").joinpath("words.txt").read_text("utf-8").splitlines():
        word, counted, _part_of_speech = row.split(" ")
        own[word[0]][word] = int(counted)
    return own


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
    total = logarithm_of_total()
    length = len(block)
    score = [0.0] * (length + 1)
    ends = [0] * length
    for first in range(length - 1, -1, -1):
        counted = beginning_with(block[first])
        best, stop = score[first + 1] - total, first + 1
        found = False
        last = first + 1
        while last <= length and (times := counted.get(block[first:last])) is not None:
            if times:
                chance = log(times) - total + score[last]
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
