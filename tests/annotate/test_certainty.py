"""Certainty: minimal pairs from YAML, and properties."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from framing.annotate import certainty
from framing.types import Span

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "certainty.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "case", [pytest.param(c, id=f"{group}-{n}") for group, cases in CASES.items() for n, c in enumerate(cases, 1)]
)
def test_minimal_pair(case: dict[str, Any]) -> None:
    text, whole = case["text"], Span(0, len(case["text"]))
    found = certainty.cues(text, whole)
    assert certainty.of(text, whole) == case["is"], found
    if "cue" in case:
        assert case["cue"] in [text[start:end] for start, end, _ in found]
    if "negated" in case:
        assert bool(certainty.negations(text, whole)) == case["negated"]


def test_only_the_span_counts() -> None:
    text = "It may rain. The bridge is closed."
    assert certainty.of(text, Span(13, len(text))) == "flat"
    assert certainty.of(text, Span(0, 12)) == "hedged"


@given(st.text(max_size=200), st.integers(0, 200), st.integers(0, 200))
def test_any_text_gives_cues_within_the_span(text: str, one: int, other: int) -> None:
    span = Span(min(one, other, len(text)), min(max(one, other), len(text)))
    found = certainty.cues(text, span)
    assert all(span.start <= start < end <= span.end for start, end, _ in found)
    assert all(a[1] <= b[0] for a, b in pairwise(found))
    assert all(span.start <= start < end <= span.end for start, end in certainty.negations(text, span))
