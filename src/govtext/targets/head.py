"""Who stands at the head of a clause or of a title: 「今年武汉将建设…」 武汉, 「市教育局：…」, 「民航方面」, 「恒拓电子上半年…」.

A place or an agency is known by its ending; an unknown name counts when what follows takes a will: 隆基绿能计划…, but not 项目计划….
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from govtext.lexicon import agents as words
from govtext.lexicon import places
from govtext.mentions import times as time_reader
from govtext.rules import pattern
from govtext.targets import actor, speaker, tokens
from govtext.targets.example import Example
from govtext.targets.piece import Piece
from govtext.targets.tokens import is_preposition

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govtext.targets.scene import Scene
    from govtext.targets.tokens import Token

# clause: named there; sentence, paragraph, article: named before; sayer: the one who spoke last; none: an onlooker speaks.
Scope = Literal["clause", "sentence", "paragraph", "article", "sayer", "none"]
_NAMED_AFTER = r"(?:政府|股份|有限|集团|公司|省|市|县|区|州|央行|\p{Han}{0,4}部)"
_FULL_PLACE = r"(?P<name>(?![省市区县州]委)\p{Han}{2,7}?(?:自治区|自治州|自治县|省|市|县|区|州|旗|镇|乡))(?!场|民|值|域|委)"
_PREDICATES = ("cue", "time", "number", "adverb", "change", "reach")
# A title names somebody when the text names the same so often.
TIMES_NAMED = 2
# A name goes on at most so many words behind a verb within it.
NAME_REACH = 5


@dataclass(frozen=True, slots=True)
class Governing:
    """Who governs a clause; ``scope`` says where the name stands."""

    who: Piece | None
    scope: Scope


def of_clause(kept: Sequence[Token], *, label: bool = False) -> Governing | None:
    """The agent at the head of a clause's tokens; ``label``: a colon ends the clause."""
    kept = _from_head(kept)
    at = _boundary(kept)
    phrase, rest = kept[:at], kept[at:]
    if not phrase or is_preposition(phrase[0]):
        return None
    if not rest:
        return _alone(phrase, label=label)
    return _sayer(phrase, rest) or _doer(phrase, rest) or _opening(phrase, rest)


def named(kept: Sequence[Token]) -> Piece | None:
    """Whom a clause names at its head."""
    found = of_clause(kept)
    return found.who if found else None


def _alone(phrase: Sequence[Token], *, label: bool) -> Governing | None:
    """A clause that holds nothing else: 「民航方面，」, 「市教育局：」."""
    who = actor.of_phrase(phrase[:-1]) if phrase[-1].word == "方面" else actor.of_phrase(phrase) if label else None
    return Governing(who, "clause") if who else None


def _sayer(phrase: Sequence[Token], rest: Sequence[Token]) -> Governing | None:
    """Who says so, for himself; an onlooker's words are nobody's to do, and hide the agent before."""
    said = next((t for t in rest if t.word in words.SAYING), None)
    if said is None or (said is not rest[0] and said is not rest[-1]):
        return None
    if _of_report(phrase, said):
        return None
    if speaker.looks_on(phrase) or said.word in words.FORECASTING or _expects(phrase, rest, said):
        return Governing(None, "none")
    if "".join(t.word for t in phrase) in words.SAYERS:
        return Governing(None, "sayer")
    house = speaker.house(phrase)
    return Governing(house, "clause") if house else None


def _of_report(phrase: Sequence[Token], said: Token) -> bool:
    """政府工作报告【指出】, 报告中【提出】: a government's own report, no onlooker's."""
    text = "".join(t.word for t in phrase)
    return text.endswith(("报告", "报告中", "报告里")) and said.word in ("提出", "指出", "明确", "要求", "强调", "部署")


def _expects(phrase: Sequence[Token], rest: Sequence[Token], said: Token) -> bool:
    """Whether a forecast follows: 世界银行【预计】经济增长5%; 全国铁路【预计】发送旅客 tells what it does."""
    if said.word not in words.EXPECTING or actor.text_of(phrase) in places.SECTORS:
        return False
    after = [t for t in rest if t.start >= said.end and t.part not in ("time", "adverb", "mark")]
    return not after or (after[0].part == "noun" and any(t.part in ("reach", "change") for t in after))


def _doer(phrase: Sequence[Token], rest: Sequence[Token]) -> Governing | None:
    if rest[0].part == "number" and "".join(t.word for t in phrase) not in places.NAMES | places.SECTORS:
        return None
    if "".join(t.word for t in phrase) in words.PERSONS:
        return Governing(None, "none")
    if rest[-1].word in ("报告", "展望", "预测") and any(t.word in words.LOOKING_AHEAD for t in rest):
        return Governing(None, "none")  # 发布春季展望报告: what follows is a forecast
    if any(t.word == "”" for t in rest[:2]):
        return None  # “零碳计划”: a name of something
    after = next((t.word for t in rest if t.part not in ("time", "adverb", "number")), "")
    will = after in words.WILL or (after in ("将", "要") and actor.is_foreign(phrase))
    speaks = after in words.WILL or any(t.word in words.SAYING for t in rest)
    who = speaker.house(phrase, known=not speaks) or actor.of_phrase(phrase, will=will)
    return None if who is None or who.text in words.EVERYWHERE else Governing(who, "clause")


def _opening(phrase: Sequence[Token], rest: Sequence[Token]) -> Governing | None:
    """Who opens a longer phrase: 【各市（州）】每个领域遴选, 【该集团】克服影响, 【全国水路】旅客发送量, 【石桥县】整建制推进."""
    text = "".join(t.word for t in phrase)
    for end in range(len(phrase) - 1, 0, -1):
        name, behind = "".join(t.word for t in phrase[:end]), phrase[end:]
        sector = name in places.SECTORS and (name.startswith("全国") or name.endswith("财政"))
        pointing = name in words.POINTING and name.startswith("该")
        if sector or pointing or _each(name, behind) or (rest[0].part == "do" and _full_place(phrase[:end], text[len(name) :])):
            return Governing(Piece(name, phrase[0].start, phrase[end - 1].end, "agent_opens_phrase"), "clause")
    return None


def _each(name: str, behind: Sequence[Token]) -> bool:
    return name.startswith("各") and actor.is_actor(name.replace("（", "").replace("）", "")) and behind[0].word.startswith("每")


def _full_place(name: Sequence[Token], behind: str) -> bool:
    """Whether a place's full name stands before a word on how something is done: 整建制, not 重大项目."""
    text = "".join(t.word for t in name)
    return (
        len(behind) <= len("整建制") and text.endswith(places.PLACE_ENDINGS) and actor.is_actor(text) and not behind.endswith(places.THINGS)
    )


def _from_head(kept: Sequence[Token]) -> Sequence[Token]:
    """Without enumerators, marks, joints, adverbs and dates at the front."""
    at = 0
    while at < len(kept) and (
        (kept[at].part in ("time", "adverb", "mark", "number") and kept[at].word != "各")
        or kept[at].word in places.LEADS
        or not any(c.isalpha() for c in kept[at].word)
        or pattern(r"[一二三四五六七八九十]+是?").fullmatch(kept[at].word)
    ):
        at += 1
    return kept[at:]


def _boundary(kept: Sequence[Token]) -> int:
    """Where the phrase at a clause's head ends: before its verb, cue, date, number or preposition."""
    for at, token in enumerate(kept):
        if _within_foreign(kept, at) or (token.word == "各" and not at):
            continue
        if token.part in ("do", "adverb") and _goes_on_as_name(kept, at):
            continue
        if token.part == "do" or token.part in _PREDICATES or (token.part == "mark" and token.word != "、"):
            return at
        if at and (token.word in words.SAYING or token.word in words.DEEDS or is_preposition(token)) and not actor.joins_name(kept, at):
            return at
    return len(kept)


def _within_foreign(kept: Sequence[Token], at: int) -> bool:
    """Whether a character that can be a verb ends a name that no list knows: 来赞【达】将引进."""
    token, before = kept[at], kept[at - 1 : at]
    if len(token.word) > 1 or token.part not in ("reach", "change", "do") or not before:
        return False
    after = kept[at + 1 : at + 2]
    return len(before[0].word) == 1 and before[0].part == "noun" and bool(after) and after[0].part in ("cue", "adverb")


def _goes_on_as_name(kept: Sequence[Token], at: int) -> bool:
    """Whether a verb stands within a name: 国家【发展】改革委, 望澜【建设】集团."""
    if kept[at].word not in words.IN_NAMES:
        return False
    text = kept[at].word
    for token in kept[at + 1 : at + 1 + NAME_REACH]:
        if token.part not in ("noun", "do") or is_preposition(token):
            return False
        text += token.word
        if text.endswith(places.AGENCY_ENDINGS):
            return True
    return False


def of_title(scene: Scene) -> Piece | None:
    """The government of a report's title; else whom the title begins with: 「澜江区：…」, 「恒拓电子上半年…」."""
    if scene.title.government is not None:
        return Piece(scene.title.government, -1, -1, "government_of_title")
    title = scene.title_text
    if scene.title.report:
        found = pattern(rf"^{_FULL_PLACE}").search(title) or pattern(r"(?P<name>\L<names>)", names=_CITIES).search(title)
        return Piece(found["name"], -1, -1, "place_in_title") if found else None
    kept = _from_head(tokens.read(title, 0, len(title), [], list(enumerate(time_reader.find(title)))))
    at = _boundary(kept)
    if not at:
        return None
    behind = kept[at].word if at < len(kept) else ""
    name = actor.of_phrase(kept[:at], will=behind in words.WILL)
    text = _within_province(name.text if name else "".join(t.word for t in kept[:at]), known=name is not None or behind in "：:")
    if name is None and text not in _CITIES:
        text = next((known for end in range(at, 0, -1) if (known := _known_in_text(scene, kept[:end]))), "")
    if text and text not in words.NOBODY:
        return Piece(text, -1, -1, "name_at_head_of_title")
    full = pattern(_FULL_PLACE).match("".join(t.word for t in kept))
    return Piece(full["name"], -1, -1, "place_at_head_of_title") if full and actor.is_actor(full["name"]) else None


def of_speech(scene: Scene) -> Piece | None:
    """Whose report news is about: 澜江区区长李明代表区政府向大会报告工作; else whose congress heard it."""
    found = pattern(_REPORTS).search(scene.text, 0, OPENING)
    if found is None:
        return None
    name = pattern(_REPORTER).search(scene.text, 0, OPENING) or pattern(_CONGRESS).search(scene.text, 0, OPENING)
    who = name["name"] if name else ""
    return Piece(who, *name.span("name"), "government_of_speech") if name and actor.is_actor(who) else None


# So much of an article is looked through for whose report it is about.
OPENING = 400
_REPORTS = r"[作做]\p{Han}{0,6}《?政府工作报告|向大会报告(?:政府)?工作|政府工作报告》?\p{Han}{0,6}(?:提出|指出|明确)"
_REPORTER = r"""
    (?<!\p{Han}) (?P<name>(?![全各该本我会][省市区县州])\p{Han}{1,6}?(?:自治区|自治州|自治县|省|市|县|区|州|旗))
    (?=(?:委\p{Han}{0,8}、|委\p{Han}{0,4})?(?:\p{Han}{0,6}、)?(?:代|人民政府)?(?:省长|主席|市长|区长|县长|州长|旗长)\p{Han})
"""
_CONGRESS = (
    r"(?<!\p{Han})\p{Han}{0,2}?(?P<name>(?!在)\p{Han}{1,6}?(?:自治区|自治州|自治县|省|市|县|区|州|旗))第[一二三四五六七八九十]{1,3}届人"
)
_CITIES = places.CITIES | frozenset(places.PROVINCES)


def _within_province(text: str, *, known: bool) -> str:
    """铜梁 of 重庆铜梁, when that is all that stands there."""
    for province in places.PROVINCES:
        inner = text.removeprefix(province)
        if known and inner != text and 2 <= len(inner) <= len("西双版纳") and inner[0] not in "省市自":
            return inner
    return text


def _known_in_text(scene: Scene, kept: Sequence[Token]) -> str:
    """An unknown name that stands in the text too: in full, 恒拓电子 / 股份有限公司, 莱塔尼亚 / 政府, or more than once."""
    unknown = "".join(t.word if len(t.word) == 1 or t.word.isascii() else " " for t in kept)
    name = "".join(t.word for t in kept)
    if not pattern(r"\p{Han}{2}|[A-Za-z]").search(unknown) or not actor.is_unknown_name(name) or not name.isalnum():
        return ""
    trade = name.endswith(words.TRADES) or name.isascii()
    return name if (trade and scene.text.count(name) >= TIMES_NAMED) or _in_full(scene.text, name) else ""


def _in_full(text: str, name: str) -> bool:
    """Whether a name stands in a text with what it is behind it: 恒拓电子【股份有限公司】."""
    at = text.find(name)
    while at >= 0 and not pattern(_NAMED_AFTER).match(text, at + len(name)):
        at = text.find(name, at + 1)
    return at >= 0


EXAMPLES = (
    Example(
        "会上，澜江区委副书记、区长李明代表区人民政府向大会报告工作。\n今年主要目标是：生产总值增长6%；森林覆盖率达到35%。",
        (
            "planned | 生产总值 | 增长 | 澜江区 | eq 6 % | growth | 2024-12-31",
            "planned | 森林覆盖率 | 达到 | 澜江区 | eq 35 % | share | 2024-12-31",
        ),
        title="生产总值增长6%！今年目标来了",
    ),
    Example(
        "政府工作报告指出，今年的主要目标是：生产总值增长6%。",
        ("planned | 生产总值 | 增长 | 云岭省 | eq 6 % | growth | 2024-12-31",),
        title="云岭省今年力争生产总值增长6%",
    ),
    Example("望澜市商务局今年将引进外资项目20个。", ("planned | 外资项目 | 引进 | 望澜市商务局 | eq 20 个 | increment | 2024-12-31",)),
    Example(
        "国家发展改革委今年拟安排中央预算内投资6000亿元。",
        ("planned | 中央预算内投资 | 拟安排 | 国家发展改革委 | eq 600000000000 元 | level | 2024-12-31",),
    ),
    Example("矿业企业英瓦格计划明年开采锂矿30万吨。", ("planned | 锂矿 | 开采 | 英瓦格 | eq 300000 吨 | increment | 2025-12-31",)),
    Example("平洲最大的能源企业诺伦集团宣布，年内新建电站3座。", ("planned | 电站 | 新建 | 诺伦集团 | eq 3 座 | increment | 2024-12-31",)),
    Example(
        "市教育局：今年将新增学位3000个；市卫生健康委：今年将新建社区医院6所。",
        (
            "planned | 学位 | 新增 | 市教育局 | eq 3000 个 | increment | 2024-12-31",
            "planned | 社区医院 | 新建 | 市卫生健康委 | eq 6 所 | increment | 2024-12-31",
        ),
    ),
    Example("民航方面，今天计划执行航班18000班。", ("planned | 航班 | 执行 | 民航 | eq 18000 班 | increment | 2024-01-20",)),
    Example(
        "各市（州）每年至少培育龙头企业5家。",
        ("planned | 龙头企业 | 培育 | 各市（州） | ge 5 家 | increment | -",),
        title="2024年云岭省政府工作报告",
    ),
    Example("南山区今年将改造老旧小区30个。", ("planned | 老旧小区 | 改造 | 南山区 | eq 30 个 | increment | 2024-12-31",)),
    Example("望澜市第三中学今年将新建教学楼2座。", ("planned | 教学楼 | 新建 | 望澜市第三中学 | eq 2 座 | increment | 2024-12-31",)),
    Example("来赞达将于年内引进电动车1.5万辆。", ("planned | 电动车 | 引进 | 来赞达 | eq 15000 辆 | increment | 2024-12-31",)),
    Example("偏远山区今年将新建卫生室50个。", ("planned | 卫生室 | 新建 | - | eq 50 个 | increment | 2024-12-31",)),
    Example("二期工程计划新增床位500张。", ("planned | 床位 | 新增 | - | eq 500 张 | increment | -",)),
    Example("“零碳计划”目标是到2030年减排50%。", ("planned | “零碳计划” | 减排 | - | eq 50 % | growth | 2030-12-31",)),
    Example(
        "全市重点工作推进会召开。会议强调，确保固定资产投资增长8%。",
        ("planned | 固定资产投资 | 增长 | - | eq 8 % | growth | -",),
        title="全市重点工作推进会召开",
    ),
    Example("世界银行预计经济今年增长5%。", ("planned | 经济 | 增长 | - | eq 5 % | growth | 2024-12-31",), title="平洲经济回暖"),
    Example(
        "区商务局、区投促中心联合开展招商，今年计划引进企业80家。",
        ("planned | 企业 | 引进 | 区商务局、区投促中心 | eq 80 家 | increment | 2024-12-31",),
    ),
    Example(
        "南洋经济合作组织3日发布秋季展望报告，预计明年贸易量增长3%。",
        ("planned | 贸易量 | 增长 | - | eq 3 % | growth | 2025-12-31",),
        title="南洋经济合作组织发布秋季展望报告",
    ),
    Example("今年，市住建局将和市财政局选拔第二批20个镇。", ("planned | 镇 | 选拔 | 市住建局 | eq 20 个 | increment | 2024-12-31",)),
    Example(
        "去年完成投资362亿元，占年计划投资的64%。",
        (
            "achieved | 投资 | 完成 | - | eq 36200000000 元 | increment | 2023-12-31",
            "achieved | 年计划投资 | 占 | - | eq 64 % | share | 2023-12-31",
        ),
    ),
    Example("宝特瑞能锂电池项目总投资3.3亿元。", ("achieved | 宝特瑞能锂电池项目总投资 | - | - | eq 330000000 元 | level | -",)),
)
