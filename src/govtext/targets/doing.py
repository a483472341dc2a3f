"""The verbs in front of a number and the noun between them: 「建设改造城镇燃气管网」 is 建设改造 / 城镇燃气管网.

Chinese does not mark which of its verbs are names here: 「城镇新增就业达到50万人」 counts 城镇新增就业, 「全市新增停车位500个」 停车位.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from govtext.lexicon import phrases, places, verbs
from govtext.targets.actor import named
from govtext.targets.example import Example
from govtext.targets.piece import content
from govtext.targets.tokens import VERBS, is_preposition

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

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
    group, rest = _verbs_at_end(inside)
    while rest and rest[-1].part == "adverb" and rest[-1].word not in ("分别", "各"):
        rest = rest[:-1]
    if counting and group and group[-1].part == "reach" and rest and all(t.part == "do" for t in rest):
        return Parts([], [], rest, counting)  # 开发储备超5000个岗位
    lead, noun = opening_verbs(rest)
    stock = any(t.word == "累计" for t in inside) and len(lead) == 1 and lead[0].word not in phrases.PLAIN | verbs.CAUSING
    if noun and group and group[-1].part == "reach" and (noun[0].part == "of" or stock):
        lead, noun = (
            [],
            noun[1:] if noun[0].part == "of" and lead[-1].word in phrases.LIGHT else rest,
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


_JOINING = frozenset("、 和 并 及 以及 与".split())


def opening_verbs(tokens: list[Token]) -> tuple[list[Token], list[Token]]:
    """The verbs that open a stretch, and what follows them: 建设改造 / 城镇燃气管网."""
    lead: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.part in VERBS:
            beside = tokens[at - 1].word in _JOINING  # 新建和整修
            if lead and (at + 1 == len(tokens) or not (beside or _goes_on(lead[-1], token))):
                break  # 完成投资: the last word is what is done
            if [t.part for t in tokens[at + 1 : at + 3]] == ["reach", "number"]:
                break  # 引进【投资超10亿元项目】
            if token.word in ("超", "超过", "过") and [t.part for t in tokens[at + 1 : at + 3]] in (["number", "noun"], ["number", "of"]):
                break  # 【超亿元项目】, 【过亿元的集群】
            if token.word in verbs.WITH_OBJECT and at + 1 < len(tokens) and tokens[at + 1].part == "noun":
                break  # 输水线路: part of the name
            lead.append(token)
        elif token.word == "年度" or (token.part not in ("adverb", "time") and not (lead and _joins_verbs(tokens, at))):
            break
        at += 1
    if lead and at == len(tokens) and len(lead) > 1:
        return lead[:-1], [lead[-1]]
    return lead, tokens[at:]


def _joins_verbs(tokens: list[Token], at: int) -> bool:
    return tokens[at].word in (*_JOINING, "了") and at + 1 < len(tokens) and tokens[at + 1].part == "do"


def _goes_on(last: Token, token: Token) -> bool:
    """Whether a further verb belongs to the opening verbs: 建设/改造 yes, 完成/建设/任务 and 减少/审批/环节 no."""
    if last.word in phrases.LIGHT:
        return last.word in phrases.LEADING and token.word in phrases.PLAIN | {"建设", "实施", "推进"}
    return last.word not in phrases.PLAIN | phrases.AMOUNTING or token.word in phrases.CHAINED


def _says_where(tokens: list[Token]) -> bool:
    """Whether the words in front of 有 only say where: 【全县】有龙头企业12家, 每个街道（乡镇）【建有】助餐点2个."""
    return all(t.word in places.AREAS or t.part == "mark" for t in tokens) or tokens[0].word.startswith("每") or named(tokens) is not None


def _in_name(noun: list[Token], place: int) -> bool:
    """Whether a plain verb is part of the name all the same: 城镇【新增】就业, 房屋【新开工】面积; 铁路、公路分别【完成】."""
    behind = noun[place + 1]
    if len(noun) == place + 2 and behind.word in ("率", "量", "额", "数"):
        return True
    if len(noun) == place + 2 and behind.word in ("比例", "占比", "比重") and noun[place].word not in phrases.FLOWS:
        return True  # 本地化【采购】比例
    if any(t.word in ("分别", "各") for t in noun):
        return True
    new = noun[place].word.startswith(("新", "净")) and named(noun[:place]) is None and noun[0].word not in places.AREAS
    return new and (behind.word.startswith("就业") or (len(noun) == place + 2 and behind.word.endswith(phrases.AMOUNT_ENDINGS)))


def _verbs_at_end(tokens: list[Token]) -> tuple[list[Token], list[Token]]:
    """The verbs right before the number, and what stands before them: 建成投用, 新开工、竣工."""
    group: list[Token] = []
    first = at = len(tokens)
    while at > 0:
        token = tokens[at - 1]
        if token.part in VERBS:
            if group and group[0].part != "do" and token.part == "do":
                break  # 投资完成, 建设达到: a noun in front of its verb
            if (
                (not group or group[0].word in ("安排", "拟安排", "完成", "新增"))
                and at > 1
                and token.word in verbs.NOMINAL
                and (tokens[at - 2].word == "年度" or _names(tokens[: at - 1]))
            ):
                break  # 民营企业进出口
            group.insert(0, token)
            first = at - 1
        elif not (token.part in ("adverb", "time") or token.word in phrases.BETWEEN or _per(tokens, at - 1)) and (
            group or not _only_modifier(tokens[at - 1 :])
        ):
            break
        at -= 1
    if group and group[-1].part in ("reach", "change") and len(group) > 1:
        # 建设改造 is one action, 投资完成达到 is not
        keep = [t for t in group if t.part == group[-1].part]
        first = next(i for i, t in enumerate(tokens) if t is keep[0])
        group = keep
    return group, tokens[:first]


def _per(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word right before the number says for how much: 金价运行在【每盎司】2000美元."""
    return at == len(tokens) - 1 and at > 0 and tokens[at].part == "noun" and tokens[at].word[0] == "每" and tokens[at - 1].part == "reach"


def _names(tokens: Sequence[Token]) -> bool:
    """Whether the words in front of 投资, 出口 say whose it is, not who does it: 工业 yes, 法国政府 and 向法国 no."""
    last = [t for t in tokens if t.word not in phrases.ATTRIBUTIVE][-1:]
    owned = bool(last) and last[0].part == "noun" and content(tokens)
    return owned and not any(is_preposition(t) for t in tokens) and named(tokens) is None


def _only_modifier(tail: Sequence[Token]) -> bool:
    """达到创纪录【的】181%: words between a verb and its number that end in 的."""
    return len(tail) <= 3 and tail[-1].part == "of"


EXAMPLES = (
    Example(
        "到2025年，每千人口拥有3岁以下婴幼儿托位数达到4.5个。",
        ("planned | 每千人口拥有3岁以下婴幼儿托位数 | 达到 | - | eq 4.5 个 | level | 2025-12-31",),
    ),
    Example(
        "栖山县将新建和整修塘坝160座，拟安排补助资金3200万元，并撬动社会资本投入不少于6000万元。",
        (
            "planned | 塘坝 | 新建整修 | 栖山县 | eq 160 座 | increment | -",
            "planned | 补助资金 | 拟安排 | 栖山县 | eq 32000000 元 | level | -",
            "planned | 社会资本投入 | 撬动 | 栖山县 | ge 60000000 元 | increment | -",
        ),
    ),
    Example("今年将建设改造城镇燃气管网15公里。", ("planned | 城镇燃气管网 | 建设改造 | - | eq 15 公里 | increment | 2024-12-31",)),
    Example("力争全年开发储备超5000个岗位。", ("planned | 岗位 | 开发储备 | - | gt 5000 个 | increment | 2024-12-31",)),
    Example("到2025年，通车总里程突破8000公里。", ("planned | 通车总里程 | 突破 | - | gt 8000 公里 | level | 2025-12-31",)),
    Example("确保今年试点城市增至150个。", ("planned | 试点城市 | 增至 | - | eq 150 个 | level | 2024-12-31",)),
    Example("确保全年居民消费价格涨幅控制在3%左右。", ("planned | 居民消费价格涨幅 | 控制在 | - | approx 3 % | growth | 2024-12-31",)),
    Example("今年计划完成交通投资900亿元。", ("planned | 交通投资 | 完成 | - | eq 90000000000 元 | increment | 2024-12-31",)),
    Example("今年力争全市新增停车位5000个。", ("planned | 停车位 | 新增 | - | eq 5000 个 | increment | 2024-12-31",)),
    Example("全年力争减少审批环节500个。", ("planned | 审批环节 | 减少 | - | eq 500 个 | increment | 2024-12-31",)),
    Example("今年力争减税降费120亿元。", ("planned | 减税降费 | 减税降费 | - | eq 12000000000 元 | increment | 2024-12-31",)),
    Example("今年将安排一般公共预算支出120亿元。", ("planned | 一般公共预算支出 | 安排 | - | eq 12000000000 元 | level | 2024-12-31",)),
    Example("恒远电子拟出资6亿元。", ("planned | 出资 | 出资 | 恒远电子 | eq 600000000 元 | increment | -",)),
    Example("今年计划每年向城乡供水1.25亿立方米。", ("planned | 供水 | 供水 | - | eq 125000000 立方米 | increment | 2024-12-31",)),
    Example("今年力争投资完成80亿元。", ("planned | 投资 | 完成 | - | eq 8000000000 元 | increment | 2024-12-31",)),
    Example("今年将吸引投资170亿美元。", ("planned | 投资 | 吸引 | - | eq 17000000000 美元 | increment | 2024-12-31",)),
    Example(
        "年内将新增公共停车泊位6000个、共享停车位2000个。",
        (
            "planned | 公共停车泊位 | 新增 | - | eq 6000 个 | increment | 2024-12-31",
            "planned | 共享停车位 | 新增 | - | eq 2000 个 | increment | 2024-12-31",
        ),
    ),
    Example(
        "今年将引进链主企业10家、投资超10亿元项目不少于25个。",
        (
            "planned | 链主企业 | 引进 | - | eq 10 家 | increment | 2024-12-31",
            "planned | 投资超10亿元项目 | 引进 | - | ge 25 个 | increment | 2024-12-31",
        ),
    ),
    Example(
        "今年将启动城中村改造3万户、城市危旧房改造8600套。",
        (
            "planned | 城中村改造 | 启动 | - | eq 30000 户 | increment | 2024-12-31",
            "planned | 城市危旧房改造 | 启动 | - | eq 8600 套 | increment | 2024-12-31",
        ),
    ),
    Example(
        "今年中央财政将安排科学技术支出3708亿元。", ("planned | 科学技术支出 | 安排 | 中央财政 | eq 370800000000 元 | level | 2024-12-31",)
    ),
    Example("今年力争带动小微企业贷款新增300亿元。", ("planned | 小微企业贷款 | 新增 | - | eq 30000000000 元 | increment | 2024-12-31",)),
    Example(
        "今年将实施重点项目800项，年度投资3000亿元。",
        (
            "planned | 重点项目 | 实施 | - | eq 800 项 | increment | 2024-12-31",
            "planned | 年度投资 | - | - | eq 300000000000 元 | level | 2024-12-31",
        ),
    ),
    Example(
        "到2025年，上云企业累计达到800家，力争开展的技能培训达到2万人次。",
        (
            "planned | 上云企业 | 达到 | - | eq 800 家 | level | 2025-12-31",
            "planned | 技能培训 | 达到 | - | eq 20000 人次 | level | 2025-12-31",
        ),
    ),
    Example(
        "今年力争引进项目90个，其中超亿元项目12个。",
        (
            "planned | 项目 | 引进 | - | eq 90 个 | increment | 2024-12-31",
            "planned | 超亿元项目 | 引进 | - | eq 12 个 | increment | 2024-12-31",
        ),
    ),
    Example(
        "国际金价年内有望运行在每盎司2000至2300美元。", ("planned | 国际金价 | 运行在 | - | range 2000-2300 美元 | level | 2024-12-31",)
    ),
    Example("力争明年出口降幅不会超过5%。", ("planned | 出口降幅 | 超过 | - | le 5 % | growth | 2025-12-31",)),
    Example("冷链物流项目建有冷库面积2500平方米。", ("achieved | 冷库面积 | 建有 | - | eq 2500 平方米 | level | -",)),
    Example(
        "到2025年，重点行业形成节能量5000万吨标准煤。", ("planned | 节能量 | 形成 | - | eq 50000000 吨标准煤 | increment | 2025-12-31",)
    ),
    Example("到2028年把叶片本地化采购比例由35%提升至60%。", ("planned | 叶片本地化采购比例 | 提升至 | - | eq 60 % | share | 2028-12-31",)),
)
