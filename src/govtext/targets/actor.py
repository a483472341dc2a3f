"""Who is to do it: the name at a clause's head, 「无锡高新区将推进…」; else the last one named; else the title's government."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govtext.lexicon import places
from govtext.rules import pattern
from govtext.targets.piece import Piece

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govtext.targets.scene import Scene
    from govtext.targets.tokens import Token

# Longer phrases before a verb are subjects or conditions, not names.
NAME_LIMIT = 24


def is_actor(phrase: str) -> bool:
    """Whether a phrase names somebody who acts: a government, an agency, a company, a country.

    >>> [is_actor(p) for p in ("无锡高新区", "国家发展改革委", "集成电路产业规模", "法国", "中国团队", "城镇")]
    [True, True, False, True, True, False]
    """
    if phrase in places.COUNTRIES or phrase in places.PROVINCES or phrase in places.AREAS or phrase in places.SECTORS:
        return True
    if (
        len(phrase) < 2
        or len(phrase) > NAME_LIMIT
        or phrase.endswith(tuple(places.NO_PLACES))
        or any(mark in phrase for mark in "，。；：的“”《》")
    ):
        return False
    return phrase.endswith((*places.AGENCY_ENDINGS, *places.PLACE_ENDINGS)) or (len(phrase) > 3 and phrase.endswith(places.DEPARTMENTS))


def named(tokens: Sequence[Token]) -> Piece | None:
    """The actor that a stretch of tokens names by itself, without its dates and adverbs."""
    kept = [t for t in tokens if t.part not in ("time", "adverb", "cue") and not (t.part == "mark" and t.word != "、")]
    while kept and (kept[0].word in places.LEADS or kept[0].word == "、"):
        kept = kept[1:]
    phrase = "".join(t.word for t in kept)
    if not kept or phrase in places.AREAS or any(t.part in ("do", "change", "reach") for t in kept[:1]) or not is_actor(phrase):
        return None
    return Piece(phrase, kept[0].start, kept[-1].end, "agent_before_verb")


def at_head(tokens: Sequence[Token]) -> Piece | None:
    """Somebody named at the head of a clause, before its date, cue, adverb or verb."""
    for end, token in enumerate(tokens):
        if token.part in ("cue", "time", "do", "number", "adverb") or token.word in places.SAYING:
            found = named(tokens[:end]) if end else None
            if found and (token.word not in places.FORECASTING):
                return found
            if token.part not in ("time", "adverb"):
                return None
    return None


def of_title(scene: Scene) -> Piece | None:
    """The government of a report's title; else the country, province or agency that the title begins with."""
    if scene.title.government is not None:
        return Piece(scene.title.government, -1, -1, "government_of_title")
    title = scene.title_text
    for name in sorted((*places.COUNTRIES, *places.PROVINCES), key=len, reverse=True):
        if title.startswith(name):
            found = pattern(r"(?P<name>[\p{Han}]{2,10}?(?:省|市|县|区|州|电网|集团|公司|政府))").match(title)
            return Piece(found["name"] if found and found["name"].startswith(name) else name, -1, -1, "name_at_head_of_title")
    return None
