"""Numbers that another is held against: where a change starts from, a goal that was set, an average, the same amount counted otherwise.

「居民消费价格上涨1.2%，低于3%左右的预期目标」 is a result of 1.2%, 「研发投入占比由2.1%提高到2.5%」 a target of 2.5%.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govtext.rules import pattern
from govtext.targets.example import Example

if TYPE_CHECKING:
    from govtext.targets.number import Number

# How many tokens before a number are looked at: bounds the work on a clause without end.
REACH = 60


def baseline(number: Number) -> bool:
    """Where a change starts from: 由50%提高到60%, 高于去年的3.2%."""
    before = number.before(14)
    starts = ("从" in before or "由" in before) and pattern(r"(?:从|由)[^，。]{0,14}$").search(before)
    if _grounds(number) or (starts and (pattern(_CHANGED).match(number.behind(12)) or _of_first_year(number))):
        return True
    if pattern(r"[比较][^，。；（(]{0,12}[（(]$").search(number.before(16)):
        return True  # 比去年同期日均（2.86亿人次）增长3.2%
    if pattern(r"^的?目标(?:区间|值|水平)").match(number.behind(6)) and pattern(r"(?:设定|既定|确定|规定)的$").search(number.before(4)):
        return True  # 回落到央行设定的2%至3%目标区间
    if number.quantity.measure != "point" and pattern(r"(?:低于|高于|超过)[^，。；]{0,24}目标(?:中值|值|上限|下限|区间)?$").search(
        number.before(32)
    ):
        return True  # 低于政府设定的通胀目标中值4.25%
    compared = number.scene.text[number.quantity.outer_start : number.quantity.start] + number.before(4)[-3:]
    if any(word in compared for word in ("高于", "低于", "快于", "慢于", "超过")) and pattern(_AVERAGE).match(number.behind(24)):
        return True  # 均低于3.8%的历史平均水平
    return before.endswith("的") and bool(pattern(_COMPARED).search(before))


_CHANGED = r"""
    ^(?:\p{Nd}+(?:\.\p{Nd}+)?万?\p{Han})?\p{Han}{0,3}(?:提高|提升|增加|增长|上升|扩大|下降|降低|减少|降|增|升|提|调|缩短|压缩|调整|回升|回落|上调|下调|跃升|攀升|发展|上浮|涨|跌|翻番|扩容|扩展|扩充|增设|加密|拓展|延长|延伸|压减|缩减|放缓|加快|减缓|收窄|减)(?:到|至|为)
"""
_AVERAGE = r"^(?:/[^，。；]{1,8})?的[^，。；]{0,20}?(?:平均水平|均值|平均值|历史水平)"
_COMPARED = r"""
    (?:高于|低于|好于|多于|少于|相比|比)(?:此前|去年|上年|预期|\p{Nd}{4}年|[\p{Han}]{0,6})的$
  | 较(?:此前|去年|上年|目前|当前|现在|\p{Nd}{4}年)的$
"""


def _grounds(number: Number) -> bool:
    """在【5个】试点地区【的基础上】, 将由目前的【79岁】提高一年: what is gone on from."""
    if pattern(r"由(?:目前|现在|当前|现有)的$").search(number.before(6)) and pattern(r"再?(?:提高|增加|延长|降低|减少)").match(
        number.behind(4)
    ):
        return True
    behind = number.behind(24)
    return "基础" in behind and bool(pattern(r"[^，。；]{0,18}的?基础[上之]").match(behind)) and "在" in number.before(8)


def _of_first_year(number: Number) -> bool:
    """从2001年【4090亿元】到2016年的6.4万亿元: what it was in the first of two years."""
    dated = pattern(r"(?:19|20)\p{Nd}{2}年\p{Han}{0,6}$").search(number.before(14))
    return dated is not None and pattern(r"[到至](?:19|20)\p{Nd}{2}年").match(number.behind(8)) is not None


def restated(number: Number) -> bool:
    """The number before it, counted otherwise: 重点项目444项（拆分后共569项）."""
    unit = number.quantity.unit
    return bool(unit) and bool(pattern(rf"\p{{Nd}}{unit}[（(][^（）()，；。]{{0,12}}共$").search(number.before(20)))


def earlier_goal(number: Number) -> bool:
    """A goal that a result is held against: 低于3%左右的预期目标; by how much it is passed: 超额完成任务8万人."""
    if pattern(r"超额完成\p{Han}{0,8}(?:目标|任务|计划|指标)$").search(number.before(20)):
        return True
    if not pattern(r"^\p{Han}{0,6}?(?:的|以内|左右)*(?:\p{Han}{0,4})(?:目标|任务|计划)").match(number.behind(12)):
        return False
    sentence = number.scene.clause(number.clause).sentence
    if number.scene.frames[sentence].zone == "plan":
        return False
    if pattern(r"(?:超额|圆满|提前)(?:完成|实现)\S{0,20}提出的|(?:超过|超出|超)计划\p{Han}{2,16}$").search(number.before(40)):
        return True  # 超额完成规划提出的增加8500张床位的目标, 超过计划改造小区2.5万个的年度目标
    if any(t.part == "cue" for t in number.tokens[max(0, number.at - REACH) : number.at]):
        return False
    bounded = number.scene.text[number.quantity.outer_start : number.quantity.start].startswith(("低于", "高于", "好于", "快于", "优于"))
    bounded = bounded or number.before(3) == "控制在"
    return bounded or bool(pattern(_ACHIEVED).search(number.before(24)))


_ACHIEVED = (
    r"连续[\p{Nd}一二两三四五六七八九十]{1,2}年(?:完成|实现|达到)$|"
    r"(?:提前|超额|顺利)\S{0,6}(?:完成|实现)|(?<!不)(?:低于|高于|好于|快于|优于)\p{Han}{0,4}$|(?:完成|实现)了|^(?:离|距离?|与)(?!上)"
)


def conversion(number: Number) -> bool:
    """The same amount in another currency: （1美元约合4.9雷亚尔）."""
    text, quantity = number.scene.text, number.quantity
    if quantity.dimension != "money":
        return False
    before = number.tokens[number.at - 3 : number.at] if number.at > 2 else ()
    bracketed = [t.word for t in before[1:]] in (["（", "约"], ["(", "约"]) and before[0].part == "number"
    if bracketed and number.scene.quantities[before[0].index].dimension == "money":
        return True  # 156亿英镑（约1515亿元人民币）
    return bool(
        pattern(r"(?:约|折|）|\p{Nd}\p{Han}{1,6})合(?:人民币|成)?(?:约|近)?$").search(text[quantity.start - 10 : quantity.start])
    ) or bool(pattern(r"^(?:大?约|折)?(?:合|兑换?|折合)(?:约|人民币)?\p{Nd}").match(text[quantity.end : quantity.end + 8]))


EXAMPLES = (
    Example(
        "一、2023年工作回顾\n房地产开发投资下降12.4%，离全年增长3%的目标差距较大。",
        ("achieved | 房地产开发投资 | 下降 | 澜江县 | eq 12.4 % | growth | -",),
        title="2024年澜江县政府工作报告",
    ),
    Example(
        "研发投入占比由2.1%提高到2.5%。",
        ("planned | 研发投入占比 | 提高到 | 澜江区 | eq 2.5 % | share | 2024-12-31",),
        title="澜江区2024年政府工作报告",
    ),
    Example("居民消费价格上涨1.2%，低于3%左右的预期目标。", ("achieved | 居民消费价格 | 上涨 | - | eq 1.2 % | growth | -",)),
    Example("力争污水处理率由60%提至70%。", ("planned | 污水处理率 | 提至 | - | eq 70 % | share | -",)),
    Example(
        "新能源装机达到1.35亿千瓦，提前一年实现三年装机1亿千瓦目标。",
        ("achieved | 新能源装机 | 达到 | - | eq 135000000 千瓦 | level | -",),
    ),
    Example("预计今年物价涨幅为2.1%，低于3.8%的历史平均水平。", ("planned | 物价涨幅 | 为 | - | eq 2.1 % | growth | 2024-12-31",)),
    Example("预计增速将从2023年的3.5%放缓至2024年的3.0%。", ("planned | 增速 | 放缓 | - | eq 3 % | growth | 2024-12-31",)),
    Example("今年计划安排重点项目444项（拆分后共569项）。", ("planned | 重点项目 | 安排 | - | eq 444 项 | increment | 2024-12-31",)),
    Example(
        "全县医院床位达到3万张，超额完成规划提出的增加8500张床位的目标任务。",
        ("achieved | 医院床位 | 达到 | - | eq 30000 张 | level | -",),
    ),
    Example(
        "以全市800多万人口计算，千人床位数3.7张，低于4.5张的全省平均水平。",
        ("achieved | 千人床位数 | - | - | eq 3.7 张 | level | -",),
    ),
    Example(
        "贫困人口由13677户49479人减至887户1472人。",
        ("achieved | 贫困人口 | 减至 | - | eq 887 户 | level | -", "achieved | 贫困人口 | 减至 | - | eq 1472 人 | level | -"),
    ),
    Example(
        "预计客流5万人次，比去年同期（4万人次）增长25%。",
        ("planned | 客流 | - | - | eq 50000 人次 | level | -", "planned | 客流 | 增长 | - | eq 25 % | growth | -"),
    ),
    Example("预计今年通胀率为3.6%，低于政府设定的目标中值4.25%。", ("planned | 通胀率 | 为 | - | eq 3.6 % | share | 2024-12-31",)),
    Example("失业率为3.78%，控制在4.5%的目标以内。", ("achieved | 失业率 | 为 | - | eq 3.78 % | share | -",)),
    Example("预计2026年通胀率为3%，回落到央行设定的2%至3%目标区间。", ("planned | 通胀率 | 为 | - | eq 3 % | share | 2026-12-31",)),
    Example(
        "明年政府计划投入156亿英镑（约1515亿元人民币）。", ("planned | 投入 | 投入 | 政府 | eq 15600000000 英镑 | increment | 2025-12-31",)
    ),
    Example(
        "今年将在5个省级试点地区的基础上建设10个国家级试点地区。",
        ("planned | 国家级试点地区 | 建设 | - | eq 10 个 | increment | 2024-12-31",),
    ),
    Example("林业产值从2001年40亿元到2016年的640亿元。", ("achieved | 林业产值 | - | - | eq 64000000000 元 | level | 2016-12-31",)),
    Example("失业率保持在4.1%，低于全省4.6%的控制目标。", ("achieved | 失业率 | 保持在 | - | eq 4.1 % | share | -",)),
    Example("去年新增就业8.2万人，超额完成目标任务近1万人。", ("achieved | 就业 | 新增 | - | eq 82000 人 | increment | 2023-12-31",)),
    Example(
        "人均预期寿命将较目前的76岁继续增长，到2030年达到79岁。", ("planned | 人均预期寿命 | 达到 | - | eq 79 岁 | level | 2030-12-31",)
    ),
    Example("今年将对车流量较大的85个服务区进行扩容。", ("planned | 服务区 | 进行扩容 | - | eq 85 个 | increment | 2024-12-31",)),
    Example("通过五年努力，人均预期寿命将由目前的79岁提高一年。"),
    Example("水库连续12年实现175米满蓄目标。"),
)
