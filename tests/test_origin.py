"""Every character of an article is found again in the page as it was decoded, whatever tags, entities and repairs stand between."""

from __future__ import annotations

import pytest

import govtext
from govtext.records import Span

PAGE = """<html><body><h1>澜江區(qū)重大項(xiàng)目</h1><div class="content">
<p>全區(qū)今年將新增<b>企業(yè)</b>30家,&ldquo;雙招雙引&rdquo;提速<!-- 註 --><script>var 區 = 1;</script>,&#22823;抓項(xiàng)目,
確(què)保年底前完成。</p>
<p>確(què)保年底前完成,&nbsp;力爭(zhēng)提前,質(zhì)量不降。</p>
</div></body></html>"""


def published(words: str) -> list[str]:
    """The page's own characters behind the first place where the article has these words."""
    article = govtext.parse(PAGE)
    start = article.text.index(words)
    return [row.text for row in article.as_published(Span(start=start, end=start + len(words)))]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("30家", ["30家"]),
        ("将新增", ["將新增"]),
        ("企业30家", ["企業", "(yè)", "30家"]),
        ("全区今年", ["全區", "(qū)", "今年"]),
        ("“双招双引”", ["&ldquo;雙招雙引&rdquo;"]),
        ("提速,大抓", ["提速", ",&#22823;抓"]),
        ("完成,", ["完成,"]),
    ],
)
def test_words_have_their_slices(words: str, wanted: list[str]) -> None:
    assert published(words) == wanted


def test_offsets_index_the_decoded_page() -> None:
    article = govtext.parse(PAGE.encode("gb18030"))
    rows = article.as_published()
    assert rows
    assert [PAGE[row.start : row.end] for row in rows] == [row.text for row in rows]
    assert [row.start for row in rows] == sorted(row.start for row in rows)


def test_a_paragraph_said_twice_is_found_at_its_own_place() -> None:
    article = govtext.parse(PAGE)
    last = article.paragraphs[-1].span
    assert PAGE.index("確(què)保年底前完成,&nbsp;") == article.as_published(last)[0].start


def test_clean_text_is_its_own_origin() -> None:
    article = govtext.extract("全区今年将新增企业30家。").article
    assert [(row.start, row.end, row.text) for row in article.as_published(Span(start=2, end=4))] == [(2, 4, "今年")]
