"""The unit at a number's end: the longest spelling in the table, 「亿千瓦时」 is 千瓦时, 「元/平方米」 a rate, 「套（户）」 one unit."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from govtext.lexicon import units as table

_PER_MARKS = frozenset("/／每")
_GOING_ON = _PER_MARKS | frozenset("（(")
_SAME_TIME = frozenset({"calendar", "worktime"})


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as it stands at a place: ``size`` characters, ``name`` the spelling it is read as, ``times`` how many of ``name`` it is."""

    size: int
    spelling: str
    name: str
    code: str
    dimension: str
    times: Decimal
    family: str  # units of one family add up: 3斤5两, 1年2个月
    factor: Fraction
    per: str | None = None


@lru_cache(maxsize=1)
def rows() -> dict[str, tuple[str, str, str, str, Decimal, Fraction]]:
    """Spelling -> (name, code, dimension, family, times, factor) of every unit.

    >>> rows()["千瓦时"][:3], len(rows()) > 300
    (('千瓦时', 'kW.h', 'energy'), True)
    """
    out = {}
    for word in table.CLASSIFIERS:
        name, times = table.SAME.get(word, (word, "1"))
        out[word] = (name, f"{{{name}}}", "count", word, Decimal(times), Fraction(1))
    for family, measures in table.MEASURES.items():
        dimension = "time" if family in _SAME_TIME else family
        for word, (factor, code) in measures.items():
            name, times = table.SAME.get(word, (word, "1"))
            out[word] = (name, code, dimension, code if family == "money" else family, Decimal(times), Fraction(factor))
    return out


@dataclass(frozen=True, slots=True)
class _Spelling:
    """What a spelling is read as, and what must not or must stand behind it."""

    unit: Unit
    plain: bool  # nothing of what follows is asked
    latin: bool  # its last letter goes on in 5mm, which is no m
    longer: tuple[str, ...]  # words that begin like it: 条例
    money: str | None  # it is money before one of these, else a count
    piece: Unit


@lru_cache(maxsize=1)
def _spellings() -> dict[str, _Spelling]:
    out = {}
    for word, (name, code, dimension, family, times, factor) in rows().items():
        unit = Unit(len(word), word, name, code, dimension, times, family, factor)
        piece = Unit(len(word), word, word, f"{{{word}}}", "count", times, word, factor)
        latin = word[-1].isascii() and word[-1].isalpha()
        longer = table.NOT_UNIT.get(word, ())
        out[word] = _Spelling(unit, not latin and not longer, latin, longer, table.MONEY_OR_PIECES.get(word), piece)
    return out


@lru_cache(maxsize=1)
def _lengths() -> dict[str, tuple[int, ...]]:
    """The first two characters of a spelling -> the lengths of those that may stand there, longest first."""
    found: dict[str, set[int]] = {}
    for word in rows():
        if len(word) > 1:
            found.setdefault(word[:2], {1}).add(len(word))
    return {pair: tuple(sorted(sizes, reverse=True)) for pair, sizes in found.items()}


@lru_cache(maxsize=1)
def firsts() -> frozenset[str]:
    """The characters that a unit may begin with."""
    return frozenset(word[0] for word in rows())


def at(text: str, place: int) -> Unit | None:
    """The unit that begins at a place.

    >>> [(u.name, u.code, u.per) for u in (at("万千瓦时", 1), at("元/平方米", 0), at("套（户）", 0)) if u]
    [('千瓦时', 'kW.h', None), ('元/平方米', 'CNY/m2', '平方米'), ('套', '{套}', None)]
    """
    known, unit = _by_two(text[place : place + 2])
    return unit if known else _at(text, place)


@lru_cache(maxsize=8192)
def _by_two(characters: str) -> tuple[bool, Unit | None]:
    """Whether two characters say which unit begins with them, if any, and that unit: 元， and 家企 do, 千瓦 does not."""
    if len(characters) < 2 or characters[0] == " " or characters in _lengths() or characters[1] in _GOING_ON:
        return False, None
    found = _spellings().get(characters[0])
    if found is None:
        return True, None
    asked = found.latin or found.money is not None or any(word.startswith(characters) for word in found.longer)
    return not asked, found.unit


def _at(text: str, place: int) -> Unit | None:
    simple = _simple(text, place)
    if simple is None:
        return None
    end = place + simple.size
    after = text[end : end + 1]
    if after not in _GOING_ON:
        return simple
    if after in _PER_MARKS:
        return _rate(text, place, simple) or simple
    again = _simple(text, end + 1)
    if again is not None and text[end + 1 + again.size : end + 2 + again.size] in ("）", ")"):
        return replace(simple, size=simple.size + again.size + 2)
    return simple


def _simple(text: str, place: int) -> Unit | None:
    if text[place : place + 1] == " " and text[place + 1 : place + 2] not in ("", " "):
        spaced = _simple(text, place + 1)
        return spaced and replace(spaced, size=spaced.size + 1)
    spellings = _spellings()
    for length in _lengths().get(text[place : place + 2], (1,)):
        found = spellings.get(text[place : place + length])
        if found is not None and (found.plain or _stands(found, text, place, place + length)):
            return found.unit if found.money is None or text[place + length : place + length + 1] in found.money else found.piece
    return None


def _stands(spelling: _Spelling, text: str, place: int, end: int) -> bool:
    """Whether no longer word begins like it, and no letter goes on: 条例, 5mm."""
    after = text[end : end + 1]
    return not (spelling.latin and after.isascii() and after.isalnum()) and not text.startswith(spelling.longer, place)


def _rate(text: str, start: int, top: Unit) -> Unit | None:
    """元/平方米, 人次/日, 元每吨; 套/间 is one thing with two names."""
    mark = text[start + top.size]
    if mark == "每" and top.dimension in ("count", "time"):  # 四十亿人每年
        return None
    place = start + top.size + 1
    below = next((word for word in _per() if text.startswith(word, place)), None)
    bottom = _simple(text, place)
    if bottom is not None and (below is None or bottom.size > len(below)):
        below, code = bottom.spelling, bottom.code
    elif below is not None:
        code = table.PER[below]
    else:
        return None
    size = top.size + 1 + len(below)
    counted = (
        top.dimension == "count"
        and bottom is not None
        and bottom.dimension == "count"
        and bottom.name not in ("人", "户", "个", "次", "家", "项")
    )
    if counted:
        return replace(top, size=size)
    slash = "/" if mark == "／" else mark
    name = f"{top.name}{slash}{bottom.name if bottom and below == bottom.spelling else below}"
    return Unit(size, name, name, f"{top.code}/{code}", "rate", top.times, name, Fraction(1), below)


@lru_cache(maxsize=1)
def _per() -> tuple[str, ...]:
    return tuple(sorted(table.PER, key=len, reverse=True))
