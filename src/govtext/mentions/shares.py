"""Shares and ranks said in words: 「百分之五」, 「六成」, 「三分之二」, 「一半」, 「前三位」."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from govtext.mentions import amounts
from govtext.mentions.amounts import EXACT
from govtext.mentions.shapes import DIGIT, DIGITS, HAN, NUMBER, SEPARATOR, SIGN, Core, exact, span
from govtext.rules import local, rule

if TYPE_CHECKING:
    from govtext.rules import Match, Rule

_ONES = "零一二三四五六七八九"
_PER_CENT = {"百": Decimal(1), "千": Decimal("0.1"), "万": Decimal("0.01"), "萬": Decimal("0.01")}
_WHOLE = rf"(?:{DIGITS}|[{HAN}两兩几]++)"


def share(value: str, unit: str = "%") -> dict[str, Any]:
    """The fields of a share."""
    return {"value": Decimal(value), "unit": unit}


@rule(
    rf"(?P<sign>{SIGN})?(?P<of>[百千万萬])分之(?P<number>{NUMBER})",
    examples={
        "百分之五": share("5"),
        "百分之３，０００": share("3000"),
        "千分之三": share("0.3"),
        "负百分之六十": share("-60"),
        "百分之十二点五": share("12.5"),
    },
    rejects=("百分点", "百分之百姓"),
)
def per_hundred(match: Match) -> Core | None:
    """百分之, 千分之, 万分之 and a number, in per cent."""
    amount = amounts.read(match["number"])
    if amount is None or amount.low != amount.high or match.string.startswith("姓", match.end()):
        return None
    value = EXACT.multiply(amount.low, _PER_CENT[match["of"]])
    return exact(match, value.copy_negate() if match["sign"] else value, "%", "%")


@rule(
    rf"(?P<number>{DIGITS}(?:[.．]{DIGITS})?)[ ]?[/／][ ]?(?:10|十)[ ]?万(?:人口?)?(?![元吨亩户])",
    examples={
        "下降到14.5/10万以下": {"value": Decimal("14.5"), "unit": "/10万", "comparator": "le", "anchor": "14.5/10万"},
        "控制在9/10万以内": {"value": Decimal(9), "unit": "/10万", "comparator": "le", "anchor": "9/10万"},
    },
    rejects=("补助3/10万元",),
)
def in_hundred_thousand(match: Match) -> Core | None:
    """So many in a hundred thousand: a death rate of 14.5/10万."""
    amount = amounts.read(match["number"])
    return exact(match, amount.low, "/10万", "10*-5") if amount else None


_TENTHS = rf"(?:[{HAN}两几半]|{DIGITS}|[一二三四五六七八九][点點][一二三四五六七八九]|[一二三四五六七八九两][一二三四五六七八九])"


@rule(
    rf"(?:(?P<from>{_TENTHS})(?:成)?{SEPARATOR})?(?P<number>{_TENTHS})成(?P<half>半|[一二三四五六七八九](?![\u3400-\u9fff]))?"
    r"(?!为|立|都|功|长|果|效|本|员|品|就|熟|人|交|年|片|群|套|绩|因|分|型|像|语|份|林|活|色|县|组|风|例)",
    examples={
        "六成": share("60"), "三成半": share("35"), "2.5成": share("25"), "八点五成": share("85"), "半成": share("5"),
        "七八成": span("70", "80", "%"), "五到六成": span("50", "60", "%"),
    },
    rejects=("八成立", "三成员", "一成不变"),
)  # fmt: skip
def tenths(match: Match) -> Core | None:
    """成, tenths, in per cent; 三成半 is 35."""
    amount = amounts.between(match["from"], match["number"]) if match["from"] else amounts.read(match["number"])
    if amount is None or amount.high is None or match.string.startswith("不变", match.end()):
        return None
    more = Decimal(0) if not match["half"] else Decimal(5) if match["half"] == "半" else Decimal(_ONES.index(match["half"]))
    low, high = amount.low * 10 + more, amount.high * 10 + more
    if low > 100:
        return None
    if high != low:
        return Core(match.start(), match.end(), "range", None, low, high, "%", "%", "ratio")
    return exact(match, low, "%", "%")


@rule(
    rf"(?P<below>{_WHOLE})[ ]?分[ ]?之[ ]?(?P<above>{_WHOLE})|(?P<top>[0-9]{{1,2}})/(?P<bottom>[0-9]{{1,3}})(?![0-9/])",
    examples={"三分之二": {"unit": "", "comparator": "eq"}, "四分之三": share("0.75", ""), "1/4": share("0.25", "")},
    rejects=("12/31/2023", "三分之", "0/3", "10/8"),
)
def fraction(match: Match) -> Core | None:
    """A fraction, without unit: 三分之二."""
    above, below = amounts.read(match["above"] or match["top"]), amounts.read(match["below"] or match["bottom"])
    if above is None or below is None or not below.low or not above.low:
        return None
    if match["top"] and (above.low >= below.low or match.string[match.start() - 1 : match.start()] in ("/", "-")):
        return None
    return exact(match, amounts.ratio(above.low, below.low, 16), "")


@rule(
    r"一半|过(?P<over>半数?)(?!百|年|天|月|小|个|导|山|岛|径|途|路)|半数",
    examples={"一半": share("0.5", ""), "半数": share("0.5", "")},
    rejects=("一半天",),
)
def half(match: Match) -> Core | None:
    """A half, without unit: 一半, 半数, 过半."""
    if match.string.startswith(("天", "年", "路"), match.end()):
        return None
    if match["over"]:
        return Core(match.start("over"), match.end(), "gt", Decimal("0.5"), None, None, "", None, "ratio")
    return exact(match, Decimal("0.5"), "")


_PLACED = (
    r"(?:居|列|排|名次|保持|跻身|进入|升至|升到|升|跃|稳|并列|夺|获|晋|迈入|挺进|重返|冲刺|位次|处于|占据|争)[^，。；;：:！？\n]{0,12}$"
)


def rank(value: str) -> dict[str, Any]:
    """The fields of a rank."""
    return {"value": Decimal(value), "unit": "位", "measure": "rank"}


@rule(
    rf"前(?P<number>[{HAN}两]{{1,3}}|[0-9０-９]{{1,4}})(?:位|名(?!单|称)|强(?!县|市|企)|甲|列(?!车))",
    examples={"前三位": rank("3"), "前10名": rank("10")},
    rejects=("前三季度", "前三年", "前5个月"),
)
def among_first(match: Match) -> Core | None:
    """Among the first so many: 前三位."""
    amount = amounts.read(match["number"])
    if amount is None or amount.low != amount.high:
        return None
    return exact(match, amount.low, "位", "{rank}", measure="rank")


@rule(
    r"前(?P<number>[二三五十]|[二三]十|[235]|[1235]0)(?=[，,。；;、！!）)\n]|的|$)",
    examples={"增速进入全省前三。": rank("3") | {"anchor": "前三"}, "跻身全国前20，": rank("20") | {"anchor": "前20"}},
    rejects=("全国前三", "名列前五位次", "排在前十年"),
)
def among_first_ones(match: Match) -> Core | None:
    """The same without a word for places, where a word says that it is held or taken: 进入全省前三."""
    if not local(_PLACED).search(match.string, max(0, match.start() - 20), match.start()):
        return None
    amount = amounts.read(match["number"])
    return exact(match, amount.low, "位", "{rank}", measure="rank") if amount else None


@rule(
    rf"第(?P<number>[{HAN}]{{1,3}}|[0-9]{{1,3}})(?P<unit>位|名)?",
    examples={"位居全省第一": rank("1") | {"anchor": "第一"}, "粮食产量上升到第13位": rank("13") | {"anchor": "第13位"}},
    rejects=("全国第一", "第十四届", "位居第二产业", "保持第一书记派驻", "获得第三批"),
)
def place(match: Match) -> Core | None:
    """A place in an order, where a word says that it is held or taken: 居全国第一."""
    text, end = match.string, match.end()
    if not match["unit"] and local(r"[\p{Han}\p{Nd}个]").match(text, end) and not local(r"[的和、并，]|左右|以内").match(text, end):
        return None
    if not local(_PLACED).search(text, max(0, match.start() - 20), match.start()):
        return None
    amount = amounts.read(match["number"])
    if amount is None or amount.low != amount.high:
        return None
    return exact(match, amount.low, "位", "{rank}", measure="rank")


@rule(
    r"(?P<first>首位|榜首|第一方阵|第一梯队)",
    examples={"位居全国首位": rank("1") | {"anchor": "首位"}},
    rejects=("放在首位", "首位度", "把安全放在首位"),
)
def first_place(match: Match) -> Core | None:
    """The first place: 居首位."""
    if match["first"] not in ("首位", "榜首") or match.string.startswith("度", match.end()):
        return None
    if not local(_PLACED).search(match.string, max(0, match.start() - 20), match.start()):
        return None
    return exact(match, Decimal(1), "位", "{rank}", measure="rank")


# What has no unit by its nature, and what says what it comes to.
_PURE = (
    r"(?:系数|收入比|倍差|之比|比值|容积率|生育率)(?:由[^，。；]{1,12})?(?:均|也|将|要|有望|力争|基本)*"
    r"(?:达到?|(?:提高|提升|增加|上升|下降|降低?|缩小|缩减|压缩|扩大|优化)[到至为]|(?:保持|稳定|控制|维持)在|为|是|突破)"
    r"(?:约|近|不低于|不高于|不超过|不大于|低于|高于)?$"
)


@rule(
    rf"(?P<number>[{DIGIT}]{{1,3}}[.．][{DIGIT}]{{1,4}})(?:[∶:：]1)?",
    examples={
        "有效利用系数达到0.58。": {"value": Decimal("0.58"), "unit": "", "measure": "level", "anchor": "0.58"},
        "城乡居民收入比缩小到2.3以内": {"value": Decimal("2.3"), "unit": "", "comparator": "le", "anchor": "2.3"},
        "收入比控制在1.8:1左右": {"value": Decimal("1.8"), "unit": "", "comparator": "approx", "anchor": "1.8:1"},
    },
    rejects=("版本为2.3。", "系数达到第1.2节", "见图3.5。"),
)
def coefficient(match: Match) -> Core | None:
    """A figure without a unit, behind the name of one that has none: 有效利用系数达到0.58."""
    if not local(_PURE).search(match.string, max(0, match.start() - 32), match.start()):
        return None
    amount = amounts.read(match["number"])
    return Core(match.start(), match.end(), "eq", amount.low, None, None, "", None, None, "level") if amount else None


RULES: tuple[Rule[Core], ...] = (
    per_hundred,
    in_hundred_thousand,
    fraction,
    tenths,
    half,
    among_first,
    among_first_ones,
    place,
    first_place,
    coefficient,
)
