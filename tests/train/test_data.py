"""The loader of labelled sets: known names, allowed uses, rows that hold together."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from framing.errors import DataError
from framing.train import data


def write(folder: Path, name: str, rows: list[Any]) -> None:
    with gzip.open(folder / f"{name}.jsonl.gz", "wt", encoding="utf-8") as out:
        out.writelines((row if isinstance(row, str) else json.dumps(row)) + "\n" for row in rows)


def test_rows_come_in_file_order(tmp_path: Path) -> None:
    write(tmp_path, "subj", [{"text": "One.", "label": 0}, "", {"text": "Two.", "label": 1}])
    assert [row["text"] for row in data.load("subj", tmp_path)] == ["One.", "Two."]


@pytest.mark.parametrize("name", sorted(data.EVALUATE_ONLY))
def test_sets_that_may_only_measure_do_not_train(tmp_path: Path, name: str) -> None:
    write(tmp_path, name, [{"text": "One.", "label": 0}])
    with pytest.raises(DataError, match="measuring only"):
        data.load(name, tmp_path)
    assert len(data.load(name, tmp_path, use="evaluate")) == 1


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (["{"], "line 1: is not JSON"),
        ([[1]], "line 1: must be an object"),
        ([{"text": "One.", "label": 0}, {"text": "Two."}], "line 2: lacks label"),
    ],
)
def test_malformed_rows_are_named_by_line(tmp_path: Path, rows: list[Any], message: str) -> None:
    write(tmp_path, "subj", rows)
    with pytest.raises(DataError, match=message):
        data.load("subj", tmp_path)


def test_findings_must_cover_their_words(tmp_path: Path) -> None:
    finding = {"rule": "W101", "start": 0, "end": 4, "text": "grim", "voice": "own", "sure": True}
    row = {"id": "x", "text": "A grim day.", "genre": "news", "findings": [finding]}
    write(tmp_path, "findings_train", [row])
    with pytest.raises(DataError, match="does not cover 'grim'"):
        data.load("findings_train", tmp_path)


def test_unknown_missing_and_damaged_files(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="not a known set"):
        data.load("nothing", tmp_path)
    with pytest.raises(DataError, match="cannot be read"):
        data.load("subj", tmp_path)
    (tmp_path / "subj.jsonl.gz").write_bytes(b"plain text")
    with pytest.raises(DataError, match="cannot be read"):
        data.load("subj", tmp_path)


def test_a_set_is_for_one_use() -> None:
    assert not data.TRAINABLE & data.EVALUATE_ONLY


def test_the_shared_sets_load(shared: Path) -> None:
    present = {path.name.removesuffix(".jsonl.gz") for path in (shared / "data").glob("*.jsonl.gz")}
    assert present <= data.TRAINABLE | data.EVALUATE_ONLY
    assert len(data.load("findings_dev", shared / "data")) == 50
