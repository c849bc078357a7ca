"""The judge of differences, fitted on the must pairs of ``alignment_train`` as read by readers that never saw them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from framing.compare import alignment
from framing.compare.differences import DETECTORS, judging
from framing.model import linear
from framing.model.pair_reader import DIFFERENCES
from framing.train.evaluate_differences import KINDS, sides
from framing.train.measures import f1_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from framing.model.reader import Reader
    from framing.train.pairs.decision import Held

FOLDS = 5
STRENGTH = 0.03
BETA = 0.5
"""The cut is where F-beta is best: of this beta, so that precision counts more than recall."""
LEAST_TOLD = 8


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """Rows of ``judging.COLUMNS``, the labels of each pair, and the pair's event."""

    rows: NDArray[np.float32]
    labels: tuple[frozenset[str], ...]
    events: tuple[str, ...]


def pairs(stories: Sequence[Held], reader: Reader) -> Pairs:
    """The must pairs of ``stories`` as the judge sees them."""
    import numpy as np

    rows, labels, events = [], [], []
    for held in stories:
        musts = [pair for pair in held.record["pairs"] if pair["grade"] == "must"]
        numbers = {s["id"]: i for i, s in enumerate(s for a in held.record["articles"] for s in a["sentences"])}
        a, b = (np.array([numbers[pair[side]] for pair in musts], dtype=np.int64) for side in "ab")
        answers = alignment.read_pairs(held.story, a, b, held.stages.reader)
        for pair, one, other, said in zip(musts, *sides(held.record, musts, reader), answers, strict=True):
            found = {kind: hit for kind, detect in DETECTORS.items() if (hit := detect(one, other)) is not None}
            told = dict(zip(DIFFERENCES, said[2:].tolist(), strict=True))
            rows.append(judging.columns(one, other, found, told))
            labels.append(frozenset(KINDS[label] for label in pair["diff"] if label in KINDS))
            events.append(held.record["event"])
    return Pairs(np.stack(rows), tuple(labels), tuple(events))


def fit(found: Pairs, more: Pairs, out: Path) -> dict[str, Any]:
    """Fits a model a kind, fixes its cut on folds by event, writes them to ``out``; returns figures a kind.

    ``more`` teaches in every fold and measures in none.
    """
    import numpy as np

    order = {event: i % FOLDS for i, event in enumerate(sorted(set(found.events)))}
    fold = np.array([order[event] for event in found.events])
    stored: dict[str, Any] = {}
    figures: dict[str, Any] = {}
    for kind in judging.KINDS:
        truth, other = (np.array([kind in labels for labels in side.labels]) for side in (found, more))
        logits = np.zeros(len(truth))
        for part in range(FOLDS):
            rows = np.concatenate([found.rows[fold != part], more.rows])
            model = _fit(rows, np.concatenate([truth[fold != part], other]), kind)
            logits[fold == part] = model.logits(found.rows[fold == part])[:, 0]
        cut = _cut(logits, truth)
        knots = _calibration(logits, truth, cut)
        stored[kind] = {
            "model": _fit(np.concatenate([found.rows, more.rows]), np.concatenate([truth, other]), kind).to_json(),
            "calibration": linear.Calibration(*map(tuple, knots)).to_json(),
        }
        figures[kind] = _figures(logits, truth, logits >= cut)
    for kind in (k for k in judging.DETECTED if k not in judging.KINDS and k in KINDS.values()):
        truth = np.array([kind in labels for labels in found.labels])
        hits = found.rows[:, judging.COLUMNS.index(f"found_{kind}")]
        figures[kind] = _figures(hits, truth, hits > 0)
    out.write_text(
        json.dumps({"schema": judging.SCHEMA, "kinds": stored}, separators=(",", ":")) + "\n", encoding="utf-8"
    )
    return figures


def _fit(rows: NDArray[np.float32], truth: NDArray[np.bool_], kind: str) -> linear.Linear:
    from sklearn.linear_model import LogisticRegression

    wide = rows.astype(float)
    mean, scale = wide.mean(axis=0), wide.std(axis=0) + 1e-6
    fitted = LogisticRegression(C=STRENGTH, max_iter=2000).fit((wide - mean) / scale, truth)
    return linear.fitted(
        [(name, 1) for name in judging.COLUMNS],
        (kind,),
        weights=fitted.coef_,
        bias=fitted.intercept_,
        mean=mean,
        scale=scale,
    )


def _cut(logits: NDArray[np.float64], truth: NDArray[np.bool_]) -> float:
    import numpy as np

    order = np.argsort(-logits, kind="stable")
    right = np.cumsum(truth[order])
    told = np.arange(1, len(order) + 1)
    score = (1 + BETA**2) * right / (told + BETA**2 * truth.sum())
    best = LEAST_TOLD - 1 + int(score[LEAST_TOLD - 1 :].argmax())
    ranked = logits[order]
    return float((ranked[best] + ranked[min(best + 1, len(ranked) - 1)]) / 2)


def _calibration(logits: NDArray[np.float64], truth: NDArray[np.bool_], cut: float) -> tuple[list[float], list[float]]:
    """Knots from log-odds to a probability that is 0.5 at ``cut``; see ``train.alignment.calibration``."""
    import numpy as np

    grid = np.unique(np.append(np.linspace(-9.0, 7.0, 65), cut))
    plain = 1 / (1 + np.exp(-grid))
    at = float(1 / (1 + np.exp(-cut)))
    bent = np.where(plain < at, 0.5 * plain / at, 0.5 + 0.5 * (plain - at) / (1 - at))
    return [round(float(x), 5) for x in grid], [round(float(p), 6) for p in bent]


def _figures(scores: NDArray[Any], truth: NDArray[np.bool_], told: NDArray[np.bool_]) -> Mapping[str, float | int]:
    from sklearn.metrics import average_precision_score

    right = int((told & truth).sum())
    precision, recall = right / max(1, int(told.sum())), right / max(1, int(truth.sum()))
    return {
        "right": right,
        "found": int(told.sum()),
        "labelled": int(truth.sum()),
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "f1": round(f1_of(precision, recall), 4),
        "average_precision": round(float(average_precision_score(truth, scores)), 4),
    }
