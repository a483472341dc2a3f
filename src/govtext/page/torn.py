"""Text torn by one byte, put together again: 「?。◤埌灿睿?/p>」 to 「　（張安宇）</p>」.

A converter cut GBK text at the bytes of 。 (A1 A3, or A3 A1 of ！) wherever they stood, half of one character and half of the next included, and each
piece was decoded by itself. From there every character pairs the second byte of one with the first byte of the next, until an ASCII byte sets
it right, or is itself swallowed by the ``?`` of a bad pair. A bracketed reading that was put between two such halves does the same: 「變?yōu)椤盀槲?」.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Final

from govtext.page.edits import Edit
from govtext.page.fluency import best, best_pair, fluency
from govtext.page.markup import markup
from govtext.page.readings import LETTERS, agrees, changed, readings
from govtext.rules import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

_SIGNS: Final = {0xA3: "，）（：；！？％", 0xA1: "、”“》《…—"}  # by first byte, the commonest first
_LETTER: Final = 2.0  # nats in favour of an ASCII letter in the text being half a character
_LONGEST: Final = 400  # characters of a run: an ASCII byte ends it long before
_SEPARATORS: Final = {"。": (0xA1, 0xA3), "！": (0xA3, 0xA1), "!": (0xA3, 0xA1)}
_FOLDED: Final = {",": "，", "(": "（", ")": "）", ":": "：", ";": "；", "!": "！", "?": "？", "%": "％", " ": "　"}
_ASCII_OF: Final = {wide: ascii_ for ascii_, wide in _FOLDED.items()}
_BREAK: Final = rf"(?P<lost>[?\ufffd]) (?: (?P<reading>[{LETTERS}]{{1,6}}) \) | (?P<sign>[。！!]) ) | (?P<bare>[！!]) (?=[^\x00-\x7f])"
_NOTE: Final = rf"\( (?P<reading>[{LETTERS}]{{1,6}}) \)"
_REST_OF_TAG: Final = (
    r"/? (?:p|br|div|span|strong|b|td|tr|li|a|h[1-6]|font|section|em|i|u|center|table|tbody|ul|ol|o:p|img) (?: \s*/?> | \s[\w-]+= )"
)
_SURE: Final = 2.0  # nats a character by which an isolated run must read better than what stands there
_FEW_LETTERS: Final = 2  # of an isolated run
_EVIDENT: Final = 0.5  # the same on a page that shows the converter's readings


@dataclass(frozen=True)
class _Run:
    """A run read so far: its characters, where it ends, whether one of them is a guess, whether an ASCII byte was lost behind it."""

    text: str
    end: int
    guessed: bool = False
    lost: bool = False


@dataclass(frozen=True)
class _Page:
    """What all runs of one page share."""

    text: str
    traditional: bool
    folded: bool  # full-width signs were turned to ASCII, so 「,」 within a run is 「，」

    def shown(self, signs: str) -> str:
        """Restored signs as the page writes them elsewhere."""
        return "".join(_ASCII_OF.get(c, c) for c in signs) if self.folded else signs

    def before(self, at: int) -> str:
        """A few characters before an offset, without readings."""
        return pattern(_NOTE).sub("", self.text[max(0, at - 60) : at])[-8:]

    def after(self, at: int) -> str:
        """A few characters behind an offset, without readings."""
        return pattern(_NOTE).sub("", self.text[at : at + 40])[:5].split("?")[0]


def torn(text: str, *, annotated: bool, in_traditional: bool) -> list[Edit]:
    """The edits that undo torn runs.

    ``annotated``: the page shows the converter's readings, so runs are expected; without, only one that cannot be anything else is touched.

    >>> [(e.start, e.end, e.replacement) for e in torn("  ?。◤埌灿睿?/p>", annotated=True, in_traditional=True)]
    [(2, 9, '　（張安宇）<')]
    """
    starts = list(pattern(_BREAK).finditer(text))
    if not starts:
        return []
    page = _Page(text, in_traditional, folded=text.count("，") * 4 < text.count(","))
    fenced, at, i = markup(text), 0, 0
    edits: list[Edit] = []
    for found in starts:
        start = found.start()
        while i < len(fenced) and fenced[i][1] <= start:
            i += 1
        if start < at or (i < len(fenced) and fenced[i][0] <= start):
            continue
        if found["bare"] and not in_traditional:
            continue
        run = (
            _crossed(page, start, found["reading"], found.end())
            if found["reading"]
            else _cut(page, start, found["sign"] or found["bare"], found.end())
        )
        if run is None or not _better(page, start, run, _EVIDENT if annotated and found["lost"] else _SURE):
            continue
        doubt = run.lost and text[run.end : run.end + 1].isdecimal()
        edits.append(Edit(start, run.end, run.text, "torn_run", lossy=run.guessed or run.lost, doubt=doubt))
        at = run.end
    return edits


def _better(page: _Page, start: int, run: _Run, margin: float) -> bool:
    stands, restored = page.text[start : run.end], run.text.rstrip("<&")
    if margin == _SURE and sum(map(str.isalpha, restored)) < _FEW_LETTERS:
        return False
    return fluency(restored) / max(1, len(restored)) > fluency(stands) / len(stands) + margin


def _cut(page: _Page, start: int, sign: str, at: int) -> _Run | None:
    """A cut at a false 。 or ！: half a character before it, the other half of a sign behind it."""
    trail, lead = _SEPARATORS[sign]
    before = page.before(start)
    run = _follow(page, _Run("", at), lead, before)
    if run is None:
        return None
    if trail == 0xA1 and before.rstrip(" 　")[-1:] in {"", "\n", ">"}:
        first = "　"
    elif trail == 0xA3 and run.text[:1] in {"”", "“", "《"}:
        first = "。"
    else:
        first = best([c for c in _ending(trail) if c not in "　！"], before, run.text[:6], in_traditional=page.traditional)
    return replace(run, text=page.shown(first) + run.text, guessed=True)


def _crossed(page: _Page, start: int, reading: str, at: int) -> _Run | None:
    """A reading between two halves: the character that it was meant for begins with the last byte of the one before."""
    half = _bytes(page.text[start - 1 : start])
    if half is None:
        return None
    before = page.before(start)
    trails = sorted({trail for c in _read_as(half[1], reading) if (trail := _trail(c)) > 0x80})
    runs = [_follow(page, _Run("", at), trail, before) for trail in trails]
    return max((r for r in runs if r), key=lambda r: fluency(before + r.text) / (len(before) + len(r.text)), default=None)


def _follow(page: _Page, run: _Run, lead: int, before: str) -> _Run | None:  # noqa: C901, PLR0911, PLR0912 - one branch for each thing that a byte can be
    """Pair the bytes anew from a first byte on, until the pairs fall in step; None when they do not read as GBK."""
    text = page.text
    out, at, last, guessed = [run.text], run.end, "", run.guessed
    for _ in range(_LONGEST):
        c = text[at : at + 1]
        so_far = (before + "".join(out))[-8:]
        note = pattern(_NOTE).match(text, at) if c == "(" else None
        if note and last and agrees(last, note["reading"]):
            at = note.end()
            continue
        if c in {"?", "\ufffd"}:
            crossed = pattern(rf"[{LETTERS}]{{1,6}}\)").match(text, at + 1)
            if crossed:
                reading = crossed[0][:-1]
                can = [x for x in _beginning(lead) if changed(x) and agrees(x, reading)]
                if can:
                    return _Run(
                        "".join(out) + best(can, so_far, page.after(crossed.end()), in_traditional=page.traditional), crossed.end(), guessed
                    )
            mended, further = _bad_pair(page, lead, at + 1, so_far)
            if mended:
                out.append(mended)
                guessed, last, at = True, "", further
                half = _bytes(text[at - 1])
                if text[at - 1].isascii() or half is None:
                    return _Run("".join(out), at, guessed)
                lead = half[1]
                continue
            return _end(page, _Run("".join(out), at + 1), lead, so_far)
        if not c or c in "\n\r<":
            return _Run("".join(out) + _last(page, lead, so_far, at), at, guessed=True) if out[-1:] != [""] else None
        if "\x40" <= c <= "\x7e":
            mended = _pair(lead, ord(c))
            return _Run("".join(out) + page.shown(mended), at + 1, guessed) if mended else None
        half = _bytes(_FOLDED.get(c, c))
        mended = _pair(lead, half[0]) if half else None
        if half is None or not mended:
            return None
        out.append(page.shown(mended))
        at += 1
        if half[1] < 0x80:  # an ASCII character was taken for a second byte, and here it is again
            return _Run("".join(out) + chr(half[1]), at, guessed)
        last, lead = c, half[1]
    return None


def _end(page: _Page, run: _Run, lead: int, before: str) -> _Run:
    """A run that a bad pair ends: its last second byte is lost, and an ASCII byte with it, unless the piece ended there."""
    text = page.text
    mended = run.text + _last(page, lead, before, run.end)
    after = text[run.end : run.end + 1]
    if not after or after in _SEPARATORS:
        return _Run(mended, run.end, guessed=True)
    if pattern(_REST_OF_TAG).match(text, run.end):
        return _Run(mended + "<", run.end, guessed=True)
    if pattern(r"[a-z]{2,6};").match(text, run.end):
        return _Run(mended + "&", run.end, guessed=True)
    if pattern(r"0\p{Nd}\p{Nd}年").match(text, run.end):  # a year that lost its first digit can be one thing
        return _Run(mended + "2", run.end, guessed=True)
    if pattern(r"9\p{Nd}\p{Nd}年").match(text, run.end):
        return _Run(mended + "1", run.end, guessed=True)
    return _Run(mended, run.end, guessed=True, lost=True)


def _last(page: _Page, lead: int, before: str, at: int) -> str:
    """The likeliest character with this first byte: among signs the one that closes what is open, else what reads best."""
    context = page.text[max(0, at - 60) : at] + before
    if lead == 0xA3:
        is_open = _count(context, "(（") > _count(context, ")）")
        return page.shown("）" if is_open else "，")
    if lead == 0xA1:
        if before[-1:] in {"。", "！", "？", "!", "?"}:
            return "”"
        is_open = context.count("“") > context.count("”")
        return "”" if is_open else "》" if context.count("《") > context.count("》") else "、"
    return best(_beginning(lead), before, page.after(at), in_traditional=page.traditional)


def _count(text: str, signs: str) -> int:
    return sum(map(text.count, signs))


def _bad_pair(page: _Page, lead: int, at: int, before: str) -> tuple[str, int]:
    """The two characters of which a bad pair in mid-run kept the outer halves, and where the run goes on; empty when it rather ended there."""
    after = page.text[at : at + 1]
    first = _SIGNS.get(lead) or _beginning(lead)
    noted = pattern(rf"\? (?P<reading>[{LETTERS}]{{1,6}}) \)").match(page.text, at)
    if noted:  # the second character is whole but for its reading
        second: Iterable[str] = _sounding(noted["reading"])
        return _pick(page, first, second, before, page.after(noted.end())), noted.end()
    if not after or after in "?\ufffd" or after in _SEPARATORS:
        return "", at
    if after.isascii():  # the second half may be a letter: 換 is 93 51, and 51 is Q
        second = _ending(ord(after)) if "\x40" <= after <= "\x7e" else ()
        note = pattern(_NOTE).match(page.text, at + 1)
        if note:
            second = [c for c in second if agrees(c, note["reading"])]
        if not second:
            return "", at
        pair, rest = _pick(page, first, second, before, page.after(at + 1)), page.after(at)
        alone = best(first, before, rest, in_traditional=page.traditional)
        better = bool(note) or fluency(before + pair + rest[1:]) > fluency(before + alone + rest) - _LETTER
        return (pair, at + 1) if better else ("", at)
    halves = [_bytes(c) for c in page.text[at : at + 6] if not c.isascii()]
    if not halves or halves[0] is None:
        return "", at
    shifted = ""
    for one, two in zip(halves, halves[1:], strict=False):
        if one is None or two is None:
            break
        shifted += _pair(one[1], two[0]) or "▍"
    stands = page.text[at : at + max(1, len(shifted))]
    if shifted and fluency(shifted) <= fluency(stands) + 2:
        return "", at
    return _pick(page, first, _ending(halves[0][0]), before, shifted[:3]), at + 1


def _pick(page: _Page, first: Iterable[str], second: Iterable[str], before: str, after: str) -> str:
    return page.shown(best_pair(first, second, before[-4:], after, in_traditional=page.traditional))


def _bytes(character: str) -> bytes | None:
    try:
        both = character.encode("gb18030")
    except UnicodeEncodeError:
        return None
    return both if len(both) == 2 else None


def _trail(character: str) -> int:
    return character.encode("gb18030")[1]


def _pair(lead: int, trail: int) -> str | None:
    try:
        return bytes((lead, trail)).decode("gbk")
    except UnicodeDecodeError:
        return None


@cache
def _beginning(lead: int) -> tuple[str, ...]:
    """Every character whose first byte this is."""
    return tuple(c for c in (_pair(lead, trail) for trail in range(0x40, 0xFF)) if c and len(c) == 1)


@cache
def _ending(trail: int) -> tuple[str, ...]:
    """Every character whose second byte this is."""
    return tuple(c for c in (_pair(lead, trail) for lead in range(0x81, 0xFF)) if c and len(c) == 1)


@cache
def _read_as(lead: int, reading: str) -> tuple[str, ...]:
    """The changed characters with this first byte and this reading."""
    return tuple(c for c in _beginning(lead) if changed(c) and readings(c) and agrees(c, reading))


@cache
def _sounding(reading: str) -> tuple[str, ...]:
    """The changed characters with this reading, whatever their bytes."""
    return tuple(c for lead in range(0x81, 0xFF) for c in _read_as(lead, reading))
