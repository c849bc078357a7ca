"""What passes between the steps of reading: a cut-out piece, and what is known of where it comes from."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any

from framing.types import Genre, Note, Region, Span


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a piece comes from, as far as one source of evidence tells; ``None`` and ``()`` mean not told."""

    title: str | None = None
    outlet: str | None = None
    agency: str | None = None
    bylines: tuple[str, ...] = ()
    published: str | None = None
    genre: Genre | None = None

    def over(self, weaker: Provenance) -> Provenance:
        """This evidence, with the gaps filled from ``weaker``."""
        gaps: dict[str, Any] = {f.name: getattr(weaker, f.name) for f in fields(self) if not getattr(self, f.name)}
        return replace(self, **gaps)


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece as it was cut out of its source, before its regions, provenance and genre are worked out.

    ``title`` and ``regions`` are spans into ``text``; ``offset`` is where ``text`` begins in the decoded file, ``None``
    for converted formats. ``known`` is what layout, markup or front matter told; ``settled`` what a person wrote
    (front matter, command line), which no later guess may change. ``labels`` are section words, addresses and the like
    that speak about the piece but stand outside it; ``tail`` is what follows it on its page
    (a paywall's words, a link to the rest).
    """

    text: str
    offset: int | None = None
    title: Span | None = None
    known: Provenance = Provenance()
    settled: Provenance = Provenance()
    regions: tuple[Region, ...] = ()
    notes: tuple[Note, ...] = ()
    labels: tuple[str, ...] = ()
    tail: str = ""
