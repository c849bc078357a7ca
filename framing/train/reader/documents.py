"""Labelled sets as documents: a text, its sentences, and spans or grades under the names of the reader's outputs."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from framing.language import sentences
from framing.train import data, labels
from framing.train.reader import tasks
from framing.types import Region

Spans = tuple[tuple[int, int], ...]
FOLDS = 5
LONG = 800
"""Characters from which a row of one sentence is in truth several, more than a window holds."""


@dataclass(frozen=True, slots=True)
class Linked:
    """One attribution's parts."""

    source: Spans
    cue: Spans
    content: Spans

    @property
    def anchor(self) -> int | None:
        """The character where the attribution is anchored: its cue, else its source, else its content."""
        for part in (self.cue, self.source, self.content):
            if part:
                return min(start for start, _ in part)
        return None


@dataclass(frozen=True, slots=True)
class Document:
    """``tokens`` holds the spans of every token output that the document is labelled for (empty where it has none).

    ``grades`` holds one value a sentence, ``None`` where unlabelled; ``only_inside`` names token outputs that are
    labelled inside the spans of ``inside`` and nowhere else; ``mentions`` are (start, end, stance index).
    """

    task: str
    id: str
    text: str
    sentences: Spans
    fold: int
    tokens: dict[str, Spans] = field(default_factory=dict)
    inside: dict[str, Spans] = field(default_factory=dict)
    grades: dict[str, tuple[float | None, ...]] = field(default_factory=dict)
    attributions: tuple[Linked, ...] | None = None
    mentions: tuple[tuple[int, int, int], ...] = ()
    outlet: str = ""


def read(task: tasks.Task, root: Path) -> Iterator[Document]:
    """The documents of a task's sets, in file order; raises ``DataError`` for missing or malformed files."""
    for name in task.sets:
        yield from _READERS[task.name](data.load(name, root))


def held_out(document: Document) -> bool:
    """Whether the document is kept for measuring: one fold in five of the sets that have no dev part of their own."""
    return document.task in ("findings", "openings", "ptc", "basil", "babe", "ukraine") and document.fold == 0


def fold_of(key: str) -> int:
    """A fold that depends on the key alone."""
    return zlib.crc32(key.encode()) % FOLDS


def split(text: str, title: str | None = None) -> Spans:
    """Sentence spans as the product cuts them; ``title`` is a headline that the text may begin with."""
    headed = bool(title) and text.startswith(title or "")
    regions = (Region("title", 0, len(title or "")),) if headed else ()
    return tuple((s.start, s.end) for s in sentences.split(text, regions))


def _one(text: str) -> Spans:
    return ((0, len(text)),)


def _polnear(rows: Sequence[data.Row]) -> Iterator[Document]:
    seen: set[str] = set()
    for row in rows:
        if row["doc"] in seen:
            continue
        seen.add(row["doc"])
        yield Document(
            "polnear",
            row["doc"],
            row["text"],
            split(row["text"], row.get("title")),
            fold_of(row["doc"]),
            attributions=linked(row["attributions"]),
        )


def linked(rows: Sequence[data.Row]) -> tuple[Linked, ...]:
    """The attributions of a PolNeAR row; those without any span are left out."""
    found = (Linked(*(tuple((s, e) for s, e in row[part]) for part in tasks.ROLES)) for row in rows)
    return tuple(one for one in found if one.anchor is not None)


def _findings(rows: Sequence[data.Row]) -> Iterator[Document]:
    for row in rows:
        yield _marked("findings", row["id"], row["text"], row["findings"])


def _openings(rows: Sequence[data.Row]) -> Iterator[Document]:
    for row in labels.openings(rows):
        yield _marked("openings", row["id"], row["text"], row["findings"])


def _marked(task: str, name: str, text: str, marks: Sequence[data.Row]) -> Document:
    """An opening with its marks under this project's rules."""
    tokens: dict[str, Spans] = {
        f"findings.{rule}": tuple((m["start"], m["end"]) for m in marks if m["rule"] == rule)
        for rule in (*tasks.WORDING, *tasks.PREMISES)
    }
    own = tuple((m["start"], m["end"]) for m in marks if m["voice"] == "own" and m["rule"].startswith("W"))
    premises = tuple((m["start"], m["end"]) for m in marks if m["rule"] in ("S201", "S204"))
    parts = split(text)
    return Document(
        task,
        name,
        text,
        parts,
        fold_of(name),
        tokens={**tokens, "findings.own_wording": own, "findings.own": own},
        inside={"findings.own": tuple((m["start"], m["end"]) for m in marks if m["rule"].startswith("W"))},
        grades={"findings.own_wording": _met(parts, own), "findings.premise": _met(parts, premises)},
    )


def _met(parts: Spans, spans: Spans) -> tuple[float, ...]:
    return tuple(float(any(s < end and start < e for s, e in spans)) for start, end in parts)


def _babe(rows: Sequence[data.Row]) -> Iterator[Document]:
    for row in rows:
        opinion = row["opinion"]
        known = opinion in ("opinion", "factual", "mixed")
        yield Document(
            "babe",
            row["id"],
            row["text"],
            _one(row["text"]),
            int(row["fold_article"]),
            tokens={"babe.words": tuple((s, e) for s, e in row["spans"])},
            grades={
                "babe.loaded": (float(row["label"]),),
                "babe.opinion": (float(opinion == "opinion") if known else None,),
                "babe.factual": (float(opinion == "factual") if known else None,),
            },
            outlet=str(row["outlet"]),
        )


def _ptc(rows: Sequence[data.Row]) -> Iterator[Document]:
    for row in rows:
        by_name: dict[str, Spans] = {
            f"ptc.{name}": tuple((s, e) for s, e, technique in row["spans"] if technique == name)
            for name in tasks.TECHNIQUES
        }
        everything = tuple((s, e) for s, e, _ in row["spans"])
        yield Document(
            "ptc",
            str(row["id"]),
            row["text"],
            split(row["text"]),
            fold_of(str(row["id"])),
            tokens={"ptc.any": everything, **by_name},
        )


def _basil(rows: Sequence[data.Row]) -> Iterator[Document]:
    by_document: dict[str, list[data.Row]] = {}
    for row in rows:
        by_document.setdefault(row["doc"], []).append(row)
    for name, found in by_document.items():
        text, parts = "", []
        lexical: list[tuple[int, int]] = []
        informational: list[tuple[int, int]] = []
        for row in found:
            at = len(text) + (1 if text else 0)
            text += (" " if text else "") + row["text"]
            parts.append((at, at + len(row["text"])))
            for span in row["spans"]:
                into = lexical if span["bias"] == "lex" else informational
                into.append((at + span["start"], at + span["end"]))
        yield Document(
            "basil",
            name,
            text,
            tuple(parts),
            int(found[0]["fold_event"]) % FOLDS,
            tokens={"basil.lexical": tuple(lexical), "basil.informational": tuple(informational)},
            grades={
                "basil.lexical": tuple(float(row["lex"]) for row in found),
                "basil.informational": tuple(float(row["inf"]) for row in found),
            },
        )


def _factappeal(rows: Sequence[data.Row]) -> Iterator[Document]:
    for row in rows:
        tokens: dict[str, Spans] = {
            f"fact.{tag}": tuple((s["start"], s["end"]) for s in row["spans"] if s["tag"] == tag)
            for tag in tasks.FACT_TAGS
        }
        for kind in tasks.FACT_SOURCES:
            tokens[f"fact.{kind}"] = tuple((s["start"], s["end"]) for s in row["spans"] if kind in s["mods"])
        yield Document("factappeal", row["id"], row["text"], _one(row["text"]), fold_of(row["id"]), tokens=tokens)


def _newsmtsc(rows: Sequence[data.Row]) -> Iterator[Document]:
    for row in rows:
        mention = (int(row["start"]), int(row["end"]), int(row["label"]) + 1)
        text = row["text"]
        parts = _one(text) if len(text) <= LONG else split(text)
        yield Document("newsmtsc", row["id"], text, parts, fold_of(row["id"]), mentions=(mention,))


def _ukraine(rows: Sequence[data.Row]) -> Iterator[Document]:
    for row in rows:
        votes = {
            "ukraine.subjective": row["subj_votes"],
            "ukraine.hidden": row["hidden_votes"],
            "ukraine.pro_russia": row["bias_votes"]["pro-russia"],
            "ukraine.pro_west": row["bias_votes"]["pro-west"],
        }
        yield Document(
            "ukraine",
            f"{row['doc']}/{row['sent']}",
            row["text"],
            _one(row["text"]),
            fold_of(row["doc"]),
            grades={name: (min(1.0, sum(v) / (3 * len(v))) if v else None,) for name, v in votes.items()},
        )


def _graded(task: str, grade: Callable[[data.Row], float]) -> Callable[[Sequence[data.Row]], Iterator[Document]]:
    def read_rows(rows: Sequence[data.Row]) -> Iterator[Document]:
        for number, row in enumerate(rows):
            text = row["text"].strip()
            if text:
                name = f"{task}/{number}"
                yield Document(task, name, text, _one(text), fold_of(text), grades={task: (grade(row),)})

    return read_rows


_READERS: dict[str, Callable[[Sequence[data.Row]], Iterator[Document]]] = {
    "polnear": _polnear,
    "findings": _findings,
    "openings": _openings,
    "babe": _babe,
    "ptc": _ptc,
    "basil": _basil,
    "factappeal": _factappeal,
    "newsmtsc": _newsmtsc,
    "ukraine": _ukraine,
    "subj": _graded("subj", lambda row: float(row["label"])),
    "weasel": _graded("weasel", lambda row: float(row["label"])),
    "cw": _graded("cw", lambda row: float(row["label"])),
    "biased": _graded("biased", lambda row: min(1.0, max(0.0, (row["mean"] - 1) / 3))),
}
