"""Annotation of single sentences or passages, row by row: for scoring data sets (``framing annotate --lines``)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from framing.annotate.annotating import annotate_many
from framing.annotate.records import actor_record, attribution_record
from framing.config import Config
from framing.types import Annotation, Article, JsonDict

if TYPE_CHECKING:
    from framing.model.reader import Reader

ROWS = 256
"""Rows that share one run of the reader."""


def annotate_lines(rows: Iterable[tuple[str, str]], reader: Reader, config: Config) -> Iterator[JsonDict]:
    """One record a row ``(id, text)``, in order, offsets into the row's text; any text is valid, the empty one too.

    ``loaded`` and ``subjective`` are those of the row's highest sentence; ``loaded_spans`` holds the words marked in
    any voice. Rows are read as they are needed, 256 at a time.
    """
    for batch in _batched(rows):
        articles = [Article(id=row_id, text=text) for row_id, text in batch]
        for annotation in annotate_many(articles, reader, config):
            yield line_record(annotation)


def annotate_line(row_id: str, text: str, reader: Reader, config: Config) -> JsonDict:
    """The record of one row; ``annotate_lines`` is faster for many."""
    return next(annotate_lines([(row_id, text)], reader, config))


def line_record(annotation: Annotation) -> JsonDict:
    """The record of one annotated row."""
    text = annotation.article.text
    return {
        "id": annotation.article.id,
        "loaded": round(max((s.loaded for s in annotation.sentences), default=0.0), 4),
        "subjective": round(max((s.subjective for s in annotation.sentences), default=0.0), 4),
        "loaded_spans": [
            {"start": span.start, "end": span.end, "score": round(span.score, 4)} for span in annotation.wording
        ],
        "attributions": [attribution_record(attribution, text) for attribution in annotation.attributions],
        "actors": [actor_record(actor) for actor in annotation.actors],
    }


def _batched(rows: Iterable[tuple[str, str]]) -> Iterator[list[tuple[str, str]]]:
    batch: list[tuple[str, str]] = []
    for row in rows:
        batch.append(row)
        if len(batch) == ROWS:
            yield batch
            batch = []
    if batch:
        yield batch
