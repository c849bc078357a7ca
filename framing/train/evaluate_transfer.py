"""What the program makes of pairs from elsewhere, beside the untrained encoder: STS headlines, ECB+, MRPC.

Each pair is given as a story of two articles with one sentence each, as a user would give it, so that the words carry
no rarity worth the name and there are no rivals. STS and MRPC taught nothing; ECB+'s training part did, early on.
Where a threshold is needed it is the one that is best on ECB+'s development part, for both.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from framing.compare.alignment import score_story
from framing.compare.features import Story
from framing.config import EncoderConfig
from framing.model import encoder as encoders
from framing.train import data

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MOST = 1000
"""Pairs taken of a larger set: every so many, in file order."""


def evaluate(root: Path) -> dict[str, Any]:
    """Pearson on STS headlines 2013–16, average precision on ECB+ test pairs, F1 on MRPC test; raises ``DataError``."""
    import numpy as np
    from sklearn.metrics import average_precision_score, f1_score

    sts = _thinned([r for r in data.load("sts_news", root, use="evaluate") if _headline(r)])
    dev, test = (_thinned(data.load(f"ecbplus_pairs_{part}", root, use="evaluate")) for part in ("dev", "test"))
    mrpc = _thinned(data.load("mrpc_test", root, use="evaluate"))
    graded = np.array([float(r["score"]) for r in sts])
    labels = {name: np.array([int(r["label"]) for r in rows]) for name, rows in (("test", test), ("mrpc", mrpc))}
    figures: dict[str, Any] = {"pairs": {"sts": len(sts), "ecbplus": len(test), "mrpc": len(mrpc)}}
    for name, score in (("program", _scored), ("untrained_encoder", _cosine)):
        threshold = _best(score(dev), np.array([int(r["label"]) for r in dev]))
        figures[name] = {
            "sts_headlines_pearson": float(np.corrcoef(score(sts), graded)[0, 1]),
            "ecbplus_test_ap": float(average_precision_score(labels["test"], score(test))),
            "mrpc_test_f1": float(f1_score(labels["mrpc"], score(mrpc) >= threshold)),
        }
    return figures


def _headline(row: data.Row) -> bool:
    return "headline" in str(row["subset"]).lower() and 2013 <= int(row["year"]) <= 2016


def _thinned(rows: Sequence[data.Row]) -> Sequence[data.Row]:
    return rows[:: max(1, len(rows) // MOST)]


def _scored(rows: Sequence[data.Row]) -> NDArray[np.float64]:
    """The probability of one claim for each pair, 0 for one that was not worth reading."""
    import numpy as np

    encoder = encoders.load(EncoderConfig())
    scores = []
    for row in rows:
        texts = (str(row["a"]), str(row["b"]))
        encoded = encoder.encode(texts)
        found = score_story(Story.of(texts, [0, 1], encoded.vectors, encoded.offsets, encoded.states))
        scores.append(float(found.scores.max(initial=0.0)))
    return np.array(scores)


def _cosine(rows: Sequence[data.Row]) -> NDArray[np.float64]:
    import numpy as np

    encoder = encoders.load(EncoderConfig())
    one, two = (encoder.encode([str(r[side]) for r in rows]).vectors for side in "ab")
    return np.asarray((one * two).sum(axis=1), dtype=np.float64)


def _best(scores: NDArray[np.float64], truth: NDArray[np.int64]) -> float:
    import numpy as np

    order = np.argsort(-scores)
    right = np.cumsum(truth[order])
    f1 = 2 * right / (np.arange(1, len(order) + 1) + truth.sum())
    return float(scores[order][int(f1.argmax())])
