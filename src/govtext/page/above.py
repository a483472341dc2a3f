"""What stands above an article's text in its slice: the lines of date, source and tools, labels, and the title once more.

Of 「来源：甲报 2024-03-01」, 「标签：项目」 and the text below them, the first two are dropped; what stands above the first is too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govtext.page import signs
from govtext.page.heading import has_letters
from govtext.rules import local

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govtext.page.line import Line

_HEAD_LINE: Final = 120  # characters of a line of metadata
_DATE: Final = r"(?<!\p{Nd}) (?:19|20)\p{Nd}{2} \s*[-年/.]\s* \p{Nd}{1,2} \s*[-月/.]\s* \p{Nd}{1,2} 日?"
_HEAD: Final = rf"""
    (?P<source> (?:来源|來源|稿源|信息来源|出处) \s*[:：|｜丨] | ^\s*来自 \s*[:：/] )
  | (?P<date> ^\s* {_DATE} \s* (?:星期.)? (?:$|[T\s|　]* \p{{Nd}}{{1,2}}:\p{{Nd}}{{2}} )
      | (?:发布|发稿|发表|更新|刊发|上传)(?:时间|日期) | (?<!\p{{Han}})(?:日期|时间)[:：] (?! .* (?:上午|下午|晚上|[—至])) | 发布于
      | ^\s*发布\s*/ | ^\s*\p{{Nd}}{{1,2}}-\p{{Nd}}{{1,2}}\s+\p{{Nd}}{{1,2}}:\p{{Nd}}{{2}}\s*$
      | ^\s*\p{{Nd}}{{1,2}}\s[A-Z][a-z]{{2,8}}\s20\p{{Nd}}{{2}}\b
      | 于\s*{_DATE} .{{0,9}} 发布 )
  | (?P<byline> ^\s* [^\s。，；：（(]{{2,12}} (?:\s[^\s。，；：（(]{{2,8}}){{0,2}} \s (?:[·•|｜/—-] \s)?
      {_DATE} (?:\s* \p{{Nd}}{{1,2}}:\p{{Nd}}{{2}})? $ )
  | (?P<tools> 分享到|浏览次数|点击数|点击[:：]|访问量|阅读(?:[数量]|约|时间|需)?\s*[:：\p{{Nd}}]|浏览量|点赞数|字号|字体[:：]
      |【字体|收藏本文|评论\(|人参与|人阅读|条评论|^\s*评论\s*\p{{Nd}}|打印 )
  | (?P<breadcrumb> 所在的?位置|当前位置|您的位置|^首页\s*[>›»/→-] | \S \s [>›»] \s (?:正文|\S{{2,12}}$) | [>›»]\s*正文 )
"""
_LABELLED: Final = r"""
    [\s　]* (?: 作者 | 通讯员 | 标签 | 关键[词字] | 栏目 | 频道 | 分类 | 发布(?:人|者|单位|机构|部门) | 供稿(?:单位)? | 审核人? )
    [\s　]* [:：] [^，。；：:]{0,30}
"""  # above the text; below it such a line may be a signature
_NAMED: Final = r"[\s　【\[]* (?:信息|文件|公文)? (?: 标[\s　]*题 | 名[\s　]*称 ) [\s　】\]]* [:：]?"  # the title again, in a 索引号 table
_EVENT: Final = frozenset({"时间", "日期"})
_NEAR: Final = 4  # lines
_PIECE: Final = r"""
    \s* (?: (?:19|20)\p{Nd}{2}年? | \p{Nd}{1,2}[/月-]\p{Nd}{1,2}日? | \p{Nd}{1,2}:\p{Nd}{2}(?::\p{Nd}{2})?
    | 来源 | 來源 | 分享 | 编辑 | 作者 ) \s*
"""


def above(lines: list[Line], rules: list[str | None], texts: list[bool], title: str, *, plain: bool) -> None:
    """Drop all down to the last line above the text that gives the date, source or tools, and the title itself.

    ``texts`` says of each line above the text whether it is a sentence all the same; ``title`` is its letters alone.
    """
    down_to, why = -1, "above_head_line"
    for i in range(len(texts)):
        found = _said(lines, i)
        if found or (plain and local(_PIECE).fullmatch(lines[i].text)):
            rules[i] = rules[i] or found or "date"
        for k, reason in _labelled(lines, rules, i, title):
            rules[k] = rules[k] or reason
        if rules[i] is not None and (found or plain):
            down_to = i
        if title and has_letters(lines[i].text, title) and (plain or lines[i].kind == "heading" or i < down_to):
            rules[i] = rules[i] or "title"
    for i in range(down_to):
        if lines[i].kind != "caption" or not texts[i]:
            rules[i] = rules[i] or why


def _said(lines: list[Line], at: int) -> str | None:
    """What metadata a line gives; a 「时间：」 above 「地点：」 is that of what the text announces."""
    text = lines[at].text
    found = local(_HEAD).search(text) if len(text) < _HEAD_LINE else None
    if found and found[0][:2] in _EVENT and any(signs.names_place(line.text) for line in lines[at : at + _NEAR]):
        return None
    return found.lastgroup if found else None


def _labelled(lines: list[Line], rules: list[str | None], at: int, title: str) -> Iterator[tuple[int, str]]:
    """The lines that a label makes no text, with the reason: its own and, where its value stands in the next, that one."""
    text, below = lines[at].text, at + 1
    if local(_LABELLED).fullmatch(text) or not any(map(str.isalnum, text)):
        yield at, "label"
    if rules[at] == "index" and text[-1] in ":：" and below + 1 < len(lines):
        following = lines[below + 1].text
        if rules[below + 1] == "index" or (following[-1] in ":：" and local(_NAMED).match(following)):
            yield below, "index"  # the label's value, before the next label
    if title and (named := local(_NAMED).match(text)):
        value = text[named.end() :]
        if has_letters(value, title):
            yield at, "title"
        elif not value and below < len(lines) and has_letters(lines[below].text, title):
            yield at, "title"
            yield below, "title"
