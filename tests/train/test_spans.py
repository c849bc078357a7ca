"""Figures of marked spans, and the exchange of names in sentences."""

from __future__ import annotations

from framing.train.spans import figures
from framing.train.swaps import GROUPS, swapped
from framing.train.wording_examples import Mark
from framing.types import Span


def test_precision_counts_any_own_mark_and_recall_sure_ones() -> None:
    marks = {
        0: (
            Mark(Span(0, 5), "W101", sure=True, own=True),
            Mark(Span(10, 15), "W103", sure=False, own=True),
            Mark(Span(20, 25), "W101", sure=True, own=False),
        ),
        1: (Mark(Span(0, 5), "W102", sure=True, own=True),),
    }
    found = {0: [Span(4, 8), Span(12, 14), Span(20, 25)]}
    assert figures(found, marks) == {"precision": 0.6667, "recall": 0.5, "f1": 0.5714, "spans": 3, "sure_marks": 2}


def test_nothing_found_and_nothing_marked_is_zero() -> None:
    assert figures({}, {})["f1"] == 0.0


def test_swapping_keeps_the_words_in_place() -> None:
    text = "Obama told Russians and Muslims that the Republican plan, like Iran's, would pass."
    for step in range(1, 6):
        other = swapped(text, step)
        assert other != text
        assert len(other.split()) == len(text.split())
    assert swapped("The council met.", 1) == "The council met."
    assert swapped("Obama saw Obama", 1) == "Clinton saw Clinton"


def test_swapped_words_are_single_capitalised_words() -> None:
    assert all(word.isalpha() and word[0].isupper() for group in GROUPS for word in group)
