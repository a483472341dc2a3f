"""Which year the words around a time give it: the section's period of years, the sentence's year, a report's year before.

「去年第三季度增长3.2%，第四季度增长2.6%」: both quarters are last year's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govtext.rules import pattern
from govtext.targets import frame
from govtext.targets.example import Example

if TYPE_CHECKING:
    from govtext.clauses import Sentence
    from govtext.mentions.mention import Time
    from govtext.targets.scene import Scene


def periods(scene: Scene) -> tuple[int | None, ...]:
    """For each sentence the several years that a goal sentence named at its head, up to the next heading."""
    structure, times = scene.structure, scene.times
    out: list[int | None] = []
    period = None
    for sentence in structure.sentences:
        line = structure.lines[sentence.line]
        first = sentence.clauses.start
        heads = line.heading and (line.level is not None or _parts(scene, sentence))
        if heads or (line.level is not None and line.level < 3 and sentence.start == line.start):
            period = None
        elif scene.text[sentence.start : sentence.end].rstrip().endswith(("：", ":")):  # 2011年重点抓好以下工作：
            period = None if any(times[i].grain == "year" for i in scene.times_by_clause[first]) else period
        if "目标" in scene.text[sentence.start : sentence.end] or heads:
            opens = frame.opens_goals(scene.text[sentence.start : sentence.end])
            for index in (i for c in (sentence.clauses if opens else (first,)) for i in scene.times_by_clause[c]):
                if times[index].rule in ("ahead", "plan") and times[index].relation in ("within", "by"):
                    period = index
        out.append(period)
    return tuple(out)


def _parts(scene: Scene, sentence: Sentence) -> bool:
    """Whether a heading without a number parts its section: 2026年目标, 下一步打算; 完善产业体系 and 人均预期寿命提高到80岁 stand in it."""
    dated = any(scene.times[i].relation != "each" for c in sentence.clauses for i in scene.times_by_clause[c])
    return dated or frame.opens_zone(scene.text[sentence.start : sentence.end])


def years(scene: Scene) -> dict[int, int]:
    """The year of a time that names none: its sentence's; in the review half of a report the year before."""
    head = scene.title
    out: dict[int, int] = {}
    line, told = -1, None  # the year over that the paragraph tells of, or early in a year the text
    section = None  # the year of the heading above: 三、2022年重点工作
    for place, sentence in enumerate(scene.structure.sentences):
        section = _year_of_heading(scene, sentence) if _heads(scene, place) else section
        year = head.year - (not head.part) if head.report and head.year and scene.frames[place].zone == "review" else None
        year = section if head.report and scene.frames[place].zone == "plan" else year
        told = told if (sentence.line == line or _just_over(scene, told)) and not head.report else None
        told = None if told and pattern(_TURNS).search(scene.text, sentence.start, sentence.end) else told
        line = sentence.line
        for index in (index for clause in sentence.clauses for index in scene.times_by_clause[clause]):
            time = scene.times[index]
            if pattern(_BARE).match(scene.text, time.start, time.end):
                if year is not None and (head.report or not _promised(scene, time)):
                    out[index] = year
                elif (
                    told is not None
                    and scene.text[time.start - 1 : time.start] in _JOINTS
                    and _facts_of_year(scene, sentence.clauses, index)
                ):
                    out[index] = told
            elif scene.text[max(0, time.start - 1) : time.start] not in ("比", "较", "同"):
                year = _own_year(scene, time) or _year_ahead(scene, time) or year
                told = year if year and scene.published and year < scene.published.year else None
    return out


def _just_over(scene: Scene, year: int | None) -> bool:
    """Whether a text of a year's first two months tells of the year before."""
    published = scene.published
    return published is not None and published.month <= len(("1月", "2月")) and year == published.year - 1


# Behind these a text tells of the year to come.
_TURNS = r"新的?一年|下一步|接下来|开局之年"


def _heads(scene: Scene, sentence: int) -> bool:
    """Whether a sentence is the heading of a report's part."""
    line = scene.structure.lines[scene.structure.sentences[sentence].line]
    return sentence == line.sentences.start and (line.level == 1 or (line.heading and line.level is None))


def _year_of_heading(scene: Scene, sentence: Sentence) -> int | None:
    """The year that a heading names."""
    found = pattern(r"(?P<year>20\p{Nd}{2})年").search(scene.text, sentence.start, sentence.end)
    return int(found["year"]) if found else None


def _promised(scene: Scene, time: Time) -> bool:
    """工程去年10月开工，【预计】年底交房: what is to come is not of the year before."""
    return scene.text[max(0, time.start - 3) : time.start].endswith(("预计", "计划", "力争", "确保", "将于", "拟于", "预计于", "有望"))


# A time behind one of these heads its clause.
_JOINTS = frozenset("，,；;。\n ")


def _facts_of_year(scene: Scene, clauses: range, index: int) -> bool:
    """2022年…。【全年】完成造林4.8万亩: the year over goes on where nothing is promised."""
    time = scene.times[index]
    return scene.text[time.start : time.end] == "全年" and not any(t.part == "cue" for c in clauses for t in scene.tokens(c))


def _own_year(scene: Scene, time: Time) -> int | None:
    """The year that a time's own words name, when it looks back or is a part of a year."""
    published = scene.published
    named = pattern(r"(?P<year>(?:19|20)\p{Nd}{2})年").match(scene.text, time.start, time.end)
    if named and time.relation == "within" and (time.grain != "year" or (published and int(named["year"]) < published.year)):
        return int(named["year"])
    said = next((by for word, by in (("去年", -1), ("今年", 0), ("明年", 1)) if scene.text.startswith(word, time.start)), None)
    return published.year + said if published and said is not None else None


def _year_ahead(scene: Scene, time: Time) -> int | None:
    """【2025年】，全区将…，全年新增20家: a year to come that stands apart at a clause's head, told of the year before."""
    named = pattern(r"(?P<year>20\p{Nd}{2})年(?=[，,])").match(scene.text, time.start, time.end + 1)
    apart = named is not None and scene.text[max(0, time.start - 1) : time.start] in ("", *_JOINTS) and time.relation == "within"
    return int(named["year"]) if named and apart and scene.published and int(named["year"]) > scene.published.year else None


# A time without a year of its own.
_BARE = r"""
    全年|(?:本|年)年?度|年[内底末初中]|[上下]半年|第?[一二三四1-4]季度|前?三季度|\p{Nd}{1,2}月|[一二三四五六七八九十]{1,2}月|到?年底
  | 前\p{Nd}{1,2}个月 | (?:\p{Nd}{1,2}|[一二三四五六七八九十]{1,2})[—–\-~～至到](?:\p{Nd}{1,2}|[一二三四五六七八九十]{1,2})(?:月|季度)
"""


EXAMPLES = (
    Example(
        "二、“十五五”时期主要目标\n经济增长保持在合理区间\n森林覆盖率达到35%\n人均预期寿命提高到80岁\n三、2026年主要目标\n新增就业1.2万人",
        (
            "planned | 森林覆盖率 | 达到 | - | eq 35 % | share | 2030-12-31",
            "planned | 人均预期寿命 | 提高到 | - | eq 80 岁 | level | 2030-12-31",
            "planned | 就业 | 新增 | - | eq 12000 人 | increment | 2026-12-31",
        ),
        title="政府工作报告要点",
        published="2026-03-05",
    ),
    Example(
        "区长表示，2025年，全区将大力培育新产业，全年将新增规上企业20家。",
        ("planned | 规上企业 | 新增 | - | eq 20 家 | increment | 2025-12-31",),
        published="2024-12-16",
    ),
    Example(
        "三、2025年重点工作\n（一）聚焦项目攻坚。安排项目136个，年度投资410亿元；确保32个项目一季度集中开工。",
        (
            "planned | 项目 | 安排 | 澜江区 | eq 136 个 | increment | 2025-12-31",
            "planned | 年度投资 | - | 澜江区 | eq 41000000000 元 | level | 2025-12-31",
            "planned | 项目 | 开工 | 澜江区 | eq 32 个 | increment | 2025-03-31",
        ),
        title="澜江区2024年政府工作报告",
        published="2024-12-28",
    ),
    Example(
        "今后五年的目标是：到2015年，粮食产量突破18万吨。\n2011年重点抓好以下工作：\n1．发展农业。新建粮库6座。",
        (
            "planned | 粮食产量 | 突破 | 澜江县 | gt 180000 吨 | level | 2015-12-31",
            "planned | 粮库 | 新建 | 澜江县 | eq 6 座 | increment | 2011-12-31",
        ),
        title="澜江县2011年政府工作报告",
        published="2011-03-02",
    ),
    Example(
        "进出口去年第三季度增长3.2%，第四季度增长2.6%。",
        (
            "achieved | 进出口 | 增长 | - | eq 3.2 % | growth | 2023-09-30",
            "achieved | 进出口 | 增长 | - | eq 2.6 % | growth | 2023-12-31",
        ),
    ),
    Example(
        "一、2023年工作回顾\n全年新增就业1.2万人。",
        ("achieved | 就业 | 新增 | 澜江区 | eq 12000 人 | increment | 2023-12-31",),
        title="澜江区2024年政府工作报告",
    ),
    Example(
        "今后五年的奋斗目标是：到2028年，全区生产总值突破300亿元。\n2024年重点抓好以下工作：\n新建公园3个。",
        (
            "planned | 生产总值 | 突破 | 澜江区 | gt 30000000000 元 | level | 2028-12-31",
            "planned | 公园 | 新建 | 澜江区 | eq 3 个 | increment | 2024-12-31",
        ),
        title="澜江区2024年政府工作报告",
    ),
    Example(
        "2023年，全市绿化率41%。全年造林5万亩。",
        (
            "achieved | 绿化率 | - | - | eq 41 % | share | 2023-12-31",
            "achieved | 造林 | 造林 | - | eq 50000 亩 | increment | 2023-12-31",
        ),
        published="2024-02-01",
    ),
    Example(
        "公司明年将投资8亿元；变电站年底前投运。",
        (
            "planned | 投资 | 投资 | - | eq 800000000 元 | increment | 2025-12-31",
            "planned | 变电站 | 投运 | - | event | - | 2025-12-31",
        ),
    ),
    Example(
        "一、2023年工作回顾\n1—11月固定资产投资增长17.9%，空气质量优良天数达312天。",
        (
            "achieved | 固定资产投资 | 增长 | 澜江区 | eq 17.9 % | growth | 2023-11-30",
            "achieved | 空气质量优良天数 | 达 | 澜江区 | eq 312 天 | level | 2023-11-30",
        ),
        title="澜江区2024年政府工作报告",
    ),
    Example("住宅楼工程去年10月开工，预计年底交房。", ("planned | 住宅楼工程 | 交房 | - | event | - | 2024-12-31",)),
    Example(
        "2020年，全市完成造林9万亩。推进廊道建设，全年新增绿地120公顷。",
        (
            "achieved | 造林 | 完成 | - | eq 90000 亩 | increment | 2020-12-31",
            "achieved | 绿地 | 新增 | - | eq 120 公顷 | increment | 2020-12-31",
        ),
    ),
    Example(
        "1至3月，我区签约项目9个；3月，我区计划签约项目5个。",
        ("achieved | 项目 | 签约 | - | eq 9 个 | increment | 2024-03-31", "planned | 项目 | 签约 | - | eq 5 个 | increment | 2024-03-31"),
        published="2024-03-14",
    ),
    Example(
        "2023年，我省完成交通投资172亿元。\n行业管理服务水平大幅提高。全年新增新能源公交车1757辆。",
        (
            "achieved | 交通投资 | 完成 | - | eq 17200000000 元 | increment | 2023-12-31",
            "achieved | 新能源公交车 | 新增 | - | eq 1757 辆 | increment | 2023-12-31",
        ),
    ),
    Example(
        "2023年，我省完成交通投资172亿元。\n新的一年，我省将加快转型，全年新增新能源公交车900辆。",
        (
            "achieved | 交通投资 | 完成 | - | eq 17200000000 元 | increment | 2023-12-31",
            "planned | 新能源公交车 | 新增 | - | eq 900 辆 | increment | 2024-12-31",
        ),
    ),
)
