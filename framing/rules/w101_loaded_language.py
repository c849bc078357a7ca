"""Emotive or evaluative words where a plain word exists.

## What it marks
Words that tell the reader how to feel about a fact instead of stating it: *slammed*, *draconian*, *chaos*, *gutted*.
The shortest phrase that carries the feeling is marked, in any voice; the finding says whose voice it is.

## Why it matters
A reader takes a judgement carried by a word more easily than one that is argued. Choosing the word is a decision of
the outlet when the words are its own, and of the speaker when they are quoted.

## Examples
- Flagged: "The council *rammed through* the budget on Tuesday."
- Not flagged: "The council passed the budget by nine votes to six on Tuesday."
- A note, not a warning: "The council *rammed through* the budget," Ms Okafor said.

## Use instead
The plain verb or noun and the fact behind the feeling: *passed without a debate* for *rammed through*.

## How it is found
A linear model over the reader's answers about each word and over word lists scores each candidate span; spans at or
above `wording.threshold` are shown with the features that weighed most.

## Limits
Strong but literal words (*killed*, *collapsed* of a bridge) and domain terms (*panic button*, *radical surgery*) are
meant to stay unmarked; irony and loading by choice of detail are not seen.

## References
- Recasens, Danescu-Niculescu-Mizil and Jurafsky 2013, "Linguistic Models for Analyzing and Detecting Biased Language"
- Spinde et al. 2021, "Neural Media Bias Detection Using Distant Supervision With BABE"
- Reuters Handbook of Journalism, on value-laden words
"""

from __future__ import annotations

from collections.abc import Iterator

from framing.config import Config
from framing.rules.base import Rule
from framing.rules.marks import mark, worded
from framing.types import Annotation, Finding


def check(annotation: Annotation, config: Config) -> Iterator[Finding]:
    """Every span of loaded wording, in any voice."""
    for found in worded(RULE, annotation, config):
        words = found.span.of(annotation.article.text)
        yield mark(
            RULE,
            annotation,
            found.span,
            message=f"“{words}” is charged; a plainer word would carry the same information.",
            score=found.score,
            own=found.own,
            evidence=found.evidence,
            suggestion="Say what happened in plain words, and let the fact carry the weight.",
        )


RULE = Rule(
    code="W101",
    name="loaded-language",
    aliases=("loaded-words",),
    summary="emotive or evaluative words where a plain word exists",
    severity="warning",
    check_article=check,
)
