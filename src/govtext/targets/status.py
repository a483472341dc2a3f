"""From a number's clause, sentence and frame to its status: promised or done, with the cue that says so.

Not one word decides: 「将」 promises, 「已」 reports, but 「截至去年底已完成30亿元，年内将再完成20亿元」 holds one of each. The nearest
evidence on the number's left wins; then the earlier clauses of its sentence; then the frame (a report's review or plan half).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from govtext.lexicon import cues, verbs
from govtext.targets import event

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from govtext.records import Commitment, Status
    from govtext.targets.frame import Frame
    from govtext.targets.scene import Scene
    from govtext.targets.tokens import Token


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
# How many characters around an ability are searched for what is to come.
NEARBY = 60
# Evidence that the frame outweighs, and that does not carry over to the next clause.
SOFT_RULES = frozenset({"weak_cue", "soft_done_word", "done_attribute"})


def in_clause(tokens: Sequence[Token], upto: int, tense: Callable[[Token], str]) -> Stance | None:
    """What the words of one clause before ``tokens[upto]`` say, the nearest first; ``tense`` tells a date's side: past, future, open."""
    best: Stance | None = None
    for place in range(upto - 1, max(-1, upto - 1 - REACH), -1):
        token = tokens[place]
        base = (place > 0 and tokens[place - 1].word in cues.BASES) or (
            place + 1 < len(tokens) and tokens[place + 1].word in ("基础", "基础上")
        )
        if token.part == "time":
            side = "open" if (base and tense(token) != "future") or _of_goal(tokens, place) or _of_name(tokens, place) else tense(token)
            if side == "future":
                best = best or Stance("planned", "plan", None, token.start, token.end, "future_time")
            elif side == "past" and (best is None or best.rule in SOFT_RULES):
                return Stance("achieved", None, None, token.start, token.end, "past_time")
        elif (token.word in cues.DONE or token.word[0] == "已") and (best is None or best.rule == "weak_cue"):
            if token.word == "现有" and place > 0 and tokens[place - 1].part == "do":
                continue  # 利用现有管道改建
            rule = "done_attribute" if place > 0 and tokens[place - 1].part == "do" and token.word != "了" else "done_word"
            return Stance("achieved", None, token.word, token.start, token.end, rule)
        elif token.word in cues.SOFT and best is None and not base:
            best = Stance("achieved", None, token.word, token.start, token.end, "soft_done_word")
        elif token.part == "cue" and not _of_noun(tokens, place):
            stance = _promised(token)
            if (
                stance.commitment != "plan"
                and stance.rule != "weak_cue"
                and (best is None or best.rule == "weak_cue" or best.commitment in ("plan", None))
            ):
                return stance
            if best is None or best.rule == "soft_done_word" or (best.rule == "weak_cue" and _weighs_more(stance, best)):
                best = stance
    return best


def _weighs_more(stance: Stance, weak: Stance) -> bool:
    """A firm cue outweighs a weak one, a word of speech one of ability."""
    return stance.rule == "cue" or (stance.cue in cues.SPEECH and weak.cue in cues.ABILITY)


def _of_goal(tokens: Sequence[Token], place: int) -> bool:
    """完成【全年】目标的56%: the year of a goal dates nothing."""
    after = tokens[place + 1].word if place + 1 < len(tokens) else ""
    return tokens[place].word in cues.WHOLE_YEARS and after in cues.GOALS


def _of_name(tokens: Sequence[Token], place: int) -> bool:
    """举行【一季度】重大项目开工仪式, 控制在【上年】收入的5%以内: a time in the name of an occasion or of a measure."""
    return place > 0 and (
        tokens[place - 1].word in cues.OCCASIONS or (tokens[place - 1].part == "reach" and tokens[place - 1].word != "为")
    )


def _of_noun(tokens: Sequence[Token], place: int) -> bool:
    """【拟】入库企业名单, 占年度投资【计划】63%: a cue inside a noun phrase."""
    word = tokens[place].word
    if word == "拟":
        return any(t.word in cues.LISTS for t in tokens[place + 1 : place + 12])
    behind, before = tokens[place + 1 : place + 2], tokens[place - 1] if place else None
    named = before is not None and (before.part == "noun" or before.word == "投资" or before.word in cues.WHOLE_YEARS)
    return word in cues.GOALS and named and bool(behind) and (behind[0].part == "number" and behind[0].word.endswith(("%", "％")))


def _promised(token: Token) -> Stance:
    commitment = cast("Commitment", cues.COMMITMENTS[token.word])
    return Stance(
        "planned",
        commitment,
        token.word,
        token.start,
        token.end,
        "weak_cue" if token.word in cues.ABILITY or token.word in cues.SPEECH else "cue",
    )


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
    said = _said(scene, tokens, at)
    sentence, wider = before
    if frame.zone == "review" and not _ahead(scene, tokens, frame, said, sentence):
        return framed(frame) or FACT  # 预计 about a year that is over, 争取 as work that was done
    if said and said.rule not in SOFT_RULES:
        return said
    if (
        sentence
        and sentence.rule not in SOFT_RULES
        and not (frame.zone == "plan" and sentence.rule == "past_time" and imperative(tokens, at))
    ):
        return sentence
    found = (
        framed(frame) or (said if _promising(scene, tokens, said) else None) or (sentence if _promising(scene, tokens, sentence) else None)
    )
    if found is None and wider and imperative(tokens, at):
        found = wider
    return found or FACT


def _turned(scene: Scene, tokens: Sequence[Token], at: int, sentence: Stance) -> bool:
    """去年达到312个，【今年】再新增50个: the year has turned since the clause before."""
    return sentence.rule == "past_time" and any(t.part == "time" and scene.tense(t.index) != "past" for t in tokens[:at])


FACT = Stance("achieved", None, None, -1, -1, "stated_as_fact")


def _said(scene: Scene, tokens: Sequence[Token], at: int) -> Stance | None:
    """What the number's own clause says."""

    def tense(token: Token) -> str:
        return scene.tense(token.index)

    said = _called_goal(tokens, at) or in_clause(tokens, at, tense)
    if said is None or said.rule in SOFT_RULES:
        arranged = None if said and said.status == "achieved" else _arranged(tokens, at)
        said = _behind(scene, tokens, at) or arranged or said or named_goal(tokens, at)
    return said


def _behind(scene: Scene, tokens: Sequence[Token], at: int) -> Stance | None:
    """What the number's own predicate says behind it: 8500万千瓦项目【已经】开工, 4112户群众【将】搬进新居, 3万吨【国庆节前】投用."""
    for place, token in enumerate(tokens[at + 1 : at + 1 + REACH], at + 1):
        if token.part == "number":
            return None
        if token.word[0] == "已" or token.word in ("现已", "均已"):
            return Stance("achieved", None, token.word, token.start, token.end, "done_word_behind")
        if token.part == "cue" and token.word in _FIRM:
            return Stance("planned", cast("Commitment", cues.COMMITMENTS[token.word]), token.word, token.start, token.end, "cue_behind")
        if token.part == "time" and scene.tense(token.index) == "future" and event.behind(scene, tokens, place):
            return Stance("planned", "plan", None, token.start, token.end, "future_time_behind")
    return None


def _arranged(tokens: Sequence[Token], at: int) -> Stance | None:
    """Money and work given out for a time ahead: 2023年【安排】资金5000万元."""
    for token in reversed(tokens[max(0, at - REACH) : at]):
        if token.word in cues.ARRANGING:
            return Stance("planned", "plan", token.word, token.start, token.end, "arranged")
    return None


def _promising(scene: Scene, tokens: Sequence[Token], stance: Stance | None) -> bool:
    """Whether soft evidence counts: an ability promises beside something to come, 项目建成后【可】年产30万吨, not 每车【能】载客168人."""
    if stance is None or stance.rule != "weak_cue" or stance.cue not in cues.ABILITY:
        return stance is not None
    start = max(0, stance.start - NEARBY)
    window = scene.text[start : tokens[-1].end]
    return any(word in window for word in cues.TO_COME)


def _ahead(scene: Scene, tokens: Sequence[Token], frame: Frame, said: Stance | None, sentence: Stance | None) -> bool:
    """Whether a sentence of a review looks ahead: a date to come, or a firm cue where only the wording told it for a review."""
    if any(t.part == "time" and scene.ahead(t.index) for t in tokens):
        return True
    return frame.rule == "lean" and any(s is not None and s.rule == "cue" and s.cue in _FIRM for s in (said, sentence))
