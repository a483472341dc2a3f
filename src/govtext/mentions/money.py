"""Money that the unit behind the number does not say: 「$100」, 「新台币177亿元」, 「产值8000亿」, 「百亿级」."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from govtext.mentions import amounts, idioms
from govtext.mentions.shapes import DIGIT, NUMBER, SEPARATOR, Core, q, span
from govtext.rules import local, rule

if TYPE_CHECKING:
    from govtext.rules import Match, Pattern, Rule

_SIGNS = {
    "$": ("美元", "USD"),
    "US$": ("美元", "USD"),
    "＄": ("美元", "USD"),
    "¥": ("元", "CNY"),
    "￥": ("元", "CNY"),
    "₩": ("韩元", "KRW"),
    "€": ("欧元", "EUR"),
    "£": ("英镑", "GBP"),
    "HK$": ("港元", "HKD"),
}
_CURRENCIES = {
    "新台币": ("新台币", "TWD"),
    "台币": ("新台币", "TWD"),
    "新臺幣": ("新台币", "TWD"),
    "港币": ("港元", "HKD"),
    "日币": ("日元", "JPY"),
    "韩币": ("韩元", "KRW"),
    "澳门币": ("澳门元", "MOP"),
}
_SCALES = frozenset("万亿萬億")
_BARE = frozenset("百千万亿萬億几数上")
_FIGURES = frozenset("0123456789０１２３４５６７８９")


@lru_cache(maxsize=1)
def _money_ahead() -> Pattern:
    return local(
        r"""
        (?: 产值|投资额?|营收|收入|GDP|资金|利润|税收|销售额?|贷款|预算|市值|总额|增加值|生产总值|成交额|交易额|进出口|规模|产业|财政|融资
          | 债券|基金|授信|余额|资产|外资|消费
        )
        [^，。；\n]{0,8}$
        """
    )


@lru_cache(maxsize=1)
def _money_behind() -> Pattern:
    return local(r"(?:级?)(?:产值|产业|投资|资金|营收|GDP|俱乐部|市值|规模|集群|园区|企业|项目|市场|赛道|贷款|大关)")


def currency_ahead(text: str, core: Core) -> Core:
    """A core in 元 whose currency is named before the number: 新台币177亿元 is not in yuan."""
    ahead = text[max(0, core.start - 4) : core.start].rstrip()
    if ahead[-1:] not in ("币", "幣"):
        return core
    name, code = next((row for word, row in _CURRENCIES.items() if ahead.endswith(word)), ("元", "CNY"))
    return core if name == "元" else core._replace(unit=name, code=code)


@rule(
    rf"(?P<sign>US\$|HK\$|[$＄¥￥₩€£])[ ]?(?P<number>{NUMBER})元?",
    examples={"$100": q("100", "美元", unit_code="USD"), "¥1.2亿": q("120000000", "元", unit_code="CNY")},
    rejects=("$x",),
)
def currency_sign(match: Match) -> Core | None:
    """A currency's sign before the number."""
    amount = amounts.read(match["number"])
    if amount is None or amount.low != amount.high:
        return None
    name, code = _SIGNS[match["sign"]]
    return Core(match.start(), match.end(), "eq", amount.low, None, None, name, code, "money")


@rule(
    rf"(?P<number>(?:[{DIGIT}]++(?:\.[{DIGIT}]++)?|[一二三四五六七八九]?[十百千]?)(?:万亿|[百千]?亿|[百千]?万|[百千]))(?P<money>元)?级(?!别)",
    examples={"百亿级": q("10000000000", "元"), "千亿元级": q("100000000000", "元")},
    rejects=("三级", "10万吨级"),
)
def level_label(match: Match) -> Core | None:
    """A class by size: 百亿级, in yuan where nothing else is named."""
    amount = amounts.read(match["number"])
    if amount is None or amount.low != amount.high or (amount.low < 10**8 and not match["money"]):
        return None
    return Core(match.start(), match.end(), "approx", amount.low, None, None, "元", "CNY", "money")


@rule(
    rf"(?P<number>{NUMBER}[多余]?)(?:{SEPARATOR}(?P<upto>{NUMBER}))?",
    examples={
        "实现产值8000亿": q("800000000000", "元", anchor="8000亿"),
        "入境游客111万，": q("1110000", "", anchor="111万"),
        "投资1.5—2亿，": span("150000000", "200000000", "元") | {"anchor": "1.5—2亿"},
        "有六百万职工": q("6000000", "", anchor="六百万"),
        "带动就业200多万，": q("2000000", "", anchor="200多万", comparator="gt"),
    },
    rejects=("千万工程", "万万没想到", "一亿", "百万大军", "3万"),
)
def bare_amount(match: Match) -> Core | None:
    """An amount in 万 or 亿 with no unit: money where a word of money stands by, else a bare count."""
    text, start = match.string, match.start()
    number, upto = match["number"], match["upto"]
    if (upto or number).rstrip("多余")[-1:] not in _SCALES or idioms.inside(text, start, match.end("number")):
        return None
    amount = amounts.between(number, upto) if upto else amounts.read(number)
    if amount is None:
        return None
    vague = amount.high is not None and amount.high != amount.low
    value, low, high = (None, amount.low, amount.high) if vague else (amount.low, None, None)
    money = _money_ahead().search(text, max(0, start - 14), start) or (number[0] in "百千万" and _money_behind().match(text, match.end()))
    if money and amount.low >= 10**8:
        return Core(start, match.end(), amount.comparator, value, low, high, "元", "CNY", "money")
    counts = number[0] in _FIGURES or (len(number) > 2 and number[0] not in _BARE and text[match.end() : match.end() + 1].isalpha())
    if counts and text[start - 1 : start] not in ("", *"“‘「") and match.end() < len(text):
        return Core(start, match.end(), amount.comparator, value, low, high, "", None, None)
    return None


RULES: tuple[Rule[Core], ...] = (currency_sign, level_label, bare_amount)
