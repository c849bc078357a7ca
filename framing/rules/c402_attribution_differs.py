"""Another speaker vouches for the same claim elsewhere.

## What it marks
A claim that this piece has from one source and another piece from a different one.

## Why it matters
Who says a thing decides what it is worth. The same casualty figure from a hospital and from a ministry is two claims.

## Examples
- Flagged: "Nine were hurt, the hospital said," where another outlet has "Nine were hurt, the mayor said."
- Not flagged: "the White House said" beside "the president's spokeswoman said" (one body)
- Not flagged: a source that is only "he", unresolved

## Use instead
Both sources, where both said it; the better placed one, where only one can know.

## How it is found
Both wordings of the claim carry an attribution with a resolved source, and the two are neither forms of one name nor an
office and its holder. Shown at both places.

## Limits
Two people may well say the same; so this is a note. Offices and holders that the text does not tie together look like
two sources.

## References
- Newell, Margolin and Ruths 2018, PolNeAR
- BBC Editorial Guidelines, on attribution
"""

from __future__ import annotations

from collections.abc import Iterator

from framing.config import Config
from framing.rules import contrasts
from framing.rules.base import Rule
from framing.types import Comparison, Finding


def check(comparison: Comparison, config: Config) -> Iterator[Finding]:
    """Every place where the claim has another source than elsewhere."""
    del config
    for contrast in contrasts.of_kind(comparison, "attribution"):
        others = contrasts.labels(comparison, [place.article for _, place in contrast.others])
        here = contrasts.words(comparison, contrast.here)
        there = contrasts.words(comparison, contrast.others[0][1])
        yield contrasts.finding(
            RULE,
            comparison,
            contrast,
            message=f"Here the source is “{here}”; in {others} it is “{there}”.",
            suggestion="Check who said it; where both did, name both.",
        )


RULE = Rule(
    code="C402",
    name="attribution-differs",
    summary="another speaker vouches for it elsewhere",
    severity="note",
    check_comparison=check,
)
