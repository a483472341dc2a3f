"""From the lines of an article's slice to its text: what the page added at the head and tail is dropped, each line with the reason.

「来源：新华社」 above the text and 「责任编辑：王平」 below it are dropped as source and editor; the metadata are read from them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from govtext.page import signs
from govtext.page.locate import PUNCTUATION, bare
from govtext.rules import pattern

if TYPE_CHECKING:
    from govtext.page.read import Line

_GOOD: Final = 30  # characters of the first line that is surely text
_FURNITURE_MOST: Final = 90  # a longer line that begins like furniture is a sentence
_HEAD_LINE: Final = 120
_FOOTER_MOST: Final = 150
_TAIL_SHORT: Final = 8
_LINKED: Final = 0.6
_LINKED_MOST: Final = 60
_DATE: Final = r"(?<!\p{Nd}) (?:19|20)\p{Nd}{2} \s*[-年/.]\s* \p{Nd}{1,2} \s*[-月/.]\s* \p{Nd}{1,2} 日?"
_HEAD: Final = rf"""
    (?P<source> (?:来源|來源|稿源|信息来源|出处) \s*[:：] )
  | (?P<date> ^\s* {_DATE} \s* (?:星期.)? (?:$|[T\s|　]* \p{{Nd}}{{1,2}}:\p{{Nd}}{{2}} )
      | (?:发布|发稿|发表|更新|刊发|上传)(?:时间|日期) | (?:日期|时间)[:：] | 发布于 )
  | (?P<tools> 分享到|浏览次数|点击数|点击[:：]|访问量|阅读[:：]|字号|字体[:：]|【字体|收藏本文|评论\(|人参与|打印 )
  | (?P<breadcrumb> 所在的?位置|当前位置|您的位置|^首页\s*[>›»] | \S \s [>›»] \s (?:正文|\S{{2,12}}$) | [>›»]\s*正文 )
"""
_PIECE: Final = r"""
    \s* (?: (?:19|20)\p{Nd}{2}年? | \p{Nd}{1,2}[/月-]\p{Nd}{1,2}日? | \p{Nd}{1,2}:\p{Nd}{2}(?::\p{Nd}{2})?
    | 来源 | 來源 | 分享 | 编辑 | 作者 ) \s*
"""
_ROLE: Final = r"(?:本报|本网|新华社|实习|见习|首席|全媒体|人民日报)*(?:记者|通讯员|作者|责任编辑|责编|编辑|文/|图/)"
_SIGNED: Final = rf"""
    [\s　]*+ [（(\[【] \s*+ (?: {_ROLE} \s*[:：]? [^（）()。，！？；]{{2,40}}
      | (?! 完|此件|附件|全文|来源|原|图|略 ) [\p{{Han}}·]{{2,4}} (?: [\s　、] [\p{{Han}}·]{{2,4}} ){{0,3}} ) \s* [）)\]】] [\s　]*+
"""
_PAGER: Final = r"""
    [\s　]*(?: (?:[【\[]\s*\d{1,3}\s*[】\]]\s*)+ | (?:上一页|下一页|首页|尾页|末页|共\d{1,3}页|第\d{1,3}页|\d{1,2}|
    \s|[|>»<«…])+ ) [\s　]*
"""
_SCRIPT: Final = r"createPageHTML | document\.write | var\s+\w+\s*= | function\s*\("


@dataclass(frozen=True)
class Trimmed:
    """The lines kept, and those dropped with their reasons, in the page's order; ``rules`` has each line's reason, None if kept."""

    kept: list[Line]
    dropped: list[tuple[str, str]]
    rules: list[str | None]


def trim(lines: list[Line], title: str | None, *, plain: bool = False) -> Trimmed:
    """Drop what is not text.

    >>> from govtext.page.read import Line
    >>> rows = [Line("来源：甲报", "paragraph"), Line("今年将新增就业二十万人，全区新建口袋公园三十个，年底前全部开放。", "paragraph")]
    >>> trim(rows, None).dropped
    [('来源：甲报', 'source')]
    """
    rules: list[str | None] = [_anywhere(line) for line in lines]
    good = [i for i, line in enumerate(lines) if rules[i] is None and _is_text(line)]
    named = bare(title or "")
    body = [i for i in good if not named or bare(lines[i].text) != named]
    first = next((i for i in body if len(lines[i].text) > _GOOD), body[0] if body else 0)
    last = good[-1] if good else len(lines) - 1
    _head(lines, rules, first, named, plain=plain)
    _tail(lines, rules, good, last)
    kept = [line for line, rule in zip(lines, rules, strict=True) if rule is None]
    dropped = [(line.text, rule) for line, rule in zip(lines, rules, strict=True) if rule is not None]
    return Trimmed(kept, dropped, rules)


def _is_text(line: Line) -> bool:
    return bool(pattern(PUNCTUATION).search(line.text)) and line.links < len(line.text) * 0.4 and not _is_footer(line.text)


def _is_footer(text: str) -> bool:
    return len(text) < _FOOTER_MOST and signs.is_footer(text)


def _anywhere(line: Line) -> str | None:
    """What is furniture wherever it stands in the slice."""
    text = line.text
    if line.damped:
        return f"class_{line.damped}"
    if len(text) < _FURNITURE_MOST:
        reason = signs.furniture(text)
        if reason:
            return reason
        if pattern(_PAGER).fullmatch(text) and not text.strip().isdigit():
            return "pager"
    if line.links >= len(text) * _LINKED and len(text) < _LINKED_MOST and not pattern(PUNCTUATION).search(text):
        return "links"
    if ("(" in text or "=" in text) and pattern(_SCRIPT).search(text[:400]):
        return "script"
    return None


def _head(lines: list[Line], rules: list[str | None], first: int, title: str, *, plain: bool) -> None:
    """Drop all down to the last line above the text that gives the date, source or tools, and the title itself."""
    down_to, why = -1, "above_head_line"
    for i in range(first):
        text = lines[i].text
        found = pattern(_HEAD).search(text) if len(text) < _HEAD_LINE else None
        if found:
            rules[i] = rules[i] or found.lastgroup
        elif plain and pattern(_PIECE).fullmatch(text):
            rules[i] = rules[i] or "date"
        if rules[i] is not None and (found or plain):
            down_to = i
        own = bare(text)
        if title and own == title and (plain or lines[i].kind == "heading" or i < down_to):
            rules[i] = rules[i] or "title"
    for i in range(down_to):
        rules[i] = rules[i] or why


def _tail(lines: list[Line], rules: list[str | None], good: list[int], last: int) -> None:
    middle = good[len(good) // 2] if good else 0
    cut: str | None = None
    for i, line in enumerate(lines):
        if i <= middle:
            continue
        if cut is None and signs.cuts(rules[i]):
            cut = f"below_{rules[i]}"
            continue
        if cut is not None:
            rules[i] = rules[i] or cut
        elif rules[i] is None:
            rules[i] = _at_end(line, behind=i > last)
    for i in range(len(lines) - 1, max(middle, len(lines) - 12), -1):
        if rules[i] is None:
            if pattern(_SIGNED).fullmatch(lines[i].text) and i > 0:
                rules[i] = "signature"
            break


def _at_end(line: Line, *, behind: bool) -> str | None:
    text = line.text
    if _is_footer(text):
        return "footer"
    if behind and line.links >= len(text) * _LINKED:
        return "links"
    if behind and len(text) < _TAIL_SHORT and not pattern(r"\p{Nd}{4}年|年.{1,3}月").search(text):
        return "short_tail"
    return None
