"""An exercise on prominence: what two pieces put first."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import combinations, pairwise

from framing.classroom.choosing import SAME, mixed, readable_member, stands_alone
from framing.classroom.passages import Desk, Piece
from framing.classroom.types import Exercise, Item, Passage
from framing.types import Member

_APART = 0.06  # of an article's length: two claims closer than this have no clear order


def what_comes_first(desk: Desk, rng: random.Random) -> Iterator[Exercise]:
    """Claims that two pieces both report, in another order."""
    pairs = [pair for pair in combinations(desk.pieces, 2) if not any(p.is_opinion for p in pair)]
    for one, other in mixed(pairs, rng):
        shared = _shared(desk, one, other)
        picked = _reordered(mixed(shared, rng))
        if picked is None:
            continue
        items = tuple(_order_item(desk, one, other, picked, index) for index in range(len(picked)))
        yield Exercise(
            kind="what-comes-first",
            title="What comes first?",
            instruction=(
                f"Both pieces report these facts. Number them in the order in which piece {one.letter} reports them, "
                f"then in the order of piece {other.letter}. What does each want you to read first?"
            ),
            difficulty="medium",
            options=(),
            items=items,
            teaching=(
                "Most readers stop after a few paragraphs. What stands high is news; what stands low is often missed. "
                "Ask why each writer chose this order."
            ),
        )


_Shared = tuple[Member, Member]


def _shared(desk: Desk, one: Piece, other: Piece) -> list[_Shared]:
    found: list[_Shared] = []
    for claim in desk.comparison.claims:
        mine = [m for m in claim.members if m.article == one.id and readable_member(desk, m)]
        theirs = [m for m in claim.members if m.article == other.id and readable_member(desk, m)]
        if len(mine) != 1 or len(theirs) != 1 or desk.same(mine[0], theirs[0]) < SAME:
            continue
        if any(stands_alone(member.text) for member in (mine[0], theirs[0])):
            found.append((mine[0], theirs[0]))
    return found


def _reordered(shared: list[_Shared]) -> list[_Shared] | None:
    """Four (or three) claims with a clear order in both pieces, not the same one."""
    for size in (4, 3):
        for picked in combinations(shared, size):
            if all(_spaced([pair[side].position for pair in picked]) for side in (0, 1)) and (
                _ranks([pair[0].position for pair in picked]) != _ranks([pair[1].position for pair in picked])
            ):
                return list(picked)
    return None


def _spaced(positions: list[float]) -> bool:
    ordered = sorted(positions)
    return all(b - a >= _APART for a, b in pairwise(ordered))


def _ranks(positions: list[float]) -> list[int]:
    ordered = sorted(positions)
    return [ordered.index(position) + 1 for position in positions]


def _order_item(desk: Desk, one: Piece, other: Piece, picked: list[_Shared], index: int) -> Item:
    ranks = [_ranks([pair[side].position for pair in picked])[index] for side in (0, 1)]
    evidence: list[Passage] = []
    for piece, member in zip((one, other), picked[index], strict=True):
        sentence = piece.sentence_at(member.span)
        assert sentence is not None
        evidence.append(desk.passage(piece, sentence.span))
    last = index == len(picked) - 1
    return Item(
        f"{one.letter} ____   {other.letter} ____",
        (evidence[0] if stands_alone(picked[index][0].text) else evidence[1],),
        f"{one.letter}: {ranks[0]}, {other.letter}: {ranks[1]}",
        f"Piece {one.letter} has it in {evidence[0].where}, piece {other.letter} in {evidence[1].where}.",
        tuple(evidence),
        lines=2 if last else 0,
    )
