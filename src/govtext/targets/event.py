"""What a date dates: the event verbs behind it. 「硅基光电产业园9月开工」 has 开工; 「下半年持续实施产业强区战略」 has none, it goes on."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from govtext.lexicon import cues, events, phrases, verbs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govtext.targets.scene import Scene
    from govtext.targets.tokens import Token

# So near behind its verb an occasion's name ends: 三季度重大项目【开工】推进会上获悉.
OCCASION = 3
# How many tokens behind its date an event is looked for.
REACH = 40
# 全线贯通, 顺利通车: how long a word of a manner and an event is.
LONG_WORD = 4
# Most verbs have two characters: 开诊, 出厂, 通报.
WORD = 2
FINE = ("day", "ten_days", "month", "quarter", "week")
_LONG = ("year", "years", "half", "century")


def behind(scene: Scene, tokens: Sequence[Token], at: int, *, closing: bool = False) -> list[Token] | None:
    """The event verbs behind ``tokens[at]``: 正式投用, 竣工投产; by a date any verb that ends is one: 6月底前修订完毕."""
    if at > 0 and tokens[at - 1].word in cues.OCCASIONS:
        return None  # 举行一季度重大项目开工仪式: the name of an occasion
    time = scene.times[tokens[at].index] if at >= 0 else None
    due = closing or (time is not None and time.relation == "by")
    word = _predicate(tokens, at, due=due) if time is not None and (due or time.grain in FINE) else None
    if word is not None:
        return [word]
    out: list[Token] = []
    for place, token in enumerate(tokens[at + 1 : at + 1 + REACH], at + 1):
        if token.part == "number" and place + 1 < len(tokens) and tokens[place + 1].part == "of":
            continue  # 全长3.2公里的隧道将贯通
        if (
            happens(token.word)
            or (due and token.part == "do" and token.word not in events.GOING_ON)
            or (out and token.word in events.ENDINGS)
        ):
            out.append(token)
        elif out:
            break
        elif token.word in ("达到", "达") and place + 1 < len(tokens) and tokens[place + 1].part == "noun":
            continue  # 年底要达到主体结构完工
        elif token.word in events.GOING_ON_ADVERBS or (
            token.part in ("number", "time", "reach", "change") and not token.word.endswith("期")
        ):
            return None
    if not out or _named(tokens, out) or (not due and (time is None or time.grain in _LONG) and _goes_on(tokens, out)):
        return None
    return out


def _predicate(tokens: Sequence[Token], at: int, *, due: bool) -> Token | None:
    """What its place behind a date makes a verb: 结果于12月15日前【通报】, 南院区四季度【开诊】, 将于11月【组织】专项督导."""
    behind = [t for t in tokens[at + 1 : at + 1 + REACH] if t.part not in ("adverb", "cue")]
    word = behind[0] if behind else None
    if word is None or not at or happens(word.word) or word.word in phrases.TURNS | phrases.GOING:
        return None
    placed = tokens[at - 1].word in events.AT
    if placed and not due and word.part == "do":
        return word  # what is done at a time so set is done once
    if len(word.word) != WORD or (len(behind) > 1 and behind[1].word != "、"):
        return None
    if word.part not in ("noun", "do") or word.word in events.GOING_ON | events.NO_EVENTS:
        return None
    promised = any(t.part == "cue" for t in tokens[at + 1 : at + 3] if t.end <= word.start)
    return word if placed or promised or word.word[0] in events.OPENING else None


def happens(word: str) -> bool:
    """Whether a word is an event, or begins or ends in one.

    >>> [happens(w) for w in ("开工", "全面通航", "签订协议", "完工后", "推进")]
    [True, True, True, True, False]
    """
    if word in verbs.EVENTS or word in events.HAPPENING:
        return True
    if len(word) < 3 or word == "建成区":
        return False
    if len(word) == LONG_WORD and word[2:] in verbs.EVENTS and (word[:2] in verbs.ADVERBS or word[:2] in events.WHOLLY):
        return True
    return (word[:2] in verbs.ADVERBS and word[2:] in verbs.EVENTS) or (word[:2] in events.SHORT and len(word) <= 4)


def _after(tokens: Sequence[Token], event: Sequence[Token]) -> Token | None:
    return next((t for t in tokens if t.start >= event[-1].end), None)


_RATES = ("率", "比例", "比重", "面积", "数量", "规模")


def _named(tokens: Sequence[Token], event: Sequence[Token]) -> bool:
    """Whether the event is part of a name: 4月7日【举行】的推介会, 实现以下目标."""
    after = _after(tokens, event)
    aims = False
    if event[-1].word.endswith(("实现", "完成", "达到")):
        rest = [t for t in tokens if t.start >= event[-1].end]
        goal = next((i for i, t in enumerate(rest) if t.word in ("目标", "任务", "目标任务")), None)
        aims = goal is not None and (
            all(t.part in ("time", "of", "adverb") or t.word in events.SUNDRY for t in rest[:goal])
            or any(t.part == "number" for t in rest[:goal])
        )
    vague = event[-1].word == "取得" and any(t.word in cues.VAGUE for t in tokens if t.start >= event[-1].end)
    near = [t for t in tokens if t.start >= event[-1].end][:OCCASION]
    occasion = any(
        (t.word.endswith(cues.OCCASION_ENDINGS) and t.word not in cues.NO_OCCASIONS) or (t.word == "会" and before.part == "do")
        for before, t in itertools.pairwise([event[-1], *near[:-1]])
    )
    done = next((t for t in tokens if t.start >= event[-1].end and t.part != "do"), None)  # 今年供暖改造【的】规模
    if near and near[0].word in _RATES and any(t.part == "change" for t in near):
        return True  # 黑臭水体消除【比例】显著提高
    return aims or occasion or vague or (after is not None and after.part == "of") or (done is not None and done.part == "of")


def _goes_on(tokens: Sequence[Token], event: Sequence[Token]) -> bool:
    """Whether a verb goes on over its object for so long a time: 下半年【实施】产业强区战略."""
    after = _after(tokens, event)
    lone = len(event) == 1 and event[0].word in events.WITH_OBJECT_GOING_ON
    return lone and after is not None and after.part in ("noun", "do", "change") and after.word not in ("、", "后", "”")
