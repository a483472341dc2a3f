"""Which subject, quantity, deadline and verb make one target: clause by clause, each number once.

「力争新增科技型中小企业700家以上，新增瞪羚企业突破280家」 gives two drafts; what the second clause leaves out it takes from the first.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govtext.lexicon import cues, phrases, verbs
from govtext.rules import pattern
from govtext.targets import baseline, coordinate, evidence, exclude, govern, inherit, measure, phrase, status
from govtext.targets.draft import Decision, Draft
from govtext.targets.example import Example
from govtext.targets.inherit import Memory, Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govtext.mentions.mention import Quantity
    from govtext.targets.evidence import Stance
    from govtext.targets.frame import Frame
    from govtext.targets.piece import Piece
    from govtext.targets.scene import Scene
    from govtext.targets.shape import Phrase
    from govtext.targets.tokens import Token

# A sentence is read for what it says about the numbers of so many sentences behind it.
NEIGHBOURS = 8
# A sentence no longer than this can be the point that a paragraph opens with.
POINT = 30


def bind(scene: Scene) -> tuple[tuple[Draft, ...], tuple[Decision, ...]]:
    """All drafts of a text and a decision for every number that was looked at."""
    drafts: list[Draft] = []
    decisions: list[Decision] = []
    line = -1
    memory = Memory(lead=evidence.Stance("planned", "plan", None, -1, -1, "plan_of_title") if scene.title.ahead else None)
    for place, sentence in enumerate(scene.structure.sentences):
        said, opening = memory.stance, memory.opening
        planned = said if said and _goes_beyond(scene, said) else memory.paragraph
        earlier = memory.counted if sentence.line == line else {}
        goes_on = sentence.line == line or scene.text.startswith(phrases.GOES_ON, sentence.start) or (planned and _next_point(scene, place))
        memory = Memory(lead=memory.lead, paragraph=planned if goes_on else None, earlier=earlier)
        memory.stance = _summed_up(scene, place)
        if said and said.cue in cues.ESTIMATES and opening and opening.status == "achieved":
            said = None  # 开工的项目20个，预计新增投资17亿元。其中，…: parts of what there is
        if goes_on and said and said.rule in ("cue", "past_time", "future_time") and scene.text.startswith("其中", sentence.start):
            memory.stance = said
        line = sentence.line
        if not _worth(scene, place):
            continue
        for clause in _telling(scene, place):
            drafts += _clause(scene, clause, scene.frames[place], memory, decisions)
        if place == 0 and memory.stance and memory.stance.rule == "cue" and _goes_beyond(scene, memory.stance):
            memory.lead = replace(memory.stance, rule="plan_of_lead")
    return tuple(drafts), tuple(decisions)


def _next_point(scene: Scene, sentence: int) -> bool:
    """优化服务供给效能。…: a paragraph that opens with a point in a few words, and tells of nothing that was done."""
    here = scene.structure.sentences[sentence]
    line = scene.structure.lines[here.line]
    opens = here.start == line.start and here.end < line.end and here.end - here.start <= POINT and not scene.by_clause[here.clauses.start]
    return opens and not pattern(_OF_PAST).search(scene.text, line.start, line.end)


_OF_PAST = r"了|已|同比|累计|去年|上年|截至|目前|以来|先后"


def _summed_up(scene: Scene, sentence: int) -> Stance | None:
    """新增停车位600个……昨日，某区公布【拟办】实事: what the news says it is about is planned when that is."""
    clauses = scene.structure.sentences[sentence].clauses
    ends = [c for c in clauses if scene.clause(c).mark[:1] == "…"] if sentence == 0 else []
    last = scene.structure.sentences[min(1, len(scene.structure.sentences) - 1)].clauses.stop
    for clause in range(ends[-1] + 1, last) if ends else ():
        tokens = scene.tokens(clause)
        said = evidence.in_clause(tokens, len(tokens), lambda t: scene.tense(t.index))
        if said and said.rule in ("cue", "done_word"):
            return replace(said, rule="plan_of_summary") if said.status == "planned" else None
    return None


def _goes_beyond(scene: Scene, said: Stance) -> bool:
    """Whether a plan goes on behind its sentence: no forecast, no word of speech, no planned sum (计划投资额900亿元)."""
    firm = said.status == "planned" and said.commitment != "expect" and said.cue not in cues.SPEECH
    return firm and not (said.cue == "计划" and scene.text.startswith(("投资额", "总投资", "投资总额"), said.end))


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


def _clause(scene: Scene, clause: int, frame: Frame, memory: Memory, decisions: list[Decision]) -> list[Draft]:
    tokens = scene.tokens(clause)
    if clause == scene.structure.sentences[scene.clause(clause).sentence].clauses.start:
        memory.directs = status.imperative(tokens, len(tokens))
    kept = _kept(scene, clause, tokens, decisions)
    out: list[Draft] = []
    shared: tuple[Piece, ...] = ()
    floor = 0
    for order, at in enumerate(kept):
        place = Place(scene, clause, tokens, at, first=order == 0)
        read, shared = _read(place, kept, floor, memory, shared)
        floor = at + 1
        while read.after and floor < len(tokens) and read.subject and tokens[floor].end <= read.subject.end:
            floor += 1
        stance = status.of_number(scene, clause, tokens, at, frame, (memory.stance, memory.paragraph or memory.lead, memory.directs))
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
        out.append(_draft(place, read, stance, memory))
    if not _ends(scene, clause):
        _remember(scene, clause, kept, out, memory)
    return out


def _remember(scene: Scene, clause: int, kept: Sequence[int], out: Sequence[Draft], memory: Memory) -> None:
    """What a clause says that those behind it go on with: its subjects, and whether they are promised or done."""
    tokens = scene.tokens(clause)
    memory.together = tuple(d.subject for d in out if d.subject) or memory.together
    memory.subjects = tuple(dict.fromkeys((*memory.subjects, *(d.subject for d in out if d.subject))))
    said = evidence.in_clause(tokens, len(tokens), lambda t: scene.tense(t.index))
    if said is None and kept:
        said = evidence.arranged(tokens, kept[-1])
    if said and said.cue in (*cues.ESTIMATES, "计划") and out and out[-1].stance.status == "achieved":
        said = out[-1].stance  # 1至10月，预计接待游客3900万人次，实现收入…
    if said and said.rule == "future_time" and out and out[0].stance.rule == "told_of":
        said = out[0].stance  # 本次一季度开工的20个项目，总投资31亿元
    plan = said is not None and not kept and _of_plan(scene, clause, said)
    carried = said is not None and not plan and said.rule != "done_attribute" and not _of_amount(tokens, said)
    if said and carried and not (said.cue in cues.BESIDE and memory.stance and memory.stance.rule == "cue"):
        memory.stance = said
    elif said is None and memory.stance is None and out and out[-1].stance.status == "planned" and _among(scene, clause + 1):
        memory.stance = out[-1].stance  # 里程达到6万公里，【其中】高铁1万公里
    if out and memory.opening is None:
        memory.opening = out[0].stance
    if memory.stance and scene.clause(clause).mark in ("；", ";"):
        memory.stance = _of_next_item(memory.stance, memory.opening)
    if not kept:
        memory.uncounted = tokens


def _among(scene: Scene, clause: int) -> bool:
    """Whether a clause tells of a part of what the one before it counts."""
    return clause < len(scene.structure.clauses) and scene.text.startswith("其中", scene.clause(clause).start)


def _of_plan(scene: Scene, clause: int, said: Stance) -> bool:
    """制定【了】三年行动计划，新建…: that there is a plan does not say that what it holds is done."""
    here = scene.clause(clause)
    if said.rule != "done_word" or said.cue != "了":
        return False
    return bool(pattern(_ISSUED).search(scene.text, here.start, here.end))


_ISSUED = r"(?:制定|制订|印发|出台|发布|推出|编制)了[^，。]{0,40}(?:计划|方案|规划|》)$"


def _of_next_item(stance: Stance, opening: Stance | None) -> Stance | None:
    """What an item's stance says of the next: what one can do, nothing; 播种面积9万亩，【预计】产量3万吨；…: that it begins as a fact."""
    if stance.rule == "weak_cue" or (stance.commitment == "expect" and opening is not None and opening.status == "achieved"):
        return None
    return stance


def _of_amount(tokens: Sequence[Token], said: Stance) -> bool:
    """Whether a cue only names an amount: 【年计划投资】161亿元；… says nothing of the next item."""
    at = next((i for i, t in enumerate(tokens) if t.start == said.start), 0)
    return said.cue == "计划" and at > 0 and tokens[at - 1].word in ("年", "年度") and tokens[at + 1].word in cues.PLANNED_AMOUNTS


def _read(place: Place, kept: Sequence[int], floor: int, memory: Memory, shared: tuple[Piece, ...]) -> tuple[Phrase, tuple[Piece, ...]]:
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
        found = _of_next(scene, tokens, kept, order) if row > 1 else None
        read = replace(read, subject=found or coordinate.all_of(tokens[floor:at], memory.together))
    if read.subject is None and not shared and coordinate.spreads(tokens, floor, at):
        shared = coordinate.over_earlier(memory.subjects, memory.together, row)
    return (replace(read, subject=shared[0]), shared[1:]) if shared else (read, ())


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
        if token.part != "number":
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


def _draft(place: Place, read: Phrase, stance: Stance, memory: Memory) -> Draft:
    scene, quantity = place.scene, place.scene.quantities[place.token.index]
    if read.subject and memory.subject and _only_says_how(read, quantity):
        read = replace(read, subject=None)
    subject = inherit.subject(place, read, memory)
    action = inherit.action(place, read, memory, planned=stance.status == "planned")
    achieved = stance.status == "achieved"
    agent = read.actor is not None or any(t.part == "cue" for t in place.tokens[: place.at])
    found = govern.find(scene, place.clause, place.token.start, achieved=achieved, agent=agent)
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
        memory.subject = subject
    memory.action, memory.uncounted = action, ()
    memory.counted[quantity.unit] = (subject, None if action and action.text in verbs.CHANGING else action)
    memory.deed = None if action is None else memory.deed if action.text in verbs.CHANGING else action
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
    Example(
        "本次三季度集中开工的20个项目涵盖多个行业，预计可新增投资17亿元。其中，工业项目7个。",
        (
            "achieved | 项目 | 开工 | - | eq 20 个 | increment | -",
            "planned | 投资 | 新增 | - | eq 1700000000 元 | increment | -",
            "achieved | 工业项目 | 开工 | - | eq 7 个 | increment | -",
        ),
        published="2024-07-02",
    ),
    Example(
        "市教育局介绍了有关情况。\n加快补齐短板，新建幼儿园20所，毛入园率提高到90%以上。",
        ("planned | 幼儿园 | 新建 | 澜江市 | eq 20 所 | increment | -", "planned | 毛入园率 | 提高到 | - | ge 90 % | share | -"),
        title="未来5年，澜江市毛入园率将提高到90%",
    ),
    Example(
        "到2030年，铁路里程将达到5万公里。新线投产达到6000公里，其中高铁2000公里。",
        (
            "planned | 铁路里程 | 达到 | - | eq 50000 公里 | level | 2030-12-31",
            "planned | 新线投产 | 达到 | - | eq 6000 公里 | level | 2030-12-31",
            "planned | 高铁 | 达到 | - | eq 2000 公里 | level | 2030-12-31",
        ),
    ),
    Example(
        "“十五五”期间，澜江省将畅通物流通道。省交通厅印发了《物流发展意见》，制定了三年行动计划，新增铁路里程300公里。",
        ("planned | 铁路里程 | 新增 | 省交通厅 | eq 300 公里 | increment | -",),
    ),
    Example(
        "打造示范片区。争取年内创建示范片区2个以上。\n优化服务供给效能。新改建农村公路50公里，完成30户危房改建。",
        (
            "planned | 示范片区 | 创建 | - | ge 2 个 | increment | 2024-12-31",
            "planned | 农村公路 | 新改建 | - | eq 50 公里 | increment | -",
            "planned | 危房改建 | 完成 | - | eq 30 户 | increment | -",
        ),
    ),
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
        "新增停车位600个……昨日，南山区公布了今年拟办的实事。", ("planned | 停车位 | 新增 | 南山区 | eq 600 个 | increment | 2024-12-31",)
    ),
    Example(
        "产业项目18项，年计划投资6亿元；社会项目9项。",
        (
            "achieved | 产业项目 | - | - | eq 18 项 | level | -",
            "planned | 产业项目 | 投资 | - | eq 600000000 元 | increment | -",
            "achieved | 社会项目 | - | - | eq 9 项 | level | -",
        ),
    ),
    Example(
        "夏粮播种面积10万亩，预计产量2万吨；油料播种面积8万亩，预计产量1万吨。发展黄花菜基地7800亩。",
        (
            "achieved | 夏粮播种面积 | - | - | eq 100000 亩 | level | -",
            "planned | 产量 | - | - | eq 20000 吨 | level | -",
            "achieved | 油料播种面积 | - | - | eq 80000 亩 | level | -",
            "planned | 产量 | - | - | eq 10000 吨 | level | -",
            "achieved | 黄花菜基地 | 发展 | - | eq 7800 亩 | increment | -",
        ),
    ),
    Example(
        "“十四五”期间，将新增公路200公里。其中高速公路53公里。",
        (
            "planned | 公路 | 新增 | - | eq 200 公里 | increment | 2025-12-31",
            "planned | 高速公路 | 新增 | - | eq 53 公里 | increment | 2025-12-31",
        ),
    ),
    Example(
        "海川电网公司宣布，今年140项重点工程已全部建成投运。新增变电容量500万千伏安。",
        (
            "achieved | 重点工程 | 建成投运 | 海川电网公司 | eq 140 项 | increment | 2024-12-31",
            "achieved | 变电容量 | 新增 | 海川电网公司 | eq 5000000 千伏安 | increment | -",
        ),
    ),
    Example(
        "园区引进项目47个，计划总投资近90亿元。居民收入2.3万元，年均增长6.7%。",
        (
            "achieved | 项目 | 引进 | - | eq 47 个 | increment | -",
            "planned | 项目总投资 | - | - | approx 9000000000 元 | level | -",
            "achieved | 居民收入 | - | - | eq 23000 元 | level | -",
            "achieved | 居民收入 | 增长 | - | eq 6.7 % | growth | -",
        ),
    ),
)
