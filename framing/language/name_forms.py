"""What kind of thing a name names, and which longer form of the article it stands for."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Literal

from framing.language import name_words as lists
from framing.language.gazetteer import (
    CAPITALS,
    DEMONYMS,
    METONYMS,
    ORGANISATION_WORDS,
    ORGANISATIONS,
    PLACE_WORDS,
    PLACES,
    STATES,
    US_STATES,
)

Kind = Literal["person", "organisation", "place", "other"]
_BODIES = frozenset(("European Union", "United Nations"))
_MANY = 40  # forms of one last name beyond which telling people apart by form is hopeless


def known(form: str) -> bool:
    """Whether the small gazetteer has this very form."""
    return (
        form in STATES or form in CAPITALS or form in PLACES or form in US_STATES or form in ORGANISATIONS
        or form in DEMONYMS or form in METONYMS
    )  # fmt: skip


def kind_of(form: str, *, titled: bool, article: bool) -> Kind:
    """The kind of a name by generic cues.

    ``titled``: a title stood before its last word somewhere in the piece; ``article``: ``the`` or ``a`` stands before
    it, which persons do not have.
    """
    words = form.split()
    bare = [word.rstrip(".") for word in words]
    if form in ORGANISATIONS or form in _BODIES or form in lists.SEATS_ARE_BODIES:
        return "organisation"
    if form in STATES or form in CAPITALS or form in PLACES or form in US_STATES or form in METONYMS:
        return "place" if METONYMS.get(form) not in _BODIES or form in CAPITALS else "organisation"
    if form in DEMONYMS:
        return "other"
    if bare[-1] in ORGANISATION_WORDS or (len(words) > 1 and bare[0] in ORGANISATION_WORDS):
        return "organisation"
    if bare[-1] in PLACE_WORDS or (len(words) > 1 and bare[0] in ("Mount", "Lake", "Fort", "Port", "Cape")):
        return "place"
    if titled:
        return "person"
    if any(word in ORGANISATION_WORDS or word in ORGANISATIONS for word in bare):
        return "organisation"
    if any(word in lists.EVENT_WORDS for word in bare):
        return "other"
    if form.isupper() and len(form.replace(".", "")) > 1:
        return "organisation" if len(words) == 1 else "other"
    if len(words) > 1 and bare[0] in lists.FIRST_NAMES:
        return "person"
    if 2 <= len(words) <= 4 and not article and _looks_personal(words):
        return "person"
    return "other"


def _looks_personal(words: Iterable[str]) -> bool:
    for word in words:
        if word in DEMONYMS or word in METONYMS or word in STATES or word in lists.COMMON or word in US_STATES:
            return False
        if word.lower() in lists.PARTICLES:
            continue
        if not word[0].isupper() or (word.isupper() and len(word.rstrip(".")) > 2 and "." not in word):
            return False
    return True


def canonical(counts: Mapping[str, int], kinds: dict[str, Kind]) -> dict[str, str]:
    """Each form's longest form in the article; ``kinds`` is corrected for last names that turn out to be persons.

    A last name stands for the one person of the article that bears it; where two do, it stays itself. A first name
    alone stands for the one person it begins (``Hillary``), if it is no last name.
    """
    by_last: defaultdict[str, list[str]] = defaultdict(list)
    by_first: defaultdict[str, list[str]] = defaultdict(list)
    for form in sorted(counts):
        words = form.split()
        if len(words) < 2 or kinds[form] != "person":
            continue
        for tail in _tails(words):
            by_last[tail].append(form)
        by_first[words[0]].append(form)
    result: dict[str, str] = {}
    for form in counts:
        key = form.lower()
        candidates = _people(by_last.get(key, []) if " " not in form or key in by_last else [])
        if kinds[form] == "person" and " " in form and key not in by_last:
            candidates = [p for p in _people(by_last.get(_tails(form.split())[0], [])) if same(p, form)]
        if not candidates and " " not in form and kinds[form] in ("other", "person"):
            candidates = _people(by_first.get(form, []))
        result[form] = candidates[0] if len(candidates) == 1 else form
        if result[form] != form:
            kinds[form] = "person"
    return {form: result.get(target, target) for form, target in result.items()}


def _tails(words: list[str]) -> list[str]:
    """What a person is called for short: the last name, and the last name with its particles."""
    last = len(words) - 1
    if words[last].rstrip(".") in ("Jr", "Sr", "II", "III", "IV") and last > 1:
        last -= 1
    tails = [words[last].lower()]
    start = last
    while start > 1 and words[start - 1].lower() in lists.PARTICLES:
        start -= 1
    if start < last:
        tails.append(" ".join(words[start : last + 1]).lower())
    return tails


def _people(forms: list[str]) -> list[str]:
    """The longest form per person among forms that share a name."""
    if len(forms) > _MANY:
        return forms
    people: list[str] = []
    for form in sorted(forms, key=lambda f: (-len(f.split()), -len(f), f)):
        if not any(same(person, form) for person in people):
            people.append(form)
    return people


def same(longer: str, shorter: str) -> bool:
    """Whether the words of ``shorter`` stand in ``longer`` in order, initials counting for names: one person."""
    words = iter(longer.split())
    return all(any(_same_part(word, part) for word in words) for part in shorter.split())


def _same_part(longer: str, shorter: str) -> bool:
    initial = shorter.rstrip(".")
    return longer == shorter or (len(initial) == 1 and longer.startswith(initial))


def counted(forms: Iterable[str]) -> Mapping[str, int]:
    """How often each form occurs."""
    return Counter(forms)
