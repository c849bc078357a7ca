"""Stance of a sentence toward one mention in it: from -1 (against) to 1 (for).

The reader's head gives probabilities of against, neutral and for a mention (labels: NewsMTSC, Hamborg & Donnay 2021);
the value is for minus against, kept within a third of zero exactly where neutral is likeliest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from framing.annotate.actors import Stance

if TYPE_CHECKING:
    from framing.model.reader import Reading

NEUTRAL: Final = 1 / 3


def of_article(reading: Reading) -> Stance:
    """A function for ``actors.find`` over the text of ``reading``."""

    def stance(start: int, end: int) -> float:
        shares = reading.stance(start, end)
        return 0.0 if shares is None else round(value(*(float(share) for share in shares)), 4)

    return stance


def value(against: float, neutral: float, favour: float) -> float:
    """The stance that three probabilities stand for: beyond ±1/3 if and only if neutral is not the likeliest."""
    margin = favour - against
    if neutral >= max(against, favour):
        return max(-NEUTRAL, min(NEUTRAL, margin))
    return max(margin, NEUTRAL + 1e-3) if favour > against else min(margin, -NEUTRAL - 1e-3)
