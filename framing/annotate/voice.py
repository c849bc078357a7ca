"""Whose voice a stretch of text is in: the outlet's own, a quotation's, or a paraphrased source's.

Words inside a speech quotation are ``quoted``. Words inside the content of an attribution are ``attributed``; the words
that name the source and the cue itself are the outlet's own. Content that is only assumed to go on with an earlier
source is ``attributed`` too, and the answer says that it is assumed, so that a reader can weigh it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from framing.annotate.nearby import Places
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
    if attribution is None or _frames_it(middle, attribution):
        return "own", None, False
    return "attributed", name, assumed


def of_sentences(
    text: str, sentences: Sequence[Sentence], quotes: Sequence[Quote], attributions: Sequence[Attribution]
) -> tuple[SentenceVoice, ...]:
    """The voice of each sentence: the one that has at least seven in ten of its words, else ``mixed``.

    The cue and the source of a reported sentence are not counted: ``The plan is ruinous, Lee said`` is ``attributed``.
    """
    places = Places(sentences)
    reported = places.sorted_in((c, a) for a in attributions for c in a.content)
    quoted = places.sorted_in((q.span, q) for q in quotes if q.kind == "speech")
    framed = places.sorted_in((f, f) for f in _frames(attributions))
    voices: list[SentenceVoice] = []
    for index, sentence in enumerate(sentences):
        counts: dict[Voice, int] = {"own": 0, "quoted": 0, "attributed": 0}
        for match in _WORD.finditer(text, sentence.start, sentence.end):
            span = Span(match.start(), match.end())
            heard = at(span, quoted[index], reported[index])[0]
            if heard == "own" and any(f.contains(span) for f in framed[index]):
                continue
            counts[heard] += 1
        total = sum(counts.values())
        best = max(counts, key=lambda v: (counts[v], v))
        voices.append("own" if not total else best if counts[best] >= DOMINANT * total else "mixed")
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


def _frames_it(position: int, attribution: Attribution) -> bool:
    """Whether the position is in the attribution's own cue or source, inside its content ("The plan, Lee said, …")."""
    frames = (attribution.cue, attribution.source.span if attribution.source is not None else None)
    return any(frame is not None and frame.start <= position < frame.end for frame in frames)
