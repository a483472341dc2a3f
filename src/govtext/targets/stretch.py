"""From a number's clause to the stretches around it: 「今年力争建设改造燃气管网15公里」 is 建设改造 + 燃气管网 before, nothing behind.

What stands before a cue may name who acts; what stands between the cue and the number holds opening verbs, a noun, and the verbs
right before the number; behind the number may stand what it counts.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from govtext.lexicon import phrases, verbs
from govtext.targets import behind, doing, front
from govtext.targets.actor import acts, named
from govtext.targets.behind import Setting
from govtext.targets.doing import Parts
from govtext.targets.example import Example
from govtext.targets.piece import content
from govtext.targets.tokens import is_link

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govtext.targets.piece import Piece
    from govtext.targets.tokens import Token


@dataclass(frozen=True, slots=True)
class Around:
    """The stretches around one number, in the order in which they stand."""

    before: Sequence[Token]  # in front of the cue
    lead: Sequence[Token]  # verbs at the front: 【新增】科技型中小企业700家
    noun: Sequence[Token]  # between the verbs
    group: Sequence[Token]  # verbs right before the number: 规模【达到】1480亿元
    behind: Sequence[Token]  # the noun phrase behind the number: 200个【升级改造项目】
    later: Sequence[Token]  # verbs behind that: 7000户家庭【实施】适老化改造
    rest: Sequence[Token]  # what follows these verbs
    last: Token | None  # the word right before the number
    counts: bool  # whether the number's unit is a classifier
    rate: bool  # whether the number is a percentage
    of: bool  # whether 的 follows the number
    item: bool  # whether it goes on with a list
    actor: Piece | None  # whom ``before`` names

    @property
    def reaching(self) -> bool:
        """Whether the number completes 达到, 超过 …."""
        return bool(self.group) and self.group[-1].part == "reach"

    @property
    def changing(self) -> bool:
        """Whether the number completes 增长, 下降 …."""
        return bool(self.group) and self.group[-1].part == "change"


def read(tokens: Sequence[Token], at: int, floor: int, ceiling: int, *, counts: bool, rate: bool) -> Around:
    """The stretches around the number ``tokens[at]`` between its neighbours."""
    before, inside = front.cut(_without_task(tokens[floor:at]))
    if len(inside) > 1 and inside[-1].word in ("对", "为") and not rate and named(inside[:-1]):
        before, inside = inside[:-1], inside[-1:]  # 【铁路部门】对28座车站进行改造
    inside = _named_by_deed(inside)
    served = bool(inside) and not rate and inside[0].word in phrases.SERVING and not any(_says_what(t) for t in inside)
    parts = Parts([], [], []) if served else doing.read(inside, counting=False)
    listed = floor > 0 and all(is_link(t) or t.part in ("mark", "adverb") for t in tokens[floor:at])
    done = [t for t in (*parts.lead, *parts.group) if t.word not in ("有", "共有")]
    setting = Setting(
        idle=not done and not listed and (counts or not content(parts.noun)),
        pivot=bool(done) and all(t.word in phrases.PIVOTS for t in done),
        served=served,
        named=rate and content(parts.noun),
    )
    thing = behind.counted(tokens, at, ceiling, setting)
    if thing and counts and not served and thing[0].part != "do":
        parts = doing.read(inside, counting=True)
    item = floor > 0 and (tokens[floor].word == "、" or is_link(tokens[floor])) and not thing
    if item:
        parts = doing.as_item(parts)
    later, rest = behind.verbs_behind(tokens, at, thing, ceiling)
    return Around(
        before=before,
        lead=parts.lead,
        noun=parts.noun,
        group=parts.group,
        behind=thing,
        later=later,
        rest=rest,
        last=tokens[at - 1] if at else None,
        counts=counts,
        rate=rate,
        of=any(t.part == "of" for t in tokens[behind.behind_bracket(tokens, at, ceiling) :][:1]),
        item=item,
        actor=parts.actor or named(before),
    )


def _named_by_deed(inside: list[Token]) -> list[Token]:
    """124个【新建】项目已开工122个: behind a number, the verb in front of 项目 says which, when another says what was done."""
    first = next((i for i, t in enumerate(inside) if t.part != "number"), 0)
    which = [t.part for t in inside[max(0, first - 1) : first + 2]] == ["number", "do", "noun"] and inside[first + 1].word in _WORKS
    if not which or not any(t.part == "do" for t in inside[first + 2 :]):
        return inside
    verb, works = inside[first : first + 2]
    return [*inside[:first], replace(works, word=verb.word + works.word, start=verb.start), *inside[first + 2 :]]


_WORKS = ("项目", "工程")


def _without_task(tokens: Sequence[Token]) -> Sequence[Token]:
    """保障性住房新建【目标任务】6万套, 造林【任务】3万亩: that it is a goal, behind what is done to what."""
    stop = len(tokens)
    while stop and tokens[stop - 1].word in ("任务", "目标", "目标任务"):
        stop -= 1
    named = stop > 1 and tokens[stop - 1].part == "do" and any(t.part == "noun" for t in tokens[: stop - 1])
    return tokens[:stop] if stop < len(tokens) and named and tokens[0].part != "do" else tokens


def _says_what(token: Token) -> bool:
    """Whether a word says what is done, so that 为, 对 in front of it serves that verb and not one behind the number."""
    return token.part in ("do", "change") or (
        token.part == "reach" and token.word not in phrases.SERVING and token.word not in ("超", "近")
    )


def agent_and_verb(tokens: Sequence[Token]) -> tuple[Sequence[Token], Sequence[Token], Sequence[Token]] | None:
    """Split 无锡高新区 / 引进 / 数字经济企业 when the phrase before a verb names somebody who acts."""
    for at, token in enumerate(tokens):
        if token.part == "do" and at > 0:
            if not acts(tokens[:at]) or (token.word in verbs.WITH_OBJECT and _is_amount(tokens[at + 1 : at + 2])):
                continue  # 全国发电装机容量
            end = at + 1
            while end < len(tokens) and tokens[end].part == "do" and end + 1 < len(tokens):
                end += 1
            return tokens[:at], tokens[at:end], tokens[end:]
    return None


def _is_amount(tokens: Sequence[Token]) -> bool:
    return bool(tokens) and (tokens[0].word in verbs.AMOUNT_NOUNS or tokens[0].word.endswith(verbs.AMOUNTS))


EXAMPLES = (
    Example(
        "50个建成项目完成投资4亿元，124个新建项目已开工122个。",
        (
            "achieved | 建成项目投资 | 完成 | - | eq 400000000 元 | increment | -",
            "achieved | 新建项目 | 开工 | - | eq 122 个 | increment | -",
        ),
    ),
    Example("到2030年，新建数据中心100%使用绿电。", ("planned | 新建数据中心 | 使用 | - | eq 100 % | share | 2030-12-31",)),
    Example("今年将设立规模不低于200亿元的科创母基金。", ("planned | 科创母基金 | 设立 | - | ge 20000000000 元 | level | 2024-12-31",)),
    Example("今年将减少500个审批环节。", ("planned | 审批环节 | 减少 | - | eq 500 个 | increment | 2024-12-31",)),
    Example("明年将投资2亿元用于老旧管网改造。", ("planned | 老旧管网改造 | 投资 | - | eq 200000000 元 | increment | 2025-12-31",)),
    Example("到2030年，35%的能源来自风电。", ("planned | 能源 | 来自 | - | eq 35 % | share | 2030-12-31",)),
    Example("今年将发放消费券惠及群众300万人次。", ("planned | 群众 | 惠及 | - | eq 3000000 人次 | level | 2024-12-31",)),
    Example(
        "今年力争地区生产总值增长7%，力争8%。",
        (
            "planned | 地区生产总值 | 增长 | - | eq 7 % | growth | 2024-12-31",
            "planned | 地区生产总值 | 增长 | - | eq 8 % | growth | 2024-12-31",
        ),
    ),
    Example(
        "下半年，全市将引进省级以上专精特新“小巨人”企业30家左右。",
        ("planned | 省级以上专精特新“小巨人”企业 | 引进 | - | approx 30 家 | increment | 2024-12-31",),
    ),
    Example("粮食总产量力争达到8亿斤以上。", ("planned | 粮食总产量 | 达到 | - | ge 800000000 斤 | level | -",)),
    Example(
        "明年拟安排资金3亿元，其中三分之一投向北部山区。",
        (
            "planned | 资金 | 拟安排 | - | eq 300000000 元 | level | 2025-12-31",
            "planned | 北部山区 | 投向 | - | eq 0.3333333333333333 | share | 2025-12-31",
        ),
    ),
    Example("到2025年，全国发电装机容量达到30亿千瓦。", ("planned | 发电装机容量 | 达到 | - | eq 3000000000 千瓦 | level | 2025-12-31",)),
)
