"""Cues that are not verbs of saying: ``according to``, ``in her view``, ``the claim that``, ``made clear``, labels."""

from __future__ import annotations

import re
from collections.abc import Sequence

from framing.annotate import clauses, contents, cues, nouns, phrases, roles
from framing.annotate.phrases import Token
from framing.annotate.reporting import Report
from framing.types import Span

_LABEL = re.compile(r"(?P<name>[A-Z][\w.'’-]*(?: [A-Z(][\w.'’)-]*){0,4}): (?=\S)")


def in_sentence(tokens: Sequence[Token], quotes: Sequence[Span]) -> list[Report]:
    """The reports that phrases and nouns make in the sentence of ``tokens``."""
    reports: list[Report] = []
    for index, token in enumerate(tokens):
        if token.quote >= 0:
            continue
        report = None
        if token.low == "according" and _low(tokens, index + 1) == "to":
            report = _according(tokens, index, index + 2)
        elif (
            token.low == "in"
            and _low(tokens, index + 1) == "the"
            and _low(tokens, index + 2) in ("words", "view", "opinion", "eyes")
        ):
            if _low(tokens, index + 3) == "of":
                report = _according(tokens, index, index + 4)
        elif token.low == "in":
            report = _in_view(tokens, index)
        elif token.low in ("made", "makes", "make") and "clear" in (_low(tokens, index + 1), _low(tokens, index + 2)):
            report = _made_clear(tokens, index, quotes)
        elif token.low in cues.CONTENT_NOUNS or token.low in ("idea", "possibility", "prospect"):
            report = nouns.report(tokens, index)
        if report is not None:
            reports.append(report)
    return reports


def label(text: str, tokens: Sequence[Token], start: int, end: int) -> Report | None:
    """``Lee: Talks are close`` in a headline: the words before the colon are the source."""
    match = _LABEL.match(text, start, end)
    if match is None or not tokens:
        return None
    begin = match.end()
    stop = max((t.end for t in tokens if t.text not in (".",)), default=end)
    if len(text[begin:stop].split()) < 3:
        return None
    colon = match.end("name")
    return Report(Span(match.start("name"), colon), Span(colon, colon + 1), (Span(begin, stop),))


def _low(tokens: Sequence[Token], index: int) -> str:
    return tokens[index].low if 0 <= index < len(tokens) else ""


def _according(tokens: Sequence[Token], index: int, begin: int) -> Report | None:
    n = len(tokens)
    stop = phrases.phrase_right(tokens, begin)
    if stop == begin:
        return None
    if not _can_speak(tokens, begin, stop):
        return None  # "according to plan"
    cue = phrases.span(tokens, index, begin)
    opens = index == 0 or (
        tokens[index - 1].text in (";", *phrases.DASHES)
        or tokens[index - 1].low in ("and", "but", "that")
        or (index <= 2 and tokens[index - 1].text == ",")
    )
    if opens:
        comma = next((k for k in range(stop, n) if tokens[k].text == "," and tokens[k].quote < 0), None)
        if comma is not None and comma + 1 < n:
            content_begin = comma + 1
            _, widened = phrases.appositions(tokens, begin, stop)
            closed = stop < widened < n - 3 and tokens[widened].text == ","
            if closed and not phrases.has_finite_verb(tokens[stop + 1 : widened]):
                stop, content_begin = widened, widened + 1
            end = clauses.clause_end(tokens, content_begin, n)
            if end > content_begin:
                return Report(phrases.span(tokens, begin, stop), cue, (clauses.widened(tokens, content_begin, end),))
        return None
    _, stop = phrases.appositions(tokens, begin, stop)
    first = index
    while first > 0 and tokens[first - 1].text in (",", *phrases.DASHES) and tokens[first - 1].quote < 0:
        first -= 1
    lead = contents.lead_in(tokens, first)
    if first - lead < 2:
        return None
    spans = [phrases.span(tokens, lead, first)]
    if stop < n and tokens[stop].text == "," and stop + 1 < n and phrases.is_verb_like(tokens[stop + 1]):
        end = clauses.clause_end(tokens, stop + 1, n)
        spans.append(phrases.span(tokens, stop + 1, end))
    return Report(phrases.span(tokens, begin, stop), cue, tuple(spans))


def _can_speak(tokens: Sequence[Token], begin: int, stop: int) -> bool:
    """Whether the phrase is a person, a body or a document."""
    words = tokens[begin:stop]
    if len(words) == 1 and words[0].low in ("plan", "plans", "law", "schedule", "custom", "tradition", "rumors"):
        return False
    return (
        words[0].low in phrases.DETERMINERS
        or any(t.capital for t in words)
        or any(t.low in roles.PEOPLE | roles.BODIES | cues.DOCUMENTS or t.low.endswith("s") for t in words)
    )


def _in_view(tokens: Sequence[Token], index: int) -> Report | None:
    """``in the ministry's view, …`` · ``in her opinion …``"""
    for k in range(index + 1, min(index + 7, len(tokens))):
        if tokens[k].quote >= 0 or not tokens[k].is_word:
            return None
        if tokens[k].low in cues.VIEW_NOUNS:
            owner = tokens[k - 1]
            if not (owner.possessive or owner.low in ("his", "her", "their")) or k == index + 1:
                return None
            cue = Span(tokens[index].start, tokens[k].end)
            source = nouns.owner(tokens, index + 1, k)
            n = len(tokens)
            if k + 1 < n and tokens[k + 1].text == ",":
                end = clauses.clause_end(tokens, k + 2, n)
                if end > k + 3 and index <= 2:
                    return Report(source, cue, (phrases.span(tokens, k + 2, end),))
            lead = contents.lead_in(tokens, index)
            if index - lead > 2 and not phrases.has_finite_verb(tokens[k + 1 :]):
                last = index - 1 if tokens[index - 1].text == "," else index
                return Report(source, cue, (phrases.span(tokens, lead, last),))
            return None
    return None


def _made_clear(tokens: Sequence[Token], index: int, quotes: Sequence[Span]) -> Report | None:
    k = index + 1
    if _low(tokens, k) == "it":
        k += 1
    if _low(tokens, k) != "clear" or _low(tokens, k + 1) == "to":
        return None
    first = phrases.verb_group(tokens, index)
    if first == 0 or any(t.low in phrases.NEGATIONS for t in tokens[first:index]):
        return None
    begin = first - 1 if tokens[first - 1].low in phrases.PERSONAL else phrases.phrase_left(tokens, first)
    if begin is None:
        return None
    opens = k + 2 if _low(tokens, k + 1) == "that" else k + 1
    end = clauses.clause_end(tokens, opens, len(tokens))
    if end - opens < 2 or not phrases.has_finite_verb(tokens[opens:end]):
        return None
    if tokens[begin].low == "which":
        return None
    return Report(
        phrases.span(tokens, begin, first), phrases.span(tokens, first, k + 1), (clauses.widened(tokens, opens, end),)
    )
