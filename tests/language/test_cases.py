"""Runs the minimal pairs in ``cases/*.yaml``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from framing.language import names, quantities, quotations, sentences

CASES = Path(__file__).parent / "cases"


def load(name: str) -> list[Any]:
    rows = yaml.safe_load((CASES / f"{name}.yaml").read_text(encoding="utf-8"))
    return [
        pytest.param(row, id=f"{name}-{i}: {str(row.get('text', row.get('a')))[:40]}") for i, row in enumerate(rows, 1)
    ]


@pytest.mark.parametrize("case", load("sentences"))
def test_sentences(case: dict[str, Any]) -> None:
    text = case["text"]
    assert [text[s.start : s.end] for s in sentences.split(text)] == case["sentences"]


@pytest.mark.parametrize("case", load("quotations"))
def test_quotations(case: dict[str, Any]) -> None:
    text = case["text"]
    found = [[q.kind, text[q.start : q.end], *([] if q.closed else ["open"])] for q in quotations.find(text)]
    assert found == case["quotes"]


@pytest.mark.parametrize("case", load("quantities"))
def test_quantities(case: dict[str, Any]) -> None:
    text = case["text"]
    found = quantities.find(text, "2025-08-17")
    assert len(found) == len(case["found"]), [text[q.start : q.end] for q in found]
    for quantity, expected in zip(found, case["found"], strict=True):
        for key, value in expected.items():
            actual = text[quantity.start : quantity.end] if key == "text" else getattr(quantity, key)
            assert actual == (pytest.approx(value, abs=1e-3) if isinstance(value, int | float) else value), (
                key,
                quantity,
            )


@pytest.mark.parametrize("case", load("agreement"))
def test_agreement(case: dict[str, Any]) -> None:
    (a,), (b,) = quantities.find(case["a"]), quantities.find(case["b"])
    assert quantities.comparable(a, b) is quantities.comparable(b, a) is case["comparable"], (a, b)
    assert quantities.agree(a, b) is quantities.agree(b, a) is case["agree"], (a, b)


@pytest.mark.parametrize("case", load("names"))
def test_names(case: dict[str, Any]) -> None:
    text = case["text"]
    found = names.find(text, sentences.split(text))
    assert [[text[n.start : n.end], n.canonical, n.kind] for n in found] == case["names"]
