"""From the tokens around a number to its subject, action and actor: 「力争集成电路产业规模达到1480亿元」 is 集成电路产业规模 / 达到.

Three shapes cover formal Chinese. The number completes a verb behind its subject (规模【达到】1480亿元); the number stands before what it counts
(推进200个【升级改造项目】); or verb and object stand before the number (新增【科技型中小企业】700家). What a clause does not say itself
is left empty here and taken from its neighbours in ``bind``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from govtext.lexicon import places, verbs
from govtext.targets.tokens import is_link, is_preposition

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govtext.targets.tokens import Token

# Behind a number these words end the noun phrase that it counts: 30家村卫生室【纳入】医保定点范围.
_PREDICATES = frozenset(
    ["纳入", "用于", "进入", "入选", "投入", "得到", "实现", "达到", "完成", "全部", "均", "分别", "获得", "获", "支持", "正在", "已", "将", "以", "来", "供", "占", "超过", "突破", "居", "位居", "列", "挂牌", "配备", "通过", "建成", "落户", "免费", "用以", "陆续", "同步", "集中", "为", "从", "由", "成立", "开展", "有效", "开始", "率先", "动态", "可", "参加", "参与", "签约", "落地", "投产", "开工", "竣工", "投用", "运行", "增加", "减少", "下降", "增长", "提高", "到", "至", "在", "比", "较", "于", "被", "给", "使", "让", "令", "带动", "有", "是", "死于", "源自", "来自", "组网", "会", "要", "开行"]
)
# Verbs whose object stands between them and the number's own verb; the number's own verb is what counts.
_LIGHT = frozenset(["完成", "实现", "开展", "实施", "推进", "推动", "带动", "促进", "确保", "保持", "加快", "支持", "引导", "做好", "抓好"])


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of the text in order; ``text`` leaves out what stands between ``start`` and ``end`` but belongs elsewhere (a date)."""

    text: str
    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """What one clause says around one number."""

    subject: Piece | None
    action: Piece | None
    actor: Piece | None
    reaching: bool  # the number completes 达到, 超过 …
    changing: bool  # the number completes 增长, 下降 …
    after: bool  # the subject stands behind the number


def read(tokens: Sequence[Token], at: int, floor: int, ceiling: int) -> Phrase:
    """Read the phrase of the number ``tokens[at]`` between its neighbours ``floor`` and ``ceiling``."""
    left = list(tokens[floor:at])
    before, inside = _at_cue(left)
    inside = _strip_front(inside)
    verb = _verbs_at_end(inside)
    rest = inside[: len(inside) - verb.width] if verb.group else inside
    behind = _behind(tokens, at, ceiling)
    lead, noun = _verbs_at_front(rest)
    actor = _actor(before)

    if verb.group:
        last = verb.group[-1]
        reaching, changing = last.part == "reach", last.part == "change"
        if (last.part == "do" or (not _content(noun) and not _content(before))) and behind and not changing:
            return Phrase(
                _piece(behind, "counted_after_number"),
                _group(verb.group, "verb_before_number"),
                actor or _actor(noun),
                reaching,
                False,
                True,
            )
        if _content(noun):
            action = lead if lead and reaching and not all(t.word in verbs.CAUSING for t in lead) else verb.group
            split = _agent_verb(noun) if reaching or last.part == "do" else None
            if split is not None:
                agent, doing, noun = split
                actor, action = _actor(agent), doing
            return Phrase(_piece(noun, "named_before_verb"), _group(action, "verb_before_number"), actor, reaching, changing, False)
        if lead:
            return Phrase(None, _group([*lead, *verb.group], "verb_before_number"), actor, reaching, changing, False)
        if actor is None and _content(before):
            return Phrase(_piece(before, "named_before_cue"), _group(verb.group, "verb_before_number"), None, reaching, changing, False)
        return Phrase(None, _group(verb.group, "verb_before_number"), actor, reaching, changing, False)

    if behind and (not _content(noun) or (lead and not _content(noun))):
        return Phrase(_piece(behind, "counted_after_number"), _group(lead, "verb_before_number"), actor, False, False, True)
    split = None if lead else _agent_verb(noun)
    if split is not None:
        agent, doing, noun = split
        if _content(noun):
            return Phrase(_piece(noun, "object_before_number"), _group(doing, "verb_before_object"), _actor(agent), False, False, False)
        return Phrase(
            _piece(behind, "counted_after_number") if behind else None,
            _group(doing, "verb_before_object"),
            _actor(agent),
            False,
            False,
            bool(behind),
        )
    if _content(noun):
        return Phrase(_piece(noun, "object_before_number"), _group(lead, "verb_before_object"), actor, False, False, False)
    if _content(before) and actor is None:
        return Phrase(_piece(before, "named_before_cue"), _group(lead, "verb_before_number"), None, False, False, False)
    return Phrase(None, _group(lead, "verb_before_number"), actor, False, False, False)


def _at_cue(left: list[Token]) -> tuple[list[Token], list[Token]]:
    """What stands before and behind the last cue: 武汉 / 建设筹集保障性租赁住房."""
    for place in range(len(left) - 1, -1, -1):
        if left[place].part == "cue":
            before = left[:place]
            while before and before[-1].part in ("cue", "adverb"):
                before.pop()
            return _strip_front(before), left[place + 1 :]
    return [], left


def _strip_front(tokens: list[Token]) -> list[Token]:
    """Without the marks, joints, adverbs and dates at the front."""
    at = 0
    while at < len(tokens) and (tokens[at].part in ("mark", "adverb", "time", "of") or is_link(tokens[at]) or tokens[at].word in _OPENERS):
        at += 1
    return tokens[at:]


_OPENERS = frozenset(
    ["一是", "二是", "三是", "四是", "五是", "六是", "七是", "八是", "九是", "十是", "其中", "并", "在", "于", "同时", "此外", "另外", "为", "按照", "今", "使", "让", "（", "(", "要", "使得", "从而", "以及", "还", "也", "全年", "当年", "”", "）"]
)


@dataclass(frozen=True, slots=True)
class _Verbs:
    group: tuple[Token, ...]
    width: int  # tokens taken from the end, adverbs and dates included


def _verbs_at_end(tokens: list[Token]) -> _Verbs:
    """The verbs right before the number: 建成投用, 新开工、竣工."""
    group: list[Token] = []
    at = len(tokens)
    while at > 0:
        token = tokens[at - 1]
        if token.part in ("reach", "change", "do"):
            group.insert(0, token)
        elif token.part in ("adverb", "time") or token.word in (
            "了",
            "过",
            "为",
            "到",
            "至",
            "、",
            "和",
            "并",
            "“",
            " ",
            "各类",
            "，",
            ":",
            "：",
        ):
            pass
        else:
            break
        at -= 1
    while at < len(tokens) and not group:
        at += 1
    # the marks in front of the first verb belong to what comes before
    first = next((i for i in range(at, len(tokens)) if group and tokens[i] is group[0]), len(tokens))
    # 投资完成, 产量增长: a noun of the same shape right before the verb is the subject, when nothing else is
    if len(group) > 1 and group[-1].part in ("reach", "change") and first == 0:
        nouns = [t for t in group[:-1] if t.word not in verbs.CAUSING]
        if nouns and group[-1].part in ("reach", "change"):
            first += len(tokens[first:]) - 1
            group = group[-1:]
            first = next(i for i in range(len(tokens)) if tokens[i] is group[0])
    elif len(group) > 1 and group[-1].part in ("reach", "change") and group[0].part == "do" and first > 0:
        group = group[-1:]
        first = next(i for i in range(len(tokens)) if tokens[i] is group[0])
    return _Verbs(tuple(group), len(tokens) - first)


def _verbs_at_front(tokens: list[Token]) -> tuple[list[Token], list[Token]]:
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
    return lead[-1].word not in _LIGHT or (lead[-1].word in ("加快", "推进") and tokens[at].word in ("建设", "实施"))


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
        if (token.word in _PREDICATES and (len(out) > 0)) or (token.part in ("cue", "reach") and token.word != "保持"):
            break
        if not out and (
            is_link(token) or token.word in ("、",) or token.part == "adverb" or is_preposition(token) or token.part in ("reach", "change")
        ):
            break
        out.append(token)
    while out and (is_link(out[-1]) or out[-1].part in ("mark", "adverb", "of") or is_preposition(out[-1])):
        out.pop()
    return out


def _content(tokens: Sequence[Token]) -> bool:
    return any(t.part in ("noun", "do", "change", "reach") and t.word not in _EMPTY and not is_preposition(t) for t in tokens)


_EMPTY = frozenset(["“", "”", "‘", "’", "（", "）", "(", ")", "、", "了", "过", "个", "等"])


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


def is_actor(phrase: str) -> bool:
    """Whether a phrase names somebody who acts: a government, an agency, a company, a country.

    >>> [is_actor(p) for p in ("无锡高新区", "国家发展改革委", "集成电路产业规模", "法国", "中国团队")]
    [True, True, False, True, True]
    """
    if phrase in places.COUNTRIES or phrase in places.PROVINCES or phrase in places.AREAS:
        return True
    if any(mark in phrase for mark in "，。；：的"):
        return False
    return phrase.endswith((*places.AGENCY_ENDINGS, *places.PLACE_ENDINGS)) or (len(phrase) > 3 and phrase.endswith(places.DEPARTMENTS))


def _actor(tokens: Sequence[Token]) -> Piece | None:
    kept = [t for t in tokens if t.part not in ("time", "adverb", "mark", "cue") or t.word == "、"]
    while kept and (is_link(kept[0]) or kept[0].word in _OPENERS or kept[0].word == "、"):
        kept = kept[1:]
    phrase = "".join(t.word for t in kept)
    if kept and is_actor(phrase) and phrase not in places.AREAS:
        return Piece(phrase, kept[0].start, kept[-1].end, "agent_before_verb")
    return None


def _piece(tokens: Sequence[Token], rule: str) -> Piece | None:
    """The subject as a row header has it: without dates, area words, joints at either end."""
    kept = [t for t in tokens if t.part not in ("time", "number", "cue")]
    while kept and (
        is_link(kept[0])
        or kept[0].part in ("mark", "adverb", "of")
        or kept[0].word in places.AREAS
        or kept[0].word in _OPENERS
        or (is_preposition(kept[0]) and len(kept) > 1)
    ):
        kept = kept[1:]
    while kept and (
        is_link(kept[-1]) or kept[-1].part in ("mark", "adverb", "of") or is_preposition(kept[-1]) or kept[-1].word in ("任务", "了", "等")
    ):
        kept = kept[:-1]
    kept = _balanced(kept)
    if not kept:
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
