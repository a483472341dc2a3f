"""Words that tell a report's review half from its plan half: rows only."""

from __future__ import annotations

# In a heading or opening sentence these open a zone, until the next one.
REVIEW_OPENERS = (
    "工作回顾", "回顾", "过去一年", "过去五年", "过去的一年", "过去的五年", "一年来", "五年来", "主要做了以下工作", "做了以下工作", "所做的工作", "主要成效", "取得的成绩", "工作成就", "完成情况", "执行情况", "工作总结", "刚刚过去的", "这五年", "这一年",
)  # fmt: skip
# These only in a heading.
REVIEW_HEADINGS = (
    "发展成就",
    "主要成就",
    "主要成绩",
    "工作成效",
    "工作进展",
    "进展情况",
    "成绩单",
    "工作情况",
    "运行情况",
    "存在的问题",
    "存在的主要问题",
    "存在问题",
)
PLAN_OPENERS = (
    "工作安排", "工作部署", "总体部署", "总体要求", "主要预期目标", "主要预期指标", "预期目标", "主要目标", "发展目标", "工作目标", "目标任务", "重点工作", "主要任务", "今年工作", "工作打算", "工作思路", "工作计划", "工作要点", "工作建议", "主要工作", "任务安排", "重点任务", "重点抓好", "重点做好", "着力抓好", "着重抓好", "今年要", "下一步", "下步", "下半年工作", "工作措施", "下步工作", "总体考虑", "目标要求", "行动目标", "总体目标", "年度目标", "任务目标", "资助计划", "年度计划", "实施计划", "重点举措", "主要举措", "预算草案", "预算安排", "收支预算", "计划草案",
)  # fmt: skip

# In a sentence only these do: 「目标任务」 stands in reviews too.
PLAN_SENTENCES = (
    "主要预期目标是", "预期目标是", "主要目标是", "发展目标是", "做好以下", "重点抓好", "重点做好", "下一步", "今年要", "总体要求", "总体思路", "今年工作", "今后五年", "今年政府工作", "主要预期目标为", "明年工作", "今年将重点",
)  # fmt: skip

# How a review sounds, and how a plan sounds: each word counts for its half.
REVIEW_SIGNS = (
    "了", "圆满", "成效", "取得", "迈上", "迈出", "荣获", "获评", "首次", "显著", "稳居", "位居", "居全国", "全国第", "连续", "累计", "同比", "成功", "突破性", "跻身", "入选", "获批", "提前完成", "全面完成", "超额完成", "持续改善", "明显", "有力", "再创", "创历史", "新高", "新台阶", "亮点", "实现历史性", "先后", "挂牌运行", "建成通车", "投产", "达产", "得到", "率先", "高于全国", "好于", "平稳", "已", "年来", "顺利", "全部竣工", "稳步", "以来", "上线运行", "落地见效", "蓬勃", "向好",
)  # fmt: skip
PLAN_SIGNS = (
    "要", "将", "力争", "确保", "争取", "加快", "推动", "推进", "深入实施", "深化", "完善", "健全", "支持", "鼓励", "做好", "抓好", "强化", "加强", "启动", "谋划", "统筹推进", "大力", "积极", "着力", "加大", "促进", "探索", "坚持", "落实", "优化", "引导", "努力", "培育", "争创", "严格", "坚决", "持续", "用好", "抓实", "开展", "打造", "建立", "提升", "扩大", "办好", "建好", "全力", "高质量", "让", "今年",
)  # fmt: skip

# These hardly stand in a review: its year, its firm words, the bounds of its figures. 今年以来 looks back and is taken off again.
STRONG_PLAN_SIGNS = {
    "今年": 7,
    "今年以来": -8,
    "年内": 7,
    "力争": 3,
    "确保": 3,
    "争取": 2,
    "以上": 1,
    "左右": 1,
    "以内": 1,
    "不低于": 1,
    "不少于": 1,
}

# A paragraph that so begins, with a comma behind, belongs to that half.
YEAR_OPENERS = {"去年": "review", "今年": "plan"}

# A sentence with one of these can be a list of goals.
GOALS = ("目标", "实事")

# A line with one of these that ends in a colon opens no goals: 主要做【了】以下工作：.
NO_GOALS = ("了", "完成", "情况", "成效", "回顾", "取得", "进展", "成绩", "过去", "成果")

# The title of an order ends in one of these; news about one says what was done with it.
ORDERS = frozenset("通知 措施 方案 计划 规划 要点 意见 办法 纲要 指南 决定 清单 任务书 预算安排 预算草案 收支预算".split())
# What one of these says is what will be done: 《行动计划》明确.
PLANS = frozenset("方案 计划 规划 要点 纲要 意见 措施 目标 任务书 路线图".split())
NEWS_OF_ORDERS = ("出台", "发布", "公布", "解读", "启动", "提出", "通过", "推出", "实施了", "落实")

# A list of deeds with one of these in its title has been done.
DONE_LISTS = (
    "完成",
    "回顾",
    "进展",
    "办结",
    "盘点",
    "成效",
    "办好",
    "办成",
    "已",
    "落地",
    "落实",
    "过半",
    "兑现",
    "收官",
    "成绩单",
    "结果",
    "督查",
    "验收",
    "评议",
    "交账",
    "答卷",
    "解决",
    "惠及",
    "温暖",
    "暖心",
    "见效",
    "征集",
)
