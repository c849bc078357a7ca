"""Every rule's minimal pairs: ``flagged`` with words, voice and severity, ``clean`` without a finding of the rule."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from framing.config import Config
from framing.rules import registry
from framing.types import Finding
from tests.rules import reading

CASES = Path(__file__).parent / "cases"
CODES = [rule.code for rule in registry.rules()]
NEED_ENCODER = {"W101", "W102", "W103", "W104"}
LOADED = {code: yaml.safe_load((CASES / f"{code}.yaml").read_text(encoding="utf-8")) for code in CODES}


def cases(kind: str) -> list[Any]:
    return [pytest.param(c, case, id=f"{c}-{n}") for c in CODES for n, case in enumerate(LOADED[c][kind])]


def findings(code: str, case: dict[str, Any]) -> list[Finding]:
    if registry.find(code).scope == "comparison":
        found = registry.check_comparison(reading.compare(case), Config())
    else:
        piece = reading.article(case)
        read = reading.annotate_fully if code in NEED_ENCODER else reading.annotate
        annotation = read(piece, case.get("wording"), case.get("stances"))
        found = registry.check_annotation(annotation, Config())
    return [finding for finding in found if finding.rule == code]


@pytest.mark.parametrize("code", CODES)
def test_has_cases(code: str) -> None:
    assert len(LOADED[code]["flagged"]) >= 4
    assert len(LOADED[code]["clean"]) >= 4


@pytest.mark.parametrize(("code", "case"), cases("flagged"))
def test_flagged(code: str, case: dict[str, Any]) -> None:
    found = [f for f in findings(code, case) if case["span"] in f.text or f.text in case["span"]]
    assert found, "not flagged"
    assert found[0].voice == case.get("voice", "own")
    assert found[0].article == case.get("article", "a1")
    assert found[0].severity == case.get("severity", found[0].severity)
    assert found[0].speaker == case.get("speaker", found[0].speaker)
    assert found[0].message


@pytest.mark.parametrize(("code", "case"), cases("clean"))
def test_clean(code: str, case: dict[str, Any]) -> None:
    assert not [(f.text, f.voice, f.severity) for f in findings(code, case)]
