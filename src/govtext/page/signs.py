"""Words by which a page's furniture is known: class names (「comment」, 「pinglun」) and lines (「责任编辑：王平」, 「上一篇」).

Class names are read as words (「ad」 is no part of 「padding」); only long names that mean one thing are also looked for inside others.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from govtext.rules import pattern

_WORDS: Final = frozenset(
    """ad ads adv advert foot footer nav navbar hot rank ranking menu bottom copy tie guide search login top5 top10 aside tool tools toolbar
    btn button tags qrcode ewm erweima xgxw xgbd xgwz fenxiang dy print dayin prev next pager pagination fenye disclaimer widget
    popular hotnews tj""".split()  # noqa: SIM905 - a table of words
)
_PARTS: Final = (
    "comment", "reply", "recommend", "relat", "footer", "copyright", "sidebar", "crumb", "share", "advert", "banner",
    "pinglun", "tuijian", "statement", "disclaim", "xiangguan",
)  # fmt: skip
_BODY: Final = (
    "article",
    "content",
    "zoom",
    "detail",
    "trs_editor",
    "ucap",
    "endtext",
    "zhengwen",
    "artibody",
    "newstext",
    "maincon",
    "view",
)
_SPLIT: Final = r"[A-Za-z][a-z]* [0-9]*"

# a line that is furniture wherever it stands at the head or tail of an article, by reason
_FURNITURE: Final = {
    "editor": r"(?:责任编辑|责编|编辑|网络编辑|审核|校对|值班编辑|初审|复审|终审|监制|编审) [\s/]*[:：] | (?:责任编辑|责编)\b",
    "source": r"(?:本文)?(?:信息|文章|稿件|新闻|内容)?(?:来源|來源|稿源|转自) \s*[:：]",
    "share": r"分享(?:到|至|$)|分享[:：]|扫一扫|扫码|微信扫|用微信|收藏(?:本文|$)|点赞|举报$|一键分享",
    "tools": r"""【?(?:我要)?(?:打印|打\ 印)(?:本页|本文|此页|】|$)|打印[:：]?|关闭(?:窗口|本页|】|$)|【?关闭|【?纠错
        |我要纠错|字体[:：]|字号[:：]|【?字体|【?字号|返回(?:顶部|首页|列表)|浏览次数|浏览量|点击数|点击量|访问量|阅读次数|阅读量""",
    "original_title": r"(?:本文)?原(?:标题|題)\s*[:：]|原标题",
    "neighbour": r"上一(?:篇|条|页)|下一(?:篇|条|页|則)|阅读下一篇|下一则",
    "related": r"""相关(?:新闻|阅读|报道|链接|文章|稿件|文档|资讯|推荐|专题|政策)|延伸阅读|延伸閱讀|相關新聞|推薦閱讀|推荐阅读|热门推荐
        |热点推荐|为您推荐|猜你喜欢|更多(?:新闻|精彩|内容)|点击查看更多|查看更多|最新(?:新闻|资讯)[:：]?$|热门(?:新闻|文章)|您可能|大家都在看|精彩推荐""",
    "comments": r"网友评论|发表评论|我要评论|评论\(|评论区|最新评论|全部评论|跟贴|文明上网",
    "breadcrumb": r"(?:您|你)?(?:现在|当前)?(?:所在)?的?位置\s*[:：]|当前位置|您的位置|首页\s*[>›»]",
    "notice": r"""版权所有|免责声明|版权声明|特别声明|郑重声明|未经(?:书面)?授权|声明[:：]|Copyright|Produced\ By|主办单位|主办[:：]
        |承办(?:单位)?[:：]|网站标识码|ICP备|公网安备|您的浏览器|技术支持""",
    "attachment_note": r"附件下载$|相关附件$",
}
_CUTTING: Final = frozenset({"related", "neighbour", "comments"})  # and all behind it belongs to them
_FOOT: Final = r"""
    版权所有|ICP备|公网安备|(?i:copyright)|免责声明|不承担|未经.{0,4}授权|未经.{0,4}许可|許可證|许可证[:：\d]|举报电话|意见反馈|自媒体平台
  | 您的浏览器|浏览器版本|网站标识码
"""


@lru_cache(maxsize=4096)
def class_reason(names: str) -> str | None:
    """The word by which an element's id and class show that it is furniture, or None; a name of an article's body is stronger.

    >>> class_reason("comment-list"), class_reason("padding"), class_reason("article-content share")
    ('comment', None, None)
    """
    lowered = names.lower()
    if any(name in lowered for name in _BODY):
        return None
    found = next((part for part in _PARTS if part in lowered), None)
    if found:
        return found
    words = [word.lower() for word in pattern(_SPLIT).findall(names)] + lowered.replace("_", " ").replace("-", " ").split()
    return next((word for word in words if word in _WORDS), None)


@lru_cache(maxsize=4096)
def names_body(names: str) -> bool:
    """Whether an element's id and class are those of an article's body: 「TRS_Editor」, 「article-content」, 「UCAP-CONTENT」."""
    lowered = names.lower()
    return any(name in lowered for name in _BODY)


def furniture(line: str) -> str | None:
    """Why a line at an article's head or tail is not its text, or None.

    >>> furniture("【责任编辑：王平】"), furniture("上一篇：没有了"), furniture("责任重于泰山")
    ('editor', 'neighbour', None)
    """
    found = pattern(_LINE).match(line)
    return found.lastgroup if found else None


def cuts(reason: str | None) -> bool:
    """Whether a furniture line ends the article: nothing behind 「相关新闻」 is its text."""
    return reason in _CUTTING


def is_footer(text: str) -> bool:
    """Whether a block holds a phrase of a site's footer."""
    return pattern(_FOOT).search(text) is not None


_LINE: Final = r"[\s　【\[（(〖·•\-—]*+ (?: " + " | ".join(f"(?P<{name}> {shape} )" for name, shape in _FURNITURE.items()) + " )"
