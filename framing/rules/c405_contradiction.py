"""Two statements of which at most one is true.

## What it marks
A statement that cannot be true together with another outlet's on the same claim.

## Why it matters
A contradiction between outlets is the surest sign that a claim needs a second look.

## Examples
- Flagged: "The minister ruled out a vote," where another outlet has "The minister did not rule out a vote."
- Not flagged: "three dead" in the morning and "five dead" in the evening (an update)
- Not flagged: "The army denied it" beside "The rebels claimed it" (two speakers)

## Use instead
What is known, from whom; where sources contradict each other, both.

## How it is found
Aligned wordings that differ by a negation, an opposite verb or a reversed outcome, with the rest in common, and no
update in between. Shown at both places.

## Limits
Negation scope is read from the words nearby and can be wrong; irony and conditionals are not understood.

## References
- de Marneffe, Rafferty and Manning 2008, "Finding Contradictions in Text"
- Ferreira and Vlachos 2016, "Emergent: a novel data-set for stance classification"
"""

from __future__ import annotations

from collections.abc import Iterator

from framing.config import Config
from framing.rules import contrasts
from framing.rules.base import Rule
from framing.types import Comparison, Finding


def check(comparison: Comparison, config: Config) -> Iterator[Finding]:
    """Every statement that contradicts another outlet's."""
    del config
    for contrast in contrasts.of_kind(comparison, "contradiction"):
        others = contrasts.labels(comparison, [place.article for _, place in contrast.others])
        here = contrasts.words(comparison, contrast.here)
        there = contrasts.words(comparison, contrast.others[0][1])
        yield contrasts.finding(
            RULE,
            comparison,
            contrast,
            message=f"“{here}” here and “{there}” in {others} cannot both be true.",
            suggestion="Check which holds; if sources disagree, give both.",
        )


RULE = Rule(
    code="C405",
    name="contradiction",
    summary="both cannot be true",
    severity="warning",
    check_comparison=check,
)
