"""Who is to do it: the agent of a record's own clause, else the sentence's, the paragraph's, the article's.

「恒拓集团计划投资3亿元，明年新建厂房2座。」: the second clause is 恒拓集团's too. Another paragraph's agent never governs, an onlooker's
words are nobody's to do, and what a finished project brings comes about by itself.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from govtext.lexicon import agents as words
from govtext.lexicon import places, verbs
from govtext.rules import pattern
from govtext.targets import actor, head, meant, tokens
from govtext.targets.example import Example
from govtext.targets.head import Governing
from govtext.targets.piece import Piece

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govtext.clauses import Line
    from govtext.targets.draft import Draft
    from govtext.targets.scene import Scene

# A sentence is read for the agent of the numbers and dates of so many sentences behind it.
NEIGHBOURS = 8
# The article's own agent is looked for in so many lines that hold a number or a date.
LEAD = 2
_DATELINE = r"\s*[\p{Han}\p{Nd}·—\-]{2,30}?(?:电|讯|消息|报道|播报)\s*(?:[（(][^）)\n]{1,40}[）)]\s*)?(?:[：:]|(?<=[\s）)]))\s*"
_QUOTED = r"“(?P<said>[^”\n]{8,600})”(?P<who>[^，。！？：“”\n]{2,40}?)(?:说|表示|介绍|告诉|坦言|指出|透露|称)"
_BY = r"由(?P<who>[\p{Han}A-Za-z·、和]{2,20}?)(?:负责|牵头|承担|承建|主导|提供|投资建设|组织实施|联合)"
_CHARGED = r"[（(](?:责任|牵头|承办|主办|实施|负责)(?:单位|部门)[：:\s]*(?P<who>[^）)；;，,\n]{2,40})"
_HEARD = r"记者(?:\p{Han}{0,6}?)从(?P<who>[\p{Han}（）]{2,20}?)(?:召开|举行|举办|今天|昨天|今日|昨日|日前|近日|了解|获悉|得知)"
_RESULT = r"(?:建成|投产|完工|竣工|达产|通车|投用|投运|运营|通航|开通)(?:投产|投用|通车|运营)?后|届时"


@dataclass
class _Agents:
    """What a text says about its agents, in order."""

    scene: Scene
    topic: Piece | None
    clauses: dict[int, Governing] = field(default_factory=dict)
    names: list[Piece] = field(default_factory=list)
    speaker: Piece | None = None

    def of(self, clause: int) -> Governing:
        return self.clauses.get(clause) or Governing(self.topic, "article")

    def meant(self, who: Piece | None) -> Piece | None:
        found = None if who is None else meant.whom(self.scene, who, self.names, self.topic)
        return None if found is None or found.text in words.NOBODY else found

    def told(self, own: Governing) -> Piece | None:
        """Take note of an agent; who it is."""
        who = self.speaker if own.scope == "sayer" else self.meant(own.who)
        if who is not None:
            self.names.append(who)
            self.speaker = who if who.rule == "agent_of_speaker" else self.speaker
        return who


def govern(scene: Scene, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts with who is to do it: named in the clause, or who governs it."""
    agents = _read(scene)
    return tuple(_governed(agents, draft) for draft in drafts)


def _governed(agents: _Agents, draft: Draft) -> Draft:
    own, governing = agents.meant(draft.actor), agents.of(draft.clause)
    if own is not None and own.rule == "subject_of_verb" and actor.is_common(own.text):
        own = None
    if agents.scene.title.government or agents.scene.title.report:
        named = own or (governing.who if governing.scope == "clause" else None)
        who = named if named and (named.text.startswith("各") or named.text in places.SECTORS) else agents.topic
    else:
        who = own or (None if _comes_about(agents.scene, draft, governing) else governing.who)
    here = agents.scene.clause(draft.clause)
    inherited = who is not None and not here.start <= who.start < here.end
    return replace(draft, actor=who, inherited=(*draft.inherited, "actor") if inherited else draft.inherited)


def _comes_about(scene: Scene, draft: Draft, governing: Governing) -> bool:
    """Whether a number comes about by itself, so that another sentence's agent does not do it: what is expected, what a project brings."""
    if governing.scope not in ("paragraph", "article"):
        return False
    sentence = scene.structure.sentences[scene.clause(draft.clause).sentence]
    if draft.stance.commitment == "expect" or pattern(_RESULT).search(scene.text, sentence.start, sentence.end):
        return not _has_projects(governing.who)
    if draft.stance.commitment in ("strive", "ensure"):
        return False
    planned = scene.title.period is not None or any(word in scene.title_text for word in places.PLANS)
    return governing.scope == "article" and not planned and draft.action is not None and draft.action.text in verbs.REACHING


def _has_projects(who: Piece | None) -> bool:
    """Whether what a project brings is the agent's own: a company's, not a government's or a grid's."""
    return who is not None and (who.text.endswith(("公司", "集团")) or not actor.is_actor(who.text))


def _read(scene: Scene) -> _Agents:
    """The agents of a text, clause by clause, where a number or a date stands near."""
    found = _Agents(scene, head.of_title(scene))
    lead = LEAD
    for line in scene.structure.lines:
        if not _holds(scene, line, 0, len(line.sentences)):
            continue
        _read_line(found, line)
        if found.topic is None and lead:
            found.topic = next(
                (g.who for g in found.clauses.values() if g.scope == "clause" and g.who and g.who.rule != "source_of_news"), None
            )
            lead -= 1
    return found


def _holds(scene: Scene, line: Line, first: int, stop: int) -> bool:
    """Whether a number or a date stands in these sentences of a line."""
    sentences = scene.structure.sentences[line.sentences.start + first : line.sentences.start + min(stop, len(line.sentences))]
    return any(scene.by_clause[c] or scene.times_by_clause[c] for s in sentences for c in s.clauses)


def _read_line(found: _Agents, line: Line) -> None:
    scene = found.scene
    dateline = pattern(_DATELINE).match(scene.text, line.start, line.end)
    start = dateline.end() if dateline else line.start
    quotes, charged = _quotes(scene, line), _charged(scene, line)
    paragraph: Piece | None = None
    for order, place in enumerate(line.sentences):
        if not _holds(scene, line, order, order + NEIGHBOURS):
            continue
        here: Governing | None = None
        for clause in scene.structure.sentences[place].clauses:
            at = scene.clause(clause).start
            own = _own(scene, clause, start) or next((who for a, b, who in charged if a <= at < b), None)
            if own is None and here is None:
                own = next((who for a, b, who in quotes if a <= at < b), None)
            who = found.told(own) if own else None
            if own is not None and (who is not None or own.scope == "none"):
                here = Governing(who, "sentence")
                paragraph = who or paragraph
                found.clauses[clause] = Governing(who, own.scope)
            elif here is not None:
                found.clauses[clause] = here
            elif paragraph is not None:
                found.clauses[clause] = Governing(paragraph, "paragraph")


def _own(scene: Scene, clause: int, start: int) -> Governing | None:
    """The agent that a clause names: behind 由, as the source of the news, at its head."""
    here = scene.clause(clause)
    for shape, rule in ((_BY, "agent_of_passive"), (_HEARD, "source_of_news")):
        match = pattern(shape).search(scene.text, here.start, here.end)
        if match and actor.is_actor(match["who"]):
            return Governing(Piece(match["who"], *match.span("who"), rule), "clause")
    return head.of_clause([t for t in scene.tokens(clause) if t.start >= start], label=here.mark in ("：", ":"))


def _quotes(scene: Scene, line: Line) -> list[tuple[int, int, Governing]]:
    """Who said what stands in quotation marks, when the sayer follows: 「“…要扩到3500家。”该公司营销总监说」."""
    out = []
    for match in pattern(_QUOTED).finditer(scene.text, line.start, line.end):
        said = tokens.read(scene.text, *match.span("who"), [], [])
        who = None if actor.looks_on(said) else actor.of_speaker(said)
        if who is not None:
            out.append((match.start(), match.end("said"), Governing(who, "sentence")))
    return out


def _charged(scene: Scene, line: Line) -> list[tuple[int, int, Governing]]:
    """Whom the bracket at an item's end charges: （责任单位：市教育局）."""
    out, start = [], line.start
    for match in pattern(_CHARGED).finditer(scene.text, line.start, line.end):
        out.append((start, match.start(), Governing(Piece(match["who"].strip(), *match.span("who"), "charged_in_bracket"), "sentence")))
        start = match.end()
    return out


EXAMPLES = (
    Example(
        "今年，地区生产总值增长6%左右。",
        ("planned | 地区生产总值 | 增长 | 云岭省 | approx 6 % | growth | 2024-12-31",),
        title="2024年云岭省政府工作报告",
    ),
    Example(
        "各市州今年将至少遴选项目10个。",
        ("planned | 项目 | 遴选 | 各市州 | ge 10 个 | increment | 2024-12-31",),
        title="2024年云岭省政府工作报告",
    ),
    Example(
        "恒拓电子昨天发布公告，恒拓电子看好明年的市场。公司计划年底前新增门店300家。",
        ("planned | 门店 | 新增 | 恒拓电子 | eq 300 家 | increment | 2024-12-31",),
        title="恒拓电子营收创新高",
    ),
    Example(
        "澜江区公布计划。该区今年将新增学位5000个。",
        ("planned | 学位 | 新增 | 澜江区 | eq 5000 个 | increment | 2024-12-31",),
        title="澜江区今年新增学位",
    ),
    Example(
        "恒拓电子昨天发布公告。恒拓电子股份有限公司计划年底前新增门店300家。",
        ("planned | 门店 | 新增 | 恒拓电子 | eq 300 家 | increment | 2024-12-31",),
        title="恒拓电子营收创新高",
    ),
    Example("澜西机场年内通航。", ("planned | 澜西机场 | 通航 | 云岭省 | event | - | 2024-12-31",), title="2024年云岭省政府工作报告"),
)
