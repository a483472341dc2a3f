"""Who acts where the clause does not say: the title's government or name, the one named last; whom 该区, 公司 or 政府 stand for.

「恒拓电子上半年营收创新高」 is a title; 「公司还计划10月中旬启动回购」 is 恒拓电子's plan.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govtext import segment
from govtext.lexicon import places
from govtext.rules import pattern
from govtext.targets import actor
from govtext.targets.example import Example
from govtext.targets.piece import Piece
from govtext.targets.tokens import part_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govtext.targets.draft import Draft
    from govtext.targets.scene import Scene
    from govtext.targets.tokens import Token

# Dates and marks in front of a title's first name.
_DATE = r"(?:[上下]半年|[今去明]年|全年|[\p{Nd}一二三四五六七八九十前至—]+(?:年|月|个月|季度|日)|[^\p{Han}\p{L}])*"
# A title names somebody when the text names the same so often.
TIMES_NAMED = 2
NAME_IN_TITLE = 10


def of_title(scene: Scene) -> Piece | None:
    """The government of a report's title; else the place, agency or company that the title begins with."""
    if scene.title.government is not None:
        return Piece(scene.title.government, -1, -1, "government_of_title")
    run = _opening(scene.title_text)
    for end in range(len(run), 0, -1):
        name = "".join(run[:end])
        if len(name) > 1 and name not in places.AREAS and actor.is_actor(name):
            return Piece(name, -1, -1, "name_at_head_of_title")
    for end in range(len(run), 0, -1):
        name = "".join(run[:end])
        known = all(len(word) > 1 for word in run[:end])  # 秋粮: a word of the language is no name
        if 1 < len(name) <= NAME_IN_TITLE and not known and scene.text.count(name) >= TIMES_NAMED and not name.endswith(places.THINGS):
            return Piece(name, -1, -1, "name_at_head_of_title")
    return None


def _opening(title: str) -> list[str]:
    """The words of a title's first noun phrase, without its date."""
    head = pattern(_DATE).match(title)
    rest = title[head.end() :] if head else title
    out: list[str] = []
    for start, end in segment.words(rest):
        word = rest[start:end]
        if part_of(word) != "noun" or word in places.SAYING or not word.isalnum():
            break
        out.append(word)
    return out


def stands_for(name: Piece, last: Piece | None, title: Piece | None) -> Piece:
    """Whom a general word stands for: 该区, 公司 and 政府 the fitting one named before, else the title's; any other name itself."""
    if title is not None and title.rule == "name_at_head_of_title" and name.text.startswith(title.text) and name.text.endswith("公司"):
        return replace(name, text=title.text, rule="short_name_of_title")
    if name.text not in places.GENERAL and not (name.text.startswith("该") and len(name.text) <= len("该公司")):
        return name
    for before in (last, title):
        if before is not None and _fits(name.text, before.text):
            return replace(name, text=before.text, rule="stands_for_name_before")
    return name


def _fits(general: str, name: str) -> bool:
    """Whether a name can be what a general word stands for: 该国 a country, 该区 a district, 公司 no place."""
    if name in places.GENERAL or name.startswith("该"):
        return False
    place = name in places.NAMES or name.endswith(places.PLACE_ENDINGS)
    if general in ("该国", "两国"):
        return name in places.COUNTRIES
    if general.startswith("该") and general.endswith(("省", "市", "县", "区", "州", "镇", "乡", "村")):
        return name.endswith(general[-1])
    if general.endswith(("政府", "当地", "当局")):
        return place or name.endswith("政府") or not name.endswith(places.AGENCY_ENDINGS)
    return not place and not name.endswith(("政府", "委", "局", "厅", "部"))


def speaks_for_all(tokens: Sequence[Token]) -> bool:
    """Whether a clause begins with the whole area: 【全市】外贸进出口; its government or the title's place is meant."""
    first = next((t for t in tokens if t.part not in ("time", "adverb", "mark") and t.word not in places.LEADS), None)
    return first is not None and first.word in places.AREAS


def beside(scene: Scene, drafts: Sequence[Draft], clause: int) -> Piece | None:
    """Who acts in a clause that has no number: named at its head, or with the number before it, or in the title."""
    title = of_title(scene)
    if scene.title.government is not None:
        return title
    last = next((d.actor for d in reversed(drafts) if d.clause <= clause), None) or title
    own = actor.at_head(scene.tokens(clause))
    return stands_for(own, last, title) if own else last


EXAMPLES = (
    Example(
        "今年，地区生产总值增长6%左右。",
        ("planned | 地区生产总值 | 增长 | 云岭省 | approx 6 % | growth | 2024-12-31",),
        title="2024年云岭省政府工作报告",
    ),
    Example(
        "各市州今年将至少遴选项目10个。",
        ("planned | 项目 | 遴选 | 各市州 | ge 10 个 | increment | 2024-12-31",),
        title="2024年云岭省政府工作报告",
    ),
    Example(
        "恒拓电子昨天发布公告，恒拓电子看好明年的市场。公司计划年底前新增门店300家。",
        ("planned | 门店 | 新增 | 恒拓电子 | eq 300 家 | increment | 2024-12-31",),
        title="恒拓电子营收创新高",
    ),
    Example(
        "澜江区公布计划。该区今年将新增学位5000个。",
        ("planned | 学位 | 新增 | 澜江区 | eq 5000 个 | increment | 2024-12-31",),
        title="澜江区今年新增学位",
    ),
    Example(
        "恒拓电子昨天发布公告。恒拓电子股份有限公司计划年底前新增门店300家。",
        ("planned | 门店 | 新增 | 恒拓电子 | eq 300 家 | increment | 2024-12-31",),
        title="恒拓电子营收创新高",
    ),
    Example("澜西机场年内通航。", ("planned | 澜西机场 | 通航 | 云岭省 | event | - | 2024-12-31",), title="2024年云岭省政府工作报告"),
)
