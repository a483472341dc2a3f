"""The shapes of ``phrase`` in which what is counted stands behind its number: 推进200个【升级改造项目】, 35%的【能源】来自风电.

「今年将惠及480户困难家庭」 is 困难家庭 / 惠及.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govtext.lexicon import phrases, verbs
from govtext.targets.actor import named
from govtext.targets.example import Example
from govtext.targets.piece import as_written, content, header
from govtext.targets.shape import Phrase, behind_number, who_does
from govtext.targets.stretch import agent_and_verb

if TYPE_CHECKING:
    from govtext.targets.stretch import Around

# So near before its number a list ends with 等.
LISTED = 4


def behind_classifier(around: Around) -> Phrase | None:
    """推进200个【项目】, 在…等12个【区域】; but not 新增企业5家以上, where the noun stands before."""
    if not (around.behind and around.counts and _counts_what_follows(around)):
        return None
    action = around.group if around.group and content(around.noun) else [*around.lead, *around.group]
    brings = all(t.word == "实现" or (t.word in _BRINGING and not content(around.rest)) for t in action)
    next_item = around.last is not None and around.last.word == "、" and all(t.word in verbs.EVENTS for t in action)
    happens = bool(around.later) and around.later[-1].word in verbs.EVENTS and (brings or next_item)  # 5个开工、3个【竣工】
    if not action or (around.reaching and not around.lead) or happens:
        action = around.later or action
    who = named(around.noun) if around.noun and not around.lead else None
    split = agent_and_verb(around.noun) if who is None and not around.group and not around.lead else None
    if split is not None:
        who, action = named(split[0], whole=False), split[1]
    return behind_number(around, action, around.actor or who or who_does(around, action))


# Behind these what is counted does the deed: 【推动】120个项目竣工投产.
_BRINGING = ("推动", "促成", "促使")


def _counts_what_follows(around: Around) -> bool:
    last = around.last
    held = around.reaching and around.group[-1].word in phrases.HAVING
    listed = any(t.word == "等" for t in around.noun[-LISTED:])  # 新建A、B、C等医疗领域13个【项目】
    where = bool(around.noun) and around.noun[-1].word.endswith(("地区", "山区", "牧区", "林区"))  # 贫困地区7000个【建制村】
    listed = listed or where or (around.behind[0].part == "noun" and any(t.word == "、" for t in around.noun))  # 新建A、B2个【收费站】
    if held or listed:
        return True
    if last is not None and (
        last.word in phrases.HAVING or last.word in ("等", "的", "剩余", "其余", "余下") or last.part in ("adverb", "number")
    ):
        return True
    if around.group and around.group[-1].word in phrases.REACHING_PEOPLE:
        return True  # “危房改造工程”惠及480户【家庭】
    if named(around.noun) is not None:
        return True  # 国家电网140项【工程】
    return not content(around.noun) or (bool(around.group) and not around.reaching) or sum(len(t.word) for t in around.noun) <= len("项目")


def behind_verbs(around: Around) -> Phrase | None:
    """种植120万亩【油菜】, 惠及30万【居民】: nothing stands before the number but verbs."""
    if not around.behind or content(around.noun) or around.reaching or around.changing:
        return None
    action = [*around.lead, *around.group]
    return behind_number(around, action or around.later, around.actor or who_does(around, action))


def behind_change(around: Around) -> Phrase | None:
    """减少500个【审批环节】."""
    if not around.behind or not around.changing:
        return None
    return behind_number(around, around.group, around.actor)


def part_of_whole(around: Around) -> Phrase | None:
    """35%的【能源】来自风电: a share of what stands behind it."""
    serving = phrases.SERVING_WHOLE | ({"有"} if around.later and around.of else set())  # 有80%的县【建成】养老中心
    serves = bool(around.group) and around.group[-1].word in serving and not content(around.noun)
    if not (around.rate and around.behind and (serves or (around.of and not around.reaching))) or around.changing:
        return None
    whole = header(around.behind, "whole_of_share")
    if whole is None or whole.text.endswith(phrases.NO_WHOLES):
        return None
    return Phrase(whole, as_written(around.later or around.group, "verb_behind_number"), around.actor, after=True)


def used_for(around: Around) -> Phrase | None:
    """其中三分之一投向【北部港口】, 财政安排2亿元用于【饮水安全】: what a sum or a share is used for."""
    if around.behind or not around.later or around.later[0].word not in phrases.USES or any(t.part != "do" for t in around.group):
        return None
    who = named(around.noun)
    if who is None and content(around.noun):
        return None
    done = [*around.lead, *around.group] or around.later
    return Phrase(header(around.rest, "used_for"), as_written(done, "verb_behind_number"), around.actor or who)


EXAMPLES = (
    Example(
        "今年将新改建农村公路20万公里，贫困地区7000个建制村通硬化路等11件实事。",
        (
            "planned | 农村公路 | 新改建 | - | eq 200000 公里 | increment | 2024-12-31",
            "planned | 建制村通硬化路 | 新改建 | - | eq 7000 个 | increment | 2024-12-31",
        ),
    ),
    Example(
        "今年将推动5个项目开工、3个项目竣工投产。",
        (
            "planned | 项目 | 开工 | - | eq 5 个 | increment | 2024-12-31",
            "planned | 项目 | 竣工投产 | - | eq 3 个 | increment | 2024-12-31",
        ),
    ),
    Example(
        "一、2023年工作回顾\n一年来，我们新签约项目46个，为860名职工追讨工资1200万元。",
        (
            "achieved | 项目 | 新签约 | 澜江县 | eq 46 个 | increment | 2023-12-31",
            "achieved | 工资 | 追讨 | 澜江县 | eq 12000000 元 | increment | 2023-12-31",
        ),
        title="2024年澜江县政府工作报告",
    ),
    Example(
        "今年底前，全省将有80%以上的县（市、区）建成养老服务中心。", ("planned | 县（市、区） | 建成 | - | ge 80 % | share | 2024-12-31",)
    ),
    Example("今年将推进200个企业技改项目。", ("planned | 企业技改项目 | 推进 | - | eq 200 个 | increment | 2024-12-31",)),
    Example("明年力争满足三分之一居民的用气需求。", ("planned | 居民的用气需求 | 满足 | - | eq 0.3333333333333333 | share | 2025-12-31",)),
    Example("到2030年，在澜江道路上拥有150万辆电动汽车。", ("planned | 电动汽车 | 拥有 | - | eq 1500000 辆 | level | 2030-12-31",)),
    Example("今年将新建儿童医院、中医医院等卫生领域13个重点项目。", ("planned | 重点项目 | 新建 | - | eq 13 个 | increment | 2024-12-31",)),
    Example("“安居工程”今年将惠及480户困难家庭。", ("planned | 困难家庭 | 惠及 | - | eq 480 户 | level | 2024-12-31",)),
    Example("国家电网140项重点工程全部按期投产。", ("achieved | 重点工程 | 投产 | 国家电网 | eq 140 项 | increment | -",)),
    Example(
        "市扶贫办主任表示，今年将实现30个贫困村摘帽。",
        ("planned | 贫困村 | 摘帽 | 市扶贫办 | eq 30 个 | increment | 2018-12-31",),
        published="2018-12-30",
    ),
)
