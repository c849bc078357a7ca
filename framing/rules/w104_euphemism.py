"""Softened words for a harm or a loss.

## What it marks
*Collateral damage* for dead civilians, *enhanced interrogation* for torture, *let go* for dismissed.

## Why it matters
A soft word hides the size of a harm, and often it was coined by those who did it.

## Examples
- Flagged: "The strike caused *collateral damage* in the village."
- Not flagged: "The strike killed four villagers."
- A note, not a warning: "There was some *collateral damage*," the colonel said.

## Use instead
The plain word for what happened, with the number of people it happened to.

## How it is found
Phrases from a list, weighed by the sentence around them; shown from `wording.threshold` upward.

## Limits
Few phrases are softened in every use. Established neutral terms (*passed away* in an obituary) are left alone, and new
coinages are not known to the list.

## References
- The Associated Press Stylebook, on euphemisms
- George Orwell 1946, "Politics and the English Language"
"""

from __future__ import annotations

from collections.abc import Iterator

from framing.config import Config
from framing.rules.base import Rule
from framing.rules.marks import mark, worded
from framing.types import Annotation, Finding


def check(annotation: Annotation, config: Config) -> Iterator[Finding]:
    """Every softened phrase for a harm, in any voice."""
    for found in worded(RULE, annotation, config):
        words = found.span.of(annotation.article.text)
        yield mark(
            RULE,
            annotation,
            found.span,
            message=f"“{words}” softens a harm or a loss.",
            score=found.score,
            own=found.own,
            evidence=found.evidence,
            suggestion="Say plainly what was done, and to how many.",
        )


RULE = Rule(
    code="W104",
    name="euphemism",
    summary="softened words for a harm or a loss",
    severity="warning",
    check_article=check,
)
