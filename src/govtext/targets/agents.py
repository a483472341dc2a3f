"""Who is to do it: the agent of a record's own clause, else the sentence's, the paragraph's, the article's.

「恒拓集团计划投资3亿元，明年新建厂房2座。」: the second clause is 恒拓集团's too. Another paragraph's agent never governs, an onlooker's
words are nobody's to do, and what a finished project brings comes about by itself.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from govtext.lexicon import agents as words
from govtext.lexicon import places, verbs
from govtext.rules import pattern
from govtext.targets import actor, head, meant, told
from govtext.targets.example import Example
from govtext.targets.head import Governing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govtext.clauses import Line
    from govtext.targets.draft import Draft
    from govtext.targets.piece import Piece
    from govtext.targets.scene import Scene

# A sentence is read for the agent of the numbers and dates of so many sentences behind it.
NEIGHBOURS = 8
# So many names are looked through for whom 该公司 means.
NAMES = 60
# The article's own agent is looked for in so many sentences of so many lines that hold a number or a date.
LEAD = 2
_RESULT = r"(?:建成|投产|完工|竣工|达产|通车|投用|投运|运营|通航|开通)(?:投产|投用|通车|运营)?后|届时"


@dataclass
class _Agents:
    """What a text says about its agents, in order."""

    scene: Scene
    topic: Piece | None
    clauses: dict[int, Governing] = field(default_factory=dict)
    names: list[tuple[int, Piece]] = field(default_factory=list)  # with where each was named
    speaker: Piece | None = None

    def of(self, clause: int) -> Governing:
        return self.clauses.get(clause) or Governing(self.topic, "article")

    def meant(self, who: Piece | None) -> Piece | None:
        if who is None:
            return None
        upto = bisect_right(self.names, who.start, key=lambda name: name[0])
        found = meant.whom(self.scene, who, [name for _, name in self.names[max(0, upto - NAMES) : upto]], self.topic)
        return None if found.text in words.NOBODY else found

    def noted(self, own: Governing, at: int) -> Piece | None:
        """Take note of an agent; who it is."""
        who = self.speaker if own.scope == "sayer" else self.meant(own.who)
        if who is not None:
            self.names.append((at, who))
            self.speaker = who if who.rule == "agent_of_speaker" else self.speaker
        return who


def govern(scene: Scene, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts with who is to do it: named in the clause, or who governs it."""
    title = head.of_title(scene)
    if scene.title.government or scene.title.report:
        title = title or _read(scene, None).topic
        return tuple(_with_actor(scene, draft, _of_some(scene, draft) or title) for draft in drafts)
    agents = _read(scene, title or head.of_speech(scene))
    return tuple(_with_actor(scene, draft, _governing(agents, draft)) for draft in drafts)


def _with_actor(scene: Scene, draft: Draft, who: Piece | None) -> Draft:
    here = scene.clause(draft.clause)
    inherited = who is not None and not here.start <= who.start < here.end
    return replace(draft, actor=who, inherited=(*draft.inherited, "actor") if inherited else draft.inherited)


def _of_some(scene: Scene, draft: Draft) -> Piece | None:
    """Who acts in a report beside the government that makes it: 【各县】每年培育…, 【全国铁路】发送…; the clause itself names them."""
    here = scene.clause(draft.clause)
    if not pattern(r"各 | \L<sectors>", sectors=places.SECTORS).search(scene.text, here.start, here.end):
        return None
    named = draft.actor
    if named is None or named.text in words.NOBODY or _is_thing(named):
        line = scene.structure.lines[scene.structure.sentences[here.sentence].line]
        governing = _own(scene, draft.clause, told.behind_dateline(scene, line))
        named = governing.who if governing and governing.scope == "clause" else None
    return named if named and (named.text.startswith("各") or named.text in places.SECTORS) else None


def _governing(agents: _Agents, draft: Draft) -> Piece | None:
    own, governing = agents.meant(draft.actor), agents.of(draft.clause)
    if governing.scope == "none":
        return None  # somebody looks on
    if own is not None and not _is_thing(own):
        return own
    return None if _comes_about(agents.scene, draft, governing) else governing.who


def _is_thing(name: Piece) -> bool:
    """Whether what stands before a verb is made of everyday words: no name."""
    return name.rule == "subject_of_verb" and actor.is_common(name.text)


def _comes_about(scene: Scene, draft: Draft, governing: Governing) -> bool:
    """Whether a number comes about by itself, so that another sentence's agent does not do it: what is expected, what a project brings."""
    if governing.scope not in ("paragraph", "article"):
        return False
    sentence = scene.structure.sentences[scene.clause(draft.clause).sentence]
    if draft.stance.commitment == "expect" or pattern(_RESULT).search(scene.text, sentence.start, sentence.end):
        return not _has_projects(governing.who)
    if draft.stance.commitment in ("strive", "ensure"):
        return False
    speech = governing.who is not None and governing.who.rule == "government_of_speech"
    planned = scene.title.period is not None or speech or any(word in scene.title_text for word in places.PLANS)
    return governing.scope == "article" and not planned and draft.action is not None and draft.action.text in verbs.REACHING


def _has_projects(who: Piece | None) -> bool:
    """Whether what a project brings is the agent's own: a company's, not a government's or a grid's."""
    return who is not None and (who.text.endswith(("公司", "集团")) or not actor.is_actor(who.text))


def _read(scene: Scene, title: Piece | None) -> _Agents:
    """The agents of a text, clause by clause, where a number or a date stands near; ``title``: whom the title names."""
    found = _Agents(scene, title)
    lead = LEAD
    for line in scene.structure.lines:
        if not _holds(scene, line, 0, len(line.sentences)):
            continue
        _read_line(found, line)
        if found.topic is None and lead:
            found.topic = _of_lead(found, line)
            lead -= 1
    return found


def _of_lead(found: _Agents, line: Line) -> Piece | None:
    """Whom the first sentences of a line name; not who does a part of it: 全市完成造林137亩。【其中】，船山区完成15亩."""
    sentences = found.scene.structure.sentences[line.sentences.start : min(line.sentences.stop, line.sentences.start + LEAD)]
    whole = [s for s in sentences if not found.scene.text.startswith("其中", s.start)]
    clauses = [c for s in whole for c in s.clauses if c in found.clauses]
    here = [found.clauses[c] for c in clauses if not found.scene.text.startswith("其中", found.scene.clause(c).start)]
    return next((g.who for g in here if g.scope == "clause" and g.who and _leads(g.who)), None)


def _leads(who: Piece) -> bool:
    """Whether an agent of the first lines can be the whole article's: no source, no speaker's house, no 各县."""
    return who.rule not in ("source_of_news", "agent_of_speaker") and who.text[0] != "各"


def _holds(scene: Scene, line: Line, first: int, stop: int) -> bool:
    """Whether a number or a date stands in these sentences of a line."""
    sentences = scene.structure.sentences[line.sentences.start + first : line.sentences.start + min(stop, len(line.sentences))]
    return any(scene.by_clause[c] or scene.times_by_clause[c] for s in sentences for c in s.clauses)


def _read_line(found: _Agents, line: Line) -> None:
    scene = found.scene
    start = told.behind_dateline(scene, line)
    quotes, charged = told.quoted(scene, line), told.of_row(scene, line) or told.charged(scene, line)
    paragraph: Piece | None = None
    for order, place in enumerate(line.sentences):
        if not _holds(scene, line, order, order + NEIGHBOURS):
            continue
        here: Governing | None = None
        for clause in scene.structure.sentences[place].clauses:
            at = scene.clause(clause).start
            own = _own(scene, clause, start) or _of_stretch(charged, at) or (_of_stretch(quotes, at) if here is None else None)
            who = found.noted(own, at) if own else None
            if who is None and _of_area(scene, clause, here.who if here else paragraph):
                here = Governing(None, "sentence")
            if own is not None and (who is not None or own.scope == "none"):
                here = Governing(who, "sentence")
                paragraph = who or paragraph
                found.clauses[clause] = Governing(who, own.scope)
            elif here is not None:
                found.clauses[clause] = here
            elif paragraph is not None:
                found.clauses[clause] = Governing(paragraph, "paragraph")


def _of_area(scene: Scene, clause: int, who: Piece | None) -> bool:
    """记者从市商务局获悉，【全市】新增…: what is told of an area is not done by the house that the news comes from, or by 县委 alone."""
    if who is None or (who.rule != "source_of_news" and who.text not in ("省委", "市委", "区委", "县委", "州委")):
        return False
    first = next((t for t in scene.tokens(clause) if t.part not in ("time", "adverb", "cue", "mark")), None)
    return first is not None and first.word in places.AREAS


def _own(scene: Scene, clause: int, start: int) -> Governing | None:
    """The agent that a clause names; ``start``: where its line begins behind the dateline."""
    here = scene.clause(clause)
    who = told.within(scene, clause)
    if who is not None:
        return Governing(who, "clause")
    return head.of_clause([t for t in scene.tokens(clause) if t.start >= start], label=here.mark in ("：", ":"))


def _of_stretch(stretches: list[tuple[int, int, Piece]], at: int) -> Governing | None:
    """The agent of the stretch that an offset stands in; offsets are asked for in order."""
    while stretches and stretches[0][1] <= at:
        stretches.pop(0)
    return Governing(stretches[0][2], "sentence") if stretches and stretches[0][0] <= at else None


EXAMPLES = (
    Example(
        "截至8月底，全市已新建公路137公里。其中，澜江区新建公路15公里。",
        (
            "achieved | 公路 | 新建 | - | eq 137 公里 | increment | 2023-08-31",
            "achieved | 公路 | 新建 | 澜江区 | eq 15 公里 | increment | -",
        ),
    ),
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
    Example(
        "恒拓集团计划今年新建厂房2座，新增生产线5条。",
        (
            "planned | 厂房 | 新建 | 恒拓集团 | eq 2 座 | increment | 2024-12-31",
            "planned | 生产线 | 新增 | 恒拓集团 | eq 5 条 | increment | 2024-12-31",
        ),
    ),
    Example(
        "澜江区教育局今年将新建学校8所。新增学位1.2万个。",
        (
            "planned | 学校 | 新建 | 澜江区教育局 | eq 8 所 | increment | 2024-12-31",
            "planned | 学位 | 新增 | 澜江区教育局 | eq 12000 个 | increment | 2024-12-31",
        ),
    ),
    Example("今年将新建泵站12座，由市水务局负责实施。", ("planned | 泵站 | 新建 | 市水务局 | eq 12 座 | increment | 2024-12-31",)),
    Example(
        "今年将新建养老服务中心20个，新增托育机构30家。（责任单位：市民政局）",
        (
            "planned | 养老服务中心 | 新建 | 市民政局 | eq 20 个 | increment | 2024-12-31",
            "planned | 托育机构 | 新增 | 市民政局 | eq 30 家 | increment | 2024-12-31",
        ),
        title="望澜市2024年重点工作任务",
    ),
    Example(
        "1.学校项目\n新建学校5所。\n责任单位：市教育局、市住建局。\n2.道路项目\n改造道路12条。",
        (
            "planned | 学校 | 新建 | 市教育局、市住建局 | eq 5 所 | increment | 2024-12-31",
            "planned | 道路 | 改造 | 石桥市 | eq 12 条 | increment | 2024-12-31",
        ),
        title="石桥市2024年民生实事清单",
    ),
    Example("记者从望澜海关获悉，今年将开通航线6条。", ("planned | 航线 | 开通 | 望澜海关 | eq 6 条 | increment | 2024-12-31",)),
    Example(
        "“下半年我们将发放消费券5000万元。”市商务局副局长周敏说。",
        ("planned | 消费券 | 发放 | 市商务局 | eq 50000000 元 | increment | 2024-12-31",),
    ),
    Example(
        "国家能源署负责人表示，力争全年新增装机800万千瓦。该负责人还说，明年将启动项目40个。",
        (
            "planned | 装机 | 新增 | 国家能源署 | eq 8000000 千瓦 | increment | 2024-12-31",
            "planned | 项目 | 启动 | 国家能源署 | eq 40 个 | increment | 2025-12-31",
        ),
    ),
    Example(
        "澜江区今年将引进企业120家。硅基产业园建成后，年产值将达50亿元。",
        (
            "planned | 企业 | 引进 | 澜江区 | eq 120 家 | increment | 2024-12-31",
            "planned | 年产值 | 达 | - | eq 5000000000 元 | level | -",
        ),
    ),
    Example(
        "澜江区：硅基产业园9月开工。", ("planned | 硅基产业园 | 开工 | 澜江区 | event | - | 2024-09-30",), title="澜江区今年推进重点项目"
    ),
    Example(
        "经济学家林涛认为，出口今年将增长5%。", ("planned | 出口 | 增长 | - | eq 5 % | growth | 2024-12-31",), title="望澜市外贸稳中有进"
    ),
    Example(
        "国际能源署预计，到2030年用电需求将增长40%。",
        ("planned | 用电需求 | 增长 | - | eq 40 % | growth | 2030-12-31",),
        title="平洲加快能源转型",
    ),
    Example(
        "市民刘女士说，希望补贴今年提高到2万元。",
        ("planned | 补贴 | 提高到 | - | eq 20000 元 | level | 2024-12-31",),
        title="望澜市今年发放补贴",
    ),
    Example("新华社望澜3月5日电 今年将改造管网600公里。", ("planned | 管网 | 改造 | - | eq 600 公里 | increment | 2024-12-31",)),
    Example("他今年打算新建大棚20座。", ("planned | 大棚 | 新建 | - | eq 20 座 | increment | 2024-12-31",), title="青石县春耕忙"),
    Example("从海州港务集团传来消息，今年将新建泊位3个。", ("planned | 泊位 | 新建 | 海州港务集团 | eq 3 个 | increment | 2024-12-31",)),
    Example(
        "今年将新改建公路800公里。\n各县（市、区）要新增站点20个。",
        (
            "planned | 公路 | 新改建 | - | eq 800 公里 | increment | 2024-12-31",
            "planned | 站点 | 新增 | 各县（市、区） | eq 20 个 | increment | -",
        ),
    ),
    Example("李明局长说，今年将新建站点5座。", ("planned | 站点 | 新建 | - | eq 5 座 | increment | 2024-12-31",)),
    Example("记者从市教育局获悉，今年全市将新增学位500个。", ("planned | 学位 | 新增 | - | eq 500 个 | increment | 2024-12-31",)),
    Example("记者从市教育局获悉，今年将新增学位500个。", ("planned | 学位 | 新增 | 市教育局 | eq 500 个 | increment | 2024-12-31",)),
    Example("县委书记李明、县长王强参加活动。我县今年新建公园9个。", ("achieved | 公园 | 新建 | - | eq 9 个 | increment | 2024-12-31",)),
    Example(
        "云岭市提出，今年新建公园30个。望澜市突出重点，全年计划新建公园20个。",
        (
            "planned | 公园 | 新建 | 云岭市 | eq 30 个 | increment | 2024-12-31",
            "planned | 公园 | 新建 | 望澜市 | eq 20 个 | increment | 2024-12-31",
        ),
    ),
    Example(
        "我市今年计划新增供热面积560万平方米，其中新城区新增供热面积70万平方米。",
        (
            "planned | 供热面积 | 新增 | - | eq 5600000 平方米 | increment | 2024-12-31",
            "planned | 供热面积 | 新增 | 新城区 | eq 700000 平方米 | increment | 2024-12-31",
        ),
    ),
    Example(
        "望澜汽车集团与东川区签约。恒拓电子宣称，将在未来10年内生产电动汽车超过220万辆。",
        ("planned | 电动汽车 | 生产 | 恒拓电子 | gt 2200000 辆 | increment | 2034-01-20",),
    ),
)
