"""Fitting of linear heads by scikit-learn, with held-out logits, calibration and figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from framing.model import linear

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FOLDS = 5
BINS = 15


@dataclass(frozen=True, eq=False)
class Rows:
    """Feature rows with labels, weights and folds.

    ``spread`` (k × d) holds what differs between rows that should score alike, for the first d columns: directions
    along which it is wide are weighed down (within-class covariance normalisation; Hatch et al. 2006).
    """

    rows: NDArray[np.float32]
    labels: NDArray[np.int64]
    weights: NDArray[np.float64]
    folds: NDArray[np.int64]
    spread: NDArray[np.float32] | None = None

    def where(self, keep: NDArray[np.bool_]) -> Rows:
        """The rows that ``keep`` chooses."""
        return Rows(self.rows[keep], self.labels[keep], self.weights[keep], self.folds[keep], self.spread)


def fit(
    found: Rows, groups: Sequence[tuple[str, int]], outputs: Sequence[str], strength: float, *, alike: float = 0.0
) -> linear.Linear:
    """Logistic regression (multinomial for several ``outputs``) on standardised rows.

    ``strength`` is the inverse of the penalty; ``alike`` says how far ``found.spread`` is weighed down.
    """
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    mean = found.rows.mean(axis=0, dtype="float64")
    scale = found.rows.std(axis=0, dtype="float64") + 1e-3
    rows = ((found.rows - mean) / scale).astype("float32")
    damping = None
    if found.spread is not None and alike:
        width = found.spread.shape[1]
        damping = _damping(found.spread / scale[:width], alike)
        rows[:, :width] = rows[:, :width] @ damping.astype("float32")
    model = LogisticRegression(C=strength, max_iter=300, tol=1e-3)
    model.fit(rows, found.labels, sample_weight=found.weights)
    weights = np.array(model.coef_, dtype=np.float64)
    if damping is not None:
        weights[:, : len(damping)] = weights[:, : len(damping)] @ damping
    return linear.fitted(groups, outputs, weights=weights, bias=model.intercept_, mean=mean, scale=scale)


def _damping(spread: NDArray[np.floating], alike: float) -> NDArray[np.float64]:
    """(I + alike · covariance of ``spread``)^(-1/2)."""
    import numpy as np

    values, vectors = np.linalg.eigh(spread.T.astype(np.float64) @ spread / len(spread))
    return np.asarray((vectors / np.sqrt(1.0 + alike * np.maximum(values, 0.0))) @ vectors.T, dtype=np.float64)


def crossed(
    found: Rows, groups: Sequence[tuple[str, int]], strength: float, *, alike: float = 0.0
) -> tuple[linear.Linear, NDArray[np.float64]]:
    """The model of all rows, and each row's logit from the model of the other folds."""
    import numpy as np

    held_out = np.zeros(len(found.labels))
    for fold in range(FOLDS):
        inside = found.folds == fold
        model = fit(found.where(~inside), groups, ("yes",), strength, alike=alike)
        held_out[inside] = model.logits(found.rows[inside])[:, 0]
    return fit(found, groups, ("yes",), strength, alike=alike), held_out


def decision_at(cut: float) -> linear.Calibration:
    """The logistic curve moved so that the logit ``cut`` gives 0.5, by its knots."""
    import numpy as np

    knots = np.round(np.linspace(-8, 8, 65), 4)
    scores = np.round(linear.sigmoid(knots), 6)
    return linear.Calibration(tuple(round(k + cut, 4) for k in knots.tolist()), tuple(scores.tolist()))


def calibrated(logits: NDArray[np.float64], labels: NDArray[np.int64]) -> linear.Calibration:
    """Platt's curve through held-out logits, as knots."""
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    curve = LogisticRegression(C=1e6, max_iter=1000).fit(logits[:, None], labels)
    knots = np.round(np.linspace(min(-8.0, logits.min()), max(8.0, logits.max()), 65), 4)
    scores = np.round(linear.sigmoid(curve.coef_[0, 0] * knots + curve.intercept_[0]), 6)
    return linear.Calibration(tuple(knots.tolist()), tuple(scores.tolist()))


def sentence_figures(probabilities: NDArray[np.float64], labels: NDArray[np.int64]) -> dict[str, float]:
    """Macro-F1 at 0.5, area under the ROC curve and expected calibration error (15 bins of equal width)."""
    import numpy as np
    from sklearn.metrics import f1_score, roc_auc_score

    bins = np.minimum((probabilities * BINS).astype(int), BINS - 1)
    error = sum(
        abs(float(probabilities[bins == b].mean()) - float(labels[bins == b].mean())) * float((bins == b).mean())
        for b in range(BINS)
        if (bins == b).any()
    )
    return {
        "sentences": len(labels),
        "macro_f1": round(float(f1_score(labels, probabilities >= 0.5, average="macro")), 4),
        "auc": round(float(roc_auc_score(labels, probabilities)), 4),
        "ece": round(error, 4),
    }
