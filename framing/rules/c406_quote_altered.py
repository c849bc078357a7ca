"""The same quotation in other words.

## What it marks
A quotation that another outlet gives with other words inside the marks.

## Why it matters
Quotation marks promise the speaker's very words. If two versions differ, one of them breaks that promise.

## Examples
- Flagged: “We will never leave,” where another outlet has “We will not leave now.”
- Not flagged: a quotation cut with an ellipsis, or one that is a part of the longer one
- Not flagged: differences of spelling and punctuation (*color*, *colour*)

## Use instead
The words as spoken; an ellipsis or brackets where something was left out or added.

## How it is found
Quotations of aligned wordings that share most of their words in order and differ in the others; cuts, brackets,
spelling and punctuation are set aside. Shown at both places.

## Limits
Translated speech has no single wording: two fair translations differ. The original is not known here.

## References
- Reuters Handbook of Journalism, on quotes
- The Associated Press Stylebook, on quotations in the news
"""

from __future__ import annotations

from collections.abc import Iterator

from framing.config import Config
from framing.rules import contrasts
from framing.rules.base import Rule
from framing.types import Comparison, Finding


def check(comparison: Comparison, config: Config) -> Iterator[Finding]:
    """Every quotation that stands in other words elsewhere."""
    del config
    for contrast in contrasts.of_kind(comparison, "quote_altered"):
        others = contrasts.labels(comparison, [place.article for _, place in contrast.others])
        here = contrasts.words(comparison, contrast.here)
        there = contrasts.words(comparison, contrast.others[0][1])
        yield contrasts.finding(
            RULE,
            comparison,
            contrast,
            message=f"Quoted here as “{here}”; in {others} as “{there}”.",
            suggestion="Check the recording or transcript and quote the words as spoken.",
        )


RULE = Rule(
    code="C406",
    name="quote-altered",
    summary="the same quotation, other words",
    severity="warning",
    check_comparison=check,
)
