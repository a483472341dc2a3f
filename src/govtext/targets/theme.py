"""The theme of a dated event, what it happens to: named before the date, behind the verb, or in the clause before.

「投资8亿元的海川码头将于今年10月动工、2025年上半年建成」: both events happen to 海川码头.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from govtext.lexicon import events, phrases
from govtext.targets import anaphor, event, topic, when
from govtext.targets.actor import is_actor
from govtext.targets.example import Example
from govtext.targets.piece import header
from govtext.targets.tokens import is_preposition

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govtext.targets.piece import Piece
    from govtext.targets.scene import Scene
    from govtext.targets.tokens import Token


def with_date(scene: Scene, clause: int, tokens: Sequence[Token], at: int, happening: Sequence[Token]) -> Piece | None:
    """What the event happens to: named before the date, behind the verb, or in the clause before."""
    behind = list(takewhile(lambda t: t.part != "time", (t for t in tokens if t.start >= happening[-1].end)))
    earlier = _listed_before(scene, tokens, at) if not any(t.word in events.NAMED_GOALS for t in behind) else None
    if earlier is not None:
        return with_date(scene, clause, tokens, *earlier)
    behind = _quoted(behind)
    before = _unsized([t for t in tokens[:at] if t.part != "cue"])
    between = [t for t in tokens[at + 1 :] if t.end <= happening[0].start]
    own = _named(before, "named_before_date") or (None if topic.begins_with_deed(between) else _named(between, "named_before_event"))
    counted = None if behind and behind[0].word in ("后", "之后", "以后") else _named(behind, "object_of_event")
    if counted and counted.text.endswith(events.NAMED_GOALS):
        return counted  # 我国将于2030年前实现碳达峰
    if counted and (_is_place(before or between) or (_only_where(between) if not before else _who_does(before))):
        return counted
    if own or (counted and happening[-1].word not in phrases.TURNS):
        return own or counted
    sentence = scene.structure.sentences[scene.clause(clause).sentence]
    for place in range(clause - 1, max(sentence.clauses.start, clause - when.REACH) - 1, -1):
        found = topic.of_event(scene.tokens(place))
        if found and len(found.text) > 1:
            return _taken_up(scene, place, found)
    return counted


def _taken_up(scene: Scene, clause: int, found: Piece) -> Piece:
    """What a bare 项目 or 工程 takes up: 化学浆项目…，【项目】分三期建设，计划明年投产."""
    if found.text not in ("项目", "工程"):
        return found
    named = anaphor.resolve(scene, clause, replace(found, text=f"该{found.text}"))
    return found if named is None or named.text[0] == "该" else named


def behind_date(tokens: Sequence[Token], happening: Sequence[Token], *, due: bool) -> Piece | None:
    """The theme in a clause of its own behind the date's; ``due``: by that date something is done, 年底前，【完成】污染整治."""
    before = [t for t in tokens if t.end <= happening[0].start]
    behind = _named([t for t in tokens if t.start >= happening[-1].end], "object_of_event")
    named = behind if behind and (_only_where(before) or _is_place(before)) else header(before, "named_before_event")
    return behind if named is None and due and happening[0] is _first(tokens) else named


def _is_place(tokens: Sequence[Token]) -> bool:
    """Whether the words in front of an event with an object are a place: 【昆水市】全面消除黑臭水体, 【郾台区区域】完成续建工程."""
    text = "".join(t.word for t in tokens if t.part == "noun")
    return text.endswith(("市", "县", "区", "省", "自治州", "区域", "地区")) and (is_actor(text) or text.endswith(("区域", "建成区")))


def _first(tokens: Sequence[Token]) -> Token | None:
    return next((t for t in tokens if t.part not in ("adverb", "cue")), None)


def _only_where(tokens: Sequence[Token]) -> bool:
    """Whether the words in front of the event only say where or with whom: 【在新区】设立分院."""
    first = next((t for t in tokens if t.part not in ("adverb", "time", "cue", "mark")), None)
    return first is not None and is_preposition(first)


def _who_does(tokens: Sequence[Token]) -> bool:
    """Whether the words in front of the date name those who do it: 【各责任单位】2月底前制定方案, 【市教育局】将于11月组织督导."""
    kept = [t for t in tokens if not is_preposition(t)]
    placed = bool(tokens) and tokens[-1].word in events.AT
    return bool(kept) and (placed or kept[0].word in ("各", "各地", "各级")) and is_actor("".join(t.word for t in kept))


def _quoted(tokens: list[Token]) -> list[Token]:
    """A name in quotes without what it is for: 设立【“创新学院”】培养专家."""
    end = next((i for i, t in enumerate(tokens) if t.word == "”"), 0) if tokens and tokens[0].word == "“" else 0
    return tokens[: end + 1] if end and end + 1 < len(tokens) and tokens[end + 1].part == "do" else tokens


def _unsized(tokens: list[Token]) -> list[Token]:
    """A name without the sum in front of it: 投资8亿元的【船坞】."""
    sized = len(tokens) > 3 and tokens[1].part == "number" and tokens[2].part == "of"
    return tokens[3:] if sized else tokens


def _listed_before(scene: Scene, tokens: Sequence[Token], at: int) -> tuple[int, Sequence[Token]] | None:
    """The dated event that a list goes on from: 船坞【10月动工】、明年建成."""
    if at == 0 or tokens[at - 1].word != "、":
        return None
    dated = next((i for i in range(at - 1, -1, -1) if tokens[i].part == "time"), None)
    happening = None if dated is None else event.behind(scene, tokens, dated)
    return None if dated is None or happening is None or happening[-1].end > tokens[at].start else (dated, happening)


def _named(tokens: Sequence[Token], rule: str) -> Piece | None:
    """A subject of at least two characters."""
    found = header(tokens, rule)
    return found if found and len(found.text) > 1 else None


EXAMPLES = (
    Example(
        "我国将于2030年前实现碳达峰、2060年前实现碳中和。",
        (
            "planned | 碳达峰 | 实现 | 我国 | event | - | 2030-12-31",
            "planned | 碳中和 | 实现 | 我国 | event | - | 2060-12-31",
        ),
    ),
    Example("6月底前，在东川新区设立仲裁分院。", ("planned | 仲裁分院 | 设立 | - | event | - | 2024-06-30",)),
    Example("各责任单位于3月底前制定工作方案。", ("planned | 工作方案 | 制定 | 各责任单位 | event | - | 2024-03-31",)),
    Example(
        "结果于12月15日前通报。市教育局将于11月组织专项督导。",
        (
            "planned | 结果 | 通报 | 市教育局 | event | - | 2024-12-15",
            "planned | 专项督导 | 组织 | 市教育局 | event | - | 2024-11-30",
        ),
    ),
    Example(
        "“望星四号”三季度完成样机研制、12月出厂。",
        (
            "planned | “望星四号” | 完成 | - | event | - | 2024-09-30",
            "planned | “望星四号” | 出厂 | - | event | - | 2024-12-31",
        ),
    ),
    Example(
        "投资8亿元的海川码头将于今年10月动工、2025年上半年建成。",
        (
            "planned | 海川码头 | 动工 | - | event | - | 2024-10-31",
            "planned | 海川码头 | 建成 | - | event | - | 2025-06-30",
        ),
    ),
    Example(
        "剩余部件将在11月底之前运达，并计划明年2月底前完成组装后投用。",
        ("planned | 剩余部件 | 运达 | - | event | - | 2024-11-30", "planned | 剩余部件 | 完成组装 | - | event | - | 2025-02-28"),
    ),
    Example(
        "磷酸铁锂项目总投资5亿元，项目分三期建设，计划2025年投产。",
        (
            "achieved | 磷酸铁锂项目总投资 | - | - | eq 500000000 元 | level | -",
            "planned | 磷酸铁锂项目 | 投产 | - | event | - | 2025-12-31",
        ),
    ),
    Example("计划明年设立“创新学院”培养软件专家。", ("planned | “创新学院” | 设立 | - | event | - | 2025-12-31",)),
    Example(
        "1号线二期已全面开工，起于望澜火车站，沿着滨江大道，直抵东川口，计划于2025年通车。",
        ("planned | 1号线二期 | 通车 | - | event | - | 2025-12-31",),
    ),
    Example("环线现已进入装修阶段，接下来将进行调试，预计于年底前开通运营。", ("planned | 环线 | 开通运营 | - | event | - | 2024-12-31",)),
    Example(
        "到2027年底，西岭市全面消除黑臭水体；到2028年底，全省地级及以上城市建成区基本消除黑臭水体。",
        ("planned | 黑臭水体 | 消除 | 西岭市 | event | - | 2027-12-31", "planned | 黑臭水体 | 消除 | 西岭市 | event | - | 2028-12-31"),
    ),
)
