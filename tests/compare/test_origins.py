"""Copies, carriers and independent origins."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from framing.compare import compare, members, origins, stories
from framing.config import Config
from framing.types import Annotation, Claim, Member, Span
from tests.compare.building import annotation, word_scorer

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "origins.yaml").read_text(encoding="utf-8"))
PASSAGES: dict[str, str] = CASES["passages"]
LINES: list[dict[str, Any]] = CASES["lines"]
ROWS: list[dict[str, Any]] = [case for line in LINES for case in (*line["hold"], *line["counter"])]
COUNTED = [case for case in ROWS if "groups" in case]
CUT = [case for case in ROWS if "claim" in case]
RENAMED = [case for case in ROWS if "renamed" in case]


def articles(case: dict[str, Any], outlets: list[str | None] | None = None) -> tuple[Annotation, ...]:
    found = []
    for number, row in enumerate(case["articles"], start=1):
        text = "\n\n".join(PASSAGES[name] for name in row["text"].split())
        about = {k: v for k, v in row.items() if k != "text"}
        if outlets is not None:
            about["outlet"] = outlets[number - 1]
        found.append(annotation(f"a{number}", text, **about))
    return tuple(found)


def named(name: str) -> dict[str, Any]:
    return next(case for case in ROWS if case["name"] == name)


def member(made: Annotation, passage: str | None) -> Member:
    """The article's sentence of ``passage``, or its last sentence."""
    text = made.article.text
    start = text.index(PASSAGES[passage]) if passage else made.sentences[-1].start
    sentence = next(s for s in made.sentences if s.start == start)
    return members.member(made, Span(sentence.start, sentence.end), members.Body.of(made))


@pytest.mark.parametrize("line", LINES, ids=lambda line: str(line["line"]))
def test_each_line_has_cases_both_ways(line: dict[str, Any]) -> None:
    assert min(len(line["hold"]), len(line["counter"])) >= 6


def check_groups_and_counts(case: dict[str, Any], made: tuple[Annotation, ...]) -> None:
    lineage = origins.trace(made, Config())
    assert [list(group) for group in lineage.groups] == case["groups"]
    assert origins.find(made, Config()) == lineage.groups
    for key in sorted(PASSAGES.keys() & case.keys()):
        holders = [a for a in made if PASSAGES[key] in a.article.text]
        assert origins.count([member(a, key) for a in holders], lineage) == case[key]
    by_id = {a.article.id: a for a in made}
    for one, passage, other, words, count in case.get("pairs", ()):
        assert origins.count([member(by_id[one], passage), member(by_id[other], words)], lineage) == count
    if "together" in case:
        assert origins.count([member(a, None) for a in made], lineage) == case["together"]


@pytest.mark.parametrize("case", COUNTED, ids=lambda case: str(case["name"]))
def test_groups_and_counts(case: dict[str, Any]) -> None:
    check_groups_and_counts(case, articles(case))


@pytest.mark.parametrize("case", COUNTED, ids=lambda case: str(case["name"]))
def test_order_of_articles_does_not_matter(case: dict[str, Any]) -> None:
    made = articles(case)
    forth = {frozenset(group) for group in origins.find(made, Config())}
    back = {frozenset(group) for group in origins.find(made[::-1], Config())}
    assert forth == back


def compared(made: tuple[Annotation, ...], monkeypatch: pytest.MonkeyPatch) -> tuple[Claim, ...]:
    monkeypatch.setattr(stories, "group", lambda found: (tuple(a.article.id for a in found),))
    return compare(made, Config(), scorer=word_scorer).claims


def outcome(claims: tuple[Claim, ...]) -> list[Any]:
    """All that is said of the claims but the sentences in words, which name the outlets."""
    return [
        (
            (c.id, c.text, c.members, c.origins, c.strength),
            [(d.kind, d.between, d.spans, d.score) for d in c.differences],
            [(a.article, a.verdict, a.nearest) for a in c.absent],
        )
        for c in claims
    ]


@pytest.mark.parametrize("case", RENAMED, ids=lambda case: str(case["name"]))
def test_other_outlet_names_change_nothing(case: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    told = outcome(compared(articles(case), monkeypatch))
    for outlets in case["renamed"]:
        made = articles(case, outlets)
        check_groups_and_counts(case, made)
        assert outcome(compared(made, monkeypatch)) == told


@pytest.mark.parametrize("case", CUT, ids=lambda case: str(case["name"]))
def test_cut_paragraphs(case: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    wordings = {PASSAGES[name] for name in case["claim"].split()}
    claim = next(c for c in compared(articles(case), monkeypatch) if {m.text for m in c.members} == wordings)
    assert claim.origins == case["origins"]
    absent = {a.article: a for a in claim.absent}
    assert absent.keys() == case["expected"].keys()
    for article, expected in case["expected"].items():
        found = absent[article]
        assert found.verdict == expected["verdict"], found.reason
        assert expected["reason"] in found.reason
        assert expected.get("not") is None or expected["not"] not in found.reason


def test_shared_passages_are_places_in_the_first_article() -> None:
    one, other = articles(named("half agency copy, half own copy, counted by passage"))
    places = origins.shared_passages(one, other)
    assert [p.span.of(one.article.text) for p in places] == [PASSAGES["wire1"], PASSAGES["wire2"]]
    assert {p.article for p in places} == {"a1"}
    assert origins.shared_passages(other, articles(named("two outlets with their own words"))[1]) == ()


def test_no_members_have_no_origin() -> None:
    made = articles(COUNTED[0])
    assert origins.count((), origins.trace(made, Config())) == 0
