"""Flat here, hedged elsewhere.

## What it marks
A claim stated as certain that other outlets give as possible, alleged or expected.

## Why it matters
*Will* is not *may*. Where the others are unsure, the certainty is this outlet's own addition.

## Examples
- Flagged: "The plant will close," where others have "The plant may close."
- Not flagged: "The plant may close," where others have "The plant could close."
- Not flagged: "The plant did not close," where others have "The plant could not be closed." (a denial, not a hedge)

## Use instead
The others' certainty, or what makes this piece surer.

## How it is found
Hedges (modals, *alleged*, *expected to*, *appears*) are read from the words of each wording; a flat wording beside a
hedged one is a finding at the flat one.

## Limits
A later piece may know more than an earlier one. *May* of permission can look like a hedge.

## References
- Farkas et al. 2010, "The CoNLL-2010 Shared Task", on hedges and their scope
- Hyland 2005, "Metadiscourse"
- Saurí and Pustejovsky 2009, "FactBank: A Corpus Annotated with Event Factuality"
"""

from __future__ import annotations

from collections.abc import Iterator

from framing.config import Config
from framing.rules import contrasts
from framing.rules.base import Rule
from framing.types import Comparison, Finding


def check(comparison: Comparison, config: Config) -> Iterator[Finding]:
    """Every flat wording of a claim that others hedge."""
    del config
    for contrast in contrasts.of_kind(comparison, "hedge"):
        others = contrasts.labels(comparison, [place.article for _, place in contrast.others])
        here = contrasts.words(comparison, contrast.here)
        there = contrasts.words(comparison, contrast.others[0][1])
        yield contrasts.finding(
            RULE,
            comparison,
            contrast,
            message=f"Given here without a reservation: “{here}”. With one in {others}: “{there}”.",
            suggestion="Keep the reservation, or say what makes it certain.",
        )


RULE = Rule(
    code="C403",
    name="certainty-raised",
    summary="flat here, hedged elsewhere",
    severity="warning",
    check_comparison=check,
)
