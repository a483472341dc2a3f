"""What a sum is for, where the clause behind it says so: 「安排5亿元，支持高标准农田建设」 is of 高标准农田建设.

A sum that is only given out is none of what an earlier sentence counted, though it is money too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govtext.lexicon import phrases
from govtext.targets import topic
from govtext.targets.example import Example
from govtext.targets.piece import header

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govtext.targets.piece import Piece
    from govtext.targets.scene import Scene
    from govtext.targets.tokens import Token


def is_given(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number's clause says no more of it than that it is given out: 2024年【安排】5亿元, 【下达】3000万元."""
    named = [t for t in tokens[:at] if t.part not in ("time", "adverb", "mark", "cue", "number")]
    return bool(named) and all(t.word in phrases.GIVING for t in named)


def of_sum(scene: Scene, clause: int) -> Piece | None:
    """What the clause behind a sum says that it is for."""
    sentence = scene.structure.sentences[scene.clause(clause).sentence]
    if clause + 1 >= sentence.clauses.stop or scene.clause(clause).mark not in ("，", ","):
        return None
    tokens = scene.tokens(clause + 1)
    number = next((i for i, t in enumerate(tokens) if t.part == "number"), len(tokens))
    leads = next((i for i, t in enumerate(tokens[:number]) if t.part not in ("adverb", "time") and t.word not in _CHIEFLY), number)
    if leads >= number or tokens[leads].word not in phrases.FOR:
        return None
    if tokens[leads].word == "用于":
        return header(tokens[leads + 1 : number], "used_for")
    return topic.counted(tokens[leads:number])


_CHIEFLY = frozenset("主要 重点 专项 全部 专门".split())

EXAMPLES = (
    Example(
        "今年安排国债资金4亿元，支持水利建设。安排5000万元，支持发放各类消费券。安排1亿元，主要用于农村公路建设。",
        (
            "planned | 国债资金 | 安排 | - | eq 400000000 元 | level | 2024-12-31",
            "planned | 各类消费券 | 安排 | - | eq 50000000 元 | level | 2024-12-31",
            "planned | 农村公路建设 | 安排 | - | eq 100000000 元 | level | 2024-12-31",
        ),
    ),
    Example(
        "今年安排国债资金4亿元，支持水利建设。安排5000万元，比上年增加800万元。",
        (
            "planned | 国债资金 | 安排 | - | eq 400000000 元 | level | 2024-12-31",
            "planned | - | 安排 | - | eq 50000000 元 | level | 2024-12-31",
            "planned | - | 增加 | - | eq 8000000 元 | increment | 2024-12-31",
        ),
    ),
)
