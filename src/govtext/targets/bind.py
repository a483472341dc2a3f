"""Which subject, quantity, deadline and verb make one target: clause by clause, each number once.

「力争新增科技型中小企业700家以上，新增瞪羚企业突破280家」 gives two drafts; what the second clause leaves out it takes from the first.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govtext.lexicon import verbs
from govtext.targets import baseline, coordinate, directive, exclude, govern, inherit, measure, memory, phrase, status
from govtext.targets.draft import Decision, Draft
from govtext.targets.example import Example
from govtext.targets.inherit import Place
from govtext.targets.piece import Piece
from govtext.targets.tokens import VERBS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govtext.mentions.mention import Quantity
    from govtext.targets.evidence import Stance
    from govtext.targets.frame import Frame
    from govtext.targets.memory import Memory
    from govtext.targets.scene import Scene
    from govtext.targets.shape import Phrase
    from govtext.targets.tokens import Token

# A sentence is read for what it says about the numbers of so many sentences behind it.
NEIGHBOURS = 8


def bind(scene: Scene) -> tuple[tuple[Draft, ...], tuple[Decision, ...]]:
    """All drafts of a text and a decision for every number that was looked at."""
    drafts: list[Draft] = []
    decisions: list[Decision] = []
    line = -1
    said = memory.of_article(scene)
    for place, sentence in enumerate(scene.structure.sentences):
        said = memory.of_sentence(scene, place, said, same_line=sentence.line == line)
        line = sentence.line
        if not _worth(scene, place):
            memory.take_lead(scene, place, said)
            continue
        for clause in _telling(scene, place):
            drafts += _clause(scene, clause, scene.frames[place], said, decisions)
        memory.take_lead(scene, place, said)
    return tuple(drafts), tuple(decisions)


def _worth(scene: Scene, sentence: int) -> bool:
    """A sentence is read when it or a later one of its paragraph has a number: it may say who, and that it is a plan."""
    here = scene.structure.sentences[sentence]
    if _governed(scene, sentence):
        return any(scene.by_clause[c] for c in here.clauses)
    stop = min(scene.structure.lines[here.line].sentences.stop, sentence + NEIGHBOURS)
    last = scene.structure.sentences[stop - 1]
    return any(scene.by_clause[c] for c in range(here.clauses.start, last.clauses.stop))


def _governed(scene: Scene, sentence: int) -> bool:
    """Whether a report's title says who, and its half whether it is planned: a sentence tells nothing for the next."""
    return bool(scene.title.government and scene.frames[sentence].zone)


def _telling(scene: Scene, sentence: int) -> range:
    """The clauses of a sentence that are read: in a report none behind the last number."""
    clauses = scene.structure.sentences[sentence].clauses
    stop = clauses.stop
    while _governed(scene, sentence) and stop > clauses.start and not scene.by_clause[stop - 1]:
        stop -= 1
    return range(clauses.start, stop)


def _ends(scene: Scene, clause: int) -> bool:
    """Whether nothing goes on with what a clause says: the last that is read of a report's sentence."""
    sentence = scene.clause(clause).sentence
    return _governed(scene, sentence) and clause + 1 not in _telling(scene, sentence)


def _clause(scene: Scene, clause: int, frame: Frame, said: Memory, decisions: list[Decision]) -> list[Draft]:
    tokens = scene.tokens(clause)
    if clause == scene.structure.sentences[scene.clause(clause).sentence].clauses.start:
        said.directs = directive.imperative(tokens, len(tokens))
    kept = _kept(scene, clause, tokens, decisions)
    out: list[Draft] = []
    shared: tuple[Piece, ...] = ()
    floor = 0
    for order, at in enumerate(kept):
        place = Place(scene, clause, tokens, at, first=order == 0)
        read, shared = _read(place, kept, floor, said, shared)
        floor = at + 1
        while read.after and floor < len(tokens) and read.subject and tokens[floor].end <= read.subject.end:
            floor += 1
        stance = status.of_number(
            scene, clause, tokens, at, frame, (said.stance, said.paragraph or (None if said.past else said.lead), said.directs)
        )
        held = exclude.held(scene, clause, tokens[at], stance)
        decisions.append(
            _decision(
                scene,
                tokens[at],
                kept=held is None,
                rule=held or stance.rule,
                reason=exclude.explain(held) if held else stance.status or "",
            )
        )
        if held is not None:
            continue
        out.append(_draft(place, read, stance, said))
    if not _ends(scene, clause):
        memory.keep(scene, clause, kept, out, said)
    return out


def _read(place: Place, kept: Sequence[int], floor: int, said: Memory, shared: tuple[Piece, ...]) -> tuple[Phrase, tuple[Piece, ...]]:
    """The phrase of a number, and what is left of the subjects that its list shares out."""
    scene, tokens, at = place.scene, place.tokens, place.at
    order = kept.index(at)
    ceiling = kept[order + 1] if order + 1 < len(kept) else len(tokens)
    amount = scene.quantities[place.token.index]
    read = phrase.read(tokens, at, floor, ceiling, counts=measure.counts(amount), rate=measure.is_rate(amount))
    row = coordinate.group(tokens, kept, order)
    if read.subject and coordinate.spreads(tokens, floor, at):
        shared = coordinate.share_out(tokens, read.subject, row) or ()
    if read.subject is None and not shared:
        found = _of_next(scene, tokens, kept, order) if row > 1 or _both_done(scene, tokens, at, ceiling) else None
        read = replace(read, subject=found or coordinate.all_of(tokens[floor:at], said.together))
    if read.subject is None and not shared and coordinate.spreads(tokens, floor, at):
        shared = coordinate.over_earlier(said.subjects, said.together, row)
    return (replace(read, subject=shared[0]), shared[1:]) if shared else (read, ())


def _both_done(scene: Scene, tokens: Sequence[Token], at: int, following: int) -> bool:
    """新增【24个】、提升【10个】景区村庄: what is done to both stands in front of each."""
    between = tokens[at + 1 : following]
    if len(between) < 2 or between[0].word != "、" or any(t.part not in VERBS for t in between[1:]) or following == len(tokens):
        return False
    return scene.quantities[tokens[at].index].unit == scene.quantities[tokens[following].index].unit


def _of_next(scene: Scene, tokens: Sequence[Token], kept: Sequence[int], order: int) -> Piece | None:
    """What two numbers count together: 80批次、1000家【企业】."""
    following = kept[order + 1]
    ceiling = kept[order + 2] if order + 2 < len(kept) else len(tokens)
    amount = scene.quantities[tokens[following].index]
    read = phrase.read(tokens, following, kept[order] + 1, ceiling, counts=measure.counts(amount), rate=measure.is_rate(amount))
    return read.subject if read.after else None


def _kept(scene: Scene, clause: int, tokens: Sequence[Token], decisions: list[Decision]) -> list[int]:
    """The numbers of a clause that can be targets."""
    kept = []
    for at, token in enumerate(tokens):
        if token.part != "number" or token.index in scene.figures:
            continue
        why = exclude.reason(scene, clause, tokens, at)
        if why is None:
            kept.append(at)
        else:
            decisions.append(_decision(scene, token, kept=False, rule=why, reason=exclude.explain(why)))
    return kept


def _decision(scene: Scene, token: Token, *, kept: bool, rule: str, reason: str) -> Decision:
    quantity = scene.quantities[token.index]
    return Decision(quantity.start, quantity.end, scene.text[quantity.start : quantity.end], kept, rule, reason)


def _draft(place: Place, read: Phrase, stance: Stance, said: Memory) -> Draft:
    scene, quantity = place.scene, place.scene.quantities[place.token.index]
    if read.subject and said.subject and _only_says_how(read, quantity):
        read = replace(read, subject=None)
    subject = inherit.subject(place, read, said)
    if subject and read.subject and read.action and subject is not read.subject and read.subject.rule == "verb_as_object":
        done = Piece(scene.text[read.action.start : read.subject.end], read.action.start, read.subject.end, read.action.rule)
        read = replace(read, subject=None, action=done)  # 【完成治理】20条
    action = inherit.action(place, read, said, planned=stance.status == "planned")
    achieved = stance.status == "achieved"
    agent = read.actor is not None or any(t.part == "cue" for t in place.tokens[: place.at])
    found = govern.find(scene, place.clause, place.token.start, achieved=achieved, agent=agent)
    found = found or govern.asked(scene, place.clause, place.token.start, stance)
    inherited = [
        name
        for name, value, own in (
            ("subject", subject, read.subject),
            ("action", action, read.action),
            ("deadline", found, None if found and found.inherited else found),
        )
        if value is not None and own is None
    ]
    if subject and subject.rule != "part_of_earlier_subject":
        said.subject = subject
    said.action, said.uncounted = action, ()
    said.counted[quantity.unit] = (subject, None if action and action.text in verbs.CHANGING else action)
    said.deed = None if action is None else said.deed if action.text in verbs.CHANGING else action
    return Draft(
        kind="quantity",
        clause=place.clause,
        quantity=place.token.index,
        stance=stance,
        subject=subject,
        action=action,
        actor=read.actor,
        when=found,
        measure=measure.measure(quantity, replace(read, action=action), subject.text if subject else ""),
        baseline=baseline.before(scene, place.clause, place.token),
        inherited=tuple(inherited),
    )


def _only_says_how(read: Phrase, quantity: Quantity) -> bool:
    """Whether a verb that could name what is counted only says how it changes: 油菜…增产5%, 夏粮…比上年增产362万吨."""
    crops = read.action is not None and read.action.text in ("增产", "减产")
    return read.subject is not None and read.subject.rule == "named_by_verb" and (crops or measure.is_rate(quantity))


EXAMPLES = (
    Example("到2025年，绿化率由50%提高到60%。", ("planned | 绿化率 | 提高到 | - | eq 60 % | share | 2025-12-31",)),
    Example("外企来此设立研发机构，年内新增不少于5家。", ("planned | 研发机构 | 新增 | - | ge 5 家 | increment | 2024-12-31",)),
    Example(
        "力争全年实现产值500亿元，增长8%；其中工业产值300亿元。",
        (
            "planned | 产值 | 实现 | - | eq 50000000000 元 | level | 2024-12-31",
            "planned | 产值 | 增长 | - | eq 8 % | growth | 2024-12-31",
            "planned | 工业产值 | 实现 | - | eq 30000000000 元 | level | 2024-12-31",
        ),
    ),
    Example(
        "力争全年外贸进出口总额超过3900亿元，增速保持在10%以上。",
        (
            "planned | 外贸进出口总额 | 超过 | - | gt 390000000000 元 | level | 2024-12-31",
            "planned | 外贸进出口总额增速 | 保持在 | - | ge 10 % | growth | 2024-12-31",
        ),
    ),
    Example(
        "今年全市将建成基站3000个，其中乡村800个。",
        (
            "planned | 基站 | 建成 | - | eq 3000 个 | increment | 2024-12-31",
            "planned | 乡村 | 建成 | - | eq 800 个 | increment | 2024-12-31",
        ),
    ),
    Example(
        "今年将新增24个、提升10个A级景区村庄。",
        (
            "planned | A级景区村庄 | 新增 | - | eq 24 个 | increment | 2024-12-31",
            "planned | A级景区村庄 | 提升 | - | eq 10 个 | increment | 2024-12-31",
        ),
    ),
)
