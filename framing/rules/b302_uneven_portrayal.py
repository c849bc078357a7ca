"""Actors portrayed unevenly in the outlet's own voice.

## What it marks
The mention at which an actor is portrayed worst, where the outlet's own sentences speak well of one actor and badly of
another.

## Why it matters
Each sentence may be defensible; the sum tells the reader whom to like. What quoted speakers say of each other is not
counted: only the outlet's own words are.

## Examples
- Flagged: one candidate "swept in, sure and smiling", the other "shuffled off, rattled and evasive"
- Not flagged: both candidates' speeches told in plain words
- Not flagged: a candidate whose opponent is quoted calling him evasive

## Use instead
The same kind of words for both: what each did, what each said.

## How it is found
The stance of each own-voice sentence toward each actor it mentions, from -1 to 1, is averaged by actor. With at least
four own-voice mentions each, one mean above 1/3 and another below -1/3 make a finding, with both means as evidence.

## Limits
An actor who did harm will be portrayed worse by plain facts; the finding says that the portrayal differs, not that it
is unfair. Stance toward a mention is estimated, and the more mentions, the surer.

## References
- Hamborg and Donnay 2021, "NewsMTSC: A Dataset for (Multi-)Target-dependent Sentiment Classification in Political News"
- Fan et al. 2019, BASIL, on bias toward a target
- BBC Editorial Guidelines, on impartiality
"""

from __future__ import annotations

from collections.abc import Iterator

from framing.config import Config
from framing.rules.base import Rule
from framing.rules.marks import mark
from framing.types import Actor, Annotation, Evidence, Finding, Mention

_MIN_MENTIONS = 4
_BOUND = 1 / 3


def check(annotation: Annotation, config: Config) -> Iterator[Finding]:
    """One finding for each actor portrayed badly while another is portrayed well."""
    del config
    means = [(actor, own, sum(m.stance for m in own) / len(own)) for actor, own in _spoken_of(annotation)]
    well = max(means, key=lambda row: (row[2], row[0].name), default=None)
    if well is None or well[2] <= _BOUND:
        return
    for actor, own, mean in means:
        if mean >= -_BOUND:
            continue
        worst = min(own, key=lambda m: (m.stance, m.start))
        best = max(well[1], key=lambda m: (m.stance, -m.start))
        yield mark(
            RULE,
            annotation,
            worst.span,
            message=f"In the outlet's own words {actor.name} is portrayed badly and {well[0].name} well.",
            score=min(0.95, 0.5 + (well[2] - mean) / 4),
            evidence=(
                _evidence(annotation, actor, own, mean, worst),
                _evidence(annotation, well[0], well[1], well[2], best),
            ),
            suggestion="Use the same kind of words for both: what each did and said.",
        )


def _spoken_of(annotation: Annotation) -> Iterator[tuple[Actor, list[Mention]]]:
    for actor in annotation.actors:
        own = [mention for mention in actor.mentions if mention.voice == "own"]
        if len(own) >= _MIN_MENTIONS:
            yield actor, own


def _evidence(annotation: Annotation, actor: Actor, own: list[Mention], mean: float, shown: Mention) -> Evidence:
    sentence = f"{actor.name}: mean stance {mean:+.2f} over {len(own)} mentions in the outlet's own voice."
    return Evidence(sentence, mean, annotation.article.id, shown.start, shown.end)


RULE = Rule(
    code="B302",
    name="uneven-portrayal",
    summary="actors portrayed unevenly in the outlet's own voice",
    severity="note",
    check_article=check,
)
