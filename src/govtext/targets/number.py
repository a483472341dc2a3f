"""One number of one clause as the tests of ``exclude`` see it: its words, what stands before and behind it, the noun it goes with.

In 「推进投资5000万元以上在建项目80个」 the noun behind 5000万元以上 is 在建项目.
"""

from __future__ import annotations

from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Number:
    """The number ``tokens[at]`` of a clause of the scene."""

    scene: Scene
    clause: int
    tokens: Sequence[Token]
    at: int

    @property
    def quantity(self) -> Quantity:
        """As it was read."""
        return self.scene.quantities[self.tokens[self.at].index]

    @property
    def words(self) -> str:
        """Number and unit as written."""
        return self.scene.text[self.quantity.start : self.quantity.end]

    @property
    def last(self) -> Token | None:
        """The token in front of it."""
        return self.tokens[self.at - 1] if self.at else None

    @property
    def next(self) -> Token | None:
        """The token behind it."""
        return self.tokens[self.at + 1] if self.at + 1 < len(self.tokens) else None

    @property
    def bound(self) -> str:
        """What bounds it behind: 以上, 以下."""
        return self.scene.text[self.quantity.end : self.quantity.outer_end]

    def before(self, reach: int) -> str:
        """The clause's text in front of the whole expression, ``reach`` characters at most."""
        end = self.quantity.outer_start
        return self.scene.text[max(self.scene.clause(self.clause).start, end - reach) : end]

    def behind(self, reach: int) -> str:
        """The clause's text behind the whole expression, ``reach`` characters at most."""
        start = self.quantity.outer_end
        return self.scene.text[start : min(self.scene.clause(self.clause).end, start + reach)]

    def noun(self) -> tuple[Token, ...]:
        """The noun phrase right behind it, with the verbs inside: 乙烯改造项目."""
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
