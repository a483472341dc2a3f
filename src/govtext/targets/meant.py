"""Whom a pointing word means: 该公司 is the company named last, 我市 the city that speaks, 该国 the country before it.

「恒拓电器计划排产空调420万台。…该公司还将新开门店」 is 恒拓电器. A word that finds nobody stays as it is.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govtext.lexicon import agents as words
from govtext.lexicon import places
from govtext.rules import pattern
from govtext.targets import actor
from govtext.targets.example import Example
from govtext.targets.piece import Piece

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govtext.targets.scene import Scene

# How far back a place or a country is looked for.
REACH = 1000
# In so much of a text a company's short name is looked for.
SHORT_NAMES = 20_000
_COUNTRIES = places.COUNTRIES - {"我国", "中国"}


def whom(scene: Scene, who: Piece, names: Sequence[Piece], topic: Piece | None) -> Piece:
    """Whom a name stands for, given the agents named so far and the title's."""
    endings = words.POINTING.get(who.text)
    if endings is None:
        return _short(scene, who)
    before = [n for n in reversed(names) if n.end <= who.start and n.text not in words.POINTING]
    if not endings:
        found = _company(scene, who, before, topic)
    elif "国" in endings:
        found = _state(scene, who, before) or (None if topic and topic.text.endswith(_HOUSES) else topic)
    else:
        found = _place(scene, who, before, endings)
    return replace(found, rule="named_before_pointing_word") if found else who


def _company(scene: Scene, who: Piece, before: Sequence[Piece], topic: Piece | None) -> Piece | None:
    """该公司: the company or unknown name that stands last before it, else whom the title begins with."""
    kind = who.text.removeprefix("该").removeprefix("本")
    if kind == who.text and (found := next((n for n in before if n.text.endswith(kind)), None)):
        return found
    for name in before:
        if name.text.endswith((kind, "公司", "集团", "银行")) or not actor.is_actor(name.text):
            return name
    written = _written(scene, who, kind)
    if written is not None:
        return written
    government = topic is None or topic.text in places.COUNTRIES or topic.text.endswith((*places.PLACE_ENDINGS, "政府"))
    return None if government else topic


def _written(scene: Scene, who: Piece, kind: str) -> Piece | None:
    """The company whose name the text has last before, though it did nothing there: 【云岭电网公司】提供的数据."""
    if kind not in ("公司", "集团"):
        return None
    named = [
        Piece(match["name"], match.start("name"), match.end("name"), "company_named_before")
        for match in pattern(_COMPANY).finditer(scene.text, max(0, who.start - REACH), who.start)
        if match["name"] not in words.POINTING and actor.is_actor(match["name"])
    ]
    return named[-1] if named else None


def _state(scene: Scene, who: Piece, before: Sequence[Piece]) -> Piece | None:
    """该国: the country that stands last before it; 政府: the government or country named last."""
    if who.text.startswith("该国"):
        if before and before[0].text.endswith("国"):
            return before[0]
        named = list(pattern(r"\L<countries>", countries=_COUNTRIES).finditer(scene.text, max(0, who.start - REACH), who.start))
        if named:
            return Piece(named[-1].group(), *named[-1].span(), "country_named_before")
    return next((n for n in before if n.text.endswith(("政府", "国")) or n.text in places.COUNTRIES), None)


def _place(scene: Scene, who: Piece, before: Sequence[Piece], endings: tuple[str, ...]) -> Piece | None:
    """全市, 我县: the title's government, the place that acted last, one named in the text before or in the title."""
    government = scene.title.government
    if government and government.endswith(endings):
        return Piece(government, -1, -1, "government_of_title")
    acted = next((n for n in before if n.text.endswith(endings) and not n.text.endswith(places.NO_AGENCIES)), None)
    if acted is not None:
        return acted
    home = next((place for n in before if n.text not in words.POINTING and (place := _home(n, endings))), None)
    if home is not None:
        return home
    named = [
        Piece(match["name"], match.start("name"), match.end("name"), "place_named_before")
        for match in pattern(_SHAPE, endings=endings).finditer(scene.text, max(0, who.start - REACH), who.start)
        if actor.is_actor(match["name"])
    ]
    in_title = pattern(_SHAPE, endings=endings).search(scene.title_text)
    if named or in_title is None or not actor.is_actor(in_title["name"]):
        return named[-1] if named else None
    return Piece(in_title["name"], -1, -1, "place_in_title")


def _home(house: Piece, endings: tuple[str, ...]) -> Piece | None:
    """The place that a house is of: 【望澜市】民政局."""
    found = pattern(r"(?P<name>\p{Han}{2,6}?\L<endings>)\p{Han}{2,}", endings=endings).fullmatch(house.text)
    if found is None or not actor.is_actor(found["name"]):
        return None
    return Piece(found["name"], house.start, house.start + len(found["name"]), "place_of_house")


# One house of a state is not its government.
_HOUSES = tuple(ending for ending in places.AGENCY_ENDINGS if ending != "政府")
# 望澜电网公司 behind a mark or a preposition.
_COMPANY = r"(?: (?<!\p{Han}) | (?<=[在从由对向到与和据]) ) (?P<name> [^\P{Han}在从由对向到与和据的该本]{2,12}? (?:公司|集团) )"
# 望澜市 behind a mark or a preposition, where its first character shows.
_SHAPE = r"""
    (?: (?<!\p{Han}) | (?<=[在从由对向到与和是进赴据年月日]) )
    (?P<name> [^\P{Han}在从由对向到与和是进赴据的全年该我本]{2,6}? \L<endings> )
    (?! 场 | 民 | 值 | 域 | 委 | 政 )
"""


def _short(scene: Scene, who: Piece) -> Piece:
    """恒拓电子 of 恒拓电子股份有限公司, when the text itself uses the short name."""
    match = pattern(r"(?P<core>.{2,10}?)(?:股份|控股|集团)?有限(?:责任)?公司").fullmatch(who.text)
    if match is None or who.start < 0:
        return who
    core = match["core"]
    text = scene.text[:SHORT_NAMES]
    if core in scene.title_text or text.count(core) > text.count(who.text):
        return Piece(core, who.start, who.start + len(core), who.rule)
    return who


EXAMPLES = (
    Example(
        "恒拓电子股份有限公司昨日发布公告。公司计划明年新增门店200家。",
        ("planned | 门店 | 新增 | 恒拓电子 | eq 200 家 | increment | 2025-12-31",),
        title="恒拓电子拟扩张门店",
    ),
    Example(
        "市轨道交通集团昨天召开年度工作会。今年，集团计划新建车站12座。",
        ("planned | 车站 | 新建 | 市轨道交通集团 | eq 12 座 | increment | 2024-12-31",),
    ),
    Example("望澜市昨天发布公报。全市今年将新增公园20个。", ("planned | 公园 | 新增 | 望澜市 | eq 20 个 | increment | 2024-12-31",)),
    Example(
        "我县今年将改造农村公路90公里。",
        ("planned | 农村公路 | 改造 | 石桥县 | eq 90 公里 | increment | 2024-12-31",),
        title="石桥县今年改造农村公路",
    ),
    Example(
        "卡萨国总统卡洛斯近日宣布，该国将在2030年前新建风电场12座。",
        ("planned | 风电场 | 新建 | 卡萨国 | eq 12 座 | increment | 2030-12-31",),
    ),
    Example(
        "卡萨维亚交通部长莫雷拉宣布，政府将在2030年前新建车站40座。",
        ("planned | 车站 | 新建 | 卡萨维亚 | eq 40 座 | increment | 2030-12-31",),
        title="卡萨维亚拟重建铁路网",
    ),
    Example(
        "恒拓电器计划今年新建工厂2座。“年内还要新增门店350家。”该公司总经理说。",
        (
            "planned | 工厂 | 新建 | 恒拓电器 | eq 2 座 | increment | 2024-12-31",
            "planned | 门店 | 新增 | 恒拓电器 | eq 350 家 | increment | 2024-12-31",
        ),
    ),
    Example("市财政局局长李明表示，该局年内将新增网点30个。", ("planned | 网点 | 新增 | 市财政局 | eq 30 个 | increment | 2024-12-31",)),
    Example("全市今年将新增公园20个。", ("planned | 公园 | 新增 | - | eq 20 个 | increment | 2024-12-31",)),
    Example("公司计划明年新增门店200家。", ("planned | 门店 | 新增 | - | eq 200 家 | increment | 2025-12-31",)),
    Example(
        "望澜电网公司提供的数据显示，全市用电平稳。公司明年将改造配电站40座。",
        ("planned | 配电站 | 改造 | 望澜电网公司 | eq 40 座 | increment | 2025-12-31",),
        title="望澜市加快电网建设",
    ),
    Example(
        "南洋渔业合作组织5日发布年报。去年，该组织向成员提供贷款。该组织明年将资助项目30个。",
        ("planned | 项目 | 资助 | 南洋渔业合作组织 | eq 30 个 | increment | 2025-12-31",),
    ),
    Example(
        "卡萨维亚水利与环境部5日公布计划，拟在2030年前新建水库12座。政府将为此设立基金20只。",
        (
            "planned | 水库 | 新建 | 卡萨维亚水利与环境部 | eq 12 座 | increment | 2030-12-31",
            "planned | 基金 | 设立 | 政府 | eq 20 只 | increment | -",
        ),
    ),
    Example(
        "从望澜市民政局获悉，今年本市将新增养老床位4000张。", ("planned | 养老床位 | 新增 | 望澜市 | eq 4000 张 | increment | 2024-12-31",)
    ),
    Example(
        "据云岭省交通厅消息，2023年我省新增高速公路70公里。", ("achieved | 高速公路 | 新增 | 云岭省 | eq 70 公里 | increment | 2023-12-31",)
    ),
)
