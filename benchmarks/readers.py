"""How much text a second the readers take, and beside them the peers that are installed: JioNLP, Recognizers-Text.

python benchmarks/readers.py [FOLDER]    a folder of gold documents (JSON with a text), or of plain texts; the examples' archive by default
"""

from __future__ import annotations

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


# The readers as values and as records, and both that a target needs.
READERS: dict[str, Callable[[str], Any]] = {
    "times.find": times.find,
    "quantities.find": quantities.find,
    "both": lambda text: (times.find(text), quantities.find(text)),
    "govtext.numbers": govtext.numbers,
    "govtext.quantities": govtext.quantities,
    "govtext.times": lambda text: govtext.times(text, published=PUBLISHED),
}


def peers() -> Iterator[tuple[str, Callable[[str], Any], str]]:
    """Those peers that are installed, each with the reader of ours that does its work."""
    if find_spec("jionlp"):
        extract = import_module("jionlp").ner
        base = {"year": PUBLISHED.year, "month": PUBLISHED.month, "day": PUBLISHED.day}

        def times_of(text: str) -> Any:  # noqa: ANN401 - a peer's own
            return extract.extract_time(text, time_base=base, with_parsing=True)

        def money_of(text: str) -> Any:  # noqa: ANN401 - a peer's own
            return extract.extract_money(text, with_parsing=True)

        yield "JioNLP times", times_of, "govtext.times"
        yield "JioNLP money", money_of, "govtext.quantities"
        yield "JioNLP both", lambda text: (times_of(text), money_of(text)), "both"
    if find_spec("recognizers_suite"):
        suite = import_module("recognizers_suite")
        kinds = (suite.recognize_number, suite.recognize_percentage, suite.recognize_currency, suite.recognize_dimension)
        yield "Recognizers times", lambda text: suite.recognize_datetime(text, "zh-cn"), "govtext.times"
        yield "Recognizers money", lambda text: suite.recognize_currency(text, "zh-cn"), "govtext.quantities"
        yield "Recognizers all", lambda text: [each(text, "zh-cn") for each in (*kinds, suite.recognize_datetime)], "both"


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


def main(folder: Path | None) -> None:
    """Print a line for each reader, and for each peer how many times as fast the readers are on the same paragraphs."""
    documents = texts(folder)
    for name, read in READERS.items():
        print(f"{name:20s} {speed(read, documents):8.2f} MB/s")
    part = sample(documents, PEERS_READ)
    ours = {name: speed(READERS[name], part) for name in ("both", "govtext.times", "govtext.quantities")}
    for name, read, own in peers():
        theirs = speed(read, part, repeats=1)
        print(f"{name:20s} {theirs:8.4f} MB/s: {own} is {ours[own] / theirs:.0f} times as fast on the same paragraphs")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
