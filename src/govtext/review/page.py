"""Documents in, one self-contained HTML page out: each record beside the sentence that says it, its words marked.

「确保省市重大项目当年投资完成不少于315亿元」 stands with 省市重大项目投资, 当年 and 315亿元 marked by their spans.

The page is built as a tree and written by ``xml.etree``, so every character of a page is data: nothing in it can become markup.
It has no script and loads nothing; its filter is three radio buttons and a style sheet.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, tostring

from govtext.records import plain_number
from govtext.review.style import POLICY, STYLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govtext.records import Article, Deadline, Document, Quantity, Span, Target

MARKED = ("quantity", "deadline", "subject", "action", "actor")  # where spans overlap, the first wins
SIGNS = {"eq": "=", "ge": "≥", "gt": ">", "le": "≤", "lt": "<", "approx": "≈", "range": ""}
AROUND = 12  # characters shown on either side of a word that stands outside the record's sentence
STOPS = "。！？!?\n"


def review_page(documents: Iterable[Document]) -> str:
    """The page: documents in their order, records in the order of the text.

    >>> from govtext.records import Article, Document
    >>> "&lt;b&gt;" in review_page([Document(id="d_1", article=Article(title="<b>", text="", empty="no_text"))])
    True
    """
    page = Element("html", lang="zh-CN")
    head = SubElement(page, "head")
    SubElement(head, "meta", charset="utf-8")
    SubElement(head, "meta", {"http-equiv": "Content-Security-Policy", "content": POLICY})
    SubElement(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
    SubElement(head, "title").text = "govtext review"
    SubElement(head, "style").text = STYLE
    body = SubElement(page, "body")
    main = Element("main")
    counts = {"all": 0, "planned": 0, "achieved": 0}
    for document in documents:
        main.append(_document(document))
        counts["planned"] += len(document.targets)
        counts["achieved"] += len(document.achievements)
    counts["all"] = counts["planned"] + counts["achieved"]
    _filter(body, counts)
    body.append(main)
    return "<!DOCTYPE html>\n" + tostring(page, encoding="unicode", method="html") + "\n"


def _filter(body: Element, counts: dict[str, int]) -> None:
    """The radio buttons stand before the records: the style sheet hides what the checked one leaves out."""
    for name in counts:
        button = SubElement(body, "input", type="radio", name="status", id=f"show-{name}")
        if name == "all":
            button.set("checked", "checked")
    bar = SubElement(body, "nav")
    for name, count in counts.items():
        SubElement(bar, "label", {"for": f"show-{name}"}).text = f"{name} {count}"
    legend = SubElement(bar, "span", {"class": "legend"})
    for role in MARKED:
        SubElement(legend, "mark", {"class": role}).text = role


def _document(document: Document) -> Element:
    article = document.article
    section = Element("section")
    _link(SubElement(section, "h2"), article.title or document.uri or document.id, article.url)
    origin = (article.source, article.author, article.published and article.published.date().isoformat(), document.uri)
    SubElement(section, "p", {"class": "origin"}).text = _clean(" · ".join(word for word in origin if word))
    records = sorted((*document.targets, *document.achievements), key=lambda record: record.span.start)
    if article.empty or not records:
        SubElement(section, "p", {"class": "none"}).text = f"no article: {article.empty}" if article.empty else "no record"
    for record in records:
        section.append(_record(record, article))
    return section


def _link(parent: Element, words: str, address: str | None) -> None:
    """A link only to a web address: a page's own word for its address may be ``javascript:``."""
    if address and address.lower().startswith(("http://", "https://")):
        parent = SubElement(parent, "a", href=_clean(address), rel="noreferrer noopener")
    parent.text = _clean(words)


def _record(record: Target, article: Article) -> Element:
    card = Element("article", {"class": record.status, "id": record.id})
    start, end = _sentence(article.text, record)
    _marked(SubElement(card, "blockquote"), article.text, start, end, record)
    for role, span in _spans(record):
        if not start <= span.start < end:  # a heading or an earlier sentence gave this field: show it there
            line = SubElement(card, "p", {"class": "elsewhere"})
            line.text = f"{role} from: "
            _marked(line, article.text, max(0, span.start - AROUND), min(len(article.text), span.end + AROUND), record)
    fields = SubElement(card, "dl")
    for name, value in _fields(record):
        row = SubElement(fields, "div")
        SubElement(row, "dt").text = name
        SubElement(row, "dd").text = _clean(value)
    SubElement(card, "p", {"class": "rules"}).text = _clean(" · ".join(f"{e.role}: {e.rule}" for e in record.evidence if e.rule))
    return card


def _sentence(text: str, record: Target) -> tuple[int, int]:
    """The whole sentence around a record's clause."""
    start, end = record.span.start, record.span.end
    before = max(text.rfind(stop, 0, start) for stop in STOPS) + 1
    after = min((place for place in (text.find(stop, max(start, end - 1)) for stop in STOPS) if place >= 0), default=len(text))
    return before, min(after + 1, len(text))


def _spans(record: Target) -> Iterator[tuple[str, Span]]:
    if record.quantity:
        yield "quantity", record.quantity.span
    if record.deadline and record.deadline.span:
        yield "deadline", record.deadline.span
    for evidence in record.evidence:
        if evidence.span and evidence.role in ("subject", "action", "actor"):
            yield evidence.role, evidence.span


def _marked(parent: Element, text: str, start: int, end: int, record: Target) -> None:
    """The slice of the text, each character in at most one mark."""
    spans = sorted(_spans(record), key=lambda pair: MARKED.index(pair[0]))
    cuts = {start, end, *(cut for _, span in spans for cut in (span.start, span.end) if start < cut < end)}
    last: Element | None = None
    for left, right in pairwise(sorted(cuts)):
        role = next((role for role, span in spans if span.start <= left and right <= span.end), None)
        words = _clean(text[left:right])
        if role:
            last = SubElement(parent, "mark", {"class": role, "title": role})
            last.text = words
        elif last is None:
            parent.text = (parent.text or "") + words
        else:
            last.tail = (last.tail or "") + words


def _fields(record: Target) -> Iterator[tuple[str, str]]:
    rows = {
        "status": record.status + (f" ({record.commitment}: {record.cue})" if record.commitment and record.cue else ""),
        "subject": record.subject,
        "action": record.action,
        "quantity": record.quantity and _quantity(record.quantity),
        "deadline": record.deadline and _deadline(record.deadline),
        "actor": record.actor,
        "baseline": record.baseline,
        "flags": ", ".join(record.flags),
    }
    return ((f"{name}, inherited" if name in record.inherited else name, value) for name, value in rows.items() if value)


def _quantity(quantity: Quantity) -> str:
    bounds = (quantity.value,) if quantity.value is not None else (quantity.low, quantity.high)
    amount = "–".join(f"{plain_number(bound):,}" for bound in bounds if bound is not None)
    measure = f"({quantity.measure})" if quantity.measure else ""
    return " ".join(word for word in (SIGNS[quantity.comparator], amount, quantity.unit, measure) if word)


def _deadline(deadline: Deadline) -> str:
    days = "–".join(day.isoformat() for day in (deadline.start, deadline.end) if day)
    return f"{days or '?'} ({deadline.text})"


def _clean(text: str) -> str:
    """The text without what HTML cannot hold: control characters, lone surrogates, marks that turn the direction of writing."""
    return "".join(c if c.isprintable() or c in "\n\t\u3000\xa0" else "\N{REPLACEMENT CHARACTER}" for c in text)
