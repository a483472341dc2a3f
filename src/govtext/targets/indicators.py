"""From the lines of a table of indicators to its figures: the 180 of 「地区生产总值（亿元）｜120｜180」 is 180亿元 of 2025.

A table is lines of cells set apart by tabs under a line that names years. A figure has its unit from its own cell, its name's bracket or
the column 单位; one that no reader reads with that unit is left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from govtext.mentions import quantities as quantity_reader
from govtext.rules import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govtext.clauses import Structure
    from govtext.mentions.mention import Quantity


class Cell(NamedTuple):
    """One cell of a line, without the blanks around it."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a table: its quantity, whose it is, and under which year it stands."""

    quantity: Quantity
    name: Cell
    row: tuple[int, int]  # where its line begins and ends
    year: int
    at: int  # where the year begins that its column's head names
    goal: bool  # whether the head calls it a goal: 2025年目标
    yearly: bool  # a rate of growth a year: 年均增长（%）
    summed: bool  # in brackets: the sum of the plan's years
    binding: Cell | None  # 约束性, 预期性


@dataclass(frozen=True, slots=True)
class _Column:
    """What a column's head says: where its year begins and which it is, whether it is a goal's, or a yearly rate's."""

    at: int
    year: int
    start: int
    goal: bool
    base: bool


@dataclass(frozen=True, slots=True)
class _Head:
    """The line that names the columns."""

    years: tuple[_Column, ...]
    yearly: int | None
    unit: int | None
    width: int


# A cell with more characters is neither an indicator's name nor a figure.
LONGEST = 60
_YEAR = r"""
    (?:到|至)?(?P<year>(?:19|20)\p{Nd}{2})\s*年?(?:度|末|底)?\s*
    [（(]?(?P<role>(?:规划|计划|目标|预期|预计|现状|基期|基准|基础|实际|完成|实绩)?(?:目标|完成)?(?:值|数|年|情况)?)[）)]?
"""
_YEARLY = r"(?:[“”\p{Han}\p{Nd}]{0,10})年均(?:增长|增速|增幅|递增)(?:率|速度)?\s*(?:[（(]\s*[%％]\s*[）)]|[%％])?"
_NUMBERED = r"\s*(?:\p{Nd}{1,3}[.．、]|[（(]\p{Nd}{1,2}[）)]|[①-⑳])\s*"
_NAME = r"(?P<name>\S*?\p{Han}\S*?)\s*(?:[（(【]\s*(?:单位[：:])?(?P<unit>[^（()）】]{1,12})\s*[）)】])?\s*[*＊]?"
_FIGURE = r"""
    (?P<open>[\[〔【])?\s*(?P<sign>[≥>＞≤<＜]|不低于|不少于|不超过|不高于|大于|小于|超过|约)?\s*
    (?P<number>\p{Nd}[\p{Nd},]*(?:\.\p{Nd}+)?(?:\s*[-—–~～]\s*\p{Nd}+(?:\.\p{Nd}+)?)?)\s*
    (?P<unit>[%％‰]|(?!以上|以下|以内|左右)\p{Han}{1,6}?)?(?P<bound>以上|以下|以内|左右)?\s*[\]〕】]?
"""
_SIGNS = {"≥": "不低于", ">": "超过", "＞": "超过", "≤": "不超过", "<": "低于", "＜": "低于"}


def find(text: str, structure: Structure) -> tuple[Figure, ...]:
    r"""The figures of a text's tables, in order, none of a year that is called a base.

    >>> from govtext import clauses
    >>> table = "指标\t2020年基期值\t2025年\t属性\n地区生产总值（亿元）\t120\t180\t预期性\n森林覆盖率（%）\t61\t≥63\t约束性"
    >>> [(f.name.text, str(f.quantity.value), f.quantity.comparator, f.quantity.unit) for f in find(table, clauses.read(table))]
    [('地区生产总值', '18000000000', 'eq', '元'), ('森林覆盖率', '63', 'ge', '%')]
    """
    out: list[Figure] = []
    head: _Head | None = None
    for line in structure.lines if "\t" in text else ():
        start = text.rfind("\n", 0, line.start) + 1
        cells = tuple(_cells(text, start, line.end)) if text.find("\t", start, line.end) >= 0 else ()
        head = (_head(cells) or head) if cells else None
        if head is not None:
            out += _row(head, cells, (line.start, line.end))
    return tuple(out)


def _cells(text: str, start: int, end: int) -> Iterator[Cell]:
    at = start
    for words in text[start:end].split("\t"):
        kept = words.strip()
        first = at + len(words) - len(words.lstrip())
        yield Cell(first, first + len(kept), kept)
        at += len(words) + 1


def _head(cells: Sequence[Cell]) -> _Head | None:
    """A line that names years in some of its cells, and holds no figure."""
    years: list[_Column] = []
    yearly = unit = None
    for at, cell in enumerate(cells):
        if named := pattern(_YEAR).fullmatch(cell.text):
            goal = any(word in named["role"] for word in ("规划", "计划", "目标", "预期"))
            base = any(word in named["role"] for word in ("现状", "基", "实", "完成")) and not goal
            years.append(_Column(at, int(named["year"]), cell.start + named.start("year"), goal, base))
        elif pattern(_YEARLY).fullmatch(cell.text):
            yearly = at
        elif cell.text == "单位":
            unit = at
        elif pattern(r"\p{Nd}[\p{Nd}.,%]*").fullmatch(cell.text):
            return None
    return _Head(tuple(years), yearly, unit, len(cells)) if years and years[0].at > 0 else None


def _row(head: _Head, cells: Sequence[Cell], line: tuple[int, int]) -> Iterator[Figure]:
    """The figures of one line below the head: those of the years that can be a goal's, and the yearly rate."""
    first = min(c.at for c in head.years) if head.yearly is None else min(head.years[0].at, head.yearly)
    names = [cell for at, cell in enumerate(cells[:first]) if at != head.unit and pattern(r"\p{Han}").search(cell.text)]
    if not names or len(cells) > head.width or len(names[-1].text) > LONGEST:
        return
    whole = _unnumbered(names[-1])
    named = pattern(_NAME).fullmatch(whole.text)
    if named is None:
        return
    name = Cell(whole.start + named.start("name"), whole.start + named.end("name"), named["name"])
    unit = named["unit"] or (cells[head.unit].text if head.unit is not None and head.unit < len(cells) else "")
    binding = next((cell for cell in cells if cell.text in ("约束性", "预期性")), None)
    last = max(column.year for column in head.years)
    for column in head.years:
        called = column.goal or (binding is not None and column.year == last)
        if column.at < len(cells) and not column.base and (found := _figure(cells[column.at], unit)):
            yield Figure(
                found,
                name,
                line,
                column.year,
                column.start,
                called,
                yearly=False,
                summed=cells[column.at].text[0] in "[〔【",
                binding=binding,
            )
    if head.yearly is not None and head.yearly < len(cells) and cells[head.yearly].text[:1].isdigit():
        latest = next(column for column in head.years if column.year == last)
        if found := _figure(cells[head.yearly], "%"):
            yield Figure(
                found, name, line, last, latest.start, latest.goal or binding is not None, yearly=True, summed=False, binding=binding
            )


def _unnumbered(cell: Cell) -> Cell:
    """A cell without the number of its line: 1.地区生产总值."""
    number = pattern(_NUMBERED).match(cell.text)
    return Cell(cell.start + number.end(), cell.end, cell.text[number.end() :]) if number else cell


def _figure(cell: Cell, unit: str) -> Quantity | None:
    """A cell's figure in its unit, when a reader reads both as one quantity."""
    found = pattern(_FIGURE).fullmatch(cell.text) if len(cell.text) <= LONGEST else None
    if found is None:
        return None
    own = found["unit"] or ""
    own = own if own and (not unit or own not in ("万", "亿")) else own + unit
    words = _SIGNS.get(found["sign"] or "", found["sign"] or "") + found["number"].replace(" ", "") + own + (found["bound"] or "")
    read = quantity_reader.find(words)
    if len(read) != 1 or (read[0].outer_start, max(read[0].end, read[0].outer_end)) != (0, len(words)) or not read[0].unit:
        return None
    end = found.end("unit") if found["unit"] else found.end("number")
    return read[0]._replace(start=cell.start + found.start("number"), end=cell.start + end, outer_start=cell.start, outer_end=cell.end)
