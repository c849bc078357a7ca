"""wording: charged words in one outlet's own voice where the other tells the same claim plainly.

The charged side must have a marked wording in its own voice; the plain side must have none there in any voice, since a
charged word in a quotation shows that the matter itself is told as charged.
"""

from __future__ import annotations

from framing.compare import content
from framing.compare.differences.sides import Side, difference
from framing.types import Difference, Span


def find(a: Side, b: Side) -> Difference | None:
    """The difference with the charged side first in ``between``; ``None`` where both or neither are charged."""
    one, other = a.charged, b.charged
    if bool(one) == bool(other):
        return None
    first, second, spans = (a, b, one) if one else (b, a, other)
    shared = content.content_stems(second.member.text)
    telling = [w for w in spans if not content.content_stems(w.span.of(first.text)) <= shared]
    if not telling:
        return None
    strongest = max(telling, key=lambda w: (w.score, -w.start))
    plain = counterpart(second, first, strongest.span)
    return difference(
        "wording",
        first,
        second,
        (strongest.span, plain),
        strongest.score,
        f"{first.label} has {first.said(strongest.span, 8)} in its own voice; {_plainly(second, plain)}.",
    )


def _plainly(side: Side, span: Span) -> str:
    if span == side.span:
        return f"{side.label} does without"
    return f"{side.label} has {side.said(span, 8)}"


def counterpart(plain: Side, charged: Side, span: Span) -> Span:
    """The stretch of the plain sentence that stands where the charged words stand: between the same neighbours."""
    before = [content.stem(w.lower) for w in charged.words if w.end <= span.start and w.lower not in content.STOPWORDS]
    after = [content.stem(w.lower) for w in charged.words if w.start >= span.end and w.lower not in content.STOPWORDS]
    stems = [content.stem(w.lower) for w in plain.words]
    left = next((stems.index(s) for s in reversed(before[-4:]) if s in stems), None)
    right = next((stems.index(s) for s in after[:4] if s in stems), None)
    if left is not None and right is not None and left < right and right - left <= 14:
        return Span(plain.words[left].start, plain.words[right].end)
    return plain.span
