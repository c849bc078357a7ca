"""How well wording, voice and premises are found on openings that nothing was taught, by the whole program."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from framing.annotate.annotating import annotate_many
from framing.config import Config
from framing.model import reader as readers
from framing.rules import registry
from framing.rules.passages import voice_of
from framing.train import data
from framing.train.spans import figures
from framing.train.swaps import swapped
from framing.train.wording_examples import finding_marks
from framing.types import Annotation, Article, Genre, Span

GENRES: dict[str, Genre] = {"analysis": "analysis", "opinion": "opinion", "interview": "interview", "live": "live"}
PREMISES = ("S201", "S204")
SWAP_SENTENCES = 500


def evaluate(data_root: Path) -> dict[str, Any]:
    """Figures on ``findings_dev``, of swapped names over 500 real sentences, and of quoted bias spans in BASIL.

    ``wording`` and ``premises``: precision, recall and F1 of own-voice findings (overlap with any own-voice mark of the
    group; recall over sure marks). ``voice``: share of marked spans whose voice, own or not, is right. ``swaps``: the
    share of sentences whose label changes when parties, nations, faiths or persons are exchanged.
    """
    rows = data.load("findings_dev", data_root)
    annotations = annotated(rows)
    return {
        **findings_figures(rows, annotations),
        "voice": voice_figures(rows, annotations),
        "swaps": swap_figures(data_root),
        "quoted_bias": quote_figures(data_root),
    }


def annotated(rows: Sequence[data.Row]) -> tuple[Annotation, ...]:
    """The openings as the program reads them, each in its genre."""
    config = Config()
    articles = [Article(id=str(row["id"]), text=row["text"], genre=GENRES.get(row["genre"], "news")) for row in rows]
    return annotate_many(articles, readers.load(config.encoder.threads), config)


def findings_figures(rows: Sequence[data.Row], annotations: Sequence[Annotation]) -> dict[str, Any]:
    """Own-voice wording (W rules) and premises (S201, S204) against the openings' marks; see ``spans.figures``."""
    config = Config()
    out: dict[str, Any] = {}
    for name, codes, family in (("wording", ("W",), "W"), ("premises", PREMISES, "S")):
        found: dict[int, list[Span]] = {}
        marks = {}
        for i, (row, annotation) in enumerate(zip(rows, annotations, strict=True)):
            found[i] = [
                f.span
                for f in registry.check_annotation(annotation, config)
                if f.rule.startswith(codes) and f.voice == "own"
            ]
            marks[i] = tuple(m for m in finding_marks(row["findings"], family) if m.rule.startswith(codes))
        out[name] = figures(found, marks)
    return out


def voice_figures(rows: Sequence[data.Row], annotations: Sequence[Annotation]) -> dict[str, float]:
    """How often the voice of a marked span, own or a speaker's, is what the openings' readers say."""
    right = total = 0
    for row, annotation in zip(rows, annotations, strict=True):
        for mark in row["findings"]:
            if mark["rule"].startswith("W"):
                span = Span(mark["start"], mark["end"])
                total += 1
                right += (marked_voice(annotation, span, mark["rule"]) == "own") == (mark["voice"] == "own")
    return {"accuracy": round(right / max(total, 1), 4), "marks": total}


def marked_voice(annotation: Annotation, span: Span, rule: str) -> str:
    """The voice that a finding of ``rule`` at ``span`` would be given."""
    from framing.rules.marks import voice_of_mark

    return voice_of_mark(annotation, span, rule)


def swap_figures(data_root: Path, sentences: int = SWAP_SENTENCES) -> dict[str, float]:
    """How often the program changes its mind when only who is spoken of changes, over BABE sentences."""
    config = Config()
    reader = readers.load(config.encoder.threads)
    texts = [str(row["text"]) for row in data.load("babe", data_root)]
    texts = [text for text in texts if swapped(text, 1) != text][:sentences]

    def read(step: int) -> list[tuple[bool, list[int], bool]]:
        articles = [Article(id=str(i), text=swapped(text, step)) for i, text in enumerate(texts)]
        return [
            (
                max((s.loaded for s in found.sentences), default=0.0) >= config.wording.threshold,
                [len(found.article.text[: span.start].split()) for span in found.wording],
                bool(found.premises),
            )
            for found in annotate_many(articles, reader, config)
        ]

    first = read(0)
    others = [read(step) for step in (1, 2, 3)]
    compared = [(a, b) for other in others for a, b in zip(first, other, strict=True)]
    premises = sum(a[2] != b[2] for a, b in compared)
    marks = sum(len(a[1]) for a, _ in compared)
    moved = sum(len({*a[1]} - {*b[1]}) for a, b in compared)
    return {
        "sentences": len(texts),
        "label_changed": round(sum(a[0] != b[0] for a, b in compared) / max(len(compared), 1), 4),
        "premise_changed": round(premises / max(len(compared), 1), 4),
        "marks_lost": round(moved / max(marks, 1), 4),
    }


def quote_figures(data_root: Path) -> dict[str, float]:
    """BASIL's bias spans: how often a span is heard as quoted exactly where the set's quote flag says so."""
    by_document: dict[str, list[data.Row]] = {}
    for row in data.load("basil_sentences", data_root):
        by_document.setdefault(row["doc"], []).append(row)
    articles, spans = [], []
    for name, found in by_document.items():
        text, flags = "", []
        for row in found:
            at = len(text) + (1 if text else 0)
            text += (" " if text else "") + row["text"]
            flags += [(Span(at + s["start"], at + s["end"]), s["quote"] == "yes") for s in row["spans"]]
        if flags:
            articles.append(Article(id=name, text=text))
            spans.append(flags)
    config = Config()
    annotations = annotate_many(articles, readers.load(config.encoder.threads), config)
    right = total = 0
    for annotation, flags in zip(annotations, spans, strict=True):
        for span, quoted in flags:
            total += 1
            right += (voice_of(annotation, span)[0] == "quoted") == quoted
    return {"accuracy": round(right / max(total, 1), 4), "spans": total}
