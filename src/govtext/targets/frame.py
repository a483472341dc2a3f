"""Which zone each sentence stands in: a report's review or its plan, an order, a list of goals.

「二、2025年工作安排」 governs all that follows until the next heading of its level.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, cast

from govtext.clauses import HEADING_LIMIT
from govtext.lexicon import zones
from govtext.rules import pattern
from govtext.targets.example import Example

if TYPE_CHECKING:
    from govtext.clauses import Line, Structure
    from govtext.targets.title import Title

Zone = Literal["plan", "review"]

# Plans have at most a tenth as many review words as plan words, reviews at least a fifth. A report turns once from the one to the other,
# and says so: behind a paragraph of one half less makes the next one the same.
REVIEW_LEAN: dict[Zone | None, float] = {None: 0.16, "review": 0.12, "plan": 0.2}
# So many numbered lines make an order, not news.
MANY_NUMBERED = 5
# The title of an order counts as this many plan words at least.
ORDERED = 20
# The whole excerpt counts as this many plan words of each paragraph.
PRIOR = 15


@dataclass(frozen=True, slots=True)
class Frame:
    """What governs one sentence; ``rule`` says how its zone was found."""

    zone: Zone | None
    rule: str


def read(text: str, structure: Structure, title: Title) -> tuple[Frame, ...]:
    """The frame of every sentence, in order."""
    frames: list[Frame] = []
    zone: Zone | None = None
    rule = "none"
    whole = _lean(text) if title.report or title.period else None
    order = (
        Frame("plan", "document")
        if whole is None and (title.order or _numbered(structure)) and _lean(text, ORDERED if title.order else 1) < REVIEW_LEAN[None]
        else None
    )
    lean: Zone | None = None
    leaning = order
    listing: int | None = None  # the level of the line that opened a list of goals
    for line in structure.lines:
        listing = listing if listing is not None and is_item(text, line, listing) else None
        opened = _opened(text[line.start : min(line.end, line.start + 90)], heading=line.heading) if line.heading or line.level else None
        if opened:
            zone, rule = opened, "heading"
        if whole is not None and zone is None:
            here = "plan" if title.period else _paragraph(text, line, whole, lean)
            lean = here if line.end - line.start > HEADING_LIMIT else lean
            leaning = Frame(here, "note" if title.report and is_note(text, line) else "lean")
        reported = False  # whether an earlier sentence says what a report puts forward
        told = False  # whether an earlier sentence of the line lists goals
        for place in line.sentences:
            sentence = structure.sentences[place]
            words = text[sentence.start : sentence.end]
            said = _opened(words, heading=False)
            if said and (title.report or title.period or line.heading):
                zone, rule = said, "opening_sentence"
            if zone != "plan" and lists_goals(words):
                frames.append(Frame("plan", "list_of_goals"))
                told = zone is None
                continue
            told = (told or (zone is None and reported and bool(pattern(_OF_YEAR).search(words)))) and not pattern(_OVER).search(words)
            reported = reported or bool(pattern(_REPORT).search(words))
            if told and zone is None:
                frames.append(Frame("plan", "goals_go_on"))  # 主要目标是：…。城镇新增就业110万人。
                continue
            listed = Frame("plan", "list_of_goals") if listing is not None else leaning
            frames.append(Frame(zone, rule) if zone or listed is None else listed)
        if opens_goals(text[max(line.start, line.end - HEADING_LIMIT) : line.end]):
            listing = line.level or 0
    return tuple(frames)


def is_item(text: str, line: Line, above: int = 0) -> bool:
    """Whether a line is an item of a list under a line of a level ``above``: numbered, or short and without a stop."""
    if line.level is not None:
        return line.level > above
    return line.end - line.start <= HEADING_LIMIT and text[line.end - 1] not in "。！？；"


def opens_goals(words: str) -> bool:
    """Whether a line's end opens a list of goals, to be told in numbered lines.

    >>> [opens_goals(w) for w in ("经济社会发展的主要目标是：", "今年将办好以下实事：", "一年来主要做了以下工作：", "目标完成情况：")]
    [True, True, False, False]
    """
    sentence = words.rstrip().rpartition("。")[2]
    return bool(pattern(_OPENS_GOALS).search(sentence)) and not any(word in sentence for word in zones.NO_GOALS)


_OPENS_GOALS = r"""
    (?:目标|任务|[将要争](?:实现|达到)|[将要]\S{1,12}(?:实事|工作|工程|项目))\p{Han}{0,4}[：:]$
  | 民生实事(?:项目|工程)?[为有共]{1,2}\p{Nd}{1,3}[项件个][，,]?(?:分别)?[是为]?[：:]$
"""


def lists_goals(sentence: str) -> bool:
    """Whether a sentence is a list of goals, wherever it stands: 「今年发展主要预期目标是：地区生产总值增长5%左右；…」.

    >>> [lists_goals(s) for s in ("会议提出，今年的主要预期目标是：增长5%", "圆满完成年度目标：增长5%", "目标是增长5%")]
    [True, False, False]
    >>> [lists_goals(s) for s in ("预期目标是生产总值增长5%", "完成的主要目标是生产总值增长5%")]
    [True, False]
    """
    found = pattern(_GOALS).search(sentence) if any(word in sentence for word in zones.GOALS) else None
    return found is not None and not pattern(r"去年|上年|办成|办结|完成|达成|超额|(?<!定下|确定|提出|明确|制定|设定|公布)了").search(
        found["before"]
    )


# Where a paragraph's goals are over.
_OVER = r"去年|上年|已|了|截至|以来|目前"
# 政府工作报告提出，…。【今年城镇新增就业1100万人以上】: a goal of the year behind what the report puts forward.
_REPORT = r"政府工作报告(?:中|》)?(?:提出|明确|指出)"
_OF_YEAR = r"^(?:今年|\p{Nd}{4}年)[^。]{2,24}\p{Nd}[^，。；]{0,6}(?:以上|左右|以内)"
# Of the words of ``zones.GOALS``.
_GOALS = r"""
    (?P<before>[^，。；：,;:]{0,24})
    (?: 目标(?:任务)?(?:是|为|如下|分别是|分别为)?\s*[：:]
      | (?:预期|主要|发展)目标\s*(?:——|—|--)
      | (?:预期|主要|发展)目标(?:是|为|分别是|分别为)(?=\p{Han})
      | (?:民生)?实事(?:项目|工程)?[”’]?(?:[为有共]{1,2}\p{Nd}{1,3}[项件个])?[，,]?(?:具体|分别)?(?:[是为有]|包[括含])?\s*[：:]
      | 目标(?:任务)?(?:均?已)?(?:定了|敲定|出炉|明确|确定|锁定|划定)[：:]
      | 目标(?:任务)?中(?=[，,])
      | 目标也?(?:定了|敲定|出炉)(?=[，,])
    )
"""


def is_note(text: str, line: Line) -> bool:
    """Whether a line explains a name that a report used: 「34.“十县百乡”工程：建设10个示范县」."""
    return bool(pattern(_NOTE).match(text[line.start : line.start + 48]))


_NOTE = r"^\p{Nd}{1,3}[．.、]\s*(?:[“《]|\p{Han}{0,16}[“])[^。：:]{1,36}[：:]"


def _numbered(structure: Structure) -> bool:
    """Whether a text is laid out as an order or a plan is, its lines numbered 一、, （一）, 1."""
    levels = sum(line.level is not None for line in structure.lines)
    return levels >= MANY_NUMBERED and 3 * levels >= len(structure.lines)


def opens_plan(words: str, *, heading: bool) -> bool:
    """Whether a heading opens a plan: 二、今年主要预期目标."""
    return heading and _opened(words, heading=True) == "plan"


def opens_zone(words: str) -> bool:
    """Whether a heading opens a plan or a review: 下一步打算, 工作回顾."""
    return _opened(words, heading=True) is not None


def _opened(words: str, *, heading: bool) -> Zone | None:
    """The zone that a heading or a sentence opens."""
    review = any(w in words for w in zones.REVIEW_OPENERS) or (heading and any(w in words for w in zones.REVIEW_HEADINGS))
    plan = any(w in words for w in (zones.PLAN_OPENERS if heading else zones.PLAN_SENTENCES))
    if review != plan:
        return "review" if review else "plan"
    return None


def _lean(words: str, least: int = 1) -> float:
    """The share of review words among the words of either half; ``least``: so many plan words there are at least."""
    review, plan = _weigh(words)
    return review / max(least, plan)


def _weigh(words: str) -> tuple[int, int]:
    """How much speaks for a review, how much for a plan."""
    review = sum(words.count(w) for w in zones.REVIEW_SIGNS) + max(0, len(pattern(_COUNTED).findall(words)) - 1)
    plan = sum(words.count(w) for w in zones.PLAN_SIGNS)
    strong = sum(weight * words.count(w) for w, weight in zones.STRONG_PLAN_SIGNS.items())
    return review, plan + strong


# What was counted: from where a figure has come, 由210家增加到356家, and a figure a little over, 1100多万人; one says nothing.
_COUNTED = r"[从由]\p{Nd} | \p{Nd}[万亿]?[多余](?=[万亿\p{Han}])"


def _paragraph(text: str, line: Line, whole: float, before: Zone | None) -> Zone:
    """The half that a paragraph without a heading over it comes from: its own words, weighed with the excerpt's and its neighbour's."""
    words = text[line.start : line.end]
    opened = cast("Zone | None", zones.YEAR_OPENERS.get(words[:2])) if words[2:3] in "，,是" else None
    if opened:
        return opened
    review, plan = _weigh(words)
    return "review" if (review + PRIOR * whole) / (plan + PRIOR) > REVIEW_LEAN[before] else "plan"


EXAMPLES = (
    Example(
        "2024年主要预期目标是：生产总值增长6%。城镇新增就业1.1万人。城镇化率达到59%。去年，城镇化率提高1个百分点。",
        (
            "planned | 生产总值 | 增长 | - | eq 6 % | growth | 2024-12-31",
            "planned | 城镇新增就业 | 新增 | - | eq 11000 人 | increment | 2024-12-31",
            "planned | 城镇化率 | 达到 | - | eq 59 % | share | 2024-12-31",
            "achieved | 城镇化率 | 提高 | - | eq 1 个百分点 | point | 2023-12-31",
        ),
    ),
    Example(
        "今年的11件实事具体有：新改建农村公路200公里；客运站覆盖率90%以上。",
        (
            "planned | 农村公路 | 新改建 | - | eq 200 公里 | increment | 2024-12-31",
            "planned | 客运站覆盖率 | - | - | ge 90 % | share | 2024-12-31",
        ),
    ),
    Example(
        "一、“十四五”发展成就和2025年工作\n“十四五”期间，建成高标准农田32.6万亩。\n二、2026年工作安排\n新建高标准农田3.8万亩。",
        (
            "achieved | 高标准农田 | 建成 | 澜江县 | eq 326000 亩 | increment | 2025-12-31",
            "planned | 高标准农田 | 新建 | 澜江县 | eq 38000 亩 | increment | 2026-12-31",
        ),
        title="2026年澜江县政府工作报告",
        published="2026-01-28",
    ),
    Example(
        "云岭省省长代表省政府向大会报告工作。过去一年，粮食产量达120万吨。报告也定下了今年主要预期目标：粮食产量130万吨以上。",
        (
            "achieved | 粮食产量 | 达 | 云岭省 | eq 1200000 吨 | level | 2024-01-20",
            "planned | 粮食产量 | - | 云岭省 | ge 1300000 吨 | level | 2024-12-31",
        ),
        title="云岭省定下新目标",
    ),
    Example(
        "34.“十县百乡”示范工程：建设10个示范县。",
        ("planned | 示范县 | 建设 | 澜江区 | eq 10 个 | increment | -",),
        title="澜江区2024年政府工作报告",
    ),
    Example(
        "一、2023年工作回顾\n新增就业1.2万人。\n二、2024年工作安排\n新增就业1.5万人。",
        (
            "achieved | 就业 | 新增 | 澜江区 | eq 12000 人 | increment | -",
            "planned | 就业 | 新增 | 澜江区 | eq 15000 人 | increment | 2024-12-31",
        ),
        title="澜江区2024年政府工作报告",
    ),
    Example(
        "区长介绍，2024年的目标中，示范村创建率达到30%以上。",
        ("planned | 示范村创建率 | 达到 | - | ge 30 % | share | 2024-12-31",),
    ),
    Example(
        "今年发展的主要预期目标是：地区生产总值增长6%左右，城镇新增就业1.5万人，粮食产量稳定在20万吨以上。",
        (
            "planned | 地区生产总值 | 增长 | 澜江区 | approx 6 % | growth | 2024-12-31",
            "planned | 城镇新增就业 | 新增 | 澜江区 | eq 15000 人 | increment | 2024-12-31",
            "planned | 粮食产量 | 稳定在 | 澜江区 | ge 200000 吨 | level | 2024-12-31",
        ),
        title="澜江区2024年政府工作报告",
    ),
    Example(
        "省人代会今天开幕。报告提出，今年经济社会发展主要预期目标是:地区生产总值增长5.5%左右;城镇新增就业60万人以上。",
        (
            "planned | 地区生产总值 | 增长 | - | approx 5.5 % | growth | 2024-12-31",
            "planned | 城镇新增就业 | 新增 | - | ge 600000 人 | increment | 2024-12-31",
        ),
    ),
    Example(
        "一是新增公园3个；二是改造道路12条；三是建成学校2所。",
        (
            "planned | 公园 | 新增 | 澜江区 | eq 3 个 | increment | 2024-12-31",
            "planned | 道路 | 改造 | 澜江区 | eq 12 条 | increment | 2024-12-31",
            "planned | 学校 | 建成 | 澜江区 | eq 2 所 | increment | 2024-12-31",
        ),
        title="澜江区2024年政府工作报告",
    ),
    Example(
        "去年，全区新增绿地60公顷。\n今年，全区新增绿地80公顷。",
        (
            "achieved | 绿地 | 新增 | 澜江区 | eq 60 公顷 | increment | 2023-12-31",
            "planned | 绿地 | 新增 | 澜江区 | eq 80 公顷 | increment | 2024-12-31",
        ),
        title="澜江区2024年政府工作报告",
    ),
    Example(
        "从省人代会上获悉，云岭省“十一五”发展的主要目标是：\n1.经济增长。财政总收入达到1300亿元。\n2.资源环境。森林覆盖率稳定在55%以上。",
        (
            "planned | 财政总收入 | 达到 | 云岭省 | eq 130000000000 元 | level | 2010-12-31",
            "planned | 森林覆盖率 | 稳定在 | 云岭省 | ge 55 % | share | 2010-12-31",
        ),
        title="云岭省发展目标确定",
        published="2006-01-18",
    ),
    Example(
        "上半年，全市完成造林5万亩。",
        ("achieved | 造林 | 完成 | - | eq 50000 亩 | increment | 2021-06-30",),
        title="关于2021年《政府工作报告》重点工作上半年完成情况的通报",
        published="2021-07-30",
    ),
    Example(
        "今年，澜江区在产业方面定下这些具体目标：\n产业\n新增规上工业企业超300家\n推进10家以上社康机构建设",
        (
            "planned | 规上工业企业 | 新增 | 澜江 | gt 300 家 | increment | 2024-12-31",
            "planned | 社康机构建设 | 推进 | 澜江 | ge 10 家 | increment | 2024-12-31",
        ),
        title="澜江区人代会开幕",
    ),
    Example(
        "昨日获悉，望澜市今年旅游目标任务敲定：接待游客300万人次，实现旅游收入45亿元。",
        (
            "planned | 游客 | 接待 | 望澜市 | eq 3000000 人次 | increment | 2024-12-31",
            "planned | 旅游收入 | 实现 | 望澜市 | eq 4500000000 元 | level | 2024-12-31",
        ),
    ),
    Example(
        "这“十件民生实事”分别是：改善停车条件，全县新增停车位500个以上；建设游园3处。",
        ("planned | 停车位 | 新增 | - | ge 500 个 | increment | -", "planned | 游园 | 建设 | - | eq 3 处 | increment | -"),
    ),
    Example(
        "会议表决，公布石桥市2024年民生实事。\n10项民生实事项目包括：开设20个暑托班；新增停车泊位300个。",
        ("planned | 暑托班 | 开设 | - | eq 20 个 | increment | -", "planned | 停车泊位 | 新增 | - | eq 300 个 | increment | -"),
    ),
    Example("去年目标任务全部完成：新增停车位500个。", ("achieved | 停车位 | 新增 | - | eq 500 个 | increment | 2023-12-31",)),
    Example(
        "报告提出了望澜今年发展的主要预期目标——地区生产总值增长7.5%，登记失业率控制在4%以内。",
        (
            "planned | 地区生产总值 | 增长 | - | eq 7.5 % | growth | 2024-12-31",
            "planned | 登记失业率 | 控制在 | - | le 4 % | share | 2024-12-31",
        ),
    ),
    Example(
        "政府工作报告提出，就业优先政策要全面发力。今年城镇新增就业1100万人以上，城镇登记失业率4.5%以内。",
        (
            "planned | 城镇新增就业 | 新增 | - | ge 11000000 人 | increment | 2024-12-31",
            "planned | 城镇登记失业率 | - | - | le 4.5 % | share | 2024-12-31",
        ),
    ),
)
