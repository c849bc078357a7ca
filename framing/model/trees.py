"""Boosted trees stored as JSON and run by numpy: what scikit-learn fits, without scikit-learn in the process."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from framing.errors import ModelError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class Trees:
    """A sum of regression trees. Row ``t`` of each array is tree ``t``; a leaf points to itself on both sides.

    ``features`` names the columns the rows of ``decide`` must have, ``knots`` maps raw scores to probabilities.
    """

    features: tuple[str, ...]
    baseline: float
    column: NDArray[np.int32]
    threshold: NDArray[np.float64]
    left: NDArray[np.int32]
    right: NDArray[np.int32]
    value: NDArray[np.float64]
    depth: int
    knots: tuple[NDArray[np.float64], NDArray[np.float64]]

    def raw(self, rows: NDArray[np.float32]) -> NDArray[np.float64]:
        """Log-odds of each row, before calibration."""
        import numpy as np

        result = np.full(len(rows), self.baseline)
        trees = np.arange(len(self.value))[None, :]
        for start in range(0, len(rows), 4096):
            block = rows[start : start + 4096].astype(np.float64)
            lines = np.arange(len(block))[:, None]
            at = np.zeros((len(block), len(self.value)), dtype=np.int32)
            for _ in range(self.depth):
                low = block[lines, self.column[trees, at]] <= self.threshold[trees, at]
                at = np.where(low, self.left[trees, at], self.right[trees, at])
            result[start : start + 4096] += self.value[trees, at].sum(axis=1)
        return result

    def probability(self, rows: NDArray[np.float32]) -> NDArray[np.float64]:
        """Calibrated probability of each row; 0.5 is the decision."""
        import numpy as np

        return np.interp(self.raw(rows), self.knots[0], self.knots[1])


def read(path: Path, features: tuple[str, ...]) -> Trees:
    """The trees in ``path``; raises ``ModelError`` where it is missing, damaged or trained on other ``features``."""
    try:
        stored: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        if tuple(stored["features"]) != features:
            raise ModelError(f"{path}: was trained on other features than this version computes; reinstall framing")
        return _unpack(stored)
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(f"{path}: the model cannot be read ({error}); reinstall framing") from error


def _unpack(stored: dict[str, Any]) -> Trees:
    import numpy as np

    trees = stored["trees"]
    width = max(len(tree["value"]) for tree in trees)
    own = np.arange(width)

    def padded(key: str, fill: float, kind: type) -> NDArray[Any]:
        table: NDArray[Any] = np.full((len(trees), width), fill, dtype=kind)
        for row, tree in enumerate(trees):
            table[row, : len(tree[key])] = tree[key]
        return table

    left, right = padded("left", -1, np.int32), padded("right", -1, np.int32)
    return Trees(
        features=tuple(stored["features"]),
        baseline=float(stored["baseline"]),
        column=padded("column", 0, np.int32),
        threshold=padded("threshold", 0.0, np.float64),
        left=np.where(left < 0, own, left).astype(np.int32),
        right=np.where(right < 0, own, right).astype(np.int32),
        value=padded("value", 0.0, np.float64),
        depth=int(stored["depth"]),
        knots=(np.array(stored["knots"][0], dtype=np.float64), np.array(stored["knots"][1], dtype=np.float64)),
    )
