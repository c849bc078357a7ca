"""The pair scorer measured on a labelled file it was not fitted on: ``framing evaluate alignment FILE``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from framing.compare.alignment import DECISION, score_story
from framing.config import EncoderConfig
from framing.model import encoder as encoders
from framing.train import data
from framing.train.alignment import labelled_story
from framing.train.measures import PairScores, expected_calibration_error


def evaluate(path: Path) -> dict[str, Any]:
    """F1, precision and recall at 0.5 (the threshold fixed on training folds), average precision and calibration.

    ``must`` pairs count against all others, ``may`` pairs are left out of both sides; pairs the program never proposed
    count as missed. Beside them stand two baselines with the best threshold chosen on the file itself: plain cosine of
    the sentence vectors and TF-IDF cosine within the story.
    """
    import numpy as np

    encoder = encoders.load(EncoderConfig(model="bundled", threads=2, batch_size=32))
    scores: list[Any] = []
    grades: list[Any] = []
    plain: dict[str, list[Any]] = {"cosine": [], "tfidf": []}
    gold: list[Any] = []
    records = data.read_alignment(path)
    musts = 0
    for record in records:
        story, marks = labelled_story(record, encoder)
        musts += sum(1 for grade in marks.values() if grade == 1)
        told = score_story(story)
        scores.append(told.scores)
        grades.append(_grades(marks, told.a.tolist(), told.b.tolist()))
        one, two = np.nonzero(np.triu(story.article[:, None] != story.article[None, :]))
        similar = story.similar()
        gold.append(_grades(marks, one.tolist(), two.tolist()))
        plain["cosine"].append(similar.cosine[one, two])
        plain["tfidf"].append(similar.tfidf[one, two])
    found = PairScores(np.concatenate(scores), np.concatenate(grades), musts)
    decided = found.grades != 2
    baselines = {}
    for name, values_of in plain.items():
        base = PairScores(np.concatenate(values_of).astype(float), np.concatenate(gold), musts)
        baselines[name] = {"best_f1": base.at(base.best_threshold())["f1"], "ap": base.average_precision()}
    return {
        "file": path.name,
        "scorer": DECISION.name,
        "stories": len(records),
        "must_pairs": musts,
        "threshold": 0.5,
        **found.at(0.5),
        "average_precision": found.average_precision(),
        "recall_at_precision_0.90": found.recall_at_precision(0.9),
        "expected_calibration_error": expected_calibration_error(found.values[decided], found.grades[decided] == 1),
        "baselines": baselines,
    }


def _grades(marks: dict[tuple[int, int], int], a: Sequence[int], b: Sequence[int]) -> Any:
    import numpy as np

    return np.array([marks.get(pair, 0) for pair in zip(a, b, strict=True)], dtype=np.int8)
