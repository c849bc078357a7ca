"""Attribution against PolNeAR by the whole program: token F1 of source, cue and content, and F1 of attributions.

Run ``python -m framing.train.evaluate_attribution ../shared/data/polnear_dev.jsonl.gz``. One annotator an article is
taken (the first). See ``reader.measuring.attribution`` for the measures; attributions carried over to sentences without
a cue of their own are left out, as PolNeAR has no such thing.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from framing.annotate.annotating import annotate_many
from framing.config import Config
from framing.errors import DataError
from framing.model import reader as readers
from framing.train.reader import documents, measuring
from framing.types import Article, Region

Parts = tuple[documents.Spans, documents.Spans, documents.Spans]


def evaluate(path: str | Path, *, limit: int | None = None) -> dict[str, Any]:
    """Precision, recall and F1 by part and of whole attributions on the file at ``path``.

    ``limit`` takes the first articles only. Raises ``DataError`` where the file is missing or malformed.
    """
    rows = list(_rows(Path(path)))[:limit]
    config = Config()
    articles = [
        Article(id=row["doc"], text=row["text"], regions=_headline(row["text"], row.get("title"))) for row in rows
    ]
    annotations = annotate_many(articles, readers.load(config.encoder.threads), config)
    found = []
    for row, annotation in zip(rows, annotations, strict=True):
        parts: list[Parts] = [
            (
                ((a.source.start, a.source.end),) if a.source is not None else (),
                ((a.cue.start, a.cue.end),) if a.cue is not None else (),
                tuple((c.start, c.end) for c in a.content),
            )
            for a in annotation.attributions
            if not a.assumed
        ]
        gold = documents.Document(
            "polnear", row["doc"], row["text"], (), 0, attributions=documents.linked(row["attributions"])
        )
        found.append((gold, parts))
    return {"articles": len(rows), **measuring.attribution_figures(found)}


def _headline(text: str, title: str | None) -> tuple[Region, ...]:
    return (Region("title", 0, len(title)),) if title and text.startswith(title) else ()


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    seen: set[str] = set()
    try:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                row = json.loads(line)
                if not {"doc", "text", "attributions"} <= row.keys():
                    raise DataError(f"{path}: line {number}: needs doc, text and attributions")
                if row["doc"] not in seen:
                    seen.add(row["doc"])
                    yield row
    except (OSError, json.JSONDecodeError, AttributeError) as error:
        raise DataError(f"{path}: cannot be read as gzipped JSON lines ({error})") from error


def main() -> None:
    """Print the figures for the file named on the command line."""
    import sys

    if len(sys.argv) != 2:
        raise SystemExit("usage: python -m framing.train.evaluate_attribution FILE.jsonl.gz")
    print(json.dumps(evaluate(sys.argv[1]), indent=2))


if __name__ == "__main__":
    main()
