"""What a number's own clause says of it: by its cues, else by what it is called, how it is given out, what its predicate says.

「首批200户群众春节前将搬进新居」 promises behind the number, 「制定了200亿美元的目标」 by a noun, 「安排资金5500万元」 by the deed.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, cast

from govtext.lexicon import cues, verbs
from govtext.rules import pattern
from govtext.targets import event, evidence
from govtext.targets.evidence import FIRM, REACH, SOFT_RULES, Stance
from govtext.targets.example import Example

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from govtext.records import Commitment
    from govtext.targets.scene import Scene
    from govtext.targets.tokens import Token

# So near before a goal a result is held against it.
COMPARED = 8
# So near before its number stands what it counts.
ATTRIBUTE = 5


def of_number(scene: Scene, tokens: Sequence[Token], at: int) -> Stance | None:
    """What the number's own clause says, or None."""

    def tense(token: Token) -> str:
        return scene.tense(token.index)

    upto = at + 1 if "了" in tokens[at].word else at
    said = _called_goal(tokens, at) or evidence.in_clause(tokens, upto, tense)
    if said is not None and said.rule == "future_time" and _begun(scene, said):
        done = _behind(scene, tokens, at)
        held = pattern(_THIS_TIME).match(scene.text, tokens[0].start) or pattern(_HELD).search(
            scene.text, tokens[0].start, tokens[at].start
        )
        told = _told_of(tokens, at) if held else None
        if told or (done and done.rule == "done_word_behind"):
            said = told or done  # 【本次】一季度集中开工的20个项目, 2月份投资20亿元的11个项目【已】开工
    if said is None or said.rule in SOFT_RULES:
        given = None if said and said.status == "achieved" and said.cue != "共" else arranged(scene, tokens, at)  # 今年【共】安排项目156个
        told = _planned_by_name(tokens, at) or (None if said else _told_of(tokens, at))
        said = _behind(scene, tokens, at) or given or told or said or _once_more(tokens, at, tense) or _named_goal(tokens, at)
    return said


_THIS_TIME = r"[本此这]次"
# 四季度【集中开工】项目9个.
_HELD = r"集中(?:开工|签约|竣工|投产)的?\p{Han}{0,8}$"


def _begun(scene: Scene, said: Stance) -> bool:
    """Whether a time that is not over has begun: in the month or quarter of the news."""
    index = scene.time_starts.get(said.start)
    days = scene.resolve(index) if index is not None else None
    return days is None or days.start is None or scene.published is None or days.start <= scene.published


def _planned_by_name(tokens: Sequence[Token], at: int) -> Stance | None:
    """【年度计划投资】97亿元: the name of the amount says that it is planned; not 完成年度计划投资30亿元."""
    place = at - 3 if at > 2 and tokens[at - 2].word == "完成" else at - 2  # 年度计划【完成】投资
    if place < 0 or tokens[place].word != "计划" or tokens[at - 1].word not in cues.PLANNED_AMOUNTS:
        return None
    if any(t.word in ("完成", "占", "超", "达到") for t in tokens[:place]):
        return None
    plan = tokens[place]
    return Stance("planned", "plan", plan.word, plan.start, plan.end, "named_planned")


def _told_of(tokens: Sequence[Token], at: int) -> Stance | None:
    """集中【开工的】项目40个: what they are told by is done; without a word of what is to come in the clause."""
    for place in range(at - 1, max(0, at - ATTRIBUTE), -1):
        verb = tokens[place - 1]
        if (
            (tokens[place].part == "of" or _held_at_once(tokens, place))
            and verb.word in cues.TOLD
            and not any(t.part in ("cue", "number") for t in tokens[:place])
        ):
            return Stance("achieved", None, verb.word, verb.start, verb.end, "told_of")
    return None


def _held_at_once(tokens: Sequence[Token], place: int) -> bool:
    """【集中】开工项目9个: what is opened at a ceremony."""
    return tokens[place].word == "项目" and place > 1 and tokens[place - 2].word == "集中"


def _named_goal(tokens: Sequence[Token], at: int) -> Stance | None:
    """A number that a noun calls a goal: 制定了200亿美元的【目标】, 【目标】亩产量是2500斤; not 完成全年目标的56%."""
    for place in (*range(at + 1, min(len(tokens), at + REACH)), *range(at - 1, max(-1, at - REACH), -1)):
        token = tokens[place]
        share_of_it = place < at and (
            next((t for t in tokens[place + 1 : at] if t.word != "任务" and t.part != "number"), token).part == "of"
            or _compared(tokens[max(0, place - COMPARED) : place])
            or (place > 0 and tokens[place - 1].word == "占")  # 占目标任务数100公里的137%
        )
        if _is_task(tokens, place, at) or (token.word in ("目标", "指标任务", "目标任务") and not share_of_it):
            return Stance("planned", "plan", token.word, token.start, token.end, "goal_noun")
    return None


def _is_task(tokens: Sequence[Token], place: int, at: int) -> bool:
    """新建【任务】6万套; 改造【任务】50个小区、【3000户】; not 完成造林任务3万亩."""
    if tokens[place].word != "任务" or place > at or any(t.word in ("完成", "超额", "实现") for t in tokens[:place]):
        return False
    between = tokens[place + 1 : at]
    return not between or (
        between[0].part == "number" and between[-1].word == "、" and all(t.part in ("number", "noun", "mark") for t in between)
    )


def _compared(tokens: Sequence[Token]) -> bool:
    """高于年初12%的【目标】14.4个百分点: a goal that a result is held against."""
    return bool(tokens) and tokens[-1].word == "的" and any(t.word in ("高于", "低于", "快于", "好于", "超") for t in tokens)


def _called_goal(tokens: Sequence[Token], at: int) -> Stance | None:
    """制定了到2030年达到50%【的目标】 promises, whatever the verb's 了; 提前完成…的目标 does not."""
    for place in range(at + 1, min(len(tokens), at + REACH)):
        if tokens[place].word in ("目标", "承诺") and tokens[place - 1].word == "的":
            if any(t.word in ("完成", "超额", "提前", "超额完成", "提前完成", "低于", "高于") for t in tokens[max(0, at - REACH) : at]):
                return None
            return Stance("planned", "plan", tokens[place].word, tokens[place].start, tokens[place].end, "goal_noun")
    return None


def _behind(scene: Scene, tokens: Sequence[Token], at: int) -> Stance | None:
    """What the number's own predicate says behind it: 8500万千瓦项目【已经】开工, 4112户群众【将】搬进新居, 3万吨【国庆节前】投用."""
    dated: Stance | None = None
    for place, token in enumerate(tokens[at + 1 : at + 1 + REACH], at + 1):
        if token.part == "number":
            break
        at_it = place > 1 and tokens[place - 1].word in ("在", "到") and tokens[place - 2].part == "do"  # 一半布设【在了】西部
        done = token.word == "了" and (tokens[place - 1].part == "do" or tokens[place - 1].word == "进行" or at_it)
        if done or token.word[0] == "已" or token.word in ("现已", "均已") or _passive(tokens, at, place):
            return Stance("achieved", None, token.word, token.start, token.end, "done_word_behind")
        if token.part == "cue" and token.word in FIRM and not (token.word == "拟" and evidence.of_parts(tokens, place)):
            return Stance("planned", cast("Commitment", cues.COMMITMENTS[token.word]), token.word, token.start, token.end, "cue_behind")
        if token.part == "time" and scene.tense(token.index) == "future" and event.behind(scene, tokens, place):
            dated = dated or Stance("planned", "plan", None, token.start, token.end, "future_time_behind")
    return dated


def _passive(tokens: Sequence[Token], at: int, place: int) -> bool:
    """有4家企业【被】确定为…, 对128座车站进行【了】改造: done to them, where no cue promises it."""
    said = tokens[place].word in ("被", "获评") or (tokens[place].word == "了" and tokens[place - 1].word in ("进行", "实施", "开展"))
    return said and place > at + 1 and not any(t.part == "cue" for t in tokens[:place])


def _once_more(tokens: Sequence[Token], at: int, tense: Callable[[Token], str]) -> Stance | None:
    """今年【再】新增50个: 再 is of what has not been done yet (又 is of what has), where its time is not over."""
    for place in range(at - 1, max(0, at - REACH), -1):
        if tokens[place].word != "再" or tokens[place - 1].part != "time" or tense(tokens[place - 1]) == "past":
            continue
        verb = next((t for t in tokens[place + 1 : at] if t.part != "adverb"), None)
        if verb is not None and verb.part == "do" and verb.word not in verbs.GAINING:
            return Stance("planned", "plan", "再", tokens[place].start, tokens[place].end, "once_more")
    return None


def arranged(scene: Scene, tokens: Sequence[Token], at: int) -> Stance | None:
    """Money and work given out for a time ahead: 2023年【安排】资金5000万元; of the year over that the text tells of, a fact."""
    for token in reversed(tokens[max(0, at - REACH) : at]):
        if token.word in cues.ARRANGING:
            if _of_year_over(scene, token.start):
                return Stance("achieved", None, None, token.start, token.end, "arranged_then")
            return Stance("planned", "plan", token.word, token.start, token.end, "arranged")
    return None


def _of_year_over(scene: Scene, start: int) -> bool:
    """Whether the year that the text named last in front of an offset is over: 【2025年】，全省支出100亿元。…。安排5亿元，支持消费."""
    last = bisect_left(scene.times, start, key=lambda time: time.start)
    for index in range(last - 1, max(-1, last - 1 - REACH), -1):
        time = scene.times[index]
        based = scene.text.endswith(tuple(cues.BASES), max(0, time.start - 2), time.start)
        if time.grain != "year" or time.relation == "each" or based or scene.titled(index):
            continue
        return scene.tense(index) == "past" and scene.structure.sentences[scene.clause(_clause_of(scene, index)).sentence].end < start
    return False


def _clause_of(scene: Scene, time: int) -> int:
    """The clause that a time stands in."""
    return bisect_right(scene.structure.clauses, scene.times[time].start, key=lambda clause: clause.start) - 1


def by_plan(tokens: Sequence[Token]) -> Stance | None:
    """【根据规划】，…: what a plan says is what will be."""
    if (
        len(tokens) < len(("根据", "规划"))
        or tokens[0].word not in ("根据", "依据", "按照")
        or any(t.part in ("time", "number") for t in tokens)
    ):
        return None
    last = next((t for t in reversed(tokens) if t.part != "mark" and t.word not in ("》", "）")), tokens[0])
    words = "".join(t.word for t in tokens).rstrip("》")
    planned = words.endswith(cues.PLANNING)
    return Stance("planned", "plan", last.word, last.start, last.end, "by_plan") if planned else None


EXAMPLES = (
    Example(
        "截至8月底，已新建农村公路137公里，占目标任务数100公里的137%。",
        (
            "achieved | 农村公路 | 新建 | - | eq 137 公里 | increment | 2023-08-31",
            "achieved | 农村公路 | 占 | - | eq 137 % | share | 2023-08-31",
        ),
    ),
    Example("首批200户群众春节前将搬进新居。", ("planned | 群众 | 搬进 | - | eq 200 户 | increment | 2024-02-09",)),
    Example("市财政今年安排专项资金5500万元。", ("planned | 专项资金 | 安排 | 市财政 | eq 55000000 元 | level | 2024-12-31",)),
    Example(
        "今年安排夜间列车46列，并对60座车站进行了改造。",
        (
            "planned | 夜间列车 | 安排 | - | eq 46 列 | increment | 2024-12-31",
            "achieved | 车站 | 进行改造 | - | eq 60 座 | increment | 2024-12-31",
        ),
    ),
    Example("今年再栽植核桃2万亩。", ("planned | 核桃 | 栽植 | - | eq 20000 亩 | increment | 2024-12-31",)),
    Example("今年又栽植核桃2万亩。", ("achieved | 核桃 | 栽植 | - | eq 20000 亩 | increment | 2024-12-31",)),
    Example("今年再获表彰3项。", ("achieved | 表彰 | 获 | - | eq 3 项 | increment | 2024-12-31",)),
    Example("今年全区共安排项目156个。", ("planned | 项目 | 安排 | - | eq 156 个 | increment | 2024-12-31",)),
    Example(
        "报告显示，2023年，全省财政收入100亿元，增长5%。\n支持消费。安排5亿元，发放消费券3亿元。\n2024年，安排6亿元。",
        (
            "achieved | 财政收入 | - | - | eq 10000000000 元 | level | 2023-12-31",
            "achieved | 财政收入 | 增长 | - | eq 5 % | growth | 2023-12-31",
            "achieved | - | 安排 | - | eq 500000000 元 | level | -",
            "achieved | 消费券 | 发放 | - | eq 300000000 元 | increment | -",
            "planned | - | 安排 | - | eq 600000000 元 | level | 2024-12-31",
        ),
    ),
    Example(
        "根据政府工作报告，今年财政支出规模比去年扩大2万亿元以上。",
        ("planned | 财政支出规模 | 扩大 | - | ge 2000000000000 元 | increment | 2024-12-31",),
    ),
    Example("按照统一部署，全市改造小区20个。", ("achieved | 小区 | 改造 | - | eq 20 个 | increment | -",)),
    Example("其中5个项目已经开工。", ("achieved | 项目 | 开工 | - | eq 5 个 | increment | -",)),
    Example(
        "社会项目29项，年度计划投资64亿元。",
        ("achieved | 社会项目 | - | - | eq 29 项 | level | -", "planned | 年度计划投资 | - | - | eq 6400000000 元 | level | 2024-12-31"),
    ),
    Example(
        "达产后预计可创税收5亿元；集中开工的项目40个。",
        ("planned | 税收 | 创 | - | eq 500000000 元 | increment | -", "achieved | 项目 | 开工 | - | eq 40 个 | increment | -"),
    ),
    Example(
        "“小巨人”企业有望达到6家，有4家企业被确定为“绿色工厂”。",
        ("planned | “小巨人”企业 | 达到 | - | eq 6 家 | level | -", "achieved | 企业 | 确定为 | - | eq 4 家 | level | -"),
    ),
    Example(
        "昨天，铁路部门对28座车站的候车区域进行了改造。",
        ("achieved | 车站的候车区域 | 进行改造 | 铁路部门 | eq 28 座 | increment | 2024-01-19",),
    ),
    Example(
        "2月份11个重点项目已相继开工建设。", ("achieved | 重点项目 | 开工建设 | - | eq 11 个 | increment | -",), published="2024-02-15"
    ),
    Example(
        "我县四季度集中开工项目9个，总投资70亿元，年度计划投资3亿元。",
        (
            "achieved | 项目 | 开工 | - | eq 9 个 | increment | -",
            "achieved | 项目总投资 | - | - | eq 7000000000 元 | level | -",
            "planned | 年度计划投资 | - | - | eq 300000000 元 | level | 2024-12-31",
        ),
        published="2024-10-27",
    ),
    Example("我县四季度计划集中开工项目9个。", ("planned | 项目 | 开工 | - | eq 9 个 | increment | 2024-12-31",), published="2024-10-27"),
    Example(
        "今年保障性租赁住房新建目标任务6万套，基本建成任务500套；老旧小区改造任务50个小区、3000户。",
        (
            "planned | 保障性租赁住房 | 新建 | - | eq 60000 套 | increment | 2024-12-31",
            "planned | 保障性租赁住房 | 基本建成 | - | eq 500 套 | increment | 2024-12-31",
            "planned | 小区 | 改造 | - | eq 50 个 | increment | 2024-12-31",
            "planned | 小区 | 改造 | - | eq 3000 户 | increment | 2024-12-31",
        ),
    ),
    Example("去年全市完成造林任务3万亩。", ("achieved | 造林 | 完成 | - | eq 30000 亩 | increment | 2023-12-31",)),
)
