"""The same quantity with another figure.

## What it marks
A figure that another outlet gives differently for the same quantity.

## Why it matters
One of the two is wrong, older, or about something else; the reader of one outlet cannot know.

## Examples
- Flagged: "2,100 marched," where another outlet has "1,400 marched."
- Not flagged: "1,987 marched" beside "nearly 2,000 marched" (rounding)
- Not flagged: "12 dead" beside "12 injured" (different quantities)
- Not flagged: "at least 12" beside "14" (the bound allows it)

## Use instead
The figure with its source and its time; both figures where the sources disagree.

## How it is found
Quantities of aligned wordings are compared by what they count, after converting units and allowing for rounding, ranges
and bounds such as *at least*. Shown at both places; a later date makes it a possible update.

## Limits
Which figure is right is not said. Two quantities in one sentence can be matched crosswise.

## References
- Reuters Handbook of Journalism, on figures
- The Associated Press Stylebook, on numerals and polls
"""

from __future__ import annotations

from collections.abc import Iterator

from framing.config import Config
from framing.rules import contrasts
from framing.rules.base import Rule
from framing.types import Comparison, Finding


def check(comparison: Comparison, config: Config) -> Iterator[Finding]:
    """Every figure that others give differently."""
    del config
    for contrast in contrasts.of_kind(comparison, "number"):
        others = contrasts.labels(comparison, [place.article for _, place in contrast.others])
        here = contrasts.words(comparison, contrast.here)
        there = contrasts.words(comparison, contrast.others[0][1])
        yield contrasts.finding(
            RULE,
            comparison,
            contrast,
            message=f"Here the figure is “{here}”; in {others} it is “{there}”.",
            suggestion="Check the figure, and give its source and time.",
        )


RULE = Rule(
    code="C404",
    name="number-differs",
    summary="the same quantity with another figure",
    severity="warning",
    check_comparison=check,
)
