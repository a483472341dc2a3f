"""Words around somebody who acts: titles of persons, words of saying and of will, what points back. Rows only."""

from __future__ import annotations

# X局长某某: the person speaks for what stands in front of the title. 长 is read with the character before it (局长, 部长).
TITLES = tuple(
    sorted(
        """
        负责人 主要领导 领导 相关负责人 有关负责人 主要负责人 发言人 新闻发言人 主任 主席 书记 秘书长 董事长 总经理 总裁 首席执行官 首席财务官 首席技术官 总监 经理 理事长 理事会主席 总干事 专员 总工程师 总规划师 总经济师 总设计师
        部长 局长 厅长 司长 处长 科长 市长 省长 县长 区长 州长 镇长 乡长 旗长 村长 署长 院长 校长 行长 会长 所长 站长 社长 厂长 场长 馆长 队长 团长 组长 台长 关长 总统 总理 首相 大臣 国务卿 秘书 干部 工作人员 村支书 技术员 农技员 民警 干警 创始人 合伙人
        """.split(),
        key=len,
        reverse=True,
    )
)
# In front of a title these belong to it: 市商务局【有关】负责人, 望澜市【副】市长.
BEFORE_TITLES = tuple(
    """
    党委副 党组副 常务副 有关司局 相关司局 党委 党组 党工委 有关 相关 主要 常务 执行 第一 新闻 代理 代 副 首席 营销 战略 项目
    """.split()
)
# What such a person says of the times to come is no doing of somebody.
OBSERVERS = tuple(
    """
    专家 教授 研究员 分析师 经济学家 学者 分析人士 业内人士 气象台 气象局 气象部门 机构 媒体 智库 观点 报告 评级机构 货币基金组织 能源署 市民 村民 农户 大户 家长 商户 老板 店主 业主 司机 网友 农民 菜农 果农 渔民 牧民 女士 先生 师傅 大爷 大妈
    """.split()
)

SAYING = frozenset(
    "宣称 宣布 提出 承诺 决定 要求 表示 介绍 说 称 指出 透露 发布 印发 出台 批准 强调 明确 坦言 回应 回应称 告诉 公布 公告 披露 通报 部署 介绍说 表态 重申 认为 预测 预计 预料 估计 估算 呼吁 建议 判断 显示 分析".split()
)
# Who says so looks on: what is said is not the sayer's to do.
FORECASTING = frozenset("认为 预测 预料 估计 估算 呼吁 建议 判断 显示 分析 敦促".split())

# Only somebody with a will does so: an unknown name in front of one acts.
WILL = frozenset("计划 拟 宣布 宣称 打算 承诺 决定 致力于 拟投资 准备 希望 力争".split())
# 矿业【企业】英格瓷: the name stands behind what it is.
APPOSITION = frozenset(
    "企业 公司 巨头 平台 运营商 制造商 供应商 厂商 开发商 承建方 承建商 子公司 分公司 控股公司 参股公司 车企 药企 初创公司 龙头企业 国企 央企 民企 机构".split()
)

# Verbs that stand in names of those who act: 国家【发展】改革委, 望澜【建设】集团.
IN_NAMES = frozenset(
    "新 发展 建设 投资 进出口 运输 服务 管理 销售 生产 开发 运营 检测 供电 发电 出版 改革 研究 教育 培训 保护 监督 交易 储备 租赁 融资 保障 利用 科技 规划 应用 救助 贷款 担保 进口 出口 种植 养殖 设计 制造 监管 就业 创新 监测 治理 供水 保险 执行".split()
)

# Behind an unknown name these show a company: 恒拓【电子】.
TRADES = (
    "电子", "电器", "电气", "科技", "汽车", "能源", "电力", "重工", "药业", "医药", "生物", "软件", "通信", "网络", "化工", "化学", "钢铁", "矿业", "航空", "物流", "地产", "置业", "传媒", "食品", "乳业", "酒业", "建工", "建设", "股份", "控股", "实业", "光电", "半导体", "新材料",
    "智能", "装备", "动力", "储能", "绿能", "锂电", "客车", "电商", "百货", "超市", "证券", "保险", "信托", "资本", "水务", "燃气", "电梯", "机械", "船舶", "轨道", "快递", "速运",
)  # fmt: skip

# Companies that a text names by their short names.
COMPANIES = frozenset(
    """
    百度 腾讯 阿里巴巴 阿里 华为 小米 京东 美团 滴滴 拼多多 字节跳动 网易 比亚迪 吉利 蔚来 理想汽车 小鹏 长城汽车 上汽 一汽 东风 广汽 北汽 长安汽车 奇瑞 宁德时代 海尔 格力 美的 海信 联想 中兴 京东方 中芯国际 苹果公司 微软 谷歌 特斯拉 三星
    英特尔 高通 联发科 台积电 国航 南航 东航 海航 中国移动 中国电信 中国联通 中国石油 中国石化 中国海油 中石油 中石化 中海油 国家电网 南方电网 华能 大唐 华电 国电投 三峡集团 中核 中广核 中铁 中铁建 中交 中建 中车 徐工 三一重工 中联重科 宝武 鞍钢
    河钢 茅台 五粮液 伊利 蒙牛 万科 保利 招商局 中信 平安 工商银行 农业银行 中国银行 建设银行 交通银行 宜家 空客 波音 西门子 大众汽车 丰田 巴斯夫 顺丰
    """.split()
)

# 该公司, 集团, 全市: who is meant stands elsewhere. Pointing word -> what the name ends in.
POINTING: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("公司", "该公司", "本公司", "企业", "该企业", "集团", "该集团", "集团公司", "该行", "该厂", "该平台", "该机构", "该院", "该校", "该局", "该部", "该部门", "该委", "该协会", "该组织", "该联盟"), ()),
    **dict.fromkeys(("全市", "该市", "我市", "本市", "市里", "市委市政府", "市委、市政府", "市政府", "市域"), ("市",)),
    **dict.fromkeys(("全省", "该省", "我省", "本省", "省里", "省委省政府", "省委、省政府", "省政府", "省域"), ("省",)),
    **dict.fromkeys(("全区", "该区", "我区", "本区", "区里", "区委区政府", "区委、区政府", "区政府"), ("自治区", "新区", "高新区", "经开区", "开发区", "区")),
    **dict.fromkeys(("全县", "该县", "我县", "本县", "县里", "县委县政府", "县委、县政府", "县政府"), ("自治县", "县")),
    **dict.fromkeys(("全州", "该州", "我州", "本州", "州政府", "州委州政府"), ("自治州", "州")),
    **{kind: (kind,) for kind in ("高新区", "经开区", "开发区", "新区", "自贸区", "自贸港", "综保区", "示范区")},
    **dict.fromkeys(("全旗", "该旗", "我旗"), ("旗",)),
    **dict.fromkeys(("全镇", "该镇", "我镇", "镇里", "镇政府"), ("镇",)),
    **dict.fromkeys(("全乡", "该乡", "乡里"), ("乡",)),
    **dict.fromkeys(("全村", "该村", "村里"), ("村",)),
    **dict.fromkeys(("该国", "政府", "该国政府", "当地政府"), ("政府", "国")),
}  # fmt: skip

# Behind such a title's company stands a name that no list knows: 容百锂电【总经理】胡常青.
COMPANY_TITLES = frozenset("董事长 总经理 总裁 首席执行官 首席财务官 首席技术官 总监 经理 创始人 合伙人 总工程师".split())

# Behind the name of one who acts these bring in the others: 民政部【会同】有关部门.
TOGETHER = frozenset("会同 联合 携手 联手 等 协同".split())

# What only somebody does, though no number stands under it: 全国铁路【迎来】返程高峰.
DEEDS = frozenset(
    """
    迎来 采取 召开 举行 维持 坚持 聚焦 围绕 抓住 突出 突出重点 紧扣 紧盯 立足 克服 克服困难 抢抓 强化 加强 深入 发挥 面临 依托 瞄准 锚定 积极 推出 公布 收到 成为 拥有 现有 打算 着力 全力 大力 出资 拨款 筹资 统筹 排产 出台 启动 承接 联合
    表示 介绍 透露 称 正 正在 已 已经 还 也 将 则 拟 计划 要
    """.split()
)

# A report with such a name forecasts: 发布春季【展望】报告.
LOOKING_AHEAD = frozenset("展望 预测 预报".split())

# The sayer of before goes on: 【该负责人】表示.
SAYERS = frozenset("他 她 该负责人 这位负责人 上述负责人 该发言人 这名负责人 相关负责人 有关负责人 负责人".split())

# Behind these alone a forecast follows: 交通运输部【预计】，…
EXPECTING = frozenset("预计 预测 预期".split())

# Whole countries act through somebody else.
EVERYWHERE = frozenset("全国 全社会 国内".split())

# No name begins so.
NO_HEADS = frozenset(
    """
    春季 夏季 秋季 冬季 汛期 汛前 节前 节后 老城区
    掀起 督促 引导 鼓励 动员 推动 帮助 每个 每家 每位 每户 指责 听取 批评 要求 敦促 新华社 本报 本网 央视网 央广网 人民网 会议 服务 围绕 成为 拥有 上述 关于 对于 记者 根据 按照 通过 目前 各个 作为 所有 多个 一些 一个 不少 许多 其他 部分 随着 支撑 深耕 包括 涉及 笔者 同意 如果 由于 虽然 尽管 暑期 暑假 寒假 期末 期初 汛期 没有 只有 只要 无论 属于 来自 位于 就是 正是 尤其 特别 以及 针对 例如 比如 担任 走进 走访 来到 前往 抵达 代表 其余 剩余 本次 该项 下列 以下 以上 全球
    """.split()
)
# ... nor with one of these by itself: 【多】地, not 【多】伦县.
NO_FIRST = frozenset(
    "将 公布 发布 某 有 经 首 第 为 多 三 当 在 这 和 与 及 据 谈 对 每 个 那 不 此 两 几 数 除 即 获 如 让 被 把 由 因 是 像 赴 另 使 向 从 会 其".split()
)

# Words for somebody that name nobody when none is named before.
NOBODY = frozenset(
    "全国 全省 全市 全区 全县 全州 全疆 全自治区 全镇 全乡 全村 全旗 全域 全社会 市里 省里 县里 区里 镇里 我省 我市 我区 我县 我州 本市 本省 本区 本县 全市域 省内 市内 区内 国内 公司 集团 企业 集团公司 本公司".split()
)

# Somebody by himself, of no house: what he does is no agency's.
PERSONS = frozenset("他 她 他们 她们 我 他家 她家 自己".split())
