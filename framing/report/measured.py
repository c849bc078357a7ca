"""How often the program errs, as measured on texts that taught it nothing; read from ``measured.json``.

The file is written by ``benchmarks/figures.py`` from the project's own results, and a test ties the two.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from framing.report.story import DIFFERENCES

FILE = Path(__file__).with_name("measured.json")


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure in words: the part of the program, what was measured, and on what."""

    part: str
    sentence: str
    on: str


@dataclass(frozen=True, slots=True)
class Told:
    """Of one kind of difference: how many were told, how many of them rightly, and how many readers had marked."""

    kind: str
    title: str
    found: int
    right: int
    labelled: int
    on: str

    @property
    def sentence(self) -> str:
        """The counts in words."""
        right = f"{self.right} of {self.found} told were right" if self.found else "None was told"
        return f"{right}; readers had marked {self.labelled}."


@lru_cache(maxsize=1)
def measures() -> tuple[Measure, ...]:
    """The figures of the parts, in the order of the program."""
    return tuple(Measure(**row) for row in _document()["measures"])


@lru_cache(maxsize=1)
def told() -> dict[str, Told]:
    """The figures of the differences by kind."""
    found = _document()["differences"]
    return {kind: Told(kind, title, **found[kind]) for kind, title in DIFFERENCES.items() if kind in found}


def reliability(kind: str) -> str:
    """How far a line of this kind of difference can be relied on, in a sentence."""
    known = told().get(kind)
    if known is None:
        return "How often such a line is right has not been measured."
    if not known.found:
        return f"In a test on annotated stories no such line was told, and readers had marked {known.labelled}."
    return (
        f"In a test on annotated stories {known.right} of {known.found} such lines were right; readers had marked "
        f"{known.labelled}, so most are missed."
    )


def weak_rows() -> str:
    """How often weakly matched rows of the table are wrong, in a sentence."""
    rows = _document()["rows"]
    weak, sure = (round(100 * rows[kind]["wrong"] / rows[kind]["rows"]) for kind in ("weak", "sure"))
    return f"In a test on annotated stories {weak} in 100 such rows were wholly wrong, of the others {sure} in 100."


@lru_cache(maxsize=1)
def absence_recall() -> int:
    """Of a hundred claims that a piece has, how many the search finds or leaves undecided."""
    from framing.model import pair_reader

    missed: float = pair_reader.recorded()["absence"]["still_there"]["absent_of_judged"]
    return round(100 * (1 - missed))


@lru_cache(maxsize=1)
def _document() -> dict[str, Any]:
    document: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return document
