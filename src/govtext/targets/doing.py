"""The verbs in front of a number and the noun between them: 「建设改造城镇燃气管网」 is 建设改造 / 城镇燃气管网.

Chinese does not mark which of its verbs are names here: 「城镇新增就业达到50万人」 counts 城镇新增就业, 「全市新增停车位500个」 停车位.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from govtext.lexicon import phrases, places, verbs
from govtext.targets import chain
from govtext.targets.actor import named
from govtext.targets.example import Example
from govtext.targets.piece import content

if TYPE_CHECKING:
    from collections.abc import Callable

    from govtext.targets.piece import Piece
    from govtext.targets.tokens import Token


@dataclass(frozen=True, slots=True)
class Parts:
    """Verbs at the front, a noun, verbs right before the number; ``counting``: what it counts follows it; ``actor``: who stands first."""

    lead: list[Token]
    noun: list[Token]
    group: list[Token]
    counting: bool = False
    actor: Piece | None = None


def read(inside: list[Token], *, counting: bool) -> Parts:
    """Part what stands before a number; ``counting``: what it counts follows it."""
    which = [t.part for t in inside[-3:]] == ["time", "do", "of"] and len(inside) > 3
    group, rest = chain.closing(inside[:-3] if which else inside)  # 完成【2005年底前建成的】120个小区
    while rest and rest[-1].part == "adverb" and rest[-1].word not in ("分别", "各"):
        rest = rest[:-1]
    if counting and group and group[-1].part == "reach" and rest and all(t.part == "do" for t in rest):
        return Parts([], [], rest, counting)  # 开发储备超5000个岗位
    lead, noun = chain.opening(rest)
    stock = any(t.word == "累计" for t in inside) and len(lead) == 1 and lead[0].word not in phrases.PLAIN | verbs.CAUSING
    if noun and group and group[-1].part == "reach" and (noun[0].part == "of" or stock):
        lead, noun = (
            [],
            noun[1:] if noun[0].part == "of" and lead and lead[-1].word in phrases.LIGHT else rest,
        )  # 开展【的】培训达到3万人次, 上云企业【累计】达到5000家: a name, and a stock
    parts = Parts(lead, noun, group, counting)
    for adjust in ADJUSTMENTS:
        parts = adjust(parts)
    return parts


def as_item(parts: Parts) -> Parts:
    """An item of a list under a verb that stands before: …、【共享停车位】2000个, …、【城市危旧房改造】8600套; 改造农房 has its own."""
    own = bool(parts.lead) and parts.lead[0].word not in phrases.KINDS
    if parts.group and all(t.part == "do" and t.word not in phrases.PLAIN for t in parts.group) and content(parts.noun) and not parts.lead:
        return replace(parts, noun=[*parts.noun, *parts.group], group=[])
    if parts.lead and not own and all(t.part == "do" for t in parts.lead) and content(parts.noun) and not parts.group:
        return replace(parts, lead=[], noun=[*parts.lead, *parts.noun])
    return parts


def plain_verb(parts: Parts) -> Parts:
    """全市【新增】停车位: a verb that says what is done parts the noun; what stands before it may name who does it."""
    share = bool(parts.noun) and parts.noun[-1].word.endswith(("比例", "比重", "率", "范围"))  # 生活圈覆盖社区比例
    for place in range(len(parts.noun) - 2, 0, -1):
        if parts.noun[place].word in phrases.REACHING_PEOPLE and not share and not (parts.group and parts.group[-1].part == "reach"):
            return replace(parts, lead=[parts.noun[place]], noun=parts.noun[place + 1 :])
    if parts.lead:
        return parts
    for place in range(len(parts.noun) - 2, 0, -1):
        word = parts.noun[place].word
        has = not parts.group and word in phrases.HAVING and (word in ("建有", "设有") or _says_where(parts.noun[:place]))
        if has or (parts.noun[place].word in phrases.PLAIN and not _in_name(parts.noun, place)):
            who = named(parts.noun[:place])
            return replace(parts, lead=[parts.noun[place]], noun=parts.noun[place + 1 :], actor=who)
    return parts


def name_of_amount(parts: Parts) -> Parts:
    """【种植】面积, 【通车】总里程: a verb in front of a noun of amount is part of its name."""
    lead, noun = parts.lead, parts.noun
    if lead and not parts.group and lead[-1].word in phrases.REACHING_PEOPLE:
        return parts  # 覆盖【常住人口】30万人; 覆盖人口达到30万人 is a name
    if len(lead) == 1 and noun and noun[0].word in ("人数", "人次") and lead[0].word not in _NEW:
        return replace(parts, lead=[], noun=[*lead, *noun])  # 接待人数
    names = lead and all(t.part != "change" and t.word not in phrases.TRANSITIVE | phrases.PLAIN for t in lead)
    if not names or not 0 < len(noun) <= NAME_WORDS:
        return parts
    is_amount = noun[-1].word in verbs.AMOUNT_NOUNS or noun[-1].word.endswith(("率", *verbs.AMOUNTS))
    return replace(parts, lead=[], noun=[*lead, *noun]) if is_amount else parts


def object_at_end(parts: Parts) -> Parts:
    """完成【交通投资】900亿元: a verb stands in front, so the word before the number is what is done."""
    if not parts.counting and parts.group and parts.group[-1].part == "do" and parts.lead and content(parts.noun):
        if parts.group[-1].word == "新增" and all(t.word in verbs.CAUSING for t in parts.lead):
            return parts  # 带动贷款【新增】600亿元
        return replace(parts, noun=[*parts.noun, *parts.group], group=[])
    return parts


def change_that_reaches(parts: Parts) -> Parts:
    """实际【增长】超过7%: the change is what is done."""
    if parts.group and parts.group[-1].part == "reach" and len(parts.noun) > 1 and parts.noun[-1].part == "change":
        return replace(parts, noun=parts.noun[:-1], group=parts.noun[-1:])
    return parts


def name_before_state(parts: Parts) -> Parts:
    """【试点城市】增至150个, 【回购金额上限】为10亿元: before such a verb all is a name; 新增企业达到30家 is something done."""
    if not parts.group or not parts.lead or any(t.word in verbs.CAUSING | phrases.PLAIN for t in parts.lead):
        return parts
    verb = parts.group[-1].word
    states = verb in ("为", "是", "占") or (verb.endswith(("到", "至", "为", "在")) and verb != "达到")
    return replace(parts, lead=[], noun=[*parts.lead, *parts.noun]) if states else parts


# Each sees what those before it have left.
ADJUSTMENTS: tuple[Callable[[Parts], Parts], ...] = (
    plain_verb,
    name_of_amount,
    object_at_end,
    change_that_reaches,
    name_before_state,
)
# A name of an amount is short.
NAME_WORDS = 3
# What these count is people, not the name of an amount: 新增人数.
_NEW = ("新增", "净增", "增加", "减少")


def _says_where(tokens: list[Token]) -> bool:
    """Whether the words in front of 有 only say where: 【全县】有龙头企业12家, 每个街道（乡镇）【建有】助餐点2个."""
    return all(t.word in places.AREAS or t.part == "mark" for t in tokens) or tokens[0].word.startswith("每") or named(tokens) is not None


def _in_name(noun: list[Token], place: int) -> bool:
    """Whether a plain verb is part of the name all the same: 城镇【新增】就业, 房屋【新开工】面积; 铁路、公路分别【完成】."""
    behind = noun[place + 1]
    if len(noun) == place + 2 and behind.word in ("率", "量", "额", "数"):
        return True
    if len(noun) == place + 2 and behind.word in ("人数", "人次") and noun[place].word not in _NEW:
        return True  # 旅游【接待】人数
    if len(noun) == place + 2 and behind.word in ("比例", "占比", "比重") and noun[place].word not in phrases.FLOWS:
        return True  # 本地化【采购】比例
    if any(t.word in ("分别", "各") for t in noun):
        return True
    whose = [t for t in noun[:place] if t.word not in places.AREAS]  # 全国【城镇】新增就业
    new = noun[place].word.startswith(("新", "净")) and bool(whose) and named(whose) is None
    return new and (behind.word.startswith("就业") or (len(noun) == place + 2 and behind.word.endswith(phrases.AMOUNT_ENDINGS)))


EXAMPLES = (
    Example(
        "到2025年，每千人口拥有3岁以下婴幼儿托位数达到4.5个。",
        ("planned | 每千人口拥有3岁以下婴幼儿托位数 | 达到 | - | eq 4.5 个 | level | 2025-12-31",),
    ),
    Example("力争全年开发储备超5000个岗位。", ("planned | 岗位 | 开发储备 | - | gt 5000 个 | increment | 2024-12-31",)),
    Example("到2025年，通车总里程突破8000公里。", ("planned | 通车总里程 | 突破 | - | gt 8000 公里 | level | 2025-12-31",)),
    Example("确保今年试点城市增至150个。", ("planned | 试点城市 | 增至 | - | eq 150 个 | level | 2024-12-31",)),
    Example("确保全年居民消费价格涨幅控制在3%左右。", ("planned | 居民消费价格涨幅 | 控制在 | - | approx 3 % | growth | 2024-12-31",)),
    Example("今年计划完成交通投资900亿元。", ("planned | 交通投资 | 完成 | - | eq 90000000000 元 | increment | 2024-12-31",)),
    Example("今年力争全市新增停车位5000个。", ("planned | 停车位 | 新增 | - | eq 5000 个 | increment | 2024-12-31",)),
    Example(
        "年内将新增公共停车泊位6000个、共享停车位2000个。",
        (
            "planned | 公共停车泊位 | 新增 | - | eq 6000 个 | increment | 2024-12-31",
            "planned | 共享停车位 | 新增 | - | eq 2000 个 | increment | 2024-12-31",
        ),
    ),
    Example(
        "今年将启动城中村改造3万户、城市危旧房改造8600套。",
        (
            "planned | 城中村改造 | 启动 | - | eq 30000 户 | increment | 2024-12-31",
            "planned | 城市危旧房改造 | 启动 | - | eq 8600 套 | increment | 2024-12-31",
        ),
    ),
    Example("今年力争带动小微企业贷款新增300亿元。", ("planned | 小微企业贷款 | 新增 | - | eq 30000000000 元 | increment | 2024-12-31",)),
    Example(
        "到2025年，上云企业累计达到800家，力争开展的技能培训达到2万人次。",
        (
            "planned | 上云企业 | 达到 | - | eq 800 家 | level | 2025-12-31",
            "planned | 技能培训 | 达到 | - | eq 20000 人次 | level | 2025-12-31",
        ),
    ),
    Example("力争明年出口降幅不会超过5%。", ("planned | 出口降幅 | 超过 | - | le 5 % | growth | 2025-12-31",)),
    Example("冷链物流项目建有冷库面积2500平方米。", ("achieved | 冷库面积 | 建有 | - | eq 2500 平方米 | level | -",)),
    Example(
        "到2025年，重点行业形成节能量5000万吨标准煤。", ("planned | 节能量 | 形成 | - | eq 50000000 吨标准煤 | increment | 2025-12-31",)
    ),
    Example("到2028年把叶片本地化采购比例由35%提升至60%。", ("planned | 叶片本地化采购比例 | 提升至 | - | eq 60 % | share | 2028-12-31",)),
    Example("力争今年旅游接待人数达到430万人次。", ("planned | 旅游接待人数 | 达到 | - | eq 4300000 人次 | level | 2024-12-31",)),
    Example(
        "去年，全国城镇新增就业达到1200万人，全市新增就业5万人。",
        (
            "achieved | 城镇新增就业 | 新增 | - | eq 12000000 人 | increment | 2023-12-31",
            "achieved | 就业 | 新增 | - | eq 50000 人 | increment | 2023-12-31",
        ),
    ),
    Example("今年计划解决饮水安全人口3万人。", ("planned | 饮水安全人口 | 解决 | - | eq 30000 人 | level | 2024-12-31",)),
    Example("5G商用直接带动的经济总产出达10.6万亿元。", ("achieved | 经济总产出 | 达 | - | eq 10600000000000 元 | level | -",)),
)
