"""A contested assertion in the outlet's own voice.

## What it marks
An evaluation, a motive, a prediction or a cause stated as fact, with no source in the sentence, that a reader of
another view would dispute: *a historic shift*, *have long sought*, *in a bid to deflect blame*, *is doomed to fail*.

## Why it matters
What everybody can check needs no source. What people argue about does: without one, the outlet takes the position
itself and the reader cannot see who holds it.

## Examples
- Flagged: "The offer includes *significant concessions*."
- Flagged: "The levy *is doomed to* fail."
- Not flagged: "The offer includes what the mediator called significant concessions."
- Not flagged: "The offer cedes two districts and freezes the border."

## Use instead
Say who holds it (*the mediator called it …*), or give the facts from which a reader can judge.

## How it is found
The reader, an encoder trained on sentences that careful editors marked, says how likely a sentence tells a contested
claim as fact, and where; a linear model over its answers decides. General patterns of evaluation, necessity, motive,
prediction and cause add to it, outside any attribution. The evidence says which of the two it was.

## Limits
Some of what is found is common ground to every reader: whether an assertion is contested in the world, the text alone
does not tell; a comparison with other outlets does better (C401, C403). In an opinion piece the argument is openly the
writer's own, so that the finding is a note there. Off in satire.

## References
- Fan et al. 2019, "In Plain Sight: Media Bias Through the Lens of Factual Reporting" (BASIL), on informational bias
- Recasens, Danescu-Niculescu-Mizil and Jurafsky 2013, on epistemological bias
- BBC Editorial Guidelines, on impartiality and attribution
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
    """Every contested assertion in own voice without a source; a note in opinion pieces."""
    if annotation.article.genre == "satire":
        return
    text = annotation.article.text
    listed = list(assertions.find(annotation, RULE.code, assertions.CONTESTED))
    for found in without_overlap([*worded(RULE, annotation, config), *listed]):
        if voice_of(annotation, found.span)[0] == "quoted":
            continue
        yield mark(
            RULE,
            annotation,
            found.span,
            message=f"“{plain(found.span.of(text), words=15)}” is asserted, and no source is named for it.",
            score=found.score,
            own=1.0,
            severity="warning" if found.score >= assertions.SURE or found in listed else "note",
            evidence=found.evidence,
            suggestion="Say who holds it, or give the facts and leave the judgement to the reader.",
        )


RULE = Rule(
    code="S201",
    name="unattributed-claim",
    summary="a contested assertion in the outlet's own voice",
    severity="warning",
    check_article=check,
    words=tuple(phrase for kind in assertions.CONTESTED for phrase in kind.phrases),
)
