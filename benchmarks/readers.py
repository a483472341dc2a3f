"""How much text a second the readers take, and beside them the peers that are installed: JioNLP, Recognizers-Text.

python benchmarks/readers.py [FOLDER] [--vectors FOLDER]

FOLDER holds gold documents (JSON with a text), or plain texts; the examples' archive by default. ``--vectors`` is the folder of
jionlp_adapter.py and govtext_adapter.py: their ``inventory`` is timed too, money, dates and durations as the vectors are scored.
"""

from __future__ import annotations

import argparse
import gc
import json
import sys
from datetime import date
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING, Any

import govtext
from govtext.mentions import quantities, times

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PUBLISHED = date(2024, 3, 5)
ARCHIVE = Path(__file__).resolve().parents[1] / "examples" / "archive"
PEERS_READ = 60_000  # characters: a peer needs seconds for what the readers take in a tenth of one


def texts(folder: Path | None) -> list[str]:
    """The texts of a folder's documents, or of the pages of the examples."""
    if folder is None:
        return [govtext.parse(page.read_bytes()).text for page in sorted(ARCHIVE.iterdir()) if page.is_file()] * 20
    found = [json.loads(file.read_text(encoding="utf-8"))["text"] for file in sorted(folder.glob("*.json"))]
    return found or [file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.txt"))]


def speed(read: Callable[[str], Any], documents: list[str], *, repeats: int = 5) -> float:
    """Megabytes of UTF-8 a second of the processor, the best of some runs; the first one, which compiles the patterns, does not count."""
    size = sum(len(text.encode()) for text in documents) / 1e6
    read(documents[0])
    return size / min(_seconds(read, documents) for _ in range(repeats))


def _seconds(read: Callable[[str], Any], documents: list[str]) -> float:
    start = process_time()
    for text in documents:
        read(text)
    return process_time() - start


# The readers as values (times as readings, without days) and as records (resolved and validated), and both that a target needs.
READERS: dict[str, Callable[[str], Any]] = {
    "times.find": times.find,
    "quantities.find": quantities.find,
    "values of both": lambda text: (times.find(text), quantities.find(text)),
    "govtext.numbers": govtext.numbers,
    "govtext.quantities": govtext.quantities,
    "govtext.times": lambda text: govtext.times(text, published=PUBLISHED),
    "records of both": lambda text: (govtext.times(text, published=PUBLISHED), govtext.quantities(text)),
}
BOTH = ("values of both", "records of both")


def peers() -> Iterator[tuple[str, Callable[[str], Any], tuple[str, ...]]]:
    """Those peers that are installed, each with the readers of ours that do its work."""
    if find_spec("jionlp"):
        extract = import_module("jionlp").ner
        base = {"year": PUBLISHED.year, "month": PUBLISHED.month, "day": PUBLISHED.day}

        def times_of(text: str) -> Any:  # noqa: ANN401 - a peer's own
            return extract.extract_time(text, time_base=base, with_parsing=True)

        def money_of(text: str) -> Any:  # noqa: ANN401 - a peer's own
            return extract.extract_money(text, with_parsing=True)

        yield "JioNLP times", times_of, ("times.find", "govtext.times")
        yield "JioNLP money", money_of, ("quantities.find", "govtext.quantities")
        yield "JioNLP times and money", lambda text: (times_of(text), money_of(text)), BOTH
    if find_spec("recognizers_suite"):
        suite = import_module("recognizers_suite")
        kinds = (suite.recognize_number, suite.recognize_percentage, suite.recognize_currency, suite.recognize_dimension)
        yield "Recognizers times", lambda text: suite.recognize_datetime(text, "zh-cn"), ("govtext.times",)
        yield "Recognizers money", lambda text: suite.recognize_currency(text, "zh-cn"), ("govtext.quantities",)
        yield "Recognizers all", lambda text: [each(text, "zh-cn") for each in (*kinds, suite.recognize_datetime)], BOTH


def sample(documents: list[str], size: int) -> list[str]:
    """The first paragraphs of the documents, up to so many characters: a peer's time may grow with a text's square."""
    lines = [line for text in documents for line in text.splitlines() if line.strip()]
    out: list[str] = []
    for line in lines:
        if size <= 0:
            break
        out.append(line)
        size -= len(line)
    return out


def inventories(folder: Path) -> Iterator[tuple[str, Callable[[str], Any], tuple[str, ...]]]:
    """Money, dates and durations by the adapters of the vectors: JioNLP's reads the times once for dates and once for durations."""
    sys.path.insert(0, str(folder))
    ours = import_module("govtext_adapter").inventory
    READERS["inventory of ours"] = lambda text: ours(text, PUBLISHED.isoformat())
    if find_spec("jionlp"):
        theirs = import_module("jionlp_adapter").inventory
        yield "JioNLP inventory", lambda text: theirs(text, PUBLISHED.isoformat()), ("inventory of ours",)


def main(folder: Path | None, vectors: Path | None) -> None:
    """Print a line for each reader, and for each peer how many times as fast the readers are on the same paragraphs."""
    documents = texts(folder)
    for name, read in READERS.items():
        print(f"{name:20s} {speed(read, documents):8.2f} MB/s")
    part = sample(documents, PEERS_READ)
    compared = [*peers(), *(inventories(vectors) if vectors else ())]
    for _, read, _ in compared:
        read(part[0])  # JioNLP loads its dictionaries when first called
    gc.collect()
    gc.freeze()  # every full collection would pass over the hundreds of thousands of objects that the peers have loaded
    before = {name: speed(read, part) for name, read in READERS.items()}
    theirs = {name: speed(read, part, repeats=1) for name, read, _ in compared}
    after = {name: speed(read, part) for name, read in READERS.items()}  # the processor's own speed may swing: ours is taken on both sides
    for name, _, owns in compared:
        said = ", ".join(f"{own} {max(before[own], after[own]) / theirs[name]:.0f}" for own in owns)
        print(f"{name:24s} {theirs[name]:8.4f} MB/s; on the same paragraphs so many times as fast: {said}")


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", type=Path, nargs="?")
    options.add_argument("--vectors", type=Path)
    main(**vars(options.parse_args()))
