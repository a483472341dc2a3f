"""Which time governs a number: its clause's, an earlier clause's, the paragraph's, or the title's year.

「到2025年，建成公园30个，绿地率达到40%」: both numbers stand under 到2025年, the second one inherits it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govtext.rules import pattern
from govtext.targets import event
from govtext.targets.draft import When

if TYPE_CHECKING:
    from govtext.targets.scene import Scene


# How many clauses or sentences a time is looked for in front of a number: bounds the work on a page without stops.
REACH = 40
# A sentence's opening words, in which a time governs what follows.
HEAD = 16


def find(scene: Scene, clause: int, upto: int, *, achieved: bool, agent: bool) -> When | None:
    """The time that governs a number; for a fact only one stated in its sentence. ``agent``: the clause names its own."""
    found = own(scene, clause, upto, achieved=achieved)
    if found is not None:
        return found
    if not achieved and (_vague(scene, clause, upto) or _conditional(scene, clause, upto)):
        return None
    found = earlier(scene, clause, upto, achieved=achieved, agent=agent)
    if found is not None or achieved:
        return found
    if any(scene.times[i].relation == "each" and scene.times[i].start < upto for i in scene.times_by_clause[clause]):
        return governed(scene) if scene.title.period else None
    return following(scene, clause) or paragraph(scene, clause) or section(scene, clause) or governed(scene)


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
    return bool(
        pattern(r"未来(?!的|\p{Han}{0,6}(?:产业|发展|城市|社区|科技|学校|工厂|技术|材料|网络))").search(
            scene.text[max(here.start, upto - 24) : upto]
        )
    )


def _conditional(scene: Scene, clause: int, upto: int) -> bool:
    """项目建成后: a condition is no deadline, and keeps other times away; a dated one, 2025年建成后, gives its year."""
    here = scene.clause(clause)
    if pattern(_CONDITION).search(scene.text[max(here.start, upto - 60) : upto]):
        return True
    before = clause - 1
    if before < scene.structure.sentences[here.sentence].clauses.start or scene.times_by_clause[before]:
        return False
    return bool(
        pattern(_CONDITION + "$").search(
            scene.text[max(scene.clause(before).start, scene.clause(before).end - 60) : scene.clause(before).end]
        )
    )


def follows_event(words: str) -> bool:
    """Whether words point back to an event that came before: 投产后, 届时."""
    return "届时" in words or bool(pattern(_CONDITION).search(words))


_CONDITION = r"(?:建成|投产|完工|竣工|达产|通车|投用|投运|运营|实施|完成|通航|开通)(?:投产|投用|通车|运营|达产)?(?:之后|以后|后)"


def own(scene: Scene, clause: int, upto: int, *, achieved: bool) -> When | None:
    """The nearest usable time of the clause in front of offset ``upto``; else one behind it."""
    behind = None
    for index in reversed(scene.times_by_clause[clause]):
        if not usable(scene, index, achieved=achieved):
            continue
        if scene.times[index].start < upto:
            return When(index, inherited=False, rule="time_in_clause")
        behind = When(index, inherited=False, rule="time_behind_number")
    return behind


def earlier(scene: Scene, clause: int, upto: int, *, achieved: bool, agent: bool) -> When | None:
    """The time of an earlier clause of the sentence, unless it dates an event of its own or stands in another agent's item."""
    sentence = scene.structure.sentences[scene.clause(clause).sentence]
    then = "届时" in scene.text[max(sentence.start, upto - 80) : upto]
    for place in range(clause - 1, max(sentence.clauses.start, clause - REACH) - 1, -1):
        if scene.clause(place).mark in ("；", ";") and agent:
            return None
        for index in reversed(scene.times_by_clause[place]):
            if (
                usable(scene, index, achieved=achieved)
                and not _reporting(scene, place, index)
                and (then or not dates_an_event(scene, place, index))
            ):
                return When(index, inherited=True, rule="time_in_earlier_clause")
    return None


def following(scene: Scene, clause: int) -> When | None:
    """The date by which all that was counted is done: 「新建900公里，2035年【全部建成】」."""
    after = clause + 1
    if after >= len(scene.structure.clauses) or scene.clause(after).sentence != scene.clause(clause).sentence:
        return None
    if scene.by_clause[after] or len(scene.times_by_clause[after]) != 1:
        return None
    index = scene.times_by_clause[after][0]
    tokens = scene.tokens(after)
    opens = tokens[0].part == "time" or (len(tokens) > 1 and tokens[0].part in ("adverb", "cue") and tokens[1].part == "time")
    rest = [t for t in tokens if t.part not in ("time", "adverb", "cue")]
    whole = any(t.word in ("全部", "全面", "全线") for t in tokens)
    if (
        opens
        and rest
        and whole
        and scene.times[index].grain == "year"
        and all(event.happens(t.word) or t.word == "全部" for t in rest)
        and usable(scene, index, achieved=False)
    ):
        return When(index, inherited=True, rule="time_of_completion")
    return None


def paragraph(scene: Scene, clause: int) -> When | None:
    """The time at the head of an earlier sentence of the paragraph: 「下半年，全区将聚焦…。新增…」; for 其中 any of the sentence before."""
    here = scene.clause(clause).sentence
    line = scene.structure.lines[scene.structure.sentences[here].line]
    among = scene.text[scene.structure.sentences[here].start :][:2] == "其中"
    for number in range(here - 1, max(line.sentences.start, here - REACH) - 1, -1):
        sentence = scene.structure.sentences[number]
        places = sentence.clauses if not among else reversed(sentence.clauses)
        for place in list(places)[: REACH if among else 2]:
            for index in scene.times_by_clause[place]:
                if (
                    (among or _heads(scene, place, index))
                    and usable(scene, index, achieved=False)
                    and not dates_an_event(scene, place, index)
                ):
                    return When(index, inherited=True, rule="time_of_paragraph")
        among = False
    return None


def _heads(scene: Scene, place: int, index: int) -> bool:
    """Whether a time stands at the head of its sentence and governs more than its own clause."""
    time, here = scene.times[index], scene.clause(place)
    start = scene.structure.sentences[here.sentence].start
    if _reporting(scene, place, index) or time.rule in _WINDOWS:
        return False
    if scene.title.report and time.grain not in _PERIODS:
        return False  # in a report the title's year goes on governing
    return time.start - start <= HEAD or time.start - here.start <= 2


# 用三年时间培育…: a stretch for its own clause only.
_WINDOWS = ("ahead", "within")
_PERIODS = ("years", "century")


def section(scene: Scene, clause: int) -> When | None:
    """The period that a section's goals stand under: 「今后五年的主要目标是…」."""
    index = scene.periods[scene.clause(clause).sentence]
    return None if index is None else When(index, inherited=True, rule="period_of_section")


def governed(scene: Scene) -> When | None:
    """The year or plan period of the title."""
    if scene.title.period or (scene.title.report and scene.title.year):
        return When(None, inherited=True, rule="year_of_title")
    return None


def _reporting(scene: Scene, clause: int, index: int) -> bool:
    """「2024年春运专班数据显示」 says whose figures these are: the year in it dates no promise."""
    here = scene.clause(clause)
    return scene.times[index].grain == "year" and scene.text[here.start : here.end].endswith(
        ("显示", "表示", "介绍", "获悉", "了解到", "报道", "指出", "提出")
    )


def usable(scene: Scene, index: int, *, achieved: bool) -> bool:
    """Whether a time can be a deadline: no baseline (比2020年), no rate (每年), and on the right side of the publication date."""
    time = scene.times[index]
    before = scene.text[max(0, time.start - 2) : time.start]
    behind = scene.text[time.end : time.end + 4]
    if time.relation == "each" or time.rule == "now" or scene.resolve(index).end is None or scene.titled(index):
        return False
    if before.endswith(("比", "较", "按", "自", "从", "同", "与")) or behind.startswith(
        ("以来", "相比", "水平", "同期", "价格", "不变价", "起", "基础", "的基础")
    ):
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
