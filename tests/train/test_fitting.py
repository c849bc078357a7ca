"""Linear heads fitted on small made-up rows."""

from __future__ import annotations

import numpy as np
import pytest

from framing.train.fitting import FOLDS, Rows, calibrated, crossed, decision_at, fit, sentence_figures


def made_up(seed: int = 0, n: int = 400) -> Rows:
    generator = np.random.default_rng(seed)
    rows = generator.normal(size=(n, 6)).astype(np.float32)
    labels = (rows[:, 0] + 0.5 * rows[:, 1] + generator.normal(scale=0.5, size=n) > 0).astype(np.int64)
    return Rows(rows, labels, np.ones(n), np.arange(n) % FOLDS)


def test_stored_weights_carry_the_standardisation() -> None:
    rows = made_up()
    moved = Rows(rows.rows * 7 + 100, rows.labels, rows.weights, rows.folds)
    groups = (("row", 6),)
    plain = fit(rows, groups, ("yes",), 1.0).logits(rows.rows)
    assert fit(moved, groups, ("yes",), 1.0).logits(moved.rows) == pytest.approx(plain, abs=0.02)


def test_directions_that_should_not_matter_are_weighed_down() -> None:
    rows = made_up()
    spread = np.zeros((50, 4), dtype=np.float32)
    spread[:, 0] = np.random.default_rng(1).normal(scale=3, size=50)
    told = Rows(rows.rows, rows.labels, rows.weights, rows.folds, spread)
    free = fit(rows, (("row", 6),), ("yes",), 0.01).weights[0]
    held = fit(told, (("row", 6),), ("yes",), 0.01, alike=100.0).weights[0]
    assert abs(held[0]) < abs(free[0]) / 5
    assert abs(held[1]) > abs(free[1]) / 2


def test_held_out_logits_tell_the_classes_apart_and_calibrate() -> None:
    rows = made_up()
    _, scores = crossed(rows, (("row", 6),), 1.0)
    measured = sentence_figures(calibrated(scores, rows.labels)(scores), rows.labels)
    assert measured["auc"] > 0.85
    assert measured["ece"] < 0.12


def test_the_decision_is_at_one_half() -> None:
    curve = decision_at(-1.35)
    assert curve(np.array([-1.35]))[0] == pytest.approx(0.5)
    assert curve(np.array([-np.inf, -2.0, 0.0])).tolist() == sorted(curve(np.array([-np.inf, -2.0, 0.0])))
