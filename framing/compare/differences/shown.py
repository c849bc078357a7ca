"""The words of a difference that the judge finds where no detector named the place.

Directed kinds need a direction: which side drops the source, hedges, hides the doer or colours the words. Where the
annotations do not tell it, nothing is said.
"""

from __future__ import annotations

from collections.abc import Callable

from framing.compare.differences.sides import Side, difference
from framing.compare.differences.sources import same, speaks
from framing.compare.differences.wording import counterpart
from framing.types import Difference, DifferenceKind, Source, Span


def show(kind: DifferenceKind, a: Side, b: Side, score: float) -> Difference | None:
    """The difference of ``kind`` with the words that come nearest to it; ``None`` where its direction is unknown."""
    return _SHOWN[kind](a, b, score)


def _attribution(a: Side, b: Side, score: float) -> Difference | None:
    one, other = _source(a), _source(b)
    if (one is None and other is None) or _one_source(a, b):
        return None
    spans = (one or a.span, other or b.span)
    message = f"It stands on another's word: {_vouched(a, one)}, {_vouched(b, other)}."
    return difference("attribution", a, b, spans, score, message)


def _one_source(a: Side, b: Side) -> bool:
    """Whether both sides name a source and the two are, or may well be, one."""
    one, other = _told(a), _told(b)
    return one is not None and other is not None and same(a, one, b, other)


def _told(side: Side) -> Source | None:
    attribution = side.main[1] or next((x for x in side.attributions if x.source is not None), None)
    return attribution.source if attribution is not None else None


def _source(side: Side) -> Span | None:
    source = _told(side)
    return source.span if source is not None else None


def _vouched(side: Side, source: Span | None) -> str:
    if source is None:
        return f"{side.label} has {side.said(side.span)}"
    return f"{side.label} has it from {side.said(source)}"


def _attribution_lost(a: Side, b: Side, score: float) -> Difference | None:
    told = [_source(side) is not None or speaks(side.member.text) for side in (a, b)]
    own = [side.member.status == "own" for side in (a, b)]
    if own[0] == own[1] and told[0] == told[1]:
        return None
    bare, sourced = (a, b) if (own[0], not told[0]) > (own[1], not told[1]) else (b, a)
    said = sourced.main[0] if sourced.main[1] is not None else sourced.span
    return difference(
        "attribution_lost",
        bare,
        sourced,
        (bare.span, said),
        score,
        f"{sourced.label} tells whose word this is: {sourced.said(said)}; "
        f"{bare.label} states it in its own voice: {bare.said(bare.span)}.",
    )


def _number(a: Side, b: Side, score: float) -> Difference | None:
    from framing.compare.differences import number

    found = number.pairs(a, b)
    return number.tell(a, found[0][1], b, found[0][2], score) if found else None


def _hedge(a: Side, b: Side, score: float) -> Difference | None:
    if len(a.hedges) == len(b.hedges):
        return None
    flat, hedged = (a, b) if len(a.hedges) < len(b.hedges) else (b, a)
    cue = hedged.hedges[0]
    return difference(
        "hedge",
        flat,
        hedged,
        (flat.span, cue),
        score,
        f"{flat.label} gives it as more certain than {hedged.label}, which has the reservation {hedged.said(cue)}: "
        f"{flat.said(flat.span)} against {hedged.said(hedged.span)}.",
    )


def _wording(a: Side, b: Side, score: float) -> Difference | None:
    marks = [max((w.score for w in side.charged), default=0.0) for side in (a, b)]
    one, other = (marks[0], a.loaded), (marks[1], b.loaded)
    if one == other:
        return None
    charged, plain = (a, b) if one > other else (b, a)
    best = max(charged.charged, key=lambda w: (w.score, -w.start), default=None)
    span = best.span if best is not None else charged.span
    beside = counterpart(plain, charged, span) if best is not None else plain.span
    return difference(
        "wording",
        charged,
        plain,
        (span, beside),
        score,
        f"{charged.label} words it more strongly, {charged.said(span)}, than {plain.label}: {plain.said(beside)}.",
    )


_SHOWN: dict[DifferenceKind, Callable[[Side, Side, float], Difference | None]] = {
    "attribution": _attribution,
    "attribution_lost": _attribution_lost,
    "number": _number,
    "hedge": _hedge,
    "wording": _wording,
}
