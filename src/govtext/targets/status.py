"""From a number's clause, sentence and frame to its status: promised or done, with the cue that says so.

Not one word decides: 「将」 promises, 「已」 reports, but 「截至去年底已完成30亿元，年内将再完成20亿元」 holds one of each. The nearest
evidence on the number's left wins; then the earlier clauses of its sentence; then the frame (a report's review or plan half).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from govtext.lexicon import cues, verbs

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from govtext.records import Commitment, Status
    from govtext.targets.frame import Frame
    from govtext.targets.scene import Scene
    from govtext.targets.tokens import Token

_DONE = frozenset("已 已经 了 曾 现有 截至 截止 先后 首次 刚刚 现已 业已 此前 近年来 日前 近日 其时".split())
# These stand beside promises too: 「预计客运量达到120万人次，同比增长5%」.
_SOFT = frozenset("同比 环比 累计 目前 当前 去年 上年 共有".split())
_BASES = frozenset("比 较 从 由 按 与 同 自".split())
_WEAK = frozenset("可 能 会 能够 可能 需 需要 应 提出 明确 要求 宣布 决定".split())


@dataclass(frozen=True, slots=True)
class Stance:
    """Planned or achieved, the word that says it, where, and by which rule."""

    status: Status | None
    commitment: Commitment | None
    cue: str | None
    start: int
    end: int
    rule: str


# How many tokens of a clause are looked at: bounds the work on a clause without end.
REACH = 120


def in_clause(tokens: Sequence[Token], upto: int, tense: Callable[[Token], str]) -> Stance | None:
    """What the words of one clause before ``tokens[upto]`` say, the nearest first; ``tense`` tells a date's side: past, future, open."""
    best: Stance | None = None
    for place in range(upto - 1, max(-1, upto - 1 - REACH), -1):
        token = tokens[place]
        base = place > 0 and tokens[place - 1].word in _BASES
        if token.part == "time":
            side = "open" if base else tense(token)
            if side == "future":
                best = best or Stance("planned", "plan", None, token.start, token.end, "future_time")
            elif side == "past" and (best is None or best.rule in ("weak_cue", "soft_done_word")):
                return Stance("achieved", None, None, token.start, token.end, "past_time")
        elif token.word in _DONE and (best is None or best.rule == "weak_cue"):
            return Stance("achieved", None, token.word, token.start, token.end, "done_word")
        elif token.word in _SOFT and best is None and not base:
            best = Stance("achieved", None, token.word, token.start, token.end, "soft_done_word")
        elif token.part == "cue":
            stance = _promised(token)
            if (
                stance.commitment != "plan"
                and stance.rule != "weak_cue"
                and (best is None or best.rule == "weak_cue" or best.commitment in ("plan", None))
            ):
                return stance
            if best is None or best.rule == "soft_done_word" or (best.rule == "weak_cue" and stance.rule == "cue"):
                best = stance
    return best


def _promised(token: Token) -> Stance:
    commitment = cast("Commitment", cues.COMMITMENTS[token.word])
    return Stance("planned", commitment, token.word, token.start, token.end, "weak_cue" if token.word in _WEAK else "cue")


def named_goal(tokens: Sequence[Token], at: int) -> Stance | None:
    """A number that a noun calls a goal: 制定了200亿美元的【目标】, 【目标】亩产量是2500斤."""
    for token in (*tokens[at + 1 : at + REACH], *reversed(tokens[max(0, at - REACH) : at])):
        if token.word in ("目标", "指标任务", "目标任务"):
            return Stance("planned", "plan", token.word, token.start, token.end, "goal_noun")
    return None


def _called_goal(tokens: Sequence[Token], at: int) -> Stance | None:
    """制定了到2030年达到50%【的目标】 promises, whatever the verb's 了; 提前完成…的目标 does not."""
    for place in range(at + 1, min(len(tokens), at + REACH)):
        if tokens[place].word in ("目标", "承诺") and tokens[place - 1].word == "的":
            if any(t.word in ("完成", "超额", "提前", "超额完成", "提前完成", "低于", "高于") for t in tokens[:at]):
                return None
            return Stance("planned", "plan", tokens[place].word, tokens[place].start, tokens[place].end, "goal_noun")
    return None


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


_FIRM = frozenset("拟 将 拟安排 确保 力争".split())


def of_number(scene: Scene, tokens: Sequence[Token], at: int, frame: Frame, before: tuple[Stance | None, Stance | None]) -> Stance:
    """The nearest evidence: the clause's, the sentence's (``before[0]``), the frame's, the paragraph's or lead's (``before[1]``)."""
    said = _called_goal(tokens, at) or in_clause(tokens, at, lambda t: scene.tense(t.index)) or named_goal(tokens, at)
    sentence, wider = before
    if frame.zone == "review" and not _ahead(scene, tokens, frame, said, sentence):
        return framed(frame) or FACT  # 预计 about a year that is over, 争取 as work that was done
    if said and said.rule not in ("weak_cue", "soft_done_word"):
        return said
    if sentence and sentence.rule not in ("weak_cue", "soft_done_word"):
        return sentence
    found = framed(frame) or said or sentence
    if found is None and wider and imperative(tokens, at):
        found = wider
    return found or FACT


FACT = Stance("achieved", None, None, -1, -1, "stated_as_fact")


def _ahead(scene: Scene, tokens: Sequence[Token], frame: Frame, said: Stance | None, sentence: Stance | None) -> bool:
    """Whether a sentence of a review looks ahead: a date to come, or a firm cue where only the wording told it for a review."""
    if any(t.part == "time" and scene.ahead(t.index) for t in tokens):
        return True
    return frame.rule == "lean" and any(s is not None and s.rule == "cue" and s.cue in _FIRM for s in (said, sentence))
