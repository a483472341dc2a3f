"""Chains of verbs: those that open a stretch (【建设改造】城镇燃气管网), and those that stand right before its number (【建成投用】5个).

A verb that names ends a chain: 完成/投资, 一般公共预算/支出, 减少/审批环节.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govtext.lexicon import phrases, verbs
from govtext.targets.actor import named
from govtext.targets.example import Example
from govtext.targets.piece import content
from govtext.targets.tokens import VERBS, is_preposition

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govtext.targets.tokens import Token

_JOINING = frozenset("、 和 并 及 以及 与".split())


def opening(tokens: list[Token]) -> tuple[list[Token], list[Token]]:
    """The verbs that open a stretch, and what follows them: 建设改造 / 城镇燃气管网."""
    lead: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.word == "为" and at + 1 < len(tokens) and tokens[at + 1].part == "do":
            at += 1
            continue  # 【为】解决3万人的饮水问题
        if token.part in VERBS:
            beside = tokens[at - 1].word in _JOINING  # 新建和整修
            if lead and (at + 1 == len(tokens) or not (beside or _goes_on(lead[-1], token))):
                break  # 完成投资: the last word is what is done
            sized = tokens[at + 1 : at + 2] and tokens[at + 1].word in ("超", "超过", "过") and not lead and token.word not in verbs.NOMINAL
            if [t.part for t in tokens[at + 1 : at + 3]] == ["reach", "number"] and not sized:
                break  # 引进【投资超10亿元项目】, but 签约【超10亿元项目】
            if token.word in ("超", "超过", "过") and [t.part for t in tokens[at + 1 : at + 3]] in (
                ["number", "noun"],
                ["number", "of"],
                ["number", "do"],
            ):
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


def closing(tokens: list[Token]) -> tuple[list[Token], list[Token]]:
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
    if len(group) > 1 and group[0].word == "为" and group[1].part == "do":
        group = group[1:]  # 为【解决】3万人的饮水问题
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
        "力争签约过亿元项目90个，引进投资超10亿元项目5个。",
        (
            "planned | 过亿元项目 | 签约 | - | eq 90 个 | increment | -",
            "planned | 投资超10亿元项目 | 引进 | - | eq 5 个 | increment | -",
        ),
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
    Example("全年力争减少审批环节500个。", ("planned | 审批环节 | 减少 | - | eq 500 个 | increment | 2024-12-31",)),
    Example("今年力争减税降费120亿元。", ("planned | 减税降费 | 减税降费 | - | eq 12000000000 元 | increment | 2024-12-31",)),
    Example("今年将安排一般公共预算支出120亿元。", ("planned | 一般公共预算支出 | 安排 | - | eq 12000000000 元 | level | 2024-12-31",)),
    Example("恒远电子拟出资6亿元。", ("planned | 出资 | 出资 | 恒远电子 | eq 600000000 元 | increment | -",)),
    Example("今年计划每年向城乡供水1.25亿立方米。", ("planned | 供水 | 供水 | - | eq 125000000 立方米 | increment | 2024-12-31",)),
    Example("今年力争投资完成80亿元。", ("planned | 投资 | 完成 | - | eq 8000000000 元 | increment | 2024-12-31",)),
    Example("今年将吸引投资170亿美元。", ("planned | 投资 | 吸引 | - | eq 17000000000 美元 | increment | 2024-12-31",)),
    Example(
        "今年将引进链主企业10家、投资超10亿元项目不少于25个。",
        (
            "planned | 链主企业 | 引进 | - | eq 10 家 | increment | 2024-12-31",
            "planned | 投资超10亿元项目 | 引进 | - | ge 25 个 | increment | 2024-12-31",
        ),
    ),
    Example(
        "今年中央财政将安排科学技术支出3708亿元。", ("planned | 科学技术支出 | 安排 | 中央财政 | eq 370800000000 元 | level | 2024-12-31",)
    ),
    Example(
        "今年将实施重点项目800项，年度投资3000亿元。",
        (
            "planned | 重点项目 | 实施 | - | eq 800 项 | increment | 2024-12-31",
            "planned | 年度投资 | - | - | eq 300000000000 元 | level | 2024-12-31",
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
)
