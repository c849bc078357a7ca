"""Scored pairs of sentences → claims: which sentences across the articles report the same thing.

Sentences that both say A and B join what says A to what says B, so connected components run together. A claim here
holds together by what the evidence holds: two groups are joined, those that are nearest on average first, while some
pair of them is aligned, the *mean* calibrated score of all their cross-article pairs stays at ``HOLD`` of the threshold
(average-link agglomeration; an unscored pair counts as ``UNSCORED``) and no more than ``APART`` of those pairs are
surely none. Two sentences of one article share a claim only where both align with one partner, and they add no score
of their own.
A sentence that reports two things, as leads do, may stand in two rows: it joins a claim that lacks its article where it
holds with all the members, and a sentence left over, though it aligns with members of a claim, gets a row of its own
together with the sentences it aligns with.
"""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from framing.compare import content
from framing.compare.features import MANY_ARTICLES
from framing.types import Annotation, Member, Pair, Place

#: The score of a cross-article pair that the scorer did not return: below its floor of 0.05.
UNSCORED = 0.02
#: Share of the threshold at which the mean score of two groups must stay for them to be joined.
HOLD = 0.7
#: Share of the pairs of two groups that may be surely none.
APART = 0.25
#: Mean score from which a claim is taken as surely one. On stories not taught 3 in 100 such rows hold sentences that no
#: reader paired, of weaker ones 31; weaker ones are shown apart, and nothing is called absent by them.
SURE = 0.65
#: Most claims that one sentence can stand in.
ROWS = 3
#: Fewest content words of a sentence that is a row of its own though no other article has it.
SUBSTANCE = 4


@dataclass(frozen=True, slots=True)
class Graph:
    """Scored cross-article pairs as a graph over places."""

    scores: Mapping[Place, Mapping[Place, float]]
    read: Mapping[frozenset[Place], Mapping[str, float]] = field(default_factory=dict)
    sparse: bool = False

    @classmethod
    def of(cls, pairs: Sequence[Pair]) -> Graph:
        """The graph of ``pairs``; of two scores for one pair the higher counts."""
        scores: defaultdict[Place, dict[Place, float]] = defaultdict(dict)
        for pair in pairs:
            best = max(pair.score, scores[pair.a].get(pair.b, 0.0))
            scores[pair.a][pair.b] = best
            scores[pair.b][pair.a] = best
        answers = {frozenset((p.a, p.b)): dict(p.answers) for p in pairs if p.answers}
        articles = {place.article for place in scores}
        return cls(dict(scores), answers, len(articles) > MANY_ARTICLES)

    def answers(self, a: Place, b: Place) -> Mapping[str, float] | None:
        """The pair reader's log-odds of each kind of difference; ``None`` where it did not read the two."""
        return self.read.get(frozenset((a, b)))

    def score(self, a: Place, b: Place) -> float:
        """The score of two places of different articles, ``UNSCORED`` where the scorer returned none."""
        return self.scores.get(a, {}).get(b, UNSCORED)

    def known(self, a: Place, b: Place) -> float | None:
        """As ``score``; ``None`` for two places of a story of many articles that nobody looked at."""
        found = self.scores.get(a, {}).get(b)
        return found if found is not None or self.sparse else UNSCORED

    def link(self, one: Iterable[Place], other: Sequence[Place]) -> float:
        """The mean score of the cross-article pairs of two sets of places that are known; 0.0 where none is."""
        scores = [self.known(a, b) for a in one for b in other if a.article != b.article]
        found = [score for score in scores if score is not None]
        return sum(found) / len(found) if found else 0.0

    def strength(self, places: Sequence[Place]) -> float:
        """The mean score of the cross-article pairs among ``places``; 0.0 where there is none."""
        scores = [self.known(a, b) for i, a in enumerate(places) for b in places[:i] if a.article != b.article]
        found = [score for score in scores if score is not None]
        return round(sum(found) / len(found), 6) if found else 0.0

    def aligned(self, place: Place, threshold: float) -> tuple[Place, ...]:
        """The places that report the same claim as ``place``, best first."""
        partners = [(score, other) for other, score in self.scores.get(place, {}).items() if score >= threshold]
        return tuple(other for _, other in sorted(partners, key=lambda item: (-item[0], _key(item[1]))))


def _key(place: Place) -> tuple[str, int, int]:
    return place.article, place.start, place.end


def group(pairs: Sequence[Pair], threshold: float) -> tuple[tuple[Place, ...], ...]:
    """The claims that ``pairs`` hold together, each of two or more places of two or more articles.

    Places within a claim, and claims by their first place, are in order of article id and offset.
    """
    graph = Graph.of(pairs)
    clusters = _partition(graph, threshold)
    claims = _widened([places for places in clusters if len({p.article for p in places}) > 1], graph, threshold)
    placed = {place for places in claims for place in places}
    known = {frozenset(places) for places in claims}
    for place in sorted(graph.scores, key=_key):
        if place in placed:
            continue
        row = frozenset(_coherent(place, graph, threshold))
        if len(row) > 1 and row not in known:
            known.add(row)
            claims.append(sorted(row, key=_key))
    ordered = [tuple(sorted(places, key=_key)) for places in claims]
    return tuple(sorted(ordered, key=lambda places: _key(places[0])))


def _widened(claims: Sequence[list[Place]], graph: Graph, threshold: float) -> list[list[Place]]:
    """The claims, each with the sentences of further articles that hold with all its members together.

    Such a sentence already stands in another claim: it reports several things, as leads do, though at most ``ROWS``.
    """
    rows = Counter(place for places in claims for place in places)
    widened = []
    for places in claims:
        more = [p for p in _joining(places, graph, threshold) if rows[p] < ROWS]
        rows.update(more)
        widened.append([*places, *more])
    return widened


def _joining(places: Sequence[Place], graph: Graph, threshold: float) -> list[Place]:
    """For each article that has no sentence among ``places`` the one that holds with all of them best, if any."""
    present = {p.article for p in places}
    best: dict[str, tuple[float, Place]] = {}
    for candidate in sorted({other for p in places for other in graph.aligned(p, threshold)}, key=_key):
        if candidate.article in present:
            continue
        mean = graph.link([candidate], places)
        if mean >= threshold and mean > best.get(candidate.article, (0.0, candidate))[0]:
            best[candidate.article] = (mean, candidate)
    return [place for _, place in best.values()]


def _coherent(place: Place, graph: Graph, threshold: float) -> list[Place]:
    """``place`` and those of its partners that also align with one another, best first."""
    row = [place]
    for partner in graph.aligned(place, threshold):
        same = [p for p in row if p.article == partner.article]
        if not same and graph.link([partner], row) >= threshold:
            row.append(partner)
    return row


def _partition(graph: Graph, threshold: float) -> list[list[Place]]:
    """Average-link agglomeration with a heap of candidate joins; ties go to the earlier places."""
    clusters: dict[int, list[Place]] = {i: [place] for i, place in enumerate(sorted(graph.scores, key=_key))}
    where = {places[0]: i for i, places in clusters.items()}
    neighbours: dict[int, set[int]] = {
        i: {where[other] for other in graph.scores[places[0]]} for i, places in clusters.items()
    }
    heap: list[tuple[float, int, int]] = []
    for i, others in neighbours.items():
        for j in others:
            if i < j:
                _push(heap, i, j, clusters, graph, threshold)
    heapq.heapify(heap)
    fresh = len(clusters)
    while heap:
        _, i, j = heapq.heappop(heap)
        if i not in clusters or j not in clusters:
            continue
        clusters[fresh] = clusters.pop(i) + clusters.pop(j)
        around = (neighbours.pop(i) | neighbours.pop(j)) - {i, j}
        neighbours[fresh] = around
        for other in around:
            neighbours[other] -= {i, j}
            neighbours[other].add(fresh)
            _push(heap, other, fresh, clusters, graph, threshold)
        fresh += 1
    return [sorted(places, key=_key) for places in clusters.values()]


def _push(
    heap: list[tuple[float, int, int]],
    i: int,
    j: int,
    clusters: Mapping[int, list[Place]],
    graph: Graph,
    threshold: float,
) -> None:
    link = _link(clusters[i], clusters[j], graph, threshold)
    if link >= HOLD * threshold:
        heapq.heappush(heap, (-link, i, j))


def _link(one: Sequence[Place], other: Sequence[Place], graph: Graph, threshold: float) -> float:
    """Mean score of the cross-article pairs of two clusters.

    0 where none of them is aligned, too many are surely none, or two sentences of one article have no common partner.
    """
    known = [graph.known(a, b) for a in one for b in other if a.article != b.article]
    scores = [score for score in known if score is not None]
    if not scores or max(scores) < threshold or sum(s <= UNSCORED for s in scores) > APART * len(scores):
        return 0.0
    mean = sum(scores) / len(scores)
    if mean < HOLD * threshold:
        return 0.0
    together = [*one, *other]
    for a in one:
        for b in other:
            if a.article == b.article and not _common_partner(a, b, together, graph, threshold):
                return 0.0
    return mean


def _common_partner(a: Place, b: Place, together: Sequence[Place], graph: Graph, threshold: float) -> bool:
    return any(
        graph.score(a, p) >= threshold and graph.score(b, p) >= threshold for p in together if p.article != a.article
    )


def single(annotation: Annotation, placed: Iterable[Place]) -> tuple[Place, ...]:
    """The body sentences of substance that stand in no claim: the rows that only this article has."""
    article = annotation.article
    taken = {(p.start, p.end) for p in placed if p.article == article.id}
    return tuple(
        Place(article.id, s.start, s.end)
        for s in annotation.sentences
        if s.role == "body"
        and (s.start, s.end) not in taken
        and len(content.content_stems(s.span.of(article.text))) >= SUBSTANCE
    )


def wording(members: Sequence[Member], headlines: Iterable[Place] = (), taken: Iterable[str] = ()) -> str:
    """The words that stand for the claim: those of the member nearest to the others.

    Among members about as near, a flat statement in an outlet's own words is preferred to a hedged, attributed or
    quoted one, a body sentence to a headline, and a short one to a long one. Words in ``taken``, which stand for
    another claim of the same sentence, are chosen last.
    """
    used = set(taken)
    titles = set(headlines)
    stems = [content.content_stems(m.text) for m in members]

    def fitness(i: int) -> tuple[float, int, int]:
        near = [_dice(stems[i], stems[j]) for j in range(len(members)) if j != i]
        member = members[i]
        value = sum(near) / len(near) if near else 0.0
        value += 0.05 * (member.status == "own") + 0.05 * (member.certainty == "flat")
        value -= 0.2 * (Place(member.article, member.start, member.end) in titles)
        value -= 0.004 * len(member.text.split())
        value -= 9.0 * (" ".join(member.text.split()) in used)
        return (value, -len(member.text), -i)

    best = max(range(len(members)), key=fitness)
    return " ".join(members[best].text.split())


def _dice(a: frozenset[str], b: frozenset[str]) -> float:
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 0.0
