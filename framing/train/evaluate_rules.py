"""How often each rule is right: its own-voice findings against the labelled openings.

A finding counts as right if it overlaps an own-voice mark of the same group (wording, source or claim rules), as the
guide to the labels has it. Recall is over the sure marks of the same rule.
"""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast, get_args

from framing.annotate.annotating import annotate_many
from framing.config import Config
from framing.errors import DataError
from framing.model import reader as readers
from framing.rules import registry
from framing.types import Article, Finding, Genre, JsonDict

GROUPS = {
    "W": ("W101", "W102", "W103", "W104", "W105", "W106", "W107", "W108"),
    "source": ("S202", "S203"),
    "claim": ("S201", "S204"),
}
RULES = tuple(code for codes in GROUPS.values() for code in codes)


@dataclass
class Tally:
    """Counts of one rule: findings, those that overlap a mark of the group, sure marks, and those that were met."""

    found: int = 0
    right: int = 0
    sure: int = 0
    met: int = 0
    wrong: list[str] = field(default_factory=list)

    def record(self) -> JsonDict:
        """The counts with precision and recall; ``null`` where nothing was found or nothing was to be found."""
        return {
            "found": self.found,
            "right": self.right,
            "precision": round(self.right / self.found, 3) if self.found else None,
            "sure": self.sure,
            "recall": round(self.met / self.sure, 3) if self.sure else None,
        }


def article(row: JsonDict) -> Article:
    """The row as an article in its genre."""
    genre = row["genre"] if row["genre"] in get_args(Genre) else "news"
    return Article(id=str(row["id"]), text=row["text"], title=row["title"], genre=cast(Genre, genre))


def read(path: Path) -> Iterator[JsonDict]:
    """The rows of a gzipped JSON-lines file; raises ``DataError`` naming file and line."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            try:
                yield json.loads(line)
            except ValueError as error:
                raise DataError(f"{path}: line {number} is not JSON ({error})") from error


def tally(rows: Iterable[JsonDict], config: Config) -> dict[str, Tally]:
    """The counts of every rule of ``GROUPS`` over labelled openings."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    listed = list(rows)
    annotations = annotate_many([article(row) for row in listed], readers.load(config.encoder.threads), config)
    for row, annotation in zip(listed, annotations, strict=True):
        findings = [f for f in registry.check_annotation(annotation, config) if f.voice == "own"]
        for codes in GROUPS.values():
            marks = [m for m in row["findings"] if m["rule"] in codes and m["voice"] == "own"]
            for finding in findings:
                if finding.rule in codes:
                    count = tallies[finding.rule]
                    count.found += 1
                    if any(_meet(finding, mark) for mark in marks):
                        count.right += 1
                    else:
                        count.wrong.append(f"{row['id']} {finding.text!r}")
            for mark in marks:
                if mark["sure"]:
                    tallies[mark["rule"]].sure += 1
                    tallies[mark["rule"]].met += any(_meet(f, mark) for f in findings if f.rule in codes)
    return dict(tallies)


def evaluate(path: Path, config: Config) -> dict[str, JsonDict]:
    """The record of each rule's counts on the file, by code."""
    tallies = tally(read(path), config)
    return {code: tallies.get(code, Tally()).record() for code in RULES}


def _meet(finding: Finding, mark: JsonDict) -> bool:
    return bool(finding.start < mark["end"] and mark["start"] < finding.end)
