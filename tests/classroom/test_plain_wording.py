"""When another piece's sentence may stand as the plain wording of a loaded one."""

from __future__ import annotations

import pytest

from framing.classroom.wording import _told_there
from framing.types import Sentence, Span

TEXT = "While Lind called the ferry talks open, he noted the council rightly refuses to fund the harbour bridge."


@pytest.mark.parametrize(
    ("other", "told"),
    [
        ("The council refuses to fund a bridge at the harbour.", True),
        ("Lind said the ferry talks were open and might go on in May.", False),
        ("The council met on Monday.", False),
    ],
)
def test_the_part_with_the_marked_word_must_be_told(other: str, told: bool) -> None:
    mark = Span(TEXT.index("rightly"), TEXT.index("rightly") + len("rightly"))
    assert _told_there(TEXT, Sentence(0, len(TEXT)), mark, other) is told
