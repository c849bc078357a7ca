"""From the reader's links to reports, on links made by hand."""

from __future__ import annotations

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.annotate import linking
from framing.annotate.reporting import Report
from framing.model.reader import Heads, Link, Reading
from framing.types import Span

HEADS = Heads((), (), {}, 1, 1)


def reading(text: str, *links: Link) -> Reading:
    """A reading whose pieces are the words and marks of the text."""
    offsets = np.array([m.span() for m in re.finditer(r"\w+|[^\w\s]", text)], dtype=np.int64).reshape(-1, 2)
    states = np.zeros((len(offsets), 2), dtype=np.float32)
    return Reading(offsets, ((0, len(offsets)),), states, {}, {}, tuple(links), HEADS)


def link(anchor: int, source: list[int], cue: list[int], content: list[int], chance: float = 0.9) -> Link:
    parts = tuple(dict.fromkeys(part, 0.9) for part in (source, cue, content))
    return Link(anchor, chance, parts)


def words(text: str, report: Report) -> tuple[str | None, str, list[str]]:
    source = report.source.of(text) if report.source is not None else None
    return source, report.cue.of(text), [c.of(text) for c in report.content]


def test_the_parts_are_runs_of_pieces() -> None:
    text = "The road is closed, Ana Brandt said on Monday."
    found = linking.reports(text, reading(text, link(7, [5, 6], [7], [0, 1, 2, 3])))
    assert [words(text, r) for r in found] == [("Ana Brandt", "said", ["The road is closed"])]


def test_a_content_may_come_in_two_runs() -> None:
    text = '"It is late," she said, "and we are cold."'
    found = linking.reports(text, reading(text, link(7, [6], [7], [0, 1, 2, 3, 4, 5, 9, 10, 11, 12, 13, 14, 15])))
    assert words(text, found[0])[2] == ['"It is late,"', '"and we are cold."']


def test_the_best_run_is_the_source_and_a_weak_one_is_taken_where_none_is_strong() -> None:
    text = "Officials in Kyiv say the bridge is open"
    pieces = ({0: 0.9, 1: 0.9, 2: 0.9, 6: 0.6}, {3: 0.9}, {4: 0.9, 5: 0.9, 6: 0.9, 7: 0.9})
    assert words(text, linking.reports(text, reading(text, Link(3, 0.9, pieces)))[0])[0] == "Officials in Kyiv"
    weak = ({0: 0.3}, *pieces[1:])
    assert words(text, linking.reports(text, reading(text, Link(3, 0.9, weak)))[0])[0] == "Officials"


@pytest.mark.parametrize(
    "one",
    [link(2, [1], [2], [], 0.9), link(2, [1], [2], [4], 0.9), link(2, [1], [2], [3], 0.1)],
    ids=["no content", "marks alone", "improbable"],
)
def test_what_is_no_attribution(one: Link) -> None:
    text = "So he said nothing."
    assert linking.reports(text, reading(text, one)) == []


def test_two_anchors_in_one_cue_are_one_attribution() -> None:
    text = "Ana made clear that it rains"
    both = (link(1, [0], [1, 2], [4, 5]), link(2, [0], [2], [4, 5], 0.6))
    assert len(linking.reports(text, reading(text, *both))) == 1


@given(st.text(alphabet="ab .,'", max_size=40), st.data())
def test_spans_lie_in_the_text(text: str, data: st.DataObject) -> None:
    bare = reading(text)
    count = len(bare.offsets)
    if not count:
        return
    chances = st.dictionaries(st.integers(0, count - 1), st.floats(0.02, 1.0), max_size=8)
    one = Link(data.draw(st.integers(0, count - 1)), 1.0, tuple(data.draw(chances) for _ in range(3)))
    for report in linking.reports(text, reading(text, one)):
        spans: list[Span] = [report.cue, *report.content, *([report.source] if report.source else [])]
        assert all(0 <= s.start < s.end <= len(text) for s in spans)
        assert list(report.content) == sorted(report.content)


@pytest.mark.parametrize(
    ("text", "anchor", "source", "content", "expected"),
    [
        ("It rains, a U.S. official said", 9, {3: 0.9, 4: 0.7, 8: 0.8}, {0: 0.9, 1: 0.9, 5: 0.8}, "a U.S. official"),
        ("U.S. envoys say that it rains", 5, {2: 0.9, 4: 0.9}, {7: 0.9, 8: 0.9}, "U.S. envoys"),
        ("The U.S. says that it rains", 5, {0: 0.9, 1: 0.9}, {7: 0.9, 8: 0.9}, "The U.S."),
        ("U.S. says that it rains", 4, {0: 0.9}, {6: 0.9, 7: 0.9}, "U.S."),
        ("Kern hopes it keeps the U.S. engaged", 1, {0: 0.9}, {2: 0.9, 3: 0.9, 4: 0.9, 5: 0.9, 9: 0.9}, "Kern"),
    ],
)
def test_no_part_is_cut_within_an_abbreviation(
    text: str, anchor: int, source: dict[int, float], content: dict[int, float], expected: str
) -> None:
    (found,) = linking.reports(text, reading(text, Link(anchor, 0.9, (source, {anchor: 0.9}, content))))
    assert words(text, found)[0] == expected
    assert not any(part.endswith((" a U", "U", "U.", "a U.S.")) for part in words(text, found)[2])


def test_a_word_with_a_hyphen_is_whole() -> None:
    text = "Narrow-minded voters said it rains"
    found = linking.reports(text, reading(text, link(4, [2, 3], [4], [5, 6])))
    assert words(text, found[0])[0] == "Narrow-minded voters"
