"""Figures of a reader on documents that it was not taught: each task by the measure that its field reports.

A threshold that a figure needs is taken from the other half of the same documents (two halves by document, each scored
at the other's best cut), so that nothing is reported where it was tuned.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from framing.annotate import linking
from framing.language import words
from framing.model.reader import Reader, Reading, Text
from framing.train import data
from framing.train.measures import f1_of
from framing.train.reader import documents, tasks
from framing.train.reader.documents import Document, Spans
from framing.types import Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

CUTS = tuple(round(0.05 * i, 2) for i in range(1, 19))
LOADED = ("Loaded_Language", "Name_Calling,Labeling", "Exaggeration,Minimisation")
_BY_NAME = {task.name: task for task in tasks.TASKS}
_DEV = {"polnear": ("polnear_dev",), "factappeal": ("factappeal_dev",), "newsmtsc": ("newsmtsc_dev",)}


def held_out(task: str, root: Path) -> tuple[Document, ...]:
    """The held-out documents of a task: its dev part, or fold 0 where it has none."""
    if task in _DEV:
        return tuple(documents.read(replace(_BY_NAME[task], sets=_DEV[task]), root))
    return tuple(d for d in documents.read(_BY_NAME[task], root) if documents.held_out(d))


def read(reader: Reader, found: Sequence[Document]) -> tuple[Reading, ...]:
    """The readings of documents."""
    return reader.read([Text(d.text, d.sentences) for d in found])


def figures(reader: Reader, root: Path) -> dict[str, Any]:
    """Every task's figures by name."""
    out: dict[str, Any] = {}
    for task, measure in MEASURES.items():
        found = held_out(task, root)
        out[task] = measure(found, read(reader, found))
    return out


def attribution(found: Sequence[Document], readings: Sequence[Reading]) -> dict[str, Any]:
    """Token F1 of source, cue and content; F1 of whole attributions, each part overlapping or the same words.

    Attributions are matched one to one. A part that is missing on both sides agrees. ``tags`` holds the token F1 of the
    three tags by themselves, at 0.5, before they are linked.
    """
    pairs = [(d, linking.reports(d.text, r)) for d, r in zip(found, readings, strict=True)]
    whole = attribution_figures(
        (
            d,
            [(_pairs([r.source] if r.source is not None else []), _pairs([r.cue]), _pairs(r.content)) for r in reports],
        )
        for d, reports in pairs
    )
    return {**whole, "tags": {role: _tagged(role, found, readings) for role in tasks.ROLES}}


def _tagged(role: str, found: Sequence[Document], readings: Sequence[Reading]) -> dict[str, float]:
    count = [0, 0, 0]
    for d, r in zip(found, readings, strict=True):
        tokens = words.tokens(d.text)
        truth = _tokens(tokens, tuple(s for a in d.attributions or () for s in getattr(a, role)))
        mine = _tokens(tokens, runs(r, r.tokens[f"attribution.{role}"], 0.5, gap=0))
        _add(count, len(truth & mine), len(mine), len(truth))
    return f1_record(*count)


def annotators(root: Path) -> dict[str, Any]:
    """The same figures of one annotator against another, on the articles that PolNeAR has twice."""
    found = []
    for name in ("polnear_train", "polnear_dev"):
        first: dict[str, data.Row] = {}
        second: set[str] = set()
        for row in data.load(name, root):
            one = first.setdefault(row["doc"], row)
            if one is row or row["doc"] in second:
                continue
            second.add(row["doc"])
            gold = documents.linked(one["attributions"])
            guess = [(a.source, a.cue, a.content) for a in documents.linked(row["attributions"])]
            found.append((Document("polnear", row["doc"], row["text"], (), 0, attributions=gold), guess))
    return {"articles": len(found), **attribution_figures(found)}


def _pairs(spans: Iterable[Span]) -> Spans:
    return tuple((s.start, s.end) for s in spans)


def attribution_figures(found: Iterable[tuple[Document, Sequence[tuple[Spans, Spans, Spans]]]]) -> dict[str, Any]:
    """``attribution`` for parts already found."""
    counts = {name: [0, 0, 0] for name in (*tasks.ROLES, "overlap", "exact")}
    for document, guessed in found:
        tokens = words.tokens(document.text)
        guess = [tuple(_tokens(tokens, part) for part in one) for one in guessed]
        gold = [
            tuple(_tokens(tokens, part) for part in (a.source, a.cue, a.content)) for a in document.attributions or ()
        ]
        for i, role in enumerate(tasks.ROLES):
            truth = set().union(*(g[i] for g in gold))
            mine = set().union(*(g[i] for g in guess))
            _add(counts[role], len(truth & mine), len(mine), len(truth))
        for name, alike in (("overlap", _overlap), ("exact", _same)):
            _add(counts[name], _matched(guess, gold, alike), len(guess), len(gold))
    return {name: f1_record(*count) for name, count in counts.items()}


def _tokens(tokens: Sequence[Span], spans: Spans) -> frozenset[int]:
    return frozenset(i for i, t in enumerate(tokens) if any(t.start < e and s < t.end for s, e in spans))


def _overlap(one: frozenset[int], other: frozenset[int]) -> bool:
    return bool(one & other) or not (one or other)


def _same(one: frozenset[int], other: frozenset[int]) -> bool:
    return one == other


def _matched(guess: Sequence[Any], gold: Sequence[Any], alike: Callable[[Any, Any], bool]) -> int:
    taken: set[int] = set()
    for one in guess:
        for i, other in enumerate(gold):
            if i not in taken and all(alike(a, b) for a, b in zip(one, other, strict=True)):
                taken.add(i)
                break
    return len(taken)


def _add(count: list[int], right: int, mine: int, truth: int) -> None:
    count[0] += right
    count[1] += mine
    count[2] += truth


def f1_record(right: float, mine: float, truth: float) -> dict[str, float]:
    """Precision, recall and F1 of counts."""
    precision = right / mine if mine else 0.0
    recall = right / truth if truth else 0.0
    f1 = f1_of(precision, recall)
    return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4)}


def persuasion(found: Sequence[Document], readings: Sequence[Reading]) -> dict[str, Any]:
    """Character-overlap F1 of span identification (SemEval-2020 task 11, SI): all techniques, and the loaded group."""
    import numpy as np

    loaded = [merged([s for t in LOADED for s in d.tokens[f"ptc.{t}"]]) for d in found]
    everything = [merged(d.tokens["ptc.any"]) for d in found]
    group = [_either(r, [f"ptc.{t}" for t in LOADED]) for r in readings]
    whole = [np.maximum(r.tokens["ptc.any"], _either(r, [f"ptc.{t}" for t in tasks.TECHNIQUES])) for r in readings]
    return {
        "loaded": _span_search(readings, group, loaded),
        "all": _span_search(readings, whole, everything),
        "articles": len(found),
    }


def _either(reading: Reading, names: Sequence[str]) -> NDArray[np.float32]:
    """The probability of at least one of several outputs, as if they were independent."""
    import numpy as np

    return np.asarray(1.0 - np.prod([1.0 - reading.tokens[name] for name in names], axis=0))


def _span_search(
    readings: Sequence[Reading], chances: Sequence[NDArray[np.float32]], gold: Sequence[Spans]
) -> dict[str, float]:
    """Span identification with each half of the articles at the other half's best cut."""
    by_cut = {
        cut: [si_counts(runs(r, c, cut, gap=2), g) for r, c, g in zip(readings, chances, gold, strict=True)]
        for cut in CUTS
    }

    def score(cut: float, half: int | None) -> dict[str, float]:
        rows = [row for i, row in enumerate(by_cut[cut]) if half is None or i % 2 == half]
        sums = [sum(column) for column in zip(*rows, strict=True)]
        precision = sums[0] / sums[1] if sums[1] else 0.0
        recall = sums[2] / sums[3] if sums[3] else 0.0
        return {"precision": precision, "recall": recall, "f1": f1_of(precision, recall)}

    best = [max(CUTS, key=lambda cut: (score(cut, 1 - half)["f1"], cut)) for half in (0, 1)]
    rows = [by_cut[best[i % 2]][i] for i in range(len(gold))]
    sums = [sum(column) for column in zip(*rows, strict=True)]
    precision, recall = sums[0] / max(sums[1], 1), sums[2] / max(sums[3], 1)
    return {
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "f1": round(f1_of(precision, recall), 4),
        "cuts": best,
    }


def runs(reading: Reading, chances: NDArray[np.float32], cut: float, gap: int = 1) -> Spans:
    """The spans of pieces of at least ``cut``, joined over ``gap`` weaker pieces of the same sentence."""
    found: list[tuple[int, int]] = []
    for first, last in reading.bounds:
        run: list[int] = []
        for i in range(first, last):
            if chances[i] >= cut:
                if run and i - run[-1] > gap + 1:
                    found.append((int(reading.offsets[run[0]][0]), int(reading.offsets[run[-1]][1])))
                    run = []
                run.append(i)
        if run:
            found.append((int(reading.offsets[run[0]][0]), int(reading.offsets[run[-1]][1])))
    return tuple(found)


def si_counts(guess: Spans, gold: Spans) -> tuple[float, int, float, int]:
    """Of one article: summed overlap shares of guessed spans, their number, the same of gold spans, their number."""
    precision = sum(max(0, min(e, f) - max(s, g)) / (e - s) for s, e in guess for g, f in gold)
    recall = sum(max(0, min(e, f) - max(s, g)) / (f - g) for s, e in guess for g, f in gold)
    return precision, len(guess), recall, len(gold)


def merged(spans: Iterable[tuple[int, int]]) -> Spans:
    """Spans with overlapping ones joined."""
    out: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return tuple(out)


def bias(found: Sequence[Document], readings: Sequence[Reading]) -> dict[str, Any]:
    """F1 of sentences with lexical and with informational bias (BASIL; Fan et al. 2019)."""
    out: dict[str, Any] = {"articles": len(found)}
    for kind in ("lexical", "informational"):
        name = f"basil.{kind}"
        rows = [
            (i, float(r.sentences[name][k]), float(r.tokens[name][slice(*r.bounds[k])].max(initial=0.0)), grade)
            for i, (d, r) in enumerate(zip(found, readings, strict=True))
            for k, grade in enumerate(d.grades[name])
        ]
        out[kind] = binary([r[0] % 2 for r in rows], [(r[1] + r[2]) / 2 for r in rows], [bool(r[3]) for r in rows])
    return out


def binary(halves: Sequence[int], scores: Sequence[float], truth: Sequence[bool]) -> dict[str, float]:
    """F1 of the positive class, each half at the other's best cut."""
    import numpy as np

    half, value, label = np.array(halves), np.array(scores), np.array(truth)

    def counts(cut: float, chosen: NDArray[np.bool_]) -> tuple[int, int, int]:
        taken = (value >= cut) & chosen
        return int((taken & label).sum()), int(taken.sum()), int((label & chosen).sum())

    def best(chosen: NDArray[np.bool_]) -> float:
        grid = np.unique(np.quantile(value[chosen], np.linspace(0.3, 0.995, 60)))
        return float(max(grid, key=lambda cut: f1_record(*counts(float(cut), chosen))["f1"]))

    sums = np.sum([counts(best(half != h), half == h) for h in (0, 1)], axis=0)
    return f1_record(*(int(s) for s in sums))


def facts(found: Sequence[Document], readings: Sequence[Reading]) -> dict[str, Any]:
    """FactAppeal: F1 of words by tag and its mean over tags, and F1 of sentences with an unnamed source."""
    per_tag = {}
    for tag in tasks.FACT_TAGS:
        count = [0, 0, 0]
        spans = [0, 0, 0]
        for d, r in zip(found, readings, strict=True):
            tokens = words.tokens(d.text)
            guessed = runs(r, r.tokens[f"fact.{tag}"], 0.5)
            guess, gold = _tokens(tokens, guessed), _tokens(tokens, d.tokens[f"fact.{tag}"])
            _add(count, len(guess & gold), len(guess), len(gold))
            met = _matched(
                [(_tokens(tokens, (s,)),) for s in guessed],
                [(_tokens(tokens, (s,)),) for s in d.tokens[f"fact.{tag}"]],
                _half,
            )
            _add(spans, met, len(guessed), len(d.tokens[f"fact.{tag}"]))
        per_tag[tag] = {**f1_record(*count), "spans": f1_record(*spans)["f1"]}
    unnamed = [0, 0, 0]
    for d, r in zip(found, readings, strict=True):
        mine = int((r.tokens["fact.Unnamed"] >= 0.5).any())
        truth = int(bool(d.tokens["fact.Unnamed"]))
        _add(unnamed, mine * truth, mine, truth)
    return {
        "tags": per_tag,
        "macro_f1": round(sum(p["f1"] for p in per_tag.values()) / len(per_tag), 4),
        "span_macro_f1": round(sum(p["spans"] for p in per_tag.values()) / len(per_tag), 4),
        "unnamed_source": f1_record(*unnamed),
        "sentences": len(found),
    }


def _half(one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether two spans share at least half of the words that either has."""
    return bool(one | other) and 2 * len(one & other) >= len(one | other)


def portrayal(found: Sequence[Document], readings: Sequence[Reading]) -> dict[str, Any]:
    """Macro-F1 over against, neutral and for (NewsMTSC)."""
    from sklearn.metrics import f1_score

    truth, guess = [], []
    for d, r in zip(found, readings, strict=True):
        for start, end, label in d.mentions:
            shares = r.stance(start, end)
            truth.append(label)
            guess.append(1 if shares is None else int(shares.argmax()))
    scores = f1_score(truth, guess, average=None, labels=[0, 1, 2])
    return {
        "macro_f1": round(float(scores.mean()), 4),
        "f1": dict(zip(tasks.STANCES, [round(float(s), 4) for s in scores], strict=True)),
        "mentions": len(truth),
    }


def conflict(found: Sequence[Document], readings: Sequence[Reading]) -> dict[str, Any]:
    """Ukraine-crisis articles: Spearman with mean subjectivity votes; AUC for the leaning where votes are clear."""
    import numpy as np
    from scipy.stats import spearmanr
    from sklearn.metrics import roc_auc_score

    votes = np.array([d.grades["ukraine.subjective"][0] for d in found], dtype=float)
    scores = np.array([float(r.sentences["ukraine.subjective"][0]) for r in readings])
    lean = np.array(
        [(d.grades["ukraine.pro_russia"][0] or 0.0) - (d.grades["ukraine.pro_west"][0] or 0.0) for d in found]
    )
    guess = np.array(
        [float(r.sentences["ukraine.pro_russia"][0] - r.sentences["ukraine.pro_west"][0]) for r in readings]
    )
    clear = np.abs(lean) >= 0.2
    known = ~np.isnan(votes)
    out: dict[str, Any] = {
        "sentences": len(found),
        "subjectivity_spearman": round(float(spearmanr(votes[known], scores[known]).statistic), 4),
        "clear_leaning": int(clear.sum()),
    }
    if clear.any() and 0 < (lean[clear] > 0).sum() < clear.sum():
        out["leaning_auc"] = round(float(roc_auc_score(lean[clear] > 0, guess[clear])), 4)
    return out


MEASURES: Mapping[str, Callable[[Sequence[Document], Sequence[Reading]], dict[str, Any]]] = {
    "polnear": attribution,
    "ptc": persuasion,
    "basil": bias,
    "factappeal": facts,
    "newsmtsc": portrayal,
    "ukraine": conflict,
}
