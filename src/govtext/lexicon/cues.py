"""Words that say whether a number is promised or done: rows only."""

from __future__ import annotations

# cue -> commitment; a target's own word for how firmly it is promised.
COMMITMENTS: dict[str, str] = {
    "确保": "ensure", "务必": "ensure", "保证": "ensure", "必须": "ensure", "坚决": "ensure", "坚守": "ensure", "严守": "ensure", "必保": "ensure",
    "力争": "strive", "争取": "strive", "努力": "strive", "奋力": "strive", "力保": "strive", "力求": "strive", "致力于": "strive", "希望": "strive", "冲刺": "strive", "全力争取": "strive", "期望": "strive",
    "预计": "expect", "预期": "expect", "预测": "expect", "有望": "expect", "预估": "expect", "预料": "expect", "料将": "expect", "估计": "expect", "可望": "expect", "可能": "expect", "或将": "expect", "可": "expect", "能": "expect", "会": "expect", "能够": "expect", "预报": "expect", "展望": "expect", "恐": "expect", "恐将": "expect", "料": "expect", "势将": "expect", "推算": "expect",
    "将": "plan", "要": "plan", "拟": "plan", "计划": "plan", "规划": "plan", "安排": "plan", "拟安排": "plan", "目标": "plan", "目标是": "plan", "目标为": "plan", "预期目标": "plan", "打算": "plan", "决定": "plan", "即将": "plan", "将要": "plan", "将会": "plan", "承诺": "plan", "提出": "plan", "明确": "plan", "要求": "plan", "宣布": "plan", "需": "plan", "需要": "plan", "应": "plan", "应该": "plan", "应当": "plan", "准备": "plan", "旨在": "plan", "任务": "plan", "负责": "plan", "谋划": "plan", "设定": "plan", "定为": "plan", "愿景": "plan", "待": "plan", "届时": "plan", "建成后": "plan", "投产后": "plan", "达产后": "plan",
}  # fmt: skip

# These are nouns too: 年度投资计划, 经济增长预期, 规划目标.
NOUNS = frozenset(
    "计划 规划 安排 目标 预期目标 任务 要求 可能 预期 需要 决定 谋划 负责 努力 准备 承诺 希望 期望 愿景 预测 展望 能 会 可 要 将 应 需 待".split()
)

# A promise goes on with a verb, a date, or one of these: 计划【在】2025年建成.
AFTER_PROMISE = frozenset("额外 免费 每 首次 到 在 于 用 对 向 将 再 总投资 为 把 总 新 其 要 以 今年 全年 每年 通过 由".split())

# Single characters are parts of words too: 高性【能】, 【会】议, 【可】再生.
HELPERS = frozenset("能 会 可 要 将 应 需 待".split())
AFTER_HELPERS = frozenset("为 有 和 跟 同 在 对 从 向 于 把 被 由 再 与 给 达 以 使 是 把 用 不 赴 迎 升 超 破 跨 派 投 招 引 年".split())

# What has been: 【已】完成30亿元.
DONE = frozenset("现 已 已经 了 曾 曾经 现有 截至 截止 先后 刚刚 现已 业已 此前 近年来 日前 近日 其时 不久前 前不久 早前 当时 至今".split())

# These stand beside promises too: 「预计客运量达到120万人次，同比增长5%」.
SOFT = frozenset("同比 环比 共 累计 目前 当前 去年 上年 共有 首次".split())

# These only say how a figure compares or is counted: the promise before them goes on.
BESIDE = frozenset("同比 环比 首次 累计".split())

# A figure that is not counted yet, of a year to come or of one just over.
ESTIMATES = frozenset("预计 预期 预估 估计".split())

# A time behind one of these is where a change starts from: 【比】2020年.
BASES = frozenset("比 较 从 由 按 与 同 自 高于 低于 大于 小于 多于 少于 好于 快于 优于 超过 超".split())

# 以2017年数量为【基数】: what makes a year a base.
BASE_NOUNS = frozenset("基数 基值 基准 基期 基准年 基期年 基点 为基数 为基准".split())

# Words of ability, need and speech: they promise only beside something that is to come.
ABILITY = frozenset("负责 应该 应当 可 能 会 能够 可能 需 需要 应".split())
SPEECH = frozenset("提出 明确 要求 宣布 决定".split())

# What makes an ability a promise: 项目【建成】后可年产30万吨.
TO_COME = frozenset(
    "建成 投产 完工 竣工 达产 通车 投用 投运 建成后 投产后 达产后 建成投产 项目 工程 年内 今年 全年 未来 预计 将 改造 改造后 规划 计划 届时".split()
)

# Money and work are given out for a time ahead: 【安排】资金5000万元.
ARRANGING = frozenset("安排 统筹安排 拟安排 预算安排 列支 预留 规划建设 规划布局 总工期 工期 拟建".split())

# Where a cue is part of a noun: 【拟】入库企业名单, 全年【目标】.
LISTS = frozenset("名单 公示 对象 人选".split())
GOALS = frozenset("总任务 总目标 目标 任务 目标任务 计划 预算 预期目标 工作 指标 计划任务".split())
# In front of a goal these hold a figure against it: 【比】计划高2亿元.
HELD_AGAINST = frozenset("比 较 超 超过 超出 高于 低于 快于 慢于 多于 少于 好于".split())
WHOLE_YEARS = frozenset("全年 年度 年初 当年 季度".split())

# 将 in front of one of these looks ahead though it is no verb of plans; in front of another noun it is 把.
AFTER_FUTURE = frozenset(
    """
    使 让 令 促使 使得 成为 迎来 采取 坚持 聚焦 围绕 立足 着眼 扎实 牢牢 抓住 紧扣 突出 强化 加强 深入 出现 发挥 发生 面临 进入 涉及 依托 瞄准 锚定 全力以赴 一如既往 严格 适时 择机 视 根据 陆续 分 逐 每 最终 首次 更 更加 不 还 也 能 会 可 有 是
    继续 全线 全程 全域 呈现 形成 达成 产生 导致 造成 影响 位居 占据 承担 负责 主导 牵头 担任 授予 获得 得到 享受 接受 结束 开启 开始 延续 重点 主要 优先 大大 极大 极大地 有助于 有利于 有力 有效 显著 明显
    """.split()
)

# A time behind one of these is in an occasion's name: 【举行】一季度开工仪式.
OCCASIONS = frozenset("举行 举办 召开 参加 出席".split())

# To have these is no event: 到2030年…【取得】显著成效.
VAGUE = frozenset("成效 进展 突破 成果 成绩 实效 进步 胜利".split())

# Behind a verb these end such a name: 三季度重大项目开工【推进会】.
OCCASION_ENDINGS = ("会", "会上", "仪式", "活动", "会议")
NO_OCCASIONS = frozenset("会 协会 委员会 工会 商会 社会 机会 联合会 基金会 理事会 学会 董事会".split())

# The present: it reports in its own clause and says nothing of the next.
NOW = frozenset("目前 当前 现在 眼下 如今 现 迄今 截至目前 今".split())

# In front of 将 with a noun these say that it is 把: 【先】将油菜割倒.
BEFORE_DISPOSING = frozenset("先 通过 已 应 须 可 能 坚持 统一 拟".split())

# Behind 计划 these name an amount that is planned: 年度【计划投资】97亿元.
PLANNED_AMOUNTS = frozenset("投资 总投资 投资额 完成投资".split())

# What is told by one of these with 的 is done: 集中【开工的】项目40个.
TOLD = frozenset("开工 签约 竣工 投产 开竣工".split())

# Behind these 计划 is a noun: 重点研发【计划】, 行动【计划】.
PLANS_OF = frozenset(
    "研发 行动 发展 培养 培育 年度 工作 三年 五年 专项 生产 支持 引进 人才 帮扶 提升 倍增 攻坚 实施 执行 供应 供地 收购 科技 创新 引才 成长 扶持 资助 示范 援助 合作 教育 招生 采购 用地 预算 财政 信贷 债券".split()
)

# A clause that so ends names what is planned: 【根据规划】，….
PLANNING = ("规划", "计划", "方案", "纲要", "工作报告", "预算报告", "预算草案", "行动计划")
