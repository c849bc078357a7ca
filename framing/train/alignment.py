"""Training of the pair scorer on the hand-labelled stories.

``train(root, out)`` fits gradient-boosted trees (Friedman 2001; scikit-learn's histogram variant) on the features of
proposed pairs: ``must`` against the rest, ``may`` left out. Scores of stories held out by event fix the decision
threshold and the calibration; the shipped trees are then fitted on all training stories.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from framing.compare.features import FEATURES, Story, candidates, features, matrices
from framing.config import EncoderConfig
from framing.model import encoder as encoders
from framing.train import data
from framing.train.measures import PairScores, expected_calibration_error

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FOLDS = 5
WITHIN = 0.005
"""F1 is flat around its peak: of the thresholds that lose no more than this, the highest is taken, for precision."""
SETTINGS: dict[str, Any] = {
    "max_iter": 300,
    "learning_rate": 0.04,
    "max_leaf_nodes": 12,
    "min_samples_leaf": 30,
    "l2_regularization": 1.0,
    "max_features": 0.3,
    "random_state": 0,
}


@dataclass(frozen=True, slots=True, eq=False)
class StoryPairs:
    """One labelled story's proposed pairs: ``rows`` of features, ``grades`` 1 must, 2 may, 0 neither.

    ``musts`` counts all must pairs of the story, proposed or not, so that recall is honest.
    """

    event: str
    rows: NDArray[np.float32]
    grades: NDArray[np.int8]
    musts: int


def labelled_story(record: dict[str, Any], encoder: encoders.Encoder) -> tuple[Story, dict[tuple[int, int], int]]:
    """A gold record as a ``Story`` and its grades by sentence index pair (smaller first): 1 must, 2 may."""
    texts = [s["text"] for article in record["articles"] for s in article["sentences"]]
    numbers = [k for k, article in enumerate(record["articles"]) for _ in article["sentences"]]
    index = {s["id"]: i for i, s in enumerate(s for article in record["articles"] for s in article["sentences"])}
    encoded = encoder.encode(texts)
    story = Story.of(texts, numbers, encoded.vectors, encoded.offsets, encoded.states)
    grades: dict[tuple[int, int], int] = {}
    for pair in record["pairs"]:
        one, two = sorted((index[pair["a"]], index[pair["b"]]))
        grades[one, two] = 1 if pair["grade"] == "must" else 2
    return story, grades


def proposed(story: Story) -> tuple[NDArray[np.float32], NDArray[np.int64], NDArray[np.int64]]:
    """Feature rows and sentence numbers of every proposed pair of ``story``."""
    similar = matrices(story)
    a, b = candidates(story, similar)
    return features(story, similar, a, b), a, b


def prepare(records: Sequence[dict[str, Any]], encoder: encoders.Encoder) -> list[StoryPairs]:
    """Features and grades of every proposed pair of ``records``."""
    import numpy as np

    prepared = []
    for record in records:
        story, grades = labelled_story(record, encoder)
        rows, a, b = proposed(story)
        marks = np.array([grades.get(pair, 0) for pair in zip(a.tolist(), b.tolist(), strict=True)], dtype=np.int8)
        musts = sum(grade == 1 for grade in grades.values())
        prepared.append(StoryPairs(record["event"], rows, marks, musts))
    return prepared


def train(root: Path, out: Path) -> dict[str, Any]:
    """Fits, calibrates and stores the scorer in ``out``; returns the figures measured on folds by event."""
    import numpy as np

    encoder = encoders.load(EncoderConfig(model="bundled", threads=2, batch_size=32))
    long = prepare(data.load("alignment_train", root), encoder)
    short = prepare(data.load("alignment_short_train", root), encoder)
    folds = {event: i % FOLDS for i, event in enumerate(sorted({story.event for story in long}))}
    raw: list[NDArray[np.float64]] = []
    grades: list[NDArray[np.int8]] = []
    for fold in range(FOLDS):
        model = fit([s for s in long if folds[s.event] != fold] + short)
        for story in (s for s in long if folds[s.event] == fold):
            raw.append(model.decision_function(story.rows))
            grades.append(story.grades)
    scores = PairScores(np.concatenate(raw), np.concatenate(grades), sum(s.musts for s in long))
    threshold = scores.best_threshold(within=WITHIN)
    knots = calibration(scores, threshold)
    calibrated = PairScores(np.interp(scores.values, *knots), scores.grades, scores.musts)
    store(fit(long + short), knots, out)
    decided = scores.grades != 2
    return {
        "measure": "folds by event over alignment_train, threshold chosen on the same folds",
        "pairs": int(decided.sum()),
        **calibrated.at(0.5),
        "average_precision": calibrated.average_precision(),
        "expected_calibration_error": expected_calibration_error(
            calibrated.values[decided], calibrated.grades[decided] == 1
        ),
    }


def count_words(root: Path, out: Path, *, every: int = 6, least: int = 8) -> dict[str, Any]:
    """Counts in how many sentences of news each stem stands and writes those seen ``least`` times or more to ``out``.

    Every sixth article of ``allsides_articles_lead`` is read; only counts leave this function.
    """
    from collections import Counter

    from framing.compare.lexical import read
    from framing.language.sentences import split

    counts: Counter[str] = Counter()
    sentences = 0
    for row in data.load("allsides_articles_lead", root)[::every]:
        for sentence in split(row["text"]):
            sentences += 1
            counts.update(read(sentence.span.of(row["text"])).content.keys())
    kept = {word: count for word, count in sorted(counts.items()) if count >= least and word.isascii()}
    out.write_text(json.dumps({"sentences": sentences, "counts": kept}, separators=(",", ":")) + "\n", encoding="utf-8")
    return {"sentences": sentences, "stems": len(kept)}


def fit(stories: Sequence[StoryPairs]) -> Any:
    import numpy as np
    from sklearn.ensemble import HistGradientBoostingClassifier

    rows = np.concatenate([s.rows for s in stories])
    grades = np.concatenate([s.grades for s in stories])
    decided = grades != 2
    return HistGradientBoostingClassifier(**SETTINGS).fit(rows[decided], grades[decided] == 1)


def calibration(scores: PairScores, threshold: float) -> tuple[list[float], list[float]]:
    """Knots from log-odds to probability: a logistic fit on held-out scores, bent so that ``threshold`` gives 0.5.

    F1 is best at a probability below one half (Lipton et al. 2014), while 0.5 is the documented decision; below and
    above the threshold the fitted probabilities are stretched linearly. The error this causes is measured.
    """
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    decided = scores.grades != 2
    fitted = LogisticRegression(C=1e6).fit(scores.values[decided][:, None], scores.grades[decided] == 1)
    grid = np.unique(np.append(np.linspace(-9.0, 7.0, 81), threshold))
    plain = fitted.predict_proba(grid[:, None])[:, 1]
    at = float(fitted.predict_proba([[threshold]])[0, 1])
    bent = np.where(plain < at, 0.5 * plain / at, 0.5 + 0.5 * (plain - at) / (1 - at))
    return [round(float(x), 5) for x in grid], [round(float(p), 6) for p in bent]


def store(model: Any, knots: tuple[list[float], list[float]], out: Path) -> None:
    """Writes fitted trees as JSON."""
    trees = []
    depth = 0
    for (predictor,) in model._predictors:
        nodes = predictor.nodes
        leaf = nodes["is_leaf"].astype(bool)
        depth = max(depth, int(nodes["depth"].max()))
        trees.append(
            {
                "column": [int(x) for x in nodes["feature_idx"]],
                "threshold": [
                    float(x) if not end else 0.0 for x, end in zip(nodes["num_threshold"], leaf, strict=True)
                ],
                "left": [-1 if end else int(x) for x, end in zip(nodes["left"], leaf, strict=True)],
                "right": [-1 if end else int(x) for x, end in zip(nodes["right"], leaf, strict=True)],
                "value": [round(float(x), 7) if end else 0.0 for x, end in zip(nodes["value"], leaf, strict=True)],
            }
        )
    stored = {
        "features": list(FEATURES),
        "baseline": float(model._baseline_prediction.ravel()[0]),
        "depth": depth,
        "knots": list(knots),
        "trees": trees,
    }
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(stored, separators=(",", ":")) + "\n", encoding="utf-8")
