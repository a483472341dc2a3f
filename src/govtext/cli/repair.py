"""``govtext repair``: what was damaged in a page, before and after, and the page as it was published.

A place is a row: 「重大項(xiàng)目建設」 before, 「重大項目建設」 after, under the kind of repair that mended it.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from govtext.cli.documents import printable
from govtext.errors import OutputError, SourceError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govtext.page.edits import Edit
    from govtext.page.repair import Step

_AROUND = 8  # characters of context of a place
_NEAR = 4  # edits with fewer characters between them are one place
_LONGEST = 40  # characters of a place; what goes on is another one
_PLACES = 3  # of each kind, unless all are asked for


def repair(
    file: Annotated[Path, typer.Argument(help="A page: .html, .htm or .txt.")],
    out: Annotated[str | None, typer.Option("-o", "--out", help="Write the repaired page here, as UTF-8; - is standard output.")] = None,
    simplify: Annotated[bool, typer.Option("--simplify/--no-simplify", help="Turn Traditional characters to Simplified.")] = True,  # noqa: FBT002 - a flag
    everything: Annotated[bool, typer.Option("--all", help=f"Show every place, not the first {_PLACES} of a kind.")] = False,  # noqa: FBT002 - a flag
) -> None:
    """Show what was damaged in a page, before and after, and write the page as it was published."""
    from govtext.page.intake import intake
    from govtext.page.repair import repair_page

    try:
        decoded = intake(file.read_bytes())
    except OSError as error:
        raise SourceError(
            "unreadable", f"{file}: {error.strerror or error}; is the path right?", f"{file}：{error.strerror or error}，请检查路径"
        ) from error
    repaired = repair_page(decoded, simplify=simplify)
    console = Console(highlight=False, stderr=out == "-")
    console.print(Text(printable(f"{file}  {decoded.encoding}"), style="bold"))
    if decoded.replaced:
        console.print(Text(f"{decoded.replaced} bytes could not be decoded", style="red"))
    if not repaired.steps:
        console.print("nothing to repair")
    for step in repaired.steps:
        console.print()
        console.print(heading(step))
        console.print(table(step, None if everything else _PLACES))
    if out is not None:
        _write(out, repaired.text.encode("utf-8", "backslashreplace"))


def heading(step: Step) -> Text:
    """A kind of repair, how often it was done, what it mends."""
    from govtext.page.repair import REPAIRS

    promise = next(rule.promise for rule in REPAIRS if rule.kind == step.kind)
    shown = Text.assemble((step.kind, "bold"), f"  {len(step.edits)}  {promise}")
    lossy = sum(edit.lossy for edit in step.edits)
    return shown.append(f" Lossy {lossy}: characters were gone, and what stands there is a guess.", style="yellow") if lossy else shown


def table(step: Step, most: int | None = None) -> Table:
    """The places that a repair mended, each with its line in the page; the first ``most`` of them."""
    rows = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 1, 0, 0), header_style="dim")
    rows.add_column("line", justify="right", min_width=4)
    rows.add_column("before", ratio=1, overflow="fold")
    rows.add_column("after", ratio=1, overflow="fold")
    breaks = [i for i, c in enumerate(step.before) if c == "\n"]
    found = list(places(step))
    shown = found[:most]
    low = 0
    for place, following in zip_longest(shown, found[1 : len(shown) + 1]):
        high = following[0].start if following else len(step.before)
        rows.add_row(str(bisect_left(breaks, place[0].start) + 1), *sides(step.before, place, low, high))
        low = place[-1].end
    left = sum(map(len, found[len(shown) :]))
    if left:
        rows.add_row("", Text(f"… and {left} more; --all shows them", style="dim"), "")
    return rows


def places(step: Step) -> Iterator[list[Edit]]:
    """Edits that stand close together in a line, as one place."""
    place: list[Edit] = []
    for edit in step.edits:
        between = step.before[place[-1].end : edit.start] if place else ""
        if place and (len(between) >= _NEAR or "\n" in between or edit.end - place[0].start > _LONGEST):
            yield place
            place = []
        place.append(edit)
    if place:
        yield place


def sides(text: str, place: Sequence[Edit], low: int, high: int) -> tuple[Text, Text]:
    """A place before and after, with the characters that changed in colour, and what stands around it between two offsets."""
    before, after = Text(), Text()
    at = max(low, text.rfind("\n", 0, place[0].start) + 1, place[0].start - _AROUND)
    for edit in place:
        for side in (before, after):
            side.append(printable(text[at : edit.start]))
        before.append(printable(text[edit.start : edit.end]), style="red")
        after.append(printable(edit.replacement), style="green")
        at = edit.end
    rest = printable(text[at : min(high, at + _AROUND)].partition("\n")[0])
    return before.append(rest), after.append(rest)


def _write(out: str, page: bytes) -> None:
    if out == "-":
        typer.echo(page, nl=False)
        return
    try:
        Path(out).write_bytes(page)
    except OSError as error:
        raise OutputError(
            "unwritable", f"{out}: {error.strerror or error}; choose another -o", f"{out}：{error.strerror or error}，请另选 -o"
        ) from error
