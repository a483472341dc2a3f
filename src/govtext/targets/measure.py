"""From a number's unit, verb and subject to its measure: 「增长5%」 is growth, 「覆盖率达到95%」 share, 「新增30家」 increment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govtext.lexicon import phrases, verbs
from govtext.targets.example import Example

if TYPE_CHECKING:
    from govtext.mentions.mention import Quantity
    from govtext.records import Measure
    from govtext.targets.shape import Phrase

_RATE_UNITS = frozenset({"%", "‰", "％", "/10万", ""})
_MEASURING = _RATE_UNITS | {"个百分点", "百分点", "倍", "元", "美元"}
# Verbs with such an end say what a figure comes to: 提高到, 降至, 控制在.
_ENDS = ("到", "至", "为", "在")
_USED = ("用于", "投向")


def counts(quantity: Quantity) -> bool:
    """Whether a number's unit counts things, so that what it counts may follow: 家, 个, 座, not 元 or %; 2.6万贫困人口 too."""
    if not quantity.unit:
        return quantity.value is not None and quantity.value > 1
    return quantity.unit not in _MEASURING and quantity.dimension not in ("money", "ratio", "time")


def is_rate(quantity: Quantity) -> bool:
    """Whether a number is a percentage or a part."""
    return quantity.unit in _RATE_UNITS | {"个百分点", "百分点"} and not _is_bare_amount(quantity)


def measure(quantity: Quantity, phrase: Phrase, subject: str) -> Measure:
    """The kind of figure that a number is; see the coding guide's table of measures."""
    action = phrase.action.text if phrase.action else ""
    changing = (phrase.changing or action.removeprefix("同比") in verbs.CHANGING) and not action.endswith(_ENDS)
    if quantity.measure is not None:
        return quantity.measure
    if quantity.unit in _RATE_UNITS and not _is_bare_amount(quantity):
        return "growth" if changing or action in ("优化", "改善") or subject.endswith(verbs.GROWTH_NOUNS) else "share"
    if quantity.unit == "倍":
        return "growth" if changing else "multiple"
    if phrase.reaching and phrase.after:
        return "level"  # 设立规模20亿元的基金
    if action and action in subject and subject.endswith((*verbs.AMOUNTS, "总投资")) and not changing:
        return "level"  # 基础设施【建设】总投资
    return "increment" if changing or _is_flow(action, quantity, subject) or not _is_state(action, phrase, subject) else "level"


def _is_state(action: str, phrase: Phrase, subject: str) -> bool:
    """Whether an amount is what something comes to: 规模达到, 出口1273亿元, a noun alone."""
    states = (
        phrase.reaching
        or not action
        or action.endswith("年产")
        or action in verbs.STATES | verbs.TRADE | verbs.REACHED
        or action.startswith(_USED)
    )
    return states or action.endswith(_ENDS) or subject.endswith(verbs.AMOUNTS)


def _is_bare_amount(quantity: Quantity) -> bool:
    """受益人口超过160万: a number without a unit is an amount, a part (一半) is not."""
    return not quantity.unit and max(v for v in (quantity.value, quantity.low, quantity.high, 0) if v is not None) > 1


def _is_flow(action: str, quantity: Quantity, subject: str) -> bool:
    """Whether what is done brings so much about: 新增, 完成投资, 开行; not 惠及 of people, 安排 of money."""
    solved = action == "解决" and quantity.unit == "个"  # 解决46个自然村通电话问题
    if (
        solved
        or "新增" in subject.replace("增加值", "")
        or (action in phrases.LIGHT and (subject in verbs.WITH_OBJECT or subject.endswith("就业")))
    ):
        return True  # 城镇新增就业, 实现减碳8亿吨
    if action in verbs.REACHED and quantity.unit in verbs.REACHED_UNITS and not subject.endswith(("就业", "从业人员")):
        return False  # 带动农户300户
    if quantity.dimension == "money" and (action in verbs.TRADE or action.endswith("安排")):
        return False
    if action.endswith("安排"):
        return True
    if action in verbs.STATES or action in verbs.REACHING or action.startswith(_USED) or action.endswith("年产"):
        return False
    return action in verbs.DOING or {action[:-2], action[-2:]} <= verbs.DOING or action.startswith(verbs.FLOWS)


EXAMPLES = (
    Example(
        "“十五五”期间，全省交通基础设施建设预计总投资3252亿元。",
        ("planned | 交通基础设施建设总投资 | 建设 | - | eq 325200000000 元 | level | 2030-12-31",),
    ),
    Example("今年力争改厕80个。", ("planned | 改厕 | 改厕 | - | eq 80 个 | increment | 2024-12-31",)),
    Example(
        "今年将新增高新技术企业120家，总数达到900家。",
        (
            "planned | 高新技术企业 | 新增 | - | eq 120 家 | increment | 2024-12-31",
            "planned | 高新技术企业总数 | 达到 | - | eq 900 家 | level | 2024-12-31",
        ),
    ),
    Example("力争今年规模以上工业增加值增长7%。", ("planned | 规模以上工业增加值 | 增长 | - | eq 7 % | growth | 2024-12-31",)),
    Example("到2025年，森林覆盖率达到42%。", ("planned | 森林覆盖率 | 达到 | - | eq 42 % | share | 2025-12-31",)),
    Example("到2025年，城镇化率比2020年提高3个百分点。", ("planned | 城镇化率 | 提高 | - | eq 3 个百分点 | point | 2025-12-31",)),
    Example("到2030年，数字经济规模翻一番。", ("planned | 数字经济规模 | 翻一番 | - | eq 2 倍 | multiple | 2030-12-31",)),
    Example("力争到2025年进入全国前三位。", ("planned | - | 进入 | - | eq 3 位 | rank | 2025-12-31",)),
    Example("今年将惠及群众30万人。", ("planned | 群众 | 惠及 | - | eq 300000 人 | level | 2024-12-31",)),
    Example("今年将带动就业7000人。", ("planned | 就业 | 带动 | - | eq 7000 人 | increment | 2024-12-31",)),
    Example(
        "今年出口额预计达到300亿元，受益人口超过160万。",
        (
            "planned | 出口额 | 达到 | - | eq 30000000000 元 | level | 2024-12-31",
            "planned | 受益人口 | 超过 | - | gt 1600000 | level | 2024-12-31",
        ),
    ),
    Example(
        "钢材价格年内大概率运行在每吨3500至3800元，涨幅不会超过3%。",
        (
            "planned | 钢材价格 | 运行在 | - | range 3500-3800 元 | level | 2024-12-31",
            "planned | 钢材价格涨幅 | 超过 | - | le 3 % | growth | 2024-12-31",
        ),
    ),
    Example("今年的产量将是去年的2.5倍。", ("planned | 产量 | 是 | - | eq 2.5 倍 | multiple | 2024-12-31",)),
    Example("力争今年出口1200亿元。", ("planned | 出口 | 出口 | - | eq 120000000000 元 | level | 2024-12-31",)),
    Example("到2030年，汽车油耗水平较2020年优化15%。", ("planned | 汽车油耗水平 | 优化 | - | eq 15 % | growth | 2030-12-31",)),
    Example("力争全年规上高新增加值实现6亿元。", ("planned | 规上高新增加值 | 实现 | - | eq 600000000 元 | level | 2024-12-31",)),
    Example("到2025年，孕产妇死亡率下降到14.5/10万。", ("planned | 孕产妇死亡率 | 下降到 | - | eq 14.5 /10万 | share | 2025-12-31",)),
    Example(
        "各项存款余额230亿元，同比增加16.7亿元。",
        (
            "achieved | 各项存款余额 | - | - | eq 23000000000 元 | level | -",
            "achieved | 各项存款余额 | 同比增加 | - | eq 1670000000 元 | increment | -",
        ),
    ),
    Example("今年将开工改造小区超过500个。", ("planned | 小区 | 开工改造 | - | gt 500 个 | increment | 2024-12-31",)),
)
