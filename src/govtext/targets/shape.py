"""What the shapes of ``phrase`` share: the phrase that each gives, and how its subject, action and actor are cut from the stretches.

「望澜将建成5条线路」 is 线路 / 建成 / 望澜.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from govtext.lexicon import phrases, verbs
from govtext.targets.actor import bare_name, named
from govtext.targets.example import Example
from govtext.targets.piece import as_written, content, header

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govtext.targets.piece import Piece
    from govtext.targets.stretch import Around
    from govtext.targets.tokens import Token


@dataclass(frozen=True, slots=True)
class Phrase:
    """What one clause says around one number."""

    subject: Piece | None
    action: Piece | None
    actor: Piece | None
    reaching: bool = False  # the number completes 达到, 超过 …
    changing: bool = False  # the number completes 增长, 下降 …
    after: bool = False  # the subject stands behind the number


def is_kind_of_work(around: Around) -> bool:
    """Whether the noun says what kind of a verb with its object: 【人工】造林."""
    verb, noun = around.group[-1], around.noun
    whole = len(around.group) == 1 and not around.lead and not around.rate and verb.part == "do" and verb.word in verbs.WITH_OBJECT
    return whole and named(noun) is None and noun[0].word[0] not in "该本这此其"


def who_does(around: Around, action: Sequence[Token]) -> Piece | None:
    """Who stands in front of the cue when the verb behind it has its own object: 【望澜】将建成5条线路."""
    return bare_name(around.before) if action and action[0].part == "do" and action[0].word not in verbs.STATES else None


def with_owner(around: Around) -> Sequence[Token]:
    """The noun before the number; a bare 缺口, 总投资 with what stands in front of the cue: 【工程】计划【总投资】614亿元."""
    if all(t.word in phrases.DEPENDENT for t in around.noun) and content(around.before) and around.actor is None:
        return [*around.before, *around.noun]
    return around.noun


def before_verb(around: Around, subject: Sequence[Token], action: Sequence[Token], rule: str = "named_before_verb") -> Phrase:
    """The subject stands before the verb that the number completes."""
    return Phrase(header(subject, rule), as_written(action, "verb_before_number"), around.actor, around.reaching, around.changing)


def behind_number(around: Around, action: Sequence[Token], who: Piece | None) -> Phrase:
    """The subject stands behind the number."""
    rule = "verb_behind_number" if action and action is around.later else "verb_before_number"
    changing = around.changing and not around.counts
    thing = around.behind
    if not around.counts and len(thing) > 1 and thing[0].part == "do" and thing[1].part in ("noun", "number"):
        thing = thing[1:]  # 投资7亿元建设【电池工厂】
    return Phrase(header(thing, "counted_after_number"), as_written(action, rule), who, changing=changing, after=bool(around.behind))


EXAMPLES = (
    Example("今年全省计划人工造林120万亩。", ("planned | 人工造林 | 造林 | - | eq 1200000 亩 | increment | 2024-12-31",)),
    Example("望澜将建成5条线路。", ("planned | 线路 | 建成 | 望澜 | eq 5 条 | increment | -",)),
)
