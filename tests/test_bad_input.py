"""What cannot be read, through the installed command: one clear line or an empty result, never a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

GOVTEXT = Path(sys.executable).with_name("govtext")
NO_ARTICLE = "<html><head><title>栏目</title></head><body><ul>" + "<li><a href='#'>通知公告</a></li>" * 40 + "</ul></body></html>"


def run(*arguments: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run([GOVTEXT, *arguments], check=False, capture_output=True, text=True, encoding="utf-8", cwd=cwd)


@pytest.fixture(params=["empty", "binary", "long_line", "no_article", "missing", "folder", "not_a_document", "unclosed"])
def bad(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / f"{request.param}.{'jsonl' if request.param == 'not_a_document' else 'html'}"
    if request.param == "folder":
        path.mkdir()
    contents: dict[str, bytes] = {
        "empty": b"",
        "binary": b"\x89PNG\r\n\x1a\n" + Random(7).randbytes(4000),  # noqa: S311 - noise
        "long_line": b"a" * 50_000_000,
        "no_article": NO_ARTICLE.encode(),
        "not_a_document": b'{"id": 1}\n',
        "unclosed": b"<html><body><div><table><tr><td>",
    }
    if request.param in contents:
        path.write_bytes(contents[request.param])
    return path


@pytest.mark.parametrize("command", ["show", "explain"])
def test_a_page_that_gives_nothing_is_told_in_a_line(command: str, bad: Path) -> None:
    done = run(command, bad.name, cwd=bad.parent)
    assert "Traceback" not in done.stderr
    assert done.returncode in {1, 2}
    assert len((done.stderr or done.stdout).strip().splitlines()) in {1, 2}  # the page's name may stand above the reason


@pytest.mark.parametrize(
    ("content", "status"), [(b"", 2), (b"\x89PNG\r\n\x1a\n", 2), (NO_ARTICLE.encode(), 0)], ids=["empty", "binary", "list"]
)
def test_a_page_that_gives_nothing_is_explained(content: bytes, status: int, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(content)
    done = run("explain", "--page", tmp_path / "page.html")
    assert ("Traceback" in done.stderr, done.returncode, "list_page" in done.stdout) == (False, status, status == 0)


def test_a_review_of_what_cannot_be_read_writes_nothing(tmp_path: Path) -> None:
    done = run("review", tmp_path / "missing.jsonl", "-o", tmp_path / "review.html")
    # one line in English, one in Chinese
    assert (done.returncode, done.stderr.count("\n"), "Traceback" in done.stderr) == (2, 2, False)
    assert not (tmp_path / "review.html").exists()


def test_a_conversion_of_what_cannot_be_read_ends_without_a_traceback(bad: Path, tmp_path: Path) -> None:
    done = run("convert", bad, "-o", tmp_path / "out.jsonl", "-j", "1")
    assert "Traceback" not in done.stderr
    if bad.stem == "missing":
        assert done.returncode == 2
        assert done.stderr.count("\n") == 2  # in English and in Chinese
        assert not (tmp_path / "out.jsonl").exists()


def test_one_bad_page_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "good.html").write_text("<h1>澜江区新建公园</h1><p>2024年3月1日</p><p>澜江区今年将新建公园30个。</p>", encoding="utf-8")
    done = run("show", tmp_path / "missing.html", tmp_path / "good.html")
    assert done.returncode == 1
    assert "missing.html" in done.stderr
    assert "30个" in done.stdout


def test_a_word_that_the_text_has_not_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "good.html").write_text("<h1>澜江区新建公园</h1><p>2024年3月1日</p><p>澜江区今年将新建公园30个。</p>", encoding="utf-8")
    done = run("explain", tmp_path / "good.html", "--why-not", "77万平方米")
    assert (done.returncode, done.stdout) == (1, "")
    assert "77万平方米" in done.stderr


def test_an_option_that_is_none_is_a_usage_error() -> None:
    assert run("show", "--colour").returncode == 2


def test_the_console_need_not_know_every_character(tmp_path: Path) -> None:
    (tmp_path / "good.html").write_text(
        "<h1>澜江区新建公园</h1><p>2024年3月1日</p><p>澜江区今年将新建公园300㎡以上。</p>", encoding="utf-8"
    )
    done = subprocess.run(
        [GOVTEXT, "show", tmp_path / "good.html"], check=False, capture_output=True, env=os.environ | {"PYTHONIOENCODING": "ascii"}
    )
    assert (done.returncode, b"Traceback" in done.stderr) == (0, False)
