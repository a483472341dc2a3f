"""Stretches counted from the publication date: 三年内, 今后五年, 近五年, 用3年时间."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from govtext.mentions.core import DASH, Core, number, want
from govtext.mentions.mention import Window
from govtext.rules import rule

if TYPE_CHECKING:
    from govtext.rules import Match

_ONE = r"\p{Nd}{1,3}|[一二三四五六七八九十两百]{1,3}"
COUNT = rf"""
    (?: (?P<low>{_ONE}){DASH}(?P<high>{_ONE}) | (?P<vague>几十|数十|上百|数百|几百|十几|几|数|若干|半) | (?P<one>{_ONE})[多余]?
      | (?P<long>(?:一个|一段|较长|相当长|很长)(?:一段|一个|的)?(?:时期|时间|阶段)) )
"""
UNIT = r"(?P<unit>个半?月|(?<=[几数半])月|年|个?星期|周|天|日|个季度|个?工作日)(?P<more>多|半)?"
COUNTED = rf"(?:{COUNT}[ ]?(?:(?<=时期|时间|阶段)|{UNIT}))"
_PAIRS = frozenset("一二三四五六七八九两")
_UNITS: dict[str, tuple[Literal["year", "month", "week", "day"], int]] = {
    "年": ("year", 1), "季度": ("month", 3), "月": ("month", 1), "半月": ("day", 15), "周": ("week", 1), "星期": ("week", 1),
    "日": ("day", 1), "天": ("day", 1), "工作日": ("day", 1),
}  # fmt: skip


def _window(match: Match, *, ahead: bool) -> Window | None:
    if match["long"]:
        return Window("year", None, None, ahead)
    name = match["unit"].removeprefix("个")
    unit, times = _UNITS[name]
    if match["vague"]:
        half_year = match["vague"] == "半" and unit == "year"
        return Window("month", 6, 6, ahead) if half_year else Window(unit, None, None, ahead)
    low, high = _counts(match)
    if low > high:
        return None
    if name == "半月":  # 一个半月
        return Window("day", low * 30 + 15, high * 30 + 15, ahead)
    if match["more"] == "半" and unit == "year":
        return Window("month", low * 12 + 6, high * 12 + 6, ahead)
    return Window(unit, low * times, high * times, ahead)


def _counts(match: Match) -> tuple[int, int]:
    word = match["one"]
    if not word:
        return number(match["low"]), number(match["high"])
    if len(word) == 2 and set(word) <= _PAIRS:  # 两三年, 三五年
        return number(word[0]), number(word[1])
    return number(word), number(word)


def _core(match: Match, *, ahead: bool) -> Core | None:
    window = _window(match, ahead=ahead)
    if window is None:
        return None
    grain = {"year": "years", "month": "month", "week": "week", "day": "day"}[window.unit]
    return Core((), grain, "within", "future" if ahead else "past", window)  # type: ignore[arg-type]


@rule(
    rf"(?:未来|今后|接下来|往后)[的这]?{COUNTED}(?:左右)?的?(?:时间)?(?:里|内|之内|中(?!期|国))?(?!级)",
    examples={
        "未来三年": want(grain="years", relation="within", tense="future"),
        "今后五年": want(grain="years", tense="future"),
        "未来3-5年": want(grain="years"),
        "未来3天": want(grain="day"),
        "未来12个月": want(grain="month"),
        "今后一个时期": want(tense="future"),
        "未来几年": want(tense="future"),
        "今后一段时期": want(tense="future"),
        "今后较长时期": want(tense="future"),
    },
    rejects=("未来产业", "今后工作", "未来五年级"),
)
def ahead(match: Match) -> Core | None:
    """A stretch that begins at publication."""
    return _core(match, ahead=True)


@rule(
    rf"""
    (?: (?:(?:过去|最近)[的这]?|近|这(?!一[年天日])|(?<![提之以目此])前){COUNTED}(?:间|来|以来|里|内|中(?!国|期))?
      | (?<!附)近年来? | 多年来 )
    (?<!前\p{{Nd}}{{1,3}}日) (?!级|产|轮)
    """,
    examples={
        "近五年": want(grain="years", tense="past"),
        "过去10年间": want(tense="past"),
        "最近三年": want(tense="past"),
        "近年来": want(tense="past"),
        "过去的五年": want(tense="past"),
        "近三个月": want(grain="month", tense="past"),
        "近几十年来": want(tense="past"),
    },
    rejects=("近2000人", "前三季度", "提前2周", "这一天", "发布前的一个月", "附近三家", "这三家", "前10名"),
)
def behind(match: Match) -> Core | None:
    """A stretch that ends at publication."""
    if match["low"] or match["one"] or match["vague"] or match["long"]:
        return _core(match, ahead=False)
    return Core((), "years", "within", "past", Window("year", None, None, False))


@rule(
    rf"(?<![起第这那该])(?<![缩减降低短制][到至在为])(?<![%％‰\p{{Nd}}][（(]){COUNTED}(?:之内|以内(?!的)|内(?![蒙外部容需存瓦])|(?=[)）][之以]?内))",
    examples={
        "三年内": want(grain="years", relation="within", tense="future"),
        "3年内": want(grain="years"),
        "5—7年内": want(grain="years"),
        "两年内": want(tense="future"),
        "中期（5—7年）内": want(anchor="5—7年"),
        "100天内": want(grain="day"),
        "一个半月内": want(grain="day"),
    },
    rejects=(
        "三年内蒙古",
        "7日内瓦",
        "这5年内",
        "5月内",
        "收到申请之日起15日内",
        "压缩到150天以内",
        "三里内",
        "第3年内",
        "0.3%（1天）以内",
    ),
)
def within(match: Match) -> Core | None:
    """Inside a stretch that begins at publication."""
    return _core(match, ahead=True)


@rule(
    rf"(?:再?用|利用|花|为期|再过){COUNTED}(?:左右)?(?:的?时间)?(?!期|级|制)",
    examples={
        "用3年时间": want(grain="years", tense="future"),
        "用三年左右时间": want(grain="years"),
        "为期3年": want(grain="years"),
        "再过10多天": want(grain="day"),
    },
    rejects=("用水", "用3年级", "利用率"),
)
def taking(match: Match) -> Core | None:
    """The time that a work is to take from publication on."""
    return _core(match, ahead=True)


@rule(
    rf"""
    (?: (?<=力争|争取|计划|通过){COUNTED}(?:左右)?(?:的?(?:时间|努力))? | (?<=经过){COUNTED}(?:左右)?的?努力
      | (?<![短仅到多了近去整达已约]){COUNTED}(?:左右)?的?时间 )
    (?!期|级|内|行动)
    """,
    examples={
        "力争3年": want(anchor="3年", tense="future"),
        "五年时间": want(grain="years"),
        "经过5年左右的努力": want(anchor="5年左右的努力"),
    },
    rejects=("计划三年级", "3年", "短短五年时间", "经过十年实践", "不到一年的时间"),
)
def strived(match: Match) -> Core | None:
    """The time that a goal is to take, without 用."""
    if match["unit"] in ("天", "日", "个工作日", "工作日"):
        return None
    return _core(match, ahead=True)


@rule(
    rf"(?<!第|[近])(?:{COUNTED})(?:以来|间(?![接隔歇距断])|来(?!自|源|到|华|访|临|宾|看|说|电|料|年|去|往|信|客|京|穗|沪))",
    examples={
        "五年来": want(grain="years", relation="since", tense="past"),
        "10多年来": want(tense="past"),
        "几十年来": want(tense="past"),
        "五年间": want(tense="past"),
    },
    rejects=("三年来自", "五年来华", "3家来", "3年间隔"),
)
def since(match: Match) -> Core | None:
    """A stretch that led up to publication."""
    core = _core(match, ahead=False)
    return None if core is None else Core(core.steps, core.grain, "since", core.tense, core.window)


@rule(
    r"(?:本届政府)?任期(?:之)?内|(?:本届)(?:之|期)?内",
    examples={"任期内": want(tense="future"), "本届政府任期内": want(tense="future"), "本届内": want(tense="future")},
    rejects=("任期制", "本届政府"),
)
def term(_match: Match) -> Core:
    """A term of office: a time of its own whose days the text does not say."""
    return Core((), "years", "within", "future", Window("year", None, None, ahead=True))


@rule(
    r"(?:(?<!\p{L})(?:未来|今后)(?=[，,])|(?<![的向对领])(?:未来|今后)(?=[还也又]?[将会要拟]|计划|预计|力争|\p{Nd}))",
    examples={"未来，": want(anchor="未来", tense="future"), "今后将": want(anchor="今后", tense="future")},
    rejects=("未来产业", "引领未来，", "今后工作", "美好的未来，", "透支未来，"),
)
def some_day(_match: Match) -> Core:
    """Some time after publication: a time of its own whose days the text does not say."""
    return Core((), "years", "within", "future", Window("year", None, None, ahead=True))


AT_WORD = (ahead, behind, taking, term, some_day)
AT_NUMBER = (within, since, strived)
