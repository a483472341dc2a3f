"""Which subject, quantity, deadline and verb make one target: clause by clause, each number once.

「力争新增科技型中小企业700家以上，新增瞪羚企业突破280家」 gives two drafts; what the second clause leaves out it takes from the first.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from govtext.rules import pattern
from govtext.targets import actor, anaphor, exclude, measure, phrase, status, when
from govtext.targets.draft import Decision, Draft
from govtext.targets.actor import Piece

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govtext.targets.frame import Frame
    from govtext.targets.phrase import Phrase
    from govtext.targets.scene import Scene
    from govtext.targets.status import Stance
    from govtext.targets.tokens import Token


@dataclass
class _Memory:
    """What the clauses before have said, within one sentence and one paragraph."""

    subject: Piece | None = None
    action: Piece | None = None
    stance: Stance | None = None
    actor: Piece | None = None
    noun: Piece | None = None
    paragraph: Stance | None = None  # the plan of an earlier sentence of the paragraph
    lead: Stance | None = None  # the plan of the article's first sentence


def bind(scene: Scene) -> tuple[tuple[Draft, ...], tuple[Decision, ...]]:
    """All drafts of a text and a decision for every number that was looked at."""
    drafts: list[Draft] = []
    decisions: list[Decision] = []
    line_of = -1
    memory = _Memory()
    for sentence_place, sentence in enumerate(scene.structure.sentences):
        if sentence.line == line_of:
            memory = _Memory(actor=memory.actor, paragraph=memory.stance if memory.stance and memory.stance.status == "planned" else memory.paragraph, lead=memory.lead)
        else:
            memory = _Memory(lead=memory.lead, actor=memory.actor)
        line_of = sentence.line
        frame = scene.frames[sentence_place]
        if not any(scene.by_clause[c] or scene.times_by_clause[c] for c in sentence.clauses) and not _worth(scene, sentence_place):
            continue
        for clause in sentence.clauses:
            drafts += _clause(scene, clause, frame, memory, decisions)
        if sentence_place == 0 and memory.stance and memory.stance.rule == "cue":
            memory.lead = replace(memory.stance, rule="plan_of_lead")
    return tuple(drafts), tuple(decisions)


def _worth(scene: Scene, sentence: int) -> bool:
    """A sentence without number or date is read when a later one of its paragraph has a number: it may say who, and that it is a plan."""
    line = scene.structure.lines[scene.structure.sentences[sentence].line]
    last = scene.structure.sentences[line.sentences[-1]]
    return any(scene.by_clause[c] for c in range(scene.structure.sentences[sentence].clauses.start, last.clauses.stop))


def _clause(scene: Scene, clause: int, frame: Frame, memory: _Memory, decisions: list[Decision]) -> list[Draft]:
    tokens = scene.tokens(clause)
    out: list[Draft] = []
    numbers = [i for i, t in enumerate(tokens) if t.part == "number"]
    kept: list[int] = []
    for at in numbers:
        quantity = scene.quantities[tokens[at].index]
        why = exclude.reason(scene, clause, tokens, at)
        if why:
            decisions.append(
                Decision(quantity.start, quantity.end, scene.text[quantity.start : quantity.end], kept=False, rule=why, reason=_reason(why))
            )
        else:
            kept.append(at)
    memory.actor = actor.at_head(tokens) or memory.actor
    floor = 0
    for order, at in enumerate(kept):
        ceiling = kept[order + 1] if order + 1 < len(kept) else len(tokens)
        read = phrase.read(tokens, at, floor, ceiling, counts=_counts(scene, tokens[at]))
        if not read.after:
            floor = at + 1
        else:
            floor = at + 1
            while floor < len(tokens) and read.subject and tokens[floor].end <= read.subject.end:
                floor += 1
        stance = _stance(scene, tokens, at, frame, memory)
        out += _draft(scene, clause, tokens, at, read, stance, memory, decisions, first=order == 0)
    local = status.in_clause(tokens, len(tokens), lambda t: scene.tense(t.index))
    if local and local.status:
        memory.stance = local
    if not kept:
        memory.noun = _last_noun(tokens)
    return out


_RATES = frozenset({"%", "‰", "％", "", "个百分点", "百分点", "倍", "元", "美元"})


def _counts(scene: Scene, token: Token) -> bool:
    """Whether a number's unit counts things: 家, 个, 座, not 元 or %."""
    quantity = scene.quantities[token.index]
    return quantity.unit not in _RATES and quantity.dimension not in ("money", "ratio", "time")


def _stance(scene: Scene, tokens: Sequence[Token], at: int, frame: Frame, memory: _Memory) -> Stance | None:
    """The nearest evidence: the clause's own, the sentence's, the frame's, the paragraph's."""
    said = status.in_clause(tokens, at, lambda t: scene.tense(t.index)) or status.named_goal(tokens, at)
    if frame.zone == "review":
        ahead = any(t.part == "time" and scene.tense(t.index) == "future" for t in tokens)
        firm = said is not None and said.rule == "cue" and said.cue in ("拟", "将", "拟安排", "确保", "力争") and frame.rule == "lean"
        if not ahead and not firm and not (frame.rule == "lean" and memory.stance and memory.stance.cue in ("拟", "将", "拟安排", "确保", "力争")):
            return status.framed(frame)  # 预计 about a year that is over, 争取 as work that was done
    if said and said.rule not in ("weak_cue", "soft_done_word"):
        return said
    if memory.stance and memory.stance.rule not in ("weak_cue", "soft_done_word"):
        return memory.stance
    found = status.framed(frame) or said or memory.stance
    if found is None and status.imperative(tokens, at):
        return memory.paragraph or memory.lead
    return found


def _draft(
    scene: Scene,
    clause: int,
    tokens: Sequence[Token],
    at: int,
    read: Phrase,
    stance: Stance | None,
    memory: _Memory,
    decisions: list[Decision],
    *,
    first: bool,
) -> list[Draft]:
    token = tokens[at]
    quantity = scene.quantities[token.index]
    text = scene.text[quantity.start : quantity.end]
    inherited: list[str] = []
    subject, action, who = read.subject, read.action, read.actor
    if subject is None:
        subject = memory.subject if (not first or (memory.subject and not memory.noun)) else (memory.noun or memory.subject)
        if subject:
            inherited.append("subject")
    subject = anaphor.resolve(scene, clause, subject)
    if action is None and (not first or read.after or _among(tokens, at)):
        action = memory.action
        if action:
            inherited.append("action")
    if scene.title.government and not (who and who.text.startswith("各")):
        who = None
    if who:
        memory.actor = who
    else:
        who = actor.of_title(scene) if scene.title.government else memory.actor or actor.of_title(scene)
        if who:
            inherited.append("actor")
    memory.subject, memory.action, memory.noun = subject or memory.subject, action, None
    if stance is None or stance.status is None:
        stance = status.Stance("achieved", None, None, -1, -1, "stated_as_fact")
    achieved = stance.status == "achieved"
    found = when.own(scene, clause, token.start, achieved=achieved) or when.earlier(
        scene, clause, achieved=achieved, actor=read.actor is not None
    )
    if found is None and not achieved:
        found = when.paragraph(scene, clause) or when.governed(scene)
    if found and found.inherited:
        inherited.append("deadline")
    decisions.append(Decision(quantity.start, quantity.end, text, kept=True, rule=stance.rule, reason=stance.status or ""))
    named = subject.text if subject else ""
    return [
        Draft(
            kind="quantity",
            clause=clause,
            quantity=token.index,
            stance=stance,
            subject=subject,
            action=action,
            actor=who,
            when=found,
            measure=measure.measure(quantity, replace(read, action=action), named),
            baseline=_baseline(scene, clause, token),
            inherited=tuple(inherited),
        )
    ]


def _among(tokens: Sequence[Token], at: int) -> bool:
    """其中…: the clause goes into what the one before counted, under its verb."""
    return any(t.word == "其中" for t in tokens[: min(at, 3)])


def _baseline(scene: Scene, clause: int, token: Token) -> Piece | None:
    """比2020年, 由50%: where a change starts from."""
    here = scene.clause(clause)
    found = None
    for match in pattern(
        r"(?P<baseline>(?:由|从|比|较)[^，。；、]{1,24}?)(?=(?:再|将|又)?(?:提高|提升|增加|增长|上升|扩大|下降|降低|减少|降|升|缩短|压缩|多|高|低|增|翻))"
    ).finditer(scene.text, here.start, token.start):
        found = Piece(match["baseline"], match.start(), match.end(), "baseline_before_change")
    return found


def _last_noun(tokens: Sequence[Token]) -> Piece | None:
    """The object at a clause's end, which the next clause may count: 「设立研发机构，下半年新增不少于5家」."""
    kept = [t for t in tokens if t.part != "time"]
    lead, noun = phrase.opening_verbs(phrase.strip_front(kept))
    del lead
    return phrase.piece(noun, "object_of_earlier_clause")


def _reason(rule: str) -> str:
    doc = next(test.__doc__ for name, test in exclude.RULES if name == rule) or ""
    return doc.strip().split("\n")[0]
