"""Which sentences of different articles report the same claim.

Three steps. The encoder and the words propose pairs, and boosted trees over their features drop those that are
surely none. The pair reader reads the rest, both sentences together. A logistic regression over the trees, the pair
reader and what the other pairs of the story say decides. Sentences of one story share its names and topic, so likeness
alone is not sameness. Scores are calibrated on stories that nothing was trained on; 0.5 is the decision.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from framing.compare.features import FEATURES, MANY_ARTICLES, Story, candidates, features, matrices
from framing.compare.joint import JOINT, joint
from framing.compare.lexical import content_spans
from framing.compare.vetoes import two_events
from framing.config import Config, EncoderConfig
from framing.errors import ModelError
from framing.model import linear, pair_reader
from framing.model.pair_reader import DIFFERENCES, OUTPUTS
from framing.model.trees import Trees, read
from framing.types import Annotation, Evidence, Pair, Place

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_HEADS = Path(__file__).parent.parent / "model" / "heads"
MODEL = _HEADS / "alignment.json"
DECISION = _HEADS / "alignment_decision.json"
SCHEMA = "framing.alignment-decision/1"
COLUMNS = (*JOINT, *FEATURES)
LEAST_SCORE = 0.05
#: The score of a pair that is worded alike and tells of two events.
VETOED = 0.2
#: Most pairs of one sentence that are read in a story of many articles, on each side of it.
MOST_READ = 6
#: Log-odds of the first stage below which a pair is not read.
WORTH_READING = -4.5
_SAID = {
    "tfidf": ("They share words that are rare in this story.", 0.25),
    "longest_run": ("The same words stand in a row in both ({value:.0f} words).", 4.0),
    "quoted_run": ("Both quote the same words ({value:.0f} in a row).", 3.0),
    "names_shared": ("Both name the same people or bodies ({value:.0f}).", 2.0),
    "numbers_shared": ("Both give the same figure.", 1.0),
    "late_centred_least": ("Most words of each have a close counterpart in the other.", 0.45),
    "cosine_centred": ("Their meanings lie close together, measured against the rest of the story.", 0.5),
}


@dataclass(frozen=True, slots=True, eq=False)
class Decision:
    """The last step: a linear model over ``COLUMNS`` and the map from its log-odds to probabilities.

    ``low`` and ``high`` bound the columns as seen in training: a story of a hundred articles is judged as a large one,
    not as one beyond all measure.
    """

    model: linear.Linear
    calibration: linear.Calibration
    low: NDArray[np.float64]
    high: NDArray[np.float64]

    def probability(self, rows: NDArray[np.float32]) -> NDArray[np.float64]:
        """Calibrated probability of each row; 0.5 is the decision."""
        return self.calibration(self.model.logits(rows.clip(self.low, self.high))[:, 0])


@dataclass(frozen=True, slots=True, eq=False)
class Scored:
    """The pairs of a story that were read: sentence numbers, probabilities, ``COLUMNS`` and the reader's answers."""

    a: NDArray[np.int64]
    b: NDArray[np.int64]
    scores: NDArray[np.float64]
    rows: NDArray[np.float32]
    answers: NDArray[np.float32]


class Reads(Protocol):
    """What the pair reader offers; see ``pair_reader.PairReader``."""

    def sentences(
        self,
        texts: Sequence[str],
        words: Sequence[Sequence[tuple[int, int, str]]],
        weight: Mapping[str, float] | None,
    ) -> tuple[pair_reader.Sentence, ...]: ...

    def read(self, pairs: Sequence[tuple[pair_reader.Sentence, pair_reader.Sentence]]) -> NDArray[np.float32]: ...


@dataclass(frozen=True, slots=True, eq=False)
class Stages:
    """The first two steps: ``first`` gives log-odds of feature rows, ``reader`` reads what passes."""

    first: Callable[[NDArray[np.float32]], NDArray[np.float64]]
    reader: Reads


def bundled(threads: int = EncoderConfig().threads) -> Stages:
    """The steps as shipped; raises ``ModelError`` where their files are missing or damaged."""
    return Stages(first_stage().raw, pair_reader.load(threads))


@lru_cache(maxsize=1)
def first_stage() -> Trees:
    """The trees that decide which pairs are read; raises ``ModelError`` where their file is missing or damaged."""
    return read(MODEL, FEATURES)


@lru_cache(maxsize=1)
def decision() -> Decision:
    """The last step as trained; raises ``ModelError`` where its file is missing, damaged or of another version."""
    stored = linear.read(DECISION, SCHEMA)
    model = linear.Linear.from_json(stored["model"], str(DECISION))
    if tuple(name for name, _ in model.features) != COLUMNS:
        raise ModelError(f"{DECISION}: was trained on other columns than this version computes; reinstall framing")
    import numpy as np

    low, high = (np.array(stored[bound], dtype=np.float64) for bound in ("low", "high"))
    if low.shape != high.shape or len(low) != len(COLUMNS):
        raise ModelError(f"{DECISION}: its bounds do not fit its columns; reinstall framing")
    return Decision(model, linear.Calibration.from_json(stored["calibration"], str(DECISION)), low, high)


def scorer(stages: Stages) -> Callable[[Sequence[Annotation], Config], tuple[Pair, ...]]:
    """``score_pairs`` with other first steps than the shipped ones."""
    return lambda annotations, config: _score_pairs(annotations, stages)


def score_pairs(annotations: Sequence[Annotation], config: Config) -> tuple[Pair, ...]:
    """Every cross-article pair of claim sentences scored at 0.05 or more, best first, ties in article order.

    Of more than ``MANY_ARTICLES`` articles not every pair is read; then all that were read are returned, so that a
    pair found unlike can be told from one that nobody looked at.

    Scores are probabilities of reporting the same claim. Raises ``ModelError`` if an annotation has no encoding.
    ``config.alignment.threshold`` is not applied here: callers decide.
    """
    if sum(1 for annotation in annotations if annotation.claim_sentences) < 2:
        return ()
    return _score_pairs(annotations, bundled(config.encoder.threads))


def _score_pairs(annotations: Sequence[Annotation], stages: Stages) -> tuple[Pair, ...]:
    kept = [list(annotation.claim_sentences) for annotation in annotations]
    found = score_story(_story(annotations, kept), stages)
    sparse = len(annotations) > MANY_ARTICLES
    places = [
        Place(annotation.article.id, annotation.sentences[i].start, annotation.sentences[i].end)
        for annotation, sentences in zip(annotations, kept, strict=True)
        for i in sentences
    ]
    pairs = [
        Pair(places[i], places[j], round(float(score), 6), _evidence(row, float(score)), _differences(answers))
        for i, j, score, row, answers in zip(
            found.a.tolist(), found.b.tolist(), found.scores, found.rows, found.answers, strict=True
        )
        if score >= LEAST_SCORE or sparse
    ]
    return tuple(sorted(pairs, key=lambda p: (-p.score, p.a.article, p.a.start, p.b.article, p.b.start)))


def score_story(story: Story, stages: Stages | None = None) -> Scored:
    """The pairs of ``story`` that are worth reading, with their calibrated scores and all that led to them."""
    import numpy as np

    found = read_story(story, stages if stages is not None else bundled())
    if not len(found.a):
        return found
    scores = np.asarray(decision().probability(found.rows))
    for k in np.flatnonzero(scores > VETOED).tolist():
        if two_events(story.texts[int(found.a[k])], story.texts[int(found.b[k])]):
            scores[k] = VETOED
    return Scored(found.a, found.b, scores, found.rows, found.answers)


def read_story(story: Story, stages: Stages) -> Scored:
    """As ``score_story`` without the last step: all scores are 0."""
    import numpy as np

    similar = matrices(story)
    a, b = candidates(story, similar)
    rows = features(story, similar, a, b) if len(a) else np.zeros((0, len(FEATURES)), dtype=np.float32)
    first = np.asarray(stages.first(rows) if len(a) else np.zeros(0), dtype=np.float32)
    keep = (first >= WORTH_READING) & _most_likely(story, a, b, first)
    a, b, rows, first = a[keep], b[keep], rows[keep], first[keep]
    answers = read_pairs(story, a, b, stages.reader)
    if not len(a):
        return Scored(a, b, np.zeros(0), np.zeros((0, len(COLUMNS)), dtype=np.float32), answers)
    table = np.concatenate([joint(story, a, b, first, answers), rows], axis=1)
    return Scored(a, b, np.zeros(len(a)), table, answers)


def _most_likely(
    story: Story, a: NDArray[np.int64], b: NDArray[np.int64], first: NDArray[np.float32]
) -> NDArray[np.bool_]:
    """In a story of many articles, which pairs are among the ``MOST_READ`` likeliest of either sentence."""
    import numpy as np

    if len(np.unique(story.article)) <= MANY_ARTICLES:
        return np.ones(len(a), dtype=bool)
    chosen = np.zeros(len(a), dtype=bool)
    for side in (a, b):
        order = np.lexsort((-first, side))
        starts = np.flatnonzero(np.diff(side[order], prepend=-1))
        rank = np.arange(len(order)) - np.repeat(starts, np.diff(np.append(starts, len(order))))
        chosen[order[rank < MOST_READ]] = True
    return chosen


def read_pairs(story: Story, a: NDArray[np.int64], b: NDArray[np.int64], reader: Reads) -> NDArray[np.float32]:
    """The reader's answers (pairs, outputs) for the sentences numbered ``a[k]`` and ``b[k]``."""
    import numpy as np

    if not len(a):
        return np.zeros((0, len(OUTPUTS)), dtype=np.float32)
    sentences = reader.sentences(story.texts, [content_spans(text) for text in story.texts], story.weight)
    return reader.read([(sentences[i], sentences[j]) for i, j in zip(a.tolist(), b.tolist(), strict=True)])


def _differences(answers: NDArray[np.float32]) -> tuple[tuple[str, float], ...]:
    """What the reader says of the differences of one pair, as log-odds by kind."""
    return tuple((kind, round(float(value), 4)) for kind, value in zip(DIFFERENCES, answers[2:], strict=True))


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
        value = float(row[COLUMNS.index(name)])
        if value >= least:
            records.append(Evidence(sentence.format(value=value), round(value, 4)))
    return tuple(records)
