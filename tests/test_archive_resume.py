"""A run that is broken off goes on where it stood, and the output is that of a run nobody disturbed; or it says why it cannot."""

from __future__ import annotations

import errno
import json
import os
import random
import shutil
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

import archives
from govtext.archive import folder as run_folder
from govtext.archive.config import Columns, Config, Limits, rules_hash
from govtext.archive.folder import RunFolder
from govtext.archive.part import Part
from govtext.archive.run import convert_archive
from govtext.archive.shard import convert_shard, plan
from govtext.archive.sinks import assemble, format_of
from govtext.archive.sources import expand
from govtext.errors import GovtextError, OutputError, ResumeError

if TYPE_CHECKING:
    from pathlib import Path

    from govtext.archive.run import Summary
    from govtext.archive.shard import Results

STUB = Config(converter="archives:stub", shard_size=5)
PAGES = [*archives.pages(13), b"!slow", *archives.pages(8, start=13), b"!slow", b"!fail", b"!list"]  # slow: to be broken off at


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return archives.zip_archive(tmp_path_factory.mktemp("in") / "crawl.zip", PAGES)


@pytest.fixture(scope="module")
def broken(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a run that was broken off with four of its five parts done."""
    return break_off(source, tmp_path_factory.mktemp("broken") / "out.jsonl", count=20)


def lay(broken: Path, out: Path) -> Path:
    """The broken run as one of this output; where its parts are."""
    shutil.copytree(broken, out.with_name(f"{out.name}.run"))
    return next(out.with_name(f"{out.name}.run").glob("parts-*"))


def run(source: Path | list[Path], out: Path, config: Config = STUB, **settings: Any) -> Summary:
    return convert_archive(source, out, config=config, **{"jobs": 1} | settings)


def break_off(source: Path | list[Path], out: Path, count: int = 12, **settings: Any) -> Path:
    """A run that somebody has interrupted; its folder."""
    with pytest.raises(KeyboardInterrupt):
        run(source, out, progress=archives.interrupt_at(count), **settings)
    return out.with_name(f"{out.name}.run")


def undisturbed_shards(source: Path) -> list[Results]:
    return [convert_shard(shard, STUB) for shard in plan(expand([str(source)]).sources, [len(PAGES)], STUB.shard_size)]


def undisturbed(source: Path) -> tuple[bytes, bytes]:
    """What a run that nobody breaks off writes: its output and its ledger."""
    made = undisturbed_shards(source)
    return b"".join(line for each in made for line in each.documents), b"".join(line for each in made for line in each.ledger)


def results(out: Path) -> tuple[bytes, bytes]:
    return out.read_bytes(), out.with_name(f"{out.name}.run").joinpath("ledger.jsonl").read_bytes()


def test_a_resumed_run_gives_the_same_bytes(source: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    break_off(source, out)
    assert not out.exists()
    summary = run(source, out, resume=True, jobs=2)
    assert summary.resumed == 10
    assert (summary.counts.ok, summary.counts.empty, summary.counts.failed) == (23, 1, 1)
    assert results(out) == undisturbed(source)


@pytest.mark.parametrize("suffix", [".csv", ".parquet", ".sqlite"])
def test_every_format_has_the_same_bytes_when_it_is_resumed(suffix: str, source: Path, broken: Path, tmp_path: Path) -> None:
    parts = [Part(tmp_path, number) for number in range(5)]
    for part, made in zip(parts, undisturbed_shards(source), strict=True):
        part.write(made)
    assemble(parts, tmp_path / f"whole{suffix}", format_of(tmp_path / f"a{suffix}", None), tmp_path / "partial")
    lay(broken, tmp_path / f"out{suffix}")
    run(source, tmp_path / f"out{suffix}", resume=True)
    assert (tmp_path / f"out{suffix}").read_bytes() == (tmp_path / f"whole{suffix}").read_bytes()


def test_a_folder_of_shards_is_resumed(source: Path, broken: Path, tmp_path: Path) -> None:
    lay(broken, tmp_path / "out")
    run(source, tmp_path / "out", resume=True)
    shards = sorted((tmp_path / "out").iterdir())
    assert [path.name for path in shards] == [f"part-{number:06d}.jsonl" for number in range(5)]
    assert b"".join(path.read_bytes() for path in shards) == undisturbed(source)[0]


@pytest.fixture
def rename(monkeypatch: pytest.MonkeyPatch) -> Rename:
    return Rename(monkeypatch)


class Rename:
    """Each file that a run makes appears by a rename: here the run is killed before or behind one."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self._patch, self._rename, self.names = patch, os.replace, list[str]()

    def killing(self, name: str, *, behind: bool) -> None:
        def rename_or_die(path: Path, place: Path) -> None:
            self.names.append(place.name)
            if place.name == name and not behind:
                raise KeyboardInterrupt
            self._rename(path, place)
            if place.name == name:
                raise KeyboardInterrupt

        self._patch.setattr(os, "replace", rename_or_die)

    def well(self) -> None:
        self._patch.setattr(os, "replace", self._rename)


def test_a_run_killed_while_it_begins_begins_again(source: Path, tmp_path: Path, rename: Rename) -> None:
    for name, behind in (("inputs.jsonl", False), ("inputs.jsonl", True), ("run.json", False), ("run.json", True)):
        rename.killing(name, behind=behind)
        with pytest.raises(KeyboardInterrupt):
            run(source, tmp_path / "out.jsonl")
        rename.well()
        assert run(source, tmp_path / "out.jsonl", resume=behind).resumed == 0
        assert results(tmp_path / "out.jsonl") == undisturbed(source)
        shutil.rmtree(tmp_path / "out.jsonl.run")
    rename.killing("none", behind=False)
    rename.names.clear()
    run(source, tmp_path / "out.jsonl")
    assert rename.names == ["inputs.jsonl", "run.json", "out.jsonl", "ledger.jsonl", "run.json"], "break off at the new one too"


def test_a_run_killed_while_it_ends_ends_again(source: Path, tmp_path: Path, rename: Rename) -> None:
    out, kept = tmp_path / "out.jsonl", tmp_path / "kept"
    rename.killing("out.jsonl", behind=False)
    with pytest.raises(KeyboardInterrupt):
        run(source, out)
    assert not out.exists()
    shutil.copytree(tmp_path / "out.jsonl.run", kept)
    for name in ("out.jsonl", "ledger.jsonl", "run.json"):
        for behind in (False, True):
            rename.killing(name, behind=behind)
            with pytest.raises(KeyboardInterrupt):
                run(source, out, resume=True)
            rename.well()
            assert run(source, out, resume=True).resumed == len(PAGES)
            assert results(out) == undisturbed(source)
            out.unlink()
            shutil.rmtree(tmp_path / "out.jsonl.run")
            shutil.copytree(kept, tmp_path / "out.jsonl.run")


@pytest.mark.parametrize("seed", range(3))
def test_parts_that_are_not_whole_are_made_again(seed: int, source: Path, broken: Path, tmp_path: Path) -> None:
    chance = random.Random(seed)  # noqa: S311 - a seeded choice
    out = tmp_path / "out.jsonl"
    parts = lay(broken, out)
    for path in sorted(parts.iterdir()):
        what = chance.randrange(4)
        if what == 0:
            path.unlink()
        elif what == 1:
            path.write_bytes(path.read_bytes()[: chance.randrange(20)])
    (parts / "000001.jsonl.77.tmp").write_bytes(b"torn")
    run(source, out, resume=True)
    assert results(out) == undisturbed(source)


def test_a_part_that_a_disk_has_changed_is_seen_and_made_again(source: Path, broken: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    parts = lay(broken, out)
    part = parts / "000001.jsonl"
    part.write_bytes(part.read_bytes().replace(b"d_", b"x_", 1))
    with pytest.raises(OutputError, match="is not what was written"):
        Part(parts, 1).lines()
    run(source, out, resume=True)
    assert results(out) == undisturbed(source)


def test_a_finished_run_is_not_done_again(source: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    run(source, out)
    stamp = out.stat().st_mtime_ns
    again = run(source, out, resume=True, errors=tmp_path / "errors.jsonl")
    assert (again.resumed, again.counts.total, out.stat().st_mtime_ns) == (25, 25, stamp)
    assert len(archives.read(tmp_path / "errors.jsonl")) == 2
    out.unlink()
    assert run(source, out, resume=True).resumed == 0
    assert len(archives.read(out)) == 24


def test_a_finished_run_in_another_format_is_written_anew(source: Path, tmp_path: Path) -> None:
    run(source, tmp_path / "out", format="jsonl")
    run(source, tmp_path / "out", format="json", resume=True)
    assert len(json.loads((tmp_path / "out").read_bytes())) == 24


def test_an_unfinished_run_is_not_thrown_away_unasked(source: Path, broken: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    lay(broken, out)
    with pytest.raises(OutputError, match=r"go on with --resume, or throw it away with --restart"):
        run(source, out)
    assert run(source, out, restart=True).resumed == 0
    assert results(out) == undisturbed(source)


def test_a_run_that_had_done_nothing_stands_in_nobodys_way(source: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    with pytest.raises(GovtextError, match="is no CSS selector"):
        run(source, out, Config(selector=">>>"))
    run(source, out)
    assert results(out) == undisturbed(source)


def test_a_full_disk_breaks_the_run_off_and_it_goes_on(source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("govtext.archive.pool.Pulse", full)
    with pytest.raises(OutputError, match="No space left on device; go on with --resume"):
        run(source, tmp_path / "out.jsonl")
    monkeypatch.undo()
    run(source, tmp_path / "out.jsonl", resume=True)
    assert results(tmp_path / "out.jsonl") == undisturbed(source)


def test_an_earlier_output_stays_until_the_new_one_is_whole(source: Path, broken: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text("the old one")
    lay(broken, out)
    assert out.read_text() == "the old one"
    run(source, out, resume=True)
    assert results(out) == undisturbed(source)


@pytest.mark.parametrize(
    ("settings", "name"),
    [
        ({"status": "planned"}, "status"),
        ({"published": date(2024, 3, 1)}, "published"),
        ({"selector": "#c"}, "selector"),
        ({"text": False}, "text"),
        ({"limit": 20}, "limit"),
        ({"simplify": False}, "simplify"),
        ({"columns": Columns(html="x")}, "columns"),
        ({"converter": "archives:die_once"}, "converter"),
        ({"shard_size": 7}, "shard_size"),
    ],
)
def test_other_settings_are_refused_by_name(settings: dict[str, Any], name: str, source: Path, tmp_path: Path) -> None:
    inputs = [source, archives.jsonl(tmp_path / "a.jsonl", PAGES)]
    break_off(inputs, tmp_path / "out.jsonl", count=0)
    with pytest.raises(ResumeError, match=f"is not the same: the setting {name}"):
        run(inputs, tmp_path / "out.jsonl", replace(STUB, **settings), resume=True)


def test_other_limits_on_a_page_are_not_refused(source: Path, broken: Path, tmp_path: Path) -> None:
    lay(broken, tmp_path / "out.jsonl")
    assert run(source, tmp_path / "out.jsonl", replace(STUB, limits=Limits(page_seconds=5)), resume=True).resumed >= 5


def test_other_inputs_are_refused_by_name(source: Path, tmp_path: Path) -> None:
    other = archives.jsonl(tmp_path / "a.jsonl", PAGES)
    third = archives.jsonl(tmp_path / "b.jsonl", PAGES)
    break_off([source, other], tmp_path / "out.jsonl", count=0)

    def said(*inputs: Path) -> str:
        with pytest.raises(ResumeError) as error:
            run(list(inputs), tmp_path / "out.jsonl", resume=True)
        assert "the input" not in error.value.chinese
        assert "输入" in error.value.chinese
        return error.value.message

    assert f"the input {other} is gone" in said(source)
    assert f"the input {third} is new" in said(source, other, third)
    assert "the order of the inputs" in said(other, source)
    archives.jsonl(other, PAGES[:3])
    assert f"the input {other} has changed" in said(source, other)


def test_other_rules_are_refused_by_name(source: Path, broken: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay(broken, tmp_path / "out.jsonl")
    monkeypatch.setattr(run_folder, "rules_hash", lambda: "other")
    with pytest.raises(ResumeError, match="is not the same: the rules"):
        run(source, tmp_path / "out.jsonl", resume=True)


def test_the_rules_hash_is_the_same_twice() -> None:
    assert rules_hash() == rules_hash()
    assert len(rules_hash()) == 64


def test_a_folder_is_held_by_one_run_at_a_time(source: Path, tmp_path: Path) -> None:
    held = RunFolder(tmp_path / "out.jsonl.run")
    held.lock()
    with pytest.raises(OutputError, match="another process is at work"):
        run(source, tmp_path / "out.jsonl")
    held.unlock()
    assert not held.path.exists()
    run(source, tmp_path / "out.jsonl")
    assert not (held.path / "lock").exists()


def test_a_run_folder_that_is_none_is_said(source: Path, tmp_path: Path) -> None:
    broken = tmp_path / "out.jsonl.run"
    broken.mkdir()
    for content in ("no JSON", '{"layout": 77}'):
        (broken / "run.json").write_text(content)
        with pytest.raises(ResumeError):
            run(source, tmp_path / "out.jsonl", resume=True)
    run(source, tmp_path / "out.jsonl", restart=True)


def test_nothing_is_written_when_the_counts_do_not_come_out_even(source: Path, broken: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    parts = lay(broken, out)
    done = json.loads((parts / "000000.done").read_bytes())
    done["counts"]["ok"] -= 1
    (parts / "000000.done").write_text(json.dumps(done))
    with pytest.raises(GovtextError, match="25 pages came in and 24 went out"):
        run(source, out, resume=True)
    assert not out.exists()


def test_a_process_left_over_from_another_run_cannot_write_among_the_parts(source: Path, broken: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    left = Part(lay(broken, out), 2)
    other = next(break_off(source, out, restart=True, config=replace(STUB, limit=24)).glob("parts-*"))
    assert left.folder != other
    assert not left.folder.exists()


def test_a_run_in_an_input_folder_is_no_input(tmp_path: Path) -> None:
    archives.folder(tmp_path / "crawl", PAGES)
    break_off(tmp_path / "crawl", tmp_path / "crawl" / "out.jsonl")
    assert run(tmp_path / "crawl", tmp_path / "crawl" / "out.jsonl", resume=True).counts.total == 25
    summary = run(tmp_path / "crawl", tmp_path / "out.csv")
    assert summary.skipped == {"runs": 1}
    assert summary.counts.total == 25 + 24  # the lines of out.jsonl are looked at: they hold no pages
