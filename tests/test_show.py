"""``govtext show``: a table that fits the terminal, with nothing of a record lost."""

from __future__ import annotations

from datetime import datetime
from io import StringIO
from typing import TYPE_CHECKING, Any

import pytest
from rich.cells import cell_len
from rich.console import Console
from typer.testing import CliRunner

from govtext.cli import app
from govtext.cli.show import table
from govtext.records import Article, Document, Target

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "临江区全年新增省级以上专精特新“小巨人”企业不少于700家，年底前完成棚户区改造1.2万套。截至6月底，完成投资30.5亿元。"


def a_target(anchor: str, **fields: Any) -> Target:
    start = TEXT.index(anchor)
    quantity = {"text": fields.pop("words", anchor), "span": {"start": start, "end": start + len(anchor)}, "comparator": "eq", "unit": ""}
    row = {"id": "t_1", "kind": "quantity", "status": "planned", "quote": TEXT, "span": {"start": start, "end": start + len(anchor)}}
    return Target.model_validate(row | {"quantity": quantity} | fields)


def a_deadline(words: str, end: str | None) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"text": words, "span": {"start": start, "end": start + len(words)}, "end": end}


@pytest.fixture
def document() -> Document:
    first = a_target(
        "700家",
        words="不少于700家",
        subject="省级以上专精特新“小巨人”企业",
        action="新增",
        actor="临江区人民政府办公室、临江区发展和改革局",
        deadline=a_deadline("全年", "2031-12-31"),
    )
    second = a_target("1.2万套", subject="棚户区", action="完成、改造", deadline=a_deadline("年底前", None))
    third = a_target("30.5亿元", status="achieved", subject="投资", action="完成")
    article = Article(title="临江区今年新增七百家企业", source="临江日报", published=datetime(2031, 8, 20, 7, 34), text=TEXT)  # noqa: DTZ001
    return Document(id="d_1", article=article, targets=(first, second), achievements=(third,))


def rendered(document: Document, width: int) -> list[str]:
    out = StringIO()
    Console(file=out, width=width, highlight=False).print(table(document))
    return out.getvalue().splitlines()


@pytest.mark.parametrize("width", [80, 120])
def test_every_line_fits_in_cells(document: Document, width: int) -> None:
    lines = rendered(document, width)
    assert max(cell_len(line) for line in lines) <= width


@pytest.mark.parametrize("width", [80, 120])
def test_nothing_of_a_record_is_cut(document: Document, width: int) -> None:
    lines = rendered(document, width)
    shown = sorted("".join(lines))
    for record in (*document.targets, *document.achievements):
        for words in (record.subject, record.action, record.quantity and record.quantity.text, record.actor):
            assert all(shown.count(character) >= (words or "").count(character) for character in words or "")
    assert any("2031-12-31" in line for line in lines)
    assert not any("…" in line for line in lines)


def test_the_head_names_title_source_and_day(document: Document) -> None:
    lines = rendered(document, 80)
    assert lines[0].strip() == "临江区今年新增七百家企业"
    assert lines[1].split() == ["临江日报", "2031-08-20"]


def test_a_deadline_without_a_day_shows_its_words(document: Document) -> None:
    assert any("年底前" in line for line in rendered(document, 120))


def test_records_stand_in_the_order_of_the_text(document: Document) -> None:
    whole = "".join(rendered(document, 120))
    assert whole.index("不少于700家") < whole.index("1.2万套") < whole.index("30.5亿元")


def test_a_page_cannot_move_the_cursor(document: Document) -> None:
    hostile = document.model_copy(update={"article": document.article.model_copy(update={"title": "题\x1b[2J\x07目\u202e"})})
    assert rendered(hostile, 80)[0].strip() == "题�[2J�目�"


def test_a_line_of_jsonl_is_a_table_each(document: Document, tmp_path: Path) -> None:
    (tmp_path / "out.jsonl").write_text(f"{document.model_dump_json()}\n\n{document.model_dump_json()}\n", encoding="utf-8")
    result = CliRunner().invoke(app, ["show", str(tmp_path / "out.jsonl")])
    assert result.exit_code == 0
    assert result.stdout.count("临江区今年新增七百家企业") == 2


def test_a_document_without_records_says_so(document: Document) -> None:
    assert rendered(document.model_copy(update={"targets": (), "achievements": ()}), 80)[2].strip() == "no target"
