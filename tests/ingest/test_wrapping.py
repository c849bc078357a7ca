"""Line breaks inside wrapped sentences become spaces; all others stay; no offset moves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.ingest.wrapping import joined

WRAPPED = (
    "The council of Veld voted on Tuesday evening to close the\n"
    "ferry line. Mayor Ana Brandt called it a sad day for all\n"
    "of the islands, and she asked the council to think again\n"
    "before March."
)


@pytest.mark.parametrize(
    ("text", "breaks"),
    [
        (WRAPPED, 0),
        (f"{WRAPPED}\n\n{WRAPPED}", 2),
        ("The council voted on Tuesday to close the island ferry\nin March.", 0),
        ("Council closes ferry\nThe council voted on Tuesday.", 1),
        ("The council voted on Tuesday to close the island ferry.\nin March it will end.", 1),
        ("- The council voted on Tuesday to close the island ferry\n- the mayor opposed it", 1),
        ("> The council voted on Tuesday to close the island ferry\n> the mayor opposed it", 1),
        ("short\nlines\nof\nverse", 3),
    ],
)
def test_breaks(text: str, breaks: int) -> None:
    assert joined(text).count("\n") == breaks


@given(st.text(alphabet="ab .\n-#", max_size=300))
def test_only_breaks_change(text: str) -> None:
    result = joined(text)
    assert len(result) == len(text)
    assert all(a == b or (a == "\n" and b == " ") for a, b in zip(text, result, strict=True))
