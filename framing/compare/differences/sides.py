"""One side of a difference: a claim's member with everything annotated inside its sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from framing.compare import content
from framing.compare.members import main_content
from framing.types import (
    Annotation,
    Attribution,
    Difference,
    DifferenceKind,
    Member,
    Name,
    Place,
    Quantity,
    Quote,
    Span,
    WordingSpan,
)


@dataclass(frozen=True)
class Side:
    """A member of a claim within its article."""

    annotation: Annotation
    member: Member

    @property
    def text(self) -> str:
        """The text of the whole article: spans point into it."""
        return self.annotation.article.text

    @property
    def article(self) -> str:
        return self.member.article

    @property
    def label(self) -> str:
        """How reports name the article."""
        return self.annotation.article.label

    @property
    def span(self) -> Span:
        return self.member.span

    @cached_property
    def place(self) -> Place:
        return self.at(self.span)

    def at(self, span: Span) -> Place:
        """``span`` as a place in this article."""
        return Place(self.article, span.start, span.end)

    @cached_property
    def main(self) -> tuple[Span, Attribution | None]:
        """What the sentence chiefly says and the attribution that carries it."""
        return main_content(self.annotation, self.span)

    @cached_property
    def words(self) -> tuple[content.Word, ...]:
        return content.words(self.member.text, self.span.start)

    @cached_property
    def stems(self) -> frozenset[str]:
        """Stems of the sentence's content words."""
        return content.content_stems(self.member.text)

    @cached_property
    def lowered(self) -> frozenset[str]:
        """The words of the sentence in lower case."""
        return frozenset(w.lower for w in self.words)

    @cached_property
    def hedges(self) -> tuple[Span, ...]:
        """The words that leave open what the sentence tells, in order."""
        from framing.annotate import certainty

        found = certainty.cues(self.text, self.span)
        return tuple(Span(start, end) for start, end, kind in found if kind == "hedged")

    @cached_property
    def attributions(self) -> tuple[Attribution, ...]:
        """Attributions with content in the sentence."""
        return tuple(a for a in self.annotation.attributions if any(part.overlaps(self.span) for part in a.content))

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        return tuple(q for q in self.annotation.quantities if self.span.contains(q.span))

    @cached_property
    def names(self) -> tuple[Name, ...]:
        return tuple(n for n in self.annotation.names if self.span.contains(n.span))

    @cached_property
    def quotes(self) -> tuple[Quote, ...]:
        """Quotations of somebody's words that reach into the sentence."""
        return tuple(q for q in self.annotation.quotes if q.kind == "speech" and q.span.overlaps(self.span))

    @cached_property
    def charged(self) -> tuple[WordingSpan, ...]:
        """The W-rule spans of the sentence that are the outlet's own words."""
        from framing.annotate import voice

        return tuple(
            w
            for w in self.annotation.wording
            if w.rule.startswith("W")
            and self.span.contains(w.span)
            and voice.at(w.span, self.annotation.quotes, self.annotation.attributions)[0] == "own"
        )

    @property
    def loaded(self) -> float:
        """The highest probability of loaded wording of the sentences it overlaps."""
        return max((s.loaded for s in self.annotation.sentences if self.span.overlaps(s.span)), default=0.0)

    def own_words(self, words: Sequence[content.Word]) -> tuple[content.Word, ...]:
        """Those of ``words`` that stand outside quotation marks."""
        return tuple(w for w in words if not any(q.start <= w.start < q.end for q in self.quotes))

    def said(self, span: Span, limit: int = 16) -> str:
        """The words at ``span`` in quotation marks for a message, cut after ``limit`` words."""
        return f"“{content.shorten(span.of(self.text), limit)}”"


def difference(
    kind: DifferenceKind, first: Side, other: Side, spans: tuple[Span, Span], score: float, message: str
) -> Difference:
    """A difference between two sides; ``spans`` are the words on the first and on the other side."""
    return Difference(
        kind=kind,
        between=(first.article, other.article),
        spans=(first.at(spans[0]), other.at(spans[1])),
        score=round(score, 3),
        message=message,
    )
