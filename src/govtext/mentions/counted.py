"""Whether a number and the unit behind it count something: 「三农」, 「2025年」, 「二套房」, 「第十四届」 do not, 「三座」 does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govtext.lexicon import units as table
from govtext.mentions import idioms

if TYPE_CHECKING:
    from govtext.mentions.amounts import Amount
    from govtext.mentions.unit import Unit

_ASCII_AND_WIDE = frozenset("0123456789０１２３４５６７８９")
_PLACES = frozenset("〇○零一二三四五六七八九")
_BARE = frozenset("百千万亿萬億佰仟")
# A bound right before a bare scale makes it an amount: 近百家, 超千人. Without one it is a size or a name: 百企, 千人计划.
_BOUNDING = frozenset("近超约逾破过达到数几上至为共计均每各满足有")
_NO_COUNT_BEHIND = frozenset("第#＋+每/")
_OF_TIME = frozenset({"calendar", "time"})
_NO_HALF_BEHIND = frozenset("上下前后大每多小")
_MORE_MONEY = frozenset("零一二三四五六七八九钱")
_TIME_AHEAD = (
    "过去",
    "未来",
    "今后",
    "今明",
    "去今",
    "最近",
    "接下来",
    "往后",
    "再用",
    "近",
    "前",
    "后",
    "头",
    "用",
    "上",
    "下",
    "这",
    "本",
    "同",
    "第",
    "首",
    "次",
    "翌",
)
_TIME_BEHIND = ("以来", "来", "之前", "以前", "之后", "以后", "前", "后", "之内", "以内", "内", "期间", "间")
_PLANS = ("规划", "计划")  # 五年规划
_SESSIONS = ("次会议", "次全会", "次全体", "次常委", "次党代", "次代表", "届", "次集体", "次主席", "次理事", "次缔约")


def counts(text: str, start: int, number: str, amount: Amount, unit: Unit, end: int) -> bool:
    """Whether the number that begins at ``start`` counts its unit, which ends at ``end``."""
    ahead = text[start - 1 : start]
    if ahead in _NO_COUNT_BEHIND and _is_label(text, start, number[0], ahead):
        return False
    in_figures = number[0] in _ASCII_AND_WIDE or number[-1] in _ASCII_AND_WIDE
    if not in_figures and not _numeral_counts(text, start, number, amount, unit, end):
        return False
    if unit.family in _OF_TIME:
        return not _is_time(text, start, number, amount, unit, end)
    spelling = unit.spelling
    if spelling == "分":
        return ahead not in ("时", "点", ":", "：", "时")
    return not (spelling == "级" and ahead in ("国", "省", "市"))


def _is_label(text: str, start: int, first: str, ahead: str) -> bool:
    """第14届, #3, 每百户; 24/7 goes on with a number."""
    return not ((ahead == "每" and first not in _BARE) or (ahead == "/" and not text[start - 2 : start - 1].isdigit()))


def _numeral_counts(text: str, start: int, number: str, amount: Amount, unit: Unit, end: int) -> bool:
    """The same for a number in Chinese numerals, which also make words."""
    behind = start + len(number)
    of_word = unit.spelling == "届" or (number[-1] in _BARE and text.startswith("项目", behind))  # 过亿项目
    if of_word or idioms.inside(text, start, behind, end) or text.startswith(_SESSIONS, behind):
        return False
    if number == "一" and len(unit.spelling) == 1 and text.startswith(unit.spelling, end):  # 一条条
        return False
    if number in _BARE and amount.comparator == "gt":  # 百余项
        return unit.spelling not in table.BOUND
    if len(number) > 1 and _PLACES.issuperset(number) and amount.low == amount.high:  # 五一村; digits in their places count nothing
        return False
    if len(number) == 1:
        return _lone_numeral_counts(text, start, number, unit, end)
    return not (len(number) == 2 and number[0] in _BARE and unit.spelling in table.BOUND)


def _lone_numeral_counts(text: str, start: int, number: str, unit: Unit, end: int) -> bool:
    ahead = text[start - 1 : start]
    if number in "零〇陆伍肆拾捌柒玖":
        return False
    if number == "二":  # 二套, 二次, 二期: the second
        return unit.dimension not in ("count", "time") or unit.name in ("人", "年")
    if number in _BARE:
        return unit.dimension == "money" or (ahead in _BOUNDING and unit.spelling not in table.BOUND)
    if number == "半":
        return ahead not in _NO_HALF_BEHIND and (unit.dimension == "time" or unit.name == "个")
    if unit.spelling in table.BOUND:
        return unit.spelling == "块" and text[end : end + 1] in _MORE_MONEY
    return True


def _is_time(text: str, start: int, number: str, amount: Amount, unit: Unit, end: int) -> bool:
    """A point or a window on the calendar: 2025年, 30日, 二十世纪, 未来三年, 三年内, 五年规划."""
    if unit.spelling == "世纪" or (unit.name == "年" and (_is_year(number, amount) or text.startswith(_PLANS, end))):
        return True
    within = text.startswith(("内", "以内", "之内"), end)
    if unit.name == "日" and amount.low <= 31 and number not in ("两", "数十") and not (within or text.startswith("以上", end)):
        return True
    if unit.family == "calendar" and within:
        return True
    days_or_longer = unit.family == "calendar" or unit.name in ("周", "天", "日")
    ahead = text.endswith(_TIME_AHEAD, 0, start) and not text.endswith(("提前", "目前"), 0, start)
    return days_or_longer and (ahead or (not within and text.startswith(_TIME_BEHIND, end)))


def _is_year(number: str, amount: Amount) -> bool:
    """2025, 二〇二五 and 两千零二十三 before 年; 2000余 is none."""
    if len(number) > 1 and _PLACES.issuperset(number):
        return True
    if number[0] in "一二两" and "千" in number and 1900 <= amount.low <= 2100:
        return True
    return amount.comparator == "eq" and len(number) == 4 and number.isdigit()
