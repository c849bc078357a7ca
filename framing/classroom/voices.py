"""Exercises on whose words they are, and on statements that can be checked against judgements."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass

from framing.classroom.choosing import (
    SURE,
    last_name,
    mixed,
    overlapping,
    own_alone,
    own_loaded,
    plainly_said,
    readable,
    spread,
    unlike,
    unsourced,
)
from framing.classroom.passages import Desk, Piece, words
from framing.classroom.types import Exercise, Item
from framing.types import Attribution, Sentence

OWN, QUOTED, RETOLD = "the writer's own words", "somebody's exact words", "somebody's words, retold by the writer"
CHECKABLE, JUDGEMENT = "can be checked", "is a judgement"

_EACH = 2  # sentences of each answer in one exercise
_QUOTED_SHARE = 0.6  # of a sentence's words, in quotation marks, before it is called a quotation
_PLAIN = 0.3  # loaded and subjective scores up to here are plain
_CALENDAR = ("date", "time")  # a weekday alone makes no sentence one that records can settle
_NOT_CHECKABLE = re.compile(
    r"\b(?:will|would|may|might|could|can|cannot|should|must|ought|need|needs|likely|unlikely|probably|perhaps|maybe|if|"
    r"appears?|seems?|seemed|appeared|expected|hopes?|wants?|wanted|I|we|our|us|best|worst|most|least|"
    r"only|merely|simply|just|plainly|clearly|obviously|truly|rightly|surely|indeed|even|despite|win|winner|failed?)\b"
)


@dataclass(frozen=True)
class _Case:
    piece: Piece
    sentence: Sentence
    answer: str
    explanation: str

    @property
    def text(self) -> str:
        return self.sentence.span.of(self.piece.text)


def whose_words(desk: Desk, rng: random.Random) -> Iterator[Exercise]:
    """Own words, quoted words, retold words: sentences to sort, two of each kind where the pieces have them."""
    cases = list(_voice_cases(desk))
    while True:
        chosen: list[_Case] = []
        for answer in (OWN, QUOTED, RETOLD):
            chosen += _some(cases, answer, chosen, rng, _EACH)
        if len({case.answer for case in chosen}) < len((OWN, QUOTED, RETOLD)):
            return
        cases = [case for case in cases if case not in chosen]
        yield Exercise(
            kind="whose-words",
            title="Whose words are these?",
            instruction="Read each sentence. Write whose words carry its main statement.",
            difficulty="easy",
            options=(OWN, QUOTED, RETOLD),
            items=tuple(_item(desk, case) for case in mixed(chosen, rng)),
            teaching=(
                "Before judging a writer, find out who is speaking. Quotation marks show exact words; “said”, “told” "
                "and “according to” show words retold. A strong word in a quotation belongs to the speaker."
            ),
        )


def _some(cases: list[_Case], answer: str, beside: list[_Case], rng: random.Random, most: int) -> list[_Case]:
    """Up to ``most`` cases with that answer, none of which says what another one on the sheet says."""
    pile = [case for case in cases if case.answer == answer]
    drawn: list[_Case] = []
    for case in spread(pile, lambda case: case.piece.id, rng, len(pile)):
        if len(drawn) < most and unlike(case.text, (other.text for other in [*beside, *drawn])):
            drawn.append(case)
    return drawn


def _voice_cases(desk: Desk) -> Iterator[_Case]:
    for piece in desk.pieces:
        for sentence in piece.body:
            text = sentence.span.of(piece.text)
            if not readable(text):
                continue
            if unsourced(piece, sentence):
                yield _Case(
                    piece, sentence, OWN, "No quotation marks and nobody named as saying it: the writer vouches."
                )
                continue
            case = _quoted(piece, sentence) or _retold(piece, sentence)
            if case is not None:
                yield case


def _quoted(piece: Piece, sentence: Sentence) -> _Case | None:
    """The sentence as a quotation, where whole quotations with a known speaker make up most of it."""
    text = sentence.span.of(piece.text)
    touching = [quote for quote in piece.annotation.quotes if quote.span.overlaps(sentence.span)]
    speakers = {quote.speaker for quote in touching}
    if not touching or len(speakers) != 1 or None in speakers:
        return None
    if any(q.kind != "speech" or not q.closed or not sentence.span.contains(q.span) for q in touching):
        return None
    inside = sum(len(words(quote.span.of(piece.text))) for quote in touching)
    if inside < _QUOTED_SHARE * len(words(text)) or sentence.voice not in ("quoted", "mixed"):
        return None
    speaker = speakers.pop() or ""
    named = last_name(speaker) in words(text)
    return _Case(
        piece,
        sentence,
        QUOTED,
        f"The words in quotation marks are {speaker}'s." if named else "It is in quotation marks.",
    )


def _retold(piece: Piece, sentence: Sentence) -> _Case | None:
    """The sentence as words retold, where source, cue and most of the content stand in it without quotation marks."""
    text = sentence.span.of(piece.text)
    if any(mark in text for mark in '"“”‘') or sentence.voice not in ("attributed", "mixed"):
        return None
    found = [a for a in piece.annotation.attributions if any(part.overlaps(sentence.span) for part in a.content)]
    if len(found) != 1 or not _whole(found[0], sentence) or not plainly_said(piece, found[0]):
        return None
    attribution = found[0]
    covered = sum(len(words(part.of(piece.text))) for part in attribution.content)
    if covered < len(words(text)) / 2 or attribution.source is None or attribution.cue is None:
        return None
    who, cue = attribution.source.span.of(piece.text), attribution.cue.of(piece.text)
    return _Case(piece, sentence, RETOLD, f"“{cue}” shows that “{who}” is the source; there are no exact words.")


def _whole(attribution: Attribution, sentence: Sentence) -> bool:
    return (
        attribution.kind == "indirect"
        and not attribution.assumed
        and attribution.source is not None
        and attribution.cue is not None
        and sentence.span.contains(attribution.source.span)
        and sentence.span.contains(attribution.cue)
        and all(sentence.span.contains(part) for part in attribution.content)
    )


def _item(desk: Desk, case: _Case) -> Item:
    passage = desk.passage(case.piece, case.sentence.span)
    explanation = case.explanation
    if not desk.shows_text and case.answer != OWN:
        explanation = "The sentence itself shows who is speaking."
    return Item("", (passage,), case.answer, explanation, (passage,))


def fact_or_opinion(desk: Desk, rng: random.Random) -> Iterator[Exercise]:
    """Statements that can be checked and judgements, all in a writer's own voice."""
    cases = list(_judgement_cases(desk))
    while True:
        chosen: list[_Case] = []
        for answer in (CHECKABLE, JUDGEMENT):
            chosen += _some(cases, answer, chosen, rng, 3)
        counts = [sum(case.answer == answer for case in chosen) for answer in (CHECKABLE, JUDGEMENT)]
        if min(counts) < _EACH:
            return
        cases = [case for case in cases if case not in chosen]
        yield Exercise(
            kind="fact-or-opinion",
            title="Checked or judged?",
            instruction=(
                "Could you check this sentence with records, pictures or witnesses, whoever you are? Or does it judge?"
            ),
            difficulty="easy",
            options=(CHECKABLE, JUDGEMENT),
            items=tuple(_item_of_judgement(desk, case) for case in mixed(chosen, rng)),
            teaching=(
                "“Can be checked” does not mean “true”: a wrong figure can be checked too. A judgement can be fair, "
                "and belongs in a column; ask whether the piece says that it is one."
            ),
        )


def _judgement_cases(desk: Desk) -> Iterator[_Case]:
    judged = [found for found in own_loaded(desk) if found.rule != "W103"]
    for piece in desk.pieces:
        for sentence in piece.body:
            text = sentence.span.of(piece.text)
            if not readable(text) or not own_alone(piece, sentence):
                continue
            marks = overlapping(judged, piece, sentence.span)
            any_mark = overlapping(desk.findings, piece, sentence.span)
            any_word = any(span.span.overlaps(sentence.span) for span in piece.annotation.wording)
            if marks and sentence.subjective >= SURE:
                yield _Case(piece, sentence, JUDGEMENT, _why_judged([mark.text for mark in marks]))
            elif (
                unsourced(piece, sentence)
                and not any(mark.rule.startswith(("W", "S")) for mark in any_mark)
                and not any_word
                and max(sentence.loaded, sentence.subjective) <= _PLAIN
                and _NOT_CHECKABLE.search(text) is None
                and any(q.span.overlaps(sentence.span) and q.unit not in _CALENDAR for q in piece.annotation.quantities)
            ):
                yield _Case(
                    piece, sentence, CHECKABLE, "It states a number that records can show to be right or wrong."
                )


def _why_judged(marked: list[str]) -> str:
    quoted = " and ".join(f"“{word}”" for word in dict.fromkeys(marked))
    return f"{quoted}: this tells how to value it, and no record could settle that."


def _item_of_judgement(desk: Desk, case: _Case) -> Item:
    item = _item(desk, case)
    if not desk.shows_text and case.answer == JUDGEMENT:
        return Item("", item.passages, case.answer, "A word of the sentence says how to value it.", item.evidence)
    return Item("", item.passages, case.answer, case.explanation, item.evidence)
