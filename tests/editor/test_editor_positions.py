"""Offsets become lines and columns of the file that was read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from framing.editor import positions
from framing.editor.positions import Lines
from framing.types import Article


@given(st.text(alphabet="ab\n\r\u2028é😀", max_size=60), st.data())
def test_line_and_column_give_the_offset_back(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    line, column = Lines.of(text).at(offset)
    assert sum(len(row) + 1 for row in text.split("\n")[: line - 1]) + column - 1 == offset


def test_the_file_is_counted_not_the_article(draft: Article) -> None:
    assert positions.of_article(draft).at(0) == (4, 1)
    assert positions.of_article(draft).at(draft.text.index("cronies")) == (7, 5)


def test_line_ends_of_the_file_do_not_matter(draft: Article) -> None:
    path = Path(str(draft.path))
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert positions.of_article(draft).at(draft.text.index("cronies")) == (7, 5)


def test_source_can_be_given() -> None:
    article = Article("a1", "Two.", path=None, source_offset=5)
    assert positions.of_article(article, "One.\nTwo.").at(0) == (2, 1)


def test_a_changed_missing_or_converted_file_counts_within_the_text(draft: Article) -> None:
    converted = replace(draft, source_offset=None)
    assert positions.of_article(converted).at(0) == (1, 1)
    Path(str(draft.path)).write_text("Something else.", encoding="utf-8")
    assert positions.of_article(draft).at(0) == (1, 1)
    assert positions.of_article(replace(draft, path="nowhere.md")).at(0) == (1, 1)
    assert positions.of_article(replace(draft, path=None)).at(0) == (1, 1)
