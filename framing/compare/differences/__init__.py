"""Typed differences between two articles' wordings of one claim: one detector a file, one judge over all.

A detector takes two ``Side``s and returns a ``Difference`` or ``None``; ``judging`` decides from what the detectors
found and what the pair reader answers whether a kind holds, and its probability is the score of the difference. In a
directed kind (attribution_lost, hedge, agent, wording) the first article of ``between`` is the one that drops the
source, states flatly, hides the doer or colours the words, and the other is the one it is held against. A paraphrase is
not a difference: every detector asks for words on both sides that stand for the same thing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from framing.compare.claims import Graph
from framing.compare.differences import (
    agent,
    attribution,
    attribution_lost,
    contradiction,
    hedge,
    judging,
    number,
    quote_altered,
    shown,
    wording,
)
from framing.compare.differences.sides import Side
from framing.config import Config
from framing.types import Annotation, Difference, DifferenceKind, Member

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: Score from which two sentences are held against each other: surer than what puts them in one claim, since a false
#: difference costs more than a missed one.
LEAST_SCORE = 0.6
#: Probability from which a judged kind is told.
DECISION = 0.5
#: The pair reader's log-odds of a kind below which the judge is not believed; chosen on ``alignment_train`` as read by
#: readers that were made without the story.
LEAST_ANSWER: Mapping[DifferenceKind, float] = {"attribution": -1.5, "attribution_lost": -2.2, "hedge": -0.7}
#: What a detector scores at least for its find to stand without the judge; other kinds need the judge.
ALONE: Mapping[DifferenceKind, float] = {"number": 0.0, "hedge": 0.78}

Detector = Callable[[Side, Side], Difference | None]

DETECTORS: dict[DifferenceKind, Detector] = {
    "attribution": attribution.find,
    "attribution_lost": attribution_lost.find,
    "number": number.find,
    "hedge": hedge.find,
    "contradiction": contradiction.find,
    "agent": agent.find,
    "quote_altered": quote_altered.find,
    "wording": wording.find,
}

__all__ = ["DETECTORS", "Side", "between", "find"]


def find(
    members: Sequence[Member], annotations: Mapping[str, Annotation], graph: Graph, config: Config
) -> tuple[Difference, ...]:
    """The differences among the members of one claim, pair by pair in member order, kinds in the order above.

    Only members of different articles that surely align are held against each other, and of members with the same
    words only the first, so that three carriers of one text do not repeat one difference three times.
    """
    sides = [Side(annotations[m.article], m) for m in _distinct(members)]
    least = max(config.alignment.threshold, LEAST_SCORE)
    found: list[Difference] = []
    for a, b in combinations(sides, 2):
        if a.article != b.article and graph.score(a.place, b.place) >= least:
            found += between(a, b, graph.answers(a.place, b.place))
    return _strongest(found)


def _strongest(found: Sequence[Difference]) -> tuple[Difference, ...]:
    """One difference of a kind between two articles: the one with the highest score, in the place of the first."""
    best: dict[tuple[str, frozenset[str]], Difference] = {}
    for difference in found:
        key = (difference.kind, frozenset(difference.between))
        if key not in best or difference.score > best[key].score:
            best[key] = difference
    return tuple(best.values())


def between(a: Side, b: Side, answers: Mapping[str, float] | None = None) -> tuple[Difference, ...]:
    """The differences between two sides of one claim, in the order of ``DETECTORS``.

    ``answers`` are the pair reader's log-odds by label; without them the detectors alone decide.
    """
    found = {kind: hit for kind, detect in DETECTORS.items() if (hit := detect(a, b)) is not None}
    if not answers:
        return tuple(found.values())
    row = judging.columns(a, b, found, answers)
    decided = [_judged(kind, a, b, found.get(kind), row, answers) for kind in DETECTORS]
    return tuple(difference for difference in decided if difference is not None)


def _judged(
    kind: DifferenceKind,
    a: Side,
    b: Side,
    hit: Difference | None,
    row: NDArray[np.float32],
    answers: Mapping[str, float],
) -> Difference | None:
    """The difference of ``kind`` where the judge holds it likely: the detector's words, else the nearest.

    The pair reader must not speak against it. What a detector found stands without both where its words are plain.
    """
    if kind not in judging.KINDS:
        return hit
    likely = round(judging.judge().probability(kind, row), 3)
    if likely >= DECISION and (kind not in LEAST_ANSWER or answers[kind] >= LEAST_ANSWER[kind]):
        return replace(hit, score=likely) if hit is not None else shown.show(kind, a, b, likely)
    return hit if hit is not None and kind in ALONE and hit.score >= ALONE[kind] else None


def _distinct(members: Sequence[Member]) -> list[Member]:
    """One member for each wording; of a wording with and without a source both."""
    seen: dict[tuple[str, str, str | None], Member] = {}
    for member in members:
        seen.setdefault((" ".join(member.text.split()).casefold(), member.status, member.source), member)
    return list(seen.values())
