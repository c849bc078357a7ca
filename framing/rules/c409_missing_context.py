"""Reported by independent origins, searched for here, and not found.

## What it marks
A claim that two or more independent origins report and that this piece does not, after a search that could have found
it.

## Why it matters
What is left out frames a story as much as what is said; it is also what a reader of one outlet cannot see.

## Examples
- Flagged: two agencies report that the bridge was inspected in May; this piece of 600 words never mentions it
- Not flagged: three mastheads carry one agency's text (one origin)
- Not flagged: a brief of 90 words, or a truncated page (*cannot tell*)
- Not flagged: a close sentence exists and may say it (*cannot tell*)

## Use instead
The fact, if it bears on the story; every piece leaves things out, and many rightly.

## How it is found
Claims with at least `absence.min_origins` independent origins are searched for in every sentence of the other pieces,
headline and captions too. *Absent* is said only where the best candidate scores at most `absence.max_nearest` and the
piece is whole and long enough; otherwise the answer is *cannot tell* and nothing is marked. The finding stands at the
nearest sentence, or at the start of the piece where there is none.

## Limits
Absence is not intent. Space, deadline and beat explain most of it; a note, never a verdict. Off for opinion pieces and
satire, which need not report everything.

## References
- Fan et al. 2019, BASIL, on informational bias by omission
- Entman 1993, "Framing: Toward Clarification of a Fractured Paradigm", on selection and salience
- BBC Editorial Guidelines, on due impartiality
"""

from __future__ import annotations

from collections.abc import Iterator

from framing.config import Config
from framing.rules import contrasts
from framing.rules.base import Rule
from framing.rules.marks import mark
from framing.rules.passages import ARGUING, claiming, plain
from framing.types import Absence, Claim, Comparison, Evidence, Finding, Span

_SCORE = 0.6


def check(comparison: Comparison, config: Config) -> Iterator[Finding]:
    """One finding for each claim and piece in which it was searched for and not found."""
    for claim in comparison.claims:
        if claim.origins < config.absence.min_origins:
            continue
        for absence in claim.absent:
            place = _place(comparison, absence)
            if absence.verdict != "absent" or place is None:
                continue
            if comparison.annotation(absence.article).article.genre in ARGUING:
                continue
            others = contrasts.labels(comparison, [member.article for member in claim.members])
            yield mark(
                RULE,
                comparison.annotation(absence.article),
                place,
                message=f"Not found here: “{plain(claim.text)}”. Reported by {others}.",
                score=_SCORE if absence.nearest is None else max(_SCORE, 1 - absence.nearest.score),
                evidence=_evidence(comparison, claim, absence),
                suggestion="Add it if it bears on the story.",
                ours=True,
            )


def _place(comparison: Comparison, absence: Absence) -> Span | None:
    if absence.nearest is not None:
        return Span(absence.nearest.start, absence.nearest.end)
    first = next(claiming(comparison.annotation(absence.article)), None)
    return None if first is None else first[1].span


def _evidence(comparison: Comparison, claim: Claim, absence: Absence) -> tuple[Evidence, ...]:
    rows = [
        Evidence(
            f"{contrasts.label(comparison, member.article)}: “{plain(member.text)}”",
            None,
            member.article,
            member.start,
            member.end,
        )
        for member in claim.members
    ]
    if absence.nearest is None:
        rows.append(Evidence(absence.reason or "No sentence here comes near it.", 0.0, absence.article))
    else:
        near = absence.nearest
        said = f"The nearest sentence here: “{plain(near.text)}”"
        rows.append(Evidence(said, near.score, absence.article, near.start, near.end))
    return tuple(rows)


RULE = Rule(
    code="C409",
    name="missing-context",
    aliases=("omission",),
    summary="reported by two or more independent origins, searched for and not found here",
    severity="note",
    check_comparison=check,
)
