"""Embedded posts are heard as their authors' words."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.language import posts, quotations


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("A vile plan! — Ana Brandt (@abrandt) November 15, 2017", "A vile plan!", "Ana Brandt"),
        ("He replied.\nShe is wrong. #vote — Bo (@bo_1) Jan 3, 2019\nIt ended.", "She is wrong. #vote", "Bo"),
    ],
)
def test_a_signed_line_is_a_quotation(text: str, words: str, name: str) -> None:
    (found,) = quotations.find(text)
    assert (text[found.start : found.end], found.speaker, found.kind) == (words, name, "speech")


def test_two_posts_on_one_line_are_two() -> None:
    text = "First one. — Ana (@ana) May 1, 2020 Second one. — Bo (@bo) May 2, 2020"
    assert [text[q.start : q.end] for q in posts.find(text)] == ["First one.", "Second one."]


@pytest.mark.parametrize(
    "text", ["The plan — a vile one — failed (@ the hall).", "— Ana (@ana)", "Write to @ana (now)."]
)
def test_what_is_no_post(text: str) -> None:
    assert posts.find(text) == ()


@given(st.text(alphabet="ab —(@)\n.1", max_size=60))
def test_posts_lie_in_the_text_and_do_not_overlap(text: str) -> None:
    found = posts.find(text)
    assert all(0 <= q.start < q.end <= len(text) for q in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
