"""From a number's unit, verb and subject to its measure: 「增长5%」 is growth, 「覆盖率达到95%」 share, 「新增30家」 increment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govtext.lexicon import verbs

if TYPE_CHECKING:
    from govtext.mentions.mention import Quantity
    from govtext.records import Measure
    from govtext.targets.phrase import Phrase

# A subject with such an end is itself a rate of change.
_GROWTH_NOUNS = ("增速", "增长率", "增幅", "涨幅", "降幅", "年均增长", "降低率", "涨跌幅", "下降率", "削减", "压减")
# An amount behind these is a state to be reached, or a stock.
_LEVEL_VERBS = frozenset(
    "安排 拟安排 惠及 实现 支持 服务 涉及 满足 受益 覆盖 涵盖 有 需要 超 达 稳定 保障 列支 预留 统筹安排 拥有 运营 用于".split()
)
# What such a noun counts is a flow that is named, not done: 旅客发送量.
_AMOUNT_NOUNS = (
    "量",
    "额",
    "规模",
    "总数",
    "数",
    "总值",
    "产值",
    "收入",
    "面积",
    "里程",
    "产能",
    "能力",
    "装机",
    "资金",
    "总额",
    "人口",
    "支出",
    "预算",
    "赤字",
    "产量",
    "投资额",
    "增加值",
    "标准",
    "价格",
    "成本",
    "浓度",
)
_FLOW_VERBS = ("新增", "新建", "引进", "培训", "建成", "建设", "改造", "完成投资", "开展", "新引进")
_RATE_UNITS = frozenset({"%", "‰", "％", ""})


def measure(quantity: Quantity, phrase: Phrase, subject: str) -> Measure:
    """The kind of figure that a number is; see the coding guide's table of measures."""
    if quantity.measure is not None:
        return quantity.measure
    action = phrase.action.text if phrase.action else ""
    ends = action.endswith(("到", "至", "为", "在"))
    changing = phrase.changing or (any(v in verbs.CHANGING for v in (action,)) and not ends)
    if quantity.unit in _RATE_UNITS:
        return "growth" if (changing and not ends) or subject.endswith(_GROWTH_NOUNS) else "share"
    if quantity.unit == "倍":
        return "growth" if changing and not ends else "multiple"
    if changing and not ends:
        return "increment"
    flows = action.startswith(_FLOW_VERBS) or (action in verbs.DOING and action not in _LEVEL_VERBS and action not in verbs.REACHING)
    if flows or "新增" in subject:
        return "increment"
    return "level" if phrase.reaching or not action or action in _LEVEL_VERBS or ends else "increment"
