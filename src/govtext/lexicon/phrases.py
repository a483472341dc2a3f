"""Words around numbers that end, open or fill a noun phrase: rows only."""

from __future__ import annotations

# Behind a number these words end the noun phrase that it counts: 30家村卫生室【纳入】医保定点范围.
PREDICATES = frozenset(
    """
    连跨     具备 纳入 用于 进入 入选 投入 得到 实现 达到 完成 全部 均 分别 获得 获 支持 正在 已 将 以 来 供 占 超过 突破 居 位居 列 挂牌 配备 通过 建成 落户 免费 用以 陆续 同步 集中 为 从 由 成立
    开展 有效 开始 率先 动态 可 参加 参与 签约 落地 投产 开工 竣工 投用 运行 增加 减少 下降 增长 提高 到 至 在 比 较 于 被 给 使 让 令 带动 有 是 死于 源自 来自 组网 会 要 开行 需要 需
    面临 受益 途经 过境 流离失所
    建立 制定 送入 走进 列入 用上 喝上 住上 进行 予以 加以
    """.split()
)

# With no verb in front of the number these too are what is done: 为7000户家庭【实施】适老化改造.
DEEDS = frozenset(
    """
    发展 进场 施工 开工建设 实施 进行 提供 投放 使用 办理 举办 发放 改造 配置 安装 建设 加装 推广 组织
    """.split()
)

# Verbs whose object stands between them and the number's own verb; the number's own verb is what counts.
LIGHT = frozenset(
    """
    完成 实现 开展 实施 推进 推动 带动 促进 确保 保持 加快 支持 引导 做好 抓好
    """.split()
)

# These take an object, so a noun of amount behind them is what is done: 新增种植面积.
TRANSITIVE = frozenset(
    """
    解决 搬迁 安置 转移 创 缴 缴纳 上缴 创造 贡献 拟安排 统筹安排 发行 拨付 下达 注入 新增 撬动 吸引 完成 实现 治理 改造 建成 建设 新建 安排 争取 培训 提供 退出 整治 修复 减少 增加 确保 保持 推进 推动 加快 促进 投入 落实 引进 利用 扩大 提高 提升 压减 稳定 带动 拉动 支持 统筹
    恢复 输送 发展 改善
    """.split()
)

# At the head of a clause these belong to no phrase.
OPENERS = frozenset(
    """
    包含
    ① ② ③ ④ ⑤ ⑥ ⑦ ⑧ ⑨ ⑩ ⑪ ⑫ ⑬ ⑭ ⑮ ⑯ ⑰ ⑱ ⑲ ⑳ 一是 二是 三是 四是 五是 六是 七是 八是 九是 十是 其中 并 同时 此外 另外 按照 今 使 让 （ ( 要 使得 从而 以及 还
    也 全年 当年 相比 其间 ” ） 了 着 起 投产后 建成后 达产后 完工后 竣工后 投用后 运营后 实施后 通车后 投运后 全部建成后
    加上 加之 将 把 而 但 但是 其 而且 因此 所以 不过 则 即 即将 当 若 如 如果 只 仅 就 令 还将 且 仍 再 拟 共
    """.split()
)

# Tokens without content.
EMPTY = frozenset(
    """
    “ ” ‘ ’ （ ） ( ) 、 了 过 个 等
    """.split()
)

# Words that name nothing by themselves.
NO_NAMES = frozenset(
    """
    大关 关口 年度目标 年度计划 年度任务 此 其 这 该 那么 间 之 总 各类 他 她 它 我们 这些 目标 预期 全部 条件 口 其他 其余 后 前 中 上 下 内 外 等 人 元 个
    世界 全球 国际 假期 假日 节日 期间 期末 期初 暑期 寒假 暑假 当日 首日 全社会 时 年 时间 用时间 本次 每 亩 点 率 例 倍 以 名 名列 位 家 项 和 共 之一 中有 中已有 点中已有
    双向 上个 上一个 前一个 单日 此次 本次 为此 对此 因此 此外 同时 随后
    """.split()
)

# A share behind these is of the people or things that stand behind it: 可【满足】三分之一居民的需求.
SERVING_WHOLE = frozenset("满足 惠及 供应 服务".split())

# What ends so is a time: 秋季开学【前】.
BEFORE_AND_AFTER = frozenset("前 之前 以前 后 之后 以后 期间".split())

# Adverbs that stand in front of a noun as well: 12个【重点】区域, 8000个【直接】就业岗位.
ATTRIBUTIVE = frozenset(
    """
    重点 优先 首批 直接 间接 新 联合 集中 科学 高标准 高质量 高水平 高效 实际 平均 同步 先后 共同 综合 连续 正式 统筹 滚动 协同 主动 精准 有效 深入 基本 持续 严格 切实 普遍 率先 一体 顺利 大幅
    明显 显著
    """.split()
)

# Verbs that only say that something is done: what stands in front of them is no part of what is done. 全市【新增】停车位500个.
PLAIN = frozenset(
    """
    新增 完成 实现 建成 新建 争取 提供 开展 实施 进行 发放 引进 新引进 推出 设立 新设立 举办 组建 净增 维持 创造 落实 吸引 打造 新开工 新开通 开通 增设 启动 筹集 募集 招募 签订 签署 发行 下达 安排 拟安排
    新认定 认定 新培育 培育 接待 运送 发送 采购 购买 购置 引育 招引 累计完成 争创 创建 获批 获得 形成 建有 设有 盘活 收储 腾退 消化 清理 关停 淘汰
    """.split()
)

# What is had stands behind these.
HAVING = frozenset("有 现有 共有 拥有 建有 设有 已有".split())

# In front of a noun these say of what kind it is: 【共享】停车位, 【示范】基地.
KINDS = frozenset(
    "共享 创新 示范 应用 实训 孵化 试点 服务 养殖 加工 冶炼 消费 储能 充电 监测 体检 托育 养老 研发 运营 登记 注册 交易 租赁".split()
)

# They lead to what is done: 推动【实施】技改项目.
LEADING = frozenset("加快 推进 推动 支持 促进 引导 组织 鼓励".split())

# Verbs of more and less: a verb behind them is part of what there is more or less of, 减少【审批环节】.
AMOUNTING = frozenset("恢复 减少 增加 扩大 压减 稳定 拨付 落实 投入 提高 降低 取消 推出 出台".split())

# Verbs that go together with one before them: 新建【改造】农贸市场.
CHAINED = frozenset("改造 改建 扩建 改扩建 迁建 续建 提升 培育 修缮 维修 加固 整治 优化 更新 打造".split())

# What is done to these is no name of something counted: 解决制约发展的【难题】.
TROUBLES = frozenset("难题 问题 瓶颈 矛盾 困难 短板 障碍".split())

# A paragraph that opens so goes on with the one before.
GOES_ON = ("同时", "此外", "另外", "与此同时", "除此之外", "其中包括", "其中，", "其中：")

# What is counted is not yet so: 29个【未】完成安置的城中村.
UNDONE = frozenset("未 尚未 还未 有 具有 具备 符合".split())

# So a phrase ends that says how good what is counted is: 300家质量高、带动能力【强】的企业.
GOOD = frozenset("强 高 好 大 优 广 快 多 足 新".split())

# Whom these reach stands behind them, whatever verb stands in front: 发放消费券【惠及】群众300万人次.
REACHING_PEOPLE = frozenset("惠及 造福 撬动 服务于 涉及 覆盖".split())

# Behind 75%的 these are no part of a whole.
NO_WHOLES = ("目标", "水平", "任务", "比例", "速度", "增速", "标准", "要求", "规模", "增长")

# Who is helped or led to do something stands behind these and does it: 推动200家企业【实施】改造.
PIVOTS = frozenset("实现 推动 带动 支持 帮助 引导 鼓励 组织 促使 让 使 助力 指导 动员 促进 帮扶 扶持 资助 选派 安排".split())

# These only say that a sum is given out: 【安排】5亿元.
GIVING = frozenset("安排 拟安排 预算安排 统筹安排 下达 下拨 拨付 列支".split())

# Behind a sum these lead to what it is for: ，【支持】高标准农田建设.
FOR = frozenset("用于 支持 保障 推动 推进 促进 助力 扶持 资助 支持发放 支持开展 支持实施".split())

# What a share is used for stands behind it: 其中三分之一【投向】北部港口.
USES = frozenset("用于 用以 投向 投入 来自 源自 分配 流向 销往 出自".split())

# These have no object: a sum in front of one is what arrives, 首期3亿元【到位】.
ARRIVING = frozenset("到位 到账 到岗".split())

# A number with such an end is a length of time or a count of its own, and says of what size nothing is.
UNRESTRICTING = tuple("年 月 天 日 时 年内 月内 天内 日内 小时 分钟 周 个 座 家 项 名 条 种 人 位 批 件 所 处 户 次 场 方面".split())

# In front of an amount these are part of its name: 年【销售】电量.
OF_AMOUNTS = frozenset("销售 交易 生产 处理 接待 进出口 营业".split())

# A noun with such an end is an amount.
AMOUNT_ENDINGS = ("面积", "规模", "总数", "人数", "户数", "总量", "产量", "数量", "投资额", "总额", "里程", "产能", "能力", "装机", "容量")

# They name nothing without what stands before: 【增速】保持在10%以上.
DEPENDENT = frozenset(
    """
    增速 增幅 降幅 涨幅 占比 比重 比例 份额 规模 总量 总额 总值 数量 金额 人数 总数 面积 均价 同比 累计 总投资 投资总额 总投资额 缺口 增长 目标 全长 总长 总长度 总里程 里程 产值 奋斗目标 首期 首期规模 总规模 其规模 其占比 该比例 这一比例 这一数字 该数字 其
    """.split()
)

# Event verbs that turn to something else than what the event happens to: 具备【通车条件】.
TURNS = frozenset("具备 开始 取得 进入 迎来 投入".split())

# What these build is what opens or runs later: 建立【电动巴士工厂】，预计2024年投产.
BUILDING = frozenset("建立 建设 新建 兴建 建造 修建 设立 新设 打造 改建 扩建 筹建 援建 承建 改扩建 迁建".split())
# What a sum is spent to bring on: 将投资900亿元【加快】电网建设.
FURTHERING = frozenset("加快 推进 推动 加强 完善 支持 实施".split())
# ... so do these at a clause's head: 【改造】集镇主干道，5月底前竣工.
REBUILDING = frozenset("改造 升级改造 提质改造".split())

# Verbs of going and entering, in front of an event.
GOING = frozenset("赴 进行 直抵 穿越 沿着 下 投入 进场 进入 转入 全面 前往 赶赴 抵达 进驻 入场".split())

# Behind these a clause says what its topic is like.
LINKS = frozenset(
    """
    是 为 分 位于 连接 起于 始于 途经 全长 属于 采用 由 已 已经 正在 正 将 也 还 都 均 全 全部 全面 目前 现已 现 共 有 没有 具有 成为 总 全线 全程 沿线 进展 顺利 施工 日前 近日 已于 将于 拟于 定于 计划于
    """.split()
)

# They act, and they are built as well.
HOUSES_BUILT = ("机场", "港口", "港", "工厂", "医院", "学校", "学院", "大学", "电厂", "农场", "研究院", "银行大厦")

# They are parts of works; the works themselves are named before.
PARTS_OF_WORKS = (
    "进度",
    "线路",
    "主体",
    "里程",
    "工期",
    "机组",
    "厂房",
    "主体结构",
    "主体工程",
    "节点",
    "施工",
    "设备",
    "装修",
    "装饰装修",
    "手续",
    "前期工作",
    "审批",
)

# In front of a number these say for whom: 【为】7000户家庭实施改造.
SERVING = frozenset("为 对 给 向 帮助 让 使".split())

# A clause that so begins says how a figure is reckoned: 【按】可比价格计算, 【扣除】价格因素.
RECKONED = frozenset("按 按照 扣除 剔除 同口径 不含 不计".split())

# What money and work go to, not what they are: 重点支持水利、交通等【领域】.
REALMS = ("领域", "工作", "机制", "体系", "作用", "以上")

# A figure that does so has no number: 物价指数【持平】.
STEADY = frozenset("持平 不变 平稳 稳定".split())

# Behind these a clause begins anew: 改革【使】贸易额增加到200亿元.
CAUSES = frozenset("使 让 令 使得 把 将".split())

# Behind another verb these are what there is, not what is done to something named before: 发放【补贴】3亿元.
NOUNLIKE = frozenset(
    "返还 补贴 补助 奖励 资助 贷款 授信 交易 服务 运输 销售 订单 认证 应用 试点 示范 审批 检测 救助 援助 认定 活动 采购 加工 储备 供应".split()
)

# In the midst of a clause these are of who brings it about, what stands behind them comes of it: 项目建设【带动】投资增长.
DRIVING = frozenset("带动 拉动 推动 促进 推动了 带动了".split())

# What may stand between a counted thing and its verb.
AGO = frozenset("年底 底 前 之前 内 起 后".split())

# Inside a noun phrase these name the flow: 城镇【新增】就业50万人.
FLOWS = frozenset(
    """
    新增 净增 实现 完成 增加 减少 发送 接待 利用 使用 安排 开展 实施 改造 建设
    """.split()
)

# These open a phrase that is not the subject: 【从】7%, 【对】企业.
ORIGINS = frozenset(
    """
    从 由 自 比 较 与 同 在 对 为 向 于 按 按照 相比 根据 通过
    """.split()
)

# Behind these the phrase that a preposition opens is over: 在推进…【过程中】.
ORIGIN_ENDS = frozenset("方面 期间 基础上 过程中 情况下".split())

# At the end of a noun phrase these name nothing.
CLOSERS = frozenset(
    "是 一般 不能 少于 任务 了 等 中 之中 每人 每年 每户 每亩 每月 每天 只 就 也 则 却 才 将 须 应 可 要 会 能 还 而 但 不得 只有 仍 仍将 每 均 合计 累计 定于 将于 拟于 已于 最快 最慢 最大 最小 最低".split()
)

# Between a verb and its number.
BETWEEN = frozenset(
    """
    了 过 为 到 至 、 和 并 在 于
    每人 每户 每月 每年 每亩 每车 每天 每平方米 每桶 每吨 每公斤 每千克 人均 户均 亩均
    """.split()
)
