"""Who is named elsewhere than at a clause's head: 由市水务局负责, 记者从望澜海关获悉, “…”市商务局局长说, （责任单位：市教育局）."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govtext.rules import pattern
from govtext.targets import actor, speaker, tokens
from govtext.targets.piece import Piece

if TYPE_CHECKING:
    from govtext.clauses import Line
    from govtext.targets.scene import Scene

# So many cells at the end of a table's row are looked at for who is charged.
CELLS = 3

# An item has no more lines than this above the one that says who is charged.
UNDER = 4

_DATELINE = r"\s*[\p{Han}\p{Nd}·—\-]{2,30}?(?:电|讯|消息|报道|播报)\s*(?:[（(][^）)\n]{1,40}[）)]\s*)?(?:[：:]|(?<=[\s）)]))\s*"
_QUOTED = r"“(?P<said>[^”\n]{8,600})”(?P<who>[^，。！？：“”\n]{2,40}?)(?:说|表示|介绍|告诉|坦言|指出|透露|称)"
_BY = r"由(?P<who>[\p{Han}A-Za-z·、和]{2,20}?)(?:负责|牵头|承担|承建|主导|提供|投资建设|组织实施|联合)"
_CHARGED = r"""
    (?:[（(【]|(?<=[。；;！\s]))\s*(?:责任|牵头|承办|主办|实施|负责)(?:责任|实施|单位|部门)?(?:单位|部门)[】]?[：:\s]\s*
    (?P<who>[^）)；;，,。】\n]{2,40})
"""
# The line under an item that says who is charged with it.
_CHARGED_BELOW = r"\s*[（(【]?(?:责任|牵头|承办|主办|实施|负责)(?:单位|部门)[】]?[：:]\s*(?P<who>[^）)；;，,。】\n]{2,40})"
_HEARD = r"""
    记者(?:\p{Han}{0,6}?)从(?P<who>[\p{Han}（）]{2,20}?)(?:召开|举行|举办|今天|昨天|今日|昨日|日前|近日|了解|获悉|得知)
  | 从(?P<who>[\p{Han}（）]{2,20}?)(?:传来消息|获悉|了解到|得知)
"""


def behind_dateline(scene: Scene, line: Line) -> int:
    """Where a line begins behind 新华社北京3月5日电, 本报讯（记者某某）."""
    found = pattern(_DATELINE).match(scene.text, line.start, line.end)
    return found.end() if found else line.start


def within(scene: Scene, clause: int) -> Piece | None:
    """Whom a clause names as the one who does it, or as the source of the news."""
    here = scene.clause(clause)
    for shape, rule in ((_BY, "agent_of_passive"), (_HEARD, "source_of_news")):
        match = pattern(shape).search(scene.text, here.start, here.end)
        if match and actor.is_actor(match["who"]):
            return Piece(match["who"], *match.span("who"), rule)
    return None


def quoted(scene: Scene, line: Line) -> list[tuple[int, int, Piece]]:
    """Who said what stands in quotation marks, when the sayer follows, 「“…扩到3500家。”该公司总监说」; begin and end of what is said."""
    out = []
    for match in pattern(_QUOTED).finditer(scene.text, line.start, line.end):
        said = tokens.read(scene.text, *match.span("who"), [], [])
        who = None if speaker.looks_on(said) else speaker.house(said)
        if who is not None:
            out.append((match.start(), match.end("said"), who))
    return out


def of_row(scene: Scene, line: Line) -> list[tuple[int, int, Piece]]:
    """Whom the last cells of a table's row name: 新增泊位90个 ｜ 年底前 ｜【县城管局】; begin and end of the row."""
    clauses = [c for s in line.sentences for c in scene.structure.sentences[s].clauses]
    if not any(scene.clause(c).mark.isspace() for c in clauses[:CELLS]):
        return []
    for place in reversed(clauses[-CELLS:]):
        here = scene.clause(place)
        words = scene.text[here.start : here.end]
        if actor.is_actor(words):
            return [(line.start, here.start, Piece(words, here.start, here.end, "charged_in_row"))]
    return []


def charged(scene: Scene, line: Line) -> list[tuple[int, int, Piece]]:
    """Whom the bracket at an item's end charges: （责任单位：市教育局）; begin and end of the item."""
    out, start = [], line.start
    below = _below(scene, line)
    for match in pattern(_CHARGED).finditer(scene.text, line.start, line.end):
        out.append((start, match.start(), Piece(match["who"].strip(), *match.span("who"), "charged_in_bracket")))
        start = match.end()
    return [*out, (start, line.end, below)] if below and not out else out


def _below(scene: Scene, line: Line) -> Piece | None:
    """新建学校5所。⏎责任单位：【市教育局】: who is charged in the line under an item, which may have several lines itself."""
    lines = scene.structure.lines
    if not line.sentences:
        return None
    here = scene.structure.sentences[line.sentences.start].line
    for at in range(here + 1, min(len(lines), here + 1 + UNDER)):
        found = pattern(_CHARGED_BELOW).match(scene.text, lines[at].start, lines[at].end)
        if found is not None:
            return Piece(found["who"].strip(), *found.span("who"), "charged_below")
        if lines[at].level is not None or lines[at].heading:
            return None
    return None
