"""Annotations → ``Comparison``: the coverage table, claims × sources, with differences and absences."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from framing.compare import absence, claims, differences, edits, origins, stories
from framing.compare.members import Body, member
from framing.config import Config
from framing.types import Annotation, Claim, Comparison, Member, Note, Pair, Place

Scorer = Callable[[Sequence[Annotation], Config], tuple[Pair, ...]]


def compare(annotations: Sequence[Annotation], config: Config, *, scorer: Scorer | None = None) -> Comparison:
    """The comparison of ``annotations``: claims of two or more articles first, then what only one article has.

    Articles on different stories are told apart first and compared within their story. ``scorer`` gives the calibrated
    scores of sentence pairs, ``alignment.score_pairs`` by default. Raises ``ValueError`` where ids repeat.
    """
    ids = [a.article.id for a in annotations]
    if len(set(ids)) != len(ids):
        raise ValueError(f"article ids must differ, found {ids}")
    score = scorer if scorer is not None else _trained_scorer()
    grouped = stories.group(annotations)
    lineage = origins.trace(annotations, config)
    pairs: list[Pair] = []
    rows: list[Claim] = []
    for story in grouped:
        told = [a for a in annotations if a.article.id in story]
        scored = score(told, config) if len(told) > 1 else ()
        pairs += [pair for pair in scored if pair.score >= config.alignment.threshold]
        rows += Story(tuple(told), scored, lineage, config).rows()
    order = {article: i for i, article in enumerate(ids)}
    rows.sort(key=lambda row: (len({m.article for m in row.members}) < 2, order[row.members[0].article], _start(row)))
    return Comparison(
        annotations=tuple(annotations),
        origins=lineage.groups,
        pairs=tuple(pairs),
        claims=tuple(replace(row, id=f"c{number}") for number, row in enumerate(rows, start=1)),
        stories=grouped,
        notes=_notes(annotations, grouped, lineage),
        edits=edits.find(lineage),
    )


def _start(row: Claim) -> tuple[int, int]:
    return row.members[0].start, row.members[0].end


def _trained_scorer() -> Scorer:
    from framing.compare.alignment import score_pairs

    return score_pairs


@dataclass(frozen=True)
class Story:
    """The articles of one story with their scored pairs; ``rows`` gives its part of the coverage table."""

    annotations: tuple[Annotation, ...]
    scored: tuple[Pair, ...]
    lineage: origins.Lineage
    config: Config

    @cached_property
    def searched(self) -> dict[str, absence.Searched]:
        return {a.article.id: absence.Searched(a, Body.of(a)) for a in self.annotations}

    @cached_property
    def graph(self) -> claims.Graph:
        return claims.Graph.of(self.scored)

    @cached_property
    def headlines(self) -> frozenset[Place]:
        return frozenset(
            Place(a.article.id, s.start, s.end) for a in self.annotations for s in a.sentences if s.role == "title"
        )

    def rows(self) -> list[Claim]:
        """The claims of the story, shared ones and those of one article; their ids are given later."""
        shared = claims.group(self.scored, self.config.alignment.threshold)
        found: list[Claim] = []
        for places in shared:
            found.append(self._claim(places, [claim.text for claim in found]))
        placed = [place for places in shared for place in places]
        for annotation in self.annotations:
            found += [self._claim((place,)) for place in claims.single(annotation, placed)]
        return found

    def _claim(self, places: Sequence[Place], taken: Sequence[str] = ()) -> Claim:
        order = list(self.searched)
        ordered = sorted(places, key=lambda p: (order.index(p.article), p.start, p.end))
        members = tuple(self._member(place) for place in ordered)
        count = origins.count(members, self.lineage)
        return Claim(
            id="",
            text=claims.wording(members, self.headlines, taken),
            members=members,
            origins=count,
            differences=differences.find(members, self.annotation_by_id, self.graph, self.config),
            absent=absence.find(members, count, self.searched, self.graph, self.lineage, self.config),
            strength=self.graph.strength(ordered),
        )

    @cached_property
    def annotation_by_id(self) -> dict[str, Annotation]:
        return {a.article.id: a for a in self.annotations}

    def _member(self, place: Place) -> Member:
        here = self.searched[place.article]
        return member(here.annotation, place.span, here.body)


def _notes(
    annotations: Sequence[Annotation], grouped: Sequence[Sequence[str]], lineage: origins.Lineage
) -> tuple[Note, ...]:
    notes = []
    label = {a.article.id: a.article.label for a in annotations}
    if not annotations:
        return (Note("no-article", "There is nothing to compare: no article was given."),)
    if len(annotations) == 1:
        notes.append(
            Note(
                "one-article",
                "Only one article was given. How it words and sources its claims is shown; what others report "
                "differently, what it leaves out and whether anyone confirms it cannot be judged.",
            )
        )
    if len(grouped) > 1:
        parts = "; ".join(f"story {i}: {', '.join(label[a] for a in story)}" for i, story in enumerate(grouped, 1))
        notes.append(
            Note(
                "several-stories",
                f"The articles are on {len(grouped)} different stories and are compared within each ({parts}).",
            )
        )
    for copies in lineage.groups:
        if len(copies) > 1:
            notes.append(
                Note(
                    "one-origin",
                    f"{', '.join(label[a] for a in copies)} carry the same copy ({', '.join(copies)}): "
                    "they count as one origin, so their agreement confirms nothing.",
                )
            )
    return tuple(notes)
