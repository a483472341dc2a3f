"""From a clause to its tokens: numbers and times as they were read, words between them with the part they play.

「全年新增企业不少于5家」 is TIME 全年, DO 新增, NOUN 企业, NUMBER 不少于5家.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from govtext import segment
from govtext.lexicon import agents, cues, places, verbs
from govtext.rules import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govtext.mentions.mention import Quantity, Time

Part = Literal["number", "time", "reach", "change", "do", "cue", "adverb", "mark", "of", "noun"]

# The parts that a verb can play.
VERBS: tuple[Part, ...] = ("do", "reach", "change")

_MARKS = frozenset("、，。；：:;,.!！?？—-～~…/ \t\u3000\xa0")
_LINKING = frozenset("和 及 与 以及 或 并 、 跟 暨".split())
_PREPOSITIONS = frozenset("在 对 向 从 由 于 为 以 按 按照 根据 通过 围绕 依托 针对 随着 经 沿 至 到 自 比 较 与 同 给 用 被".split())

# How far behind 将 is looked for what is done.
_REACH = 40

# A word in several tables plays the first part.
_PARTS: tuple[tuple[Part, frozenset[str]], ...] = (
    ("change", verbs.CHANGING),
    ("reach", verbs.REACHING),
    ("cue", frozenset(cues.COMMITMENTS) - verbs.DOING),
    ("adverb", verbs.ADVERBS),
    ("do", verbs.DOING),
    ("of", frozenset("的")),
    ("mark", _MARKS),
)


@dataclass(frozen=True, slots=True)
class Token:
    """A slice of the text and the part it plays; ``index`` is its place among the quantities or times."""

    start: int
    end: int
    part: Part
    word: str
    index: int = -1


@lru_cache(maxsize=20_000)
def part_of(word: str) -> Part:
    """The part that a word plays by itself.

    >>> [part_of(w) for w in ("达到", "增长", "新增", "力争", "持续", "的", "企业")]
    ['reach', 'change', 'do', 'cue', 'adverb', 'of', 'noun']
    """
    for part, words in _PARTS:
        if word in words:
            return part
    if word[0] == "第" and word[-1] == "批":
        return "adverb"  # 第二批, as 首批
    if len(word) > 3 and word[:2] in verbs.ADVERBS and word[2:] in verbs.DOING:  # 深入开展, 全面完成
        return "do"
    return "mark" if word.isspace() else "noun"


def read(
    text: str, start: int, end: int, quantities: Sequence[tuple[int, Quantity]], times: Sequence[tuple[int, Time]]
) -> tuple[Token, ...]:
    """Tokens of ``text[start:end]``; the numbers and times that stand in it, with their places, are taken whole."""
    atoms: list[Token] = [
        Token(q.start, max(q.end, q.outer_end), "number", text[q.start : max(q.end, q.outer_end)], i) for i, q in quantities
    ]
    taken = [(a.start, a.end) for a in atoms]
    atoms += [
        Token(t.start, t.end, "time", text[t.start : t.end], i) for i, t in times if not any(a < t.end and t.start < b for a, b in taken)
    ]
    atoms.sort(key=lambda token: token.start)
    out: list[Token] = []
    at = start
    for atom in atoms:
        out += _words(text, at, atom.start)
        out.append(atom)
        at = max(at, atom.end)
    out += _words(text, at, end)
    return tuple(t if t.part == "noun" or (part := _part_here(out, i)) == t.part else replace(t, part=part) for i, t in enumerate(out))


def _part_here(tokens: Sequence[Token], at: int) -> Part:
    """The part that a word plays where it stands: 【争取】年内新建 promises, 争取资金 is what is done."""
    if tokens[at].word == "争取":
        follows = next((t for t in tokens[at + 1 :] if t.part not in ("time", "adverb")), None)
        return "cue" if follows is not None and follows.part in VERBS else "do"
    return "noun" if _is_noun_here(tokens, at) else tokens[at].part


def _is_noun_here(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word of the tables is part of a name where it stands: 投资【计划】, 【低】收入人口."""
    token = tokens[at]
    if token.part == "change" and len(token.word) == 1:
        return at + 1 < len(tokens) and tokens[at + 1].part in ("noun", "do")
    if token.word == "计划" and at > 0 and (tokens[at - 1].word in cues.PLANS_OF or _of_share(tokens, at) or _sorts(tokens, at)):
        return True  # 重点研发【计划】立项
    if token.word == "组织":
        return at > 0 and _is_house(tokens[at - 1], tokens[at + 1 : at + 2])
    return token.part == "cue" and not is_cue(tokens, at)


def _of_share(tokens: Sequence[Token], at: int) -> bool:
    """占全年【计划】投资的64%, 完成年【计划】的72%: a plan that a result is a share of; 下达搬迁【计划】5万人: what is given out."""
    of_year = at > 1 and tokens[at - 1].word in ("年", "全年", "当年") and tokens[at - 2].word in ("占", "完成", "为")
    return of_year or any(t.word == "下达" for t in tokens[max(0, at - 2) : at])


def _sorts(tokens: Sequence[Token], at: int) -> bool:
    """10个【计划】投产项目实现投产7个: says which ones, and what was done follows."""
    counted = tokens[at - 1].part == "number" or tokens[at - 1].word in ("年", "年度")
    behind = tokens[at + 1 : at + 4]
    works = len(behind) > 2 and behind[0].part == "do" and behind[1].word in ("项目", "工程")
    return counted and works and (behind[2].word in ("实际", "已", "已经") or (behind[2].part == "do" and behind[2].word[0] in "实完开"))


def _is_house(before: Token, behind: Sequence[Token]) -> bool:
    """Whether 组织 is a house, for what it would organise does not follow: 该【组织】, 合作【组织】3日发布."""
    follows = bool(behind) and (
        behind[0].part in ("time", "adverb", "cue", "reach", "of") or behind[0].word in agents.SAYING or is_preposition(behind[0])
    )
    return before.word in ("该", "本") or (before.part in ("noun", "do") and follows)


def is_cue(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word that can promise does so here: 计划建设 yes, 年度投资计划 no."""
    word = tokens[at].word
    if word not in cues.NOUNS:
        return True
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is None:
        return word in ("预计", "预期", "计划", "预测", "预估", "估计", "决定")
    if word in ("目标", "任务", "预期目标"):
        return after.word in ("是", "为") or (after.part == "change" and word == "预期目标")
    goal = word == "预期" and after.part == "change" and [t.word for t in tokens[at + 2 : at + 3]] == ["目标"]  # 生产总值【预期】增长目标
    disposes = word == "将" and _disposes(tokens, at, after)  # 将税率从17%降至13%: 把
    names = word in cues.HELPERS and at > 0 and (tokens[at - 1].part == "of" or _spelt(tokens, at))  # 67%的【可】治理沙化土地
    if goal or disposes or names:
        return False
    if word in cues.HELPERS:
        return (
            after.part in ("do", "reach", "change", "adverb", "cue", "number", "time")
            or after.word in cues.AFTER_HELPERS
            or len(after.word) > 1
        )
    return (
        after.part in ("do", "reach", "change", "time", "adverb", "cue", "number")
        or after.word in cues.AFTER_PROMISE
        or after.word.startswith(("总", "投资总"))
        or (word == "计划" and _opens_plan(tokens, at))
    )


def _spelt(tokens: Sequence[Token], at: int) -> bool:
    """宝特瑞【能】锂电池项目: a character of a name that no list knows, cut to single ones, in front of what it makes."""
    before = tokens[max(0, at - 2) : at]
    single = len(before) > 1 and all(t.part == "noun" and len(t.word) == 1 and not is_preposition(t) for t in before)
    behind = tokens[at + 1 : at + 2]
    return tokens[at].word == "能" and single and bool(behind) and behind[0].part == "noun" and not is_preposition(behind[0])


def _opens_plan(tokens: Sequence[Token], at: int) -> bool:
    """Whether 计划 stands where only the verb can, and what is planned follows: 今年全省【计划】人工造林120万亩."""
    before = tokens[at - 1] if at else None
    opens = before is None or before.part == "time" or before.word in places.AREAS
    return opens and any(t.part == "do" for t in tokens[at + 1 : at + 4])


def _disposes(tokens: Sequence[Token], at: int, after: Token) -> bool:
    """Whether 将 is 把: a noun follows, and what is done to it: 将误差【控制在】毫米以内, 将利率【下调】0.5个百分点."""
    if after.part not in ("noun", "number") or is_preposition(after) or after.word == "把" or after.word in cues.AFTER_FUTURE:
        return False
    if is_link(after):
        return False  # 市住建局【将】和市财政局选拔20个镇
    if at and tokens[at - 1].word in cues.BEFORE_DISPOSING:
        return True
    return any(
        (
            t.part in ("noun", "do", "reach", "change")
            and t.word.endswith(("到", "至", "为", "成", "于", "入", "作为", "在"))
            and t.word != "在"
        )
        or (t.part == "change" and place + 1 < len(tokens) and tokens[place + 1].part == "number")
        for place, t in enumerate(tokens[at + 2 : at + 2 + _REACH], at + 2)
    )


def _words(text: str, start: int, end: int) -> list[Token]:
    if start >= end:
        return []
    out: list[Token] = []
    at = start
    for level in pattern(_LEVELS).finditer(text, start, end):  # 各县（市、区）: one word for places of a level
        out += [Token(a, b, part_of(text[a:b]), text[a:b]) for a, b in segment.words(text, at, level.start())]
        out.append(Token(level.start(), level.end(), "noun", level.group()))
        at = level.end()
    return [*out, *(Token(a, b, part_of(text[a:b]), text[a:b]) for a, b in segment.words(text, at, end))]


_LEVELS = r"(?:县|市|州|区|乡镇|镇|乡|街道)（(?:自治|市|县|区|州|旗|乡|镇|街道|社区|村|、)+）"


def is_link(token: Token) -> bool:
    """Whether a token only joins two phrases: 和, 及, 、."""
    return token.word in _LINKING


def is_preposition(token: Token) -> bool:
    """Whether a token opens a phrase that is not the subject: 在, 对, 通过."""
    return token.word in _PREPOSITIONS
