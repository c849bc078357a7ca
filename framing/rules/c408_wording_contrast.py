"""Charged here, plain elsewhere, on the same claim.

## What it marks
Charged words for something that other outlets tell in plain words.

## Why it matters
The plain version shows that the charged one was not needed: the surest evidence that a word was a choice.

## Examples
- Flagged: "The council *rammed through* the budget," where others have "The council passed the budget."
- Not flagged: both outlets charged
- A note: the charged words are a speaker's, in quotation marks

## Use instead
The plain words of the other outlets.

## How it is found
Wording spans (W101 to W104, W106, W107) of one aligned wording have no counterpart in the other, whose sentence
is plain.

## Limits
Depends on what the wording rules see. A plain word can be a euphemism, and then the charged one is the fair one.

## References
- Recasens, Danescu-Niculescu-Mizil and Jurafsky 2013, on framing bias
- Spinde et al. 2021, BABE
- Chen, Al-Khatib, Stein and Wachsmuth 2020, "Detecting Media Bias in News Articles using Gaussian Bias Distributions"
"""

from __future__ import annotations

from collections.abc import Iterator

from framing.config import Config
from framing.rules import contrasts
from framing.rules.base import Rule
from framing.types import Comparison, Finding


def check(comparison: Comparison, config: Config) -> Iterator[Finding]:
    """Every charged wording of a claim that others word plainly."""
    del config
    for contrast in contrasts.of_kind(comparison, "wording"):
        others = contrasts.labels(comparison, [place.article for _, place in contrast.others])
        here = contrasts.words(comparison, contrast.here)
        there = contrasts.words(comparison, contrast.others[0][1])
        yield contrasts.finding(
            RULE,
            comparison,
            contrast,
            message=f"Charged here: “{here}”. In plain words in {others}: “{there}”.",
            suggestion="Use the plain words.",
            ours=False,
        )


RULE = Rule(
    code="C408",
    name="wording-contrast",
    summary="charged here, plain elsewhere",
    severity="warning",
    check_comparison=check,
)
