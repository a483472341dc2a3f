r"""A rule: the shape it reads, the function that reads it, its examples and near misses. The home of ``regex``.

    @rule(r"(?P<number>\p{Nd}+)年", examples={"2025年": {...}}, rejects=("25年级",))
    def bare_year(match: Match) -> Time: ...

Patterns are VERBOSE with named groups; words come from a table as a named list (``\L<units>``), so a pattern is a shape.
Nothing registers itself: each module lists its rules in one explicit tuple, and order is priority.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, Final, Generic, TypeAlias, TypeVar, cast

import regex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

Match: TypeAlias = "regex.Match[str]"
Pattern: TypeAlias = "regex.Pattern[str]"
T = TypeVar("T")


@cache
def _compile(shape: str, words: tuple[tuple[str, frozenset[str]], ...]) -> Pattern:
    lists: dict[str, Any] = {name: sorted(rows) for name, rows in words}  # a named list is a keyword argument of its own
    return regex.compile(shape, regex.VERBOSE | regex.VERSION1, **lists)


@cache
def pattern(shape: str, **words: tuple[str, ...] | frozenset[str]) -> Pattern:
    r"""Compile a VERBOSE shape once; each keyword is a named list for ``\L<name>``.

    >>> pattern(r"\p{Nd}+ \s* \L<units>", units=("家", "亿元")).search("新增 30家").group()
    '30家'
    """
    if not words:
        return _compile(shape, ())
    return _compile(shape, tuple((name, frozenset(rows)) for name, rows in sorted(words.items())))


# what \p{Han} stands for in ``regex``, the blocks beyond the first plane whole
_HAN: Final = (
    r"\u2e80-\u2e99\u2e9b-\u2ef3\u2f00-\u2fd5\u3005\u3007\u3021-\u3029\u3038-\u303b\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufa6d\ufa70-\ufad9"
    r"\U00016fe2\U00016fe3\U00016ff0-\U00016ff6\U00020000-\U0002a6df\U0002a700-\U0002b81e\U0002b820-\U0002cead\U0002ceb0-\U0002ebe0"
    r"\U0002ebf0-\U0002ee5d\U0002f800-\U0002fa1d\U00030000-\U0003134a\U00031350-\U00033479"
)
_PART: Final = re.compile(r" \[ (?: \\. | [^\]\\] )*+ \] | \\p\{Han\} | \\. | \# .*+", re.VERBOSE)  # a class, a character, a comment


def _written(part: re.Match[str]) -> str:
    """A part of a shape as ``re`` writes it."""
    if part[0] == r"\p{Han}":
        return f"[{_HAN}]"
    return part[0].replace(r"\p{Han}", _HAN) if part[0][0] == "[" else part[0]


@cache
def _compile_local(shape: str, words: tuple[tuple[str, frozenset[str]], ...], *, han: bool = False) -> Pattern:
    plain = shape.replace(r"\p{Nd}", r"\d")
    if han:  # it takes a millisecond to compile
        plain = _PART.sub(_written, plain)
    for name, rows in words:
        plain = plain.replace(rf"\L<{name}>", f"(?:{'|'.join(map(re.escape, sorted(rows, key=len, reverse=True)))})")
    if sys.version_info < (3, 11, 5):  # there re backtracks into a possessive group, and reads 600万千瓦 wrong (gh-106052)
        return _compile(shape, words)
    try:
        return cast("Pattern", re.compile(plain, re.VERBOSE))  # what is called of either is the same
    except re.error:  # \p{L}, a look-behind of several lengths, a group's name said twice
        return _compile(shape, words)


@cache
def local(shape: str, **words: tuple[str, ...] | frozenset[str]) -> Pattern:
    r"""A ``pattern`` for a known place or a few characters: by ``re``, which begins a match twice as fast, where it knows all of the shape.

    >>> local(r"\p{Nd}+ [ ]? \L<units>", units=("家", "亿元")).match("新增 30家", 3).group()
    '30家'
    """
    if not words:
        return _compile_local(shape, (), han=True)
    return _compile_local(shape, tuple((name, frozenset(rows)) for name, rows in sorted(words.items())), han=True)


@dataclass(frozen=True)
class Rule(Generic[T]):
    """One shape and how it is read. ``examples`` maps a text, read whole, to the fields its reading must have."""

    name: str
    shape: str
    read: Callable[[Match], T | None]
    examples: Mapping[str, Any]
    rejects: tuple[str, ...]
    words: tuple[tuple[str, frozenset[str]], ...] = ()

    @cached_property
    def pattern(self) -> Pattern:
        """The compiled shape, compiled when first used: an import does no work."""
        return _compile_local(self.shape, self.words)

    def can_begin(self, characters: str) -> bool:
        """Whether the shape may match where a text goes on with these characters."""
        return _compile(self.shape, self.words).match(characters, partial=True) is not None

    @property
    def promise(self) -> str:
        """What the rule reads, in a sentence: its docstring's first line."""
        return (self.read.__doc__ or "").strip().split("\n")[0]


def rule(
    shape: str,
    *,
    examples: Mapping[str, Any],
    rejects: tuple[str, ...] = (),
    **words: Iterable[str],
) -> Callable[[Callable[[Match], T | None]], Rule[T]]:
    """Make a function a rule. It may return None: the shape stood there, and it is not one."""

    def decorate(read: Callable[[Match], T | None]) -> Rule[T]:
        rows = tuple((name, frozenset(row)) for name, row in sorted(words.items()))
        return Rule(read.__name__, shape, read, examples, rejects, rows)

    return decorate
