"""No pattern can blow up: sixteen times as much of its worst food takes every rule about sixteen times as long, not two hundred."""

from __future__ import annotations

from functools import cache, partial
from itertools import cycle, islice
from time import process_time
from typing import TYPE_CHECKING, Any

import pytest

from govtext.mentions import numbers, quantities, times

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

KILOBYTES = 100
SMALLER = 16  # how much less the first helping is
BOUND = 64  # times as long for sixteen times as much: far from 16 for a noisy machine, far below the 256 of a quadratic pattern
QUICK = 0.02  # seconds for the whole helping: too little to compare

MENU = """
    1 １ 12, 1,234, 1.2. 1,234.5 万 千 一 十 一二三 三五 二十 万万亿 亿万千百 一万 1万 1亿2000万 零 半 几十 数百 上万 多 余
    、 ， 到 至 — - -- ～
    3- 3到 3至 三到 3%— 3万到 年 2025年 2025 月 3月 日 3日 3年 三年 年底前 到2025年 五 “十四五” “ （ ( （（3 3（ 3个（ 2000人（含 [ 〔2023〕
    第 第一 第十 前 前三 前三位 翻 翻一番 百分之 千分之 三分之 三分之一 1/ 1/2/ 成 三成 每 每千 每万人 不低于 不少于约 至少 至少建 超过的
    约 约为 以上 左右 以内 3个以上， 大于3小于 大于3 $ $1 US$ ¥ 摄氏 华氏温度 负 -1 负百 元 三元 五块六 3斤5两 1年2个月 1天2小时3分钟
    个半 三个半 个多月 亿级 百亿级 产值 产值亿 a A1 3m 3k 元/ 元/吨/ 3元/吨 3套（户） 增长 增长3% 下降了约 今年 明年 近 近三 未来三年
    去年同期 以来 截至 自 从2020年 春节 周 星期 季度 一季度 上半 旬 世纪 20世纪90年代 年年 月月 日日 时 8时 8:30 : 2024-05-20
    2024.5. 20240520 2024- 2024-01- 2024年1月1日至 2024年、 3月5日、 9、10 1月至 一季度至 个五年 截至到 期末 今天（ 昨天（1月1日 春节假
    元旦、 假期 党的 本世纪 财年 2023财年 学年 每年6月 今年的 底 中 起
"""
FOOD = (*MENU.split(), " ", "\n", "3 ", "3\n", "三 ")
WORST = ("1", "1,234,", "万", "一", "几十", "、", "（（", "年", "-", "到", "至少", "不低于")


@cache
def helping(food: str, size: int) -> str:
    """So many bytes of a food, as text."""
    letters = size // max(1, len(food.encode()) // len(food))
    return "".join(islice(cycle(food), letters))


def seconds(run: Callable[[], Any]) -> float:
    """What a run takes of this process's time."""
    begin = process_time()
    run()
    return process_time() - begin


def grows_too_fast(run: Callable[[str], Any], food: str) -> bool:
    whole, part = helping(food, KILOBYTES * 1000), helping(food, KILOBYTES * 1000 // SMALLER)
    much = seconds(partial(run, whole))
    if much < QUICK:
        return False
    return much > BOUND * max(seconds(partial(run, part)) for _ in range(2))


READERS = pytest.mark.parametrize("reader", [numbers, quantities, times], ids=lambda reader: reader.__name__.rpartition(".")[2])


def fails(reader: Any, foods: Iterable[str]) -> list[str]:
    reader.find("2025年新增30家，增长三成")  # its patterns compile once
    return [food for food in foods if grows_too_fast(reader.find, food)]


@READERS
def test_a_reader_takes_the_worst_food_in_linear_time(reader: Any) -> None:
    assert fails(reader, WORST) == []


@READERS
@pytest.mark.slow
def test_a_reader_takes_any_food_in_linear_time(reader: Any) -> None:
    assert fails(reader, FOOD) == []


@pytest.mark.parametrize("rule", [*numbers.RULES, *quantities.RULES, *times.RULES], ids=lambda rule: rule.name)
def test_a_rule_takes_any_food_in_linear_time(rule: Any) -> None:
    assert [food for food in FOOD if grows_too_fast(rule.pattern.match, food)] == []


def test_what_grows_with_the_square_is_seen() -> None:
    assert grows_too_fast(lambda text: [text[place:] for place in range(0, len(text), 4)], "1")
