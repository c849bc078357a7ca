"""What storing the encoder as int8 costs: ``framing evaluate encoder ROOT``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from framing.config import EncoderConfig
from framing.model import encoder as encoders
from framing.train import data
from framing.train.export import packaged_model

SENTENCES = 500


def evaluate(root: Path) -> dict[str, Any]:
    """Agreement of the bundled encoder with sentence-transformers' own float32 output, and STS headlines for both.

    ``cosine_mean`` and ``cosine_least`` compare the two vectors of the same sentence over 500 sentences of
    ``alignment_train``; Pearson correlations are with the graded headline pairs of ``sts_news``.
    """
    import numpy as np
    from sentence_transformers import SentenceTransformer

    bundled = encoders.load(EncoderConfig(model="bundled", threads=2, batch_size=32))
    original = SentenceTransformer(str(packaged_model()), device="cpu")
    stories = data.load("alignment_train", root)
    texts = [s["text"] for story in stories for article in story["articles"] for s in article["sentences"]][:SENTENCES]
    ours = bundled.encode(texts).vectors
    theirs = original.encode(texts, normalize_embeddings=True, show_progress_bar=False)
    agreement = (ours * theirs).sum(axis=1)
    pairs = [row for row in data.load("sts_news", root) if row["subset"].startswith("headlines")]
    gold = np.array([float(row["score"]) for row in pairs])
    one, two = [row["a"] for row in pairs], [row["b"] for row in pairs]
    figures: dict[str, Any] = {
        "sentences": len(texts),
        "cosine_mean": float(agreement.mean()),
        "cosine_least": float(agreement.min()),
        "sts_headline_pairs": len(pairs),
    }
    for name, left, right in (
        ("bundled", bundled.encode(one).vectors, bundled.encode(two).vectors),
        (
            "float32",
            original.encode(one, normalize_embeddings=True, show_progress_bar=False),
            original.encode(two, normalize_embeddings=True, show_progress_bar=False),
        ),
    ):
        figures[f"sts_headlines_pearson_{name}"] = float(np.corrcoef((left * right).sum(axis=1), gold)[0, 1])
    return figures
