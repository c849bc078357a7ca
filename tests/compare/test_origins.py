"""Copies, carriers and independent origins."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from framing.compare import members, origins
from framing.config import Config
from framing.types import Annotation, Member, Span
from tests.compare.building import annotation

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "origins.yaml").read_text(encoding="utf-8"))
PASSAGES: dict[str, str] = CASES["passages"]


def articles(case: dict[str, Any]) -> tuple[Annotation, ...]:
    found = []
    for number, row in enumerate(case["articles"], start=1):
        text = "\n\n".join(PASSAGES[name] for name in row["text"].split())
        about = {k: v for k, v in row.items() if k != "text"}
        found.append(annotation(f"a{number}", text, **about))
    return tuple(found)


def member(made: Annotation, passage: str | None) -> Member:
    """The article's sentence of ``passage``, or its last sentence."""
    text = made.article.text
    start = text.index(PASSAGES[passage]) if passage else made.sentences[-1].start
    sentence = next(s for s in made.sentences if s.start == start)
    return members.member(made, Span(sentence.start, sentence.end), members.Body.of(made))


@pytest.mark.parametrize("case", CASES["cases"], ids=lambda case: str(case["name"]))
def test_groups_and_counts(case: dict[str, Any]) -> None:
    made = articles(case)
    lineage = origins.trace(made, Config())
    assert [list(group) for group in lineage.groups] == case["groups"]
    assert origins.find(made, Config()) == lineage.groups
    for key in ("wire1", "quote1"):
        if key in case:
            holders = [a for a in made if PASSAGES[key] in a.article.text]
            assert origins.count([member(a, key) for a in holders], lineage) == case[key]
    if "together" in case:
        assert origins.count([member(a, None) for a in made], lineage) == case["together"]


@pytest.mark.parametrize("case", CASES["cases"], ids=lambda case: str(case["name"]))
def test_order_of_articles_does_not_matter(case: dict[str, Any]) -> None:
    made = articles(case)
    forth = {frozenset(group) for group in origins.find(made, Config())}
    back = {frozenset(group) for group in origins.find(made[::-1], Config())}
    assert forth == back


def test_shared_passages_are_places_in_the_first_article() -> None:
    one, other = articles(next(c for c in CASES["cases"] if c["name"].startswith("half agency")))
    places = origins.shared_passages(one, other)
    assert [p.span.of(one.article.text) for p in places] == [PASSAGES["wire1"], PASSAGES["wire2"]]
    assert {p.article for p in places} == {"a1"}
    assert origins.shared_passages(other, articles(CASES["cases"][5])[1]) == ()


def test_no_members_have_no_origin() -> None:
    made = articles(CASES["cases"][0])
    assert origins.count((), origins.trace(made, Config())) == 0
