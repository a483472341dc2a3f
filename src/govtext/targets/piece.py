"""From tokens to the words of one field: 「全市，新增就业任务」 as a subject is 新增就业.

A piece keeps where it stands, so that every field can be shown in the text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from govtext.lexicon import phrases, places
from govtext.targets.example import Example
from govtext.targets.tokens import VERBS, is_link, is_preposition

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govtext.targets.tokens import Token

_PAIRS = (("“", "”"), ("（", "）"), ("(", ")"), ("《", "》"), ("‘", "’"))
_QUOTES = frozenset(mark for pair in _PAIRS for mark in pair)


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of the text in order; ``text`` leaves out what stands between ``start`` and ``end`` but belongs elsewhere (a date)."""

    text: str
    start: int
    end: int
    rule: str


def content(tokens: Sequence[Token]) -> bool:
    """Whether a stretch names anything."""
    return any(
        t.part in ("noun", *VERBS) and t.word not in phrases.EMPTY and t.word not in places.AREAS and not is_preposition(t) for t in tokens
    )


def header(tokens: Sequence[Token], rule: str) -> Piece | None:
    """A subject as a row header has it: without dates, area words, joints at either end; None when nothing is left that names."""
    kept = [
        t
        for i, t in enumerate(tokens)
        if ((t.part not in ("time", "cue") or t.word == "年度") and (t.part != "number" or _restricts(tokens, i))) or _quoted(tokens, i)
    ]
    while kept and _opens_nothing(kept):
        kept = kept[1:]
    while kept and _ends_nothing(kept[-1]):
        kept = kept[:-1]
    kept = _balanced(kept)
    if not kept or kept[-1].word in phrases.BEFORE_AND_AFTER or "".join(t.word for t in kept) in phrases.NO_NAMES:
        return None
    return as_written(kept, rule)


def _quoted(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number or time stands within a quoted name: 13个“【15分钟】生活圈”."""
    return at > 0 and tokens[at - 1].word in ("“", "‘") and any(t.word in ("”", "’") for t in tokens[at + 1 :])


def as_written(tokens: Sequence[Token], rule: str) -> Piece | None:
    """The words as they stand, as an action has them: 新开工、竣工."""
    return Piece("".join(t.word for t in tokens), tokens[0].start, tokens[-1].end, rule) if tokens else None


def _restricts(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number says which ones: 【亿元以上】项目, 投资【超10亿元】项目."""
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    if behind is not None and behind.word == "、" and [t.part for t in tokens[at + 2 : at + 4]] == ["number", "noun"]:
        return tokens[at + 2].word.endswith(("以上", "以下"))  # 总投资【5亿元】、10亿元以上项目
    if behind is None or behind.part not in ("noun", "of"):
        return False
    bounded = tokens[at].word.endswith(("以上", "以下")) or (
        at > 0 and tokens[at - 1].word in ("超", "超过", "过", "达", "逾", "破", "突破")
    )
    return bounded or (behind.part == "noun" and not tokens[at].word.endswith(phrases.UNRESTRICTING))


def _opens_nothing(kept: list[Token]) -> bool:
    first = kept[0]
    return (
        is_link(first)
        or first.part in ("mark", "of")
        or (first.part == "adverb" and not (first.word in phrases.ATTRIBUTIVE and len(kept) > 1 and kept[1].part in ("noun", "do")))
        or (first.word in places.AREAS and first.word != "国内")
        or first.word in phrases.OPENERS
        or (is_preposition(first) and len(kept) > 1)
    )


def _ends_nothing(last: Token) -> bool:
    return is_link(last) or last.part in ("mark", "adverb", "of") or is_preposition(last) or last.word in phrases.CLOSERS


def _balanced(tokens: list[Token]) -> list[Token]:
    """Without a quotation mark or bracket whose other half stands outside."""
    if not any(t.word in _QUOTES for t in tokens):
        return tokens
    for opening, closing in _PAIRS:
        opened = sum(t.word == opening for t in tokens)
        closed = sum(t.word == closing for t in tokens)
        if opened != closed:
            tokens = [t for t in tokens if t.word not in (opening, closing)]
    return tokens


EXAMPLES = (
    Example("明年沿海地区增速最快，为6%。", ("planned | 沿海地区增速 | 为 | - | eq 6 % | growth | 2025-12-31",)),
    Example(
        "力争绿化率每年提高2个百分点，期末达到45%。",
        ("planned | 绿化率 | 提高 | - | eq 2 个百分点 | point | -", "planned | 绿化率 | 达到 | - | eq 45 % | share | -"),
    ),
    Example(
        "今年力争9个贫困村全部出列，肉牛出栏2万头。",
        (
            "planned | 贫困村 | 出列 | - | eq 9 个 | increment | 2024-12-31",
            "planned | 肉牛 | 出栏 | - | eq 20000 头 | level | 2024-12-31",
        ),
    ),
    Example("今年将推进亿元以上项目120个。", ("planned | 亿元以上项目 | 推进 | - | eq 120 个 | increment | 2024-12-31",)),
    Example("今年将完成13个“15分钟生活圈”建设。", ("planned | “15分钟生活圈”建设 | 完成 | - | eq 13 个 | increment | 2024-12-31",)),
    Example("到2025年，产值过100亿元的集群5个。", ("planned | 产值过100亿元的集群 | - | - | eq 5 个 | level | 2025-12-31",)),
    Example("去年完成投资额是前年的近两倍。", ("achieved | 投资额 | 完成 | - | approx 2 倍 | multiple | 2023-12-31",)),
    Example(
        "今年望澜机场的旅客吞吐量目标为900万人次，明年力争实现1000万人次大关。",
        (
            "planned | 望澜机场的旅客吞吐量 | - | - | eq 9000000 人次 | level | 2024-12-31",
            "planned | 望澜机场的旅客吞吐量 | 实现 | - | eq 10000000 人次 | level | 2025-12-31",
        ),
    ),
)
