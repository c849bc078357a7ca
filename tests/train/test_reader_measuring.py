"""The reader's measures on documents and readings made by hand."""

from __future__ import annotations

import re

import numpy as np
import pytest

from framing.model.reader import Heads, Reading
from framing.train.reader import measuring
from framing.train.reader.documents import Document, Linked

HEADS = Heads((), (), {}, 1, 1)


def reading(text: str, **tokens: list[float]) -> Reading:
    offsets = np.array([m.span() for m in re.finditer(r"\w+", text)], dtype=np.int64)
    states = np.zeros((len(offsets), 2), dtype=np.float32)
    chances = {name: np.array(values, dtype=np.float32) for name, values in tokens.items()}
    return Reading(offsets, ((0, len(offsets)),), states, chances, {}, (), HEADS)


def test_attributions_match_one_to_one_by_parts() -> None:
    text = "Ana said it rains and Bo said it snows"
    gold = (
        Linked(((0, 3),), ((4, 8),), ((9, 17),)),
        Linked(((22, 24),), ((25, 29),), ((30, 38),)),
    )
    document = Document("polnear", "d", text, (), 0, attributions=gold)
    guess = [
        (((0, 3),), ((4, 8),), ((9, 17),)),
        (((22, 24),), ((25, 29),), ((30, 32),)),
        ((), ((25, 29),), ((30, 38),)),
    ]
    found = measuring.attribution_figures([(document, guess)])
    assert found["exact"] == {"precision": 0.3333, "recall": 0.5, "f1": 0.4}
    assert found["overlap"]["recall"] == 1.0
    assert found["source"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0}


def test_span_identification_counts_characters() -> None:
    assert measuring.si_counts(((0, 10),), ((0, 5), (5, 10))) == pytest.approx((1.0, 1, 2.0, 2))
    assert measuring.si_counts(((0, 10),), ((5, 15),)) == pytest.approx((0.5, 1, 0.5, 1))
    assert measuring.merged([(5, 9), (0, 6), (12, 13)]) == ((0, 9), (12, 13))


def test_runs_join_over_a_weak_piece_and_stay_in_their_sentence() -> None:
    text = "one two three four five"
    one = reading(text, x=[0.9, 0.2, 0.9, 0.1, 0.1])
    assert measuring.runs(one, one.tokens["x"], 0.5) == ((0, 13),)
    parted = Reading(one.offsets, ((0, 1), (1, 5)), one.states, one.tokens, {}, (), HEADS)
    assert measuring.runs(parted, one.tokens["x"], 0.5) == ((0, 3), (8, 13))


def test_each_half_is_cut_where_the_other_does_best() -> None:
    found = measuring.binary([0, 0, 1, 1], [0.9, 0.1, 0.8, 0.2], [True, False, True, False])
    assert found["f1"] == 1.0
    assert measuring.f1_record(0, 0, 0) == {"precision": 0.0, "recall": 0.0, "f1": 0.0}
