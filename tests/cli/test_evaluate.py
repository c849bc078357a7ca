"""``framing evaluate``: every task gives figures; small sets are made up, real ones are used where they are present."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any, get_args

import pytest

from framing.cli import evaluate
from framing.train import evaluate_claims, evaluate_differences
from tests.cli.conftest import Command

STORY: dict[str, Any] = {
    "story": "ferry",
    "event": "ferry",
    "articles": [
        {
            "id": "ferry-H",
            "source": "H",
            "title": "Council closes the island ferry",
            "date": "2025-03-04",
            "sentences": [
                {"id": "h1", "text": "The council of Veld voted nine to two on Tuesday to close the ferry line."},
                {"id": "h2", "text": "The line carried 41,000 passengers last year, the association said."},
                {"id": "h3", "text": "A bakery on the quay won a prize for its bread."},
            ],
        },
        {
            "id": "ferry-N",
            "source": "N",
            "title": "Ferries to the islands end",
            "date": "2025-03-04",
            "sentences": [
                {"id": "n1", "text": "By nine votes to two the council of Veld decided on Tuesday to close the ferry."},
                {"id": "n2", "text": "The line carried 35,000 passengers last year."},
            ],
        },
    ],
    "pairs": [
        {"a": "h1", "b": "n1", "grade": "must", "diff": ["same"]},
        {"a": "h2", "b": "n2", "grade": "must", "diff": ["number", "attribution_lost"]},
        {"a": "h1", "b": "n2", "grade": "may", "diff": []},
    ],
}


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    """A folder with a training and a development set of one invented story each."""
    folder = tmp_path / "sets"
    folder.mkdir()
    for name in evaluate_claims.SETS:
        with gzip.open(folder / f"{name}.jsonl.gz", "wt", encoding="utf-8") as file:
            file.write(json.dumps(STORY) + "\n")
    return folder


def figures(framing: Command, task: str, data: Path) -> Any:
    done = framing("evaluate", task, data)
    assert done.code == 0, done.err
    document = json.loads(done.out)
    assert document["task"] == task
    return document["figures"]


def test_alignment(framing: Command, stories: Path) -> None:
    found = figures(framing, "alignment", stories / "alignment_dev.jsonl.gz")
    assert (found["stories"], found["must_pairs"]) == (1, 2)
    assert 0 <= found["f1"] <= 1
    assert found == figures(framing, "alignment", stories)


def test_differences(framing: Command, stories: Path) -> None:
    found = figures(framing, "differences", stories)
    assert set(found) == set(evaluate_differences.SETS)
    dev = found["alignment_dev"]
    assert dev["must_pairs"] == 2
    assert dev["kinds"]["number"] == {"right": 1, "found": 1, "labelled": 1, "precision": 1.0, "recall": 1.0}
    assert dev["kinds"]["agent"] == {"right": 0, "found": 0, "labelled": 0, "precision": None, "recall": None}
    assert set(dev["kinds"]["quote_altered"]) == {"found"}


def test_groups(framing: Command, stories: Path) -> None:
    dev = figures(framing, "groups", stories)["alignment_dev"]
    assert dev["stories"] == 1
    assert dev["kept_whole"] == 1.0
    assert dev["claims_bcubed"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0, "items": 4}
    assert not any(key.startswith("mixes_of") for key in dev)


def test_article_ids_of_stories_do_not_meet(stories: Path) -> None:
    from framing.config import EncoderConfig
    from framing.model import encoder, reader

    settings = EncoderConfig()
    told = evaluate_claims.told(stories, "alignment_dev", reader.load(settings.threads), encoder.load(settings))
    annotations = told["ferry"]
    assert [a.article.id for a in annotations] == ["ferry ferry-H", "ferry ferry-N"]
    assert all(a.encoding is not None for a in annotations)


def test_attribution(framing: Command, tmp_path: Path) -> None:
    text = "The ferry is late, Ana Brandt said."
    gold = {"source": [[19, 29]], "cue": [[30, 34]], "content": [[0, 17]]}
    path = tmp_path / "polnear_dev.jsonl.gz"
    path.write_bytes(gzip.compress(json.dumps({"doc": "d", "text": text, "attributions": [gold]}).encode()))
    assert figures(framing, "attribution", path)["exact"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0}


def test_rules(framing: Command, tmp_path: Path) -> None:
    text = "The plan will fail. Experts say so."
    mark = {"rule": "S202", "start": 20, "end": 27, "text": "Experts", "voice": "own", "speaker": None, "sure": True}
    row = {"id": "r", "title": "", "genre": "news", "text": text, "findings": [mark]}
    path = tmp_path / "findings_dev.jsonl.gz"
    path.write_bytes(gzip.compress(json.dumps(row).encode()))
    assert figures(framing, "rules", path)["S202"]["recall"] == 1.0


def test_out_holds_what_is_printed(framing: Command, stories: Path, tmp_path: Path) -> None:
    out = tmp_path / "figures.json"
    done = framing("evaluate", "groups", stories, "--out", out)
    assert out.read_text(encoding="utf-8") == done.out


def test_all_runs_every_task_in_order(framing: Command, stories: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for task in evaluate.TASKS:
        monkeypatch.setitem(evaluate.TASKS, task, lambda data, task=task: {"task": task, "data": data.name})
    found = figures(framing, "all", stories)
    assert list(found) == list(evaluate.TASKS)
    assert all(entry == {"task": task, "data": "sets"} for task, entry in found.items())


def test_all_needs_a_folder(framing: Command, stories: Path) -> None:
    done = framing("evaluate", "all", stories / "alignment_dev.jsonl.gz")
    assert done.code == 2
    assert "folder" in done.err


@pytest.mark.parametrize("task", ["alignment", "differences", "groups", "attribution"])
def test_missing_sets_are_named(framing: Command, tmp_path: Path, task: str) -> None:
    (tmp_path / "empty").mkdir()
    done = framing("evaluate", task, tmp_path / "empty")
    assert done.code == 2
    assert ".jsonl.gz" in done.err


def test_every_task_can_be_named() -> None:
    assert set(get_args(evaluate.Task)) == {*evaluate.TASKS, "all"}


@pytest.mark.slow
def test_the_shared_sets(framing: Command, shared: Path) -> None:
    assert figures(framing, "alignment", shared / "data")["f1"] >= 0.62
    assert figures(framing, "attribution", shared / "data")["overlap"]["f1"] >= 0.7
    assert figures(framing, "reader", shared / "data")["dev"]["newsmtsc"]["macro_f1"] >= 0.7
    assert figures(framing, "rules", shared / "data")["W106"]["found"] > 0
