"""What stands in front of a number, cut to what can name and do: 「占比从目前的7%」 before 提高至40% is 占比.

A cue parts who acts from what is done; what a preposition, a bracket or a comparison adds is no subject.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govtext.lexicon import phrases, places, verbs
from govtext.targets.example import Example
from govtext.targets.tokens import VERBS, is_link

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govtext.targets.tokens import Token


def cut(tokens: Sequence[Token]) -> tuple[list[Token], list[Token]]:
    """What stands before the last cue, and what between it and the number."""
    before, inside = _at_cue(_without_field(_without_reckoning(_outside_brackets(tokens))))
    inside = [] if _compared(inside) else inside
    inside = _without_origin(_without_base(strip_front(inside)))
    return _without_origin(_without_base(before)), _without_other_side(inside, named=bool(before))


def strip_front(tokens: list[Token]) -> list[Token]:
    """Without the marks, joints, adverbs and dates at the front."""
    at = 0
    while (
        at < len(tokens)
        and not (tokens[at].word in ("比", "较") and at + 1 < len(tokens) and tokens[at + 1].part in ("time", "noun"))
        and not (tokens[at].word == "年度" and at + 1 < len(tokens))
        and (
            tokens[at].part in ("mark", "adverb", "time", "of")
            or is_link(tokens[at])
            or tokens[at].word in phrases.OPENERS
            or _each_year(tokens, at)
            or _once_done(tokens, at)
        )
    ):
        at += 1
    return tokens[at:]


def _once_done(tokens: list[Token], at: int) -> bool:
    """Whether words only say that something else is done first: 【完成后】新增学位16万个."""
    after = ("后", "之后", "以后")
    behind = [t.word for t in tokens[at + 1 : at + 3]]
    return (tokens[at].part == "do" and behind[:1] != behind[1:] and behind[0] in after and len(behind) > 1) or (
        tokens[at].word in after and at > 0 and tokens[at - 1].part == "do"
    )


def _each_year(tokens: list[Token], at: int) -> bool:
    """Whether 年 in front of a verb says how often: 【年】减排二氧化碳200万吨."""
    if tokens[at].word != "年" or at + 1 >= len(tokens) or tokens[at + 1].part not in VERBS:
        return False
    amount = len(tokens) == at + 3 and tokens[at + 2].word.endswith(verbs.AMOUNTS)
    return not (amount and tokens[at + 1].word in phrases.OF_AMOUNTS)  # 年销售电量 is a name


def _at_cue(left: list[Token]) -> tuple[list[Token], list[Token]]:
    """What stands before and behind the last cue: 武汉 / 建设筹集保障性租赁住房."""
    for place in range(len(left) - 1, -1, -1):
        if left[place].word.endswith(_GOALS) and (goal := _goal(left[place + 1 :])):
            return [], goal
        if left[place].part == "cue":
            before = left[:place]
            while before and before[-1].part in ("cue", "adverb"):
                before.pop()
            return strip_front(before), left[place + 1 :]
    return [], left


def _goal(behind: list[Token]) -> list[Token]:
    """主要目标【为】旅客发送量2亿人, 预期目标【是】生产总值增长6%: what a goal is of, named behind it."""
    of_it = behind[1:] if behind and behind[0].word in ("为", "是", "分别为", "分别是") else []
    named = bool(of_it) and (of_it[-1].part == "noun" or (of_it[0].part == "noun" and of_it[-1].part in ("reach", "change")))
    return of_it if named else []


_GOALS = ("目标", "任务")


def _compared(tokens: Sequence[Token]) -> bool:
    """Whether words only say with what a multiple is compared: 【较旧版目标】翻一番."""
    return bool(tokens) and tokens[0].word in ("比", "较") and all(t.part in ("noun", "time") for t in tokens[1:])


def _without_origin(tokens: list[Token]) -> list[Token]:
    """Without where a change starts from: 占比【从目前的7%】提高至40%; and without a phrase in front that a preposition opens."""
    verb = next((i for i in range(len(tokens) - 1, -1, -1) if tokens[i].part in VERBS), len(tokens))
    for place, token in enumerate(tokens[:verb]):
        if place and (token.word in phrases.CAUSES or _drives(tokens, place, verb)):
            return _without_origin(tokens[place + 1 :])
        if token.word in ("从", "由", "比", "较") and (place or verb < len(tokens)):
            return [*tokens[:place], *tokens[verb:]]
        if token.word in ("按", "按照") and any(t.word in ("计算", "计") for t in tokens[place:verb]):
            of = max((i for i, t in enumerate(tokens[:verb]) if t.part == "of"), default=-1)
            if of > place:
                return [*tokens[:place], *tokens[of + 1 :]]  # 按2000年价格计算的【国内生产总值】
        if token.word in phrases.ORIGINS and place == 0 and len(tokens) > 1:
            of = max((i for i, t in enumerate(tokens[:verb]) if t.part == "of"), default=-1)
            if 0 < of < verb - 1 and verb == len(tokens):
                return tokens[of + 1 :]  # 对小微企业收取的【担保费率】
            end = _end_of_origin(tokens)
            if end is not None:
                return tokens[end:]
    return tokens


def _without_base(tokens: list[Token]) -> list[Token]:
    """Without what a change builds on: 企业【在2022年的基础上】翻一番."""
    at = next((i for i, t in enumerate(tokens) if i and t.word == "在"), None)
    end = next((i for i, t in enumerate(tokens) if at is not None and i > at and t.word == "基础上"), None)
    return tokens if end is None else [*tokens[:at], *tokens[end + 1 :]]


def _drives(tokens: list[Token], place: int, verb: int) -> bool:
    """项目建设【带动】投资增长11个百分点: what stands in front brings it about."""
    changes = verb < len(tokens) and tokens[verb].part in ("change", "reach")
    return tokens[place].word in phrases.DRIVING and changes and place < verb - 1


def _end_of_origin(tokens: list[Token]) -> int | None:
    """Where the phrase that a preposition opens is over: before a verb or cue, behind 方面, 过程中."""
    plain = next((i for i, t in enumerate(tokens) if i > 1 and t.word in phrases.PLAIN), None)
    for place, token in enumerate(tokens):
        if place > 1 and token.part == "do" and not (token.word in verbs.TRADE and tokens[place - 1].part == "noun"):
            return place if plain is None else plain
        if (place > 1 and token.part == "cue") or token.word in phrases.ORIGIN_ENDS:
            return place + 1
    return None


def _without_other_side(tokens: list[Token], *, named: bool) -> list[Token]:
    """Without what a figure is compared with: 增速高于【全省】4.2个百分点, 占【员工总数的】38%, 增速稳居【全省】前三."""
    for place in range(len(tokens) - 1, -1, -1):
        if tokens[place].part in VERBS:
            other = all(t.part in ("noun", "of", "time", "number") for t in tokens[place + 1 :])
            of_it = tokens[place].part == "reach" and tokens[-1].part == "of" and (place > 0 or named)  # 应达到【负荷的】3%
            among = tokens[place].part == "reach" and all(t.word in places.AREAS for t in tokens[place + 1 :])
            compares = other and (tokens[place].word in verbs.COMPARING or of_it or among)
            whole = tokens[place].word == "占" and any(t.word in ("比重", "比例", "份额") for t in tokens[-2:])  # 占总值比重在3%以内
            return tokens[: place + 1] if compares and not whole else tokens
    return tokens


def _without_reckoning(tokens: list[Token]) -> list[Token]:
    """Without what a figure leaves out: 生产总值【剔除闭井等不可比因素】增长7.8%."""
    out = next((i for i, t in enumerate(tokens) if t.word in ("剔除", "扣除")), None)
    end = next((i for i, t in enumerate(tokens) if out is not None and i > out and t.word in ("因素", "影响", "后")), None)
    return tokens if end is None else [*tokens[:out], *tokens[end + 1 :]]


def _without_field(tokens: list[Token]) -> list[Token]:
    """Without the field in which something is done, whose name may hold verbs: 【在精深加工、元器件制造等领域】新招引项目."""
    field = next((i for i, t in enumerate(tokens) if i > 1 and t.word in _FIELDS and tokens[i - 1].word == "等"), None)
    start = next((i for i, t in enumerate(tokens[:field]) if t.word in ("在", "围绕", "聚焦")), None)
    if field is None or start is None or not any(t.part in ("do", "change", "reach") for t in tokens[field + 1 :]):
        return tokens
    return [*tokens[:start], *tokens[field + 1 :]]


_FIELDS = ("领域", "方面", "行业", "产业", "环节", "重点领域")


def _outside_brackets(tokens: Sequence[Token]) -> list[Token]:
    """Without what brackets add in front of the number: 18亿雷亚尔【（1雷亚尔约合1.5元）】; within a bracket only what it holds."""
    out: list[Token] = []
    opened: list[int] = []
    for token in tokens:
        if token.word in ("（", "("):
            opened.append(len(out))
        out.append(token)
        if token.word in ("）", ")"):
            start = opened.pop() if opened else 0
            other = all(t.part in ("do", "mark") or t.word in _OPEN_BRACKETS for t in out[start:-1])  # 新建【（改建）】食堂10家
            aside = out[start + 1].word in _ASIDE if start + 1 < len(out) else False  # 桥梁【（含漫水桥）】9000座
            if start == 0 or other or aside or any(t.part == "number" for t in out[start:]):
                del out[start:]
    return out[opened[-1] + 1 :] if opened else out


_OPEN_BRACKETS = ("（", "(")
_ASIDE = ("含", "包含", "包括", "其中", "不含", "不包括", "主要", "即", "如", "下同")

EXAMPLES = (
    Example("今年力争项目建设带动投资增长10%。", ("planned | 投资 | 增长 | - | eq 10 % | growth | 2024-12-31",)),
    Example("今年将改造危旧桥梁（含漫水桥）90座。", ("planned | 危旧桥梁 | 改造 | - | eq 90 座 | increment | 2024-12-31",)),
    Example(
        "2024年全区主要预期目标是地区生产总值增长6%以上；固定资产投资增长15%左右。",
        (
            "planned | 地区生产总值 | 增长 | - | ge 6 % | growth | 2024-12-31",
            "planned | 固定资产投资 | 增长 | - | approx 15 % | growth | 2024-12-31",
        ),
    ),
    Example("今年将新建（改建）老年食堂10家。", ("planned | 老年食堂 | 新建 | - | eq 10 家 | increment | 2024-12-31",)),
    Example(
        "今年运输的主要目标为旅客发送量2亿人，货物发送量3亿吨。",
        (
            "planned | 旅客发送量 | - | - | eq 200000000 人 | level | 2024-12-31",
            "planned | 货物发送量 | - | - | eq 300000000 吨 | level | 2024-12-31",
        ),
    ),
    Example(
        "财政收入增长26.4%，高于年初人代会12%的目标14.4个百分点，年均增长20%。",
        (
            "achieved | 财政收入 | 增长 | - | eq 26.4 % | growth | -",
            "achieved | 财政收入 | 高于 | - | eq 14.4 个百分点 | point | -",
            "achieved | 财政收入 | 增长 | - | eq 20 % | growth | -",
        ),
    ),
    Example(
        "力争到2025年，按2020年价格计算的生产总值达到500亿元。", ("planned | 生产总值 | 达到 | - | eq 50000000000 元 | level | 2025-12-31",)
    ),
    Example("到2030年，清洁能源占比从目前的7%提高至40%。", ("planned | 清洁能源占比 | 提高至 | - | eq 40 % | share | 2030-12-31",)),
    Example("今年中欧班列开行力争达300列。", ("planned | 中欧班列 | 开行 | - | eq 300 列 | increment | 2024-12-31",)),
    Example("明年将投入18亿卢比（1卢比约合0.09元人民币）。", ("planned | 投入 | 投入 | - | eq 1800000000 卢比 | increment | 2025-12-31",)),
    Example("力争今年外贸增速高于全省4个百分点。", ("planned | 外贸增速 | 高于 | - | eq 4 个百分点 | point | 2024-12-31",)),
    Example("到2025年，研发人员占员工总数的38%。", ("planned | 研发人员 | 占 | - | eq 38 % | share | 2025-12-31",)),
    Example("力争到2025年，营商环境进入全省前三位。", ("planned | 营商环境 | 进入 | - | eq 3 位 | rank | 2025-12-31",)),
    Example(
        "力争经济总量稳居全省前三，固定资产投资增速保持全市前五。",
        ("planned | 经济总量 | 稳居 | - | eq 3 位 | rank | -", "planned | 固定资产投资增速 | 保持 | - | eq 5 位 | rank | -"),
    ),
    Example(
        "今年，澜江区将在畜牧精深加工、电子元器件制造等领域新招引项目6个以上。",
        ("planned | 项目 | 新招引 | 澜江区 | ge 6 个 | increment | 2024-12-31",),
    ),
    Example("“一带一路”合作将使贸易额增加到200亿美元。", ("planned | 贸易额 | 增加到 | - | eq 20000000000 美元 | level | -",)),
    Example("预计年输送热量200万吨。", ("planned | 热量 | 输送 | - | eq 2000000 吨 | increment | -",)),
    Example("暑假计划加开列车12列。", ("planned | 列车 | 加开 | - | eq 12 列 | increment | -",)),
    Example("电站建成后，年销售电量可达1亿度。", ("planned | 年销售电量 | 达 | - | eq 100000000 度 | level | -",)),
    Example("项目达产后可年创税收5亿元。", ("planned | 税收 | 创 | - | eq 500000000 元 | increment | -",)),
    Example(
        "预计全年产值38亿元，与2015年相比增加13亿元。",
        (
            "planned | 产值 | - | - | eq 3800000000 元 | level | 2024-12-31",
            "planned | 产值 | 增加 | - | eq 1300000000 元 | increment | 2024-12-31",
        ),
    ),
    Example(
        "到2025年，新建中小学150所，完成后新增学位16万个。",
        ("planned | 中小学 | 新建 | - | eq 150 所 | increment | 2025-12-31", "planned | 学位 | 新增 | - | eq 160000 个 | increment | -"),
    ),
    Example("力争生产总值剔除闭井等不可比因素增长7.8%。", ("planned | 生产总值 | 增长 | - | eq 7.8 % | growth | -",)),
    Example("到2025年，各区响应能力一般应达到最大负荷的3%。", ("planned | 各区响应能力 | 达到 | - | eq 3 % | share | 2025-12-31",)),
    Example(
        "计划到2030年将装机容量提高到18吉瓦，较旧版目标翻一番。",
        (
            "planned | 装机容量 | 提高到 | - | eq 18 吉瓦 | level | 2030-12-31",
            "planned | 装机容量 | 翻一番 | - | eq 2 倍 | multiple | 2030-12-31",
        ),
    ),
)
