"""Which times of a sentence can govern a number, and which of them does: its clause's, else an earlier clause's.

「到2025年，建成公园30个，绿地率达到40%」: both numbers stand under 到2025年, the second one inherits it.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from govtext.rules import pattern
from govtext.targets import event
from govtext.targets.draft import When
from govtext.targets.example import Example

if TYPE_CHECKING:
    from govtext.targets.scene import Scene


# How many clauses or sentences a time is looked for in front of a number: bounds the work on a page without stops.
REACH = 40
# So many times are several.
MANY = 2


def follows_event(words: str) -> bool:
    """Whether words point back to an event that came before: 投产后, 届时."""
    return "届时" in words or supposes(words)


def supposes(words: str, *, at_end: bool = False) -> bool:
    """Whether words make a condition of an event: 项目建成后."""
    return "后" in words and bool(pattern(_CONDITION_AT_END if at_end else _CONDITION).search(words))


_CONDITION = (
    r"(?:建成|投产|完工|竣工|达产|达效|满产|通车|投用|投运|运营|实施|完成|通航|开通|使用|交付)"
    r"(?:投产|投用|通车|运营|达产|达效|使用)?(?:之后|以后|后)"
)
_CONDITION_AT_END = _CONDITION + "$"


def own(scene: Scene, clause: int, upto: int, *, achieved: bool) -> When | None:
    """The nearest usable time of the clause in front of offset ``upto``; else one behind it."""
    behind = None
    listed = _of_each(scene, clause, upto)
    if listed is not None and usable(scene, listed, achieved=achieved):
        return When(listed, inherited=False, rule="time_in_clause")
    for index in reversed(scene.times_by_clause[clause]):
        if _aside(scene, clause, index, upto):
            continue
        if not usable(scene, index, achieved=achieved) and (achieved or not _promised_in(scene, clause, index)):
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
    within = False
    then = "届时" in scene.text[max(sentence.start, upto - 80) : upto] or here.startswith(("可", "能", "预计可", "将可"))
    for place in range(clause - 1, max(sentence.clauses.start, clause - REACH) - 1, -1):
        if scene.clause(place).mark in ("；", ";"):
            if agent:
                return None
            within = within or scene.title.period is not None  # of a plan's goals each stands for itself
        for index in reversed(scene.times_by_clause[place]):
            if (
                usable(scene, index, achieved=achieved)
                and not _aside(scene, place, index, upto)
                and not _attributes(scene, index, upto)
                and not (within and scene.times[index].start > sentence.start + 1)
                and not _of_which(scene, index)
                and not reports(scene, place, index)
                and not (scene.times[index].relation == "since" and scene.by_clause[place])  # 8月1日起上调2个百分点，预计每年增收…
                and (
                    then
                    or not dates_an_event(scene, place, index)
                    or _goes_on_about(scene, clause, place)
                    or (place == clause - 1 and _comes_of_it(scene, clause, upto, index))
                )
            ):
                return When(index, inherited=True, rule="time_in_earlier_clause")
    return None


def _of_which(scene: Scene, index: int) -> bool:
    """成立于【2015年的】企业: a time that says which one, but not 2025年的目标中，…."""
    return bool(pattern(r"的(?!(?:主要|工作|发展|预期){0,2}目标)").match(scene.text, scene.times[index].end))


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
    return scene.times[index].rule == "taking" or (share and scene.times[index].grain in _FINE)


def reports(scene: Scene, clause: int, index: int) -> bool:
    """「2024年春运专班数据显示」 says whose figures these are: the year in it dates no promise."""
    here = scene.clause(clause)
    return scene.times[index].grain == "year" and scene.text[here.start : here.end].endswith(
        ("显示", "表示", "介绍", "获悉", "了解到", "报道", "指出", "提出")
    )


# 19日【举行的】推进会上获悉: when it was told of.
_HELD = ("举行的", "召开的", "举办的", "发布的", "公布的", "印发的")


# An occasion by its year: 2023年德国国际【车展】上, 出席2023年年会【时】.
_SHOWN = r"\p{Han}{0,12}(?:车展|展览会|博览会|展会|论坛|峰会|年会|大会|会议|开幕式|发布会)(?:[（(][^）)]{1,12}[）)])?(?:上|时|期间|间隙)"


def usable(scene: Scene, index: int, *, achieved: bool) -> bool:
    """Whether a time can be a deadline: no baseline (比2020年), no rate (每年), and on the right side of the publication date."""
    time = scene.times[index]
    before = scene.text[max(0, time.start - 2) : time.start]
    behind = scene.text[time.end : time.end + 4]
    if (
        time.relation == "each"
        or time.rule == "now"
        or scene.text.startswith("同期", time.end - 2)
        or not scene.ends(index)
        or scene.titled(index)
        or (time.grain == "year" and pattern(_SHOWN).match(scene.text, time.end))
    ):
        return False
    if behind.startswith("的") and time.relation == "within" and time.grain == "day":
        return False  # 达到假期三天的峰值
    if before.endswith(("是", "为", "由")) and pattern(r"的[\p{Nd}一二三四五六七八九十百千万两]").match(behind):
        return False  # 是2005年的2.3倍, 由2019年的186天
    of_goal = scene.text[time.start : time.end] in ("年度", "年初") and behind.startswith(("计划的", "目标的", "任务的", "预算的"))
    if of_goal or (time.relation == "since" and before.endswith(("创", "为", "是"))):
        return False  # 完成年度计划的117%, 创2010年以来最好位次
    if before.endswith(
        ("比", "较", "按", "自", "从", "同", "与", "高于", "低于", "大于", "小于", "多于", "少于", "好于", "快于", "优于", "超过")
    ) or behind.startswith(("以来", "相比", "水平", "同期", "价格", "不变价", "起", "基础", "的基础", *_HELD)):
        return False
    return (scene.tense(index) == "past") == achieved or (achieved and scene.tense(index) == "open")


def dates_an_event(scene: Scene, clause: int, index: int) -> bool:
    """Whether a time stands between a name and its event: 【硅基光电产业园】9月开工; 「2025年建成…，…」 governs what follows."""
    time, here = scene.times[index], scene.clause(clause)
    if scene.by_clause[clause]:
        return False
    tokens = scene.tokens(clause)
    at = next((i for i, t in enumerate(tokens) if t.part == "time" and t.index == index), None)
    happening = None if at is None else event.behind(scene, tokens, at)
    if at is None or happening is None:
        return False
    if time.grain in _FINE and (happening[-1].end < here.end or at > 0):
        return True  # 6月底前出台规划，培育企业20户
    named = "".join(
        t.word for t in tokens[:at] if t.part not in ("cue", "adverb", "time") and t.word not in ("于", "在", "到", "项目", "该")
    )
    return len(named) >= 2


_FINE = ("day", "ten_days", "month", "quarter", "week")


EXAMPLES = (
    Example(
        "市长在2024年国际车展（LIA）时宣布，该市将投入3亿元。",
        ("planned | 投入 | 投入 | 该市 | eq 300000000 元 | increment | -",),
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
    Example("政府自9月1日起将燃油附加费上调2个百分点。", ("planned | 燃油附加费 | 上调 | 政府 | eq 2 个百分点 | point | 2024-09-01",)),
    Example("截至2025年底，全市将累计建成口袋公园100个。", ("planned | 口袋公园 | 建成 | - | eq 100 个 | increment | 2025-12-31",)),
    Example(
        "截至2月底，全市累计建成口袋公园100个。",
        ("achieved | 口袋公园 | 建成 | - | eq 100 个 | increment | 2024-02-29",),
        published="2024-03-05",
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
        "2023年，全区总产值86亿元，是2018年的2.3倍，年均递增14.2%。",
        (
            "achieved | 总产值 | - | - | eq 8600000000 元 | level | 2023-12-31",
            "achieved | 总产值 | 是 | - | eq 2.3 倍 | multiple | 2023-12-31",
            "achieved | 总产值 | 递增 | - | eq 14.2 % | growth | -",
        ),
    ),
    Example("审批周期由2019年的186天缩短至121天。", ("achieved | 审批周期 | 缩短至 | - | eq 121 天 | level | -",)),
    Example(
        "东洲经济今明两年预计分别增长4.5%和4.1%。",
        (
            "planned | 东洲经济 | 增长 | - | eq 4.5 % | growth | 2024-12-31",
            "planned | 东洲经济 | 增长 | - | eq 4.1 % | growth | 2025-12-31",
        ),
    ),
    Example(
        "生产总值增长7.3%、创2010年以来最好位次。",
        ("achieved | 生产总值 | 增长 | - | eq 7.3 % | growth | -",),
    ),
    Example("20日，全国铁路预计发送旅客94万人次。", ("planned | 旅客 | 发送 | 全国铁路 | eq 940000 人次 | increment | 2024-01-20",)),
    Example(
        "今年确保增长8.9%，高于去年9个百分点。",
        ("planned | - | 增长 | - | eq 8.9 % | growth | 2024-12-31", "planned | - | 高于 | - | eq 9 个百分点 | point | 2024-12-31"),
    ),
    Example(
        "项目今年6月开工，2027年8月投产，达产达效后预计年产值10亿元。",
        (
            "planned | 项目 | 开工 | - | event | - | 2024-06-30",
            "planned | 项目 | 投产 | - | event | - | 2027-08-31",
            "planned | 年产值 | - | - | eq 1000000000 元 | level | -",
        ),
    ),
    Example("19日举行的推进会上获悉，环线现有14个项目已开工建设。", ("achieved | 项目 | 开工建设 | - | eq 14 个 | increment | -",)),
    Example("今明两年职业技能培训3500万人次以上。", ("planned | 职业技能 | 培训 | - | ge 35000000 人次 | increment | 2025-12-31",)),
    Example("“五一”假期旅游收入恢复至2019年同期的128%。", ("achieved | 旅游收入 | 恢复 | - | eq 128 % | share | -",)),
)
