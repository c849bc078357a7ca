"""Training of the models over the reader's answers: word marks, whose words, loaded, subjective, and premises.

Everything is fitted by scikit-learn and stored as JSON that numpy runs. Every row comes from a reader that was not
taught its document; folds keep documents together, and what sets thresholds and calibrations comes from held-out folds.
Outlets are never a feature.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from framing.annotate import wording, wording_features
from framing.model.reader import Reader
from framing.train import data
from framing.train import labels as own_labels
from framing.train.fitting import FOLDS, Rows, calibrated, crossed, decision_at, sentence_figures
from framing.train.reader import recipe
from framing.train.spans import best_threshold, figures
from framing.train.wording_examples import (
    Example,
    Labels,
    Passage,
    babe_labels,
    examples,
    finding_marks,
    findings_labels,
    learn_counts,
    passages,
)
from framing.types import Span, WordingSpan

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

STRICTER = 0.3
"""Added to the logit from which words are marked: with the other rules' findings beside, F1 on held-out openings is
flat from the threshold to 0.6 above it, and of equals the more precise is taken."""
UNSURE = 0.7  # weight of a mark that reasonable editors might leave out
STRENGTH = {"word": 0.003, "own": 0.3, "loaded": 0.003, "subjective": 0.003, "premise": 0.003}


def train(data_root: Path, out: Path, readers: Readers) -> dict[str, Any]:
    """Fit the models on what ``readers`` say of documents they were not taught, write them, return the figures."""
    counts = learn_counts(data_root)
    news = openings(data_root, readers)
    sentences = babe(data_root, readers)
    report: dict[str, Any] = {}
    stored: dict[str, Any] = {
        "schema": wording.SCHEMA,
        "counts": {"rarity": counts.rarity, "outside": counts.outside},
    }
    for name, (record, shown) in fitted(news, sentences, counts, data_root).items():
        stored[name], report[name] = record, shown
    if all(readers.has(f"outlet-{name}") for name in recipe.OUTLETS):
        report["outlets_left_out"] = outlets_left_out(data_root, sentences, counts, stored["word"], readers)
    readers.record("babe", report)
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(stored, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    wording.load.cache_clear()
    return report


class Readers:
    """Trained readers by what they were not taught: ``shipped`` no held-out fold, ``babe-N`` no fold N of BABE."""

    def __init__(self, runs: Path) -> None:
        self._runs = runs
        self._kept: dict[str, Reader] = {}

    def of(self, name: str) -> Reader:
        """The exported reader of the run ``name``."""
        if name not in self._kept:
            self._kept = {name: Reader(self._runs / name / "reader", threads=2)}
        return self._kept[name]

    def has(self, name: str) -> bool:
        """Whether the run has been made."""
        return (self._runs / name / "reader" / "manifest.json").is_file()

    def record(self, name: str, found: dict[str, Any]) -> None:
        """Keep figures for the reader's card."""
        folder = self._runs / name
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "figures.json").write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


def openings(root: Path, readers: Readers) -> list[Passage]:
    """The openings that the shipped reader was not taught: fold 0 of the gold and of this project's labels."""
    rows = [*data.load("findings_train", root), *own_labels.openings(data.load("allsides_articles_lead", root))]
    labels = [findings_labels(row) for row in rows]
    kept = [i for i, label in enumerate(labels) if label.fold == 0]
    return list(
        passages([rows[i] for i in kept], [labels[i] for i in kept], lambda _: readers.of("shipped"), whole=False)
    )


def babe(root: Path, readers: Readers) -> list[Passage]:
    """BABE's sentences, each read by the reader that was not taught its fold."""
    rows = data.load("babe", root)
    return list(passages(rows, [babe_labels(row) for row in rows], lambda fold: readers.of(f"babe-{fold}"), whole=True))


def fitted(
    news: Sequence[Passage], sentences: Sequence[Passage], counts: wording_features.Counts, root: Path
) -> dict[str, tuple[dict[str, Any], dict[str, Any]]]:
    """Each model's record and its held-out figures."""
    groups = wording.groups_of()
    in_news = list(examples(news, counts))
    found: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {}
    model, scores = crossed(word_rows(in_news), groups["word"], STRENGTH["word"])
    logits = word_logits(in_news, model, scores)
    cut, shown = best_threshold(in_news, logits)
    found["word"] = {"model": model.to_json(), "curve": decision_at(cut + STRICTER).to_json()}, shown

    rows = own_rows(in_news)
    model, scores = crossed(rows, groups["own"], STRENGTH["own"])
    right = float(((scores > 0) == (rows.labels == 1)).mean())
    found["own"] = (
        {"model": model.to_json(), "curve": calibrated(scores, rows.labels).to_json()},
        {"accuracy": round(right, 4), "marks": len(scores), "own": int(rows.labels.sum())},
    )
    rows = premise_rows(in_news, root)
    model, scores = crossed(rows, groups["premise"], STRENGTH["premise"])
    cut, shown = premise_threshold(in_news, scores, root)
    found["premise"] = {"model": model.to_json(), "curve": decision_at(cut).to_json()}, shown

    in_babe = list(examples(sentences, counts))
    word_model = _stored(found["word"][0])
    for target in ("loaded", "subjective"):
        chosen = sentence_rows(in_babe, word_model, target)
        model, scores = crossed(chosen, groups[target], STRENGTH[target])
        curve = calibrated(scores, chosen.labels)
        found[target] = (
            {"model": model.to_json(), "curve": curve.to_json()},
            sentence_figures(crossed_curve(scores, chosen), chosen.labels),
        )
    return found


def outlets_left_out(
    root: Path,
    sentences: Sequence[Passage],
    counts: wording_features.Counts,
    word_record: dict[str, Any],
    readers: Readers,
) -> dict[str, dict[str, float]]:
    """Figures of ``loaded`` per outlet that neither the reader nor the model over it was taught; ``all`` pools them."""
    import numpy as np

    rows = data.load("babe", root)
    labels = [babe_labels(row) for row in rows]
    word_model = _stored(word_record)
    everything = list(examples(sentences, counts))
    groups = wording.groups_of()["loaded"]
    out: dict[str, dict[str, float]] = {}
    pooled: list[tuple[NDArray[np.float64], NDArray[np.int64]]] = []
    for outlet in recipe.OUTLETS:
        inside = [i for i, label in enumerate(labels) if recipe.outlet_group(label.outlet) == outlet]
        name = f"outlet-{outlet}"
        here = passages([rows[i] for i in inside], [labels[i] for i in inside], _always(readers.of(name)), whole=True)
        others = sentence_rows(
            [e for e in everything if recipe.outlet_group(e.labels.outlet) != outlet], word_model, "loaded"
        )
        model, scores = crossed(others, groups, STRENGTH["loaded"])
        curve = calibrated(scores, others.labels)
        mine = sentence_rows(list(examples(here, counts)), word_model, "loaded")
        chances = curve(model.logits(mine.rows)[:, 0])
        pooled.append((chances, mine.labels))
        out[outlet] = sentence_figures(chances, mine.labels)
    out["all"] = sentence_figures(np.concatenate([s for s, _ in pooled]), np.concatenate([y for _, y in pooled]))
    return out


def _always(reader: Reader) -> Callable[[int], Reader]:
    return lambda _: reader


def crossed_curve(scores: NDArray[np.float64], rows: Rows) -> NDArray[np.float64]:
    """Probabilities of held-out logits, each by the curve through the other folds."""
    import numpy as np

    out = np.zeros(len(scores))
    for fold in sorted(set(rows.folds.tolist())):
        inside = rows.folds == fold
        out[inside] = calibrated(scores[~inside], rows.labels[~inside])(scores[inside])
    return out


def _stored(record: dict[str, Any]) -> Any:
    from framing.model import linear

    return linear.Linear.from_json(record["model"], "word")


def word_rows(found: Sequence[Example]) -> Rows:
    """The words that may be marked; words of rules that others find are left out. Folds part documents."""
    import numpy as np

    rows, labels, weights, folds = [], [], [], []
    for example in found:
        for i, mark in _trained_words(example):
            rows.append(example.table.words[i])
            labels.append(int(mark is not None))
            weights.append(UNSURE if mark and not mark.sure else 1.0)
            folds.append(example.document % FOLDS)
    return Rows(np.stack(rows), np.array(labels), np.array(weights), np.array(folds))


def _trained_words(example: Example) -> list[tuple[int, Any]]:
    pairs = ((i, example.mark_of(word)) for i, word in enumerate(example.words) if word.candidate)
    return [(i, mark) for i, mark in pairs if mark is None or mark.rule in wording.RULES]


def word_logits(found: Sequence[Example], model: Any, scores: NDArray[np.float64]) -> list[NDArray[np.float64]]:
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


def own_rows(found: Sequence[Example]) -> Rows:
    """One row a labelled mark: whether its words are the writer's own."""
    import numpy as np

    rows, labels, folds, seen = [], [], [], set()
    for example in found:
        passage = example.passage
        for mark in passage.labels.marks:
            if (example.document, mark.span) in seen or not mark.span.overlaps(passage.sentences[example.index].span):
                continue
            seen.add((example.document, mark.span))
            rule = mark.rule if mark.rule in wording.RULES else "W101"
            span = WordingSpan(rule, mark.span.start, mark.span.end, 1.0)
            rows.append(wording.own_row(span, passage.reading, passage.quotes, passage.attributions))
            labels.append(int(mark.own))
            folds.append(example.document % FOLDS)
    return Rows(np.stack(rows), np.array(labels), np.ones(len(labels)), np.array(folds))


def premise_rows(found: Sequence[Example], root: Path) -> Rows:
    """One row a sentence: whether it holds a mark of S201 or S204."""
    import numpy as np

    marks = premise_marks(root)
    rows = [wording.premise_row(e.passage.reading, e.index, e.words) for e in found]
    labels = [
        int(any(m.span.overlaps(e.passage.sentences[e.index].span) for m in marks[e.passage.text])) for e in found
    ]
    return Rows(np.stack(rows), np.array(labels), np.ones(len(labels)), np.array([e.document % FOLDS for e in found]))


def premise_marks(root: Path, name: str = "findings_train") -> dict[str, tuple[Any, ...]]:
    """The marks of S201 and S204 by text."""
    rows = list(data.load(name, root))
    if name == "findings_train":
        rows += own_labels.openings(data.load("allsides_articles_lead", root))
    return {
        row["text"]: tuple(m for m in finding_marks(row["findings"], "S") if m.rule in wording.PREMISES) for row in rows
    }


def premise_threshold(
    found: Sequence[Example], scores: NDArray[np.float64], root: Path
) -> tuple[float, dict[str, float]]:
    """The logit from which sentences meet the marks of S201 and S204 best by F1, and the figures there."""
    import numpy as np

    by_text = premise_marks(root)
    marks = {e.document: by_text[e.passage.text] for e in found}
    best: tuple[float, float, dict[str, float]] | None = None
    for cut in np.round(np.arange(-4.0, 2.0, 0.05), 2).tolist():
        spans: dict[int, list[Span]] = {}
        for example, value in zip(found, scores, strict=True):
            if value >= cut:
                sentence = example.passage.sentences[example.index]
                spans.setdefault(example.document, []).append(
                    wording.premise_span(example.text, sentence, example.passage.reading, example.index)
                )
        shown = figures(spans, marks)
        if best is None or shown["f1"] > best[0] + 1e-9:
            best = (shown["f1"], cut, shown)
    assert best is not None
    return best[1], best[2]


def sentence_rows(found: Sequence[Example], word_model: Any, target: str) -> Rows:
    """The sentences labelled for ``target``; folds are BABE's folds by article."""
    import numpy as np

    def label_of(labels: Labels) -> int | None:
        return labels.loaded if target == "loaded" else labels.subjective

    kept = [e for e in found if label_of(e.labels) is not None]
    rows = []
    for example in kept:
        logits = word_model.logits(example.table.words)[:, 0]
        logits[[not word.candidate for word in example.words]] = -np.inf
        rows.append(wording_features.sentence_row(example.table, logits))
    return Rows(
        np.stack(rows),
        np.array([label_of(e.labels) for e in kept]),
        np.ones(len(kept)),
        np.array([e.labels.fold for e in kept]),
    )
