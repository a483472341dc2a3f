"""``govtext convert`` as its user meets it: what it says and where, how it ends, and what an interruption leaves."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import signal
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path
from typing import Any

import pytest

import archives
from govtext import __version__
from govtext.cli import main

HERE = Path(__file__).parent
ENV = os.environ | {"PYTHONPATH": os.pathsep.join([str(HERE), *sys.path]), "PYTHONIOENCODING": "utf-8", "COLUMNS": "80"}
COMMAND = [sys.executable, "-c", "import archives; archives.command()", "convert"]


def start(*arguments: object, **settings: Any) -> subprocess.Popen[str]:
    usual: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "env": ENV}
    return subprocess.Popen([*COMMAND, *map(str, arguments)], text=True, encoding="utf-8", **usual | settings)


def govtext(*arguments: object, **settings: Any) -> tuple[int, str]:
    process = start(*arguments, **settings)
    out, said = process.communicate(timeout=60)
    assert not out, "standard output is the user's"
    assert "Traceback" not in said
    return process.returncode, said


def dump(path: Path, *contents: str) -> Path:
    path.write_text("".join(json.dumps({"html": content}) + "\n" for content in contents))
    return path


def test_a_run_without_a_terminal_says_plain_lines(tmp_path: Path) -> None:
    archives.folder(tmp_path / "crawl", archives.pages(12))
    (tmp_path / "crawl" / "style.css").write_text("x")
    code, said = govtext("crawl", "-o", "out.jsonl", cwd=tmp_path)
    assert code == 0
    assert said.splitlines()[:3] == [
        "convert: 0/12 pages, 0 targets, 0 failed",
        "write: 12/12 pages, 0 targets, 0 failed",
        "passed over: 1 .css",
    ]
    assert said.splitlines()[3].startswith("12 in = 12 ok + 0 empty + 0 failed; 0 targets in 0:00:0")
    assert said.endswith(" -> out.jsonl\n")


def test_failures_are_named_and_the_end_says_so(tmp_path: Path) -> None:
    dump(tmp_path / "a.jsonl", *["!fail"] * 6, "!list", "good", "!fail\x1b[2J")
    code, said = govtext("a.jsonl", "-o", "out.jsonl", "--quiet", cwd=tmp_path)
    assert (code, said.count("the page is no text")) == (1, 5)
    assert said.endswith("govtext: and 2 more, in out.jsonl.run/ledger.jsonl\n")
    assert said.count("\n") == 6


def test_an_error_is_said_in_both_languages(tmp_path: Path) -> None:
    assert govtext("nowhere", "-o", "out.jsonl", cwd=tmp_path) == (
        2,
        "govtext: nowhere: there is no such file or folder\ngovtext: nowhere：文件或文件夹不存在\n",
    )
    dump(tmp_path / "a.jsonl", "!fail")
    said = govtext("a.jsonl", "-o", "out.jsonl", "--quiet", cwd=tmp_path)[1]
    assert said.startswith("govtext: a.jsonl#1: the page is no text (")


def test_the_module_is_the_command() -> None:
    done = subprocess.run([sys.executable, "-m", "govtext", "--version"], check=True, capture_output=True, text=True)
    assert done.stdout == f"govtext {__version__}\n"


def test_a_name_cannot_write_to_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "crawl").mkdir()
    (tmp_path / "crawl" / "\x1b[2J.html").write_bytes(b"")
    code, said = govtext("crawl", "-o", "out.jsonl", cwd=tmp_path)
    assert (code, "\x1b" in said) == (1, False)


def test_quiet_says_nothing_when_all_is_well(tmp_path: Path) -> None:
    dump(tmp_path / "a.jsonl", "good", "!list")
    assert govtext("a.jsonl", "-o", "out.jsonl", "-q", cwd=tmp_path) == (0, "")


def test_standard_input_is_read(tmp_path: Path) -> None:
    with dump(tmp_path / "a.jsonl", "one", "two").open() as lines:
        code, _ = govtext("-", "-o", "out.jsonl", cwd=tmp_path, stdin=lines)
    assert (code, [d["uri"] for d in archives.read(tmp_path / "out.jsonl")]) == (0, ["-#1", "-#2"])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["none.zip", "-o", "out.jsonl"], "govtext: none.zip: there is no such file or folder\n"),
        (["a.jsonl", "-o", "out.txt"], "the name does not say a format"),
        (["a.jsonl", "-o", "out.jsonl", "--format", "xml"], "the format 'xml' is not known"),
        (["a.jsonl", "-o", "out.jsonl", "--status", "done"], "'done' is none of planned, achieved, all"),
        (["a.jsonl", "-o", "out.jsonl", "--resume", "--restart"], "choose"),
        (["a.jsonl", "-o", "out.jsonl", "--jobs", "0"], "--jobs"),
        (["a.jsonl", "-o", "out.jsonl", "--errors", "./out.jsonl"], "cannot be both the output and the ledger"),
        (["a.jsonl"], "--out"),
        (["-o", "out.jsonl"], "SOURCE"),
        (["page.html", "-o", "out.jsonl", "--published", "2024-02-30"], "'2024-02-30' was asked for, and no input has columns"),
        (["page.html", "-o", "/proc/none/out.jsonl"], "it cannot be made"),
    ],
)
def test_a_wrong_use_is_said_and_leaves_with_two(
    arguments: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    dump(tmp_path / "a.jsonl", "good")
    (tmp_path / "page.html").write_text("good")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["govtext", "convert", *arguments])
    with pytest.raises(SystemExit) as end:
        main()
    printed = capsys.readouterr()
    assert (end.value.code, printed.out) == (2, "")
    assert said in printed.err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.jsonl", "page.html"]


def test_a_run_on_a_terminal_keeps_to_its_width(tmp_path: Path) -> None:
    archives.folder(tmp_path / "crawl", archives.pages(12))
    mine, its = pty.openpty()
    fcntl.ioctl(its, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    process = start("crawl", "-o", "out.jsonl", cwd=tmp_path, stderr=its, env=ENV | {"TERM": "xterm"})
    os.close(its)
    said = b""
    while True:
        try:
            said += os.read(mine, 1 << 16)
        except OSError:  # it has closed its side
            break
    os.close(mine)
    assert process.wait(timeout=60) == 0
    process.communicate()
    text = said.decode()
    assert "0/12 pages" in text
    assert "12 in = 12 ok" in text
    assert "convert: " not in text


def _wait(path: Path) -> int:
    for _ in range(600):
        if path.exists():
            return int(path.read_text())
        time.sleep(0.05)
    raise AssertionError(f"{path} never came")


def _gone(process: int) -> bool:
    for _ in range(200):
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return True
        if Path(f"/proc/{process}/stat").exists() and " Z " in Path(f"/proc/{process}/stat").read_text():
            return True  # it has ended, and nobody has asked how
        time.sleep(0.05)
    return False


@pytest.mark.parametrize("way", ["ctrl-c", "parent", "terminate", "kill"])
def test_an_interrupted_run_stops_and_goes_on(way: str, tmp_path: Path) -> None:
    dump(tmp_path / "a.jsonl", *map(str, range(12)), f"!mark {tmp_path}/mark!", *map(str, range(12)))
    process = start("a.jsonl", "-o", "out.jsonl", "--jobs", "2", cwd=tmp_path, start_new_session=True)
    worker = _wait(tmp_path / "mark")
    if way == "ctrl-c":
        os.killpg(process.pid, signal.SIGINT)
    else:
        process.send_signal({"parent": signal.SIGINT, "terminate": signal.SIGTERM, "kill": signal.SIGKILL}[way])
    _, said = process.communicate(timeout=60)
    assert _gone(worker), "a process outlives the run that started it"
    assert not (tmp_path / "out.jsonl").exists()
    if way != "kill":
        assert process.returncode == 130
        assert said.endswith("govtext: interrupted; go on with the same command and --resume (已中断，可用同一命令加 --resume 继续)\n")
    code, said = govtext("a.jsonl", "-o", "out.jsonl", "--resume", cwd=tmp_path)
    assert (code, "25 in (" in said) == (0, True)
    assert [d["uri"] for d in archives.read(tmp_path / "out.jsonl")] == [f"a.jsonl#{number}" for number in range(1, 26)]
    assert sorted(path.name for path in (tmp_path / "out.jsonl.run").iterdir()) == ["inputs.jsonl", "ledger.jsonl", "run.json"]
