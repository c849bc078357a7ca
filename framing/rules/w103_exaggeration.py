"""Intensifiers and superlatives that nothing in the text supports.

## What it marks
*Massive*, *unprecedented*, *every single*, *a slew of*: words that enlarge without a figure or a comparison.

## Why it matters
Size words set the scale in the reader's mind before any number does, and they cost nothing to write.

## Examples
- Flagged: "The ministry faces a *massive* shortfall."
- Not flagged: "The ministry faces a shortfall of 40 million crowns, a third of its budget."
- A note, not a warning: "It is *totally unprecedented*," the treasurer said.

## Use instead
The figure, and what it compares with: *the largest since 1998*, *twice last year's*.

## How it is found
Intensifiers and superlatives from a list, weighed by the sentence around them, and the wording classifier's score;
shown from `wording.threshold` upward. A figure in the same phrase speaks against a mark.

## Limits
Whether a superlative is true is not checked, only whether the text supports it nearby.

## References
- Recasens, Danescu-Niculescu-Mizil and Jurafsky 2013, on subjective intensifiers
- Da San Martino et al. 2020, SemEval-2020 Task 11, "exaggeration, minimisation"
"""

from __future__ import annotations

from collections.abc import Iterator

from framing.config import Config
from framing.rules.base import Rule
from framing.rules.marks import mark, worded
from framing.types import Annotation, Finding


def check(annotation: Annotation, config: Config) -> Iterator[Finding]:
    """Every unsupported intensifier or superlative, in any voice."""
    for found in worded(RULE, annotation, config):
        words = found.span.of(annotation.article.text)
        yield mark(
            RULE,
            annotation,
            found.span,
            message=f"“{words}” enlarges without a figure or a comparison to support it.",
            score=found.score,
            own=found.own,
            evidence=found.evidence,
            suggestion="Give the figure, or what it is compared with.",
        )


RULE = Rule(
    code="W103",
    name="exaggeration",
    aliases=("intensifier",),
    summary="intensifiers and superlatives without support",
    severity="warning",
    check_article=check,
)
