"""contradiction: both cannot be true.

Precision first. Four forms are found: one side closes a matter that the other leaves open ("ruled out" against "did not
rule out"), one side denies the very predicate that the other affirms ("has shown" against "hasn't shown"), the two tell
opposite outcomes of one thing ("acquitted" against "convicted"), or the same act with doer and sufferer changed round.
Each asks that the rest of the two sentences speak of the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from framing.compare import content
from framing.compare.differences import opposites, roles
from framing.compare.differences.sides import Side, difference
from framing.language.lexicon import lexicon
from framing.types import Difference, Span

#: Share of the shorter sentence's content words, the predicate aside, that must be common.
SAME_MATTER = 0.5
#: Share of the longer sentence's content words that must be common where only the roles differ.
SAME_STORY = 0.7

_NEGATIONS = lexicon("not never no nobody none nothing neither without cannot can't unable")
_REVERSERS = lexicon(
    """
    denied denies deny denying refused refuses refuse refusing declined declines decline failed fails fail
    """
)
_REACH = 4
#: No adverbs, for all their ending.
_LY_VERBS = lexicon("comply apply supply reply rely imply fly multiply ally family assembly")
#: Before a predicate: it is named there, not affirmed ("by putting people to work").
_NAMING = lexicon("by of for in from into about without after before")
#: After these a negation denies a thing, not the predicate: "not a spot", "not only".
_NOUN_FOLLOWS = lexicon("a an the that only just all every because so as to yet necessarily")
_TELLING_NOUNS = lexicon(
    """
    evidence proof doubt deal agreement survivors casualties injuries deaths arrests decision plan plans link links
    charges ceasefire talks contact knowledge role
    """
)
#: "dismissed metal fatigue as a cause" denies "caused".
_RULED_OUT_AS = re.compile(
    r"(?:dismiss|reject|discount|exclud|eliminat|rul)(?:e|es|s|ed|ing)?\s+(?:out\s+)?(?:\w+[ -]){1,8}?as\s+"
    r"(?:(?:an?|the|any|possible|likely|sole|main)\s+)*"
    r"(?:cause|factor|motive|reason|source|explanation|culprit|suspect|trigger)s?\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Predicate:
    word: content.Word
    stem: str
    negated: bool
    phrase: Span


def find(a: Side, b: Side) -> Difference | None:
    """The contradiction with its words on both sides; ``None`` where none is sure."""
    return _stances(a, b) or _negated(a, b) or _opposite(a, b) or _swapped(a, b)


def _told(a: Side, b: Side, spans: tuple[Span, Span], score: float, how: str) -> Difference:
    return difference(
        "contradiction",
        a,
        b,
        spans,
        score,
        f"Both cannot be true ({how}): {a.label} has {a.said(spans[0], 8)}, {b.label} has {b.said(spans[1], 8)}.",
    )


def _same_matter(a: Side, b: Side, without: frozenset[str]) -> float:
    """Share of the shorter sentence's content words that the other has too, ``without`` aside."""
    one, other = a.stems - without, b.stems - without
    return len(one & other) / max(1, min(len(one), len(other))) if len(one & other) >= 2 else 0.0


def _predicates(side: Side) -> Iterator[_Predicate]:
    """The content words of the sentence, each with whether a negation reaches it."""
    words = side.words
    for i, word in enumerate(words):
        if word.lower in content.STOPWORDS or word.lower in _NEGATIONS or word.lower in _REVERSERS:
            continue
        negation = _negation(side, i)
        first = words[negation] if negation is not None else word
        yield _Predicate(word, content.stem(word.lower), negation is not None, Span(first.start, word.end))


def _negation(side: Side, i: int) -> int | None:
    """Index of the negation that reaches the word at ``i``: the nearest before it, with no other content between."""
    words = side.words
    for j in range(i - 1, max(-1, i - 1 - _REACH), -1):
        if re.search(r"[,.;:!?“”\"]", side.text[words[j].end : words[j + 1].start]):
            return None
        lower = words[j].lower
        if words[j + 1].lower in _NOUN_FOLLOWS or (lower == "no" and words[i].lower not in _TELLING_NOUNS):
            return None
        if lower in _NEGATIONS or lower.endswith("n't") or (lower in _REVERSERS and _to(words, j)):
            return j if not _doubled(side, j) else None
        if lower not in content.STOPWORDS and (lower in _LY_VERBS or not lower.endswith("ly")):
            return None
    return None


def _to(words: tuple[content.Word, ...], j: int) -> bool:
    return j + 1 < len(words) and words[j + 1].lower in {"to", "any", "that", "having"}


def _doubled(side: Side, j: int) -> bool:
    """Whether the negation is itself negated ("did not deny that")."""
    return any(w.lower in _NEGATIONS or w.lower.endswith("n't") for w in side.words[max(0, j - 2) : j])


def _negated(a: Side, b: Side) -> Difference | None:
    if bool(_denials(a)) == bool(_denials(b)):
        return None
    one, other = {p.stem: p for p in _predicates(a)}, {p.stem: p for p in _predicates(b)}
    for stem, here in one.items():
        there = other.get(stem)
        if there is None or here.negated == there.negated or not _verbal(here) or stem in _names(a):
            continue
        if _only_named(a, here) or _only_named(b, there):
            continue
        if opposites.worded(a, here.word) and opposites.worded(b, there.word):
            continue  # the stances have been compared
        share = _same_matter(a, b, frozenset({stem}))
        if share >= SAME_MATTER:
            return _told(a, b, (here.phrase, there.phrase), 0.5 + share / 3, "one denies what the other affirms")
    return None


def _denials(side: Side) -> list[tuple[int, int]]:
    """Where the sentence negates or denies anything at all."""
    from framing.annotate import certainty

    reversed_by = [(w.start, w.end) for i, w in enumerate(side.words) if w.lower in _REVERSERS and _to(side.words, i)]
    ruled_out = [(m.start(), m.end()) for m in _RULED_OUT_AS.finditer(side.text, side.span.start, side.span.end)]
    return certainty.negations(side.text, side.span) + reversed_by + ruled_out


def _verbal(predicate: _Predicate) -> bool:
    return len(predicate.stem) > 2 and not predicate.stem[0].isdigit()


def _only_named(side: Side, predicate: _Predicate) -> bool:
    before = [w.lower for w in side.words if w.end <= predicate.word.start][-1:]
    return not predicate.negated and bool(before) and before[0] in _NAMING


def _names(side: Side) -> frozenset[str]:
    text = side.text
    return frozenset(content.stem(w.lower) for n in side.names for w in content.words(n.span.of(text)))


def _stances(a: Side, b: Side) -> Difference | None:
    found = opposites.opposed(a, b, SAME_MATTER)
    if found is None:
        return None
    one, other, share = found
    return _told(a, b, (one.span, other.span), 0.5 + share / 3, "one closes what the other leaves open")


def _opposite(a: Side, b: Side) -> Difference | None:
    one, other = {p.word.lower: p for p in _predicates(a)}, {p.word.lower: p for p in _predicates(b)}
    for first, second in opposites.pairs(a, b):
        here = next((p for w, p in one.items() if w in first and not p.negated), None)
        there = next((p for w, p in other.items() if w in second and not p.negated), None)
        if here is None or there is None or any(w in other for w in first) or any(w in one for w in second):
            continue
        if not opposites.of_one_subject(a, here.word, b, there.word):
            continue
        share = _same_matter(a, b, frozenset({here.stem, there.stem}))
        if share >= SAME_MATTER:
            return _told(a, b, (here.phrase, there.phrase), 0.5 + share / 3, "the outcomes are opposite")
    return None


def _swapped(a: Side, b: Side) -> Difference | None:
    found = roles.swapped(a, b, SAME_STORY)
    if found is None:
        return None
    return _told(a, b, (found[0].phrase, found[1].phrase), 0.8, "doer and sufferer are changed round")
