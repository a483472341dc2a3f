"""The time that governs a number: its clause's, an earlier clause's, the paragraph's, else the one that the layout gives.

「下半年，全区将聚焦科技创新。新增科技型企业700家」: 下半年 stands one sentence before and governs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govtext.rules import pattern
from govtext.targets import deadline, event, head, layout, when
from govtext.targets.draft import When
from govtext.targets.example import Example

if TYPE_CHECKING:
    from govtext.targets.evidence import Stance
    from govtext.targets.scene import Scene

# How many sentences a time is looked for in front of a number: bounds the work on a page without stops.
REACH = 40
# So many clauses in a row are counted before it is said when all is done.
COUNTED_TOGETHER = 6
# Two times that stand so near are one: 今年中秋国庆假期.
AT_ONCE = 2
_LONG = ("year", "years", "half", "century")
_PERIODS = ("years", "century")
# 用三年时间培育…: a stretch for its own clause only.
_WINDOWS = ("ahead", "within", "taking")
_SAID = ("表示", "介绍", "指出", "认为", "透露", "强调", "宣布", "说")


def find(scene: Scene, clause: int, upto: int, *, achieved: bool, agent: bool) -> When | None:
    """The time that governs a number; for a fact only one stated in its sentence. ``agent``: the clause names its own."""
    found = when.own(scene, clause, upto, achieved=achieved)
    if found is not None:
        return found
    if not achieved and (_vague(scene, clause, upto) or _conditional(scene, clause, upto)):
        return None
    found = when.earlier(scene, clause, upto, achieved=achieved, agent=agent)
    if achieved and found is not None and found.time is not None and scene.times[found.time].grain == "year" and _each(scene, clause, upto):
        return None  # 2010年达到86亿元，年均增长14%: the rate is of more years than the one
    if found is not None or achieved:
        return found
    return outside(scene, clause, each=_each(scene, clause, upto))


def _each(scene: Scene, clause: int, upto: int) -> bool:
    """每年, 年均 in front of the number, but not 年均 in a name: 年均浓度."""
    text, quantities = scene.text, scene.quantities
    last = max((quantities[i].end for i in scene.by_clause[clause] if quantities[i].end <= upto), default=-1)
    return any(
        scene.times[i].relation == "each"
        and scene.times[i].start > last
        and scene.times[i].start < upto
        and not text.startswith(("浓度", "值", "气温", "降水"), scene.times[i].end)
        for i in scene.times_by_clause[clause]
    )


def _vague(scene: Scene, clause: int, upto: int) -> bool:
    """未来: a time of its own, without days."""
    here = scene.clause(clause)
    if any(
        scene.times[i].start < upto
        and scene.resolve(i).end is None
        and scene.times[i].relation != "each"
        and scene.times[i].tense == "future"
        for i in scene.times_by_clause[clause]
    ):
        return True
    words = scene.text[max(here.start, upto - 24) : upto]
    return "早日" in words or ("未来" in words and bool(pattern(_FUTURE).search(words)))


# 早日 is a time without an end. 未来五年 is a time, 未来产业 and 未来社区 are names.
_FUTURE = r"未来(?!的|\p{Han}{0,6}(?:产业|发展|城市|社区|科技|学校|工厂|技术|材料|网络))"


def _conditional(scene: Scene, clause: int, upto: int) -> bool:
    """项目建成后: a condition is no deadline, and keeps other times away; a dated one, 2025年建成后, gives its year."""
    here = scene.clause(clause)
    if deadline.supposes(scene.text[max(here.start, upto - 60) : upto]):
        return True
    first = scene.structure.sentences[here.sentence].clauses.start
    for before in range(clause - 1, max(first, clause - COUNTED_TOGETHER) - 1, -1):
        other = scene.clause(before)
        if any(scene.times[i].relation != "each" for i in scene.times_by_clause[before]) or other.mark in ("；", ";"):
            return False
        if deadline.supposes(scene.text[max(other.start, other.end - 60) : other.end], at_end=not scene.by_clause[before]):
            return True  # 建成达产后预计年产值500亿元，【年税收25亿元】
    return False


def outside(scene: Scene, clause: int, *, each: bool) -> When | None:
    """The time that governs a clause which names none; a rate (每年) stands only under a period of years."""
    of_row = layout.row(scene, clause)
    if of_row is not None:
        return of_row
    if each:
        return layout.section(scene, clause) or (layout.of_title(scene, clause) if scene.title.period else None)
    sentence = scene.clause(clause).sentence
    return (
        following(scene, clause)
        or _then(scene, sentence)
        or scene.once(paragraph, sentence)
        or layout.section(scene, clause)
        or same_day(scene, clause)
        or scene.once(layout.listed, sentence)
        or layout.of_title(scene, clause)
    )


def asked(scene: Scene, clause: int, upto: int, stance: Stance) -> When | None:
    """【今年】，全区将怎么干？⏎新建学校5所: the year that a question names governs what answers it."""
    index = scene.time_starts.get(stance.start) if stance.rule == "plan_of_question" else None
    if index is None or _each(scene, clause, upto) or not deadline.usable(scene, index, achieved=False):
        return None
    return When(index, inherited=True, rule="time_of_question")


def following(scene: Scene, clause: int) -> When | None:
    """The date by which all that was counted is done: 「新建900公里，改建300公里，2035年【全部建成】」."""
    last = scene.structure.sentences[scene.clause(clause).sentence].clauses.stop
    for after in range(clause + 1, min(last, clause + 1 + COUNTED_TOGETHER)):
        if scene.times_by_clause[after]:
            return _completion(scene, after)
        if not scene.by_clause[after]:
            return None
    return None


def _completion(scene: Scene, clause: int) -> When | None:
    """The year of a clause that says nothing else than that all is done by then."""
    if scene.by_clause[clause] or len(scene.times_by_clause[clause]) != 1:
        return None
    index, tokens = scene.times_by_clause[clause][0], scene.tokens(clause)
    opens = tokens[0].part == "time" or (len(tokens) > 1 and tokens[0].part in ("adverb", "cue") and tokens[1].part == "time")
    rest = [t for t in tokens if t.part not in ("time", "adverb", "cue")]
    done = bool(rest) and all(event.happens(t.word) or t.word == "全部" for t in rest)
    if (
        opens
        and done
        and any(t.word in ("全部", "全面", "全线") for t in tokens)
        and scene.times[index].grain == "year"
        and deadline.usable(scene, index, achieved=False)
    ):
        return When(index, inherited=True, rule="time_of_completion")
    return None


def _then(scene: Scene, here: int) -> When | None:
    """9号线将在2020年底前完工。【届时】，里程有望达到450公里: the last time of the sentence before."""
    line = scene.structure.lines[scene.structure.sentences[here].line]
    if here == line.sentences.start or not scene.text.startswith("届时", scene.structure.sentences[here].start):
        return None
    for place in reversed(scene.structure.sentences[here - 1].clauses[-REACH:]):
        for index in reversed(scene.times_by_clause[place]):
            if deadline.usable(scene, index, achieved=False):
                return When(index, inherited=True, rule="time_of_then")
    return None


def paragraph(scene: Scene, here: int) -> When | None:
    """The time at the head of an earlier sentence of the paragraph: 「下半年，全区将聚焦…。新增…」; for 其中 any of the sentence before."""
    line = scene.structure.lines[scene.structure.sentences[here].line]
    among = scene.text.startswith("其中", scene.structure.sentences[here].start)
    first = line.sentences.start - among if here == line.sentences.start else line.sentences.start  # …的实事。⏎【其中包括】：…
    for number in range(here - 1, max(0, first, here - REACH) - 1, -1):
        sentence = scene.structure.sentences[number]
        places = sentence.clauses if not among else reversed(sentence.clauses)
        for place in list(places)[: REACH if among else 2]:
            for index in scene.times_by_clause[place]:
                if index + 1 in scene.times_by_clause[place] and scene.times[index + 1].start - scene.times[index].end <= AT_ONCE:
                    continue  # 今年中秋国庆假期: the narrower one is meant
                if (
                    (among or _heads(scene, place, index))
                    and deadline.usable(scene, index, achieved=False)
                    and not deadline.dates_an_event(scene, place, index)
                ):
                    other = not among and not scene.title.report and _other_agent(scene, here, place)
                    return None if other else When(index, inherited=True, rule="time_of_paragraph")
        among = False
    return None


def _heads(scene: Scene, place: int, index: int) -> bool:
    """Whether a time stands at the head of its sentence, behind nobody but who acts, and governs more than its own clause."""
    time, here = scene.times[index], scene.clause(place)
    start = scene.structure.sentences[here.sentence].start
    if deadline.reports(scene, place, index) or time.rule in (*_WINDOWS, "two_years"):
        return False
    if (scene.title.report or scene.title.period) and time.grain not in _PERIODS:
        return False  # in a report the title's year goes on governing
    if time.grain not in _LONG:
        return time.start - start <= 1
    before = [t for t in scene.tokens(place) if t.end <= time.start and t.part not in ("adverb", "mark", "cue")]
    return not before or head.named(scene.tokens(place)) is not None or sum(len(t.word) for t in before) <= 2


def _other_agent(scene: Scene, sentence: int, governing: int) -> bool:
    """Whether somebody else acts or speaks in a sentence than in the one whose time would govern it."""
    clauses = scene.structure.sentences[sentence].clauses
    here = scene.clause(clauses.start)
    if scene.text[here.start : here.end].rstrip("：:").endswith(_SAID):
        return True
    opens = clauses.start + (len(clauses) > 1 and scene.text.startswith("除", here.start))  # 除政府的投资外，【铁路公司】也将…
    who, other = head.named(scene.tokens(opens)), head.named(scene.tokens(governing))
    return who is not None and (other is None or not (who.text in other.text or other.text in who.text))


def same_day(scene: Scene, clause: int) -> When | None:
    """全国民航今天【预计】发送旅客…。水路发送量【预计】为…: forecasts in a row are for one day."""
    here = scene.clause(clause)
    if "预计" not in scene.text[here.start : here.end]:
        return None
    line = scene.structure.lines[scene.structure.sentences[here.sentence].line]
    for number in range(here.sentence, max(line.sentences.start, here.sentence - 2) - 1, -1):
        for place in scene.structure.sentences[number].clauses[:REACH]:
            for index in scene.times_by_clause[place]:
                words = scene.text[scene.times[index].start : scene.clause(place).end]
                if place < clause and words.startswith(("今天", "今日")) and "预计" in words:
                    return When(index, inherited=True, rule="day_of_forecasts")
    return None


EXAMPLES = (
    Example(
        "下半年，澜江区将聚焦科技创新。新增科技型企业700家。",
        ("planned | 科技型企业 | 新增 | 澜江区 | eq 700 家 | increment | 2024-12-31",),
    ),
    Example(
        "今天预计发送旅客169万人次。水路客运量预计为120万人次。",
        (
            "planned | 旅客 | 发送 | - | eq 1690000 人次 | increment | 2024-04-05",
            "planned | 水路客运量 | - | - | eq 1200000 人次 | level | 2024-04-05",
        ),
        title="假期",
        published="2024-04-05",
    ),
    Example("未来，园区产值将超过5亿元。", ("planned | 园区产值 | 超过 | - | gt 500000000 元 | level | -",)),
    Example(
        "设立基金，用三年时间培育企业50家。建成中试平台12个。",
        (
            "planned | 企业 | 培育 | 澜江区 | eq 50 家 | increment | 2027-01-20",
            "planned | 中试平台 | 建成 | 澜江区 | eq 12 个 | increment | 2024-12-31",
        ),
        title="澜江区2024年政府工作报告",
    ),
    Example(
        "项目计划2025年投产，建成达产后预计年产值50亿元，年缴税收约3亿元。",
        (
            "planned | 项目 | 投产 | - | event | - | 2025-12-31",
            "planned | 年产值 | - | - | eq 5000000000 元 | level | -",
            "planned | 年缴税收 | - | - | approx 300000000 元 | level | -",
        ),
    ),
    Example(
        "预计今年国庆假期自驾出行将达18亿人次。高峰时段，预计高速公路车流量将达7000万辆。",
        (
            "planned | 自驾出行 | 达 | - | eq 1800000000 人次 | level | 2024-10-07",
            "planned | 高速公路车流量 | 达 | - | eq 70000000 辆 | level | -",
        ),
    ),
    Example(
        "风电场预计2025年并网，建成后每年可发电52亿千瓦时，减少碳排放310万吨。",
        (
            "planned | 风电场 | 并网 | - | event | - | 2025-12-31",
            "planned | 发电 | 发电 | - | eq 5200000000 千瓦时 | increment | -",
            "planned | 碳排放 | 减少 | - | eq 3100000 吨 | increment | -",
        ),
    ),
    Example(
        "到2026年，铁路货运份额要增至25%。除政府的投资外，东洲铁路公司也将投入10亿欧元。",
        (
            "planned | 铁路货运份额 | 增至 | - | eq 25 % | share | 2026-12-31",
            "planned | 投入 | 投入 | 东洲铁路公司 | eq 1000000000 欧元 | increment | -",
        ),
    ),
)
