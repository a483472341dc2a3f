"""What stands behind a number: what it counts, and what is done to that: 「7000户困难家庭实施适老化改造」 is 困难家庭 / 实施."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govtext.lexicon import cues, phrases, verbs
from govtext.targets.tokens import VERBS, is_link, is_preposition

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govtext.targets.tokens import Token


def counted(tokens: Sequence[Token], at: int, ceiling: int, *, idle: bool, served: bool) -> list[Token]:
    """The noun phrase right behind a number; ``idle``: no verb stands before it, so one will follow; ``served``: 为, 对 does."""
    out: list[Token] = []
    of = False
    for place in range(at + 1, ceiling):
        token = tokens[place]
        if token.part == "of" and not out:
            of = True
            continue
        of_it = not out and tokens[place - 1].part == "of" and token.word in cues.HELPERS  # 67%的【可】治理沙化土地
        if _ends_phrase(token, last=place + 1 >= ceiling) and not of_it:
            break
        if idle and not out and token.word in verbs.EVENTS and not (place + 1 < ceiling and tokens[place + 1].part == "noun"):
            break  # 其余3个建成
        done = served and token.part == "do" and any(t.part == "noun" for t in out)
        if done or (_opens_predicate(token) if not out else out[-1].word not in "（(" and _is_predicate(token, idle=idle and not of)):
            break
        if out and ceiling < len(tokens) and out[-1].word in ("、", "和", "以及", "及") and token.part == "do":
            break  # 开展266个村整治、【建设】…: a verb of its own, with its own number
        out.append(token)
    while out and (is_link(out[-1]) or out[-1].part in ("mark", "adverb", "of") or is_preposition(out[-1])):
        out.pop()
    return out


def _ends_phrase(token: Token, *, last: bool) -> bool:
    if last and token.word in ("、", "和", "及", "以及"):
        return True
    if token.part == "mark":
        return token.word != "、" and not token.word.isspace()
    return token.part == "time" or (token.part in ("cue", "reach") and token.word != "保持")


def _opens_predicate(token: Token) -> bool:
    """Whether a word right behind a number shows that nothing is counted there."""
    if token.word in ("（", "("):
        return True
    if token.part == "adverb":
        return token.word not in phrases.ATTRIBUTIVE
    return is_link(token) or token.word in ("、", *phrases.USES) or token.part in ("reach", "change") or is_preposition(token)


def _is_predicate(token: Token, *, idle: bool) -> bool:
    """Whether a word ends the noun phrase in front of it: 30家村卫生室【纳入】医保, 7000户家庭【实施】改造."""
    if token.word in phrases.PREDICATES or (token.part == "adverb" and token.word not in phrases.ATTRIBUTIVE):
        return True
    return idle and (token.word in phrases.DEEDS or token.word in verbs.EVENTS)


def verbs_behind(tokens: Sequence[Token], at: int, behind: Sequence[Token], ceiling: int) -> tuple[list[Token], list[Token]]:
    """What is done to what a number counts, when the verb follows, and what comes then: 7000户家庭【实施】适老化改造."""
    out: list[Token] = []
    first = max(at + 1, next((i for i in range(at + 1, ceiling) if behind and tokens[i] is behind[-1]), at) + 1)
    for place in range(first, ceiling):
        token = tokens[place]
        happens = token.word in verbs.EVENTS or (len(token.word) > 1 and token.word in phrases.PREDICATES | phrases.DEEDS)
        if token.part in VERBS or (token.part == "noun" and happens):
            out.append(token)
        elif out or not (token.part in ("adverb", "time", "cue") or token.word in phrases.AGO):
            return out, list(tokens[place:ceiling])
    return out, []
