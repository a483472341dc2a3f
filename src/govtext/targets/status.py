"""From a number's clause, sentence and frame to its status: promised or done, with the cue that says so.

The clause's own evidence wins; then the earlier clauses of its sentence; then the frame (a report's review or plan half).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govtext.lexicon import cues
from govtext.rules import pattern
from govtext.targets import deadline, directive, evidence, govern, wording
from govtext.targets.evidence import FIRM, SOFT_RULES, Stance
from govtext.targets.example import Example

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govtext.targets.frame import Frame
    from govtext.targets.scene import Scene
    from govtext.targets.tokens import Token

# How many characters around an ability are searched for what is to come.
NEARBY = 60


def framed(frame: Frame) -> Stance | None:
    """What the frame says when the sentence is silent."""
    if frame.zone == "plan":
        return Stance("planned", "plan", None, -1, -1, f"plan_{frame.rule}")
    if frame.zone == "review":
        return Stance("achieved", None, None, -1, -1, f"review_{frame.rule}")
    return None


def of_number(
    scene: Scene, clause: int, tokens: Sequence[Token], at: int, frame: Frame, before: tuple[Stance | None, Stance | None, bool]
) -> Stance:
    """The nearest evidence: the clause's, the sentence's (``before[0]``), the frame's.

    Where the clause or its whole sentence (``before[2]``) directs, also the paragraph's or lead's (``before[1]``).
    """
    said = wording.of_number(scene, tokens, at)
    sentence, wider, directs = before
    counted = (
        said is not None and said.cue == "计划" and all(t.part == "reach" for t in tokens[:at] if t.start >= said.end)
    )  # 搬迁计划为10万人
    if said and (said.cue in cues.ESTIMATES or counted) and (past := _over(scene, clause, tokens, at)):
        return past
    if frame.zone == "review" and not _ahead(scene, tokens, frame, said, sentence) and not _of_open_year(scene, clause, said or sentence):
        return framed(frame) or FACT  # 预计 about a year that is over, 争取 as work that was done
    if said and said.rule not in SOFT_RULES:
        over = scene.title.report and sentence is not None and said.cue in cues.ESTIMATES and sentence.rule == "past_time"
        # 1—10月，实施项目5万个。其中，共安排资金11亿元; “十四五”以来，共安排资金11亿元
        among = said.rule == "arranged" and sentence is not None and sentence.rule == "past_time" and not _of_a_day(scene, sentence)
        return sentence if sentence and (over or among) and not _turned(scene, tokens, at, sentence) else said  # 2023年，…，预计增长6%
    if frame.rule == "list_of_goals" and sentence and (sentence.rule == "done_word" or _of_a_day(scene, sentence)):
        sentence = None  # 定下了今年目标：…; 昨日获悉，今年目标敲定：…
    if sentence and sentence.rule not in (*SOFT_RULES, "now_time") and not (frame.zone == "plan" and _turned(scene, tokens, at, sentence)):
        return sentence
    found = (
        framed(frame) or (said if _promising(scene, tokens, said) else None) or (sentence if _promising(scene, tokens, sentence) else None)
    )
    if found is None and wider and (directs or directive.goes_on(scene, clause, tokens, at, wider, silent=said is None)):
        found = wider
    if (frame.rule == "note" and not directive.imperative(tokens, at)) or _exists(scene, clause):
        return FACT
    found = found or _purpose(scene, clause, tokens, at) or _kept_within(scene, tokens, at)
    found = found or _after_completion(scene, clause, tokens[at]) or _before_completion(scene, clause)
    return found or _bound_ahead(scene, clause, tokens[at]) or _of_programme(scene, clause, tokens[at]) or FACT


def _of_open_year(scene: Scene, clause: int, said: Stance | None) -> bool:
    """项目进展情况：今年安排项目458个，【年度计划投资】853亿元。1—8月…: what is to be spent in a year that is not over."""
    if said is None or said.rule not in ("named_planned", "arranged"):
        return False
    first = scene.structure.sentences[scene.clause(clause).sentence].clauses.start
    times = [
        i
        for place in range(first, clause + 1)
        for i in scene.times_by_clause[place]
        if not scene.text.startswith("年度", scene.times[i].start)
    ]
    return bool(times) and all(scene.tense(i) == "open" and scene.times[i].grain == "year" for i in times)


def _turned(scene: Scene, tokens: Sequence[Token], at: int, sentence: Stance) -> bool:
    """去年达到312个，【今年】再新增50个: the year has turned since the clause before."""
    return sentence.rule == "past_time" and any(
        t.part == "time" and scene.tense(t.index) != "past" for t in tokens[max(0, at - evidence.REACH) : at]
    )


def _of_a_day(scene: Scene, stance: Stance) -> bool:
    """Whether an earlier clause only says on which day it was told: 【日前】获悉, 【昨日】召开."""
    index = scene.time_starts.get(stance.start) if stance.rule == "past_time" else None
    return index is not None and scene.times[index].grain == "day" and scene.times[index].relation in ("at", "within")


def _over(scene: Scene, clause: int, tokens: Sequence[Token], at: int) -> Stance | None:
    """今年【1至10月】，全州预计接待游客3900万人次: an estimate for a time that is over."""
    before = scene.tokens(clause - 1) if clause and scene.clause(clause - 1).sentence == scene.clause(clause).sentence else ()
    alone = before if all(t.part in ("time", "adverb", "mark") for t in before) else ()
    times = [t for t in (*alone, *tokens[max(0, at - evidence.REACH) : at]) if t.part == "time"]
    if not times or any(scene.tense(t.index) != "past" or scene.times[t.index].relation != "within" for t in times):
        return None
    spans = all(scene.ends(t.index) and scene.times[t.index].grain in ("month", "months", "quarter", "half", "year") for t in times)
    return Stance("achieved", None, None, times[-1].start, times[-1].end, "past_time") if spans else None


def _exists(scene: Scene, clause: int) -> bool:
    """我国【有】13亿人口: what there is."""
    here = scene.clause(clause)
    return bool(pattern(r"(?:我|全)\p{Han}{1,2}(?:共|现|拥)?有").match(scene.text, here.start, here.end))


def _purpose(scene: Scene, clause: int, tokens: Sequence[Token], at: int) -> Stance | None:
    """【为】解决3万人的饮水问题，将投入…: what something planned is for."""
    aims = any(t.word in ("为", "为了") and tokens[place + 1].part == "do" for place, t in enumerate(tokens[:at]) if place + 1 < at)
    following = clause + 1
    if not aims or following >= len(scene.structure.clauses) or scene.clause(following).sentence != scene.clause(clause).sentence:
        return None
    told = scene.tokens(following)
    said = evidence.in_clause(told, len(told), lambda t: scene.tense(t.index))
    return replace(said, rule="purpose_of_plan") if said and said.status == "planned" else None


def _kept_within(scene: Scene, tokens: Sequence[Token], at: int) -> Stance | None:
    """失业率【控制在】4%以内, 新增装机【不能少于】2吉瓦: a bound that is to be kept."""
    quantity = scene.quantities[tokens[at].index]
    must = scene.text[max(0, quantity.start - 4) : quantity.start]
    if must in _MUST:
        return Stance("planned", "plan", must, quantity.start - 4, quantity.start, "kept_within")
    verb = tokens[at - 1] if at else None
    if verb is None or not verb.word.startswith("控制") or scene.quantities[tokens[at].index].comparator not in ("le", "lt"):
        return None
    return Stance("planned", "plan", verb.word, verb.start, verb.end, "kept_within")


def _after_completion(scene: Scene, clause: int, token: Token) -> Stance | None:
    """What comes when something is done: 通车后，车程约32分钟."""
    here = scene.clause(clause)
    first = scene.structure.sentences[here.sentence].clauses.start
    before = scene.clause(clause - 1) if clause > first else None
    words = scene.text[max(here.start, token.start - NEARBY) : token.start]
    own = deadline.supposes(words)
    earlier = before is not None and deadline.supposes(scene.text[max(before.start, before.end - NEARBY) : before.end], at_end=True)
    return Stance("planned", "expect", None, here.start, here.start, "after_completion") if own or earlier else None


def _before_completion(scene: Scene, clause: int) -> Stance | None:
    """新建900公里，【2035年】全部建成: what was counted is done by a date ahead."""
    completed = govern.following(scene, clause)
    if completed is None or completed.time is None or scene.tense(completed.time) != "future":
        return None
    time = scene.times[completed.time]
    return Stance("planned", "plan", None, time.start, time.end, "future_completion")


def _bound_ahead(scene: Scene, clause: int, token: Token) -> Stance | None:
    """今年新增不少于20万人: a year that is not over is bounded by a promise, a fact would tell its number."""
    quantity = scene.quantities[token.index]
    bound = scene.text[quantity.outer_start : quantity.start]
    times = scene.times_by_clause[clause]
    ahead = any(scene.tense(index) != "past" and scene.ends(index) for index in times)
    if not ahead or any(scene.tense(index) == "past" for index in times) or not bound.startswith(_BOUNDS):
        return None
    return Stance("planned", "plan", None, quantity.outer_start, quantity.start, "bound_of_time_ahead")


def _of_programme(scene: Scene, clause: int, token: Token) -> Stance | None:
    """50万人生态扶贫搬迁【（2013—2017年）】。上半年已…: the size of a programme that is named with its years, which are not over."""
    here = scene.clause(clause)
    alone = scene.structure.sentences[here.sentence].clauses == range(clause, clause + 1)
    times = scene.times_by_clause[clause] if alone and pattern(_WITH_YEARS).match(scene.text, token.end, here.end) else ()
    if not times or scene.tense(times[-1]) == "past":
        return None
    time = scene.times[times[-1]]
    return Stance("planned", "plan", None, time.start, time.end, "years_of_programme")


_WITH_YEARS = r"[^，；：]{2,30}[（(]\p{Nd}{4}年?[—–－~至-]{1,2}\p{Nd}{4}年[）)]$"
_MUST = ("不能少于", "不能低于", "不得少于", "不得低于", "必须达到", "必须超过")
_BOUNDS = ("不少于", "不低于", "不超过", "不高于", "不小于", "不大于")

FACT = Stance("achieved", None, None, -1, -1, "stated_as_fact")


def _promising(scene: Scene, tokens: Sequence[Token], stance: Stance | None) -> bool:
    """Whether soft evidence counts: an ability promises beside something to come, 项目建成后【可】年产30万吨, not 每车【能】载客168人."""
    if stance is None or stance.rule != "weak_cue" or stance.cue not in cues.ABILITY:
        return stance is not None
    if stance.cue in ("需", "需要", "应") and any(t.part == "reach" and t.start >= stance.end for t in tokens):
        return True  # 务工规模【需要】保持在3000万以上
    start = max(0, stance.start - NEARBY)
    window = scene.text[start : tokens[-1].end]
    return any(word in window for word in cues.TO_COME)


def _ahead(scene: Scene, tokens: Sequence[Token], frame: Frame, said: Stance | None, sentence: Stance | None) -> bool:
    """Whether a sentence of a review looks ahead: a date to come, or a firm cue where only the wording told it for a review."""
    if any(t.part == "time" and scene.ahead(t.index) for t in tokens) or (sentence is not None and _dated_ahead(scene, sentence)):
        return True
    if any(s is not None and s.cue == "即将" for s in (said, sentence)):
        return True  # 4个即将竣工
    return frame.rule == "lean" and any(s is not None and s.rule in ("cue", "cue_behind") and s.cue in FIRM for s in (said, sentence))


def _dated_ahead(scene: Scene, stance: Stance) -> bool:
    """Whether an earlier clause's time looks ahead by its own words: “九五”期间，…年均增长10%."""
    index = scene.time_starts.get(stance.start)
    return stance.rule == "future_time" and index is not None and scene.ahead(index)


EXAMPLES = (
    Example(
        "50万人生态扶贫搬迁（2013—2017年）。上半年已完成搬迁安置6万人。",
        (
            "planned | 生态扶贫 | 搬迁 | - | eq 500000 人 | increment | 2017-12-31",
            "achieved | 搬迁安置 | 完成 | - | eq 60000 人 | increment | 2015-06-30",
        ),
        published="2015-07-20",
    ),
    Example(
        "3000公里危险路段安装护栏（2012—2014年）。",
        ("achieved | 危险路段 | 安装 | - | eq 3000 公里 | increment | 2014-12-31",),
        published="2015-07-20",
    ),
    Example(
        "一、重点项目进展情况\n今年共安排重点项目458个，总投资720亿元，年度计划投资85亿元。1—8月完成投资62亿元，占年度投资计划的73%。",
        (
            "planned | 重点项目 | 安排 | - | eq 458 个 | increment | 2018-12-31",
            "planned | 重点项目总投资 | - | - | eq 72000000000 元 | level | 2018-12-31",
            "planned | 年度计划投资 | - | - | eq 8500000000 元 | level | 2018-12-31",
            "achieved | 投资 | 完成 | - | eq 6200000000 元 | increment | 2018-08-31",
            "achieved | 年度投资计划 | 占 | - | eq 73 % | share | 2018-08-31",
        ),
        published="2018-09-19",
    ),
    Example("护学线路将由现有的5条扩展至20条以上。", ("planned | 护学线路 | 扩展至 | - | ge 20 条 | level | -",)),
    Example("远洋银行预测，2024年外贸增速为4.6%，高于去年的4.1%。", ("planned | 外贸增速 | 为 | - | eq 4.6 % | growth | 2024-12-31",)),
    Example("今年新增就业不少于20万人。", ("planned | 就业 | 新增 | - | ge 200000 人 | increment | 2024-12-31",)),
    Example("去年新增就业不少于20万人。", ("achieved | 就业 | 新增 | - | ge 200000 人 | increment | 2023-12-31",)),
    Example(
        "去年新增规上企业42家，今年再新增50家。",
        (
            "achieved | 规上企业 | 新增 | 澜江区 | eq 42 家 | increment | 2023-12-31",
            "planned | 规上企业 | 新增 | 澜江区 | eq 50 家 | increment | 2024-12-31",
        ),
        title="澜江区2024年政府工作报告",
    ),
    Example("通车后，两地车程约40分钟。", ("planned | 两地车程 | - | - | approx 40 分钟 | level | -",)),
    Example(
        "改建管道180公里，新建90公里，2035年全部建成。",
        (
            "planned | 管道 | 改建 | - | eq 180 公里 | increment | 2035-12-31",
            "planned | 管道 | 新建 | - | eq 90 公里 | increment | 2035-12-31",
        ),
    ),
    Example(
        "预计去年全区生产总值增长6%。",
        ("achieved | 生产总值 | 增长 | 澜江区 | eq 6 % | growth | 2023-12-31",),
        title="澜江区2024年政府工作报告",
    ),
    Example(
        "力争进出口总额突破300亿元，增速达到8%。",
        (
            "planned | 进出口总额 | 突破 | - | gt 30000000000 元 | level | -",
            "planned | 进出口总额增速 | 达到 | - | eq 8 % | growth | -",
        ),
    ),
    Example(
        "今年将把审批周期压缩到100天以内，办结率提高到95%。",
        (
            "planned | 审批周期 | 压缩到 | - | le 100 天 | level | 2024-12-31",
            "planned | 办结率 | 提高到 | - | eq 95 % | share | 2024-12-31",
        ),
    ),
    Example(
        "生产总值五年翻了近一番，财政收入80亿元。",
        (
            "achieved | 生产总值 | 翻了近一番 | - | approx 2 倍 | multiple | -",
            "achieved | 财政收入 | - | - | eq 8000000000 元 | level | -",
        ),
    ),
    Example(
        "一、2023年工作回顾\n6个更新项目竣工，4个即将竣工，预计新增产业空间20万平方米。",
        (
            "achieved | 更新项目 | 竣工 | 澜江区 | eq 6 个 | increment | -",
            "planned | 更新项目 | 竣工 | 澜江区 | eq 4 个 | increment | 2024-12-31",
            "planned | 产业空间 | 新增 | 澜江区 | eq 200000 平方米 | increment | 2024-12-31",
        ),
        title="澜江区2024年政府工作报告",
    ),
    Example(
        "今年1月至10月，全州预计接待游客390万人次，实现旅游收入40亿元。",
        (
            "achieved | 游客 | 接待 | - | eq 3900000 人次 | increment | 2024-10-31",
            "achieved | 旅游收入 | 实现 | - | eq 4000000000 元 | level | 2024-10-31",
        ),
        published="2024-11-15",
    ),
    Example(
        "去年，全市实施水利项目45个。其中，共安排资金11亿元。",
        ("achieved | 水利项目 | 实施 | - | eq 45 个 | increment | 2023-12-31", "achieved | 资金 | 安排 | - | eq 1100000000 元 | level | -"),
    ),
    Example("脱贫人口务工规模需要保持在30万以上。", ("planned | 脱贫人口务工规模 | 保持在 | - | ge 300000 | level | -",)),
    Example(
        "2022年，全市搬迁计划为10万人，实际搬迁13万人。",
        (
            "achieved | 搬迁 | - | - | eq 100000 人 | level | 2022-12-31",
            "achieved | 搬迁 | 搬迁 | - | eq 130000 人 | increment | 2022-12-31",
        ),
    ),
    Example("每年新增装机不能少于2吉瓦。", ("planned | 装机 | 新增 | - | ge 2 吉瓦 | increment | -",)),
    Example(
        "去年，安排资金5亿元；今年，安排资金6亿元。",
        (
            "achieved | 资金 | 安排 | - | eq 500000000 元 | level | 2023-12-31",
            "planned | 资金 | 安排 | - | eq 600000000 元 | level | 2024-12-31",
        ),
    ),
    Example(
        "“十四五”以来，共安排补助资金11亿元。",
        ("achieved | 补助资金 | 安排 | - | eq 1100000000 元 | level | 2025-05-20",),
        published="2025-05-20",
    ),
    Example(
        "望澜市今年为解决3万人的饮水问题，将投入资金1850万元。",
        (
            "planned | 饮水问题 | 解决 | 望澜市 | eq 30000 人 | level | 2024-12-31",
            "planned | 资金 | 投入 | 望澜市 | eq 18500000 元 | increment | 2024-12-31",
        ),
    ),
    Example(
        "望澜市去年为解决3万人的饮水问题，投入了资金1850万元。",
        (
            "achieved | 饮水问题 | 解决 | 望澜市 | eq 30000 人 | level | 2023-12-31",
            "achieved | 资金 | 投入 | 望澜市 | eq 18500000 元 | increment | 2023-12-31",
        ),
    ),
    Example("今年GDP预期目标增长13.5%以上。", ("planned | GDP | 增长 | - | ge 13.5 % | growth | 2024-12-31",)),
    Example("今年城镇新增就业的预期目标是900万人。", ("planned | 城镇新增就业 | 是 | - | eq 9000000 人 | increment | 2024-12-31",)),
)
