"""Which sentences of different articles report the same claim.

The encoder and the words propose pairs; a scorer trained on hand-labelled stories decides (see ``features``). Sentences
of one story share its names and topic, so likeness alone is not sameness: the scorer compares each pair with its
rivals in the same two articles. Scores are calibrated on stories it was not trained on; 0.5 is the decision.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from framing.compare.features import FEATURES, Story, candidates, features, matrices
from framing.config import Config
from framing.errors import ModelError
from framing.model.trees import Trees, read
from framing.types import Annotation, Evidence, Pair, Place

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MODEL = Path(__file__).parent.parent / "model" / "heads" / "alignment.json"
LEAST_SCORE = 0.05
_SAID = {
    "tfidf": ("They share words that are rare in this story.", 0.25),
    "longest_run": ("The same words stand in a row in both ({value:.0f} words).", 4.0),
    "quoted_run": ("Both quote the same words ({value:.0f} in a row).", 3.0),
    "names_shared": ("Both name the same people or bodies ({value:.0f}).", 2.0),
    "numbers_shared": ("Both give the same figure.", 1.0),
    "late_centred_least": ("Most words of each have a close counterpart in the other.", 0.45),
    "cosine_centred": ("Their meanings lie close together, measured against the rest of the story.", 0.5),
}


@lru_cache(maxsize=1)
def scorer() -> Trees:
    """The trained pair scorer; raises ``ModelError`` where its file is missing or damaged."""
    return read(MODEL, FEATURES)


def score_pairs(annotations: Sequence[Annotation], config: Config) -> tuple[Pair, ...]:
    """Every cross-article pair of claim sentences scored at 0.05 or more, best first, ties in article order.

    Scores are probabilities of reporting the same claim. Raises ``ModelError`` if an annotation has no encoding.
    ``config.alignment.threshold`` is not applied here: callers decide.
    """
    del config
    kept = [list(annotation.claim_sentences) for annotation in annotations]
    if sum(1 for sentences in kept if sentences) < 2:
        return ()
    story = _story(annotations, kept)
    a, b, scores, rows = score_story(story)
    places = [
        Place(annotation.article.id, annotation.sentences[i].start, annotation.sentences[i].end)
        for annotation, sentences in zip(annotations, kept, strict=True)
        for i in sentences
    ]
    pairs = [
        Pair(places[i], places[j], round(float(score), 6), _evidence(row, float(score)))
        for i, j, score, row in zip(a.tolist(), b.tolist(), scores, rows, strict=True)
        if score >= LEAST_SCORE
    ]
    return tuple(sorted(pairs, key=lambda p: (-p.score, p.a.article, p.a.start, p.b.article, p.b.start)))


def score_story(
    story: Story,
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64], NDArray[np.float32]]:
    """Proposed pairs of ``story`` as two index arrays, their calibrated scores, and their feature rows."""
    import numpy as np

    similar = matrices(story)
    a, b = candidates(story, similar)
    if not len(a):
        return a, b, np.zeros(0), np.zeros((0, len(FEATURES)), dtype=np.float32)
    rows = features(story, similar, a, b)
    return a, b, scorer().probability(rows), rows


def _story(annotations: Sequence[Annotation], kept: Sequence[Sequence[int]]) -> Story:
    import numpy as np

    texts: list[str] = []
    article: list[int] = []
    vectors, offsets, states = [], [], []
    for number, (annotation, sentences) in enumerate(zip(annotations, kept, strict=True)):
        encoding = annotation.encoding
        if encoding is None:
            raise ModelError(f"{annotation.article.id}: has no sentence vectors; annotate it with an encoder first")
        for i in sentences:
            sentence = annotation.sentences[i]
            texts.append(annotation.article.text[sentence.start : sentence.end])
            article.append(number)
            vectors.append(encoding.vectors[i])
            offsets.append(encoding.offsets[i] - sentence.start)
            states.append(encoding.states[i])
    return Story.of(texts, article, np.stack(vectors), offsets, states)


def _evidence(row: NDArray[np.float32], score: float) -> tuple[Evidence, ...]:
    """Why a pair was matched, in words: the measures that stand out. Empty below the decision."""
    if score < 0.5:
        return ()
    records = []
    for name, (sentence, least) in _SAID.items():
        value = float(row[FEATURES.index(name)])
        if value >= least:
            records.append(Evidence(sentence.format(value=value), round(value, 4)))
    return tuple(records)
