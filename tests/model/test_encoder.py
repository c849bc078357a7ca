"""The bundled encoder: its own weights, deterministic, equal to sentence-transformers within the stated loss."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from framing.config import EncoderConfig
from framing.errors import ModelError
from framing.model import encoder

SENTENCES = (
    "The council voted nine to two to close the ferry line in March.",
    "Closing it will cut off the islanders, the mayor of Veld warned.",
    "",
    "Shares of the company fell 4.5% on Tuesday.",
    "«Ça suffit», dit-elle — 🙂 — and left.",
)


@pytest.fixture(scope="module")
def bundled() -> encoder.Encoder:
    return encoder.load(EncoderConfig(model="bundled", threads=2, batch_size=32))


def test_vectors_are_unit_length_and_in_order(bundled: encoder.Encoder) -> None:
    together = bundled.encode(SENTENCES)
    assert together.vectors.shape == (5, 384)
    assert np.allclose(np.linalg.norm(together.vectors, axis=1), 1, atol=1e-5)
    for i, text in enumerate(SENTENCES):
        alone = bundled.encode([text])
        assert float(alone.vectors[0] @ together.vectors[i]) > 0.99999
        assert alone.states[0].shape == together.states[i].shape


def test_offsets_are_the_tokens_characters(bundled: encoder.Encoder) -> None:
    encoded = bundled.encode(SENTENCES)
    for text, offsets, states in zip(SENTENCES, encoded.offsets, encoded.states, strict=True):
        assert len(offsets) == len(states)
        assert all(0 <= start < end <= len(text) for start, end in offsets.tolist())
    words = [SENTENCES[0][start:end] for start, end in encoded.offsets[0].tolist()]
    assert words[:3] == ["The", "council", "voted"]


def test_same_input_same_bytes(bundled: encoder.Encoder) -> None:
    assert bundled.encode(SENTENCES).vectors.tobytes() == bundled.encode(SENTENCES).vectors.tobytes()


def test_nothing_to_encode(bundled: encoder.Encoder) -> None:
    encoded = bundled.encode([])
    assert encoded.vectors.shape == (0, 384)
    assert encoded.states == encoded.offsets == ()


def test_long_text_is_cut_not_refused(bundled: encoder.Encoder) -> None:
    encoded = bundled.encode(["word " * 5000])
    assert len(encoded.states[0]) == encoder.MAX_TOKENS - 2


def test_paraphrase_is_nearer_than_another_subject(bundled: encoder.Encoder) -> None:
    one, two, other = bundled.encode(
        ["The ferry line will close in March.", "In March the ferry service is to end.", "Shares fell on Tuesday."]
    ).vectors
    assert one @ two > one @ other + 0.3


def test_weights_are_those_recorded(bundled: encoder.Encoder) -> None:
    manifest = json.loads((encoder.WEIGHTS / "manifest.json").read_text(encoding="utf-8"))
    assert bundled.sha256 == manifest["files"]["encoder.onnx"]
    assert "all-MiniLM-L6-v2" in bundled.name


@pytest.mark.parametrize("name", ["encoder.onnx", "tokenizer.json"])
def test_damaged_weights_are_refused(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "weights"
    shutil.copytree(encoder.WEIGHTS, folder)
    data = bytearray((folder / name).read_bytes())
    data[len(data) // 2] ^= 1
    (folder / name).write_bytes(data)
    with pytest.raises(ModelError, match=rf"{name}: sha256 .* is not the recorded one"):
        encoder.OnnxEncoder(folder, threads=1, batch_size=8)


def test_missing_weights_are_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"manifest\.json"):
        encoder.OnnxEncoder(tmp_path, threads=1, batch_size=8)


@pytest.mark.parametrize("name", ["minilm", "sentence-transformers/", "BUNDLED"])
def test_unknown_model_is_an_error(name: str) -> None:
    with pytest.raises(ModelError, match=r"encoder\.model"):
        encoder.load(EncoderConfig(model=name, threads=1, batch_size=8))


@pytest.mark.slow
def test_agrees_with_sentence_transformers() -> None:
    """In a process of its own: torch warns and opens threads that the other tests must not see."""
    script = """
import sys
from sentence_transformers import SentenceTransformer
from framing.config import EncoderConfig
from framing.model import encoder
from framing.train.export import packaged_model
texts = [t for t in sys.stdin.read().split("\\x00")]
ours = encoder.load(EncoderConfig(model="bundled", threads=2, batch_size=32)).encode(texts)
model = SentenceTransformer(str(packaged_model()), device="cpu")
theirs = model.encode(texts, normalize_embeddings=True)
states = model.encode(texts, output_value="token_embeddings")
print(min(float(a @ b) for a, b in zip(ours.vectors, theirs)))
print(min(float((a[1:1+len(b)].numpy() * b).sum() / (a[1:1+len(b)].norm() * (b * b).sum() ** 0.5))
          for a, b in zip(states, ours.states) if len(b)))
"""
    done = subprocess.run(
        [sys.executable, "-c", script],
        input="\x00".join(t for t in SENTENCES if t),
        text=True,
        capture_output=True,
        check=True,
    )
    least_vector, least_state = map(float, done.stdout.split())
    assert least_vector > 0.997
    assert least_state > 0.99


@pytest.mark.slow
def test_any_sentence_transformers_model_runs_in_its_place() -> None:
    """The packaged original by its folder: same interface, same vectors."""
    script = """
from framing.config import EncoderConfig
from framing.model import encoder
from framing.train.export import packaged_model
settings = EncoderConfig(model=f"sentence-transformers/{packaged_model()}", threads=2, batch_size=8)
other = encoder.load(settings)
texts = ["The ferry line will close in March.", "Shares fell on Tuesday."]
a, b = other.encode(texts), encoder.load(EncoderConfig(model="bundled", threads=2, batch_size=8)).encode(texts)
assert other.sha256 is None and other.name.startswith("sentence-transformers/")
assert [o.tolist() for o in a.offsets] == [o.tolist() for o in b.offsets]
assert all(x.shape == y.shape for x, y in zip(a.states, b.states))
print(min(float(x @ y) for x, y in zip(a.vectors, b.vectors)))
"""
    done = subprocess.run([sys.executable, "-c", script], text=True, capture_output=True, check=True)
    assert float(done.stdout) > 0.997
