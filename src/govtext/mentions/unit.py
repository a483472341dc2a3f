"""The unit at a number's end: the longest spelling in the table, 「亿千瓦时」 is 千瓦时, 「元/平方米」 a rate, 「套（户）」 one unit."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from govtext.lexicon import units as table

_SAME_TIME = frozenset({"calendar", "worktime"})


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as it stands at a place: ``end`` is behind it, ``name`` the spelling it is read as, ``times`` how many of ``name`` it is."""

    end: int
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


@lru_cache(maxsize=1)
def _lengths() -> dict[str, tuple[int, ...]]:
    """First character -> the lengths of the spellings that begin with it, longest first."""
    found: dict[str, set[int]] = {}
    for word in rows():
        found.setdefault(word[0], set()).add(len(word))
    return {c: tuple(sorted(sizes, reverse=True)) for c, sizes in found.items()}


def firsts() -> frozenset[str]:
    """The characters that a unit may begin with."""
    return frozenset(_lengths())


def at(text: str, place: int) -> Unit | None:
    """The unit that begins at a place.

    >>> [(u.name, u.code, u.per) for u in (at("万千瓦时", 1), at("元/平方米", 0), at("套（户）", 0)) if u]
    [('千瓦时', 'kW.h', None), ('元/平方米', 'CNY/m2', '平方米'), ('套', '{套}', None)]
    """
    simple = _simple(text, place)
    if simple is None:
        return None
    after = text[simple.end : simple.end + 1]
    if after in ("/", "／", "每"):
        return _rate(text, simple) or simple
    if after in ("（", "("):
        again = _simple(text, simple.end + 1)
        if again is not None and text[again.end : again.end + 1] in ("）", ")"):
            return _moved(simple, again.end + 1)
    return simple


def _simple(text: str, place: int) -> Unit | None:
    first = text[place : place + 1]
    if first == " " and text[place + 1 : place + 2] not in ("", " "):
        place += 1
        first = text[place]
    spellings = rows()
    for length in _lengths().get(first, ()):
        word = text[place : place + length]
        row = spellings.get(word)
        if row is None or _is_no_unit(text, place, word):
            continue
        name, code, dimension, family, times, factor = row
        if word in table.MONEY_OR_PIECES and text[place + len(word) : place + len(word) + 1] not in table.MONEY_OR_PIECES[word]:
            name, code, dimension, family = word, f"{{{word}}}", "count", word
        return Unit(place + len(word), word, name, code, dimension, times, family, factor)
    return None


def _is_no_unit(text: str, place: int, word: str) -> bool:
    """Letters go on (5mm is no m), or a longer word begins here (条例)."""
    end = place + len(word)
    if word[-1].isascii() and word[-1].isalpha() and text[end : end + 1].isascii() and text[end : end + 1].isalnum():
        return True
    return text.startswith(table.NOT_UNIT.get(word, ()), place)


def _moved(unit: Unit, end: int) -> Unit:
    return Unit(end, unit.spelling, unit.name, unit.code, unit.dimension, unit.times, unit.family, unit.factor, unit.per)


def _rate(text: str, top: Unit) -> Unit | None:
    """元/平方米, 人次/日, 元每吨; 套/间 is one thing with two names."""
    mark = text[top.end]
    if mark == "每" and top.dimension in ("count", "time"):  # 四十亿人每年
        return None
    place = top.end + 1
    below = next((word for word in sorted(table.PER, key=len, reverse=True) if text.startswith(word, place)), None)
    bottom = _simple(text, place)
    if bottom is not None and (below is None or bottom.end - place > len(below)):
        below, code = bottom.spelling, bottom.code
    elif below is not None:
        code = table.PER[below]
    else:
        return None
    counted = (
        top.dimension == "count"
        and bottom is not None
        and bottom.dimension == "count"
        and bottom.name not in ("人", "户", "个", "次", "家", "项")
    )
    if counted:
        return _moved(top, place + len(below))
    slash = "/" if mark == "／" else mark
    name = f"{top.name}{slash}{bottom.name if bottom and below == bottom.spelling else below}"
    return Unit(place + len(below), name, name, f"{top.code}/{code}", "rate", top.times, name, Fraction(1), below)
