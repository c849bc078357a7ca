"""A story that rests on one voice, or on none.

## What it marks
A news article of some length whose statements all come from one source, or that names no source at all.

## Why it matters
One voice cannot be checked against another. A reader should know that nobody else was heard.

## Examples
- Flagged: five statements, all by the same minister
- Flagged: two hundred words of news without "said" or "according to"
- Not flagged: three statements by the minister and one by her opponent
- Not flagged: a brief of sixty words with one source

## Use instead
A second, independent source; or a sentence that says who else was asked.

## How it is found
The sources of the article's attributions are counted by resolved name. With three or more statements by one source
and none by another, or with none at all, the first source (or the first sentence) is marked. Articles shorter than
`ingest.short_words` are left alone, as are opinion, satire, interviews and live pages.

## Limits
Two spokespeople of one body count as two sources. A source that could not be resolved counts as its own, so that the
rule rather says nothing.

## References
- BBC Editorial Guidelines, on accuracy and corroboration
- Reuters Handbook of Journalism, on single-source stories
- Newell, Margolin and Ruths 2018, PolNeAR, for what counts as an attribution
"""

from __future__ import annotations

from collections.abc import Iterator

from framing.config import Config
from framing.rules.base import Rule
from framing.rules.marks import mark
from framing.rules.passages import UNREPORTED, claiming
from framing.types import Annotation, Evidence, Finding, Span

_MIN_STATEMENTS = 3
_SCORE_ONE, _SCORE_NONE = 0.7, 0.6


def check(annotation: Annotation, config: Config) -> Iterator[Finding]:
    """One finding where a long enough article has one source, or none."""
    article = annotation.article
    if article.genre in UNREPORTED or article.genre == "live":
        return
    body = [sentence for _, sentence in claiming(annotation, title=False)]
    words = sum(len(sentence.span.of(article.text).split()) for sentence in body)
    if words < config.ingest.short_words:
        return
    said = [a for a in annotation.attributions if not a.assumed]
    if not said and not any(quote.kind == "speech" for quote in annotation.quotes):
        yield mark(
            RULE,
            annotation,
            body[0].span,
            message=f"In {words} words no source is given for anything.",
            score=_SCORE_NONE,
            evidence=(Evidence(f"{words} words of body text, no attribution found.", 0.0),),
            suggestion="Say where the information comes from.",
        )
        return
    sources = {_key(a.source.name, a.source.span.of(article.text)): a.source for a in said if a.source is not None}
    if len(sources) == 1 and len(said) >= _MIN_STATEMENTS and all(a.source is not None for a in said):
        source = next(iter(sources.values()))
        name = source.name or source.span.of(article.text)
        first = min(a.source.start for a in said if a.source is not None)
        end = next(a.source.end for a in said if a.source is not None and a.source.start == first)
        yield mark(
            RULE,
            annotation,
            Span(first, end),
            message=f"All {len(said)} attributed statements come from {name}; nobody else is heard.",
            score=_SCORE_ONE,
            evidence=(Evidence(f"{len(said)} statements, 1 source: {name}.", float(len(said))),),
            suggestion="Add a second, independent source, or say who else was asked.",
        )


def _key(name: str | None, words: str) -> str:
    return (name or words).casefold()


RULE = Rule(
    code="S205",
    name="single-source",
    summary="a story that rests on one voice, or on none",
    severity="note",
    check_article=check,
)
