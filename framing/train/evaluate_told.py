"""Differences as the reader of a report meets them: told in whole stories that the program has compared itself.

A told difference is right if readers marked that kind on the two sentences it stands in, whether they took the pair for
surely or perhaps the same claim; one between sentences that readers did not pair is wrong. Beside it stands how many
sure pairs were marked with the kind.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

from framing.compare import compare
from framing.compare.claims import SURE
from framing.compare.comparing import Scorer
from framing.config import Config
from framing.train import data
from framing.train.evaluate_differences import KINDS, annotated
from framing.types import Comparison, Place

if TYPE_CHECKING:
    from framing.model.encoder import Encoder
    from framing.model.reader import Reader

Marked = Mapping[frozenset[str], frozenset[str]]


def measure(
    stories: Sequence[data.Row],
    reader: Reader,
    encoder: Encoder,
    scorer: Callable[[data.Row], Scorer | None] = lambda _: None,
) -> dict[str, dict[str, dict[str, int]]]:
    """``differences`` by kind (``found`` told, ``right`` of them, ``labelled`` sure pairs) and ``rows``, sure and weak.

    Of the rows of two articles and more, sure or weak (``claims.SURE``), ``wrong`` are those in which readers paired no
    two sentences. ``scorer`` gives what scores a story's pairs, or ``None`` for the program as shipped.
    """
    found: Counter[str] = Counter()
    right: Counter[str] = Counter()
    labelled: Counter[str] = Counter()
    rows = {"sure": {"rows": 0, "wrong": 0}, "weak": {"rows": 0, "wrong": 0}}
    for story in stories:
        marked: Marked = {
            frozenset((pair["a"], pair["b"])): frozenset(KINDS[label] for label in pair["diff"] if label in KINDS)
            for pair in story["pairs"]
        }
        labelled.update(
            KINDS[label] for p in story["pairs"] if p["grade"] == "must" for label in p["diff"] if label in KINDS
        )
        comparison, sentence = _compared(story, reader, encoder, scorer(story))
        for claim in comparison.claims:
            for difference in claim.differences:
                found[difference.kind] += 1
                held = frozenset(sentence(place) for place in difference.spans)
                right[difference.kind] += difference.kind in marked.get(held, frozenset())
            if len({member.article for member in claim.members}) > 1:
                members = [sentence(Place(m.article, m.start, m.end)) for m in claim.members]
                counts = rows["sure" if claim.strength >= SURE else "weak"]
                counts["rows"] += 1
                counts["wrong"] += not any(frozenset(pair) in marked for pair in combinations(members, 2))
    kinds = {k: {"found": found[k], "right": right[k], "labelled": labelled[k]} for k in KINDS.values()}
    return {"differences": kinds, "rows": rows}


def _compared(
    story: data.Row, reader: Reader, encoder: Encoder, scorer: Scorer | None
) -> tuple[Comparison, Callable[[Place], str]]:
    """The story as the program compares it, and what gives the labelled sentence at a place."""
    made = annotated(story["articles"], reader, encoder)
    places = {
        sentence: Place(annotation.article.id, span.start, span.end)
        for annotation, spans in made
        for sentence, span in spans.items()
    }

    def sentence(place: Place) -> str:
        return next((s for s, p in places.items() if p.article == place.article and p.span.overlaps(place.span)), "")

    return compare([annotation for annotation, _ in made], Config(), scorer=scorer), sentence


def evaluate(root: Path) -> dict[str, Any]:
    """The counts on ``alignment_dev``, by the program as shipped."""
    from framing.config import EncoderConfig
    from framing.model import encoder as encoders
    from framing.model import reader as readers

    stories = data.load("alignment_dev", root)
    return measure(stories, readers.load(EncoderConfig().threads), encoders.load(EncoderConfig()))
