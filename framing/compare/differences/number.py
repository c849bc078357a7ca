"""number: two figures for one quantity that cannot both be meant.

The quantity is one where the counted thing, or the words around the figures, are the same; whether the figures agree
(units, rounding, "nearly", "at least", ranges) is the matter of ``framing.language.quantities``. A later figure from a
later article may be an update rather than a disagreement, and the message says so.
"""

from __future__ import annotations

from framing.compare import content
from framing.compare.differences.sides import Side, difference
from framing.language import measure
from framing.types import Difference, Quantity

#: Words on each side of a figure that tell what it measures.
AROUND = 5


def find(a: Side, b: Side) -> Difference | None:
    """The first pair of figures for one quantity that do not agree; ``None`` if there is none."""
    from framing.language import quantities

    agreeing = [(q, r) for q in a.quantities for r in b.quantities if _same_figure(q, r) or quantities.agree(q, r)]
    matched = {q for pair in agreeing for q in pair}
    best: tuple[float, Quantity, Quantity] | None = None
    for q in a.quantities:
        for r in b.quantities:
            if q in matched or r in matched or not quantities.comparable(q, r) or _no_rivals(a, q, b, r):
                continue
            near = _near(a, q, b, r)
            if near > 0 and (best is None or near > best[0]):
                best = (near, q, r)
    if best is None:
        return None
    near, q, r = best
    return difference(
        "number",
        a,
        b,
        (q.span, r.span),
        min(0.95, 0.5 + 0.5 * near),
        f"The figures differ: {a.label} has {a.said(q.span)}, {b.label} has {b.said(r.span)}.{_update(a, b)}",
    )


def _same_figure(q: Quantity, r: Quantity) -> bool:
    """Whether the figures are equal though one lacks the unit or the noun."""
    if q.value is None or r.value is None or q.unit in ("date", "time") or r.unit in ("date", "time"):
        return False
    return abs(q.value - r.value) <= 0.005 * max(abs(q.value), abs(r.value))


def _no_rivals(a: Side, q: Quantity, b: Side, r: Quantity) -> bool:
    """Whether the two are the same words, two parts of a whole, or mere days of the week."""
    if q.span.of(a.text).casefold() == r.span.of(b.text).casefold():
        return True
    if q.unit == r.unit == "percent" and q.value is not None and r.value is not None:
        return abs(q.value + r.value - 100) < 0.01
    return q.unit == "date" and _near(a, q, b, r) < 0.5


def _near(a: Side, q: Quantity, b: Side, r: Quantity) -> float:
    """How sure it is that two figures measure one thing: shared words around them, 0 where nothing ties them."""
    one, other = _around(a, q), _around(b, r)
    common = len(one & other) / max(1, min(len(one), len(other)))
    if q.noun and r.noun:
        if content.stem(q.noun) == content.stem(r.noun):
            return max(common, 0.5)
        return max(common, 0.3) if measure.alike(q.noun, r.noun) else 0.0
    return common


def _around(side: Side, quantity: Quantity) -> frozenset[str]:
    inside = [i for i, w in enumerate(side.words) if quantity.start <= w.start < quantity.end]
    if not inside:
        return frozenset()
    near = side.words[max(0, inside[0] - AROUND) : inside[0]] + side.words[inside[-1] + 1 : inside[-1] + 1 + AROUND]
    return frozenset(
        content.stem(w.lower) for w in near if w.lower not in content.STOPWORDS and not w.lower[0].isdigit()
    )


def _update(a: Side, b: Side) -> str:
    one, other = a.annotation.article.published, b.annotation.article.published
    if not one or not other or one == other:
        return ""
    earlier, later = (a, b) if one < other else (b, a)
    return f" {later.label} appeared later than {earlier.label}, so this may be an update and not a disagreement."
