"""Numbers that are terms, not targets: ages, lengths of time, conditions, examples, sizes of what another counts.

「为65岁以上老年人免费体检」 says who; what a number is held against is in ``comparison``, what belongs to a rule in ``regulation``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govtext.lexicon import exclusions
from govtext.rules import pattern
from govtext.targets import comparison, deadline, regulation
from govtext.targets.example import Example
from govtext.targets.tokens import VERBS, is_link

if TYPE_CHECKING:
    from collections.abc import Callable

    from govtext.targets.number import Number

# How many tokens before a number are looked at: bounds the work on a clause without end.
REACH = 60
# A condition is so short.
CONDITION = 40


def age(number: Number) -> bool:
    """An age says who: 65岁以上老年人."""
    if number.quantity.unit not in ("岁", "周岁") or "寿命" in number.before(12):
        return False
    told = number.scene.structure.sentences[number.scene.clause(number.clause).sentence].start
    reaches = number.last is not None and number.last.part == "reach" and number.behind(1) != "的" and not number.noun()
    return not (
        reaches and "寿命" in number.scene.text[max(told, number.quantity.start - CONDITION) : number.quantity.start]
    )  # 寿命…，达到79岁


def duration(number: Number) -> bool:
    """A length of time is a target only when something is brought to it: 办理时限压缩至3个工作日."""
    if number.quantity.dimension not in ("time", "calendar", "worktime"):
        return False
    noun = number.noun()
    if number.before(2).endswith("连续") or number.behind(1) == "的" or (noun and noun[0].part == "noun"):
        return True
    if number.next is not None and number.next.part == "number" and number.next.start == number.tokens[number.at].end:
        return True  # 2分45秒: part of a longer one
    if pattern(r"比\p{Han}{0,8}提前$").search(number.before(12)) or (
        number.before(2) == "提前" and number.next is not None and number.next.part in VERBS
    ):
        return True  # 比计划提前两个月, 提前一年实现
    if pattern(r"(?:天数\S{0,4}天|(?:受教育年限|预期寿命)为?\S{0,6}年)$").search(number.before(8) + number.words):
        return False  # 优良天数326天, 平均受教育年限12.2年: days and years that are counted
    first = _first_of_list(number)
    last = max((t.end for t in number.tokens[max(0, number.at - REACH) : number.at] if t.part == "number" and t.end <= first), default=0)
    before = number.scene.text[max(0, last, first - 8) : number.quantity.start].replace("增加值", "")
    return not any(word in before for word in exclusions.DURATION_VERBS)


def _first_of_list(number: Number) -> int:
    """Where the list of numbers begins that this one ends or goes on with: 压减至【0.5个】、1个和3个工作日."""
    at = number.at
    while at > 1 and (number.tokens[at - 1].word == "、" or is_link(number.tokens[at - 1])) and number.tokens[at - 2].part == "number":
        at -= 2
    return number.scene.quantities[number.tokens[at].index].outer_start


def condition(number: Number) -> bool:
    """What has to be done first: 待84个项目全部建成后, 172项工程全部建成后."""
    here = number.scene.clause(number.clause)
    words = number.scene.text[here.start : here.end]
    after = (words.startswith(("待", "等到")) and words.endswith(("后", "时"))) or (
        deadline.supposes(words, at_end=True) and number.at == 0
    )
    who = words.startswith("对") and words.endswith("的")  # 对单店投资超过100万元的，按…给予补助
    return (after or who) and len(words) < CONDITION


def example(number: Number) -> bool:
    """A case that is only supposed: 以100万元贷款为例, 假设利率降至4%."""
    sentence = number.scene.structure.sentences[number.scene.clause(number.clause).sentence]
    text = number.scene.text
    words = text[max(sentence.start, number.quantity.start - 120) : number.quantity.start]
    here = number.scene.clause(number.clause)
    return (
        any(word in words for word in exclusions.SUPPOSING)
        or bool(pattern(r"以\p{Han}{0,4}$").search(words) and pattern(r"^\p{Han}{0,8}计算$").match(text[number.quantity.end : here.end]))
        or ("以" in words[-20:] and "为例" in text[number.quantity.end : min(here.end, number.quantity.end + 30)])
        or ("以" in words and "为例" in text[number.quantity.end : min(sentence.end, number.quantity.end + 24)])
    )


def attended(number: Number) -> bool:
    """Things that exist and are only named: 聚焦28条产业链, 发挥好9个中心的作用."""
    heads = [t.word for t in number.tokens[max(0, number.at - 12) : number.at]]
    named = [place for place, word in enumerate(heads) if word in exclusions.ATTENDING]
    verb = number.verb() if named else None
    if not named or (verb is not None and verb.word not in exclusions.ATTENDING and verb.word in heads[named[-1] + 1 :]):
        return False
    return number.quantity.dimension in (None, "count", "item", "")


_APART = frozenset("和 及 以及 并 （ ( ） ) 其中 约合".split())


def modifier(number: Number) -> bool:
    """A size inside the noun phrase that another number counts: 投资5000万元以上在建项目80个."""
    tokens, place, nouns = number.tokens, number.at + 1, 0
    while place < len(tokens) and tokens[place].part in ("noun", "of", "do") and tokens[place].word not in _APART:
        nouns += len(tokens[place].word)
        place += 1
    follows = next((t for t in tokens[number.at + 1 : number.at + 3] if t.part != "of"), None)
    if tokens[number.at + 1 : place] and tokens[number.at + 1].part == "of" and follows is not None and follows.part == "number":
        return True  # 总投资1200亿元的86个项目
    sized = number.quantity.dimension == "money" or number.bound in ("以上", "以下")
    if sized and number.last is not None and number.last.part == "number" and nouns:
        return True  # 1000个亿元以上工业项目
    if sized and number.bound in ("以上", "以下") and nouns and tokens[place - 1].word in exclusions.THINGS:
        place += place + 1 < len(tokens) and tokens[place].part == "reach"  # 引进亿元以上项目【超过】15个
    beside = tokens[number.at + 1] if number.at + 1 < len(tokens) else None
    spent = number.quantity.dimension == "money" and beside is not None and beside.part == "do"  # 投资34亿元【建设】4座
    if ((number.last is not None and number.last.part == "do") or spent) and number.bound != "以上":
        return False
    return (
        nouns >= 2
        and tokens[place - 1].word != "等"  # 7000个建制村通硬化路【等】11件实事
        and place < len(tokens)
        and tokens[place].part == "number"
        and number.scene.quantities[tokens[place].index].dimension != "time"
    )


RULES: tuple[tuple[str, Callable[[Number], bool]], ...] = (
    ("age", age),
    ("duration", duration),
    ("baseline", comparison.baseline),
    ("condition", condition),
    ("restated", comparison.restated),
    ("earlier_goal", comparison.earlier_goal),
    ("reward", regulation.reward),
    ("conversion", comparison.conversion),
    ("example", example),
    ("threshold", regulation.threshold),
    ("attended", attended),
    ("modifier", modifier),
)


EXAMPLES = (
    Example(
        "力争人均预期寿命79岁、劳动年龄人口平均受教育年限12.2年、城镇登记失业率低于4%。",
        (
            "planned | 人均预期寿命 | - | - | eq 79 岁 | level | -",
            "planned | 劳动年龄人口平均受教育年限 | - | - | eq 12.2 年 | level | -",
            "planned | 城镇登记失业率 | 低于 | - | lt 4 % | share | -",
        ),
    ),
    Example("到2035年，高速公路将覆盖所有城区人口10万以上的市县。"),
    Example("力争300万人口以上的城市，公交分担率达到60%。", ("planned | 公交分担率 | 达到 | - | eq 60 % | share | -",)),
    Example("为65岁以上老年人免费体检。", title="澜江区2024年政府工作报告"),
    Example(
        "办结时限压缩至3个工作日。",
        ("planned | 办结时限 | 压缩至 | 澜江区 | eq 3 个工作日 | level | 2024-12-31",),
        title="澜江区2024年政府工作报告",
    ),
    Example("粮食产量连续20年增长。", title="澜江区2024年政府工作报告"),
    Example("煤耗超过300克/千瓦时的机组要全部改造。", title="澜江区2024年政府工作报告"),
    Example("聚焦28条重点产业链。", title="澜江区2024年政府工作报告"),
    Example(
        "优良天数达到320天以上。",
        ("planned | 优良天数 | 达到 | 澜江区 | ge 320 天 | level | 2024-12-31",),
        title="澜江区2024年政府工作报告",
    ),
    Example("优良天数326天。", ("planned | 优良天数 | - | 澜江区 | eq 326 天 | level | 2024-12-31",), title="澜江区2024年政府工作报告"),
    Example(
        "办理时限分别压减至0.5个、1个和3个工作日。",
        (
            "planned | 办理时限 | 压减至 | 澜江区 | eq 0.5 个工作日 | level | 2024-12-31",
            "planned | 办理时限 | 压减至 | 澜江区 | eq 1 个工作日 | level | 2024-12-31",
            "planned | 办理时限 | 压减至 | 澜江区 | eq 3 个工作日 | level | 2024-12-31",
        ),
        title="澜江区2024年政府工作报告",
    ),
    Example("去年县法院受理赔偿案件6起。", ("achieved | 赔偿案件 | 受理 | 县法院 | eq 6 起 | increment | 2023-12-31",)),
    Example(
        "对于今后五年的目标，市长强调，澜江市的实力要再上新台阶，到2029年生产总值突破2000亿元。",
        ("planned | 生产总值 | 突破 | - | gt 200000000000 元 | level | 2029-12-31",),
    ),
    Example("力争新引进亿元以上项目超过15个。", ("planned | 亿元以上项目 | 新引进 | - | gt 15 个 | increment | -",)),
    Example("待84个项目全部建成投用后，服务能力将大幅提升。"),
    Example("今年将招引过亿项目20个。", ("planned | 过亿项目 | 招引 | - | eq 20 个 | increment | 2024-12-31",)),
    Example(
        "到2025年，响应能力应达到负荷的3%，峰谷差率超过40%的地区也应达到。",
        ("planned | 响应能力 | 达到 | - | eq 3 % | share | 2025-12-31",),
    ),
    Example(
        "到2030年，人均预期寿命再增加约2岁，达到79岁。",
        (
            "planned | 人均预期寿命 | 增加 | - | approx 2 岁 | increment | 2030-12-31",
            "planned | 人均预期寿命 | 达到 | - | eq 79 岁 | level | 2030-12-31",
        ),
    ),
)
