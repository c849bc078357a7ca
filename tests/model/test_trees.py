"""Stored trees give what scikit-learn's own model gives."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from framing.errors import ModelError
from framing.model import trees


def test_stored_trees_equal_the_fitted_model(tmp_path: Path) -> None:
    from sklearn.ensemble import HistGradientBoostingClassifier

    from framing.compare.features import FEATURES
    from framing.train.alignment import store

    rows = np.random.default_rng(0).normal(size=(600, len(FEATURES))).astype(np.float32)
    labels = rows[:, 0] + rows[:, 1] * rows[:, 2] > 0.3
    model = HistGradientBoostingClassifier(max_iter=20, random_state=0).fit(rows, labels)
    knots = ([-5.0, 0.0, 5.0], [0.0, 0.5, 1.0])
    store(model, knots, tmp_path / "model.json")
    stored = trees.read(tmp_path / "model.json", FEATURES)
    assert np.allclose(stored.raw(rows), model.decision_function(rows), atol=1e-5)
    expected = np.interp(model.decision_function(rows), *knots)
    assert np.allclose(stored.probability(rows), expected, atol=1e-5)


def test_other_features_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "model.json"
    path.write_text('{"features": ["a"], "trees": []}', encoding="utf-8")
    with pytest.raises(ModelError, match="other features"):
        trees.read(path, ("b",))


@pytest.mark.parametrize("text", ["", "{}", "[1"])
def test_damaged_file_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "model.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ModelError, match=r"model\.json"):
        trees.read(path, ("a",))
