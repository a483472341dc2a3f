"""From the lines around an article to its source: the name behind 「来源：」, beside the day, or in an element called 「source」."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govtext.page.official import first, labelled
from govtext.rules import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govtext.page.scan import Scan

TAIL_MOST: Final = 120  # characters of a line of metadata below the text
LINE_MOST: Final = 60
_HEAD_MOST: Final = 200  # and above it
_ALONE_MOST: Final = 16  # characters of a line that is an agency's name
_NAME_MOST: Final = 40
_SOURCE_METAS: Final = ("contentsource", "source", "mediaid", "og:article:source", "article:source")
_NEXT: Final = r"""
    (?: (?: 作者|责任编辑|责编|编辑|记者|通讯员|来源|原标题|(?:发布|发稿|更新)?(?:时间|日期)|浏览|点击|阅读|访问 )
        [次数量]{0,2} \s* [:：\[【(\p{Nd}]
    | 字[体号] | \p{Nd}+ \s* (?:条|人|次|评论|阅读) | (?:19|20)\p{Nd}{2}[-年/.] )
"""  # labels that follow at once where elements stand side by side: 「来源：甲报作者：乙」
_SOURCE: Final = rf"""
    (?:信息来源|文章来源|稿件来源|新闻来源|消息来源|内容来源|来源于
      |(?<![材料片频据图金])来源(?!单位)|(?<![材料片頻據圖金])來源|稿源|(?:出处|(?<!图)来自)(?=\s*[:：/])|信息提供|供稿单位|发布机构|发布单位)
    [\s　】]*+[:：|｜丨/]?+ [\s　\[【]*+
    (?P<name> (?!于?(?:网络|互联网)|http) (?: (?!{_NEXT}) [^\s　|｜,，。;；:：【】\[\]<>()（）/] ){{2,30}}+ ) (?! \s*+ [:：] )
"""
_GIVER: Final = rf"""
    (?: 供稿 [\s　]* [:：] [\s　]* (?=\p{{Han}}{{4}})
      | (?: 来源单位 | 供稿单位 | 发布(?:部门|科室) | (?:责任|报送|提供)(?:部门|单位) | 摘自 | 转载自 | 转自 ) [\s　]* [:：] [\s　《“]*
      | 摘自 [\s　]* 《 )
    (?P<name> (?: (?!{_NEXT}) [^\s　|｜,，。;；【】\[\]<>()（）/、》”] ){{2,30}} )
"""  # 「供稿：李明」 is a person
_AGENCY: Final = (
    r"(?:^|\n)[\s　]* (?:[【（(]?(?P<name>新华社|中央社|中新社|中新网|新华网|人民网|央视网|中国新闻网|本报讯|据新华社|新华财经)"
    r" [^，。]{0,24}? (?:电|電|讯) )"
)
_IN_PRINT: Final = r"《 (?P<name> \p{Han}{2,12} 报 ) 》 [\s　]* [（(]? [^（）()]{0,8}? 20\p{Nd}{2} [-年/.] [^（）()]{4,30}? 版"
_AGENCY_ALONE: Final = r"\p{Han}{0,8} (?: 新华社|中新社|新华网|人民网|央视网|日报|晚报|晨报|时报|新闻网|电视台 | (?<=\p{Han}{2}) 发布 )"
_OUTLET: Final = r"""
    (?P<name> [\p{Han}·《]{2,12}? (?: [日晚晨早时周都商]报 | 报社 | 发布 | 融媒 | 融媒体 | 融媒体中心 | 网 | 电视台 | 广播
      | 客户端 | 新闻 | 在线 | 日报社 | 杂志 | (?<=\p{Han}{2}) [局委办部厅院署社]
      | 办公室 | 政府 | 中心 | 委员会 | 公司 | 集团 | 学院 | 大学 ) (?!\p{Han}{1,3}网) )
"""  # who publishes; a name of three characters beside a date may be the author
_BESIDE_DAY: Final = rf"""
    ^ [\s　]* {_OUTLET} (?: [（(] [^（）()]{{2,20}} [）)] )? [\s　|｜·]*
    (?= (?:20\p{{Nd}}{{2}} [-年/.] \s*)? \p{{Nd}}{{1,2}} [-月/.] \p{{Nd}}{{1,2}} )
  | \p{{Nd}} [-月/.] \p{{Nd}}{{1,2}} 日? (?: \s* \p{{Nd}}{{1,2}} (?: : \p{{Nd}}{{2}} ){{1,2}} )? [\s　|｜·]* {_OUTLET}
    (?= [\s　|｜]|$|责|编|作者|字|阅读|浏览|点击|评论|分享|打印 )
"""
_AFTER_TIME: Final = r"""
    \p{Nd}{1,2}:\p{Nd}{2}(?::\p{Nd}{2})? [\s　]+ (?P<name> (?!发布|分享|收藏|打印|阅读|评论|来源|编辑|作者|浏览) \p{Han}{2,12} )
    (?= [\s　]*(?:$|\[|［) | [\s　]+ (?:我要)?(?:评论|分享|打印|收藏|字号) )
"""
_NAMED: Final = r"""
    (?i: (?:class|id) = "[^"]*? (?<![a-z]) (?: source | laiyuan | copyfrom | media_?name ) [^"]* " )
    [^<>]*+ > [\s\[【]*+ (?: [来來]源 [\s　]*+ [:：] [\s　]*+ )?+ (?: <a\b[^<>]*+ > \s*+ )?
    [《]? (?P<name> [\p{Han}\p{L}\p{Nd}·－-]{2,30} ) [》]? \s*+ <
"""


def read_source(page: Scan, head: list[str], tail: list[str], opening: str, above: str) -> str | None:
    """The source: of 「来源：无锡日报」 the name. ``above`` is the page's own source above the text, for names of elements."""
    return next(filter(None, _sources(page, head, tail, opening, above)), None)


def _sources(page: Scan, head: list[str], tail: list[str], opening: str, above: str) -> Iterator[str | None]:
    """The labelled source, then meta, a printed paper's, an outlet's in its own line or by the day, 「新华社…电」, what scripts say."""
    said = first(_SOURCE, ["\n".join(row for row in head if len(row) < _HEAD_MOST)])
    named = _named(above)
    yield named if said and named and said.startswith(named) else said  # 「来源：甲报」 right before another element's 「李明」
    yield first(_SOURCE, labelled(row for row in tail if len(row) < TAIL_MOST))  # no column's head
    yield first(_GIVER, ["\n".join(row for row in head if len(row) < _HEAD_MOST)])
    metas = (page.meta[name].removeprefix("来源").strip(" :：") for name in _SOURCE_METAS if name in page.meta)
    yield next((value for value in metas if value and not value.startswith("http") and len(value) < _NAME_MOST), None)
    yield first(_IN_PRINT, [*head, *tail])
    yield next((row for row in reversed(head) if len(row) < _ALONE_MOST and pattern(_AGENCY_ALONE).fullmatch(row)), None)
    yield named
    short = [row for row in head if len(row) < LINE_MOST]
    for shape in (_BESIDE_DAY, _AFTER_TIME):
        yield next((str(found["name"]) for row in short if (found := pattern(shape).search(row))), None)
    agency = pattern(_AGENCY).search(opening)
    if agency and agency["name"] != "本报讯":
        yield str(agency["name"]).removeprefix("据")
    publisher = page.linked.get("source") or page.linked.get("author") or page.linked.get("publisher")
    publisher = publisher[0] if isinstance(publisher, list) and publisher else publisher
    name = publisher.get("name") if isinstance(publisher, dict) else page.linked.get("source")
    yield name if isinstance(name, str) else None


def _named(above: str) -> str | None:
    """The text of an element that is called 「source」."""
    return next((str(m["name"]) for m in pattern(_NAMED).finditer(above) if pattern(r"\p{Han}{2} (?<!来源)").search(m["name"])), None)
