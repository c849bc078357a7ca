"""What pages show of the articles: places, words with their marks, and nothing that the settings withhold."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest

from framing.config import Config, ReportConfig
from framing.report import figures, folder, story
from framing.report.excerpts import Excerpts
from framing.report.view import View, Words
from framing.types import Annotation, Article, Comparison, Finding, JsonDict, Pair, Place
from tests.report.conftest import HARBOUR, MORNING, place

Look = Callable[..., View]
HIT = "The ferry Maren struck the eastern pier at Varnholm on Tuesday, harbour master Ida Brandt said."
RESUME = "Service was to resume on Friday."
#: Words of the pieces that are no evidence: of claims of one origin, and of attributions.
WITHHELD = (
    "Service was to resume on Friday",
    "The company may suspend the line",
    "according to two officials who asked",
    "the company ignored every warning",
    "Experts say the company",
)


@pytest.fixture(scope="module")
def look(comparison: Comparison, findings: tuple[Finding, ...]) -> Look:
    def looked(excerpts: str = "full", limit: int = 99, words: int = 40, sides: dict[str, str] | None = None) -> View:
        settings = ReportConfig.model_validate({"excerpts": excerpts, "excerpt_words": words})
        return View(story.tell(comparison, findings), Excerpts(settings), limit, sides or {})

    return looked


def text(words: Words) -> str:
    return "".join(segment.text for segment in words.segments)


def marked(words: Words, kind: str) -> list[str]:
    return [segment.text for segment in words.segments if kind in segment.kinds]


def at(article: str, full: str, words: str) -> Place:
    span = place(full, words)
    return Place(article, span.start, span.end)


def plain(name: str, content: bytes) -> Iterable[str]:
    """What a file says as a reader, a screen reader and a search engine see it: no tags, no escapes, single spaces."""
    raw = content.decode()
    if name.endswith((".html", ".svg")):
        yield " ".join(html.unescape(re.sub(r"<[^>]+>", "", raw)).split())
        yield " ".join(html.unescape(raw).split())
    elif name.endswith(".md"):
        yield " ".join(re.sub(r"\\(.)", r"\1", raw).replace("\u2060", "").split())
    else:
        yield " ".join(raw.replace("\\n", " ").replace("\\", "").replace('""', '"').split())


def rendered(
    comparison: Comparison, findings: tuple[Finding, ...], run: JsonDict, excerpts: str
) -> dict[str, tuple[str, ...]]:
    """The words of every text file of a report by its name."""
    config = Config.model_validate({"report": {"excerpts": excerpts}})
    files = folder.render(comparison, findings, run, config)
    return {name: tuple(plain(name, content)) for name, content in files.items() if not name.endswith(".png")}


def test_how_names_the_state_and_what_else_holds(look: Look, comparison: Comparison) -> None:
    told = story.tell(comparison, ())
    assert [look().how(cell) for cell in told.row("c2").cells] == ["quoted", "own denied late", "absent", "cannot_tell"]
    assert look().how(told.row("c1").cell("../../etc")) == "own hedged"


def test_rows_beyond_the_limit_are_not_shown(look: Look) -> None:
    view = look(limit=2)
    assert [row.claim.id for row in view.rows("shared") + view.rows("disputed")] == ["c1", "c5"]
    assert [view.shown(claim) for claim in ("c1", "c5", "c2")] == [True, True, False]


def test_a_place_is_its_sentence_where_articles_are_shown(look: Look, comparison: Comparison) -> None:
    start = MORNING.index("At least 23")
    page = story.tell(comparison, ()).piece("a2").page
    assert look().place("a2", start + 5) == f"{page}#s{start}"
    assert look("sentences").place("a2", start, "c2") == f"{page}#c-c2"
    assert look("none").place("a2", start) == page


def test_shared_and_differing_words_are_marked(look: Look, comparison: Comparison) -> None:
    row = story.tell(comparison, ()).row("c1")
    words = look().side_by_side(comparison.claims[0].members[1], row)
    assert text(words) == "The ferry Maren rammed the eastern pier on Tuesday in a shameful display."
    assert marked(words, "df") == ["rammed"]
    assert {"ferry", "Maren", "pier", "Tuesday"} <= set(marked(words, "al"))
    assert not {"shameful", "display", "rammed"} & set(marked(words, "al"))


def test_words_that_only_the_piece_itself_repeats_are_not_shared(look: Look, comparison: Comparison) -> None:
    single = story.tell(comparison, ()).row("c4")
    assert marked(look().side_by_side(single.claim.members[0], single), "al") == []


@pytest.mark.parametrize("claim", ["c3", "c4"])
@pytest.mark.parametrize("excerpts", ["sentences", "none"])
def test_sentences_of_one_origin_are_withheld_beside_each_other(
    look: Look, comparison: Comparison, claim: str, excerpts: str
) -> None:
    row = story.tell(comparison, ()).row(claim)
    for member in row.claim.members:
        assert look(excerpts).side_by_side(member, row) == Words((), cut=True)
        assert text(look("full").side_by_side(member, row)) == member.text


def test_nothing_is_shown_where_no_words_may_be(look: Look, comparison: Comparison) -> None:
    view, row = look("none"), story.tell(comparison, ()).row("c1")
    member = row.claim.members[0]
    shown = view.side_by_side(member, row), view.member(member), view.around(at("a2", MORNING, "rammed"))
    assert shown == (Words((), cut=True),) * 3
    assert view.columns() == ()


@pytest.mark.parametrize("excerpts", ["sentences", "none"])
def test_what_is_attributed_is_withheld(look: Look, comparison: Comparison, excerpts: str) -> None:
    told = story.tell(comparison, ())
    (vague,) = told.piece("a2").attributions
    assert look(excerpts).content(told.piece("a2"), vague) == "[words not shown]"
    assert look().content(told.piece("a2"), vague) == "the company ignored every warning"


def test_unnamed_sources_are_the_anonymous_and_the_vague(look: Look, comparison: Comparison) -> None:
    told = story.tell(comparison, ())
    assert [[a.rung for a in look().unnamed(piece)] for piece in told.pieces] == [["anonymous"], ["vague"], [], []]


def test_sentences_are_cut_to_the_word_limit(look: Look, comparison: Comparison) -> None:
    shown = look("sentences", words=5).member(comparison.claims[0].members[0])
    assert (text(shown), shown.cut) == ("The ferry Maren struck the", True)
    assert not look("sentences", words=40).member(comparison.claims[0].members[0]).cut


def test_a_place_is_shown_in_its_sentence(look: Look) -> None:
    shown = look().around(at("a2", MORNING, "23 passengers"))
    assert (text(shown), marked(shown, "df")) == ("At least 23 passengers were hurt.", ["23 passengers"])


def test_a_whole_sentence_is_not_marked(look: Look) -> None:
    shown = look().around(at("a2", MORNING, "At least 23 passengers were hurt."))
    assert (text(shown), marked(shown, "df")) == ("At least 23 passengers were hurt.", [])


def test_a_place_in_two_sentences_is_shown_in_both(look: Look) -> None:
    shown = look().around(at("a2", MORNING, "display.\nAt least"))
    assert text(shown).startswith("The ferry Maren rammed")
    assert text(shown).endswith("were hurt.")
    assert marked(shown, "df") == ["display.\nAt least"]


def test_columns_hold_each_piece_with_its_shared_claims(look: Look) -> None:
    columns = look().columns()
    assert [column.piece.id for column in columns] == ["a1", "a2", "a3", "../../etc"]
    lines = {line.text: line.claims for paragraph in columns[0].paragraphs for line in paragraph}
    assert list(lines) == [" ".join(line.split()) for line in HARBOUR.splitlines()]
    assert (lines[HIT], lines[RESUME]) == (("c1",), ())


def test_columns_hold_only_evidence_where_articles_may_not_be_shown(look: Look) -> None:
    lines = [line for column in look("sentences").columns() for paragraph in column.paragraphs for line in paragraph]
    assert all(line.claims for line in lines)
    assert {claim for line in lines for claim in line.claims} == {"c1", "c2", "c5"}
    assert not [line.text for line in lines if any(words in line.text for words in WITHHELD)]


def test_columns_hold_no_claim_beyond_the_limit(look: Look) -> None:
    for excerpts in ("full", "sentences"):
        columns = look(excerpts, limit=1).columns()
        assert {c for column in columns for p in column.paragraphs for line in p for c in line.claims} == {"c1"}


@pytest.mark.parametrize(("count", "shown"), [(1, 0), (2, 2), (8, 8), (9, 0)])
def test_columns_stand_beside_each_other_for_two_to_eight_pieces(
    comparison: Comparison, count: int, shown: int
) -> None:
    brief = comparison.annotations[3]
    annotations = tuple(replace(brief, article=replace(brief.article, id=f"a{i}")) for i in range(count))
    told = story.tell(Comparison(annotations, (), (), ()), ())
    assert len(View(told, Excerpts(ReportConfig()), 99, {}).columns()) == shown


def test_sides_stand_in_order_of_words_with_no_side_last(look: Look) -> None:
    rows = look(sides={"Ida Brandt": "the port", "Experts": "science"}).sides()
    assert [row.name for row in rows] == ["the port", "science", "no side given"]
    assert [cell.total if cell else None for cell in rows[0].cells] == [19, None, None, None]
    assert look().sides() == ()


def test_whoever_speaks_for_a_side_is_heard(look: Look, comparison: Comparison) -> None:
    piece = story.tell(comparison, ()).piece("a1")
    assert look().unheard(piece) == ("Maren",)
    assert look(sides={"Ida Brandt": "MAREN"}).unheard(piece) == ()


def test_a_reason_is_told_without_the_search_itself(look: Look) -> None:
    search = "of 100 claims that were there, 2 were called absent in a test"
    reason = f"searched for and not found; {search}; the piece is older"
    assert look().further(reason) == "the piece is older"
    assert look().further("searched for and not found") == ""


def test_no_file_repeats_what_is_no_evidence(
    comparison: Comparison, findings: tuple[Finding, ...], run: JsonDict
) -> None:
    full = rendered(comparison, findings, run, "full")
    assert all(words in full["index.html"][0] for words in WITHHELD[:3])
    files = rendered(comparison, findings, run, "sentences")
    assert "rammed the eastern pier on Tuesday in a shameful display" in files["index.html"][0]
    for name, versions in files.items():
        for said in versions:
            assert not [words for words in WITHHELD if words in said], name


def test_no_file_repeats_any_sentence(comparison: Comparison, findings: tuple[Finding, ...], run: JsonDict) -> None:
    sentences = {
        " ".join(sentence.span.of(annotation.article.text).split()).rstrip(".")
        for annotation in comparison.annotations
        for sentence in annotation.sentences
        if sentence.role == "body" and sentence.span.of(annotation.article.text) != annotation.article.title
    }
    parts = {"a shameful display", "ignored every warning", "none of them badly", "harbour master Ida Brandt said"}
    full = rendered(comparison, findings, run, "full")["index.html"][0]
    assert all(words in full for words in sentences | parts)
    for name, versions in rendered(comparison, findings, run, "none").items():
        for said in versions:
            assert not [words for words in (*sentences, *parts, *WITHHELD) if words in said], name


def test_a_pair_across_rows_reveals_no_sentence(
    comparison: Comparison, findings: tuple[Finding, ...], run: JsonDict
) -> None:
    rammed = "The ferry Maren rammed the eastern pier on Tuesday in a shameful display."
    pair = Pair(at("a1", HARBOUR, RESUME), at("a2", MORNING, rammed), 0.9)
    files = rendered(replace(comparison, pairs=(pair,)), findings, run, "sentences")
    assert not [name for name, versions in files.items() if any(WITHHELD[0] in said for said in versions)]


def test_a_story_without_shared_claims_reveals_no_sentence(
    comparison: Comparison, findings: tuple[Finding, ...], run: JsonDict
) -> None:
    alone = replace(comparison, claims=comparison.claims[2:4], pairs=())
    told = story.tell(alone, ())
    drawn = figures.coverage_figure(told, Excerpts(ReportConfig(excerpts="sentences")))
    assert {row[1] for row in drawn.rows} == {"Claim c3", "Claim c4"}
    for name, versions in rendered(alone, findings, run, "sentences").items():
        for said in versions:
            assert not [words for words in WITHHELD if words in said], name


def test_a_bare_piece_has_no_words_to_show() -> None:
    told = story.tell(Comparison((Annotation(Article("a", "")),), (), (), ()), ())
    view = View(told, Excerpts(ReportConfig()), 9, {})
    assert (view.columns(), view.sides(), view.unheard(told.pieces[0])) == ((), (), ())
    assert view.place("a", 0).endswith("#article")
