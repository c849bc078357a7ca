"""Differences as the reader of a report meets them: told in whole stories that the program has compared itself.

A told difference is right if readers marked that kind on the two sentences it stands in, whether they took the pair for
surely or perhaps the same claim; one between sentences that readers did not pair is wrong. Beside it stands how many
sure pairs were marked with the kind.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from framing.compare import compare
from framing.compare.comparing import Scorer
from framing.config import Config
from framing.train import data
from framing.train.evaluate_differences import KINDS, annotated
from framing.types import Place

if TYPE_CHECKING:
    from framing.model.encoder import Encoder
    from framing.model.reader import Reader

Marked = Mapping[frozenset[str], frozenset[str]]


def measure(
    stories: Sequence[data.Row],
    reader: Reader,
    encoder: Encoder,
    scorer: Callable[[data.Row], Scorer | None] = lambda _: None,
) -> dict[str, dict[str, int]]:
    """By kind of difference: ``found`` told, ``right`` of them, and ``labelled`` sure pairs.

    ``scorer`` gives what scores a story's pairs, or ``None`` for the program as shipped.
    """
    found: Counter[str] = Counter()
    right: Counter[str] = Counter()
    labelled: Counter[str] = Counter()
    for story in stories:
        marked: Marked = {
            frozenset((pair["a"], pair["b"])): frozenset(KINDS[label] for label in pair["diff"] if label in KINDS)
            for pair in story["pairs"]
        }
        labelled.update(
            KINDS[label] for p in story["pairs"] if p["grade"] == "must" for label in p["diff"] if label in KINDS
        )
        for kind, sentences in _told(story, reader, encoder, scorer(story)):
            found[kind] += 1
            right[kind] += kind in marked.get(sentences, frozenset())
    return {kind: {"found": found[kind], "right": right[kind], "labelled": labelled[kind]} for kind in KINDS.values()}


def _told(story: data.Row, reader: Reader, encoder: Encoder, scorer: Scorer | None) -> list[tuple[str, frozenset[str]]]:
    """Kind and sentences of each difference that a report of the story would tell."""
    made = annotated(story["articles"], reader, encoder)
    places = {
        sentence: Place(annotation.article.id, span.start, span.end)
        for annotation, spans in made
        for sentence, span in spans.items()
    }

    def sentence(place: Place) -> str:
        return next((s for s, p in places.items() if p.article == place.article and p.span.overlaps(place.span)), "")

    comparison = compare([annotation for annotation, _ in made], Config(), scorer=scorer)
    return [
        (difference.kind, frozenset(sentence(place) for place in difference.spans))
        for claim in comparison.claims
        for difference in claim.differences
    ]


def evaluate(root: Path) -> dict[str, Any]:
    """The counts on ``alignment_dev``, by the program as shipped."""
    from framing.config import EncoderConfig
    from framing.model import encoder as encoders
    from framing.model import reader as readers

    stories = data.load("alignment_dev", root)
    return measure(stories, readers.load(EncoderConfig().threads), encoders.load(EncoderConfig()))
