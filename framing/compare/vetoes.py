"""Pairs that are two events though they are worded alike: two quakes, two verdicts, two days.

Newsrooms reuse the frame of a sentence, so that the more words two sentences share, the more those tell that differ.
Where the frames agree and the places in which they differ hold names on both sides that nobody takes for one another
(or days, or ordinals), the two are different events, whatever the models think. Names that differ in sentences worded
differently prove nothing, for people and places have many names; nor do they where one quotation makes the frame.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from framing.compare import content
from framing.compare.differences.sources import METONYMS

#: Share of the words that two sentences must have in common, in order, to be one frame.
FRAME = 0.6
#: Most words that stand in one place where the frames differ.
SLOT = 6
#: Words in a row that both quote from which the frame is the speaker's.
QUOTED = 4
#: Likeness of spelling from which two names may be one, written twice.
SPELLED = 0.6
_WORD = re.compile(r"[^\W_]+(?:['’.\-][^\W_]+)*")
_QUOTES = re.compile(r"[\"“”‘]")
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth last final opening".split())
_TITLES = frozenset("mr mrs ms dr sir president senator sen rep gov governor the".split())


def two_events(one: str, other: str) -> bool:
    """Whether ``one`` and ``other`` tell of two events in one frame."""
    if _quoted_run(one, other) >= QUOTED:
        return False
    first, second = _WORD.findall(one), _WORD.findall(other)
    lowered = [[content.stem(w.lower()) for w in words] for words in (first, second)]
    matcher = SequenceMatcher(None, lowered[0], lowered[1], autojunk=False)
    if matcher.ratio() < FRAME:
        return False
    return any(
        _apart(first[i:j], second[k:m])
        for kind, i, j, k, m in matcher.get_opcodes()
        if kind == "replace" and j - i <= SLOT and m - k <= SLOT and i > 0 and k > 0
    )


def _quoted_run(one: str, other: str) -> int:
    """The longest run of words that both sentences have, where one of them quotes at all."""
    if not _QUOTES.search(one) and not _QUOTES.search(other):
        return 0
    words = [[w.lower() for w in _WORD.findall(text)] for text in (one, other)]
    return int(SequenceMatcher(None, words[0], words[1], autojunk=False).find_longest_match().size)


def _apart(one: list[str], other: list[str]) -> bool:
    """Whether two stretches that stand in one place name different things of one sort."""
    for sort in (_DAYS, _ORDINALS):
        days = [{w.lower() for w in words} & sort for words in (one, other)]
        if days[0] and days[1]:
            return days[0].isdisjoint(days[1])
    names = [{w for w in words if w[0].isupper() and w.lower().strip(".") not in _TITLES} for words in (one, other)]
    if not names[0] or not names[1]:
        return False
    stems = [{content.stem(w.lower()) for w in found} for found in names]
    return stems[0].isdisjoint(stems[1]) and not _metonyms(names[0], names[1]) and not _short(names[0], names[1])


def _metonyms(one: set[str], other: set[str]) -> bool:
    """Whether the names stand for one government or body."""
    told = [{w.casefold() for w in names} for names in (one, other)]
    return any(all(any(w in name.split() for name in group for w in words) for words in told) for group in METONYMS)


def _short(one: set[str], other: set[str]) -> bool:
    """Whether one name may be the other's initials or its beginning: "FBI", "U.S.", "Dems"."""
    plain = [{w.casefold().replace(".", "") for w in names} for names in (one, other)]
    if any(a.startswith(b[:3]) or b.startswith(a[:3]) or _spelled(a, b) for a in plain[0] for b in plain[1]):
        return True
    return any(w.isupper() or "." in w for w in one | other)


def _spelled(one: str, other: str) -> bool:
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= SPELLED
