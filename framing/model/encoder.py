"""The bundled sentence encoder: all-MiniLM-L6-v2 as one ONNX graph, run without torch.

``load(settings)`` returns an ``Encoder``; ``Encoder.encode(texts)`` returns unit-length sentence vectors and the token
states they were pooled from. Weights are stored as int8 with one scale a row or column and widened to float32 when the
session starts, so arithmetic is float32 and a sentence's vector does not depend on its batch beyond rounding. The loss
against the float32 original is measured by ``framing evaluate encoder`` (Reimers & Gurevych 2019; Wang et al. 2020).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from framing.config import EncoderConfig
from framing.errors import ModelError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

WEIGHTS = Path(__file__).parent / "weights"
MAX_TOKENS = 256


@dataclass(frozen=True, slots=True, eq=False)
class Encoded:
    """``vectors`` (n, d) of unit length; per text ``offsets[i]`` (m, 2) characters and ``states[i]`` (m, d).

    Special tokens are left out of offsets and states. A text longer than 256 word pieces is cut for both.
    """

    vectors: NDArray[np.float32]
    offsets: tuple[NDArray[np.int64], ...]
    states: tuple[NDArray[np.float32], ...]


class Encoder(Protocol):
    """What every encoder offers."""

    @property
    def name(self) -> str:
        """The model's name, as outputs carry it."""
        ...

    @property
    def sha256(self) -> str | None:
        """sha256 of the weights, or ``None`` where another library manages them."""
        ...

    def encode(self, texts: Sequence[str]) -> Encoded:
        """Vectors and token states of ``texts``, in their order; an empty text gives a vector like any other."""
        ...


def load(settings: EncoderConfig) -> Encoder:
    """The encoder that ``settings`` name; loaded once a process for equal settings.

    Raises ``ModelError`` where weights are missing, damaged, or need an extra that is not installed.
    """
    return _load(settings.model, settings.threads, settings.batch_size)


@lru_cache(maxsize=2)
def _load(model: str, threads: int, batch_size: int) -> Encoder:
    if model == "bundled":
        return OnnxEncoder(WEIGHTS, threads=threads, batch_size=batch_size)
    prefix = "sentence-transformers/"
    if model.startswith(prefix) and len(model) > len(prefix):
        from framing.model.sentence_transformers import SentenceTransformersEncoder

        return SentenceTransformersEncoder(model.removeprefix(prefix), threads=threads, batch_size=batch_size)
    raise ModelError(f"encoder.model: `{model}` is neither `bundled` nor `sentence-transformers/NAME`")


class OnnxEncoder:
    """An encoder stored as ``encoder.onnx``, ``tokenizer.json`` and ``manifest.json`` in one folder."""

    def __init__(self, folder: Path, *, threads: int, batch_size: int) -> None:
        self._batch_size = batch_size
        manifest = read_manifest(folder)
        self._name = str(manifest["name"])
        graph = verified(folder / "encoder.onnx", manifest)
        tokenizer = verified(folder / "tokenizer.json", manifest)
        self._sha256 = str(manifest["files"]["encoder.onnx"])

        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
        self._tokenizer = Tokenizer.from_buffer(tokenizer)
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(MAX_TOKENS)

    @property
    def name(self) -> str:
        return self._name

    @property
    def sha256(self) -> str:
        return self._sha256

    def encode(self, texts: Sequence[str]) -> Encoded:
        """Vectors (n, 384), offsets and states; batches hold texts of similar length."""
        import numpy as np

        tokens = self._tokenizer.encode_batch(list(texts)) if texts else []
        vectors = np.zeros((len(tokens), 384), dtype=np.float32)
        states: list[NDArray[np.float32]] = [np.zeros((0, 384), dtype=np.float32)] * len(tokens)
        for batch in _batches([len(t.ids) for t in tokens], self._batch_size):
            width = max(len(tokens[i].ids) for i in batch)
            ids = np.zeros((len(batch), width), dtype=np.int64)
            mask = np.zeros((len(batch), width), dtype=np.int64)
            for row, i in enumerate(batch):
                length = len(tokens[i].ids)
                ids[row, :length] = tokens[i].ids
                mask[row, :length] = 1
            token_states, sentence_vectors = self._session.run(None, {"input_ids": ids, "attention_mask": mask})
            vectors[batch] = sentence_vectors
            for row, i in enumerate(batch):
                # Row 0 is [CLS] and the last row [SEP].
                states[i] = np.ascontiguousarray(token_states[row, 1 : len(tokens[i].ids) - 1])
        offsets = tuple(np.array(t.offsets[1:-1], dtype=np.int64).reshape(-1, 2) for t in tokens)
        return Encoded(vectors=vectors, offsets=offsets, states=tuple(states))


def _batches(lengths: Sequence[int], size: int) -> Iterator[list[int]]:
    """Indices in batches of similar length, longest budget ``size`` × 64 tokens, so padding stays small."""
    order = sorted(range(len(lengths)), key=lambda i: (lengths[i], i))
    batch: list[int] = []
    for i in order:
        if batch and (len(batch) == size or lengths[i] * (len(batch) + 1) > size * 64):
            yield batch
            batch = []
        batch.append(i)
    if batch:
        yield batch


def read_manifest(folder: Path) -> dict[str, Any]:
    path = folder / "manifest.json"
    try:
        loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(f"{path}: the model's manifest cannot be read ({error}); reinstall framing") from error
    return loaded


def verified(path: Path, manifest: dict[str, Any]) -> bytes:
    """The bytes of ``path``, whose sha256 the manifest records."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ModelError(f"{path}: model file cannot be read ({error.strerror}); reinstall framing") from error
    found = hashlib.sha256(data).hexdigest()
    if found != manifest["files"][path.name]:
        raise ModelError(
            f"{path}: sha256 {found[:12]}… is not the recorded one; the file is damaged, reinstall framing"
        )
    return data
