"""Every number of a text: 「两千零二十三」 is 2023, 「四分之三」 0.75, 「十几万」 100000 to 200000, 「不小于三十」 at least 30."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from govtext.mentions import amounts, bounds, idioms, unit
from govtext.mentions.amounts import EXACT, Amount
from govtext.mentions.mention import Number
from govtext.mentions.shapes import DIGIT, DIGITS, HAN, NUMBER, SEPARATOR, SIGN
from govtext.rules import local, rule

if TYPE_CHECKING:
    from govtext.records import Comparator
    from govtext.records import Number as Record
    from govtext.rules import Match, Pattern, Rule

_WHOLE = rf"(?:{DIGITS}|[{HAN}两兩]++)"
# One character of the banker's numerals that is a word of its own, and a scale alone: 伍, 万.
_NO_NUMBER = frozenset("陆伍拾肆捌柒玖叁万亿百千萬億两兩") | {"万万", "萬萬", "亿万", "两两", "千万", "百万", "千百", "百千", "几", "数"}


def n(value: str) -> dict[str, Any]:
    """The fields of an exact number."""
    return {"value": Decimal(value)}


def between(low: str, high: str) -> dict[str, Any]:
    """The fields of a range."""
    return {"value": None, "low": Decimal(low), "high": Decimal(high), "comparator": "range"}


def _exact(value: Decimal) -> Amount:
    return Amount(value, value)


def _ratio(above: str, below: str) -> Decimal | None:
    top, bottom = amounts.read(above), amounts.read(below)
    if top is None or bottom is None or not bottom.low or top.low != top.high or bottom.low != bottom.high:
        return None
    return amounts.ratio(top.low, bottom.low, 24)


@rule(
    rf"(?P<sign>{SIGN})?(?:(?P<whole>{_WHOLE})又)?(?P<below>{_WHOLE})[ ]?分[ ]?之[ ]?(?P<above>{_WHOLE})",
    examples={
        "四分之三": n("0.75"),
        "一又二分之一": n("1.5"),
        "负一又二分之一": n("-1.5"),
        "一百分之二": n("0.02"),
        "4分之3": n("0.75"),
        "百分之五": n("0.05"),
    },
    rejects=("十分之中", "三分之一般"),
)
def fraction(match: Match) -> Amount | None:
    """A fraction, and a whole number before it: 一又二分之一."""
    if idioms.begins(match.string, match.start("above"), match.end("above")):
        return None
    part = _ratio(match["above"], match["below"])
    whole = amounts.read(match["whole"]) if match["whole"] else _exact(Decimal(0))
    if part is None or whole is None:
        return None
    value = EXACT.add(whole.low, part)
    return _exact(-value if match["sign"] else value)


@rule(
    rf"(?P<above>[{DIGIT}]{{1,4}})/(?P<below>[{DIGIT}]{{1,4}})(?![{DIGIT}/.-])",
    examples={"3/4": n("0.75"), "１６/5": n("3.2")},
    rejects=("2023/12/31", "3/0"),
)
def slash(match: Match) -> Amount | None:
    """A fraction with a slash: 3/4."""
    if match.string[match.start() - 1 : match.start()] in ("/", "-", "."):
        return None
    value = _ratio(match["above"], match["below"])
    return None if value is None else _exact(value)


@rule(
    rf"(?P<sign>{SIGN})?(?:在?第)?(?P<first>{NUMBER})(?:[ ]?[和与到至、][ ]?第?|{SEPARATOR})(?P<second>{SIGN}?{NUMBER})之?间",
    examples={
        "20和30之间": between("20", "30"),
        "10000与20000间": between("10000", "20000"),
        "-10000与20000间": between("-10000", "20000"),
    },
    rejects=("3和4", "两千年之间"),
)
def between_two(match: Match) -> Amount | None:
    """Between two numbers: 20和30之间."""
    return amounts.between((match["sign"] or "") + match["first"], match["second"])


@rule(
    rf"(?P<sign>{SIGN})?(?P<first>{NUMBER}){SEPARATOR}(?P<second>{NUMBER})(?![{DIGIT}-])",
    examples={
        "一千到一千五百": between("1000", "1500"),
        "20~100": between("20", "100"),
        "20 - 100": between("20", "100"),
        "3至5万": between("30000", "50000"),
    },
    rejects=("2024-05-20", "30-20", "0510-8888"),
)
def range_of_two(match: Match) -> Amount | None:
    """Two numbers with a dash, 至 or 到 between them: 20~100."""
    if match.string[match.start() - 1 : match.start()] == "-" or _padded(match["first"]) or _padded(match["second"]):
        return None
    return amounts.between((match["sign"] or "") + match["first"], match["second"])


def _padded(number: str) -> bool:
    """Zeros in front make a code, no number: 0510."""
    return len(number) > 1 and number[0] in "0０" and number[1] not in ".．"


_THAN: dict[str, Comparator] = {"大": "gt", "高": "gt", "多": "gt", "小": "lt", "低": "lt", "少": "lt"}


@rule(
    rf"比[ ]?(?P<number>{NUMBER})[ ]?(?P<how>[大高多小低少])(?!于|约|概)",
    examples={"比三十大": n("30") | {"comparator": "gt"}, "比 170 低": n("170") | {"comparator": "lt"}},
    rejects=("比三十五家", "比分"),
)
def compared(match: Match) -> Amount | None:
    """More or less than a number: 比三十大."""
    amount = amounts.read(match["number"])
    return None if amount is None or amount.low != amount.high else amount._replace(high=amount.low, comparator=_THAN[match["how"]])


@rule(
    rf"(?P<sign>{SIGN})?[.．][{DIGIT}]++(?![.．])",
    examples={".25": n("0.25"), "-.5": n("-0.5")},
    rejects=("1.2.3", "a.5"),
)
def point_first(match: Match) -> Amount | None:
    """A decimal with nothing before the point: .25."""
    before = match.string[match.start() - 1 : match.start()]
    if before.isascii() and (before.isalnum() or before == "."):
        return None
    return amounts.read(match.group().replace("．", ".").replace(".", "0.", 1))


@rule(
    rf"[{HAN}两]{{2,}}(?:[ ][{HAN}]{{2,}})+",
    examples={"三千 九百 六十五": n("3965")},
    rejects=("三十 四十",),
)
def spaced(match: Match) -> Amount | None:
    """A numeral written with spaces between its places: 三千 九百 六十五."""
    return amounts.read(match.group())


@rule(
    rf"{SIGN}?(?:半[百千万]|{NUMBER})",
    examples={
        "两千零二十三": n("2023"),
        "1,234": n("1234"),
        "二〇二五": n("2025"),
        "廿二": n("22"),
        "壹拾万零叁仟": n("103000"),
        "1亿2000万": n("120000000"),
        "十二点五万": n("125000"),
        "半百": n("50"),
        "负80": n("-80"),
        "减负80": n("80") | {"anchor": "80"},
        "三五百": between("300", "500"),
        "十几万": {"low": Decimal(100000), "high": Decimal(200000)},
        "500多亿": n("50000000000") | {"comparator": "gt"},
    },
    rejects=("万万", "四川", "一切", "千方百计", "统一", "一村一品", "美味十足", "收拾"),
)
def numeral(match: Match) -> Amount | None:
    """A number in digits or in Chinese numerals of any style."""
    written = match.group()
    if written in _NO_NUMBER or _in_a_word(match.string, match.start(), match.end()):
        return None
    if written == "半" and match.string[match.end() : match.end() + 1] not in ("", *"个個年天斤两米公小月亩"):
        return None
    if (
        written == "一"
        and match.string[match.start() - 1 : match.start()] == "是"
        and match.string[match.end() : match.end() + 1] in tuple("个個")
    ):
        return None  # 这是一个: an article
    return amounts.read(written)


def _in_a_word(text: str, start: int, end: int) -> bool:
    name = unit.at(text, end)
    return idioms.inside(text, start, end, end + name.size if name else end)


RULES: tuple[Rule[Amount], ...] = (between_two, fraction, slash, range_of_two, point_first, spaced, compared, numeral)


@lru_cache(maxsize=1)
def _anchor() -> Pattern:
    """Where a number may begin."""
    return local(
        rf"""
        (?: (?<![{DIGIT}A-Za-z]) | (?<=GDP|CPI|PPI|FDI) ) {SIGN}?[.．]?[{DIGIT}] | {SIGN}(?=[{HAN}两]) | (?<![{HAN}])[{HAN}两兩]
        | [半几数幾數](?=[{HAN}个個年天斤]) | 半$
        | 比(?=[ ]?[{HAN}{DIGIT}]) | 在?第(?=[{HAN}{DIGIT}]{{1,4}}[和与到至])
        """
    )


@lru_cache(maxsize=1)
def _run() -> Pattern:
    return local(rf"{SIGN}?[{DIGIT}{HAN}两兩几幾数數.．]*+")


# Behind a run of digits so many characters can belong to its number (分之, 万, groups of thousands): a match without an end
# looks through the whole text for what its pattern requires.
AHEAD = 60


def find(text: str) -> tuple[Number, ...]:
    """Every number of a text, in its order.

    >>> [(str(n.value), n.comparator) for n in find("改造两千零二十三户，投资超过1.5亿")]
    [('2023', 'eq'), ('150000000.0', 'gt')]
    """
    out: list[tuple[Number, int, int]] = []
    done = run = 0
    for anchor in _anchor().finditer(text):
        place = anchor.start()
        if place < done:
            continue
        if place >= run:
            digits = _run().match(text, place)
            run = digits.end() if digits else place
        found = _read(text, place, run + AHEAD)
        if found is None:
            done = max(done, run)
            continue
        number, start, end = _bounded(text, found, done)
        last = out[-1] if out else None
        if last is not None and bounds.close(text, last[0].comparator, last[2], number.comparator, start):
            low, high = (last[0].value, number.value) if last[0].comparator in ("ge", "gt") else (number.value, last[0].value)
            if low is not None and high is not None and low < high:
                joined = last[0]._replace(end=number.end, comparator="range", value=None, low=low, high=high)
                out[-1] = (joined, last[1], end)
                done = end
                continue
        out.append((number, start, end))
        done = end
    return tuple(number for number, _, _ in out)


def _read(text: str, place: int, limit: int) -> Number | None:
    for each in RULES:
        match = each.pattern.match(text, place, limit)
        amount = each.read(match) if match and match.end() > place else None
        if match is None or amount is None:
            continue
        vague = amount.high is not None and amount.low != amount.high
        low, high = (amount.low, amount.high) if vague else (None, None)
        return Number(match.start(), match.end(), amount.comparator, None if vague else amount.low, low, high, each.name)
    return None


def _bounded(text: str, number: Number, done: int) -> tuple[Number, int, int]:
    """A number with the bound that the words around it say, and where these begin and end."""
    ahead = bounds.before(text, number.start)
    if ahead is not None and ahead[1] < done:
        ahead = None
    behind = bounds.after(text, number.end)
    comparator = bounds.joined(number.comparator, ahead[0] if ahead else None, behind[0] if behind else None)
    return number._replace(comparator=comparator), ahead[1] if ahead else number.start, behind[1] if behind else number.end


def records(text: str) -> tuple[Record, ...]:
    """Every number of a text as a record."""
    from govtext.records import Number as Record  # noqa: PLC0415 - pydantic loads when a record is asked for, not with the reader

    return tuple(Record.model_validate(plain(text, number)) for number in find(text))


def plain(text: str, number: Number) -> dict[str, Any]:
    """A number as plain data, as ``records.Number`` takes it."""
    return {
        "text": text[number.start : number.end], "span": {"start": number.start, "end": number.end}, "comparator": number.comparator,
        "value": number.value, "low": number.low, "high": number.high, "rule": number.rule,
    }  # fmt: skip
