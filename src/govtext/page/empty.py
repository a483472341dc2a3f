"""From a page without an article to why it has none: 「您访问的页面不存在」 is an error page, 「县内要闻」 with forty links a list page.

Nothing is invented: a page that only shows the beginnings of other pages has no article of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govtext.page import weigh
from govtext.rules import pattern

if TYPE_CHECKING:
    from govtext.page.locate import Place
    from govtext.page.scan import Scan
    from govtext.page.trim import Trimmed

_ERROR: Final = r"""
    (?<![\w.]) (?:40[0134]|50[0234]) (?= \s* (?: $ | [-–—_|:：!！,，] | 错误|页面|抱歉 | (?i:error|not|forbidden|bad|internal|service) ) )
  | (?i: page\ not\ found | access\ denied | bad\ gateway ) | 页面(?:不存在|未找到|已删除|出错) | 找不到(?:该|此|您)?.{0,6}页面 | 访问出错
  | 您(?:访问|要查看|要?请求|查找)的(?:页面|网页|内容|文章|信息).{0,8}(?:不存在|已?删除|出错|找不到|走丢)
  | (?:您的)?(?:访问|请求).{0,8}(?:已?被拦截|被?拒绝|存在威胁|过于?频繁) | 系统(?:正在)?(?:维护中|升级中)
  | (?:页面|正在)(?:自动)?跳转 | 请(?:开启|启用|打开).{0,8}(?i:javascript|cookie) | 安全验证 | 链接(?:已过期|已?失效)
"""
_ERROR_MOST: Final = 300  # characters without links on an error page
_ERROR_LINE: Final = 60  # characters of the line that says so
_LIST_LINKS: Final = 0.5  # of a page's characters in links: a page that lists articles
_LIST_MOST: Final = 60  # characters of text that a list page may show above its list
_OTHERS: Final = 0.6  # of the texts that are the beginnings of other pages
_LEAST: Final = 2.0  # the weight that running text has; less is a slogan or a line of contact details


def why_empty(page: Scan, place: Place | None, trimmed: Trimmed) -> str | None:
    """Why a page has no article; None when it has one."""
    kept = sum(len(line.text) for line in trimmed.kept)
    length = sum(map(len, page.texts))
    links = sum(page.links)
    if length - links < _ERROR_MOST and _says_error(page):
        return "error_page"
    if not kept or place is None or not any(place.weights):
        if isinstance(page.linked.get("articleBody"), str) and kept:
            return None
        return "list_page" if links > _LIST_LINKS * max(1, length) else "no_text"
    if page.plain:
        return None
    texts = [i for i in range(place.first, place.last + 1) if place.weights[i] > 0]
    others = sum(place.why.get(i) == "summary" or weigh.is_cut_short(page.texts[i]) for i in texts)
    listed = links > _LIST_LINKS * length and kept < _LIST_MOST and sum(place.weights[i] for i in texts) < _LEAST
    return "list_page" if listed or others >= _OTHERS * len(texts) else None


def _says_error(page: Scan) -> bool:
    shown = [page.title, *[text for text, links in zip(page.texts, page.links, strict=True) if not links]]
    return any(len(text) <= _ERROR_LINE and pattern(_ERROR).search(text) for text in shown)
