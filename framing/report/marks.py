"""A stretch of text cut where marks begin and end, so that nested and overlapping marks can be drawn flat."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from framing.types import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """A span to be marked: ``kind`` decides how it is drawn, ``key`` names what it is."""

    start: int
    end: int
    kind: str
    key: str = ""

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text under the same marks; ``opening`` and ``closing`` are those that begin and end with it."""

    text: str
    marks: tuple[Mark, ...] = ()
    opening: tuple[Mark, ...] = ()
    closing: tuple[Mark, ...] = ()

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of the marks over the segment, each once, in order."""
        return tuple(dict.fromkeys(mark.kind for mark in self.marks))


def segments(text: str, within: Span, marks: Iterable[Mark]) -> tuple[Segment, ...]:
    """``text`` inside ``within`` as segments that together repeat it exactly.

    A mark that reaches beyond ``within`` is drawn up to its edge; it opens (closes) here only if its first (last)
    character is inside. Empty marks are left out.
    """
    inside = sorted(
        (mark for mark in marks if mark.start < mark.end and mark.span.overlaps(within)),
        key=lambda m: (m.start, -m.end, m.kind, m.key),
    )
    edges = {within.start, within.end}
    for mark in inside:
        edges.update((max(mark.start, within.start), min(mark.end, within.end)))
    cuts = sorted(edges)
    return tuple(_segment(text, Span(a, b), inside) for a, b in pairwise(cuts))


def _segment(text: str, span: Span, marks: Sequence[Mark]) -> Segment:
    over = tuple(mark for mark in marks if mark.span.contains(span))
    return Segment(
        span.of(text),
        over,
        tuple(mark for mark in over if mark.start == span.start),
        tuple(mark for mark in over if mark.end == span.end),
    )
