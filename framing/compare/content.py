"""The words of a text as comparison sees them: lower case, with place, and the stems of those that carry content.

Comparison needs words that match across inflection ("strikes", "struck" do not, "strike", "strikes" do), not
linguistics: the stemmer takes off the regular English endings only.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from framing.language.lexicon import lexicon
from framing.language.words import tokens

STOPWORDS = lexicon(
    """
    a about above after again against all also although am an and any are aren't as at be because been before being
    below between both but by can can't cannot could couldn't did didn't do does doesn't doing don't down during
    each either else even ever every few for from further had hadn't has hasn't have haven't having he he'd he'll
    he's her here here's hers herself him himself his how however i i'd i'll i'm i've if in into is isn't it it's
    its itself just let's like may me might more most much must my myself neither no nor not now of off on once one
    only or other ought our ours ourselves out over own per quite rather same shall she she'd she'll she's should
    shouldn't since so some such than that that's the their theirs them themselves then there there's these they
    they'd they'll they're they've this those though through thus to too under until unless up upon us very was
    wasn't we we'd we'll we're we've were weren't what what's when where whether which while who who's whom whose
    why will with within without won't would wouldn't yet you you'd you'll you're you've your yours yourself
    yourselves mr mrs ms dr said say says saying told tell tells according added adding
    """
)


class Word(NamedTuple):
    """A word in lower case with plain apostrophes, and where it stands."""

    lower: str
    start: int
    end: int


def words(text: str, offset: int = 0) -> tuple[Word, ...]:
    """The words of ``text`` in order; places count from ``offset``."""
    return tuple(
        Word(
            span.of(text).lower().replace("’", "'").replace("‑", "-").replace("‐", "-"),
            span.start + offset,
            span.end + offset,
        )
        for span in tokens(text)
    )


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """``word`` (lower case) without its regular ending; short words and figures stay as they are."""
    word = word.removesuffix("'s").removesuffix("'")
    if len(word) <= 3 or word[0].isdigit():
        return word
    for ending, keep in (("iness", 3), ("ingly", 3), ("edly", 3), ("ies", 2), ("ied", 2), ("ing", 3), ("ed", 3)):
        if word.endswith(ending) and len(word) - len(ending) >= keep:
            base = word[: -len(ending)]
            if ending in ("ies", "ied", "iness"):
                return base + "i"
            return _undouble(base)
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    if word.endswith("ly") and len(word) > 5:
        word = word[:-2]
    if word.endswith("y") and len(word) > 3:
        return word[:-1] + "i"
    return word.removesuffix("e") if len(word) > 3 else word


def _undouble(base: str) -> str:
    if len(base) > 3 and base[-1] == base[-2] and base[-1] not in "lsz":
        return base[:-1]
    if base.endswith("y"):
        return base[:-1] + "i"
    return base.removesuffix("e") if len(base) > 4 else base


def content_words(text: str, offset: int = 0) -> tuple[Word, ...]:
    """The words of ``text`` that are no function words and no words of reporting."""
    return tuple(w for w in words(text, offset) if w.lower not in STOPWORDS and (len(w.lower) > 1 or w.lower.isdigit()))


@lru_cache(maxsize=16_384)
def content_stems(text: str) -> frozenset[str]:
    """The stems of the content words of ``text``."""
    return frozenset(stem(w.lower) for w in content_words(text))


def shorten(text: str, limit: int = 14) -> str:
    """``text`` on one line, cut after ``limit`` words with an ellipsis, for use inside a message."""
    parts = text.split()
    if len(parts) <= limit:
        return " ".join(parts)
    return " ".join(parts[:limit]).rstrip(",;:—–-") + " …"
