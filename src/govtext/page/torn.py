"""Text torn by one byte, put together again: 「?。◤埌灿睿?/p>」 to 「　（張安宇）</p>」.

A converter cut GBK text at the bytes of 。 (A1 A3, or A3 A1 of ！) wherever they stood, half of one character and half of the next too,
and each piece was decoded by itself; a bad pair became one ``?``. A bracketed reading put between two such halves tears the text as well:
「變?yōu)椤盀槲?」.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Final

from govtext.page.edits import Edit
from govtext.page.fluency import fluency
from govtext.page.gbk import annotated, ending, halves
from govtext.page.markup import markup
from govtext.page.readings import LETTERS
from govtext.page.shifted import Page, Run, follow
from govtext.rules import pattern

if TYPE_CHECKING:
    from govtext.rules import Match

_BYTES: Final = {"。": (0xA1, 0xA3), "！": (0xA3, 0xA1), "!": (0xA3, 0xA1)}
_BREAK: Final = rf"(?P<lost>[?\ufffd]) (?: (?P<reading>[{LETTERS}]{{1,6}}) \) | (?P<sign>[。！!]) ) | (?P<bare>[！!]) (?=[^\x00-\x7f])"
_MOST: Final = 5000  # breaks of one page that are looked at; a megabyte of damaged text has half as many
_SURE: Final = 2.0  # nats a character by which an isolated run must read better than what stands there
_EVIDENT: Final = 0.5  # the same on a page that shows the converter's readings
_FEW_LETTERS: Final = 2  # of an isolated run


def torn(text: str, *, annotated: bool, in_traditional: bool) -> list[Edit]:
    """The edits that undo torn runs.

    ``annotated``: the page shows the converter's readings, so runs are expected; without, only one that cannot be anything else is touched.

    >>> [(e.start, e.end, e.replacement) for e in torn("  ?。◤埌灿睿?/p>", annotated=True, in_traditional=True)]
    [(2, 9, '　（張安宇）<')]
    """
    page = Page(text, in_traditional, folded=text.count("，") * 4 < text.count(","))
    fenced, fence, at = markup(text), (0, 0), 0
    edits: list[Edit] = []
    for found in islice(pattern(_BREAK).finditer(text), _MOST):
        start = found.start()
        if start < at or (found["bare"] and not in_traditional):
            continue
        run = _crossed(page, found) if found["reading"] else _cut(page, found)
        if run is None or not _better(page, start, run, _EVIDENT if annotated and found["lost"] else _SURE):
            continue
        while fence[1] <= start:
            fence = next(fenced, (len(text), len(text) + 1))
        if fence[0] <= start:
            continue
        doubt = run.lost and text[run.at : run.at + 1].isdecimal()
        edits.append(Edit(start, run.at, run.text, "torn_run", lossy=run.guessed > 0 or run.lost, doubt=doubt))
        at = run.at
    return edits


def _better(page: Page, start: int, run: Run, margin: float) -> bool:
    """Whether a run reads enough better than what stands there."""
    stands, restored = page.text[start : run.at], run.text.rstrip("<&")
    if margin == _SURE and sum(map(str.isalpha, restored)) < _FEW_LETTERS:
        return False
    return fluency(restored) / max(1, len(restored)) > fluency(stands) / len(stands) + margin


def _cut(page: Page, found: Match) -> Run | None:
    """A cut at a false 。 or ！: half a character before it, the other half of a sign behind it."""
    second, first = _BYTES[found["sign"] or found["bare"]]
    before = page.before(found.start())
    run = follow(page, Run(before, found.end(), first))
    if run is None:
        return None
    if second == 0xA1 and before.rstrip(" 　")[-1:] in {"", "\n", ">"}:
        cut = "　"
    elif second == 0xA3 and run.text[:1] in {"”", "“", "《"}:
        cut = "。"
    else:
        cut = page.best(tuple(c for c in ending(second) if c not in "　！"), before, run.text[:6])
    return replace(run, text=page.shown(cut) + run.text, guessed=run.guessed + 1)


def _crossed(page: Page, found: Match) -> Run | None:
    """A reading between two halves: the character that it was meant for begins with the last byte of the one before."""
    both = halves(page.text[found.start() - 1 : found.start()])
    if both is None:
        return None
    before = page.before(found.start())
    meant = map(halves, annotated(both[1], found["reading"]))
    runs = [follow(page, Run(before, found.end(), second)) for second in sorted({b[1] for b in meant if b and b[1] > 0x80})]
    return max((r for r in runs if r), key=lambda r: fluency(before + r.text) / (len(before) + len(r.text)), default=None)
