"""Word-like tokens: words with their inner apostrophes and hyphens, dotted abbreviations, numbers."""

from __future__ import annotations

import re

from framing.types import Span

# Combining accents count as letters, so that decomposed text (PDF extraction) gives the same words as composed text.
_LETTER = r"[^\W\d_][\u0300-\u036f]*"
_TOKEN = re.compile(
    rf"""
      (?:[^\W\d_]\.){{2,}}                                              # U.S., a.m.
    | \d+(?:[.,:]\d+)*(?:[-‐‑]?(?:{_LETTER})+)?                         # 1,987  09:00  5th  30-day
    | (?:{_LETTER})+(?:[-‐‑'’](?:{_LETTER}|\d)+)*[\d]*                  # don't  air-strike  F-16  mp3
    """,
    re.VERBOSE,
)


def tokens(text: str) -> tuple[Span, ...]:
    """The word-like tokens of ``text`` in order, as spans; punctuation and symbols are left out."""
    return tuple(Span(*match.span()) for match in _TOKEN.finditer(text))


def strings(text: str) -> tuple[str, ...]:
    """The same tokens as lower-case strings, curly apostrophes made straight."""
    return tuple(match.group().lower().replace("’", "'") for match in _TOKEN.finditer(text))
