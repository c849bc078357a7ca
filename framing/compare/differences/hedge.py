"""hedge: what one article states flatly the other gives only as possible, alleged or expected.

The hedge must govern what both sentences tell: the words that a hedging cue reaches ("may **end the war**",
"**allegedly** attacked") have to stand in the flat sentence too, and no hedge may stand there. "Would" alone only puts
a plan into reported speech and is no hedge here; nor is "plans to", which tells of a plan.
"""

from __future__ import annotations

import re

from framing.compare import content
from framing.compare.differences.sides import Side, difference
from framing.language.lexicon import phrases
from framing.types import Difference, Span

#: Words after a cue (and before an adverb) that it governs at most.
REACH = 8
#: Content words of the governed stretch that the flat sentence must share, and their share of the stretch.
SHARED_WORDS = 2
SHARED = 0.5

_NO_HEDGE = phrases(
    """
    would | should | some | about | around | whether | if | appeared | appear | suggested | suggesting | potential
    | possible | plans to | plan to | planned to | planning to | aims to | was scheduled | is scheduled | concern about
    | is poised | in the hope | think | thinks | thought | believe | believes | believed | suspect | assumed
    """
)
_STOP = re.compile(r"[,;:.!?“”\"—–()]")


def find(a: Side, b: Side) -> Difference | None:
    """The difference, with the more certain side first in ``between``; ``None`` where both are as certain."""
    return _raised(a, b) or _raised(b, a)


def _raised(flat: Side, hedged: Side) -> Difference | None:
    if _cues(flat):
        return None
    best: tuple[float, Span] | None = None
    for cue in _cues(hedged):
        governed = _governed(hedged, cue)
        common = governed & flat.stems
        share = len(common) / len(governed) if governed else 0.0
        if len(common) >= SHARED_WORDS and share >= SHARED and (best is None or share > best[0]):
            best = (share, cue)
    if best is None:
        return None
    share, cue = best
    return difference(
        "hedge",
        flat,
        hedged,
        (flat.span, cue),
        min(0.95, 0.3 + 0.6 * share),
        f"{flat.label} gives as certain what {hedged.label} gives with a reservation, {hedged.said(cue)}: "
        f"{flat.said(flat.span)} against {hedged.said(_around(hedged, cue))}.",
    )


def _cues(side: Side) -> list[Span]:
    return [cue for cue in side.hedges if cue.of(side.text).lower() not in _NO_HEDGE]


def _governed(side: Side, cue: Span) -> frozenset[str]:
    """Stems of the content words that the cue reaches: those after it, up to a stop."""
    found = []
    end = cue.end
    for word in [w for w in side.words if w.start >= cue.end][:REACH]:
        if _STOP.search(side.text[end : word.start]):
            break
        end = word.end
        if word.lower not in content.STOPWORDS:
            found.append(content.stem(word.lower))
    return frozenset(found)


def _around(side: Side, cue: Span) -> Span:
    """The cue with four words before it and what it reaches."""
    before = [w for w in side.words if w.end <= cue.start][-4:]
    after = [w for w in side.words if w.start >= cue.end][:REACH]
    return Span(before[0].start if before else cue.start, after[-1].end if after else cue.end)
