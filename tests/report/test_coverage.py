"""The coverage table: order of rows, states of cells, and what a cell says in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from framing.report import coverage, overview, story, tables, wordings
from framing.types import Comparison, Finding


def test_rows_stand_in_three_groups_most_origins_first(comparison: Comparison) -> None:
    rows = coverage.table(comparison)
    assert [(row.claim.id, row.group) for row in rows] == [
        ("c1", "shared"),
        ("c5", "shared"),
        ("c2", "disputed"),
        ("c3", "carried"),
        ("c4", "single"),
    ]


@pytest.mark.parametrize(
    ("claim", "article", "words"),
    [
        ("c1", "a1", "attributed: Ida Brandt (named)"),
        ("c1", "a2", "own voice"),
        ("c1", "a3", "attributed: Ida Brandt (named) · same copy as =cmd()|' /C calc'!A0 (Nordwire)"),
        ("c1", "../../etc", "own voice · hedged"),
        ("c2", "a1", "quoted: Ida Brandt (named)"),
        ("c2", "a2", "own voice · denied · late in the piece"),
        ("c2", "a3", "absent"),
        ("c2", "../../etc", "cannot tell"),
        ("c4", "a1", "attributed: an anonymous source · hedged"),
        ("c4", "a2", "no match"),
    ],
)
def test_cells_in_words(comparison: Comparison, claim: str, article: str, words: str) -> None:
    row = next(row for row in coverage.table(comparison) if row.claim.id == claim)
    assert row.cell(article).words == words


def test_a_source_given_once_is_a_source_given(comparison: Comparison) -> None:
    claim = comparison.claims[0]
    bare = replace(claim.members[0], start=0, end=5, status="own", source=None, rung="none")
    changed = replace(comparison, claims=(replace(claim, members=(bare, *claim.members)),))
    cell = coverage.table(changed)[0].cell("a1")
    assert cell.words == "attributed: Ida Brandt (named) · also in own voice"


def test_a_piece_of_another_story_was_not_searched(comparison: Comparison) -> None:
    changed = replace(comparison, stories=(("a1", "a3"), ("a2", "../../etc")), claims=comparison.claims[2:3])
    assert coverage.table(changed)[0].cell("a2").state == "other_story"


def test_every_state_has_its_word_and_its_meaning() -> None:
    assert set(coverage.STATES) == set(coverage.MEANINGS)


def test_frames(comparison: Comparison, findings: tuple[Finding, ...]) -> None:
    table = tables.coverage_frame(comparison)
    assert list(table.index) == ["c1", "c5", "c2", "c3", "c4"]
    assert table.loc["c2", "a3"] == "absent"
    claims = tables.claims_frame(comparison)
    assert set(claims["claim"]) == {"c1", "c2", "c3", "c4", "c5"}
    assert len(claims) == 20
    assert list(tables.findings_frame(findings)["rule"]) == [f.rule for f in findings]


@pytest.mark.parametrize(
    ("strength", "group"), [(0.0, "disputed"), (0.3, "perhaps"), (0.649, "perhaps"), (0.65, "disputed")]
)
def test_weak_matches_stand_apart(comparison: Comparison, strength: float, group: str) -> None:
    claim = replace(comparison.claims[1], strength=strength)
    (row,) = coverage.table(replace(comparison, claims=(claim,)))
    assert row.group == group


def test_a_weak_match_counts_nowhere_else(comparison: Comparison, findings: tuple[Finding, ...]) -> None:
    weak = replace(comparison, claims=tuple(replace(claim, strength=0.5) for claim in comparison.claims))
    told = story.tell(weak, findings)
    assert overview.standings(told)[0].claims == 0
    for piece in told.pieces:
        assert not overview.unsourced(told, piece)
        assert not told.undecided(piece)
        assert not told.pairs_of(piece.id)
    assert wordings.worded(told) == ()


def test_a_statement_of_one_piece_is_no_weak_match(comparison: Comparison) -> None:
    alone = replace(comparison.claims[3], strength=0.1)
    (row,) = coverage.table(replace(comparison, claims=(alone,)))
    assert row.group == "single"


def test_a_report_on_nobodys_word_gives_no_source(comparison: Comparison, findings: tuple[Finding, ...]) -> None:
    """ "It is expected" names nobody: the cell says so, and the piece counts among those that give no source."""
    claim = comparison.claims[0]
    nobody = replace(claim.members[0], source=None, rung="vague")
    (row,) = coverage.table(replace(comparison, claims=(replace(claim, members=(nobody, *claim.members[1:])),)))
    assert row.cell("a1").words == "attributed: no source named"
    assert not row.cell("a1").sourced
    told = story.tell(comparison, findings)
    assert [piece.id for piece in overview.vouchers(told, row).own] == ["a1", "a2", "../../etc"]
