"""Which articles are on one story.

Articles given together are taken to be on one story unless the evidence says otherwise: a wrong split hides every
comparison across it, a wrong union only adds rows. Two articles are as near as their openings (headline and first
sentences) read to the encoder, and as the words they share, the rare ones most; groups are joined by average link.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log, sqrt
from typing import TYPE_CHECKING

from framing.compare import content
from framing.types import Annotation

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: Sentences of headline and body that make the opening.
OPENING = 8
#: Nearness from which two groups of articles are one story.
NEAR = 0.33
#: The same where there are no encodings and the words must tell.
NEAR_BY_WORDS = 0.11
#: Weight of the encoder's cosine beside that of the shared words.
ENCODER_WEIGHT = 0.5


def group(annotations: Sequence[Annotation]) -> tuple[tuple[str, ...], ...]:
    """Ids of the articles of each story, in order of first appearance; every article is in one story."""
    ids = [a.article.id for a in annotations]
    if len(ids) < 2:
        return tuple((i,) for i in ids)
    near = nearness(annotations)
    sizes = [1] * len(ids)
    clusters: dict[int, list[int]] = {i: [i] for i in range(len(ids))}
    near[range(len(ids)), range(len(ids))] = -1.0
    while len(clusters) > 1:
        i, j = sorted(divmod(int(near.argmax()), len(ids)))
        if near[i, j] < NEAR:
            break
        joined = (sizes[i] * near[i] + sizes[j] * near[j]) / (sizes[i] + sizes[j])
        near[i] = near[:, i] = joined
        near[j] = near[:, j] = -1.0
        near[i, i] = -1.0
        sizes[i] += sizes[j]
        clusters[i] += clusters.pop(j)
        gone = [k for k in range(len(ids)) if k not in clusters]
        near[i, gone] = near[gone, i] = -1.0
    return tuple(tuple(ids[i] for i in sorted(cluster)) for _, cluster in sorted(clusters.items()))


def nearness(annotations: Sequence[Annotation]) -> NDArray[np.float64]:
    """How near every two articles are, 0 to 1, as a square table; without encodings by their words alone."""
    import numpy as np

    words = _word_nearness(annotations)
    vectors = [_opening(a) for a in annotations]
    if any(v is None for v in vectors):
        return np.minimum(words * (NEAR / NEAR_BY_WORDS), 1.0)
    stacked = np.stack([v for v in vectors if v is not None]).astype(np.float64)
    cosines = np.clip(stacked @ stacked.T, 0.0, 1.0)
    return ENCODER_WEIGHT * cosines + (1 - ENCODER_WEIGHT) * words


def _opening(annotation: Annotation) -> NDArray[np.float32] | None:
    """The unit vector of headline and first sentences, ``None`` where there is none."""
    rows = annotation.claim_sentences[:OPENING]
    if annotation.encoding is None or not rows:
        return None
    mean = annotation.encoding.vectors[list(rows)].mean(axis=0)
    length = float((mean**2).sum()) ** 0.5
    return mean / length if length else None


def _word_nearness(annotations: Sequence[Annotation]) -> NDArray[np.float64]:
    import numpy as np

    bags = [_stems(a) for a in annotations]
    counts = Counter(stem for bag in bags for stem in bag)
    weighted = [{s: (1 + log(n)) * log(1 + len(bags) / counts[s]) for s, n in bag.items()} for bag in bags]
    table = np.eye(len(bags))
    lengths = [sqrt(sum(v * v for v in bag.values())) or 1.0 for bag in weighted]
    holders: dict[str, list[int]] = {}
    for i, bag in enumerate(weighted):
        for stem in bag:
            holders.setdefault(stem, []).append(i)
    for stem, rows in holders.items():
        if len(rows) > 1:
            values = np.array([weighted[i][stem] / lengths[i] for i in rows])
            table[np.ix_(rows, rows)] += np.outer(values, values)
    table[range(len(bags)), range(len(bags))] = 1.0
    return table


def _stems(annotation: Annotation) -> Counter[str]:
    text = annotation.article.text
    bag: Counter[str] = Counter()
    for i in annotation.claim_sentences:
        span = annotation.sentences[i].span
        bag.update(content.stem(w.lower) for w in content.content_words(span.of(text)))
    return bag
