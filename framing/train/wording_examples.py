"""Labelled sets of wording as examples: sentences with words, features, marks, labels and folds.

The models over the reader's answers must see answers as good as those it will give on new text, so every example is
read by a reader that was not taught its document.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from framing.annotate import attribution, linking, wording, wording_features
from framing.language import names, quotations, sentences
from framing.model.reader import Reader, Text
from framing.train import data
from framing.train.reader import documents
from framing.types import Attribution, Quote, Sentence, Span

if TYPE_CHECKING:
    from framing.model.reader import Reading

PTC_RULES = {"Loaded_Language": "W101", "Name_Calling,Labeling": "W102", "Exaggeration,Minimisation": "W103"}


@dataclass(frozen=True, slots=True)
class Mark:
    """A labelled span: its rule, whether it is sure, and whether its words are the writer's own."""

    span: Span
    rule: str
    sure: bool = True
    own: bool = False


@dataclass(frozen=True, slots=True)
class Labels:
    """What one text is labelled with; ``None`` where its set does not say."""

    marks: tuple[Mark, ...] = ()
    loaded: int | None = None
    subjective: int | None = None
    fold: int = 0
    outlet: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """One text of a set as the product sees it, and its labels."""

    document: int
    text: str
    sentences: tuple[Sentence, ...]
    quotes: tuple[Quote, ...]
    attributions: tuple[Attribution, ...]
    reading: Reading
    labels: Labels


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """One sentence of a labelled text; ``document`` counts the texts of its set."""

    document: int
    index: int
    text: str
    words: tuple[wording_features.Word, ...]
    table: wording_features.Table
    passage: Passage

    @property
    def labels(self) -> Labels:
        return self.passage.labels

    def mark_of(self, word: wording_features.Word) -> Mark | None:
        """The first mark on the word, one of the classifier's rules before others."""
        found = [m for m in self.labels.marks if m.span.start < word.end and word.start < m.span.end]
        return min(found, key=lambda m: m.rule not in wording.RULES) if found else None


def passages(
    rows: Sequence[data.Row], labels: Sequence[Labels], reader_of: Callable[[int], Reader], *, whole: bool
) -> Iterator[Passage]:
    """The rows as passages; ``reader_of(fold)`` reads those of a fold; ``whole`` keeps each as one sentence."""
    for fold in sorted({label.fold for label in labels}):
        chosen = [i for i, label in enumerate(labels) if label.fold == fold]
        texts = [str(rows[i]["text"]) for i in chosen]
        split = [((Sentence(0, len(t)),) if t else ()) if whole else sentences.split(t) for t in texts]
        readings = reader_of(fold).read(
            [Text(t, tuple((s.start, s.end) for s in parts)) for t, parts in zip(texts, split, strict=True)]
        )
        for i, text, parts, reading in zip(chosen, texts, split, readings, strict=True):
            quotes = quotations.find(text)
            found = attribution.find(text, parts, quotes, names.find(text, parts), linking.reports(text, reading))
            yield Passage(i, text, parts, quotes, found, reading, labels[i])


def examples(found: Iterable[Passage], counts: wording_features.Counts) -> Iterator[Example]:
    """The sentences of ``found`` that hold at least one word that may be marked, with their features."""
    for passage in found:
        quotes = [quote.span for quote in passage.quotes]
        named = [name.span for name in names.find(passage.text, passage.sentences)]
        for i, sentence in enumerate(passage.sentences):
            words = wording_features.words(passage.text, sentence.span, named, quotes)
            if not any(word.candidate for word in words):
                continue
            text = sentence.span.of(passage.text)
            table = wording_features.table(words, passage.text, text, counts, passage.reading, i)
            yield Example(passage.document, i, passage.text, words, table, passage)


def learn_counts(root: Path) -> wording_features.Counts:
    """Word counts from sets that no figure is reported on: how rare a word is, how often other editors mark it."""
    total: Counter[str] = Counter()
    marked: Counter[str] = Counter()
    for text, spans in _other_marks(root):
        whole = Span(0, len(text))
        for word in wording_features.words(text, whole, (), ()):
            if word.name:
                continue
            total[word.form] += 1
            marked[word.form] += any(s < word.end and word.start < e for s, e in spans)
    base = sum(marked.values()) / max(sum(total.values()), 1)
    average = math.log(base / (1 - base))
    outside: dict[str, float] = {}
    for form, count in sorted(total.items()):
        if count >= 2:
            share = (marked[form] + 3 * base) / (count + 3)
            outside[form] = round(min(max(math.log(share / (1 - share)) - average, -2.0), 4.0), 2)
    commonest = math.log(max(total.values()) + 1)
    rarity = {form: round(1 - math.log(count + 1) / commonest, 2) for form, count in sorted(total.items()) if count > 1}
    return wording_features.Counts(rarity=rarity, outside={form: v for form, v in outside.items() if v})


def _other_marks(root: Path) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    for row in data.load("ptc_train", root):
        at = 0
        spans = [(start, end) for start, end, technique in row["spans"] if technique in PTC_RULES]
        for line in row["text"].split("\n"):
            end = at + len(line)
            yield line, [(s - at, e - at) for s, e in spans if s < end and at < e]
            at = end + 1
    for row in data.load("basil_sentences", root):
        yield row["text"], [(s["start"], s["end"]) for s in row["spans"] if s["bias"] == "lex"]


def findings_labels(row: data.Row) -> Labels:
    """The marks of an opening, and its fold."""
    return Labels(marks=tuple(finding_marks(row["findings"])), fold=documents.fold_of(row["id"]))


def finding_marks(found: Iterable[data.Row], rules: str = "W") -> Iterator[Mark]:
    """The marks of the rules whose codes begin with ``rules`` among the findings of one text."""
    for f in found:
        if f["rule"].startswith(rules):
            yield Mark(Span(f["start"], f["end"]), f["rule"], sure=f["sure"], own=f["voice"] == "own")


def babe_labels(row: data.Row) -> Labels:
    """BABE's labels of a sentence."""
    opinion = {"factual": 0, "opinion": 1}.get(row["opinion"] or "")
    return Labels(
        marks=tuple(Mark(Span(start, end), "W101") for start, end in row["spans"]),
        loaded=int(row["label"]),
        subjective=opinion,
        fold=int(row["fold_article"]),
        outlet=str(row["outlet"]),
    )
