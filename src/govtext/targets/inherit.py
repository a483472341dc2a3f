"""What a clause leaves out it takes from those before: 「总额超过3900亿元，增速保持在10%以上」 is the growth of the same 总额."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from govtext.lexicon import phrases, verbs
from govtext.targets import anaphor, measure, purpose
from govtext.targets.example import Example
from govtext.targets.piece import Piece
from govtext.targets.tokens import is_link

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govtext.targets.memory import Memory
    from govtext.targets.scene import Scene
    from govtext.targets.shape import Phrase
    from govtext.targets.tokens import Token


# The sizes of one piece of works: none is the other's.
_OF_WORKS = ("总投资", "投资总额", "全长", "总长", "总里程", "总面积")
# 、 in front of a kind and where it comes from stands so near its number.
LISTED = 6


# What ends so is a figure: 居民消费价格【指数】同比持平，涨幅….
_FIGURES = (*verbs.AMOUNTS, *verbs.RATES, "指数", "总水平")


@dataclass(frozen=True, slots=True)
class Place:
    """One number of one clause."""

    scene: Scene
    clause: int
    tokens: Sequence[Token]
    at: int
    first: bool

    @property
    def token(self) -> Token:
        """The number itself."""
        return self.tokens[self.at]


def subject(place: Place, read: Phrase, memory: Memory) -> Piece | None:
    """The phrase's own subject, whole; else the object of the clause before, else what the sentence is about."""
    own = read.subject
    given = own is None and place.scene.quantities[place.token.index].dimension == "money" and purpose.is_given(place.tokens, place.at)
    same = None if given else _of_unit(place, memory)
    wanted = purpose.of_sum(place.scene, place.clause) if given else same[0] if same else None
    if own is None and wanted is not None:
        return wanted
    counted = memory.counted.get(place.scene.quantities[place.token.index].unit)
    goes_on = own is not None and own.rule == "named_by_verb" and place.scene.quantities[place.token.index].dimension != "money"
    if goes_on and own and counted and counted[0] and counted[1] and counted[1].text == own.text:
        return counted[0]  # 搬迁贫困人口25万人，今年计划【搬迁】8.7万人
    before = memory.noun() if place.first else None
    if own is None:
        alike = counted[0] if counted and place.scene.quantities[place.token.index].dimension in (None, "count", "item") else None
        return anaphor.resolve(place.scene, place.clause, before or alike or memory.subject)  # 项目32个，投资12亿元；…新开工45个
    if own.rule == "verb_as_object":
        own = before or (counted[0] if counted else None) or own  # 实施街巷整治工程，完成【治理】20条
    figure = memory.noun() if place.first and _may_depend(own.text) else None
    figure = figure if figure and figure.text.endswith(_FIGURES) else memory.subject
    if figure and _depends(own.text, figure.text):
        return replace(own, text=figure.text + own.text, rule="part_of_earlier_subject")
    if not place.first and memory.subject and (frame := _frame(place, own.text, memory.subject.text)):
        return replace(own, text=frame + own.text, rule="part_of_earlier_subject")
    return anaphor.resolve(place.scene, place.clause, own)


def _frame(place: Place, own: str, earlier: str) -> str:
    """The amount that two kinds share, when it stands before the first: 补助标准高中由500元提高到600元、【初中】由….

    A kind is as long as the other, and names no amount.
    """
    listed = any(t.word == "、" for t in place.tokens[max(0, place.at - LISTED) : place.at])
    if not listed or own.endswith((*verbs.AMOUNTS, *verbs.RATES)) or len(earlier) <= len(own):
        return ""
    frame = earlier[: -len(own)]
    return frame if frame.endswith(verbs.AMOUNTS) else ""


def action(place: Place, read: Phrase, memory: Memory, *, planned: bool) -> Piece | None:
    """The phrase's own action; else the one that a list, 其中 or a bare number goes on with: a rate takes over no deed."""
    quantity, text = place.scene.quantities[place.token.index], place.scene.text
    if read.action is not None:
        return read.action
    if quantity.measure == "multiple" and text[quantity.start] == "翻":
        return Piece(text[quantity.start : quantity.end], quantity.start, quantity.end, "number_is_verb")
    if place.first and not read.after and not _among(place) and not _bare(place) and not (planned and _lists_on(place, read)):
        return None
    changes = memory.action is not None and memory.action.text in verbs.CHANGING
    if _joined(place) or (changes and not measure.is_rate(quantity) and _beside(place)):
        return memory.action
    if measure.is_rate(quantity) or quantity.measure == "point":
        return None if memory.action is None or memory.action.text in verbs.DOING else memory.action
    same = _of_unit(place, memory) if _among(place) else None
    return same[1] if same and same[1] else memory.deed


def _beside(place: Place) -> bool:
    """减少二氧化碳约5万吨、【二氧化硫约3吨】: the next of what changes, in the same unit."""
    before = next((i for i in range(place.at - 1, 0, -1) if place.tokens[i].part == "number"), 0)
    quantities = place.scene.quantities
    return (
        before > 0
        and place.tokens[before + 1].word == "、"
        and quantities[place.tokens[before].index].unit == quantities[place.token.index].unit
    )


def _of_unit(place: Place, memory: Memory) -> tuple[Piece | None, Piece | None] | None:
    """What was counted in the same unit: 新建幼儿园7所，增加学位900个，其中…投用【5所】; 吞吐量是4亿吨。…会增加【3000万吨】."""
    unit = place.scene.quantities[place.token.index].unit
    if unit in ("", "%", "个百分点"):
        return None
    if _among(place):
        return memory.counted.get(unit) or memory.earlier.get(unit)
    earlier = None if unit in memory.counted else memory.earlier.get(unit)
    return earlier if earlier and memory.subject is None and memory.noun() is None else None


def _may_depend(name: str) -> bool:
    """Whether a name says of something else how much of it: 增速, 占地区生产总值比重."""
    return name in phrases.DEPENDENT or name[0] == "占"


def _depends(name: str, earlier: str) -> bool:
    """Whether a name needs the one before it: 外贸总额…，【增速】; not another amount, 通车里程…，【总里程】."""
    if name[0] == "占" and len(name) > 1:
        return True  # 海洋生产总值增长6%，【占地区生产总值比重】提升至20%
    if name in _OF_WORKS and earlier.endswith((*verbs.AMOUNTS, *_OF_WORKS, "时速", "主跨", "跨径")):
        return False  # 设计时速350公里，【总投资】160亿元
    if name == "产值" and earlier.endswith(("量", "面积", "规模")):
        return False  # 总产量11万吨，【产值】5亿元
    return name in phrases.DEPENDENT and not name.endswith(earlier[-2:]) and not earlier.endswith(name)


def _joined(place: Place) -> bool:
    """补助标准分别增加30元【和】5元: nothing but a joint stands between two numbers."""
    at = place.at
    return at > 1 and (place.tokens[at - 1].word == "、" or is_link(place.tokens[at - 1])) and place.tokens[at - 2].part == "number"


def _bare(place: Place) -> bool:
    """Nothing but a cue stands in front of the number: 增长7%，【力争】8%."""
    return all(t.part in ("cue", "adverb", "time", "mark") for t in place.tokens[: place.at])


def _lists_on(place: Place, read: Phrase) -> bool:
    """The clause goes on with a list under the verb of the clause before: 出栏生猪60万头，【家禽】800万羽."""
    scene, here = place.scene, place.scene.clause(place.clause)
    goes_on = here.start > scene.structure.sentences[here.sentence].start and scene.clause(place.clause - 1).mark in ("，", ",")
    named = read.subject is not None and read.subject.rule == "object_before_number" and not read.subject.text.endswith(verbs.AMOUNTS)
    last = place.at + 1 == len(place.tokens) and scene.quantities[place.token.index].dimension in (None, "count", "item")
    return goes_on and named and last


def _among(place: Place) -> bool:
    """其中…: the clause goes into what the one before counted, under its verb."""
    before = place.scene.text[max(0, place.tokens[0].start - 4) : place.tokens[0].start]
    return "其中" in before or any(t.word == "其中" for t in place.tokens[: min(place.at, 3)])


EXAMPLES = (
    Example(
        "今年将实施背街小巷整治工程，完成治理20条。筹集保障性住房4万套、供应分配5万套。",
        (
            "planned | 背街小巷整治工程 | 完成治理 | - | eq 20 条 | increment | 2024-12-31",
            "planned | 保障性住房 | 筹集 | - | eq 40000 套 | increment | 2024-12-31",
            "planned | 保障性住房 | 供应分配 | - | eq 50000 套 | increment | 2024-12-31",
        ),
    ),
    Example(
        "力争海洋生产总值年均增长6.5%，占地区生产总值比重提升至20%。",
        (
            "planned | 海洋生产总值 | 增长 | - | eq 6.5 % | growth | -",
            "planned | 海洋生产总值占地区生产总值比重 | 提升至 | - | eq 20 % | share | -",
        ),
    ),
    Example(
        "力争实现旅游总收入85亿元、接待游客1200万人次，均增长15%以上。",
        (
            "planned | 旅游总收入 | 实现 | - | eq 8500000000 元 | level | -",
            "planned | 游客 | 接待 | - | eq 12000000 人次 | increment | -",
            "planned | 旅游总收入、游客 | 增长 | - | ge 15 % | growth | -",
        ),
    ),
    Example(
        "力争今年货物吞吐量达到3亿吨，集装箱吞吐量达到900万标箱，分别增长4%和6%。",
        (
            "planned | 货物吞吐量 | 达到 | - | eq 300000000 吨 | level | 2024-12-31",
            "planned | 集装箱吞吐量 | 达到 | - | eq 9000000 标箱 | level | 2024-12-31",
            "planned | 货物吞吐量 | 增长 | - | eq 4 % | growth | 2024-12-31",
            "planned | 集装箱吞吐量 | 增长 | - | eq 6 % | growth | 2024-12-31",
        ),
    ),
    Example(
        "力争新签约项目300个、总投资2000亿元以上，其中百亿元项目5个。",
        (
            "planned | 项目 | 新签约 | - | eq 300 个 | increment | -",
            "planned | 项目总投资 | 新签约 | - | ge 200000000000 元 | increment | -",
            "planned | 百亿元项目 | 新签约 | - | eq 5 个 | increment | -",
        ),
    ),
    Example(
        "到年底，将出栏生猪60万头，家禽800万羽。",
        ("planned | 生猪 | 出栏 | - | eq 600000 头 | level | 2024-12-31", "planned | 家禽 | 出栏 | - | eq 8000000 羽 | level | 2024-12-31"),
    ),
    Example(
        "今年将建成高标准农田60万亩，改造提升30万亩。",
        (
            "planned | 高标准农田 | 建成 | - | eq 600000 亩 | increment | 2024-12-31",
            "planned | 高标准农田 | 改造提升 | - | eq 300000 亩 | increment | 2024-12-31",
        ),
    ),
    Example(
        "今年将新建幼儿园7所，增加学位900个，其中暑期开学前投用3所。",
        (
            "planned | 幼儿园 | 新建 | - | eq 7 所 | increment | 2024-12-31",
            "planned | 学位 | 增加 | - | eq 900 个 | increment | 2024-12-31",
            "planned | 幼儿园 | 投用 | - | eq 3 所 | increment | 2024-12-31",
        ),
    ),
    Example(
        "明年东州港货物吞吐量力争达到4亿吨。后年将增加3000万吨。",
        (
            "planned | 东州港货物吞吐量 | 达到 | - | eq 400000000 吨 | level | 2025-12-31",
            "planned | 东州港货物吞吐量 | 增加 | - | eq 30000000 吨 | increment | 2026-12-31",
        ),
    ),
    Example(
        "今年将把县医院和镇医院人均补助标准分别增加30元和5元。",
        (
            "planned | 县医院人均补助标准 | 增加 | - | eq 30 元 | increment | 2024-12-31",
            "planned | 镇医院人均补助标准 | 增加 | - | eq 5 元 | increment | 2024-12-31",
        ),
    ),
    Example(
        "生均经费标准明年高中由900元提高到1000元、初中由700元提高到800元。",
        (
            "planned | 生均经费标准高中 | 提高到 | - | eq 1000 元 | level | 2025-12-31",
            "planned | 生均经费标准初中 | 提高到 | - | eq 800 元 | level | 2025-12-31",
        ),
    ),
    Example(
        "今后将搬迁农村贫困人口25万人，今年计划搬迁9万人。",
        (
            "planned | 农村贫困人口 | 搬迁 | - | eq 250000 人 | increment | -",
            "planned | 农村贫困人口 | 搬迁 | - | eq 90000 人 | increment | 2024-12-31",
        ),
    ),
    Example(
        "今年全县柑橘预计总产量11万吨，产值5亿元。",
        (
            "planned | 总产量 | - | - | eq 110000 吨 | level | 2024-12-31",
            "planned | 产值 | - | - | eq 500000000 元 | level | 2024-12-31",
        ),
    ),
    Example(
        "今年计划新开工项目45个，完成投资30亿元；竣工20个。",
        (
            "planned | 项目 | 新开工 | - | eq 45 个 | increment | 2024-12-31",
            "planned | 投资 | 完成 | - | eq 3000000000 元 | increment | 2024-12-31",
            "planned | 项目 | 竣工 | - | eq 20 个 | increment | 2024-12-31",
        ),
    ),
    Example(
        "建成后，预计每年可提供电能29亿千瓦时，减少二氧化碳约48万吨、二氧化硫约480吨。",
        (
            "planned | 电能 | 提供 | - | eq 2900000000 千瓦时 | increment | -",
            "planned | 二氧化碳 | 减少 | - | approx 480000 吨 | increment | -",
            "planned | 二氧化硫 | 减少 | - | approx 480 吨 | increment | -",
        ),
    ),
    Example(
        "工业产值增长26.2%、居全国前列，亿元，增速中部领先。",
        (
            "achieved | 工业产值 | 增长 | - | eq 26.2 % | growth | -",
            "achieved | 工业产值 | - | - | eq 100000000 元 | level | -",
        ),
    ),
)
