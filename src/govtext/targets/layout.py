"""The time that a text's layout gives: the cell of its row, the opening of its list, the heading of its section, its title.

「今年，我市将办好十件实事。⏎1.新增公交车50台」: the items of a list stand under the year of the line that opened it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govtext.rules import pattern
from govtext.targets import deadline, frame
from govtext.targets.draft import When
from govtext.targets.example import Example

if TYPE_CHECKING:
    from govtext.targets.scene import Scene

# How many sentences or lines an opening is looked for in front: bounds the work on a page without stops.
REACH = 40
# How far before a list of goals its year is said to be what it is.
TOLD = 6
# So many cells of a row are looked at.
CELLS = 6
# A line that opens a list is no longer than this.
OPENING = 160


def row(scene: Scene, clause: int) -> When | None:
    """便民停车 ｜ 新增泊位90个 ｜【年底前】｜ 县城管局: the last cell of a table's row that holds a time alone."""
    clauses = scene.structure.sentences[scene.clause(clause).sentence].clauses
    if not any(scene.clause(c).mark.isspace() for c in clauses[:CELLS]):
        return None
    for place in reversed(clauses[-CELLS:]):
        here = scene.clause(place)
        for index in scene.times_by_clause[place]:
            time = scene.times[index]
            if (time.start, time.end) == (here.start, here.end) and deadline.usable(scene, index, achieved=False):
                return When(index, inherited=True, rule="time_of_row")
    return None


def listed(scene: Scene, here: int) -> When | None:
    """今年，全区将办好实事。…【方面】，新增…; 【一是】新增…: the items of a list stand under the time that opened it."""
    first = scene.clause(scene.structure.sentences[here].clauses.start)
    opened = scene.text[first.start : first.end]
    start = scene.structure.sentences[here].start
    if scene.frames[here].rule == "list_of_goals":
        return _of_opener(scene, here) or _of_year_told(scene, here)
    numbered = pattern(r"[一二三四五六七八九十]是$").search(scene.text[max(0, start - 2) : start])
    if not numbered and not pattern(r"^在?\p{Han}{2,14}(?:方面|上)$").match(opened):
        return _of_opener(scene, here)
    for number in range(here - 1, max(0, here - REACH) - 1, -1):
        clauses = scene.structure.sentences[number].clauses
        for place in clauses[:REACH] if numbered else clauses[:1]:
            for index in scene.times_by_clause[place]:
                head = scene.times[index].start - scene.clause(place).start <= 1
                if head and scene.times[index].grain == "year" and deadline.usable(scene, index, achieved=False):
                    return When(index, inherited=True, rule="time_of_list")
    return None


def _of_year_told(scene: Scene, here: int) -> When | None:
    """【2025年】是规划的收官之年。…⏎主要目标是：…: the year that a sentence just before said what it is."""
    for number in range(here - 1, max(-1, here - 1 - TOLD), -1):
        sentence = scene.structure.sentences[number]
        index = scene.time_starts.get(sentence.start)
        if index is not None and pattern(r"是[^。]{2,60}年").match(scene.text, scene.times[index].end, sentence.end):
            year = scene.times[index].grain == "year" and deadline.usable(scene, index, achieved=False)
            return When(index, inherited=True, rule="time_of_list") if year else None
    return None


def _of_opener(scene: Scene, sentence: int) -> When | None:
    """今年将办好10件实事：⏎1.…⏎2.…, 二、今年主要目标⏎…: the year of the line that opened a list or the heading over it."""
    lines, text = scene.structure.lines, scene.text
    here = scene.structure.sentences[sentence].line
    if lines[here].level is None and "实事" in text[lines[here].start : min(lines[here].end, lines[here].start + OPENING)]:
        return _year_of(scene, here)
    if not frame.is_item(text, lines[here]) and scene.frames[sentence].rule != "heading":
        return None
    for at in range(here - 1, max(-1, here - 1 - REACH), -1):
        words = text[lines[at].start : lines[at].end]
        if frame.opens_plan(words[:OPENING], heading=lines[at].heading or lines[at].level is not None):
            return _year_of(scene, at) or (_year_of(scene, at - 1) if at and lines[at].level is None else None)
        item = frame.is_item(text, lines[at])
        if frame.opens_goals(words[-OPENING:]) or (not item and "实事" in words[:OPENING]):
            return _year_of(scene, at)
        if not item and scene.frames[sentence].rule != "heading":
            return None
    return None


def _year_of(scene: Scene, line: int) -> When | None:
    """The last year that a line names."""
    for number in reversed(scene.structure.lines[line].sentences):
        for place in scene.structure.sentences[number].clauses:
            for index in scene.times_by_clause[place]:
                if scene.times[index].grain == "year" and deadline.usable(scene, index, achieved=False):
                    return When(index, inherited=True, rule="time_of_list")
    return None


def section(scene: Scene, clause: int) -> When | None:
    """The period that a section's goals stand under: 「今后五年的主要目标是…」."""
    index = scene.periods[scene.clause(clause).sentence]
    return None if index is None else When(index, inherited=True, rule="period_of_section")


def of_title(scene: Scene, clause: int) -> When | None:
    """The year or plan period of the title; it does not govern the notes that explain a report's names."""
    title = scene.title
    if not (title.period or (title.year and (title.report or title.order))):
        return None
    line = scene.structure.lines[scene.structure.sentences[scene.clause(clause).sentence].line]
    if title.report and frame.is_note(scene.text, line):
        return None
    return When(None, inherited=True, rule="year_of_title")


EXAMPLES = (
    Example(
        "教育类支出：安排3亿元，比上年增加4000万元。去年完成收入5亿元。",
        (
            "planned | 教育类支出 | 安排 | 市级财政 | eq 300000000 元 | level | 2013-12-31",
            "planned | 教育类支出 | 增加 | 市级财政 | eq 40000000 元 | increment | 2013-12-31",
            "achieved | 收入 | 完成 | 市级财政 | eq 500000000 元 | increment | 2012-12-31",
        ),
        title="2013年市级财政预算安排",
        published="2013-01-09",
    ),
    Example(
        "2025年是收官之年，任务繁重。\n主要预期目标是：生产总值增长5.6%以上，城镇化率达到60%。",
        (
            "planned | 生产总值 | 增长 | 澜江区 | ge 5.6 % | growth | 2025-12-31",
            "planned | 城镇化率 | 达到 | - | eq 60 % | share | 2025-12-31",
        ),
        title="澜江区描绘发展蓝图",
        published="2025-01-09",
    ),
    Example(
        "2\t便民停车\t新增停车泊位90个\t11月底前\t县城管局\n3\t农村供水\t改造供水管网45公里，普及率提高到96%\t年底前\t县水利局",
        (
            "planned | 停车泊位 | 新增 | 县城管局 | eq 90 个 | increment | 2024-11-30",
            "planned | 供水管网 | 改造 | 县水利局 | eq 45 公里 | increment | 2024-12-31",
            "planned | 普及率 | 提高到 | 县水利局 | eq 96 % | share | 2024-12-31",
        ),
        title="关于印发2024年石桥县民生实事任务分解表的通知",
    ),
    Example(
        "今年，澜江区将办好民生实事。在教育方面，新建学校6所。", ("planned | 学校 | 新建 | 澜江区 | eq 6 所 | increment | 2024-12-31",)
    ),
    Example(
        "“十四五”期间，全县新建水库3座；灌溉面积达到45万亩。",
        (
            "planned | 水库 | 新建 | 石桥县 | eq 3 座 | increment | 2025-12-31",
            "planned | 灌溉面积 | 达到 | 石桥县 | eq 450000 亩 | level | 2025-12-31",
        ),
        title="石桥县“十四五”水利发展规划",
        published="2021-06-01",
    ),
    Example(
        "今年，我市将办好十件实事。\n1.新增公交车50台。\n2.招聘特岗教师300名。",
        (
            "planned | 公交车 | 新增 | - | eq 50 台 | increment | 2024-12-31",
            "planned | 特岗教师 | 招聘 | - | eq 300 名 | increment | 2024-12-31",
        ),
        title="两会解读：十件实事",
    ),
    Example(
        "昨日获悉，今年，澜江区将新建公园3个。\n一是新建学校6所。",
        (
            "planned | 公园 | 新建 | 澜江区 | eq 3 个 | increment | 2024-12-31",
            "planned | 学校 | 新建 | 澜江区 | eq 6 所 | increment | 2024-12-31",
        ),
    ),
    Example(
        "一、2023年工作回顾\n新增就业1.2万人\n二、今年主要预期目标\n粮食产量12万吨左右",
        (
            "achieved | 就业 | 新增 | - | eq 12000 人 | increment | -",
            "planned | 粮食产量 | - | - | approx 120000 吨 | level | 2024-12-31",
        ),
        title="报告要点",
    ),
)
