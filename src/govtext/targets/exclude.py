"""Numbers that are no targets: names, sizes in a modifier, thresholds, rewards, baselines, counts that order the text.

「给予最高500万元奖励」 is a rule for applicants, 「65岁以上老年人」 says who, 「比2020年」 from where.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govtext.lexicon import exclusions
from govtext.rules import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govtext.targets.scene import Scene
    from govtext.targets.tokens import Token


def reason(scene: Scene, clause: int, tokens: Sequence[Token], at: int) -> str | None:
    """The rule by which a number is left out, or None."""
    for name, test in RULES:
        if test(scene, clause, tokens, at):
            return name
    return None


def label(scene: Scene, clause: int, tokens: Sequence[Token], at: int) -> bool:
    """A size or class in a name: 百亿级项目, 10万吨级泊位, 4A级景区."""
    quantity = scene.quantities[tokens[at].index]
    behind = scene.text[quantity.end : quantity.end + 2]
    return "level_label" in quantity.rule or (behind.startswith("级") and not behind.startswith("级别"))


def quoted_name(scene: Scene, clause: int, tokens: Sequence[Token], at: int) -> bool:
    """Part of a name in quotes or a book title: “6+2+X”, 《…2000亩…》."""
    quantity = scene.quantities[tokens[at].index]
    text = scene.text
    window = text[max(0, quantity.start - 30) : quantity.start]
    opened = window.rfind("《")
    if opened >= 0 and "》" not in window[opened:] and "》" in text[quantity.end : quantity.end + 40]:
        return True
    quote = max(window.rfind("“"), window.rfind("‘"), window.rfind("「"))
    if quote >= 0 and not any(c in window[quote:] for c in "”’」"):
        ends = [i for i in (text.find(c, quantity.end, quantity.end + 12) for c in "”’」") if i >= 0]
        inside = window[quote + 1 :] + text[quantity.start : min(ends)] if ends else ""
        return bool(ends) and not any(c in inside for c in "，。；：,;") and len(inside) <= 14
    return False


def age(scene: Scene, clause: int, tokens: Sequence[Token], at: int) -> bool:
    """An age says who: 65岁以上老年人."""
    return (
        scene.quantities[tokens[at].index].unit in ("岁", "周岁")
        and "寿命" not in scene.text[max(0, tokens[at].start - 12) : tokens[at].start]
    )


def duration(scene: Scene, clause: int, tokens: Sequence[Token], at: int) -> bool:
    """A length of time is a target only when something is brought to it: 办理时限压缩至3个工作日."""
    quantity = scene.quantities[tokens[at].index]
    if quantity.dimension != "time":
        return False
    before = scene.text[max(0, quantity.outer_start - 8) : quantity.start]
    return not any(word in before for word in exclusions.DURATION_VERBS)


def baseline(scene: Scene, clause: int, tokens: Sequence[Token], at: int) -> bool:
    """Where a change starts from: 由50%提高到60%, 高于去年的3.2%."""
    quantity = scene.quantities[tokens[at].index]
    text = scene.text
    behind = text[quantity.outer_end : quantity.outer_end + 12]
    before = text[max(scene.clause(clause).start, quantity.outer_start - 14) : quantity.outer_start]
    if pattern(
        r"^(?:[\p{Han}]{0,3})?(?:提高|提升|增加|增长|上升|扩大|下降|降低|减少|降|增|升|缩短|压缩|调整|回升|回落|上调|下调|跃升|发展|上浮|涨|跌)(?:到|至|为)"
    ).match(behind) and pattern(r"(?:从|由)[^，。]{0,14}$").search(before):
        return True
    return bool(pattern(r"(?:高于|低于|好于|多于|少于|相比|比)(?:此前|去年|上年|预期|\p{Nd}{4}年|[\p{Han}]{0,6})的$").search(before))


def reward(scene: Scene, clause: int, tokens: Sequence[Token], at: int) -> bool:
    """A reward, a fine, a fee, a threshold, a standard for applicants."""
    quantity = scene.quantities[tokens[at].index]
    here = scene.clause(clause)
    window = scene.text[max(here.start, quantity.outer_start - 16) : min(here.end, quantity.outer_end + 10)]
    return any(word in window for word in exclusions.REWARDS)


def structure_count(scene: Scene, clause: int, tokens: Sequence[Token], at: int) -> bool:
    """A count that orders the text: 7个方面, 三大任务, 十件实事."""
    quantity = scene.quantities[tokens[at].index]
    behind = scene.text[quantity.end : quantity.end + 6].lstrip("重点主要大")
    return quantity.unit in exclusions.COUNTING_UNITS and behind.startswith(exclusions.STRUCTURE_NOUNS)


def bare_one(scene: Scene, clause: int, tokens: Sequence[Token], at: int) -> bool:
    """一个, 一批, 一座 count nothing."""
    quantity = scene.quantities[tokens[at].index]
    return (
        scene.text[quantity.start : quantity.start + 1] in ("一", "两")
        and quantity.value in (1, 2)
        and quantity.end - quantity.start <= 3
        and quantity.dimension in (None, "count", "item", "")
    )


def modifier(scene: Scene, clause: int, tokens: Sequence[Token], at: int) -> bool:
    """A size inside the noun phrase that another number counts: 投资5000万元以上在建项目80个."""
    quantity = scene.quantities[tokens[at].index]
    place = at + 1
    nouns = 0
    while place < len(tokens) and tokens[place].part in ("noun", "of", "do") and tokens[place].word not in ("和", "及", "以及", "并"):
        nouns += len(tokens[place].word)
        place += 1
    if at > 0 and tokens[at - 1].part == "do" and scene.text[quantity.outer_end - 2 : quantity.outer_end] != "以上":
        return False
    return (
        nouns >= 2 and place < len(tokens) and tokens[place].part == "number" and scene.quantities[tokens[place].index].dimension != "time"
    )


def ordinal(scene: Scene, clause: int, tokens: Sequence[Token], at: int) -> bool:
    """第3个, 第一批: an ordinal, not a count."""
    quantity = scene.quantities[tokens[at].index]
    return scene.text[quantity.start - 1 : quantity.start] == "第" and quantity.measure != "rank"


RULES = (
    ("label", label),
    ("quoted_name", quoted_name),
    ("age", age),
    ("ordinal", ordinal),
    ("duration", duration),
    ("baseline", baseline),
    ("reward", reward),
    ("structure_count", structure_count),
    ("bare_one", bare_one),
    ("modifier", modifier),
)


def explain(rule: str) -> str:
    """What a rule of this module leaves out, in a sentence."""
    doc = next(test.__doc__ for name, test in RULES if name == rule) or ""
    return doc.strip().split("\n")[0]
