"""From the figures of a table of indicators to records: what a column of years to come says is a goal, 「森林覆盖率（%）｜61｜63」.

A figure under a year that is over is no goal, whatever the table is called; 约束性 and 预期性 say how firmly it is promised.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from govtext.lexicon import verbs
from govtext.rules import pattern
from govtext.targets import measure
from govtext.targets.draft import Decision, Draft, When
from govtext.targets.evidence import Stance
from govtext.targets.example import Example
from govtext.targets.piece import Piece
from govtext.targets.shape import Phrase

if TYPE_CHECKING:
    from govtext.records import Commitment, Measure
    from govtext.targets.indicators import Figure
    from govtext.targets.scene import Scene


def find(scene: Scene) -> tuple[tuple[Draft, ...], tuple[Decision, ...]]:
    """The drafts of all figures that are goals, and a decision for every figure."""
    drafts: list[Draft] = []
    decisions: list[Decision] = []
    starts = [clause.start for clause in scene.structure.clauses]
    for index, figure in scene.figures.items():
        quantity = figure.quantity
        clause = bisect_right(starts, quantity.outer_start) - 1
        draft = _draft(scene, index, figure, clause)
        words = scene.text[quantity.start : quantity.end]
        if draft is None:
            decisions.append(
                Decision(quantity.start, quantity.end, words, kept=False, rule="cell", reason="A figure of a year that is over.")
            )
        else:
            drafts.append(draft)
            decisions.append(Decision(quantity.start, quantity.end, words, kept=True, rule=draft.stance.rule, reason="planned"))
    return tuple(drafts), tuple(decisions)


def _draft(scene: Scene, index: int, figure: Figure, clause: int) -> Draft | None:
    when = _when(scene, figure)
    if when is None:
        return None
    subject, action = _named(figure)
    return Draft(
        kind="quantity",
        clause=clause,
        quantity=index,
        stance=_stance(figure),
        subject=subject,
        action=action,
        actor=None,
        when=when,
        measure=_measure(figure, subject, action),
        baseline=None,
        inherited=("deadline",),
    )


def _when(scene: Scene, figure: Figure) -> When | None:
    """The year of a figure's column, when it is a goal's; a bare 2025 is a year where the title's plan ends with it."""
    time = scene.time_starts.get(figure.at)
    if time is not None:
        goal = scene.tense(time) == "future" or (figure.goal and scene.tense(time) == "open")
        return When(time, inherited=True, rule="year_of_column") if goal else None
    period = scene.title.period
    return When(None, inherited=True, rule="year_of_title") if period and period[1].year == figure.year else None


def _stance(figure: Figure) -> Stance:
    if figure.binding is None:
        return Stance("planned", "plan", None, -1, -1, "goal_of_table")
    commitment: Commitment = "ensure" if figure.binding.text == "约束性" else "expect"
    return Stance("planned", commitment, figure.binding.text, figure.binding.start, figure.binding.end, "goal_of_table")


def _named(figure: Figure) -> tuple[Piece, Piece | None]:
    """单位产值能耗【下降】: a name that ends in a change is what changes, and how."""
    name = figure.name
    change = pattern(r"(?P<name>\p{Han}.+?)(?:累计)?(?P<verb>\L<changes>)(?:率|幅度|比例)?", changes=verbs.CHANGING).fullmatch(name.text)
    if change is None or len(change["verb"]) < len("下降"):
        return Piece(name.text, name.start, name.end, "name_of_row"), None
    verb = Piece(change["verb"], name.start + change.start("verb"), name.start + change.end("verb"), "change_in_name")
    return Piece(change["name"], name.start, name.start + change.end("name"), "name_of_row"), verb


def _measure(figure: Figure, subject: Piece, action: Piece | None) -> Measure:
    if figure.yearly:
        return "growth"
    if figure.summed and figure.quantity.dimension != "ratio":
        return "increment"
    return measure.measure(figure.quantity, Phrase(subject, action, None, changing=action is not None), figure.name.text)


EXAMPLES = (
    Example(
        "指标\t单位\t2020年\t2025年\t年均增长（%）\t属性\n1.地区生产总值\t亿元\t120\t180\t8.0\t预期性\n2.森林覆盖率\t%\t61\t≥63\t—\t约束性",
        (
            "planned | 地区生产总值 | - | 石桥县 | eq 18000000000 元 | level | 2025-12-31",
            "planned | 地区生产总值 | - | 石桥县 | eq 8 % | growth | 2025-12-31",
            "planned | 森林覆盖率 | - | 石桥县 | ge 63 % | share | 2025-12-31",
        ),
        title="石桥县国民经济和社会发展第十四个五年规划纲要",
        published="2021-03-01",
    ),
    Example(
        "指标\t2020年实际\t2025年目标\n城镇新增就业（万人）\t1.2\t[6]\n单位产值能耗下降（%）\t—\t13.5\n空气质量\t良\t达到要求",
        (
            "planned | 城镇新增就业 | - | 石桥县 | eq 60000 人 | increment | 2025-12-31",
            "planned | 单位产值能耗 | 下降 | 石桥县 | eq 13.5 % | growth | 2025-12-31",
        ),
        title="石桥县国民经济和社会发展第十四个五年规划纲要",
        published="2021-03-01",
    ),
    Example(
        "指标\t2020\t2025\t2035\t属性\n森林覆盖率（%）\t61\t63\t66\t约束性",
        ("planned | 森林覆盖率 | - | 石桥县 | eq 63 % | share | 2025-12-31",),
        title="石桥县国民经济和社会发展第十四个五年规划和2035年远景目标纲要",
        published="2021-03-01",
    ),
    Example("年份\t2017年\t2018年\n地区生产总值（亿元）\t100\t110", title="石桥县统计资料", published="2019-03-01"),
)
