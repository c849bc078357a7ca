"""Reporting verbs: from a verb to its subject and to the words it reports, within one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from framing.annotate import clauses, contents, cues, phrases, roles
from framing.annotate.cues import Verb
from framing.annotate.phrases import Token
from framing.language.lexicon import lexicon
from framing.types import Span

_MODALS: Final[frozenset[str]] = lexicon("will would could may might can should must won't wouldn't couldn't")
_DEGREES: Final[frozenset[str]] = lexicon("very so too more most less quite")
_SPEAKERS: Final[frozenset[str]] = roles.PEOPLE | roles.BODIES | roles.VAGUE | cues.DOCUMENTS
_PRONOMINAL: Final[frozenset[str]] = lexicon(
    "this that all both some many several most few others another one each two three"
)


@dataclass(frozen=True, slots=True)
class Report:
    """A source, a cue and the words reported, before names are resolved; spans into the article."""

    source: Span | None
    cue: Span
    content: tuple[Span, ...]
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class _Subject:
    first: int
    stop: int
    inverted: bool = False
    inherited: bool = False


def in_sentence(tokens: Sequence[Token], quotes: Sequence[Span]) -> list[Report]:
    """The reports that verbs make in the sentence of ``tokens``; ``quotes`` are the article's, by token index."""
    reports: list[Report] = []
    subject: _Subject | None = None
    for index, token in enumerate(tokens):
        if token.quote >= 0 or token.low not in cues.VERBS:
            continue
        if token.capital and index and not _headline_like(tokens):
            continue
        found = _report(tokens, index, subject, quotes)
        if found is not None:
            report, found_subject = found
            reports.append(report)
            if found_subject is not None and not found_subject.inherited:
                subject = found_subject
    return reports


def _headline_like(tokens: Sequence[Token]) -> bool:
    words = [t for t in tokens if t.is_word and len(t.text) > 3]
    return len(words) > 3 and sum(t.capital for t in words) > 0.7 * len(words)


def _report(
    tokens: Sequence[Token], verb: int, last: _Subject | None, quotes: Sequence[Span]
) -> tuple[Report, _Subject | None] | None:
    readings = cues.VERBS[tokens[verb].low]
    first = phrases.verb_group(tokens, verb)
    group = [t.low for t in tokens[first:verb]]
    if _is_noun(tokens, first, verb):
        return None
    if any(w in phrases.BE for w in group) and readings[0].form == "past":
        return _passive(tokens, first, verb, readings)
    if group and group[-1] == "to":
        steering = _steering(tokens, first)
        if steering is None:
            return None
        first = phrases.verb_group(tokens, steering)
    if any(w in _MODALS for w in group) and readings[0].lemma not in ("say", "tell", "argue"):
        return None  # "will hope", "would propose": what somebody may come to think is the writer's own claim
    denial = readings[0].verb_class == "deny"
    if any(w in phrases.NEGATIONS for w in group) and not denial:
        return None
    subject = _subject(tokens, first, verb, readings, last)
    if subject is None:
        return None
    if not subject.inherited and subject.first and tokens[subject.first - 1].low in ("if", "whether", "unless"):
        return None
    cue_first = first if not subject.inverted else verb
    while cue_first < verb and tokens[cue_first].low in ("both", "all"):
        cue_first += 1
    for reading in readings:
        found = contents.of_verb(tokens, verb, reading, subject.first, subject.stop, subject.inverted, quotes)
        if found is None:
            continue
        cue_stop, spans = found
        source = phrases.span(tokens, subject.first, subject.stop)
        cue = phrases.span(tokens, cue_first, max(cue_stop, verb + 1))
        spans = tuple(s for s in spans if not (s.start <= cue.start and cue.end <= s.end))
        if not spans:
            return None
        return Report(source, cue, spans), subject
    return None


def _is_noun(tokens: Sequence[Token], first: int, verb: int) -> bool:
    """Whether the form at ``verb`` is a noun or an adjective there: ``his claim``, ``the reported figure``."""
    if first == 0:
        return tokens[verb].low in cues.NOUN_LIKE
    before = tokens[first - 1]
    low = tokens[verb].low
    if first == verb and before.quote < 0:
        if before.low in phrases.DETERMINERS and before.low not in _PRONOMINAL:
            return True
        if before.low in ("this", "that") and low in cues.NOUN_LIKE:
            return True
        if before.possessive or before.low in ("of", "with", "by", "from", "for", "in", "on", "at", "under", "about"):
            return low in cues.NOUN_LIKE or not low.endswith("ing")
    if first == verb and before.low in _DEGREES:
        return True  # "very worried"
    if low in cues.NOUN_LIKE and first == verb and not low.endswith("ing"):
        if before.low in phrases.PERSONAL:
            return False
        after = tokens[verb + 1] if verb + 1 < len(tokens) else None
        opens = after is not None and (after.low in ("that", ":", "how", "why", "whether") or after.quote >= 0)
        if not (opens or before.capital or before.quote >= 0 or before.text == "," or before.low in _SPEAKERS):
            return True
        if before.low in phrases.SUBORDINATORS:
            return True
        if after is None or after.low in phrases.PREPOSITIONS:
            return True
        plural_subject = before.low.endswith("s") or before.low in ("people", "police", "who", "some", "many", "others")
        third = low.endswith("s")
        return (third and plural_subject and not before.capital) or (not third and not plural_subject)
    return False


def _steering(tokens: Sequence[Token], first: int) -> int | None:
    """Index of the verb that asserts an infinitive: ``went on to say``, ``continues to insist``; else ``None``."""
    before = tokens[first - 1].low if first else ""
    two = tokens[first - 2].low if first > 1 else ""
    if before in ("continue", "continues", "continued", "proceeded", "began"):
        return first - 1
    return first - 2 if before == "on" and two in ("went", "goes", "gone") else None


def _passive(
    tokens: Sequence[Token], first: int, verb: int, readings: Sequence[Verb]
) -> tuple[Report, _Subject | None] | None:
    """``is said to …``, ``was widely hailed as …``, ``was told by Lee that …``."""
    low = tokens[verb].low
    stop = len(tokens)
    group = [t.low for t in tokens[first:verb]]
    if any(w in phrases.NEGATIONS for w in group):
        return None
    after = tokens[verb + 1].low if verb + 1 < stop else ""
    end = clauses.clause_end(tokens, verb + 1, stop)
    if after == "by":
        agent_stop = phrases.phrase_right(tokens, verb + 2)
        if agent_stop > verb + 2 and agent_stop < end and tokens[agent_stop].low in ("that", "as", "of", "to", "for"):
            begin = agent_stop + (tokens[agent_stop].low == "that")
            if begin < end:
                source = phrases.span(tokens, verb + 2, agent_stop)
                cue = phrases.span(tokens, first, verb + 1)
                return Report(source, cue, (phrases.span(tokens, begin, end),)), None
        return None
    if low not in cues.PASSIVE_VAGUE:
        return None
    generic = any(w in ("widely", "generally", "commonly", "broadly", "often") for w in group)
    speech = low in ("said", "believed", "thought", "rumored", "rumoured", "alleged", "understood", "claimed")
    if not (after in ("to", "that", "as") and (generic or speech) and end > verb + 2):
        return None
    if low == "understood" and after == "as":
        return None
    end = next((k for k in range(verb + 2, end) if tokens[k].low == "while" and tokens[k].quote < 0), end)
    subject = phrases.phrase_left(tokens, first)
    spans = [phrases.span(tokens, verb + 1 + (after == "that"), end)]
    if subject is not None and tokens[subject].low not in ("it", "there"):
        spans.insert(0, phrases.span(tokens, subject, first))
    return Report(None, phrases.span(tokens, first, verb + 1), tuple(spans)), None


def _subject(
    tokens: Sequence[Token], first: int, verb: int, readings: Sequence[Verb], last: _Subject | None
) -> _Subject | None:
    form = readings[0].form
    finite = form in ("past", "s", "base") or first < verb
    inverted = _inverted(tokens, first, verb, readings) if first == verb else None
    if inverted is not None:
        return inverted
    if first == 0:
        return None
    before = tokens[first - 1]
    if form == "ing" and not any(t.low in phrases.BE for t in tokens[first:verb]):
        return _inherited(tokens, first, last, participle=True)
    if not finite:
        return None
    if before.low in phrases.PERSONAL and before.quote < 0:
        return _Subject(first - 1, first)
    if before.low == "which" and before.quote < 0:
        return _Subject(first - 1, first)
    if before.low in ("and", "but", "or", "then"):
        return _inherited(tokens, first, last, participle=False)
    if before.text == "," or before.text in phrases.DASHES or before.text == ")":
        return _with_apposition(tokens, first) if before.text != ")" else _plain(tokens, first)
    return _plain(tokens, first)


def _plain(tokens: Sequence[Token], stop: int) -> _Subject | None:
    begin = phrases.phrase_left(tokens, stop)
    if begin is None:
        return None
    head = tokens[stop - 1]
    if head.low in phrases.PREPOSITIONS or head.low in ("the", "a", "an", "to", "and", "or", "of"):
        return None
    if head.possessive and stop - begin == 1:
        return None
    # "Another partner, David Handler said": a bare name after a comma whose left side is a role is one phrase
    return _Subject(begin, stop)


def _with_apposition(tokens: Sequence[Token], first: int) -> _Subject | None:
    """The phrase before a verb that follows a comma: ``Ana Ruiz, head of the union, said``."""
    closing = tokens[first - 1]
    stop = first - 1
    if stop == 0 or (closing.text == "," and tokens[stop - 1].quote >= 0):
        return None
    k = stop - 1
    commas = 0
    while k >= 0 and stop - k < 45:
        token = tokens[k]
        abbreviated = token.text == "." and tokens[k + 1].text == ","  # "Marco Diaz, R-Fla., said"
        if token.quote >= 0 or (token.text in (";", ":", ".", "!", "?") and not abbreviated):
            break
        opens = token.text == "," if closing.text == "," else token.text in phrases.DASHES
        if opens and k > 0:
            begin = phrases.phrase_left(tokens, k)
            commas += 1
            if _is_clause(tokens[k + 1 : stop]):
                k -= 1
                continue
            if begin is not None and begin < k:
                head_is_name = any(t.capital for t in tokens[begin:k])
                fresh = begin == 0 or tokens[begin - 1].text != "," or closing.text != ","
                if (head_is_name or fresh) and tokens[k + 1].low not in ("and", "but"):
                    inner = tokens[k + 1 : stop]
                    aside = len(inner) == 1 and phrases.is_adverb(inner[0].low)
                    return _Subject(begin, k if aside else stop)
            if commas > 4:
                break
        k -= 1
    return None


def _is_clause(words: Sequence[Token]) -> bool:
    """Whether the words between two commas are a verb and its object, no apposition: ``founded the paper``."""
    if len(words) < 2 or words[0].capital or not words[0].low.endswith("ed"):
        return False
    return words[1].capital or words[1].low in phrases.DETERMINERS


def _inherited(tokens: Sequence[Token], first: int, last: _Subject | None, *, participle: bool) -> _Subject | None:
    """The subject of the clause before: ``Lee met the board, saying …`` · ``Lee left and said …``."""
    before = tokens[first - 1]
    if participle:
        escort = next((k for k in range(first - 1, max(first - 9, -1), -1) if tokens[k].low == "with"), None)
        if escort is not None and escort < first - 1 and all(t.is_word and t.quote < 0 for t in tokens[escort:first]):
            return _Subject(escort + 1, first, inherited=True)
        joined = before.text in (",", *phrases.DASHES) or before.low in ("and", "but") or before.quote >= 0
        if before.low in ("by", "before", "after", "while"):
            joined = True
        if not joined and (before.low in phrases.PREPOSITIONS | phrases.DETERMINERS | phrases.BE):
            return None
    if last is not None:
        return _Subject(last.first, last.stop, inherited=True)
    return _leading_subject(tokens, first)


def _leading_subject(tokens: Sequence[Token], limit: int) -> _Subject | None:
    """The subject of the sentence's first clause, behind fronted words: ``Still, [Lee] opposed it, saying …``."""
    for begin in range(min(limit, len(tokens))):
        token = tokens[begin]
        if not token.is_word or token.quote >= 0:
            continue
        if begin and not (tokens[begin - 1].text == "," or tokens[begin - 1].quote >= 0):
            continue
        fronted = token.low in phrases.PREPOSITIONS | phrases.SUBORDINATORS or phrases.is_adverb(token.low)
        if fronted or token.low in ("and", "indeed", "instead") or token.low.endswith("ing"):
            continue
        stop = _subject_stop(tokens, begin, limit)
        return _Subject(begin, stop, inherited=True) if stop is not None else None
    return None


def _subject_stop(tokens: Sequence[Token], begin: int, limit: int) -> int | None:
    """Index after the subject that begins at ``begin``: where its verb, an adverb or a comma stands."""
    if tokens[begin].low in phrases.PERSONAL:
        return begin + 1
    for k in range(begin + 1, limit):
        token, before = tokens[k], tokens[k - 1]
        if not token.is_word:
            return k if token.text == "," else None
        if token.low == "on" and k + 1 < limit and tokens[k + 1].low in phrases.DAYS:
            return k
        past = token.low.endswith("ed") and not token.capital and before.low not in phrases.DETERMINERS
        third = token.low.endswith("s") and not token.capital and before.capital and not before.possessive
        if phrases.is_verb_like(token) or past or phrases.is_adverb(token.low) or (third and k - begin < 4):
            return k
    return None


def _inverted(tokens: Sequence[Token], first: int, verb: int, readings: Sequence[Verb]) -> _Subject | None:
    """The subject after the verb: ``"…," said Ana Ruiz, head of the union.``"""
    if not any(r.verb_class in ("say", "ask") for r in readings) or readings[0].form == "ing":
        return None
    if first == 0:
        return None
    before = tokens[first - 1]
    if not (before.quote >= 0 or before.text == "," or before.text in phrases.QUOTE_MARKS):
        return None
    begin = first + 1
    if begin >= len(tokens) or tokens[begin].quote >= 0:
        return None
    if tokens[begin].low in (
        "that",
        "in",
        "on",
        "to",
        "at",
        "for",
        "he",
        "she",
        "they",
        "it",
        "there",
        "if",
        "we",
        "i",
    ):
        after_pronoun = tokens[begin + 1].text if begin + 1 < len(tokens) else "."
        if not (tokens[begin].low in ("he", "she", "they", "we", "i") and after_pronoun in (".", ",", ";")):
            return None
    if tokens[begin].low in phrases.DAYS or phrases.is_adverb(tokens[begin].low):
        return None
    stop = phrases.phrase_right(tokens, begin)
    if stop == begin:
        return None
    if before.quote < 0 and before.text == ",":
        # a comma alone: "The plan is dead, said Lee." but not "Lee, a lawyer, said the plan is dead."
        rest = tokens[stop:]
        if rest and (phrases.is_verb_like(rest[0]) or phrases.is_adverb(rest[0].low) or rest[0].low == "to"):
            return None
        if _with_apposition(tokens, first) is not None and not any(
            t.low in phrases.AUXILIARIES for t in tokens[: first - 1]
        ):
            return None
    if stop < len(tokens) and phrases.is_verb_like(tokens[stop]) and before.quote < 0:
        return None
    _, stop = phrases.appositions(tokens, begin, stop)
    return _Subject(begin, stop, inverted=True)
