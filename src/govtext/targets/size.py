"""Numbers that say how large a thing is that something else happens to: 500千伏输变电工程, 营收5亿元以上企业, 全长86公里的铁路.

「推动营收5亿元以上企业建立研发机构」 promises no 5亿元; neither does the 500米 in the name of a rate, 「500米服务半径覆盖率达到88%」.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govtext.lexicon import exclusions, phrases, verbs
from govtext.rules import pattern
from govtext.targets.example import Example

if TYPE_CHECKING:
    from collections.abc import Callable

    from govtext.targets.number import Number

_MEASURED = frozenset({"money", "mass", "length", "area", "volume", "power", "energy", "information", "computing", "time", "speed", "flow"})


def round_size(number: Number) -> bool:
    """A bare power of ten that says how large something is: 亿元以上项目, 千亿县, 百亿元产业."""
    if not pattern(r"(?:[十百千万亿]+|)\p{Han}{1,3}").fullmatch(number.words) or number.words[0] not in "十百千万亿":
        return False
    if number.quantity.comparator not in ("eq", "ge") or number.words.startswith("十"):
        return _sized(number) is not None or number.behind(1) == "的"
    return bool(number.noun()) or number.words[-1] in "县区镇乡村" or (number.next is None and number.before(1) in ("创", "成"))


def size(number: Number) -> bool:
    """How large the things are that something else happens to: 500千伏输变电工程, 年产15万吨原丝项目, 营收5亿元以上企业."""
    if (number.quantity.unit == "千伏" and number.noun()) or _first_size(number) or _of_counted(number):
        return True  # 500千伏望东等9项工程: the class of a grid
    thing = _sized(number)
    if thing is None:
        return False
    if number.quantity.dimension == "electricity" or number.bound.endswith(("以上", "以下", "以内")):
        return True
    last = number.last
    if _spends(number):
        return False
    if last is not None and last.word in ("超", "超过", "过", "达", "近"):  # 投资超10亿元项目, 超10亿元投资项目2个
        measured = number.tokens[number.at - 2].word if number.at > 1 else ""
        amount = measured.endswith(verbs.AMOUNTS) and number.behind(1) == "的"  # 营业收入超50亿元的集群
        return measured in exclusions.SIZE_WORDS or amount or (not measured and last.word in ("超", "过"))
    return last is not None and (last.part in ("noun", "of") or last.word in exclusions.SIZE_WORDS) and not last.word.endswith(("为", "等"))


def _of_counted(number: Number) -> bool:
    """The size of things that are counted right behind: 引进项目30个、其中【10亿元】以上2个."""
    follows = number.next is not None and number.next.part == "number" and number.quantity.dimension in _MEASURED
    return follows and number.bound == "以上" and number.neighbour(1).quantity.unit in ("个", "家", "户", "项")


def _spends(number: Number) -> bool:
    """Whether so much is spent to do it: 【计划投资】20亿元【建设】花园城项目."""
    behind, before = number.next, number.tokens[number.at - 2] if number.at > 1 else None
    spent = number.last is not None and number.last.word in ("投资", "投入", "出资") and before is not None and before.part == "cue"
    given = number.last is not None and number.last.word.endswith("资金") and before is not None and before.part == "do"
    return behind is not None and ((spent and behind.word in phrases.BUILDING | phrases.FURTHERING) or (given and behind.part == "do"))


def design(number: Number) -> bool:
    """A work's measures in its own modifier: 全长86公里的铁路, 长12.8公里、双向六车道的路; 50米内换乘比例."""
    if number.quantity.dimension == "length" and number.last is not None and number.last.word in ("相距", "间距", "相隔"):
        return True  # 相距300公里以下的城市
    if number.quantity.unit == "车道":
        return True  # 双向六车道
    reach, last = number.quantity.dimension in ("length", "time"), number.last
    if reach and number.bound in ("内", "以内"):
        return bool(number.noun()) and number.behind(1) != "的"
    if last is None:
        return False
    measured = number.quantity.dimension == "length" and last.word in ("长", "宽", "高") and number.behind(1) in ("的", "、")
    if _of_one(number) or _comes_to(number):
        return True
    led = number.at == 1 and last.word in exclusions.SIZE_WORDS and number.behind(1) == "的"  # 投资8亿元的船坞将于10月动工
    return measured or led or (last.word in exclusions.DESIGNS and number.behind(1) == "的")


def _of_one(number: Number) -> bool:
    """【一条】日产量达550吨【的】生产线即将投产: the size of the one thing that is named."""
    if number.behind(1) != "的" or number.quantity.dimension not in ("mass", "volume", "power", "energy", "area", "length"):
        return False
    before = number.scene.text[max(number.quantity.start - 16, number.quantity.start - len(number.left)) : number.quantity.start]
    one = pattern(r"一(?:条|座|个|台|套|艘|处)\p{Han}{2,}$").search(before)
    return one is not None and pattern(r"的\p{Han}{0,14}\L<things>", things=exclusions.THINGS).match(number.behind(24)) is not None


def _comes_to(number: Number) -> bool:
    """体量达【24.8万平方米】的航站楼: how large a thing is that is told of."""
    sized = pattern(r"(?:体量|总面积|建筑面积|总长|全长|总高|高度|跨度)(?:达到?|为|约)$").search(number.before(8))
    return sized is not None and number.behind(1) == "的"


def of_rate(number: Number) -> bool:
    """A number in the name of a rate: 41个监测断面优良【比例】不低于95%, 绿地500米服务半径【覆盖率】."""
    noun = number.noun()
    if number.quantity.dimension == "ratio" or not noun or not noun[-1].word.endswith(verbs.RATES):
        return False
    behind = (t for t in number.tokens[number.at + 1 + len(noun) :] if t.part not in ("adverb", "reach"))
    follows = next(behind, None)
    return follows is not None and follows.part == "number" and number.scene.quantities[follows.index].dimension == "ratio"


def _of_people(number: Number) -> bool:
    """城镇【人口】20万以上城市."""
    return not number.quantity.unit and number.last is not None and number.last.word.endswith("人口")


def _first_size(number: Number) -> bool:
    """The first of two sizes: 总投资【5亿元】、10亿元以上项目."""
    if number.next is None or number.next.word != "、" or number.bound or number.quantity.dimension not in _MEASURED:
        return False
    if number.at + 2 >= len(number.tokens) or number.tokens[number.at + 2].part != "number":
        return False
    second = number.neighbour(2)
    return second.bound in ("以上", "以下") and second.quantity.unit == number.quantity.unit and size(second)


def _sized(number: Number) -> str | None:
    """The thing whose size a number says."""
    people = (number.quantity.unit in ("人", "户", "名", "张") or _of_people(number)) and bool(number.bound)
    if number.quantity.dimension not in _MEASURED and number.quantity.dimension != "electricity" and not people:
        return None
    noun = number.noun()
    for place, token in enumerate(noun):
        if token.word.endswith(exclusions.THINGS) or token.word in exclusions.PLACES:
            after = noun[place + 1].word if place + 1 < len(noun) else ""
            amount = after.endswith(exclusions.AMOUNTS) or noun[-1].word.endswith("基金")  # 20亿元的产业引导基金
            return None if amount else token.word
    return None


RULES: tuple[tuple[str, Callable[[Number], bool]], ...] = (
    ("round_size", round_size),
    ("size", size),
    ("design", design),
    ("of_rate", of_rate),
)


EXAMPLES = (
    Example(
        "力争主营业务收入超50亿元的产业集群达到20家，高速公路覆盖城镇人口20万以上城市。",
        ("planned | 主营业务收入超50亿元的产业集群 | 达到 | - | eq 20 家 | level | -",),
    ),
    Example("力争相距300公里以下的城市开行动车。"),
    Example("恒拓玻璃在建的一条日产量达550吨的生产线即将投产。"),
    Example(
        "力争今年新引进亿元以上项目30个、其中10亿元以上2个。",
        (
            "planned | 亿元以上项目 | 新引进 | - | eq 30 个 | increment | 2024-12-31",
            "planned | 亿元以上项目 | 新引进 | - | eq 2 个 | increment | 2024-12-31",
        ),
    ),
    Example(
        "今年将设立规模20亿元的产业引导基金。",
        ("planned | 产业引导基金 | 设立 | - | eq 2000000000 元 | level | 2024-12-31",),
    ),
    Example("打造百亿级产业集群。"),
    Example("推动百强县进位、千亿县扩容。"),
    Example("开工建设500千伏输变电工程。", title="澜江区2024年政府工作报告"),
    Example("推动营收5亿元以上企业建立研发机构。", title="澜江区2024年政府工作报告"),
    Example(
        "公交与轨道50米内换乘比例提高到90%。",
        ("planned | 公交与轨道50米内换乘比例 | 提高到 | 澜江区 | eq 90 % | share | 2024-12-31",),
        title="澜江区2024年政府工作报告",
    ),
    Example(
        "城区公园绿地500米服务半径覆盖率达到88%。",
        ("planned | 城区公园绿地500米服务半径覆盖率 | 达到 | 澜江区 | eq 88 % | share | 2024-12-31",),
        title="澜江区2024年政府工作报告",
    ),
    Example(
        "12个监测断面优良比例不低于95%。",
        ("planned | 监测断面优良比例 | - | 澜江区 | ge 95 % | share | 2024-12-31",),
        title="澜江区2024年政府工作报告",
    ),
    Example(
        "开工500千伏望东等9项主网工程。",
        ("planned | 主网工程 | 开工 | 澜江区 | eq 9 项 | increment | 2024-12-31",),
        title="澜江区2024年政府工作报告",
    ),
    Example(
        "恒拓电子公司计划投资20亿元建设花园城项目。", ("planned | 花园城项目 | 投资 | 恒拓电子公司 | eq 2000000000 元 | increment | -",)
    ),
    Example(
        "三季度计划新开工产业项目30个，其中总投资5亿元、10亿元以上项目分别有8个、7个。",
        (
            "planned | 产业项目 | 新开工 | - | eq 30 个 | increment | 2024-09-30",
            "planned | 总投资5亿元、10亿元以上项目 | 有 | - | eq 8 个 | level | 2024-09-30",
            "planned | 总投资5亿元、10亿元以上项目 | 有 | - | eq 7 个 | level | 2024-09-30",
        ),
    ),
    Example("望澜市今年将投入资金1850万元实施饮水项目。", ("planned | 资金 | 投入 | 望澜市 | eq 18500000 元 | increment | 2024-12-31",)),
    Example(
        "去年引进项目23个，其中超亿元工业项目21个，超10亿元工业项目2个。",
        (
            "achieved | 项目 | 引进 | - | eq 23 个 | increment | 2023-12-31",
            "achieved | 超亿元工业项目 | 引进 | - | eq 21 个 | increment | 2023-12-31",
            "achieved | 超10亿元工业项目 | - | - | eq 2 个 | level | 2023-12-31",
        ),
    ),
    Example(
        "记者从国家电网了解到，今年将投资900亿元加快城市电网建设。",
        ("planned | 投资 | 投资 | 国家电网 | eq 90000000000 元 | increment | 2024-12-31",),
    ),
    Example("届时体量达24万平方米的航站楼将与地铁站连通。"),
)
