"""All figures of the coverage table in one record: ``framing evaluate claims DATA``.

Pairs, groups, differences and absences of ``alignment_dev`` by the program as shipped; the figures over folds of
``alignment_train``, which need readers that were taught without the fold, are those recorded when the shipped one was
trained.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from framing.compare.alignment import LEAST_SCORE, score_story
from framing.config import EncoderConfig
from framing.model import encoder as encoders
from framing.model import pair_reader
from framing.train import (
    data,
    evaluate_absence,
    evaluate_alignment,
    evaluate_claims,
    evaluate_differences,
    evaluate_told,
    evaluate_transfer,
)
from framing.train.alignment import labelled_story

SET = "alignment_dev"


def evaluate(root: Path) -> dict[str, Any]:
    """The figures; raises ``DataError`` where a set is missing or malformed."""
    grouped, together = evaluate_claims.of_scored_pairs(data.load(SET, root), scored)
    told = evaluate_told.evaluate(root)
    return {
        "pairs": evaluate_alignment.evaluate(root / f"{SET}.jsonl.gz"),
        "claims_bcubed": grouped.record(),
        "pairs_together": together.record(),
        "transfer": evaluate_transfer.evaluate(root),
        "differences": evaluate_differences.evaluate(root, (SET,))[SET],
        "told": told["differences"],
        "rows": told["rows"],
        "absence": evaluate_absence.evaluate(root),
        "train_folds": pair_reader.recorded(),
    }


def scored(story: data.Row) -> Sequence[tuple[str, str, float]]:
    """The shipped scores of ``story`` by sentence id, those of 0.05 and more."""
    whole, _ = labelled_story(story, encoders.load(EncoderConfig()))
    ids = [s["id"] for article in story["articles"] for s in article["sentences"]]
    found = score_story(whole)
    return [
        (ids[i], ids[j], float(value))
        for i, j, value in zip(found.a.tolist(), found.b.tolist(), found.scores, strict=True)
        if value >= LEAST_SCORE
    ]
