"""Words of sentences as the pair scorer sees them: stems, weights of rarity, names, numbers and quoted runs.

Self-contained on purpose: the trained scorer depends on exactly these definitions.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log
from pathlib import Path

from framing.errors import ModelError

COUNTS = Path(__file__).parent.parent / "model" / "heads" / "word_counts.json"
_UNSEEN = 4
_WORD = re.compile(r"[^\W_]+(?:['’.,\-][^\W_]+)*%?")
_VOWEL = re.compile("[aeiouy]")
_QUOTED = re.compile(r"[\"“”]([^\"“”]{3,})(?:[\"“”]|$)")

FUNCTION_WORDS = frozenset(
    """a about above after again against all also although am an and any are aren't as at be because been before being
    below between both but by can cannot can't could couldn't did didn't do does doesn't doing don't down during each
    either else even every few for from further had hadn't has hasn't have haven't having he he'd he'll he's her here
    hers herself him himself his how however i i'd i'll i'm i've if in into is isn't it it's its itself just let let's
    like may me might mine more most mr mrs ms much must my myself neither no nor not now of off on once one only or
    other our ours ourselves out over own per put s said same say saying says shall she she'd she'll she's should
    shouldn't since so some still such t than that that's the their theirs them themselves then there there's these
    they they'd they'll they're they've this those though through thus till to too toward towards under until up upon
    us very was wasn't we we'd we'll we're we've well were weren't what what's when where whether which while who
    who's whom whose why will with within without won't would wouldn't yet you you'd you'll you're you've your yours
    yourself yourselves told tell according""".split()
)

_NUMBER_WORDS = {
    word: value
    for value, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen twenty""".split()
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}


@dataclass(frozen=True, slots=True)
class Words:
    """One sentence's words: ``order`` all stems in order, ``content`` counts without function words, and subsets."""

    order: tuple[str, ...]
    content: dict[str, int]
    names: frozenset[str]
    numbers: frozenset[float]
    quoted: tuple[str, ...]


def read(text: str) -> Words:
    """The ``Words`` of one sentence."""
    raw = [m.group() for m in _WORD.finditer(text)]
    order = tuple(stem(word) for word in raw)
    content = Counter(s for s, word in zip(order, raw, strict=True) if _bare(word) not in FUNCTION_WORDS and len(s) > 1)
    names = frozenset(
        order[i]
        for i, word in enumerate(raw)
        if word[0].isupper() and (i > 0 or word.isupper()) and _bare(word) not in FUNCTION_WORDS
    )
    quoted = tuple(stem(m.group()) for part in _QUOTED.findall(text) for m in _WORD.finditer(part))
    return Words(order, dict(content), names, frozenset(_numbers(raw)), quoted)


def word_spans(text: str) -> list[tuple[int, int]]:
    """Start and end of each word of ``text``."""
    return [m.span() for m in _WORD.finditer(text)]


def content_spans(text: str) -> list[tuple[int, int, str]]:
    """Start, end and stem of each word of ``text``; the stem of a function word is empty."""
    found = []
    for start, end in word_spans(text):
        word = text[start:end]
        root = stem(word)
        found.append((start, end, "" if _bare(word) in FUNCTION_WORDS or len(root) < 2 else root))
    return found


def _bare(word: str) -> str:
    return word.lower().replace("’", "'")


def stem(word: str) -> str:
    """A light stem: lower case, no possessive, plural, ``-ed`` or ``-ing``; enough to match inflections."""
    word = _bare(word)
    for tail in ("'s", "s'", "'"):
        if word.endswith(tail):
            word = word[: -len(tail)]
            break
    if len(word) > 4:
        if word.endswith("ies"):
            return word[:-3] + "y"
        for tail, least in (("ing", 3), ("edly", 4), ("ed", 3), ("ly", 5), ("es", 3), ("s", 3), ("e", 3)):
            if word.endswith(tail) and len(word) - len(tail) >= least and not word.endswith(("ss", "eed")):
                if not _VOWEL.search(word[: -len(tail)]):
                    break
                word = word[: -len(tail)]
                break
        if len(word) > 4 and word[-1] == word[-2] and word[-1] not in "lsz":
            word = word[:-1]
    elif len(word) == 4 and (word[-1] == "e" or (word[-1] == "s" and word[-2] != "s")):
        word = word[:-1]
    return word


def _numbers(raw: Sequence[str]) -> list[float]:
    """Values of the numbers in ``raw``, scale words applied; ``one`` counts only before a scale."""
    values: list[float] = []
    for i, word in enumerate(raw):
        bare = word.lower().rstrip("%")
        value: float | None = None
        if bare[0].isdigit():
            digits = bare.replace(",", "")
            head = re.match(r"\d+(?:\.\d+)?", digits)
            value = float(head.group()) if head else None
        elif "-" in bare and bare.split("-")[0] in _NUMBER_WORDS and bare.split("-")[-1] in _NUMBER_WORDS:
            value = float(_NUMBER_WORDS[bare.split("-")[0]] + _NUMBER_WORDS[bare.split("-")[-1]])
        elif bare in _NUMBER_WORDS and bare != "one":
            value = float(_NUMBER_WORDS[bare])
        if value is None:
            continue
        after = raw[i + 1].lower() if i + 1 < len(raw) else ""
        values.append(value * _SCALES.get(after, 1.0))
    return values


def rarity(sentences: Sequence[Words]) -> dict[str, float]:
    """For each content stem how rare it is among the story's sentences: log((n + 1) / (sentences with it + 0.5))."""
    counts: Counter[str] = Counter()
    for words in sentences:
        counts.update(words.content.keys())
    return {word: log((len(sentences) + 1) / (count + 0.5)) for word, count in counts.items()}


@lru_cache(maxsize=1)
def _news_counts() -> tuple[int, dict[str, int]]:
    try:
        stored = json.loads(COUNTS.read_text(encoding="utf-8"))
        return int(stored["sentences"]), dict(stored["counts"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelError(f"{COUNTS}: the word counts cannot be read ({error}); reinstall framing") from error


@lru_cache(maxsize=65536)
def news_rarity(word: str) -> float:
    """How rare a stem is in news at large, about 0 to 1; one that the counts lack is taken as rare."""
    sentences, counts = _news_counts()
    return log(sentences / (counts.get(word, _UNSEEN) + 1)) / log(sentences)
