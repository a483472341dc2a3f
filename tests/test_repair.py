"""A damaged page becomes the text that was published, a page without damage stays as it is, and the way back is known."""

from __future__ import annotations

import json
from difflib import SequenceMatcher
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import govtext
from damage import EXCLAMATION, FULL_STOP, Mirror, folded
from govtext.page.decode import Decoded, decode
from govtext.page.readings import LETTERS
from govtext.page.repair import REPAIRS, repair, repair_page
from govtext.page.traditional import is_traditional
from govtext.rules import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGES = Path(__file__).parent / "fixtures" / "pages"
EXAMPLES = [(rule.kind, page, mended) for rule in REPAIRS for page, mended in rule.examples.items()]
LEAVES = [(rule.kind, page) for rule in REPAIRS for page in rule.leaves]
NOTE = (
    rf"\p{{Han}} [(（] [{LETTERS}]{{1,6}} [)）]  |  [?\ufffd] [{LETTERS}]{{1,6}} \)  |  [?\ufffd] [。！]"  # what no repaired page may hold
)
TEXTBOOK = "第一课。妈(mā)妈说：“时(shí)间到了。”爸(bà)爸开(kāi)车(chē)去学(xué)校(xiào)。我们(men)坐在后面，看见(jiàn)了山和水(shuǐ)。"
NOTED = (("項", "xiàng"), ("設", "shè"), ("獻", "xiàn"), ("質", "zhì"), ("發", "fā"), ("據", "jù"), ("產", "chǎn"))
DICTIONARY = "".join(f"{c}({r})：会意字。\n" for c, r in NOTED)
ENGLISH = "The plan (the first) covers water (a) and power (b). Output rose (he said) by 5% (an all-time high)."
JAPANESE = "東京都は今年度、公園(こうえん)を30か所新設し、国際会議を開催する計画を発表した。予算は12億円で、来年までに実現する。"
CODE = "if(a){b(c);}\nfor(i in list){print(i)}  # 计数(count)，计时(timer)\nx = f(n) ? g(n) : h(n);"


def clean_texts() -> Iterator[str]:
    """The articles of the pages that the tests have, in pages' lengths."""
    together = ""
    for path in sorted(PAGES.glob("*.json")):
        text = json.loads(path.read_text(encoding="utf-8")).get("text") or ""
        together += "" if is_traditional(text) else text + "\n"
        if len(together) > 1500:
            yield together
            together = ""
    if together:
        yield together


def kept(wanted: str, given: str) -> int:
    """How many characters of the wanted text stand in the given one, in order."""
    rows, others = wanted.split("\n"), given.split("\n")
    if len(rows) != len(others):
        rows, others = [wanted], [given]
    pairs = (SequenceMatcher(None, row, other, autojunk=False).get_matching_blocks() for row, other in zip(rows, others, strict=True))
    return sum(block.size for blocks in pairs for block in blocks) + len(rows) - 1


@pytest.mark.parametrize(("kind", "page", "mended"), EXAMPLES)
def test_an_example_is_mended(kind: str, page: str, mended: str) -> None:
    repaired = repair(page)
    assert repaired.text == mended
    assert kind in {row.kind for row in repaired.repairs}


@pytest.mark.parametrize(("kind", "page"), LEAVES)
def test_a_near_miss_is_left_by_all_repairs(kind: str, page: str) -> None:
    assert kind
    assert repair(page).text is page


@pytest.mark.parametrize(
    "page", [TEXTBOOK * 3, DICTIONARY, ENGLISH * 5, JAPANESE * 3, CODE * 9], ids=["textbook", "dictionary", "english", "japanese", "code"]
)
def test_a_page_with_brackets_of_its_own_is_left(page: str) -> None:
    assert repair(page).text is page
    assert repair(f"<html><body><p>{page}</p></body></html>").steps == ()


def test_what_looks_like_a_reading_and_is_none_stays_on_a_damaged_page() -> None:
    page = "貢獻(xiàn)、項(xiàng)目、建設(shè)、國(guó)內(nèi)生產(chǎn)總值(GDP),應(yīng)用(app),30公里(km),標(biāo)準(zhǔn)(gb)"
    assert repair(page).text == "贡献、项目、建设、国内生产总值(GDP),应用(app),30公里(km),标准(gb)"


def test_readings_without_tones_go_when_they_are_many() -> None:
    dense = "國(guo)內(nei)經(jing)濟(ji)發(fa)展質(zhi)量與項(xiang)目建設(she),規(gui)模擴(kuo)大,GDP(gdp)增長"
    assert repair(dense).text == "国内经济发展质量与项目建设,规模扩大,GDP(gdp)增长"
    sparse = "国内经济发展质量与項(xiang)目建設(she),规模扩大"
    assert repair(sparse).text is sparse


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        ("隨著顯著的進步，著力辦好著名學者的專著", "随着显著的进步，着力办好著名学者的专著"),
        ("乾隆年間，幹部在後面餵雞，頭髮發白，皇后很瞭解歷史日曆", "乾隆年间，干部在后面喂鸡，头发发白，皇后很了解历史日历"),
        ("這裡的穀物與山谷，製造與制度，準備與批准，鬆樹", "这里的谷物与山谷，制造与制度，准备与批准，松树"),
        ("複雜的重複，回覆與覆蓋，恢復", "复杂的重复，回复与覆盖，恢复"),
    ],
)
def test_one_traditional_character_may_be_two_simplified_ones(page: str, wanted: str) -> None:
    assert repair(page).text == wanted
    assert len(wanted) == len(page)
    assert repair(page, simplify=False).text is page


def test_readings_go_and_traditional_stays_when_asked() -> None:
    assert repair("貢獻(xiàn)、項(xiàng)目、建設(shè)", simplify=False).text == "貢獻、項目、建設"
    assert govtext.parse("<p>貢獻(xiàn)、項(xiàng)目、建設(shè)，全區今年將新增就業不少於20萬人。</p>", simplify=False).text.startswith(
        "貢獻、項目、建設"
    )


@pytest.mark.parametrize(
    ("page", "url", "native"),
    [
        ("<html lang='zh-Hant-TW'><p>{}</p>", None, True),
        ('<html><meta property="og:url" content="https://www.news.com.tw/1.html"><p>{}</p>', None, True),
        ('<html><link rel="canonical" href="https://hk.news.com/1.html"><p>{}</p>', None, True),
        ('<html><meta property="og:locale" content="zh_TW" /><p>{}</p>', None, True),
        ("<html><p>{}</p>", "http://www.gov.mo/1.html", True),
        ("<html><p>{}</p>", "http://www.two.cn/a.tw/1.html", False),
        ('<html lang="zh-CN"><link rel="canonical" href="https://www.hk-news.com/tw.html"><p>{}</p>', "https://www.hkt.cn", False),
    ],
)
def test_a_page_that_was_written_in_traditional_characters_keeps_them(page: str, url: str | None, *, native: bool) -> None:
    text = "無錫高新區今年新增就業不少於20萬人，重大項目建設順利"
    decoded = Decoded(page.format(text), "utf-8")
    assert (text in repair_page(decoded, url).text) == native
    damaged = Decoded(page.format("貢獻(xiàn)、項(xiàng)目、建設(shè)"), "utf-8")
    assert "贡献、项目、建设" in repair_page(damaged, url).text


def test_the_ledger_counts_each_kind_and_says_what_is_lost() -> None:
    repaired = repair("重大項(xiàng)目報(bào)告,建設(shè)\n?。◤埌灿睿?/p>")
    ledger = {row.kind: (row.count, row.lossy, row.sample) for row in repaired.repairs}
    assert list(ledger) == ["torn_run", "reading", "markup_left", "to_simplified"]
    assert ledger["reading"] == (3, False, "重大項(xiàng)目報(b → 重大項目報(b")
    assert ledger["torn_run"][:2] == (1, True)


@pytest.mark.parametrize(("codec", "least"), [("latin-1", 0.995), ("gbk", 0.85), ("gb18030", 0.9)])
@pytest.mark.parametrize("gone", ["\ufffd", "?"])
def test_utf_8_that_was_read_as_another_codec_comes_back(codec: str, least: float, gone: str) -> None:
    for text in clean_texts():
        repaired = repair(text.encode().decode(codec, "replace").replace("\ufffd", gone))
        assert kept(text, repaired.text) >= least * len(text)
        assert any(row.lossy for row in repaired.repairs) == (codec != "latin-1")


@pytest.mark.parametrize("share", [0.2, 0.55, 0.9])
@pytest.mark.parametrize("cut", [FULL_STOP, EXCLAMATION])
def test_what_a_mirror_did_is_undone(share: float, cut: bytes) -> None:
    texts = [text.encode("gbk", "ignore").decode("gbk") for text in clean_texts()]
    came = [(folded(text), repair(Mirror(share, seed, cut).damage(text)).text) for seed, text in enumerate(texts)]
    assert sum(len(wanted) for wanted, _ in came) > 4000
    assert sum(kept(wanted, got) for wanted, got in came) >= 0.995 * sum(len(wanted) for wanted, _ in came)


def test_the_seed_comes_out_whole(shared: Path) -> None:
    article = govtext.parse((shared / "seed" / "000_94f453e79303492b.txt").read_bytes())
    assert article.text == json.loads((shared / "gold" / "develop" / "seed.json").read_text(encoding="utf-8"))["text"]
    assert (article.title, article.source, article.author) == ("新吴:率先突破,多作贡献,奋力走在前做示范", "无锡日报", "张安宇")
    assert str(article.published) == "2023-08-20 07:34:00"
    assert pattern(r"首页|分享|Copyright|许可证|张安宇").search(article.text) is None


def test_the_damaged_pages_are_read_without_a_reading_left(shared: Path) -> None:
    left: dict[str, list[str]] = {}
    for path in sorted((shared / "damaged").glob("d*.txt")):
        repaired = repair(path.read_text(encoding="utf-8"))
        assert {"reading", "torn_run"} & {row.kind for row in repaired.repairs}, path.name
        left[path.name] = [m[0] for m in pattern(NOTE).finditer(repaired.text)]
    assert len(left) == 13
    assert not any(left.values()), left


def test_clean_pages_are_left_as_they_are(shared: Path) -> None:
    changed: dict[str, object] = {}
    for path in sorted((shared / "pages" / "develop").glob("*.html")):
        repaired = repair_page(decode(path.read_bytes()))
        changed |= {path.name: repaired.repairs} if repaired.steps else {}
    assert changed == {}


def test_clean_texts_are_left_as_they_are(shared: Path) -> None:
    paths = sorted((shared / "gold" / "develop").glob("*.json"))
    texts = {path.name: json.loads(path.read_text(encoding="utf-8"))["text"] for path in paths}
    assert len(texts) == 110
    assert [name for name, text in texts.items() if repair(text).text is not text] == []


clean = st.lists(
    st.sampled_from(
        [
            "全区将新建项目30个，",
            "（浙江省）2025年",
            "时间关系，",
            "发展质量提升。",
            "学习“两会”精神！",
            "设备更新、",
            "<br>",
            "\n",
            "&amp;",
            "张安宇",
        ]
    ),
    min_size=5,
    max_size=40,
).map("".join)


@settings(deadline=None, max_examples=40, derandomize=True)
@given(clean, st.floats(0.2, 0.9), st.integers(0, 5))
def test_every_character_has_its_way_back(text: str, share: float, seed: int) -> None:
    page = Mirror(share, seed).damage(text)
    repaired = repair(page)
    whole = repaired.trail.back(0, len(repaired.text))
    assert "".join(page[a:b] for a, b in whole) == page
    one_by_one = [piece for i in range(len(repaired.text)) for piece in repaired.trail.back(i, i + 1)]
    assert [b for _, b in one_by_one] == sorted(b for _, b in one_by_one)


@pytest.mark.parametrize("share", [0.3, 0.9])
def test_the_article_as_published_is_the_damaged_page_itself(share: float) -> None:
    lines = [line for line in max(clean_texts(), key=len).split("\n") if "\t" not in line]
    damaged = Mirror(share).damage("\n".join(lines).encode("gbk", "ignore").decode("gbk"))
    page = "<html><body><div class=content>" + "".join(f"<p>{line}</p>\n" for line in damaged.split("\n")) + "</div></body></html>"
    article = govtext.parse(page)
    published = "".join("".join(row.text for row in article.as_published()).split())
    rows = ["".join(line.split()) for line in damaged.split("\n")]
    assert published
    assert published in "".join(rows)
    for paragraph in article.paragraphs:
        assert "".join("".join(row.text for row in article.as_published(paragraph.span)).split()) in rows


def test_a_number_behind_a_torn_run_is_kept_and_doubted() -> None:
    lines = ["重大項(xiàng)目報(bào)告,建設(shè)如期完成,質(zhì)量提升。", "全區(qū)20多個(浙江?。?0家企業(yè)", "新增就業(yè)30萬人。"]
    article = govtext.parse("".join(f"<p>{line}</p>" for line in lines))
    assert "(浙江省)0家企业" in article.text
    assert [(article.text[d.span.start : d.span.end], d.reason) for d in article.doubts] == [("0", "after_torn_run")]


HOSTILE = {
    "brackets": "(a)" * 1_700_000,
    "noted": "項(a)" * 500_000,
    "stops": "?。" * 500_000,
    "exclamations": "無錫項目" + "!項" * 300_000,
    "bad_pairs": "項(xiàng)建設(shè)貢獻(xiàn)?。" + "?" * 500_000,
    "one_run": "項(xiàng)建設(shè)貢獻(xiàn)?。" + "◤埌灿睿" * 200_000,
    "runs": "項(xiàng)建設(shè)貢獻(xiàn)" + "?。◤埌灿睿" * 50_000,
    "crossings": "項(xiàng)建設(shè)貢獻(xiàn)" + "設?xiàng)" * 100_000,
    "nul": "項(xiàng)建設(shè)\0貢獻(xiàn)" + "\0" * 500_000,
    "surrogates": "項(xiàng)建\udc00設(shè)\ud800貢獻(xiàn)" * 2_000,
    "tags": "<" * 500_000 + "<p '" * 50_000,
    "unseen": "\u200b" * 500_000 + "項\u200b目\ue000目" * 10_000,
    "spaced": "1 " * 500_000 + "2 0 0 1年",
    "gone": "鏃犻敗楂樻柊鍖轰粖骞存柊澧炲氨涓氾紝" + "鏃\ufffd" * 200_000,
    "mojibake": "鏃犻敗楂樻柊鍖轰粖骞存柊澧炲氨涓氾紝" * 10_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_is_repaired_or_left(name: str) -> None:
    page = HOSTILE[name]
    repaired = repair(page)
    assert "".join(page[a:b] for a, b in repaired.trail.back(0, len(repaired.text))) in {page, ""}
    assert [row.count for row in repaired.repairs] == [len(step.edits) for step in repaired.steps]


def test_a_record_behind_a_torn_run_is_flagged() -> None:
    lines = ["重大項(xiàng)目報(bào)告,建設(shè)如期完成,質(zhì)量提升。", "今年,全區(qū)將新增企業(yè)(浙江?。?0家,新增就業(yè)30萬人。"]
    document = govtext.convert("".join(f"<p>{line}</p>" for line in lines))
    assert {t.quantity.text: t.flags for t in document.targets if t.quantity} == {"0家": ("after_torn_run",), "30万人": ()}
