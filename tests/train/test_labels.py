"""The stand-off labels of openings: their form, and that they fit the articles where those are at hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from framing.errors import DataError
from framing.train import data, labels
from framing.train.reader import tasks

RULES = {*tasks.WORDING, *tasks.PREMISES}


def test_labels_are_marks_by_offset_and_hold_no_text() -> None:
    lines = labels.OPENINGS.read_text(encoding="utf-8").splitlines()
    records = [json.loads(line) for line in lines]
    assert len({record["id"] for record in records}) == len(records) >= 500
    for record in records:
        assert set(record) == {"id", "genre", "marks"}
        assert record["genre"] in ("news", "analysis", "opinion", "interview", "live", "other")
        for rule, start, end, voice, sure in record["marks"]:
            assert rule in RULES
            assert 0 <= start < end
            assert voice in ("own", "quoted", "attributed")
            assert isinstance(sure, bool)


def test_rows_are_made_of_articles_and_marks(tmp_path: Path) -> None:
    path = tmp_path / "openings.jsonl"
    path.write_text('{"id":"a","genre":"news","marks":[["W101",4,8,"own",true]]}\n', encoding="utf-8")
    (row,) = labels.openings([{"id": "a", "text": "The vile plan."}, {"id": "b", "text": ""}], path)
    assert row["findings"] == [
        {"rule": "W101", "start": 4, "end": 8, "text": "vile", "voice": "own", "sure": True}
    ]  # fmt: skip
    with pytest.raises(DataError, match="article a"):
        list(labels.openings([{"id": "a", "text": "The"}], path))
    with pytest.raises(DataError, match="article a"):
        list(labels.openings([], path))


@pytest.mark.slow
def test_every_label_fits_its_article(shared: Path) -> None:
    rows = list(labels.openings(data.load("allsides_articles_lead", shared / "data")))
    assert all(mark["text"].strip() for row in rows for mark in row["findings"])
