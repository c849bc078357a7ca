"""Linear models stored as JSON: same scores after a round trip, contributions that add up, damage refused."""

from __future__ import annotations

import json

import numpy as np
import pytest

from framing.errors import ModelError
from framing.model.linear import Calibration, Linear, fitted, sigmoid


def model() -> Linear:
    generator = np.random.default_rng(3)
    return fitted(
        (("state", 3), ("length", 1)),
        ("a", "b"),
        weights=generator.normal(size=(2, 4)),
        bias=np.array([0.5, -0.5]),
        mean=np.array([1.0, 2.0, 3.0, 4.0]),
        scale=np.array([1.0, 0.5, 2.0, 1.0]),
    )


def test_a_round_trip_keeps_the_scores() -> None:
    rows = np.random.default_rng(4).normal(size=(5, 4))
    again = Linear.from_json(json.loads(json.dumps(model().to_json())), "here")
    assert again.logits(rows) == pytest.approx(model().logits(rows), abs=1e-5)
    assert again.distribution(rows).sum(axis=1) == pytest.approx(np.ones(5))


def test_contributions_add_up_to_the_change_from_an_average_row() -> None:
    row = np.array([2.0, 0.0, 1.0, 5.0])
    found = model()
    average = found.logits(found.centre[None, :])[0, 1]
    assert sum(found.contributions(row, 1).values()) == pytest.approx(found.logits(row[None, :])[0, 1] - average)
    assert set(found.contributions(row)) == {"state", "length"}


@pytest.mark.parametrize(
    "change", [{"weights": [[1.0]]}, {"bias": None}, {"features": [["state", 9]]}, {"centre": ["x"]}]
)
def test_damaged_models_are_refused(change: dict[str, object]) -> None:
    with pytest.raises(ModelError, match="here"):
        Linear.from_json({**model().to_json(), **change}, "here")


@pytest.mark.parametrize(
    "knots",
    [
        {},
        {"logits": [], "probabilities": []},
        {"logits": [1, 0], "probabilities": [0, 1]},
        {"logits": [0], "probabilities": [0, 1]},
    ],
)
def test_damaged_calibrations_are_refused(knots: dict[str, list[float]]) -> None:
    with pytest.raises(ModelError, match="here"):
        Calibration.from_json(knots, "here")


def test_the_logistic_curve_does_not_overflow() -> None:
    assert sigmoid(np.array([-1e4, 0.0, 1e4])).tolist() == [0.0, 0.5, 1.0]
