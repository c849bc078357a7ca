"""What is called absent, and what cannot be told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from framing import ingest
from framing.compare import compare, stories
from framing.config import AbsenceConfig, Config
from framing.types import Absence, Annotation, Claim, Pair, RegionKind
from tests.compare.building import annotated, annotation, word_scorer

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "absence.yaml").read_text(encoding="utf-8"))
STORIES: dict[str, list[str]] = CASES["stories"]
CLAIMS = STORIES["ferry"]
LINES: list[dict[str, Any]] = CASES["lines"]
ROWS: list[dict[str, Any]] = [case for line in LINES for case in (*line["hold"], *line["counter"])]
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
ONE_PARAGRAPH: dict[str, RegionKind | None] = {
    "caption": "caption",
    "subhead": "subhead",
    "row": "subhead",
    "boilerplate": "boilerplate",
    "correction": None,
}


def filler(case: dict[str, Any]) -> str:
    """Sentences of at least ``words`` words, or of ``exactly`` so many."""
    wanted = case.get("exactly", case.get("words", 220))
    words: list[str] = []
    number = 0
    while len(words) < wanted:
        words += FILLER[number % len(FILLER)].split()
        number += 1
    return " ".join(words[: case.get("exactly")]).rstrip(".") + "."


def beside(case: dict[str, Any]) -> list[tuple[RegionKind | None, str]]:
    """What stands beside the body, with the regions that ingest gives it."""
    found: list[tuple[RegionKind | None, str]] = []
    for kind, content in (item for block in case.get("beside", ()) for item in block.items()):
        if kind == "sidebar":
            found += [("subhead", content[0]), *((None, line) for line in content[1:])]
        elif kind == "table":
            found += [(None, cell) for cell in content]
        else:
            found.append((ONE_PARAGRAPH[kind], content))
    return found


def fourth(case: dict[str, Any]) -> Annotation:
    text = " ".join([filler(case), *([case["extra"]] if "extra" in case else [])])
    published = case.get("published", "2031-04-02")
    if "ending" in case:
        whole = f"{text}\n\n{case['ending']}\n"
        (read,) = ingest.read_text(whole, "a4.txt", Config(), outlet="West Star", published=published)
        return annotated(replace(read, id="a4"))
    return annotation(
        "a4",
        text,
        title=case.get("title"),
        outlet="West Star",
        published=published,
        notes=case.get("notes", ()),
        beside=beside(case),
    )


WORDS_ALONE = Config(absence=AbsenceConfig(max_nearest=0.15))
"""The stand-in scorer counts shared words: its scores are lower than the trained one's."""


def sentence_scorer(annotations: Sequence[Annotation], config: Config) -> tuple[Pair, ...]:
    """``word_scorer`` that is silent on cells and short lines: what they hold must be found without it."""
    text = {a.article.id: a.article.text for a in annotations}
    pairs = word_scorer(annotations, config)
    return tuple(p for p in pairs if all(len(x.span.of(text[x.article]).split()) > 5 for x in (p.a, p.b)))


def told(case: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> Claim:
    monkeypatch.setattr(stories, "group", lambda found: (tuple(a.article.id for a in found),))
    claims = STORIES[case.get("story", "ferry")]
    made = [
        annotation(f"a{i}", text.format(claims[i - 1]), outlet=f"Outlet {i}", published="2031-04-02")
        for i, text in enumerate(OTHERS, start=1)
    ]
    comparison = compare([*made, fourth(case)], WORDS_ALONE, scorer=sentence_scorer)
    return next(c for c in comparison.claims if any(m.text == claims[0] for m in c.members))


def absence(case: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> Absence | None:
    """What is said of the fourth article; ``None`` where it reports the claim."""
    claim = told(case, monkeypatch)
    found = next((a for a in claim.absent if a.article == "a4"), None)
    assert (found is None) == any(m.article == "a4" for m in claim.members)
    return found


@pytest.mark.parametrize("line", LINES, ids=lambda line: str(line["line"]))
def test_each_line_has_cases_both_ways(line: dict[str, Any]) -> None:
    assert min(len(line["hold"]), len(line["counter"])) >= 6


@pytest.mark.parametrize("case", ROWS, ids=lambda case: str(case["name"]))
def test_verdicts(case: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    found = absence(case, monkeypatch)
    if found is None:
        assert case["verdict"] == "present"
        return
    assert found.verdict == case["verdict"], found.reason
    assert case.get("reason", "" if found.verdict == "cannot_tell" else "not found") in found.reason
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


@pytest.mark.parametrize(("score", "verdict"), [(0.6, "cannot_tell"), (0.64, "cannot_tell"), (0.66, "absent")])
def test_a_weak_match_calls_nothing_absent(score: float, verdict: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stories, "group", lambda found: (tuple(a.article.id for a in found),))
    made = [
        annotation(f"a{i}", text.format(CLAIMS[i - 1]), outlet=f"Outlet {i}", published="2031-04-02")
        for i, text in enumerate(OTHERS[:2], start=1)
    ]

    def scorer(annotations: Sequence[Annotation], config: Config) -> tuple[Pair, ...]:
        return tuple(replace(pair, score=min(pair.score, score)) for pair in word_scorer(annotations, config))

    comparison = compare([*made, fourth({})], Config(), scorer=scorer)
    claim = next(c for c in comparison.claims if len(c.members) > 1)
    (found,) = claim.absent
    assert found.verdict == verdict, found.reason
    assert ("matched too weakly" in found.reason) == (verdict == "cannot_tell")
