"""How well wording is marked: the shipped head on held-out openings, and its recipe on held-out folds and outlets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from framing.annotate import voice
from framing.annotate.annotating import annotate_many
from framing.config import Config
from framing.model import encoder as encoders
from framing.rules import registry
from framing.train import data
from framing.train.fitting import calibrated, crossed, fit, sentence_figures
from framing.train.spans import figures
from framing.train.swaps import swapped
from framing.train.wording import ALIKE, SENTENCE_C, held_out, sentence_rows
from framing.train.wording_examples import Example, corpora, examples, finding_marks, learn_counts, swap_spread
from framing.types import Article, Genre, Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from framing.train.fitting import Rows

SMALLEST_OUTLET = 100
GENRES: dict[str, Genre] = {"analysis": "analysis", "opinion": "opinion", "interview": "interview", "live": "live"}


def evaluate(data_root: Path, *, cache: Path | None = None) -> dict[str, Any]:
    """Figures of the shipped head on ``findings_dev``, and of refits on folds of BABE.

    ``findings``: precision, recall and F1 of own-voice wording, from the head's spans alone and from all wording
    rules. ``babe``: macro-F1, AUC and calibration error (15 bins) of ``loaded`` and ``subjective`` on held-out
    articles, and macro-F1 of ``loaded`` on outlets left out whole. ``swaps``: the share of sentences whose label or
    marks change when parties, nations, faiths or persons are exchanged. Refitting takes some minutes.
    """
    return {
        "findings": findings_figures(data_root),
        "swaps": swap_figures(data_root),
        "babe": babe_figures(data_root, cache=cache),
    }


def findings_figures(data_root: Path, name: str = "findings_dev") -> dict[str, dict[str, float]]:
    """Own-voice wording found by the whole product in a set of marked openings; see ``spans.figures``."""
    config = Config()
    rows = data.load(name, data_root)
    articles = [Article(id=str(row["id"]), text=row["text"], genre=GENRES.get(row["genre"], "news")) for row in rows]
    annotations = annotate_many(articles, encoders.load(config.encoder), config)
    head: dict[int, list[Span]] = {}
    rules: dict[int, list[Span]] = {}
    for i, annotation in enumerate(annotations):
        head[i] = [
            span.span
            for span in annotation.wording
            if voice.at(span.span, annotation.quotes, annotation.attributions)[0] == "own"
        ]
        rules[i] = [
            finding.span
            for finding in registry.check_annotation(annotation, config)
            if finding.rule.startswith("W") and finding.voice == "own"
        ]
    marks = {i: tuple(finding_marks(row["findings"])) for i, row in enumerate(rows)}
    return {"head": figures(head, marks), "rules": figures(rules, marks)}


def swap_figures(data_root: Path, sentences: int = 300) -> dict[str, float]:
    """How often the shipped head changes its mind when only who is spoken of changes, over BABE sentences."""
    config = Config()
    encoder = encoders.load(config.encoder)
    texts = [str(row["text"]) for row in data.load("babe", data_root)]
    texts = [text for text in texts if swapped(text, 1) != text][:sentences]

    def read(step: int) -> list[tuple[bool, list[int]]]:
        articles = [Article(id=str(i), text=swapped(text, step)) for i, text in enumerate(texts)]
        return [
            (
                max((s.loaded for s in found.sentences), default=0.0) >= config.wording.threshold,
                [len(found.article.text[: span.start].split()) for span in found.wording],
            )
            for found in annotate_many(articles, encoder, config)
        ]

    first = read(0)
    others = [read(step) for step in (1, 2, 3)]
    compared = [(a, b) for other in others for a, b in zip(first, other, strict=True)]
    marks = sum(len(a[1]) for a, _ in compared)
    moved = sum(len({*a[1]} - {*b[1]}) for a, b in compared)
    return {
        "sentences": len(texts),
        "label_changed": round(sum(a[0] != b[0] for a, b in compared) / max(len(compared), 1), 4),
        "marks_lost": round(moved / max(marks, 1), 4),
    }


def babe_figures(data_root: Path, *, cache: Path | None = None) -> dict[str, Any]:
    """The recipe on BABE: articles held out by fold, then each larger outlet left out whole."""
    import numpy as np

    encoder = encoders.load(Config().encoder)
    labelled = corpora(data_root, encoder, cache)
    found = list(examples(labelled, learn_counts(data_root), contextual=True))
    spread = swap_spread(labelled, encoder, cache)
    _, logits = held_out(found, "contextual", spread)
    out: dict[str, Any] = {}
    for target in ("loaded", "subjective"):
        rows, kept = sentence_rows(found, logits, target)
        rows = replace(rows, spread=spread.vectors)
        groups = (("row", rows.rows.shape[1]),)
        _, scores = crossed(rows, groups, SENTENCE_C["contextual"], alike=ALIKE)
        exact = rows.weights == 1
        calibrated_scores = calibrated(scores[exact], rows.labels[exact])(scores[exact])
        out[target] = sentence_figures(calibrated_scores, rows.labels[exact])
        if target == "loaded":
            out["outlets_left_out"] = _outlets_left_out(rows, [found[i] for i in kept], np.flatnonzero(exact))
    return out


def _outlets_left_out(rows: Rows, found: Sequence[Example], exact: NDArray[np.int64]) -> dict[str, dict[str, float]]:
    """Figures per outlet of a model that saw none of its sentences, calibrated on the others."""
    import numpy as np

    outlets = np.array([found[i].labels.outlet for i in range(len(found))])
    names = [name for name in sorted({outlets[i] for i in exact}) if (outlets == name).sum() >= SMALLEST_OUTLET]
    out: dict[str, dict[str, float]] = {}
    together: list[tuple[NDArray[np.float64], NDArray[np.int64]]] = []
    for name in names:
        inside = outlets == name
        model = _fitted(rows, ~inside)
        others = ~inside & (rows.weights == 1)
        curve = calibrated(model.logits(rows.rows[others])[:, 0], rows.labels[others])
        scores = curve(model.logits(rows.rows[inside])[:, 0])
        together.append((scores, rows.labels[inside]))
        out[name] = sentence_figures(scores, rows.labels[inside])
    out["all"] = sentence_figures(np.concatenate([s for s, _ in together]), np.concatenate([y for _, y in together]))
    return out


def _fitted(rows: Rows, chosen: NDArray[np.bool_]) -> Any:
    return fit(rows.where(chosen), (("row", rows.rows.shape[1]),), ("loaded",), SENTENCE_C["contextual"], alike=ALIKE)
