"""Who is to do it, read from one phrase: 「市商务局有关负责人」 speaks for 市商务局, 「矿业企业英格瓷」 is 英格瓷, 「老旧小区」 is nobody.

Which phrase governs a clause is for ``agents`` to say.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from govtext import segment
from govtext.lexicon import agents, places
from govtext.rules import pattern
from govtext.targets.example import Example
from govtext.targets.piece import Piece
from govtext.targets.tokens import is_preposition

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govtext.targets.tokens import Token

# Longer phrases before a verb are subjects or conditions, not names.
NAME_LIMIT = 24
_WHOLE = places.NAMES | places.AREAS | places.SECTORS | agents.COMPANIES | places.BY_THEMSELVES | frozenset(agents.POINTING)
# No name begins so, or holds a mark.
_NOBODY = (
    r"^(?: \L<heads> | 其(?!他) | 第?\p{Nd} | 第[二三四五六七八九十] | \P{L} ) | [，。；：“”《》【】\n] | 督促 | 敦促 | 鼓励 | 责成 | 要求"
)
# 贵州省遵义市, 湖北武汉, 圣若泽杜斯坎普斯市: places within places.
_PLACES = r"(?: \L<names> | \p{Han}{1,4}? \L<endings> | [SOUNDS]{3,10} \L<endings> | [SOUNDS]{2,8}国 )+".replace("SOUNDS", places.SOUNDS)
_MINISTRIES = frozenset(name for name in places.AGENCY_ENDINGS if name.endswith("部") and len(name) > len("总部"))
_LOOSE = ("time", "adverb", "cue", "mark")
# A word that the dictionary counted so often is no name.
COMMON = 1000


@lru_cache(maxsize=20_000)
def is_actor(phrase: str) -> bool:
    """Whether a phrase names somebody who acts: a government, an agency, a company, a country.

    >>> [is_actor(p) for p in ("无锡高新区", "国家发展改革委", "法国", "市财政局、市商务局")]
    [True, True, True, True]
    >>> [is_actor(p) for p in ("集成电路产业规模", "城镇", "老旧小区", "全市经济社会")]
    [False, False, False, False]
    """
    if phrase[:1] == "各":
        phrase = pattern(r"（[^）]*）").sub("", phrase)  # 各市（州）
    if phrase in _WHOLE:
        return True
    if len(phrase) > NAME_LIMIT or "的" in phrase or pattern(_NOBODY, heads=agents.NO_HEADS).search(phrase):
        return False
    parts = _with_joint(pattern(r"[、和与及]").split(phrase))
    return all(_is_name(part) or (order > 0 and part.endswith("中心")) for order, part in enumerate(parts))


def _with_joint(parts: Sequence[str]) -> list[str]:
    """A house with 与 in its name is one: 卡萨维亚水利与环境部."""
    out: list[str] = []
    for part in parts:
        joined = out and part in _MINISTRIES and len(out[-1]) > len(part) and not _is_name(out[-1])
        if joined:
            out[-1] += part
        else:
            out.append(part)
    return out


def joins_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether 与 stands within a house's name: 卡萨维亚水利【与】环境部, not 财政部与环境部."""
    if tokens[at].word not in ("与", "和", "及") or not at or at + 1 >= len(tokens):
        return False
    behind = text_of(tokens[at + 1 : at + 2])
    behind = behind if behind.endswith("部") else text_of(tokens[at + 1 : at + 3])
    return behind in _MINISTRIES and not tokens[at - 1].word.endswith((*places.AGENCY_ENDINGS, *places.PLACE_ENDINGS))


def _is_name(phrase: str) -> bool:
    if phrase in _WHOLE:
        return True
    if len(phrase) < len("望澜") or _ends_as_thing(phrase) or (phrase.endswith(("港口", "机场")) and is_common(phrase[:-2])):
        return False
    if phrase.endswith((*places.AGENCY_ENDINGS, *places.HOUSES)):
        return phrase not in places.AGENCY_ENDINGS  # by itself it names nobody
    if phrase.endswith("中心"):
        return phrase.startswith(("省", "市", "区", "县", "国家"))  # 省公路中心, not 数据中心
    named = len(phrase) > len("全市") or phrase[0] == "各"
    return named and bool(pattern(_PLACES, names=places.NAMES, endings=places.PLACE_ENDINGS).fullmatch(phrase))


def _ends_as_thing(phrase: str) -> bool:
    """Whether a phrase only ends like a name: 上市, 偏远山区, 农村中学."""
    if phrase[0] == "各":
        return False  # 各市州
    if phrase.endswith(places.NO_AGENCIES) or (phrase.endswith(places.SOMETIMES) and not _is_district(phrase)):
        return True
    return phrase.endswith(places.HOUSES) and is_common(phrase)


def _is_district(phrase: str) -> bool:
    """Whether a word for a landscape is a district's name: 深圳市南【山区】, 东【湖区】, not 偏远【山区】."""
    front = phrase[: -len("山区")]
    inner = pattern(r"(?:.*[省市州县]|\L<names>)(?P<rest>.+)", names=places.NAMES).fullmatch(front)
    return len(inner["rest"] if inner else front) == 1


def is_common(phrase: str) -> bool:
    """Whether a phrase is made of everyday words alone, so that it is nobody's name.

    >>> [is_common(p) for p in ("方向", "发展目标", "恒拓电器", "茅台", "百度")]
    [True, True, False, False, False]
    """
    cut = [phrase[a:b] for a, b in segment.words(phrase)]
    return not any(word in _WHOLE for word in (phrase, *cut)) and all(len(word) > 1 and segment.count(word) >= COMMON for word in cut)


def named(tokens: Sequence[Token], *, whole: bool = True) -> Piece | None:
    """The actor that a stretch of tokens names by itself, without its dates and adverbs; in part: 澜江省 of 澜江省在服务区."""
    kept = _kept(tokens)
    if not kept or kept[0].part in ("do", "change", "reach") or is_preposition(kept[0]) or (whole and any(map(is_preposition, kept))):
        return None
    found = of_phrase(_trimmed(tokens)) or of_phrase(kept)
    return None if found is None or found.text in places.AREAS else found


def _trimmed(tokens: Sequence[Token]) -> Sequence[Token]:
    """Without dates, adverbs and marks at either end; within, they are the name's: 银澜【新】材料公司."""
    first, stop = 0, len(tokens)
    while first < stop and (tokens[first].part in _LOOSE or tokens[first].word in places.LEADS):
        first += 1
    while first < stop and tokens[stop - 1].part in _LOOSE:
        stop -= 1
    return tokens[first:stop]


def _kept(tokens: Sequence[Token]) -> list[Token]:
    """Without dates and adverbs, and without joints and enumerators in front."""
    kept = [t for t in tokens if (t.part not in ("time", "adverb", "cue") or t.word == "各") and not (t.part == "mark" and t.word != "、")]
    while kept and (kept[0].word in places.LEADS or not any(c.isalpha() for c in kept[0].word)):
        kept = kept[1:]
    return kept


def bare_name(tokens: Sequence[Token]) -> Piece | None:
    """A name without an ending that shows it, in front of a verb that somebody must do: 【恒拓电子】拟出资, 【望澜】将建成; no thing."""
    kept = _kept(tokens)
    if not kept or any(t.part not in ("noun", "mark") or is_preposition(t) for t in kept) or "、" in text_of(kept):
        return None
    phrase = text_of(kept)
    if phrase in places.AREAS or _ends_as_thing(phrase) or not (is_actor(phrase) or is_unknown_name(phrase)):
        return None
    return Piece(phrase, kept[0].start, kept[-1].end, "subject_of_verb")


def acts(tokens: Sequence[Token]) -> bool:
    """Whether somebody who acts, or an area, stands in front of a verb: 澜江省已在服务区【增设】, 全市【新增】; not 非洲的【投资】."""
    if tokens[-1].part == "of":
        return False
    return (
        named(tokens, whole=False) is not None
        or "".join(t.word for t in tokens if t.part not in ("time", "adverb", "number") and any(c.isalpha() for c in t.word))
        in places.AREAS
    )


def of_phrase(tokens: Sequence[Token], *, will: bool = False) -> Piece | None:
    """Whom a noun phrase names; ``will``: what follows only somebody with a will does, so that an unknown name is a name."""
    kept = list(tokens)
    stands_for = max((i for i, t in enumerate(kept[:-1]) if t.word == "代表"), default=-1)
    kept = kept[stands_for + 1 :]  # 省长某某代表【省政府】
    for place, token in enumerate(kept):
        if place and (is_preposition(token) or token.word in agents.TOGETHER) and not joins_name(tokens, place):
            kept = kept[:place]
            break
    of = max((i for i, t in enumerate(kept) if t.part == "of"), default=-1)
    will = will or (of > 0 and kept[of - 1].word == "旗下")
    kept = kept[of + 1 :]
    at = max((i for i, t in enumerate(kept[:-1]) if t.word in agents.APPOSITION), default=-1)
    if at >= 0 and _is_apposed(text_of(kept[at + 1 :]), will=will or is_foreign(kept[at + 1 :])):
        kept, will = kept[at + 1 :], True
    if not kept or any(t.part in ("number", "time") or t.word in ("了", "着") for t in kept):
        return None
    phrase = text_of(kept)
    if kept[0].word in agents.NO_FIRST and phrase not in _WHOLE:
        return None
    if is_actor(phrase) or (will and is_unknown_name(phrase) and not is_common(phrase)):
        return Piece(phrase, kept[0].start, kept[-1].end, "agent_behind_modifier" if of >= 0 or at >= 0 else "agent_before_verb")
    return None


def _is_apposed(name: str, *, will: bool) -> bool:
    """Whether a name stands behind what it is: 子公司【银澜新材料有限公司】."""
    return is_actor(name) or (will and is_unknown_name(name))


def is_foreign(tokens: Sequence[Token]) -> bool:
    """Whether no word list has it, so that it is cut to single characters: 诺/伦, newcleo; 两/港 are words."""
    return (
        len(text_of(tokens)) >= len("望澜")
        and all(len(t.word) == 1 or t.word.isascii() for t in tokens)
        and not pattern(r"[\p{Nd}一二两三四五六七八九十几各本该其此我他她它您你们又也都已]").search(text_of(tokens))
    )


def text_of(tokens: Sequence[Token]) -> str:
    """The words as they stand, without spaces."""
    return "".join(t.word for t in tokens if not t.word.isspace())


def is_unknown_name(phrase: str) -> bool:
    """Whether a phrase can be the name of somebody when a will stands behind it: 隆基绿能计划, but not 项目计划.

    >>> [is_unknown_name(p) for p in ("恒拓电器", "newcleo", "二期工程", "出口额", "他")]
    [True, True, False, False, False]
    """
    return (
        2 <= len(phrase) <= 12
        and not phrase.endswith(places.THINGS)
        and not pattern(_NOBODY, heads=agents.NO_HEADS).search(phrase)
        and "的" not in phrase
        and not phrase.endswith(("、", "和", "与", "及"))
    )


EXAMPLES = (
    Example(
        "云岭省省长周某代表云岭省政府提出，今年将新建公园30个。",
        ("planned | 公园 | 新建 | 云岭省 | eq 30 个 | increment | 2024-12-31",),
    ),
    Example("掀起新一轮港口发展高潮，今年将新增泊位15个。", ("planned | 泊位 | 新增 | - | eq 15 个 | increment | 2024-12-31",)),
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
    Example("石桥农商行同日宣布，今年将新设网点6家。", ("planned | 网点 | 新设 | 石桥农商行 | eq 6 家 | increment | 2024-12-31",)),
    Example(
        "卡萨维亚农业与水利部昨天公布一项计划，拟在2030年前新建水库12座。",
        ("planned | 水库 | 新建 | 卡萨维亚农业与水利部 | eq 12 座 | increment | 2030-12-31",),
    ),
    Example(
        "今年将新建公园3个。",
        ("planned | 公园 | 新建 | 望澜市历城区 | eq 3 个 | increment | 2024-12-31",),
        title="望澜市历城区2024年新建公园",
    ),
    Example(
        "去年确定项目296个。项目个数和年度计划投资同比分别增长11%和13%。",
        (
            "achieved | 项目 | 确定 | - | eq 296 个 | level | 2023-12-31",
            "achieved | 项目个数 | 增长 | - | eq 11 % | growth | -",
            "achieved | 计划投资 | 增长 | - | eq 13 % | growth | -",
        ),
    ),
    Example(
        "棚户区今年改造开工5000套，中小学校新增学位3000个。",
        (
            "achieved | 棚户区改造开工 | 改造 | - | eq 5000 套 | increment | 2024-12-31",
            "achieved | 学位 | 新增 | - | eq 3000 个 | increment | 2024-12-31",
        ),
    ),
)
