"""Linear models as JSON, run by numpy: scores, and what each group of features contributed.

A model maps feature rows to one logit an output. Training standardises features; the stored weights have that folded
in, and the stored centre is what an average row looks like, so that a contribution is the change a row's own features
make to the logit of an average row.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from framing.errors import ModelError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32] | NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Linear:
    """``features`` names groups of columns and their widths, in order; ``outputs`` names the rows of ``weights``."""

    outputs: tuple[str, ...]
    features: tuple[tuple[str, int], ...]
    weights: NDArray[np.float64]
    bias: NDArray[np.float64]
    centre: NDArray[np.float64]

    def logits(self, rows: Floats) -> NDArray[np.float64]:
        """(n, outputs) for (n, columns)."""
        import numpy as np

        return np.asarray(rows, dtype=np.float64) @ self.weights.T + self.bias

    def probability(self, rows: Floats) -> NDArray[np.float64]:
        """(n,) for a model with one output: the logistic function of its logit."""
        return sigmoid(self.logits(rows)[:, 0])

    def distribution(self, rows: Floats) -> NDArray[np.float64]:
        """(n, outputs) summing to one: the softmax of the logits."""
        import numpy as np

        logits = self.logits(rows)
        powers = np.exp(logits - logits.max(axis=1, keepdims=True))
        return np.asarray(powers / powers.sum(axis=1, keepdims=True))

    def contributions(self, row: Floats, output: int = 0) -> dict[str, float]:
        """What each feature group of one row adds to the logit of an average row."""
        import numpy as np

        products = (np.asarray(row, dtype=np.float64) - self.centre) * self.weights[output]
        sums = np.add.reduceat(products, self._starts)
        return {name: float(total) for (name, _), total in zip(self.features, sums, strict=True)}

    @cached_property
    def _starts(self) -> list[int]:
        starts, at = [], 0
        for _, width in self.features:
            starts.append(at)
            at += width
        return starts

    def to_json(self) -> dict[str, Any]:
        """The model as JSON values, seven significant digits."""
        return {
            "outputs": list(self.outputs),
            "features": [[name, width] for name, width in self.features],
            "weights": [_rounded(row) for row in self.weights],
            "bias": _rounded(self.bias),
            "centre": _rounded(self.centre),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any], where: str) -> Linear:
        """The model stored by ``to_json``; raises ``ModelError`` naming ``where`` if it does not fit."""
        import numpy as np

        try:
            model = cls(
                outputs=tuple(data["outputs"]),
                features=tuple((str(name), int(width)) for name, width in data["features"]),
                weights=np.array(data["weights"], dtype=np.float64),
                bias=np.array(data["bias"], dtype=np.float64),
                centre=np.array(data["centre"], dtype=np.float64),
            )
        except (KeyError, TypeError, ValueError) as error:
            raise ModelError(f"{where}: a linear model is damaged ({error}); reinstall framing") from error
        columns = sum(width for _, width in model.features)
        if (model.weights.shape, model.bias.shape, model.centre.shape) != (
            (len(model.outputs), columns),
            (len(model.outputs),),
            (columns,),
        ):
            raise ModelError(f"{where}: a linear model's weights do not fit its {columns} columns; reinstall framing")
        return model


def fitted(
    features: Sequence[tuple[str, int]],
    outputs: Sequence[str],
    *,
    weights: Floats,
    bias: Floats,
    mean: Floats,
    scale: Floats,
) -> Linear:
    """The model of coefficients fitted on ``(row - mean) / scale``, standardisation folded into the weights."""
    import numpy as np

    folded = np.atleast_2d(np.asarray(weights, dtype=np.float64)) / np.asarray(scale, dtype=np.float64)
    shift = np.atleast_1d(np.asarray(bias, dtype=np.float64)) - folded @ np.asarray(mean, dtype=np.float64)
    return Linear(tuple(outputs), tuple(features), folded, shift, np.asarray(mean, dtype=np.float64))


@dataclass(frozen=True, eq=False)
class Calibration:
    """A rising piecewise-linear map from a model's logit to a probability, by its knots."""

    logits: tuple[float, ...]
    probabilities: tuple[float, ...]

    def __call__(self, logits: Floats) -> NDArray[np.float64]:
        import numpy as np

        return np.asarray(np.interp(logits, self.logits, self.probabilities), dtype=np.float64)

    def to_json(self) -> dict[str, Any]:
        """The knots as JSON values."""
        return {"logits": list(self.logits), "probabilities": list(self.probabilities)}

    @classmethod
    def from_json(cls, data: Mapping[str, Any], where: str) -> Calibration:
        """The map stored by ``to_json``; raises ``ModelError`` if the knots are missing or do not rise."""
        try:
            found = cls(tuple(map(float, data["logits"])), tuple(map(float, data["probabilities"])))
        except (KeyError, TypeError, ValueError) as error:
            raise ModelError(f"{where}: a calibration is damaged ({error}); reinstall framing") from error
        rising = all(a <= b for knots in (found.logits, found.probabilities) for a, b in pairwise(knots))
        if not found.logits or len(found.logits) != len(found.probabilities) or not rising:
            raise ModelError(f"{where}: a calibration's knots must rise in pairs; reinstall framing")
        return found


def sigmoid(logits: NDArray[np.float64]) -> NDArray[np.float64]:
    """1 / (1 + e⁻ˣ), without overflow."""
    import numpy as np

    return np.asarray(0.5 * (1.0 + np.tanh(0.5 * logits)))


def read(path: Path, schema: str) -> dict[str, Any]:
    """The JSON object in ``path``, whose ``schema`` must be the given one; raises ``ModelError`` otherwise."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(f"{path}: the head cannot be read ({error}); reinstall framing") from error
    if not isinstance(data, dict) or data.get("schema") != schema:
        raise ModelError(f"{path}: is not a head of the form {schema}; reinstall framing")
    return data


def _rounded(values: Floats) -> list[float]:
    return [float(f"{value:.7g}") for value in values.tolist()]
