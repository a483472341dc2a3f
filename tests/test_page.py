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
        "<body>" + "".join(f"<p><b id={i}>字</i></i></x>" for i in range(20_000)) + GOOD,
        "<body><table>" + "<tr><td rowspan=9999 colspan=9999>一，二。</td><td>三</td></tr>" * 500 + "</table>" + GOOD,
        "<body>" + f"<a href=x>澜江区第一批项目集中开工</a>{GOOD}" * 1_000,
        "<body>" + GOOD + "<div><h3>相关新闻</h3><p>字</p></div>" * 5_000,
        "<body><script>" + '"' * 200_000 + "</script>" + GOOD,
        "<body>" + GOOD + "<script>" * 100_000,
        "<body>" + GOOD + "<!--" * 100_000,
        "<body>\0" + GOOD.replace("就业", "就\0业") + "\0" * 1_000,
        "<p " + "a='" * 100_000 + GOOD + GOOD,
    ],
    ids=[
        "deep",
        "deep_inline",
        "deep_tables",
        "tables",
        "formatting",
        "formatting_closed_wrong",
        "spans",
        "summaries",
        "related",
        "quotes_in_script",
        "scripts",
        "comments",
        "nul",
        "quotes",
    ],
)
def test_a_hostile_page_gives_a_result(text: str) -> None:
    article = govtext.parse(text)
    assert article.empty is not None or any(words in article.text for words in ("新增就业不少于20万人", "二，三。", "一，二。"))


def test_a_single_line_of_fifty_megabytes_is_no_article() -> None:
    assert govtext.parse(b"a" * 50_000_000).empty == "no_text"


@pytest.mark.slow
@pytest.mark.parametrize(
    "text", [GOOD * 240_000, "<a href=x>首页</a>" * 1_000_000 + GOOD, "<br>" * 2_000_000 + GOOD], ids=["text", "links", "breaks"]
)
def test_a_page_of_thirty_megabytes_is_read(text: str) -> None:
    assert "新增就业不少于20万人" in govtext.parse(f"<body>{text}").text


def test_a_page_that_is_too_large_or_no_page_is_said_so() -> None:
    with pytest.raises(PageError, match="split it"):
        govtext.parse("字" * (64 * 1024 * 1024 + 1))
    with pytest.raises(PageError, match="not int"):
        govtext.parse(7)


def test_each_dropped_line_has_its_reason() -> None:
    rows = {row.text: row.reason for row in govtext.parse(page("tools_inside")).dropped}
    assert rows == {
        "青禾县推进高标准农田建设": "title",
        "2024-03-13 08:15": "date",
        "来源：青禾日报": "source",
        "听新闻": "tools",
        "A- A+": "tools",
        "微信 微博 QQ空间 复制链接": "tools",
        "阅读原文": "tools",
        "赞赏": "tools",
    }


def test_a_table_keeps_its_columns_under_their_heads() -> None:
    head = "<tr><th rowspan=2>指标</th><th colspan=2>目标</th></tr><tr><td>2024</td><td>2025</td></tr>"
    article = govtext.parse(f"<h1>年度指标</h1>{GOOD}<table>{head}<tr><td>就业</td><td>20万人</td><td>21万人</td></tr></table>")
    assert article.text.split("\n")[-3:] == ["指标\t目标", "\t2024\t2025", "就业\t20万人\t21万人"]


def test_the_pages_of_an_article_say_together_what_one_alone_does_not() -> None:
    article = govtext.parse([page("pager_numbers"), page("tail_mix")])
    assert (article.author, article.published_precision, article.next_page) == ("周一禾", "day", None)
    assert govtext.parse([page("error_page"), page("one_paragraph")]).empty is None
