"""Small articles for tests of comparison, annotated by the language rooms without an encoder."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from framing.annotate import attribution
from framing.compare import content, members
from framing.compare.differences import Side
from framing.config import Config
from framing.language import names, quantities, quotations, sentences
from framing.types import Annotation, Article, Note, Pair, Place, Region, Span


def annotation(
    article: str,
    text: str,
    *,
    title: str | None = None,
    outlet: str | None = None,
    agency: str | None = None,
    published: str | None = None,
    notes: Iterable[str] = (),
    captions: Sequence[str] = (),
) -> Annotation:
    """The article with title (if any) before ``text`` and captions after it, annotated."""
    whole = f"{title}\n\n{text}" if title else text
    regions = [Region("title", 0, len(title))] if title else []
    for caption in captions:
        regions.append(Region("caption", len(whole) + 2, len(whole) + 2 + len(caption)))
        whole = f"{whole}\n\n{caption}"
    made = Article(
        article,
        whole,
        title=title,
        outlet=outlet,
        agency=agency,
        published=published,
        notes=tuple(Note(code, f"the text is marked {code}") for code in notes),
        regions=tuple(regions),
    )
    split = sentences.split(whole, made.regions)
    quotes, found = quotations.find(whole), names.find(whole, split)
    return Annotation(
        article=made,
        sentences=split,
        quotes=quotes,
        names=found,
        quantities=quantities.find(whole, published),
        attributions=attribution.find(whole, split, quotes, found),
    )


def side(article: str, text: str, **about: str) -> Side:
    """The whole of ``text`` as one side of a claim."""
    made = annotation(article, text, outlet=about.pop("outlet", f"Outlet {article.upper()}"), **about)  # type: ignore[arg-type]
    whole = Span(0, len(text))
    return Side(made, members.member(made, whole, members.Body.of(made)))


def word_scorer(annotations: Sequence[Annotation], config: Config) -> tuple[Pair, ...]:
    """Scores by shared content words: a stand-in for the trained scorer, in tests only."""
    del config
    items = [
        (Place(a.article.id, a.sentences[i].start, a.sentences[i].end), a.sentences[i].span.of(a.article.text))
        for a in annotations
        for i in a.claim_sentences
    ]
    pairs = []
    for number, (place, text) in enumerate(items):
        for other, words in items[number + 1 :]:
            one, two = content.content_stems(text), content.content_stems(words)
            score = len(one & two) / max(1, min(len(one), len(two)))
            if place.article != other.article and score >= 0.05:
                pairs.append(Pair(place, other, round(score, 4)))
    return tuple(sorted(pairs, key=lambda p: (-p.score, p.a.article, p.a.start, p.b.article, p.b.start)))
