"""The same sentence about somebody else: parties, nations, faiths and persons exchanged for others of their kind.

Wording should be marked the same way whoever it is about. Training learns from such pairs which directions of the
encoder's space tell who is spoken of, and weighs them down; tests and evaluation count the labels that still change.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
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


def swapped_with_places(text: str, step: int) -> tuple[str, Callable[[int], int]]:
    """``swapped(text, step)`` and a function from its character offsets back to those of ``text``.

    Offsets inside an exchanged word lead to the word's beginning or end, whichever bounds it.
    """
    places = _places()
    parts: list[str] = []
    starts, lengths, origins, widths = [0], [0], [0], [0]
    at = made = 0
    for match in _pattern().finditer(text):
        group, index = places[match.group()]
        word = group[(index + step) % len(group)]
        between = text[at : match.start()]
        parts += [between, word]
        made += len(between)
        starts.append(made)
        lengths.append(len(word))
        origins.append(match.start())
        widths.append(match.end() - match.start())
        made += len(word)
        at = match.end()
    parts.append(text[at:])

    def back(offset: int) -> int:
        i = bisect_right(starts, offset) - 1
        inside = offset - starts[i]
        if inside < lengths[i]:
            return origins[i] if inside == 0 else origins[i] + widths[i]
        return origins[i] + widths[i] + inside - lengths[i]

    return "".join(parts), back
