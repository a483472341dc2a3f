"""A page explained: each block once, with its weight and the rule that kept or dropped it."""

from __future__ import annotations

from pathlib import Path

from govtext.page.explain import explain_page

PAGES = Path(__file__).parent / "fixtures" / "pages"


def test_each_block_says_what_kept_or_dropped_it() -> None:
    report = explain_page((PAGES / "wechat.html").read_bytes())
    rules = {block.text: (block.kept, block.rule) for block in report.blocks}
    assert rules["编辑：周舟"] == (False, "editor")
    assert rules["来源：澜江日报"] == (False, "source")
    assert [block.rule for block in report.blocks if block.kept] == ["text"] * 4
    assert report.encoding == "utf-8"


def test_a_page_without_an_article_keeps_nothing() -> None:
    report = explain_page((PAGES / "list_page.html").read_bytes())
    assert report.empty == "list_page"
    assert not any(block.kept for block in report.blocks)


def test_a_feed_and_comments_say_why_they_weigh_little() -> None:
    for name, rule in (("feed_without_names", "summary"), ("comments_without_names", "behind_related"), ("copy_for_mobile", "repeated")):
        report = explain_page((PAGES / f"{name}.html").read_bytes())
        assert rule in {block.rule for block in report.blocks if not block.kept}
