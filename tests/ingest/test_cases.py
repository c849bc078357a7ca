"""Minimal pairs of provenance, regions, genre and run-in subheads, kept as data."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from framing.config import Config
from framing.ingest import read_text
from framing.ingest.subheads import run_in

CASES = Path(__file__).parent / "cases"
BODY = "The council approved a ferry line after a long night of talks, its chair said. It will run four times a day."


def load(name: str) -> Any:
    return yaml.safe_load((CASES / f"{name}.yaml").read_text(encoding="utf-8"))


def named(case: dict[str, Any]) -> str:
    return str(case["name"])


@pytest.mark.parametrize("case", load("provenance"), ids=named)
def test_provenance(case: dict[str, Any]) -> None:
    (article,) = read_text(case["text"], "case.txt", Config())
    told = {key: getattr(article, key) for key in case["expect"]}
    told = {key: list(value) if isinstance(value, tuple) else value for key, value in told.items()}
    assert told == case["expect"]


@pytest.mark.parametrize("case", load("regions"), ids=named)
def test_regions(case: dict[str, Any]) -> None:
    (article,) = read_text(case["text"], "case.txt", Config())
    assert [[r.kind, r.span.of(article.text)] for r in article.regions] == case["regions"]


@pytest.mark.parametrize("case", load("genre"), ids=named)
def test_genre(case: dict[str, Any]) -> None:
    (article,) = read_text(f"{case['title']}\n\n{case.get('body', BODY)}", "case.txt", Config())
    assert article.genre == case["genre"]


@pytest.mark.parametrize("case", load("subheads")["flagged"], ids=lambda case: str(case["subhead"]))
def test_subhead_is_found(case: dict[str, str]) -> None:
    assert [span.of(case["text"]) for span in run_in(case["text"], 0, ())] == [case["subhead"]]


@pytest.mark.parametrize("text", load("subheads")["clean"])
def test_sentence_is_no_subhead(text: str) -> None:
    assert [span.of(text) for span in run_in(text, 0, ())] == []
