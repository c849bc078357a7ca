"""Training of the wording head: word marks, their rule, and the sentence's ``loaded`` and ``subjective``.

Everything is fitted by scikit-learn and stored as JSON that numpy runs. Folds keep articles together; what is reported
and what sets thresholds and calibrations comes from held-out folds. Outlets are never a feature.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from framing.annotate import wording, wording_features
from framing.config import EncoderConfig
from framing.model import encoder as encoders
from framing.model import linear
from framing.train.fitting import FOLDS, Rows, calibrated, crossed, decision_at, fit, sentence_figures
from framing.train.spans import best_threshold
from framing.train.wording_examples import (
    Example,
    Spread,
    corpora,
    examples,
    learn_counts,
    swap_spread,
)

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

UNSURE = 0.7  # weight of a mark that reasonable editors might leave out
OTHER_GUIDE = 0.3  # weight of words marked under another guide (BABE's)
OTHER_GENRE = 0.3  # weight of sentences whose labels do not calibrate
ALIKE = 30.0  # how far directions that tell who is spoken of are weighed down
WORD_C = {"contextual": 0.001, "lexical": 0.1}
RULE_C = {"contextual": 0.003, "lexical": 0.1}
SENTENCE_C = {"contextual": 0.003, "lexical": 0.1}


def train(data_root: Path, out: Path, *, cache: Path | None = None) -> dict[str, Any]:
    """Fit the head on the sets in ``data_root``, write it to ``out`` and return the held-out figures.

    ``cache`` is a folder that keeps the encoder's output between runs. Takes some minutes and 3 GB of memory.
    """
    encoder = encoders.load(EncoderConfig())
    counts = learn_counts(data_root)
    labelled = corpora(data_root, encoder, cache)
    spread = swap_spread(labelled, encoder, cache)
    report: dict[str, Any] = {}
    stored: dict[str, Any] = {
        "schema": wording.SCHEMA,
        "encoder": {"name": encoder.name, "sha256": encoder.sha256},
        "counts": {"rarity": counts.rarity, "outside": counts.outside},
    }
    for name in ("contextual", "lexical"):
        found = list(examples(labelled, counts, contextual=name == "contextual"))
        stored[name], report[name] = _variant(found, name, spread)
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(stored, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    wording.load.cache_clear()
    return report


def held_out(found: Sequence[Example], name: str, spread: Spread) -> tuple[linear.Linear, list[NDArray[np.float64]]]:
    """The word model of all examples, and per example each word's logit from the model of the other folds."""
    groups = wording_features.word_groups(contextual=name == "contextual")
    rows = replace(word_rows(found), spread=spread.states if name == "contextual" else None)
    model, scores = crossed(rows, groups, WORD_C[name], alike=ALIKE)
    return model, _word_logits(found, model, scores)


def _variant(found: Sequence[Example], name: str, spread: Spread) -> tuple[dict[str, Any], dict[str, Any]]:
    contextual = name == "contextual"
    model, logits = held_out(found, name, spread)
    news = [i for i, e in enumerate(found) if e.corpus == "findings"]
    cut, marks_figures = best_threshold([found[i] for i in news], [logits[i] for i in news])
    rule_model, rule_figures = _rules(found, name, spread)
    stored: dict[str, Any] = {
        "word": model.to_json(),
        "rule": rule_model.to_json(),
        "word_calibration": decision_at(cut).to_json(),
    }
    figures: dict[str, Any] = {"marks": marks_figures, "rules": rule_figures}
    groups = wording_features.sentence_groups(contextual=contextual)
    for target in ("loaded", "subjective"):
        chosen, _ = sentence_rows(found, logits, target)
        chosen = replace(chosen, spread=spread.vectors if contextual else None)
        sentence_model, scores = crossed(chosen, groups, SENTENCE_C[name], alike=ALIKE)
        exact = chosen.weights == 1
        curve = calibrated(scores[exact], chosen.labels[exact])
        stored |= {target: sentence_model.to_json(), f"{target}_calibration": curve.to_json()}
        figures[target] = sentence_figures(curve(scores[exact]), chosen.labels[exact])
    return stored, figures


def word_rows(found: Sequence[Example]) -> Rows:
    """The words that may be marked, of the sets with marks; words of rules that others find are left out."""
    import numpy as np

    rows, labels, weights, folds = [], [], [], []
    for example in found:
        own_guide = example.corpus == "findings"
        for i, mark in _trained_words(example):
            rows.append(example.table.words[i])
            labels.append(int(mark is not None))
            weights.append((1.0 if own_guide else OTHER_GUIDE) * (UNSURE if mark and not mark.sure else 1.0))
            folds.append(example.labels.fold)
    return Rows(np.stack(rows), np.array(labels), np.array(weights), np.array(folds))


def _trained_words(example: Example) -> list[tuple[int, Any]]:
    """Index and mark of each word that the word model is trained on."""
    if example.corpus == "subj":
        return []
    pairs = ((i, example.mark_of(word)) for i, word in enumerate(example.words) if word.candidate)
    return [(i, mark) for i, mark in pairs if mark is None or mark.rule in wording.RULES]


def _word_logits(
    found: Sequence[Example], model: linear.Linear, scores: NDArray[np.float64]
) -> list[NDArray[np.float64]]:
    """Per example a logit a word: held-out where the word was a training row, else the model's."""
    import numpy as np

    out, at = [], 0
    for example in found:
        logits = model.logits(example.table.words)[:, 0]
        logits[[not word.candidate for word in example.words]] = -np.inf
        for i, _ in _trained_words(example):
            logits[i] = scores[at]
            at += 1
        out.append(logits)
    return out


def sentence_rows(
    found: Sequence[Example], logits: Sequence[NDArray[np.float64]], target: str
) -> tuple[Rows, list[int]]:
    """The sentences labelled for ``target`` and their indices; weight 1 is kept for BABE, whose labels calibrate."""
    import numpy as np

    labelled = [example.loaded if target == "loaded" else example.labels.subjective for example in found]
    kept = [i for i, label in enumerate(labelled) if label is not None]
    rows = np.stack([wording_features.sentence_row(found[i].table, logits[i]) for i in kept])
    return (
        Rows(
            rows,
            np.array([labelled[i] for i in kept]),
            np.array([1.0 if found[i].corpus == "babe" else OTHER_GENRE for i in kept]),
            np.array([found[i].labels.fold for i in kept]),
        ),
        kept,
    )


def _rules(found: Sequence[Example], name: str, spread: Spread) -> tuple[linear.Linear, dict[str, float]]:
    """The model that names the rule of a marked word, and how often it is right on held-out articles."""
    import numpy as np

    groups = wording_features.word_groups(contextual=name == "contextual")
    rows, labels, folds = [], [], []
    for example in found:
        for i, mark in _trained_words(example):
            if mark is not None and example.corpus == "findings":
                rows.append(example.table.words[i])
                labels.append(wording.RULES.index(mark.rule))
                folds.append(example.labels.fold)
    states = spread.states if name == "contextual" else None
    words = Rows(np.stack(rows), np.array(labels), np.ones(len(labels)), np.array(folds), states)
    right = 0
    for fold in range(FOLDS):
        inside = words.folds == fold
        model = fit(words.where(~inside), groups, wording.RULES, RULE_C[name], alike=ALIKE)
        right += int((model.logits(words.rows[inside]).argmax(axis=1) == words.labels[inside]).sum())
    everything = fit(words, groups, wording.RULES, RULE_C[name], alike=ALIKE)
    return everything, {"accuracy": round(right / len(labels), 4), "words": len(labels)}
