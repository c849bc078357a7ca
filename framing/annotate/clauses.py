"""Where reported words end: clause borders, found from commas, conjunctions and the next cue."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from framing.annotate import cues, phrases
from framing.annotate.phrases import Token
from framing.language.lexicon import lexicon
from framing.types import Span

ADJUNCT_WORDS: Final[frozenset[str]] = phrases.DAYS | lexicon(
    """on in at during before after to from via through late early earlier last this week month year recently publicly
    privately separately bluntly flatly simply repeatedly again afterwards then when while following over outside
    under with by as"""
)
OPENING: Final[frozenset[str]] = lexicon("while although though after before when as since because if")
_COMMENTARY: Final[frozenset[str]] = lexicon(
    """underscoring signaling signalling highlighting reflecting fueling fuelling raising prompting marking echoing
    contradicting drawing sparking hinting referring citing pointing alluding speaking adding saying noting arguing
    suggesting insisting claiming stressing warning telling calling urging describing accusing explaining
    emphasizing emphasising declaring stating invoking using quoting"""
)
#: Verbs that close a sentence with their subject: ", officials said."
_PLAIN_SAYING: Final[frozenset[str]] = lexicon(
    """say tell add note write report announce explain argue warn insist claim state confirm acknowledge tweet think
    believe recall"""
)
_BREAK_AFTER_COMMA: Final[frozenset[str]] = frozenset(("while",))


def clause_end(tokens: Sequence[Token], begin: int, limit: int) -> int:
    """Index after the last token of the content that begins at ``begin``, the final stop left out."""
    end = limit
    k = begin
    opening = _in_opening_clause(tokens, begin)
    while k < limit:
        token = tokens[k]
        if (
            opening
            and token.text == ","
            and (token.quote < 0 or _closes_quote(tokens, k))
            and _main_clause(tokens, k + 1)
        ):
            end = k + 1 + (token.quote >= 0)
            break
        if token.quote < 0:
            if token.text == ";" or (token.text in (".", "!", "?") and k + 1 < limit and not _inner_stop(tokens, k)):
                end = k
                break
            if token.text in phrases.DASHES and k + 1 < limit and tokens[k + 1].low in ("though", "although", "but"):
                end = k
                break
            if token.text == "," and _breaks_at(tokens, k, begin):
                end = k
                break
            if token.low in ("and", "but") and k > begin + 1 and _coordinated_cue(tokens, k):
                end = k - 1 if tokens[k - 1].text == "," else k
                break
        k += 1
    while end > begin and tokens[end - 1].quote < 0 and tokens[end - 1].text in (".", "!", "?", ",", ";", ":"):
        end -= 1
    return end


def _inner_stop(tokens: Sequence[Token], index: int) -> bool:
    """Whether the stop ends an abbreviation: ``(D-Fla.)``, ``vs. him``."""
    following = tokens[index + 1]
    return following.text in (")", ",") or (following.is_word and not following.capital)


def _in_opening_clause(tokens: Sequence[Token], index: int) -> bool:
    if not tokens or tokens[0].low not in OPENING or tokens[0].quote >= 0:
        return False
    return not any(t.text == "," and t.quote < 0 for t in tokens[:index])


def _closes_quote(tokens: Sequence[Token], index: int) -> bool:
    return index + 2 >= len(tokens) or tokens[index + 2].quote != tokens[index].quote


def _main_clause(tokens: Sequence[Token], index: int) -> bool:
    """Whether a subject opens at ``index``, a closing quotation mark aside."""
    while index < len(tokens) and tokens[index].text in phrases.QUOTE_MARKS:
        index += 1
    if index >= len(tokens):
        return False
    token = tokens[index]
    return (
        token.low in phrases.PERSONAL or token.capital or token.low in ("the", "a", "an", "his", "her", "their", "its")
    )


def _breaks_at(tokens: Sequence[Token], comma: int, begin: int) -> bool:
    """Whether the comma closes the content: another cue follows, or the writer's own clause does."""
    rest = tokens[comma + 1 :]
    if not rest:
        return True
    low = rest[0].low
    if rest[0].quote >= 0:
        return False
    if low in _BREAK_AFTER_COMMA or low in _COMMENTARY:
        return True
    if low in ("even", "just") and len(rest) > 1 and rest[1].low == "as":
        return True
    if low == "according" and len(rest) > 1 and rest[1].low == "to":
        return True
    if low in ("as", "though") and len(rest) > 2 and _short_cue(rest[1:]):
        return True
    if low in ("but", "and") and _coordinated_cue(tokens, comma + 1):
        return True
    return _short_cue(rest)


def _short_cue(rest: Sequence[Token]) -> bool:
    """Whether ``rest`` is ``European officials said.`` or ``said Lee.``: a cue that closes the sentence."""
    if len(rest) > 14:
        return False
    for k, token in enumerate(rest):
        if token.quote >= 0 or token.text in (",", ";", ":"):
            return False
        if any(v.lemma in _PLAIN_SAYING and v.form != "ing" for v in cues.VERBS.get(token.low, ())):
            if token.low in cues.NOUN_LIKE and k + 2 < len(rest):
                return False
            tail = [t for t in rest[k + 1 :] if t.is_word]
            if k == 0:
                return bool(tail) and (tail[0].capital or tail[0].low in phrases.DETERMINERS)
            adjunct = tail[0].low if tail else ""
            return not tail or adjunct in ADJUNCT_WORDS or _is_told(rest[k:])
        if token.low in phrases.SUBORDINATORS or (
            token.low in phrases.AUXILIARIES and token.low not in ("has", "have", "had")
        ):
            return False
    return False


def _is_told(rest: Sequence[Token]) -> bool:
    return rest[0].low in ("told", "tells") and not phrases.has_finite_verb(rest[1:])


def _coordinated_cue(tokens: Sequence[Token], conjunction: int) -> bool:
    """Whether ``and``/``but`` is followed by another cue: ``and said``, ``but later added``, ``and called``."""
    k = conjunction + 1
    while k < len(tokens) and (phrases.is_adverb(tokens[k].low) or tokens[k].low in ("has", "have", "had", "who")):
        k += 1
    if k >= len(tokens) or tokens[k].quote >= 0 or tokens[k].low in cues.NOUN_LIKE - {"called", "calls"}:
        return False
    readings = cues.VERBS.get(tokens[k].low, ())
    if any(
        v.form in ("past", "ing", "s") and v.verb_class in ("say", "tell", "as", "call", "deny", "blame", "urge", "ask")
        for v in readings
    ):
        return tokens[k].low not in ("told", "asked") or conjunction > 2
    if tokens[k].low in phrases.PREPOSITIONS:
        ahead = tokens[k : k + 7]
        said = next((j for j, t in enumerate(ahead) if t.low in ("said", "told", "added")), None)
        return said is not None and all(t.is_word and t.quote < 0 for t in ahead[:said])
    for j in range(k, min(k + 5, len(tokens))):
        token = tokens[j]
        if token.quote >= 0 or not token.is_word:
            return False
        if token.low in ("said", "says", "told", "added", "denied") and j > k:
            begin = phrases.phrase_left(tokens, j)
            if begin is not None and begin < conjunction:
                return False  # "Mills and Clinton told investigators": one subject
            return all(
                t.capital or t.low in phrases.PERSONAL or t.low in phrases.DETERMINERS or j - k <= 2
                for t in tokens[k:j]
            )
    return False


def widened(tokens: Sequence[Token], begin: int, end: int, quotes: Sequence[Span] = ()) -> Span:
    """The characters of the tokens, whole quotations where they begin or end inside one."""
    start, stop = tokens[begin].start, tokens[end - 1].end
    if quotes and tokens[begin].quote >= 0:
        start = min(start, quotes[tokens[begin].quote].start)
    if quotes and tokens[end - 1].quote >= 0:
        stop = max(stop, quotes[tokens[end - 1].quote].end)
    return Span(start, stop)
