"""The same claim in several wordings: who charges it, who words it plainly, who gives a source."""

from __future__ import annotations

from dataclasses import replace

import pytest

from framing.report import coverage, story, wordings
from framing.report.story import Marked, Story
from framing.types import Comparison, Finding, Pair, Place
from tests.report.conftest import ARABIC, BRIEF, HARBOUR, MORNING, finding, place

HIT = "The ferry Maren struck the eastern pier at Varnholm on Tuesday, harbour master Ida Brandt said."
RAMMED = "The ferry Maren rammed the eastern pier on Tuesday in a shameful display."
TEXTS = {"a1": HARBOUR, "a2": MORNING, "a3": ARABIC, "../../etc": BRIEF}


def at(article: str, words: str) -> Place:
    span = place(TEXTS[article], words)
    return Place(article, span.start, span.end)


def pair(one: tuple[str, str], other: tuple[str, str], score: float) -> Pair:
    return Pair(at(*one), at(*other), score)


def mark(told: Story, article: str, words: str) -> Marked:
    return next(m for m in told.piece(article).findings if m.finding.text == words)


def plainer(comparison: Comparison, findings: tuple[Finding, ...], *pairs: Pair) -> list[tuple[str, str]]:
    told = story.tell(replace(comparison, pairs=pairs), findings)
    found = wordings.plainer(told, told.piece("a2"), mark(told, "a2", "a shameful display"))
    return [(side.piece.id, side.member.text) for side in found]


def sourced(comparison: Comparison, article: str, told_by: Finding, *pairs: Pair) -> list[tuple[str, str]]:
    told = story.tell(replace(comparison, pairs=pairs), (told_by,))
    found = wordings.sourced(told, told.piece(article), told.piece(article).findings[0])
    return [(side.piece.id, side.member.text) for side in found]


def test_a_claim_charged_by_one_and_not_by_another_is_told(
    comparison: Comparison, findings: tuple[Finding, ...]
) -> None:
    (found,) = wordings.worded(story.tell(comparison, findings))
    assert found.row.claim.id == "c1"
    assert [side.piece.id for side in found.sides] == ["a2", "a1", "a3", "../../etc"]
    assert [[m.finding.text for m in side.charged] for side in found.sides] == [
        ["a shameful display", "shameful"],
        [],
        [],
        [],
    ]


def test_a_claim_charged_by_all_is_not_told(comparison: Comparison, findings: tuple[Finding, ...]) -> None:
    every = (
        *findings,
        finding("a1", HARBOUR, "struck", "W101", "loaded-language"),
        finding("a3", ARABIC, "struck", "W101", "loaded-language"),
        finding("../../etc", BRIEF, "hit", "W101", "loaded-language"),
    )
    assert "c1" not in [told.row.claim.id for told in wordings.worded(story.tell(comparison, every))]


def test_a_claim_charged_by_none_is_not_told(comparison: Comparison, findings: tuple[Finding, ...]) -> None:
    plain = tuple(f for f in findings if not (f.rule.startswith("W") and f.voice == "own"))
    assert {f.article for f in plain if f.rule.startswith("W")} == {"a1", "a2"}
    assert wordings.worded(story.tell(comparison, plain)) == ()


def test_what_one_origin_alone_has_is_not_told(comparison: Comparison) -> None:
    charge = finding("a1", HARBOUR, "Service was to resume", "W101", "loaded-language")
    assert wordings.worded(story.tell(comparison, (charge,))) == ()


def test_the_charged_sentence_of_a_source_stands_for_it(comparison: Comparison, findings: tuple[Finding, ...]) -> None:
    claim = comparison.claims[0]
    span = place(MORNING, "Reckless ferry smashes into pier")
    headline = replace(claim.members[1], start=span.start, end=span.end, text=span.of(MORNING), status="quoted")
    more = replace(claim, members=(headline, *claim.members))
    (found,) = wordings.worded(story.tell(replace(comparison, claims=(more,)), findings))
    assert found.sides[0].member.text == RAMMED


def test_a_plainer_wording_is_that_of_a_scored_pair(comparison: Comparison, findings: tuple[Finding, ...]) -> None:
    assert plainer(comparison, findings, pair(("a1", HIT), ("a2", RAMMED), 0.5)) == [("a1", HIT)]
    assert plainer(comparison, findings, pair(("a1", HIT), ("a2", RAMMED), 0.49)) == []
    assert plainer(comparison, findings) == []


def test_two_plainer_wordings_at_most_the_surest_first(comparison: Comparison, findings: tuple[Finding, ...]) -> None:
    pairs = (
        pair(("a2", RAMMED), ("a1", HIT), 0.6),
        pair(("a2", RAMMED), ("../../etc", BRIEF.strip()), 0.9),
        pair(("a3", HIT), ("a2", RAMMED), 0.8),
    )
    assert [article for article, _ in plainer(comparison, findings, *pairs)] == ["../../etc", "a3"]


def test_a_charged_sentence_is_no_plainer_wording(comparison: Comparison, findings: tuple[Finding, ...]) -> None:
    charged = (*findings, finding("a1", HARBOUR, "struck", "W101", "loaded-language"))
    assert plainer(comparison, charged, pair(("a1", HIT), ("a2", RAMMED), 0.9)) == []


def test_a_pair_that_no_row_holds_together_is_no_wording_of_the_claim(
    comparison: Comparison, findings: tuple[Finding, ...]
) -> None:
    apart = pair(("a1", "Service was to resume on Friday."), ("a2", RAMMED), 0.9)
    assert plainer(comparison, findings, apart) == []


def test_the_same_copy_has_no_plainer_wording(comparison: Comparison) -> None:
    charge = finding("a1", HARBOUR, "struck", "W101", "loaded-language")
    pairs = (pair(("a1", HIT), ("a3", HIT), 0.99), pair(("a1", HIT), ("a2", RAMMED), 0.7))
    told = story.tell(replace(comparison, pairs=pairs), (charge,))
    found = wordings.plainer(told, told.piece("a1"), told.piece("a1").findings[0])
    assert [side.piece.id for side in found] == ["a2"]


@pytest.mark.parametrize("changes", [{"voice": "quoted"}, {"voice": "attributed"}, {"rule": "S201"}, {"rule": "C408"}])
def test_only_own_wording_has_a_plainer_one(
    comparison: Comparison, findings: tuple[Finding, ...], changes: dict[str, str]
) -> None:
    changed = (replace(findings[0], **changes),)  # type: ignore[arg-type]
    assert plainer(comparison, changed, pair(("a1", HIT), ("a2", RAMMED), 0.9)) == []


@pytest.mark.parametrize("rule", ["S201", "S204"])
def test_who_gives_a_source_for_what_is_marked_as_unsourced(comparison: Comparison, rule: str) -> None:
    marked = finding("a2", MORNING, "rammed the eastern pier", rule, "x")
    assert sourced(comparison, "a2", marked, pair(("a1", HIT), ("a2", RAMMED), 0.5)) == [("a1", HIT)]
    assert sourced(comparison, "a2", marked, pair(("a1", HIT), ("a2", RAMMED), 0.49)) == []


def test_a_sentence_in_own_voice_gives_no_source(comparison: Comparison) -> None:
    marked = finding("a2", MORNING, "rammed the eastern pier", "S201", "x")
    assert sourced(comparison, "a2", marked, pair(("../../etc", BRIEF.strip()), ("a2", RAMMED), 0.9)) == []


def test_the_same_copy_gives_no_source(comparison: Comparison) -> None:
    marked = finding("a1", HARBOUR, "struck the eastern pier", "S201", "x")
    assert sourced(comparison, "a1", marked, pair(("a1", HIT), ("a3", HIT), 0.9)) == []


@pytest.mark.parametrize("changes", [{"voice": "quoted"}, {"rule": "S205"}, {"rule": "W101"}])
def test_only_missing_sources_in_own_voice_are_answered(comparison: Comparison, changes: dict[str, str]) -> None:
    marked = replace(finding("a2", MORNING, "rammed the eastern pier", "S201", "x"), **changes)  # type: ignore[arg-type]
    assert sourced(comparison, "a2", marked, pair(("a1", HIT), ("a2", RAMMED), 0.9)) == []


def test_a_mark_elsewhere_in_the_piece_is_not_answered(comparison: Comparison) -> None:
    marked = finding("a2", MORNING, "Experts say", "S201", "x")
    assert sourced(comparison, "a2", marked, pair(("a1", HIT), ("a2", RAMMED), 0.9)) == []


def test_two_sources_at_most_and_each_once(comparison: Comparison) -> None:
    claim = comparison.claims[0]
    brief = replace(claim.members[3], status="attributed", rung="anonymous")
    third = replace(comparison, claims=(replace(claim, members=(*claim.members[:3], brief)),))
    marked = finding("a2", MORNING, "rammed the eastern pier", "S201", "x")
    pairs = [pair((article, HIT), ("a2", RAMMED), score) for article, score in (("a1", 0.6), ("a3", 0.8), ("a3", 0.7))]
    pairs.append(pair(("../../etc", BRIEF.strip()), ("a2", RAMMED), 0.9))
    assert [article for article, _ in sourced(third, "a2", marked, *pairs)] == ["../../etc", "a3"]


def test_a_sentence_on_nobodys_word_vouches_for_nothing(comparison: Comparison) -> None:
    named = comparison.claims[0].members[0]
    assert coverage.vouched(named)
    assert coverage.vouched(replace(named, source=None, rung="anonymous"))
    assert not coverage.vouched(replace(named, source=None, rung="vague"))
    assert not coverage.vouched(replace(named, status="own"))
