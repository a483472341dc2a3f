"""What stands around the core of a time and says how it is meant: 到 and 截至 in front, 底, 前, 期间, 以来 behind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from govtext.mentions.core import DASHES
from govtext.mentions.mention import Step
from govtext.rules import local

if TYPE_CHECKING:
    from govtext.rules import Match

Lead = Literal["by", "since", "past", ""]

_TAIL = r"""
    (?P<edge>
        (?:年|月|期)?(?:底|末期?) | (?:年|月)?初(?!步|中|级|审|次|始|具|衷|期|心|见|稿|春|夏|秋|冬|雪|诊|创)
      | 伊始 | [初中]期 | 中(?=[前完建开投竣实基全以，,。、至]|$)
    )?
    [ ]?
    (?:
        (?P<before>
            (?P<including>及|或|[（(]含[^（()）]{0,8}[)）])?(?P<strict>之前|以前|(?<=[)）])前) | 前后(?P<around>)
          | 前(?![\p{Nd}一二三四五六七八九十两]{1,3}(?:个?月|[季年天日周名位强大批]) | [期沿瞻列往端景身提述来进移置方线年所海行台任后半])
        )
      | (?P<since> 以来 | (?:[及或]|[（(]含[^（()）]{0,8}[)）])(?:之后|以后) )
      | (?P<after> 之后 | 以后 | 后(?!\p{Nd}|[勤续备期者方台半来援两三年天劲发代世置浪]) )
      | (?P<from> 起(?!到(?!\p{Nd})|[草步码诉点义飞因重源伏居来降吊搏始]) | 开始(?=[，,。；;、发）)]|$) )
      | (?P<same> 同期 )
      | (?P<span>
            期间 | 时期 | 之间 | 之内 | 以内 | 间(?![接隔歇距谍])
          | 内(?![蒙外部容需涵河江陆设生循控科地在向贸销资阁政存置环饰港湖海燃镜幕卷])
        )
      | (?P<until> 止 )
      | (?P<about> 左右 | 上下(?!半) )
    )?
"""
_FAR_END = rf"[ ]?(?:份|起)?[ ]?(?:——|--|[{DASHES}]|至|到|(?P<pair>[和与]))[ ]?(?=(?P<today>今(?!年|天|日|后|明|晚))?)"
# The characters that these begin with: most often none of them stands there.
_EDGES = frozenset("年月期底末初伊中")
_TAILS = frozenset(" 及或（(之以前后起开同期时间内止左上")
_JOINTS = frozenset(" 份起至到和与" + DASHES.replace("\\", ""))
BEHIND = _EDGES | _TAILS | _JOINTS  # what begins anything that is read behind a core, but for a day said again in brackets
_LEADS: dict[str, Lead] = {
    "截至": "past", "截止到": "past", "截止": "past", "截至到": "past", "截止至": "past",
    "到": "by", "至": "by", "直到": "by", "直至": "by", "等到": "by", "持续至": "by",
    "自": "since", "从": "since", "自从": "since", "打从": "since",
}  # fmt: skip
_LEADS_END = frozenset(word[-1] for word in _LEADS)
# A character in front that makes another word of it: 达到, 降至, 直至 (a row of its own), 服从, 来自.
_NO_LEAD = {"到": "达看得受回想收遇找感碰见听做高低降升增减", "至": "甚乃以冬夏及直时降升增减涨跌", "从": "听服随", "自": "来各独"}
# The words 年, 月, 期 before 底 say again what the core ended with: 2025年年底.
_SAID_AGAIN = {"年": "year", "月": "month", "期": "plan"}
_NO_EDGE = frozenset({"edge", "day", "ten_days", "week", "festival"})


def edge(text: str, place: int, unit: str) -> tuple[Step | None, int]:
    """初, 中, 底, 末 behind a core that ends with ``unit``, and where it ends."""
    if text[place : place + 1] not in _EDGES:
        return None, place
    match = local(_TAIL).match(text, place)
    word = match["edge"] if match else None
    if match is None or not word or unit in _NO_EDGE or _SAID_AGAIN.get(word[0], unit) != unit:
        return None, place
    number = 1 if "初" in word or word == "伊始" else 2 if "中" in word else 3
    return Step("edge", number, number), match.end("edge")


def tail(text: str, place: int) -> Match | None:
    """The words behind a time, each kind a group of the match."""
    if text[place : place + 1] not in _TAILS:
        return None
    match = local(_TAIL).match(text, place)
    return None if match is None or match["edge"] or match.end() == place else match


def far_end(text: str, place: int) -> Match | None:
    """What joins a time to the other end of its stretch: 至, —; ``pair`` is 和, ``today`` 今."""
    return local(_FAR_END).match(text, place) if text[place : place + 1] in _JOINTS else None


def lead(text: str, start: int, done: int) -> tuple[Lead, int]:
    """到, 截至, 自 right in front of a time, and where it begins; it does not reach into what was read up to ``done``."""
    end = start - 1 if text[start - 1 : start] == " " else start
    if text[end - 1 : end] not in _LEADS_END:
        return "", start
    for size in (3, 2, 1):
        begin = end - size
        word = text[max(begin, 0) : end]
        if begin >= done and word in _LEADS and not (begin and text[begin - 1] in _NO_LEAD.get(word, "")):
            return _LEADS[word], begin
    return "", start
