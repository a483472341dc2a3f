"""From the tokens around a number to its subject, action and actor: 「力争集成电路产业规模达到1480亿元」 is 集成电路产业规模 / 达到.

Three shapes cover formal Chinese. The number completes a verb behind its subject (规模【达到】1480亿元); it stands before what it counts
(推进200个【升级改造项目】); or verb and object stand before the number (新增【科技型中小企业】700家). What a clause does not say itself
is left empty here and taken from its neighbours in ``bind``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from govtext.lexicon import phrases, places, verbs
from govtext.targets.actor import Piece, is_actor, named
from govtext.targets.tokens import is_link, is_preposition

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govtext.targets.tokens import Token


@dataclass(frozen=True, slots=True)
class Phrase:
    """What one clause says around one number."""

    subject: Piece | None
    action: Piece | None
    actor: Piece | None
    reaching: bool  # the number completes 达到, 超过 …
    changing: bool  # the number completes 增长, 下降 …
    after: bool  # the subject stands behind the number


def read(tokens: Sequence[Token], at: int, floor: int, ceiling: int, *, counts: bool) -> Phrase:
    """Read the phrase of the number ``tokens[at]`` between its neighbours; ``counts`` when its unit is a classifier (家, 个, 座)."""
    before, inside = _at_cue(list(tokens[floor:at]))
    inside = _without_origin(strip_front(inside))
    before = _without_origin(before)
    group, rest = _verbs_at_end(inside)
    lead, noun = opening_verbs(rest)
    behind = _behind(tokens, at, ceiling)
    actor = named(before)
    if behind and counts and group and group[-1].part == "reach" and rest and all(t.part == "do" for t in rest):
        group, rest, lead, noun = tuple(rest), [], [], []  # 开发储备超5000个岗位
    lead, noun = _named_amount(lead, noun)
    if group and group[-1].part == "do" and lead and _content(noun) and not (behind and counts and behind[0].part != "do"):
        # 完成交通投资900亿元: the word before the number is what is done, the verb stands in front
        noun, group = inside[inside.index(noun[0]) :], ()
    if behind and counts and _counted(group, noun, tokens[at - 1] if at else None):
        action: Sequence[Token] = (*lead, *group) if not _content(noun) or not group else group
        if not action or (group and group[-1].part == "reach" and not lead):
            action = _verb_behind(tokens, at, behind, ceiling) or action
        who = named(noun) if noun and not lead else None
        if who is None and not group and not lead:
            split = _agent_verb(noun)
            if split is not None:
                who, action = named(split[0]), tuple(split[1])
        return Phrase(piece(behind, "counted_after_number"), _group(action, "verb_before_number"), actor or who, False, False, True)
    if group:
        return _completed(before, noun, lead, group, behind, actor)
    found = _placed(before, noun, lead, behind, actor)
    if found.after and found.action is None:
        return replace(found, action=_group(_verb_behind(tokens, at, behind, ceiling), "verb_behind_number"))
    return found


def _named_amount(lead: list[Token], noun: list[Token]) -> tuple[list[Token], list[Token]]:
    """种植面积, 通车总里程: a verb in front of a noun of amount is part of its name."""
    if (
        len(lead) == 1
        and noun
        and lead[0].word not in phrases.TRANSITIVE
        and (noun[-1].word in verbs.AMOUNT_NOUNS or noun[-1].word.endswith("率"))
        and len(noun) <= 3
    ):
        return [], [*lead, *noun]
    return lead, noun


def _verb_behind(tokens: Sequence[Token], at: int, behind: Sequence[Token], ceiling: int) -> list[Token]:
    """What is done to what a number counts, when the verb follows: 7000户家庭【实施】适老化改造."""
    out: list[Token] = []
    for place in range(at + len(behind) + 1, ceiling):
        token = tokens[place]
        if token.start < behind[-1].end or token.part == "adverb":
            continue
        if token.part in ("do", "reach", "change") or (token.word in phrases.PREDICATES and token.part == "noun" and len(token.word) > 1):
            out.append(token)
        else:
            break
    return out


def _counted(group: Sequence[Token], noun: Sequence[Token], last: Token | None) -> bool:
    """Whether the noun behind a classifier is what is counted: 推进200个项目, …等12个区域, but not 新增企业5家以上."""
    if last is not None and (last.word in ("等", "的") or last.part == "adverb"):
        return True
    return not _content(noun) or (bool(group) and group[-1].part != "reach") or sum(len(t.word) for t in noun) <= 2


def _completed(
    before: list[Token], noun: list[Token], lead: list[Token], group: Sequence[Token], behind: list[Token], actor: Piece | None
) -> Phrase:
    """The number completes a verb: 集成电路产业规模达到1480亿元."""
    reaching, changing = group[-1].part == "reach", group[-1].part == "change"
    if _content(noun):
        if reaching and noun[-1].part == "change" and len(noun) > 1:
            group, reaching, changing, noun = (noun[-1],), False, True, noun[:-1]  # 实际增长超过7%
        action: Sequence[Token] = lead if lead and reaching and not all(t.word in verbs.CAUSING for t in lead) else group
        if len(group) > 1 and group[0].word in phrases.FLOWS and not reaching and not changing and not lead:
            return Phrase(
                piece([*noun, *group], "named_before_number"), _group(group[:1], "verb_in_name"), actor, False, False, False
            )  # 城镇新增就业50万人
        split = _agent_verb(noun) if not reaching and not changing else None
        if split is not None:
            who, action, noun = split
            actor = named(who)
        return Phrase(piece(noun, "named_before_verb"), _group(action, "verb_before_number"), actor, reaching, changing, False)
    if not reaching and not changing and not behind and len(group) > 1:
        # 吸引投资170亿美元: the last word is what is done
        return Phrase(
            piece(group[-1:], "named_before_verb"), _group(group[:-1], "verb_before_object"), actor or named(before), False, False, False
        )
    if behind and not reaching and not changing:
        return Phrase(piece(behind, "counted_after_number"), _group([*lead, *group], "verb_before_number"), actor, False, False, True)
    if actor is None and _content(before):
        return Phrase(piece(before, "named_before_cue"), _group(group, "verb_before_number"), None, reaching, changing, False)
    if len(group) > 1 and (reaching or changing):
        # 投资完成…: what looks like a verb is the noun
        return Phrase(piece(group[:-1], "named_before_verb"), _group(group[-1:], "verb_before_number"), actor, reaching, changing, False)
    if lead and (reaching or changing):
        return Phrase(
            piece(lead, "named_before_verb"), _group(lead if reaching else group, "verb_before_number"), actor, reaching, changing, False
        )
    if behind and changing:
        return Phrase(piece(behind, "counted_after_number"), _group(group, "verb_before_number"), actor, False, True, True)
    return Phrase(None, _group([*lead, *group], "verb_before_number"), actor, reaching, changing, False)


def _placed(before: list[Token], noun: list[Token], lead: list[Token], behind: list[Token], actor: Piece | None) -> Phrase:
    """Verb and object stand before the number, or a noun alone does: 新增科技型中小企业700家, 蔬菜产量2313万吨."""
    if behind and not _content(noun):
        return Phrase(piece(behind, "counted_after_number"), _group(lead, "verb_before_number"), actor, False, False, True)
    split = None if lead else _agent_verb(noun)
    if split is not None:
        who, doing, noun = split
        if _content(noun):
            return Phrase(piece(noun, "object_before_number"), _group(doing, "verb_before_object"), named(who), False, False, False)
        return Phrase(piece(behind, "counted_after_number"), _group(doing, "verb_before_object"), named(who), False, False, bool(behind))
    if _content(noun):
        if lead and sum(len(t.word) for t in noun) == 1:
            noun = [*lead, *noun]
        inner = None if lead else next((t for t in noun[1:-1] if t.part == "do"), None)
        action = lead or ([inner] if inner else [])
        return Phrase(piece(noun, "object_before_number"), _group(action, "verb_before_object"), actor, False, False, False)
    if _content(before) and actor is None:
        return Phrase(piece(before, "named_before_cue"), _group(lead, "verb_before_number"), None, False, False, False)
    return Phrase(None, _group(lead, "verb_before_number"), actor, False, False, False)


def _without_origin(tokens: list[Token]) -> list[Token]:
    """Without where a change starts from: 占比【从目前的7%】提高至40%; and without a phrase in front that a preposition opens."""
    verb = next((i for i in range(len(tokens) - 1, -1, -1) if tokens[i].part in ("change", "reach", "do")), len(tokens))
    for place, token in enumerate(tokens[:verb]):
        if token.word in ("从", "由", "比", "较") and (place or verb < len(tokens)):
            return [*tokens[:place], *tokens[verb:]]
        if token.word in phrases.ORIGINS and place == 0 and len(tokens) > 1:
            doing = next(
                (
                    i
                    for i, t in enumerate(tokens)
                    if (i > 1 and t.part in ("do", "cue")) or t.word in ("方面", "期间", "基础上", "过程中", "情况下")
                ),
                None,
            )
            if doing is not None and tokens[doing].part == "do":
                return tokens[doing:]
            if doing is not None:
                return tokens[doing + 1 :]
    return tokens


def _at_cue(left: list[Token]) -> tuple[list[Token], list[Token]]:
    """What stands before and behind the last cue: 武汉 / 建设筹集保障性租赁住房."""
    for place in range(len(left) - 1, -1, -1):
        if left[place].part == "cue":
            before = left[:place]
            while before and before[-1].part in ("cue", "adverb"):
                before.pop()
            return strip_front(before), left[place + 1 :]
    return [], left


def strip_front(tokens: list[Token]) -> list[Token]:
    """Without the marks, joints, adverbs and dates at the front."""
    at = 0
    while at < len(tokens) and (
        tokens[at].part in ("mark", "adverb", "time", "of") or is_link(tokens[at]) or tokens[at].word in phrases.OPENERS
    ):
        at += 1
    return tokens[at:]


def _verbs_at_end(tokens: list[Token]) -> tuple[Sequence[Token], list[Token]]:
    """The verbs right before the number, and what stands before them: 建成投用, 新开工、竣工."""
    group: list[Token] = []
    first = at = len(tokens)
    while at > 0:
        token = tokens[at - 1]
        if token.part in ("reach", "change", "do"):
            if group and group[0].part != "do" and token.part == "do":
                break  # 投资完成, 建设达到: a noun in front of its verb
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
    return tuple(group), tokens[:first]


def _only_modifier(tail: Sequence[Token]) -> bool:
    """达到创纪录【的】181%: words between a verb and its number that end in 的."""
    return len(tail) <= 3 and tail[-1].part == "of"


def opening_verbs(tokens: list[Token]) -> tuple[list[Token], list[Token]]:
    """The verbs that open a stretch, and what follows them: 建设改造 / 城镇燃气管网."""
    lead: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.part in ("do", "change", "reach"):
            if lead and at + 1 == len(tokens):
                break  # 完成投资: the last word is what is done
            if lead and not _joined(tokens, at, lead):
                break
            lead.append(token)
        elif (lead and (token.word in ("、", "和", "并", "了") and at + 1 < len(tokens) and tokens[at + 1].part == "do")) or token.part in (
            "adverb",
            "time",
        ):
            pass
        else:
            break
        at += 1
    if lead and at == len(tokens) and len(lead) > 1:
        return lead[:-1], [lead[-1]]
    return lead, tokens[at:]


def _joined(tokens: list[Token], at: int, lead: list[Token]) -> bool:
    """Whether a further verb belongs to the opening verbs: 建设/改造 yes, 完成/建设/任务 no."""
    return lead[-1].word not in phrases.LIGHT or (lead[-1].word in ("加快", "推进") and tokens[at].word in ("建设", "实施"))


def _behind(tokens: Sequence[Token], at: int, ceiling: int) -> list[Token]:
    """The noun phrase right behind a number."""
    out: list[Token] = []
    for place in range(at + 1, ceiling):
        token = tokens[place]
        if token.part == "of" and not out:
            continue
        if token.word in ("、", "和", "及", "以及") and place + 1 >= ceiling:
            break
        if token.part == "mark" and token.word != "、" and not token.word.isspace():
            break
        if token.part == "time":
            break
        if (token.word in phrases.PREDICATES and (len(out) > 0)) or (token.part in ("cue", "reach") and token.word != "保持"):
            break
        if not out and (
            is_link(token) or token.word == "、" or token.part == "adverb" or is_preposition(token) or token.part in ("reach", "change")
        ):
            break
        out.append(token)
    while out and (is_link(out[-1]) or out[-1].part in ("mark", "adverb", "of") or is_preposition(out[-1])):
        out.pop()
    return out


def last_noun(tokens: Sequence[Token]) -> Piece | None:
    """The object at a clause's end, which the next clause may count: 「设立研发机构，下半年新增不少于5家」."""
    _, noun = opening_verbs(strip_front([t for t in tokens if t.part != "time"]))
    return piece(noun, "object_of_earlier_clause")


def _content(tokens: Sequence[Token]) -> bool:
    return any(t.part in ("noun", "do", "change", "reach") and t.word not in phrases.EMPTY and not is_preposition(t) for t in tokens)


def _agent_verb(tokens: list[Token]) -> tuple[list[Token], list[Token], list[Token]] | None:
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


def piece(tokens: Sequence[Token], rule: str) -> Piece | None:
    """The subject as a row header has it: without dates, area words, joints at either end."""
    kept = [t for t in tokens if t.part not in ("time", "number", "cue")]
    while kept and (
        is_link(kept[0])
        or kept[0].part in ("mark", "adverb", "of")
        or kept[0].word in places.AREAS
        or kept[0].word in phrases.OPENERS
        or (is_preposition(kept[0]) and len(kept) > 1)
    ):
        kept = kept[1:]
    while kept and (
        is_link(kept[-1]) or kept[-1].part in ("mark", "adverb", "of") or is_preposition(kept[-1]) or kept[-1].word in ("任务", "了", "等")
    ):
        kept = kept[:-1]
    kept = _balanced(kept)
    if not kept or "".join(t.word for t in kept) in phrases.NO_NAMES:
        return None
    return Piece("".join(t.word for t in kept), kept[0].start, kept[-1].end, rule)


def _balanced(tokens: list[Token]) -> list[Token]:
    """Without a quotation mark or bracket whose other half stands outside."""
    for opening, closing in ("“”", "（）", "()", "《》", "‘’"):
        opened = sum(t.word == opening for t in tokens)
        closed = sum(t.word == closing for t in tokens)
        if opened != closed:
            tokens = [t for t in tokens if t.word not in (opening, closing)]
    return tokens


def _group(tokens: Sequence[Token], rule: str) -> Piece | None:
    """The action: verbs as written, joined as they stand."""
    if not tokens:
        return None
    return Piece("".join(t.word for t in tokens), tokens[0].start, tokens[-1].end, rule)
