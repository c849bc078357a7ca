"""Contents cut at the borders of sentences: what the reader runs over into a neighbouring sentence is not reported."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from framing.annotate.nearby import Ordered, Places
from framing.annotate.reporting import Report
from framing.types import Quote, Sentence, Span


def trimmed(
    text: str, sentences: Sequence[Sentence], quotes: Sequence[Quote], reports: Sequence[Report]
) -> list[Report]:
    """``reports`` without the end of a sentence before the content's own and the beginning of one after it.

    A quotation that goes on over the border is left whole, and so is a neighbouring sentence that is all content.
    """
    if not sentences:
        return list(reports)
    places = Places(sentences)
    speech = Ordered(q for q in quotes if q.kind == "speech")
    return [
        replace(report, content=tuple(_trimmed(text, sentences, places, speech, report.cue, c) for c in report.content))
        for report in reports
    ]


def _trimmed(
    text: str, sentences: Sequence[Sentence], places: Places, speech: Ordered[Quote], cue: Span, content: Span
) -> Span:
    first, last, home = places.index(content.start), places.index(content.end - 1), places.index(cue.start)
    start, end = content.start, content.end
    if first < last and first < home:
        border = sentences[first + 1].start
        cut = any(c.isalnum() for c in text[sentences[first].start : start])
        if cut and not _spoken_over(speech, sentences[first].end - 1, border):
            start = border
    if start < end and last > home and first < last:
        border = sentences[last - 1].end
        cut = any(c.isalnum() for c in text[end : sentences[last].end])
        if cut and border > start and not _spoken_over(speech, border - 1, sentences[last].start):
            end = border
    if (start, end) == (content.start, content.end):
        return content
    while end < content.end and end > start and text[end - 1] in " .\n\t":
        end -= 1
    return Span(start, end) if any(c.isalnum() for c in text[start:end]) else content


def _spoken_over(speech: Ordered[Quote], before: int, after: int) -> bool:
    """Whether one quotation holds words on both sides of the border."""
    return any(q.start <= before and q.end > after for q in speech.touching(before, after + 1))
