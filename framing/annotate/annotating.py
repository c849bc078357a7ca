"""``annotate``: everything that is known about one article alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from framing.annotate import actors, attribution, speakers, stance, voice, wording
from framing.config import Config
from framing.language import names, quantities, quotations, sentences
from framing.types import Annotation, Article, Encoding, Name, Quote, Sentence

if TYPE_CHECKING:
    from framing.model.encoder import Encoded, Encoder

LONGEST_SENTENCE = 4000
"""Characters of a sentence that the encoder reads; it keeps 256 word pieces, and no sentence has more than that."""


@dataclass(frozen=True, slots=True)
class _Parsed:
    article: Article
    sentences: tuple[Sentence, ...]
    quotes: tuple[Quote, ...]
    names: tuple[Name, ...]


def annotate(article: Article, encoder: Encoder, config: Config) -> Annotation:
    """The annotation of one article; any text is valid, the empty one too."""
    return annotate_many([article], encoder, config)[0]


def annotate_many(articles: Sequence[Article], encoder: Encoder, config: Config) -> tuple[Annotation, ...]:
    """The annotations of ``articles``, in order; all their sentences share the encoder's batches."""
    parsed = [_parse(article) for article in articles]
    encoded = encoder.encode([s.span.of(p.article.text)[:LONGEST_SENTENCE] for p in parsed for s in p.sentences])
    annotations = []
    first = 0
    for piece in parsed:
        last = first + len(piece.sentences)
        annotations.append(_annotate(piece, _slice(encoded, piece.sentences, first, last), config))
        first = last
    return tuple(annotations)


def _parse(article: Article) -> _Parsed:
    found = sentences.split(article.text, article.regions)
    return _Parsed(article, found, quotations.find(article.text), names.find(article.text, found))


def _slice(encoded: Encoded, found: Sequence[Sentence], first: int, last: int) -> Encoding:
    offsets = (encoded.offsets[i] + s.start for i, s in zip(range(first, last), found, strict=True))
    return Encoding(encoded.vectors[first:last], tuple(offsets), encoded.states[first:last])


def _annotate(piece: _Parsed, encoding: Encoding, config: Config) -> Annotation:
    article, found = piece.article, piece.sentences
    attributions = attribution.find(article.text, found, piece.quotes, piece.names)
    quotes = speakers.name_quotes(article.text, piece.quotes, attributions)
    voices = voice.of_sentences(article.text, found, quotes, attributions)
    worded = wording.score(article.text, found, encoding, quotes, piece.names, config)
    toward = stance.of_article(article.text, found, encoding) if stance.HEAD.is_file() else None
    return Annotation(
        article=article,
        sentences=tuple(
            replace(sentence, voice=speaks, loaded=loaded, subjective=subjective)
            for sentence, speaks, loaded, subjective in zip(
                found, voices, worded.loaded, worded.subjective, strict=True
            )
        ),
        quotes=quotes,
        attributions=attributions,
        actors=actors.find(article.text, found, piece.names, quotes, attributions, toward),
        quantities=quantities.find(article.text, article.published),
        names=piece.names,
        wording=worded.spans,
        encoding=encoding,
    )
