"""Runs: what comes in goes out once, in order, whatever a page does to its process; what is refused is refused by name."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import archives
from govtext import iter_documents
from govtext.archive.config import Columns, Config, Limits
from govtext.archive.run import convert_archive
from govtext.errors import GovtextError, OutputError, SourceError

if TYPE_CHECKING:
    from govtext.archive.entry import Problem
    from govtext.archive.run import Progress, Summary

STUB = Config(converter="archives:stub", shard_size=5)
PAGES = archives.pages(23)
EXAMPLES = Path(__file__).parents[1] / "examples" / "archive"


def run(source: Path | str | list[Path], out: Path, config: Config = STUB, **settings: Any) -> Summary:
    summary = convert_archive(source, out, config=config, **{"jobs": 1} | settings)
    counts = summary.counts
    assert counts.total == counts.ok + counts.empty + counts.failed
    ledger = archives.read(out.with_name(f"{out.name}.run") / "ledger.jsonl")
    outcomes = [line["outcome"] for line in ledger]
    assert (outcomes.count("failed"), outcomes.count("empty")) == (counts.failed, counts.empty)
    return summary


def ledger(summary: Summary) -> dict[str, tuple[str, int]]:
    assert summary.ledger is not None
    with open(summary.ledger, encoding="utf-8") as file:  # noqa: PTH123 - a path of the summary
        lines = [json.loads(line) for line in file]
    assert all(line["message"] and line["message_zh"] for line in lines)
    return {line["source"].rpartition("#")[2]: (line["code"], line["attempt"]) for line in lines}


def dump(path: Path, *contents: str) -> Path:
    path.write_text("".join(json.dumps({"html": content}) + "\n" for content in contents))
    return path


def test_every_kind_is_converted_in_order(tmp_path: Path) -> None:
    sources = [make(tmp_path / name, PAGES) for name, make in archives.KINDS.items()]
    summary = run(sources, tmp_path / "out.jsonl", jobs=2)
    assert summary.counts.ok == summary.counts.total == len(PAGES) * len(archives.KINDS)
    held = [archives.stub(page).id for page in PAGES]
    assert [document["id"] for document in archives.read(tmp_path / "out.jsonl")] == held * len(archives.KINDS)


def test_the_bytes_do_not_depend_on_the_number_of_processes(tmp_path: Path) -> None:
    sources = [archives.KINDS[name](tmp_path / name, PAGES) for name in ("crawl.tar.gz", "dump.csv", "folder")]
    for jobs in (1, 3):
        run(sources, tmp_path / f"{jobs}.jsonl", jobs=jobs)
    assert (tmp_path / "1.jsonl").read_bytes() == (tmp_path / "3.jsonl").read_bytes()


def test_the_bytes_do_not_depend_on_the_order_of_a_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every process has a seed of its own for its hashes; here each of two runs with the real converter has another."""
    for seed in ("1", "2"):
        monkeypatch.setenv("PYTHONHASHSEED", seed)
        assert run(EXAMPLES, tmp_path / f"{seed}.jsonl", Config()).counts.ok == 5
    assert (tmp_path / "1.jsonl").read_bytes() == (tmp_path / "2.jsonl").read_bytes()


def test_what_goes_wrong_with_a_page_is_its_line_of_the_ledger(tmp_path: Path) -> None:
    source = dump(tmp_path / "a.jsonl", "!raise", "good", "!fail", "!list", "!raise \ud800", "good \ud800")
    summary = run(source, tmp_path / "out.jsonl")
    assert (summary.counts.ok, summary.counts.empty, summary.counts.failed) == (2, 1, 3)
    assert ledger(summary) == {
        "1": ("internal_error", 1),
        "3": ("binary", 1),
        "4": ("list_page", 1),
        "5": ("internal_error", 1),
    }
    first = archives.read(tmp_path / "out.jsonl.run" / "ledger.jsonl")[0]
    assert first["source"] == f"{source}#1"
    assert first["stage"] == "convert"
    assert "LookupError at archives.py" in first["message"]
    assert len(first["sha256"]) == 64
    assert len(archives.read(tmp_path / "out.jsonl")) == 3  # an empty page has a Document that says why


def test_a_page_that_ends_its_process_is_set_aside_after_two_tries(tmp_path: Path) -> None:
    source = dump(tmp_path / "a.jsonl", *["good"] * 7, "!die", *["good"] * 4, "!die", "good")
    summary = run(source, tmp_path / "out.jsonl", jobs=2)
    assert (summary.counts.ok, ledger(summary)) == (12, {"8": ("killed", 2), "13": ("killed", 2)})


def test_a_page_that_ends_its_process_once_is_converted(tmp_path: Path) -> None:
    """The other process has nothing to do by then, and has to take the shard that comes back."""
    source = dump(tmp_path / "a.jsonl", "good", f"!mark {tmp_path}/mark!", "good")
    summary = run(source, tmp_path / "out.jsonl", replace(STUB, converter="archives:die_once", shard_size=1), jobs=2)
    assert (summary.counts.ok, summary.counts.failed) == (3, 0)
    assert (tmp_path / "mark").exists()


def test_a_page_that_hangs_is_set_aside_after_two_tries(tmp_path: Path) -> None:
    source = dump(tmp_path / "a.jsonl", "good", "!hang", "good")
    summary = run(source, tmp_path / "out.jsonl", replace(STUB, limits=Limits(page_seconds=1)))
    assert (summary.counts.ok, ledger(summary)) == (2, {"2": ("timeout", 2)})


def test_a_page_that_eats_memory_is_stopped(tmp_path: Path) -> None:
    source = dump(tmp_path / "a.jsonl", "good", "!eat", "good")
    summary = run(source, tmp_path / "out.jsonl", replace(STUB, limits=Limits(memory_bytes=400 << 20)))
    assert (summary.counts.ok, ledger(summary)) == (2, {"2": ("out_of_memory", 1)})


def test_bad_archives_of_every_kind_in_one_run(tmp_path: Path) -> None:
    crawl = tmp_path / "crawl"
    crawl.mkdir()
    for name, make in archives.KINDS.items():
        if name != "folder":
            whole = make(crawl / name, PAGES).read_bytes()
            (crawl / name).write_bytes(whole[: len(whole) * 2 // 3])
            (crawl / f"none_{name}").write_bytes(b"this is none")
    archives.folder(crawl / "good", PAGES)
    (crawl / "page.html").write_bytes(b"")
    summary = run(crawl, tmp_path / "out.jsonl", jobs=1)
    kinds = len(archives.KINDS) - 1
    # a torn CSV may end between two rows, and a line that is no JSON is no page of a JSONL: all others fail once or more
    assert summary.counts.failed >= 2 * kinds
    assert summary.counts.ok >= len(PAGES)
    lines = archives.read(tmp_path / "out.jsonl.run" / "ledger.jsonl")
    said = {line["source"].split("#")[0].split("!")[0] for line in lines}
    assert said >= {str(crawl / f"none_{name}") for name in archives.KINDS if name != "folder"} | {str(crawl / "page.html")}
    assert {line["code"] for line in lines} >= {"truncated", "broken_archive", "bad_line", "no_column", "empty_file"}


def test_standard_input_is_kept_for_a_resumed_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = dump(tmp_path / "a.jsonl", *map(str, range(8)), "!slow", *map(str, range(11))).read_bytes()
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(lines)))
    with pytest.raises(KeyboardInterrupt):
        run("-", tmp_path / "out.jsonl", jobs=1, progress=archives.interrupt_at(7))
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(b"")))
    summary = run("-", tmp_path / "out.jsonl", resume=True)
    assert (summary.counts.ok, summary.resumed) == (20, 5)
    assert [document["uri"] for document in archives.read(tmp_path / "out.jsonl")] == [f"-#{number}" for number in range(1, 21)]
    assert not (tmp_path / "out.jsonl.run" / "stdin.jsonl").exists()


def test_names_of_a_disk_may_be_in_gbk(tmp_path: Path) -> None:
    folder = tmp_path / "crawl"
    folder.mkdir()
    with open(bytes(folder) + b"/" + "新闻.html".encode("gbk"), "wb") as file:  # noqa: PTH123 - a name of bytes
        file.write(PAGES[0])
    summary = run(folder, tmp_path / "out.jsonl")
    assert summary.counts.ok == 1
    assert archives.read(tmp_path / "out.jsonl")[0]["uri"] == f"{folder}/新闻.html"


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    archives.folder(tmp_path / "crawl", PAGES)
    (tmp_path / "link").symlink_to(tmp_path / "crawl")
    summary = run([tmp_path / "crawl", tmp_path / "crawl" / "000" / "000003.html", tmp_path / "link"], tmp_path / "out.jsonl")
    assert (summary.counts.ok, summary.skipped) == (len(PAGES), {"named twice": 1 + len(PAGES)})


def test_the_settings_reach_the_page(tmp_path: Path) -> None:
    source = dump(tmp_path / "a.jsonl", "one", "two", "three")
    config = replace(STUB, published=date(2024, 3, 1), selector="#c", simplify=False, limit=2)
    assert run(source, tmp_path / "out.jsonl", config).counts.total == 2
    assert [d["article"]["text"] for d in archives.read(tmp_path / "out.jsonl")] == ["2024-03-01 #c False"] * 2
    assert said(source, replace(STUB, text=False)) == [""] * 3


def said(source: Path, config: Config) -> list[str]:
    return [document.article.text.partition(" ")[0] for document in iter_documents(source, config=config, on_failure=lambda _: None)]


def test_a_date_or_a_column_is_where_the_date_stands(tmp_path: Path) -> None:
    source = tmp_path / "a.csv"
    source.write_text("url,html,fecha\nu,<p>x</p>,2023-08-20\nu,<p>y</p>,\n")
    assert said(source, replace(STUB, **_published("fecha"))) == ["2023-08-20", "None"]
    assert said(source, replace(STUB, **_published("2024-03-01"))) == ["2024-03-01"] * 2
    assert said(source, replace(STUB, **_published(date(2024, 3, 1)))) == ["2024-03-01"] * 2


def _published(value: str | date) -> dict[str, Any]:
    from govtext.archive.run import _published as read  # noqa: PLC0415 - the one place that tells the two apart

    day, column = read(value)
    return {"published": day, "columns": Columns(published=column)}


def test_a_column_of_inputs_without_columns_is_refused(tmp_path: Path) -> None:
    archives.folder(tmp_path / "crawl", PAGES)
    with pytest.raises(SourceError, match="'2024-13-01' was asked for, and no input has columns"):
        convert_archive(tmp_path / "crawl", tmp_path / "out.jsonl", published="2024-13-01")
    assert list(tmp_path.iterdir()) == [tmp_path / "crawl"]


def test_null_is_left_out_of_a_line_and_the_column_is_still_there(tmp_path: Path) -> None:
    source = tmp_path / "a.jsonl"
    source.write_text('{"html": "x"}\nno JSON\n{"html": "y", "fecha": "2023-08-20"}\n')
    assert said(source, replace(STUB, columns=Columns(published="fecha"))) == ["None", "2023-08-20"]


@pytest.mark.parametrize(
    ("out", "code"),
    [
        ("out.txt", "format"),
        ("-", "no_name"),
        ("a.html", "format"),
        ("crawl/000/x/y.jsonl", "no_folder"),
        ("crawl", "not_empty"),
        ("dump.jsonl", "is_input"),
        ("folder.jsonl", "is_folder"),
    ],
)
def test_an_output_that_cannot_be_is_refused_before_the_work(out: str, code: str, tmp_path: Path) -> None:
    source = archives.jsonl(tmp_path / "dump.jsonl", PAGES)
    (tmp_path / "crawl").mkdir()
    (tmp_path / "crawl" / "000").write_text("a file")
    (tmp_path / "folder.jsonl").mkdir()
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(OutputError) as error:
        convert_archive(source, tmp_path / out, config=STUB)
    assert error.value.code == code
    assert sorted(tmp_path.rglob("*")) == before


def test_a_device_is_no_output(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="is a device"):
        convert_archive(archives.jsonl(tmp_path / "a.jsonl", PAGES), "/dev/null", format="jsonl")


def test_an_input_that_is_not_there_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no such file"):
        convert_archive(tmp_path / "none.zip", tmp_path / "new" / "out.jsonl")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("converter", ["archives:none", "no_such_module:convert"])
def test_a_converter_that_is_not_there_is_said_once(converter: str, tmp_path: Path) -> None:
    source = archives.jsonl(tmp_path / "a.jsonl", PAGES)
    with pytest.raises(GovtextError, match="cannot be loaded"):
        convert_archive(source, tmp_path / "out.jsonl", config=replace(STUB, converter=converter), jobs=1)
    assert not (tmp_path / "out.jsonl").exists()


def test_processes_that_never_begin_end_the_run(tmp_path: Path) -> None:
    source = archives.jsonl(tmp_path / "a.jsonl", PAGES)
    with pytest.raises(GovtextError, match="the processes end before they begin"):
        convert_archive(source, tmp_path / "out.jsonl", config=replace(STUB, converter="archives:die"), jobs=1)


def test_the_ledger_goes_where_it_is_wanted(tmp_path: Path) -> None:
    source = dump(tmp_path / "a.jsonl", "!fail")
    summary = run(source, tmp_path / "out.jsonl", errors=tmp_path / "new" / "errors.jsonl")
    assert summary.ledger == str(tmp_path / "new" / "errors.jsonl")
    assert [line["code"] for line in archives.read(tmp_path / "new" / "errors.jsonl")] == ["binary"]


def test_documents_one_after_another(tmp_path: Path) -> None:
    source = dump(tmp_path / "a.jsonl", "one", "!fail", "two")
    failures: list[Problem] = []
    found = list(iter_documents(source, config=STUB, on_failure=failures.append))
    assert ([document.uri for document in found], [failure.code for failure in failures]) == ([f"{source}#1", f"{source}#3"], ["binary"])
    with pytest.warns(UserWarning, match="the page is no text"):
        assert len(list(iter_documents([source, source], config=replace(STUB, limit=2)))) == 1


def test_an_input_that_shrinks_while_it_is_read_is_accounted_for(tmp_path: Path) -> None:
    source = archives.jsonl(tmp_path / "a.jsonl", PAGES)

    whole = source.stat().st_size

    def shrink(state: Progress) -> None:
        if state.stage == "convert" and source.stat().st_size == whole:  # before a process has begun
            archives.jsonl(source, PAGES[:12])

    summary = run(source, tmp_path / "out.jsonl", progress=shrink)
    assert (summary.counts.ok, summary.counts.failed) == (12, 11)
    assert ledger(summary) == {str(number): ("source_changed", 1) for number in range(13, 24)}
