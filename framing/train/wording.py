"""Training of the wording head: word marks, their rule, and the sentence's ``loaded`` and ``subjective``.

Everything is fitted by scikit-learn and stored as JSON that numpy runs. Folds keep articles together; what is reported
and what sets thresholds and calibrations comes from held-out folds. Outlets are never a feature.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from framing.annotate import wording, wording_features
from framing.config import EncoderConfig
from framing.model import encoder as encoders
from framing.model import linear
from framing.train.spans import best_threshold
from framing.train.wording_examples import FOLDS, Example, corpora, examples, learn_counts

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

UNSURE = 0.7  # weight of a mark that reasonable editors might leave out
OTHER_GUIDE = 0.3  # weight of words marked under another guide (BABE's)
OTHER_GENRE = 0.3  # weight of sentences that are not news
WORD_C = {"contextual": 0.001, "lexical": 0.1}
RULE_C = {"contextual": 0.003, "lexical": 0.1}
SENTENCE_C = {"contextual": 0.003, "lexical": 0.1}


@dataclass(frozen=True, eq=False)
class Rows:
    """Feature rows with labels, weights and folds, ready for scikit-learn."""

    rows: NDArray[np.float32]
    labels: NDArray[np.int64]
    weights: NDArray[np.float64]
    folds: NDArray[np.int64]

    def where(self, keep: NDArray[np.bool_]) -> Rows:
        """The rows that ``keep`` chooses."""
        return Rows(self.rows[keep], self.labels[keep], self.weights[keep], self.folds[keep])


def train(data_root: Path, out: Path, *, cache: Path | None = None) -> dict[str, Any]:
    """Fit the head on the sets in ``data_root``, write it to ``out`` and return the held-out figures.

    ``cache`` is a folder that keeps the encoder's output between runs. Takes some minutes and 3 GB of memory.
    """
    encoder = encoders.load(EncoderConfig())
    counts = learn_counts(data_root)
    labelled = corpora(data_root, encoder, cache)
    report: dict[str, Any] = {}
    stored: dict[str, Any] = {
        "schema": wording.SCHEMA,
        "encoder": {"name": encoder.name, "sha256": encoder.sha256},
        "counts": {"rarity": counts.rarity, "outside": counts.outside},
    }
    for name in ("contextual", "lexical"):
        contextual = name == "contextual"
        stored[name], report[name] = _variant(list(examples(labelled, counts, contextual=contextual)), name)
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(stored, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    wording.load.cache_clear()
    return report


def _variant(found: Sequence[Example], name: str) -> tuple[dict[str, Any], dict[str, Any]]:
    import numpy as np

    contextual = name == "contextual"
    groups = wording_features.word_groups(contextual=contextual)
    words = word_rows(found)
    word_model, held_out = _crossed(words, groups, WORD_C[name])
    logits = word_logits(found, word_model, held_out)
    news = [i for i, e in enumerate(found) if e.corpus == "findings"]
    cut, marks_figures = best_threshold([found[i] for i in news], [logits[i] for i in news])
    rule_model, rule_figures = _rules(found, groups, RULE_C[name])
    sentence_groups = wording_features.sentence_groups(contextual=contextual)
    stored: dict[str, Any] = {
        "word": word_model.to_json(),
        "rule": rule_model.to_json(),
        "word_calibration": _decision_at(cut).to_json(),
    }
    figures: dict[str, Any] = {"marks": marks_figures, "rules": rule_figures}
    rows = np.stack([wording_features.sentence_row(e.table, x) for e, x in zip(found, logits, strict=True)])
    for target in ("loaded", "subjective"):
        chosen = sentence_rows(found, rows, target)
        model, scores = _crossed(chosen, sentence_groups, SENTENCE_C[name])
        exact = chosen.weights == 1
        calibration = calibrated(scores[exact], chosen.labels[exact])
        stored |= {target: model.to_json(), f"{target}_calibration": calibration.to_json()}
        figures[target] = sentence_figures(calibration(scores[exact]), chosen.labels[exact])
    return stored, figures


def word_rows(found: Sequence[Example]) -> Rows:
    """The words that may be marked, of the sets with marks; words of rules that others find are left out."""
    import numpy as np

    rows, labels, weights, folds = [], [], [], []
    for example in found:
        if example.corpus == "subj":
            continue
        for i, word in enumerate(example.words):
            mark = example.mark_of(word)
            if not word.candidate or (mark and mark.rule not in wording.RULES):
                continue
            rows.append(example.table.words[i])
            labels.append(int(mark is not None))
            weights.append(
                (1.0 if example.corpus == "findings" else OTHER_GUIDE) * (UNSURE if mark and not mark.sure else 1.0)
            )
            folds.append(example.labels.fold)
    return Rows(np.stack(rows), np.array(labels), np.array(weights), np.array(folds))


def word_logits(
    found: Sequence[Example], model: linear.Linear, held_out: NDArray[np.float64]
) -> list[NDArray[np.float64]]:
    """Per example a logit a word: held-out where the word was a training row, else the model's."""
    import numpy as np

    out, at = [], 0
    for example in found:
        logits = model.logits(example.table.words)[:, 0]
        for i, word in enumerate(example.words):
            mark = example.mark_of(word)
            if not word.candidate:
                logits[i] = -np.inf
            elif example.corpus != "subj" and not (mark and mark.rule not in wording.RULES):
                logits[i] = held_out[at]
                at += 1
        out.append(logits)
    return out


def sentence_rows(found: Sequence[Example], rows: NDArray[np.float32], target: str) -> Rows:
    """The sentences labelled for ``target``; weight 1 is kept for BABE, whose labels calibrate."""
    import numpy as np

    kept, labels, weights, folds = [], [], [], []
    for i, example in enumerate(found):
        label = example.loaded if target == "loaded" else example.labels.subjective
        if label is not None:
            kept.append(i)
            labels.append(label)
            weights.append(1.0 if example.corpus == "babe" else OTHER_GENRE)
            folds.append(example.labels.fold)
    return Rows(rows[kept], np.array(labels), np.array(weights), np.array(folds))


def _crossed(
    found: Rows, groups: Sequence[tuple[str, int]], strength: float
) -> tuple[linear.Linear, NDArray[np.float64]]:
    """The model of all rows, and each row's logit from the model of the other folds."""
    import numpy as np

    held_out = np.zeros(len(found.labels))
    for fold in range(FOLDS):
        inside = found.folds == fold
        model = fit(found.where(~inside), groups, ("mark",), strength)
        held_out[inside] = model.logits(found.rows[inside])[:, 0]
    return fit(found, groups, ("mark",), strength), held_out


def fit(found: Rows, groups: Sequence[tuple[str, int]], outputs: Sequence[str], strength: float) -> linear.Linear:
    """Logistic regression (multinomial for several ``outputs``) on standardised rows."""
    from sklearn.linear_model import LogisticRegression

    mean = found.rows.mean(axis=0, dtype="float64")
    scale = found.rows.std(axis=0, dtype="float64") + 1e-3
    rows = ((found.rows - mean) / scale).astype("float32")
    model = LogisticRegression(C=strength, max_iter=400, tol=1e-4)
    model.fit(rows, found.labels, sample_weight=found.weights)
    return linear.fitted(groups, outputs, weights=model.coef_, bias=model.intercept_, mean=mean, scale=scale)


def _rules(
    found: Sequence[Example], groups: Sequence[tuple[str, int]], strength: float
) -> tuple[linear.Linear, dict[str, float]]:
    """The model that names the rule of a marked word, and how often it is right on held-out articles."""
    import numpy as np

    rows, labels, folds = [], [], []
    for example in found:
        for i, word in enumerate(example.words):
            mark = example.mark_of(word)
            if example.corpus == "findings" and word.candidate and mark and mark.rule in wording.RULES:
                rows.append(example.table.words[i])
                labels.append(wording.RULES.index(mark.rule))
                folds.append(example.labels.fold)
    words = Rows(np.stack(rows), np.array(labels), np.ones(len(labels)), np.array(folds))
    right = 0
    for fold in range(FOLDS):
        inside = words.folds == fold
        model = fit(words.where(~inside), groups, wording.RULES, strength)
        right += int((model.logits(words.rows[inside]).argmax(axis=1) == words.labels[inside]).sum())
    return fit(words, groups, wording.RULES, strength), {
        "accuracy": round(right / len(labels), 4),
        "words": len(labels),
    }


def _decision_at(cut: float) -> linear.Calibration:
    """The logistic curve moved so that the logit ``cut`` gives 0.5, by its knots."""
    import numpy as np

    knots = np.round(np.linspace(-8, 8, 65), 4)
    scores = np.round(linear.sigmoid(knots), 6)
    return linear.Calibration(tuple(float(k) + cut for k in knots), tuple(scores.tolist()))


def calibrated(logits: NDArray[np.float64], labels: NDArray[np.int64]) -> linear.Calibration:
    """Platt's curve through held-out logits, as knots."""
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    curve = LogisticRegression(C=1e6, max_iter=1000).fit(logits[:, None], labels)
    knots = np.round(np.linspace(min(-8.0, logits.min()), max(8.0, logits.max()), 65), 4)
    scores = np.round(linear.sigmoid(curve.coef_[0, 0] * knots + curve.intercept_[0]), 6)
    return linear.Calibration(tuple(knots.tolist()), tuple(scores.tolist()))


def sentence_figures(probabilities: NDArray[np.float64], labels: NDArray[np.int64]) -> dict[str, float]:
    """Macro-F1 at 0.5, area under the ROC curve and expected calibration error (15 bins of equal width)."""
    import numpy as np
    from sklearn.metrics import f1_score, roc_auc_score

    bins = np.minimum((probabilities * 15).astype(int), 14)
    error = sum(
        abs(float(probabilities[bins == b].mean()) - float(labels[bins == b].mean())) * float((bins == b).mean())
        for b in range(15)
        if (bins == b).any()
    )
    return {
        "sentences": len(labels),
        "macro_f1": round(float(f1_score(labels, probabilities >= 0.5, average="macro")), 4),
        "auc": round(float(roc_auc_score(labels, probabilities)), 4),
        "ece": round(error, 4),
    }
