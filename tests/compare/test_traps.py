"""The lines "Numbers" and "Meaning" of what experts try, by minimal pairs, through the models as shipped."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml

from framing.annotate.annotating import annotate_many
from framing.compare import alignment, members
from framing.compare.differences import Side, between
from framing.compare.features import Story
from framing.config import Config, EncoderConfig
from framing.model import encoder, reader
from framing.model.pair_reader import DIFFERENCES
from framing.types import Article, Difference

GROUPS = yaml.safe_load((Path(__file__).parent / "cases" / "traps.yaml").read_text(encoding="utf-8"))
SIDES = ("different", "same")


@dataclass(frozen=True)
class Case:
    """One pair of a line and what must be told of it."""

    line: str
    kind: str
    different: bool
    texts: tuple[str, str]
    published: tuple[str | None, str | None]


def cases() -> list[Case]:
    """All pairs, in order."""
    return [_case(group, pair, side == "different") for group in GROUPS for side in SIDES for pair in group[side]]


def _case(group: dict[str, Any], pair: Any, different: bool) -> Case:
    if isinstance(pair, dict):
        texts, days = (pair["a"], pair["b"]), (pair.get("published_a"), pair.get("published_b"))
    else:
        one, two = (part.strip() for part in pair.split("|"))
        texts, days = (one, two), (None, None)
    return Case(group["line"], group["kind"], different, texts, days)


@lru_cache(maxsize=1)
def judged() -> list[tuple[Case, tuple[Difference, ...], float]]:
    """Every case with the differences told of it and the score of its being one claim."""
    loaded = encoder.load(EncoderConfig())
    found = []
    made = [
        Article(id=f"{number}{side}", text=text, outlet=f"Outlet {side}", published=day)
        for number, case in enumerate(cases())
        for side, text, day in zip("ab", case.texts, case.published, strict=True)
    ]
    annotations = annotate_many(made, reader.load(2), Config())
    for number, case in enumerate(cases()):
        one, two = (
            Side(a, members.member(a, a.sentences[0].span, members.Body.of(a)))
            for a in annotations[2 * number : 2 * number + 2]
        )
        encoded = loaded.encode(case.texts)
        story = Story.of(case.texts, [0, 1], encoded.vectors, encoded.offsets, encoded.states)
        answers = alignment.read_pairs(story, np.array([0]), np.array([1]), alignment.bundled().reader)[0]
        told = dict(zip(DIFFERENCES, answers[2:].tolist(), strict=True))
        scored = alignment.score_story(story)
        found.append((case, between(one, two, told), float(scored.scores.max(initial=0.0))))
    return found


def right(case: Case, differences: tuple[Difference, ...], score: float) -> bool:
    """Whether the program says of ``case`` what an editor would."""
    if case.kind == "claim":
        return (score >= 0.5) is not case.different
    told = [d for d in differences if d.kind == case.kind]
    if bool(told) is not case.different:
        return False
    dated = case.published[0] is not None and case.published[0] != case.published[1]
    return not (case.different and dated) or "update" in told[0].message


def test_every_line_has_six_pairs_each_way() -> None:
    assert all(len(group[side]) >= 6 for group in GROUPS for side in SIDES)
    assert len({group["line"] + group["kind"] for group in GROUPS}) == len(GROUPS)


LIMITS = (
    "The supreme court of Tavia upheld the conviction of the former spy chief for torture.",
    "A passenger ferry with tourists on board capsized off the coast of Lume",
    "The senate confirmed Judge Alma Reiss to the federal bench",
    "The highest court in Tavia let stand the torture conviction",
    "Mr. Lind, the victim's father",
    "The bank hid its losses for a decade, said the regulator's chief",
)
"""What the program gets wrong today, by its first words: one frame with another common noun, one name with two
bearers. A case that comes right must leave the list."""


@pytest.mark.parametrize("number", range(len(cases())), ids=lambda number: f"{number}-{cases()[number].kind}")
def test_says_what_an_editor_would(number: int, request: pytest.FixtureRequest) -> None:
    case, differences, score = judged()[number]
    if case.texts[0].startswith(LIMITS):
        request.applymarker(pytest.mark.xfail(strict=True, reason="a known limit"))
    assert right(case, differences, score), (case, round(score, 2), [d.message for d in differences])
