"""The words of a difference that the judge finds where no detector named the place.

Directed kinds need a direction: which side drops the source, hedges, hides the doer or colours the words. Where the
annotations do not tell it, nothing is said.
"""

from __future__ import annotations

from collections.abc import Callable

from framing.compare.differences import attribution, attribution_lost, hedge, number
from framing.compare.differences.sides import Side, difference
from framing.compare.differences.wording import counterpart
from framing.types import Difference, DifferenceKind


def show(kind: DifferenceKind, a: Side, b: Side, score: float) -> Difference | None:
    """The difference of ``kind`` with the words that come nearest to it; ``None`` where its direction is unknown."""
    return _SHOWN[kind](a, b, score)


def _number(a: Side, b: Side, score: float) -> Difference | None:
    found = number.pairs(a, b)
    return number.tell(a, found[0][1], b, found[0][2], score) if found else None


def _wording(a: Side, b: Side, score: float) -> Difference | None:
    marks = [max((w.score for w in side.charged), default=0.0) for side in (a, b)]
    one, other = (marks[0], a.loaded), (marks[1], b.loaded)
    if one == other:
        return None
    charged, plain = (a, b) if one > other else (b, a)
    best = max(charged.charged, key=lambda w: (w.score, -w.start), default=None)
    if best is None:
        message = f"{charged.label} words it more strongly than {plain.label}."
        return difference("wording", charged, plain, (charged.span, plain.span), score, message)
    beside = counterpart(plain, charged, best.span)
    message = f"{charged.label} words it more strongly, {charged.said(best.span, 8)}, than {plain.label}."
    return difference("wording", charged, plain, (best.span, beside), score, message)


_SHOWN: dict[DifferenceKind, Callable[[Side, Side, float], Difference | None]] = {
    "attribution": attribution.tell,
    "attribution_lost": attribution_lost.tell,
    "number": _number,
    "hedge": hedge.tell,
    "wording": _wording,
}
