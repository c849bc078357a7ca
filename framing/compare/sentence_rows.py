"""Pair scores for sentences that are given, not split again: ``framing align --lines``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from framing.compare.alignment import LEAST_SCORE, score_story
from framing.compare.features import Story
from framing.model.encoder import Encoder


class Row(NamedTuple):
    """One sentence of one article of one story; ``id`` is kept as it was given (text or number)."""

    story: str
    article: str
    id: Any
    text: str


def score_rows(rows: Iterable[Row], encoder: Encoder) -> Iterator[dict[str, Any]]:
    """One record ``{"story", "a", "b", "score"}`` a pair scored at 0.05 or more, stories in order, best first.

    Rows of one story and one article belong together wherever they stand; their order is the order of the article.
    """
    stories: dict[str, dict[str, list[Row]]] = {}
    for row in rows:
        stories.setdefault(row.story, {}).setdefault(row.article, []).append(row)
    for name, articles in stories.items():
        if len(articles) > 1:
            yield from _score(name, list(articles.values()), encoder)


def _score(name: str, articles: Sequence[Sequence[Row]], encoder: Encoder) -> Iterator[dict[str, Any]]:
    flat = [row for article in articles for row in article]
    numbers = [number for number, article in enumerate(articles) for _ in article]
    encoded = encoder.encode([row.text for row in flat])
    story = Story.of([row.text for row in flat], numbers, encoded.vectors, encoded.offsets, encoded.states)
    found = score_story(story)
    a, b, scores = found.a, found.b, found.scores
    for k in sorted(range(len(scores)), key=lambda k: (-scores[k], a[k], b[k])):
        if scores[k] >= LEAST_SCORE:
            yield {"story": name, "a": flat[a[k]].id, "b": flat[b[k]].id, "score": round(float(scores[k]), 4)}
