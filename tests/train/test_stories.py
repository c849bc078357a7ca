"""Our own labels of stories and the invented pairs: well-formed, without text of others, refused where they misfit."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from framing.errors import DataError
from framing.model.pair_reader import DIFFERENCES
from framing.train.stories import ROUNDS, STORIES, contrasts, stories


def records() -> list[dict[str, object]]:
    return [json.loads(line) for line in STORIES.read_text(encoding="utf-8").splitlines()]


def test_labels_hold_offsets_and_no_text() -> None:
    for record in records():
        assert set(record) == {"round", "articles", "pairs"}
        assert record["round"] in ROUNDS
        articles = record["articles"]
        assert isinstance(articles, list)
        assert len(articles) == 3
        sizes = [len(article["sentences"]) for article in articles]
        assert all(set(article) == {"id", "sentences"} for article in articles)
        assert all(len(article["id"]) <= 24 for article in articles)
        for one, i, two, j, grade, differences in record["pairs"]:  # type: ignore[attr-defined]
            assert one < two
            assert i < sizes[one]
            assert j < sizes[two]
            assert grade in ("must", "may")
            assert set(differences) <= set(DIFFERENCES)


def test_invented_pairs_are_well_formed() -> None:
    found = contrasts()
    assert len({(row["a"], row["b"]) for row in found}) == len(found)
    for row in found:
        assert row["same"] in (0, 1)
        assert set(row["diff"]) <= set(DIFFERENCES)
        assert row["same"] or not row["diff"]
        assert row["a"].strip()
        assert row["b"].strip()


def test_a_story_is_put_together_from_its_articles(tmp_path: Path) -> None:
    path = tmp_path / "stories.jsonl"
    article = {"sentences": [[0, 9], [10, 19]]}
    row = {
        "round": 1,
        "articles": [{"id": name, **article} for name in "xyz"],
        "pairs": [[0, 1, 2, 0, "must", ["hedge"]]],
    }
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    texts = [
        {"id": name, "source": "s", "title": "t", "date": "2031-04-02", "text": "One here. Two\nthere."}
        for name in "xyz"
    ]
    (made,) = stories(texts, path)
    assert [s["text"] for s in made["articles"][0]["sentences"]] == ["One here.", "Two there"]
    assert made["pairs"][0]["a"] == "0.1"
    assert made["pairs"][0]["b"] == "2.0"
    with pytest.raises(DataError, match="not as it was"):
        list(stories(texts[:2], path))
    with pytest.raises(DataError, match="not as it was"):
        list(stories([*texts[:2], texts[2] | {"text": "short"}], path))
