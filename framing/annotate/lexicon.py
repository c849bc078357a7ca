"""Word lists behind the wording features: which lists a word or a phrase is in, whatever its inflection.

The lists stand in ``lexicon/*.txt``, one entry a line, ``#`` for comments. They name no party, person, nation or faith.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).parent / "lexicon"

CATEGORIES: dict[str, str] = {
    "intensifiers": "intensifiers",
    "superlatives": "words of size and rank",
    "evaluative": "adjectives that judge",
    "emotive_verbs": "emotive verbs",
    "names_called": "labels that judge an actor",
    "loaded_nouns": "nouns that carry a judgement or an alarm",
    "euphemisms": "softened words for a harm or a loss",
    "stance_adverbs": "words by which a writer vouches or sneers",
    "figurative": "dramatising figures of speech",
}
"""The lists by file name, and what a reader is told they hold."""

UNINFLECTED = frozenset({"intensifiers", "stance_adverbs", "euphemisms", "figurative"})
"""Lists whose entries stand for themselves only: ``even`` is not ``evening``."""

_Phrases = dict[str, list[tuple[tuple[str, ...], frozenset[str]]]]


def categories(word: str) -> frozenset[str]:
    """The lists (keys of ``CATEGORIES``) that hold ``word`` or a word it is an inflection of; case is ignored."""
    return _categories(word.lower().replace("’", "'"))


@lru_cache(maxsize=65536)
def _categories(word: str) -> frozenset[str]:
    found = set(_entries().get((word,), frozenset()))
    for base in _bases(word):
        found |= _entries().get((base,), frozenset()) - UNINFLECTED
    return frozenset(found)


def phrases(words: Sequence[str]) -> tuple[frozenset[str], ...]:
    """For each word of a sentence (lower case, in order), the lists of the phrases of two or more words it is in."""
    return _phrases(words, _phrase_entries())


def domain_terms(words: Sequence[str]) -> tuple[bool, ...]:
    """For each word of a sentence (lower case, in order), whether it is part of a term whose words are literal."""
    return tuple(bool(lists) for lists in _phrases(words, _terms()))


def is_function_word(word: str) -> bool:
    """Whether the word carries grammar only (articles, pronouns, prepositions, auxiliaries, small numbers)."""
    return word in _function_words()


def _phrases(words: Sequence[str], entries: _Phrases) -> tuple[frozenset[str], ...]:
    found: list[set[str]] = [set() for _ in words]
    for i, word in enumerate(words):
        for entry, lists in entries.get(word, ()):
            if tuple(words[i : i + len(entry)]) == entry:
                for j in range(i, i + len(entry)):
                    found[j] |= lists
    return tuple(frozenset(lists) for lists in found)


def _bases(word: str) -> tuple[str, ...]:
    """``word`` and the entries it may be an inflection of."""
    bases = [word]
    irregular = _irregular().get(word)
    if irregular:
        bases.append(irregular)
    if word.endswith("'s"):
        bases.append(word[:-2])
    for ending, replacements in _ENDINGS:
        stem = word[: -len(ending)]
        if word.endswith(ending) and len(stem) >= 3:
            bases += [stem + replacement for replacement in replacements]
            if ending in ("ed", "ing", "er", "est") and stem[-1] == stem[-2]:
                bases.append(stem[:-1])
    return tuple(dict.fromkeys(bases))


_ENDINGS = (
    ("ies", ("y",)),
    ("ied", ("y",)),
    ("ier", ("y",)),
    ("iest", ("y",)),
    ("ily", ("y",)),
    ("es", ("", "e")),
    ("s", ("",)),
    ("ed", ("", "e")),
    ("ing", ("", "e")),
    ("est", ("", "e")),
    ("ly", ("", "le")),
)


@lru_cache(maxsize=1)
def _entries() -> dict[tuple[str, ...], frozenset[str]]:
    found: dict[tuple[str, ...], frozenset[str]] = {}
    for category in CATEGORIES:
        for entry in _lines(category):
            key = tuple(entry.split())
            found[key] = found.get(key, frozenset()) | {category}
    return found


@lru_cache(maxsize=1)
def _phrase_entries() -> _Phrases:
    return _by_first_word({entry: lists for entry, lists in _entries().items() if len(entry) > 1})


@lru_cache(maxsize=1)
def _terms() -> _Phrases:
    return _by_first_word({tuple(entry.split()): frozenset({"term"}) for entry in _lines("domain_terms")})


def _by_first_word(entries: dict[tuple[str, ...], frozenset[str]]) -> _Phrases:
    found: _Phrases = {}
    for entry, lists in entries.items():
        found.setdefault(entry[0], []).append((entry, lists))
    return found


@lru_cache(maxsize=1)
def _function_words() -> frozenset[str]:
    return frozenset(word for line in _lines("function_words") for word in line.split())


@lru_cache(maxsize=1)
def _irregular() -> dict[str, str]:
    pairs = ((form, base) for form, base in (line.split() for line in _lines("irregular_forms")))
    return dict(pairs)


def _lines(name: str) -> tuple[str, ...]:
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    return tuple(line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#"))
