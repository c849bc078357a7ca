"""Annotations and comparisons of invented sentences: what the rules' cases are run on."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import Any

from framing.annotate import attribution, voice
from framing.compare import differences, members
from framing.config import Config
from framing.language import names, quantities, quotations, sentences
from framing.pipeline import Engine
from framing.types import (
    Absence,
    Actor,
    Annotation,
    Article,
    Attribution,
    Claim,
    Comparison,
    Mention,
    Nearest,
    Quote,
    Region,
    Span,
    WordingSpan,
)

OUTLETS = ("The Harbour Post", "Northern Courier", "Radio Vale", "Plain Wire")


def article(case: dict[str, Any], *, id: str = "a1", outlet: str | None = None) -> Article:
    """The case's text, under its headline where it has one."""
    title, text = case.get("title"), case["text"]
    regions = (Region("title", 0, len(title)),) if title else ()
    whole = f"{title}\n\n{text}" if title else text
    return Article(id, whole, title=title, outlet=outlet, genre=case.get("genre", "news"), regions=regions)


def annotate(
    piece: Article, words: dict[str, str] | None = None, stances: dict[str, list[float]] | None = None
) -> Annotation:
    """The article read without the encoder.

    ``words`` are wording spans given by hand, words → rule; ``stances`` the stance of each mention of an actor.
    """
    split = sentences.split(piece.text, piece.regions)
    quotes = quotations.find(piece.text)
    named = names.find(piece.text, split)
    said = attribution.find(piece.text, split, quotes, named)
    speakers = {(c.start, c.end): a.source.name for a in said if a.source for c in a.content}
    quotes = tuple(replace(q, speaker=q.speaker or speakers.get((q.start, q.end))) for q in quotes)
    wording = tuple(
        WordingSpan(rule, piece.text.index(span), piece.text.index(span) + len(span), 0.9)
        for span, rule in (words or {}).items()
    )
    return Annotation(
        piece,
        sentences=split,
        quotes=quotes,
        attributions=said,
        names=named,
        quantities=quantities.find(piece.text, piece.published),
        wording=wording,
        actors=tuple(_actor(piece.text, name, row, quotes, said) for name, row in (stances or {}).items()),
    )


def _actor(text: str, name: str, row: list[float], quotes: tuple[Quote, ...], said: tuple[Attribution, ...]) -> Actor:
    spans = [Span(*match.span()) for match in re.finditer(name, text)]
    mentions = tuple(
        Mention(s.start, s.end, stance, voice.at(s, quotes, said)[0]) for s, stance in zip(spans, row, strict=True)
    )
    own = [m.stance for m in mentions if m.voice == "own"]
    return Actor(name, (), mentions, sum(own) / len(own) if own else 0.0)


@cache
def _engine() -> Engine:
    return Engine(Config())


def annotate_fully(piece: Article, *given: Any) -> Annotation:
    """The article read by the whole pipeline, for rules that need the encoder; nothing may be given by hand."""
    assert not any(given)
    return _engine().annotate([piece])[0]


def compare(case: dict[str, Any]) -> Comparison:
    """One claim told by the case's pieces: each piece's first sentence is its wording, differences found for real.

    ``absent`` lists pieces without the claim, ``positions`` overrides where in its piece a wording stands, ``origins``
    groups the pieces.
    """
    pieces = case["pieces"]
    read = {
        key: annotate(article(piece, id=key, outlet=OUTLETS[n]), piece.get("wording"))
        for n, (key, piece) in enumerate(pieces.items())
    }
    absent = case.get("absent", {})
    told = []
    for key, annotation in read.items():
        if key in absent:
            continue
        member = members.member(annotation, annotation.sentences[0].span, members.Body.of(annotation))
        told.append(replace(member, position=case.get("positions", {}).get(key, member.position)))
    found = [
        difference
        for i, one in enumerate(told)
        for other in told[i + 1 :]
        for difference in differences.between(
            differences.Side(read[one.article], one), differences.Side(read[other.article], other)
        )
    ]
    origins = tuple(tuple(group) for group in case.get("origins", [[key] for key in pieces]))
    count = sum(any(m.article in group for m in told) for group in origins)
    missing = tuple(
        Absence(key, row["verdict"], _nearest(read[key], row.get("nearest"))) for key, row in absent.items()
    )
    claim = Claim("c1", told[0].text, tuple(told), count, tuple(found), missing)
    return Comparison(tuple(read.values()), origins, (), (claim,))


def _nearest(annotation: Annotation, near: bool | None) -> Nearest | None:
    sentence = annotation.sentences[0]
    return Nearest(sentence.start, sentence.end, sentence.span.of(annotation.article.text), 0.1) if near else None
