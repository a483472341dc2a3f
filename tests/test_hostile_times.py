"""No text is food that a pattern blows up on: four times as much takes about four times as long; the square would take sixteen."""

from __future__ import annotations

from time import process_time

import pytest

from govtext.mentions import times

FOOD = (
    "1", "12", "１", "20240101", "2024-", "2024-01-", "2024.1.", "2024/", "1-", "1—", "1、", "1 ", " 1", "1,", "1年 1", "1月", "1日",
    "年", "月", "日", "年年年年", "年底", "月底", "底", "中", "到", "至", "到到到", "至今", "截至", "截至到", "自", "从", "—", "---",
    "－", "一", "十", "二〇", "几", "几十", "两三", "半", "个月", "个五年", "第1", "第十", "今", "今年", "今年的", "近", "每", "每年",
    "未来", "未来3", "未来3-", "最近", "前", "后", "内", "间", "起", "上", "上半", "天", "周", "“", "“十四五", "“十四五”", "（",
    "（2024", "今天（", "昨天（1月1日", "春节", "春节假", "元旦、", "党的", "世纪", "本世纪", "财年", "学年", "2024年1月1日至", "1月至",
    "一季度至", "、", "，", "的", "。", "2024年、", "3月5日、", "9、10",
)  # fmt: skip
FOOD_OF_RULES = tuple(f"{text}，" for rule in times.RULES for text in (*list(rule.examples)[:2], *rule.rejects[:1]))


def seconds(text: str) -> float:
    """The processor's time for one reading, the better of two."""
    return min(_seconds(text), _seconds(text))


def _seconds(text: str) -> float:
    start = process_time()
    times.find(text)
    return process_time() - start


@pytest.mark.slow
@pytest.mark.parametrize("food", dict.fromkeys((*FOOD, *FOOD_OF_RULES)))
def test_four_times_the_food_takes_about_four_times_as_long(food: str) -> None:
    text = food * (100_000 // len(food.encode()))
    quarter = seconds(text[: len(text) // 4])
    assert seconds(text) < 10 * max(quarter, 0.005)
