"""``govtext explain``: every field with its words, its place and its rule; a number without a record with its reason."""

from __future__ import annotations

from datetime import date
from io import StringIO
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len
from rich.console import Console

import govtext
from govtext.cli.explain import reasons, records
from govtext.targets.find import decisions

if TYPE_CHECKING:
    from rich.console import RenderableType

TEXT = "到2031年，澜江区将新增托育机构30家以上，对新设机构给予最高5万元奖励。"


def shown(part: RenderableType, width: int = 100) -> list[str]:
    out = StringIO()
    Console(file=out, width=width, highlight=False).print(part)
    return [line.rstrip() for line in out.getvalue().splitlines()]


@pytest.mark.parametrize("width", [80, 120])
def test_every_field_has_its_words_place_and_rule(width: int) -> None:
    document = govtext.extract(TEXT)
    lines = shown(records(document), width)
    assert document.targets
    assert max(cell_len(line) for line in lines) <= width
    for record in document.targets:
        assert f"   「{record.quote}」" in lines
        for evidence in record.evidence:
            line = next(line for line in lines if line.split()[0:1] == [evidence.role] and evidence.text in line and evidence.rule in line)
            assert evidence.span is None or f"{evidence.span.start}–{evidence.span.end}" in line


def test_a_field_from_elsewhere_is_marked() -> None:
    document = govtext.extract(TEXT)
    (target,) = document.targets
    assert target.deadline
    assert target.deadline.inherited
    deadline = next(line for line in shown(records(document)) if line.strip().startswith("deadline"))
    assert "elsewhere" in deadline


def test_a_number_without_a_record_has_its_reason() -> None:
    answer = reasons(govtext.extract(TEXT).article, "5万元")
    assert answer
    lines = shown(answer)
    assert "5万元" in lines[0]
    assert "5万元: no record: " in lines[1]


def test_a_number_with_a_record_says_so() -> None:
    answer = reasons(govtext.extract(TEXT).article, "30家")
    assert answer
    assert "30家: a record: " in shown(answer)[1]


def test_words_without_a_number_were_not_read() -> None:
    answer = reasons(govtext.extract(TEXT).article, "托育机构")
    assert answer
    assert "no number" in shown(answer)[1]


def test_words_that_stand_nowhere_have_no_answer() -> None:
    assert reasons(govtext.extract(TEXT).article, "77家") is None
    assert reasons(govtext.extract(TEXT).article, "") is None


def test_every_number_and_every_time_has_a_reason() -> None:
    text = "去年完成投资2亿元。到2031年，澜江区将新增托育机构30家以上，对65岁以上老年人每人补贴500元；硅基产业园9月开工，落实三项制度。"
    made = decisions(govtext.extract(text, published=date(2030, 1, 1)).article)
    read = {(decision.start, decision.end) for decision in made}
    assert {(q.span.start, q.span.end) for q in govtext.quantities(text)} <= read
    assert {(t.span.start, t.span.end) for t in govtext.times(text) if t.span} <= read
