"""Train the stance head on NewsMTSC: three-way logistic regression over frozen states, cuts fixed on training folds.

Run ``python -m framing.train.stance DATA [OUT.json]``; it prints macro-F1 on the dev part and writes the head.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from framing.annotate import stance
from framing.config import EncoderConfig
from framing.model import encoder, linear
from framing.train import data

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_CHOICES = (0.0003, 0.001, 0.003)
_FOLDS = 5


def train(root: Path, out: Path = stance.HEAD) -> dict[str, Any]:
    """Fit on ``newsmtsc_train``, write the head to ``out``; the record of figures that is stored with it.

    Regularisation and cuts are chosen on folds of the training part grouped by sentence; dev is only measured.
    """
    import numpy as np

    train_rows, dev_rows = data.load("newsmtsc_train", root), data.load("newsmtsc_dev", root)
    x, y = _matrix(train_rows), np.array([r["label"] for r in train_rows]) + 1
    groups = [r["text"] for r in train_rows]
    mean, scale = x.mean(axis=0), x.std(axis=0) + 1e-6
    best: tuple[float, float, float, float] | None = None
    for strength in _CHOICES:
        margins = _cross_margins((x - mean) / scale, y, groups, strength)
        against, favour, score = cuts(margins, y)
        if best is None or score > best[0]:
            best = (score, strength, against, favour)
    assert best is not None
    score, strength, against, favour = best
    model = _fit((x - mean) / scale, y, strength)
    head = linear.fitted(
        stance.FEATURES, stance.LABELS, weights=model.coef_, bias=model.intercept_, mean=mean, scale=scale
    )
    shares = head.distribution(_matrix(dev_rows))
    margin, truth = shares[:, 2] - shares[:, 0], np.array([r["label"] for r in dev_rows]) + 1
    figures = {
        "train_rows": len(train_rows),
        "dev_rows": len(dev_rows),
        "strength": strength,
        "train_fold_macro_f1": round(score, 4),
        "dev_macro_f1": round(macro_f1(truth, decide(margin, against, favour)), 4),
        "dev_macro_f1_argmax": round(macro_f1(truth, shares.argmax(axis=1)), 4),
    }
    record = {
        "schema": stance.SCHEMA,
        "data": "NewsMTSC (MIT)",
        "figures": figures,
        "cuts": [round(against, 4), round(favour, 4)],
        "model": head.to_json(),
    }
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(record), encoding="utf-8")
    return figures


def evaluate(root: Path) -> dict[str, float]:
    """Macro-F1 of the bundled head on ``newsmtsc_dev``, decided at -1/3 and 1/3."""
    import numpy as np

    rows = data.load("newsmtsc_dev", root, use="evaluate")
    model = stance.load()
    values = np.array([model.value(row) for row in _matrix(rows)])
    truth = np.array([r["label"] for r in rows]) + 1
    return {"rows": float(len(rows)), "macro_f1": round(macro_f1(truth, decide(values, -1 / 3, 1 / 3)), 4)}


def decide(margins: NDArray[np.float64], against: float, favour: float) -> NDArray[np.int64]:
    """0 against, 1 neutral, 2 for."""
    import numpy as np

    return np.where(margins < against, 0, np.where(margins > favour, 2, 1)).astype(np.int64)


def cuts(margins: NDArray[np.float64], truth: NDArray[np.int64]) -> tuple[float, float, float]:
    """``(against, favour, macro-F1)``: the two cuts with the best macro-F1."""
    import numpy as np

    grid = np.round(np.arange(-0.6, 0.61, 0.05), 2)
    found = [
        (macro_f1(truth, decide(margins, float(a), float(f))), float(a), float(f))
        for a in grid
        for f in grid
        if a < 0 < f
    ]
    score, against, favour = max(found)
    return against, favour, score


def macro_f1(truth: NDArray[np.int64], guess: NDArray[np.int64]) -> float:
    """The mean F1 of the three labels."""
    scores = []
    for label in range(3):
        right = int(((truth == label) & (guess == label)).sum())
        total = int((truth == label).sum() + (guess == label).sum())
        scores.append(2 * right / total if total else 0.0)
    return sum(scores) / 3


def _cross_margins(
    x: NDArray[np.float32], y: NDArray[np.int64], groups: Sequence[str], strength: float
) -> NDArray[np.float64]:
    import numpy as np
    from sklearn.model_selection import GroupKFold

    margins = np.zeros(len(y))
    for fitting, held in GroupKFold(_FOLDS).split(x, y, groups):
        shares = _fit(x[fitting], y[fitting], strength).predict_proba(x[held])
        margins[held] = shares[:, 2] - shares[:, 0]
    return margins


def _fit(x: NDArray[np.float32], y: NDArray[np.int64], strength: float) -> Any:
    from sklearn.linear_model import LogisticRegression

    return LogisticRegression(C=strength, max_iter=300, class_weight="balanced").fit(x, y)


def _matrix(rows: Sequence[data.Row]) -> NDArray[np.float32]:
    import numpy as np

    texts = list(dict.fromkeys(r["text"] for r in rows))
    encoded = encoder.load(EncoderConfig()).encode(texts)
    where = {text: i for i, text in enumerate(texts)}
    out = np.zeros((len(rows), sum(width for _, width in stance.FEATURES)), dtype=np.float32)
    for k, r in enumerate(rows):
        i = where[r["text"]]
        out[k] = stance.row(r["text"], r["start"], r["end"], encoded.vectors[i], encoded.offsets[i], encoded.states[i])
    return out


def main() -> None:
    """Train on the folder named on the command line and print the figures."""
    import sys

    if len(sys.argv) not in (2, 3):
        raise SystemExit("usage: python -m framing.train.stance DATA [OUT.json]")
    out = Path(sys.argv[2]) if len(sys.argv) == 3 else stance.HEAD
    print(json.dumps(train(Path(sys.argv[1]), out), indent=2))


if __name__ == "__main__":
    main()
