"""``annotate``: everything that is known about one article alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from framing.annotate import actors, attribution, linking, speakers, stance, voice, wording
from framing.config import Config
from framing.language import names, quantities, quotations, sentences
from framing.model.reader import Text
from framing.types import Annotation, Article, Encoding, Name, Quote, Sentence

if TYPE_CHECKING:
    from framing.model.encoder import Encoder
    from framing.model.reader import Reader, Reading

LONGEST_SENTENCE = 4000
"""Characters of a sentence that the models read; they keep fewer word pieces than any such sentence has."""


@dataclass(frozen=True, slots=True)
class _Parsed:
    article: Article
    sentences: tuple[Sentence, ...]
    quotes: tuple[Quote, ...]
    names: tuple[Name, ...]


def annotate(article: Article, reader: Reader, config: Config) -> Annotation:
    """The annotation of one article; any text is valid, the empty one too."""
    return annotate_many([article], reader, config)[0]


def annotate_many(articles: Sequence[Article], reader: Reader, config: Config) -> tuple[Annotation, ...]:
    """The annotations of ``articles``, in order, without sentence vectors (``encode`` adds them)."""
    return _read([_parse(article) for article in articles], reader, config)


def annotate_split(
    articles: Sequence[tuple[Article, tuple[Sentence, ...]]], reader: Reader, config: Config
) -> tuple[Annotation, ...]:
    """The annotations of articles whose sentence borders are given, as labelled sets give them."""
    parsed = [
        _Parsed(article, split, quotations.find(article.text), names.find(article.text, split))
        for article, split in articles
    ]
    return _read(parsed, reader, config)


def _read(parsed: Sequence[_Parsed], reader: Reader, config: Config) -> tuple[Annotation, ...]:
    readings = reader.read(
        [
            Text(p.article.text, tuple((s.start, min(s.end, s.start + LONGEST_SENTENCE)) for s in p.sentences))
            for p in parsed
        ]
    )
    return tuple(_annotate(piece, reading, config) for piece, reading in zip(parsed, readings, strict=True))


def encode(annotations: Sequence[Annotation], encoder: Encoder) -> tuple[Annotation, ...]:
    """``annotations`` with one vector a sentence, as comparing needs them; all share the encoder's batches."""
    texts = [s.span.of(a.article.text)[:LONGEST_SENTENCE] for a in annotations for s in a.sentences]
    encoded = encoder.encode(texts)
    done = []
    first = 0
    for annotation in annotations:
        last = first + len(annotation.sentences)
        offsets = tuple(
            encoded.offsets[i] + s.start for i, s in zip(range(first, last), annotation.sentences, strict=True)
        )
        found = Encoding(encoded.vectors[first:last], offsets, encoded.states[first:last])
        done.append(replace(annotation, encoding=found))
        first = last
    return tuple(done)


def _parse(article: Article) -> _Parsed:
    found = sentences.split(article.text, article.regions)
    return _Parsed(article, found, quotations.find(article.text), names.find(article.text, found))


def _annotate(piece: _Parsed, reading: Reading, config: Config) -> Annotation:
    article, found = piece.article, piece.sentences
    linked = linking.reports(article.text, reading)
    attributions = attribution.find(article.text, found, piece.quotes, piece.names, linked)
    quotes = speakers.name_quotes(article.text, piece.quotes, attributions)
    voices = voice.of_sentences(article.text, found, quotes, attributions)
    worded = wording.score(article.text, found, reading, quotes, piece.names, attributions, config)
    toward = stance.of_article(reading)
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
        premises=worded.premises,
        voices=worded.voices,
    )
