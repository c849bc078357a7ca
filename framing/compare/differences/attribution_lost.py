"""attribution_lost: one article says who says so, the other states it in its own voice.

The words that both sentences share, names not counted, must stand in what the source is cited for on the one side, and
in no attribution and no quotation on the other. Nor is it a loss where the other tells that something was said,
reported or asked for at all, names the same source anywhere in the sentence ("the minister denied it" reports the
minister's words too), or speaks in the first person. To lose a vague source ("critics") is no loss, nor one who
announced his own act, nor is anything lost where the other only supposes the thing ("if the army were to leave").
"""

from __future__ import annotations

import re

from framing.compare import content
from framing.compare.differences.sides import Side, difference
from framing.compare.differences.sources import called, covering, inside, same_source, speaks
from framing.types import Attribution, Difference

_QUOTING = re.compile(r"[“”\"‘]|\b(?:I|we|my|our)\b")
#: That somebody said it, wherever it stands in the sentence.
_SAID = re.compile(
    r"\b(?:sa(?:id|ys|ying)|told|according\s+to|confirm(?:s|ed|ing)|report(?:s|ed|edly)|announc(?:ed|es|ing)|learned"
    r"|ask(?:s|ed|ing)|demand(?:s|ed|ing)|acknowledg(?:ed|es)|testif\w+|argu(?:ed|es|ing)|claim(?:s|ed|ing)|alleg\w+|accus\w+|insist\w*|warn(?:s|ed|ing)"
    r"|den(?:y|ies|ied)|(?:declined|refused)\s+to\s+(?:say|comment|confirm)|ha(?:s|ve)\s+expressed|wrote|tweeted"
    r"|stat(?:ed|es)|ma(?:de|kes)\s+(?:it\s+)?(?:\w+\s+)?clear)\b",
    re.IGNORECASE,
)
#: The word by which a source does the thing rather than vouches for it, or only shows or mentions it.
_DOES = re.compile(r"announc|declar|refer|show", re.IGNORECASE)
_SUPPOSED = re.compile(r"\W*(?:even\s+)?(?:if|should|unless|suppose)\b|.*\?\W*$", re.IGNORECASE | re.DOTALL)

#: Share of the content words of either statement that the other must have.
SHARED = 0.15
#: Share of the common words that must stand in what the source says, and that may stand in what others say there.
GOVERNED = 0.5


def find(a: Side, b: Side) -> Difference | None:
    """The loss, with the article that drops the source first in ``between``; ``None`` if there is none."""
    return _lost(a, b) or _lost(b, a)


def tell(a: Side, b: Side, score: float) -> Difference | None:
    """As ``find`` however few words the two share, with the given ``score``."""
    for bare, sourced in ((a, b), (b, a)):
        attribution = _dropped(bare, sourced)
        if attribution is not None:
            return _told(bare, sourced, attribution, score)
    return None


def _lost(bare: Side, sourced: Side) -> Difference | None:
    attribution = _dropped(bare, sourced)
    if attribution is None or _vouched(bare, sourced, attribution):
        return None
    stems = content.content_stems(sourced.main[0].of(sourced.text))
    common = len(stems & bare.stems)
    if common < 2 or common < SHARED * len(bare.stems) or common < SHARED * len(stems):
        return None
    return _told(bare, sourced, attribution, min(0.95, 0.5 + common / (2 * max(1, len(stems)))))


def _dropped(bare: Side, sourced: Side) -> Attribution | None:
    """The attribution of ``sourced`` that governs what both share, where nobody is cited for it on the bare side."""
    if bare.member.status != "own" or sourced.member.status == "own":
        return None
    if _SAID.search(bare.member.text) or _SUPPOSED.match(bare.member.text):
        return None
    attribution = covering(sourced)
    if attribution is None or attribution.rung == "vague" or _does(sourced, attribution):
        return None
    shared = bare.stems & sourced.stems
    if not shared - _named(bare) - _named(sourced) or inside(sourced, attribution.content, shared) < GOVERNED:
        return None
    cited = [part for other in bare.attributions if not other.assumed for part in other.content]
    return attribution if inside(bare, [*cited, *(q.span for q in bare.quotes)], shared) < GOVERNED else None


def _does(side: Side, attribution: Attribution) -> bool:
    return attribution.cue is not None and _DOES.search(attribution.cue.of(side.text)) is not None


def _named(side: Side) -> frozenset[str]:
    """Stems of the words of names in the sentence: to share these is not yet to tell the same."""
    return frozenset(content.stem(w.lower) for n in side.names for w in content.words(n.span.of(side.text)))


def _vouched(bare: Side, sourced: Side, attribution: Attribution) -> bool:
    """Whether the own-voice sentence may still tell whose word it is."""
    if bare.attributions or bare.quotes or _QUOTING.search(bare.member.text) or speaks(bare.member.text):
        return True
    return attribution.source is not None and same_source(bare, sourced, attribution.source)


def _told(bare: Side, sourced: Side, attribution: Attribution, score: float) -> Difference:
    who = called(sourced, attribution.source) if attribution.source is not None else None
    by = f"gives this as the word of {who}" if who else "gives this as somebody's word"
    message = f"{sourced.label} {by}; {bare.label} gives no source for it."
    return difference("attribution_lost", bare, sourced, (bare.span, sourced.main[0]), score, message)
