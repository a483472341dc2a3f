"""Words that say whether a number is promised or done: rows only."""

from __future__ import annotations

# cue -> commitment; a target's own word for how firmly it is promised.
COMMITMENTS: dict[str, str] = {
    "确保": "ensure", "务必": "ensure", "保证": "ensure", "必须": "ensure", "坚决": "ensure", "必保": "ensure",
    "力争": "strive", "争取": "strive", "努力": "strive", "奋力": "strive", "力保": "strive", "致力于": "strive", "希望": "strive", "冲刺": "strive", "全力争取": "strive", "期望": "strive",
    "预计": "expect", "预期": "expect", "预测": "expect", "有望": "expect", "预估": "expect", "预料": "expect", "料将": "expect", "估计": "expect", "可望": "expect", "可能": "expect", "或将": "expect", "可": "expect", "能": "expect", "会": "expect", "能够": "expect", "预报": "expect", "展望": "expect", "推算": "expect",
    "将": "plan", "要": "plan", "拟": "plan", "计划": "plan", "规划": "plan", "安排": "plan", "拟安排": "plan", "目标": "plan", "目标是": "plan", "目标为": "plan", "打算": "plan", "决定": "plan", "即将": "plan", "将要": "plan", "将会": "plan", "承诺": "plan", "提出": "plan", "明确": "plan", "要求": "plan", "宣布": "plan", "需": "plan", "需要": "plan", "应": "plan", "准备": "plan", "旨在": "plan", "任务": "plan", "谋划": "plan", "设定": "plan", "定为": "plan", "愿景": "plan", "待": "plan", "届时": "plan", "建成后": "plan", "投产后": "plan", "达产后": "plan",
}  # fmt: skip

# These are nouns too: 年度投资计划, 经济增长预期, 规划目标.
NOUNS = frozenset(
    "计划 规划 安排 目标 任务 要求 可能 预期 需要 决定 谋划 努力 准备 承诺 希望 期望 愿景 预测 估计 展望 能 会 可 要 将 应 需 待".split()
)

# A promise goes on with a verb, a date, or one of these: 计划【在】2025年建成.
AFTER_PROMISE = frozenset("到 在 于 用 对 向 将 再 总投资 为 把 总 新 其 要 以 今年 全年 每年 通过 由".split())

# Single characters are parts of words too: 高性【能】, 【会】议, 【可】再生.
HELPERS = frozenset("能 会 可 要 将 应 需 待".split())
AFTER_HELPERS = frozenset("为 有 在 对 从 向 于 把 被 由 再 与 给 达 以 使 是 把 用 不".split())
