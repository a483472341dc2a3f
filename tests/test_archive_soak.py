"""The soak: 20,000 pages in five kinds of archive, killed 25 times, give the bytes of a run nobody disturbed.

`pytest -m slow`; a quarter of an hour on two cores.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import archives

pytestmark = pytest.mark.slow

EACH, KILLS = 4000, 25
KINDS = ("folder", "crawl.zip", "crawl.tar.gz", "crawl.warc.gz", "dump.jsonl.zst")
BAD = (b"", b"<title>404</title><h1>404 Not Found</h1>", b"\x00\x01\x02" * 50)
COMMAND = [sys.executable, "-c", "from govtext.cli import main; main()", "convert"]


@pytest.fixture(scope="module")
def crawls(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("soak")
    (place / "in").mkdir()
    for number, kind in enumerate(KINDS):
        made = archives.pages(EACH, start=number * EACH)
        for bad, content in enumerate(BAD):
            made[100 + 1000 * bad] = content if kind != "dump.jsonl.zst" else content.replace(b"\x00", b" ")
        archives.KINDS[kind](place / "in" / kind, made)
    return place


def start(crawls: Path, out: str) -> subprocess.Popen[bytes]:
    with (crawls / f"{out}.log").open("ab") as log:
        return subprocess.Popen([*COMMAND, "in", "-o", out, "--jobs", "2", "--resume"], cwd=crawls, stdout=log, stderr=log)


def workers(parent: int) -> list[int]:
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = status.read_text().rpartition(")")[2].split()
        except OSError:  # it has ended meanwhile
            continue
        if int(fields[1]) == parent and fields[0] != "Z":
            found.append(int(status.parent.name))
    return found


def done(crawls: Path, out: str) -> int:
    return sum(1 for _ in crawls.glob(f"{out}.run/parts-*/*.done"))


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="the processes of a run are found in /proc")
@pytest.mark.parametrize("seed", [20240818])
def test_a_run_that_is_killed_again_and_again_gives_the_bytes_of_an_undisturbed_one(seed: int, crawls: Path) -> None:
    assert start(crawls, "whole.jsonl").wait() == 1  # some pages are bad
    chance = random.Random(seed)  # noqa: S311 - moments, not secrets
    shards = len(KINDS) * EACH // 100
    moments = sorted(chance.randrange(shards - 2) for _ in range(KILLS))
    killed = {"parent": 0, "worker": 0}
    process = start(crawls, "out.jsonl")
    for moment in moments:
        while done(crawls, "out.jsonl") < moment:
            assert process.poll() is None, "the run has ended before its time"
            time.sleep(0.02)
        time.sleep(chance.random() * 0.8)  # in the middle of a page, of a part, of a start
        victim = chance.choice(["parent", "worker"])
        there = workers(process.pid)
        if victim == "worker" and there:
            os.kill(chance.choice(there), signal.SIGKILL)
            killed["worker"] += 1
        else:
            process.kill()
            process.wait()
            assert not (crawls / "out.jsonl").exists()
            killed["parent"] += 1
            process = start(crawls, "out.jsonl")
    assert process.wait() == 1
    (crawls / "killed.json").write_text(json.dumps(killed))
    assert sum(killed.values()) == KILLS
    assert min(killed.values()) > 5
    assert (crawls / "out.jsonl").read_bytes() == (crawls / "whole.jsonl").read_bytes()
    ledger = crawls / "out.jsonl.run" / "ledger.jsonl"
    assert ledger.read_bytes() == (crawls / "whole.jsonl.run" / "ledger.jsonl").read_bytes()
    assert len(archives.read(ledger)) == len(KINDS) * len(BAD)
    assert (
        len((crawls / "out.jsonl").read_bytes().splitlines())
        + sum(json.loads(line)["outcome"] == "failed" for line in ledger.read_bytes().splitlines())
        == len(KINDS) * EACH
    )
    assert not list(crawls.rglob("*.tmp"))
