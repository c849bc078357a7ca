"""The reader's stance head on invented sentences."""

from __future__ import annotations

import pytest

from framing.annotate import stance
from framing.config import EncoderConfig
from framing.model import reader


@pytest.mark.parametrize(
    ("text", "target", "sign"),
    [
        ("Voters love Ortiz, a brilliant and honest mayor.", "Ortiz", 1),
        ("Critics condemned Ortiz as a corrupt and reckless liar.", "Ortiz", -1),
        ("Ortiz will speak in Dunmore on Monday.", "Ortiz", 0),
    ],
)
def test_clear_cases(text: str, target: str, sign: int) -> None:
    found = reader.load(EncoderConfig().threads).read([reader.Text(text, ((0, len(text)),))])[0]
    start = text.index(target)
    value = stance.of_article(found)(start, start + len(target))
    assert -1 <= value <= 1
    assert (value > 1 / 3) - (value < -1 / 3) == sign


def test_a_mention_outside_every_sentence_has_no_stance() -> None:
    found = reader.load(EncoderConfig().threads).read([reader.Text("Ortiz spoke.  ", ((0, 12),))])[0]
    assert stance.of_article(found)(13, 14) == 0.0
