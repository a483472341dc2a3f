"""Edits are values: two lists in a row are one list, and every character of the result has its way back."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govtext.page.edits import Edit, Trail, apply, compose

words = st.text("項目(xi)建?。", max_size=3)


@st.composite
def edits(draw: st.DrawFn, length: int) -> list[Edit]:
    """Edits of a text of this length: in order, without overlap, some of them insertions."""
    cuts = sorted(draw(st.lists(st.integers(0, length), max_size=6, unique=True)))
    return [Edit(a, b, draw(words), "some", draw(st.booleans())) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]


@given(st.text("重大項目建設(xiàng)，。", max_size=20), st.data())
def test_two_lists_in_a_row_are_one(text: str, data: st.DataObject) -> None:
    first = data.draw(edits(len(text)))
    middle = apply(text, first)
    second = data.draw(edits(len(middle)))
    together = compose(first, second)
    assert apply(text, together) == apply(middle, second)
    assert all(left.end <= right.start for left, right in pairwise(together))
    assert any(e.lossy for e in together) == any(e.lossy for e in (*first, *second))


@given(st.text("重大項目建設(xiàng)，。", max_size=20), st.data())
def test_the_whole_text_goes_back_to_the_whole_input(text: str, data: st.DataObject) -> None:
    made = data.draw(edits(len(text)))
    after = apply(text, made)
    back = Trail(made).back(0, len(after))
    nobodys = made[0].end if made and (made[0].start, made[0].replacement) == (0, "") else 0  # deleted before the first character
    assert "".join(text[a:b] for a, b in back) == (text[nobodys:] if after else "")
    for i, character in enumerate(after):
        slices = Trail(made).back(i, i + 1)
        untouched = all(not (edit.start <= a < edit.end) for a, _ in slices for edit in made)
        assert not untouched or "".join(text[a:b] for a, b in slices) == character


@pytest.mark.parametrize(
    ("start", "end", "wanted"),
    [(0, 2, "重大"), (2, 3, "項(xiàng)"), (3, 4, "目"), (1, 3, "大項(xiàng)"), (0, 4, "重大項(xiàng)目"), (1, 1, "")],
)
def test_a_reading_that_was_taken_out_belongs_to_the_character_before_it(start: int, end: int, wanted: str) -> None:
    text = "重大項(xiàng)目"
    slices = Trail([Edit(3, 10, "", "reading")]).back(start, end)
    assert "".join(text[a:b] for a, b in slices) == wanted


def test_an_edit_of_an_edit_keeps_its_kind_and_its_doubt() -> None:
    (edit,) = compose([Edit(0, 3, "浙江省", "torn_run", lossy=True, doubt=True)], [Edit(0, 1, "淅", "other")])
    assert (edit.replacement, edit.kind, edit.lossy, edit.doubt) == ("淅江省", "torn_run", True, True)
