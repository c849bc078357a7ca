"""Typed differences between two articles' wordings of one claim: one detector a file.

A detector takes two ``Side``s and returns a ``Difference`` or ``None``. In a directed kind (attribution_lost, hedge,
agent, wording) the first article of ``between`` is the one that drops the source, states flatly, hides the doer or
colours the words, and the other is the one it is held against. A paraphrase is not a difference: every detector asks
for words on both sides that stand for the same thing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import combinations

from framing.compare.claims import Graph
from framing.compare.differences import (
    agent,
    attribution,
    attribution_lost,
    contradiction,
    hedge,
    number,
    quote_altered,
    wording,
)
from framing.compare.differences.sides import Side
from framing.config import Config
from framing.types import Annotation, Difference, DifferenceKind, Member

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

    Only members of different articles that align with each other are held against each other, and of members with the
    same words only the first, so that three carriers of one text do not repeat one difference three times.
    """
    sides = [Side(annotations[m.article], m) for m in _distinct(members)]
    found: list[Difference] = []
    for a, b in combinations(sides, 2):
        if a.article != b.article and graph.score(a.place, b.place) >= config.alignment.threshold:
            found += between(a, b)
    return _strongest(found)


def _strongest(found: Sequence[Difference]) -> tuple[Difference, ...]:
    """One difference of a kind between two articles: the one with the highest score, in the place of the first."""
    best: dict[tuple[str, frozenset[str]], Difference] = {}
    for difference in found:
        key = (difference.kind, frozenset(difference.between))
        if key not in best or difference.score > best[key].score:
            best[key] = difference
    return tuple(best.values())


def between(a: Side, b: Side) -> tuple[Difference, ...]:
    """The differences between two sides of one claim, in the order of ``DETECTORS``."""
    return tuple(found for detect in DETECTORS.values() if (found := detect(a, b)) is not None)


def _distinct(members: Sequence[Member]) -> list[Member]:
    """One member for each wording; of a wording with and without a source both."""
    seen: dict[tuple[str, str, str | None], Member] = {}
    for member in members:
        seen.setdefault((" ".join(member.text.split()).casefold(), member.status, member.source), member)
    return list(seen.values())
