"""From a page whose ``<title>`` names its site or column to the heading of its article: the line above 「来源：」."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from govtext.rules import local

if TYPE_CHECKING:
    from govtext.page.locate import Place
    from govtext.page.scan import Scan

LEAST: Final = 6  # a title with fewer letters is a column: 「新闻动态」
MOST: Final = 80  # letters
_ABOVE: Final = 25  # blocks above the article in which its heading may stand
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5"})
_COLUMN_MOST: Final = 11  # letters of a column's name; 「某县2023年水利建设情况公报」 is an article
_SITE_MOST: Final = 30
_SITE: Final = r"""
    (?: 网 | 网站 | 官网 | 门户 | 政府 | [日晚晨早时周子字]报 | 频道 | 平台 | 之窗 | 在线 | 发布 | 融媒体? | 融媒体中心 | 电视台 | 广播
      | 客户端 | 委员会
      | 办公室 | [\p{Han}]{2}[局厅部委办署] | 首页 | (?: 公报 | 报 | 刊 | ^ ) [\s　]* (?:\p{Nd}{4}年)? [\s　]* 第?\p{Nd}{1,4}期 ) $
"""
_COLUMN: Final = r"""
    (?: 专栏 | 栏目 | 系统 | 库 | 公司 | 集团 | 大学 | 学院 | 学校 | 医院 | 公开 | 目录 | 公报 | 公告 | 公示
      | 新闻 | 要闻 | 动态 | 资讯 | 文件 | 解读 | 访谈 | 详情页? | 内容页? | 正文 | 文章 ) $
"""
_NO_TITLE: Final = r"""
    [>›»] | 。$ | [:：]\s*$ | 版权 | (?:19|20)\p{Nd}{2} [-年/.] \p{Nd}{1,2} [-月/.] \p{Nd}{1,2}
  | ^[\s　]*(?:来源|来稿|稿源|作者|编辑|责编|责任编辑|记者|信息|文章|发布|浏览|点击|字体|字号|首页|索\s*引
      | 【(?:[大中小字]|打印|关闭|收藏|我要|时间|日期|发布|来源|浏览|点击|阅读)) | 网站$
  | ^[\s　]* \p{Han}{1,12} [〔\[［] 20\p{Nd}{2} [〕\]］] [\s　]* \p{Nd}{1,5} [\s　]* 号 $
"""
_BELOW_TITLE: Final = r"""
    (?: 发布人|发布者|发布时间|发布日期|发表时间|更新时间|时间|日期|来源|來源|作者|浏览次数|浏览量|点击数?|阅读|字号|字体 ) [\s　]* [:：]
  | ^[\s　]* (?:19|20)\p{Nd}{2} [-年/.] \p{Nd}{1,2} [-月/.] \p{Nd}{1,2} | ^[\s　]* \p{Han}{1,12} [〔\[［] 20\p{Nd}{2} [〕\]］]
"""  # the line right below a title: its date, its source, the document's number


_LABELLED: Final = r"""
    [\s　【]* (?:信息|文件|公文)? (?:标[\s　]*题 | 名[\s　]*称) [\s　]* (?: [:：】] [\s　]* (?P<title>.*) | $ )
"""  # of a 索引号 table
_DOCUMENT: Final = r"(?:通知|意见|决定|办法|方案|批复|公告|通告|决议|规定|细则|规划|条例|措施) (?:[（(][^（）()]{1,12}[）)])? $"
_LINES: Final = 4  # of a document's title that is broken without one element around it


@lru_cache(maxsize=256)  # a page's lines are compared more than once
def bare(text: str) -> str:
    """Letters and digits alone: titles are compared so.

    >>> bare("无锡：开工！")
    '无锡开工'
    """
    return local(r"[\W_]+").sub("", text)


def has_letters(text: str, letters: str) -> bool:
    """Whether these are all letters and digits of a text, ``bare(text) == letters``: of most lines the first one tells that they are not.

    >>> has_letters("无锡：开工！", "无锡开工"), has_letters("无锡：停工", "无锡开工")
    (True, False)
    """
    return next(filter(str.isalnum, text), "") == letters[:1] and bare(text) == letters


def is_title(text: str) -> bool:
    """Whether a line can be a title: no label, date or breadcrumb, and no sentence.

    >>> is_title("某市新建公园"), is_title("来源：某市日报")
    (True, False)
    """
    return local(_NO_TITLE).search(text) is None


@lru_cache(maxsize=256)
def names_site(text: str) -> bool:
    """Whether a title is that of a site or a column.

    >>> names_site("枫桥县政府信息公开"), names_site("澜江区人民政府门户网站"), names_site("某市新建公园三十个")
    (True, True, False)
    """
    length, text = len(bare(text)), text.strip()
    return (length <= _SITE_MOST and local(_SITE).search(text) is not None) or (
        length <= _COLUMN_MOST and local(_COLUMN).search(text) is not None
    )


def heading(page: Scan, place: Place) -> str | None:
    """A 索引号 table's 标题, the heading next above the text, the line in an element called 「title」, the one above the date or source."""
    if labelled := _labelled(page, place):
        return labelled
    running = place.running
    text = next((i for i in range(place.first, place.last + 1) if place.weights[i] > running), place.first)
    named = above = None
    for i in range(text, max(-1, place.first - _ABOVE), -1):
        node, line = page.nodes[i], page.texts[i]
        if not _can_be(page, i, page.damped(page.nodes[text])):
            continue
        if page.tags[node] in _HEADINGS and is_title(line):
            above_it = (
                i > 0 and page.tags[page.nodes[i - 1]] in _HEADINGS and _can_be(page, i - 1, None) and is_title(page.texts[i - 1])
            )  # 「h1 标题, h2 副题」
            return whole(page, i - (above_it and page.tags[page.nodes[i - 1]] < page.tags[node]))
        if not is_title(line):
            continue
        if named is None and page.name(node).role == "title":
            named = whole(page, i)
        if above is None and i < text and local(_BELOW_TITLE).search(page.texts[i + 1]):
            above = _document(page, i)
    return named or above


def _labelled(page: Scan, place: Place) -> str | None:
    for i in range(max(0, place.first - _ABOVE), min(place.first + _ABOVE, len(page.texts) - 1)):
        if found := local(_LABELLED).fullmatch(page.texts[i]):
            said = found["title"] or page.texts[i + 1]
            if LEAST <= len(bare(said)) <= MOST and is_title(said):
                return str(said)
    return None


def _document(page: Scan, at: int) -> str:
    """A document's title whole: 「某市人民政府关于印发」, 「若干措施的通知」 in lines of their own."""
    texts, nodes = page.texts, page.nodes
    text = texts[at]
    if "关于" in text or not local(_DOCUMENT).search(text):
        return text
    for i in range(at - 1, max(-1, at - _LINES), -1):
        if page.links[i] or not is_title(texts[i]) or page.parents[nodes[i]] != page.parents[nodes[at]]:
            break
        text = texts[i] + text
        if "关于" in texts[i]:
            return text if len(bare(text)) <= MOST else texts[at]
    return texts[at]


def _can_be(page: Scan, at: int, around: str | None) -> bool:
    """``around`` is why the text itself is in furniture: on a page that is all inside one nav it says nothing."""
    return LEAST <= len(bare(page.texts[at])) <= MOST and not page.links[at] and page.damped(page.nodes[at]) in {None, around}


def whole(page: Scan, at: int) -> str:
    """The text of a heading's element: 「某市人民政府<br>关于…的通知」 is one title in two blocks."""
    texts, node = page.texts, page.nodes[at]
    first = last = at
    if not _continues(page, at, node):
        return texts[at]
    while first > 0 and _continues(page, first - 1, node):
        first -= 1
    while last + 1 < len(texts) and _continues(page, last + 1, node):
        last += 1
    text = "".join(texts[first : last + 1])
    return text if len(bare(text)) <= MOST else texts[at]


def _continues(page: Scan, at: int, node: int) -> bool:
    text = page.texts[at]
    return page.nodes[at] == node and is_title(text) and local(_BELOW_TITLE).search(text) is None
