"""The public names: what they are, what they load, and that README tells of each."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from pydantic import ValidationError

import govtext
from govtext.cli import app

README = Path(__file__).resolve().parents[1] / "README.md"
HEAVY = {"jieba", "bs4", "selectolax", "opencc", "pypinyin", "typer", "rich"}


def loaded_after(statement: str) -> set[str]:
    """The heavy packages that a fresh process has loaded after a statement."""
    code = f"import sys\n{statement}\nprint(*sorted({HEAVY!r} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return set(done.stdout.split())


def test_an_import_loads_nothing_heavy() -> None:
    assert loaded_after("import govtext") == set()


@pytest.mark.parametrize(
    "call",
    ["govtext.numbers('三百')", "govtext.quantities('投资不少于315亿元')", "govtext.times('年底前完工')"],
)
def test_a_reader_needs_neither_words_nor_pages(call: str) -> None:
    assert loaded_after(f"import govtext; {call}") == set()


def test_the_readers_load_no_model_before_a_record_is_asked_for() -> None:
    code = "import sys, govtext.mentions.numbers, govtext.mentions.quantities, govtext.mentions.times; print('pydantic' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.split() == ["False"]


def test_clean_text_needs_no_page_parser() -> None:
    assert loaded_after("import govtext; govtext.extract('今年新增就业不少于20万人。')") == set()


def test_the_dictionary_is_the_one_that_jieba_loads_with_words_of_our_own() -> None:
    code = """
import jieba
from importlib.resources import files
from math import isclose, log
from govtext import segment
own = jieba.Tokenizer()
own.FREQ, own.total = own.gen_pfdict(own.get_dict_file())
own.initialized = True
for row in files("govtext.lexicon").joinpath("words.txt").read_text("utf-8").splitlines():
    word, count, _ = row.split(" ")
    own.add_word(word, int(count))
counts = {}
for character in {word[0] for word in own.FREQ}:
    counts |= segment.beginning_with(character)
print(counts == own.FREQ, isclose(segment.logarithm_of_total(), log(own.total), rel_tol=1e-5), jieba.dt.initialized)
"""
    done = subprocess.run([sys.executable, "-W", "ignore", "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.split() == ["True", "True", "False"]
    assert done.stderr == ""


def test_every_public_name_is_there_and_says_what_it_is() -> None:
    assert dir(govtext) == sorted(govtext.__all__)
    for name in govtext.__all__:
        assert getattr(govtext, name).__doc__


def test_every_public_name_is_in_the_readme() -> None:
    told = README.read_text(encoding="utf-8")
    assert [name for name in govtext.__all__ if name != "__version__" and f"`{name}" not in told and f"govtext.{name}" not in told] == []


def test_every_field_of_a_target_is_in_the_readme() -> None:
    told = README.read_text(encoding="utf-8")
    assert [name for name in govtext.Target.model_fields if f"`{name}`" not in told] == []


def test_every_command_is_in_the_readme() -> None:
    told = README.read_text(encoding="utf-8")
    commands = [command.name for command in app.registered_commands]
    assert commands
    assert [name for name in commands if f"`govtext {name}" not in told] == []


def test_another_name_is_no_attribute() -> None:
    with pytest.raises(AttributeError, match="parse_page"):
        govtext.parse_page  # noqa: B018 - asked for, not used


def test_a_record_cannot_be_changed() -> None:
    quantity = govtext.quantities("315亿元")[0]
    with pytest.raises(ValidationError):
        quantity.value = Decimal(1)  # type: ignore[misc]


def test_json_holds_plain_numbers() -> None:
    shown = govtext.quantities("投资315亿元，增长4.50%")
    assert ['"value":31500000000,' in shown[0].model_dump_json(), '"value":4.5,' in shown[1].model_dump_json()] == [True, True]


def test_nothing_is_resolved_against_today() -> None:
    (target,) = govtext.extract("澜江区将在年底前建成公园30个。").targets
    assert target.deadline
    assert (target.deadline.text, target.deadline.start, target.deadline.end) == ("年底前", None, None)


def test_the_day_of_publication_gives_a_relative_time_its_days() -> None:
    (target,) = govtext.extract("澜江区将在年底前建成公园30个。", published=date(2024, 5, 6)).targets
    assert target.deadline
    assert target.deadline.end == date(2024, 12, 31)
