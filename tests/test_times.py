"""Days of times: what each form of words means against the publication date, and that no wrong date comes of words that name none."""

from __future__ import annotations

import json
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import govtext
from govtext.mentions import parts, times
from govtext.rules import local, pattern

if TYPE_CHECKING:
    from pathlib import Path

    from govtext.records import Deadline

PUBLISHED = date(2024, 3, 5)  # a Tuesday of a leap year


def read(text: str, published: date | None = PUBLISHED) -> Deadline:
    (time,) = govtext.times(text, published=published)
    return time


def days(text: str, published: date | None = PUBLISHED) -> str:
    """``start/end`` as ISO days, nothing for an open side."""
    time = read(text, published)
    return f"{time.start or ''}/{time.end or ''}"


@pytest.mark.parametrize(
    ("text", "want"),
    [
        # years
        ("到2025年建成", "/2025-12-31"),
        ("2025年建成", "2025-01-01/2025-12-31"),
        ("２０２５年建成", "2025-01-01/2025-12-31"),
        ("2025\u00a0年\u20096\u00a0月底前", "/2025-06-30"),
        ("2023−2025年", "2023-01-01/2025-12-31"),
        ("2023〜2025年", "2023-01-01/2025-12-31"),
        ("'十四五'期间", "2021-01-01/2025-12-31"),
        ("二〇二五年建成", "2025-01-01/2025-12-31"),
        ("二○二五年建成", "2025-01-01/2025-12-31"),
        ("两千零二十五年建成", "2025-01-01/2025-12-31"),
        ("2025 年 6 月建成", "2025-06-01/2025-06-30"),
        ("2025年度完成", "2025-01-01/2025-12-31"),
        ("2025年底前建成", "/2025-12-31"),
        ("2025年年底建成", "/2025-12-31"),
        ("2025年末建成", "/2025-12-31"),
        ("2025年内建成", "2025-01-01/2025-12-31"),
        ("2030年前达峰", "/2030-12-31"),
        ("力争2060年以前实现碳中和", "/2060-12-31"),
        ("2000年以前建成", "/1999-12-31"),
        ("2023年（含）以前", "/2023-12-31"),
        ("2023—2025年", "2023-01-01/2025-12-31"),
        ("2023-2025年", "2023-01-01/2025-12-31"),
        ("2023～2025年", "2023-01-01/2025-12-31"),
        ("2023年至2025年", "2023-01-01/2025-12-31"),
        ("2023至25年", "2023-01-01/2025-12-31"),
        ("三年行动（2023—2025年）", "2023-01-01/2025-12-31"),
        ("三年行动方案(2023-2025)", "2023-01-01/2025-12-31"),
        ("2024、2025两年", "2024-01-01/2025-12-31"),
        ("2018年以来", "2018-01-01/2024-03-05"),
        ("2018年至今", "2018-01-01/2024-03-05"),
        ("2023—2024学年", "2023-09-01/2024-08-31"),
        # years counted from publication
        ("今年建成", "2024-01-01/2024-12-31"),
        ("今年年内建成", "2024-01-01/2024-12-31"),
        ("年内建成", "2024-01-01/2024-12-31"),
        ("全年新增", "2024-01-01/2024-12-31"),
        ("当年完成", "2024-01-01/2024-12-31"),
        ("年底前建成", "/2024-12-31"),
        ("到年底建成", "/2024-12-31"),
        ("年末建成", "/2024-12-31"),
        ("明年年中建成", "2025-06-01/2025-06-30"),
        ("明年底前建成", "/2025-12-31"),
        ("后年建成", "2026-01-01/2026-12-31"),
        ("大前年建成", "2021-01-01/2021-12-31"),
        ("去年同期", "2023-01-01/2023-12-31"),
        ("截至去年底", "/2023-12-31"),
        ("今年以来", "2024-01-01/2024-03-05"),
        ("从明年起", "2025-01-01/2025-12-31"),
        ("今明两年", "2024-01-01/2025-12-31"),
        ("年度目标", "2024-01-01/2024-12-31"),
        # plans and centuries
        ("“十四五”期间", "2021-01-01/2025-12-31"),
        ("“十四五”规划期内", "2021-01-01/2025-12-31"),
        ("到“十四五”末", "/2025-12-31"),
        ("“十三五”期末", "/2020-12-31"),
        ("十五五时期", "2026-01-01/2030-12-31"),
        ("“十五”期间", "2001-01-01/2005-12-31"),
        ("“三五”时期", "1966-01-01/1970-12-31"),
        ("“十四五”前三年", "2021-01-01/2023-12-31"),
        ("“十四五”后两年", "2024-01-01/2025-12-31"),
        ("“十四五”时期头两年", "2021-01-01/2022-12-31"),
        ("“十四五”中期", "2023-01-01/2023-12-31"),
        ("“十四五”收官之年", "2025-01-01/2025-12-31"),
        ("“十五五”规划开局之年", "2026-01-01/2026-12-31"),
        ("“十四五”至“十五五”期间", "2021-01-01/2030-12-31"),
        ("第十四个五年规划", "2021-01-01/2025-12-31"),
        ("到本世纪中叶", "/2050-12-31"),
        ("本世纪末", "/2100-12-31"),
        ("20世纪90年代", "1990-01-01/1999-12-31"),
        ("上世纪五六十年代", "1950-01-01/1969-12-31"),
        ("新中国成立一百年", "2049-01-01/2049-12-31"),
        ("建党百年", "2021-01-01/2021-12-31"),
        ("党的十八大以来", "2012-11-08/2024-03-05"),
        # halves, quarters, months
        ("上半年", "2024-01-01/2024-06-30"),
        ("2025年下半年", "2025-07-01/2025-12-31"),
        ("今年上半年前", "/2024-06-30"),
        ("一季度", "2024-01-01/2024-03-31"),
        ("三季度末", "/2024-09-30"),
        ("三季度中完成", "2024-08-01/2024-08-31"),
        ("第四季度", "2024-10-01/2024-12-31"),
        ("前三季度", "2024-01-01/2024-09-30"),
        ("前三个季度", "2024-01-01/2024-09-30"),
        ("二、三季度", "2024-04-01/2024-09-30"),
        ("上个季度", "2023-10-01/2023-12-31"),
        ("9月开工", "2024-09-01/2024-09-30"),
        ("6月底前", "/2024-06-30"),
        ("6月前", "/2024-06-30"),
        ("1-4月", "2024-01-01/2024-04-30"),
        ("1至7月份", "2024-01-01/2024-07-31"),
        ("去年1—11月", "2023-01-01/2023-11-30"),
        ("今年前4个月", "2024-01-01/2024-04-30"),
        ("10月至明年3月", "2024-10-01/2025-03-31"),
        ("2024年10月至2025年3月", "2024-10-01/2025-03-31"),
        ("2024年10月至3月", "2024-10-01/2025-03-31"),
        ("10月—12月底", "2024-10-01/2024-12-31"),
        ("10月至年底", "2024-10-01/2024-12-31"),
        ("10月至次年2月", "2024-10-01/2025-02-28"),
        ("9、10月份", "2024-09-01/2024-10-31"),
        ("上个月", "2024-02-01/2024-02-29"),
        ("下月底前", "/2024-04-30"),
        ("9月上旬", "2024-09-01/2024-09-10"),
        ("9月下旬", "2024-09-21/2024-09-30"),
        ("2月下旬", "2024-02-21/2024-02-29"),
        ("6月中下旬", "2024-06-11/2024-06-30"),
        # days
        ("6月30日前", "/2024-06-30"),
        ("2025年6月30日前", "/2025-06-30"),
        ("2023年6月30日以前", "/2023-06-30"),
        ("2023年6月30日之前", "/2023-06-29"),
        ("3月5日至11日", "2024-03-05/2024-03-11"),
        ("3月28日—4月2日", "2024-03-28/2024-04-02"),
        ("2024-05-20", "2024-05-20/2024-05-20"),
        ("2024/5/20", "2024-05-20/2024-05-20"),
        ("2024.5.20", "2024-05-20/2024-05-20"),
        ("20240520", "2024-05-20/2024-05-20"),
        ("二〇二四年五月二十日", "2024-05-20/2024-05-20"),
        ("自2024年7月1日起", "2024-07-01/"),
        ("截至2月底", "/2024-02-29"),
        ("昨日", "2024-03-04/2024-03-04"),
        ("下周一", "2024-03-11/2024-03-11"),
        ("本周末", "2024-03-09/2024-03-10"),
        # counted from publication
        ("三年内", "2024-03-05/2027-03-05"),
        ("未来三年", "2024-03-05/2027-03-05"),
        ("今后五年", "2024-03-05/2029-03-05"),
        ("用三年左右时间", "2024-03-05/2027-03-05"),
        ("近五年", "2019-03-05/2024-03-05"),
        ("五年来", "2019-03-05/2024-03-05"),
        ("半年内", "2024-03-05/2024-09-05"),
        ("一年半时间", "2024-03-05/2025-09-05"),
        ("100天内", "2024-03-05/2024-06-13"),
        ("百日内", "2024-03-05/2024-06-13"),
        # traditional writing
        ("兩年內", "2024-03-05/2026-03-05"),
        ("今後五年", "2024-03-05/2029-03-05"),
        ("6個月內", "2024-03-05/2024-09-05"),
        ("2025年6月30號前", "/2025-06-30"),
        ("20世紀90年代", "1990-01-01/1999-12-31"),
        ("“十四五”時期", "2021-01-01/2025-12-31"),
        # festivals
        ("国庆节前", "/2024-09-30"),
        ("“五一”假期", "2024-05-01/2024-05-05"),
        ("春节假期8天", "2024-02-10/2024-02-17"),
        ("元旦前", "/2023-12-31"),
        ("清明假期", "2024-04-04/2024-04-06"),
        ("端午期间", "2024-06-08/2024-06-10"),
        ("国庆假期第三天", "2024-10-03/2024-10-03"),
        ("国庆中秋两节相连，假期8天", "2024-10-01/2024-10-08"),
        ("春节假期前三天", "2024-02-10/2024-02-12"),
        ("2024年前10天", "2024-01-01/2024-01-10"),
        ("2023年国庆假期", "2023-09-29/2023-10-06"),
        ("春运期间", "2024-01-26/2024-03-05"),
        ("明年汛期前", "/2025-05-31"),
        ("供暖季开始前", "/2024-11-14"),
        ("今年秋季", "2024-09-01/2024-11-30"),
        ("2024.3—2026.12", "2024-03-01/2026-12-31"),
    ],
)
def test_words_mean_these_days(text: str, want: str) -> None:
    assert days(text) == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("未来3—5年", ["2024-03-05/2027-03-05", "2024-01-01/2028-12-31"]),
        ("两三年内", ["2024-03-05/2026-03-05", "2024-01-01/2026-12-31"]),
        ("过去五年", ["2019-01-01/2023-12-31"]),
        ("半年内", []),
        ("2030年前", ["/2029-12-31"]),
        ("6月前", ["/2024-05-31"]),
        ("12月", ["2023-12-01/2023-12-31"]),
        ("9月1日起", ["2024-09-01/2024-09-01"]),
        ("6月底前", []),
        ("2025年", []),
        ("5月", []),
    ],
)
def test_words_that_allow_more_say_so(text: str, want: list[str]) -> None:
    assert [f"{other.start or ''}/{other.end or ''}" for other in read(text).alternatives] == want


@pytest.mark.parametrize(
    ("published", "text", "want"),
    [
        (date(2023, 11, 20), "春节前", "/2024-02-09"),
        (date(2024, 1, 12), "春节前", "/2024-02-09"),
        (date(2023, 12, 20), "元旦前", "/2023-12-31"),
        (date(2023, 12, 15), "1月底前", "/2024-01-31"),
        (date(2023, 11, 15), "元旦期间", "2023-12-30/2024-01-01"),
        (date(2023, 12, 15), "确保年前全部兑付", "/2024-02-09"),
        (date(2024, 1, 15), "国庆期间", "2024-10-01/2024-10-07"),
        (date(2023, 12, 15), "今年1月底前", "/2023-01-31"),
        (date(2023, 12, 15), "截至1月底", "/2023-01-31"),
        (date(2024, 1, 25), "截至11月", "/2023-11-30"),
        (date(2023, 12, 15), "11月", "2023-11-01/2023-11-30"),
        (date(2023, 12, 31), "明天", "2024-01-01/2024-01-01"),
        (date(2023, 12, 31), "下月", "2024-01-01/2024-01-31"),
        (date(2024, 1, 1), "上月", "2023-12-01/2023-12-31"),
        (date(2024, 1, 31), "下个月", "2024-02-01/2024-02-29"),
        (date(2024, 1, 31), "一个月内", "2024-01-31/2024-02-29"),
        (date(2024, 2, 29), "一年内", "2024-02-29/2025-02-28"),
        (date(2024, 2, 29), "四年内", "2024-02-29/2028-02-29"),
        (date(2024, 2, 29), "近一年", "2023-02-28/2024-02-29"),
        (date(2023, 6, 1), "10月至次年2月", "2023-10-01/2024-02-29"),
        (date(1984, 6, 1), "到本世纪末", "/2000-12-31"),
    ],
)
def test_the_turn_of_a_year_and_leap_days(published: date, text: str, want: str) -> None:
    assert days(text, published) == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("2025年3月底前、6月底前、年底前", ["/2025-03-31", "/2025-06-30", "/2025-12-31"]),
        ("2023年5月和9月", ["2023-05-01/2023-05-31", "2023-09-01/2023-09-30"]),
        ("4月5日、8日", ["2024-04-05/2024-04-05", "2024-04-08/2024-04-08"]),
        ("2024年底、2026年", ["/2024-12-31", "2026-01-01/2026-12-31"]),
        ("到2025年、2030年", ["/2025-12-31", "/2030-12-31"]),
        ("2025年底，6月", ["/2025-12-31", "2024-06-01/2024-06-30"]),
    ],
)
def test_an_item_of_a_list_takes_what_it_does_not_say_from_the_one_before(text: str, want: list[str]) -> None:
    assert [f"{t.start or ''}/{t.end or ''}" for t in govtext.times(text, published=PUBLISHED)] == want


def test_the_year_of_the_context_governs_months_and_years() -> None:
    for text, end in (
        ("9月", date(2021, 9, 30)),
        ("年底前", date(2021, 12, 31)),
        ("明年", date(2022, 12, 31)),
        ("三季度", date(2021, 9, 30)),
    ):
        assert times.resolve(times.find(text)[0], PUBLISHED, year=2021).end == end
    assert times.resolve(times.find("9月")[0], None, year=2021).end == date(2021, 9, 30)


def test_the_plan_governs_a_window_as_long_as_itself() -> None:
    plan = (date(2021, 1, 1), date(2025, 12, 31))
    five, three = times.find("今后五年，未来三年")
    assert times.resolve(five, date(2021, 2, 1), period=plan).end == plan[1]
    assert times.resolve(five, date(2021, 2, 1), period=plan).alternatives == ((date(2021, 2, 1), date(2026, 2, 1)),)
    assert times.resolve(three, date(2021, 2, 1), period=plan).end == date(2024, 2, 1)


@pytest.mark.parametrize("text", ["年底前", "明年", "9月", "三年内", "昨日", "本月", "近五年", "下周", "春节前", "今天（9月31日）", "15日"])
def test_a_relative_time_without_publication_date_has_no_days(text: str) -> None:
    assert days(text, None) == "/"


@pytest.mark.parametrize("text", ["到2025年", "“十四五”末", "2024年6月30日", "新中国成立一百年", "20世纪90年代", "今天（2024年9月3日）"])
def test_an_absolute_time_needs_no_publication_date(text: str) -> None:
    assert read(text, None).end is not None


@pytest.mark.parametrize(
    "text",
    [
        "2024年2月30日",
        "2023年2月29日",
        "4月31日",
        "2月30日前",
        "2024-02-30",
        "6月31日起",
        "2024年6月31日前",
        "2025年至2024年",
    ],
)
def test_a_day_that_is_none_gives_no_days(text: str) -> None:
    assert days(text) == "/"


@pytest.mark.parametrize("text", ["13月", "0月", "2024年13月", "32日", "0日", "五季度", "9999年", "0000年", "0001年", "10000年", "1799年"])
def test_numbers_off_the_calendar_are_no_date(text: str) -> None:
    assert [t.text for t in govtext.times(text, published=PUBLISHED)] in ([], ["2024年"])


ENDS_OF_THE_CALENDAR = (
    "明年", "后年底前", "大前年", "去年", "三年内", "近五年", "未来100年", "下月", "上个月", "明天", "昨日之前", "今天后", "下周",
    "上周末", "下季度", "本世纪末", "下个世纪", "春节前", "元旦后", "1月底前", "10月至3月", "今年至今", "今明两年", "年底",
    "年初", "月底", "月初", "2月29日", "31日", "999天内", "近999年来", "12月底以前", "今年起", "本财年",
)  # fmt: skip


@pytest.mark.parametrize("published", [date.min, date(1, 12, 31), date(9998, 12, 31), date.max])
@pytest.mark.parametrize("text", ENDS_OF_THE_CALENDAR)
def test_the_ends_of_the_calendar_give_days_or_none(published: date, text: str) -> None:
    time = read(text, published)
    assert time.start is None or time.end is None or time.start <= time.end


WORDS = (
    "到", "至", "截至", "自", "从", "2025年", "二〇二五年", "15年", "今年", "明年", "年", "年底", "年内", "上半年", "三季度",
    "9月", "下旬", "15日", "3日", "—", "-", "前", "以来", "之后", "起", "内", "期间", "三年", "3", "未来", "近", "用", "每年",
    "“十四五”", "十五五", "末", "中期", "收官之年", "本世纪", "中叶", "春节", "假期", "8天", "（", "）", "今天", "本周", "五",
    "的", " ", "、", "和", "，", "2024-05-20", "2023财年", "学年", "90年代", "建党百年", "任期内", "20240229", "半", "个月",
    "左右", "时间", "同期", "全年", "月底", "今",
)  # fmt: skip
texts = st.lists(st.sampled_from(WORDS), max_size=14).map("".join)
moments = st.one_of(st.none(), st.dates(), st.sampled_from([date.min, date.max, date(2024, 2, 29)]))


@settings(deadline=None, max_examples=400, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(texts, moments)
@example("去年12月至今年2月29日", date(2024, 2, 29))
@example("𠮷林2025年底前", date(2024, 2, 29))
def test_spans_give_their_words_in_order_and_days_in_order(text: str, published: date | None) -> None:
    found = govtext.times(text, published=published)
    for time in found:
        assert time.span is not None
        assert text[time.span.start : time.span.end] == time.text != ""
        assert time.start is None or time.end is None or time.start <= time.end
        for other in time.alternatives:
            assert other.start is None or other.end is None or other.start <= other.end
    assert all(a.span and b.span and a.span.end <= b.span.start for a, b in pairwise(found))


def test_every_rule_that_matches_is_among_those_tried(shared: Path) -> None:
    lists = {"number": parts.AT_NUMBER, "word": parts.AT_WORD}
    for page in sorted((shared / "gold" / "develop").glob("*.json")):
        text = json.loads(page.read_text(encoding="utf-8"))["text"]
        for place, kind, characters in parts.anchors(text):
            tried = parts.beginning(kind, characters)
            assert [rule.name for rule in lists[kind] if rule not in tried and rule.pattern.match(text, place)] == []


@pytest.mark.parametrize(("shape", "look"), [(parts.NUMBER, parts.NUMBER_BEGINS), (parts.WORD, parts.WORD_BEGINS)], ids=["number", "word"])
def test_the_look_at_two_characters_loses_no_time(shape: str, look: str) -> None:
    whole, begins = pattern(shape.replace(look, "")), local(look)
    assert look in shape
    characters = sorted({c for c in shape if not c.isspace()} | set("0123456789０ "))
    pairs = [a + b for a in characters for b in characters]
    assert [pair for pair in pairs if whole.match(pair, partial=True) and not begins.match(pair)] == []
