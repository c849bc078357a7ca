"""How a source is identified: named person, institution, unnamed person, or nobody in particular.

The ladder follows newsroom practice (AP and Reuters guidance on anonymous sources): a named person can be asked, an
institution can be held to its word, an unnamed person exists but cannot be asked, and ``experts say`` is nobody.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import Final

from framing.annotate import roles
from framing.language.lexicon import lexicon
from framing.language.names import demonyms
from framing.types import Name, Rung, Span

_DESK: Final[frozenset[str]] = lexicon("spokesman spokeswoman spokesperson spokespeople spokesmen")
_OFFICE_HOLDERS: Final[frozenset[str]] = lexicon("leaders ministers presidents premiers chancellors ambassadors")
_PARTISANS: Final[frozenset[str]] = lexicon("republicans democrats")
_CHAMBERS: Final[frozenset[str]] = lexicon(
    "senate house congressional parliamentary commons gop republican democratic assembly"
)
_REGIONS: Final[frozenset[str]] = lexicon("arab african asian nordic baltic")
_PORTFOLIOS: Final[frozenset[str]] = lexicon(
    """the and foreign defence defense finance interior prime trade energy economy health state government party
    majority minority top senior"""
)
_NUMERALS: Final[frozenset[str]] = lexicon("a an one two three four five six seven eight nine ten")
_BROADCASTS: Final[frozenset[str]] = lexicon("media television tv radio")
_STATE_RUN: Final[frozenset[str]] = lexicon("state state-run state-owned state-controlled")
_ACRONYM = re.compile(r"(?:[A-Z]\.?){2,}|[A-Z]\d+")
_OF_BODY = re.compile(r"(?:[Tt]he )?\w+ of (?:the )?[A-Z]")
_REASON = re.compile(
    r"\b(?:anonym\w+|(?:not|n['’]t) (?:authori[sz]ed|allowed|permitted) to|could not be named|whose name was withheld"
    r"|(?:declin|refus)\w+ to be (?:named|identified)|ask\w+ not to be (?:named|identified|quoted by name)"
    r"|fear(?:ing|ed)? (?:of )?(?:retaliation|reprisal\w*|retribution)"
    r"|without (?:being named|authori[sz]ation)|to discuss (?:private|internal|sensitive))",
    re.IGNORECASE,
)
_JOINT = re.compile(r"(?:\s+of (?:the )?[A-Z][\w.-]*)?(?:,\s+and|,|\s+and)\s+(?:(?:[A-Z][\w.'’-]*|his|her|their)\s+)*")
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
    if person or (not named and joined(text, names, head_end)):
        return "named"
    head = _head_word(words)
    if _hold_office(text, source, names) or (head in _BROADCASTS and not _STATE_RUN.isdisjoint(words)):
        return "institution"
    if words and head in _OFFICE_HOLDERS | _PARTISANS and words[0] in _NUMERALS:
        return "anonymous"
    if source.of(text).lower() in _OFFICE_HOLDERS:
        return "vague"
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


def joined(text: str, names: Sequence[Name], head_end: int) -> bool:
    """Whether persons of one source speak together: ``both Lee and Kim``, ``Ana Ruiz, Lee of Ulm and Mayor Kim``.

    ``names`` are those in the source, in order; its first phrase ends at ``head_end``.
    """
    people = [n for n in names if n.kind == "person"]
    between = [text[a.end : b.start] for a, b in pairwise(people)]
    if between and all(_JOINT.fullmatch(words) for words in between):
        return any(re.search(r"\band\b", words) for words in between)
    heads = [n for n in people if n.end <= head_end]
    return any(text[a.end : b.start].strip() == "and" for a, b in pairwise(heads))


def _hold_office(text: str, source: Span, names: Sequence[Name]) -> bool:
    """Whether the source is the office-holders of a named state, body or party: ``NATO leaders``, ``leaders of Chad``.

    Who they are is known; ``two NATO ministers`` and ``European officials`` may be anybody.
    """
    head = _WORD.findall(_head(text, source))
    if not head or head[-1].lower() not in _OFFICE_HOLDERS | _PARTISANS:
        return False
    known = {w for n in names if n.kind in ("organisation", "place") for w in _WORD.findall(text[n.start : n.end])}
    partisan = head[-1].lower() in _PARTISANS
    owners = 0
    for word in head[:-1]:
        if word.lower() in _CHAMBERS or (not partisan and _is_state_or_body(word, known)):
            owners += 1
        elif word.lower() not in _PORTFOLIOS:
            return False
    if owners or partisan:
        return owners > 0
    return _OF_BODY.match(text, source.start, source.end) is not None and bool(known)


def _is_state_or_body(word: str, known: Collection[str]) -> bool:
    return word in known or word in demonyms or word.lower() in _REGIONS or bool(_ACRONYM.fullmatch(word))


def reason_given(text: str, start: int, end: int) -> bool:
    """Whether the words between ``start`` and ``end`` say why a source is not named."""
    return _REASON.search(text, start, end) is not None


def _head(text: str, source: Span) -> str:
    """The words up to the first comma, preposition or relative pronoun: where the head noun stands."""
    words = source.of(text)
    words = re.split(r",|\(|;| — | -- ", words)[0] or words
    parts = re.split(
        r"\s(?:of|for|in|at|from|with|who|whose|that|which|familiar|close|on|near|briefed|involved|to|inside)(?:\s|$)",
        words,
    )
    return parts[0] or words


def _head_word(words: Sequence[str]) -> str:
    return words[-1] if words else ""
