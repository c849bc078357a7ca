"""What carriers of one copy did with it: cut, added or changed, sentence by sentence.

Of the articles that carry one text the longest stands for the copy; what it lacks itself cannot be seen. Sentences are
matched by their runs of five words, so that a sentence moved is none cut.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher

from framing.compare import content
from framing.compare.origins import Copy, Lineage
from framing.types import Edit, Place

#: Share of the shorter sentence's runs of words that make two sentences one, changed.
CHANGED = 0.4
#: Most changes of words that one message names.
NAMED = 3
_WORD = re.compile(r"\S+")


def find(lineage: Lineage) -> tuple[Edit, ...]:
    """The edits of every carrier of a shared copy against the longest carrier, in the order of the articles."""
    found: list[Edit] = []
    for group in lineage.groups:
        if len(group) > 1:
            copies = [lineage.copies[article] for article in group]
            longest = max(copies, key=lambda copy: sum(len(s.span) for s in copy.sentences))
            for copy in copies:
                if copy is not longest:
                    found += _against(copy, longest)
    return tuple(found)


def _against(copy: Copy, base: Copy) -> Iterator[Edit]:
    matched = _matched(copy, base)
    here, there = copy.annotation.article, base.annotation.article
    for number, sentence in enumerate(copy.sentences):
        place = Place(here.id, sentence.span.start, sentence.span.end)
        words = content.shorten(sentence.span.of(here.text))
        other = matched.get(number)
        if other is None:
            yield Edit("added", here.id, there.id, place, None, f"{here.label} adds “{words}”.")
            continue
        span = base.sentences[other].span
        changes = _changes(sentence.span.of(here.text), span.of(there.text))
        if changes:
            target = Place(there.id, span.start, span.end)
            yield Edit("changed", here.id, there.id, place, target, f"{here.label} changes {changes}.")
    kept = set(matched.values())
    for number, sentence in enumerate(base.sentences):
        if number not in kept:
            place = Place(there.id, sentence.span.start, sentence.span.end)
            words = content.shorten(sentence.span.of(there.text))
            message = f"{here.label} cuts “{words}”, which {there.label} has."
            yield Edit("cut", here.id, there.id, None, place, message)


def _matched(copy: Copy, base: Copy) -> dict[int, int]:
    """For each sentence of ``copy`` the sentence of ``base`` that shares most of its runs, each used once."""
    holders: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, sentence in enumerate(base.sentences):
        for gram in sentence.grams:
            holders[gram].append(number)
    ranked = []
    for number, sentence in enumerate(copy.sentences):
        shared = Counter(other for gram in sentence.grams for other in holders.get(gram, ()))
        for other, count in shared.items():
            share = count / max(1, min(len(sentence.grams), len(base.sentences[other].grams)))
            if share >= CHANGED:
                ranked.append((-share, abs(number - other), number, other))
    found: dict[int, int] = {}
    for _, _, number, other in sorted(ranked):
        if number not in found and other not in found.values():
            found[number] = other
    return found


def _changes(here: str, there: str) -> str:
    """The words that differ, as “there” to “here”, at most ``NAMED`` of them; empty where none does."""
    one, other = (_WORD.findall(text) for text in (there, here))
    lowered = [[w.lower().strip(".,;:“”\"'’‘") for w in words] for words in (one, other)]
    changes = [
        f"“{' '.join(one[i:j]) or '–'}” to “{' '.join(other[k:m]) or '–'}”"
        for kind, i, j, k, m in SequenceMatcher(None, lowered[0], lowered[1], autojunk=False).get_opcodes()
        if kind != "equal"
    ]
    more = f" and {len(changes) - NAMED} more" if len(changes) > NAMED else ""
    return ", ".join(changes[:NAMED]) + more
