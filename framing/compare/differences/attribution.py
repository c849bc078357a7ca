"""attribution: both articles give a source, and the sources are different persons or bodies.

One name in two forms, a government by its capital or its seat, and a source that is not told ("he", unresolved) or only
described ("the front-runner") are no difference: they may be one. Each source must vouch for what the sentence chiefly
says.
"""

from __future__ import annotations

from framing.compare import content
from framing.compare.differences.sides import Side, difference
from framing.compare.differences.sources import called, covering, key, same, same_source
from framing.language.lexicon import lexicon
from framing.types import Difference, Name, Source

_PRONOUNS = lexicon("he she it they we i you who which that these those some others many one")
_INDEFINITE = lexicon("a an one another")
_DEFINITE = lexicon("the his her their its this our my")
#: With "the" and a word that tells which, these are as good as a name: "the interior ministry".
_BODIES = lexicon(
    "ministry department office agency council parliament court union army police committee commission bank"
)
#: Content words that what the two sources say must share.
SHARED_WORDS = 2


def find(a: Side, b: Side) -> Difference | None:
    """The difference, spans on the two sources; ``None`` where they are, or may well be, one."""
    common = len(content.content_stems(a.main[0].of(a.text)) & content.content_stems(b.main[0].of(b.text)))
    return tell(a, b, min(0.95, 0.5 + 0.08 * common)) if common >= SHARED_WORDS else None


def tell(a: Side, b: Side, score: float) -> Difference | None:
    """As ``find`` whatever the two sources say, with the given ``score``."""
    one, other = _source(a), _source(b)
    if one is None or other is None:
        return None
    named = (_unnamed(a, one) and other.name) or (_unnamed(b, other) and one.name)
    if not named and same(a, one, b, other):
        return None
    if same_source(a, b, other) or same_source(b, a, one) or not (_told_apart(a, one) and _told_apart(b, other)):
        return None
    names = called(a, one), called(b, other)
    if names[0] is None or names[1] is None:
        return None
    message = f"The sources differ: {a.label} has it from {names[0]}, {b.label} from {names[1]}."
    return difference("attribution", a, b, (one.span, other.span), score, message)


def _source(side: Side) -> Source | None:
    """The one source of what the sentence chiefly says, or of all that it attributes."""
    attribution = covering(side)
    if side.member.status == "own" or (attribution is not None and attribution.assumed):
        return None
    carried = [attribution] if attribution is not None and attribution.source is not None else side.attributions
    sources = [
        x.source for x in carried if x.source is not None and not x.assumed and (x.rung != "vague" or x.source.name)
    ]
    keys = {key(side, source) for source in sources}
    if len(keys) != 1 or (not any(keys) and not _unnamed(side, sources[0])):
        return None
    return sources[0]


def _unnamed(side: Side, source: Source) -> bool:
    """Whether the source is a person that the article does not name: "a U.S. official"."""
    return source.name is None and content.words(source.span.of(side.text))[0].lower in _INDEFINITE


def _told_apart(side: Side, source: Source) -> bool:
    """Whether the source can be told apart from others: a proper name, a body's, or one brought in as new.

    "The front-runner", "his lawyer" and a "he" that was resolved from the context may be the other one's source; "an
    official" may not.
    """
    words = content.words(source.span.of(side.text))
    if not words or words[0].lower in _PRONOUNS:
        return False
    first_word, last = words[0].lower, words[-1]
    body = last.lower in _BODIES and len(words) > 2
    named = body or any(source.span.contains(n.span) and _stands(side, n) for n in side.names)
    common = side.text[last.start].islower() and not last.lower.endswith("s") and first_word not in _INDEFINITE
    if source.name is None and common and not named:
        return False  # headlines drop the article: "U.S. envoy" may be the very person the other names
    if first_word not in _DEFINITE or (first_word == "the" and named):
        return True
    return any(source.span.contains(n.span) and n.start - source.start <= len("the ") for n in side.names)


def _stands(side: Side, name: Name) -> bool:
    """Whether the name is a person's own and not whose somebody is: "Mr. Tal's lawyer"."""
    return name.kind == "person" and not side.text.startswith(("'s", "’s"), name.end)
