"""An article cut into windows that the reader takes in one pass each: whole sentences, the one before as context."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

LIMIT = 192
"""Word pieces of a window, [CLS] and [SEP] included; a longer sentence is cut."""
LONGEST_CONTEXT = 64
"""A sentence of more pieces is not repeated as context of the next window."""


@dataclass(frozen=True, slots=True)
class Window:
    """Sentences ``first`` to ``last`` (exclusive); those before ``fresh`` were read before and are context only."""

    first: int
    fresh: int
    last: int


def cut(lengths: Sequence[int]) -> tuple[Window, ...]:
    """Windows over sentences of ``lengths`` word pieces; every sentence is fresh in exactly one of them."""
    room = LIMIT - 2
    found: list[Window] = []
    at = 0
    while at < len(lengths):
        first = at
        if at and lengths[at - 1] <= LONGEST_CONTEXT and lengths[at - 1] + min(lengths[at], room) <= room:
            first = at - 1
        used = sum(lengths[first:at])
        last = at
        while last < len(lengths) and (last == at or used + lengths[last] <= room):
            used += min(lengths[last], room)
            last += 1
        found.append(Window(first, at, last))
        at = last
    return tuple(found)
