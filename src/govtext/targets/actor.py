"""Who is to do it: the name at a clause's head, 「无锡高新区将推进…」, or before its verb. Who is meant by 该区 is told in ``cast``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govtext.lexicon import places
from govtext.targets.example import Example
from govtext.targets.piece import Piece
from govtext.targets.tokens import is_preposition

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govtext.targets.tokens import Token

# Longer phrases before a verb are subjects or conditions, not names.
NAME_LIMIT = 24
# A name without an agency's or a place's ending is short: 恒拓电子.
BARE_LIMIT = 12


def is_actor(phrase: str) -> bool:
    """Whether a phrase names somebody who acts: a government, an agency, a company, a country.

    >>> [is_actor(p) for p in ("无锡高新区", "国家发展改革委", "集成电路产业规模", "法国", "中国团队", "城镇", "市场格局")]
    [True, True, False, True, True, False, False]
    """
    if phrase in places.NAMES or phrase in places.AREAS or phrase in places.SECTORS:
        return True
    if (
        len(phrase) < 2
        or len(phrase) > NAME_LIMIT
        or phrase.endswith(places.NO_AGENCIES)
        or any(mark in phrase for mark in "，。；：的“”《》")
    ):
        return False
    return phrase.endswith((*places.AGENCY_ENDINGS, *places.PLACE_ENDINGS)) or (len(phrase) > 3 and phrase.endswith(places.DEPARTMENTS))


def named(tokens: Sequence[Token]) -> Piece | None:
    """The actor that a stretch of tokens names by itself, without its dates and adverbs."""
    kept = _of_name(tokens)
    if (
        not kept
        or is_preposition(kept[0])
        or kept[0].word.startswith("每")
        or kept[0].part in ("do", "change", "reach")
        or any(t.part == "reach" for t in kept)
    ):
        return None
    phrase = "".join(t.word for t in kept)
    if phrase in places.AREAS or not is_actor(phrase):
        return None
    if len(kept) > 1 and kept[-1].word in places.NAMES and kept[-2].word not in places.NAMES and kept[-2].word not in ("、", "和", "与"):
        return None  # 来到杭州: a name stands by itself
    return Piece(phrase, kept[0].start, kept[-1].end, "agent_before_verb")


def _of_name(tokens: Sequence[Token]) -> list[Token]:
    """Without dates and adverbs, joints in front, who reports (本报讯（记者某某）) and who helps: 民政部【会同有关部门】."""
    told = next(
        (i + 1 for i in range(len(tokens) - 1, -1, -1) if tokens[i].word in ("）", ")") and "记者" in [t.word for t in tokens[:i]]), 0
    )
    tokens = tokens[told:]
    kept = [t for t in tokens if t.part not in ("time", "adverb", "cue") and not (t.part == "mark" and t.word != "、")]
    while kept and (kept[0].word in places.LEADS or kept[0].word == "、"):
        kept = kept[1:]
    while kept and kept[-1].word in places.AGO:
        kept = kept[:-1]
    end = next((i for i, t in enumerate(kept) if t.word in places.TOGETHER), len(kept))
    return kept[:end]


def bare_name(tokens: Sequence[Token]) -> Piece | None:
    """A name without an ending that shows it, in front of a verb that somebody must do: 【恒拓电子】拟出资, 【望澜】将建成; no thing."""
    kept = _of_name(tokens)
    phrase = "".join(t.word for t in kept)
    if (
        not kept
        or phrase in places.AREAS
        or len(phrase) > BARE_LIMIT
        or any(t.part not in ("noun", "mark") for t in kept)
        or phrase.endswith(places.THINGS)
    ):
        return None
    return None if len(phrase) < 2 or "“" in phrase or "、" in phrase else Piece(phrase, kept[0].start, kept[-1].end, "subject_of_verb")


def at_head(tokens: Sequence[Token]) -> Piece | None:
    """Somebody named at the head of a clause: before its verb, as the speaker's house, or as the place whose figure it is."""
    said = next((i for i, t in enumerate(tokens) if t.word in places.SAYING), None)
    house = None if said is None else _house_of(tokens[:said])
    if house is not None:
        return house
    for end, token in enumerate(tokens):
        says = token.word in places.SAYING
        if end == 0 and is_preposition(token) and token.word not in places.LEADS:
            return None
        if token.part not in ("noun", "mark", "of") or says or is_preposition(token):
            of = next((i + 1 for i in range(end - 1, -1, -1) if tokens[i].part == "of"), 0) if says else 0
            found = named(tokens[of:end]) if end else None
            if found and token.word not in places.FORECASTING:
                return found
            if says:
                return None
            if token.part not in ("time", "adverb") and end:
                break
    return _place_at_head(tokens)


def _house_of(tokens: Sequence[Token]) -> Piece | None:
    """The agency or company whose officer speaks: 【市商务局】有关负责人表示."""
    for end in range(len(tokens) - 1, 0, -1):
        if any(t.word.endswith(places.OFFICERS) for t in tokens[end:]):
            found = named(tokens[:end])
            if found:
                return Piece(found.text, found.start, found.end, "house_of_speaker")
    return None


def _place_at_head(tokens: Sequence[Token]) -> Piece | None:
    """The place or branch whose figure a clause gives: 【全国水路】旅客发送量, 【望澜市】外贸进出口, 【非洲】的能源投资."""
    kept = [t for t in tokens[:6] if t.part not in ("time", "adverb") and t.word not in places.LEADS]
    for end in (2, 1):
        phrase = "".join(t.word for t in kept[:end])
        if len(kept) >= end and (
            (phrase in places.SECTORS and phrase.startswith("全国"))
            or (phrase in places.NAMES and end == 1)
            or (kept[end - 1].word in ("省", "市", "县", "自治区", "自治州") and len(phrase) > end and is_actor(phrase))
        ):
            return Piece(phrase, kept[0].start, kept[end - 1].end, "place_at_head")
    return None


EXAMPLES = (
    Example(
        "国家能源署计划明年新增抽水蓄能装机800万千瓦。",
        ("planned | 抽水蓄能装机 | 新增 | 国家能源署 | eq 8000000 千瓦 | increment | 2025-12-31",),
    ),
    Example("各级政府今年将新建养老服务中心200个。", ("planned | 养老服务中心 | 新建 | 各级政府 | eq 200 个 | increment | 2024-12-31",)),
    Example("全国铁路今天预计发送旅客1200万人次。", ("planned | 旅客 | 发送 | 全国铁路 | eq 12000000 人次 | increment | 2024-01-20",)),
    Example(
        "澜江区加快转型，力争全年新增上市公司5家；东川区将新建公园10个；西岭县计划改造农房3000户。",
        (
            "planned | 上市公司 | 新增 | 澜江区 | eq 5 家 | increment | 2024-12-31",
            "planned | 公园 | 新建 | 东川区 | eq 10 个 | increment | -",
            "planned | 农房 | 改造 | 西岭县 | eq 3000 户 | increment | -",
        ),
    ),
    Example(
        "卡萨维亚政府宣布，到2030年可再生能源发电占比达到60%。",
        ("planned | 可再生能源发电占比 | 达到 | 卡萨维亚政府 | eq 60 % | share | 2030-12-31",),
    ),
    Example("莱塔尼亚今年将进口小麦200万吨。", ("planned | 小麦 | 进口 | 莱塔尼亚 | eq 2000000 吨 | increment | 2024-12-31",)),
    Example(
        "市商务局副局长周某表示，下半年将发放消费券5000万元。",
        ("planned | 消费券 | 发放 | 市商务局 | eq 50000000 元 | increment | 2024-12-31",),
    ),
    Example("民政部会同有关部门今年将培训护理员20万名。", ("planned | 护理员 | 培训 | 民政部 | eq 200000 名 | increment | 2024-12-31",)),
    Example("市场格局今年将改变，全年力争新增企业100家。", ("planned | 企业 | 新增 | - | eq 100 家 | increment | 2024-12-31",)),
)
