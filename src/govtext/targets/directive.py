"""Whether a clause without a word of promise goes on with the plan before it: it directs, opens as a deed, says what is reached.

「今年将改善出行。在17个站点附近新增泊位900个」: the second sentence opens with a verb, as the items of a plan do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govtext.lexicon import cues, verbs
from govtext.rules import pattern
from govtext.targets.evidence import FIRM, REACH
from govtext.targets.example import Example

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govtext.targets.evidence import Stance
    from govtext.targets.scene import Scene
    from govtext.targets.tokens import Token


def imperative(tokens: Sequence[Token], upto: int) -> bool:
    """Whether the clause opens with a verb, as the items of a plan do: 建设高标准农田30万亩."""
    for place, token in enumerate(tokens[: min(upto, REACH)]):
        if token.part in ("adverb", "mark", "time") or token.word in _OPENING:
            continue
        if token.part == "number" and place < upto:
            counted = tokens[place + 1 : upto]  # 13个项目【共计】落实用地2100亩: those told of before
            return any(t.word in ("共计", "合计", "总计") for t in counted) and any(t.part == "do" for t in counted)
        if token.word == "在" and any(t.part == "do" for t in tokens[place + 1 : upto]):
            return True  # 【在】17个站点新增泊位900个
        if token.word in ("对", "为"):
            behind = tokens[place + 1 : place + 1 + REACH]
            return any(t.part == "do" for t in behind) and not any(t.word == "了" for t in behind)  # 【对】330处院落进行改造
        told_by = place + 1 < len(tokens) and tokens[place + 1].part == "of"  # 【新开通的】铁路
        return not told_by and (token.part in ("do", "change") or token.word in verbs.CAUSING)
    return False


# In front of the verb that directs: 【即】争创3个基地.
_OPENING = frozenset("一是 二是 三是 四是 五是 即 并 同时 还要".split())


def goes_on(scene: Scene, clause: int, tokens: Sequence[Token], at: int, wider: Stance, *, silent: bool) -> bool:
    """Whether a clause goes on with the plan of its paragraph: it directs, opens as a deed, or names what is reached by then."""
    deed = imperative(tokens, at) or (silent and _opens_as_deed(scene, clause, tokens[:at]))
    return deed or (silent and _post(tokens[:at])) or _goal(scene, tokens, at, wider)


def _post(before: Sequence[Token]) -> bool:
    """【教育支出】231124万元: a post of a budget, named without a verb."""
    return bool(before) and before[-1].word.endswith(("支出", "经费", "专项资金")) and all(t.part != "time" for t in before)


def _opens_as_deed(scene: Scene, clause: int, before: Sequence[Token]) -> bool:
    """实施乡村休闲旅游工程，营业收入突破20亿元: the sentence opens with what is to be done, and comes to a figure."""
    first = scene.structure.sentences[scene.clause(clause).sentence].clauses.start
    comes_to = bool(before) and before[-1].part == "reach" and not any(t.part == "time" for t in before)
    return comes_to and first < clause and not scene.by_clause[first] and imperative(scene.tokens(first), len(scene.tokens(first)))


def _goal(scene: Scene, tokens: Sequence[Token], at: int, wider: Stance) -> bool:
    """到2030年，…取得成效。能耗【下降】15%: behind a goal for years to come a figure that is reached is one too."""
    index = scene.time_starts.get(wider.start) if wider.rule == "future_time" else None
    if index is None and wider.rule == "cue" and wider.cue in FIRM | {"要", "应", "争取"}:
        index = _year_at_head(scene, wider.start)
    if index is None or scene.times[index].grain not in ("year", "years"):
        return False
    if pattern(r"”?\p{Han}{0,6}(?:规划|纲要|计划|方案)").match(scene.text, scene.times[index].end):
        return False  # “十四五”规划: a plan's name
    if any(t.part == "time" and not (i and tokens[i - 1].word in cues.BASES) for i, t in enumerate(tokens[:at])):
        return False
    verb = next((t for t in reversed(tokens[:at]) if t.part != "adverb"), None)
    return (
        verb is not None
        and verb.word not in ("为", "是", "有", "共有", "拥有")
        and (verb.part in ("reach", "change") or verb.word.endswith(verbs.RATES))
    )


def _year_at_head(scene: Scene, start: int) -> int | None:
    """【到2030年】，里程将达到5万公里: the year that opens the sentence of what is promised."""
    sentence = next((s for s in reversed(scene.structure.sentences) if s.start <= start < s.end), None)
    heads = (
        ()
        if sentence is None
        else (scene.time_starts.get(scene.clause(c).start) for c in sentence.clauses if scene.clause(c).start < start)
    )
    return next((index for index in heads if index is not None and scene.tense(index) == "future"), None)


EXAMPLES = (
    Example(
        "今年，我市财政重点将安排在民生等方面。\n着力扶持产业。安排扶持资金5亿元。\n着力支持教育，教育支出23亿元，增长9%。",
        (
            "planned | 扶持资金 | 安排 | 我市财政 | eq 500000000 元 | level | -",
            "planned | 教育支出 | - | 我市财政 | eq 2300000000 元 | level | -",
            "planned | 教育支出 | 增长 | 我市财政 | eq 9 % | growth | -",
        ),
    ),
    Example(
        "今年将改善住房条件。继续对老旧小区进行改造，共计20万平方米。\n同时，对30处院落进行管线改造。",
        ("planned | 老旧小区 | - | - | eq 200000 平方米 | level | 2024-12-31", "planned | 院落 | 进行 | - | eq 30 处 | increment | -"),
    ),
    Example(
        "力争今年引进企业20家。实施乡村旅游工程，旅游收入突破20亿元。",
        (
            "planned | 企业 | 引进 | - | eq 20 家 | increment | 2024-12-31",
            "planned | 旅游收入 | 突破 | - | gt 2000000000 元 | level | 2024-12-31",
        ),
    ),
    Example(
        "到2025年，绿色经济体系初步形成。单位产值能耗比2020年下降13%；森林覆盖率达到24%。",
        (
            "planned | 单位产值能耗 | 下降 | - | eq 13 % | growth | 2025-12-31",
            "planned | 森林覆盖率 | 达到 | - | eq 24 % | share | 2025-12-31",
        ),
    ),
    Example("今年将改善出行。在17个站点附近新增泊位900个。", ("planned | 泊位 | 新增 | - | eq 900 个 | increment | 2024-12-31",)),
    Example(
        "根据总体目标，到2027年，全区要建成健身设施网络，新增公园3个。健身环境明显改善，人均体育场地面积达2.6平方米以上。",
        (
            "planned | 公园 | 新增 | - | eq 3 个 | increment | 2027-12-31",
            "planned | 人均体育场地面积 | 达 | - | ge 2.6 平方米 | level | 2027-12-31",
        ),
    ),
)
