"""Two events in one frame, and what only looks like it."""

from __future__ import annotations

import pytest

from framing.compare.vetoes import two_events


@pytest.mark.parametrize(
    ("one", "other", "two"),
    [
        ("A quake struck the island of Perrin on Monday.", "A quake struck the province of Zahir on Monday.", True),
        ("The court met on Tuesday to hear the case of Olm.", "The court met on Friday to hear the case of Olm.", True),
        ("The jury cleared Anna Pike of the murder.", "The jury cleared Edwin Marsh of the murder.", True),
        ("The first trial of the mayor ended in tears.", "The second trial of the mayor ended in tears.", True),
        ("A quake struck the island of Perrin on Monday.", "A quake hit the island of Perrin on Monday.", False),
        (
            "Grain talks failed, the Kremlin said late on Sunday.",
            "Grain talks failed, Moscow said late on Sunday.",
            False,
        ),
        ("The jury cleared Anna Pike of the murder.", "The jury cleared Ms. Pike of the murder.", False),
        ("The rebels of Gadhafi took the town.", "The rebels of al-Qaddafi took the town.", False),
        ("“We will never pay for it,” Fox said.", "“We will never pay for it,” Veld told Olm Radio.", False),
        ("Anna Pike was cleared by the jury.", "In Olm a verdict of murder fell on Edwin Marsh.", False),
        ("The F.B.I. searched the house.", "The Bureau searched the house.", False),
    ],
)
def test_frames(one: str, other: str, two: bool) -> None:
    assert two_events(one, other) is two
    assert two_events(other, one) is two
    assert not two_events(one, one)
