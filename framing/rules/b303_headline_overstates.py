"""The headline states what the body attributes or hedges.

## What it marks
A headline without a hedge or a source, where the sentence of the body that says the same thing has one.

## Why it matters
Most readers read only the headline. *Mayor took bribes* over *the mayor may have taken bribes, a rival says* tells them
something the piece does not know.

## Examples
- Flagged: "Mayor took bribes" over "The mayor may have taken bribes from a builder."
- A note: "Mayor took bribes" over "Police said the mayor took bribes from a builder."
- Not flagged: "Mayor may have taken bribes, rival says"
- Not flagged: "Did the mayor take bribes?" (a question)

## Use instead
The body's own certainty and source: *may*, *accused of*, *police say*.

## How it is found
The headline is compared with each body sentence: by the encoder's vectors where there are some, and by shared content
words. The closest sentence is read for a hedge right before the shared words, and for a source that the headline does
not name. Where another close sentence states the same flatly in the outlet's own voice, nothing is marked.

## Limits
A headline that overstates by a word (*crisis* for *delay*) is the business of W101 and C408. A body source that is an
authority on the fact (a court on its own ruling) still makes a note.

## References
- Ecker, Lewandowsky, Chang and Pillai 2014, "The Effects of Subtle Misinformation in News Headlines"
- BBC Editorial Guidelines, on headlines and accuracy
- Independent Press Standards Organisation, Editors' Code of Practice, clause 1: headlines supported by the text
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from framing.config import Config
from framing.rules.base import Rule
from framing.rules.marks import mark
from framing.rules.passages import ARGUING, claiming, phrases, plain
from framing.types import Annotation, Evidence, Finding, Sentence, Severity

_HEDGES = phrases(
    (
        "may",
        "might",
        "could",
        "alleged(?:ly)?",
        "alleges?",
        "reported(?:ly)?",
        "suspected(?: of)?",
        "accused of",
        "apparent(?:ly)?",
        "possibl[ey]",
        "probabl[ey]",
        "likely",
        "potential(?:ly)?",
        "believed to",
        "thought to",
        "expected",
        "set to",
        "said to",
        "appear(?:s|ed)? to",
        "seem(?:s|ed)? to",
        "unconfirmed",
        "unclear whether",
    )
)
_SOURCED = re.compile(
    r"[\"“‘]|:|\?|\b(?:says?|said|tells?|told|warns?|claims?|urges?|calls|according|reports?|sources?|vows?|demands?"
    r"|denies|insists|argues|poll|study|survey|police|court|judge|jury)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{3,}")
_STOP = frozenset(
    {"the", "and", "for", "with", "from", "that", "this", "have", "has", "had", "was", "were", "are", "but", "not"}
    | {"his", "her", "its", "their", "they", "will", "into", "over", "after", "about", "than", "then", "who", "whom"}
    | {"which", "what", "when", "where", "more", "most", "been", "being", "also", "said", "says", "new"}
)
_MIN_SHARED, _MIN_WORDS = 0.6, 4
_MIN_SIMILARITY = 0.6
_MOSTLY = 0.5
_GOVERNED = 4
_HEDGED_SCORE, _SOURCED_SCORE = 0.65, 0.5


def check(annotation: Annotation, config: Config) -> Iterator[Finding]:
    """At most one finding: the headline, against the body sentence that says the same."""
    del config
    text = annotation.article.text
    title = next(((i, s) for i, s in enumerate(annotation.sentences) if s.role == "title"), None)
    if annotation.article.genre in ARGUING or title is None:
        return
    headline = title[1].span.of(text)
    if _SOURCED.search(headline) or _HEDGES.search(headline):
        return
    close = _close(annotation, *title)
    wanted = _content(headline)
    judged = [(sentence, similarity, _softer(annotation, sentence, wanted)) for sentence, similarity in close]
    if not judged or any(softer is None for _, _, softer in judged):
        return
    sentence, similarity, softer = judged[0]
    severity: Severity = "warning" if softer == "hedged" else "note"
    told = "only as possible" if softer == "hedged" else "only on a source's word"
    yield mark(
        RULE,
        annotation,
        title[1].span,
        message=f"The headline states as fact what the text gives {told}.",
        score=_HEDGED_SCORE if softer == "hedged" else _SOURCED_SCORE,
        evidence=(
            Evidence(f"Headline: “{plain(headline)}”", None, annotation.article.id, title[1].start, title[1].end),
            Evidence(
                f"Text: “{plain(sentence.span.of(text))}”",
                similarity,
                annotation.article.id,
                sentence.start,
                sentence.end,
            ),
        ),
        suggestion="Give the headline the text's own certainty, or its source.",
        severity=severity,
        ours=True,
    )


def _close(annotation: Annotation, index: int, title: Sentence) -> list[tuple[Sentence, float]]:
    """The body sentences that say what the headline says, the closest first."""
    text = annotation.article.text
    wanted = _content(title.span.of(text))
    if len(wanted) < _MIN_WORDS:
        return []
    vectors = annotation.encoding.vectors if annotation.encoding is not None else None
    found = []
    for i, sentence in claiming(annotation, title=False):
        shared = len(wanted & _content(sentence.span.of(text))) / len(wanted)
        similarity = shared if vectors is None else float(vectors[index] @ vectors[i])
        if shared >= _MIN_SHARED and similarity >= _MIN_SIMILARITY:
            found.append((sentence, round(similarity, 4)))
    return sorted(found, key=lambda row: (-row[1], row[0].start))


def _content(text: str) -> set[str]:
    """Content words cut to five letters, a stem good enough to meet *bribes* and *bribed*."""
    return {word.casefold()[:5] for word in _WORD.findall(text) if word.casefold() not in _STOP}


def _softer(annotation: Annotation, sentence: Sentence, wanted: set[str]) -> str | None:
    """How the sentence softens what the headline says: a hedge right before shared words, or a source of its own."""
    text = annotation.article.text
    for hedge in _HEDGES.finditer(text, sentence.start, sentence.end):
        after = text[hedge.end() : sentence.end].split()[:_GOVERNED]
        if wanted & _content(" ".join(after)):
            return "hedged"
    said = [
        part
        for attribution in annotation.attributions
        if attribution.source is None
        or not wanted & _content(f"{attribution.source.span.of(text)} {attribution.source.name or ''}")
        for part in attribution.content
    ]
    covered = sum(any(part.start <= at < part.end for part in said) for at in range(sentence.start, sentence.end))
    return "attributed" if covered >= _MOSTLY * len(sentence.span) else None


RULE = Rule(
    code="B303",
    name="headline-overstates",
    summary="the headline states what the body attributes or hedges",
    severity="warning",
    check_article=check,
)
