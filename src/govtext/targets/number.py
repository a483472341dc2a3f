"""One number of one clause as the tests of ``exclude`` see it: its words, what stands before and behind it, the noun it goes with.

In 「推进投资5000万元以上在建项目80个」 the noun behind 5000万元以上 is 在建项目.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from govtext.lexicon import phrases
from govtext.targets.tokens import is_preposition

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govtext.mentions.mention import Quantity
    from govtext.targets.scene import Scene
    from govtext.targets.tokens import Token

# How many tokens a noun phrase has at most, and how far back a verb is looked for.
REACH = 12
_BREAKS = frozenset("（ ( ） ) 和 及 以及 并 或 与".split())


def read(scene: Scene, clause: int, tokens: Sequence[Token], at: int) -> Number:
    """The number ``tokens[at]`` and what stands beside it."""
    text, here, quantity = scene.text, scene.clause(clause), scene.quantities[tokens[at].index]
    return Number(
        scene,
        clause,
        tokens,
        at,
        quantity,
        words=text[quantity.start : quantity.end],
        bound=text[quantity.end : quantity.outer_end],
        left=text[here.start : quantity.outer_start],
        right=text[quantity.outer_end : here.end],
        last=tokens[at - 1] if at else None,
        next=tokens[at + 1] if at + 1 < len(tokens) else None,
    )


@dataclass(frozen=True)
class Number:
    """The number ``tokens[at]`` of a clause of the scene."""

    scene: Scene
    clause: int
    tokens: Sequence[Token]
    at: int
    quantity: Quantity  # as it was read
    words: str  # number and unit as written
    bound: str  # what bounds it behind: 以上, 以下
    left: str  # the clause's text in front of the whole expression
    right: str  # and behind it
    last: Token | None  # the token in front of it
    next: Token | None  # the token behind it

    def neighbour(self, places: int) -> Number:
        """The number so many tokens further on."""
        return read(self.scene, self.clause, self.tokens, self.at + places)

    def before(self, reach: int) -> str:
        """The clause's text in front of the whole expression, ``reach`` characters at most."""
        return self.left[-reach:]

    def behind(self, reach: int) -> str:
        """The clause's text behind the whole expression, ``reach`` characters at most."""
        return self.right[:reach]

    def noun(self) -> tuple[Token, ...]:
        """The noun phrase right behind it, with the verbs inside: 乙烯改造项目."""
        return self._noun

    @cached_property
    def _noun(self) -> tuple[Token, ...]:
        out: list[Token] = []
        for token in self.tokens[self.at + 1 : self.at + 1 + REACH]:
            if token.part == "of" and not out:
                continue
            if token.part not in ("noun", "do", "of", "change") or token.word in _BREAKS or is_preposition(token):
                break
            if out and token.word in phrases.PREDICATES and token.part == "noun":
                break
            out.append(token)
        return tuple(out)

    def verb(self) -> Token | None:
        """The nearest verb in front of it in the clause."""
        for token in reversed(self.tokens[max(0, self.at - REACH) : self.at]):
            if token.part in ("do", "reach", "change"):
                return token
        return None
