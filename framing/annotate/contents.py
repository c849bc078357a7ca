"""The words a reporting verb reports: where they begin and end, left and right of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from framing.annotate import clauses, complements, cues, phrases
from framing.annotate.cues import Verb
from framing.annotate.phrases import Token
from framing.language.lexicon import lexicon
from framing.types import Span

#: Openers of a clause of time that is no content: "When asked, Lee said …".
_FRONTED: Final[frozenset[str]] = lexicon("after before as when while since asked during")
_TIMES: Final[frozenset[str]] = phrases.DAYS | lexicon(
    "week month year morning afternoon evening night weekend spring summer"
)
_QUESTION: Final[frozenset[str]] = lexicon("that if whether how why what when where who which")


def of_verb(
    tokens: Sequence[Token],
    verb: int,
    reading: Verb,
    first: int,
    stop: int,
    inverted: bool,
    quotes: Sequence[Span],
) -> tuple[int, tuple[Span, ...]] | None:
    """``(index after the cue, content spans)`` of one reading of a verb with subject ``[first, stop)``.

    ``None`` where the verb has nothing to report in that reading.
    """
    if inverted:
        left = _left(tokens, verb, quotes, bare=reading.lemma not in cues.NEEDS_THAT)
        if left is None:
            return None
        return verb + 1, (left, *_after_split(tokens, stop, quotes))
    after = verb + 1
    parenthetical = reading.verb_class in ("say", "tell", "think", "ask", "show", "mean") and (
        phrases.verb_group(tokens, verb) - stop in (0, 1)
    )
    if parenthetical and first > 0:
        before = tokens[first - 1]
        if (
            before.quote >= 0
            or before.text in phrases.QUOTE_MARKS
            or before.text == ","
            or before.text in phrases.DASHES
        ):
            rest = _skip_adjunct(tokens, _skip_addressee(tokens, after, reading))
            direct = before.quote >= 0
            following = tokens[after].low if after < len(tokens) else ""
            if not direct and (
                following in ("as", "when", "by", "with") or (following == "to" and reading.lemma != "say")
            ):
                return None  # "regions the union claims as its own"
            ends = rest >= len(tokens) or tokens[rest].text in (",", ".", ";", "!", "?", *phrases.DASHES)
            tail = not ends and direct and not _opens_content(tokens, rest) and not _subordinate(tokens, first)
            if (ends or tail) and not _colon(tokens, rest):
                split = _after_split(tokens, rest, quotes)
                bare = bool(split) or (reading.verb_class in ("say", "tell") and reading.lemma not in cues.NEEDS_THAT)
                left = _left(tokens, first, quotes, bare=bare)
                if left is not None and (direct or reading.verb_class != "show"):
                    return after, (left, *split)
    aside = _after_aside(tokens, after, reading, first)
    if aside is not None:
        return after, aside
    return _right(tokens, after, reading, quotes, first, stop)


def _after_aside(tokens: Sequence[Token], after: int, reading: Verb, first: int) -> tuple[Span, ...] | None:
    """The content after ``As Lee noted,`` or ``But, Lee added,``."""
    if reading.verb_class not in ("say", "think") or after >= len(tokens) or tokens[after].text != ",":
        return None
    before = tokens[first - 1] if first else None
    opener = before is not None and (before.low == "as" or (before.text == "," and first <= 2))
    if not (opener or first == 0) or tokens[after].quote >= 0:
        return None
    end = clauses.clause_end(tokens, after + 1, len(tokens))
    if end - after < 4 or tokens[after + 1].quote >= 0 or not phrases.has_finite_verb(tokens[after + 1 : end]):
        return None
    if first == 0 and reading.lemma in cues.NEEDS_THAT:
        return None
    return (clauses.widened(tokens, after + 1, end),)


def _subordinate(tokens: Sequence[Token], verb: int) -> bool:
    """Whether ``verb`` stands in, or right after, a clause that opens the sentence: ``While Lee says …, Kim …``."""
    return bool(tokens) and tokens[0].quote < 0 and tokens[0].low in clauses.OPENING


def _colon(tokens: Sequence[Token], index: int) -> bool:
    return index < len(tokens) and tokens[index].text == ":"


def _opens_content(tokens: Sequence[Token], index: int) -> bool:
    return tokens[index].quote >= 0 or tokens[index].low in ("that", "if", "whether", "how", "why")


def _skip_addressee(tokens: Sequence[Token], index: int, reading: Verb) -> int:
    """Index after the person spoken to: ``told [the BBC]``, ``assured [them]``."""
    if reading.verb_class not in ("tell", "urge") or index >= len(tokens) or tokens[index].quote >= 0:
        return index
    low = tokens[index].low
    if low in ("that", "of", "how", "to") or not tokens[index].is_word:
        return index
    if low in phrases.OBJECT_PRONOUNS or low in (
        "reporters",
        "journalists",
        "lawmakers",
        "supporters",
        "people",
        "viewers",
    ):
        return index + 1
    stop = index
    determined = low in phrases.DETERMINERS
    while stop < len(tokens):
        token = tokens[stop]
        if token.quote >= 0 or (not token.is_word and token.text not in phrases.QUOTE_MARKS):
            break
        if stop > index and (token.low in phrases.SUBORDINATORS or token.low in phrases.PERSONAL):
            break
        if stop > index and (token.low in phrases.PREPOSITIONS and token.low != "of"):
            break
        if token.low in phrases.DETERMINERS and stop > index and not (token.capital and tokens[stop - 1].capital):
            break
        if stop > index and not token.capital and not determined and not tokens[stop - 1].possessive:
            if tokens[stop - 1].capital and token.low not in (
                "newspaper",
                "magazine",
                "radio",
                "television",
                "news",
                "leaders",
            ):
                break
            if not tokens[stop - 1].capital and stop - index >= 2:
                break
        if phrases.is_verb_like(token) and stop > index:
            break
        stop += 1
    return stop


def _skip_adjunct(tokens: Sequence[Token], index: int) -> int:
    """Index after words on when, where or how it was said; the same index where none stand there.

    Where ``that`` follows within the same clause the adjunct runs up to it; else it is a day, or runs to the comma or
    the end if no clause follows.
    """
    n = len(tokens)
    if index >= n or tokens[index].quote >= 0:
        return index
    low = tokens[index].low
    if low not in clauses.ADJUNCT_WORDS and not phrases.is_adverb(low) and low not in ("a", "an"):
        return index
    if low in ("this", "last") and not (index + 1 < n and tokens[index + 1].low in _TIMES):
        return index
    for k in range(index, min(index + 18, n)):
        token = tokens[k]
        if token.quote >= 0 and token.text not in phrases.QUOTE_MARKS:
            break
        if token.text in (";", ":", ".", "!", "?"):
            break
        if token.low == "that" and k > index:
            relative = k + 1 < n and phrases.is_verb_like(tokens[k + 1])
            return index if relative else k
    if low in ("a", "an"):
        return index
    k = index
    while k < n and (tokens[k].low in phrases.DAYS or phrases.is_adverb(tokens[k].low) or tokens[k].text.isdigit()):
        k += 1
    if k >= n or not tokens[k].is_word or tokens[k].low not in clauses.ADJUNCT_WORDS:
        return k
    stop = k
    while (
        stop < n and tokens[stop].quote < 0 and tokens[stop].text not in (",", ";", ":", ".", "!", "?", *phrases.DASHES)
    ):
        stop += 1
    segment = tokens[k:stop]
    if tokens[k].low in ("as", "when", "while", "before", "after", "following", "during"):
        return stop
    day = next((j for j, t in enumerate(segment) if t.low in phrases.DAYS), None)
    if day is not None and phrases.has_finite_verb(segment[day + 1 :]):
        return k + day + 1
    if not phrases.has_finite_verb(segment):
        return stop
    return _after_short_phrase(tokens, k, stop)


def _after_short_phrase(tokens: Sequence[Token], index: int, stop: int) -> int:
    """Index after ``in a statement`` or ``at the White House`` before a clause without ``that``."""
    k = index + 1
    if k < stop and tokens[k].low in phrases.DETERMINERS:
        k += 1
    begin = k
    while (
        k < stop
        and tokens[k].low not in phrases.PERSONAL
        and (tokens[k].capital or (k > begin and k + 1 < stop and tokens[k + 1].capital))
    ):
        k += 1
    if k == begin:
        k += 1
    return min(k, stop)


def _left(tokens: Sequence[Token], stop: int, quotes: Sequence[Span], *, bare: bool) -> Span | None:
    """The content that ends right before token ``stop``; ``bare`` accepts words without a verb that is known as one."""
    last = stop - 1
    while last >= 0 and tokens[last].quote < 0 and not tokens[last].is_word:
        if tokens[last].text not in (",", *phrases.DASHES) and tokens[last].text not in phrases.QUOTE_MARKS:
            break
        last -= 1
    if last < 0:
        return None
    if tokens[last].quote >= 0:
        return _quotation(tokens, last, quotes)
    begin = lead_in(tokens, last + 1)
    while begin < last and tokens[begin].low in ("but", "and", "so", "yet") and tokens[begin].quote < 0:
        begin += 1
    if last - begin < 1:
        return None
    low = tokens[begin].low
    fronted = low in phrases.PREPOSITIONS or low in phrases.SUBORDINATORS
    if not phrases.has_finite_verb(tokens[begin : last + 1]) and (fronted or not bare):
        return None
    if low in _FRONTED and not any(t.text == "," for t in tokens[begin:last]):
        return None
    return Span(tokens[begin].start, tokens[last].end)


def _quotation(tokens: Sequence[Token], last: int, quotes: Sequence[Span]) -> Span:
    """The quotation that ends with token ``last``, with the words of the clause that lead into it."""
    begin = last
    while begin > 0 and tokens[begin - 1].quote == tokens[last].quote:
        begin -= 1
    quote = quotes[tokens[last].quote]
    lead = lead_in(tokens, begin)
    return Span(min(quote.start, tokens[lead].start) if lead < begin else quote.start, quote.end)


def lead_in(tokens: Sequence[Token], stop: int) -> int:
    """Index where the clause that ends before ``stop`` begins: the sentence, or after another one's cue."""
    k = stop
    while k > 0:
        token = tokens[k - 1]
        if token.text in (";", ":") and token.quote < 0:
            break
        if token.text in (".", "!", "?") and token.quote < 0 and k > 1:
            break
        k -= 1
    while k < stop and not tokens[k].is_word and tokens[k].quote < 0:
        k += 1
    return k


def _after_split(tokens: Sequence[Token], index: int, quotes: Sequence[Span]) -> tuple[Span, ...]:
    """The second half of a content that its cue splits: ``"We lost," she said, "and we know it."``"""
    n = len(tokens)
    k = index
    while k < n and tokens[k].quote < 0 and tokens[k].text in (",", *phrases.DASHES, ";", ":"):
        k += 1
    if k == index or k >= n:
        return ()
    if tokens[k].quote >= 0:
        return (quotes[tokens[k].quote],)
    if tokens[index].text == "," and index and tokens[k].low not in phrases.SUBORDINATORS | {"and", "adding", "or"}:
        if tokens[k].low.endswith("ing") or (tokens[k].low in cues.VERBS and tokens[k].low not in cues.NOUN_LIKE):
            return ()
        end = clauses.clause_end(tokens, k, n)
        verb = phrases.is_verb_like(tokens[k]) or tokens[k].low.endswith(("ed", "s"))
        if end - k >= 2 and verb and not any(t.quote >= 0 for t in tokens[:index]):
            return (phrases.span(tokens, k, end),)
    return ()


def _is_document(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether the subject names a document or figures, whose showing is a report."""
    return any(t.low in cues.DOCUMENTS for t in tokens[first:stop])


def _accepts(reading: Verb, token: Token, body: Sequence[Token]) -> bool:
    """Whether the words after the verb, ``token`` first, may be its content in this reading."""
    kind, lemma, low = reading.verb_class, reading.lemma, token.low
    clause = phrases.has_finite_verb(body)
    quoted = any(t.quote >= 0 for t in body)
    if low in phrases.PREPOSITIONS and not clause and not (lemma == "warn" and low in ("of", "against")):
        return kind in ("vow", "urge") and low == "to"
    if low in _QUESTION and low not in ("who", "which", "when", "where"):
        return kind != "ask" or low != "that"
    if lemma in cues.NEEDS_THAT:
        return lemma in cues.BARE_CLAUSE and clause and low not in phrases.PREPOSITIONS
    if kind == "vow":
        wish = lemma in ("demand", "propose", "recommend") and len(body) > 1
        return low == "to" or wish or (clause and low in ("they", "he", "she", "it"))
    if kind == "urge":
        return low in ("to", "not", "that") or quoted
    if kind == "deny":
        return body[0].low not in ("it", "this", "that", "them", "him", "her")
    if kind == "ask":
        return low in _QUESTION and low != "that"
    if lemma == "say":
        return clause or quoted or (len(body) >= 3 and low not in ("of", "goodbye"))
    if lemma in cues.TAKES_NOUN:
        return len(body) >= 2
    return clause or quoted


def _right(
    tokens: Sequence[Token], after: int, reading: Verb, quotes: Sequence[Span], first: int, stop: int
) -> tuple[int, tuple[Span, ...]] | None:
    n = len(tokens)
    if after >= n:
        return None
    kind = reading.verb_class
    if kind == "call":
        return complements.called(tokens, after, reading, quotes)
    if kind == "as":
        return complements.held_as(tokens, after, quotes)
    if kind == "blame":
        return complements.blamed(tokens, after, reading, quotes)
    k = _skip_addressee(tokens, after, reading)
    unaddressed = k == after and tokens[k].quote < 0 and tokens[k].low not in ("that", "of", "how")
    if unaddressed and (kind == "urge" or (kind == "tell" and not _colon(tokens, k))):
        return None
    particle = after
    if reading.lemma == "point" and k < n and tokens[k].low == "out":
        k = particle = k + 1
    if k + 1 < n and tokens[k].low == "out" and tokens[k + 1].low == "loud":
        k = particle = k + 2
    k = _skip_adjunct(tokens, k)
    while k < n and tokens[k].quote < 0 and tokens[k].text in (",", ":", *phrases.DASHES):
        k += 1
        if k < n and tokens[k - 1].text != ":" and tokens[k].quote < 0:
            return None
    if k >= n:
        return None
    token = tokens[k]
    end = clauses.clause_end(tokens, k, n)
    if token.quote >= 0:
        return particle, (clauses.widened(tokens, k, max(end, k + 1), quotes),)
    colon = tokens[k - 1].text == ":"
    begin = k + (token.low == "that")
    if end - begin < 1:
        return None
    body = tokens[begin:end]
    if token.low in phrases.AUXILIARIES and token.low != "to" and not colon:
        return None  # "the truce that Lee declared is over": the verb's object stands before it
    if (kind == "show" or reading.lemma == "find") and token.low != "that" and not _is_document(tokens, first, stop):
        return None
    if not (colon or _accepts(reading, token, body)):
        return None
    if reading.lemma == "warn" and token.low in ("of", "against"):
        begin = k
    return particle, (clauses.widened(tokens, begin, end, quotes),)
