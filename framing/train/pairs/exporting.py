"""A trained pair reader as the files that the program ships: one ONNX graph with int8 matrices, and its manifest."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from framing.model import pair_reader
from framing.train.export import PUBLISHED_SHA256, packaged_model
from framing.train.reader.exporting import quantise


def average(trained: Sequence[Path], out: Path) -> Path:
    """The mean of several ``pairs.pt`` of one chain, as ``averaged.pt`` in ``out``."""
    import torch

    states = [torch.load(path, weights_only=False)["model"] for path in trained]
    mean = {name: sum(state[name].double() for state in states) / len(states) for name in states[0]}
    kept = {name: value.to(states[0][name].dtype) for name, value in mean.items()}
    torch.save({"model": kept}, out / "averaged.pt")
    return out / "averaged.pt"


def export(trained: Path, out: Path) -> Path:
    """Writes ``pairs.onnx`` and ``manifest.json`` of ``pairs.pt`` to ``out``."""
    from framing.train.pairs.loop import build

    model = build(trained).eval()
    out.mkdir(parents=True, exist_ok=True)
    graph = out / "pairs.onnx"
    _trace(model, graph)
    quantise(graph)
    files = {graph.name: hashlib.sha256(graph.read_bytes()).hexdigest()}
    files["tokenizer.json"] = hashlib.sha256((packaged_model() / "tokenizer.json").read_bytes()).hexdigest()
    manifest = {
        "schema": pair_reader.SCHEMA,
        "name": "framing pair reader (MiniLM-L6 fine-tuned, ONNX, int8)",
        "outputs": list(pair_reader.OUTPUTS),
        "source": "sentence-transformers/all-MiniLM-L6-v2",
        "source_sha256": PUBLISHED_SHA256,
        "licence": "Apache-2.0",
        "files": files,
    }
    (out / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")
    return out


def _trace(model: Any, target: Path) -> None:
    import torch

    class Graph(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.model = model

        def forward(self, ids: Any, kinds: Any, marks: Any) -> Any:
            return self.model(ids, kinds, marks, torch.ones_like(ids))

    ids = torch.arange(1000, 1018).reshape(1, 18)
    kinds = torch.tensor([[0] * 9 + [1] * 9])
    marks = torch.zeros_like(ids)
    free = {0: "pairs", 1: "pieces"}
    torch.onnx.export(
        Graph().eval(),
        (ids, kinds, marks),
        str(target),
        input_names=["ids", "kinds", "marks"],
        output_names=["answers"],
        dynamic_axes={"ids": free, "kinds": free, "marks": free, "answers": {0: "pairs"}},
        opset_version=17,
        dynamo=False,
    )
