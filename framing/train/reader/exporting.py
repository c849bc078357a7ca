"""A trained reader as the files that the program ships: one ONNX graph of states and the heads as arrays."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

from framing.model import reader
from framing.train.export import PUBLISHED_SHA256, packaged_model
from framing.train.reader import tasks

HEADS = ("tokens", "attention", "sentences", "anchors", "parts", "target", "stance")


def export(trained: Path, out: Path) -> Path:
    """Writes ``encoder.onnx``, ``heads.npz``, ``heads.json`` and ``manifest.json`` of ``reader.pt`` to ``out``."""
    import numpy as np

    from framing.train.reader import network
    from framing.train.reader.loop import build

    model = build(trained).eval()
    out.mkdir(parents=True, exist_ok=True)
    graph = out / "encoder.onnx"
    trace(model, graph)
    quantise(graph)
    arrays = {
        f"{head}.{part}": getattr(getattr(model, head), part).detach().numpy().astype(np.float16)
        for head in HEADS
        for part in ("weight", "bias")
    }
    arrays["distance"] = model.distance.detach().numpy().astype(np.float16)
    np.savez(out / "heads.npz", **arrays)
    described = {
        "schema": reader.SCHEMA,
        "tokens": tasks.TOKENS,
        "sentences": tasks.SENTENCES,
        "near": network.NEAR,
        "far": network.FAR,
    }
    (out / "heads.json").write_text(json.dumps(described, indent=1) + "\n", encoding="utf-8")
    paths = [out / "encoder.onnx", out / "heads.npz", out / "heads.json"]
    files = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}
    files["tokenizer.json"] = hashlib.sha256((packaged_model() / "tokenizer.json").read_bytes()).hexdigest()
    if not (out.parent / "tokenizer.json").is_file():
        shutil.copyfile(packaged_model() / "tokenizer.json", out.parent / "tokenizer.json")
    manifest = {
        "name": "framing reader (MiniLM-L6 fine-tuned, ONNX, int8)",
        "source": "sentence-transformers/all-MiniLM-L6-v2",
        "source_sha256": PUBLISHED_SHA256,
        "licence": "Apache-2.0",
        "files": files,
    }
    (out / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")
    return out


def quantise(graph: Path) -> None:
    """The graph with its matrices as int8 and int8 products: scales by column, and by window for what is multiplied.

    The reader runs each window alone, so the scale of a window's states depends on nothing but the window.
    """
    import logging

    from onnxruntime.quantization import QuantType, quantize_dynamic

    whole = graph.with_suffix(".float.onnx")
    graph.replace(whole)
    logging.disable(logging.WARNING)
    try:
        quantize_dynamic(
            whole, graph, per_channel=True, weight_type=QuantType.QInt8, op_types_to_quantize=["MatMul", "Gather"]
        )
    finally:
        logging.disable(logging.NOTSET)
        whole.unlink()


def trace(model: Any, target: Path) -> None:
    """The body's states as an ONNX graph with free batch and length."""
    import torch

    class Graph(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.body = model.body

        def forward(self, input_ids: Any, attention_mask: Any) -> Any:
            return self.body(
                input_ids=input_ids, attention_mask=attention_mask, token_type_ids=torch.zeros_like(input_ids)
            ).last_hidden_state

    ids = torch.arange(1000, 1018).reshape(2, 9)
    free = {0: "windows", 1: "pieces"}
    torch.onnx.export(
        Graph().eval(),
        (ids, torch.ones_like(ids)),
        str(target),
        input_names=["input_ids", "attention_mask"],
        output_names=["states"],
        dynamic_axes={"input_ids": free, "attention_mask": free, "states": free},
        opset_version=17,
        dynamo=False,
    )
