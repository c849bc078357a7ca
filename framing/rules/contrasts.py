"""From the differences of a comparison to one finding a place: this wording here, those wordings elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from framing.rules.base import Rule
from framing.rules.marks import mark
from framing.rules.passages import plain
from framing.types import (
    Claim,
    Comparison,
    Difference,
    DifferenceKind,
    Evidence,
    Finding,
    Place,
)

#: Kinds in which the first article of ``Difference.between`` is the one the finding is about.
DIRECTED: frozenset[DifferenceKind] = frozenset({"attribution_lost", "hedge", "agent", "wording"})


@dataclass(frozen=True)
class Contrast:
    """One place in one article, and what other articles' wordings of the same claim have instead."""

    here: Place
    others: tuple[tuple[Difference, Place], ...]

    @property
    def score(self) -> float:
        """The score of the surest difference."""
        return max(difference.score for difference, _ in self.others)


def of_kind(comparison: Comparison, kind: DifferenceKind) -> Iterator[Contrast]:
    """The contrasts of one kind, by article and place.

    A directed kind speaks of the first article of ``between`` only; of two figures or two speakers either may be
    wrong, so the other kinds speak of both. Differences that meet at the same place are one contrast.
    """
    grouped: dict[Place, list[tuple[Difference, Place]]] = {}
    for claim in comparison.claims:
        for difference in claim.differences:
            if difference.kind != kind:
                continue
            places = {article: _place(claim, difference, article) for article in difference.between}
            first, second = difference.between
            for here, there in ((first, second),) if kind in DIRECTED else ((first, second), (second, first)):
                one, other = places[here], places[there]
                if one is not None and other is not None:
                    grouped.setdefault(one, []).append((difference, other))
    for place in sorted(grouped, key=lambda p: (p.article, p.start, p.end)):
        yield Contrast(place, tuple(grouped[place]))


def _place(claim: Claim, difference: Difference, article: str) -> Place | None:
    """Where the difference stands in the article: its span there, else the article's wording of the claim."""
    for place in difference.spans:
        if place.article == article:
            return place
    for member in claim.members:
        if member.article == article:
            return Place(article, member.start, member.end)
    return None


def label(comparison: Comparison, article: str) -> str:
    """How the report names the article."""
    return comparison.annotation(article).article.label


def labels(comparison: Comparison, articles: list[str]) -> str:
    """The articles' names in words: ``A, B and C``, each once."""
    names = list(dict.fromkeys(label(comparison, article) for article in articles))
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def words(comparison: Comparison, place: Place) -> str:
    """The words at the place, on one line."""
    return plain(place.span.of(comparison.annotation(place.article).article.text))


def evidence(comparison: Comparison, contrast: Contrast) -> tuple[Evidence, ...]:
    """The words here and the words there, each with its place."""
    rows = [_row(comparison, contrast.here, None)]
    seen: set[Place] = set()
    for difference, place in contrast.others:
        if place not in seen:
            seen.add(place)
            rows.append(_row(comparison, place, difference.score))
    return tuple(rows)


def _row(comparison: Comparison, place: Place, value: float | None) -> Evidence:
    sentence = f"{label(comparison, place.article)}: “{words(comparison, place)}”"
    return Evidence(sentence, value, place.article, place.start, place.end)


def finding(
    rule: Rule, comparison: Comparison, contrast: Contrast, *, message: str, suggestion: str, ours: bool = True
) -> Finding:
    """The finding of a comparison rule at the place of the contrast, with the words of both sides as evidence."""
    return mark(
        rule,
        comparison.annotation(contrast.here.article),
        contrast.here.span,
        message=message,
        score=contrast.score,
        evidence=evidence(comparison, contrast),
        suggestion=suggestion,
        ours=ours,
    )
