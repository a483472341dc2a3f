"""What a title says: whose report or plan a text is, for when, and whether it orders. 「2025年浙江省政府工作报告」 is 浙江省's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from govtext.lexicon import places, zones
from govtext.rules import pattern
from govtext.targets.example import Example

_DIGITS = {digit: value for value, digit in enumerate("一二三四五六七八九", 1)}


@dataclass(frozen=True, slots=True)
class Title:
    """What the title says: whose report or plan it is, and for when."""

    report: bool
    year: int | None
    year_text: str | None
    government: str | None
    period: tuple[date, date] | None
    order: bool = False  # a notice, a programme, a list of measures
    part: bool = False  # a report of a part of its year: its review is of the same year
    ahead: bool = False  # news of what will be in years to come


def read(title: str | None, text: str) -> Title:
    """Read the title of a work report or plan.

    >>> t = read("2025年浙江省政府工作报告", "")
    >>> (t.report, t.year, t.government)
    (True, 2025, '浙江省')
    """
    title = title or ""
    opening = text[:400]
    draft = pattern(_OF_DRAFT).search(title)  # 2023年预算执行情况与2024年预算草案: the later year's
    carried = None if draft else pattern(_OF_CARRYING).search(title)
    part = carried is not None and pattern(_PART).search(title) is not None
    report = (
        ("工作报告" in title and not pattern(_OF_CHECK).search(title))
        or "现在，我代表" in opening
        or ("向大会报告工作" in opening and "审议" in opening)
        or draft is not None
        or carried is not None
    )
    year = None if carried and not part else draft or pattern(r"(?P<year>(?:19|20)\p{Nd}{2})\s*年").search(title)
    number = int(year["year"]) if year else None
    period = plan_period(title)
    government = None
    if report or period:
        government = _government(title) or _government(opening[:120])
    ahead = not report and not period and pattern(_AHEAD).search(title) is not None
    return Title(report, number, f"{year['year']}年" if year else None, government, period, _is_order(title), part, ahead)


# 未来5年，绿地率将提高到40%.
_AHEAD = r"(?:未来|今后)(?:\p{Nd}{1,2}|[一二三四五六七八九十])年[^。？?]{0,20}(?:将|力争|拟|计划|提高到|达到)"


# How far a report's tasks have got is no report.
_OF_CHECK = r"工作报告》?[^，。]{0,20}(?:完成|落实|执行|推进|进展)情况"
_OF_DRAFT = r"""
    执行情况[^，。]{0,12}?(?P<year>(?:19|20)\p{Nd}{2})\s*年[^，。]{0,24}草案
  | (?:工作)?总结[^，。]{0,12}?(?P<year>(?:19|20)\p{Nd}{2})\s*年\p{Han}{0,8}(?:工作)?(?:计划|打算|安排|思路|要点)(?:的报告)?$
"""
# How a year's plan or budget was carried out: 关于澜江市2023年上半年国民经济和社会发展计划执行情况的报告.
_OF_CARRYING = r"""
    ^(?!.*(?:听取|审议|审查|批准|通过|决议)).*
    (?: (?:计划|预算)\p{Han}{0,4}执行情况(?:的|[及和与]\p{Han}{2,20}?的?)?报告(?:[（(][^）)]*[）)])?$
      | 工作总结[及和暨与、]\p{Han}{0,10}(?:计划|打算|安排|思路|要点)$
    )
"""
_PART = r"上半年|季度|(?:1|一)[—\-~至][\p{Nd}一二三四五六七八九十]{1,2}月"


def _is_order(title: str) -> bool:
    """Whether a title is that of a notice or a programme, not of news about one.

    >>> [_is_order(t) for t in ("关于印发某市若干措施的通知", "某省行动方案（2024—2026年）", "某市出台行动方案", "某县2024年度民生实事")]
    [True, True, False, True]
    """
    if pattern(_LIVELIHOOD).search(title) and not any(word in title for word in zones.DONE_LISTS):
        return True
    if any(word in title for word in zones.NEWS_OF_ORDERS):
        return False
    return bool(pattern(r"(?:\L<orders>)》?(?:的通知)?(?:[（(][^（()）]{1,24}[)）])?》?$", orders=zones.ORDERS).search(title.strip()))


# A list of what is to be done for the people in one year.
_LIVELIHOOD = r"(?P<year>(?:19|20)\p{Nd}{2})年?度?[^\p{Nd}，。！？；]{0,24}(?:\p{Nd}{1,2}[件项])?[^\p{Nd}，。！？；]{0,8}实事"


def plan_period(title: str) -> tuple[date, date] | None:
    """The years that a five-year plan's title covers.

    >>> plan_period("云南省国民经济和社会发展第十个五年计划纲要")
    (datetime.date(2001, 1, 1), datetime.date(2005, 12, 31))
    """
    found = pattern(
        r"第(?P<ordinal>[一二三四五六七八九十]{1,3})个五年(?:规划|计划)|“(?P<short>[一二三四五六七八九十]{1,2})五”[^，。]{0,24}(?:规划|计划|纲要|方案)"
    ).search(title)
    if found is None:
        years = pattern(r"(?P<first>20\p{Nd}{2})年?\s*[—–－~-]{1,2}\s*(?P<last>20\p{Nd}{2})\s*年").search(title)
        return (date(int(years["first"]), 1, 1), date(int(years["last"]), 12, 31)) if years and _is_order(title) else None
    ordinal = found["ordinal"] or found["short"]
    tens, _, ones = ordinal.rpartition("十")
    number = (10 * (_DIGITS.get(tens, 1)) if "十" in ordinal else 0) + _DIGITS.get(ones, 0)
    first = 1951 + 5 * number  # the tenth plan began in 2001
    return date(first, 1, 1), date(first + 4, 12, 31)


# 青岛市国民经济和社会发展第十二个五年规划, 关于江东市2023年预算执行情况…: the place stands in front of its year or its plan.
_OF_PLACE = r"""
    (?:^|[\s《]|^关于|印发)(?P<name>(?!关于|印发)\p{Han}{2,8}?(?:省|市|自治区|自治州|州|县|区|旗))(?=(?:(?:19|20)\p{Nd}{2}年)?(?:上半年|前三季度)?(?:国民经济|(?:财政)?预算|本级|“))
"""


def _government(words: str) -> str | None:
    if pattern(r"国务院|中华人民共和国").search(words):
        return "国务院"
    found = pattern(_OF_PLACE).search(words) or pattern(
        r"(?:(?:19|20)\p{Nd}{2}年|^|——|\s|[）)]|关于)?(?P<name>(?!关于|我?受|我代表|[省市区县州]委)(?:(?!代表|受|市长|省长|县长|区长|州长)\p{Han}){2,12}?(?:省|市|自治区|自治州|州|县|区|旗|镇|乡|街道))(?:办事处)?(?:\s*(?:19|20)\p{Nd}{2}\s*年)?(?:人民)?政府"
    ).search(words)
    if found:
        return found["name"]
    for short, full in places.PROVINCES.items():
        if short in words:
            return full if full in words else short
    return None


EXAMPLES = (
    Example(
        "我受县人民政府委托，报告计划执行情况。\n一、上半年工作情况\n全县完成GDP120.6亿元，新增就业3200人。",
        (
            "achieved | GDP | 完成 | - | eq 12060000000 元 | increment | -",
            "achieved | 就业 | 新增 | - | eq 3200 人 | increment | -",
        ),
        title="关于2023年上半年国民经济和社会发展计划执行情况的报告",
        published="2023-08-24",
    ),
    Example(
        "一、上半年计划执行情况\n上半年，新开工项目37个。\n二、下半年工作措施\n下半年新开工项目25个，年底前新增停车位4500个。",
        (
            "achieved | 项目 | 新开工 | 澜江市 | eq 37 个 | increment | 2023-06-30",
            "planned | 项目 | 新开工 | 澜江市 | eq 25 个 | increment | 2023-12-31",
            "planned | 停车位 | 新增 | 澜江市 | eq 4500 个 | increment | 2023-12-31",
        ),
        title="关于澜江市2023年上半年国民经济和社会发展计划执行情况的报告",
        published="2023-08-24",
    ),
    Example(
        "一、扩大供给\n1.年内新建托育机构40家。\n2.2025年底前改造老旧小区60个。\n3.发放消费券3000万元。\n4.7月底前出台管理办法。",
        (
            "planned | 托育机构 | 新建 | - | eq 40 家 | increment | 2024-12-31",
            "planned | 老旧小区 | 改造 | - | eq 60 个 | increment | 2025-12-31",
            "planned | 消费券 | 发放 | - | eq 30000000 元 | increment | -",
            "planned | 管理办法 | 出台 | - | event | - | 2024-07-31",
        ),
        title="关于印发澜江区若干措施的通知",
        published="2024-03-01",
    ),
    Example(
        "到2026年，全省算力规模超过25EFLOPS，每年培育企业20家。",
        (
            "planned | 算力规模 | 超过 | 澜江省 | gt 25 EFLOPS | level | 2026-12-31",
            "planned | 企业 | 培育 | 澜江省 | eq 20 家 | increment | 2026-12-31",
        ),
        title="澜江省算力发展行动方案（2024—2026年）",
        published="2024-03-29",
    ),
    Example(
        "一、安居工程。改造老旧小区23个。",
        ("planned | 老旧小区 | 改造 | 石桥县 | eq 23 个 | increment | 2024-12-31",),
        title="石桥县票决产生2024年度民生实事",
    ),
    Example(
        "一、安居工程。改造老旧小区23个。",
        ("achieved | 老旧小区 | 改造 | 石桥县 | eq 23 个 | increment | -",),
        title="石桥县2023年度民生实事全部完成",
    ),
    Example(
        "体育方面：\n更新健身路径300条，新辟公交线路12条。",
        (
            "planned | 健身路径 | 更新 | 石桥市 | eq 300 条 | increment | 2012-12-31",
            "planned | 公交线路 | 新辟 | 石桥市 | eq 12 条 | increment | 2012-12-31",
        ),
        title="石桥市2012年政府实事项目公布",
        published="2012-03-02",
    ),
    Example(
        "中心小学扩建项目\n桥头镇\n新建校舍6000平方米。",
        ("planned | 校舍 | 新建 | 石桥县 | eq 6000 平方米 | increment | 2024-12-31",),
        title="石桥县关于印发2024年十大民生实事项目的通知",
    ),
    Example(
        "一、2023年预算执行情况\n教育支出完成62亿元。\n二、2024年预算草案\n教育支出安排66亿元。",
        (
            "achieved | 教育支出 | 完成 | 澜江市 | eq 6200000000 元 | increment | -",
            "planned | 教育支出 | 安排 | 澜江市 | eq 6600000000 元 | level | 2024-12-31",
        ),
        title="关于澜江市2023年预算执行情况与2024年预算草案的报告",
    ),
    Example(
        "全市生产总值年均增长9%。",
        ("planned | 生产总值 | 增长 | 澜江市 | eq 9 % | growth | 2015-12-31",),
        title="澜江市国民经济和社会发展第十二个五年规划纲要（摘要）",
        published="2011-02-20",
    ),
)
