"""The page of plain text."""

from __future__ import annotations

from pathlib import Path

from framing.report import terminal
from framing.types import Annotation, Article, Claim, Comparison, Member


def comparison(title: str = "Ferry ends") -> Comparison:
    articles = [
        Article(id=f"a{i}", text="The ferry ends.", title=title, outlet=outlet, agency="Agency One")
        for i, outlet in ((1, "Post"), (2, "Ledger"))
    ]
    members = tuple(Member(a.id, 0, 15, "The ferry ends.", "own", None, "none", "flat", 0.0) for a in articles)
    return Comparison(
        annotations=tuple(Annotation(article=a) for a in articles),
        origins=(("a1",), ("a2",)),
        pairs=(),
        claims=(Claim("c1", "The ferry ends.", members, 1, strength=0.9),),
    )


def test_one_agency_counts_once() -> None:
    assert terminal.render(comparison(), ()).startswith("2 pieces, 1 independent origin\n")


def test_claims_name_who_reports_them_and_in_which_voice() -> None:
    page = " ".join(terminal.render(comparison(), ()).split())
    assert "The ferry ends. — Post (Agency One) (own voice); Ledger (Agency One) (own voice)" in page


def test_report_is_named_where_one_was_written() -> None:
    assert "Report: out/index.html" in terminal.render(comparison(), (), Path("out"))
    assert "--out DIR" in terminal.render(comparison(), ())


def test_control_characters_do_not_reach_the_terminal() -> None:
    page = terminal.render(comparison("Ferry\x1b[31m ends\x07"), ())
    assert all(c == "\n" or c.isprintable() for c in page)
