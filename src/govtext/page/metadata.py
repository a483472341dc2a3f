"""From what stands around an article to its metadata: title, 来源, 作者, 责任编辑, 发布时间, 发文机关, 文号, 成文日期.

「来源：无锡日报　2023-08-20 07:34　责任编辑：王平」 says source, day and editor. 成文日期 is not 发布日期, and no field is ever guessed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govtext.page.official import first, official
from govtext.rules import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from govtext.page.published import Row
    from govtext.page.scan import Scan

_OPENING: Final = 400  # characters of the text in which 「新华社…电（记者…）」 stands
_ENDING: Final = 120  # and in which a signature stands
_HEAD_MOST: Final = 200  # characters of a line of metadata above the text
_TAIL_MOST: Final = 120  # and below it
_LINE_MOST: Final = 60
_BYLINE_MOST: Final = 30
_ALONE_MOST: Final = 16  # characters of a line that is an agency's name
_NAME_MOST: Final = 40
_SOURCE_METAS: Final = ("contentsource", "source", "mediaid", "og:article:source", "article:source")
_AUTHOR_METAS: Final = ("author", "article:author", "og:article:author")
_EDITOR_METAS: Final = ("editor", "责任编辑")
_NEXT: Final = r"""
    (?: (?: 作者|责任编辑|责编|编辑|记者|通讯员|来源|(?:发布|发稿|更新)?(?:时间|日期)|浏览|点击|阅读|访问 ) [次数量]{0,2} \s* [:：\[【(]
    | 字[体号] | (?:19|20)\p{Nd}{2}[-年/.] )
"""  # labels that follow at once where elements stand side by side: 「来源：甲报作者：乙」
_SOURCE: Final = rf"""
    (?:信息来源|文章来源|稿件来源|新闻来源|内容来源|来源于|来源|來源|稿源|出处|信息提供|供稿单位|发布机构|发布单位)
    [\s　】]*[:：|｜丨]? [\s　\[【]*
    (?P<name> (?!于?(?:网络|互联网)) (?: (?!{_NEXT}) [^\s　|｜,，。;；【】\[\]<>()（）/] ){{2,30}} )
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
_ONE: Final = r"(?: (?!责任|责编|编辑|校对|审核|监制|记者|来源|作者) [\p{Han}·] ){2,4}"  # a name, up to the next label
_EDITOR: Final = rf"""
    (?:责任编辑|责编|网络编辑|值班编辑|编辑) [\s　]*[:：|｜丨]?[\s　]* (?P<name> {_ONE}
      (?: [\s　]*[、,，\s　][\s　]* {_ONE} (?![\p{{Han}}:：]) ){{0,4}} )
"""
_AGENCY: Final = (
    r"^[\s　]* (?:【?(?P<name>新华社|中新社|中新网|新华网|人民网|央视网|中国新闻网|本报讯|据新华社|新华财经) [^，。]{0,24}? (?:电|讯) )"
)
_AGENCY_ALONE: Final = r"[\p{Han}]{0,8} (?: 新华社|中新社|新华网|人民网|央视网|日报|晚报|晨报|时报|新闻网|电视台|发布 )"
_OUTLET: Final = r"""
    (?P<name> [\p{Han}·《]{1,12}? (?: [日晚晨早时周都商]报 | 报社 | 发布 | 融媒 | 融媒体 | 融媒体中心 | 网 | 电视台 | 广播
      | 客户端 | 新闻 | 在线 | 日报社 | 杂志 | (?<=\p{Han}{2}) [局委办部厅院署社]
      | 办公室 | 政府 | 中心 | 委员会 | 公司 | 集团 | 学院 | 大学 ) (?!\p{Han}{1,3}网) )
"""  # who publishes; a name of three characters beside a date may be the author
_BESIDE_DAY: Final = rf"""
    ^ [\s　]* {_OUTLET} [\s　|｜·]* (?= (?:20\p{{Nd}}{{2}} [-年/.] \s*)? \p{{Nd}}{{1,2}} [-月/.] \p{{Nd}}{{1,2}} )
  | \p{{Nd}} [-月/.] \p{{Nd}}{{1,2}} 日? (?: \s* \p{{Nd}}{{1,2}} (?: : \p{{Nd}}{{2}} ){{1,2}} )? [\s　|｜·]* {_OUTLET}
    (?= [\s　|｜]|$|责|编|作者|字|阅读|浏览|点击|评论|分享|打印 )
"""
_AFTER_TIME: Final = r"\p{Nd}{1,2}:\p{Nd}{2}(?::\p{Nd}{2})? [\s　]+ (?P<name> [\p{Han}]{2,12} ) (?= [\s　]*(?:$|\[|［) )"


def fields(page: Scan, rows: list[Row], dropped: Iterable[str], text: str) -> dict[str, str | date | None]:
    """Source, author, editor, issuer, document number and 成文日期, from the blocks around an article and the lines dropped from it."""
    head = [row.text for row in rows if row.above]
    tail = [*dropped, *(row.text for row in rows if not row.above)]
    opening, ending = text[:_OPENING], text[-_ENDING:]
    said = official(head, text)
    editor = first(_EDITOR, [*tail, *head]) or next((page.meta[n] for n in _EDITOR_METAS if n in page.meta), None)
    source = _source(page, head, tail, opening)
    return said | {"source": source or said["issuer"], "author": _author(page, head, tail, ending, opening), "editor": editor}


def _source(page: Scan, head: list[str], tail: list[str], opening: str) -> str | None:
    return next(filter(None, _sources(page, head, tail, opening)), None)


def _sources(page: Scan, head: list[str], tail: list[str], opening: str) -> Iterator[str | None]:
    """The labelled source, then meta, an outlet's name in a line of its own or beside the day, 「新华社…电」, what scripts say."""
    yield first(_SOURCE, ["\n".join(row for row in head if len(row) < _HEAD_MOST)])
    yield first(_SOURCE, [row for row in tail if len(row) < _TAIL_MOST])
    metas = (page.meta[name].removeprefix("来源").strip(" :：") for name in _SOURCE_METAS if name in page.meta)
    yield next((value for value in metas if value and not value.startswith("http") and len(value) < _NAME_MOST), None)
    yield next((row for row in reversed(head) if len(row) < _ALONE_MOST and pattern(_AGENCY_ALONE).fullmatch(row)), None)
    short = [row for row in head if len(row) < _LINE_MOST]
    for shape in (_BESIDE_DAY, _AFTER_TIME):
        yield next((str(found["name"]) for row in short if (found := pattern(shape).search(row))), None)
    agency = pattern(_AGENCY).search(opening)
    if agency and agency["name"] != "本报讯":
        yield str(agency["name"]).removeprefix("据")
    publisher = page.linked.get("source") or page.linked.get("author") or page.linked.get("publisher")
    publisher = publisher[0] if isinstance(publisher, list) and publisher else publisher
    name = publisher.get("name") if isinstance(publisher, dict) else page.linked.get("source")
    yield name if isinstance(name, str) else None


def _author(page: Scan, head: list[str], tail: list[str], ending: str, opening: str) -> str | None:
    found = first(_AUTHOR, head) or first(_AUTHOR, [row for row in tail if len(row) < _TAIL_MOST])
    if found:
        return found
    for row in reversed([row for row in tail if len(row) < _LINE_MOST]):
        if signed := pattern(_SIGNED).fullmatch(row.strip()):
            return "、".join(str(signed["name"]).split())
    if signed := pattern(rf"{_SIGNED} [\s　]* $").search(ending):
        return "、".join(str(signed["name"]).split())
    for row in (*(row for row in head if len(row) < _BYLINE_MOST), opening):
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
