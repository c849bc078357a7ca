"""attribution_lost: one article says who says so, the other states it in its own voice.

Not a loss: the other names the same source anywhere in the sentence ("the minister denied it" reports the minister's
words too), tells that something was said by a reporting cue of its own, quotes, or speaks in the first person. To lose
a vague source ("critics") is no loss.
"""

from __future__ import annotations

import re

from framing.compare import content
from framing.compare.differences.sides import Side, difference
from framing.compare.differences.sources import covering, same_source, speaks
from framing.types import Attribution, Difference, Span

_QUOTING = re.compile(r"[“”\"‘]|\b(?:I|we|my|our)\b")

#: Share of the content words of either statement that the other must have.
SHARED = 0.15


def find(a: Side, b: Side) -> Difference | None:
    """The loss, with the article that drops the source first in ``between``; ``None`` if there is none."""
    return _lost(a, b) or _lost(b, a)


def _lost(bare: Side, sourced: Side) -> Difference | None:
    if bare.member.status != "own" or sourced.member.status == "own":
        return None
    attribution = covering(sourced)
    if attribution is None or attribution.rung == "vague" or _vouched(bare, sourced, attribution):
        return None
    said = sourced.main[0]
    stems = content.content_stems(said.of(sourced.text))
    common = len(stems & bare.stems)
    if common < 2 or common < SHARED * len(bare.stems) or common < SHARED * len(stems):
        return None
    who = _who(sourced, attribution)
    return difference(
        "attribution_lost",
        bare,
        sourced,
        (bare.span, said),
        min(0.95, 0.5 + common / (2 * max(1, len(stems)))),
        f"{sourced.label} gives this as the word of {who}: {sourced.said(said)}; "
        f"{bare.label} states it as fact in its own voice: {bare.said(bare.span)}.",
    )


def _vouched(bare: Side, sourced: Side, attribution: Attribution) -> bool:
    """Whether the own-voice sentence still tells whose word it is."""
    if bare.attributions or bare.quotes or _QUOTING.search(bare.member.text) or speaks(bare.member.text):
        return True
    return attribution.source is not None and same_source(bare, sourced, attribution.source)


def _who(sourced: Side, attribution: Attribution) -> str:
    if attribution.source is None:
        return "somebody else"
    words = Span(attribution.source.start, attribution.source.end).of(sourced.text)
    if attribution.source.name and attribution.source.name.casefold() not in words.casefold():
        return f"{attribution.source.name} ({words})"
    return words
