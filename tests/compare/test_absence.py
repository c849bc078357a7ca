"""What is called absent, and what cannot be told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from framing.compare import compare, stories
from framing.config import Config
from framing.types import Absence, Annotation, Claim
from tests.compare.building import annotation, word_scorer

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "absence.yaml").read_text(encoding="utf-8"))
CLAIMS: list[str] = CASES["claims"]
OTHERS = (
    "Divers reached the wreck on Tuesday. {} Schools on the island stayed closed.",
    "Parliament will debate beacons. {} The treasury had struck them from the budget.",
    "The harbour master opened the customs hall. {} Volunteers cooked soup there.",
)
FILLER = (
    "Bakers near the quay kept their lamps burning through the night.",
    "A choir sang beneath the lighthouse while candles floated past.",
    "Reporters rented every bed in town within hours.",
    "Teachers visited homes to see which pupils had lost somebody.",
    "Fog lifted at noon, letting helicopters land beside the chapel.",
)


def fourth(case: dict[str, Any]) -> Annotation:
    sentences, count = [], 0
    while count < case.get("words", 220):
        sentence = FILLER[len(sentences) % len(FILLER)]
        sentences.append(sentence)
        count += len(sentence.split())
    if "extra" in case:
        sentences.append(case["extra"])
    return annotation(
        "a4",
        " ".join(sentences),
        outlet="West Star",
        published=case.get("published", "2031-04-02"),
        notes=case.get("notes", ()),
        captions=case.get("captions", ()),
    )


def told(case: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> Claim:
    monkeypatch.setattr(stories, "group", lambda found: (tuple(a.article.id for a in found),))
    made = [
        annotation(f"a{i}", text.format(CLAIMS[i - 1]), outlet=f"Outlet {i}", published="2031-04-02")
        for i, text in enumerate(OTHERS, start=1)
    ]
    comparison = compare([*made, fourth(case)], Config(), scorer=word_scorer)
    return next(c for c in comparison.claims if c.text in CLAIMS)


def absence(case: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> Absence:
    return next(a for a in told(case, monkeypatch).absent if a.article == "a4")


@pytest.mark.parametrize("case", CASES["cases"], ids=lambda case: str(case["name"]))
def test_verdicts(case: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    found = absence(case, monkeypatch)
    assert found.verdict == case["verdict"], found.reason
    assert case.get("reason", "not found") in found.reason
    assert found.nearest is not None
    text = fourth(case).article.text
    assert text[found.nearest.start : found.nearest.end] == found.nearest.text
    assert 0 <= found.nearest.score <= 1


def test_one_origin_makes_no_absence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stories, "group", lambda found: (tuple(a.article.id for a in found),))
    text = OTHERS[0].format(CLAIMS[0])
    made = [annotation(f"a{i}", text, outlet=f"Outlet {i}", agency="AP") for i in (1, 2, 3)]
    comparison = compare([*made, fourth({})], Config(), scorer=word_scorer)
    claim = next(c for c in comparison.claims if c.text in CLAIMS)
    assert claim.origins == 1
    assert claim.absent == ()


def test_a_cut_paragraph_is_the_carriers_omission(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stories, "group", lambda found: (tuple(a.article.id for a in found),))
    body = fourth({}).article.text
    made = [
        annotation("a1", f"{body} {CLAIMS[0]}", outlet="North Post", agency="AP"),
        annotation("a2", OTHERS[1].format(CLAIMS[1]), outlet="South Mail"),
        annotation("a3", body, outlet="East Sun", agency="AP"),
    ]
    comparison = compare(made, Config(), scorer=word_scorer)
    claim = next(c for c in comparison.claims if c.text in CLAIMS)
    (found,) = claim.absent
    assert found.verdict == "absent"
    assert "North Post (AP) carries the same copy" in found.reason
