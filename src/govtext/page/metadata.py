"""From what stands around an article to its metadata: title, 来源, 作者, 责任编辑, 发布时间, 发文机关, 文号, 成文日期.

「来源：无锡日报　2023-08-20 07:34　责任编辑：王平」 says source, day and editor. 成文日期 is not 发布日期, and no field is ever guessed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govtext.page.official import first, labelled, official
from govtext.page.source import LINE_MOST, TAIL_MOST, read_source
from govtext.rules import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from govtext.page.published import Row
    from govtext.page.scan import Scan

_OPENING: Final = 400  # characters of the text in which 「新华社…电（记者…）」 stands
_ENDING: Final = 120  # and in which a signature stands
_BYLINE_MOST: Final = 30
_AUTHOR_METAS: Final = ("author", "article:author", "og:article:author")
_EDITOR_METAS: Final = ("editor", "责任编辑")
_TEXT: Final = "。！？；：:"  # ends a line of text
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


def fields(page: Scan, rows: list[Row], dropped: Iterable[str], text: str, named: str = "") -> dict[str, str | date | None]:
    """Source, author, editor, issuer, document number and 成文日期, from the blocks around an article and the lines dropped from it.

    ``named`` is the page's own source above the text, where an element may be called 「source」.
    """
    head = [row.text for row in rows if row.above]
    if head and (head[-1][-1] in _TEXT or "，" in head[-1]):
        head.insert(-1, "。")  # what stands behind an empty 「来源：」 is the text
    tail = [*dropped, *(row.text for row in rows if not row.above)]
    opening, ending = text[:_OPENING], text[-_ENDING:]
    said = official(head, text)
    editor = first(_EDITOR, [row for row in (*tail, *head) if "编" in row])
    editor = editor or next((page.meta[name] for name in _EDITOR_METAS if name in page.meta), None)
    source = read_source(page, head, tail, opening, named)
    rows_with_label = labelled((*head, *(row for row in tail if len(row) < TAIL_MOST)))
    author = first(_AUTHOR, rows_with_label) or _signed(page, head, tail, ending, opening)
    return said | {"source": source or said["issuer"], "author": author, "editor": editor}


def _signed(page: Scan, head: list[str], tail: list[str], ending: str, opening: str) -> str | None:
    """The author whom no label names: in brackets, behind 「记者」, in the metas."""
    for row in reversed([row for row in tail if len(row) < LINE_MOST]):
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
