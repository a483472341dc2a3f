"""Text whose bytes are paired one byte late, paired anew: 「◤埌灿睿」 behind the byte A3 is 「（張安宇）」.

From a cut on, every character is made of the second byte of one and the first byte of the next. The run is read byte after byte, until an
ASCII character sets the pairs right. Where a bad pair became one ``?``, two bytes are gone; the characters they belonged to are guessed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise, takewhile
from typing import Final

from govtext.page.fluency import best, best_pair, fluency
from govtext.page.gbk import annotated, beginning, ending, halves, pair, sounding
from govtext.page.readings import LETTERS, agrees
from govtext.rules import pattern

LOST: Final = frozenset({"?", "\ufffd"})  # what stands for a bad pair
CUTS: Final = frozenset("。！!")  # the signs that the converter cut at
_FOLDED: Final = {",": "，", "(": "（", ")": "）", ":": "：", ";": "；", "!": "！", "?": "？", "%": "％", " ": "　"}
_ASCII_OF: Final = {wide: ascii_ for ascii_, wide in _FOLDED.items()}
_SIGNS: Final = {0xA3: "，）（：；！？％", 0xA1: "、”“》《…—"}  # by first byte, the commonest first
_NOTE: Final = rf"\( (?P<reading>[{LETTERS}]{{1,6}}) \)"
_REST_OF_NOTE: Final = rf"(?P<reading>[{LETTERS}]{{1,6}}) \)"
_REST_OF_TAG: Final = (
    r"/? (?:p|br|div|span|strong|b|td|tr|li|a|h[1-6]|font|section|em|i|u|center|table|tbody|ul|ol|o:p|img) (?: \s*/?> | \s[\w-]+= )"
)
_SWALLOWED: Final = {_REST_OF_TAG: "<", r"[a-z]{2,6};": "&", r"0\p{Nd}\p{Nd}年": "2", r"9\p{Nd}\p{Nd}年": "1"}  # it can be one thing only
_LONGEST: Final = 400  # characters of a run: an ASCII character ends it long before
_GUESSES: Final = 4  # bad pairs of a run; what needs more is no text
_LETTER: Final = 2.0  # nats in favour of an ASCII letter in the text being half a character
_SHIFT: Final = 2.0  # nats by which the text behind a bad pair must read better when it is paired anew


@dataclass(frozen=True)
class Page:
    """What all runs of one page share. ``folded``: full-width signs were turned to ASCII, so 「,」 within a run is 「，」."""

    text: str
    in_traditional: bool
    folded: bool

    def shown(self, signs: str) -> str:
        """Restored signs as the page writes them elsewhere."""
        return "".join(_ASCII_OF.get(c, c) for c in signs) if self.folded else signs

    def before(self, at: int) -> str:
        """A few characters before an offset, without readings."""
        return pattern(_NOTE).sub("", self.text[max(0, at - 60) : at])[-8:]

    def after(self, at: int) -> str:
        """A few characters behind an offset, without readings."""
        return pattern(_NOTE).sub("", self.text[at : at + 40])[:5].split("?")[0]

    def best(self, candidates: tuple[str, ...], before: str, after: str) -> str:
        """The candidate that reads best between its neighbours."""
        return best(candidates, before, after, in_traditional=self.in_traditional)

    def best_pair(self, first: tuple[str, ...], second: tuple[str, ...], before: str, after: str) -> str:
        """Two neighbours, likewise."""
        return self.shown(best_pair(first, second, before[-4:], after, in_traditional=self.in_traditional))


@dataclass(frozen=True)
class Run:
    """A run as far as it is read: ``text`` is what was published up to ``at``.

    ``waiting``: the first byte whose second has not been read; 0 when the pairs are in step again. ``last``: the character that was read
    last, as it stands. ``guessed``: how often characters were. ``lost``: a swallowed ASCII character behind it is not known.
    """

    before: str
    at: int
    waiting: int
    text: str = ""
    last: str = ""
    guessed: int = 0
    lost: bool = False

    @property
    def context(self) -> str:
        """A few characters that stand before the next one."""
        return (self.before + self.text)[-8:]

    def on(self, text: str, at: int, waiting: int = 0) -> Run:
        """The run with more text; by default it ends there."""
        return replace(self, text=self.text + text, at=at, waiting=waiting, last="")

    def guess(self, text: str, at: int, waiting: int = 0, *, lost: bool = False) -> Run:
        """The run with more text that is a guess."""
        return replace(self.on(text, at, waiting), guessed=self.guessed + 1, lost=lost)


def follow(page: Page, run: Run) -> Run | None:
    """Read a run to its end; None when its bytes, paired anew, are not text.

    >>> page = Page("?。◤埌灿睿?/p>", in_traditional=True, folded=True)
    >>> follow(page, Run("", at=2, waiting=0xA3)).text
    '(張安宇)<'
    """
    for _ in range(_LONGEST):
        further = _step(page, run)
        if further is None or not further.waiting:
            return further
        if further.guessed > _GUESSES:
            return None
        run = further
    return None


def _step(page: Page, run: Run) -> Run | None:
    """Read what stands next."""
    here = page.text[run.at : run.at + 1]
    if here in LOST:
        return _rest_of_note(page, run) or _bad_pairs(page, run) or _end(page, run)
    if not here or here in "\n\r<":
        return run.guess(_closing(page, run, run.at), run.at) if run.text else None
    if "\x40" <= here <= "\x7e":  # a letter is a second byte: 換 is 93 51, and 51 is Q
        made = pair(run.waiting, ord(here))
        return run.on(page.shown(made), run.at + 1) if made else None
    note = pattern(_NOTE).match(page.text, run.at) if here == "(" else None
    if note and run.last and agrees(run.last, note["reading"]):
        return replace(run, at=note.end())
    return _wide(page, run, _FOLDED.get(here, here))


def _wide(page: Page, run: Run, here: str) -> Run | None:
    """A character of two bytes: the first goes to the byte that waits, the second waits."""
    both = halves(here)
    made = pair(run.waiting, both[0]) if both else ""
    if both is None or not made:
        return None
    if both[1] < 0x80:  # an ASCII character was taken for a second byte, and here it is again
        return run.on(page.shown(made) + chr(both[1]), run.at + 1)
    return replace(run.on(page.shown(made), run.at + 1, both[1]), last=page.text[run.at])


def _rest_of_note(page: Page, run: Run) -> Run | None:
    """A reading whose bracket fell into the bad pair: it tells which character the waiting byte begins."""
    note = pattern(_REST_OF_NOTE).match(page.text, run.at + 1)
    can = annotated(run.waiting, note["reading"]) if note else ()
    return run.on(page.best(can, run.context, page.after(note.end())), note.end()) if note and can else None


def _bad_pairs(page: Page, run: Run) -> Run | None:
    """Bad pairs in mid-run: the end of one character and the start of another are gone, with all between. None when the run ends."""
    at = _behind(page, run)
    gone = "?" * (at - run.at - 1)
    after = page.text[at : at + 1]
    first = tuple(_SIGNS.get(run.waiting, ())) or beginning(run.waiting)
    noted = pattern(_REST_OF_NOTE).match(page.text, at) if gone else None
    if noted:  # the second character is whole but for its reading
        return run.guess(page.best_pair(first, sounding(noted["reading"]), run.context, page.after(noted.end())), noted.end())
    if not after or after in CUTS:
        return None
    if after.isascii():
        return None if gone else _half_a_letter(page, run, first, after)
    both = [halves(c) for c in takewhile(lambda c: not c.isascii(), page.text[at : at + 6])]
    if both[0] is None:
        return None
    shifted = "".join(pair(one[1], two[0]) or "▍" if one and two else "▍" for one, two in pairwise(both))
    second = ending(both[0][0])
    if gone:
        mended = page.best(first, run.context, "") + gone + page.best(second, "", shifted[:3])
    else:
        mended = page.best_pair(first, second, run.context, shifted[:3])
    ended = _closing(page, run, at) + gone + page.text[at : at + len(both)]
    if fluency(run.context + mended + shifted) <= fluency(run.context + ended) + _SHIFT:
        return None
    return run.guess(mended, at + 1, both[0][1])


def _behind(page: Page, run: Run) -> int:
    """The offset behind the bad pairs that stand next."""
    return run.at + sum(1 for _ in takewhile(LOST.__contains__, page.text[run.at : run.at + _GUESSES]))


def _half_a_letter(page: Page, run: Run, first: tuple[str, ...], letter: str) -> Run | None:
    """A bad pair before a letter, which may be the second byte of a character whose first byte is gone."""
    at = run.at + 1
    second = ending(ord(letter)) if "\x40" <= letter <= "\x7e" else ()
    note = pattern(_NOTE).match(page.text, at + 1)
    if note:
        second = tuple(c for c in second if agrees(c, note["reading"]))
    if not second:
        return None
    both, rest = page.best_pair(first, second, run.context, page.after(at + 1)), page.after(at)
    alone = page.best(first, run.context, rest)
    if note or fluency(run.context + both + rest[1:]) > fluency(run.context + alone + rest) - _LETTER:
        return run.guess(both, at + 1)
    return None


def _end(page: Page, run: Run) -> Run:
    """A run that a bad pair ends: its last second byte is gone, and an ASCII character with it, unless the piece ended there."""
    at = _behind(page, run)
    mended = _closing(page, run, at) + "?" * (at - run.at - 1)
    after = page.text[at : at + 1]
    if not after or after in CUTS:
        return run.guess(mended, at)
    swallowed = next((sign for rest, sign in _SWALLOWED.items() if pattern(rest).match(page.text, at)), "")
    return run.guess(mended + swallowed, at, lost=not swallowed)


def _closing(page: Page, run: Run, at: int) -> str:
    """The likeliest character with the waiting first byte: among signs the one that closes what is open, else what reads best."""
    context = page.text[max(0, at - 60) : at] + run.context
    if run.waiting == 0xA3:
        is_open = context.count("(") + context.count("（") > context.count(")") + context.count("）")
        return page.shown("）" if is_open else "，")
    if run.waiting == 0xA1:
        if run.context[-1:] in {"。", "！", "？", "!", "?"} or context.count("“") > context.count("”"):
            return "”"
        return "》" if context.count("《") > context.count("》") else "、"
    return page.best(beginning(run.waiting), run.context, page.after(at))
