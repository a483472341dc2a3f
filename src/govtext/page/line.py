"""A line of an article and its kind: 「一、总体要求」 is a heading though it stands in a paragraph's element."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

from govtext.rules import local

Kind = Literal["heading", "paragraph", "list_item", "table_row", "caption", "footnote"]

_HEADING_MOST: Final = 60
_PLAIN_HEADING_MOST: Final = 45
_ENDS: Final = "。！？；：，、…!?;:,.…”）)"
_FOOTNOTES: Final = "注①②③④⑤⑥⑦⑧⑨⑩"
_FOOTNOTE: Final = r"注 \s* \d{0,2} [:：] | 注释[:：] | [①②③④⑤⑥⑦⑧⑨⑩]"
_NUMBERED: Final = r"""
    (?P<first>第[一二三四五六七八九十百]{1,4}[章部编篇]|[一二三四五六七八九十]{1,3}、) | (?P<second>第[一二三四五六七八九十百]{1,4}节|
    [（(][一二三四五六七八九十]{1,3}[）)]) | (?P<third>\d{1,2}[.、．](?!\d))
"""


class Line(NamedTuple):
    """A line of the article's slice. ``links`` counts its characters in links; ``damped`` says why its element is furniture."""

    text: str
    kind: Kind
    level: int | None = None
    links: int = 0
    damped: str | None = None


def with_kinds(lines: list[Line]) -> list[Line]:
    """Find the headings that only look like them: a short line without a full stop before a longer one, 「一、总体要求」."""
    out = []
    for i, line in enumerate(lines):
        if line.kind == "paragraph":
            kind, level = _kind(line.text, lines[i + 1].text if i + 1 < len(lines) else "")
            if kind != line.kind or level != line.level:
                out.append(line._replace(kind=kind, level=level))
                continue
        out.append(line)
    return out


def _kind(text: str, behind: str) -> tuple[Kind, int | None]:
    numbered = local(_NUMBERED).match(text) if len(text) <= _HEADING_MOST else None
    if numbered and text[-1] not in _ENDS and (numbered.lastgroup != "third" or len(text) < len(behind)):
        return "heading", {"first": 1, "second": 2, "third": 3}[numbered.lastgroup or "third"]
    if text[0] in _FOOTNOTES and local(_FOOTNOTE).match(text):
        return "footnote", None
    if (
        2 < len(text) <= _PLAIN_HEADING_MOST
        and text[-1] not in _ENDS
        and len(behind) > max(_PLAIN_HEADING_MOST, len(text))
        and "。" not in text
    ):
        return ("heading", None) if text[0] not in "（(【[" else ("paragraph", None)
    return "paragraph", None
