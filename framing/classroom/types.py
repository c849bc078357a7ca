"""The nouns of the classroom: Worksheet → Exercise → Item, and the Passage every answer rests on.

All are frozen. A ``Passage`` always knows its exact place in ``Article.text``; ``shown`` is what may be printed of it,
which the setting ``report.excerpts`` decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "whose-words",
    "fact-or-opinion",
    "loaded-word",
    "who-says-so",
    "how-good-a-source",
    "spot-the-difference",
    "what-is-missing",
    "what-comes-first",
]
Difficulty = Literal["easy", "medium", "hard"]


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of one piece: where they stand, and what may be printed of them.

    ``letter`` names the piece on the sheet. ``where`` is the place in words (``paragraph 3, sentence 1``). ``marked``
    are stretches of ``shown`` to be printed in bold, in order, not overlapping.
    """

    letter: str
    article: str
    start: int
    end: int
    where: str
    shown: str
    marked: tuple[tuple[int, int], ...] = ()

    def parts(self) -> tuple[tuple[str, bool], ...]:
        """``shown`` cut into stretches, each with whether it is printed in bold."""
        cut: list[tuple[str, bool]] = []
        at = 0
        for start, end in self.marked:
            cut += [(self.shown[at:start], False), (self.shown[start:end], True)]
            at = end
        cut.append((self.shown[at:], False))
        return tuple(part for part in cut if part[0])


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to answer inside an exercise.

    ``question`` stands below the passages; it may be empty where the exercise's instruction says it all.
    ``lines`` is how many lines to leave for
    writing; ``explanation`` and ``evidence`` are for the teacher.
    """

    question: str
    passages: tuple[Passage, ...]
    answer: str
    explanation: str
    evidence: tuple[Passage, ...]
    lines: int = 1


@dataclass(frozen=True, slots=True)
class Exercise:
    """One numbered question of the worksheet; ``options`` are the answers to choose from, empty if none are given."""

    kind: Kind
    title: str
    instruction: str
    difficulty: Difficulty
    options: tuple[str, ...]
    items: tuple[Item, ...]
    teaching: str


@dataclass(frozen=True, slots=True)
class Credit:
    """Where one piece comes from, as printed at the foot of the sheet."""

    letter: str
    article: str
    title: str
    publisher: str
    bylines: tuple[str, ...]
    published: str | None
    genre: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Worksheet:
    """Everything both printed sheets hold.

    ``left_out`` names the kinds for which the pieces gave no clear-cut case, each with the reason in words.
    """

    title: str
    credits: tuple[Credit, ...]
    exercises: tuple[Exercise, ...]
    left_out: tuple[tuple[str, str], ...]
    seed: int
    config_sha256: str
