"""The one function that does the work, and the process around it: the same shard gives the same bytes, and every page is accounted for."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

import archives
from govtext.archive.config import Config
from govtext.archive.ledger import Counts
from govtext.archive.part import Part
from govtext.archive.pool import Pool
from govtext.archive.pulse import Pulse
from govtext.archive.shard import Aside, Shard, Slice, Walks, convert_shard, plan
from govtext.archive.sources import expand
from govtext.archive.worker import serve, shard_of, shard_request

if TYPE_CHECKING:
    from pathlib import Path

    from govtext.archive.shard import Results
    from govtext.archive.sources import Source

STUB = Config(converter="archives:stub")
PAGES = archives.pages(20)


@pytest.fixture
def source(tmp_path: Path) -> Source:
    return expand([str(archives.zip_archive(tmp_path / "crawl.zip", PAGES))]).sources[0]


def codes(results: Results) -> list[str]:
    return [json.loads(line)["code"] for line in results.ledger]


@pytest.mark.parametrize("name", ["crawl.zip", "crawl.tar.gz", "crawl.warc", "dump.jsonl", "dump.csv", "dump.parquet", "dump.sqlite"])
def test_a_shard_gives_the_same_in_any_order_and_company(name: str, tmp_path: Path) -> None:
    source = expand([str(archives.KINDS[name](tmp_path / name, PAGES))]).sources[0]
    shards = plan([source, source], [20, 20], 7)
    assert [shard.count for shard in shards] == [7, 7, 7, 7, 7, 5]
    alone = [convert_shard(shard, STUB) for shard in shards]
    walks = Walks(STUB)
    assert [convert_shard(shard, STUB, walks=walks) for shard in shards] == alone
    assert [convert_shard(shard, STUB, walks=walks) for shard in reversed(shards)] == alone[::-1]
    walks.close()
    assert b"".join(line for results in alone for line in results.documents).count(b"\n") == 40
    assert all(shard_of(json.loads(shard_request(shard))["shard"]) == shard for shard in shards)


def test_a_sign_of_life_stands_before_each_page(source: Source) -> None:
    places: list[int] = []
    convert_shard(plan([source], [20], 5)[2], STUB, lambda place, _: places.append(place))
    assert places == [0, 0, 1, 2, 3, 4]  # the first while the ten before are passed over


def test_a_source_that_has_shrunk_ends_no_process(source: Source) -> None:
    far = Shard(9, (Slice(source, 5000, 3), Slice(source, 18, 4)))
    results = convert_shard(far, STUB)
    assert results.counts == Counts(ok=2, failed=5)
    assert codes(results) == ["source_changed"] * 5
    assert [json.loads(line)["source"] for line in results.ledger][:2] == [f"{source.address}#5001", f"{source.address}#5002"]


def test_a_page_set_aside_is_not_read(source: Source) -> None:
    shard = plan([source], [20], 5)[1].without(2, "timeout", 2)
    results = convert_shard(shard, STUB)
    assert results.counts == Counts(ok=4, failed=1)
    assert json.loads(results.ledger[0]) == {
        "source": f"{source.address}!新闻/000007.html",
        "outcome": "failed",
        "stage": "convert",
        "code": "timeout",
        "message": "the page took longer than a page may, in 2 tries",
        "message_zh": "页面处理超时，已尝试 2 次",
        "sha256": None,
        "attempt": 2,
    }


def test_what_stands_behind_a_place_that_ends_every_process_is_set_aside_with_it(source: Source) -> None:
    shard = Shard(0, (Slice(source, 0, 5), Slice(source, 10, 2))).without(2, "killed", 2).without(2, "killed", 3)
    assert shard.aside == {place: Aside("unreached", 3) for place in (2, 3, 4)}
    results = convert_shard(shard, STUB)
    assert (results.counts, codes(results)) == (Counts(ok=4, failed=3), ["unreached"] * 3)


def speak(config: Config, parts: Path, *shards: Shard) -> list[dict[str, Any]]:
    answers = io.StringIO()
    pulse = Pulse(parts.parent / "pulse", new=True)
    setup = json.dumps({"config": config.plain(), "parts": str(parts), "pulse": str(parts.parent / "pulse")})
    serve([setup, *map(shard_request, shards)], answers)
    if shards and "done" in answers.getvalue():
        last = pulse.read()
        assert (last.shard, last.place) == (shards[-1].number, shards[-1].count - 1)
    pulse.close()
    return [json.loads(line) for line in answers.getvalue().splitlines()]


def test_a_process_answers_and_leaves_its_part(source: Source, tmp_path: Path) -> None:
    shards = plan([source], [20], 10)
    answers = speak(STUB, tmp_path, *shards)
    assert answers[0] == {"ready": True}
    assert answers[-1] == {"done": 1, "counts": Counts(ok=10).plain()}
    assert [Part(tmp_path, shard.number).lines()[0] for shard in shards] == [
        b"".join(convert_shard(shard, STUB).documents) for shard in shards
    ]


def test_a_disk_that_takes_no_part_is_no_fault_of_a_page(source: Source, tmp_path: Path) -> None:
    answers = speak(STUB, tmp_path / "none", *plan([source], [20], 10))
    assert answers[-1]["refused"][0] == "unwritable"
    assert len([answer for answer in answers if "refused" in answer]) == 1


def test_a_selector_that_is_none_is_refused_before_the_first_page(tmp_path: Path) -> None:
    assert speak(Config(selector=">>>"), tmp_path)[0]["refused"][0] == "bad_selector"
    assert speak(Config(selector="div.none"), tmp_path) == [{"ready": True}]


def test_a_suspended_run_does_not_blame_its_pages(source: Source, tmp_path: Path) -> None:
    """Ctrl-Z and fg: the signs of life of an hour are not yet heard when the clock is looked at."""
    pool = Pool(STUB, tmp_path, 1)
    pool._looked -= 3600
    pool._workers.append(worker := pool._start())
    worker.shard, worker.place, worker.since = plan([source], [20], 10)[0], 3, worker.since - 3600
    pool._watch()
    assert worker.ending == "killed"
    worker.since -= 3600
    pool._watch()
    assert worker.ending == "timeout"
    pool._stop()


def test_settings_that_cannot_be_are_refused() -> None:
    for settings in ({"status": "done"}, {"limit": 0}, {"shard_size": 0}):
        with pytest.raises(Exception, match=r"status is|at least 1"):
            replace(STUB, **settings)
