"""Whom each speaker speaks for, as the pieces say it: no table of persons, nothing known beyond the texts.

A side is read from the words at a name (``Ukrainian President …``, ``…, a Republican,``, ``Germany's …``), from a
phrase that names nobody (``two U.S. officials``), or is the body itself that speaks (``NATO``).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from framing.annotate import cues
from framing.annotate.nearby import Places
from framing.language import name_forms
from framing.language.gazetteer import STATES
from framing.language.lexicon import lexicon
from framing.report.side_phrases import (
    BODIES,
    GAZETTEER,
    MODIFIERS,
    ROLES,
    TOKEN,
    Given,
    Named,
    Phrase,
    at,
    fold,
    of_one,
    read,
    singular,
    words_of,
)
from framing.report.words import Voices, source_name
from framing.types import Annotation

NO_SIDE = "no side given"
"""Under this name stand the speakers whose side no piece gives."""

_PARTY_MARK = re.compile(r",? \(?([RD])(?:[-–][A-Z][\w.]+|(?=\)))")
_OPENS = re.compile(r" of | ?(?:,|\(|—|–|--) ?(?:who (?:is|was) )?(?:also )?")
_CLOSES = re.compile(r"(?!, and\b)\.?[,.;:)!?—–\n\"”]| -|\.?$| (?:who|whose|that|which|now|in|on|and an?)\b")
_LINKS = lexicon("to on in at with who and or as for from after")
_FINITE = lexicon("is was are were has had have will would could should may might can did does do")


@dataclass(frozen=True, slots=True)
class SideShare:
    """The words one side has in one article, by its speakers there, largest first."""

    article: str
    side: str
    speakers: tuple[str, ...]
    quoted: int
    reported: int

    @property
    def total(self) -> int:
        return self.quoted + self.reported


def by_side(voices: Voices, sides: Mapping[str, str]) -> tuple[SideShare, ...]:
    """The shares of one article's speakers put together by side, largest first, ``NO_SIDE`` last; totals are kept."""
    groups = defaultdict(list)
    for share in voices.speakers:
        groups[sides.get(share.speaker, NO_SIDE)].append(share)
    made = [
        SideShare(
            voices.article, side, tuple(s.speaker for s in g), sum(s.quoted for s in g), sum(s.reported for s in g)
        )
        for side, g in groups.items()
    ]
    return tuple(sorted(made, key=lambda s: (s.side == NO_SIDE, -s.total, s.side)))


def sides(annotations: Sequence[Annotation]) -> Mapping[str, str]:
    """The side each speaker speaks for, as the pieces themselves give it: state, union, alliance, party or body.

    Keys are the names under which ``words.share`` counts; a speaker whose side no piece gives is absent, and so is one
    to whom the pieces give two sides equally often. What a person was (``former``) counts where nothing else is said.
    An envoy, aide, minister or spokesman of a person shares that person's side, and the person theirs.
    """
    spoken = _spoken(annotations)
    people, named = _cast(annotations, spoken)
    now: defaultdict[str, Counter[Given]] = defaultdict(Counter)
    once: defaultdict[str, Counter[Given]] = defaultdict(Counter)
    for annotation in annotations:
        text, places = annotation.article.text, Places(annotation.sentences)
        for name in annotation.names:
            surface = name.span.of(text)
            start = name.end - len(_bare(surface))
            person = people.get(fold(_bare(name.canonical)))
            if person is None or (start == name.start and name.kind in ("organisation", "place")):
                continue
            home = places.index(name.start)
            while home and fold(annotation.sentences[home - 1].span.of(text)) in GAZETTEER:
                home -= 1  # "U.S." parted from "President …"
            floor = max(annotation.sentences[home].start if annotation.sentences else 0, name.start - 200)
            for phrase in _at_name(text, floor, start, name.end, named):
                if phrase.given is not None:
                    (once if phrase.past else now)[person][phrase.given] += 1
    found = {
        person: side for person in {*now, *once} if (side := _most(now[person]) or _most(once[person])) is not None
    }
    links = sorted(
        (p, g[1]) for tally in (now, once) for p, counts in tally.items() for g in counts if g[0] == "person"
    )
    for principal in sorted({principal for _, principal in links} - set(found)):
        theirs = {found[agent] for agent, other in links if other == principal and agent in found}
        if len(theirs) == 1 and theirs <= STATES:
            found[principal] = theirs.pop()
    for agent, principal in links:
        if principal in found:
            found.setdefault(agent, found[principal])
    given = {speaker: _of_speaker(speaker, people, named, found) for speaker in sorted(spoken)}
    return {speaker: side for speaker, side in given.items() if side is not None}


def _spoken(annotations: Sequence[Annotation]) -> set[str]:
    heard = {q.speaker for a in annotations for q in a.quotes}
    heard |= {source_name(t.source, a.article.text) for a in annotations for t in a.attributions if t.source}
    return {" ".join(speaker.split()) for speaker in heard if speaker}


def _cast(annotations: Sequence[Annotation], spoken: AbstractSet[str]) -> tuple[Mapping[str, str], Named]:
    """The persons of all pieces, each folded form → the fullest; and every form that names a side, body or person."""
    names = [(n, fold(_bare(n.canonical)), fold(n.span.of(a.article.text))) for a in annotations for n in a.names]
    forms = Counter(form for name, form, _ in names if name.kind == "person" or form != fold(name.canonical))
    lasts = {form.split()[-1] for form in forms}
    others = {form for name, form, _ in names if name.kind == "other"} | {fold(speaker) for speaker in spoken}
    forms.update(sorted((others & lasts) - {*forms, *GAZETTEER}))
    people = name_forms.canonical(forms, dict.fromkeys(forms, "person"))
    named: dict[str, Given] = {}
    for name, form, surface in names:
        words = surface.split()
        if form in people:
            named[surface] = "person", people[form]
        elif words[-1].lower() in BODIES and words[0] in GAZETTEER:
            named[surface] = GAZETTEER[words[0]]  # the Russian Foreign Ministry
        elif name.kind in ("organisation", "other") and any(w.lower() not in BODIES | MODIFIERS for w in words):
            named[surface] = ("body" if name.kind == "organisation" else "other"), name.canonical.removeprefix("the ")
    return people, {**named, **GAZETTEER}


def _most(counts: Counter[Given]) -> str | None:
    """The side given most often; of two given equally often a party before a state, else none."""
    sides = Counter[str]()
    for (kind, side), count in counts.items():
        sides[side] += count if kind != "person" else 0
    best = [side for side, count in sides.items() if count == max(sides.values()) > 0]
    parties = [side for side in best if ("party", side) in counts]
    return best[0] if len(best) == 1 else parties[0] if len(parties) == 1 else None


def _of_speaker(speaker: str, people: Mapping[str, str], named: Named, found: Mapping[str, str]) -> str | None:
    """The side of a person, or of a source that is none by name: ``two U.S. officials``, ``the Kremlin``."""
    person = people.get(fold(_bare(speaker)))
    if person is not None:
        return found.get(person)
    words = words_of(speaker, 0, len(speaker))
    phrase = read(words, named)
    if phrase is None:
        return None
    given = phrase.given if phrase.head or phrase.length == len(words) else None
    given = given or at(words[phrase.length :], named)[1] if phrase.head else given
    return found.get(given[1]) if given is not None and given[0] == "person" else given and given[1]


def _at_name(text: str, floor: int, start: int, end: int, named: Named) -> list[Phrase]:
    """What the words right before and right after a person's name say of that person."""
    before = _before(text, floor, start, named)
    following = text[end : end + 12].split()
    single = " " not in text[start:end] and bool(re.match(r"\s[a-z]", text[end : end + 2]))
    if before is not None and not before.head and single and following[0] not in {*cues.VERBS, *_FINITE, *_LINKS}:
        before = None  # America's Trump problem
    if (
        before is None
        and text[max(0, start - 2) : start] == ", "
        and re.match(r"(?!, and\b)[,.—)]", text[end : end + 5])
    ):
        before = _before(text, floor, start - 2, named, apart=True)
    last = TOKEN.findall(text[floor:start])[-1:]
    blamed = bool(last) and last[0][0].lower() in cues.VERBS and text.startswith(" of ", end)
    return [phrase for phrase in (before, None if blamed else _after(text, end, named)) if phrase is not None]


def _before(text: str, floor: int, end: int, named: Named, *, apart: bool = False) -> Phrase | None:
    """What the noun phrase that ends at ``end`` says of one person; ``apart`` where a comma parts it from the name."""
    words = words_of(text, floor, end, back=True)[-14:]
    best, first = None, len(words)
    for start in range(len(words) - 1, -1, -1):
        phrase = read(words[start:], named)
        whole = phrase is not None and phrase.length == len(words) - start
        if best is not None and best.head and not whole:
            break
        if phrase is not None and whole and (of_one(phrase, bare=not apart) or (best is not None and best.head)):
            best, first = phrase, start
    if 0 < first < len(words) and words[first - 1].low in ("in", "from", "near") and not words[first].owner:
        return None  # In Kenya President Doe said
    if best is None or not of_one(best, bare=not apart):
        return None
    return best if best.head or words[-1].owner or (best.given and best.given[0] in ("state", "party")) else None


def _after(text: str, start: int, named: Named) -> Phrase | None:
    """What the apposition, or ``of …``, that begins at ``start`` says of one person."""
    mark = _PARTY_MARK.match(text, start)
    if mark is not None:
        return Phrase(0, "", ("party", "Republicans" if mark[1] == "R" else "Democrats"), False)
    opening = _OPENS.match(text, start)
    if opening is None:
        return None
    words = words_of(text, opening.end(), min(len(text), opening.end() + 200))
    phrase = read(words, named)
    if phrase is None or phrase.given is None or not of_one(phrase, bare=True):
        return None
    last, rest = words[phrase.length - 1], words[phrase.length :]
    if opening[0] == " of ":
        return phrase if not phrase.head and (not rest or rest[0].text.islower()) else None
    if not (phrase.head or "(" in opening[0] or words[0].low in ("a", "an") or phrase.given[0] == "party"):
        return None
    for word in rest if singular(last.low) not in ROLES else ():
        if _CLOSES.match(text, last.end):
            return phrase
        if not word.text.islower() or word.low in cues.VERBS or word.low in _FINITE:
            return None
        last = word
    return phrase if _CLOSES.match(text, last.end) else None


def _bare(form: str) -> str:
    """The person in a name that the name finder took too long: ``Labour MP Rita Shaw``, ``Ukraine Keith Marlow``."""
    words = form.split()
    posts = [
        n for n, word in enumerate(words) if word in ("MP", "Republican", "Democrat") or (not n and word in STATES)
    ]
    tail = words[posts[-1] + 1 :] if posts else []
    return " ".join(tail) if len(tail) > 1 and not any(word.lower() in BODIES for word in tail) else form
