"""The overview: how each source stands to the shared claims, and which it states on nobody's word."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.report import overview, story
from framing.report.coverage import Row
from framing.report.story import Story
from framing.types import Absence, Annotation, Article, Claim, Comparison, Member
from tests.report.conftest import MORNING, member

TREATMENTS = ("own", "attributed", "quoted", "both", "absent", "cannot_tell", "unmatched")


@pytest.fixture(scope="module")
def told(comparison: Comparison) -> Story:
    return story.tell(comparison, ())


def built(number: int, treatments: tuple[str, ...], origins: int, certainty: str, position: float) -> Claim:
    """A claim that each article, in order, treats as named; ``both`` is attributed and in own voice too."""
    members, absent = [], []
    for i, treatment in enumerate(treatments):
        statuses = {"both": ("own", "attributed"), "absent": (), "cannot_tell": (), "unmatched": ()}
        for status in statuses.get(treatment, (treatment,)):
            at = 0 if status == "own" else 2
            given = None, "none", certainty, position
            members.append(Member(f"a{i}", at, at + 1, "x", status, *given))  # type: ignore[arg-type]
        if treatment in ("absent", "cannot_tell"):
            absent.append(Absence(f"a{i}", treatment, None))  # type: ignore[arg-type]
    origins = min(origins, len({m.article for m in members}))
    return Claim(f"c{number}", "x", tuple(members), origins, (), tuple(absent))


@st.composite
def stories(draw: st.DrawFn) -> Story:
    count = draw(st.integers(1, 4))
    rows = draw(
        st.lists(
            st.tuples(
                st.tuples(*[st.sampled_from(TREATMENTS)] * count),
                st.integers(1, 3),
                st.sampled_from(["flat", "hedged", "denied"]),
                st.sampled_from([0.0, 0.9]),
            ),
            max_size=6,
        )
    )
    claims = [built(i, *row) for i, row in enumerate(rows)]
    annotations = tuple(Annotation(Article(f"a{i}", "x y z", outlet=f"Outlet {i}")) for i in range(count))
    origins = tuple((a.article.id,) for a in annotations)
    return story.tell(Comparison(annotations, origins, (), tuple(c for c in claims if c.members)), ())


def test_standings_of_the_harbour_story(told: Story) -> None:
    assert [
        (s.own, s.attributed, s.quoted, s.hedged, s.denied, s.late, s.absent, s.cannot_tell, s.unmatched)
        for s in overview.standings(told)
    ] == [
        (0, 1, 1, 0, 0, 0, 1, 0, 0),
        (2, 1, 0, 0, 1, 1, 0, 0, 0),
        (1, 1, 0, 0, 0, 0, 1, 0, 0),
        (1, 0, 0, 1, 0, 0, 0, 1, 1),
    ]


@given(stories())
def test_standings_add_up(told: Story) -> None:
    shared = [c for c in told.comparison.claims if c.origins > 1]
    for standing in overview.standings(told):
        reported = [c for c in shared if any(m.article == standing.piece.id for m in c.members)]
        assert standing.claims == len(shared)
        assert standing.reported == standing.own + standing.attributed + standing.quoted == len(reported)
        assert standing.reported + standing.absent + standing.cannot_tell + standing.unmatched == standing.claims
        assert max(standing.hedged, standing.denied, standing.late) <= standing.reported


def test_a_claim_of_another_story_counts_as_unmatched(comparison: Comparison) -> None:
    two = replace(comparison, stories=(("a1", "a2", "a3"), ("../../etc",)), claims=comparison.claims[4:])
    standing = overview.standings(story.tell(two, ()))[3]
    assert (standing.claims, standing.unmatched) == (1, 1)


@pytest.mark.parametrize(
    ("piece", "expected"),
    [
        ("a1", []),
        ("a2", [("c1", ["a1", "a3"]), ("c2", ["a1"])]),
        ("a3", [("c5", ["a2"])]),
        ("../../etc", [("c1", ["a1", "a3"])]),
    ],
)
def test_claims_in_own_voice_that_others_source(told: Story, piece: str, expected: list[tuple[str, list[str]]]) -> None:
    found = overview.unsourced(told, told.piece(piece))
    assert [(item.row.claim.id, [cell.article for cell in item.elsewhere]) for item in found] == expected
    assert all(item.here.article == piece for item in found)


def test_the_claims_stand_in_the_order_of_the_piece(comparison: Comparison) -> None:
    first, second = (
        replace(claim, members=tuple(m for m in claim.members if m.article in ("a1", "a2")))
        for claim in comparison.claims[:2]
    )
    turned = replace(
        comparison,
        claims=(
            replace(first, members=(first.members[0], replace(first.members[1], start=150, end=160))),
            replace(second, members=(second.members[0], replace(second.members[1], start=40, end=60))),
        ),
    )
    told = story.tell(turned, ())
    assert [item.row.claim.id for item in overview.unsourced(told, told.piece("a2"))] == ["c2", "c1"]


def test_what_carriers_of_one_copy_share_is_left_out(comparison: Comparison) -> None:
    resume = "Service was to resume on Friday."
    carried = comparison.claims[2]
    sourced = replace(carried.members[1], status="attributed", rung="anonymous")
    told = story.tell(replace(comparison, claims=(replace(carried, members=(carried.members[0], sourced)),)), ())
    assert carried.members[0].text == resume
    assert told.rows[0].group == "carried"
    assert overview.unsourced(told, told.piece("a1")) == ()


def test_a_source_given_once_is_no_want_of_a_source(comparison: Comparison) -> None:
    claim = comparison.claims[0]
    more = member("a2", MORNING, "Reckless ferry smashes into pier", "attributed", rung="vague")
    told = story.tell(replace(comparison, claims=(replace(claim, members=(*claim.members, more)),)), ())
    assert told.rows[0].cell("a2").remarks == ("also in own voice",)
    assert overview.unsourced(told, told.piece("a2")) == ()


@given(stories())
def test_unsourced_is_own_voice_alone_here_and_a_source_elsewhere(told: Story) -> None:
    for piece in told.pieces:
        expected = {
            claim.id
            for claim in told.comparison.claims
            if claim.origins > 1
            and {m.status for m in claim.members if m.article == piece.id} == {"own"}
            and any(m.article != piece.id and m.status != "own" for m in claim.members)
        }
        assert {item.row.claim.id for item in overview.unsourced(told, piece)} == expected


def test_vouchers_name_who_gives_a_source_and_who_gives_none(told: Story) -> None:
    vouchers = overview.vouchers(told, told.row("c1"))
    assert [piece.id for piece in vouchers.own] == ["a2", "../../etc"]
    assert [(p.id, whose) for p, whose in vouchers.sourced] == [
        ("a1", "Ida Brandt (named)"),
        ("a3", "Ida Brandt (named)"),
    ]
    assert vouchers.absent == ()


def test_vouchers_hold_absence_but_no_doubt(told: Story) -> None:
    vouchers = overview.vouchers(told, told.row("c2"))
    assert [piece.id for piece in vouchers.absent] == ["a3"]
    named = {p.id for p in (*vouchers.own, *(p for p, _ in vouchers.sourced), *vouchers.absent)}
    assert "../../etc" not in named


@given(stories())
def test_every_reporting_source_vouches_once(told: Story) -> None:
    def vouching(row: Row) -> list[str]:
        found = overview.vouchers(told, row)
        return sorted([p.id for p in found.own] + [p.id for p, _ in found.sourced])

    for row in told.rows:
        assert vouching(row) == sorted(cell.article for cell in row.reporting)


def test_shared_rows_leave_out_one_origin(told: Story) -> None:
    assert [row.claim.id for row in overview.shared_rows(told)] == ["c1", "c5", "c2"]
