"""``govtext explain``: the words and the rule behind every field of every record, and why a number gave no record.

``govtext explain 新闻.html --why-not 110万平方米`` tells which rule left 110万平方米 out.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console, Group
from rich.table import Table
from rich.text import Text

from govtext.cli.documents import printable, read
from govtext.cli.show import STYLES, deadline_words

if TYPE_CHECKING:
    from govtext.records import Article, Document, Evidence, Target

AROUND = 14  # characters of the text on either side of a number that is asked about


def explain(
    file: Annotated[Path, typer.Argument(help="A page (.html, .htm, .txt), or a .jsonl file that `convert` wrote.")],
    why_not: Annotated[str | None, typer.Option(metavar="WORDS", help="Say why a number, as the page writes it, gave no record.")] = None,
    page: Annotated[bool, typer.Option("--page", help="Explain how the article was found in the page instead.")] = False,  # noqa: FBT002 - a flag
) -> None:
    """Show the words and rules behind every field of every record."""
    if page:
        from govtext.cli.explain_page import explain_page

        explain_page(file)
        return
    console = Console(highlight=False)
    told = 0
    for document in read(file):
        if why_not is None:
            console.print(records(document))
            told += document.article.empty is None
        else:
            answer = reasons(document.article, why_not)
            told += answer is not None
            console.print(answer or "", end="")
    if not told:
        typer.echo(f"govtext: {file}: {'no article' if why_not is None else f'the text has no {why_not}'}", err=True)
        raise typer.Exit(1)


def records(document: Document) -> Group:
    """Every record of a document, with its clause and, a line each, its fields' words, places and rules."""
    found = sorted((*document.targets, *document.achievements), key=lambda record: record.span.start)
    title = Text(printable(document.article.title or document.uri or document.id), style="bold")
    return Group(title, *(part for number, record in enumerate(found, 1) for part in _record(number, record)))


def _record(number: int, record: Target) -> tuple[Text | Table, ...]:
    words = (record.subject, record.action, record.quantity and record.quantity.text, deadline_words(record.deadline), record.actor)
    head = Text.assemble(
        f"\n{number}  ", (record.status, STYLES[record.status]), "  ", " · ".join(printable(word) for word in words if word)
    )
    lines = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    for _ in range(4):
        lines.add_column(overflow="fold")
    for evidence in record.evidence:
        lines.add_row(f"   {evidence.role}", Text(printable(evidence.text)), _place(evidence, record), Text(evidence.rule, style="cyan"))
    for flag in record.flags:
        lines.add_row("   flag", flag, "", "")
    return head, Text(f"   「{printable(record.quote)}」", style="dim"), lines


def _place(evidence: Evidence, record: Target) -> Text:
    if evidence.span is None:
        return Text("title" if evidence.text else "", style="dim")
    outside = not record.span.start <= evidence.span.start < record.span.end
    return Text(f"{evidence.span.start}–{evidence.span.end}{' elsewhere' if outside else ''}", style="dim")


def reasons(article: Article, words: str) -> Group | None:
    """For each place of the text that has these words: what was decided about its number, by which rule. None where no place has them."""
    from govtext.targets.find import decisions

    places = [place for place in range(len(article.text)) if article.text.startswith(words, place)] if words else []
    if not places:
        return None
    made = decisions(article)
    answers: list[Text] = []
    for place in places:
        end = place + len(words)
        before, after = article.text[max(0, place - AROUND) : place], article.text[end : end + AROUND]
        answers.append(Text.assemble(f"{place}–{end}  …{printable(before)}", (printable(words), "bold"), f"{printable(after)}…"))
        here = [decision for decision in made if decision.start < end and place < decision.end]
        for decision in here:
            kept = "a record" if decision.kept else "no record"
            answers.append(Text.assemble(f"   {printable(decision.text)}: {kept}: {decision.reason}  ", (decision.rule, "cyan")))
        if not here:
            answers.append(Text("   no number with a unit and no date was read here"))
    return Group(*answers)
