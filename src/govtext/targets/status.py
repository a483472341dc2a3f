"""From a number's clause, sentence and frame to its status: promised or done, with the cue that says so.

Not one word decides: 「将」 promises, 「已」 reports, but 「截至去年底已完成30亿元，年内将再完成20亿元」 holds one of each. The nearest
evidence on the number's left wins; then the earlier clauses of its sentence; then the frame (a report's review or plan half).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from govtext.lexicon import cues, verbs

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from govtext.records import Commitment, Status
    from govtext.targets.frame import Frame
    from govtext.targets.tokens import Token

_DONE = frozenset(
    ["已", "已经", "了", "曾", "现有", "目前", "截至", "截止", "去年", "上年", "先后", "累计", "同比", "环比", "首次", "刚刚", "现已", "业已", "完成了", "实现了", "达到了", "突破了", "共有", "较上年", "其时", "此前", "近年来", "日前", "近日", "当前", "达成了", "新增了"]
)
# Weak when a later word promises: 「目前已开工，预计年底建成」.
_PLAN_NOUNS = frozenset(["计划", "规划", "安排", "目标", "任务", "要求", "可能", "明确", "提出", "需要", "宣布", "决定", "设定", "谋划", "努力", "准备", "承诺", "希望", "期望"])
_WEAK = frozenset(["可", "能", "会", "能够", "可能", "需", "需要", "应", "提出", "明确", "要求", "宣布", "决定"])
_FUTURE_AFTER = (
    "建成后",
    "投产后",
    "达产后",
    "投用后",
    "完工后",
    "竣工后",
    "运营后",
    "全部建成",
    "建成投产后",
    "投运后",
    "实施后",
    "通车后",
    "完成后",
    "届时",
)


@dataclass(frozen=True, slots=True)
class Stance:
    """Planned or achieved, the word that says it, where, and by which rule."""

    status: Status | None
    commitment: Commitment | None
    cue: str | None
    start: int
    end: int
    rule: str


def in_clause(tokens: Sequence[Token], upto: int, tense: Callable[[Token], str]) -> Stance | None:
    """What the words of one clause before ``tokens[upto]`` say, the nearest first; ``tense`` tells a date's side: past, future, open."""
    best: Stance | None = None
    for place in range(upto - 1, -1, -1):
        token = tokens[place]
        if token.part == "time":
            side = tense(token)
            if side == "future":
                best = best or Stance("planned", "plan", None, token.start, token.end, "future_time")
            elif side == "past" and (best is None or best.rule in ("weak_cue", "future_time")):
                return best or Stance("achieved", None, None, token.start, token.end, "past_time")
        elif token.word in _DONE:
            if best is None:
                return Stance("achieved", None, token.word, token.start, token.end, "done_word")
        elif token.word in cues.COMMITMENTS and _is_cue(tokens, place, upto):
            commitment = cues.COMMITMENTS[token.word]
            stance = Stance("planned", commitment, token.word, token.start, token.end, "weak_cue" if token.word in _WEAK else "cue")  # type: ignore[arg-type]
            if commitment != "plan" or best is None:
                if best is None or best.commitment == "plan":
                    best = stance
                if commitment != "plan":
                    return best
    return best


def _is_cue(tokens: Sequence[Token], place: int, upto: int) -> bool:
    """Whether 计划, 目标, 安排 … is a verb here, and 将, 要 stand before one: 年度投资计划63% promises nothing."""
    word = tokens[place].word
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if after is None or word not in _PLAN_NOUNS:
        return True
    if word in ("目标", "任务"):
        return after.word in ("是", "为", "：", ":") or ("目标" in word and after.part in ("number",))
    if after.word in ("的", "》", "）", "”", "项目", "任务", "》，"):
        return False
    if after.part == "number" and place + 1 == upto:
        return word in ("安排", "计划")
    return after.part in ("do", "reach", "change", "time", "adverb", "cue", "number") or after.word in (
        "到",
        "在",
        "于",
        "用",
        "对",
        "向",
        "从",
        "将",
        "再",
        "总投资",
        "为",
        "把",
        "，",
        "总",
        "新",
        "其",
        "要",
    )


def imperative(tokens: Sequence[Token], upto: int) -> bool:
    """Whether the clause opens with a verb, as the items of a plan do: 建设高标准农田30万亩."""
    for token in tokens[:upto]:
        if token.part in ("adverb", "mark", "time") or token.word in ("一是", "二是", "三是", "四是", "五是"):
            continue
        return token.part in ("do", "change") or token.word in verbs.CAUSING
    return False


def framed(frame: Frame) -> Stance | None:
    """What the frame says when the sentence is silent."""
    if frame.zone == "plan":
        return Stance("planned", "plan", None, -1, -1, f"plan_{frame.rule}")
    if frame.zone == "review":
        return Stance("achieved", None, None, -1, -1, f"review_{frame.rule}")
    return None
