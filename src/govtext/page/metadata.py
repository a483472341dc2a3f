"""From what stands around an article to its metadata: title, 来源, 作者, 责任编辑, 发布时间, 发文机关, 文号, 成文日期.

「来源：无锡日报　2023-08-20 07:34　责任编辑：王平」 says source, day and editor. 成文日期 is not 发布日期, and no field is ever guessed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govtext.page.published import DATE, around, read_date
from govtext.rules import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from govtext.page.locate import Place
    from govtext.page.scan import Scan

_SOURCE_METAS: Final = ("contentsource", "source", "mediaid", "og:article:source", "article:source")
_AUTHOR_METAS: Final = ("author", "article:author", "og:article:author")
_EDITOR_METAS: Final = ("editor", "责任编辑")
_SOURCE: Final = r"""
    (?:信息来源|文章来源|稿件来源|新闻来源|内容来源|来源于|来源|來源|稿源|出处|信息提供|供稿单位|发布机构|发布单位) [\s　]*[:：]? [\s　]*
    (?P<name> (?!于?(?:网络|互联网)) [^\s　|｜,，。;；【】\[\]<>()（）/]{2,30} )
"""
_NAMES: Final = r"""
    (?P<name> (?: \p{Han}{2,4} | \p{Han}{1,8}·[\p{Han}·]{1,8} ) (?!\p{Han})
      (?: [\s　]*[、,，\s　][\s　]* [\p{Han}·]{2,4} (?![\p{Han}:：]) ){0,5} )
"""
_AUTHOR: Final = rf"""
    (?: 作者 | (?:本报|本网|新华社|全媒体|见习|实习|首席)*记者 | 撰文 | 文 ) [\s　]*[:：/][\s　]* {_NAMES}
"""
_SIGNED: Final = r"""
    [（(\[【] [\s　]* (?:本报|本网|新华社|全媒体|见习|实习|首席|人民日报)* (?:记者|作者|通讯员)? [\s　:：]* (?P<name> (?!完|
    此件|编辑|责任|来源|附件|全文|原|图) [\p{Han}·]{2,4} (?: [\s　、]+ (?!摄) [\p{Han}·]{2,4} ){0,4}
    ) [\s　]* [）)\]】]
"""
_REPORTED: Final = r"""
    (?:本报|本网|新华社|人民日报|光明日报|中新网)? (?:全媒体|见习|实习|首席)* 记者 [\s　]* (?P<name> [\p{Han}·]{2,4} (?:
    [\s　、]+ [\p{Han}·]{2,4} ){0,3} ) (?= [\s　]*(?:[）)】]|报道|摄|从|获悉|$) )
"""
_EDITOR: Final = r"""
    (?:责任编辑|责编|网络编辑|值班编辑|编辑) [\s　]*[:：]?[\s　]* (?P<name> [\p{Han}·]{2,4} (?: [\s　]*[、,，\s　][\s　]*
    [\p{Han}·]{2,4} (?![\p{Han}:：]) ){0,4} )
"""
_AGENCY: Final = (
    r"^[\s　]* (?:【?(?P<name>新华社|中新社|中新网|新华网|人民网|央视网|中国新闻网|本报讯|据新华社|新华财经) [^，。]{0,24}? (?:电|讯) )"
)
_AGENCY_ALONE: Final = r"[\p{Han}]{0,8} (?: 新华社|中新社|新华网|人民网|央视网|日报|晚报|晨报|时报|新闻网|电视台|发布 )"
_AFTER_TIME: Final = r"\p{Nd}{1,2}:\p{Nd}{2}(?::\p{Nd}{2})? [\s　]+ (?P<name> [\p{Han}]{2,12} ) (?= [\s　]*(?:$|\[|［) )"
_NUMBER: Final = r"""
    (?P<name> [\p{Han}]{1,12} [〔\[［【（(] (?:19|20)\p{Nd}{2} [〕\]］】）)] [\s　]* (?:第)? \p{Nd}{1,5}
    [\s　]* 号 )
"""
_LABELLED: Final = {
    "document_number": r"(?:发文字号|发文文号|文[\s　]*号|发[\s　]*文[\s　]*号) [\s　]*[:：]?[\s　]*"
    r" (?P<name> [^\s　|｜]{2,30} [\s　]? \p{Nd}{1,5} [\s　]? 号)",
    "issuer": r"(?:发文机关|发文单位|制发机关|发布机关|发布机构|公开主体|制发单位) [\s　]*[:：]?[\s　]* (?P<name> [\p{Han}（）、]{3,40} )",
}
_ISSUED: Final = rf"""
    (?:成文日期|成文时间|生成日期|印发日期|发文日期|制发日期) [\s　]*[:：]?[\s　]* (?: {DATE} )
"""
_LABELS: Final = frozenset(
    [
        "发布日期",
        "发布时间",
        "成文日期",
        "发文字号",
        "文号",
        "标题",
        "索引号",
        "主题分类",
        "主题词",
        "有效性",
        "关键词",
        "浏览",
        "字号",
        "分享",
        "作者",
        "编辑",
    ]
)


def fields(page: Scan, place: Place | None, dropped: Iterable[str], text: str) -> dict[str, str | date | None]:
    """Source, author, editor, issuer, document number and 成文日期 of an article."""
    rows = around(page, place)
    head = [row.text for row in rows if row.above]
    tail = [*dropped, *(row.text for row in rows if not row.above)]
    opening, ending = text[:400], text[-120:]
    table = " \n".join(head)
    editor = _first(_EDITOR, [*tail, *head]) or next((page.meta[n] for n in _EDITOR_METAS if n in page.meta), None)
    issued = pattern(_ISSUED).search(table)
    when = read_date(issued, "label") if issued else None
    issuer = _first(_LABELLED["issuer"], [table])
    source = _source(page, head, tail, opening) or issuer  # an official page's source is who issued it
    return {
        "source": source,
        "author": _author(page, head, tail, ending, opening),
        "editor": editor,
        "issuer": issuer,
        "document_number": _first(_LABELLED["document_number"], [table]) or _first(_NUMBER, [text[:200]] if place else []),
        "issued": when.moment.date() if when else None,
    }


def _first(shape: str, rows: Iterable[str]) -> str | None:
    for row in rows:
        for found in pattern(shape).finditer(row):
            name = str(found["name"]).strip(" 　:：、,，-—")
            if len(name) > 1 and name not in _LABELS:
                return name
    return None


def _source(page: Scan, head: list[str], tail: list[str], opening: str) -> str | None:
    found = _first(_SOURCE, ["\n".join(row for row in head if len(row) < 200)])
    if found is None:
        found = _first(_SOURCE, [row for row in tail if len(row) < 120])
    if found is None:
        for name in _SOURCE_METAS:
            value = page.meta.get(name, "").removeprefix("来源").strip(" :：")
            if value and not value.startswith("http") and len(value) < 40:
                return value
        if alone := next((row for row in reversed(head) if len(row) < 16 and pattern(_AGENCY_ALONE).fullmatch(row)), None):
            return alone
        if timed := next((m for row in head if len(row) < 60 and (m := pattern(_AFTER_TIME).search(row))), None):
            return str(timed["name"])
        publisher = page.linked.get("author") or page.linked.get("publisher")
        publisher = publisher[0] if isinstance(publisher, list) and publisher else publisher
        agency = pattern(_AGENCY).search(opening)
        if agency and agency["name"] != "本报讯":
            return str(agency["name"]).removeprefix("据")
        if isinstance(publisher, dict) and isinstance(publisher.get("name"), str):
            return str(publisher["name"])
    return found


def _author(page: Scan, head: list[str], tail: list[str], ending: str, opening: str) -> str | None:
    found = _first(_AUTHOR, head) or _first(_AUTHOR, [row for row in tail if len(row) < 120])
    if found:
        return found
    for row in reversed([row for row in tail if len(row) < 60]):
        if signed := pattern(_SIGNED).fullmatch(row.strip()):
            return "、".join(str(signed["name"]).split())
    if signed := pattern(rf"{_SIGNED} [\s　]* $").search(ending):
        return "、".join(str(signed["name"]).split())
    for row in (*(row for row in head if len(row) < 30), opening):
        if reported := pattern(_REPORTED).search(row):
            return "、".join(str(reported["name"]).split())
    meta = next((page.meta[name] for name in _AUTHOR_METAS if name in page.meta), None)
    if meta and 2 <= len(meta) <= 20 and not meta.startswith("http") and meta[-1] not in "网社报台號号部局知":
        return meta
    return _linked(page, "author")


def _linked(page: Scan, *names: str) -> str | None:
    """A text field of the article's ld+json."""
    for name in names:
        value = page.linked.get(name)
        value = value[0] if isinstance(value, list) and value else value
        value = value.get("name") if isinstance(value, dict) else value
        if isinstance(value, str) and value.strip():
            return value.strip()
    return None
