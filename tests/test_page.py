"""Whole pages in the shape of real templates: each gives exactly its article and its metadata."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from bs4 import BeautifulSoup

import govtext
from govtext.errors import PageError

if TYPE_CHECKING:
    from govtext.records import Article

PAGES = Path(__file__).parent / "fixtures" / "pages"
NAMES = sorted(path.stem for path in PAGES.glob("*.json"))
GOOD = "<p>全区今年将新增就业不少于20万人，新建公园30个，年底前全部开放。</p>"


def page(name: str) -> bytes:
    return next(path for path in PAGES.glob(f"{name}.*") if path.suffix != ".json").read_bytes()


def wanted(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((PAGES / f"{name}.json").read_text(encoding="utf-8"))
    return found


def said(article: Article, fields: dict[str, Any]) -> dict[str, Any]:
    shown = article.model_dump(mode="json")
    shown["published_day"] = (shown["published"] or "")[:10]
    return {field: shown[field] for field in fields}


@pytest.mark.parametrize("name", NAMES)
def test_a_page_gives_its_article_and_metadata(name: str) -> None:
    fields = wanted(name)
    assert said(govtext.parse(page(name)), fields) == fields


@pytest.mark.parametrize("name", NAMES)
def test_bytes_str_and_soup_give_the_same_text(name: str) -> None:
    data = page(name)
    encoding = "gb18030" if name.endswith("_gbk") else "utf-8"
    text = data.decode(encoding)
    want = govtext.parse(data).text
    assert govtext.parse(text).text == want
    if "<" in text:
        assert govtext.parse(BeautifulSoup(text, "html.parser")).text == want


@pytest.mark.parametrize("name", NAMES)
def test_paragraphs_index_the_text(name: str) -> None:
    article = govtext.parse(page(name))
    lines = [article.text[p.span.start : p.span.end] for p in article.paragraphs]
    assert "\n".join(lines) == article.text


def test_headings_rows_items_and_captions_keep_their_kind() -> None:
    kinds = {
        name: {p.kind for p in govtext.parse(page(name)).paragraphs} for name in ("govcn_document", "data_table", "list_items", "captions")
    }
    assert kinds == {
        "govcn_document": {"heading", "paragraph"},
        "data_table": {"paragraph", "table_row"},
        "list_items": {"paragraph", "list_item"},
        "captions": {"paragraph", "caption"},
    }


def test_dropped_lines_say_why() -> None:
    dropped = {row.text: row.reason for row in govtext.parse(page("wechat")).dropped}
    assert (dropped["来源：澜江日报"], dropped["编辑：周舟"]) == ("source", "editor")


def test_pages_of_one_article_are_joined() -> None:
    article = govtext.parse([page("pager"), page("one_paragraph")])
    assert article.text == f"{wanted('pager')['text']}\n{wanted('one_paragraph')['text']}"
    assert article.next_page is None
    last = article.paragraphs[-1].span
    assert "".join(row.text for row in article.as_published(last)) == article.text[last.start : last.end]


def test_a_selector_names_the_article() -> None:
    text = "<div id=a><p>甲区新建公园三十个，年底前开放。</p></div><div id=b><p>乙区新建学校五所，九月投入使用。</p></div>"
    assert govtext.parse(text, selector="#b").text == "乙区新建学校五所，九月投入使用。"
    with pytest.raises(PageError, match="no element"):
        govtext.parse(text, selector="#c")
    with pytest.raises(PageError, match="no CSS selector"):
        govtext.parse(text, selector="##")


def test_the_argument_gives_the_day_that_the_page_does_not() -> None:
    article = govtext.parse(GOOD, published=date(2024, 7, 5))
    assert (str(article.published)[:10], article.published_from) == ("2024-07-05", "argument")
    assert govtext.parse(f"<p>发布时间：2024-01-02</p>{GOOD}", published=date(2024, 7, 5)).published_from == "label"


@pytest.mark.parametrize("name", ["govcn_news", "dump", "data_table"])
def test_the_article_as_published_is_the_page_itself(name: str) -> None:
    article = govtext.parse(page(name))
    assert "".join("".join(row.text for row in article.as_published()).split()) == "".join(article.text.split())


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        ("", "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "binary"),
        (bytes(range(32)) * 99, "binary"),
        ([], "empty"),
    ],
)
def test_what_is_no_page_is_said_so(data: Any, code: str) -> None:
    with pytest.raises(PageError) as caught:
        govtext.parse(data)
    assert caught.value.code == code
    assert caught.value.chinese != caught.value.message


@pytest.mark.parametrize(
    "text",
    [
        "<body>" + "<div>" * 100_000 + GOOD,
        "<body>" + "<span>" * 100_000 + GOOD,
        "<body>" + "<table><tr><td>" * 5_000 + GOOD,
        "<body>" + "<table><tr><td>一</td><td>二，三。</td></tr></table>" * 10_000 + GOOD,
        "<body>" + "".join(f"<p><b id={i}>字" for i in range(50_000)) + GOOD,
        "<body>" + GOOD + "<script>" * 100_000,
        "<body>" + GOOD + "<!--" * 100_000,
        "<body>\0" + GOOD.replace("就业", "就\0业") + "\0" * 1_000,
        "<p " + "a='" * 100_000 + GOOD + GOOD,
    ],
    ids=["deep", "deep_inline", "deep_tables", "tables", "formatting", "scripts", "comments", "nul", "quotes"],
)
def test_a_hostile_page_gives_a_result(text: str) -> None:
    article = govtext.parse(text)
    assert article.empty is not None or "新增就业不少于20万人" in article.text or "二，三。" in article.text


def test_a_single_line_of_fifty_megabytes_is_no_article() -> None:
    assert govtext.parse(b"a" * 50_000_000).empty == "no_text"
