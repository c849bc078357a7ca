"""Small articles for tests of comparison, annotated by the language rooms without an encoder."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from framing.annotate import attribution
from framing.compare import content, members
from framing.compare.differences import Side
from framing.config import Config
from framing.language import names, quantities, quotations, sentences
from framing.types import Annotation, Article, Note, Pair, Place, Region, RegionKind, Span


def annotation(
    article: str,
    text: str,
    *,
    title: str | None = None,
    outlet: str | None = None,
    agency: str | None = None,
    published: str | None = None,
    notes: Iterable[str] = (),
    beside: Iterable[tuple[RegionKind | None, str]] = (),
) -> Annotation:
    """The article with title (if any) before ``text`` and what stands ``beside`` it after it, annotated.

    A stretch beside the text is a paragraph with the kind of its region; ``None`` is a paragraph of the body, which is
    what ingest makes of the cells of a table, the lines of a sidebar and a correction.
    """
    whole = f"{title}\n\n{text}" if title else text
    regions = [Region("title", 0, len(title))] if title else []
    for kind, words in beside:
        start = len(whole) + 2
        whole = f"{whole}\n\n{words}"
        if kind is not None:
            regions.append(Region(kind, start, len(whole)))
    return annotated(
        Article(
            article,
            whole,
            title=title,
            outlet=outlet,
            agency=agency,
            published=published,
            notes=tuple(Note(code, f"the text is marked {code}") for code in notes),
            regions=tuple(regions),
        )
    )


def annotated(article: Article) -> Annotation:
    """``article`` with what the language rooms find in it."""
    text = article.text
    split = sentences.split(text, article.regions)
    quotes, found = quotations.find(text), names.find(text, split)
    return Annotation(
        article=article,
        sentences=split,
        quotes=quotes,
        names=found,
        quantities=quantities.find(text, article.published),
        attributions=attribution.find(text, split, quotes, found),
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
