"""A sentence as the member of a claim: whose words it is, how certain, and how high in the article it stands."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import Literal

from framing.compare import content
from framing.language.lexicon import lexicon
from framing.types import Annotation, Attribution, Member, Rung, Span

#: Share of a sentence's words that an attribution must cover before the sentence counts as the source's statement.
MAIN_CONTENT = 0.4
_PRONOUNS = lexicon("he she it they we i you who which that this these those one")


@dataclass(frozen=True, slots=True)
class Body:
    """Where the body words of an article start; gives a place's position from 0 (first word) to 1 (last)."""

    starts: tuple[int, ...]

    @classmethod
    def of(cls, annotation: Annotation) -> Body:
        """The body words of ``annotation``: those of sentences with the role ``body``."""
        text = annotation.article.text
        starts: list[int] = []
        for sentence in annotation.sentences:
            if sentence.role == "body":
                starts += [w.start for w in content.words(sentence.span.of(text), sentence.start)]
        return cls(tuple(starts))

    def __len__(self) -> int:
        return len(self.starts)

    def position(self, offset: int) -> float:
        """Share of the body words that stand before ``offset``; 0 for the headline and for an empty body."""
        if len(self.starts) < 2:
            return 0.0
        return round(min(bisect_left(self.starts, offset) / (len(self.starts) - 1), 1.0), 4)


def main_content(annotation: Annotation, span: Span) -> tuple[Span, Attribution | None]:
    """What the sentence at ``span`` chiefly says, and the attribution that carries it (``None``: the outlet).

    An attribution whose content covers less than two fifths of the sentence's words, those of its own source and cue
    aside, is a detail of an own-voice sentence; where several cover enough, the one that covers most counts.
    """
    text = annotation.article.text
    total = len(content.words(span.of(text)))
    best: tuple[int, Span, Attribution] | None = None
    for attribution in annotation.attributions:
        inside = [_clip(part, span) for part in attribution.content if part.overlaps(span)]
        if not inside:
            continue
        covered = sum(len(content.words(part.of(text))) for part in inside)
        if best is None or covered > best[0]:
            best = (covered, max(inside, key=len), attribution)
    if best is None:
        return span, None
    covered, told, carrier = best
    frame = (carrier.cue, carrier.source.span if carrier.source else None)
    saying = sum(len(content.words(_clip(part, span).of(text))) for part in frame if part and part.overlaps(span))
    return (told, carrier) if covered >= MAIN_CONTENT * max(1, total - saying) else (span, None)


def _clip(part: Span, span: Span) -> Span:
    return Span(max(part.start, span.start), min(part.end, span.end))


def _named(attribution: Attribution, text: str) -> str | None:
    """The source's resolved name, else the words that name it; ``None`` for a pronoun that was not resolved."""
    if attribution.source is None:
        return None
    words = attribution.source.span.of(text)
    return attribution.source.name or (None if words.lower() in _PRONOUNS else words)


def member(annotation: Annotation, span: Span, body: Body) -> Member:
    """The sentence at ``span`` as a member of a claim."""
    from framing.annotate import certainty, voice

    main, attribution = main_content(annotation, span)
    status: Literal["own", "quoted", "attributed"]
    status, speaker, _ = voice.at(main, annotation.quotes, annotation.attributions)
    rung: Rung | Literal["none"] = "none"
    source = speaker
    text = annotation.article.text
    if status != "own" and attribution is not None:
        rung = attribution.rung
        source = _named(attribution, text) or speaker
    return Member(
        article=annotation.article.id,
        start=span.start,
        end=span.end,
        text=span.of(text),
        status=status,
        source=source if status != "own" else None,
        rung=rung,
        certainty=certainty.of(text, main),
        position=body.position(span.start),
    )
