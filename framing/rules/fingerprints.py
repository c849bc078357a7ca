"""Fingerprints: the same finding in the same words keeps its mark when the text around it moves."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from framing.types import Finding

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_CONTEXT_WORDS = 4
_CONTEXT_CHARACTERS = 120


def _words(text: str) -> list[str]:
    return [word.replace("’", "'") for word in _WORD.findall(text.casefold())]


def _key(finding: Finding, text: str) -> str:
    before = _words(text[max(0, finding.start - _CONTEXT_CHARACTERS) : finding.start])[-_CONTEXT_WORDS:]
    after = _words(text[finding.end : finding.end + _CONTEXT_CHARACTERS])[:_CONTEXT_WORDS]
    marked = _words(text[finding.start : finding.end])
    return "\x1f".join((finding.rule, " ".join(before), " ".join(marked), " ".join(after)))


def stamp(findings: Iterable[Finding], texts: dict[str, str]) -> tuple[Finding, ...]:
    """The findings with their fingerprints, in the order given.

    A fingerprint hashes the rule, the marked words, four words to either side (case, punctuation and line ends set
    aside) and, where all of that repeats within an article, the ordinal of the repetition; never an offset.
    ``texts`` holds the text of each article by id.
    """
    seen: Counter[tuple[str, str]] = Counter()
    stamped = []
    for finding in findings:
        key = _key(finding, texts[finding.article])
        seen[finding.article, key] += 1
        digest = hashlib.sha256(f"{key}\x1f{seen[finding.article, key]}".encode()).hexdigest()
        stamped.append(replace(finding, fingerprint=digest[:16]))
    return tuple(stamped)
