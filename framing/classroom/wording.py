"""Exercises on loaded words: find them, and say the same thing plainly."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

from framing.classroom.choosing import own_loaded, readable, spread, weaker
from framing.classroom.passages import Desk, Piece, words
from framing.classroom.types import Exercise, Item, Passage
from framing.compare import content
from framing.types import Finding, Member, Sentence, Span

_ITEMS = 4
_FEWEST = 2
_AROUND = 4  # words on each side of a marked word that tell what it stands with
_SHARED = 2  # content words of these that the plain wording must have
_PLAIN = 0.3  # a sentence loaded no more than this may stand as the plain wording


@dataclass(frozen=True)
class _Case:
    piece: Piece
    sentence: Sentence
    found: tuple[Finding, ...]


def loaded_word(desk: Desk, rng: random.Random) -> Iterator[Exercise]:
    """Sentences in the writer's own voice with a word that takes sides; the pupil finds and replaces it."""
    cases = _cases(desk)
    while len(cases) >= _FEWEST:
        chosen = spread(cases, lambda case: case.piece.id, rng, _ITEMS)
        cases = [case for case in cases if case not in chosen]
        yield Exercise(
            kind="loaded-word",
            title="Find the loaded word",
            instruction=(
                "Each sentence holds at least one word that tells you how to feel. Underline it. Then write the "
                "sentence again so that the fact stays and the feeling goes."
            ),
            difficulty="medium",
            options=(),
            items=tuple(_item(desk, case) for case in chosen),
            teaching=(
                "Other words may be argued for too: ask for the reason, and accept a good one. In an opinion piece "
                "such words are allowed; in a news report they should be the speaker's, not the writer's."
            ),
        )


def _cases(desk: Desk) -> list[_Case]:
    grouped: dict[tuple[str, int], _Case] = {}
    for found in own_loaded(desk):
        piece = desk.piece(found.article)
        sentence = piece.sentence_at(found.span)
        if sentence is None or not readable(sentence.span.of(piece.text)):
            continue
        known = grouped.get((piece.id, sentence.start))
        others = known.found if known else ()
        if any(other.span.overlaps(found.span) for other in others):
            continue
        grouped[piece.id, sentence.start] = _Case(piece, sentence, (*others, found))
    return [grouped[key] for key in sorted(grouped)]


def _item(desk: Desk, case: _Case) -> Item:
    marks = sorted(found.span for found in case.found)
    answer = "; ".join(dict.fromkeys(desk_words(desk, case.piece, case.sentence, mark) for mark in marks))
    explanation = "One possible answer; any wording that keeps the fact and drops the feeling is right."
    arguable = [f for f in weaker(desk, case.piece, case.sentence.span) if not any(f.span.overlaps(m) for m in marks)]
    if arguable and desk.shows_text:
        also = ", ".join(dict.fromkeys(f"“{found.text}”" for found in arguable))
        explanation = f"{explanation} Also arguable: {also}."
    hints = list(dict.fromkeys(found.suggestion for found in case.found if found.suggestion))
    if hints:
        explanation = f"{explanation} {' '.join(hints)}"
    evidence = [desk.passage(case.piece, case.sentence.span, marks)]
    plain = _plain_wording(desk, case)
    if plain is not None:
        explanation = f"{explanation} Piece {plain.letter} reports the same without it (second passage)."
        evidence.append(plain)
    return Item("", (desk.passage(case.piece, case.sentence.span),), answer, explanation, tuple(evidence), lines=2)


def desk_words(desk: Desk, piece: Piece, sentence: Sentence, mark: Span) -> str:
    """The marked words, or which words of the sentence they are where no text may be printed."""
    if desk.shows_text:
        return f"“{mark.of(piece.text)}”"
    before = len(words(piece.text[sentence.start : mark.start]))
    count = max(1, len(words(mark.of(piece.text))))
    return (
        f"word {before + 1} of the sentence"
        if count == 1
        else f"words {before + 1} to {before + count} of the sentence"
    )


def _plain_wording(desk: Desk, case: _Case) -> Passage | None:
    """How another piece says the same claim in plain words, if one does."""
    for claim in desk.comparison.claims:
        if not any(m.article == case.piece.id and m.span.overlaps(case.sentence.span) for m in claim.members):
            continue
        for member in claim.members:
            passage = _if_plain(desk, case, member)
            if passage is not None:
                return passage
    return None


def _if_plain(desk: Desk, case: _Case, member: Member) -> Passage | None:
    if member.article == case.piece.id or member.status == "quoted":
        return None
    piece = desk.piece(member.article)
    sentence = piece.sentence_at(member.span)
    if sentence is None or sentence.loaded > _PLAIN:
        return None
    if any(span.span.overlaps(sentence.span) for span in piece.annotation.wording):
        return None
    if not all(_told_there(case.piece.text, case.sentence, f.span, sentence.span.of(piece.text)) for f in case.found):
        return None
    return desk.passage(piece, sentence.span)


def _told_there(text: str, sentence: Sentence, mark: Span, other: str) -> bool:
    """Whether ``other`` tells what the marked word stands with: sentences on one claim may share another half."""
    around = [*words(text[sentence.start : mark.start])[-_AROUND:], *words(text[mark.end : sentence.end])[:_AROUND]]
    return len(content.content_stems(" ".join(around)) & content.content_stems(other)) >= _SHARED
