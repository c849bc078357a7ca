"""Marks, words by voice, rates, labels and escaping, each alone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from framing.report import markdown, story, tables, words
from framing.report.marks import Mark, segments
from framing.report.story import Rate
from framing.types import Article, Comparison, Finding, Span


@given(
    st.text(max_size=40),
    st.lists(st.tuples(st.integers(0, 45), st.integers(0, 45), st.sampled_from("ab")), max_size=6),
    st.integers(0, 40),
    st.integers(0, 40),
)
def test_segments_repeat_the_text_exactly(text: str, marks: list[tuple[int, int, str]], start: int, end: int) -> None:
    within = Span(min(start, end, len(text)), min(max(start, end), len(text)))
    made = [Mark(a, min(b, len(text)), kind, str(i)) for i, (a, b, kind) in enumerate(marks)]
    parts = segments(text, within, made)
    assert "".join(part.text for part in parts) == within.of(text)
    opened = [mark.key for part in parts for mark in part.opening]
    assert len(opened) == len(set(opened))
    for part in parts:
        assert {mark.key for mark in part.opening} <= {mark.key for mark in part.marks}


def test_nested_and_overlapping_marks() -> None:
    parts = segments("abcdef", Span(0, 6), [Mark(0, 4, "x", "1"), Mark(1, 2, "y", "2"), Mark(3, 6, "y", "3")])
    assert [(p.text, [m.key for m in p.marks]) for p in parts] == [
        ("a", ["1"]),
        ("b", ["1", "2"]),
        ("c", ["1"]),
        ("d", ["1", "3"]),
        ("ef", ["3"]),
    ]
    assert [m.key for m in parts[3].closing] == ["1"]


def test_words_by_voice(comparison: Comparison) -> None:
    voices = words.share(comparison.annotation("a1"))
    shares = {share.speaker: (share.quoted, share.reported) for share in voices.speakers}
    assert shares == {"Ida Brandt": (8, 11), "two officials": (0, 6)}
    assert voices.own + sum(share.total for share in voices.speakers) == voices.words
    assert voices.of_rung("anonymous") == 6
    assert voices.unheard == ("Maren",)


def test_scare_quotes_are_the_outlets_own_words(comparison: Comparison) -> None:
    assert [share.speaker for share in words.share(comparison.annotation("a2")).speakers] == ["Experts"]


def test_rates_count_own_voice_apart(comparison: Comparison, findings: tuple[Finding, ...]) -> None:
    told = story.tell(comparison, findings)
    assert (told.piece("a2").rate.own, told.piece("a2").rate.others) == (2, 1)
    assert (told.piece("a1").rate.own, told.piece("a1").rate.others) == (0, 1)


def test_intervals_follow_the_published_limits() -> None:
    # exact Poisson limits for 5 events: 1.62 to 11.67
    rate = Rate(1000, 5, 0)
    assert rate.low is not None
    assert rate.high is not None
    assert abs(rate.low - 1.62) < 0.05
    assert abs(rate.high - 11.67) < 0.05
    assert Rate(1000, 0, 0).low == 0.0
    assert Rate(0, 0, 3).per_thousand is None


def test_labels_and_pages_are_unlike(comparison: Comparison) -> None:
    articles = tuple(Article(f"a{i}", "x", outlet="The Bay", title=t) for i, t in enumerate(["One", "Two", "Two"]))
    annotations = tuple(type(comparison.annotations[0])(article) for article in articles)
    told = story.tell(type(comparison)(annotations, (), (), ()), ())
    assert [piece.label for piece in told.pieces] == ["The Bay: One", "The Bay: Two [a1]", "The Bay: Two [a2]"]
    assert len({piece.page for piece in told.pieces}) == 3


@given(st.text(max_size=60))
def test_escaped_markdown_is_text(text: str) -> None:
    made = MarkdownIt("commonmark", {"html": True}).render("x " + markdown.escape(text))
    assert made.startswith("<p>")
    assert made.count("<") == 2


def test_cells_are_neutralised_by_their_first_character() -> None:
    made = tables.render(("a",), [["=1"], ["-2"], [-2], ["a=b"], [None], [True], ['say "x", y']])
    assert made.split("\r\n") == ["a", "'=1", "'-2", "-2", "a=b", '""', "true", '"say ""x"", y"', ""]
