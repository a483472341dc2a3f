"""From what stands around an article to when it was published: 「发布时间：2024-03-01 08:30」, to the minute, read from its label.

成文日期 is not 发布日期, a date in a list below the article is another page's, and no day is ever guessed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from govtext.page import signs
from govtext.rules import local, pattern

if TYPE_CHECKING:
    from govtext.page.locate import Place
    from govtext.page.scan import Scan
    from govtext.rules import Match

_ABOVE: Final = 60  # blocks above the article in which its head may stand
_BELOW: Final = 12
_WITHIN: Final = 4  # the article's last blocks, where its tail may stand
_NEAR: Final = 20  # blocks above the text
_MENU: Final = 8  # blocks above the title are the page's menu
_TABLE: Final = 24  # blocks, or a 索引号 table
_HEAD_MOST: Final = 200  # characters of a line of metadata
_TEXT: Final = 30  # characters of the article's first line of text
_PIECE: Final = 12  # characters of a piece of a date that stands in several lines
_CENTURIES: Final = "20|19|２０|１９"
_AHEAD: Final = 12  # characters before a date in which its label stands
_LONG: Final = 90  # a date in a longer line is more often a date in a sentence
_METAS: Final = (
    "pubdate", "publishdate", "article:published_time", "firstpublishedtime", "og:release_date", "publish-date", "publish_time",
    "_pubtime", "weibo: article:create_at", "weibo:article:create_at", "datepublished", "apub:time", "bytedance:published_time",
    "release_date", "dateupdate", "date", "og:time", "publication_date", "dc.date", "article.published", "createtime",
)  # fmt: skip
_TIME: Final = r"(?: [\s　T日]*+ (?P<hour>\p{Nd}{1,2}) [:：时] (?P<minute>\p{Nd}{2}) (?: [:：分] (?P<second>\p{Nd}{2}) )? )?"
DATE: Final = (
    r"(?<!\p{Nd}) (?P<year>(?:19|20|１９|２０)\p{Nd}{2}) \s*[-年/.]?\s* (?<=[-年/.\s])"
    r" (?P<month>\p{Nd}{1,2}) \s*[-月/.\s]\s* (?: (?P<day>\p{Nd}{2}) (?=\p{Nd}{2}:\p{Nd}{2}) | (?P<day>\p{Nd}{1,2}) (?!\p{Nd}) ) " + _TIME
)
_MONTHS: Final = {name: i for i, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}  # noqa: SIM905 - names
_NUMERALS: Final = {name: i for i, name in enumerate("一 二 三 四 五 六 七 八 九 十 十一 十二".split(), 1)}  # noqa: SIM905 - names
_SELDOM: Final = rf"""
    (?:时间|日期) \s*[:：]\s* (?P<year>[12]\p{{Nd}}) - (?P<month>\p{{Nd}}{{2}}) - (?P<day>\p{{Nd}}{{2}}) (?!\p{{Nd}}(?!\p{{Nd}}:)) {_TIME}
  | (?:时间|日期) \s*[:：]\s* (?P<year>20\p{{Nd}}{{2}}) (?P<month>0[1-9]|1[0-2]) (?P<day>[0-3]\p{{Nd}}) (?!\p{{Nd}})
  | (?<!\p{{Nd}}) (?P<month>1?\p{{Nd}}|十[一二]?|[一二三四五六七八九]) \s? 月 \s+
    (?P<day>\p{{Nd}}{{1,2}}) (?:st|nd|rd|th)? ,? \s+ (?P<year>20\p{{Nd}}{{2}}) \b
  | \b (?P<month>\L<months>)[a-z]*+ \.?\s+ (?P<day>\p{{Nd}}{{1,2}})
    (?: ,? \s+ | \s+ [\p{{Nd}}:]{{5,8}} \s+ (?:[A-Z]{{2,4}}\s+)? ) (?P<year>20\p{{Nd}}{{2}}) \b
  | \b (?P<day>\p{{Nd}}{{1,2}}) \s+ (?P<month>\L<months>)[a-z]*+ \.?,? \s+ (?P<year>20\p{{Nd}}{{2}}) \b
"""  # 「发布时间：24-03-05」, 「Tue Mar 05 08:12:33 CST 2024」, 「Mar 5, 2024」, 「3 月 5, 2024」, 「三月 5th, 2024」
_GLUED: Final = r"""
    (?<!\p{Nd}) (?P<year>20\p{Nd}{2}) \s* (?P<month>0[1-9]|1[0-2]) \s* / \s* (?P<day>[0-3]\p{Nd}) \s*
    (?P<hour>[01]\p{Nd}|2[0-3]) : (?P<minute>\p{Nd}{2}) (?: : (?P<second>\p{Nd}{2}) )?
"""  # 「202403/1308:15:30」: the year, the day and the time are elements of their own
_ADDRESS: Final = r"""
    (?<!\p{Nd}) (?P<year>20\p{Nd}{2}) [-/_]? (?P<month>0[1-9]|1[0-2]) [-/_]? (?P<day>0[1-9]|[12]\p{Nd}|3[01]) (?!\p{Nd})
  | / (?P<year>20\p{Nd}{2}) / (?P<month>1?\p{Nd}) / (?P<day>[1-3]?\p{Nd}) /
"""
_MACHINE: Final = r"""<time\b [^<>]*? \s datetime="(?P<day>[^"]++)" """  # what it shows may be 「2 个月前」
_LABEL: Final = r"编辑于|发布|发稿|发表|刊发|发文时间|时间|日期|上传|更新|上网|發布|更新時間|posted"
_RIGHT_BEFORE: Final = r"""
    (?: (?: 编辑于 | [发發][布佈表稿文] | 刊[发登] | 上[传网架] | 更新 | 录入 | 添加 | 创建 | 提交 | 公[开布] | 信息 | 稿件 | 文章 | 新闻 )
        (?: 于 | 时间 | 日期 | 時間 )? | (?<!\p{Han}) (?:时间|日期) )
    [\s　】\]）)>:：|｜(（\[【]* $
"""  # in an article's own lines: 「发布日期：」, but not 「报名时间：」
_EVENT: Final = r"(?<!\p{Han}) (?:时间|日期) [\s　】\]）):：]* $"  # and above 「地点：」 a 「时间：」 is that of what the text announces
_PUBLISHED: Final = r"[发發][布佈表稿] | 刊[发登] | 上[传网]"
_UPDATED: Final = r"更新|修改|维护"  # 「发布日期」 beside it is the better one
_ROC: Final = rf"""
    (?: 时间 | 日期 ) \s*[:：]\s* (?:中华民国|民国)? \s* (?P<year>1[01]\p{{Nd}}) \s*[-/.年]\s* (?P<month>\p{{Nd}}{{1,2}})
    \s*[-/.月]\s* (?P<day>\p{{Nd}}{{1,2}}) (?!\p{{Nd}}) {_TIME}
  | ^ \s* (?:中华民国|民国)? (?P<year>1[01]\p{{Nd}}) 年 (?P<month>\p{{Nd}}{{1,2}}) 月 (?P<day>\p{{Nd}}{{1,2}}) 日 \s* $
"""  # 「發布日期：115-07-12」, 「115年7月12日」 in a line of its own: years of the Republic
_SOURCE: Final = r"来源|來源|稿源|出处|信息提供|供稿单位|发布(?:机构|单位)|《\p{Han}{2,12}报》.{0,40}版"
_WRITTEN: Final = r"""
    成文 | 生成日期 | 印发 | 生效 | 实施 | 施行 | 失效 | 废止 | 截止 | 有效 | 签发 | 活动 | (?:今天|现在)是 | [至~～] [\s　]* $
  | (?: 访谈 | 会议 | 报名 | 考试 | 开标 | 投标 | 举办 | 举行 | 召开 | 培训 | 征集 | 来信 | 留言 | 提问 | 采访 | 直播 | 签订 | 采购 | 统计
      | 申报 | 申请 | 受理 | 评审 | 验收 | 交易 | 开工 | 竣工 | 建成 | 成立 | 出生
      | 讲座 | 报告 | 投稿 | 拍摄 | 检查 | 办公 | 办理 | 工作 ) (?:时间|日期)
"""
_LABEL_ENDS: Final = r"(?: 时间 | 日期 | 期 | [:：】] ) [\s　]* $"  # of a block before: 「…工作方案实施」 is a title
_CHINA: Final = timedelta(hours=8)
_REPUBLIC: Final = 1911  # its year 0
_CENTURY: Final = 100


@dataclass(frozen=True)
class When:
    """A day or time of publication, how exact it is and where it was read."""

    moment: datetime
    precision: str
    where: str


class Row(NamedTuple):
    """A block around the article: how far from its beginning, its text and links, the end of the block before, where it stands."""

    distance: int
    text: str
    links: int
    before: str
    above: bool
    inside: bool


def published(page: Scan, rows: list[Row], address: str | None, head: str = "") -> When | None:
    """When the page was published: the labelled visible date, meta, a script's, an unlabelled date by the text, the address."""
    shown = _shown(rows)
    if shown and shown[0][0] >= 3:
        return shown[0][1]
    if meta := _from_metas(page, head):
        return meta
    if page.created is not None:
        return When((datetime.fromtimestamp(page.created, UTC) + _CHINA).replace(tzinfo=None), "second", "script")
    if shown:
        return shown[0][1]
    if address and (found := pattern(_ADDRESS).search(address)):
        return read_date(found, "url")
    return None


def around(page: Scan, place: Place | None) -> list[Row]:
    """The blocks in which the article's metadata may stand."""
    count = len(page.texts)
    low, high = (place.first, place.last) if place else (count, count)
    begin = _beginning(page, place) if place else count
    rows = [*range(max(0, low - _ABOVE), min(begin + 1, count)), *range(max(begin + 1, high - _WITHIN), min(high + _BELOW, count))]
    texts = page.texts
    menu = place.title - _MENU if place and 0 <= place.title <= low else -1
    menu = next((i for i in range(max(0, menu - _TABLE), menu) if signs.labels_index(texts[i])), menu)
    title = place.title if place else -1
    out = []
    for i in rows:
        text = texts[i]
        if (low > i < menu) or not (len(text) < _HEAD_MOST or i > begin):
            continue
        links = page.links[i]
        if links and i < title:  # there a link is a list's item, and its date another page's
            links = len(text)
        out.append(Row(abs(low - i), text, links, texts[i - 1][-8:] if i else "", i <= begin, low <= i <= high))
    return out


def _beginning(page: Scan, place: Place) -> int:
    """The first block of the text itself."""
    rows = range(place.first, place.last + 1)
    running = place.running
    return next((i for i in rows if place.weights[i] > running and len(page.texts[i]) > _TEXT), place.first)


def head_source(page: Scan, place: Place | None) -> str:
    """The page's source from a little above the title down to the text, where elements are called 「source」."""
    if place is None or page.plain:
        return ""
    begin = _beginning(page, place)
    start = min(begin, max(0, begin - _NEAR, place.title))
    return page.between(page.nodes[start], page.nodes[begin])


def _from_metas(page: Scan, head: str) -> When | None:
    values = [page.meta[name] for name in _METAS if name in page.meta]
    values += [value for key in ("datePublished", "pubDate", "dateCreated") if isinstance(value := page.linked.get(key), str)]
    values += [timed["day"] for timed in pattern(_MACHINE).finditer(head)]
    found = (read_date(day, "meta") for value in values if (day := pattern(DATE).search(value)))
    return next((when for when in found if when), None)


def _shown(rows: list[Row]) -> list[tuple[float, When]]:
    """The dates that the page shows, the best first: a label is worth 3."""
    out: list[tuple[float, When]] = []
    shape, glued, century = pattern(DATE), pattern(_GLUED), local(_CENTURIES).search
    event = any(row.inside and signs.names_place(row.text) for row in rows)
    for row in rows:
        text = row.text
        if moment := _republic(row):
            out.append((3.0 + row.above, moment))
        if len(text) >= _HEAD_MOST or not century(text):
            continue
        for found in (*shape.finditer(text), *(glued.finditer(text) if "/" in text else ())):
            when = read_date(found, "label")
            score = _score(row, found.start(), when, event=event) if when else None
            if when and score is not None:
                out.append((score, when))
    out.sort(key=lambda scored: -scored[0])
    if not out:
        months = frozenset(name.capitalize() for name in _MONTHS)
        short = [row.text for row in rows if row.above and len(row.text) < _LONG]
        seldom = (found for text in short if (found := pattern(_SELDOM, months=months).search(text)))
        out += [(3.0, moment) for found in seldom if (moment := read_date(found, "label"))]
    joined = " ".join(row.text for row in rows if row.above and len(row.text) < _PIECE)
    if not out and (pieces := pattern(DATE).search(joined)) and (moment := read_date(pieces, "label")):
        out.append((3.0, moment))  # 「2023」「08/20」「07:34」 in lines of their own
    return out


def _score(row: Row, at: int, when: When, *, event: bool) -> float | None:
    """How likely a date is the page's own, by its label, its place and its precision; None for another day."""
    text = row.text
    label = text[max(0, at - _AHEAD) : at]
    ahead = label if label.strip(" :：") else row.before
    if pattern(_WRITTEN).search(ahead) and (ahead is label or pattern(_LABEL_ENDS).search(ahead)):
        return None
    if event and row.inside and pattern(_EVENT).search(ahead):
        return None
    sentence = text[-1] in "。；"
    labelled = bool(pattern(_RIGHT_BEFORE if row.inside or sentence else _LABEL).search(ahead))
    labelled = labelled or not (sentence or pattern(_SOURCE).search(text) is None)
    if not labelled and (sentence or pattern(_LABEL_ENDS).search(ahead) if row.inside else not row.above):
        return None
    score = 3.0 if labelled else 0.0
    if labelled:
        score += 2.5 * bool(pattern(_PUBLISHED).search(ahead)) - 2.5 * bool(pattern(_UPDATED).search(ahead))
    score += 2 * (when.precision != "day" and (labelled or row.above)) - 2 * (len(text) > _LONG)
    return score + 1 - row.distance / 100 - 3 * (row.links > len(text) * 0.5) - 1.5 * (not row.above)


def _republic(row: Row) -> When | None:
    """The day of a row that counts the years of the Republic."""
    text = row.text
    if "期" not in text and "间" not in text and not (row.above and text[-1] == "日"):
        return None
    found = pattern(_ROC).search(text)
    return read_date(found, "label") if found and not pattern(_WRITTEN).search(text[: found.start()]) else None


def read_date(found: Match, where: str) -> When | None:
    """A match as a moment; None for a day that no calendar has."""
    parts = found.groupdict()
    try:
        year = int(parts["year"])
        name = parts["month"].lower()
        month = _MONTHS.get(name) or _NUMERALS.get(name) or int(name)
        if year < 2 * _CENTURY:
            year += _REPUBLIC if year >= _CENTURY else 2000
        day = date(year, month, int(parts["day"]))
        hour, minute, second = (int(parts.get(name) or 0) for name in ("hour", "minute", "second"))
        moment = datetime(day.year, day.month, day.day, hour, minute, second)  # noqa: DTZ001 - a page's time has no zone
    except ValueError:
        return None
    return When(moment, "second" if parts.get("second") else "minute" if parts.get("minute") else "day", where)
