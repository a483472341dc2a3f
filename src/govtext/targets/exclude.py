"""Numbers that are no targets, and why: the tests of ``label``, ``size`` and ``terms`` in one order, the first that holds is the reason.

「给予最高500万元奖励」 is a rule for applicants, 「65岁以上老年人」 says who, 「比2020年」 from where.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govtext.targets import label, number, size, terms
from govtext.targets.example import Example

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govtext.targets.evidence import Stance
    from govtext.targets.scene import Scene
    from govtext.targets.tokens import Token

RULES = (*label.RULES, *size.RULES, *terms.RULES)


def reason(scene: Scene, clause: int, tokens: Sequence[Token], at: int) -> str | None:
    """The rule by which a number is left out, or None."""
    here = number.read(scene, clause, tokens, at)
    for name, test in RULES:
        if test(here):
            return name
    return None


def held(scene: Scene, clause: int, token: Token, stance: Stance) -> str | None:
    """The rule by which a number is left out once it is known to be a fact: a rank that is held."""
    if scene.quantities[token.index].measure != "rank":
        return None
    carried = stance.start < scene.clause(clause).start and scene.text[max(0, token.start - 8) : token.start].rstrip(
        "全国省市区县"
    ).endswith(_HELD)
    return "rank_held" if stance.status == "achieved" or carried else None


# 计划投资184亿元，【均位列】全省第一: what follows a plan in its sentence tells where it stands.
_HELD = ("位列", "位居", "均居", "名列", "排名", "排在", "居")


def explain(rule: str) -> str:
    """What a rule leaves out, in a sentence."""
    if rule == "rank_held":
        return "A rank that is held: 位居全省第二; 进入前三位 is a target."
    doc = next(test.__doc__ for name, test in RULES if name == rule) or ""
    return doc.strip().split("\n")[0]


EXAMPLES = (
    Example("全区生产总值位居全市第二。"),
    Example("力争经济总量进入前三位。", ("planned | 经济总量 | 进入 | - | eq 3 位 | rank | -",)),
    Example(
        "今年计划完成投资84亿元，增量、增速均位列全省第一。", ("planned | 投资 | 完成 | - | eq 8400000000 元 | increment | 2024-12-31",)
    ),
)
