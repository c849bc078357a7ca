"""attribution: both articles give a source, and the sources are different persons or bodies.

One name in two forms, a government by its capital or its seat, and a source that is not told ("he", unresolved) or only
described ("the front-runner") are no difference: they may be one.
"""

from __future__ import annotations

from framing.compare import content
from framing.compare.differences.sides import Side, difference
from framing.compare.differences.sources import covering, key, same, same_source
from framing.language.lexicon import lexicon
from framing.types import Difference, Source, Span

_PRONOUNS = lexicon("he she it they we i you who which that those these some others many one")
_INDEFINITE = lexicon("a an one another")
_DEFINITE = lexicon("the his her their its this our my")


def find(a: Side, b: Side) -> Difference | None:
    """The difference, spans on the two sources; ``None`` where they are, or may well be, one."""
    one, other = _source(a), _source(b)
    if one is None or other is None or same(a, one, b, other):
        return None
    if same_source(a, b, other) or same_source(b, a, one) or not (_told_apart(a, one) and _told_apart(b, other)):
        return None
    common = len(content.content_stems(a.main[0].of(a.text)) & content.content_stems(b.main[0].of(b.text)))
    if common < 2:
        return None
    return difference(
        "attribution",
        a,
        b,
        (one.span, other.span),
        min(0.95, 0.5 + 0.08 * common),
        f"The sources differ: {a.label} has it from {_words(a, one)}, {b.label} from {_words(b, other)}.",
    )


def _source(side: Side) -> Source | None:
    attribution = covering(side)
    if side.member.status == "own" or attribution is None or attribution.assumed:
        return None
    source = attribution.source
    return source if source is not None and key(side, source) else None


def _told_apart(side: Side, source: Source) -> bool:
    """Whether the source can be told apart from others: a proper name, or one brought in as new ("an official").

    "The front-runner", "his lawyer" and a "he" that was resolved from the context may be the other one's source.
    """
    words = content.words(source.span.of(side.text))
    first = words[:1]
    if not first or first[0].lower in _PRONOUNS:
        return False
    last = source.span.of(side.text).split()[-1]
    if source.name is None and last.islower() and not last.endswith("s") and first[0].lower not in _INDEFINITE:
        return False  # headlines drop the article: "U.S. envoy" may be the very person the other names
    if first[0].lower not in _DEFINITE:
        return True
    return any(source.span.contains(n.span) and n.start - source.start <= len("the ") for n in side.names)


def _words(side: Side, source: Source) -> str:
    words = side.said(Span(source.start, source.end))
    return f"{source.name} ({words})" if source.name and source.name not in words else words
