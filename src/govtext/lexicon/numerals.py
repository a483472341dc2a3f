"""The characters that numbers are written in: digits, Chinese numerals of every style, scales. Rows only."""

from __future__ import annotations

DIGITS: dict[str, int] = {
    "零": 0, "〇": 0, "○": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
}  # fmt: skip

SCALES: dict[str, int] = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}

# Other spellings of the same: banker's numerals, Traditional, full width, marks of minus and of the decimal point.
SAME: dict[str, str] = {
    "壹": "一", "贰": "二", "貳": "二", "叁": "三", "參": "三", "肆": "四", "伍": "五", "陆": "六", "陸": "六", "柒": "七", "捌": "八", "玖": "九",
    "拾": "十", "佰": "百", "仟": "千", "萬": "万", "億": "亿", "兩": "两", "両": "两", "〇": "零", "○": "零", "幾": "几", "數": "数", "餘": "余", "點": "点", "負": "负",
    "０": "0", "１": "1", "２": "2", "３": "3", "４": "4", "５": "5", "６": "6", "７": "7", "８": "8", "９": "9", "．": ".", "・": ".", "·": ".",
    "－": "-", "−": "-", "，": "", ",": "", " ": "", "\u3000": "", "\n": "",
}  # fmt: skip

# Behind one of these 负 ends a word and is no minus: 减负60亿元, 正负3度.
BEFORE_BURDEN = "减背担肩自抱胜欠正欺辜增亏重"

# Written as one character for two: 廿二 is 22.
CONTRACTED: dict[str, str] = {"廿": "二十", "卅": "三十", "卌": "四十"}
