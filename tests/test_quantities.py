"""Quantities in sentences: what stands around a number bounds it, measures it, and says what it is counted by."""

from __future__ import annotations

from decimal import Decimal

import pytest

import govtext

BOUNDED = {
    "完成投资不少于315亿元": [("ge", "31500000000")],
    "失业率控制在5.5%以内": [("le", "5.5")],
    "优良天数比率稳定在90%以上": [("ge", "90")],
    "增长约6%左右": [("approx", "6")],
    "突破280家、超过30个、逾5万人": [("gt", "280"), ("gt", "30"), ("gt", "50000")],
    "带动就业800多人，走访100余家": [("gt", "800"), ("gt", "100")],
    "研发强度不会低于8%，回购上限为10亿元": [("ge", "8"), ("le", "1000000000")],
    "不低于当地平均水平的1.5倍": [("ge", "1.5")],
    "每年至少组织开展2次演练": [("ge", "2")],
    "提高到不低于740元/月和485元/月": [("ge", "740"), ("ge", "485")],
    "引进人才300人（含博士50人）左右": [("approx", "300"), ("eq", "50")],
    "节约20万吨，签约30个，附近3家，举办过5场": [("eq", "200000"), ("eq", "30"), ("eq", "3"), ("eq", "5")],
    "完成GDP4408.1亿元，人均GDP8.6万元": [("eq", "440810000000"), ("eq", "86000")],
    "跃上千亿元台阶": [("eq", "100000000000")],
    "分别增长6%、7%和8%以上": [("ge", "6"), ("ge", "7"), ("ge", "8")],
    "占比达到60%和70%以上": [("eq", "60"), ("ge", "70")],
    "上下游企业3个，左右岸2处，5个上下游项目": [("eq", "3"), ("eq", "2"), ("eq", "5")],
}


@pytest.mark.parametrize("text", BOUNDED)
def test_the_words_around_a_number_bound_it(text: str) -> None:
    assert [(q.comparator, q.value) for q in govtext.quantities(text)] == [(sign, Decimal(value)) for sign, value in BOUNDED[text]]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("建成300至500万平方米", 3_000_000, 5_000_000, "平方米"),
        ("降温10—12℃", 10, 12, "℃"),
        ("注册资本1000万元以上、5000万元以下", 10_000_000, 50_000_000, "元"),
        ("气温-5℃～3℃", -5, 3, "℃"),
        ("两三百家企业", 200, 300, "家"),
        ("占五到六成", 50, 60, "%"),
    ],
)
def test_a_range_is_one_quantity(text: str, low: int, high: int, unit: str) -> None:
    (quantity,) = govtext.quantities(text)
    assert (quantity.comparator, quantity.value, quantity.unit) == ("range", None, unit)
    assert (quantity.low, quantity.high) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("每万人口发明专利拥有量达到15件", "万人口"),
        ("亩均税收30万元", "亩"),
        ("单位GDP能耗下降3%", "GDP"),
        ("年均增长6%", "年"),
        ("9000元/平方米", "平方米"),
        ("新增30家", None),
    ],
)
def test_what_a_quantity_is_counted_by(text: str, per: str | None) -> None:
    assert [q.per for q in govtext.quantities(text)] == [per]


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("出口增长5%", "growth"),
        ("能耗下降近3%", "growth"),
        ("覆盖率提高到95%", None),
        ("提高2个百分点", "point"),
        ("产值翻一番", "multiple"),
        ("是原来的2.5倍", "multiple"),
        ("投资增加一倍", "growth"),
        ("进入全国前三位", "rank"),
        ("新增30家", None),
    ],
)
def test_a_measure_is_given_where_the_words_alone_say_it(text: str, measure: str | None) -> None:
    assert [q.measure for q in govtext.quantities(text)] == [measure]


def test_the_same_amount_in_brackets_is_said_once() -> None:
    assert [q.text for q in govtext.quantities("粮食产量稳定在3500万吨（700亿斤）以上")] == ["3500万吨"]
    assert [q.text for q in govtext.quantities("总产3500万吨（小麦700万吨）")] == ["3500万吨", "700万吨"]


def test_money_has_its_code_of_iso_4217() -> None:
    found = govtext.quantities("引资3亿美元、20亿元人民币、$100、新台币5亿元、120亿港元、26亿雷亚尔")
    assert [(q.value and int(q.value), q.unit_code) for q in found] == [
        (300_000_000, "USD"),
        (2_000_000_000, "CNY"),
        (100, "USD"),
        (500_000_000, "TWD"),
        (12_000_000_000, "HKD"),
        (2_600_000_000, "BRL"),
    ]
