"""The same claim as each source words it, and the plainer words that another source has for a marked place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from framing.report.coverage import Cell, Row, vouched
from framing.report.overview import shared_rows
from framing.report.story import Marked, Piece, Story
from framing.types import Member, Span

#: The rules that mark a claim or premise in own voice for want of a source.
UNSOURCED = frozenset({"S201", "S204"})
#: Most plainer wordings shown beside one finding.
PLAINER = 2


@dataclass(frozen=True, slots=True)
class Side:
    """One source's sentence for a claim, with the wording findings in own voice that stand in it."""

    piece: Piece
    member: Member
    charged: tuple[Marked, ...]


@dataclass(frozen=True, slots=True)
class Worded:
    """A claim that one source at least words with charge: one sentence a source, charged ones first."""

    row: Row
    sides: tuple[Side, ...]


def worded(story: Story) -> tuple[Worded, ...]:
    """The claims of two or more origins that some words charge and others do not, in the order of the rows."""
    found = []
    for row in shared_rows(story):
        sides = [_side(story.piece(cell.article), cell) for cell in row.reporting]
        if any(side.charged for side in sides) and not all(side.charged for side in sides):
            found.append(Worded(row, tuple(sorted(sides, key=lambda s: (not s.charged, s.piece.number)))))
    return tuple(found)


def _side(piece: Piece, cell: Cell) -> Side:
    """The source's sentence that shows its wording: the first charged one, else the one that shows its state."""
    for member in sorted(cell.members, key=lambda m: (m.start, m.end)):
        if charged := _charged(piece, member.span):
            return Side(piece, member, charged)
    assert cell.lead is not None
    return Side(piece, cell.lead, ())


def _charged(piece: Piece, span: Span) -> tuple[Marked, ...]:
    return tuple(m for m in piece.family("W", own=True) if m.finding.span.overlaps(span))


def plainer(story: Story, piece: Piece, marked: Marked) -> tuple[Side, ...]:
    """How other sources word the claim in which a wording finding stands, without any such finding; the surest first.

    Only sentences that were scored as a pair with the marked one count: a claim may hold several sentences of a
    source, and only the one that says the same is a plainer wording of it. Empty for rules that do not concern wording.
    """
    if not marked.finding.rule.startswith("W"):
        return ()
    return _first((score, side) for score, side in _paired(story, piece, marked) if not side.charged)


def sourced(story: Story, piece: Piece, marked: Marked) -> tuple[Side, ...]:
    """Which other sources give the claim, in which a finding on a missing source stands, on somebody's word.

    Only for S201 and S204, and only sentences that were scored as a pair with the marked one, the surest first.
    """
    if marked.finding.rule not in UNSOURCED:
        return ()
    return _first((score, side) for score, side in _paired(story, piece, marked) if vouched(side.member))


def _paired(story: Story, piece: Piece, marked: Marked) -> Iterator[tuple[float, Side]]:
    """Sentences of other origins scored as a pair with the one in which an own-voice finding stands."""
    for member, other, score in story.pairs_of(piece.id) if marked.finding.voice == "own" else ():
        theirs = story.piece(other.article)
        if member.span.overlaps(marked.finding.span) and theirs.origin != piece.origin:
            yield score, Side(theirs, other, _charged(theirs, other.span))


def _first(found: Iterable[tuple[float, Side]]) -> tuple[Side, ...]:
    chosen: dict[str, Side] = {}
    for _, side in sorted(found, key=lambda item: (-item[0], item[1].piece.number, item[1].member.start)):
        chosen.setdefault(side.piece.id, side)
    return tuple(chosen.values())[:PLAINER]
