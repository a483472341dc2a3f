"""From what stands around an article to its metadata: title, 来源, 作者, 责任编辑, 发布时间, 发文机关, 文号, 成文日期.

「来源：无锡日报　2023-08-20 07:34　责任编辑：王平」 says source, day and editor. 成文日期 is not 发布日期, and no field is ever guessed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from govtext.page.locate import bare
from govtext.rules import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govtext.page.locate import Place
    from govtext.page.scan import Scan
    from govtext.rules import Match

_ABOVE: Final = 60  # blocks above the article in which its head may stand
_BELOW: Final = 12
_HEAD_MOST: Final = 200  # characters of a line of metadata
_TITLE_METAS: Final = ("articletitle", "og:title", "title", "twitter:title")
_DATE_METAS: Final = (
    "pubdate", "publishdate", "article:published_time", "firstpublishedtime", "og:release_date", "publish-date", "publish_time",
    "_pubtime",
    "weibo: article:create_at", "weibo:article:create_at", "datepublished", "apub:time", "bytedance:published_time", "release_date", "date",
    "og:time", "publication_date", "dc.date", "article.published", "createtime",
)  # fmt: skip
_SOURCE_METAS: Final = ("contentsource", "source", "mediaid", "og:article:source", "article:source")
_AUTHOR_METAS: Final = ("author", "article:author", "og:article:author")
_EDITOR_METAS: Final = ("editor", "责任编辑")
_COLUMN: Final = 6  # a title with fewer letters is a column: 「新闻动态」
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5"})
_SPLIT: Final = r"\s*[_|｜]+\s* | \s+[-–—]+\s+ | -{2,} | —{2,} | \s*-\s*(?=[^-]{2,14}$)"
_TIME: Final = r"(?: [\s　T日]*+ (?P<hour>\p{Nd}{1,2}) [:：时] (?P<minute>\p{Nd}{2}) (?: [:：分] (?P<second>\p{Nd}{2}) )? )?"
_DATE: Final = (
    r"(?<!\p{Nd}) (?P<year>(?:19|20)\p{Nd}{2}) \s*[-年/.]?\s* (?<=[-年/.\s])"
    r" (?P<month>\p{Nd}{1,2}) \s*[-月/.\s]\s* (?P<day>\p{Nd}{1,2}) (?!\p{Nd}) " + _TIME
)
_ADDRESS_DATE: Final = (
    r"(?<!\p{Nd}) (?P<year>20\p{Nd}{2}) [-/_]? (?P<month>0[1-9]|1[0-2]) [-/_]? (?P<day>0[1-9]|[12]\p{Nd}|3[01]) (?!\p{Nd})"
)
_PUBLISHED: Final = r"发布|发稿|发表|刊发|发文时间|时间|日期|上传|更新|上网|發布|更新時間"
_WRITTEN: Final = r"成文|生成日期|印发|生效|实施|施行|失效|废止|截止|有效|签发|活动"
_SOURCE: Final = r"""
    (?:信息来源|文章来源|稿件来源|新闻来源|内容来源|来源于|来源|來源|稿源|出处|信息提供|供稿单位|发布机构|发布单位) [\s　]*[:：]? [\s　]*
    (?P<name> (?!于?(?:网络|互联网)) [^\s　|｜,，。;；【】\[\]<>()（）/]{2,30} )
"""
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
_EDITOR: Final = r"""
    (?:责任编辑|责编|网络编辑|值班编辑|编辑) [\s　]*[:：]?[\s　]* (?P<name> [\p{Han}·]{2,4} (?: [\s　]*[、,，\s　][\s　]*
    [\p{Han}·]{2,4} (?![\p{Han}:：]) ){0,4} )
"""
_AGENCY: Final = (
    r"^[\s　]* (?:【?(?P<name>新华社|中新社|中新网|新华网|人民网|央视网|中国新闻网|本报讯|据新华社|新华财经) [^，。]{0,24}? (?:电|讯) )"
)
_AGENCY_ALONE: Final = r"[\p{Han}]{0,8} (?: 新华社|中新社|新华网|人民网|央视网|日报|晚报|晨报|时报|新闻网|电视台|发布 )"
_AFTER_TIME: Final = r"\p{Nd}{1,2}:\p{Nd}{2}(?::\p{Nd}{2})? [\s　]+ (?P<name> [\p{Han}]{2,12} ) (?= [\s　]*(?:$|\[|［) )"
_NUMBER: Final = r"""
    (?P<name> [\p{Han}]{1,12} [〔\[［【（(] (?:19|20)\p{Nd}{2} [〕\]］】）)] [\s　]* (?:第)? \p{Nd}{1,5}
    [\s　]* 号 )
"""
_LABELLED: Final = {
    "document_number": r"(?:发文字号|发文文号|文[\s　]*号|发[\s　]*文[\s　]*号) [\s　]*[:：]?[\s　]*"
    r" (?P<name> [^\s　|｜]{2,30} [\s　]? \p{Nd}{1,5} [\s　]? 号)",
    "issuer": r"(?:发文机关|发文单位|制发机关|发布机关|发布机构|公开主体|制发单位) [\s　]*[:：]?[\s　]* (?P<name> [\p{Han}（）、]{3,40} )",
}
_ISSUED: Final = rf"""
    (?:成文日期|成文时间|生成日期|印发日期|发文日期|制发日期) [\s　]*[:：]?[\s　]* (?: {_DATE} )
"""
_LABELS: Final = frozenset(
    [
        "发布日期",
        "发布时间",
        "成文日期",
        "发文字号",
        "文号",
        "标题",
        "索引号",
        "主题分类",
        "主题词",
        "有效性",
        "关键词",
        "浏览",
        "字号",
        "分享",
        "作者",
        "编辑",
    ]
)


@dataclass(frozen=True)
class When:
    """A day or time of publication, how exact it is and where it was read."""

    moment: datetime
    precision: str
    where: str


def titles(page: Scan, place: Place | None) -> str | None:  # noqa: C901 - the places of a title in their order
    """The title as the page shows it: a heading that agrees with ``<title>``, the ArticleTitle meta, else ``<title>`` alone."""
    wanted = bare(page.title)
    if page.plain:
        return _plain_title(page, place)
    parts = [part for part in pattern(_SPLIT).split(page.title) if part and len(bare(part)) >= 4]
    first = parts[0] if parts else page.title
    found: list[tuple[tuple[bool, int], str]] = []
    for name in _TITLE_METAS:
        text = page.meta.get(name, "")
        own = bare(text)
        if len(own) >= 4 and (wanted.startswith(own[:8]) or own in wanted or (name == "articletitle" and len(own) >= 6)):
            found.append(((name == "articletitle", len(own)), text))
    reach = len(page.blocks) if place is None else place.first + 4
    for i, block in enumerate(page.blocks[:reach]):
        own = bare(block.text)
        if not 5 <= len(own) <= 80:
            continue
        heading = page.tags[block.node] in {"h1", "h2", "h3"} and not page.damped[block.node]
        if own in wanted or (heading and wanted and wanted[:6] == own[:6]):
            found.append(((True, len(own)), block.text))
        elif (
            heading
            and page.tags[block.node] == "h1"
            and place is not None
            and place.first - 25 <= i
            and own not in wanted
            and not parts[1:]
        ):
            found.append(((False, len(own)), block.text))
    if len(parts) > 1:  # a block that repeats all of <title> has the site's name too
        found = [row for row in found if bare(row[1]) != wanted]
    column = len(bare(first)) < _COLUMN
    if not found and column and place is not None and (named := _heading(page, place)):
        return named
    chosen = max(found, key=lambda row: row[0])[1] if found else page.title if column else first
    shown = [block.text for block in page.blocks[:reach]]
    if chosen in shown:
        chosen = _extended(shown, shown.index(chosen), bare(first))
    if len(bare(chosen)) < _COLUMN and place is not None:
        chosen = _heading(page, place) or chosen
    return chosen or _linked(page, "headline", "title") or None


def _extended(shown: list[str], at: int, wanted: str) -> str:
    """A title that stands in several lines of its own: 「全国人大常委会」, 「关于批准…的决议」."""
    out = shown[at]
    for i in range(at + 1, min(at + 4, len(shown))):
        if bare(out + shown[i]) not in wanted:
            break
        out += shown[i]
    for i in range(at - 1, max(-1, at - 4), -1):
        if bare(shown[i] + out) not in wanted:
            break
        out = shown[i] + out
    return out


def _heading(page: Scan, place: Place) -> str | None:
    """The heading next above the text, where ``<title>`` gives only the column's name."""
    text = next((i for i in range(place.first, place.last + 1) if place.weights[i] > 1), place.first)
    for i in range(text, max(-1, place.first - 25), -1):
        block = page.blocks[i]
        if (
            page.tags[block.node] in _HEADINGS
            and _COLUMN <= len(bare(block.text)) <= 80
            and not block.links
            and not page.damped[block.node]
        ):
            return block.text
    return None


def _plain_title(page: Scan, place: Place | None) -> str | None:
    """The last line above the text of a dump that reads like a title: six signs or more, no date, no breadcrumb, no full stop."""
    if place is None:
        return None
    first = next((i for i, weight in enumerate(place.weights) if weight > 0 and len(page.blocks[i].text) > 45), 0)
    rows = [block.text for block in page.blocks[:first] if 6 <= len(bare(block.text)) <= 80]
    rows = [row for row in rows if not pattern(r"[>›»] | 。$ | [:：]\s*$ | 版权").search(row) and not pattern(_DATE).search(row)]
    rows = [row for row in rows if not pattern(rf"{_SOURCE} | {_EDITOR} | 网站$|首页").match(row)]
    return max(rows, key=len) if rows else None


def published(page: Scan, place: Place | None, address: str | None) -> When | None:
    """When the page was published: the labelled visible date, then meta, then an unlabelled date above the text, then the address."""
    rows = list(_around(page, place))
    shown = _shown(rows)
    for score, labelled in shown:
        if score >= 3:
            return labelled
    for name in _DATE_METAS:
        if name in page.meta and (day := pattern(_DATE).search(page.meta[name])) and (when := _when(day, "meta")):
            return when
    for key in ("datePublished", "pubDate", "dateCreated"):
        value = page.linked.get(key)
        if isinstance(value, str) and (found := pattern(_DATE).search(value)) and (when := _when(found, "meta")):
            return when
    if shown:
        return shown[0][1]
    if address and (found := pattern(_ADDRESS_DATE).search(address)):
        return _when(found, "url")
    return None


def _around(page: Scan, place: Place | None) -> Iterable[tuple[int, str, int, str, bool]]:
    """The blocks around the article: distance, text, link characters, what stands before, whether above its text."""
    count = len(page.blocks)
    low, high = (place.first, place.last) if place else (count, count)
    begin = next((i for i in range(low, high + 1) if place and place.weights[i] > 1 and len(page.blocks[i].text) > 30), low)
    rows = [*range(max(0, low - _ABOVE), min(begin + 1, count)), *range(max(begin + 1, high - 4), min(high + _BELOW, count))]
    for i in rows:
        text = page.blocks[i].text
        if i < low and place and 0 <= place.title <= low and i < place.title - 8:
            continue
        if len(text) < _HEAD_MOST or i > begin:
            yield abs(low - i), text, page.blocks[i].links, page.blocks[i - 1].text[-8:] if i else "", i <= begin


def _shown(rows: list[tuple[int, str, int, str, bool]]) -> list[tuple[float, When]]:
    out: list[tuple[float, When]] = []
    joined = " ".join(text for _, text, _, _, above in rows if above and len(text) < 12)
    for distance, text, links, before, above in rows:
        if len(text) >= _HEAD_MOST:
            continue
        for found in pattern(_DATE).finditer(text):
            when = _when(found, "label")
            label = text[max(0, found.start() - 12) : found.start()]
            ahead = label if label.strip(" :：") else before
            if when is None or pattern(_WRITTEN).search(ahead):
                continue
            labelled = pattern(_PUBLISHED).search(ahead) or pattern(_SOURCE).search(text)
            score = 3 * bool(labelled) + 2 * (when.precision != "day") + (1 - distance / 100) - 2 * (len(text) > 90)
            score -= (3 if links > len(text) * 0.5 else 0) + (0 if above else 1.5)
            out.append((score, when))
    out.sort(key=lambda row: -row[0])
    if not out and (pieces := pattern(_DATE).search(joined)) and (moment := _when(pieces, "label")):
        out.append((3.0, moment))  # 「2023」「08/20」「07:34」 in lines of their own
    return out


def _when(found: Match, where: str) -> When | None:
    """A match as a moment; None for a day that no calendar has."""
    parts = found.groupdict()
    try:
        day = date(int(parts["year"]), int(parts["month"]), int(parts["day"]))
        hour, minute, second = (int(parts.get(name) or 0) for name in ("hour", "minute", "second"))
        moment = datetime(day.year, day.month, day.day, hour, minute, second)  # noqa: DTZ001 - a page's time has no zone
    except ValueError:
        return None
    return When(moment, "second" if parts.get("second") else "minute" if parts.get("minute") else "day", where)


def fields(page: Scan, place: Place | None, dropped: Iterable[str], text: str) -> dict[str, str | date | None]:
    """Source, author, editor, issuer, document number and 成文日期 of an article."""
    rows = list(_around(page, place))
    head = [row[1] for row in rows if row[4]]
    tail = [*dropped, *(row[1] for row in rows if not row[4])]
    opening, ending = text[:400], text[-120:]
    table = " \n".join(head)
    editor = _first(_EDITOR, [*tail, *head]) or next((page.meta[n] for n in _EDITOR_METAS if n in page.meta), None)
    issued = pattern(_ISSUED).search(table)
    when = _when(issued, "label") if issued else None
    issuer = _first(_LABELLED["issuer"], [table])
    source = _source(page, head, tail, opening) or issuer  # an official page's source is who issued it
    return {
        "source": source,
        "author": _author(page, head, tail, ending, opening),
        "editor": editor,
        "issuer": issuer,
        "document_number": _first(_LABELLED["document_number"], [table]) or _first(_NUMBER, [text[:200]] if place else []),
        "issued": when.moment.date() if when else None,
    }


def _first(shape: str, rows: Iterable[str]) -> str | None:
    for row in rows:
        for found in pattern(shape).finditer(row):
            name = str(found["name"]).strip(" 　:：、,，-—")
            if len(name) > 1 and name not in _LABELS:
                return name
    return None


def _source(page: Scan, head: list[str], tail: list[str], opening: str) -> str | None:
    found = _first(_SOURCE, ["\n".join(row for row in head if len(row) < _HEAD_MOST)])
    if found is None:
        found = _first(_SOURCE, [row for row in tail if len(row) < 120])
    if found is None:
        for name in _SOURCE_METAS:
            value = page.meta.get(name, "").removeprefix("来源").strip(" :：")
            if value and not value.startswith("http") and len(value) < 40:
                return value
        if alone := next((row for row in reversed(head) if len(row) < 16 and pattern(_AGENCY_ALONE).fullmatch(row)), None):
            return alone
        if timed := next((m for row in head if len(row) < 60 and (m := pattern(_AFTER_TIME).search(row))), None):
            return str(timed["name"])
        publisher = page.linked.get("author") or page.linked.get("publisher")
        publisher = publisher[0] if isinstance(publisher, list) and publisher else publisher
        agency = pattern(_AGENCY).search(opening)
        if agency and agency["name"] != "本报讯":
            return str(agency["name"]).removeprefix("据")
        if isinstance(publisher, dict) and isinstance(publisher.get("name"), str):
            return str(publisher["name"])
    return found


def _author(page: Scan, head: list[str], tail: list[str], ending: str, opening: str) -> str | None:
    found = _first(_AUTHOR, head) or _first(_AUTHOR, [row for row in tail if len(row) < 120])
    if found:
        return found
    for row in reversed([row for row in tail if len(row) < 60]):
        if signed := pattern(_SIGNED).fullmatch(row.strip()):
            return "、".join(str(signed["name"]).split())
    if signed := pattern(rf"{_SIGNED} [\s　]* $").search(ending):
        return "、".join(str(signed["name"]).split())
    for row in (*(row for row in head if len(row) < 30), opening):
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
