"""This project's own labels of openings, kept apart from the text they are about.

``openings.jsonl`` holds, a line each, the id of an article of ``allsides_articles_lead`` and marks by offset: rule,
start, end, voice, and whether almost every fair editor would agree. The guide is that of ``findings_train``. No word of
the articles is in the file; without the set at hand it says nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from framing.errors import DataError
from framing.train import data

OPENINGS = Path(__file__).parent / "openings.jsonl"


def openings(rows: Sequence[data.Row], path: Path = OPENINGS) -> Iterator[data.Row]:
    """Rows like those of ``findings_train`` for the labelled articles among ``rows``, in the order of the labels.

    Raises ``DataError`` where a labelled article is missing or shorter than its marks say.
    """
    texts = {row["id"]: row["text"] for row in rows}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        record = json.loads(line)
        text = texts.get(record["id"])
        if text is None or any(end > len(text) or start >= end for _, start, end, _, _ in record["marks"]):
            raise DataError(f"{path}: line {number}: article {record['id']} is not as it was when it was labelled")
        yield {
            "id": record["id"],
            "text": text,
            "genre": record["genre"],
            "findings": [
                {"rule": rule, "start": start, "end": end, "text": text[start:end], "voice": voice, "sure": sure}
                for rule, start, end, voice, sure in record["marks"]
            ],
        }
