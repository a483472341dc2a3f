"""The review page: every record beside its sentence, and nothing of a page becomes markup."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import pytest
from typer.testing import CliRunner

from govtext.cli import app
from govtext.records import Article, Document, Target
from govtext.review.page import review_page

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "今年主要工作\n澜江区将新增<b>托育机构</b>30家以上&更多。城市绿道已建成12公里。"


class Reader(HTMLParser):
    """The page as a browser takes it apart: tags with their attributes, and the words of each mark."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.marks: list[tuple[str | None, str]] = []
        self.words: list[str] = []
        self.open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "input"):
            self.open.append(tag)
        if tag == "mark":
            self.marks.append((dict(attrs).get("class"), ""))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)
        if self.open and self.open[-1] == "mark":
            self.marks[-1] = (self.marks[-1][0], self.marks[-1][1] + data)


def span(words: str) -> dict[str, int]:
    return {"start": TEXT.index(words), "end": TEXT.index(words) + len(words)}


@pytest.fixture
def document() -> Document:
    def target(**fields: Any) -> Target:
        return Target.model_validate({"id": "t_1", "kind": "quantity", "status": "planned"} | fields)

    planned = target(
        subject="托育机构",
        action="新增",
        quantity={"text": "30家以上", "span": span("30家"), "comparator": "ge", "value": 30, "unit": "家"},
        deadline={"text": "今年", "span": span("今年"), "end": "2031-12-31", "inherited": True},
        quote="澜江区将新增<b>托育机构</b>30家以上&更多",
        span=span("澜江区将新增<b>托育机构</b>30家以上&更多"),
        evidence=[
            {"role": "subject", "text": "托育机构", "span": span("托育机构"), "rule": "before_number"},
            {"role": "deadline", "text": "今年", "span": span("今年"), "rule": "from_heading"},
        ],
    )
    done = target(
        id="t_2",
        status="achieved",
        quantity={"text": "12公里", "span": span("12公里"), "comparator": "eq", "value": 12, "unit": "公里"},
        quote="城市绿道已建成12公里",
        span=span("城市绿道已建成12公里"),
    )
    article = Article(title="</title><script>alert(1)</script>", url="javascript:alert(1)", text=TEXT)
    return Document(id="d_1", uri="新闻\x00\ud800.html", article=article, targets=(planned,), achievements=(done,))


def test_the_words_of_the_fields_are_marked_by_their_spans(document: Document) -> None:
    marks = Reader(review_page([document])).marks[5:]  # five are the legend
    assert marks == [("subject", "托育机构"), ("quantity", "30家"), ("deadline", "今年"), ("quantity", "12公里")]


def test_a_field_from_a_heading_shows_its_heading(document: Document) -> None:
    assert "deadline from: " in Reader(review_page([document])).words


def test_nothing_of_a_page_becomes_markup(document: Document) -> None:
    page = Reader(review_page([document]))
    tags = {tag for tag, _ in page.tags}
    assert not tags & {"script", "b", "a", "img", "iframe", "object"}
    assert not any(name.startswith("on") for _, attributes in page.tags for name in attributes)
    assert "</title><script>alert(1)</script>" in page.words
    assert page.open == []


def test_a_web_address_is_a_link(document: Document) -> None:
    linked = document.model_copy(update={"article": document.article.model_copy(update={"url": "https://example.org/?a=1&b=\"'<"})})
    links = [attributes["href"] for tag, attributes in Reader(review_page([linked])).tags if tag == "a"]
    assert links == ["https://example.org/?a=1&b=\"'<"]


def test_the_page_is_utf8_and_holds_no_control_character(document: Document) -> None:
    page = review_page([document])
    assert page.encode("utf-8")
    assert "\x00" not in page
    assert "src=" not in page


def test_each_status_can_be_shown_alone(document: Document) -> None:
    page = Reader(review_page([document]))
    assert [a["id"] for tag, a in page.tags if tag == "input"] == ["show-all", "show-planned", "show-achieved"]
    assert [a["class"] for tag, a in page.tags if tag == "article"] == ["planned", "achieved"]
    assert {"all 2", "planned 1", "achieved 1"} <= set(page.words)


def test_the_command_writes_the_page(document: Document, tmp_path: Path) -> None:
    whole = document.model_copy(update={"uri": "新闻.html"})
    (tmp_path / "out.jsonl").write_text(whole.model_dump_json() + "\n", encoding="utf-8")
    result = CliRunner().invoke(app, ["review", str(tmp_path / "out.jsonl"), "-o", str(tmp_path / "new" / "review.html")])
    assert result.exit_code == 0
    assert (tmp_path / "new" / "review.html").read_text(encoding="utf-8") == review_page([whole])
