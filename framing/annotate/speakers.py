"""Who a source is: titles, short names, roles and pronouns resolved within one article, or left open.

A pronoun is resolved only where agreement and recency leave one person; with two candidates the name stays ``None``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from framing.annotate import cues, given_names, offices, roles, rungs
from framing.annotate.nearby import Ordered, Places
from framing.types import Attribution, Name, Quote, Sentence, Span

#: ``Secretary of State`` before a name: the name is who holds the office.
_OFFICE_OF = re.compile(
    r"\b(?:Secretary|Minister|President|Speaker|Chief|Chair\w*|Director|Governor|Attorney|Archbishop|Bishop|King|Queen|Prince\w*)"
    r"(?: General)? of (?:the )?(?:[A-Z][\w.-]+ ){1,3}$"
)
_RELATIVE = re.compile(r"\b(?:which|whom)\s$")
_WITH_PRONOUN = re.compile(r"(?:both )?(?:he|she|they|I|we) and ", re.IGNORECASE)
_HE: Final[frozenset[str]] = frozenset(("he", "him", "his"))
_SHE: Final[frozenset[str]] = frozenset(("she", "her"))


@dataclass(frozen=True, slots=True)
class Cast:
    """The persons of an article: where each is named, their gender as the text gives it, and their offices."""

    text: str
    names: tuple[Name, ...]
    sentences: tuple[Sentence, ...]
    genders: dict[str, str]
    roles: dict[tuple[str, str], frozenset[str]]
    places: Places
    shelf: Ordered[Name]
    people: frozenset[str]

    @classmethod
    def of(cls, text: str, sentences: Sequence[Sentence], names: Sequence[Name]) -> Cast:
        """The cast of an article from its names and the words right before them."""
        genders: dict[str, str] = {}
        roles: dict[tuple[str, str], set[str]] = {}
        people = frozenset(n.canonical for n in names if n.kind == "person")
        ordered = tuple(sorted(names, key=lambda n: (n.start, n.end)))
        for name in ordered:
            if name.kind != "person":
                continue
            before = [w.lower() for w in offices.WORDS.findall(text[max(0, name.start - 60) : name.start])]
            inside = [w.lower() for w in offices.WORDS.findall(text[name.start : name.end])]
            given = _gender(before[-1:] + inside[:1], offices.WORDS.findall(name.canonical))
            if given and name.canonical not in genders:
                genders[name.canonical] = given
            for office in offices.held(text, name):
                roles.setdefault(office, set()).add(name.canonical)
        return cls(
            text,
            ordered,
            tuple(sentences),
            genders,
            {k: frozenset(v) for k, v in roles.items()},
            Places(sentences),
            Ordered(ordered),
            people,
        )

    def inside(self, source: Span | None) -> list[Name]:
        """The names in the words of ``source``."""
        return self.shelf.inside(source.start, source.end) if source is not None else []

    def resolve(self, source: Span | None, earlier: Sequence[Attribution], content: Sequence[Span]) -> str | None:
        """The name that the words of ``source`` stand for, or ``None`` where the article leaves it open."""
        if source is None:
            return None
        words = source.of(self.text)
        low = words.lower().strip()
        if low in _HE or low in _SHE:
            return self._pronoun("m" if low in _HE else "f", source, earlier, content)
        if low in ("it", "its", "they", "their"):
            return self._thing(source, earlier, plural=low in ("they", "their"))
        if low in ("who", "which"):
            return self._antecedent(source)
        if low in ("i", "we", "you", "that", "this", "my", "our", "us", "me"):
            return None
        return (
            rungs.people_of_state(words)
            or self._named(source)
            or self._role(source)
            or self._same_person(source, earlier)
        )

    def _named(self, source: Span) -> str | None:
        """The person, else the body, that the head of the phrase names."""
        inside = self.inside(source)
        head = re.match(r"[^,(;—]*", source.of(self.text))
        head_end = source.start + (head.end() if head else 0)
        if head_end <= source.start + 1:
            head_end = source.end
        if rungs.joined(self.text, inside, head_end) or _WITH_PRONOUN.match(self.text, source.start, head_end):
            return None
        for name in reversed([n for n in inside if n.end <= head_end]):
            owner = self.text[name.end : min(name.end + 2, source.end)].lower().replace("’", "'")
            if name.kind == "person" and not owner.startswith("'s") and self._heads(name, source, head_end):
                return name.canonical
        for name in inside:
            if name.kind == "person" and name.start > head_end and self._is_role(source.start, head_end):
                return name.canonical
        for name in reversed([n for n in inside if n.end <= head_end]):
            owner = self.text[name.end : min(name.end + 2, source.end)].lower().replace("’", "'")
            body = name.kind != "person" and not owner.startswith(("'s", "-"))
            if body and self._heads(name, source, head_end, body=True):
                return name.canonical
        return None

    def _heads(self, name: Name, source: Span, head_end: int, *, body: bool = False) -> bool:
        """Whether the name is the head of the phrase and not within ``officials in Kyiv`` or ``a Kyiv official``."""
        before = self.text[source.start : name.start].lower().replace("’", "'")
        after = self.text[name.end : head_end].strip().lower()
        if not body and _OFFICE_OF.search(self.text[source.start : name.start]):
            return True
        if re.search(
            r"\b(?:of|for|in|at|from|with|to|on|about|near|who|familiar|against)\s+(?:the\s+)?(?:[\w.'-]+\s){0,2}$",
            before,
        ):
            return False
        if after and after not in ("himself", "herself", "itself", "and"):
            if body:
                return after.split()[0] in (
                    "in",
                    "on",
                    "at",
                    "correspondents",
                    "newspaper",
                    "magazine",
                    "website",
                    "news",
                )
            return after.split()[0] in ("of", "from", "in", "and", "on", "at", "jr.", "sr.", "himself")
        return not (
            body
            and before.strip()
            and before.strip() not in ("the", "state-run", "state", "russia's", "local", "newspaper")
        )

    def _is_role(self, start: int, end: int) -> bool:
        """Whether ``text[start:end]`` is an office or a relation: ``another partner`` before ``, David Handler,``."""
        words = [w.lower() for w in offices.WORDS.findall(self.text[start:end])]
        return bool(words) and (words[-1] in roles.PEOPLE or words[-1] in offices.ROLES)

    def _role(self, source: Span) -> str | None:
        """``the Russian leader``, ``the president``: the one person the article gives that office."""
        asked = offices.asked(source.of(self.text))
        if asked is None:
            return None
        country, wanted = asked
        found = {name for office in wanted for name in self.roles.get((country, office), ())}
        before = [n for n in self.names if n.kind == "person" and n.start < source.start and n.canonical in found]
        if len(found) == 1 and before:
            return next(iter(found))
        return None

    def _same_person(self, source: Span, earlier: Sequence[Attribution]) -> str | None:
        """``the person said``, ``the source added``: whoever was the last unnamed source has no name either."""
        del source, earlier
        return None

    def _antecedent(self, source: Span) -> str | None:
        """The name that a relative pronoun follows."""
        before = self.shelf.inside(max(0, source.start - 80), source.start)
        before = [n for n in before if source.start - n.end <= 3]
        return before[-1].canonical if before else None

    def _thing(self, source: Span, earlier: Sequence[Attribution], *, plural: bool) -> str | None:
        if plural or not earlier:
            return None
        last = earlier[-1]
        near = self._sentence_index(source.start) - self._sentence_index(last.cue.start if last.cue else source.start)
        if last.rung == "institution" and last.source is not None and 0 <= near <= 1:
            return last.source.name
        return self._subject_name(self._sentence_index(source.start), source.start, kinds=("organisation", "place"))

    def _sentence_index(self, position: int) -> int:
        return self.places.index(position)

    def _subject_name(self, index: int, before: int, kinds: Sequence[str]) -> str | None:
        """The name that opens the sentence, as its subject."""
        if not self.sentences:
            return None
        start = self.sentences[index].start
        inside = self.shelf.inside(start, before)
        if inside and inside[0].kind in kinds and inside[0].start - start <= 12:
            owner = self.text[inside[0].end : inside[0].end + 2].replace("’", "'")
            return None if owner == "'s" else inside[0].canonical
        return None

    def _agrees(self, canonical: str, gender: str) -> bool:
        return self.genders.get(canonical, gender) == gender

    def _is_other(self, name: Name, gender: str) -> bool:
        """Whether the name follows a ``he`` or ``she`` of its sentence: ``he leaned on Lee`` tells of two people."""
        start = self.sentences[self._sentence_index(name.start)].start if self.sentences else 0
        return re.search(r"\bhe\b" if gender == "m" else r"\bshe\b", self.text[start : name.start], re.I) is not None

    def _pronoun(
        self, gender: str, source: Span, earlier: Sequence[Attribution], content: Sequence[Span]
    ) -> str | None:
        """Whom ``he`` or ``she`` means; a quotation of several sentences is passed over as one."""
        index = self._sentence_index(min([source.start, *(c.start for c in content)]))
        here = self.sentences[index].start if self.sentences else 0
        first = self.sentences[max(index - 3, 0)].start if self.sentences else 0
        near = self.shelf.inside(first, source.start)
        people = [
            n
            for n in near
            if n.kind == "person" and self._agrees(n.canonical, gender) and not self._is_other(n, gender)
        ]
        recent = [a for a in earlier if a.content[-1].end > first]
        quoted = [c for a in recent for c in a.content if a.kind == "direct"]

        def outside_quotes(name: Name) -> bool:
            return not any(c.start <= name.start < c.end for c in quoted)

        def is_owner(name: Name) -> bool:
            return self.text[name.end : name.end + 2].lower().replace("’", "'") in ("'s", "' ")

        # within the sentence, before the pronoun: "Lee said he thinks …"
        inner = {
            n.canonical
            for n in people
            if here <= n.start and n.end <= source.start and outside_quotes(n) and not is_owner(n)
        }
        sentence_quotes = self.text[here : source.start].lstrip()[:1] in "\"“'‘"
        if inner and not sentence_quotes:
            return next(iter(inner)) if len(inner) == 1 else self._speaker_of_sentence(index, source, earlier, inner)
        # the speaker of the sentence before, else the only person named there; two sentences back at most
        for back in range(index - 1, max(index - 4, -1), -1):
            sentence = self.sentences[back]
            spoken = [
                a for a in recent
                if a.cue is not None and a.source is not None and sentence.start <= a.cue.start < sentence.end
            ]  # fmt: skip
            names_here = {
                n.canonical
                for n in people
                if sentence.start <= n.start < sentence.end and outside_quotes(n) and not is_owner(n)
            }
            speakers = [a.source.name for a in spoken if a.source is not None and not self._embedded(a, spoken)]
            if speakers:
                unique = set(speakers)
                if len(unique) == 1:
                    name = speakers[0]
                    if name is None or not self.is_person(name) or not self._agrees(name, gender):
                        return None if name is None or names_here - {name} else self._only(names_here)
                    return name
                fitting = {s for s in unique if s is not None and self.is_person(s) and self._agrees(s, gender)}
                return next(iter(fitting)) if len(fitting) == 1 and None not in unique else None
            if names_here:
                return self._only(names_here)
            if any(q.start < sentence.end and sentence.start < q.end for q in quoted):
                continue
        return None

    def _only(self, names: set[str]) -> str | None:
        return next(iter(names)) if len(names) == 1 else None

    def is_person(self, canonical: str | None) -> bool:
        return canonical in self.people

    def _embedded(self, attribution: Attribution, others: Sequence[Attribution]) -> bool:
        """Whether it stands inside another's content or clause: ``Lee said Kim argued``, ``…, which Kim regretted``."""
        cue, source = attribution.cue, attribution.source
        if source is not None and _RELATIVE.search(self.text, max(0, source.start - 8), source.start):
            return len(others) > 1
        return cue is not None and any(
            o is not attribution and any(c.contains(cue) for c in o.content) and o.source != attribution.source
            for o in others
        )

    def _speaker_of_sentence(
        self, index: int, source: Span, earlier: Sequence[Attribution], inner: set[str]
    ) -> str | None:
        """With several persons named before the pronoun: the one whose own words it stands in, as their subject."""
        for attribution in reversed(earlier):
            if attribution.cue is None or attribution.source is None or attribution.source.name not in inner:
                continue
            if self._sentence_index(attribution.cue.start) != index:
                continue
            between = {
                n.canonical
                for n in self.names
                if n.kind == "person"
                and attribution.cue.end <= n.start
                and n.end <= source.start
                and n.canonical in inner
            }
            if not between - {attribution.source.name}:
                return attribution.source.name
        return None


def _gender(words: Sequence[str], canonical: Sequence[str]) -> str | None:
    for word in words:
        if word in given_names.MALE_TITLES:
            return "m"
        if word in given_names.FEMALE_TITLES:
            return "f"
    first = next(
        (
            w.lower()
            for w in canonical
            if w.lower().rstrip(".") not in given_names.MALE_TITLES | given_names.FEMALE_TITLES
        ),
        "",
    )
    if len(canonical) < 2:
        return None
    if first in given_names.MALE_NAMES:
        return "m"
    return "f" if first in given_names.FEMALE_NAMES else None


def _utters(text: str, cue: Span) -> bool:
    """Whether the cue reports an utterance, not a thought or an undertaking."""
    readings = [v for w in offices.WORDS.findall(cue.of(text).lower()) for v in cues.VERBS.get(w, ())]
    return not readings or any(v.verb_class not in ("think", "vow", "show") for v in readings)


def name_quotes(text: str, quotes: Sequence[Quote], attributions: Sequence[Attribution]) -> tuple[Quote, ...]:
    """The quotations with the speaker whom the attributions give each of them.

    The innermost utterance that holds the quotation counts: in ``Lee said Kim thinks it "dead"`` the words are Lee's.
    """
    spoken = sorted(
        (c.start, c.end, a.source.name)
        for a in attributions
        if a.source is not None and a.source.name is not None and (a.cue is None or _utters(text, a.cue))
        for c in a.content
    )
    starts = [start for start, _, _ in spoken]
    longest = max((end - start for start, end, _ in spoken), default=0)
    named = []
    for quote in quotes:
        near = spoken[bisect_left(starts, quote.start - longest) : bisect_left(starts, quote.end)]
        holding = [(end - start, start, name) for start, end, name in near if end > quote.start]
        speaker = min(holding)[2] if holding and quote.kind == "speech" else None
        named.append(replace(quote, speaker=speaker) if speaker is not None else quote)
    return tuple(named)
