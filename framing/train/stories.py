"""This project's own labels of stories, kept apart from the text they are about.

``stories.jsonl`` holds, a line each, three articles of ``allsides_articles_lead`` on one story by id, the offsets of
their sentences, and the pairs of sentences that report the same claim: article and sentence number of either side,
grade (must or may) and in what they differ. ``round`` says in which stage of the training they were taught. The guide
is that of ``alignment_train``. No word of the articles is in the file.

``contrasts.jsonl`` holds invented pairs of sentences, written for this project: near misses of every kind of
difference, each beside a sibling that lacks it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from framing.errors import DataError
from framing.train import data

STORIES = Path(__file__).parent / "stories.jsonl"
CONTRASTS = Path(__file__).parent / "contrasts.jsonl"
ROUNDS = (1, 2, 3)


def stories(rows: Sequence[data.Row], path: Path = STORIES) -> Iterator[data.Row]:
    """Rows like those of ``alignment_train`` for the labelled stories whose articles are among ``rows``.

    Raises ``DataError`` where a labelled article is missing or shorter than its offsets say.
    """
    known = {row["id"]: row for row in rows}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        record = json.loads(line)
        articles = []
        for place, labelled in enumerate(record["articles"]):
            row = known.get(labelled["id"])
            if row is None or any(end > len(row["text"]) or start >= end for start, end in labelled["sentences"]):
                raise DataError(f"{path}: line {number}: article {labelled['id']} is not as it was when labelled")
            sentences = [
                {"id": f"{place}.{i}", "text": " ".join(row["text"][start:end].split())}
                for i, (start, end) in enumerate(labelled["sentences"])
            ]
            articles.append(
                {
                    "id": str(place),
                    "source": row["source"],
                    "title": row["title"],
                    "date": row["date"],
                    "sentences": sentences,
                }
            )
        pairs = [
            {"a": f"{one}.{i}", "b": f"{two}.{j}", "grade": grade, "diff": diff, "note": ""}
            for one, i, two, j, grade, diff in record["pairs"]
        ]
        made = {"story": f"o{number:04d}", "event": f"own {number}", "round": record["round"]}
        yield {**made, "articles": articles, "pairs": pairs}


def contrasts(path: Path = CONTRASTS) -> list[data.Row]:
    """The invented pairs as rows ``{"a", "b", "same", "diff"}``."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
