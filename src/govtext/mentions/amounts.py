"""A numeral's characters to its exact amount: 「1.2万」 is 12000, 「两千零二十三」 2023, 「三五百」 300 to 500, 「800多」 more than 800."""

from __future__ import annotations

from decimal import Context, Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from govtext.lexicon import numerals

if TYPE_CHECKING:
    from govtext.records import Comparator

LONGEST = 64  # characters: no amount is longer, a longer run is an identifier or damage
EXACT = Context(prec=2 * LONGEST + 32)  # no rounding, whatever a numeral of that length holds

_SAME = str.maketrans(numerals.SAME | numerals.CONTRACTED)
_DIGITS = numerals.DIGITS
_SMALL = {"十": 10, "百": 100, "千": 1000}
_ZERO = Decimal(0)
_MORE = "多余来"


class Amount(NamedTuple):
    """An exact amount (``low`` is ``high``), or the bounds of a vague one; ``scale`` is its last scale, for 300至500万."""

    low: Decimal
    high: Decimal | None
    comparator: Comparator = "eq"
    scale: int = 1
    mantissa: Decimal = _ZERO


def ratio(above: Decimal, below: Decimal, places: int) -> Decimal:
    """A fraction to so many places: it has no end of its own.

    >>> str(ratio(Decimal(2), Decimal(3), 4)), str(ratio(Decimal(3), Decimal(4), 4))
    ('0.6667', '0.75')
    """
    return EXACT.normalize(EXACT.quantize(EXACT.divide(above, below), Decimal(1).scaleb(-places)))


@lru_cache(maxsize=4096)
def read(text: str) -> Amount | None:
    """The amount of a numeral in any style, None when its characters make no number.

    >>> [str(read(t).low) for t in ("315", "１，５００", "1亿2000万", "两千零二十三", "壹拾万零叁仟", "十二点五万", "一百五", "半")]
    ['315', '1500', '120000000', '2023', '103000', '125000.0', '150', '0.5']
    >>> [(str(a.low), str(a.high), a.comparator) for a in map(read, ("几十", "十七八万", "800多", "上百"))]
    [('10', '100', 'approx'), ('170000', '180000', 'range'), ('800', 'None', 'gt'), ('100', '100', 'approx')]
    """
    if len(text) > LONGEST:
        return None
    plain = text.translate(_SAME)
    negative = plain[:1] in ("-", "负")
    if negative:
        plain = plain[1:]
    found = _vague(plain)
    if found is None or not negative:
        return found
    return Amount((found.low if found.high is None else found.high).copy_negate(), found.low.copy_negate(), found.comparator)


def between(first: str, second: str) -> Amount | None:
    """The range of two numerals; the first takes the scale of the second where it has none and is smaller: 3至5万, not 8500到3万.

    >>> [(str(a.low), str(a.high)) for a in (between("3", "5万"), between("8500", "3万"), between("一千", "两千万")) if a]
    [('30000', '50000'), ('8500', '30000'), ('10000000', '20000000')]
    """
    low, high = read(first), read(second)
    if low is None or high is None or high.high is None:
        return None
    start = low.low
    if low.scale < high.scale and high.mantissa and start < high.mantissa:
        start = EXACT.multiply(start, EXACT.divide(high.low, high.mantissa))
    return Amount(start, high.high, "range") if start < high.high else None


def _vague(plain: str) -> Amount | None:
    if plain[:1] == "上" and len(plain) > 1:
        value = _exact(plain[1:])
        return None if value is None else Amount(value, value, "approx")
    if "几" in plain or "数" in plain:
        return _some(plain)
    if any(c in plain for c in _MORE):
        return _more(plain)
    return _pair(plain) or _plain(plain)


def _plain(plain: str) -> Amount | None:
    value = _exact(plain)
    if value is None:
        return None
    scale = numerals.SCALES.get(plain[-1], 1)
    return Amount(value, value, "eq", scale, _exact(plain[:-1]) or Decimal(1) if scale > 1 else value)


def _more(plain: str) -> Amount | None:
    """多 and 余 after any place say more than the rest: 800多, 二百三十余万; 来 says about."""
    head, mark, tail = next((plain.partition(c) for c in _MORE if c in plain), ("", "", ""))
    value = _exact(head + tail) if head and not any(c in tail for c in _MORE) else None
    if value is None:
        return None
    return Amount(value, None, "gt") if mark != "来" else Amount(value, value, "approx")


def _some(plain: str) -> Amount | None:
    """几 and 数 stand for one to nine: 几十 is 10 to 100, 十几 is 10 to 20."""
    mark = "几" if "几" in plain else "数"
    head, _, tail = plain.partition(mark)
    if mark in tail or (not head and not tail) or (mark == "数" and head):
        return None
    unit = _exact(tail) if tail else Decimal(1)
    if unit is None:
        return None
    if not head:
        return Amount(unit, 10 * unit, "approx")
    whole = _exact(head + (tail if tail and tail[0] in "万亿" else ""))
    if whole is None:
        return None
    if tail[:1] in ("", "万", "亿"):  # 十几万
        return Amount(whole, whole + 10 * (unit if tail else Decimal(1)), "approx")
    return Amount(whole + unit, whole + 10 * unit, "approx")


def _pair(plain: str) -> Amount | None:
    """Two neighbouring digits that stand for either: 三五百, 十七八万, 七百三四十, 两三."""
    for i in range(len(plain) - 1):
        first, second = _DIGITS.get(plain[i]), _DIGITS.get(plain[i + 1])
        if not first or not second:
            continue
        around = _DIGITS.get(plain[i - 1]) if i else None, _DIGITS.get(plain[i + 2]) if i + 2 < len(plain) else None
        if around != (None, None) or not (second == first + 1 or (first, second) == (3, 5)) or "点" in plain[:i]:
            return None
        low, high = _exact(plain[: i + 1] + plain[i + 2 :]), _exact(plain[:i] + plain[i + 1 :])
        return Amount(low, high, "range", numerals.SCALES.get(plain[-1], 1)) if low is not None and high is not None else None
    return None


def _exact(plain: str) -> Decimal | None:
    """An exact numeral in Simplified characters and ASCII digits."""
    if not plain:
        return None
    if plain[0] in "0123456789." and plain.isascii():
        return _digits(plain)
    if plain == "半":
        return Decimal("0.5")
    if plain[0] == "半":
        plain, half = plain[1:], True
    else:
        half = False
    value = _under_ten_thousand(plain) if not any(c in plain for c in "万亿") else _large(plain)
    return value if value is None or not half else EXACT.divide(value, Decimal(2))


def _large(plain: str) -> Decimal | None:
    """Split at the last 亿, or else the last 万: 一万五千亿 is 15000 times 亿, 1亿2000万 is 1 times 亿 and 2000万."""
    big = "亿" if "亿" in plain else "万"
    head, _, tail = plain.rpartition(big)
    if tail[:1] in ("点", "."):  # 五万点二四五
        rest = _fraction(tail[1:])
        tail = ""
    else:
        rest = None
    scale = Decimal(numerals.SCALES[big])
    many = Decimal(1) if not head else _exact(head)
    if many is None:
        return None
    total = EXACT.multiply(many, scale)
    if rest is not None:
        return EXACT.add(total, rest)
    if not tail:
        return total
    if len(tail) == 1 and tail in _DIGITS and tail != "零":  # 九万四
        return EXACT.add(total, EXACT.multiply(Decimal(_DIGITS[tail]), scale / 10))
    if tail[0] == "零" and len(tail) > 1:
        tail = tail.lstrip("零")
    less = _exact(tail)
    return None if less is None or less >= scale else EXACT.add(total, less)


def _digits(plain: str) -> Decimal | None:
    return Decimal(plain) if plain.count(".") <= 1 and plain != "." and plain[-1] != "." and plain.replace(".", "", 1).isdigit() else None


def _fraction(plain: str) -> Decimal | None:
    """The digits after the point: 二三三 is 0.233."""
    digits = "".join(str(_DIGITS[c]) if c in _DIGITS else c for c in plain)
    return Decimal("0." + digits) if digits.isdigit() and digits.isascii() else None


def _under_ten_thousand(plain: str) -> Decimal | None:
    """千百十 and the digits between them; digits alone are read in their places: 二〇二五."""
    whole, point, places = plain.partition("点")
    if point:
        number, rest = _under_ten_thousand(whole), _fraction(places)
        return None if number is None or rest is None or "点" in places else number + rest
    if not any(c in _SMALL for c in whole):
        if all(c in _DIGITS for c in whole):
            return Decimal("".join(str(_DIGITS[c]) for c in whole)) if whole else None
        return _digits(whole.replace("零", "")) if whole[:1] == "零" else _digits(whole)
    total, held, last, zero = _ZERO, "", 10_000, False
    for c in whole:
        if c in _SMALL:
            scale = _SMALL[c]
            many = Decimal(1) if not held else _single(held)
            if scale >= last or many is None or (not held and scale > 10 and total):
                return None
            total, held, last, zero = EXACT.add(total, EXACT.multiply(many, Decimal(scale))), "", scale, False
        elif c == "零" and not held:
            zero = True
        else:
            held += c
    if held:
        rest = _single(held)
        if rest is None or rest >= last:
            return None
        total += rest * (last // 10 if last > 10 and not zero and held in _DIGITS else 1)
    return total


def _single(held: str) -> Decimal | None:
    return Decimal(_DIGITS[held]) if held in _DIGITS else _digits(held)
