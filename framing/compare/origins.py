"""Which articles carry the same copy, and how many independent origins stand behind a claim.

Two questions are kept apart:

* *one text?* ``find`` groups articles that carry one text, or one agency's copy of one story. Three mastheads over one
  agency text are one origin; two stories by the same agency are not one text.
* *how many vouch for it?* ``count`` counts the independent reporting organisations behind the members of a claim: the
  agency where there is one, else the outlet, else the piece itself. Articles of one origin count once, two desks of one
  publisher count once, two stories by one agency count once, and a passage that stands word for word in another
  member's article counts once even where the rest of the two articles is each outlet's own.

Copies are found by the containment of word 5-grams (Broder 1997): the share of the shorter text's 5-grams that the
longer one holds. Words in quotation marks do not show common origin by themselves, since two reporters can hear one
sentence, so passages are compared by the words around the quotations.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from framing.compare import content
from framing.config import Config
from framing.language.lexicon import lexicon
from framing.types import Annotation, Article, Member, Place, Span

#: Length in words of the runs that are compared.
GRAM = 5
#: Share of the shorter text that two articles under one agency's name must have in common to be one story.
AGENCY_OVERLAP = 0.3
#: Share of the words outside quotation marks that must be in common too: two reporters can take down one statement.
OWN_OVERLAP = 0.3
#: Share of a sentence's own words (quotations aside) that must stand in the other article to make a shared passage.
PASSAGE = 0.7
#: Fewest own words of a sentence whose repetition is no accident.
PASSAGE_WORDS = 8

_DESKS = lexicon(
    """
    news politics world business sport sports opinion online desk live digital tech science magazine newspaper com
    international us uk asia europe english sunday saturday
    analysis arts board climate comment commentary culture economy editorial editorials education environment features
    health investigations lifestyle markets money technology travel video weekend
    agency newswire co net org
    """
)
#: Words that make no name even together with those of desks: "Daily Sport" and "Daily Science" are two papers.
_GENERAL = _DESKS | lexicon(
    """
    daily weekly monthly morning evening new free popular modern global public local inside radio tv television voice
    """
)
#: Words that the next one belongs to: "Voice of Asia" is no desk of "Voice of".
_BINDING = lexicon("of the and for in on at to south north east west central")
_WEEKEND_EDITION = re.compile(r" on (?:saturday|sunday)$")
_AGENCY_NAMES = {
    "associated press": "ap",
    "agence france presse": "afp",
    "press association": "pa",
    "pa media": "pa",
    "united press international": "upi",
    "deutsche presse agentur": "dpa",
    "thomson reuters": "reuters",
}

Grams = frozenset[tuple[str, ...]]


@dataclass(frozen=True)
class _Sentence:
    span: Span
    grams: Grams
    own_grams: Grams
    own_words: int


@dataclass(frozen=True)
class Copy:
    """The body of an article cut into comparable runs of words."""

    annotation: Annotation

    @cached_property
    def sentences(self) -> tuple[_Sentence, ...]:
        text = self.annotation.article.text
        quoted = [q.span for q in self.annotation.quotes if q.kind == "speech"]
        found = []
        for sentence in self.annotation.sentences:
            if sentence.role != "body":
                continue
            words = content.words(sentence.span.of(text), sentence.start)
            own = [w.lower for w in words if not any(q.start <= w.start < q.end for q in quoted)]
            found.append(_Sentence(sentence.span, _grams([w.lower for w in words]), _grams(own), len(own)))
        return tuple(found)

    @cached_property
    def grams(self) -> Grams:
        """All runs of the body, across the ends of sentences too, so that a short body still has some."""
        text = self.annotation.article.text
        running: list[str] = []
        for sentence in self.annotation.sentences:
            if sentence.role == "body":
                running += [w.lower for w in content.words(sentence.span.of(text))]
        return _grams(running)

    @cached_property
    def sentence_grams(self) -> Grams:
        return frozenset().union(*(s.grams for s in self.sentences)) if self.sentences else frozenset()

    @cached_property
    def own_grams(self) -> Grams:
        return frozenset().union(*(s.own_grams for s in self.sentences)) if self.sentences else frozenset()


def _grams(words: Sequence[str]) -> Grams:
    if not words:
        return frozenset()
    if len(words) < GRAM:
        return frozenset({tuple(words)})
    return frozenset(tuple(words[i : i + GRAM]) for i in range(len(words) - GRAM + 1))


def containment(a: Grams, b: Grams) -> float:
    """Share of the smaller set that the larger one holds, 0 where one is empty."""
    smaller, larger = (a, b) if len(a) <= len(b) else (b, a)
    return len(smaller & larger) / len(smaller) if smaller else 0.0


class Union:
    """Disjoint sets over hashable items, in order of first appearance."""

    def __init__(self, items: Iterable[Hashable]) -> None:
        self._parent: dict[Hashable, Hashable] = {item: item for item in items}

    def find(self, item: Hashable) -> Hashable:
        """The item that stands for the set of ``item``."""
        while self._parent[item] != item:
            self._parent[item] = self._parent[self._parent[item]]
            item = self._parent[item]
        return item

    def join(self, a: Hashable, b: Hashable) -> None:
        """Make one set of the sets of ``a`` and ``b``."""
        self._parent[self.find(b)] = self.find(a)

    def sets(self) -> list[list[Hashable]]:
        """The sets, each in order of appearance, ordered by their first item."""
        found: dict[Hashable, list[Hashable]] = {}
        for item in self._parent:
            found.setdefault(self.find(item), []).append(item)
        order = {item: i for i, item in enumerate(self._parent)}
        return sorted(found.values(), key=lambda items: order[items[0]])


@dataclass(frozen=True)
class Lineage:
    """What is known about where the articles of a comparison come from; made by ``trace``."""

    groups: tuple[tuple[str, ...], ...]
    copies: dict[str, Copy]
    overlaps: dict[tuple[str, str], float]
    _passages: dict[tuple[str, str], tuple[Place, ...]] = field(default_factory=dict)

    def origin(self, article: str) -> tuple[str, ...]:
        """The group of articles that carry the same copy as ``article``, itself included."""
        return next(group for group in self.groups if article in group)

    def shared(self, a: str, b: str) -> tuple[Place, ...]:
        """The passages of article ``a`` that also stand in article ``b``; none where the texts hardly overlap."""
        if (a, b) not in self._passages:
            pair = (a, b) if (a, b) in self.overlaps else (b, a)
            found = shared_passages(self.copies[a], self.copies[b]) if self.overlaps.get(pair) else ()
            self._passages[a, b] = found
        return self._passages[a, b]


def trace(annotations: Sequence[Annotation], config: Config) -> Lineage:
    """The lineage of the articles: which carry one text, and how much each pair overlaps."""
    copies = {a.article.id: Copy(a) for a in annotations}
    overlaps = _overlaps(copies)
    union = Union(copies)
    for (a, b), share in overlaps.items():
        least = AGENCY_OVERLAP if _same_agency(copies[a], copies[b]) else config.origins.containment
        if share >= min(least, config.origins.containment) and _own_overlap(copies[a], copies[b]) >= OWN_OVERLAP:
            union.join(a, b)
    groups = tuple(tuple(str(item) for item in group) for group in union.sets())
    return Lineage(groups, copies, overlaps)


def _same_agency(a: Copy, b: Copy) -> bool:
    """Whether one agency wrote both: credited by two outlets, or credited by one and standing on its own page."""
    one, other = a.annotation.article, b.annotation.article
    return bool(one.agency or other.agency) and organisation(one) == organisation(other)


def _own_overlap(a: Copy, b: Copy) -> float:
    """Containment of the words outside quotation marks; 1 where one of the two has none and so says nothing itself."""
    return containment(a.own_grams, b.own_grams) if a.own_grams and b.own_grams else 1.0


def find(annotations: Sequence[Annotation], config: Config) -> tuple[tuple[str, ...], ...]:
    """Groups of article ids, each the carriers of one text or of one agency's copy; every article is in one group."""
    return trace(annotations, config).groups


def _overlaps(copies: dict[str, Copy]) -> dict[tuple[str, str], float]:
    """Containment of every two articles that share a run of words, by an inverted index over the runs."""
    holders: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for article, copy in copies.items():
        for gram in copy.grams:
            holders[gram].append(article)
    shared: Counter[tuple[str, str]] = Counter()
    for articles in holders.values():
        for i, a in enumerate(articles):
            for b in articles[i + 1 :]:
                shared[a, b] += 1
    sizes = {article: len(copy.grams) for article, copy in copies.items()}
    order = {article: i for i, article in enumerate(copies)}
    ranked = sorted(shared.items(), key=lambda item: (order[item[0][0]], order[item[0][1]]))
    return {(a, b): n / min(sizes[a], sizes[b]) for (a, b), n in ranked}


def shared_passages(a: Copy | Annotation, b: Copy | Annotation) -> tuple[Place, ...]:
    """The sentences of ``a`` whose words, quotations aside, stand in ``b`` too, as places in ``a``.

    A sentence that is nearly all quotation counts as shared only where the whole of it stands in ``b`` and a sentence
    beside it is shared: two outlets may quote one speaker, only copies go on with the same words.
    """
    one = a if isinstance(a, Copy) else Copy(a)
    other = b if isinstance(b, Copy) else Copy(b)
    there, there_own = other.sentence_grams, other.own_grams
    sure = [s.own_words >= PASSAGE_WORDS and _share(s.own_grams, there_own) >= PASSAGE for s in one.sentences]
    likely = [_share(s.grams, there) >= PASSAGE for s in one.sentences]
    article = one.annotation.article.id
    found = []
    for i, sentence in enumerate(one.sentences):
        beside = any(sure[j] for j in (i - 1, i + 1) if 0 <= j < len(sure))
        if sure[i] or (likely[i] and beside):
            found.append(Place(article, sentence.span.start, sentence.span.end))
    return tuple(found)


def _share(grams: Grams, there: Grams) -> float:
    return len(grams & there) / len(grams) if grams else 0.0


def agency(article: Article) -> str | None:
    """The agency's name in a form that compares equal however it is credited, or ``None``."""
    return _house(article.agency) if article.agency else None


def outlet(article: Article) -> str | None:
    """The outlet's name in a form that is equal for its desks ("… News", "… Politics") and its address, or ``None``."""
    return _house(article.outlet) if article.outlet else None


def _house(name: str) -> str:
    """The name of an agency or outlet without desk or trade, unless nothing that is a name would be left."""
    parts = _WEEKEND_EDITION.sub("", _plain(name)).split()
    end = len(parts)
    while end > 1 and parts[end - 1] in _DESKS and parts[end - 2] not in _BINDING:
        end -= 1
    kept = parts if _GENERAL.issuperset(parts[:end]) else parts[:end]
    return _AGENCY_NAMES.get(" ".join(kept), "".join(kept))


def _plain(name: str) -> str:
    words = re.sub(r"[^\w\s]+", " ", name.casefold()).split()
    return " ".join(words[1:] if words[:1] in (["the"], ["www"]) and len(words) > 1 else words)


def organisation(article: Article) -> str:
    """Who did the reporting: the agency, else the outlet, else the piece itself."""
    named = agency(article) or outlet(article)
    return f"house {named}" if named else f"piece {article.id}"


def count(members: Sequence[Member], lineage: Lineage) -> int:
    """How many independent origins stand behind ``members``; 0 for none."""
    return len(set(assign(members, lineage)))


def assign(members: Sequence[Member], lineage: Lineage) -> tuple[int, ...]:
    """For each member the number of its origin: equal numbers are one origin."""
    union = Union(range(len(members)))
    _join_equal(union, [organisation(lineage.copies[m.article].annotation.article) for m in members])
    _join_equal(union, [lineage.origin(m.article) for m in members])
    for i, member in enumerate(members):
        for j, other in enumerate(members):
            if i != j and union.find(i) != union.find(j) and _in_passage(member, other, lineage):
                union.join(min(i, j), max(i, j))
    numbers: dict[Hashable, int] = {}
    return tuple(numbers.setdefault(union.find(i), len(numbers)) for i in range(len(members)))


def _join_equal(union: Union, keys: Sequence[Hashable]) -> None:
    first: dict[Hashable, int] = {}
    for i, key in enumerate(keys):
        union.join(first.setdefault(key, i), i)


def _in_passage(member: Member, other: Member, lineage: Lineage) -> bool:
    return any(place.span.overlaps(member.span) for place in lineage.shared(member.article, other.article))
