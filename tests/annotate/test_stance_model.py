"""The bundled stance head on invented sentences, through the bundled encoder."""

from __future__ import annotations

import numpy as np
import pytest

from framing.annotate import stance
from framing.config import EncoderConfig
from framing.language import sentences
from framing.model import encoder
from framing.types import Encoding


@pytest.mark.parametrize(
    ("text", "target", "sign"),
    [
        ("Voters love Ortiz, a brilliant and honest mayor.", "Ortiz", 1),
        ("Critics condemned Ortiz as a corrupt and reckless liar.", "Ortiz", -1),
        ("Ortiz will speak in Dunmore on Monday.", "Ortiz", 0),
    ],
)
def test_clear_cases(text: str, target: str, sign: int) -> None:
    parted = sentences.split(text)
    encoded = encoder.load(EncoderConfig()).encode([text])
    offsets = tuple(np.asarray(o, dtype=np.int64) for o in encoded.offsets)
    toward = stance.of_article(text, parted, Encoding(encoded.vectors, offsets, encoded.states))
    assert toward is not None
    start = text.index(target)
    value = toward(text, start, start + len(target))
    assert -1 <= value <= 1
    assert (value > 1 / 3) - (value < -1 / 3) == sign


def test_another_encoders_vectors_give_no_stance() -> None:
    text = "Ortiz spoke."
    other = Encoding(
        np.zeros((1, 8), dtype=np.float32), (np.zeros((0, 2), dtype=np.int64),), (np.zeros((0, 8), dtype=np.float32),)
    )
    assert stance.of_article(text, sentences.split(text), other) is None
