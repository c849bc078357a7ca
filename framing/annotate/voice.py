"""Whose voice a stretch of text is in: the outlet's own, a quotation's, or a paraphrased source's.

Words inside a speech quotation are ``quoted``. Words inside the content of an attribution are ``attributed``; the words
that name the source and the cue itself are the outlet's own. Content that is only assumed to go on with an earlier
source is ``attributed`` too, and the answer says that it is assumed, so that a reader can weigh it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from framing.types import Attribution, Quote, Sentence, SentenceVoice, Span, Voice

_WORD = re.compile(r"\w+(?:['’.-]\w+)*")
#: Share of a sentence's words from which one voice names the whole sentence.
DOMINANT = 0.7


def at(span: Span, quotes: Sequence[Quote], attributions: Sequence[Attribution]) -> tuple[Voice, str | None, bool]:
    """``(voice, speaker's name or None, assumed)`` of ``span``, by its midpoint where it straddles a border."""
    middle = (span.start + max(span.end - 1, span.start)) // 2
    quote = next((q for q in quotes if q.kind == "speech" and q.start <= middle < q.end), None)
    attribution = _innermost(middle, attributions)
    name = attribution.source.name if attribution is not None and attribution.source is not None else None
    assumed = attribution.assumed if attribution is not None else False
    if quote is not None:
        return "quoted", quote.speaker if quote.speaker is not None else name, assumed
    if attribution is None or _in_cue_or_source(middle, attribution, attributions):
        return "own", None, False
    return "attributed", name, assumed


def of_sentences(
    text: str, sentences: Sequence[Sentence], quotes: Sequence[Quote], attributions: Sequence[Attribution]
) -> tuple[SentenceVoice, ...]:
    """The voice of each sentence: the one that has at least seven in ten of its words, else ``mixed``.

    The cue and the source of a reported sentence are not counted: ``The plan is ruinous, Lee said`` is ``attributed``.
    """
    frames = _frames(attributions)
    voices: list[SentenceVoice] = []
    for sentence in sentences:
        near = [a for a in attributions if any(c.start < sentence.end and sentence.start < c.end for c in a.content)]
        inside = [q for q in quotes if q.kind == "speech" and q.start < sentence.end and sentence.start < q.end]
        counts: dict[Voice, int] = {"own": 0, "quoted": 0, "attributed": 0}
        for match in _WORD.finditer(text, sentence.start, sentence.end):
            span = Span(match.start(), match.end())
            voice = at(span, inside, near)[0]
            if voice == "own" and any(f.contains(span) for f in frames):
                continue
            counts[voice] += 1
        total = sum(counts.values())
        if not total:
            voices.append("own")
            continue
        best = max(counts, key=lambda v: (counts[v], v))
        voices.append(best if counts[best] >= DOMINANT * total else "mixed")
    return tuple(voices)


def _frames(attributions: Sequence[Attribution]) -> list[Span]:
    spans = [a.cue for a in attributions if a.cue is not None]
    return spans + [a.source.span for a in attributions if a.source is not None]


def _innermost(position: int, attributions: Sequence[Attribution]) -> Attribution | None:
    best: Attribution | None = None
    width = 0
    for attribution in attributions:
        for content in attribution.content:
            if content.start <= position < content.end and (best is None or len(content) < width):
                best, width = attribution, len(content)
    return best


def _in_cue_or_source(position: int, inner: Attribution, attributions: Sequence[Attribution]) -> bool:
    """Whether the position is in the attribution's own cue or source, with no other content around it."""
    del attributions
    for span in (inner.cue, inner.source.span if inner.source is not None else None):
        if span is not None and span.start <= position < span.end:
            return True
    return False
