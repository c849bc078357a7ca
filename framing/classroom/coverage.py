"""Exercises across pieces: one claim told in two ways, and what a piece leaves out."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from framing.classroom.choosing import SAME, SURE, mixed, own_loaded, readable_member, stands_alone
from framing.classroom.passages import Desk, Piece, folded, words
from framing.classroom.types import Exercise, Item, Passage
from framing.types import Absence, Claim, Difference, DifferenceKind, Member, Span

#: What each kind of difference is called on the sheet; two kinds that a class cannot tell apart share a name.
NAMES: dict[DifferenceKind, str] = {
    "number": "a number",
    "hedge": "how sure it is",
    "attribution": "who says it, or whether anybody does",
    "attribution_lost": "who says it, or whether anybody does",
    "quote_altered": "the words of a quotation",
    "wording": "plain or loaded wording",
    "agent": "who did it",
    "contradiction": "one says the opposite of the other",
}
_ASK: dict[DifferenceKind, str] = {
    "number": "Ask where each figure comes from and what exactly it counts.",
    "hedge": "Ask what the surer piece knows that the other does not.",
    "attribution": "Ask which of the two sources was there.",
    "attribution_lost": "Without a source the claim looks like settled fact. Ask whether it is.",
    "quote_altered": "Words of a quotation may be cut only with a sign that they are. Ask what changed in meaning.",
    "wording": "Ask what the loaded wording adds to the fact.",
    "agent": "Ask who is helped by not saying who did it.",
    "contradiction": "Both cannot be true. Ask how you could find out.",
}
# A lost attribution is seen at a glance once the two sentences surely report the same.
_SURE: dict[DifferenceKind, float] = {"attribution_lost": 0.6}
# "Could" is also permission and past ability; these words leave no doubt that there is doubt.
_DOUBT = re.compile(
    r"\b(?:may|might|maybe|perhaps|possibly|reportedly|apparently|allegedly|appears?|appeared|seems?|seemed|likely|"
    r"unlikely|probably|unclear|uncertain|expected|suggests?|suggested)\b",
    re.IGNORECASE,
)
_ITEMS = 3
_NEAR_MISS = 0.1  # a nearest sentence scored above this is too close to print "not reported"


@dataclass(frozen=True)
class _Case:
    claim: Claim
    one: Member
    other: Member
    found: tuple[Difference, ...]

    @property
    def top(self) -> Difference:
        return max(self.found, key=lambda difference: difference.score)


def spot_the_difference(desk: Desk, rng: random.Random) -> Iterator[Exercise]:
    """Pairs of sentences on one claim that differ in something that can be named."""
    cases = _differing(desk)
    while cases:
        chosen = _varied(mixed(cases, rng))
        used = {case.claim.id for case in chosen}
        cases = [case for case in cases if case.claim.id not in used]
        yield Exercise(
            kind="spot-the-difference",
            title="Same claim: spot the difference",
            instruction=(
                "Both sentences report the same thing. What is different? Choose from the list (there may be more than "
                "one difference), then underline the words that show it in both sentences."
            ),
            difficulty="hard",
            options=tuple(dict.fromkeys(NAMES.values())),
            items=tuple(_difference_item(desk, case) for case in chosen),
            teaching=(
                "Two true reports may differ. The question is not “which one lies?” but “what would a reader of only "
                "this one believe?”"
            ),
        )


def _differing(desk: Desk) -> list[_Case]:
    cases: list[_Case] = []
    for claim in desk.comparison.claims:
        for one, other in combinations(claim.members, 2):
            if one.article == other.article:
                continue
            if desk.same(one, other) < SAME:
                continue
            found = tuple(d for d in claim.differences if _clear(desk, d, one, other))
            if found and readable_member(desk, one) and readable_member(desk, other):
                cases.append(_Case(claim, one, other, found))
    return cases


def _clear(desk: Desk, found: Difference, one: Member, other: Member) -> bool:
    """Whether the difference lies in these two members, is sure enough, and is of a sort that a class can see."""
    places = [(m.article, m.span) for m in (one, other)]
    if set(found.between) != {one.article, other.article} or found.score < _SURE.get(found.kind, SURE):
        return False
    if not found.spans or not all(any(p.article == a and p.span.overlaps(s) for a, s in places) for p in found.spans):
        return False
    told = [p.span.of(desk.piece(p.article).text) for p in found.spans]
    if found.kind == "hedge":
        doubts = [_DOUBT.search(text) is not None for text in told]
        return any(doubts) and not all(doubts)
    if found.kind == "wording":
        return any(f.article == p.article and f.span.overlaps(p.span) for f in own_loaded(desk) for p in found.spans)
    if found.kind == "attribution":
        # "The envoy" and the envoy's name are one source: only two full names are surely two persons.
        return all(len(words(text)) >= 2 and text.istitle() for text in told)
    return True


def _varied(cases: list[_Case]) -> list[_Case]:
    """Up to three cases of different claims, as many kinds of difference as there are."""
    chosen: list[_Case] = []
    for fresh in (True, False):
        for case in cases:
            if len(chosen) == _ITEMS or case.claim.id in {c.claim.id for c in chosen}:
                continue
            known = NAMES[case.top.kind] in {NAMES[c.top.kind] for c in chosen}
            if known is not fresh:
                chosen.append(case)
    return chosen


def _difference_item(desk: Desk, case: _Case) -> Item:
    shown: list[Passage] = []
    evidence: list[Passage] = []
    for member in (case.one, case.other):
        piece = desk.piece(member.article)
        sentence = piece.sentence_at(member.span)
        assert sentence is not None
        marks = {
            place.span
            for difference in case.found
            for place in difference.spans
            if place.article == piece.id and sentence.span.contains(place.span) and place.span != sentence.span
        }
        apart = [m for m in sorted(marks) if not any(m != o and o.contains(m) for o in marks)]
        shown.append(desk.passage(piece, sentence.span))
        evidence.append(desk.passage(piece, sentence.span, apart))
    order = sorted(case.found, key=lambda difference: -difference.score)
    answer = "; ".join(dict.fromkeys(NAMES[difference.kind] for difference in order))
    said = " ".join(f"{folded(d.message).rstrip('.')}." for d in order[:2]) if desk.shows_text else ""
    return Item("", tuple(shown), answer, f"{said} {_ASK[case.top.kind]}".strip(), tuple(evidence))


def what_is_missing(desk: Desk, rng: random.Random) -> Iterator[Exercise]:
    """For one piece, three statements of the others, one or two of which it does not report."""
    for piece in mixed([p for p in desk.pieces if not p.is_opinion], rng):
        absent = mixed([(c, a) for c in desk.comparison.claims for a in c.absent if _surely(desk, piece, c, a)], rng)
        present = mixed([c for c in desk.comparison.claims if _reports(desk, piece, c)], rng)
        if not absent or len(present) < 2:
            continue
        missing = absent[:2] if len(present) > 2 else absent[:1]
        items = [_missing_item(desk, piece, claim, found) for claim, found in missing]
        items += [_present_item(desk, piece, claim) for claim in present[: 4 - len(missing)]]
        yield Exercise(
            kind="what-is-missing",
            title=f"What is missing from piece {piece.letter}?",
            instruction=(
                f"These statements stand in other pieces. Search piece {piece.letter}: does it report the same thing, "
                "in whatever words? Where it does, write the paragraph."
            ),
            difficulty="hard",
            options=("reported", "not reported"),
            items=tuple(mixed(items, rng)),
            teaching=(
                "A piece cannot report everything: length, date and subject decide. Ask whether a reader needed the "
                "missing fact to judge what is there, and whether what is left out always helps the same side."
            ),
        )


def _surely(desk: Desk, piece: Piece, claim: Claim, found: Absence) -> bool:
    near = found.nearest is not None and found.nearest.score > min(_NEAR_MISS, desk.config.absence.max_nearest)
    return (
        found.article == piece.id
        and found.verdict == "absent"
        and not near
        and claim.origins >= desk.config.absence.min_origins
        and _told(desk, piece, claim) is not None
    )


def _told(desk: Desk, piece: Piece, claim: Claim, beside: Member | None = None) -> Member | None:
    """The shortest wording of the claim in another piece that can be understood alone; opinions are not statements.

    With ``beside``, one that surely reports the same as that member; without, one that another surely reports too.
    """
    told: list[Member] = []
    for member in claim.members:
        other = desk.piece(member.article)
        if other.id == piece.id or other.is_opinion or not readable_member(desk, member):
            continue
        partners = [beside] if beside is not None else [m for m in claim.members if m.article != piece.id]
        if stands_alone(member.text) and any(desk.same(member, m) >= SAME for m in partners):
            told.append(member)
    return min(told, key=lambda m: (len(words(m.text)), m.article, m.start), default=None)


def _own(desk: Desk, piece: Piece, claim: Claim) -> Member | None:
    return next((m for m in claim.members if m.article == piece.id and readable_member(desk, m)), None)


def _reports(desk: Desk, piece: Piece, claim: Claim) -> bool:
    own = _own(desk, piece, claim)
    return own is not None and _told(desk, piece, claim, own) is not None


def _missing_item(desk: Desk, piece: Piece, claim: Claim, found: Absence) -> Item:
    told = _told(desk, piece, claim)
    assert told is not None
    others = [m for m in claim.members if m.article not in (piece.id, told.article) and desk.same(m, told) >= SAME]
    evidence = [_sentence(desk, member) for member in others[:1]]
    explanation = f"Piece {piece.letter} was searched sentence by sentence and nothing in it says this."
    if evidence:
        explanation += f" Piece {evidence[0].letter} reports it too."
    if found.nearest is not None:
        evidence.append(desk.passage(piece, Span(found.nearest.start, found.nearest.end)))
        explanation += " The last passage is the nearest it comes."
    return Item("", (_sentence(desk, told),), "not reported", explanation, tuple(evidence) or (_sentence(desk, told),))


def _present_item(desk: Desk, piece: Piece, claim: Claim) -> Item:
    own = _own(desk, piece, claim)
    told = _told(desk, piece, claim, own)
    assert own is not None
    assert told is not None
    passage = _sentence(desk, own)
    return Item("", (_sentence(desk, told),), "reported", f"It stands in {passage.where}.", (passage,))


def _sentence(desk: Desk, member: Member) -> Passage:
    """The sentence that the member stands in."""
    piece = desk.piece(member.article)
    sentence = piece.sentence_at(member.span)
    return desk.passage(piece, sentence.span if sentence is not None else member.span)
