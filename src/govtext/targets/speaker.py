"""Whom a person speaks for: 「国家发改委副主任胡祖才」 speaks for 国家发改委; 「经济学家林涛」 looks on, for nobody."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govtext.lexicon import agents as words
from govtext.lexicon import places
from govtext.rules import pattern
from govtext.targets import actor

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govtext.targets.piece import Piece
    from govtext.targets.tokens import Token


def house(tokens: Sequence[Token], *, known: bool = False) -> Piece | None:
    """Whom the person speaks for that a phrase names: 市商务局 of 市商务局有关负责人, 国家发改委 of 国家发改委副主任胡祖才."""
    kept = [t for t in tokens if t.part not in ("time", "adverb") and not (t.part == "mark" and t.word != "、")]
    while kept and kept[0].word in places.LEADS:
        kept = kept[1:]
    if not kept:
        return None
    phrase = actor.text_of(kept)
    titled = pattern(r"(?:\L<before>)*(?P<title>\L<titles>)", before=words.BEFORE_TITLES, titles=words.TITLES)
    found = titled.search(phrase, 1)
    while found is not None:
        whole = phrase[: found.start()]
        office = found["title"][0] if found["title"].endswith("长") and len(found["title"]) == len("局长") else ""
        for name in (whole, whole + office if found.start() == found.start("title") and _is_house(whole, office) else ""):
            inside = _first(kept, len(name))
            piece = actor.of_phrase(inside, will=not known and found["title"] in words.COMPANY_TITLES) if name and inside else None
            if piece is not None:
                return replace(piece, rule="agent_of_speaker")
        found = titled.search(phrase, found.start() + 1)
    return None


def _is_house(front: str, office: str) -> bool:
    """Whether what stands before 局长 is a house's, not a person's name: 市商务【局长】, 卫生【部长】, not 李明局长."""
    return len(front) > len("欧阳明") or front + office in places.BY_THEMSELVES or front.startswith(("省", "市", "区", "县"))


def _first(tokens: Sequence[Token], length: int) -> list[Token]:
    """The tokens of a phrase's first characters, the last one cut where they end within it."""
    out: list[Token] = []
    for token in tokens:
        if length <= 0:
            break
        word = token.word[:length]
        out.append(replace(token, word=word, end=token.start + len(word)))
        length -= len(word)
    return out


def looks_on(tokens: Sequence[Token]) -> bool:
    """Whether a phrase names somebody who only looks on: 经济学家, 中央气象台, 国际咨询机构."""
    return any(t.word.endswith(words.OBSERVERS) for t in tokens)
