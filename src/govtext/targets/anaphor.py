"""What 该工程, 该计划, 这一项目 stand for: the nearest earlier phrase of the paragraph with the same noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govtext.rules import pattern
from govtext.targets.example import Example
from govtext.targets.piece import header

if TYPE_CHECKING:
    from govtext.targets.piece import Piece
    from govtext.targets.scene import Scene

# How many clauses back the phrase is looked for.
REACH = 30
_POINTING = r"^(?:该|此|这一?|这项|这个|本)(?P<noun>[\p{Han}]{2,6})$"


def resolve(scene: Scene, clause: int, subject: Piece | None) -> Piece | None:
    """The phrase that a pointing subject takes up, or the subject as it is."""
    if subject is None:
        return None
    pointing = pattern(_POINTING).match(subject.text)
    if pointing is None:
        return subject
    noun = pointing["noun"]
    line = scene.structure.lines[scene.structure.sentences[scene.clause(clause).sentence].line]
    first = scene.structure.sentences[line.sentences.start].clauses.start
    for place in range(clause, max(first, clause - REACH) - 1, -1):
        here = scene.clause(place)
        found = scene.text.rfind(noun, here.start, min(here.end, subject.start))
        if found <= here.start or scene.text[found - 1] in "该此这一项个本":
            continue
        run = [t for t in scene.tokens(place) if t.end <= found + len(noun)]
        at = len(run)
        while at > 0 and (run[at - 1].part in ("noun", "of") or (run[at - 1].part == "do" and at < len(run))):
            at -= 1
        named = header(run[at:], "named_before_pointing_word")
        if named and len(named.text) > len(noun):
            return named
    return subject


EXAMPLES = (
    Example("东州港扩建工程昨日开工。该工程计划投资20亿元。", ("planned | 东州港扩建工程 | 投资 | - | eq 2000000000 元 | increment | -",)),
)
