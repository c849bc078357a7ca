"""How well the typed differences are found: precision and recall a kind on labelled `must` pairs.

Each labelled story's sentences are put together into one pseudo-article an outlet and annotated with the sentence
borders as given; then every `must` pair is handed to the detectors, so that scoring and grouping play no part. The
label `loaded` is the kind `wording`; `quote_altered` has no label and is only counted.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from framing.annotate.annotating import annotate_split, encode
from framing.compare import alignment, differences, members
from framing.compare.differences import Side
from framing.config import Config
from framing.model import encoder as encoders
from framing.model.encoder import Encoder
from framing.model.pair_reader import DIFFERENCES
from framing.model.reader import Reader, load
from framing.train import data
from framing.train.alignment import labelled_story
from framing.types import Annotation, Article, Difference, Sentence, Span

SETS = ("alignment_dev",)
KINDS = {
    "attribution_lost": "attribution_lost",
    "attribution": "attribution",
    "number": "number",
    "hedge": "hedge",
    "contradiction": "contradiction",
    "agent": "agent",
    "loaded": "wording",
}


@dataclass(frozen=True)
class Judged:
    """A labelled pair with what the detectors found."""

    story: str
    a: Side
    b: Side
    labels: frozenset[str]
    note: str
    found: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Measure:
    """Counts of one kind."""

    right: int
    found: int
    labelled: int

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.labelled if self.labelled else 0.0

    def record(self) -> dict[str, float | int | None]:
        """The counts with precision and recall as JSON."""
        return {
            "right": self.right,
            "found": self.found,
            "labelled": self.labelled,
            "precision": round(self.precision, 4) if self.found else None,
            "recall": round(self.recall, 4) if self.labelled else None,
        }


def annotated(
    articles: Sequence[data.Row], reader: Reader, encoder: Encoder | None = None
) -> list[tuple[Annotation, dict[str, Span]]]:
    """The annotations of labelled articles and each sentence id's span; an ``encoder`` adds sentence vectors."""
    made: list[tuple[Article, tuple[Sentence, ...]]] = []
    spans: list[dict[str, Span]] = []
    for article in articles:
        text = ""
        sentences: list[Sentence] = []
        places: dict[str, Span] = {}
        for number, row in enumerate(article["sentences"]):
            start = len(text) + 1 if text else 0
            text = f"{text} {row['text']}" if text else row["text"]
            sentences.append(Sentence(start, len(text), paragraph=number))
            places[row["id"]] = Span(start, len(text))
        whole = Article(
            article["id"], text, title=article["title"], outlet=article["source"], published=article["date"]
        )
        made.append((whole, tuple(sentences)))
        spans.append(places)
    found = annotate_split(made, reader, Config())
    if encoder is not None:
        found = encode(found, encoder)
    return list(zip(found, spans, strict=True))


def sides(story: data.Row, chosen: Sequence[data.Row], reader: Reader) -> tuple[list[Side], list[Side]]:
    """Both sides of the ``chosen`` pairs of ``story``."""
    found = annotated(story["articles"], reader)
    known = {article["id"]: one for article, one in zip(story["articles"], found, strict=True)}
    where = {sid: (annotation, span) for annotation, places in known.values() for sid, span in places.items()}
    bodies = {key: members.Body.of(annotation) for key, (annotation, _) in known.items()}

    def side(sentence: str) -> Side:
        annotation, span = where[sentence]
        return Side(annotation, members.member(annotation, span, bodies[annotation.article.id]))

    return [side(pair["a"]) for pair in chosen], [side(pair["b"]) for pair in chosen]


def judge(story: data.Row, reader: Reader, encoder: Encoder, pairs: alignment.Reads | None = None) -> Iterator[Judged]:
    """Every `must` pair of ``story`` with its labels and what is found, as ``pairs`` reads them, or the shipped one."""
    import numpy as np

    chosen = [pair for pair in story["pairs"] if pair["grade"] == "must"]
    whole, _ = labelled_story(story, encoder)
    numbers = {s["id"]: i for i, s in enumerate(s for article in story["articles"] for s in article["sentences"])}
    a, b = (np.array([numbers[pair[side]] for pair in chosen], dtype=np.int64) for side in "ab")
    answers = alignment.read_pairs(whole, a, b, pairs or alignment.bundled().reader)
    for pair, one, other, said in zip(chosen, *sides(story, chosen, reader), answers, strict=True):
        told = dict(zip(DIFFERENCES, said[2:].tolist(), strict=True))
        found = differences.between(one, other, told)
        yield Judged(story["story"], one, other, frozenset(pair["diff"]), pair.get("note", ""), found)


def measure(judged: Sequence[Judged]) -> dict[str, Measure]:
    """Precision and recall of each kind, by kind of difference; ``quote_altered`` with nothing labelled."""
    right: defaultdict[str, int] = defaultdict(int)
    found: defaultdict[str, int] = defaultdict(int)
    labelled: defaultdict[str, int] = defaultdict(int)
    for pair in judged:
        kinds = {d.kind for d in pair.found}
        gold = {KINDS[label] for label in pair.labels if label in KINDS}
        for kind in kinds:
            found[kind] += 1
        for name in gold:
            labelled[name] += 1
        for name in kinds & gold:
            right[name] += 1
    return {k: Measure(right[k], found[k], labelled[k]) for k in [*KINDS.values(), "quote_altered"]}


def evaluate(root: Path, names: Sequence[str] = SETS) -> dict[str, Any]:
    """Figures a set and kind on the sets ``names`` in the folder ``root``.

    ``precision`` is ``None`` where nothing was found and ``recall`` where nothing is labelled; a kind without a label
    has ``found`` alone. ``alignment_train`` taught the pair reader and the judge: its figures over folds are those that
    were recorded in training. Raises ``DataError`` where a set is missing or malformed.
    """
    reader, encoder = load(Config().encoder.threads), encoders.load(Config().encoder)
    figures: dict[str, Any] = {}
    for name in names:
        judged = [pair for story in data.load(name, root) for pair in judge(story, reader, encoder)]
        figures[name] = {
            "must_pairs": len(judged),
            "kinds": {
                kind: counts.record() if kind in KINDS.values() else {"found": counts.found}
                for kind, counts in measure(judged).items()
            },
        }
    return figures


def main(arguments: Sequence[str] | None = None) -> None:
    """Print precision and recall a kind for one labelled set."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("root", type=Path, help="folder of the labelled sets")
    parser.add_argument("--name", default="alignment_train")
    options = parser.parse_args(arguments)
    reader, encoder = load(Config().encoder.threads), encoders.load(Config().encoder)
    judged = [pair for story in data.load(options.name, options.root) for pair in judge(story, reader, encoder)]
    print(f"{len(judged)} must pairs of {options.name}")
    for kind, counts in measure(judged).items():
        print(
            f"{kind:17} P {counts.precision:.3f}  R {counts.recall:.3f}  "
            f"({counts.right} right of {counts.found} found, {counts.labelled} labelled)"
        )


if __name__ == "__main__":
    main()
