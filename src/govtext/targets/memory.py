"""What the sentences and clauses before have said: subjects and actions that are counted on, the plan or the fact that goes on.

「到2030年，铁路里程将达到5万公里。新线投产达到6000公里，其中高铁2000公里」: the plan of the first sentence holds for the second, too.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from govtext.lexicon import cues, phrases
from govtext.rules import pattern
from govtext.targets import evidence, topic, wording
from govtext.targets.example import Example

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govtext.targets.draft import Draft
    from govtext.targets.evidence import Stance
    from govtext.targets.piece import Piece
    from govtext.targets.scene import Scene
    from govtext.targets.tokens import Token

# A question for what will be done stands in one of so many lines at the head of an article.
LEAD = 4
# A sentence no longer than this can be the point that a paragraph opens with.
POINT = 30


@dataclass
class Memory:
    """What the clauses before have said, within one sentence and one paragraph."""

    subject: Piece | None = None
    action: Piece | None = None
    deed: Piece | None = None  # the last action that is no change: what an amount takes over
    stance: Stance | None = None
    opening: Stance | None = None  # what its first number stood under
    directs: bool = False  # the sentence opens with what is to be done
    subjects: tuple[Piece, ...] = ()  # what the numbers of the sentence are about
    together: tuple[Piece, ...] = ()  # what those of the clause before are about
    uncounted: Sequence[Token] = ()  # a clause without a number, the last before this
    paragraph: Stance | None = None  # the plan of an earlier sentence of the paragraph
    lead: Stance | None = None  # the plan of the article's first sentence
    past: bool = False  # the paragraph tells of a time that is over
    counted: dict[str, tuple[Piece | None, Piece | None]] = field(
        default_factory=dict
    )  # unit -> subject and action of the last number in it
    earlier: dict[str, tuple[Piece | None, Piece | None]] = field(default_factory=dict)  # the same of the sentence before

    def noun(self) -> Piece | None:
        """The object of the clause without a number, which this one may count."""
        return topic.counted(self.uncounted) if self.uncounted else None


def of_article(scene: Scene) -> Memory:
    """What stands before the first sentence: the plan of a title that looks ahead."""
    return Memory(lead=evidence.Stance("planned", "plan", None, -1, -1, "plan_of_title") if scene.title.ahead else None)


def of_sentence(scene: Scene, sentence: int, before: Memory, *, same_line: bool) -> Memory:
    """What a sentence begins with after those before it; ``same_line``: it stands in the paragraph of the one before."""
    said, opening = before.stance, before.opening
    planned = said if said and _goes_beyond(scene, said) else before.paragraph
    here = scene.structure.sentences[sentence]
    goes_on = same_line or scene.text.startswith(phrases.GOES_ON, here.start)
    goes_on = goes_on or (planned is not None and (_next_point(scene, sentence) or _parallel(scene, sentence)))
    over = same_line and not planned and (before.past or _of_year(scene, said)) and not _turns(scene, sentence)
    memory = Memory(lead=before.lead, paragraph=planned if goes_on else None, past=over, earlier=before.counted if same_line else {})
    memory.stance = _summed_up(scene, sentence)
    if said and said.cue in cues.ESTIMATES and opening and opening.status == "achieved":
        said = None  # 开工的项目20个，预计新增投资17亿元。其中，…: parts of what there is
    if goes_on and said and said.rule in ("cue", "past_time", "future_time") and scene.text.startswith("其中", here.start):
        memory.stance = said
    return memory


def _of_year(scene: Scene, said: Stance | None) -> bool:
    """Whether a sentence tells of a year that is over: 【2016年】，造林任务完成."""
    index = scene.time_starts.get(said.start) if said and said.rule == "past_time" else None
    return index is not None and scene.times[index].grain in ("year", "years") and scene.times[index].relation == "within"


def _turns(scene: Scene, sentence: int) -> bool:
    """Whether a sentence opens with a time that is not over: 2019年建成16个。【2020年】，新建22个."""
    first = scene.structure.sentences[sentence].clauses.start
    return any(scene.tense(index) != "past" for index in scene.times_by_clause[first])


def take_lead(scene: Scene, sentence: int, memory: Memory) -> None:
    """The plan of the article's first sentence, once that is read, leads the whole text; so does a question for what will be done."""
    here = scene.structure.sentences[sentence]
    if sentence == 0 and memory.stance and memory.stance.rule == "cue" and _goes_beyond(scene, memory.stance):
        memory.lead = replace(memory.stance, rule="plan_of_lead")
    elif here.line < LEAD and memory.lead is None and (asked := pattern(_ASKS).search(scene.text, here.start, here.end)):
        memory.lead = evidence.Stance("planned", "plan", None, asked.start(), asked.end(), "plan_of_question")


# 今年，全区将怎么干？今年有哪些新目标？
_ASKS = r"""
    (?:今年|明年|新的?一年|未来\p{Han}{1,2}年|下半年)[^。？?；]{0,16}?
    (?:怎么[做干办样走]|如何[干做走]|[干做][什啥]么?|[有定]\S{0,4}(?:哪些|什么|啥|哪几)[^。？?；]{0,10}(?:目标|任务|安排|计划|实事|举措|动作|大事))
    [^。？?；]{0,16}[？?]
"""


def _next_point(scene: Scene, sentence: int) -> bool:
    """优化服务供给效能。…: a paragraph that opens with a point in a few words, and tells of nothing that was done."""
    here = scene.structure.sentences[sentence]
    line = scene.structure.lines[here.line]
    opens = here.start == line.start and here.end < line.end and here.end - here.start <= POINT and not scene.by_clause[here.clauses.start]
    return opens and not pattern(_OF_PAST).search(scene.text, line.start, line.end)


def _parallel(scene: Scene, sentence: int) -> bool:
    """着力扶持产业。…⏎着力支持农业，…: a paragraph that opens as the one before does, and tells of nothing that was done."""
    here = scene.structure.sentences[sentence]
    line, before = scene.structure.lines[here.line], scene.structure.lines[max(0, here.line - 1)]
    opening = scene.text[line.start : line.start + 2]
    same = here.start == line.start and here.line > 0 and scene.text.startswith(opening, before.start)
    return same and bool(pattern(r"\p{Han}{2}").fullmatch(opening)) and not pattern(_OF_PAST).search(scene.text, line.start, line.end)


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
    firm = said.status == "planned" and said.commitment != "expect" and (said.cue not in cues.SPEECH or said.rule == "cue")
    return firm and not _of_planned_sum(scene, said)


def _of_planned_sum(scene: Scene, said: Stance) -> bool:
    """Whether a cue only names what is to be spent: 【计划】总投资900亿元."""
    return said.cue == "计划" and scene.text.startswith(("投资额", "总投资", "投资总额"), said.end)


def keep(scene: Scene, clause: int, kept: Sequence[int], out: Sequence[Draft], memory: Memory) -> None:
    """What a clause says that those behind it go on with: its subjects, and whether they are promised or done."""
    tokens = scene.tokens(clause)
    memory.together = tuple(d.subject for d in out if d.subject) or memory.together
    memory.subjects = tuple(dict.fromkeys((*memory.subjects, *(d.subject for d in out if d.subject))))
    said = _told(scene, tokens, kept, out, memory)
    plan = said is not None and not kept and _of_plan(scene, clause, said)
    carried = said is not None and not plan and said.rule != "done_attribute" and not _of_amount(tokens, said)
    if said and carried and not (said.cue in cues.BESIDE and memory.stance and memory.stance.rule in ("cue", "future_time")):
        memory.stance = said
    elif memory.stance is None and out and _holds_on(scene, clause, out[-1].stance, silent=said is None):
        memory.stance = out[-1].stance
    if out and memory.opening is None:
        memory.opening = out[0].stance
    if scene.clause(clause).mark in ("；", ";"):
        memory.subjects = ()
        memory.stance = memory.stance and _of_next_item(memory.stance, memory.opening)
    if not kept:
        memory.uncounted = tokens


def _told(scene: Scene, tokens: Sequence[Token], kept: Sequence[int], out: Sequence[Draft], memory: Memory) -> Stance | None:
    """What a clause's own words say for those behind it, unless they only say it of the number that they stand at."""
    said = evidence.in_clause(tokens, len(tokens), lambda t: scene.tense(t.index))
    if kept and (said is None or said.cue == "共"):
        said = wording.arranged(scene, tokens, kept[-1]) or said  # 今年【共】安排项目295项，总投资…
    if said is None and not kept:
        said = wording.by_plan(tokens)
    if said and said.cue in (*cues.ESTIMATES, "计划") and out and out[-1].stance.status == "achieved":
        said = out[-1].stance  # 1至10月，预计接待游客3900万人次，实现收入…
    if said and said.rule == "future_time" and out and out[0].stance.rule == "told_of":
        said = out[0].stance  # 本次一季度开工的20个项目，总投资31亿元
    opening = memory.opening
    if said and said.cue == "计划" and opening and opening.status == "achieved" and _of_planned_sum(scene, said):
        said = opening  # 签约项目58个，计划总投资215亿元，完成率…
    return said


def _holds_on(scene: Scene, clause: int, stance: Stance, *, silent: bool) -> bool:
    """里程达到6万公里，【其中】高铁1万公里; 【全部建成后】，新增库容3亿立方米；年供水能力2亿立方米."""
    return stance.rule == "after_completion" or (silent and stance.status == "planned" and _among(scene, clause + 1))


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
    """Whether a cue only names an amount: 【年计划投资】161亿元；…, 【年度】投资20亿元 say nothing of the next item."""
    at = next((i for i, t in enumerate(tokens) if t.start == said.start), 0)
    if said.rule == "future_time" and tokens[at].word == "年度":
        return True
    return said.cue == "计划" and at > 0 and tokens[at - 1].word in ("年", "年度") and tokens[at + 1].word in cues.PLANNED_AMOUNTS


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
        "区长向大会作政府工作报告。今年，澜江区将怎么干？\n新改扩建学校5所以上。支持社会办医，引进医院2家。",
        (
            "planned | 学校 | 新改扩建 | 澜江区 | ge 5 所 | increment | 2024-12-31",
            "planned | 医院 | 引进 | 澜江区 | eq 2 家 | increment | 2024-12-31",
        ),
    ),
    Example("去年，澜江区干了什么？\n新改扩建学校5所。", ("achieved | 学校 | 新改扩建 | - | eq 5 所 | increment | -",)),
    Example(
        "到2027年，全省集群水平提升；累计建成示范集群30个；新认定特色集群50个。",
        (
            "planned | 示范集群 | 建成 | - | eq 30 个 | increment | 2027-12-31",
            "planned | 特色集群 | 新认定 | - | eq 50 个 | increment | 2027-12-31",
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
    Example(
        "12项水利工程全部建成后，新增库容3亿立方米，其中防洪库容1亿立方米；新增年供水能力2亿立方米。",
        (
            "planned | 库容 | 新增 | - | eq 300000000 立方米 | increment | -",
            "planned | 防洪库容 | 新增 | - | eq 100000000 立方米 | increment | -",
            "planned | 年供水能力 | 新增 | - | eq 200000000 立方米 | increment | -",
        ),
    ),
    Example(
        "园区签约项目58个，计划总投资215亿元，完成率107%。",
        (
            "achieved | 园区签约项目 | 签约 | - | eq 58 个 | increment | -",
            "planned | 园区签约项目总投资 | - | - | eq 21500000000 元 | level | -",
            "achieved | 完成率 | - | - | eq 107 % | share | -",
        ),
    ),
    Example(
        "去年，全市造林任务提前完成。建设粮库5座，新增样板基地5个。",
        ("achieved | 粮库 | 建设 | - | eq 5 座 | increment | -", "achieved | 样板基地 | 新增 | - | eq 5 个 | increment | -"),
        title="明年全市森林覆盖率将达23%以上",
    ),
    Example(
        "明年，望澜市将建设养老中心22个。\n据了解，2022年，建成养老中心16个。2025年，新建养老中心22个。",
        (
            "planned | 养老中心 | 建设 | 望澜市 | eq 22 个 | increment | 2025-12-31",
            "achieved | 养老中心 | 建成 | 望澜市 | eq 16 个 | increment | 2022-12-31",
            "planned | 养老中心 | 新建 | 望澜市 | eq 22 个 | increment | 2025-12-31",
        ),
    ),
    Example(
        "2023年，全省接待游客3亿人次，实现收入2000亿元；2024年，力争接待人数达到4亿人次，旅游收入达3000亿元，同比增长16%和23%。",
        (
            "achieved | 游客 | 接待 | - | eq 300000000 人次 | increment | 2023-12-31",
            "achieved | 收入 | 实现 | - | eq 200000000000 元 | level | 2023-12-31",
            "planned | 接待人数 | 达到 | - | eq 400000000 人次 | level | 2024-12-31",
            "planned | 旅游收入 | 达 | - | eq 300000000000 元 | level | 2024-12-31",
            "planned | 接待人数 | 同比增长 | - | eq 16 % | growth | 2024-12-31",
            "planned | 旅游收入 | 同比增长 | - | eq 23 % | growth | 2024-12-31",
        ),
    ),
    Example(
        "本次开工项目90个、总投资82亿元、年度投资20亿元。投产项目118个，总投资107亿元。",
        (
            "achieved | 本次开工项目 | 开工 | - | eq 90 个 | increment | -",
            "achieved | 本次开工项目总投资 | 开工 | - | eq 8200000000 元 | level | -",
            "planned | 年度投资 | 开工 | - | eq 2000000000 元 | increment | 2024-12-31",
            "achieved | 项目 | 投产 | - | eq 118 个 | increment | -",
            "achieved | 项目总投资 | - | - | eq 10700000000 元 | level | -",
        ),
        published="2024-12-02",
    ),
)
