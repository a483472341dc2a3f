"""What stands behind a number: what it counts, and what is done to that: 「7000户困难家庭实施适老化改造」 is 困难家庭 / 实施."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from govtext.lexicon import cues, phrases, verbs
from govtext.targets.example import Example
from govtext.targets.tokens import VERBS, is_link, is_preposition

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govtext.targets.tokens import Token


# A bracket behind a number is looked through for so many tokens.
BRACKET = 12


@dataclass(frozen=True, slots=True)
class Setting:
    """What stands in front of a number, as far as it tells what may follow."""

    idle: bool = False  # no verb: one will follow, 12座车站主体结构【封顶】
    pivot: bool = False  # a verb of helping: who is helped does something, 推动200家企业【实施】改造
    served: bool = False  # 为, 对: 为7000户家庭【实施】改造
    named: bool = False  # the number is a rate of something: 数据中心100%【使用】绿电


def counted(tokens: Sequence[Token], at: int, ceiling: int, setting: Setting) -> list[Token]:
    """The noun phrase right behind the number ``tokens[at]``."""
    start = behind_bracket(tokens, at, ceiling)
    if _as_goal(tokens, start, ceiling):
        return []
    out = _undone(tokens, start, ceiling)
    of = False
    for place in range(start + len(out), ceiling):
        token = tokens[place]
        if token.part == "of" and not out:
            of = True
            continue
        of_it = not out and tokens[place - 1].part == "of" and token.word in cues.HELPERS  # 67%的【可】治理沙化土地
        sized = (
            out and token.word in ("超", "超过", "达", "过", "逾", "破", "突破") and _is_size(tokens, place, ceiling)
        )  # 10个产值【超】千亿元的产业集群
        if (not sized and _ends_phrase(token, last=place + 1 >= ceiling) and not of_it) or (out and _sums_up(tokens, place)):
            break
        if not out and _happens(tokens, place, ceiling, setting):
            break
        listed = at > 0 and tokens[at - 1].word == "、" and _all_events(tokens[place:ceiling])  # 5个项目开工、3个项目【竣工】
        closes = not of and token.part == "do" and all(t.part in VERBS for t in tokens[place:ceiling])  # 4个县【脱贫摘帽】
        if out and closes and (setting.idle or setting.pivot or listed):
            break
        done = setting.served and token.part == "do" and any(t.part == "noun" for t in out)
        if done or (
            _opens_predicate(token)
            if not out
            else out[-1].word not in "（(" and _is_predicate(token, idle=(setting.idle or setting.pivot) and not of)
        ):
            break
        own_number = ceiling < len(tokens) or token.word in phrases.PLAIN
        if out and out[-1].word in ("、", "和", "以及", "及") and (token.word[0] == "每" or (own_number and token.part == "do")):
            break  # 开展266个村整治、【建设】…: a verb of its own, with its own number; …、【每县】有2所高中
        out.append(token)
    while out and (is_link(out[-1]) or out[-1].part in ("mark", "adverb", "of") or is_preposition(out[-1])):
        out.pop()
    return out


def _all_events(tokens: Sequence[Token]) -> bool:
    """Whether nothing but events follows: 建成投产."""
    return all(t.part == "do" and t.word in verbs.EVENTS for t in tokens)


def _as_goal(tokens: Sequence[Token], start: int, ceiling: int) -> bool:
    """新增企业不少于100家【的目标】: what the whole is, not what is counted."""
    words = [t.word.strip("”") for t in tokens[start:ceiling] if t.word != "”"]
    return words[:1] == ["的"] and words[1:2] != [] and words[1] in ("目标", "目标任务", "任务目标")


def _undone(tokens: Sequence[Token], start: int, ceiling: int) -> list[Token]:
    """What is not yet so with what is counted: 29个【未完成安置的】城中村."""
    of = next((i for i in range(start, min(ceiling, start + BRACKET)) if tokens[i].part == "of"), start - 1)
    good = of > start + 1 and tokens[of - 1].word in phrases.GOOD and tokens[start].part == "noun"
    return list(tokens[start : of + 1]) if of > start and (good or tokens[start].word in phrases.UNDONE) else []


def behind_bracket(tokens: Sequence[Token], at: int, ceiling: int) -> int:
    """Where the words behind a number go on when a bracket stands there.

    总额8亿克朗（1克朗约合2元）【的】基金, 新增10个（每个街道1个）【助餐点】; not 里程70公里（含续建）主线.
    """
    if at + 1 < ceiling and tokens[at + 1].word in ("（", "("):
        for place in range(at + 2, min(ceiling - 1, at + BRACKET)):
            if tokens[place].word in ("）", ")"):
                converts = any(t.word in ("约合", "折合", "合") for t in tokens[at + 2 : place]) or (
                    tokens[at].word.endswith("元") and tokens[place - 1].part == "number" and tokens[place - 1].word.endswith("元")
                )  # 50亿元（约7亿美元）
                goes_on = tokens[place + 1].part == "of" or (tokens[place + 1].part == "noun" and at > 0 and tokens[at - 1].part == "do")
                return place + 1 if converts or goes_on else at + 1
    return at + 1


def _is_size(tokens: Sequence[Token], place: int, ceiling: int) -> bool:
    """Whether a number and 的 follow, so that the words say of what size the counted things are."""
    following = [t.part for t in tokens[place + 1 : min(place + 3, ceiling)]]
    return following == ["number", "of"]


def _happens(tokens: Sequence[Token], place: int, ceiling: int, setting: Setting) -> bool:
    """Whether the word behind a number is what happens, not what is counted: 其余3个【建成】, 数据中心100%【使用】绿电."""
    follows = tokens[place + 1] if place + 1 < ceiling else None
    names = follows is not None and follows.part == "noun" and follows.word not in verbs.EVENTS
    measured = tokens[place - 2].word in ("按", "按照") and tokens[place].part == "do" if place > 1 else False  # 赤字率拟按3%【安排】
    goes = follows is not None and tokens[place].part == "do" and follows.word in ("至", "到", "往", "向")  # 140万吨【出口至】外国
    return (
        goes
        or measured
        or (setting.named and tokens[place].part == "do")
        or (setting.idle and tokens[place].word in verbs.EVENTS and not names)
    )


def _sums_up(tokens: Sequence[Token], place: int) -> bool:
    """7000个建制村通硬化路【等】11件实事: a list is over, and how many it holds follows."""
    return tokens[place].word == "等" and place + 1 < len(tokens) and tokens[place + 1].part == "number"


def _ends_phrase(token: Token, *, last: bool) -> bool:
    if last and token.word in ("、", "和", "及", "以及"):
        return True
    if token.part == "mark":
        return token.word != "、" and not token.word.isspace()
    return token.part == "time" or (token.part in ("cue", "reach") and token.word != "保持")


def _opens_predicate(token: Token) -> bool:
    """Whether a word right behind a number shows that nothing is counted there."""
    if token.word in ("（", "("):
        return True
    if token.part == "adverb":
        return token.word not in phrases.ATTRIBUTIVE
    return (
        is_link(token)
        or token.word in ("、", *phrases.USES, *phrases.ARRIVING)
        or token.part in ("reach", "change")
        or is_preposition(token)
    )


def _is_predicate(token: Token, *, idle: bool) -> bool:
    """Whether a word ends the noun phrase in front of it: 30家村卫生室【纳入】医保, 7000户家庭【实施】改造."""
    if token.word in phrases.PREDICATES or (token.part == "adverb" and token.word not in phrases.ATTRIBUTIVE):
        return True
    return idle and (token.word in phrases.DEEDS or token.word in verbs.EVENTS)


def verbs_behind(tokens: Sequence[Token], at: int, behind: Sequence[Token], ceiling: int) -> tuple[list[Token], list[Token]]:
    """What is done to what a number counts, when the verb follows, and what comes then: 7000户家庭【实施】适老化改造."""
    out: list[Token] = []
    first = max(
        behind_bracket(tokens, at, ceiling), next((i for i in range(at + 1, ceiling) if behind and tokens[i] is behind[-1]), at) + 1
    )
    skip = first
    for place in range(first, ceiling):
        token = tokens[place]
        if place < skip or (out and token.word == "了" and place + 1 < ceiling and tokens[place + 1].part in VERBS):
            continue  # 50%的号源【向基层】投放; 进行【了】改造
        happens = token.word in verbs.EVENTS or (len(token.word) > 1 and token.word in phrases.PREDICATES | phrases.DEEDS)
        of_object = bool(out) and out[-1].word in phrases.PLAIN and place + 1 < ceiling and tokens[place + 1].part == "noun"
        if of_object:
            return out, list(tokens[place:ceiling])  # 1200家企业【开展】节能诊断
        if token.part in VERBS or (token.part == "noun" and happens):
            out.append(token)
        elif not out and is_preposition(token):
            skip = next((i for i in range(place + 1, ceiling) if tokens[i].part in VERBS), ceiling)
        elif out or not (token.part in ("adverb", "time", "cue") or token.word in phrases.AGO):
            return out, list(tokens[place:ceiling])
    return out, []


EXAMPLES = (
    Example(
        "今年将新增12个（含续建）助餐点，新建70公里（含支线）道路。",
        (
            "planned | 助餐点 | 新增 | - | eq 12 个 | increment | 2024-12-31",
            "planned | 道路 | 新建 | - | eq 70 公里 | increment | 2024-12-31",
        ),
    ),
    Example("道路里程70公里（含续建）主线。", ("achieved | 道路里程 | - | - | eq 70 公里 | level | -",)),
    Example(
        "到2025年，实现每个乡镇有1所幼儿园、每县有2所高中。",
        ("planned | 幼儿园 | 有 | - | eq 1 所 | level | 2025-12-31", "planned | 高中 | 有 | - | eq 2 所 | level | 2025-12-31"),
    ),
    Example("省里提出新增企业不少于100家的目标。", ("planned | 企业 | 新增 | - | ge 100 家 | increment | -",)),
    Example("今年全市赤字率拟按3%安排。", ("planned | 赤字率 | - | - | eq 3 % | share | 2024-12-31",)),
    Example("今年将支持18个重点帮扶村发展特色产业。", ("planned | 重点帮扶村 | 支持 | - | eq 18 个 | level | 2024-12-31",)),
    Example("今年将创造8000个直接就业岗位。", ("planned | 直接就业岗位 | 创造 | - | eq 8000 个 | increment | 2024-12-31",)),
    Example(
        "今年将为当地7000户困难老年人家庭实施适老化改造。", ("planned | 困难老年人家庭 | 实施 | - | eq 7000 户 | increment | 2024-12-31",)
    ),
    Example(
        "明年将对85个高速公路服务区充电站进行扩容。", ("planned | 高速公路服务区充电站 | 进行扩容 | - | eq 85 个 | increment | 2025-12-31",)
    ),
    Example("确保67%的可治理沙化土地得到治理。", ("planned | 可治理沙化土地 | 得到治理 | - | eq 67 % | share | -",)),
    Example(
        "今年将开展266个村环境整治行动、整治提升15条背街小巷。",
        (
            "planned | 村环境整治行动 | 开展 | - | eq 266 个 | increment | 2024-12-31",
            "planned | 背街小巷 | 整治提升 | - | eq 15 条 | increment | 2024-12-31",
        ),
    ),
    Example(
        "7个集中安置点中已有4个交付入住，其余3个今年底前全部建成。",
        (
            "achieved | 集中安置点 | - | - | eq 7 个 | level | -",
            "achieved | 集中安置点 | 交付入住 | - | eq 4 个 | increment | -",
            "planned | 集中安置点 | 建成 | - | eq 3 个 | increment | 2024-12-31",
        ),
    ),
    Example(
        "年内将与税务、海关等9个部门建立会商机制，把2颗气象卫星送入预定轨道。",
        (
            "planned | 部门 | 建立 | - | eq 9 个 | increment | 2024-12-31",
            "planned | 气象卫星 | 送入 | - | eq 2 颗 | increment | 2024-12-31",
        ),
    ),
    Example("今年将改善城东等12个重点区域周边环境。", ("planned | 重点区域周边环境 | 改善 | - | eq 12 个 | increment | 2024-12-31",)),
    Example("明年将推进1000个亿元以上工业项目建设。", ("planned | 亿元以上工业项目建设 | 推进 | - | eq 1000 个 | increment | 2025-12-31",)),
    Example(
        "到2027年，培育10个以上产值超千亿元的产业集群。",
        ("planned | 产值超千亿元的产业集群 | 培育 | - | ge 10 个 | increment | 2027-12-31",),
    ),
    Example("明年将推动200家以上规上工业企业实施数字化改造。", ("planned | 规上工业企业 | 推动 | - | ge 200 家 | increment | 2025-12-31",)),
    Example(
        "明年将设立总额8亿克朗（1克朗约合2元人民币）的防灾基金，其中首期3亿克朗到位。",
        (
            "planned | 防灾基金 | 设立 | - | eq 800000000 克朗 | level | 2025-12-31",
            "planned | 防灾基金首期 | 到位 | - | eq 300000000 克朗 | increment | 2025-12-31",
        ),
    ),
    Example("今年力争把3个项目列入省级清单。", ("planned | 项目 | 列入 | - | eq 3 个 | increment | 2024-12-31",)),
    Example(
        "今年将实现3条道路建成通车，改造29个未完成安置的城中村。",
        (
            "planned | 道路 | 建成通车 | - | eq 3 条 | increment | 2024-12-31",
            "planned | 未完成安置的城中村 | 改造 | - | eq 29 个 | increment | 2024-12-31",
        ),
    ),
    Example(
        "到2030年实现年产清洁氢150万吨，其中140万吨出口至东洲。",
        (
            "planned | 年产清洁氢 | 实现 | - | eq 1500000 吨 | level | 2030-12-31",
            "planned | 年产清洁氢 | 出口 | - | eq 1400000 吨 | increment | 2030-12-31",
        ),
    ),
    Example(
        "明年政府将为学院提供18亿韩元（1美元约合1124韩元）资金支持。",
        ("planned | 资金 | 提供 | 政府 | eq 1800000000 韩元 | increment | 2025-12-31",),
    ),
    Example("争取年内6条道路具备开通条件。", ("planned | 道路 | 争取 | - | eq 6 条 | increment | 2024-12-31",)),
    Example(
        "明年政府将投入26亿欧元（约合206亿元人民币）用于港口改造。",
        ("planned | 港口改造 | 投入 | 政府 | eq 2600000000 欧元 | increment | 2025-12-31",),
    ),
    Example(
        "今年将建成5个以上有国内影响力的创新平台，培育30家服务质量高、带动能力强的连锁企业。",
        (
            "planned | 有国内影响力的创新平台 | 建成 | - | ge 5 个 | increment | 2024-12-31",
            "planned | 服务质量高、带动能力强的连锁企业 | 培育 | - | eq 30 家 | increment | 2024-12-31",
        ),
    ),
    Example(
        "恒拓集团计划投资50亿元（约7亿美元）建造一座新能源工厂。",
        ("planned | 新能源工厂 | 投资 | 恒拓集团 | eq 5000000000 元 | increment | -",),
    ),
)
