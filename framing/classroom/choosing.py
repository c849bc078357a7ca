"""How cases are chosen: clear-cut ones only, spread over the pieces, and the same ones for the same seed."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from framing.annotate.cues import ACCORDING, CONTENT_NOUNS, VERBS, Verb
from framing.classroom.passages import Desk, Piece, words
from framing.types import Attribution, Finding, Member, Sentence, Span

#: A case is clear-cut from this score on; a wrong key does more harm in a class than a missing question.
SURE = 0.7
#: Sentences shorter or longer than this, in words, make poor questions.
SHORT, LONG = 7, 42

#: Two sentences are printed as reporting the same claim from this score of the pair on.
SAME = 0.9
#: Wording rules whose findings a class can discuss without knowing more than the sentence, and from which score on. The
#: classifier's rules need more than SURE: at 0.7 to 0.85 it still takes words of two meanings for loaded ones. W106
#: goes by a closed list of adverbs.
LOADED_RULES = {"W101": 0.88, "W102": 0.88, "W103": 0.88, "W106": SURE}
_FILLER = re.compile(r"\b(?:if|and|or|of|to|the|a|in|on|between|as)\b", re.IGNORECASE)

_ALIKE = 0.5

QUOTE_MARKS = frozenset('"“”„«»‘')

# Words of reporting that are more often something else: they alone do not make a sentence doubtful.
_COMMON = {
    "call",
    "calls",
    "called",
    "order",
    "orders",
    "ordered",
    "add",
    "adds",
    "added",
    "read",
    "reads",
    "press",
    "see",
}
# Doing something with words: what is told of them is half the speaker's.
_ACTS = {
    "applauded",
    "applauds",
    "welcomed",
    "welcomes",
    "thanked",
    "thanks",
    "congratulated",
    "apologised",
    "apologized",
}
_CUES = (frozenset(VERBS) | CONTENT_NOUNS | _ACTS) - _COMMON

# Verbs of plain saying. "Agreed" or "demanded" do something besides, and whether they report words can be argued.
_SAYING = frozenset(
    (
        *("acknowledge", "add", "admit", "announce", "argue", "assert", "claim", "comment", "concede", "confirm"),
        *(
            "contend",
            "declare",
            "deny",
            "emphasise",
            "emphasize",
            "estimate",
            "explain",
            "insist",
            "maintain",
            "mention",
        ),
        *(
            "note",
            "observe",
            "remark",
            "repeat",
            "reply",
            "report",
            "respond",
            "say",
            "state",
            "stress",
            "tell",
            "warn",
        ),
        "write",
    )
)
_SAID_BY_MANY = frozenset(("argue", "claim", "estimate", "insist", "say", "warn"))
_UNREAL = re.compile(r"\b(?:would|could|should|might|if|unless|whether)\b", re.IGNORECASE)

# Words that point to a sentence which is not printed beside this one.
_POINTS_BACK = re.compile(
    r"^(?:but|and|so|yet|also|then|still|he|she|they|it|this|that|these|those|his|her|their|its|him|both)\b|"
    r"\bthe (?:person|demand|move|step|idea|proposal|plan)\b|\b(?:him|them|it)\b",
    re.IGNORECASE,
)

T = TypeVar("T")


def readable(text: str) -> bool:
    """Whether a sentence has a length that suits a question."""
    return SHORT <= len(words(text)) <= LONG


def readable_member(desk: Desk, member: Member) -> bool:
    """Whether a claim's member stands in a body sentence that suits a question."""
    piece = desk.piece(member.article)
    sentence = piece.sentence_at(member.span)
    return sentence is not None and readable(sentence.span.of(piece.text))


def stands_alone(text: str) -> bool:
    """Whether the sentence can be understood without the one before it, as far as its words tell."""
    return _POINTS_BACK.search(text) is None


def mentions_speech(text: str) -> bool:
    """Whether a sentence holds any word of saying or thinking, or a quotation mark: its voice may be argued about."""
    low = text.lower()
    return (
        any(mark in text for mark in QUOTE_MARKS)
        or any(phrase in low for phrase in ACCORDING)
        or any(word in _CUES for word in words(text))
    )


def plainly_said(piece: Piece, found: Attribution) -> bool:
    """Whether a finite verb of saying, or "according to", links source and words, and no other source is near."""
    if found.cue is None or found.source is None or found.assumed:
        return False
    cue = found.cue.of(piece.text).lower()
    if cue not in ACCORDING and not any(_finite_saying(reading) for word in cue.split() for reading in _readings(word)):
        return False
    sentence = piece.sentence_at(found.cue)
    if sentence is None or not sentence.span.contains(found.source.span):
        return False
    return not any(
        other.source is not None
        and other.source.span != found.source.span
        and other.source.span.overlaps(sentence.span)
        for other in piece.annotation.attributions
    )


def _readings(word: str) -> tuple[Verb, ...]:
    return VERBS.get(word, ())


def _finite_saying(verb: Verb) -> bool:
    if verb.lemma not in _SAYING or verb.form == "ing":
        return False
    return verb.form != "base" or verb.lemma in _SAID_BY_MANY


def overlapping(findings: Iterable[Finding], piece: Piece, span: Span) -> list[Finding]:
    """The findings in ``piece`` that touch ``span``."""
    return [found for found in findings if found.article == piece.id and found.span.overlaps(span)]


def unsourced(piece: Piece, sentence: Sentence) -> bool:
    """Whether nothing in the sentence could be taken for somebody else's words, not even by a word of saying."""
    text = sentence.span.of(piece.text)
    # "Would" in a report is often somebody's plan or condition, told without saying whose.
    return own_alone(piece, sentence) and not mentions_speech(text) and _UNREAL.search(text) is None


def own_alone(piece: Piece, sentence: Sentence) -> bool:
    """Whether the sentence is the writer's and holds nothing quoted or attributed."""
    annotation = piece.annotation
    return (
        sentence.voice == "own"
        and not any(quote.span.overlaps(sentence.span) for quote in annotation.quotes)
        and not any(part.overlaps(sentence.span) for found in annotation.attributions for part in found.content)
    )


def spread(cases: Sequence[T], piece_of: Callable[[T], str], rng: random.Random, most: int) -> list[T]:
    """At most ``most`` of ``cases``, drawn in turn from the pieces so that no piece has them all."""
    piles: dict[str, list[T]] = {}
    for case in cases:
        piles.setdefault(piece_of(case), []).append(case)
    order = sorted(piles)
    rng.shuffle(order)
    for name in order:
        rng.shuffle(piles[name])
    drawn: list[T] = []
    while len(drawn) < most and any(piles.values()):
        for name in order:
            if piles[name] and len(drawn) < most:
                drawn.append(piles[name].pop())
    return drawn


def unlike(text: str, others: Iterable[str]) -> bool:
    """Whether ``text`` shares less than half its words with each of ``others``: twins on one sheet teach little."""
    own = set(words(text))
    return all(len(own & set(words(other))) < _ALIKE * min(len(own), len(set(words(other)))) for other in others)


def mixed(cases: Sequence[T], rng: random.Random) -> list[T]:
    """The cases in an order that gives no answer away."""
    shuffled = list(cases)
    rng.shuffle(shuffled)
    return shuffled


def last_name(name: str) -> str:
    """The part of a name that a text repeats: its last word."""
    parts = words(name)
    return parts[-1] if parts else ""


def own_loaded(desk: Desk) -> list[Finding]:
    """Sure findings of loaded wording in a writer's own voice, in the body."""
    return [
        found
        for found in desk.findings
        if found.voice == "own"
        and found.score >= LOADED_RULES.get(found.rule, 2.0)
        and _FILLER.search(found.text) is None
    ]


def weaker(desk: Desk, piece: Piece, span: Span) -> list[Finding]:
    """All findings of wording in ``span`` in the writer's voice, the unsure ones too: a pupil may well name them."""
    return [
        found
        for found in overlapping(desk.findings, piece, span)
        if found.rule.startswith("W") and found.voice == "own"
    ]
