"""What README and docs say is what the stored results say, and the results are those of the stored models."""

from __future__ import annotations

import importlib
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest


@pytest.fixture
def tables(root: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(root / "benchmarks")
    return importlib.import_module("tables")


@pytest.fixture
def figures(tables: ModuleType) -> ModuleType:
    return importlib.import_module("figures")


@pytest.fixture
def results(figures: ModuleType) -> tuple[Any, Any]:
    stored = [json.loads(path.read_text(encoding="utf-8")) for path in (figures.FIGURES, figures.SPEED)]
    return stored[0], stored[1]


@pytest.mark.parametrize("page", ["README.md", "docs/model-card.md", "docs/decisions.md"])
def test_pages_show_the_stored_results(root: Path, tables: ModuleType, results: tuple[Any, Any], page: str) -> None:
    assert root / page in tables.PAGES
    text = (root / page).read_text(encoding="utf-8")
    assert ":start -->" in text
    assert text == tables.fill(text, *results), "stale: python benchmarks/figures.py --render-only"


def test_every_table_is_shown_somewhere(tables: ModuleType) -> None:
    text = "".join(page.read_text(encoding="utf-8") for page in tables.PAGES)
    assert all(f"<!-- {name}:start -->" in text for name in tables.BLOCKS)


def test_results_are_of_the_stored_models(figures: ModuleType, results: tuple[Any, Any]) -> None:
    stored = results[0]
    now = {name: figures.model_record(name) for name in stored["models"]}
    assert stored["models"] == now, "a model has changed: make figures"
    assert list(stored["tasks"]) == list(figures.USES)
    for name, task in stored["tasks"].items():
        assert task["models"] == {part: now[part]["sha256"] for part in figures.USES[name]}, f"{name}: make figures"


def test_every_task_is_measured(figures: ModuleType) -> None:
    from framing.cli.evaluate import TASKS

    assert set(figures.USES) == set(TASKS)


def test_blocks_must_be_known_and_closed(tables: ModuleType, results: tuple[Any, Any]) -> None:
    with pytest.raises(ValueError, match="no block `nothing`"):
        tables.fill("<!-- nothing:start -->\n<!-- nothing:end -->", *results)
    with pytest.raises(ValueError, match="not closed"):
        tables.fill("<!-- figures:start -->\n", *results)
    assert tables.fill("No block here.\n", *results) == "No block here.\n"


def test_a_share_of_nothing_is_a_dash(tables: ModuleType) -> None:
    assert tables.share(None) == "–"
    assert tables.pooled({"number": {"right": 1, "found": 2, "labelled": 4}, "quote_altered": {"found": 9}}) == {
        "precision": 0.5,
        "recall": 0.25,
        "labelled": 4,
    }
