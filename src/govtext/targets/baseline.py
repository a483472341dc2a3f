"""Where a change starts from: 「比2020年提高3个百分点」, 「由50%提高到60%」."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govtext.rules import pattern
from govtext.targets.example import Example
from govtext.targets.piece import Piece

if TYPE_CHECKING:
    from govtext.targets.scene import Scene
    from govtext.targets.tokens import Token


def before(scene: Scene, clause: int, token: Token) -> Piece | None:
    """比2020年, 由50%: where a change starts from."""
    found = None
    shape = r"""
        (?P<baseline>(?:由|从|比|较)[^，。；、]{1,24}?)
        (?=(?:再|将|又)?(?:提高|提升|增加|增长|上升|扩大|下降|降低|减少|降|升|缩短|压缩|多|高|低|增|翻))
    """
    for match in pattern(shape).finditer(scene.text, scene.clause(clause).start, token.start):
        found = Piece(match["baseline"], match.start(), match.end(), "baseline_before_change")
    return found


EXAMPLES = (
    Example("到2025年，全员劳动生产率比2020年提高30%。", ("planned | 全员劳动生产率 | 提高 | - | eq 30 % | growth | 2025-12-31",)),
    Example("力争今年失业率由5.5%降至5%以内。", ("planned | 失业率 | 降至 | - | le 5 % | share | 2024-12-31",)),
    Example("到2030年，森林覆盖率从41%提高到44%。", ("planned | 森林覆盖率 | 提高到 | - | eq 44 % | share | 2030-12-31",)),
)
