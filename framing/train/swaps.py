"""The same sentence about somebody else: parties, nations, faiths and persons exchanged for others of their kind.

Wording should be marked the same way whoever it is about. Training learns from such pairs which directions of the
encoder's space tell who is spoken of, and weighs them down; tests and evaluation count the labels that still change.
"""

from __future__ import annotations

import re
from functools import lru_cache

GROUPS: tuple[tuple[str, ...], ...] = (
    ("Democrats", "Republicans", "Conservatives", "Liberals", "Greens"),
    ("Democrat", "Republican"),
    ("Democratic", "Republican"),
    ("Russia", "Ukraine", "China", "Iran", "Israel", "France", "Britain", "Mexico", "India", "Turkey", "Brazil"),
    ("Moscow", "Kyiv", "Beijing", "Tehran", "Jerusalem", "Paris", "London", "Delhi", "Ankara", "Washington"),
    ("Russian", "Ukrainian", "Chinese", "Iranian", "Israeli", "French", "British", "Mexican", "Indian", "American"),
    ("Russians", "Ukrainians", "Iranians", "Israelis", "Mexicans", "Indians", "Americans", "Palestinians"),
    ("Muslims", "Christians", "Jews", "Hindus", "Catholics", "Mormons"),
    ("Muslim", "Christian", "Jewish", "Hindu", "Catholic", "Mormon"),
    ("Islam", "Christianity", "Judaism", "Hinduism"),
    ("Trump", "Biden", "Obama", "Clinton", "Bush", "Sanders", "Romney", "Warren", "Rubio", "Putin", "Macron", "Merkel"),
    ("Donald", "Joe", "Barack", "Hillary", "Mitt", "Marco", "Elizabeth", "Angela", "Emmanuel"),
)
"""Words of one kind that may stand for each other; each is one word, so that a swap keeps the words in place."""


def swapped(text: str, step: int) -> str:
    """``text`` with every word of ``GROUPS`` replaced by the one ``step`` places on in its group, cyclically.

    The same word gives the same word throughout; texts without such words come back unchanged.
    """
    places = _places()

    def other(match: re.Match[str]) -> str:
        group, at = places[match.group()]
        return group[(at + step) % len(group)]

    return _pattern().sub(other, text)


@lru_cache(maxsize=1)
def _places() -> dict[str, tuple[tuple[str, ...], int]]:
    found: dict[str, tuple[tuple[str, ...], int]] = {}
    for group in GROUPS:
        for i, word in enumerate(group):
            found.setdefault(word, (group, i))
    return found


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(sorted(_places(), key=len, reverse=True)) + r")\b")
