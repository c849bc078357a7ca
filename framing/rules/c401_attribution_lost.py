"""Others say who says so; this piece states it as fact.

## What it marks
A claim in the outlet's own voice that other outlets give on somebody's word.

## Why it matters
A source is part of a fact as long as the fact is one side's word. Without it the reader cannot weigh the claim, and the
outlet vouches for what it may not know.

## Examples
- Flagged: "The drone came from the north," where others have "The drone came from the north, the army said."
- Not flagged: "The drone came from the north, according to the army."
- Not flagged: a plain fact that others happen to source ("the vote is on Monday") and that this piece sources too

## Use instead
The source that the others give, or the outlet's own reason to know.

## How it is found
Of two aligned wordings of a claim, one is covered by an attribution and the other stands in own voice with no source in
the sentence. The comparison finds such pairs; this rule shows them, one finding a place.

## Limits
An outlet may have seen for itself what others had to be told. Attribution carried over from an earlier sentence can be
missed.

## References
- Newell, Margolin and Ruths 2018, PolNeAR, on source, cue and content
- Fan et al. 2019, BASIL, on informational bias
- Reuters Handbook of Journalism, on sourcing
"""

from __future__ import annotations

from collections.abc import Iterator

from framing.config import Config
from framing.rules import contrasts
from framing.rules.base import Rule
from framing.types import Comparison, Finding


def check(comparison: Comparison, config: Config) -> Iterator[Finding]:
    """Every place where the source that others give is dropped."""
    del config
    for contrast in contrasts.of_kind(comparison, "attribution_lost"):
        others = contrasts.labels(comparison, [place.article for _, place in contrast.others])
        here = contrasts.words(comparison, contrast.here)
        there = contrasts.words(comparison, contrast.others[0][1])
        yield contrasts.finding(
            RULE,
            comparison,
            contrast,
            message=f"No source is given here: “{here}”. On somebody's word in {others}: “{there}”.",
            suggestion="Give the source, or say how the outlet knows.",
        )


RULE = Rule(
    code="C401",
    name="attribution-lost",
    summary="others say who says so, this piece does not",
    severity="warning",
    check_comparison=check,
)
