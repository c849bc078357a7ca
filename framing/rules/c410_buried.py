"""High elsewhere, in the last fifth here.

## What it marks
A claim that this piece tells only in its last fifth, while two or more other independent origins have it in their first
third.

## Why it matters
Most readers do not reach the end. Placing a fact last is a quieter way of leaving it out.

## Examples
- Flagged: the acquittal in paragraph 14 of 15, where two other outlets lead with it
- Not flagged: the claim in paragraph 14 and also in the headline
- Not flagged: only one other origin leads with it
- Not flagged: a brief, whose last fifth is one sentence

## Use instead
Move it up, if it bears on what the headline says.

## How it is found
Each wording of a claim has a position from 0 (first word of the body) to 1 (last). The earliest wording of the claim in
each piece counts: at 0.8 or later here, at 0.33 or earlier in at least two other origins. Pieces shorter than
`absence.min_words` are left alone.

## Limits
Background goes last by craft, and a follow-up story has its own news to lead with; so it is a note. Off for opinion
pieces and satire.

## References
- Entman 1993, "Framing: Toward Clarification of a Fractured Paradigm", on salience by placement
- van Dijk 1988, "News as Discourse", on the order of relevance in news texts
"""

from __future__ import annotations

from collections.abc import Iterator

from framing.config import Config
from framing.rules import contrasts
from framing.rules.base import Rule
from framing.rules.marks import mark
from framing.rules.passages import ARGUING, claiming, plain
from framing.types import Comparison, Evidence, Finding, Member

_LATE, _EARLY = 0.8, 0.33
_MIN_ORIGINS = 2
_SCORE = 0.6


def check(comparison: Comparison, config: Config) -> Iterator[Finding]:
    """One finding for each claim and piece that tells it only at the end."""
    origin = {article: index for index, group in enumerate(comparison.origins) for article in group}
    for claim in comparison.claims:
        first: dict[str, Member] = {}
        for member in sorted(claim.members, key=lambda m: (m.position, m.start)):
            first.setdefault(member.article, member)
        leading = [member for member in first.values() if member.position <= _EARLY]
        for article, member in sorted(first.items()):
            others = [m for m in leading if _origin(origin, m.article) != _origin(origin, article)]
            if member.position < _LATE or len({_origin(origin, m.article) for m in others}) < _MIN_ORIGINS:
                continue
            if comparison.annotation(article).article.genre in ARGUING:
                continue
            if _words(comparison, article) < config.absence.min_words:
                continue
            yield mark(
                RULE,
                comparison.annotation(article),
                member.span,
                message=(
                    f"Told only in the last fifth here; {contrasts.labels(comparison, [m.article for m in others])} "
                    "tell it in the first third."
                ),
                score=_SCORE,
                evidence=tuple(_row(comparison, m) for m in (member, *others)),
                suggestion="Move it up if it bears on what the headline says.",
                ours=True,
            )


def _origin(origin: dict[str, int], article: str) -> int | str:
    return origin.get(article, article)


def _words(comparison: Comparison, article: str) -> int:
    annotation = comparison.annotation(article)
    text = annotation.article.text
    return sum(len(sentence.span.of(text).split()) for _, sentence in claiming(annotation, title=False))


def _row(comparison: Comparison, member: Member) -> Evidence:
    sentence = (
        f"{contrasts.label(comparison, member.article)}, at {member.position:.0%} of the text: “{plain(member.text)}”"
    )
    return Evidence(sentence, member.position, member.article, member.start, member.end)


RULE = Rule(
    code="C410",
    name="buried",
    summary="high elsewhere, in the last fifth here",
    severity="note",
    check_comparison=check,
)
