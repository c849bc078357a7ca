"""Verbs that judge: ``called the plan ruinous``, ``described it as fair``, ``accused Lee of lying``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from framing.annotate import clauses, phrases
from framing.annotate.cues import Verb
from framing.annotate.phrases import Token
from framing.language.lexicon import lexicon
from framing.types import Span

_COMPLEMENT_ENDINGS: Final[tuple[str, ...]] = (
    "ous", "ful", "less", "able", "ible", "ish", "ive", "ic", "al", "ary", "ent", "ant", "ing", "ed", "y", "st", "er",
)  # fmt: skip
_NOT_COMPLEMENT: Final[frozenset[str]] = lexicon(
    """meeting hearing briefing ruling building ally party country company city attorney secretary deputy security
    military day monday tuesday wednesday thursday friday saturday sunday minister officer leader member number
    election official president"""
)
_COMPLEMENT_WORDS: Final[frozenset[str]] = lexicon(
    """wrong bad good unfair false fake absurd dead great weak fair key vital right corrupt unjust true nonsense
    progress blackmail murder theft treason sad cruel worse rude untrue unwise insane genocide terrorists terrorism
    garbage liars traitors racist fascist thugs extremists weak mad unsafe"""
)


def _object(tokens: Sequence[Token], index: int) -> int:
    """Index after the object noun phrase that begins at ``index``."""
    n = len(tokens)
    if index >= n or tokens[index].quote >= 0 or not tokens[index].is_word:
        return index
    if tokens[index].low in phrases.OBJECT_PRONOUNS:
        return index + 1
    k = index
    while k < n and tokens[k].quote < 0 and tokens[k].is_word:
        if k > index and (tokens[k].low in phrases.DETERMINERS or tokens[k].low in ("as", "for", "to", "that", "who")):
            break
        if tokens[k].low in phrases.SUBORDINATORS or phrases.is_verb_like(tokens[k]):
            break
        k += 1
    return k


def called(
    tokens: Sequence[Token], after: int, reading: Verb, quotes: Sequence[Span]
) -> tuple[int, tuple[Span, ...]] | None:
    n = len(tokens)
    low = tokens[after].low
    if (
        low in ("for", "on", "off", "up", "in", "out", "to", "from", "by", "back", "at", "it")
        and reading.lemma == "call"
    ):
        if low == "for" and after + 1 < n:
            end = clauses.clause_end(tokens, after + 1, n)
            return (after + 1, (clauses.widened(tokens, after + 1, end, quotes),)) if end > after + 1 else None
        if low == "on" and after + 1 < n:
            k = _object(tokens, after + 1)
            if k < n and tokens[k].low == "to":
                end = clauses.clause_end(tokens, after + 1, n)
                return after + 1, (clauses.widened(tokens, after + 1, end, quotes),)
            return None
        if low != "it":
            return None
    if tokens[after].quote >= 0:
        return after, (quotes[tokens[after].quote],)
    stop = _object(tokens, after)
    end = clauses.clause_end(tokens, after, n)
    if stop == after or stop > end:
        return None
    rest = tokens[stop:end]
    if rest:
        opens = rest[0]
        ok = (
            opens.quote >= 0
            or opens.low in ("a", "an", "the", "his", "her", "their", "its", "one")
            or (
                tokens[after].low in phrases.OBJECT_PRONOUNS and opens.is_word and opens.low not in phrases.PREPOSITIONS
            )
        )
        if tokens[after].low in phrases.OBJECT_PRONOUNS and opens.low in phrases.SUBORDINATORS:
            ok = False
    else:
        final = tokens[stop - 1]
        ok = stop - after >= 2 and not final.capital and _is_complement(final.low)
    if not ok and stop - after >= 2:
        # "called the plan ruinous for farmers": the complement stands inside the phrase
        ok = any(
            not t.capital and t.low in phrases.PREPOSITIONS and _is_complement(tokens[after + j - 1].low) and j >= 2
            for j, t in enumerate(tokens[after:stop])
        )
    if tokens[after].low in phrases.OBJECT_PRONOUNS and stop == after + 1 and not rest:
        ok = False
    return (after, (clauses.widened(tokens, after, end, quotes),)) if ok else None


def _is_complement(low: str) -> bool:
    return low in _COMPLEMENT_WORDS or (
        low.endswith(_COMPLEMENT_ENDINGS) and low not in _NOT_COMPLEMENT and len(low) > 4
    )


def held_as(tokens: Sequence[Token], after: int, quotes: Sequence[Span]) -> tuple[int, tuple[Span, ...]] | None:
    """``described the talks as tense``."""
    n = len(tokens)
    end = clauses.clause_end(tokens, after, n)
    for k in range(after + 1, min(after + 14, end)):
        if tokens[k].quote >= 0 or not tokens[k].is_word:
            return None
        if tokens[k].low == "as" and k + 1 < end:
            if phrases.has_finite_verb(tokens[k + 1 : min(k + 5, end)]) and tokens[k + 1].quote < 0:
                return None
            return after, (clauses.widened(tokens, after, end, quotes),)
    return None


def blamed(
    tokens: Sequence[Token], after: int, reading: Verb, quotes: Sequence[Span]
) -> tuple[int, tuple[Span, ...]] | None:
    """``accused the ministry of lying``, ``criticised Lee for …``."""
    n = len(tokens)
    end = clauses.clause_end(tokens, after, n)
    for k in range(after + 1, min(after + 14, end)):
        if tokens[k].quote >= 0 or not tokens[k].is_word or phrases.is_verb_like(tokens[k]):
            return None
        if tokens[k].low in ("of", "for") and k + 1 < end:
            gerund = tokens[k + 1].low.endswith("ing") or tokens[k + 1].quote >= 0
            if tokens[k].low == "of" and not gerund and k + 2 > end:
                continue
            if tokens[k].low == "for" or gerund or reading.lemma == "accuse" or tokens[after].capital:
                return after, (clauses.widened(tokens, after, end, quotes),)
    return None
