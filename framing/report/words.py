"""Words counted, and shared out by whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from framing.language import words
from framing.types import Annotation, Article, Attribution, Quote, Rung, Source, Span


@dataclass(frozen=True, slots=True)
class Share:
    """The words one voice has in one article.

    ``quoted`` counts words inside quotation marks, ``reported`` those the outlet puts in its own words on the speaker's
    account. ``rung`` is how the speaker is named at best, ``None`` where no attribution names one.
    """

    article: str
    speaker: str
    rung: Rung | None
    quoted: int
    reported: int

    @property
    def total(self) -> int:
        return self.quoted + self.reported


@dataclass(frozen=True, slots=True)
class Voices:
    """Whose words an article consists of: ``own`` words of the outlet, and the shares of speakers, largest first."""

    article: str
    words: int
    own: int
    speakers: tuple[Share, ...]
    unheard: tuple[str, ...]

    def of_rung(self, *rungs: Rung) -> int:
        """How many words stand on the word of sources of these rungs."""
        return sum(share.total for share in self.speakers if share.rung in rungs)


def body_words(article: Article) -> tuple[Span, ...]:
    """The words of the body: all but headline, byline, dateline, credit, caption and the like."""
    return _outside(words.tokens(article.text), [region.span for region in article.regions])


#: Name under which words stand in quotation marks that nobody is named for.
UNNAMED = "speaker not identified"

_RUNGS: tuple[Rung, ...] = ("named", "institution", "anonymous", "vague")

_PRONOUNS = frozenset(["he", "she", "they", "it", "who", "i", "we", "one", "this", "that"])

#: An actor mentioned at least so often, and never a source, is listed as talked about but not heard.
MENTIONS_TO_LIST = 3


def share(annotation: Annotation) -> Voices:
    """Every body word given to one voice.

    A word in a spoken quotation is quoted; else a word in the content of an attribution to somebody is reported; else,
    as where "it is expected" names nobody, it is the outlet's own. Where attributions nest, the innermost (shortest)
    content decides. Scare quotes and titles in quotation marks are the outlet's own words.
    """
    article = annotation.article
    contents = sorted(
        ((content, attribution) for attribution in annotation.attributions for content in attribution.content),
        key=lambda pair: (len(pair[0]), pair[0]),
    )
    speech = [quote for quote in annotation.quotes if quote.kind == "speech"]
    counts: dict[str, list[int]] = {}
    rungs: dict[str, Rung] = {}
    own = 0
    body = body_words(article)
    for word in body:
        quote = next((q for q in speech if q.span.contains(word)), None)
        attribution = next((a for content, a in contents if content.contains(word)), None)
        if quote is None and (attribution is None or attribution.source is None):
            own += 1
            continue
        speaker = _speaker(quote, attribution, article.text)
        counts.setdefault(speaker, [0, 0])[0 if quote else 1] += 1
        if attribution is not None:
            rungs[speaker] = min(rungs.get(speaker, attribution.rung), attribution.rung, key=_RUNGS.index)
    shares = (Share(article.id, who, rungs.get(who), q, r) for who, (q, r) in counts.items())
    ordered = tuple(sorted(shares, key=lambda s: (-s.total, s.speaker)))
    return Voices(article.id, len(body), own, ordered, _unheard(annotation, {who.casefold() for who in counts}))


def source_name(source: Source, text: str) -> str | None:
    """The name a source resolves to, else the words that name it; ``None`` for a pronoun, which names nobody."""
    words = " ".join((source.name or source.span.of(text)).split())
    return None if words.lower() in _PRONOUNS else words


def _speaker(quote: Quote | None, attribution: Attribution | None, text: str) -> str:
    source = attribution.source if attribution else None
    named = source_name(source, text) if source else None
    return " ".join((named or (quote.speaker if quote else None) or UNNAMED).split())


def _unheard(annotation: Annotation, heard: set[str]) -> tuple[str, ...]:
    silent = (
        actor
        for actor in annotation.actors
        if len(actor.mentions) >= MENTIONS_TO_LIST
        and not any(_same(name.casefold(), who) for name in (actor.name, *actor.aliases) for who in heard)
    )
    return tuple(actor.name for actor in sorted(silent, key=lambda a: (-len(a.mentions), a.name)))


def _same(name: str, heard: str) -> bool:
    # a source may be given with a title ("President Ana Lopez"), an actor without ("Ana Lopez")
    return bool(re.search(rf"\b{re.escape(name)}\b", heard) or re.search(rf"\b{re.escape(heard)}\b", name))


def _outside(tokens: Iterable[Span], regions: list[Span]) -> tuple[Span, ...]:
    return tuple(word for word in tokens if not any(region.overlaps(word) for region in regions))
