"""A comparison in a notebook: data frames, and a piece of HTML that is safe inside any page."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from framing.pipeline import Compared
from framing.report import notebook, tables
from framing.types import Annotation, Article, Comparison, Finding


@pytest.fixture(scope="module")
def compared(comparison: Comparison, findings: tuple[Finding, ...]) -> Compared:
    return Compared.of(comparison, findings)


@pytest.fixture(scope="module")
def drawn(compared: Compared) -> str:
    return compared._repr_html_()


@pytest.fixture(scope="module")
def bare() -> Compared:
    return Compared.of(Comparison((Annotation(Article("a", "One piece.")),), (("a",),), (), ()), ())


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_it_is_a_comparison_with_findings(
    compared: Compared, comparison: Comparison, findings: tuple[Finding, ...]
) -> None:
    assert isinstance(compared, Comparison)
    assert compared.findings == findings
    assert compared.comparison is compared
    assert (compared.claims, compared.articles) == (comparison.claims, comparison.articles)
    assert compared.annotation("a2") is comparison.annotation("a2")


def test_claims_frame_has_a_row_for_each_sentence_and_each_source_without_one(compared: Compared) -> None:
    frame = compared.claims_frame()
    assert tuple(frame.columns) == tables.CLAIMS_HEADER
    expected = sum(
        len(claim.members) + len({a.id for a in compared.articles} - {m.article for m in claim.members})
        for claim in compared.claims
    )
    assert len(frame) == expected
    c2 = frame[frame["claim"] == "c2"].set_index("article")
    assert c2["state"].to_dict() == {"a1": "quoted", "a2": "own", "a3": "absent", "../../etc": "cannot_tell"}
    assert c2.loc["../../etc", "nearest_score"] == 0.1


def test_findings_frame_has_a_row_for_each_finding(compared: Compared) -> None:
    frame = compared.findings_frame()
    assert tuple(frame.columns) == tables.FINDINGS_HEADER
    assert list(frame["text"]) == [finding.text for finding in compared.findings]


def test_coverage_frame_is_claims_by_articles(compared: Compared) -> None:
    frame = compared.coverage_frame()
    assert frame.shape == (5, 4)
    assert list(frame.columns) == ["a1", "a2", "a3", "../../etc"]
    assert (frame.index.name, frame.columns.name) == ("claim", "article")
    assert frame.loc["c1", "a2"] == "own voice"


def test_the_fragment_reaches_nothing_outside_itself(drawn: str) -> None:
    assert (drawn[:4], drawn[-6:]) == ("<div", "</div>")
    assert not re.search(r"<script|<html|<body|<link|https?:|//|@import|url\(|\son\w+=\"", drawn)


def test_its_styles_stay_in_the_fragment(drawn: str) -> None:
    (style,) = re.findall(r"<style>(.*?)</style>", drawn, re.DOTALL)
    for selectors in re.findall(r"([^{}]+)\{", style):
        assert all(selector.strip().startswith(".framing-comparison ") for selector in selectors.split(","))


def test_hostile_names_are_words_and_stand_apart(drawn: str) -> None:
    assert "<b onclick" not in drawn
    assert "&lt;b onclick=" in drawn
    assert "<bdi>صحيفة الميناء (Nordwire)</bdi>" in drawn


def test_a_hostile_claim_is_words(comparison: Comparison) -> None:
    claim = replace(comparison.claims[0], id="<i>c1", text="<img src=x onerror=alert(1)>")
    drawn = notebook.render(replace(comparison, claims=(claim,)), ())
    assert "<img" not in drawn
    assert "<i>" not in drawn


def test_it_tells_pieces_and_shared_claims_only(drawn: str) -> None:
    said = words(drawn)
    assert "4 pieces from 3 independent origins" in said
    assert [claim for claim in ("c1", "c2", "c3", "c4", "c5") if f"{claim} " in said] == ["c1", "c2", "c5"]
    assert "quoted: Ida Brandt (named)" in said


def test_claims_beyond_twenty_are_counted(comparison: Comparison) -> None:
    claims = tuple(replace(comparison.claims[0], id=f"c{i}") for i in range(23))
    drawn = notebook.render(replace(comparison, claims=claims), ())
    assert drawn.count('<th scope="row">c') == 20
    assert "3 further shared claims" in drawn


def test_a_bare_piece_has_a_fragment_and_frames(bare: Compared) -> None:
    said = words(bare._repr_html_())
    assert "1 piece from 1 independent origin" in said
    assert "No claim is reported by two or more independent origins." in said
    assert bare.claims_frame().shape == (0, len(tables.CLAIMS_HEADER))
    assert bare.findings_frame().shape == (0, len(tables.FINDINGS_HEADER))
    assert bare.coverage_frame().shape == (0, 1)


def test_nothing_at_all_has_a_fragment() -> None:
    assert "0 pieces" in words(Compared.of(Comparison((), (), (), ()), ())._repr_html_())
