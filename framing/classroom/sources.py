"""Exercises on sources: who says so, and how good a source that is."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass

from framing.annotate.cues import DOCUMENTS
from framing.classroom.choosing import LONG, SURE, last_name, mixed, plainly_said, readable, spread, unlike, unsourced
from framing.classroom.passages import Desk, Piece, words
from framing.classroom.types import Exercise, Item
from framing.types import Attribution, Rung, Sentence, Span

NOBODY = "nobody is named as the source"
LADDER: dict[Rung, str] = {
    "named": "a named person",
    "institution": "a named body, such as a government, a ministry or a company",
    "anonymous": "an unnamed person or group, but described",
    "vague": "nobody in particular",
}
_WHY: dict[Rung, str] = {
    "named": "You can find this person and ask again.",
    "institution": "You can find this body and ask again, but not who in it spoke.",
    "anonymous": "The writer knows who it is; you only learn what kind of person.",
    "vague": "Nobody could find these people to ask again.",
}

_FEWEST, _MOST = 3, 5
_ROOM: dict[Rung, int] = {"named": 2, "institution": 1, "anonymous": 2, "vague": 1}
_VAGUE = re.compile(
    r"^(?:some |many |most |several |other |certain )?(?:independent |western |political |military |legal )?"
    r"(?:experts?|critics?|analysts?|observers?|commentators?|insiders?|opponents|supporters|people|others|some|many)$",
    re.IGNORECASE,
)
_ANONYMOUS = re.compile(
    r"\b(?:officials?|person|people|sources?|diplomats?|aides?|advisers?|advisors?|employees?|lawmakers|residents?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Said:
    """A statement with its source, both in one sentence; ``attribution`` is ``None`` where no source is given."""

    piece: Piece
    sentence: Sentence
    content: Span
    who: str
    attribution: Attribution | None


def who_says_so(desk: Desk, rng: random.Random) -> Iterator[Exercise]:
    """Statements to match to the people who made them, with one or two that nobody is named for."""
    sourced, bare = list(_sourced(desk)), list(_bare(desk))
    while True:
        chosen = _distinct(desk, spread(sourced, lambda said: said.piece.id, rng, len(sourced)))
        if len(chosen) < _FEWEST:
            return
        decoys = spread(bare, lambda said: said.piece.id, rng, 1)
        sourced = [said for said in sourced if said not in chosen]
        bare = [said for said in bare if said not in decoys]
        names = sorted((said.who for said in chosen), key=str.lower)
        yield Exercise(
            kind="who-says-so",
            title="Who says so?",
            instruction=(
                "Find each statement in its piece and write who is named there as saying it. "
                "For some, the piece may name nobody."
            ),
            difficulty="medium",
            options=(*names, NOBODY),
            items=tuple(_match(desk, said) for said in mixed([*chosen, *decoys], rng)),
            teaching=(
                "A statement is as good as its source. Where nobody is named, ask: how does the writer know, and who "
                "would disagree? Common knowledge needs no source; a disputed claim does."
            ),
        )


def _sourced(desk: Desk) -> Iterator[_Said]:
    for piece in desk.pieces:
        for found in piece.annotation.attributions:
            said = _clear(piece, found)
            if said is not None:
                yield said


def _clear(piece: Piece, found: Attribution) -> _Said | None:
    """The attribution as a statement to match: one sentence, a named person in it, and not in the statement itself."""
    if found.source is None or found.source.name is None or found.assumed or found.rung != "named":
        return None
    if len(found.content) != 1 or not plainly_said(piece, found):
        return None
    content, name = found.content[0], found.source.name
    sentence = piece.sentence_at(content)
    if sentence is None or not sentence.span.contains(found.source.span) or content.contains(found.source.span):
        return None
    inside = words(content.of(piece.text))
    if not 7 <= len(inside) <= LONG or len(words(name)) < 2 or last_name(name) in inside:
        return None
    if last_name(name) not in words(found.source.span.of(piece.text)):
        return None
    return _Said(piece, sentence, content, name, found)


def _bare(desk: Desk) -> Iterator[_Said]:
    for found in desk.findings:
        if found.rule not in ("S201", "S204") or found.voice != "own" or found.score < SURE:
            continue
        piece = desk.piece(found.article)
        sentence = piece.sentence_at(found.span)
        if sentence is not None and readable(sentence.span.of(piece.text)) and unsourced(piece, sentence):
            yield _Said(piece, sentence, sentence.span, NOBODY, None)


def _distinct(desk: Desk, cases: list[_Said]) -> list[_Said]:
    """At most five statements of different people, no two of one claim."""
    chosen: list[_Said] = []
    for said in cases:
        if len(chosen) == _MOST:
            break
        if any(_same_person(said.who, other.who) or _same_claim(desk, said, other) for other in chosen) or not unlike(
            said.content.of(said.piece.text), (other.content.of(other.piece.text) for other in chosen)
        ):
            continue
        chosen.append(said)
    return chosen


def _same_person(one: str, other: str) -> bool:
    return last_name(one) == last_name(other)


def _same_claim(desk: Desk, one: _Said, other: _Said) -> bool:
    def reports(said: _Said, article: str, span: Span) -> bool:
        return said.piece.id == article and said.content.overlaps(span)

    return any(
        any(reports(one, m.article, m.span) for m in claim.members)
        and any(reports(other, m.article, m.span) for m in claim.members)
        for claim in desk.comparison.claims
    )


def _match(desk: Desk, said: _Said) -> Item:
    shown = desk.passage(said.piece, said.content)
    if said.attribution is None or said.attribution.source is None or said.attribution.cue is None:
        explanation = "The piece states this itself, and it is not something that goes without a source."
        return Item("", (shown,), NOBODY, explanation, (desk.passage(said.piece, said.sentence.span),))
    marks = [said.attribution.source.span, said.attribution.cue]
    return Item(
        "",
        (shown,),
        said.who,
        "The bold words name the source and show that this is a report of what was said.",
        (desk.passage(said.piece, said.sentence.span, marks),),
    )


def how_good_a_source(desk: Desk, rng: random.Random) -> Iterator[Exercise]:
    """Sources in bold, to be put on a ladder from a named person to nobody in particular."""
    cases = [(rung, piece, found, sentence) for rung, piece, found, sentence in _on_ladder(desk)]
    while True:
        chosen: list[tuple[Rung, Piece, Attribution, Sentence]] = []
        for rung in LADDER:
            pile = [case for case in cases if case[0] == rung]
            names = [_source_words(case) for case in chosen]
            for case in spread(pile, lambda case: case[1].id, rng, len(pile)):
                if len([c for c in chosen if c[0] == rung]) < _ROOM[rung] and unlike(_source_words(case), names):
                    chosen.append(case)
                    names.append(_source_words(case))
        if len({case[0] for case in chosen}) < 3 and not ({"named", "vague"} <= {case[0] for case in chosen}):
            return
        if len(chosen) < _FEWEST:
            return
        cases = [case for case in cases if case not in chosen]
        yield Exercise(
            kind="how-good-a-source",
            title="How good a source?",
            instruction="The words in bold are the source. Which step of the ladder does it stand on?",
            difficulty="medium",
            options=tuple(LADDER.values()),
            items=tuple(_rung_item(desk, *case) for case in mixed(chosen, rng)),
            teaching=(
                "Unnamed sources can be honest and in danger; good reports say why a name is withheld. “Experts” and "
                "“critics” may be ten people or one: ask who, and how many."
            ),
        )


def _source_words(case: tuple[Rung, Piece, Attribution, Sentence]) -> str:
    _, piece, found, _ = case
    return found.source.span.of(piece.text) if found.source is not None else ""


def _on_ladder(desk: Desk) -> Iterator[tuple[Rung, Piece, Attribution, Sentence]]:
    for piece in desk.pieces:
        seen: set[int] = set()
        for found in piece.annotation.attributions:
            if found.source is None or not plainly_said(piece, found):
                continue
            sentence = piece.sentence_at(found.source.span)
            if sentence is None or sentence.start in seen or not readable(sentence.span.of(piece.text)):
                continue
            if _plainly(found.rung, found.source.span.of(piece.text), found.source.name):
                seen.add(sentence.start)
                yield found.rung, piece, found, sentence


def _plainly(rung: Rung, text: str, name: str | None) -> bool:
    """Whether the words of the source leave no doubt about its rung."""
    bare = re.sub(r"^(?:the|a|an)\s+", "", text, flags=re.IGNORECASE)
    if rung == "vague":
        return _VAGUE.match(bare) is not None
    if rung == "anonymous":
        return _ANONYMOUS.search(text) is not None and name is None and len(words(bare)) >= 2
    if rung == "named":
        return name is not None and len(words(name)) >= 2 and last_name(name) in words(text)
    parts = words(bare)
    alone = not {"and", "or"} & set(parts) and not DOCUMENTS & set(parts) and not any(part.isdigit() for part in parts)
    return alone and bare[:1].isupper() and _ANONYMOUS.search(text) is None


def _rung_item(desk: Desk, rung: Rung, piece: Piece, found: Attribution, sentence: Sentence) -> Item:
    assert found.source is not None
    passage = desk.passage(piece, sentence.span, [found.source.span])
    why = _WHY[rung]
    if rung == "anonymous" and found.reason_given:
        why = f"{why} The piece says why the name is withheld."
    return Item("", (passage,), LADDER[rung], why, (passage,))
