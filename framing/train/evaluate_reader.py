"""The reader's figures: the shipped one on the dev parts, and what the measuring runs found on held-out folds.

The shipped reader is taught the folds that measuring kept back, so figures on those come from the record that training
left beside the weights; the dev parts are never taught and are measured here and now.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from framing.config import Config
from framing.errors import ModelError
from framing.model import reader as readers
from framing.train.reader import measuring

DEV = ("polnear", "factappeal", "newsmtsc")


def evaluate(root: Path) -> dict[str, Any]:
    """``dev``: measured now on the shipped reader; ``recorded``: figures of runs that were not taught the fold.

    ``polnear_annotators`` is one annotator of PolNeAR against another: what can be reached there.
    """
    reader = readers.load(Config().encoder.threads)
    dev = {}
    for task in DEV:
        found = measuring.held_out(task, root)
        dev[task] = measuring.MEASURES[task](found, measuring.read(reader, found))
    return {"dev": dev, "polnear_annotators": measuring.annotators(root), "recorded": record()}


def record() -> dict[str, Any]:
    """What training left beside the weights; raises ``ModelError`` where it is missing."""
    path = readers.WEIGHTS / "figures.json"
    try:
        found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(f"{path}: the reader's record cannot be read ({error}); reinstall framing") from error
    return {name: found[name] for name in ("shipped", "babe", "permissive") if name in found}
