"""The pattern rules hold their precision on the labelled openings, where those are present."""

from __future__ import annotations

from pathlib import Path

import pytest

from framing.config import Config
from framing.errors import DataError
from framing.train import evaluate_rules

FLOORS = {"W106": 0.7, "W107": 0.7, "S201": 0.5, "S202": 0.65, "S203": 0.75}


def test_precision_on_the_training_openings(shared: Path) -> None:
    figures = evaluate_rules.evaluate(shared / "data" / "findings_train.jsonl.gz", Config())
    for code, floor in FLOORS.items():
        assert figures[code]["found"] >= 10
        assert figures[code]["precision"] >= floor, code


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    import gzip

    path = tmp_path / "rows.jsonl.gz"
    path.write_bytes(gzip.compress(b'{"id": 1\n'))
    with pytest.raises(DataError, match=r"rows\.jsonl\.gz: line 1"):
        evaluate_rules.evaluate(path, Config())
