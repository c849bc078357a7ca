"""Offices: which one a name is given by the words beside it, and which one ``the Swiss president`` asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from framing.language.lexicon import lexicon
from framing.types import Name

ROLES: Final[frozenset[str]] = lexicon(
    """president leader premier chancellor governor mayor senator minister secretary envoy ambassador general chairman
    chairwoman chief director spokesman spokeswoman commissioner king queen pope judge sheriff prosecutor lawmaker
    congressman congresswoman analyst professor candidate nominee"""
)
_LEADERS: Final = ("leader", "president", "premier", "chancellor", "minister")
_PEOPLES: Final[dict[str, str]] = {
    "russian": "russia", "ukrainian": "ukraine", "american": "u.s.", "french": "france", "german": "germany",
    "british": "britain", "chinese": "china", "turkish": "turkey", "israeli": "israel", "iranian": "iran",
    "finnish": "finland", "polish": "poland", "italian": "italy", "spanish": "spain", "japanese": "japan",
    "indian": "india", "canadian": "canada", "mexican": "mexico", "brazilian": "brazil", "syrian": "syria",
    "iraqi": "iraq", "afghan": "afghanistan", "egyptian": "egypt", "hungarian": "hungary", "belgian": "belgium",
    "dutch": "netherlands", "swedish": "sweden", "norwegian": "norway", "danish": "denmark", "greek": "greece",
    "palestinian": "palestine", "saudi": "saudi arabia", "korean": "korea", "australian": "australia",
    "european": "eu", "us": "u.s.", "u.s": "u.s.",
}  # fmt: skip
#: Words before an office that do not tell it from another one.
_ANY_HOLDER: Final[frozenset[str]] = lexicon(
    "republican democratic conservative liberal labour socialist new current sitting"
)
WORDS: Final = re.compile(r"[^\W\d_][\w'’.-]*")
_OF_STATE = re.compile(r"\s+of (?:the )?([A-Z]\w+)")
_APPOSITION = re.compile(r",\s+([^,.;:()—–\"“”\n]{3,70})(?=[,.;:()—–\"“”\n])")
_NO_APPOSITION: Final[frozenset[str]] = lexicon("who whose whom which and or but as when while he she they it after")


def held(text: str, name: Name) -> set[tuple[str, str]]:
    """``(country, office)`` from the words beside a name; the country may be empty, and is so in one of each.

    ``Finnish President``, ``Secretary of State`` before it; ``, Spain's chief of police,`` and ``of Spain`` after it.
    """
    before = _low(text[max(0, name.start - 60) : name.start])
    inside = _low(text[name.start : name.end])
    found = list(_before(before, inside))
    state = _OF_STATE.match(text, name.end)
    if state is not None:
        found += [(state[1].lower(), office) for country, office in found if not country]
    found += _after(text, name.end)
    return {*found, *(("", office) for _, office in found)}


def asked(words: str) -> tuple[str, Sequence[str]] | None:
    """The country, maybe empty, and the offices any of which ``the Swiss leader`` may hold; ``None`` for no office."""
    low = _low(words)
    if len(low) < 2 or len(low) > 5 or not (low[0] == "the" or low[0].endswith("'s")):
        return None
    if "of" in low[2:4] and low[low.index("of") - 1] in ROLES:
        return "", (" ".join(low[1:]),)
    if low[-1] not in ROLES or len(low) > 4:
        return None
    country = next((c for w in low[:-1] if (c := _country(w))), "")
    if not (low[-2] == "the" or low[-2] in _ANY_HOLDER or _country(low[-2])):
        return country, (f"{low[-2]} {low[-1]}",)  # "the foreign minister": not the prime minister
    return country, _LEADERS if low[-1] == "leader" else (low[-1],)


def _low(words: str) -> list[str]:
    return [w.lower().replace("’", "'") for w in WORDS.findall(words)]


def _country(word: str) -> str:
    """The state or owner of an office: ``Finnish``, ``Finland's``."""
    stem = word.removesuffix("'s").rstrip(".")
    return _PEOPLES.get(stem, stem if word.endswith("'s") else "")


def _before(before: Sequence[str], inside: Sequence[str]) -> Iterator[tuple[str, str]]:
    words = [*before, *inside]
    border = len(before)
    for k, word in enumerate(words):
        if word not in ROLES or k < border - 5:
            continue
        country = next((c for w in reversed(words[max(k - 3, 0) : k]) if (c := _country(w))), "")
        if k >= border - 2 or word in ("president", "minister"):
            yield country, word
            yield country, " ".join(words[max(k - 1, 0) : k + 1])
        if k + 2 < border and words[k + 1] == "of":
            yield country, " ".join(words[k:border])


def _after(text: str, end: int) -> Iterator[tuple[str, str]]:
    """The office in an apposition: ``Ana Ruiz, Spain's envoy,``."""
    match = _APPOSITION.match(text, end)
    words = _low(match[1]) if match is not None else []
    if not words or words[0] in _NO_APPOSITION or "and" in words:
        return
    for k, word in enumerate(words[:6]):
        if word not in ROLES:
            continue
        country = next((c for w in reversed(words[:k]) if (c := _country(w))), "")
        if k == len(words) - 1:
            yield country, word
            yield country, " ".join(words[max(k - 1, 0) :])
        elif words[k + 1] == "of" and len(words) - k <= 4:
            yield country, word
            yield country, " ".join(words[k:])
        return
