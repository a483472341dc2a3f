"""Words of dated events that the verbs' table does not tell apart: rows only."""

from __future__ import annotations

# Of such verbs a longer word begins: 签订协议, 完工后.
SHORT = frozenset(
    "开工 完工 竣工 投产 投用 投运 建成 通车 通航 通水 开通 开业 封顶 合龙 签订 签署 交付 上线 启动 达产 开馆 开园 开学 验收".split()
)

# These go on; a date by which they are done makes no event of them.
GOING_ON = frozenset(
    """
    推进 推动 加强 加快 促进 深化 支持 鼓励 引导 落实 做好 抓好 优化 扩大 提升 提高 带动 保障 发展 壮大 服务 保持 巩固 改善 增强 加大 统筹 开展 推广 应用 使用 参加 参与 组织 规范 管控 监管 维护 保护 规划 布局 谋划 利用 有
    """.split()
)
GOING_ON_ADVERBS = frozenset("继续 持续 坚定 坚定不移 不断 始终 一直 进一步 深入".split())

# Alone with an object these go on: 【实施】产业强区战略; 项目启动【实施】 happens.
WITH_OBJECT_GOING_ON = frozenset("实施 执行 推行 运行 运营 开放 发布 举办 举行 取得 具备".split())

# Behind a verb these end it: 派驻【完毕】.
ENDINGS = frozenset("完毕 到位 完成 结束 见效 运营 运行 建设 实施 使用 生产 发电".split())

# Events beside the verbs' table: 2025年6月首台机组【并网发电】.
HAPPENING = frozenset(
    """
    互认 试生产 达产 满产 并网发电 发电 蓄水 下闸蓄水 截流 试通车 试车 投料 试车投料 获批 扫尾 脱贫 摘帽 脱贫摘帽 消灭 竣工验收 主线贯通 完毕 投入运营 投入商业运营 净零 退役 关停 拆除 搬迁 进场 进驻 落户 揭牌 奠基 首发 首演 首航 复航
    开诊 开钻 开庭 开机 开播 出厂 下水 通线 建成交付 复工 复产 复课 开赛 开标 招标 挂网 开门 开园 交房 交地 供地 摘牌 清零 清仓 并轨 接通 通气 通暖 供暖 结束 到位 见顶
    """.split()
)

# Before an event in one word: 【全线】贯通.
WHOLLY = frozenset("全线 全面 全部 正式 顺利 如期 基本 主体 双线 整体 胜利 圆满 同步".split())

# In front of a date these make what follows its clause's predicate: 将【于】11月, 【定于】7月8日.
AT = frozenset("于 定于 拟于 将于 计划于 预计于 预定于 争取于 力争于".split())

# A word of two characters that begins so, alone behind a date, comes about: 开诊, 出厂, 下水.
OPENING = frozenset("开通出下试竣完封合揭启")

# Such words that name an amount as well.
NO_EVENTS = frozenset("开支 开发 出生 出口 出栏 通胀 合同 出勤 试题 通知 完整 合格".split())

# 完成【各项】目标任务 names no event; 完成水稻栽插任务 does.
SUNDRY = frozenset("以下 各项 上述 这些 这个 这一 既定 预定 年度 工作 发展 主要 相关 有关 改革 目标 任务 如下 下列".split())

# What is brought about by a date and has a name of its own: 2030年前实现【碳达峰】.
NAMED_GOALS = ("碳达峰", "碳中和", "净零排放", "现代化", "共同富裕")
