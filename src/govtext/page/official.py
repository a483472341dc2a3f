"""From what stands around a document to 发文机关, 文号, 成文日期: of 「成文日期：2024年3月8日　文号：某政发〔2024〕3号」 both.

These are the issuer's own data, in a 索引号 table or the lines above the text; the day of publication is another one.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING, Final

from govtext.page.published import DATE, read_date
from govtext.rules import local, pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govtext.rules import Match

_BEHIND_LABEL: Final = r"[\s　】]*[:：]?[\s　]*"
_NUMBER: Final = rf"""
    (?: 发文字号 | 发文文号 | 文[\s　]*号 | 发[\s　]*文[\s　]*号 ) {_BEHIND_LABEL}
    (?P<name> [^\s　|｜]{{2,30}} [\s　]? \p{{Nd}}{{1,5}} [\s　]? 号 )
"""
_NUMBER_ALONE: Final = r"""
    (?P<name> [\p{Han}]{1,12} [〔\[［【（(] (?:19|20)\p{Nd}{2} [〕\]］】）)] [\s　]* (?:第)? \p{Nd}{1,5} [\s　]* 号 )
"""
_OPENING: Final = 200  # characters of the text in which the document's own number stands; later ones are other documents'
_ISSUER: Final = rf"""
    (?: 发文机关 | 发文单位 | 制发机关 | 发布机关 | 发布机构 | 公开主体 | 制发单位 ) {_BEHIND_LABEL} (?P<name> [\p{{Han}}（）、]{{3,40}} )
"""
_ISSUED: Final = rf"""
    (?: 成文日期 | 成文时间 | 生成日期 | 印发日期 | 发文日期 | 制发日期 ) {_BEHIND_LABEL} (?: {DATE} | (?P<written>
    (?P<years>[〇○零一二三四五六七八九]{{4}})年 (?P<months>[一二三四五六七八九十]{{1,2}})月 (?P<days>[一二三四五六七八九十]{{1,3}})日 ) )
"""
_DIGITS: Final = {"零": 0, "○": 0} | {digit: i for i, digit in enumerate("〇一二三四五六七八九")}
_MONTHS: Final = 12
_LABELS: Final = frozenset(
    """发布日期 发布时间 成文日期 发文字号 文号 标题 索引号 主题分类 主题词 有效性 关键词 浏览 字号 分享 作者 编辑
    原创 本站原创 未知 佚名 不详 网络 互联网""".split()  # noqa: SIM905 - a table of words
)  # what follows a label whose own field is empty


def official(head: list[str], opening: str) -> dict[str, str | date | None]:
    """Issuer, document number and 成文日期; ``head`` are the lines above the text, ``opening`` is its beginning.

    >>> official(["发文机关：某市人民政府", "成文日期：二〇二四年三月八日"], "")["issued"]
    datetime.date(2024, 3, 8)
    """
    table = " \n".join(head)
    issued = pattern(_ISSUED).search(table)
    return {
        "issuer": first(_ISSUER, [table]),
        "document_number": ("号" in table and first(_NUMBER, [table])) or first(_NUMBER_ALONE, [opening[:_OPENING]]),
        "issued": _day(issued) if issued else None,
    }


def labelled(rows: Iterable[str]) -> list[str]:
    """The rows in which a label may stand."""
    mark = local(r"[:：|｜丨/]").search
    return [row for row in rows if mark(row)]


def first(shape: str, rows: Iterable[str]) -> str | None:
    """The first name that a shape reads in the rows and that is no label."""
    for row in rows:
        for found in pattern(shape).finditer(row):
            name = str(found["name"]).strip(" 　:：、,，-—")
            name = name[1:-1] if name[:1] + name[-1:] in {"《》", "“”"} else name
            if len(name) > 1 and name not in _LABELS:
                return name
    return None


def _day(found: Match) -> date | None:
    if not found["written"]:
        when = read_date(found, "label")
        return when.moment.date() if when else None
    year, month, day = (_number(found[part]) for part in ("years", "months", "days"))
    return date(year, month, day) if year and 1 <= month <= _MONTHS and 1 <= day <= monthrange(year, month)[1] else None


def _number(words: str) -> int:
    """「二〇二四」 digit by digit, 「二十三」 with its ten."""
    if "十" not in words:
        return int("".join(str(_DIGITS[digit]) for digit in words))
    tens, _, ones = words.rpartition("十")
    return 10 * (_number(tens) if tens else 1) + (_number(ones) if ones else 0)
