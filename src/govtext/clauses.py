"""From a text to its lines, sentences and clauses: 「全年新增5家，力争达到8家。」 is one sentence of two clauses.

Everything is a slice of the one text. Brackets and book titles are not cut: 「鸿山机光电工业园(南区)先导示范园」 is one piece.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from govtext.rules import Pattern, pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

# Longest bracket that is read as part of its clause; a longer one is a sentence of its own.
BRACKET_LIMIT = 40
HEADING_LIMIT = 60
# A clause is cut here when nothing else cuts it: the work on a line without stops grows with its length, not faster.
CLAUSE_LIMIT = 600

# A line with a number in front and so many gaps between Chinese words is a row of a table.
PARTED = 2
# The cells of such a row have so many characters on average; text with a space behind each character has fewer.
WORDY = 3

_ENUMERATOR = r"""
    (?P<level1>[一二三四五六七八九十]{1,3}、 | 第[一二三四五六七八九十百]{1,4}[章篇编部]分? )
  | (?P<level2>[（(][一二三四五六七八九十]{1,3}[）)]、? | 第[一二三四五六七八九十百]{1,4}节 )
  | (?P<level3>\p{Nd}{1,2}[．.、](?!\p{Nd}) | [一二三四五六七八九十]是 | [（(]\p{Nd}{1,2}[）)] | —— )
"""


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch between commas; ``mark`` is the sign that ends it (「，」 「；」 「。」, the gap behind a table's cell, or empty)."""

    start: int
    end: int
    sentence: int
    mark: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch up to 「。」 「！」 「？」 or the line's end; ``clauses`` are indices."""

    start: int
    end: int
    line: int
    clauses: range


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text; ``level`` is set for headings and for enumerated paragraphs (1 is the highest)."""

    start: int
    end: int
    heading: bool
    level: int | None
    sentences: range


@dataclass(frozen=True, slots=True)
class Structure:
    """The lines, sentences and clauses of one text, in order."""

    lines: tuple[Line, ...]
    sentences: tuple[Sentence, ...]
    clauses: tuple[Clause, ...]


def read(text: str) -> Structure:
    r"""Cut a text into lines, sentences and clauses.

    >>> s = read("一、目标\n全年新增5家，力争8家；投资1,000万元。")
    >>> [(c.start, c.end, c.mark) for c in s.clauses]
    [(2, 4, ''), (5, 11, '，'), (12, 16, '；'), (17, 26, '。')]
    >>> [line.heading for line in s.lines]
    [True, False]
    """
    lines: list[Line] = []
    sentences: list[Sentence] = []
    clauses: list[Clause] = []
    for start, end in _lines(text):
        first = len(sentences)
        for sentence_start, cuts in _sentences(text, start, end):
            first_clause = len(clauses)
            here = sentence_start
            for cut, mark in cuts:
                low, high = _trim(text, _after_number(text, here, cut), cut)
                if low < high:
                    clauses.append(Clause(low, high, len(sentences), mark))
                here = cut + len(mark)
            if len(clauses) > first_clause:
                sentences.append(
                    Sentence(clauses[first_clause].start, cuts[-1][0] + len(cuts[-1][1]), len(lines), range(first_clause, len(clauses)))
                )
        low, high = _trim(text, start, end)
        lines.append(Line(low, high, _is_heading(text, low, high), _level(text, low, high), range(first, len(sentences))))
    return Structure(tuple(lines), tuple(sentences), tuple(clauses))


def _after_number(text: str, start: int, end: int) -> int:
    """Where an item begins behind its own number: 「二是【改造道路12条】」, 「3.【每个街道建有…】」."""
    if text[start : start + 1].isalpha() and text[start] not in _ORDINALS:
        return start
    match = pattern(_ITEM).match(text, start, end)
    return match.end() if match and match.end() < end else start


_ORDINALS = "一二三四五六七八九十"
_ITEM = r"""
    \s* (?: [一二三四五六七八九十]{1,3}是(?![一二三四五六七八九十否非])
        | [一二三四五六七八九十]{1,3}、
        | \p{Nd}{1,2} (?: [．.、](?!\p{Nd}) | [．.](?=\p{Nd}{4}年|\p{Nd}{1,2}[月日号]) )
        | [（(] (?:\p{Nd}{1,2}|[一二三四五六七八九十]{1,3}) [）)] 、?
        | [①-⑳] | ——
    ) \s*
"""


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for piece in text.split("\n"):
        if piece.strip():
            yield start, start + len(piece)
        start += len(piece) + 1


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, list[tuple[int, str]]]]:
    """Each sentence of a line as its start and its clause ends (offset, mark)."""
    cuts: list[tuple[int, str]] = []
    begin = start
    skip = start
    gaps = _gaps(text, start, end)
    for match in _marks().finditer(text, start, end):
        at = match.start()
        if at < skip:
            continue
        while gaps and gaps[0][0] < at:
            cuts.append(gaps.pop(0))
        if match.lastgroup == "open":
            skip = _closing(text, at, end)
            continue
        cuts += _without_stops(text, cuts[-1][0] if cuts else begin, at)
        cuts.append((at, match.group()))
        if match.lastgroup == "stop":
            yield begin, cuts
            cuts, begin = [], match.end()
    if begin < end:
        cuts += gaps
        cuts += _without_stops(text, cuts[-1][0] if cuts else begin, end)
        cuts.append((end, ""))
        yield begin, cuts


def _gaps(text: str, start: int, end: int) -> list[tuple[int, str]]:
    """Where the cells of a table's row are set apart: by tabs, or by spaces behind the row's number, 「2 便民停车 新增泊位90个 年底前」."""
    if text.find("\t", start, end) >= 0:
        return [(m.start(), m.group()) for m in pattern(r"\t+").finditer(text, start, end)]
    if not is_row(text, start, end):
        return []
    return [(m.start(), m.group()) for m in pattern(r"(?<=\S)[\ \u3000]+(?=\S)").finditer(text, start, end)]


def is_row(text: str, start: int, end: int) -> bool:
    """Whether a line is a table's row, its cells set apart by spaces behind the row's number.

    >>> [is_row(s, 0, len(s)) for s in ("2 便民停车 新增泊位90个 年底前", "3 月 底 前 完 成", "2 加快建设")]
    [True, False, False]
    """
    if not text[start : start + 1].isdigit() or not pattern(r"\p{Nd}{1,3}[\ \u3000]+\p{Han}{2}").match(text, start, end):
        return False
    cells = text[start:end].split()
    parted = len(pattern(r"\p{Han}[\ \u3000]+(?=\p{Han})").findall(text, start, end))
    return parted >= PARTED and sum(map(len, cells[1:])) >= WORDY * (len(cells) - 1)


def _without_stops(text: str, start: int, end: int) -> list[tuple[int, str]]:
    """The cuts of a stretch that no mark cuts, at a 「、」 where there is one."""
    cuts: list[tuple[int, str]] = []
    while end - start > CLAUSE_LIMIT:
        listed = text.rfind("、", start + CLAUSE_LIMIT // 2, start + CLAUSE_LIMIT)
        start = listed + 1 if listed >= 0 else start + CLAUSE_LIMIT
        cuts.append((start, ""))
    return cuts


def _marks() -> Pattern:
    return pattern(
        r"""
        (?P<open>[（(《〔【\[])
      | (?P<stop>[。！？!?]+)
      | (?P<pause>[，；：;]|…+|——|(?<!\p{Nd}),|,(?!\p{Nd})|(?<!\p{Nd}):|:(?!\p{Nd}))
        """,
    )


_PAIRS = {"（": "）)", "(": "）)", "《": "》", "〔": "〕", "【": "】", "[": "]"}


def _closing(text: str, opened: int, end: int) -> int:
    """Where a bracket's content ends, when it is short and on this line; else just behind the bracket."""
    closers = _PAIRS[text[opened]]
    for at in range(opened + 1, min(end, opened + BRACKET_LIMIT)):
        if text[at] in closers:
            return at + 1
        if text[at] in "。！？":
            break
    return opened + 1


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _level(text: str, start: int, end: int) -> int | None:
    match = pattern(_ENUMERATOR).match(text, start, end)
    if match is None:
        return None
    return 1 if match["level1"] else 2 if match["level2"] else 3


def _is_heading(text: str, start: int, end: int) -> bool:
    return end - start <= HEADING_LIMIT and text[end - 1] not in "。！？；，：!?;,:…”’" and "。" not in text[start:end]
