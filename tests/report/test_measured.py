"""What reports say of their own errors is what the stored results say."""

from __future__ import annotations

import importlib
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from framing.report import measured, story


@pytest.fixture
def source(root: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(root / "benchmarks")
    return importlib.import_module("measured")


@pytest.fixture
def results(root: Path) -> dict[str, Any]:
    stored: dict[str, Any] = json.loads((root / "benchmarks/results/figures.json").read_text(encoding="utf-8"))
    return stored


def test_the_file_is_what_the_results_give(source: ModuleType, results: dict[str, Any]) -> None:
    assert source.MEASURED == measured.FILE
    stale = "stale: python benchmarks/figures.py --render-only"
    assert measured.FILE.read_text(encoding="utf-8") == source.render(results), stale


def test_a_changed_result_changes_the_file(source: ModuleType, results: dict[str, Any]) -> None:
    results["tasks"]["claims"]["figures"]["train_folds"]["told"]["number"]["right"] += 1
    assert measured.FILE.read_text(encoding="utf-8") != source.render(results)


def test_every_kind_of_difference_has_a_figure_but_altered_quotations() -> None:
    assert set(measured.told()) == set(story.DIFFERENCES) - {"quote_altered"}


def test_figures_stand_in_the_order_of_the_report_under_its_headings() -> None:
    told = measured.told()
    assert list(told) == [kind for kind in story.DIFFERENCES if kind in told]
    assert all(figure.title == story.DIFFERENCES[kind] for kind, figure in told.items())  # type: ignore[index]


def test_no_more_are_right_than_were_told_or_marked() -> None:
    for figure in measured.told().values():
        assert 0 <= figure.right <= min(figure.found, figure.labelled), figure.kind
    assert any(figure.right for figure in measured.told().values())


def test_reliability_says_how_many_of_how_many() -> None:
    figure = measured.told()["number"]
    sentence = measured.reliability("number")
    assert f"{figure.right} of {figure.found} such lines were right" in sentence
    assert f"readers had marked {figure.labelled}" in sentence


@pytest.mark.parametrize("kind", ["quote_altered", "unheard of", ""])
def test_what_was_not_measured_is_said_to_be_so(kind: str) -> None:
    assert measured.reliability(kind) == "How often such a line is right has not been measured."


def test_every_measure_is_a_sentence_on_something() -> None:
    measures = measured.measures()
    assert len({measure.part for measure in measures}) == len(measures) == 8
    assert all(measure.sentence.endswith(".") and measure.on for measure in measures)


def test_the_search_for_absent_claims_is_told_as_everywhere() -> None:
    from framing.compare.absence import search_recall

    assert f" {100 - measured.absence_recall()} were called absent" in search_recall()
