"""Labelled sets of wording as examples: sentences with words, features, marks, labels and folds."""

from __future__ import annotations

import math
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from framing.annotate import wording, wording_features
from framing.train import data, swaps
from framing.train.encoded import Passage, passages
from framing.train.fitting import FOLDS
from framing.types import Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from framing.model.encoder import Encoder

PTC_RULES = {"Loaded_Language": "W101", "Name_Calling,Labeling": "W102", "Exaggeration,Minimisation": "W103"}
SWAPPED = 800  # sentences whose names are swapped
SUBJ_EVERY = 3  # a third of the 10,000 sentences of film reviews is plenty beside 2,900 of news


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
class Labelled:
    """One text of a set, as the product sees it, and its labels."""

    corpus: str
    passage: Passage
    labels: Labels


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """One sentence of a labelled text; ``document`` counts texts over all sets."""

    corpus: str
    document: int
    text: str
    words: tuple[wording_features.Word, ...]
    table: wording_features.Table
    labels: Labels

    def mark_of(self, word: wording_features.Word) -> Mark | None:
        """The first mark on the word, one of this head's rules before others."""
        found = [m for m in self.labels.marks if m.span.start < word.end and word.start < m.span.end]
        return min(found, key=lambda m: m.rule not in wording.RULES) if found else None

    @property
    def loaded(self) -> int | None:
        """Whether the sentence is loaded: its set's label, or whether it holds a mark of a wording rule."""
        if self.corpus != "findings":
            return self.labels.loaded
        return int(any(self.mark_of(word) for word in self.words))


def corpora(root: Path, encoder: Encoder, cache: Path | None) -> tuple[Labelled, ...]:
    """The sets that train the head: marked newspaper openings, BABE, and sentences of film reviews and plots."""
    findings = data.load("findings_train", root)
    babe = data.load("babe", root)
    subj = data.load("subj", root)[::SUBJ_EVERY]
    read = (
        ("findings", findings, [_findings_labels(row) for row in findings], False),
        ("babe", babe, [_babe_labels(row) for row in babe], True),
        ("subj", subj, [_subj_labels(row) for row in subj], True),
    )
    found: list[Labelled] = []
    for corpus, rows, labels, whole in read:
        texts = [str(row["text"]) for row in rows]
        parts = passages(texts, encoder, whole=whole, cache=cache)
        found += [Labelled(corpus, part, label) for part, label in zip(parts, labels, strict=True)]
    return tuple(found)


def examples(labelled: Sequence[Labelled], counts: wording_features.Counts, *, contextual: bool) -> Iterator[Example]:
    """The sentences of ``labelled`` that hold at least one word that may be marked, with their features."""
    for number, one in enumerate(labelled):
        passage = one.passage
        encoding = passage.encoding
        assert encoding is not None
        quotes = [quote.span for quote in passage.quotes]
        names = [name.span for name in passage.names]
        for i, sentence in enumerate(passage.sentences):
            words = wording_features.words(passage.text, sentence.span, names, quotes)
            if not any(word.candidate for word in words):
                continue
            text = sentence.span.of(passage.text)
            table = wording_features.table(
                words,
                passage.text,
                text,
                counts,
                vector=encoding.vectors[i],
                offsets=encoding.offsets[i],
                states=encoding.states[i],
                contextual=contextual,
            )
            yield Example(one.corpus, number, passage.text, words, table, one.labels)


@dataclass(frozen=True, slots=True, eq=False)
class Spread:
    """How the encoder's numbers move when only names change: rows of differences from the mean over the swaps."""

    states: NDArray[np.float32]
    vectors: NDArray[np.float32]


def swap_spread(labelled: Sequence[Labelled], encoder: Encoder, cache: Path | None) -> Spread:
    """Differences of word states and sentence vectors between sentences of BABE and the same with names swapped."""
    import numpy as np

    texts = [one.passage.text for one in labelled if one.corpus == "babe"]
    texts = [text for text in texts if swaps.swapped(text, 1) != text][:SWAPPED]
    variants = [passages([swaps.swapped(t, k) for t in texts], encoder, whole=True, cache=cache) for k in range(4)]
    states: list[NDArray[np.float32]] = []
    vectors: list[NDArray[np.float32]] = []
    for same in zip(*variants, strict=True):
        read = [wording_features.words(p.text, Span(0, len(p.text)), [n.span for n in p.names], ()) for p in same]
        encodings = [p.encoding for p in same if p.encoding is not None]
        if len({len(found) for found in read}) != 1:
            continue
        pooled = np.stack(
            [
                wording_features.word_states(found, e.offsets[0], e.states[0], wording_features.WIDTH)
                for found, e in zip(read, encodings, strict=True)
            ]
        )
        kept = [i for i in range(len(read[0])) if all(found[i].candidate for found in read)]
        states.extend((pooled - pooled.mean(axis=0))[:, kept].reshape(-1, wording_features.WIDTH))
        whole = np.stack([e.vectors[0] for e in encodings]) * wording_features.VECTOR_SCALE
        vectors.extend(whole - whole.mean(axis=0))
    return Spread(np.stack(states), np.stack(vectors))


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


def _findings_labels(row: data.Row) -> Labels:
    return Labels(marks=tuple(finding_marks(row["findings"])), fold=zlib.crc32(row["id"].encode()) % FOLDS)


def finding_marks(found: Iterable[data.Row]) -> Iterator[Mark]:
    """The marks of wording rules among the findings of one text."""
    for f in found:
        if f["rule"].startswith("W"):
            yield Mark(Span(f["start"], f["end"]), f["rule"], sure=f["sure"], own=f["voice"] == "own")


def _babe_labels(row: data.Row) -> Labels:
    opinion = {"factual": 0, "opinion": 1}.get(row["opinion"] or "")
    return Labels(
        marks=tuple(Mark(Span(start, end), "W101") for start, end in row["spans"]),
        loaded=int(row["label"]),
        subjective=opinion,
        fold=int(row["fold_article"]),
        outlet=str(row["outlet"]),
    )


def _subj_labels(row: data.Row) -> Labels:
    return Labels(subjective=int(row["label"]), fold=zlib.crc32(row["text"].encode()) % FOLDS)
