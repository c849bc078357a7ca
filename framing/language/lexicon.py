"""Word lists as they are read best: running text in, a frozen set out."""

from __future__ import annotations


def lexicon(text: str) -> frozenset[str]:
    """The words of ``text``, parted by white space."""
    return frozenset(text.split())


def phrases(text: str) -> frozenset[str]:
    """The phrases of ``text``, parted by ``|``; line breaks count as spaces."""
    return frozenset(filter(None, (" ".join(part.split()) for part in text.split("|"))))
