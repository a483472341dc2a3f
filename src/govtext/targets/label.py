"""Numbers that name: classes in a name, counts written as words, ordinals, places. 「10万吨级泊位」 promises no 10万吨.

Official texts write amounts in figures; a small count in words (三项制度, 两大任务, 中央八项规定) belongs to a name or orders the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govtext.lexicon import exclusions
from govtext.rules import pattern
from govtext.targets.example import Example
from govtext.targets.size import round_size
from govtext.targets.tokens import is_preposition

if TYPE_CHECKING:
    from collections.abc import Callable

    from govtext.targets.number import Number

# A name's last noun stands at most so many words behind its count.
SHORT = 3
_COUNTED = (None, "count", "item", "")


def cell(number: Number) -> bool:
    """Part of a table: the unit in a row's or column's head, （亿元）; one of several figures in a row."""
    text, quantity = number.scene.text, number.quantity
    worded = quantity.value and pattern(r"[百千万亿]{0,3}\p{Han}{1,3}").fullmatch(number.words)
    if worded and pattern(r"(?:[（(]|单位[：:]\s?)[^（()）\p{Nd}]{0,6}$").search(text[max(0, quantity.start - 10) : quantity.start]):
        return pattern(r"\s*(?:[）)、，/,]|$)").match(text[quantity.end : quantity.end + 3]) is not None
    here = number.scene.clause(number.clause)
    line = number.scene.structure.lines[number.scene.structure.sentences[here.sentence].line]
    if (
        (line.level is not None or line.heading)
        and pattern(r"[（(]共?$").search(number.before(2))
        and pattern(r"[）)]\s*$").match(text, quantity.end, line.end)
    ):
        return True  # 一、促进就业（3项）
    alone = here.mark.isspace() and here.start == quantity.outer_start and here.end <= quantity.outer_end
    return alone or bool(pattern(r"(?:\s\p{Nd}[\p{Nd}.,%]*){2,}\s+$").search(number.before(40)))


def level(number: Number) -> bool:
    """A size or class in a name: 百亿级项目, 10万吨级泊位, 4A级景区."""
    behind = number.scene.text[number.quantity.end : number.quantity.end + 2]
    return (
        "level_label" in number.quantity.rule or number.words.endswith("级") or (behind.startswith("级") and not behind.startswith("级别"))
    )


def quoted_name(number: Number) -> bool:
    """Part of a name in quotes or a book title: “6+2+X”, 《…2000亩…》."""
    quantity, text = number.quantity, number.scene.text
    window = text[max(0, quantity.start - 30) : quantity.start]
    opened = window.rfind("《")
    if opened >= 0 and "》" not in window[opened:] and "》" in text[quantity.end : quantity.end + 40]:
        return True
    quote = max(window.rfind("“"), window.rfind("‘"), window.rfind("「"))
    if quote >= 0 and not any(c in window[quote:] for c in "”’」"):
        ends = [i for i in (text.find(c, quantity.end, quantity.end + 24) for c in "”’」") if i >= 0]
        inside = window[quote + 1 :] + text[quantity.start : min(ends)] if ends else ""
        return (
            bool(ends)
            and not any(c in inside for c in "，。；：,;")
            and (len(inside) <= 14 or bool(ends and pattern(_WORKS).search(text, quantity.end, min(ends) + 1)))
        )
    return False


# A name in quotes that ends so may be long: “配套450万吨/年磷矿浮选项目”.
_WORKS = r"(?:项目|工程|计划|行动)[”’」]$"


def place_name(number: Number) -> bool:
    """A place, not ten-cent pieces: 长三角, 珠三角."""
    return number.words.startswith("三角") and number.before(1) in tuple("长珠金小闽")


def ordinal(number: Number) -> bool:
    """第3个, 第一批, 十四届: an ordinal, not a count."""
    quantity = number.quantity
    if quantity.unit in ("届", "期", "周年"):
        return number.last is None or number.last.part != "do"
    return number.scene.text[quantity.start - 1 : quantity.start] == "第" and quantity.measure != "rank"


def programme(number: Number) -> bool:
    """翻倍, 倍增 in the name of a programme: 企业倍增计划, 单产增一成行动."""
    rate = number.quantity.measure == "multiple" or (number.quantity.dimension == "ratio" and not number.bound)
    return rate and number.behind(4).startswith(exclusions.PROGRAMMES)


def worded_count(number: Number) -> bool:
    """A small count written as a word belongs to a name: 三项制度, 中央八项规定, 三个“一号工程”; 新建三所学校 counts."""
    quantity = number.quantity
    if quantity.dimension not in _COUNTED or not pattern(r"[一二两三四五六七八九十]{1,2}\p{Han}{1,3}").fullmatch(number.words):
        return False
    made = number.last is not None and (_made(number) or number.last.part in ("adverb", "cue"))
    if quantity.unit in exclusions.NAMING_UNITS or number.next is None:
        return quantity.unit in exclusions.NAMING_UNITS and not (made and quantity.unit in exclusions.THING_UNITS)
    return number.next.word in exclusions.OPEN_QUOTES or (bool(number.noun()) and not made)


def chosen(number: Number) -> bool:
    """How many were chosen with it: 入围国家首批20个试点城市; 列入省重点项目17个 counts its own."""
    counted = number.quantity.dimension in _COUNTED and bool(number.noun())
    return counted and bool(pattern(r"(?:入围|入选|列入|跻身|成为)\p{Han}{0,6}$").search(number.before(10)))


def structure_count(number: Number) -> bool:
    """A count that orders the text: 7个方面, 28项具体措施, 40项重点任务."""
    if number.quantity.unit not in exclusions.COUNTING_UNITS:
        return False
    behind = number.scene.text[number.quantity.end : number.quantity.end + 8].lstrip("重点主要大")
    if pattern(r"[百千万亿元]*(?:台阶|大关|关口)").match(behind):
        return True  # 连跨三个百亿元台阶
    if number.quantity.unit in ("件", "项", "类") and pattern(r"\p{Han}{0,8}实事(?!项目的)").match(behind):
        return True  # 办好10件民生实事, 实施10类民生实事项目
    if _of_heading(number):
        return True
    if not number.words[0].isdecimal():
        return behind.startswith(exclusions.STRUCTURE_NOUNS)
    noun = number.noun()
    plain = (
        bool(noun)
        and number.behind(1) != "的"
        and len(noun) <= SHORT
        and all(t.part == "noun" for t in noun)
        and noun[-1].word in exclusions.STRUCTURE_HEADS
    )
    return plain or bool(pattern(r"\L<heads>(?!\p{Han})|\L<heads>[的和等及]", heads=exclusions.STRUCTURE_HEADS).match(behind))


def _of_heading(number: Number) -> bool:
    """一、城建类（11件）: how many items stand under a heading."""
    scene = number.scene
    line = scene.structure.lines[scene.structure.sentences[scene.clause(number.clause).sentence].line]
    headed = line.heading or line.level is not None
    around = scene.text[max(line.start, number.quantity.start - 2) : line.end]
    return headed and bool(pattern(r"[^（(]?[（(]?共?\p{Nd}+[项件个条]\s*[）)]$").fullmatch(around))


def counted_twice(number: Number) -> bool:
    """How many kinds the next number falls into: 2类15个样板; not 新增500个【30户以上】自然村通硬化路."""
    after = None if number.next is None or number.next.part != "number" else number.scene.quantities[number.next.index]
    return (
        after is not None
        and {number.quantity.dimension, after.dimension} <= set(_COUNTED)
        and not number.bound
        and not (number.neighbour(1).bound == "以上" and after.unit in ("户", "人", "名"))
        and (number.quantity.unit, after.unit) != ("户", "人")
        and after.value is not None
        and not round_size(number.neighbour(1))
    )


def taken_up(number: Number) -> bool:
    """How many were told of before: 【13个】项目共计落实用地2100亩, 【217个】续建项目计划完成投资550亿元."""
    if any(t.part != "time" for t in number.tokens[: number.at]) or number.quantity.dimension not in _COUNTED:
        return False
    ahead = number.tokens[number.at + 1 : number.at + 2 + 2 * SHORT]
    behind = [t for t in ahead[: 1 + SHORT] if t.word in ("共计", "合计", "总计")]
    spent = next(
        (i for i, t in enumerate(ahead[:-2], 1) if t.word == "完成" and ahead[i].word == "投资" and ahead[i + 1].part == "number"), 0
    )
    return (bool(behind) and not number.at and any(t.part == "number" for t in number.tokens[1:])) or (
        spent > 1 and all(t.part != "do" or t.word in _OF_WORKS for t in ahead[: spent - 1])
    )


# Which works: 【续建】项目.
_OF_WORKS = frozenset("续建 新建 新开工 在建 拟建 计划 储备 竣工".split())


def whole(number: Number) -> bool:
    """The whole that parts are told of: 上报的【40个】项目中，动工33个; 实事项目为【10项】，分别是：; 在全国【141个】港口中排名第二."""
    if number.quantity.dimension not in _COUNTED:
        return False
    if number.quantity.unit in ("县", "市", "区", "省") and number.before(1) in ("省", "市"):
        return True  # 在全省26县考核中
    here, text = number.scene.clause(number.clause), number.scene.text
    if pattern(r"[\p{Han}“”]{0,16}中").fullmatch(number.right) and not number.right.endswith(("高中", "初中", "完中")):
        return text[here.end : here.end + 1] in ("，", ",")
    if (not number.right and pattern(r"[，,](?:分别(?:是|为|有)?|即)[：:]").match(text, here.end)) or _told_in_part(number):
        return True
    among = pattern(r"在\p{Han}{0,4}$").search(number.before(6)) is not None
    return among and pattern(r"\p{Han}{1,10}?中?(?:排名|排在|排第|位居|位列|名列|居第)").match(number.behind(16)) is not None


def _told_in_part(number: Number) -> bool:
    """【104个】项目完成85个: so many of them; 【7个】项目完成年度计划的81%, 【91家】企业实现增加值增长4.1%: what they do together."""
    led = all(t.part == "time" or t.word in _ALL_OF for t in number.tokens[: number.at])
    if not led or not number.noun() or number.tokens[-1].part != "number":
        return False
    last, verb = number.scene.quantities[number.tokens[-1].index], number.tokens[-2]
    if any(t.part in ("number", "mark") for t in number.tokens[number.at + 1 : -1]):
        return False
    if last.unit == number.quantity.unit:
        return verb.part == "do"
    return last.unit == "%" and pattern(rf"\p{{Han}}{{1,14}}(?:{_TOGETHER})[^，。；]{{0,3}}\p{{Nd}}").match(number.right) is not None


_ALL_OF = frozenset("全省 全市 全县 全区 全国 我国 我省 我市 我县 我区".split())
_TOGETHER = r"完成\p{Han}{0,8}(?:计划|任务|目标)的|实现\p{Han}{2,12}(?:同比)?(?:增长|下降)"


def under_way(number: Number) -> bool:
    """How many are neither done nor promised: 4个即将开工，【1个】正在办理手续."""
    return (
        not number.at
        and number.next is not None
        and number.next.word in ("正在", "仍在", "尚在", "正")
        and number.quantity.dimension in _COUNTED
    )


def listed(number: Number) -> bool:
    """How many the list before it has: 总结推广金昌、白银、庆阳3个城市的经验; 打造A、B、C3个园区 promises them."""
    if number.quantity.dimension not in _COUNTED or number.last is None or number.last.part != "noun" or number.last.word == "等":
        return False
    before = number.tokens[max(0, number.at - 40) : number.at]
    if not any(t.part in ("do", "cue") or is_preposition(t) for t in before):
        return False  # A、B、C3个实验室挂牌
    items = sum(t.word in ("、", "和", "及") for t in before) + 1
    return items > 1 and number.quantity.value == items and not any(t.word in exclusions.MAKING for t in before)


def base(number: Number) -> bool:
    """What a rate is counted on: 每千人口护士数, 每百户拥有量."""
    return number.before(1) == "每" and number.quantity.dimension not in ("time", "calendar") and number.quantity.unit != "元"


def each_in_bracket(number: Number) -> bool:
    """How many fall to each, or how many each has: 新增助餐点10个（每个街道1个）, 解决46个（20户以上）自然村."""
    if pattern(r"\p{Nd}\p{Han}{1,2}[（(]$").search(number.before(4)) and pattern(r"[）)]\p{Han}").match(number.behind(2)) and number.bound:
        return True
    return bool(pattern(r"[（(](?:平均|其中)?每\p{Han}{1,6}$").search(number.before(10)))


def bare_one(number: Number) -> bool:
    """一个, 一批, 一座, 两个 count nothing."""
    return (
        number.words[0] in ("一", "两")
        and number.quantity.value in (1, 2)
        and len(number.words) <= 3
        and number.quantity.dimension in _COUNTED
        and not (number.words[0] == "两" and (number.next is None or _made(number)))
    )


def _made(number: Number) -> bool:
    """新建两所学校, 打造A、B两个片区."""
    if number.last is None:
        return False
    before = [t.word for t in number.tokens[max(0, number.at - 40) : number.at]]
    return number.last.word in exclusions.MAKING or ("、" in before and before[0] in exclusions.MAKING)


RULES: tuple[tuple[str, Callable[[Number], bool]], ...] = (
    ("label", level),
    ("cell", cell),
    ("quoted_name", quoted_name),
    ("place_name", place_name),
    ("ordinal", ordinal),
    ("programme", programme),
    ("chosen", chosen),
    ("rate_base", base),
    ("each_in_bracket", each_in_bracket),
    ("structure_count", structure_count),
    ("bare_one", bare_one),
    ("worded_count", worded_count),
    ("counted_twice", counted_twice),
    ("listed", listed),
    ("taken_up", taken_up),
    ("whole", whole),
    ("under_way", under_way),
)


EXAMPLES = (
    Example(
        "去年解决46个（20户以上）自然村通电话问题。",
        ("achieved | 自然村通电话问题 | 解决 | - | eq 46 个 | increment | 2023-12-31",),
    ),
    Example("今年新开工项目将涵盖农业、工业等7个领域。"),
    Example(
        "今年将新增500个30户以上自然村通硬化路。",
        ("planned | 30户以上自然村通硬化路 | 新增 | - | eq 500 个 | increment | 2024-12-31",),
    ),
    Example(
        "今年，217个续建项目计划完成投资550亿元，78个新开工项目计划完成投资70亿元。",
        (
            "planned | 投资 | 完成 | - | eq 55000000000 元 | increment | 2024-12-31",
            "planned | 投资 | 完成 | - | eq 7000000000 元 | increment | 2024-12-31",
        ),
    ),
    Example("主要指标\n地区生产总值（亿元） 3456 5000 6%"),
    Example("建设10万吨级泊位。"),
    Example("服务长三角一体化发展。"),
    Example("落实中央八项规定精神，推进三项制度改革。"),
    Example("新建三所学校。", ("planned | 学校 | 新建 | 澜江区 | eq 3 所 | increment | 2024-12-31",), title="澜江区2024年政府工作报告"),
    Example("召开第十四届人大四次会议。"),
    Example("实施创新型企业倍增计划。"),
    Example("启动三年旱粮单产增一成行动。", title="澜江区2024年政府工作报告"),
    Example(
        "一、城乡建设类（11件）\n1.新建学校5所。\n办好10件民生实事。",
        ("planned | 学校 | 新建 | 石桥县 | eq 5 所 | increment | 2024-12-31",),
        title="石桥县2024年度民生实事清单",
    ),
    Example(
        "打造望澜、青屿两个片区，新建东站、北站2个车站。",
        (
            "planned | 片区 | 打造 | 澜江区 | eq 2 个 | increment | 2024-12-31",
            "planned | 车站 | 新建 | 澜江区 | eq 2 个 | increment | 2024-12-31",
        ),
        title="澜江区2024年政府工作报告",
    ),
    Example("统筹推进7个方面的工作，出台28项具体措施。"),
    Example("总结推广东州、青屿、望澜3个城市的经验。", title="澜江区2024年政府工作报告"),
    Example(
        "每千人口护士数达到4.3人。",
        ("planned | 每千人口护士数 | 达到 | 澜江区 | eq 4.3 人 | level | 2024-12-31",),
        title="澜江区2024年政府工作报告",
    ),
    Example("入围国家首批20个试点城市。"),
    Example(
        "列入省重点项目17个、市重点项目14个。",
        (
            "achieved | 省重点项目 | 列入 | - | eq 17 个 | increment | -",
            "achieved | 市重点项目 | 列入 | - | eq 14 个 | increment | -",
        ),
    ),
    Example(
        "澜江市将新建医院等13个项目。13个项目共计落实用地2111亩、建设用房320万平方米。",
        (
            "planned | 项目 | 新建 | 澜江市 | eq 13 个 | increment | -",
            "planned | 用地 | 落实 | 澜江市 | eq 2111 亩 | increment | -",
            "planned | 用房 | 建设 | 澜江市 | eq 3200000 平方米 | increment | -",
        ),
    ),
    Example("今年将遴选发布20个典型案例。", ("planned | 典型案例 | 遴选发布 | - | eq 20 个 | increment | 2024-12-31",)),
    Example("公司将以其为主体建设“电池材料前驱体配套450万吨/年磷矿浮选项目”。"),
    Example(
        "上报的40个项目中，动工项目33个，动工率82.5%。",
        ("achieved | 项目 | 动工 | - | eq 33 个 | increment | -", "achieved | 动工率 | - | - | eq 82.5 % | share | -"),
    ),
    Example(
        "今年民生实事项目为10项，分别是：新建道路12条，新增泊位300个。",
        ("planned | 道路 | 新建 | - | eq 12 条 | increment | 2024-12-31", "planned | 泊位 | 新增 | - | eq 300 个 | increment | 2024-12-31"),
    ),
    Example("增速在全国50家港口排名第一。"),
    Example(
        "一、促进就业（3项）\n1.新增城镇就业4.3万人。",
        ("planned | 城镇就业 | 新增 | - | eq 43000 人 | increment | 2024-12-31",),
        title="关于望澜市2024年民生实事的通知",
    ),
    Example("4个消防站即将开工建设，1个正在办理手续。", ("planned | 消防站 | 开工建设 | - | eq 4 个 | increment | -",)),
    Example("75个“两重一实”项目中，已开工50个。", ("achieved | “两重一实”项目 | 开工 | - | eq 50 个 | increment | -",)),
    Example(
        "四批中央投资项目进展顺利，7个省重点项目完成年度投资计划的81%。",
        ("achieved | 年度投资计划 | 完成 | - | eq 81 % | share | -",),
        published="2010-10-24",
    ),
    Example("全县91家规模工业企业实现增加值同比增长4.1%。", ("achieved | 增加值 | 同比增长 | - | eq 4.1 % | growth | -",)),
    Example(
        "2024年，澜江区将实施10类民生实事项目。\n其中包括：新增12个（每个街道2个）助餐点、新建公交候车亭100座等31项内容。",
        (
            "planned | 助餐点 | 新增 | 澜江区 | eq 12 个 | increment | 2024-12-31",
            "planned | 公交候车亭 | 新建 | 澜江区 | eq 100 座 | increment | 2024-12-31",
        ),
    ),
    Example("10个计划投产项目实现投产7个。", ("achieved | 计划投产项目实现投产 | 实现 | - | eq 7 个 | level | -",)),
    Example("今年力争全省26县新建公园30个。", ("planned | 公园 | 新建 | - | eq 30 个 | increment | 2024-12-31",)),
    Example(
        "今年，开发区将实现洽谈项目40个、储备项目120个的目标任务。",
        (
            "planned | 洽谈项目 | 实现 | 开发区 | eq 40 个 | level | 2024-12-31",
            "planned | 项目 | 储备 | 开发区 | eq 120 个 | increment | 2024-12-31",
        ),
    ),
)
