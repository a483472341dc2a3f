"""Several subjects under one verb: 「城镇、农村居民人均可支配收入分别增长5%和6%」 is two subjects, one for each number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govtext.targets.piece import header
from govtext.targets.tokens import is_link

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govtext.targets.piece import Piece
    from govtext.targets.tokens import Token


def share_out(tokens: Sequence[Token], subject: Piece, count: int) -> tuple[Piece, ...] | None:
    """The subject's parts, one for each of ``count`` numbers; None when they are not as many."""
    inside = [t for t in tokens if subject.start <= t.start and t.end <= subject.end and t.part not in ("time", "adverb")]
    parts: list[list[Token]] = [[]]
    for token in inside:
        if token.word == "、" or is_link(token):
            parts.append([])
        else:
            parts[-1].append(token)
    parts = [p for p in parts if p]
    if len(parts) != count or count < 2:
        return None
    last = parts[-1]
    out = []
    for part in parts[:-1]:
        # 城镇、农村【居民人均可支配收入】: what follows the last part's own words belongs to all
        short = len(part) < len(last) and len("".join(t.word for t in part)) <= len(last[0].word) + 2
        out.append(header([*part, *(last[len(part) :] if short else [])], "shared_out"))
    out.append(header(last, "shared_out"))
    return tuple(p for p in out if p is not None) if all(out) else None


def group(tokens: Sequence[Token], numbers: Sequence[int], first: int) -> int:
    """How many numbers stand in a row from ``numbers[first]``, joined by 、 or 和 alone."""
    count = 1
    for order in range(first, len(numbers) - 1):
        between = [t for t in tokens[numbers[order] + 1 : numbers[order + 1]] if t.part != "adverb"]
        if not between or not all(t.word == "、" or is_link(t) for t in between):
            break
        count += 1
    return count


def spreads(tokens: Sequence[Token], floor: int, at: int) -> bool:
    """Whether 分别 stands in front of the number."""
    return any(t.word in ("分别", "各") for t in tokens[floor:at])
