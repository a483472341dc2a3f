"""Words around numbers that are no targets: rows only."""

from __future__ import annotations

REWARDS = frozenset(
    """
    奖励 给予 罚款 处以 罚金 免租 注册资本 注册资金 奖补 不予 误差 售价 定价 租金 票价 月租 首付 首付款 免缴 免租 缴纳 有效期 试用期 任期 年满 身高 海拔 距离 位于 占地 赔偿 违约金 起征点 起付 报销 押金 优惠 折扣 券面额 面额 立减
    处罚 滞纳金 补偿金 资助强度 下限
    """.split()
)
REWARD_PHRASES = frozenset("离岸 按每 补贴标准 每人每 给予补助 给予补贴 给予最高 一次性奖 一次性补 优惠电价 不低于相应 免费停车".split())

# Words of a rule, and how a clause of it goes on with one case: 单个项目最高500万元.
RULED = ("奖励", "补助", "补贴", "奖补", "给予", "资助", "罚款", "券")
SINGLE = ("单个", "单项", "单户", "单家", "单张", "每个", "每家", "每户", "每人", "每项", "最高", "同一", "对")

# A number near one of these is only supposed.
SUPPOSING = ("假设", "假如", "倘若", "为例", "举例", "算一笔账", "算了一笔账")

DURATION_VERBS = (
    "达到",
    "缩短",
    "压缩",
    "压减",
    "延长",
    "减少",
    "降至",
    "降低",
    "控制在",
    "不超过",
    "不少于",
    "不低于",
    "提前",
    "超过",
    "以上",
    "突破",
    "提高到",
    "增加",
    "平均预期寿命",
    "工期",
    "只需",
    "仅需",
    "缩至",
    "只要",
    "时间",
    "耗时",
    "车程",
    "时长",
)

COUNTING_UNITS = frozenset("个 项 大 条 点 件 种 类 方面 步 句 字 门 层 级 轮 批 次".split())

STRUCTURE_NOUNS = (
    "方面", "层面", "环节", "阶段", "问题", "原则", "关键", "维度", "角度", "坚持", "统筹", "体系", "机制", "任务", "部分", "章节", "要点", "意识", "自信", "维护", "确立", "文明", "领域", "字", "关", "短板", "特点", "特征", "优势", "抓手", "要素", "板块", "目标", "步骤", "指标", "月", "小时", "工作日", "季度", "样板", "战略定位", "世纪", "现代化", "革命", "有", "没有", "不", "更", "好", "转变", "转型", "结合", "全覆盖", "百年",
)  # fmt: skip

# At the end of a noun phrase these are counted only to order the text: 28项具体措施.
STRUCTURE_HEADS = frozenset(
    "领域 方面 层面 环节 阶段 原则 关键 维度 角度 章节 要点 板块 步骤 具体措施 专项行动 重大任务 措施 举措 行动 任务 规定 风险 政策 政策措施 指标 内容 要求 工作 原则 意见 条款 制度 标准 清单 问题 经验".split()
)

# A count in words with such a unit names: 三项制度, 两大任务, 五类人群.
NAMING_UNITS = frozenset("项 大 类 种 方面 层 级 重 化 件 条 点 步 句 字 道 关 门".split())

# Of these a thing that is made may be counted too: 新建两条生产线.
THING_UNITS = frozenset("条 件 道 门".split())

OPEN_QUOTES = frozenset("“ ‘ 「 《".split())

# What such a verb counts comes into being: 新建三所学校, 打造A、B、C3个园区.
MAKING = frozenset(
    """
    新增 新建 建设 建成 建立 新设 设立 打造 改造 培育 引进 创建 改建 扩建 改扩建 新改扩建 开工 新开工 竣工 完成 建好 组建 布局 开通 增设 加装 购买 购置 投放 举办 争取 加快建设 推进建设 规划建设 开工建设 建 购 增
    """.split()
)

# Behind 倍增 and 翻倍 these make a name.
PROGRAMMES = ("行动", "计划", "工程", "方案", "战略", "规划", "路线图", "攻坚", "专项", "”", "培育")

# What a size in front of it describes: 500千伏输变电【工程】, 营收5亿元以上【企业】.
THINGS = (
    "项目", "工程", "企业", "公司", "单位", "机组", "锅炉", "装置", "设备", "生产线", "泊位", "码头", "电站", "电厂", "电场", "风机", "基地", "园区", "集群", "产业", "产业链", "乡镇", "行政村", "自然村", "社区", "小区", "家庭", "人群", "大户", "农户", "用户", "桥梁", "隧道", "船舶", "车辆", "货车", "线路", "通道", "变电站", "油田", "气田", "矿井", "煤矿", "水库", "灌区", "门店", "商场", "综合体", "城市", "俱乐部", "机构", "学校", "医院", "建筑",
)  # fmt: skip

# These do so as whole words only: 乡村 is no 村.
PLACES = frozenset("村 县 镇 乡 区".split())

# Behind a thing these make an amount of it: 500亿元以上项目【资金】.
AMOUNTS = ("资金", "投资", "额", "补贴", "贷款", "债券", "规模", "产值", "营收", "收入", "资产")

# In front of a size these say what was measured: 【年产】15万吨原丝项目.
SIZE_WORDS = frozenset("年产 日产 总投资 投资 总装机 装机 装机容量 日处理 年处理 总长 全长 载重 营收 产值 年产值 年营收".split())

# Such a verb only turns to things that exist: 【聚焦】28条产业链.
ATTENDING = frozenset("聚焦 围绕 发挥 发挥好 依托 立足 瞄准 针对 对标 坚持 践行 贯彻 恪守 遵循 锚定 紧扣 面向".split())

# In front of a size with 的 behind it these give a work's design: 【全长】86公里的铁路.
DESIGNS = frozenset("全长 总长 总里程 总投资 总面积 总建筑面积 占地 占地面积 装机容量 总装机 总库容 设计库容".split())

# So a clause begins that lays down what becomes of those named before: 低于90%的县区，【不得】参评.
LAID_DOWN = ("不得", "不予", "一律", "须", "必须", "应", "可", "予以", "取消", "按", "由")

# A bound of the single case: 单户授信【上限】.
LIMITS = ("上限", "限额", "最高额", "额度", "定额")
