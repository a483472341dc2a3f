"""From the stretches around a number to its subject, action and actor: 「力争集成电路产业规模达到1480亿元」 is 集成电路产业规模 / 达到.

Formal Chinese has few shapes. The number completes a verb behind its subject (规模【达到】1480亿元); it stands before what it counts
(推进200个【升级改造项目】: the shapes of ``counted``); or verb and object stand before the number (新增【科技型中小企业】700家). Each is
a function; the first that fits reads the phrase. What a clause does not say itself is left empty here and taken from its neighbours
in ``bind``.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govtext.lexicon import phrases, places, verbs
from govtext.targets import counted, stretch
from govtext.targets.actor import bare_name, named
from govtext.targets.example import Example
from govtext.targets.piece import as_written, content, header
from govtext.targets.shape import Phrase, before_verb, behind_number, is_kind_of_work, who_does, with_owner
from govtext.targets.stretch import agent_and_verb

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from govtext.targets.stretch import Around
    from govtext.targets.tokens import Token


# What is spent is named by these: 中央财政【投入】230亿元.
SPENDING = frozenset("投入 投资 支出".split())


def read(tokens: Sequence[Token], at: int, floor: int, ceiling: int, *, counts: bool, rate: bool) -> Phrase:
    """Read the phrase of the number ``tokens[at]``; ``counts``: its unit is a classifier (家, 个), ``rate``: it is a percentage."""
    around = stretch.read(tokens, at, floor, ceiling, counts=counts, rate=rate)
    return next((found for shape in SHAPES if (found := shape(around))), verb_alone(around))


def flow_in_name(around: Around) -> Phrase | None:
    """【城镇新增就业】50万人: the flow's verb stands within its name; 【公路】完成【投资】9亿元; 澜江区完成【造林】15亩."""
    group = around.group
    if len(group) < 2 or group[0].word not in phrases.FLOWS or group[-1].part != "do" or around.lead or not content(around.noun):
        return None
    flow, done = header([*around.noun, *group], "named_before_number"), as_written(group[:1], "verb_in_name")
    if group[0].word != "完成" or flow is None:
        return Phrase(flow, done, around.actor)
    who = named(around.noun)
    if who is not None and who.text.endswith(places.PLACE_ENDINGS):
        return Phrase(header(group[1:], "object_before_number"), done, who)
    return Phrase(replace(flow, text=flow.text.replace("完成", "", 1)), done, around.actor)


def agent_before_verb(around: Around) -> Phrase | None:
    """无锡高新区【引进】数字经济企业【落户】30家: who acts stands in front of the first verb."""
    counted = around.reaching and around.counts and bool(around.noun) and not around.noun[-1].word.endswith(verbs.AMOUNTS)
    done = bool(around.group) and around.group[-1].part == "do"
    split = agent_and_verb(around.noun) if done or counted else None  # 全国累计【改造】小区超过16万个
    if split is None or (counted and not content(split[2])):
        return None
    who, action, noun = split
    return Phrase(header(noun, "named_before_verb"), as_written(action, "verb_before_number"), named(who, whole=False))


def subject_before_verb(around: Around) -> Phrase | None:
    """【集成电路产业规模】达到1480亿元."""
    if not around.group or not content(around.noun):
        return None
    if around.noun[-1].part == "of" and around.reaching and all(t.part == "do" for t in around.noun[:-1]):
        return Phrase(None, as_written(around.noun[:-1], "verb_before_number"), around.actor)  # 已建成的有33所
    who = named(around.noun) if len(around.group) == 1 and around.group[0].word in SPENDING and not around.lead else None
    if who is not None:
        return Phrase(header(around.group, "named_by_verb"), as_written(around.group, "verb_before_number"), who)  # 【中央财政】投入230亿元
    if is_kind_of_work(around):
        return before_verb(around, [*around.noun, *around.group], around.group)  # 人工造林120万亩
    doing = around.reaching and any(_is_done(t) for t in around.lead)
    flow = [t for t in around.noun if t.word == "新增"] if around.reaching and around.counts else []
    if around.rate and around.lead and not any(t.word in verbs.CAUSING for t in around.lead):
        return before_verb(around, [*around.lead, *around.noun], around.group)  # 回收网点覆盖80%的县城
    return before_verb(around, with_owner(around), around.lead if doing else flow or around.group)


def _is_done(token: Token) -> bool:
    """Whether a verb is what is done to what comes to a number: 【惠及】居民超过3万户, 【新增】企业达到30家; not 【推动】投资达到."""
    return (token.part == "do" and (token.word not in verbs.CAUSING or token.word == "实现")) or token.word in phrases.REACHING_PEOPLE


def object_at_end(around: Around) -> Phrase | None:
    """吸引【投资】170亿美元: the last word is what is done; but 【投资】完成80亿元."""
    group = around.group
    if len(group) < 2 or group[-1].part != "do" or around.behind:
        return None
    if group[-1].word in phrases.LIGHT:
        return Phrase(header(group[:-1], "named_before_verb"), as_written(group[-1:], "verb_before_object"), around.actor)
    own = around.rate or any(t.part != "do" for t in group) or group[-1].word in verbs.NAMING | phrases.NOUNLIKE
    rule = "named_before_verb" if own else "verb_as_object"  # 完成【治理】20条: of what may stand before
    end = 1 if group[0].word == "完成" else -1  # 完成【搬迁安置】6.4万人
    return Phrase(header(group[end:], rule), as_written(group[:end], "verb_before_object"), around.actor)


def agent_and_object(around: Around) -> Phrase | None:
    """【无锡高新区】引进【企业】30家; 【全国铁路】发送【旅客】575万人次."""
    split = agent_and_verb(around.noun) if not around.group and not around.lead else None
    if split is None:
        return None
    who, action, noun = split
    if content(noun):
        return Phrase(header(noun, "object_before_number"), as_written(action, "verb_before_object"), named(who, whole=False))
    return behind_number(around, action, named(who, whole=False))


def object_before_number(around: Around) -> Phrase | None:
    """新增【科技型中小企业】700家; a noun alone: 【蔬菜产量】2313万吨."""
    if around.group or not content(around.noun):
        return None
    noun, lead = with_owner(around), around.lead
    whole = [t for t in noun if t.word not in ("在", "为")]
    if [t.word for t in lead] == ["占"] and whole and whole[-1].word.endswith(verbs.RATES):
        return Phrase(header([*lead, *whole], "object_before_number"), None, around.actor)  # 【占国内生产总值比重】在3%以内
    if lead and around.behind and around.of and all(t.word in phrases.DEPENDENT for t in noun):
        return replace(behind_number(around, lead, around.actor), reaching=True)  # 设立规模200亿元的【基金】
    if around.rate and around.later and not around.behind:
        return Phrase(header([*lead, *noun], "object_before_number"), as_written(around.later, "verb_behind_number"), around.actor)
    deeds = [] if lead or around.item or around.rate or noun[-1].word.endswith(verbs.AMOUNTS) else [t for t in noun[1:-1] if t.part == "do"]
    inner = [t for t in deeds if t.word in phrases.TRANSITIVE][-1:] or deeds[:1]  # 示范工程【修复】国土50万亩
    if lead and sum(len(t.word) for t in noun) == 1:
        noun = [*lead, *noun]
    if not lead and not inner and not around.behind:
        inner = list(around.later)  # 其余3个今年底前全部建成
    who = around.actor or who_does(around, lead)
    lead = [t for t in lead if t.word not in verbs.COMPARING] or lead  # 相当于【替代】标准煤
    return Phrase(header(noun, "object_before_number"), as_written(lead or inner, "verb_before_object"), who)


def named_before_cue(around: Around) -> Phrase | None:
    """【粮食总产量】力争达到8亿斤: the subject stands in front of the word that promises."""
    if around.actor is not None or not content(around.before):
        return None
    before, doing = list(around.before), around.group or around.lead
    naming = [t for t in (around.lead or around.group)[-1:] if t.word in verbs.NAMING and t.part == "do"]
    who = bare_name(before) if naming else None
    if who is not None:
        return Phrase(header(naming, "named_by_verb"), as_written(naming, "verb_before_number"), who)  # 恒拓电子拟出资6亿元
    if around.reaching and len(before) > 1 and before[0].word in phrases.LIGHT and all(t.word in verbs.NOMINAL for t in before[1:]):
        before, doing = before[1:], before[:1]  # 完成投资力争超过145亿元
    elif around.reaching and len(before) > 1 and before[-1].part == "do" and not _is_noun(before, counts=around.counts):
        before, doing = before[:-1], before[-1:]  # 中欧班列开行将达300列
    elif around.reaching and around.counts and len(before) > 1 and _is_deed(before):
        before, doing = before[1:], before[:1]  # 入驻企业力争超120家
    return before_verb(around, before, doing, "named_before_cue")


def _is_noun(before: Sequence[Token], *, counts: bool) -> bool:
    """Whether the last verb names an amount: 轨道交通方面的【投资】将达4万亿元."""
    return before[-1].word in verbs.AMOUNT_NOUNS or before[-2].part == "of" or (before[-1].word == "投资" and not counts)


def _is_deed(before: Sequence[Token]) -> bool:
    """Whether a verb in front of a cue is done to what follows: 【入驻】企业力争超120家; 销售电量可达1亿度 names an amount."""
    return before[0].part == "do" and before[0].word not in verbs.STATES and not before[-1].word.endswith(verbs.AMOUNTS)


def verb_as_name(around: Around) -> Phrase | None:
    """【出口】增长5%, 【投资】完成80亿元: what looks like a verb is the noun."""
    if not (around.reaching or around.changing):
        return None
    if len(around.group) > 1:
        return before_verb(around, around.group[:-1], around.group[-1:])
    if around.group[-1].word == "提升" and not around.rate and all(t.part == "do" for t in around.lead):
        return before_verb(around, [], [*around.lead, *around.group])  # 改造提升30万亩
    if around.lead and around.lead[-1].word in phrases.LIGHT and around.group[-1].word in verbs.WITH_OBJECT:
        return Phrase(header(around.group, "named_by_verb"), as_written(around.lead, "verb_before_object"), around.actor)  # 实现减碳8亿吨
    if around.lead:
        subject = [] if around.counts and around.group[-1].word == "有" else around.lead  # 新建有6所
        doing_it = around.reaching and around.lead[-1].word not in verbs.TRADE  # 进出口突破千亿元 is no deed
        return before_verb(around, subject, around.lead if doing_it else around.group)
    return None


def verb_alone(around: Around) -> Phrase:
    """【达到】30亿元: what it is that does, the clause does not say, unless the verb does, 每年【供水】1.2亿立方米."""
    action = [*around.lead, *around.group] or around.later
    naming = [t for t in action[-1:] if t.word in verbs.NAMING and (around.lead or around.group)]
    return before_verb(around, naming, action, "named_by_verb")


# The first shape that fits reads the number.
SHAPES: tuple[Callable[[Around], Phrase | None], ...] = (
    counted.behind_classifier,
    counted.part_of_whole,
    counted.used_for,
    flow_in_name,
    agent_before_verb,
    subject_before_verb,
    object_at_end,
    counted.behind_verbs,
    agent_and_object,
    object_before_number,
    named_before_cue,
    verb_as_name,
    counted.behind_change,
)


EXAMPLES = (
    Example("去年，100个重点项目完成投资9亿元。", ("achieved | 重点项目投资 | 完成 | - | eq 900000000 元 | increment | 2023-12-31",)),
    Example("去年，澜江区完成造林15万亩。", ("achieved | 造林 | 完成 | 澜江区 | eq 150000 亩 | increment | 2023-12-31",)),
    Example(
        "力争今年完成煤电机组节能改造120万千瓦、供热改造60万千瓦。",
        (
            "planned | 煤电机组节能改造 | 完成 | - | eq 1200000 千瓦 | increment | 2024-12-31",
            "planned | 供热改造 | 完成 | - | eq 600000 千瓦 | increment | 2024-12-31",
        ),
    ),
    Example(
        "力争财政赤字控制在9500亿元，占国内生产总值比重在3%以内。",
        (
            "planned | 财政赤字 | 控制在 | - | eq 950000000000 元 | level | -",
            "planned | 财政赤字占国内生产总值比重 | - | - | le 3 % | share | -",
        ),
    ),
    Example(
        "力争到2025年集成电路产业规模达到1480亿元。", ("planned | 集成电路产业规模 | 达到 | - | eq 148000000000 元 | level | 2025-12-31",)
    ),
    Example("风电装机明年将突破900万千瓦。", ("planned | 风电装机 | 突破 | - | gt 9000000 千瓦 | level | 2025-12-31",)),
    Example("投产后，年产铜箔有望达到5万吨。", ("planned | 年产铜箔 | 达到 | - | eq 50000 吨 | level | -",)),
    Example("预计每年可向城区输送热量30万吨。", ("planned | 热量 | 输送 | - | eq 300000 吨 | increment | -",)),
    Example("大桥工程计划总投资61.4亿元。", ("planned | 大桥工程总投资 | - | - | eq 6140000000 元 | level | -",)),
    Example("力争今年城镇新增就业50万人以上。", ("planned | 城镇新增就业 | 新增 | - | ge 500000 人 | increment | 2024-12-31",)),
    Example("预计每年相当于替代原煤60万吨。", ("planned | 原煤 | 替代 | - | eq 600000 吨 | increment | -",)),
    Example(
        "公共安全类支出：预算安排3.6亿元，比上年增加5208万元。",
        (
            "planned | 公共安全类支出 | 预算安排 | 澜江区 | eq 360000000 元 | level | 2024-12-31",
            "planned | 公共安全类支出 | 增加 | 澜江区 | eq 52080000 元 | increment | 2024-12-31",
        ),
        title="关于澜江区2023年预算执行情况和2024年预算草案的报告",
    ),
    Example("去年，中央财政累计投入230亿元。", ("achieved | 投入 | 投入 | 中央财政 | eq 23000000000 元 | increment | 2023-12-31",)),
    Example(
        "今年，各项工程全面推进，完成投资力争超过145亿元。", ("planned | 投资 | 完成 | - | gt 14500000000 元 | increment | 2024-12-31",)
    ),
    Example(
        "去年开工建设大型学校95所，已建成的有33所。",
        (
            "achieved | 大型学校 | 开工建设 | - | eq 95 所 | increment | 2023-12-31",
            "achieved | 大型学校 | 建成 | - | eq 33 所 | increment | 2023-12-31",
        ),
    ),
    Example(
        "去年改造老旧小区160个，惠及居民超过3万户。",
        (
            "achieved | 老旧小区 | 改造 | - | eq 160 个 | increment | 2023-12-31",
            "achieved | 居民 | 惠及 | - | gt 30000 户 | level | 2023-12-31",
        ),
    ),
    Example(
        "去年秋季，全市学校中，新建有6所，改扩建有48所。",
        (
            "achieved | 学校 | 新建 | - | eq 6 所 | increment | 2023-11-30",
            "achieved | 学校 | 改扩建 | - | eq 48 所 | increment | 2023-11-30",
        ),
    ),
    Example(
        "到2030年，运营里程有望达到600公里，在轨道交通方面的投资将达400亿元。",
        (
            "planned | 运营里程 | 达到 | - | eq 600 公里 | level | 2030-12-31",
            "planned | 投资 | 达 | - | eq 40000000000 元 | level | 2030-12-31",
        ),
    ),
    Example("全国累计开工改造小区超过16万个。", ("achieved | 小区 | 开工改造 | - | gt 160000 个 | increment | -",)),
    Example(
        "预计到2030年5G网络建设投资累计将达到1.2万亿元。",
        ("planned | 5G网络建设投资 | 达到 | - | eq 1200000000000 元 | level | 2030-12-31",),
    ),
)
