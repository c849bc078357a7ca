"""What the coverage table says of each source at a glance: who reports the shared claims, and on whose word.

Counts are of claims that two or more independent origins report (the groups *shared* and *disputed*). They are not a
measure of quality: a piece may report few of them for good reasons, and own voice may be right where a fact is plain.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from framing.report.coverage import Cell, Row, vouching
from framing.report.story import Piece, Story


@dataclass(frozen=True, slots=True)
class Standing:
    """How one source stands to the claims that two or more origins report.

    ``own``, ``attributed`` and ``quoted`` add up to the ``reported`` ones; ``hedged``, ``denied`` and ``late`` are
    among these. ``absent``, ``cannot_tell`` and ``unmatched`` are the rest of ``claims``.
    """

    piece: Piece
    claims: int
    own: int = 0
    attributed: int = 0
    quoted: int = 0
    hedged: int = 0
    denied: int = 0
    late: int = 0
    absent: int = 0
    cannot_tell: int = 0
    unmatched: int = 0

    @property
    def reported(self) -> int:
        return self.own + self.attributed + self.quoted


@dataclass(frozen=True, slots=True)
class Unsourced:
    """A claim that ``here`` reports in own voice alone, while ``elsewhere`` give it on somebody's word."""

    row: Row
    here: Cell
    elsewhere: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Vouchers:
    """On whose word each source has one claim: ``own`` give no source, ``sourced`` do, each with whose word it is."""

    own: tuple[Piece, ...]
    sourced: tuple[tuple[Piece, str], ...]
    absent: tuple[Piece, ...]


def shared_rows(story: Story) -> tuple[Row, ...]:
    """The rows of claims that two or more independent origins report, in their order."""
    return story.group("shared") + story.group("disputed")


def standings(story: Story) -> tuple[Standing, ...]:
    """Each source's standing, in the order of the sources."""
    rows = shared_rows(story)
    return tuple(_standing(piece, [row.cells[piece.number - 1] for row in rows]) for piece in story.pieces)


def _standing(piece: Piece, cells: Sequence[Cell]) -> Standing:
    states = Counter(cell.state for cell in cells)
    return Standing(
        piece,
        len(cells),
        own=states["own"],
        attributed=states["attributed"],
        quoted=states["quoted"],
        hedged=sum(cell.hedged for cell in cells),
        denied=sum(cell.denied for cell in cells),
        late=sum(cell.buried for cell in cells),
        absent=states["absent"],
        cannot_tell=states["cannot_tell"],
        unmatched=states["unmatched"] + states["other_story"],
    )


def unsourced(story: Story, piece: Piece) -> tuple[Unsourced, ...]:
    """The claims ``piece`` states in its own voice alone that others report on somebody's word, in its own order.

    Claims that only carriers of the same copy share are left out: there the words are one text's.
    """
    found = []
    for row, cell in story.claims_of(piece):
        elsewhere = tuple(c for c in row.reporting if c.article != piece.id and c.sourced)
        if row.group in ("shared", "disputed") and cell.state == "own" and elsewhere:
            found.append(Unsourced(row, cell, elsewhere))
    return tuple(found)


def vouchers(story: Story, row: Row) -> Vouchers:
    """On whose word each source reports the claim of ``row``."""
    own, sourced, absent = [], [], []
    for cell in row.cells:
        piece = story.piece(cell.article)
        if cell.lead is not None and cell.sourced:
            sourced.append((piece, vouching(cell.lead)))
        elif cell.lead is not None:
            own.append(piece)
        elif cell.state == "absent":
            absent.append(piece)
    return Vouchers(tuple(own), tuple(sourced), tuple(absent))
