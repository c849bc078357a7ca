"""Measures that several evaluations share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class PairScores:
    """Scores of proposed pairs, their grades (1 must, 2 may, 0 neither) and how many must pairs there are in all.

    ``may`` pairs are left out of both sides of every measure; must pairs never proposed count as missed.
    """

    values: NDArray[np.float64]
    grades: NDArray[np.int8]
    musts: int

    def at(self, threshold: float) -> dict[str, float]:
        """Precision, recall and F1 of the pairs scored at ``threshold`` or more."""
        taken = (self.values >= threshold) & (self.grades != 2)
        hits = int((self.grades[taken] == 1).sum())
        return {
            "precision": hits / max(1, int(taken.sum())),
            "recall": hits / max(1, self.musts),
            "f1": 2 * hits / max(1, int(taken.sum()) + self.musts),
        }

    def best_threshold(self, *, within: float = 0.0) -> float:
        """The highest score at which F1 is ``within`` of its best; halfway to the next lower score."""
        import numpy as np

        values, hits = self._ranked()
        f1 = 2 * np.cumsum(hits) / (np.arange(1, len(hits) + 1) + self.musts)
        best = int(np.flatnonzero(f1 >= f1.max() - within)[0])
        lower = values[best + 1] if best + 1 < len(values) else values[best]
        return float((values[best] + lower) / 2)

    def average_precision(self) -> float:
        """Mean precision at each must pair, pairs in order of score; missed ones add zero."""
        import numpy as np

        _, hits = self._ranked()
        precision = np.cumsum(hits) / np.arange(1, len(hits) + 1)
        return float(precision[hits].sum() / max(1, self.musts))

    def recall_at_precision(self, precision: float) -> float:
        """The highest recall at which precision is still at least ``precision``; 0.0 if it never is."""
        import numpy as np

        _, hits = self._ranked()
        right = np.cumsum(hits)
        enough = np.flatnonzero(right / np.arange(1, len(hits) + 1) >= precision)
        return float(right[enough[-1]] / max(1, self.musts)) if len(enough) else 0.0

    def _ranked(self) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
        import numpy as np

        decided = self.grades != 2
        values, hits = self.values[decided], self.grades[decided] == 1
        order = np.lexsort((hits, -values))
        return values[order], hits[order]


def f1_of(precision: float, recall: float) -> float:
    """The harmonic mean of the two; 0.0 where both are."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def expected_calibration_error(
    probabilities: NDArray[np.float64], outcomes: NDArray[np.bool_], bins: int = 15
) -> float:
    """Mean gap between probability and frequency over ``bins`` equal-width bins, weighted by size (Guo et al. 2017)."""
    import numpy as np

    number = np.minimum((probabilities * bins).astype(int), bins - 1)
    error = 0.0
    for k in range(bins):
        inside = number == k
        if inside.any():
            error += abs(float(probabilities[inside].mean()) - float(outcomes[inside].mean())) * float(inside.mean())
    return error
