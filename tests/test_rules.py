"""The list of rules and the code book are made from the rules themselves; ``python tests/test_rules.py`` writes the book anew."""

from __future__ import annotations

import json
import sys
import unicodedata
from pathlib import Path

from typer.testing import CliRunner

from govtext import rules
from govtext.cli import app, codebook
from govtext.targets import exclude

BOOK = Path(__file__).resolve().parents[1] / "docs" / "codebook.md"


def lines(*arguments: str) -> list[str]:
    done = CliRunner().invoke(app, ["rules", *arguments])
    assert done.exit_code == 0
    return done.output.splitlines()


def test_han_is_the_same_in_a_known_place() -> None:
    han, local_han, others = rules.pattern(r"\p{Han}"), rules.local(r"\p{Han}"), rules.local(r"[^\p{Han}]")
    assigned = [c for c in map(chr, range(sys.maxunicode + 1)) if unicodedata.category(c) != "Cn"]
    assert [c for c in assigned if (han.match(c) is None) != (local_han.match(c) is None)] == []
    assert [c for c in assigned if (han.match(c) is None) != (others.match(c) is not None)] == []


def test_a_class_a_comment_and_an_escape_keep_their_brackets() -> None:
    shape = rules.local(r"""[\p{Han}\]]{2} \[ \p{Han}  # [ opens no class: \p{Han}
        \] \p{Nd}""")
    assert shape.fullmatch("市][区]1") is not None


def test_the_code_book_is_what_the_rules_say_today() -> None:
    assert BOOK.read_text(encoding="utf-8") == codebook.markdown()


def test_every_rule_promises_something_and_every_example_is_read() -> None:
    for entry in codebook.entries():
        assert entry.promise, entry.rule
        assert [text for text, reading in entry.examples if not reading] == [], entry.rule


def test_the_command_lists_every_rule() -> None:
    told = [json.loads(line) for line in lines("--json")]
    assert {row["reader"] for row in told} == {*codebook.READERS, "exclusions"}
    assert [row["rule"] for row in told if row["reader"] == "exclusions"] == [name for name, _ in exclude.RULES]


def test_the_command_shows_one_reader() -> None:
    shown = lines("changes")
    assert "changes doublings" in shown
    assert "  翻两番  →  4 倍, multiple" in shown
    assert [line for line in shown if line.startswith("times ")] == []


def test_the_command_writes_the_book() -> None:
    assert "\n".join(lines("--markdown")) + "\n" == BOOK.read_text(encoding="utf-8")


def test_another_reader_is_a_usage_error() -> None:
    done = CliRunner().invoke(app, ["rules", "colours"])
    assert done.exit_code == 2
    assert "colours is no reader" in done.output


if __name__ == "__main__":
    BOOK.write_text(codebook.markdown(), encoding="utf-8")
