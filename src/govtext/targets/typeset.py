"""A text as it is read: without the gaps between Chinese and figures and without who reports; with plain figures and turned quotes.

「本报讯（记者 李某）二〇二五年增长 ５．５％ 左右」 is read as 「2025年增长5.5%左右」; every span still counts the characters as written.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from govtext import clauses
from govtext.rules import pattern
from govtext.targets.example import Example

# Typesetters put a thin gap between Han characters and figures or letters; a wider one parts columns.
_SPACE = r"[\ \xa0\u2005-\u200a\u202f]"
_GAP = rf"""
    (?<=\p{{Han}}) {_SPACE}{{1,2}} (?=[\p{{Nd}}a-zA-Z])
    | (?<=[\p{{Nd}}a-zA-Z%％‰]) {_SPACE}{{1,2}} (?=[\p{{Han}}%％‰℃])
"""
# Who reports, at the head of a text: no part of its first sentence.
_CREDIT = r"""
    (?m: ^ [\ \t\xa0\u3000]{0,8}) \K
    (?:
        (?: (?: 本报 | 本网 | 本台 | \p{Han}{2,8} (?: 日报 | 晚报 | 新闻网 | 网 | 融媒 ) ) 讯 [\ \u3000]{0,4} )?
        [（(] \p{Han}{0,8} (?: 记者 | 通讯员 | 作者 ) [^（()）\n]{1,48} [）)]
        | \p{Han}{1,4} [社网报] \p{Han}{2,12} [\ ]?\p{Nd}{1,2}[\ ]? 月 [\ ]?\p{Nd}{1,2}[\ ]? 日 [电讯]
          (?: [\ \u3000]{0,4} [（(] [^（()）\n]{1,48} [）)] )?
    )
    [\ \u3000]{0,4}
"""
_CUT = rf"(?: {_CREDIT} ) | {_GAP}"
_YEAR = r"(?<![〇○零一二三四五六七八九十百千万])(?:一九|二[〇○零])[〇○零一二三四五六七八九]{2}(?=年)"
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_WIDE = r"[０-９Ａ-Ｚａ-ｚ％]"
_PLAIN = {wide: wide - 0xFEE0 for wide in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B), ord("％"))}


@dataclass(frozen=True, slots=True)
class Typeset:
    """The characters that are read, and the way back to those that were written."""

    written: str
    read: str
    places: tuple[int, ...] = ()  # offsets of ``read`` in front of which characters were left out
    left_out: tuple[int, ...] = ()  # and how many up to there

    def span(self, start: int, end: int) -> dict[str, int]:
        """A slice of ``read`` as one of ``written``.

        >>> read("增长 5% 左右").span(0, 4)
        {'start': 0, 'end': 5}
        """
        return {"start": self._back(start), "end": self._back(end - 1) + 1 if end > start else self._back(end)}

    def words(self, start: int, end: int) -> str:
        """The characters as written behind a slice of ``read``."""
        span = self.span(start, end)
        return self.written[span["start"] : span["end"]]

    def _back(self, offset: int) -> int:
        place = bisect_right(self.places, offset)
        return offset + (self.left_out[place - 1] if place else 0)


def read(text: str) -> Typeset:
    """Set a text for reading.

    >>> read('到 2025 年，建成“５Ｇ”基站 1.2 万个').read
    '到2025年，建成“5G”基站1.2万个'
    """
    plain = text
    if pattern(_WIDE).search(plain):
        plain = pattern(r"(?<=[０-９])．(?=[０-９])").sub(".", plain).translate(_PLAIN)
    if "年" in plain:
        plain = pattern(_YEAR).sub(lambda year: year.group().translate(_DIGITS), plain)
    if '"' in plain:
        plain = "\n".join(map(_turned, plain.split("\n")))
    pieces, places, left_out = [], [], []
    at = gone = kept = 0
    rows = _rows(plain) if pattern(_SPACE).search(plain) else []
    for gap in pattern(_CUT).finditer(plain) if pattern(_SPACE + "|记者|通讯员|作者|日[电讯]").search(plain) else ():
        while rows and rows[0][1] <= gap.start():
            rows.pop(0)
        if rows and rows[0][0] <= gap.start():
            continue  # it parts a table's cells
        pieces.append(plain[at : gap.start()])
        kept += gap.start() - at
        gone += gap.end() - gap.start()
        places.append(kept)
        left_out.append(gone)
        at = gap.end()
    return Typeset(text, "".join([*pieces, plain[at:]]), tuple(places), tuple(left_out))


def _rows(text: str) -> list[tuple[int, int]]:
    """Where the rows of tables stand, in order."""
    lines = pattern(r"(?m:^)\p{Nd}{1,3}[\ \u3000][^\n]+").finditer(text)
    return [m.span() for m in lines if clauses.is_row(text, *m.span())]


def _turned(line: str) -> str:
    """A line's straight quotation marks, opening and closing by turns, where each has its other half."""
    parts = line.split('"')
    if len(parts) % 2 == 0:
        return line
    return "".join(part + ("“" if place % 2 == 0 else "”") for place, part in enumerate(parts[:-1])) + parts[-1]


EXAMPLES = (
    Example(
        "本报讯（记者 李江）二〇二五年，澜江区将新增学位3000个。", ("planned | 学位 | 新增 | 澜江区 | eq 3000 个 | increment | 2025-12-31",)
    ),
    Example("新华社澜江1月19日电（记者 李江）澜江区将新增学位3000个。", ("planned | 学位 | 新增 | 澜江区 | eq 3000 个 | increment | -",)),
    Example(
        "到 2025 年，地区生产总值增长 ５．５％ 左右，建成 5G 基站 1.2 万个。",
        (
            "planned | 地区生产总值 | 增长 | - | approx 5.5 % | growth | 2025-12-31",
            "planned | 5G基站 | 建成 | - | eq 12000 个 | increment | 2025-12-31",
        ),
    ),
    Example('今年将完成13个"15分钟生活圈"建设。', ("planned | “15分钟生活圈”建设 | 完成 | - | eq 13 个 | increment | 2024-12-31",)),
)
