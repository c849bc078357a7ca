"""Sources and contents made whole: minimal pairs of what the reader marks and what the article gets."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from framing.annotate import attribution
from framing.annotate.reporting import Report
from framing.language import names, quotations, sentences
from framing.types import Span

CASES = Path(__file__).parent / "cases" / "linked_sources.yaml"


def _cases() -> list[Any]:
    groups = yaml.safe_load(CASES.read_text(encoding="utf-8")).items()
    return [pytest.param(case, id=f"{group}-{n}") for group, cases in groups for n, case in enumerate(cases, 1)]


def _span(text: str, words: str) -> Span:
    start = text.rindex(words)
    return Span(start, start + len(words))


def _linked(text: str, source: str | None, cue: str, content: list[str]) -> Report:
    where = _span(text, source) if source is not None else None
    return Report(where, _span(text, cue), tuple(_span(text, words) for words in content))


@pytest.mark.parametrize("case", _cases())
def test_minimal_pair(case: dict[str, Any]) -> None:
    text = case["text"]
    parted = sentences.split(text)
    report = _linked(text, **case["linked"])
    quotes = quotations.find(text)
    found = attribution.find(text, parted, quotes, names.find(text, parted), [report])
    got = [a for a in found if a.cue == report.cue]
    wanted = case["gets"]
    if wanted is None:
        assert got == []
        return
    assert len(got) == 1
    facts = {
        "source": got[0].source.span.of(text) if got[0].source is not None else None,
        "name": got[0].source.name if got[0].source is not None else None,
        "rung": got[0].rung,
        "content": [c.of(text) for c in got[0].content],
    }
    assert {k: facts[k] for k in wanted} == wanted


def test_the_same_report_seen_twice_is_one() -> None:
    text = "Max Kern told the radio that the harbour will open."
    parted = sentences.split(text)
    report = _linked(text, "Max Kern", "told", ["the harbour will open"])
    assert len(attribution.find(text, parted, (), names.find(text, parted), [report, report])) == 1
