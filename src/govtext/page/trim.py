"""From the lines of an article's slice to its text: what the page added at the head and tail is dropped, each line with the reason.

「来源：新华社」 above the text and 「责任编辑：王平」 below it are dropped as source and editor; the metadata are read from them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from govtext.page import signs
from govtext.page.above import above
from govtext.page.heading import bare, has_letters
from govtext.page.weigh import PUNCTUATION
from govtext.rules import local

if TYPE_CHECKING:
    from govtext.page.line import Line

_GOOD: Final = 30  # characters of the first line that is surely text
_STOPS: Final = r"[，。；！？、…]"  # a colon alone is a label: 「供稿：县农业农村局」
_SENTENCE: Final = 12  # and of one that ends in a full stop: 「现将《方案》印发给你们，请认真贯彻执行。」
_FURNITURE_MOST: Final = 90  # a longer line that begins like furniture is a sentence
_FOOTER_MOST: Final = 150
_TAIL_SHORT: Final = 8
_NOTICE_MOST: Final = 0.25  # of the text, below a notice of rights that ends it; behind more a notice is a part of the article
_LINKED: Final = 0.6
_LINKED_MOST: Final = 60
_LABELS: Final = 3  # of a 索引号 table in one line
_ROLE: Final = r"""
    (?:本报|本网|新华社|实习|见习|首席|全媒体|人民日报)* (?:记者|通讯员|作者|责任编辑|责编|编辑|撰稿人?|供稿人?|来稿|文/|图/|文字|图文)
"""
_SIGNED: Final = rf"""
    [\s　]*+ [（(\[【] \s*+ (?: {_ROLE} \s*[:：]? [^（）()。，！？；]{{2,40}}
      | [^（）()。，！？；]{{2,30}} (?:责任编辑|责编) [^（）()。，！？；]{{2,20}}
      | (?! 完|此件|附件|全文|来源|原|图|略 ) [\p{{Han}}·]{{2,4}} (?: [\s　、] [\p{{Han}}·]{{2,4}} ){{0,3}} ) \s* [）)\]】] [\s　]*+
"""
_PAGER: Final = r"""
    [\s　]*(?: (?:[【\[]\s*\d{1,3}\s*[】\]]\s*)+ | (?:上一页|下一页|首页|尾页|末页|共\d{1,3}页|第\d{1,3}页|\d{1,2}|
    \s|[|>»<«…])+ ) [\s　]*
"""
_PAGERS: Final = "上下首尾末共第"  # the letters that it may begin with
_KEYWORDS: Final = r"[\s　]* (?:文章|本文)? (?:关键[词字]|标签|(?i:tags?|keywords?)) \s*[:：]"
_CREDIT: Final = r"""
    [\s　（(【]* (?:供稿|来稿|撰稿|审稿|作者|文字|图文|摄影|摄像|图片|视频|航拍|海报|剪辑|文案|制图|制作|策划|统筹|通讯员)
    (?:单位)? \s* [:：/]
"""
_DATED: Final = r"""
    [\s　]* (?: (?: (?:发布|刊登|张贴|公布|更新|修改|最[后近]更新|上版) (?:时间|日期) [\s　]* [:：] | 香港时间 [\s　]* \p{Nd}{1,2} [时:] )
    [\p{Nd}\s　:：/.年月日时分-]* | (?:发布|上传|资料提供) (?:单位|机关|部门|机构|者|人) [\s　]* [:：] [^，。]{1,20} ) $
"""  # how a page of a ministry in Taiwan ends
_ENDS: Final = {"keywords": _KEYWORDS, "credit": _CREDIT, "signature": rf"{_SIGNED} $", "date": _DATED}
_CREDITED: Final = r"""
    [\s　]*+ [（(【\[] \s*+ (?:责任编辑|责编|编辑|实习编辑) \s* [:：] [^（）()【】\[\]]{2,30} [）)】\]] [\s　]* $
"""  # closes the last paragraph
_UNFOLD: Final = r"[\s　+＋]* (?:点击)? (?:展开|显示|查看|阅读) (?:全文|剩余|余下|更多) [^。，]{0,8}"
_NUMBERED: Final = r"[\s　]* \p{Nd}{1,2} [.、．] \s* \p{Han}"  # 「2.填表说明」 below 「附件：1.…」
_ATTACHED: Final = r"^[\s　]* 附件 | \. (?i:docx?|xlsx?|pptx?|pdf|wps|et|ofd|zip|rar) \s*[）)》]?\s*$"
_DAY: Final = r"\p{Nd}{4}年|[〇○零一二三四五六七八九]{4}年|年.{1,3}月"  # a signature's date
_BODY: Final = r"(?:局|委|委员会|办|办公室|院|部|厅|府|会|组|处|署|行|社|司|馆|中心|公司|集团)$"  # and whose it is
_SCRIPT: Final = r"createPageHTML | document\.write | var\s+\w+\s*= | function\s*\("


@dataclass(frozen=True)
class Trimmed:
    """The lines kept, and those dropped with their reasons, in the page's order; ``rules`` has each line's reason, None if kept."""

    kept: list[Line]
    dropped: list[tuple[str, str]]
    rules: list[str | None]


def trim(lines: list[Line], title: str | None, *, plain: bool = False) -> Trimmed:
    """Drop what is not text.

    >>> from govtext.page.line import Line
    >>> rows = [Line("来源：甲报", "paragraph"), Line("今年将新增就业二十万人，全区新建口袋公园三十个，年底前全部开放。", "paragraph")]
    >>> trim(rows, None).dropped
    [('来源：甲报', 'source')]
    """
    rules: list[str | None] = [_anywhere(line) for line in _unfolded(lines)]
    texts = [_is_text(line) for line in lines]
    _cut(lines, rules, texts)
    doubtful = _only_at_end(lines, rules, texts)
    good = [i for i, text in enumerate(texts) if text and rules[i] is None]
    named = bare(title or "")
    body = [i for i in good if lines[i].kind != "caption" and not (named and has_letters(lines[i].text, named))]
    first = next((i for i in body if len(lines[i].text) > _GOOD or _is_sentence(lines[i].text)), body[0] if body else 0)
    last = good[-1] if good else len(lines) - 1
    above(lines, rules, texts[:first], named, plain=plain)
    _tail(lines, rules, doubtful, good, last)
    kept = [line for line, rule in zip(lines, rules, strict=True) if rule is None]
    dropped = [(line.text, rule) for line, rule in zip(lines, rules, strict=True) if rule is not None]
    if kept and (credit := local(_CREDITED).search(kept[-1].text)) and credit.start():
        dropped.append((credit[0].strip(), "editor"))
        kept[-1] = kept[-1]._replace(text=kept[-1].text[: credit.start()].rstrip())
    return Trimmed(kept, dropped, rules)


def _unfolded(lines: list[Line]) -> list[Line]:
    """The lines with those that 「展开全文」 shows: what stands hidden right above or below it is text."""
    out = list(lines)
    hidden = {i for i, line in enumerate(lines) if line.damped == "hidden"}
    folds = [i for i, line in enumerate(lines) if not line.damped and local(_UNFOLD).fullmatch(line.text)] if hidden else []
    for i in folds:
        for step in (-1, 1):
            k = i + step
            while k in hidden:
                out[k] = lines[k]._replace(damped=None)
                k += step
    return out


def _is_text(line: Line) -> bool:
    return line.links < len(line.text) * 0.4 and bool(local(_STOPS).search(line.text)) and not _is_footer(line.text)


def _is_sentence(text: str) -> bool:
    return len(text) >= _SENTENCE and text[-1] == "。"


def _is_footer(text: str) -> bool:
    return len(text) < _FOOTER_MOST and signs.is_footer(text)


def _anywhere(line: Line) -> str | None:
    """What is furniture wherever it stands in the slice."""
    text = line.text
    if line.damped:
        return f"class_{line.damped}"
    if reason := _says(text):
        return reason
    if line.kind != "table_row" and len(text) < _FURNITURE_MOST and _is_pager(text):
        return "pager"
    if line.links >= len(text) * _LINKED and len(text) < _LINKED_MOST and not local(PUNCTUATION).search(text):
        return None if local(_ATTACHED).search(text) else "links"
    if ("(" in text or "=" in text) and local(_SCRIPT).search(text[:400]):
        return "script"
    return None


def _says(text: str) -> str | None:
    if len(text) < _FURNITURE_MOST:
        return signs.furniture(text)
    return "index" if signs.labels_index(text) >= _LABELS else signs.rights(text)


def _is_pager(text: str) -> bool:
    first = text[0]
    return (first in _PAGERS or not first.isalpha()) and local(_PAGER).fullmatch(text) is not None and not text.strip().isdigit()


def _only_at_end(lines: list[Line], rules: list[str | None], texts: list[bool]) -> dict[int, str]:
    """Take back the reasons that hold only below all text: they stay where nothing but furniture follows; those taken back."""
    out: dict[int, str] = {}
    text = False
    for i in range(len(lines) - 1, -1, -1):
        reason = rules[i]
        doubted = reason is not None and signs.only_at_end(lines[i].text, reason)
        if reason is not None and doubted and text:
            out[i] = reason
            rules[i] = None
        text = text or (rules[i] is None and (texts[i] or len(lines[i].text) > _GOOD))
    return out


def _tail(lines: list[Line], rules: list[str | None], doubtful: dict[int, str], good: list[int], last: int) -> None:
    middle = _middle(lines, good)
    below = _below(lines, rules)
    cut: str | None = None
    for i, line in enumerate(lines):
        if i <= middle:
            continue
        reason = rules[i] or doubtful.get(i)
        if cut is None and (signs.cuts(rules[i]) or (reason == "notice" and below[i] <= _NOTICE_MOST * below[0])):
            rules[i] = reason
            cut = f"below_{reason}"
            continue
        if cut is not None:
            rules[i] = rules[i] or cut
        elif i > last and rules[i] is None:
            rules[i] = _at_end(line, lines[i + 1].text if i + 1 < len(lines) else "")
    for i in range(len(lines) - 1, max(middle, len(lines) - 12), -1):
        if rules[i] is None:
            if local(_SIGNED).fullmatch(lines[i].text) and i > 0:
                rules[i] = "signature"
            break


def _cut(lines: list[Line], rules: list[str | None], texts: list[bool]) -> None:
    """Drop all behind 「为你推荐」: what stands there is no text that a notice of rights above it could stand in the middle of."""
    middle = _middle(lines, [i for i, text in enumerate(texts) if text and rules[i] is None])
    for i in range(middle + 1, len(lines)):
        reason = rules[i]
        if reason is not None and signs.cuts(reason) and not signs.only_at_end(lines[i].text, reason):
            for k in range(i + 1, len(lines)):
                rules[k] = rules[k] or f"below_{reason}"
            return


def _middle(lines: list[Line], good: list[int]) -> int:
    """The line at the middle of the text: by its lines or, where short teasers follow one long paragraph, by its characters."""
    if not good:
        return 0
    half = sum(len(lines[i].text) for i in good) / 2
    for i in good[: len(good) // 2]:
        half -= len(lines[i].text)
        if half < 0:
            return i
    return good[len(good) // 2]


def _below(lines: list[Line], rules: list[str | None]) -> list[int]:
    """For each line the characters of all text from it on."""
    out, below = [], 0
    for line, rule in zip(reversed(lines), reversed(rules), strict=True):
        below += 0 if rule else len(line.text)
        out.append(below)
    return out[::-1]


def _at_end(line: Line, behind: str) -> str | None:
    """What is furniture only behind the text."""
    text = line.text
    if _is_footer(text):
        return "footer"
    for reason, shape in _ENDS.items():
        if local(shape).match(text):
            return reason
    if line.links >= len(text) * _LINKED and not local(_ATTACHED).search(text):
        return "links"
    if local(_NUMBERED).match(text):
        return None
    signed = local(_DAY).search(text) or local(_DAY).search(behind) or local(_BODY).search(text)
    return "short_tail" if len(text) < _TAIL_SHORT and not signed and line.kind != "table_row" else None
