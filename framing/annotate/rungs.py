"""How a source is identified: named person, institution, unnamed person, or nobody in particular.

The ladder follows newsroom practice (AP and Reuters guidance on anonymous sources): a named person can be asked, an
institution can be held to its word, an unnamed person exists but cannot be asked, and ``experts say`` is nobody.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from framing.annotate import roles
from framing.language.lexicon import lexicon
from framing.language.names import demonyms
from framing.types import Name, Rung, Span

_DESK: Final[frozenset[str]] = lexicon("spokesman spokeswoman spokesperson spokespeople spokesmen")
_REASON = re.compile(
    r"\b(?:anonym\w+|(?:not|n['’]t) (?:authori[sz]ed|allowed|permitted) to|could not be named|whose name was withheld"
    r"|(?:declin|refus)\w+ to be (?:named|identified)|ask\w+ not to be (?:named|identified|quoted by name)"
    r"|fear(?:ing|ed)? (?:of )?(?:retaliation|reprisal\w*|retribution)"
    r"|without (?:being named|authori[sz]ation)|to discuss (?:private|internal|sensitive))",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")


def of(text: str, source: Span | None, *, person: bool, named: bool, names: Sequence[Name]) -> Rung:
    """The rung of the source words ``text[source]``.

    ``named`` says whether they were resolved to a name, ``person`` whether that is a person's; ``names`` are the names
    inside the source.
    """
    if source is None:
        return "vague"
    if people_of_state(source.of(text)) is not None:
        return "institution"
    words = [w.lower().replace("’", "'").removesuffix("'s") for w in _WORD.findall(_head(text, source))]
    head_end = source.start + len(_head(text, source))
    if person or (not named and _people_speak(text, [n for n in names if n.end <= head_end])):
        return "named"
    head = _head_word(words)
    if head in _DESK:
        return "institution" if names or "ministry" in words or "police" in words else "anonymous"
    if (
        words
        and words[0] in ("some", "many", "several", "most", "few", "others")
        and head in roles.PEOPLE | roles.VAGUE
    ):
        return (
            "anonymous" if head in ("officials", "diplomats", "aides", "sources", "advisers", "lawmakers") else "vague"
        )
    if head in roles.VAGUE and not (
        head in ("residents", "researchers", "scientists", "voters", "allies") and len(words) > 1
    ):
        return "vague"
    if head in roles.PEOPLE:
        return "anonymous"
    if head in roles.BODIES or head.rstrip("s") in roles.BODIES:
        return "institution"
    if named or any(n.kind in ("organisation", "place") for n in names):
        return "institution"
    if head in ("he", "she", "i", "we", "who", "him", "her", "his"):
        return "named" if head in ("he", "she", "i", "his", "her", "him") else "anonymous"
    if head == "it":
        return "institution"
    if head in ("they", "their", "which", "that"):
        return "vague" if head == "they" else "institution"
    if any(n.kind == "other" for n in names):
        return "institution"
    if any(w[:1].isupper() for w in _WORD.findall(_head(text, source))[-1:]) and not source.of(text).isupper():
        return "named"
    return "anonymous" if head.endswith(roles.AGENT_ENDINGS) else "vague"


def people_of_state(words: str) -> str | None:
    """The state that ``the Russians`` speaks for, else ``None``."""
    match = re.fullmatch(r"[Tt]he ([A-Z]\w+)", words)
    return demonyms.get(match[1]) if match is not None and match[1].endswith(("s", "ese", "ish", "ch")) else None


def _people_speak(text: str, names: Sequence[Name]) -> bool:
    """Whether the phrase joins two persons: ``both Lee and Kim``."""
    people = [n for n in names if n.kind == "person"]
    return any(text[a.end : b.start].strip() == "and" for a, b in pairwise(people))


def reason_given(text: str, start: int, end: int) -> bool:
    """Whether the words between ``start`` and ``end`` say why a source is not named."""
    return _REASON.search(text, start, end) is not None


def _head(text: str, source: Span) -> str:
    """The words up to the first comma, preposition or relative pronoun: where the head noun stands."""
    words = source.of(text)
    words = re.split(r",|\(|;| — | -- ", words)[0] or words
    parts = re.split(
        r"\s(?:of|for|in|at|from|with|who|whose|that|which|familiar|close|on|near|briefed|involved|to|inside)\s", words
    )
    return parts[0] or words


def _head_word(words: Sequence[str]) -> str:
    return words[-1] if words else ""
