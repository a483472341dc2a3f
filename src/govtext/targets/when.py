"""Which time of its sentence governs a number: its clause's, else an earlier clause's.

「到2025年，建成公园30个，绿地率达到40%」: both numbers stand under 到2025年, the second one inherits it.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from govtext.rules import pattern
from govtext.targets import deadline, event
from govtext.targets.draft import When
from govtext.targets.example import Example

if TYPE_CHECKING:
    from govtext.targets.scene import Scene


# How many clauses or sentences a time is looked for in front of a number: bounds the work on a page without stops.
REACH = 40
# So many times are several.
MANY = 2


def own(scene: Scene, clause: int, upto: int, *, achieved: bool) -> When | None:
    """The nearest usable time of the clause in front of offset ``upto``; else one behind it."""
    behind = None
    listed = _of_each(scene, clause, upto)
    if listed is not None and deadline.usable(scene, listed, achieved=achieved):
        return When(listed, inherited=False, rule="time_in_clause")
    for index in reversed(scene.times_by_clause[clause]):
        if _aside(scene, clause, index, upto):
            continue
        if not deadline.usable(scene, index, achieved=achieved) and (achieved or not _promised_in(scene, clause, index)):
            continue
        if _attributes(scene, index, upto):
            continue
        if scene.times[index].start < upto:
            return When(index, inherited=False, rule="time_in_clause", turn=_turn(scene, clause, index, upto))
        behind = When(index, inherited=False, rule="time_behind_number")
    return behind


def _aside(scene: Scene, clause: int, index: int, upto: int) -> bool:
    """5G基站数达到3.5万个（其中【2024年】新建5000个），…: a time in a part of the whole is the part's alone."""
    time, start = scene.times[index], scene.clause(clause).start
    opened = scene.text.rfind("（其中", start, time.start)
    if opened < 0 or "）" in scene.text[opened : time.start]:
        return False
    closed = scene.text.find("）", time.end)
    return not opened < upto < (closed if closed >= 0 else len(scene.text))


def _of_each(scene: Scene, clause: int, upto: int) -> int | None:
    """2024年、2025年【分别】新建500个、600个: to each number its own of the times that are listed."""
    times = scene.times_by_clause[clause]
    if len(times) < MANY or "分别" not in scene.text[scene.clause(clause).start : upto]:
        return None
    told = scene.text.rfind("分别", scene.clause(clause).start, upto)
    before = [i for i in times if scene.times[i].end <= told]
    numbers = [scene.quantities[i].start for i in scene.by_clause[clause] if scene.quantities[i].start > told]
    joints = {scene.text[scene.times[a].end : scene.times[b].start] for a, b in itertools.pairwise(before)}
    if len(before) < MANY or len(before) != len(numbers) or upto not in numbers or not joints <= {"、", "和", "及", "，"}:
        return None
    return before[numbers.index(upto)]


def _attributes(scene: Scene, index: int, upto: int) -> bool:
    """上半年【开工的】3个项目提前交付: a time that says which ones dates nothing else."""
    behind = pattern(r"(?:集中|新)?(?:开工|启动|签约|建成|投产|实施|立项|下达|竣工)的").match(scene.text, scene.times[index].end, upto + 1)
    return behind is not None


def _turn(scene: Scene, clause: int, index: int, upto: int) -> int | None:
    """今明两年【分别】增长5%和6%: the first number is this year's, the second next year's."""
    time, days = scene.times[index], scene.resolve(index)
    if time.rule != "two_years" or days.start is None or days.end is None or "分别" not in scene.text[time.end : upto]:
        return None
    starts = [scene.quantities[i].start for i in scene.by_clause[clause] if scene.quantities[i].start >= time.end]
    starts = [start for start in starts if "分别" in scene.text[time.end : start]]
    years = days.end.year - days.start.year + 1
    return starts.index(upto) if upto in starts and len(starts) == years else None


def _promised_in(scene: Scene, clause: int, index: int) -> bool:
    """2023年度【拟】资助30项: a promise told after its year has ended."""
    tokens = scene.tokens(clause)
    at = next((i for i, t in enumerate(tokens) if t.part == "time" and t.index == index), None)
    year = scene.times[index].grain == "year" and scene.times[index].absolute and scene.times[index].relation == "within"
    return year and at is not None and at + 1 < len(tokens) and tokens[at + 1].word in ("拟", "将", "计划")


def earlier(scene: Scene, clause: int, upto: int, *, achieved: bool, agent: bool) -> When | None:
    """The time of an earlier clause of the sentence, unless it dates an event of its own or stands in another agent's item."""
    sentence = scene.structure.sentences[scene.clause(clause).sentence]
    here = scene.text[scene.clause(clause).start : upto]
    within = past_item = False
    then = "届时" in scene.text[max(sentence.start, upto - 80) : upto] or here.startswith(("可", "能", "预计可", "将可"))
    if achieved and _is_now(scene, clause):
        return None
    for place in range(clause - 1, max(sentence.clauses.start, clause - REACH) - 1, -1):
        if achieved and _is_now(scene, place):
            return None
        if scene.clause(place).mark in ("；", ";"):
            if agent:
                return None
            within = within or scene.title.period is not None  # of a plan's goals each stands for itself
            past_item = True
        for index in reversed(scene.times_by_clause[place]):
            if (
                deadline.usable(scene, index, achieved=achieved)
                and not _aside(scene, place, index, upto)
                and not _attributes(scene, index, upto)
                and not (within and scene.times[index].start > sentence.start + 1)
                and not _of_which(scene, index)
                and not (past_item and scene.text.startswith("其中", scene.clause(place).start))  # 其中2018年开工7项；投资超过…
                and not deadline.reports(scene, place, index)
                and not (achieved and _of_plan(scene, place, index))
                and not (scene.times[index].relation == "since" and scene.by_clause[place])  # 8月1日起上调2个百分点，预计每年增收…
                and (
                    then
                    or not deadline.dates_an_event(scene, place, index)
                    or _goes_on_about(scene, clause, place)
                    or (place == clause - 1 and _comes_of_it(scene, clause, upto, index))
                )
            ):
                return When(index, inherited=True, rule="time_in_earlier_clause")
    return None


def _is_now(scene: Scene, clause: int) -> bool:
    """今年计划增设400部，【目前】已开工308部: what stands now is of no earlier time."""
    times = (scene.times[i] for i in scene.times_by_clause[clause])
    said = any(time.rule == "now" and scene.text.startswith(_NOW, time.start) for time in times)
    return said or any(t.word == "现" for t in scene.tokens(clause)[:1])


_NOW = ("目前", "当前", "现在", "截至目前", "截止目前", "至今", "眼下")


def _of_plan(scene: Scene, clause: int, index: int) -> bool:
    """【本年度】计划开工项目255项，目前已开工206项: the year that a plan is for dates no fact beside it."""
    plans = any(t.part == "cue" and t.start >= scene.times[index].end for t in scene.tokens(clause))
    return plans and scene.tense(index) == "open"


def _of_which(scene: Scene, index: int) -> bool:
    """成立于【2015年的】企业: a time that says which one, but not 2025年的目标中，…."""
    return bool(pattern(r"的(?!\p{Han}{0,8}(?:目标|任务|指标))").match(scene.text, scene.times[index].end))


def _goes_on_about(scene: Scene, clause: int, place: int) -> bool:
    """10月中旬启动新一轮回购，【回购】金额不超过10亿元: the clause opens with a word of the event's."""
    words = [t.word for t in scene.tokens(clause)[:1] if t.part in ("noun", "do") and len(t.word) > 1]
    event_words = scene.text[scene.clause(place).start : scene.clause(place).end]
    return any(word in event_words for word in words)


def _comes_of_it(scene: Scene, clause: int, upto: int, index: int) -> bool:
    """9月底前完成筛查，【建档率】达100%: a share says how far it went; 用两年时间建成，接入1万处: a stretch holds all."""
    if scene.clause(clause - 1).mark not in ("，", ","):
        return False
    first = scene.quantities[scene.by_clause[clause][0]]
    share = first.start == upto and first.unit == "%" and first.measure is None
    return scene.times[index].rule == "taking" or (share and scene.times[index].grain in event.FINE)


EXAMPLES = (
    Example(
        "今年计划开工项目25项，目前已开工20项。",
        (
            "planned | 项目 | 开工 | - | eq 25 项 | increment | 2024-12-31",
            "achieved | 项目 | 开工 | - | eq 20 项 | increment | -",
        ),
        published="2024-11-15",
    ),
    Example(
        "到2030年的增产任务分别为：小麦39亿公斤；玉米85亿公斤。",
        (
            "planned | 小麦 | - | - | eq 3900000000 公斤 | level | 2030-12-31",
            "planned | 玉米 | - | - | eq 8500000000 公斤 | level | 2030-12-31",
        ),
    ),
    Example(
        "生产总值年均增长5%左右，力争2028年突破4万亿元；城镇化率提高到68%。",
        (
            "planned | 生产总值 | 增长 | 云岭省 | approx 5 % | growth | 2030-12-31",
            "planned | 生产总值 | 突破 | 云岭省 | gt 4000000000000 元 | level | 2028-12-31",
            "planned | 城镇化率 | 提高到 | 云岭省 | eq 68 % | share | 2030-12-31",
        ),
        title="云岭省国民经济和社会发展第十五个五年规划纲要",
        published="2026-02-10",
    ),
    Example(
        "一、2023年工作回顾\n上半年开工的3个棚改项目提前4个月交付。",
        ("achieved | 棚改项目 | 开工 | 澜江区 | eq 3 个 | increment | -",),
        title="澜江区2024年政府工作报告",
    ),
    Example(
        "今年、明年、2026年将分别新建充电桩500个、600个和800个。",
        (
            "planned | 充电桩 | 新建 | - | eq 500 个 | increment | 2024-12-31",
            "planned | 充电桩 | 新建 | - | eq 600 个 | increment | 2025-12-31",
            "planned | 充电桩 | 新建 | - | eq 800 个 | increment | 2026-12-31",
        ),
    ),
    Example(
        "确保到2025年底，基站数达到3.5万个（其中2024年新建5000个），用户占比超过30%。",
        (
            "planned | 基站数 | 达到 | - | eq 35000 个 | level | 2025-12-31",
            "planned | 基站数 | 新建 | - | eq 5000 个 | increment | 2024-12-31",
            "planned | 用户占比 | 超过 | - | gt 30 % | share | 2025-12-31",
        ),
    ),
    Example(
        "6月底前完成学生视力筛查，建档率达到95%。",
        (
            "planned | 学生视力筛查 | 完成 | - | event | - | 2024-06-30",
            "planned | 建档率 | 达到 | - | eq 95 % | share | 2024-06-30",
        ),
    ),
    Example(
        "审批平台力争用两年时间建成投用，接入站点1.1万处以上。",
        (
            "planned | 审批平台 | 建成投用 | - | event | - | 2026-01-20",
            "planned | 站点 | 接入 | - | ge 11000 处 | increment | 2026-01-20",
        ),
    ),
    Example(
        "东洲经济今明两年预计分别增长4.5%和4.1%。",
        (
            "planned | 东洲经济 | 增长 | - | eq 4.5 % | growth | 2024-12-31",
            "planned | 东洲经济 | 增长 | - | eq 4.1 % | growth | 2025-12-31",
        ),
    ),
    Example(
        "项目今年6月开工，2027年8月投产，达产达效后预计年产值10亿元。",
        (
            "planned | 项目 | 开工 | - | event | - | 2024-06-30",
            "planned | 项目 | 投产 | - | event | - | 2027-08-31",
            "planned | 年产值 | - | - | eq 1000000000 元 | level | -",
        ),
    ),
    Example("今明两年职业技能培训3500万人次以上。", ("planned | 职业技能 | 培训 | - | ge 35000000 人次 | increment | 2025-12-31",)),
    Example(
        "今年计划增设电梯400部，目前已开工308部，占年度任务的77%。",
        (
            "planned | 电梯 | 增设 | - | eq 400 部 | increment | 2024-12-31",
            "achieved | 电梯 | 开工 | - | eq 308 部 | increment | -",
            "achieved | 电梯 | 占 | - | eq 77 % | share | -",
        ),
    ),
    Example(
        "截至6月底，水利工程已开工129项，其中2023年新开工7项；在建投资规模超过100亿元。",
        (
            "achieved | 水利工程 | 开工 | - | eq 129 项 | increment | 2024-06-30",
            "achieved | 水利工程 | 新开工 | - | eq 7 项 | increment | 2023-12-31",
            "achieved | 在建投资规模 | 超过 | - | gt 10000000000 元 | level | 2024-06-30",
        ),
        published="2024-07-19",
    ),
    Example(
        "今年计划新增床位2500张，现每千名老人拥有床位36张。",
        ("planned | 床位 | 新增 | - | eq 2500 张 | increment | 2024-12-31", "achieved | 床位 | 拥有 | - | eq 36 张 | level | -"),
    ),
)
