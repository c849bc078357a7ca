"""What a noun phrase says of whom somebody speaks for: ``the Ukrainian foreign minister``, ``two U.S. officials``."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Final, NamedTuple

from framing.annotate import roles
from framing.language import name_words
from framing.language.gazetteer import CAPITALS, DEMONYMS, METONYMS, ORGANISATIONS, STATES
from framing.language.lexicon import lexicon

_PARTIES = {"Republican": "Republicans", "GOP": "Republicans", "Democrat": "Democrats", "Democratic": "Democrats",
            "Labour": "Labour", "Tory": "Conservatives", "Tories": "Conservatives", "Conservative": "Conservatives",
            "Liberal": "Liberals", "Liberal Democrat": "Liberal Democrats", "Social Democrat": "Social Democrats",
            "Social Democratic": "Social Democrats", "Christian Democrat": "Christian Democrats"}  # fmt: skip
#: Where the gazetteer says more than a text does, or lacks a seat.
_SIDES = {"Palestinian": "Palestinians", "Scottish": "Scotland", "Elysee Palace": "France", "police": "police",
          "European Council": "European Union", "European Parliament": "European Union"}  # fmt: skip
_NO_SIDES = frozenset(("Asia", "Africa", "Middle East"))
BODIES = lexicon(
    """government ministry department embassy army navy military force forces authorities parliament administration
    cabinet delegation regime side prosecutors presidency command staff troops intelligence television tv media
    house senate congress treasury court guard mission team campaign caucus party office council"""
)
ROLES = (
    BODIES
    | lexicon("mp peer founder co-founder negotiator secretary-general historian boss one")
    | (roles.PEOPLE | {word.lower() for word in name_words.TITLES} - lexicon("mr mrs ms"))
    - lexicon("critic opponent supporter victim victims")
)
MODIFIERS = lexicon(
    """foreign prime vice first interim acting former retired senior top special presidential national security defense
    defence finance economy economic interior justice trade energy health education home press state opposition air
    far-right far-left right-wing left-wing high supreme permanent assistant congressional parliamentary majority
    minority nuclear human rights affairs policy political conservative liberal longtime new outgoing current hard-line
    unnamed anonymous diplomatic international regional veteran most close commerce environment transatlantic alliance
    exiled dissident rebel separatist jailed deputy hardline local police late"""
)
_DETERMINERS = lexicon("the a an two three four five six several some many other another both")
_PAST = lexicon("former formerly retired late")
_DISSENT = lexicon("exiled dissident rebel separatist jailed")
_TOPIC_ROLES = lexicon(
    "envoy expert analyst correspondent reporter editor adviser advisor negotiator historian professor ambassador"
)
_OF_CAPITALS = lexicon("official government spokesman spokeswoman spokesperson authorities politician lawmaker")
_DESK = lexicon("spokesman spokeswoman spokesperson")
_FIRMS = _DESK | lexicon("ceo executive chief founder co-founder chairman chairwoman president boss")
_AGENTS = _DESK | lexicon("envoy adviser advisor aide secretary minister negotiator representative")
#: Which heads the words after a preposition tell the side of.
_AFTER = {"of": ROLES, "at": ROLES, "from": ROLES, "in": _OF_CAPITALS, "for": _DESK,
          "with": lexicon("analyst economist lawyer"), "to": lexicon("adviser advisor aide")}  # fmt: skip
TOKEN = re.compile(
    r"((?:[^\W\d_]\.){2,}|[^\W\d_][\w\u0300-\u036f]*(?:['’‐-](?!s\b)[\w\u0300-\u036f]+)*)(['’]s?(?!\w))?"
)

Given = tuple[str, str]  # a kind (party, state, noun, capital, body, other, person), and the side or person
Named = Mapping[str, Given]  # folded forms


class Word(NamedTuple):
    text: str
    start: int
    end: int
    owner: bool  # a possessive ends it

    @property
    def low(self) -> str:
        return re.sub(r"^(?:then|ex|vice|co)-", "", self.text.lower())


class Phrase(NamedTuple):
    """What a noun phrase says: how many words it has, its head, the side or person it gives, whether no longer."""

    length: int
    head: str
    given: Given | None
    past: bool


def of_one(phrase: Phrase, *, bare: bool) -> bool:
    """Whether the phrase gives a side and may stand for one person."""
    if phrase.given is None or not phrase.head:
        return phrase.given is not None and bare and phrase.given[0] != "person"
    return singular(phrase.head) == phrase.head


def read(words: Sequence[Word], named: Named) -> Phrase | None:
    """The noun phrase that begins ``words``; ``None`` where it joins two sides."""
    found: list[Given] = []
    head, index = "", 0
    while index < len(words):
        low, following = words[index].low, words[index + 1].low if index + 1 < len(words) else ""
        length, given = at(words[index:], named)
        if given is not None and given[0] == "person" and head:
            break
        if given is not None and (given[1] != "police" or not found):
            found.append(given)
            index += length
        elif low in ("and", "or") and (found or head):
            if head and following in ("a", "an"):
                break
            if not head or not (singular(following) in ROLES or following in MODIFIERS):
                return None
            index += 1
        elif low in _AFTER and head:
            inner = read(words[index + 1 :], named)
            if inner is None:
                return None
            if inner.given is not None and not found and singular(head) in _AFTER[low]:
                found.append(inner.given)
            index += 1 + inner.length
        elif singular(low) in ROLES:
            head, index = low, index + 1
        elif low in MODIFIERS or (low in _DETERMINERS and not head and not found):
            index += 1
        else:
            break
    heard = {word.low for word in words[:index]}
    past = bool(heard & _PAST) or any(word.text.lower().startswith("ex-") for word in words[:index])
    return Phrase(index, head, _chosen(found, singular(head), heard), past)


def at(words: Sequence[Word], named: Named) -> tuple[int, Given | None]:
    """How many words from the first one name a side, a body or a person, and which."""
    for length in range(min(7, len(words)), 0, -1):
        given = named.get(fold(" ".join(word.text for word in words[:length])))
        if given is not None and not any(word.owner for word in words[: length - 1]):
            return length, given
    return 0, None


def _chosen(found: Sequence[Given], role: str, heard: AbstractSet[str]) -> Given | None:
    """The side in a phrase that its head speaks for: a party, else the one nearest the head."""
    if heard & _DISSENT or (role in ("media", "tv", "television") and "state" not in heard):
        return None
    barred = {
        "noun": role in _TOPIC_ROLES,  # the Ukraine envoy is somebody else's
        "capital": bool(role) and role not in _OF_CAPITALS,
        "person": bool(role) and role not in _AGENTS,
        "other": role not in _FIRMS,
    }
    kept = [given for given in found if not barred.get(given[0], False)]
    chosen = next((given for given in kept if given[0] == "party"), kept[-1] if kept else None)
    if chosen is not None and "opposition" in heard and chosen[0] in ("state", "noun"):
        return "state", f"opposition in {chosen[1]}"
    return chosen


def singular(role: str) -> str:
    """The role of one person; the word itself where it is no plural of a role."""
    return role[:-1] if role.endswith("s") and role[:-1] in ROLES else role


def words_of(text: str, start: int, end: int, *, back: bool = False) -> list[Word]:
    """The words from ``start`` on (or, ``back``, up to ``end``) that nothing but spaces part."""
    words = [Word(m[1], m.start(), m.end(), m[2] is not None) for m in TOKEN.finditer(text, start, end)]
    ends = [n for n in range(1, len(words)) if not _joined(text, words[n - 1], words[n].start)]
    if back:
        words = words[ends[-1] if ends else 0 :]
        return words if words and _joined(text, words[-1], end) else []
    return words[: ends[0] if ends else len(words)] if words and not text[start : words[0].start].strip() else []


def _joined(text: str, word: Word, start: int) -> bool:
    gap = text[word.end : start]
    return gap in ("", " ", "\xa0", "  ") or (gap == ". " and word.text in name_words.TITLES_WITH_STOP)


def fold(form: str) -> str:
    """``form`` without accents and with plain apostrophes and hyphens."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", form) if not unicodedata.combining(c))
    return plain.replace("’", "'").replace("‐", "-")


def _gazetteer() -> Mapping[str, Given]:
    """Every form that the gazetteer has, folded, with its kind and side; Georgia alone may be either."""
    known = {form: ("body", form) for form in ORGANISATIONS if form.lower() not in BODIES}
    known |= {state: ("noun", state) for state in STATES - {"Georgia"}}
    known |= {form: ("capital" if form in CAPITALS else "state", state) for form, state in METONYMS.items()}
    known |= {form: ("state", state) for form, state in ({**DEMONYMS, **_SIDES}).items()}
    known |= {form + plural: ("party", side) for form, side in _PARTIES.items() for plural in ("", "s")}
    return {fold(form): given for form, given in known.items() if given[1] not in _NO_SIDES}


GAZETTEER: Final = _gazetteer()
