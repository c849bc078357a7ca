"""Nouns that report: ``Lee's claim that …``, ``allegations by the union that …``, ``raised the idea that …``."""

from __future__ import annotations

from collections.abc import Sequence

from framing.annotate import clauses, cues, phrases
from framing.annotate.phrases import Token
from framing.annotate.reporting import Report
from framing.language.lexicon import lexicon
from framing.types import Span

_RAISING = lexicon(
    """raised raises floated floats made makes issued issues repeated repeats voiced voices expressed expresses echoed
    echoes advanced pushed pushes promoted promotes peddled peddles"""
)
_UNOWNED = lexicon("notion perception narrative proposition opinion view conclusion idea possibility prospect")


def report(tokens: Sequence[Token], index: int) -> Report | None:
    """The report that the noun at ``index`` makes by a clause with ``that``; ``None`` where it makes none."""
    n = len(tokens)
    source: Span | None = None
    k = index + 1
    if k < n and tokens[k].low in ("by", "from"):
        stop = phrases.phrase_right(tokens, k + 1)
        if stop == k + 1:
            return None
        source = phrases.span(tokens, k + 1, stop)
        k = stop
    k = _past_aside(tokens, k)
    if k + 2 >= n or tokens[k].quote >= 0 or tokens[k].low != "that":
        return None
    following = tokens[k + 1].low
    if following in phrases.AUXILIARIES or following in phrases.IRREGULAR_PAST or following in cues.VERBS:
        return None  # "the report that was published": a relative clause
    end = clauses.clause_end(tokens, k + 1, n)
    if end - k < 3 or not phrases.has_finite_verb(tokens[k:end]):
        return None
    content = (clauses.widened(tokens, k + 1, end),)
    source = source or _possessor(tokens, index)
    if source is None:
        raised = _raiser(tokens, index)
        if raised is not None:
            return Report(*raised, content)
        denied = any(t.low in phrases.NEGATIONS or t.low == "no" for t in tokens[max(0, index - 3) : index])
        if denied or tokens[index].low in _UNOWNED:
            return None
    return Report(source, phrases.span(tokens, index, index + 1), content)


def _past_aside(tokens: Sequence[Token], index: int) -> int:
    """Index after an aside between dashes: ``the claim — made on Monday — that …``."""
    if index >= len(tokens) or tokens[index].text not in phrases.DASHES:
        return index
    limit = min(index + 14, len(tokens) - 1)
    return next((j + 1 for j in range(index + 1, limit) if tokens[j].text in phrases.DASHES), index)


def _possessor(tokens: Sequence[Token], noun: int) -> Span | None:
    """Whose claim it is: ``her``, ``the union's``."""
    for k in range(noun - 1, max(noun - 5, -1), -1):
        token = tokens[k]
        if token.quote >= 0 or not token.is_word or token.low in phrases.PREPOSITIONS | phrases.AUXILIARIES:
            return None
        if token.low in ("his", "her", "their", "its"):
            return Span(token.start, token.end)
        if token.possessive:
            begin = phrases.phrase_left(tokens, k + 1)
            begin = k if begin is None or k - begin > 4 else begin
            while begin < k and not tokens[begin].capital and tokens[begin].low not in phrases.DETERMINERS:
                begin += 1
            return owner(tokens, begin, k + 1)
    return None


def owner(tokens: Sequence[Token], first: int, stop: int) -> Span:
    """The phrase ``[first, stop)`` without its possessive ending."""
    last = tokens[stop - 1]
    end = last.end
    if last.low.endswith("'s"):
        end -= 2
    elif last.low.endswith("'"):
        end -= 1
    return Span(tokens[first].start, end)


def _raiser(tokens: Sequence[Token], noun: int) -> tuple[Span, Span] | None:
    """Who puts the noun forward: ``the union raised the idea that …``, ``Lee repeated a claim that …``."""
    for k in range(noun - 1, max(noun - 5, 0), -1):
        token = tokens[k]
        if token.quote >= 0 or not token.is_word:
            return None
        if token.low in _RAISING:
            first = phrases.verb_group(tokens, k)
            if first == 0:
                return None
            personal = tokens[first - 1].low in phrases.PERSONAL
            begin = first - 1 if personal else phrases.phrase_left(tokens, first)
            if begin is None:
                return None
            return phrases.span(tokens, begin, first), phrases.span(tokens, first, noun + 1)
    return None
