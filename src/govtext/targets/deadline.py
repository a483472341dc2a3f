"""Which times can be the deadline of anything: no baseline, no rate, no occasion, no date of an event of its own.

「政府自9月1日起将燃油附加费上调2个百分点」 has one, 「审批周期由2019年的186天缩短至121天」 none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govtext.rules import pattern
from govtext.targets import event
from govtext.targets.example import Example

if TYPE_CHECKING:
    from govtext.targets.scene import Scene


def usable(scene: Scene, index: int, *, achieved: bool) -> bool:
    """Whether a time can be a deadline: no baseline (比2020年), no rate (每年), and on the right side of the publication date."""
    time = scene.times[index]
    before = scene.text[max(0, time.start - 2) : time.start]
    behind = scene.text[time.end : time.end + 4]
    if (
        time.relation == "each"
        or time.rule == "now"
        or scene.text.startswith("同期", time.end - 2)
        or not scene.ends(index)
        or scene.titled(index)
        or (time.grain == "year" and pattern(_SHOWN).match(scene.text, time.end))
    ):
        return False
    if behind.startswith("的") and time.relation == "within" and time.grain == "day":
        return False  # 达到假期三天的峰值
    if before.endswith(("是", "为", "由")) and pattern(r"的[近约超]?[\p{Nd}一二三四五六七八九十百千万两]").match(behind):
        return False  # 是2005年的2.3倍, 由2019年的186天
    of_goal = scene.text[time.start : time.end] in ("年度", "年初") and pattern(_OF_GOAL).match(scene.text, time.end)
    if of_goal or (time.relation == "since" and before.endswith(("创", "为", "是"))):
        return False  # 完成年度计划的117%, 创2010年以来最好位次
    if before.endswith(
        ("比", "较", "按", "自", "从", "同", "与", "高于", "低于", "大于", "小于", "多于", "少于", "好于", "快于", "优于", "超过")
    ) or behind.startswith(("以来", "相比", "水平", "同期", "价格", "不变价", "起", "基础", "的基础", *_HELD)):
        return False
    return (scene.tense(index) == "past") == achieved or (achieved and scene.tense(index) == "open")


# 完成年度【目标任务】589亿元【的】37%, 上半年年度【计划投资完成率】55%.
_OF_GOAL = r"(?:计划|目标|任务|预算){1,2}(?:(?:\p{Nd}[\p{Nd}.]*\p{Han}{1,4})?的\p{Nd}|(?:总|完成)?(?:投资)?(?:完成|执行)率)"
# 19日【举行的】推进会上获悉: when it was told of.
_HELD = ("举行的", "召开的", "举办的", "发布的", "公布的", "印发的")
# An occasion by its year: 2023年德国国际【车展】上, 出席2023年年会【时】.
_SHOWN = r"\p{Han}{0,12}(?:车展|展览会|博览会|展会|论坛|峰会|年会|大会|会议|开幕式|发布会)(?:[（(][^）)]{1,12}[）)])?(?:上|时|期间|间隙)"


def reports(scene: Scene, clause: int, index: int) -> bool:
    """「2024年春运专班数据显示」 says whose figures these are: the year in it dates no promise."""
    here = scene.clause(clause)
    return scene.times[index].grain == "year" and scene.text[here.start : here.end].endswith(
        ("显示", "表示", "介绍", "获悉", "了解到", "报道", "指出", "提出")
    )


def dates_an_event(scene: Scene, clause: int, index: int) -> bool:
    """Whether a time stands between a name and its event: 【硅基光电产业园】9月开工; 「2025年建成…，…」 governs what follows."""
    time, here = scene.times[index], scene.clause(clause)
    if scene.by_clause[clause]:
        return False
    tokens = scene.tokens(clause)
    at = next((i for i, t in enumerate(tokens) if t.part == "time" and t.index == index), None)
    happening = None if at is None else event.behind(scene, tokens, at)
    if at is None or happening is None:
        return False
    if time.grain in event.FINE and (happening[-1].end < here.end or at > 0):
        return True  # 6月底前出台规划，培育企业20户
    named = "".join(
        t.word for t in tokens[:at] if t.part not in ("cue", "adverb", "time") and t.word not in ("于", "在", "到", "项目", "该")
    )
    return len(named) >= 2


def follows_event(words: str) -> bool:
    """Whether words point back to an event that came before: 投产后, 届时."""
    return "届时" in words or "到时" in words or supposes(words)


def supposes(words: str, *, at_end: bool = False) -> bool:
    """Whether words make a condition of an event: 项目建成后."""
    return "后" in words and bool(pattern(_CONDITION_AT_END if at_end else _CONDITION).search(words))


_CONDITION = (
    r"(?:建成|投产|完工|竣工|达产|达效|满产|通车|投用|投运|运营|实施|完成|通航|开通|使用|交付)"
    r"(?:投产|投用|通车|运营|达产|达效|使用)?(?:之后|以后|后)"
)
_CONDITION_AT_END = _CONDITION + "$"


EXAMPLES = (
    Example(
        "力争上半年重点项目年度计划投资完成率达到55%以上。",
        ("planned | 重点项目年度计划投资完成率 | 达到 | - | ge 55 % | share | 2024-06-30",),
    ),
    Example(
        "市长在2024年国际车展（LIA）时宣布，该市将投入3亿元。",
        ("planned | 投入 | 投入 | 该市 | eq 300000000 元 | increment | -",),
    ),
    Example("政府自9月1日起将燃油附加费上调2个百分点。", ("planned | 燃油附加费 | 上调 | 政府 | eq 2 个百分点 | point | 2024-09-01",)),
    Example("截至2025年底，全市将累计建成口袋公园100个。", ("planned | 口袋公园 | 建成 | - | eq 100 个 | increment | 2025-12-31",)),
    Example(
        "截至2月底，全市累计建成口袋公园100个。",
        ("achieved | 口袋公园 | 建成 | - | eq 100 个 | increment | 2024-02-29",),
        published="2024-03-05",
    ),
    Example(
        "2023年，全区总产值86亿元，是2018年的2.3倍，年均递增14.2%。",
        (
            "achieved | 总产值 | - | - | eq 8600000000 元 | level | 2023-12-31",
            "achieved | 总产值 | 是 | - | eq 2.3 倍 | multiple | 2023-12-31",
            "achieved | 总产值 | 递增 | - | eq 14.2 % | growth | -",
        ),
    ),
    Example("审批周期由2019年的186天缩短至121天。", ("achieved | 审批周期 | 缩短至 | - | eq 121 天 | level | -",)),
    Example(
        "生产总值增长7.3%、创2010年以来最好位次。",
        ("achieved | 生产总值 | 增长 | - | eq 7.3 % | growth | -",),
    ),
    Example("20日，全国铁路预计发送旅客94万人次。", ("planned | 旅客 | 发送 | 全国铁路 | eq 940000 人次 | increment | 2024-01-20",)),
    Example(
        "今年确保增长8.9%，高于去年9个百分点。",
        ("planned | - | 增长 | - | eq 8.9 % | growth | 2024-12-31", "planned | - | 高于 | - | eq 9 个百分点 | point | 2024-12-31"),
    ),
    Example("19日举行的推进会上获悉，环线现有14个项目已开工建设。", ("achieved | 项目 | 开工建设 | - | eq 14 个 | increment | -",)),
    Example("“五一”假期旅游收入恢复至2019年同期的128%。", ("achieved | 旅游收入 | 恢复 | - | eq 128 % | share | -",)),
    Example(
        "1—6月，新开工工业项目78个，完成年度目标任务132个的59.09%，同比增长16.42%。",
        (
            "achieved | 工业项目 | 新开工 | - | eq 78 个 | increment | 2024-06-30",
            "achieved | 工业项目 | 完成 | - | eq 59.09 % | share | 2024-06-30",
            "achieved | 工业项目 | 同比增长 | - | eq 16.42 % | growth | 2024-06-30",
        ),
        published="2024-07-20",
    ),
)
