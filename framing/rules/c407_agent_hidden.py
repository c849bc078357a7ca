"""Others name who did it; this piece does not.

## What it marks
A deed told without its doer, where other outlets name the doer of the same deed.

## Why it matters
That others name the doer shows that the doer was known. Leaving it out is then a choice.

## Examples
- Flagged: "Two miners were shot," where others have "Police shot two miners."
- Not flagged: "Two miners were shot by police."
- Not flagged: the doer named in the next sentence

## Use instead
Who did it, or that it is disputed who did.

## How it is found
Of two aligned wordings, one has the verb in the active or with *by* and a named doer, the other the same verb in the
passive or as a noun without one.

## Limits
Where the doer is disputed, leaving it out can be care. The doer may stand elsewhere in the piece.

## References
- Fowler, Hodge, Kress and Trew 1979, "Language and Control"
- Greene and Resnik 2009, "More than Words: Syntactic Packaging and Implicit Sentiment"
"""

from __future__ import annotations

from collections.abc import Iterator

from framing.config import Config
from framing.rules import contrasts
from framing.rules.base import Rule
from framing.types import Comparison, Finding


def check(comparison: Comparison, config: Config) -> Iterator[Finding]:
    """Every deed told without the doer whom others name."""
    del config
    for contrast in contrasts.of_kind(comparison, "agent"):
        others = contrasts.labels(comparison, [place.article for _, place in contrast.others])
        here = contrasts.words(comparison, contrast.here)
        there = contrasts.words(comparison, contrast.others[0][1])
        yield contrasts.finding(
            RULE,
            comparison,
            contrast,
            message=f"Nobody does it here: “{here}”. The doer is named in {others}: “{there}”.",
            suggestion="Name who did it, or say that it is disputed.",
        )


RULE = Rule(
    code="C407",
    name="agent-hidden",
    summary="others name who did it",
    severity="warning",
    check_comparison=check,
)
