"""From a number's clause to the stretches around it: 「今年力争建设改造燃气管网15公里」 is 建设改造 + 燃气管网 before, nothing behind.

What stands before a cue may name who acts; what stands between the cue and the number holds opening verbs, a noun, and the verbs
right before the number; behind the number may stand what it counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from govtext.lexicon import cues, phrases, places, verbs
from govtext.targets.actor import is_actor, named
from govtext.targets.tokens import is_link, is_preposition

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govtext.targets.piece import Piece
    from govtext.targets.tokens import Token

_VERBS = ("do", "reach", "change")


@dataclass(frozen=True, slots=True)
class Around:
    """The stretches around one number, in the order in which they stand."""

    before: Sequence[Token]  # in front of the cue
    lead: Sequence[Token]  # verbs at the front: 【新增】科技型中小企业700家
    noun: Sequence[Token]  # between the verbs
    group: Sequence[Token]  # verbs right before the number: 规模【达到】1480亿元
    behind: Sequence[Token]  # the noun phrase behind the number: 200个【升级改造项目】
    later: Sequence[Token]  # verbs behind that: 7000户家庭【实施】适老化改造
    rest: Sequence[Token]  # what follows these verbs
    last: Token | None  # the word right before the number
    counts: bool  # whether the number's unit is a classifier
    actor: Piece | None  # whom ``before`` names

    @property
    def reaching(self) -> bool:
        """Whether the number completes 达到, 超过 …."""
        return bool(self.group) and self.group[-1].part == "reach"

    @property
    def changing(self) -> bool:
        """Whether the number completes 增长, 下降 …."""
        return bool(self.group) and self.group[-1].part == "change"


def read(tokens: Sequence[Token], at: int, floor: int, ceiling: int, *, counts: bool) -> Around:
    """The stretches around the number ``tokens[at]`` between its neighbours."""
    before, inside = _at_cue(_outside_brackets(tokens[floor:at]))
    inside, before = _without_origin(strip_front(inside)), _without_origin(before)
    group, rest = _verbs_at_end(inside)
    lead, noun = opening_verbs(rest)
    served = bool(inside) and inside[0].word in phrases.SERVING and not any(t.part in ("do", "change") for t in inside)
    if served:
        group, noun = [], []  # 为当地7000户家庭实施改造
    listed = floor > 0 and all(is_link(t) or t.part in ("mark", "adverb") for t in tokens[floor:at])
    idle = not lead and not group and not listed and (counts or not content(noun))
    behind = _behind(tokens, at, ceiling, idle=idle, served=served)
    if behind and counts and group and group[-1].part == "reach" and rest and all(t.part == "do" for t in rest):
        group, lead, noun = rest, [], []  # 开发储备超5000个岗位
    who = named(before)
    plain = None if lead else _plain_verb(noun)
    if plain is not None:
        who, lead, noun = named(noun[:plain]) or who, noun[plain : plain + 1], noun[plain + 1 :]
    if _is_name_of_amount(lead, noun):
        lead, noun = [], [*lead, *noun]
    if group and group[-1].part == "do" and lead and content(noun) and not (behind and counts and behind[0].part != "do"):
        noun, group = inside[inside.index(noun[0]) :], []  # 完成交通投资900亿元: the word before the number is what is done
    if group and group[-1].part == "reach" and len(noun) > 1 and noun[-1].part == "change":
        group, noun = noun[-1:], noun[:-1]  # 实际增长超过7%
    if group and lead and _states(group[-1].word) and not any(t.word in verbs.CAUSING | phrases.PLAIN for t in lead):
        lead, noun = [], [*lead, *noun]  # 试点城市增至150个, 回购金额上限为10亿元
    later, rest = _verbs_behind(tokens, at, behind, ceiling)
    return Around(before, lead, noun, group, behind, later, rest, tokens[at - 1] if at else None, counts, who)


def content(tokens: Sequence[Token]) -> bool:
    """Whether a stretch names anything."""
    return any(
        t.part in ("noun", *_VERBS) and t.word not in phrases.EMPTY and t.word not in places.AREAS and not is_preposition(t) for t in tokens
    )


def agent_and_verb(tokens: Sequence[Token]) -> tuple[Sequence[Token], Sequence[Token], Sequence[Token]] | None:
    """Split 无锡高新区 / 引进 / 数字经济企业 when the phrase before a verb names somebody who acts."""
    for at, token in enumerate(tokens):
        if token.part == "do" and at > 0:
            if not is_actor("".join(t.word for t in tokens[:at] if t.part not in ("time", "adverb"))):
                continue
            end = at + 1
            while end < len(tokens) and tokens[end].part == "do" and end + 1 < len(tokens):
                end += 1
            return tokens[:at], tokens[at:end], tokens[end:]
    return None


def strip_front(tokens: list[Token]) -> list[Token]:
    """Without the marks, joints, adverbs and dates at the front."""
    at = 0
    while (
        at < len(tokens)
        and not (tokens[at].word in ("比", "较") and at + 1 < len(tokens) and tokens[at + 1].part == "time")
        and (tokens[at].part in ("mark", "adverb", "time", "of") or is_link(tokens[at]) or tokens[at].word in phrases.OPENERS)
    ):
        at += 1
    return tokens[at:]


def opening_verbs(tokens: list[Token]) -> tuple[list[Token], list[Token]]:
    """The verbs that open a stretch, and what follows them: 建设改造 / 城镇燃气管网."""
    lead: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.part in _VERBS:
            if lead and (at + 1 == len(tokens) or not _goes_on(lead[-1], token)):
                break  # 完成投资: the last word is what is done
            if token.word in verbs.WITH_OBJECT and at + 1 < len(tokens) and tokens[at + 1].part == "noun":
                break  # 输水线路: part of the name
            lead.append(token)
        elif token.part not in ("adverb", "time") and not (lead and _joins_verbs(tokens, at)):
            break
        at += 1
    if lead and at == len(tokens) and len(lead) > 1:
        return lead[:-1], [lead[-1]]
    return lead, tokens[at:]


def _joins_verbs(tokens: list[Token], at: int) -> bool:
    return tokens[at].word in ("、", "和", "并", "了") and at + 1 < len(tokens) and tokens[at + 1].part == "do"


def _goes_on(last: Token, token: Token) -> bool:
    """Whether a further verb belongs to the opening verbs: 建设/改造 yes, 完成/建设/任务 no."""
    return last.word not in phrases.LIGHT or (last.word in ("加快", "推进") and token.word in ("建设", "实施"))


def _states(verb: str) -> bool:
    """Whether what stands before the verb can only be a name: X为, X增至, X控制在; 新增企业达到30家 is something done."""
    return verb in ("为", "是", "占") or (verb.endswith(("到", "至", "为", "在")) and verb != "达到")


def _plain_verb(noun: list[Token]) -> int | None:
    """Where the verb stands that says what is done: 全市【新增】停车位, but 城镇新增就业 is a name."""
    for place in range(len(noun) - 2, 0, -1):
        if noun[place].word in phrases.PLAIN and not _in_name(noun, place):
            return place
    return None


def _in_name(noun: list[Token], place: int) -> bool:
    """Whether a plain verb is part of the name all the same: 城镇【新增】就业, 房屋【新开工】面积; 铁路、公路分别【完成】."""
    behind = noun[place + 1]
    if any(t.word in ("分别", "各") for t in noun[:place]):
        return True
    new = noun[place].word.startswith("新") and named(noun[:place]) is None and noun[0].word not in places.AREAS
    return new and (behind.word.startswith("就业") or (len(noun) == place + 2 and behind.word.endswith(phrases.AMOUNT_ENDINGS)))


def _is_name_of_amount(lead: list[Token], noun: list[Token]) -> bool:
    """种植面积, 通车总里程: a verb in front of a noun of amount is part of its name."""
    return (
        len(lead) == 1
        and 0 < len(noun) <= 3
        and lead[0].word not in phrases.TRANSITIVE
        and (noun[-1].word in verbs.AMOUNT_NOUNS or noun[-1].word.endswith("率"))
    )


def _at_cue(left: list[Token]) -> tuple[list[Token], list[Token]]:
    """What stands before and behind the last cue: 武汉 / 建设筹集保障性租赁住房."""
    for place in range(len(left) - 1, -1, -1):
        if left[place].part == "cue":
            before = left[:place]
            while before and before[-1].part in ("cue", "adverb"):
                before.pop()
            return strip_front(before), left[place + 1 :]
    return [], left


def _without_origin(tokens: list[Token]) -> list[Token]:
    """Without where a change starts from: 占比【从目前的7%】提高至40%; and without a phrase in front that a preposition opens."""
    verb = next((i for i in range(len(tokens) - 1, -1, -1) if tokens[i].part in _VERBS), len(tokens))
    for place, token in enumerate(tokens[:verb]):
        if token.word in phrases.CAUSES and place:
            return _without_origin(tokens[place + 1 :])
        if token.word in ("从", "由", "比", "较") and (place or verb < len(tokens)):
            return [*tokens[:place], *tokens[verb:]]
        if token.word in phrases.ORIGINS and place == 0 and len(tokens) > 1:
            end = _end_of_origin(tokens)
            if end is not None:
                return tokens[end:]
    return tokens


def _end_of_origin(tokens: list[Token]) -> int | None:
    """Where the phrase that a preposition opens is over: before a verb or cue, behind 方面, 过程中."""
    plain = next((i for i, t in enumerate(tokens) if i > 1 and t.word in phrases.PLAIN), None)
    for place, token in enumerate(tokens):
        if place > 1 and token.part == "do":
            return place if plain is None else plain
        if (place > 1 and token.part == "cue") or token.word in phrases.ORIGIN_ENDS:
            return place + 1
    return None


def _outside_brackets(tokens: Sequence[Token]) -> list[Token]:
    """Without what brackets add in front of the number: 18亿雷亚尔【（1雷亚尔约合1.5元）】; within a bracket only what it holds."""
    out: list[Token] = []
    opened: list[int] = []
    for token in tokens:
        if token.word in ("（", "("):
            opened.append(len(out))
        out.append(token)
        if token.word in ("）", ")"):
            start = opened.pop() if opened else 0
            if start == 0 or any(t.part == "number" for t in out[start:]):
                del out[start:]
    return out[opened[-1] + 1 :] if opened else out


def _verbs_at_end(tokens: list[Token]) -> tuple[list[Token], list[Token]]:
    """The verbs right before the number, and what stands before them: 建成投用, 新开工、竣工."""
    group: list[Token] = []
    first = at = len(tokens)
    while at > 0:
        token = tokens[at - 1]
        if token.part in _VERBS:
            if group and group[0].part != "do" and token.part == "do":
                break  # 投资完成, 建设达到: a noun in front of its verb
            if not group and at > 1 and token.word in verbs.NOMINAL and tokens[at - 2].part == "noun" and _names(tokens[: at - 1]):
                break  # 民营企业进出口
            group.insert(0, token)
            first = at - 1
        elif not (token.part in ("adverb", "time") or token.word in phrases.BETWEEN) and (group or not _only_modifier(tokens[at - 1 :])):
            break
        at -= 1
    if group and group[-1].part in ("reach", "change") and len(group) > 1:
        # 建设改造 is one action, 投资完成达到 is not
        keep = [t for t in group if t.part == group[-1].part]
        first = next(i for i, t in enumerate(tokens) if t is keep[0])
        group = keep
    return group, tokens[:first]


def _names(tokens: Sequence[Token]) -> bool:
    """Whether the words in front of 投资, 出口 say whose it is, not who does it: 工业 yes, 法国政府 and 向法国 no."""
    return content(tokens) and not any(is_preposition(t) for t in tokens) and named(tokens) is None


def _only_modifier(tail: Sequence[Token]) -> bool:
    """达到创纪录【的】181%: words between a verb and its number that end in 的."""
    return len(tail) <= 3 and tail[-1].part == "of"


def _behind(tokens: Sequence[Token], at: int, ceiling: int, *, idle: bool, served: bool) -> list[Token]:
    """The noun phrase right behind a number; ``idle``: no verb stands before it, so one will follow; ``served``: 为, 对 does."""
    out: list[Token] = []
    of = False
    for place in range(at + 1, ceiling):
        token = tokens[place]
        if token.part == "of" and not out:
            of = True
            continue
        of_it = not out and tokens[place - 1].part == "of" and token.word in cues.HELPERS  # 67%的【可】治理沙化土地
        if _ends_phrase(token, last=place + 1 >= ceiling) and not of_it:
            break
        done = served and token.part == "do" and any(t.part == "noun" for t in out)
        if done or (_opens_predicate(token) if not out else out[-1].word not in "（(" and _is_predicate(token, idle=idle and not of)):
            break
        if out and ceiling < len(tokens) and out[-1].word in ("、", "和", "以及", "及") and token.part == "do":
            break  # 开展266个村整治、【建设】…: a verb of its own, with its own number
        out.append(token)
    while out and (is_link(out[-1]) or out[-1].part in ("mark", "adverb", "of") or is_preposition(out[-1])):
        out.pop()
    return out


def _ends_phrase(token: Token, *, last: bool) -> bool:
    if last and token.word in ("、", "和", "及", "以及"):
        return True
    if token.part == "mark":
        return token.word != "、" and not token.word.isspace()
    return token.part == "time" or (token.part in ("cue", "reach") and token.word != "保持")


def _opens_predicate(token: Token) -> bool:
    """Whether a word right behind a number shows that nothing is counted there."""
    if token.word in ("（", "("):
        return True
    if token.part == "adverb":
        return token.word not in phrases.ATTRIBUTIVE
    return is_link(token) or token.word in ("、", *phrases.USES) or token.part in ("reach", "change") or is_preposition(token)


def _is_predicate(token: Token, *, idle: bool) -> bool:
    """Whether a word ends the noun phrase in front of it: 30家村卫生室【纳入】医保, 7000户家庭【实施】改造."""
    if token.word in phrases.PREDICATES or (token.part == "adverb" and token.word not in phrases.ATTRIBUTIVE):
        return True
    return idle and token.word in phrases.DEEDS


def _verbs_behind(tokens: Sequence[Token], at: int, behind: Sequence[Token], ceiling: int) -> tuple[list[Token], list[Token]]:
    """What is done to what a number counts, when the verb follows, and what comes then: 7000户家庭【实施】适老化改造."""
    out: list[Token] = []
    first = max(at + 1, next((i for i in range(at + 1, ceiling) if behind and tokens[i] is behind[-1]), at) + 1)
    for place in range(first, ceiling):
        token = tokens[place]
        if token.part in _VERBS or (token.word in phrases.PREDICATES and token.part == "noun" and len(token.word) > 1):
            out.append(token)
        elif out or not (token.part in ("adverb", "time", "cue") or token.word in phrases.AGO):
            return out, list(tokens[place:ceiling])
    return out, []
