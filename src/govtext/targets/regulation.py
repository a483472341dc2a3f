"""Numbers that belong to a rule: what is given or taken, up to where, and whom it is for. 「给予最高500万元奖励」 promises no amount."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govtext.lexicon import exclusions
from govtext.rules import pattern
from govtext.targets.example import Example

if TYPE_CHECKING:
    from govtext.targets.number import Number

# How many tokens before a number are looked at: bounds the work on a clause without end.
REACH = 60


def reward(number: Number) -> bool:
    """A reward, a fine, a fee, a threshold, a standard for applicants."""
    if _per_head(number):
        return True
    if _raised(number):
        return False
    if pattern(r"\L<phrases>", phrases=exclusions.REWARD_PHRASES).search(number.before(16) + number.words + number.behind(10)):
        return True
    start, end = number.quantity.outer_start - 16, number.quantity.outer_end + 10
    at = number.at
    while at > 1 and number.tokens[at - 1].word == "、" and number.tokens[at - 2].part == "number":
        at, start = at - 2, number.tokens[at - 2].start - 16  # 租金每月分别不超过2000元、【1500元】
    if number.quantity.unit in ("起", "宗", "件"):
        return False  # 有6起案件适用惩罚性赔偿: cases
    near = number.tokens[max(0, number.at - 16) : number.at + 10]
    return any(t.word in exclusions.REWARDS and start <= t.start and t.end <= end for t in near) or _of_rule(number)


def _per_head(number: Number) -> bool:
    """What each is given: 每张新增床位补助2万元, 对贫困地区每户再增加1000元补助, 按1500元/人的标准发放."""
    given = ("补助", "补贴", "奖励", "奖补")
    if pattern(r"(?:户均|人均|每\p{Han}{1,8}?)(?:再|增加)*\L<given>$", given=given).search(number.before(14)):
        return True
    if number.behind(2) in given and pattern(r"每[户人亩个台辆张家](?:再|增加)*$").search(number.before(8)):
        return True
    standard = pattern(r"(?:/\p{Han})?的标准").match(number.behind(6))
    return standard is not None and pattern(r"按照?(?:[^，。；]{0,8}的)?$").search(number.before(12)) is not None


def _raised(number: Number) -> bool:
    """补贴标准从202元、270元【提高到】209元、280元: a standard that is raised is a target."""
    for token in reversed(number.tokens[max(0, number.at - REACH) : number.at]):
        if token.part not in ("number", "mark", "adverb") and token.word not in ("和", "及") and token.word[0] != "每":
            if token is number.tokens[0] and token.word in ("达到", "达"):
                start = number.scene.clause(number.clause).start
                return bool(pattern(r"(?:提高|增加|上调)").search(number.scene.text[max(0, start - 14) : start]))  # 提高40元，达到640元
            return token.part in ("reach", "change") and token.word.startswith(
                ("提高", "增加", "上调", "提至", "调整", "扩大", "降", "调高")
            )
    return False


def _of_rule(number: Number) -> bool:
    """A clause of a rule that began before: 给予补助，【单个项目最高】500万元; 【对】费用达到50万元以上的企业，发放…."""
    here = number.scene.clause(number.clause)
    sentence = number.scene.structure.sentences[here.sentence]
    before = number.scene.text[max(sentence.start, here.start - 80) : here.start]
    single = number.scene.text.startswith(exclusions.SINGLE, here.start)
    limited = number.scene.text[number.quantity.outer_start : number.quantity.start].startswith("最高")
    if single and (limited or (number.last is not None and number.last.word.endswith(exclusions.LIMITS))):
        return True  # 单户授信上限30万元
    if single and any(word in before for word in exclusions.RULED):
        return True
    if before.endswith(("，", ",")) and pattern(_ADDRESSED).search(before):
        return True  # 对月销售额10万元以下的纳税人，免征增值税
    if number.behind(1) != "的":
        return False
    if number.bound and number.scene.text.startswith(("对", "凡"), here.start):
        return True
    after = number.scene.text[here.end : min(sentence.end, here.end + 12)]
    return any(word in after for word in exclusions.RULED) and bool(number.noun())


_ADDRESSED = r"(?:^|[；;。])对(?!于)[^；;。]{2,60}的[^；;。，要将]{1,14}[，,]$"


def threshold(number: Number) -> bool:
    """A size that says which ones a rule is for: 煤耗超过300克/千瓦时的机组, 功率小于2.5千瓦的数据中心."""
    if _for_which(number) or _then_ruled(number) or _for_those(number):
        return True
    bound = number.scene.text[max(0, number.quantity.start - 5) : number.quantity.start]
    if pattern(r"不[宜应](?:大于|小于|超过|高于|低于|少于)?$").search(bound):
        return True  # 服务面积不宜大于2平方公里
    if number.quantity.dimension in ("ratio", "count", "money", None) or number.quantity.comparator not in ("gt", "lt", "ge", "le"):
        return False
    return number.behind(1) == "的" and bool(number.noun()) and number.last is not None and number.last.part in ("noun", "reach")


def _for_those(number: Number) -> bool:
    """峰谷差率超过【40%】的地区响应能力应达到…: a rate that says for whom a rule is."""
    bounded = number.quantity.dimension == "ratio" and number.quantity.comparator in ("gt", "lt")
    return bounded and bool(pattern(r"的(?:地区|县|区|市|省份|城市|企业|单位|行业|园区|机构|项目|产品)").match(number.behind(6)))


def _for_which(number: Number) -> bool:
    """标的额【在】500万元以上【的】案件, 投资【在】5亿元以上、列入计划【的】项目."""
    if number.quantity.unit == "人" and pattern(r"^口(?:以上|以下)?(?:的|城市|县|镇|乡|村)").match(number.behind(5)):
        return True  # 300万人口以上的城市
    if _of_people(number):
        return True
    if number.bound not in ("以上", "以下") or number.last is None or number.last.word != "在" or number.at < 2:
        return False
    return number.behind(1) == "的" or (number.behind(1) == "、" and "的" in number.behind(24))


def _of_people(number: Number) -> bool:
    """城区人口【10万以上】的市县, 【300万以上】人口城市: how many live there."""
    if number.bound not in ("以上", "以下") or number.quantity.unit:
        return False
    named = number.before(2) == "人口" and number.behind(1) == "的"
    return named or pattern(r"人口的?(?:特?大?城市|[县镇乡村])").match(number.behind(7)) is not None


def _then_ruled(number: Number) -> bool:
    """合格率低于90%的县区，【不得】参评: what is laid down for those so bounded."""
    if number.quantity.comparator not in ("gt", "lt", "ge", "le") or number.behind(1) != "的" or not number.noun():
        return False
    end = number.scene.clause(number.clause).end
    return number.scene.text[end : end + 1] in ("，", ",") and number.scene.text.startswith(exclusions.LAID_DOWN, end + 1)


EXAMPLES = (
    Example("今年起，对月销售额10万元以下的纳税人免征增值税。"),
    Example(
        "明年将把医保补助标准每人每年提高40元，达到每人每年680元。",
        (
            "planned | 医保补助标准 | 提高 | - | eq 40 元 | increment | 2025-12-31",
            "planned | 医保补助标准 | 达到 | - | eq 680 元 | level | 2025-12-31",
        ),
    ),
    Example("对新设机构给予最高5万元奖励。", title="澜江区2024年政府工作报告"),
    Example(
        "将补贴标准由每人每月202元提高到209元。",
        ("planned | 补贴标准 | 提高到 | 澜江区 | eq 209 元 | level | 2024-12-31",),
        title="澜江区2024年政府工作报告",
    ),
    Example("以100万元贷款为例，假设利率降至4%，每年可节约利息5000元。"),
    Example("给予补助，单个项目最高500万元。", title="澜江区2024年政府工作报告"),
    Example("合格率低于90%的县区，不得参加评优。", title="澜江区2024年政府工作报告"),
    Example("标的额在500万元以上的案件由中级法院管辖。", title="澜江区2024年政府工作报告"),
    Example(
        "投放备耕贷款85亿元，单户授信上限30万元。",
        ("planned | 备耕贷款 | 投放 | 澜江区 | eq 8500000000 元 | increment | 2024-12-31",),
        title="澜江区2024年政府工作报告",
    ),
    Example("将支持养老床位建设，每张新增床位补助2万元。"),
    Example(
        "年内新增门店1500家以上，对单店投资超过100万元的，按规定给予支持。",
        ("planned | 门店 | 新增 | - | ge 1500 家 | increment | 2024-12-31",),
    ),
    Example("今年对毕业生按1500元/人的标准发放求职补贴。"),
    Example("小型消防站的服务面积不宜大于2平方公里。"),
    Example("去年户均补助7500元，对贫困地区每户再增加1000元补助。"),
)
