"""What holds for every text: each span gives the characters it claims, and the same bytes give the same records."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from itertools import pairwise
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import govtext

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pytest

    from govtext.records import Document, Span, Target

PUBLISHED = date(2024, 2, 29)  # the day that a year later does not exist
ARCHIVE = Path(__file__).resolve().parents[1] / "examples" / "archive"

# The parts of the sentences that plans are written in, and what stands between them.
WHO = ("", "澜江区", "市教育局将", "我们", "各县（市、区）", "沧宁省人民政府", "某集团")
WHEN = (
    "",
    "今年",
    "年底前",
    "到2025年",
    "力争用三年时间",
    "“十四五”期间",
    "6月底前，",
    "2023年上半年",
    "9月下旬",
    "每年",
    "截至目前",
    "2月30日",
    "届时",
)
CUE = ("", "将", "确保", "力争", "计划", "已", "预计", "不得", "同比", "累计")
VERB = ("", "新增", "建成", "完成投资", "提高到", "增长", "下降", "培育", "推进", "控制在", "开工", "全线通车", "由50%提高到")
BOUND = ("", "不少于", "超过", "约", "至少", "突破", "不低于", "近")
NUMBER = (
    "30",
    "1.2万",
    "4.5%—5%",
    "三百二十",
    "２０",
    "1，500",
    "两三",
    "第3",
    "0.5个百分点",
    "数十",
    "1/3",
    "三分之二",
    "翻一番",
    "前三位",
    "100万亿",
    "30至50",
    "-2.5%",
)
UNIT = ("", "家", "亿元", "万亩", "个", "%", "平方米", "个百分点", "套（户）", "微克/立方米", "元/吨", "人次", "℃", "㎡")
TAIL = ("", "以上", "左右", "以内", "多", "以上企业", "公办学位", "（含村级）", "的任务", "亿级项目")
WHAT = ("", "高新技术企业", "地区生产总值", "“小巨人”企业", "单位GDP能耗", "老旧小区", "绿道、公园和停车场", "A、B、C分别")
STOP = ("。", "，", "；", "、", "\n", "：", "\n\n　　一是", "\n（一）", "”", "——", "！", " ")

phrase = st.tuples(*(st.sampled_from(row) for row in (WHEN, WHO, CUE, WHAT, VERB, BOUND, NUMBER, UNIT, TAIL, STOP))).map("".join)
composed = st.lists(phrase, min_size=1, max_size=6).map("".join)
scrambled = st.lists(st.sampled_from((*WHEN, *CUE, *VERB, *BOUND, *NUMBER, *UNIT, *TAIL, *WHAT, *STOP)), max_size=30).map("".join)
arbitrary = st.text(max_size=80)
texts = st.one_of(composed, scrambled, arbitrary, st.builds("".join, st.lists(st.one_of(phrase, arbitrary), max_size=4)))
readings = settings(deadline=None, max_examples=150, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


def words(text: str, span: Span) -> str:
    assert 0 <= span.start < span.end <= len(text)
    return text[span.start : span.end]


def check_record(text: str, record: Target) -> None:
    assert words(text, record.span) == record.quote
    if record.quantity:
        assert words(text, record.quantity.span) in record.quantity.text
        assert record.quantity.text in text
        exact, vague = record.quantity.value is not None, record.quantity.low is not None or record.quantity.high is not None
        assert exact != vague
        assert vague or record.quantity.comparator != "range"
    if record.deadline and record.deadline.span:
        assert words(text, record.deadline.span) == record.deadline.text
    if record.deadline and record.deadline.start and record.deadline.end:
        assert record.deadline.start <= record.deadline.end
    for evidence in record.evidence:
        if evidence.span:
            assert words(text, evidence.span) == evidence.text
    assert record.kind == ("quantity" if record.quantity else "milestone")
    assert record.quantity or (record.deadline and record.deadline.span)


def check(text: str, document: Document) -> None:
    assert document.article.text == text
    records = (*document.targets, *document.achievements)
    for record in records:
        check_record(text, record)
    assert len({record.id for record in records}) == len(records)
    assert {record.status for record in document.targets} <= {"planned"}
    assert {record.status for record in document.achievements} <= {"achieved"}


@readings
@given(texts)
@example("今年新增30家。今年新增30家。")
@example("到2025年，")
@example("𠮷林新增３０家𝟙以上")
def test_every_span_gives_its_words(text: str) -> None:
    check(text, govtext.extract(text, title="澜江区2024年政府工作报告", published=PUBLISHED))


@readings
@given(texts)
def test_every_span_gives_its_words_without_title_and_day(text: str) -> None:
    check(text, govtext.extract(text))


@readings
@given(texts)
def test_the_readers_give_what_stands_there_in_order(text: str) -> None:
    for found in (govtext.numbers(text), govtext.quantities(text), govtext.times(text, published=PUBLISHED)):
        spans = [mention.span for mention in found if mention.span]
        assert len(spans) == len(found)
        assert all(left.end <= right.start for left, right in pairwise(spans))
    for number in govtext.numbers(text):
        assert words(text, number.span) == number.text
    for quantity in govtext.quantities(text):
        assert words(text, quantity.span) in quantity.text
    for time in govtext.times(text, published=PUBLISHED):
        assert time.span
        assert words(text, time.span) == time.text


@readings
@given(texts)
def test_a_page_of_any_text_keeps_its_spans(text: str) -> None:
    document = govtext.convert(f"<h1>澜江区重点工作</h1><p>2024-02-29　来源：望澜日报</p><p>{text}</p>")
    check(document.article.text, document)


@settings(readings, max_examples=60)
@given(st.binary(max_size=200))
def test_bytes_give_a_document_or_a_plain_error(page: bytes) -> None:
    with suppress(govtext.GovtextError):
        document = govtext.convert(page)
        check(document.article.text, document)


def as_json(pages: Iterable[Path]) -> list[str]:
    return [govtext.convert(page.read_bytes()).model_dump_json() for page in pages]


def pages() -> list[Path]:
    return sorted(page for page in ARCHIVE.iterdir() if page.is_file())


def test_the_same_bytes_give_the_same_json_twice() -> None:
    assert as_json(pages()) == as_json(pages())


def test_the_same_bytes_give_the_same_json_in_two_spawned_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PYTHONHASHSEED", raising=False)  # each process orders its sets in its own way
    with get_context("spawn").Pool(2) as pool:
        first, second = pool.map(as_json, [pages(), pages()], chunksize=1)
    assert first == second == as_json(pages())
