"""Several subjects under one verb: 「城镇、农村居民人均可支配收入分别增长5%和6%」 is two subjects, one for each number."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

from govtext import segment
from govtext.lexicon import verbs
from govtext.targets.example import Example
from govtext.targets.piece import header
from govtext.targets.tokens import is_link

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govtext.targets.piece import Piece
    from govtext.targets.tokens import Token

# So many subjects are several.
MANY = 2


def share_out(tokens: Sequence[Token], subject: Piece, count: int) -> tuple[Piece, ...] | None:
    """The subject's parts, one for each of ``count`` numbers; None when they are not as many."""
    inside = [t for t in tokens if subject.start <= t.start and t.end <= subject.end and t.part not in ("time", "adverb")]
    parts: list[list[Token]] = [[]]
    for token in inside:
        if token.word == "、" or is_link(token):
            parts.append([])
        else:
            parts[-1].append(token)
    parts = [p for p in parts if p]
    if len(parts) > count > 1:
        parts = _apart(inside)
    if len(parts) != count or count < 2 or parts[0][-1].part == "number":
        return None  # 总投资5亿元、10亿元以上项目
    last = parts[-1]
    out = []
    for part in parts[:-1]:
        # 城镇、农村【居民人均可支配收入】: what follows the last part's own words belongs to all
        short = len(part) < len(last) and len("".join(t.word for t in part)) <= len(last[0].word) + 2
        shared = [] if short or _amount(part[-1]) or not _amount(last[-1]) else last[-1:]  # 农村快递、养老服务【覆盖率】
        out.append(_with_rest(part, last) if short else header([*part, *shared], "shared_out"))
    out.append(header(last, "shared_out"))
    return tuple(p for p in out if p is not None) if all(out) else None


def _apart(tokens: Sequence[Token]) -> list[list[Token]]:
    """The parts that 和 alone joins: 休闲农业与旅游接待人次【和】旅游收入 are two."""
    parts: list[list[Token]] = [[]]
    for token in tokens:
        if token.word == "和":
            parts.append([])
        else:
            parts[-1].append(token)
    return [p for p in parts if p]


def _amount(token: Token) -> bool:
    return token.word in verbs.AMOUNT_NOUNS or token.word.endswith(("率", "时限", "人次", *verbs.AMOUNTS))


def _with_rest(part: list[Token], last: list[Token]) -> Piece | None:
    """A part with what it shares with the last: 城镇 and 农村居民人均收入 give 城镇居民人均收入."""
    own_end = _own_words(last, len("".join(t.word for t in part)))
    if part[-1].word.endswith("".join(t.word for t in last[own_end:]) or "，"):
        return header(part, "shared_out")  # 总投资和计划投资
    found = header([*part, *last[own_end:]], "shared_out")
    shared = last[own_end - 1].word[len(part[-1].word) :]
    if found is None or not shared or not segment.count(part[-1].word + shared):
        return found
    own = "".join(t.word for t in part)
    return replace(found, text=own + shared + found.text[len(own) :]) if found.text.startswith(own) else found


def _own_words(last: list[Token], length: int) -> int:
    """How many words of the last part are its own, as long as the other part: 生物医药、【高端装备】产业规模."""
    ends = list(itertools.accumulate(len(t.word) for t in last[:-1]))
    return min(range(len(ends)), key=lambda place: (abs(ends[place] - length), place)) + 1


def over_earlier(subjects: tuple[Piece, ...], together: tuple[Piece, ...], count: int) -> tuple[Piece, ...]:
    """The subjects of the clause or clauses before, one for each number: 吞吐量3亿吨，集装箱量900万标箱，分别增长4%和6%."""
    return next((found for found in (together, subjects) if count > 1 and len(found) == count), ())


def all_of(tokens: Sequence[Token], subjects: tuple[Piece, ...]) -> Piece | None:
    """The subjects of the clause before as one, when 均 says that they all do: 旅游收入85亿元、游客1200万人次，【均】增长15%."""
    if len(subjects) < MANY or not any(t.word in ("均", "都") for t in tokens):
        return None
    return replace(subjects[0], text="、".join(s.text for s in subjects), rule="all_of_clause_before")


def group(tokens: Sequence[Token], numbers: Sequence[int], first: int) -> int:
    """How many numbers stand in a row from ``numbers[first]``, joined by 、 or 和 alone."""
    count = 1
    for order in range(first, len(numbers) - 1):
        between = [t for t in tokens[numbers[order] + 1 : numbers[order + 1]] if t.part != "adverb"]
        if not between or not all(t.word == "、" or is_link(t) for t in between):
            break
        count += 1
    return count


def spreads(tokens: Sequence[Token], floor: int, at: int) -> bool:
    """Whether 分别 stands in front of the number, or a verb behind several subjects: A、B增长6%和8%."""
    return any(t.word in ("分别", "各") or t.part in ("reach", "change") for t in tokens[floor:at])


EXAMPLES = (
    Example(
        "今年粮食面积和产量将分别稳定在3万亩、2万吨以上。",
        (
            "planned | 粮食面积 | 稳定在 | - | ge 30000 亩 | level | 2024-12-31",
            "planned | 产量 | 稳定在 | - | ge 20000 吨 | level | 2024-12-31",
        ),
    ),
    Example(
        "到2025年，生物医药、高端装备产业规模分别达到500亿元、300亿元。",
        (
            "planned | 生物医药产业规模 | 达到 | - | eq 50000000000 元 | level | 2025-12-31",
            "planned | 高端装备产业规模 | 达到 | - | eq 30000000000 元 | level | 2025-12-31",
        ),
    ),
    Example(
        "到2025年，高中、初中、小学新增学位分别达到1万个、2万个、3万个。",
        (
            "planned | 高中新增学位 | 新增 | - | eq 10000 个 | increment | 2025-12-31",
            "planned | 初中新增学位 | 新增 | - | eq 20000 个 | increment | 2025-12-31",
            "planned | 小学新增学位 | 新增 | - | eq 30000 个 | increment | 2025-12-31",
        ),
    ),
    Example(
        "力争今年城镇、农村居民人均可支配收入分别增长5%和6%。",
        (
            "planned | 城镇居民人均可支配收入 | 增长 | - | eq 5 % | growth | 2024-12-31",
            "planned | 农村居民人均可支配收入 | 增长 | - | eq 6 % | growth | 2024-12-31",
        ),
    ),
    Example(
        "将推进200个技改项目、80个智能化建设项目和50个“两化”融合重点项目。",
        (
            "planned | 技改项目 | 推进 | - | eq 200 个 | increment | -",
            "planned | 智能化建设项目 | 推进 | - | eq 80 个 | increment | -",
            "planned | “两化”融合重点项目 | 推进 | - | eq 50 个 | increment | -",
        ),
    ),
    Example("今年市区和两县将共新建公厕120座。", ("planned | 公厕 | 新建 | 市区和两县 | eq 120 座 | increment | 2024-12-31",)),
    Example("力争工业投资和技改投资均增长10%以上。", ("planned | 工业投资和技改投资 | 增长 | - | ge 10 % | growth | -",)),
    Example(
        "力争今年服务业增加值、工业增加值增长6%左右和8%左右。",
        (
            "planned | 服务业增加值 | 增长 | - | approx 6 % | growth | 2024-12-31",
            "planned | 工业增加值 | 增长 | - | approx 8 % | growth | 2024-12-31",
        ),
    ),
    Example(
        "下半年将组织不少于80批次、1000家企业赴境外参展。",
        (
            "planned | 企业赴境外参展 | 组织 | - | ge 80 批次 | increment | 2024-12-31",
            "planned | 企业赴境外参展 | 组织 | - | eq 1000 家 | increment | 2024-12-31",
        ),
    ),
    Example(
        "今年将新增学位3000个、床位500张以上。",
        (
            "planned | 学位 | 新增 | - | eq 3000 个 | increment | 2024-12-31",
            "planned | 床位 | 新增 | - | ge 500 张 | increment | 2024-12-31",
        ),
    ),
    Example("今年将新增学位、床位均超500个。", ("planned | 学位、床位 | 新增 | - | gt 500 个 | increment | 2024-12-31",)),
    Example(
        "到2025年，农村快递、客运、养老服务覆盖率分别达到80%、90%和95%。",
        (
            "planned | 农村快递覆盖率 | 达到 | - | eq 80 % | share | 2025-12-31",
            "planned | 客运覆盖率 | 达到 | - | eq 90 % | share | 2025-12-31",
            "planned | 养老服务覆盖率 | 达到 | - | eq 95 % | share | 2025-12-31",
        ),
    ),
    Example(
        "到2025年，集群达到6个，高新技术企业和中小企业数量分别达到60家和100家；到2027年，分别达到70家和120家。",
        (
            "planned | 集群 | 达到 | - | eq 6 个 | level | 2025-12-31",
            "planned | 高新技术企业数量 | 达到 | - | eq 60 家 | level | 2025-12-31",
            "planned | 中小企业数量 | 达到 | - | eq 100 家 | level | 2025-12-31",
            "planned | 高新技术企业数量 | 达到 | - | eq 70 家 | level | 2027-12-31",
            "planned | 中小企业数量 | 达到 | - | eq 120 家 | level | 2027-12-31",
        ),
    ),
    Example(
        "力争生产总值增长6%；农民人均收入和城镇居民人均收入分别达到1.2万元和3万元，分别增长8%和7%。",
        (
            "planned | 生产总值 | 增长 | - | eq 6 % | growth | -",
            "planned | 农民人均收入 | 达到 | - | eq 12000 元 | level | -",
            "planned | 城镇居民人均收入 | 达到 | - | eq 30000 元 | level | -",
            "planned | 农民人均收入 | 增长 | - | eq 8 % | growth | -",
            "planned | 城镇居民人均收入 | 增长 | - | eq 7 % | growth | -",
        ),
    ),
    Example(
        "去年，休闲农业与乡村旅游接待人次和旅游收入分别增长15%和23%。",
        (
            "achieved | 休闲农业与乡村旅游接待人次 | 增长 | - | eq 15 % | growth | 2023-12-31",
            "achieved | 旅游收入 | 增长 | - | eq 23 % | growth | 2023-12-31",
        ),
    ),
    Example(
        "到2027年，工具普及率、工序数控化率分别超过90%、70%。",
        (
            "planned | 工具普及率 | 超过 | - | gt 90 % | share | 2027-12-31",
            "planned | 工序数控化率 | 超过 | - | gt 70 % | share | 2027-12-31",
        ),
    ),
    Example(
        "去年，城镇化率、绿化率较上年分别提高2.1和4.3个百分点。",
        (
            "achieved | 城镇化率 | 提高 | - | eq 2.1 个百分点 | point | 2023-12-31",
            "achieved | 绿化率 | 提高 | - | eq 4.3 个百分点 | point | 2023-12-31",
        ),
    ),
    Example("今年将建成1和2号线车站8座。", ("planned | 1和2号线车站 | 建成 | - | eq 8 座 | increment | 2024-12-31",)),
)
