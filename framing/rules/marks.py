"""From a marked span to a Finding: voice, severity and the words of the message."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from framing.config import Config
from framing.rules import word_lists
from framing.rules.base import SEVERITIES, Rule
from framing.rules.passages import ARGUING, voice_of
from framing.types import Annotation, Evidence, Finding, Severity, Span, Voice, WordingSpan

_ASSUMED = "Who speaks is carried over from the sentence before; it is not said here."
_OWN = 0.5
RETOLD = frozenset({"W106", "W107"})
"""Rules whose words a paraphrase takes from the writer, not from the source."""
_ARGUING = "The piece is {genre}: an open opinion is expected there, so this is a note."


def mark(
    rule: Rule,
    annotation: Annotation,
    span: Span,
    *,
    message: str,
    score: float,
    evidence: Iterable[Evidence] = (),
    suggestion: str | None = None,
    severity: Severity | None = None,
    ours: bool = False,
    own: float | None = None,
) -> Finding:
    """The finding of ``rule`` at ``span``.

    The voice is looked up. Words of a speaker, quoted or paraphrased, and the own words of an opinion piece are a
    note at most: they are shown, and counted apart. With ``ours`` the words may be a speaker's, but what is found is
    the outlet's doing (an altered quotation, a choice of source), so the voice lowers nothing. ``own`` is the
    probability that the words are the writer's, where the classifier gave one: it decides between the writer and a
    source outside quotation marks.
    """
    article = annotation.article
    voice, speaker, assumed = voice_of(annotation, span)
    reasons = [
        replace(reason, article=article.id) if reason.start is not None and reason.article is None else reason
        for reason in evidence
    ]
    if own is None and annotation.voices is not None and rule.code.startswith("W"):
        own = annotation.voices.own(span, rule.code)
    decided = decide(voice, rule.code, own)
    if decided == "own" and voice != "own":
        who = speaker or "a speaker"
        reasons.append(Evidence(f"It stands where {who} is reported; the words themselves are the writer's choice."))
        speaker, assumed = None, False
    voice = decided
    most: Severity = severity or rule.severity
    if voice != "own" and not ours:
        most = _lower(most, "note")
        message = f"{message} {_whose(voice, speaker)}"
        suggestion = None
        if assumed:
            reasons.append(Evidence(_ASSUMED))
    elif article.genre in ARGUING and not ours:
        most = _lower(most, "note")
        reasons.append(Evidence(_ARGUING.format(genre=article.genre)))
    return Finding(
        rule=rule.code,
        name=rule.name,
        article=article.id,
        start=span.start,
        end=span.end,
        text=span.of(article.text),
        score=score,
        severity=most,
        voice=voice,
        speaker=speaker,
        message=message,
        evidence=tuple(reasons),
        suggestion=suggestion,
    )


def decide(voice: Voice, rule: str, own: float | None) -> Voice:
    """The voice of a marked span: by the text, corrected by ``own`` and by who chooses such words.

    Adverbs of stance and loaded verbs of saying are chosen by whoever retells, so in a paraphrase they are the writer's
    own. Otherwise a probability that the words are the writer's decides where one is given.
    """
    if voice == "attributed" and rule in RETOLD:
        return "own"
    if own is None:
        return voice
    if own >= _OWN:
        return "own"
    return "attributed" if voice == "own" else voice


def voice_of_mark(annotation: Annotation, span: Span, rule: str) -> Voice:
    """The voice that a finding of ``rule`` at ``span`` has."""
    own = annotation.voices.own(span, rule) if annotation.voices is not None else None
    return decide(voice_of(annotation, span)[0], rule, own)


def worded(rule: Rule, annotation: Annotation, config: Config) -> list[WordingSpan]:
    """The wording spans of the rule that reach the threshold; of two that overlap, the one with the higher score."""
    text = annotation.article.text
    marks = (*annotation.wording, *annotation.premises)
    strong = (span for span in marks if span.score >= config.wording.threshold)
    return without_overlap(span for span in strong if word_lists.rule_of(span, text) == rule.code)


def without_overlap(spans: Iterable[WordingSpan]) -> list[WordingSpan]:
    """The spans in order; where two overlap only the better one, or the earlier of two equals."""
    kept: list[WordingSpan] = []
    for span in sorted(spans, key=lambda w: (-w.score, w.start, w.end)):
        if not any(span.span.overlaps(other.span) for other in kept):
            kept.append(span)
    return sorted(kept, key=lambda w: (w.start, w.end))


def _lower(severity: Severity, limit: Severity) -> Severity:
    return min(severity, limit, key=SEVERITIES.index)


def _whose(voice: Voice, speaker: str | None) -> str:
    who = speaker or "a speaker the program could not identify"
    if voice == "quoted":
        return f"These are the quoted words of {who}, not the outlet's own."
    return f"The outlet reports this as what {who} says, in its own words."
