"""What may be printed of a piece, and how a place in it is named.

``report.excerpts`` decides: ``full`` prints whole sentences, ``sentences`` at most ``report.excerpt_words`` words of
one, ``none`` no words of the pieces at all, only where the pupil finds them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from framing.classroom.types import Passage
from framing.config import Config
from framing.types import Annotation, Comparison, Finding, Member, Sentence, Span

_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def words(text: str) -> list[str]:
    """The words of ``text`` in lower case."""
    return [match.group().lower() for match in _WORD.finditer(text)]


@dataclass(frozen=True)
class Piece:
    """One annotated article with the letter it has on the sheet, and where each of its sentences stands."""

    letter: str
    annotation: Annotation

    @property
    def id(self) -> str:
        return self.annotation.article.id

    @property
    def text(self) -> str:
        return self.annotation.article.text

    @property
    def is_opinion(self) -> bool:
        return self.annotation.article.genre in ("opinion", "satire")

    @cached_property
    def body(self) -> tuple[Sentence, ...]:
        """The sentences that stand in the body, in order."""
        return tuple(sentence for sentence in self.annotation.sentences if sentence.role == "body")

    @cached_property
    def places(self) -> dict[int, str]:
        """Start of each body sentence → ``paragraph 3, sentence 1``, counted as a reader of the page counts."""
        named: dict[int, str] = {}
        paragraph, last, count = 0, None, 0
        for sentence in self.body:
            if sentence.paragraph != last:
                paragraph, last, count = paragraph + 1, sentence.paragraph, 0
            count += 1
            named[sentence.start] = f"paragraph {paragraph}, sentence {count}"
        return named

    def sentence_at(self, span: Span) -> Sentence | None:
        """The body sentence that holds the whole of ``span``, if one does."""
        body = self.body
        index = bisect_right([sentence.start for sentence in body], span.start) - 1
        if index < 0 or not body[index].span.contains(span):
            return None
        return body[index]

    def where(self, span: Span) -> str:
        """The place of ``span`` in words."""
        sentence = self.sentence_at(span)
        if sentence is not None:
            return self.places[sentence.start]
        touched = [s for s in self.body if s.span.overlaps(span)]
        if touched:
            return self.places[touched[0].start]
        return "headline" if self._in_title(span) else f"characters {span.start} to {span.end}"

    def _in_title(self, span: Span) -> bool:
        return any(region.kind == "title" and region.span.overlaps(span) for region in self.annotation.article.regions)


@dataclass(frozen=True)
class Desk:
    """The pieces on the teacher's desk with all that exercises are made from."""

    comparison: Comparison
    findings: tuple[Finding, ...]
    config: Config
    pieces: tuple[Piece, ...]

    def piece(self, article: str) -> Piece:
        """The piece with that article id."""
        return next(piece for piece in self.pieces if piece.id == article)

    @cached_property
    def _scores(self) -> dict[tuple[str, int, str, int], float]:
        scores: dict[tuple[str, int, str, int], float] = {}
        for pair in self.comparison.pairs:
            for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
                scores[one.article, one.start, other.article, other.start] = pair.score
        return scores

    def same(self, one: Member, other: Member) -> float:
        """How surely these two wordings, themselves and not by way of a third, report one claim; 0 if never paired."""
        return self._scores.get((one.article, one.start, other.article, other.start), 0.0)

    @property
    def shows_text(self) -> bool:
        """Whether words of the pieces may be printed."""
        return self.config.report.excerpts != "none"

    def passage(self, piece: Piece, span: Span, marked: Iterable[Span] = ()) -> Passage:
        """``span`` of ``piece`` as it may be printed, with ``marked`` stretches of it in bold."""
        where = piece.where(span)
        if not self.shows_text:
            return Passage(piece.letter, piece.id, span.start, span.end, where, "")
        limit = None if self.config.report.excerpts == "full" else self.config.report.excerpt_words
        shown, marks = _printable(piece.text, span, sorted(marked), limit)
        return Passage(piece.letter, piece.id, span.start, span.end, where, shown, marks)


def arrange(comparison: Comparison, findings: Iterable[Finding], config: Config) -> Desk:
    """The desk for a comparison: pieces lettered in the order they were given."""
    pieces = tuple(Piece(_letter(index), annotation) for index, annotation in enumerate(comparison.annotations))
    return Desk(comparison, tuple(findings), config, pieces)


def _letter(index: int) -> str:
    first, second = divmod(index, 26)
    return (chr(ord("A") + first - 1) if first else "") + chr(ord("A") + second)


def _printable(text: str, span: Span, marked: list[Span], limit: int | None) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Words of ``span`` with white space folded, cut after ``limit`` words, and the marks moved along."""
    shown: list[str] = []
    moved: dict[int, int] = {}
    length = 0
    for match in re.finditer(r"\s+|\S", span.of(text)):
        piece = " " if match.group().isspace() else match.group()
        moved[span.start + match.start()] = length
        shown.append(piece)
        length += 1
    moved[span.end] = length
    line = "".join(shown)
    end = length
    if limit is not None:
        tokens = list(re.finditer(r"\S+", line))
        if len(tokens) > limit:
            end = tokens[limit - 1].end()
    marks = tuple((moved[m.start], moved[m.end]) for m in marked if m.start in moved and m.end in moved)
    kept = tuple((start, stop) for start, stop in marks if start < stop <= end)
    return (line[:end] + " …" if end < length else line), kept


def folded(text: str) -> str:
    """``text`` with white space folded to single spaces."""
    return _SPACE.sub(" ", text).strip()
