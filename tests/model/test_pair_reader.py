"""The pair reader: what it is given, what it gives, and that damage is refused."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from framing.compare.lexical import content_spans
from framing.errors import ModelError
from framing.model import pair_reader
from framing.model.pair_reader import OUTPUTS, PIECES, PairReader, Sentence, joined

ONE = "The council of Veldhaven closed the northern ferry after nine months of losses."
TWO = "After losing money for nine months the northern ferry was shut by Veldhaven's council."
OTHER = "The mayor praised the bakers' guild at its spring fair."


def sentences(*texts: str, weight: dict[str, float] | None = None) -> tuple[Sentence, ...]:
    return pair_reader.load(2).sentences(texts, [content_spans(text) for text in texts], weight)


def test_one_claim_is_told_from_two_and_order_does_not_matter() -> None:
    weight = {stem: 1.0 for text in (ONE, TWO, OTHER) for _, _, stem in content_spans(text) if stem}
    one, two, other = sentences(ONE, TWO, OTHER, weight=weight)
    found = pair_reader.load(2).read([(one, two), (two, one), (one, other)])
    assert found.shape == (3, len(OUTPUTS))
    assert np.array_equal(found[0], found[1])
    assert found[0, 0] > 0 > found[2, 0]


def test_an_answer_does_not_depend_on_what_is_read_with_it() -> None:
    one, two, other = sentences(ONE, TWO, OTHER)
    reader = pair_reader.load(2)
    alone = reader.read([(one, two)])
    assert np.array_equal(reader.read([(one, other), (one, two), (two, other)])[1], alone[0])
    assert reader.read([]).shape == (0, len(OUTPUTS))


def test_marks_tell_rare_and_shared_words() -> None:
    weight = {"counc": 0.1, "ferry": 4.0}
    one = Sentence((5, 6, 7), ("counc", "ferry", ""), (0, 2, 0))
    two = Sentence((8,), ("ferry",), (2,))
    ids, kinds, marks = joined(one, two)
    assert ids == [101, 5, 6, 7, 102, 8, 102]
    assert kinds == [0, 0, 0, 0, 0, 1, 1]
    assert marks == [0, 1, 6, 0, 0, 6, 0]
    (made,) = sentences("The ferry", weight=weight)
    assert made.stems == ("", "ferry")
    assert made.rarity[1] == 2
    assert all(mark < pair_reader.MARKS for mark in marks)


def test_long_empty_and_odd_sentences_are_read() -> None:
    made = sentences("", "word " * 500, "🙂 שלום", "!!!")
    assert max(len(s.ids) for s in made) == PIECES
    assert np.isfinite(pair_reader.load(2).read([(made[0], made[1]), (made[2], made[3])])).all()


@pytest.mark.parametrize("damage", ["graph", "outputs", "missing"])
def test_damaged_files_are_refused(tmp_path: Path, damage: str) -> None:
    folder = tmp_path / "pairs"
    shutil.copytree(pair_reader.FOLDER, folder)
    shutil.copyfile(pair_reader.FOLDER.parent / "tokenizer.json", tmp_path / "tokenizer.json")
    if damage == "graph":
        (folder / "pairs.onnx").write_bytes(b"no graph")
    elif damage == "missing":
        (folder / "pairs.onnx").unlink()
    else:
        manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        (folder / "manifest.json").write_text(json.dumps(manifest | {"outputs": ["same"]}), encoding="utf-8")
    with pytest.raises(ModelError, match="reinstall framing"):
        PairReader(folder, threads=1)
