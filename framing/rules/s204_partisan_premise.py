"""One party's justification, or its name for a thing, taken over as fact.

## What it marks
A side's framing that the outlet uses as its own: *tax relief*, *gun safety*, *its security needs*, *the liberation of*
a town. Taking it over decides the dispute before it is told.

## Why it matters
A premise is not argued, it is assumed; a reader who does not share it has to notice it first.

## Examples
- Flagged: "The ridge is part of the republic's *security buffer*."
- Flagged: "The bill offers *tax relief* to farmers."
- Not flagged: "The ridge, which the republic calls its security buffer, lies inside Harun."
- Not flagged: "The bill cuts the land tax by a third."

## Use instead
A description both sides would accept, or the side's phrase with the side's name.

## How it is found
As S201: the reader's answer about the sentence and its words, and phrases in which one side's justification is built
in, from both ends of common disputes, outside any attribution.

## Limits
Frames that are new or local are missed, and the border to S201 is soft: a premise is often a claim too. In an opinion
piece the finding is a note. Off in satire.

## References
- Entman 1993, "Framing: Toward Clarification of a Fractured Paradigm"
- Recasens, Danescu-Niculescu-Mizil and Jurafsky 2013, on framing bias and one-sided terms
- The Associated Press Stylebook, entries on contested terms
"""

from __future__ import annotations

from collections.abc import Iterator

from framing.config import Config
from framing.rules import assertions
from framing.rules.base import Rule
from framing.rules.marks import mark, without_overlap, worded
from framing.rules.passages import plain, voice_of
from framing.types import Annotation, Finding


def check(annotation: Annotation, config: Config) -> Iterator[Finding]:
    """Every premise of one side in own voice without a source; a note in opinion pieces."""
    if annotation.article.genre == "satire":
        return
    text = annotation.article.text
    listed = list(assertions.find(annotation, RULE.code, assertions.PREMISES))
    for found in without_overlap([*worded(RULE, annotation, config), *listed]):
        if voice_of(annotation, found.span)[0] == "quoted":
            continue
        yield mark(
            RULE,
            annotation,
            found.span,
            message=f"“{plain(found.span.of(text), words=15)}” states one side's justification as if it were agreed.",
            score=found.score,
            own=1.0,
            severity="warning" if found.score >= assertions.SURE or found in listed else "note",
            evidence=found.evidence,
            suggestion="Describe it in words both sides would accept, or name the side whose words these are.",
        )


RULE = Rule(
    code="S204",
    name="partisan-premise",
    summary="one party's justification stated as fact",
    severity="warning",
    check_article=check,
    words=tuple(phrase for kind in assertions.PREMISES for phrase in kind.phrases),
)
