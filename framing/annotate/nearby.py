"""Which sentence a position is in, and which sentences a span touches: by bisection, for texts of any length."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import Generic, Protocol, TypeVar

from framing.types import Sentence, Span

T = TypeVar("T")


class Placed(Protocol):
    """Anything that stands at a place in the text."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


P = TypeVar("P", bound=Placed)


class Ordered(Generic[P]):
    """Names, quotations or spans in order of their start, to be looked up by what they touch."""

    def __init__(self, items: Iterable[P]) -> None:
        self._items = sorted(items, key=lambda item: item.start)
        self._starts = [item.start for item in self._items]
        self._longest = max((item.end - item.start for item in self._items), default=0)

    def touching(self, start: int, end: int) -> list[P]:
        """The items that share a character with ``[start, end)``, in order."""
        first = bisect_left(self._starts, start - self._longest)
        return [item for item in self._items[first : bisect_left(self._starts, end)] if item.end > start]

    def inside(self, start: int, end: int) -> list[P]:
        """The items that lie wholly in ``[start, end)``, in order."""
        return [item for item in self.touching(start, end) if start <= item.start and item.end <= end]


class Places:
    """The sentences of a text, in order, to be looked up by position."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._sentences = sentences
        self._starts = [s.start for s in sentences]

    def index(self, position: int) -> int:
        """Index of the sentence that holds ``position``, else of the last one that begins before it, else 0."""
        return max(bisect_right(self._starts, position) - 1, 0)

    def holding(self, position: int) -> Sentence | None:
        """The sentence that holds ``position``."""
        if not self._sentences:
            return None
        sentence = self._sentences[self.index(position)]
        return sentence if sentence.start <= position < sentence.end else None

    def touched(self, span: Span) -> range:
        """Indices of the sentences from the one that holds the span's start to the one that holds its end."""
        return (
            range(self.index(span.start), max(bisect_left(self._starts, span.end), 1)) if self._sentences else range(0)
        )

    def sorted_in(self, items: Iterable[tuple[Span, T]]) -> list[list[T]]:
        """For each sentence the items whose span touches it."""
        shelves: list[list[T]] = [[] for _ in self._sentences]
        for span, item in items:
            for index in self.touched(span):
                if not shelves[index] or shelves[index][-1] is not item:
                    shelves[index].append(item)
        return shelves
