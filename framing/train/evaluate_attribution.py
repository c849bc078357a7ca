"""Attribution against PolNeAR: token F1 of source, cue and content, and F1 of whole attributions.

Run ``python -m framing.train.evaluate_attribution ../shared/data/polnear_dev.jsonl.gz``. One annotator an article is
taken (the first). A token counts for a part if it stands in any span of that part, so nested attributions count once;
an attribution is right if it overlaps a gold one in cue (or in source) and in content, matched one to one.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from framing.annotate import attribution
from framing.errors import DataError
from framing.language import names, quotations, sentences, words
from framing.types import Attribution, Region, Span

Parts = tuple[tuple[Span, ...], tuple[Span, ...], tuple[Span, ...]]
PARTS = ("source", "cue", "content")


def evaluate(path: str | Path, *, limit: int | None = None) -> dict[str, Any]:
    """Precision, recall and F1 by part and of whole attributions on the file at ``path``.

    ``limit`` takes the first articles only. Raises ``DataError`` where the file is missing or malformed.
    """
    counts = {part: [0, 0, 0] for part in (*PARTS, "attribution")}
    articles = 0
    for row in _rows(Path(path)):
        if limit is not None and articles >= limit:
            break
        articles += 1
        text = row["text"]
        gold = [_gold_parts(a) for a in row["attributions"]]
        predicted = [parts(a) for a in find(text, title=row.get("title"))]
        tokens = words.tokens(text)
        for index, part in enumerate(PARTS):
            truth = _covered(tokens, (s for g in gold for s in g[index]))
            guess = _covered(tokens, (s for p in predicted for s in p[index]))
            _add(counts[part], len(truth & guess), len(guess), len(truth))
        _add(counts["attribution"], _matched(predicted, gold), len(predicted), len(gold))
    return {"articles": articles, **{part: _scores(*count) for part, count in counts.items()}}


def find(text: str, *, title: str | None = None) -> tuple[Attribution, ...]:
    """The attributions of a plain text, found as ``annotate`` finds them; ``title`` is a headline it may begin with."""
    headed = title is not None and title != "" and text.startswith(title)
    parted = sentences.split(text, (Region("title", 0, len(title or "")),) if headed else ())
    return attribution.find(text, parted, quotations.find(text), names.find(text, parted))


def parts(found: Attribution) -> Parts:
    """Source, cue and content spans of an attribution."""
    source = (found.source.span,) if found.source is not None else ()
    return source, (found.cue,) if found.cue is not None else (), found.content


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


def _gold_parts(row: dict[str, Any]) -> Parts:
    source, cue, content = (tuple(Span(s, e) for s, e in row[part]) for part in PARTS)
    return source, cue, content


def _covered(tokens: Sequence[Span], spans: Iterable[Span]) -> set[int]:
    ordered = list(spans)
    return {i for i, token in enumerate(tokens) if any(token.overlaps(s) for s in ordered)}


def _matched(predicted: Sequence[Parts], gold: Sequence[Parts]) -> int:
    taken: set[int] = set()
    for source, cue, content in predicted:
        for index, (gold_source, gold_cue, gold_content) in enumerate(gold):
            anchored = _meet(cue, gold_cue) or (not cue and _meet(source, gold_source))
            if index not in taken and anchored and _meet(content, gold_content):
                taken.add(index)
                break
    return len(taken)


def _meet(one: Sequence[Span], other: Sequence[Span]) -> bool:
    return any(a.overlaps(b) for a in one for b in other)


def _add(count: list[int], right: int, predicted: int, gold: int) -> None:
    count[0] += right
    count[1] += predicted
    count[2] += gold


def _scores(right: int, predicted: int, gold: int) -> dict[str, float]:
    precision = right / predicted if predicted else 0.0
    recall = right / gold if gold else 0.0
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4)}


def main() -> None:
    """Print the figures for the file named on the command line."""
    import sys

    if len(sys.argv) != 2:
        raise SystemExit("usage: python -m framing.train.evaluate_attribution FILE.jsonl.gz")
    print(json.dumps(evaluate(sys.argv[1]), indent=2))


if __name__ == "__main__":
    main()
