"""A dated event without a number: 「硅基光电产业园9月开工」."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govtext.lexicon import cues
from govtext.targets import anaphor, deadline, event, evidence, theme
from govtext.targets.draft import Draft, When
from govtext.targets.example import Example
from govtext.targets.piece import Piece
from govtext.targets.tokens import is_preposition

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from govtext.targets.scene import Scene
    from govtext.targets.tokens import Token


def find(scene: Scene, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The milestones of a text; a date that governs a number is that number's deadline, not an event's."""
    used = {d.when.time for d in drafts if d.when and d.when.time is not None and _governs(scene, d)}
    counted = {d.clause for d in drafts if d.stance.status == "planned" or d.stance.rule == "told_of"}
    out = []
    for clause in range(len(scene.structure.clauses)):
        if clause in counted or scene.clause(clause).mark.isspace():
            continue
        for index in scene.times_by_clause[clause]:
            draft = None if index in used or not _ahead(scene, index) else _read(scene, clause, index, counted)
            if draft:
                out.append(draft)
                used.add(index)
    return tuple(out)


def _governs(scene: Scene, draft: Draft) -> bool:
    """Whether a date is a number's own, or opens the clauses up to it: 2027年【建成网架】，能力达到1000万千瓦."""
    if draft.when is None or draft.when.time is None or not draft.when.inherited:
        return draft.when is not None
    time, here = scene.times[draft.when.time], scene.clause(draft.clause)
    between = scene.text[time.end : here.end]
    if time.relation == "by" and time.grain == "year" and "。" in between:
        return False  # 到2030年，建成铁路网。新增里程300公里: a sentence of its own
    opens = scene.text[max(0, time.start - 1) : time.start] in ("", "，", ",", "。", "；", ";", "：", "\n") or between == ""
    return opens and not scene.text[time.start : time.end].endswith(("前", "年度")) and not deadline.follows_event(between)


def _ahead(scene: Scene, index: int) -> bool:
    """Whether a date can be an event's to come, not a report's (今年《政府工作报告》); a day must lie ahead, for news is told of today."""
    if scene.text.startswith("《", scene.times[index].end):
        return False
    return deadline.usable(scene, index, achieved=False) and (scene.times[index].grain != "day" or scene.tense(index) == "future")


def _read(scene: Scene, clause: int, index: int, counted: AbstractSet[int]) -> Draft | None:
    tokens = scene.tokens(clause)
    at = next((i for i, t in enumerate(tokens) if t.part == "time" and t.index == index), None)
    happening = None if at is None else event.behind(scene, tokens, at)
    if happening is not None and happening[-1].end >= scene.clause(clause).end and scene.clause(clause).mark in ("：", ":"):
        return None  # 到2020年将实现：…
    if at is None or happening is None:
        return _in_next(scene, clause, index, counted) if at == len(tokens) - 1 else None
    upto = next(i for i, t in enumerate(tokens) if t is happening[-1]) + 1
    stance = evidence.in_clause(tokens, upto, lambda t: scene.tense(t.index)) or _direct(scene, tokens, at)
    if stance is None or stance.status == "achieved" or _supposed(tokens, upto) or _over(scene, clause, stance):
        return None
    if _in_name(scene, tokens, at, happening) or any(t.word == "成为" for t in tokens[at + 1 : upto]):
        return None
    if any(t.word.endswith(_HELD) for t in tokens[upto:]) and any(t.word in ("举行", "举办", "召开") for t in tokens[upto:]):
        return None
    subject = anaphor.resolve(scene, clause, theme.with_date(scene, clause, tokens, at, happening))
    return None if subject is None else _draft(clause, index, stance, subject, happening)


def _in_next(scene: Scene, clause: int, index: int, counted: AbstractSet[int]) -> Draft | None:
    """「确保9月下旬，产业园项目启动实施」: the date's clause holds nothing else, the event stands in the next."""
    following = clause + 1
    if following >= len(scene.structure.clauses) or scene.clause(following).sentence != scene.clause(clause).sentence:
        return None
    if following in counted or scene.times_by_clause[following]:
        return None
    tokens = scene.tokens(following)
    happening = event.behind(scene, tokens, -1, closing=_closes(scene, index))
    stance = evidence.in_clause(scene.tokens(clause), len(scene.tokens(clause)), lambda t: scene.tense(t.index))
    if happening is None or stance is None or stance.status != "planned":
        return None
    named = theme.behind_date(tokens, happening, due=_closes(scene, index) or _built(scene, index, happening))
    if named is None or _supposed(tokens) or _over(scene, clause, stance):
        return None
    return _draft(following, index, stance, named, happening)


def _closes(scene: Scene, index: int) -> bool:
    """Whether a date is a day or month up to which something is done: 3月底前."""
    time = scene.times[index]
    return scene.text[time.start : time.end].endswith("前") or (time.relation == "by" and time.grain in event.FINE)


# 三季度项目集中开工【活动】在园区举行: the name of an occasion.
_HELD = ("活动", "仪式", "大会", "会议", "推进会", "现场会", "动员会")


def _built(scene: Scene, index: int, happening: Sequence[Token]) -> bool:
    """到2035年，率先【建成】现代化铁路网: what stands by the end of a year to come."""
    return scene.times[index].relation == "by" and happening[0].word.endswith("建成")


def _draft(clause: int, index: int, stance: evidence.Stance, subject: Piece, happening: Sequence[Token]) -> Draft:
    action = Piece("".join(t.word for t in happening), happening[0].start, happening[-1].end, "event_with_date")
    return Draft(
        "milestone", clause, None, stance, subject, action, None, When(index, inherited=False, rule="time_of_event"), None, None, ()
    )


def _over(scene: Scene, clause: int, stance: evidence.Stance) -> bool:
    """In a review's half an estimate is of the year that ends: 【预计】到年末完成."""
    return scene.frames[scene.clause(clause).sentence].zone == "review" and stance.cue in cues.ESTIMATES


def _supposed(tokens: Sequence[Token], upto: int | None = None) -> bool:
    """如果不实施更完善的政策: a condition; 2027年投入使用【后】，将用于…."""
    if upto is not None and "".join(t.word for t in tokens[upto:]) in ("后", "之后", "以后"):
        return True
    return any(t.word in ("如果", "若", "倘若", "一旦", "假如") for t in tokens[:3])


def _direct(scene: Scene, tokens: Sequence[Token], at: int) -> evidence.Stance | None:
    """A date ahead with the event right behind it promises by itself: 年内开工."""
    token = tokens[at]
    if scene.tense(token.index) == "past":
        return None
    nearby = tokens[at + 1 : at + 3]
    if any(event.happens(t.word) for t in nearby):
        return evidence.Stance("planned", "plan", None, token.start, token.end, "future_time")
    return None


def _in_name(scene: Scene, tokens: Sequence[Token], at: int, happening: Sequence[Token]) -> bool:
    """【2024年】全市文旅工作会在望澜召开: the year in a meeting's name."""
    if scene.times[tokens[at].index].grain != "year" or happening[-1].word not in ("召开", "举行", "举办", "开幕"):
        return False
    between = [t for t in tokens[at + 1 :] if t.end <= happening[0].start]
    place = next((i for i, t in enumerate(between) if is_preposition(t)), len(between))
    return place > 0 and between[place - 1].word.endswith(("会", "会议", "大会", "论坛", "会上")) and between[0].part != "cue"


EXAMPLES = (
    Example("到2025年，城市建成区黑臭水体消除比例显著提高。"),
    Example(
        "一、2023年工作回顾\n预计到年末，园区道路建成通车。",
        title="澜江区2024年政府工作报告",
        published="2023-12-22",
    ),
    Example(
        "硅基光电产业园9月开工，星辰数据中心年底前建成投用。",
        (
            "planned | 硅基光电产业园 | 开工 | - | event | - | 2024-09-30",
            "planned | 星辰数据中心 | 建成投用 | - | event | - | 2024-12-31",
        ),
    ),
    Example("下半年，澜江区将继续坚定不移实施产业强区战略。"),
    Example("新规自8月1日起施行。", ("planned | 新规 | 施行 | - | event | - | 2024-08-01",)),
    Example("5月18日，2024澜江智能产业博览会在望澜会展中心举行。", published="2024-05-19"),
    Example("《2030年前产业发展构想》提出一系列举措。"),
    Example("确保9月下旬，美丽健康产业园项目启动实施。", ("planned | 美丽健康产业园项目 | 启动实施 | - | event | - | 2024-09-30",)),
    Example("力争2027年实现端到端的碳中和。", ("planned | 端到端的碳中和 | 实现 | - | event | - | 2027-12-31",)),
    Example("首台机组2025年6月并网发电。", ("planned | 首台机组 | 并网发电 | - | event | - | 2025-06-30",), published="2024-03-01"),
    Example("“十四五”时期努力实现以下目标。", published="2021-03-01"),
    Example("力争5月20日前完成水稻栽插任务。", ("planned | 水稻栽插 | 完成 | - | event | - | 2024-05-20",), published="2024-04-01"),
    Example("今年，专业招商队伍6月底前全部派驻完毕。", ("planned | 专业招商队伍 | 派驻完毕 | - | event | - | 2024-06-30",)),
    Example("如果不实施更完善的政策，到2050年产值将下降。"),
    Example(
        "市医院南院区第四季度开诊，油田三期将于第四季度开钻。",
        (
            "planned | 市医院南院区 | 开诊 | - | event | - | 2024-12-31",
            "planned | 油田三期 | 开钻 | - | event | - | 2024-12-31",
        ),
    ),
    Example("公司第四季度出口。"),
    Example(
        "到2030年，基本建成城际铁路网。新增轨道交通里程约300公里。",
        (
            "planned | 城际铁路网 | 基本建成 | - | event | - | 2030-12-31",
            "planned | 轨道交通里程 | 新增 | - | approx 300 公里 | increment | 2030-12-31",
        ),
    ),
    Example("澜江县三季度重大项目集中开工活动在望澜项目现场举行。", published="2024-09-20"),
    Example("到2035年，率先建成现代化铁路网。", ("planned | 现代化铁路网 | 建成 | - | event | - | 2035-12-31",)),
    Example("3月底前，出台支持企业发展的意见。", ("planned | 支持企业发展的意见 | 出台 | - | event | - | 2024-03-31",)),
    Example("记者从全市三季度重大项目开工推进会上获悉，各项工作进展顺利。"),
    Example("车站2024年年底要达到主体结构完工。", ("planned | 车站 | 完工 | - | event | - | 2024-12-31",)),
    Example(
        "到2030年将实现：\n1.床位数达到4万张",
        ("planned | 床位数 | 达到 | 澜江区 | eq 40000 张 | level | 2030-12-31",),
        title="澜江区健康目标",
    ),
    Example("到2030年，全面绿色转型取得显著成效。"),
    Example("1月10日，2024年全市文化和旅游工作会在望澜召开。"),
    Example("2025年将召开第三届产业大会。", ("planned | 第三届产业大会 | 召开 | - | event | - | 2025-12-31",)),
    Example("到2030年，我市成为新材料制造集聚地。"),
    Example("今年供暖改造的投资规模为全市历史上最大的一年。"),
    Example("今年《政府工作报告》提出的目标任务提前完成。", published="2024-12-10"),
    Example("2027年新航站楼投入使用后，将主要用于国内航班。"),
)
