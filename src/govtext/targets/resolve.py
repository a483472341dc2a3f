"""From drafts to records: only here do dates meet the publication date, and plain data meets Pydantic."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from govtext.mentions import quantities as quantity_reader
from govtext.records import Target

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govtext.records import Article
    from govtext.targets.draft import Draft
    from govtext.targets.piece import Piece
    from govtext.targets.scene import Scene
    from govtext.targets.typeset import Typeset


def records(scene: Scene, drafts: Iterable[Draft], article: Article, source: Typeset) -> tuple[Target, ...]:
    """The records of a text in its order."""
    torn = [d.span for d in article.doubts]
    rows = []
    for draft in drafts:
        row = _row(scene, draft, source)
        anchor = row["quantity"]["span"] if row["quantity"] else row["deadline"]["span"]
        row["flags"] = ("after_torn_run",) if any(s.start <= anchor["start"] <= s.end for s in torn) else ()
        rows.append((anchor["start"], row))
    rows.sort(key=lambda pair: pair[0])
    return tuple(Target.model_validate(row) for _, row in rows)


def _row(scene: Scene, draft: Draft, source: Typeset) -> dict[str, Any]:
    here = scene.clause(draft.clause)
    figure = scene.figures.get(draft.quantity) if draft.quantity is not None else None
    first, last = figure.row if figure else (here.start, here.end)
    quantity = None
    if draft.quantity is not None:
        read = scene.quantities[draft.quantity]
        quantity = quantity_reader.plain(scene.text, read) | {
            "measure": draft.measure,
            "text": source.words(read.outer_start, read.outer_end),
            "span": source.span(read.start, read.end),
        }
    deadline = _deadline(scene, draft, source)
    anchor = quantity["span"] if quantity else deadline["span"]  # type: ignore[index]
    quote = source.words(first, last)
    identity = sha256(f"{draft.kind}\n{anchor['start']}\n{anchor['end']}\n{quote}".encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return {
        "id": f"t_{identity}",
        "kind": draft.kind,
        "status": draft.stance.status,
        "commitment": draft.stance.commitment,
        "cue": draft.stance.cue,
        "subject": draft.subject.text if draft.subject else None,
        "action": draft.action.text if draft.action else None,
        "actor": draft.actor.text if draft.actor else None,
        "quantity": quantity,
        "deadline": deadline,
        "baseline": draft.baseline.text if draft.baseline else None,
        "quote": quote,
        "span": source.span(first, last),
        "evidence": tuple(_evidence(scene, draft, deadline, source)),
        "inherited": draft.inherited,
    }


def _deadline(scene: Scene, draft: Draft, source: Typeset) -> dict[str, Any] | None:
    if draft.when is None:
        return None
    if draft.when.time is None:
        title = scene.title
        if title.period:
            start, end = title.period
            return {
                "text": scene.title_text,
                "span": None,
                "start": start,
                "end": end,
                "grain": "years",
                "relation": "within",
                "inherited": True,
                "rule": draft.when.rule,
            }
        return {
            "text": title.year_text, "span": None, "start": f"{title.year}-01-01", "end": f"{title.year}-12-31",
            "grain": "year", "relation": "within", "inherited": True, "rule": draft.when.rule,
        }  # fmt: skip
    time = scene.times[draft.when.time]
    days = scene.resolve(draft.when.time)
    if draft.when.turn is not None and days.start is not None:
        year = days.start.year + draft.when.turn
        days = replace(days, start=date(year, 1, 1), end=date(year, 12, 31))
    return {
        "text": source.words(time.start, time.end),
        "span": source.span(time.start, time.end),
        "start": days.start,
        "end": days.end,
        "grain": time.grain,
        "relation": time.relation,
        "inherited": draft.when.inherited,
        "rule": time.rule,
        "alternatives": tuple({"start": a, "end": b} for a, b in days.alternatives),
    }


def _evidence(scene: Scene, draft: Draft, deadline: dict[str, Any] | None, source: Typeset) -> list[dict[str, Any]]:
    out: list[dict[str, Any]] = []

    def add(role: str, start: int, end: int, rule: str) -> None:
        out.append({"role": role, "text": source.words(start, end), "span": source.span(start, end), "rule": rule})

    def piece(role: str, found: Piece | None) -> None:
        if found is not None and found.start >= 0:
            add(role, found.start, found.end, found.rule)
        elif found is not None:
            out.append({"role": role, "text": found.text, "span": None, "rule": found.rule})

    piece("subject", draft.subject)
    piece("action", draft.action)
    piece("actor", draft.actor)
    if draft.quantity is not None:
        read = scene.quantities[draft.quantity]
        add("quantity", read.start, read.end, read.rule)
    if deadline is not None:
        out.append({"role": "deadline", "text": deadline["text"], "span": deadline["span"], "rule": draft.when.rule if draft.when else ""})
    stance = draft.stance
    if stance.start >= 0:
        add("commitment" if stance.cue and stance.status == "planned" else "status", stance.start, stance.end, stance.rule)
    else:
        out.append({"role": "status", "text": "", "span": None, "rule": stance.rule})
    piece("baseline", draft.baseline)
    return out
