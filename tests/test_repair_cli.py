"""``govtext repair``: what was mended, before and after; the repaired page is written when asked for."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len
from rich.console import Console
from typer.testing import CliRunner, Result

from govtext.cli import app
from govtext.cli.repair import table
from govtext.errors import GovtextError
from govtext.page.repair import repair

if TYPE_CHECKING:
    from pathlib import Path

    from rich.console import RenderableType

DAMAGED = "澜江區(qū)重大項(xiàng)目建設(shè)\n\n全區(qū)新增企業(yè)30家,質(zhì)量[bold]提升。\n ?。◤埌灿睿?/p>\n"
MENDED = "澜江区重大项目建设\n\n全区新增企业30家,质量[bold]提升。\n  (张安宇)\n"


def run(*arguments: str | Path, **settings: str) -> Result:
    return CliRunner().invoke(app, ["repair", *map(str, arguments)], env={"COLUMNS": "100", **settings})


def shown(part: RenderableType, width: int) -> list[str]:
    out = StringIO()
    Console(file=out, width=width, highlight=False).print(part)
    return [line.rstrip() for line in out.getvalue().splitlines()]


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    path = tmp_path / "damaged.txt"
    path.write_text(DAMAGED, encoding="utf-8")
    return path


def test_each_kind_of_repair_is_told_once_with_its_places(damaged: Path) -> None:
    done = run(damaged)
    text = done.stdout
    assert (done.exit_code, done.stderr) == (0, "")
    assert all(kind in text for kind in ("\ntorn_run  1 ", "\nreading  6 ", "\nmarkup_left  1 ", "\nto_simplified"))
    assert "Lossy 1" in text
    assert "[bold]" in text  # a page's words are no markup
    assert "\x1b" not in text  # no colour in a file
    row = next(line for line in text.splitlines() if "全區(qū)新增" in line)
    assert row.split() == ["3", "全區(qū)新增企業", "全區新增企業"]


@pytest.mark.parametrize("width", [60, 80, 120])
def test_the_table_fits_the_terminal(width: int) -> None:
    for step in repair(DAMAGED * 20).steps:
        lines = shown(table(step), width)
        assert max(map(cell_len, lines)) <= width
        assert not any("more" in line for line in lines)
        assert len(shown(table(step, 1), width)) < len(lines)


def test_colour_marks_what_changed(damaged: Path) -> None:
    text = run(damaged, FORCE_COLOR="1", TERM="xterm").stdout
    assert "\x1b[31m(xiàng)\x1b[0m" in text
    assert "\x1b[32m业\x1b[0m" in text


def test_control_characters_of_a_page_never_reach_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(DAMAGED.replace("重大", "重\x1b[2J大"), encoding="utf-8")
    assert "\x1b" not in run(path, "--all").stdout


def test_the_repaired_page_is_written(damaged: Path, tmp_path: Path) -> None:
    out = tmp_path / "clean.txt"
    assert run(damaged, "-o", out).exit_code == 0
    assert out.read_bytes().decode() == MENDED
    piped = run(damaged, "-o", "-")
    assert piped.stdout == MENDED
    assert "reading  6" in piped.stderr


def test_traditional_characters_stay_when_asked(damaged: Path) -> None:
    assert run(damaged, "-o", "-", "--no-simplify").stdout.startswith("澜江區重大項目建設\n")


def test_every_place_is_shown_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text(DAMAGED * 10, encoding="utf-8")
    assert "--all shows them" in run(path).stdout
    assert "--all shows them" not in run(path, "--all").stdout


def test_a_page_without_damage_needs_nothing(tmp_path: Path) -> None:
    path = tmp_path / "clean.txt"
    path.write_bytes(MENDED.encode("gbk"))
    done = run(path, "-o", "-")
    assert (done.stdout, done.stderr.split()) == (MENDED, [str(path), "gb18030", "nothing", "to", "repair"])


@pytest.mark.parametrize(("contents", "code"), [(None, "unreadable"), (b"", "empty"), (b"\x89PNG\r\n\x1a\n" + bytes(99), "binary")])
def test_what_cannot_be_read_is_said_so(contents: bytes | None, code: str, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    if contents is not None:
        path.write_bytes(contents)
    error = run(path).exception
    assert isinstance(error, GovtextError)
    assert error.code == code


def test_an_output_that_cannot_be_written_is_said_so(damaged: Path, tmp_path: Path) -> None:
    error = run(damaged, "-o", tmp_path / "missing" / "out.txt").exception
    assert isinstance(error, GovtextError)
    assert error.code == "unwritable"
