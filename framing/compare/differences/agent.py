"""agent: a harm or an act is told without its doer in one article, and the other names who did it.

The hiding side uses the passive without "by", or lets the instrument stand for the doer ("an airstrike flattened",
"lost an eye to a rubber bullet"); the naming side has the same act in the active with its doer before it, or in the
passive with "by", or says whose the instrument was. Arrests and charges are left out: who arrests and charges goes
without saying. The doer must not stand in the hiding sentence at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from framing.compare import content
from framing.compare.differences import roles
from framing.compare.differences.sides import Side, difference
from framing.language.lexicon import lexicon
from framing.types import Difference, Name, Span

#: Acts that change somebody's lot; words of one group tell of one act.
ACTS: tuple[frozenset[str], ...] = tuple(
    frozenset(group.split())
    for group in (
        "killed kill kills killing slain slaying murdered murder murders shot shoot shoots shooting gunned",
        "wounded wound wounds injured injure injures injuring hurt hurts shot beaten beat assaulted attacked",
        "hit hits struck strike strikes striking bombed bomb bombs bombing shelled shell shelling attacked attack "
        "attacks destroyed destroy destroys flattened flatten leveled levelled razed raze demolished demolish",
        "fired fire fires dismissed dismiss dismisses sacked sack ousted oust ousts removed remove removes forced",
        "deported deport deports expelled expel expels evicted evict removed displaced",
        "banned ban bans blocked block blocks barred bar bars halted halt halts stopped suspended",
        "tear-gassed gassed pepper-sprayed sprayed clubbed dispersed cleared",
        "leaked leak leaks released release releases disclosed disclose revealed reveal published publish obtained",
        "targeted target targets singled scrutinized",
        "hacked hack hacks stolen stole steal breached",
        "appointed appoint appoints named nominated chosen selected picked",
        "rejected reject rejects refused denied vetoed",
        "abducted kidnapped taken tortured raped abused abuse",
        "cut cuts slashed reduced withheld frozen",
    )
)
_ACT = {word: group for group in ACTS for word in group}
_BE = lexicon("was were been being is are be get gets got getting")
_ADVERBS = re.compile(r"(?:not|never|also|first|later|then|reportedly|allegedly|\w+ly)$")
_MARKS = re.compile(r"[,.;:!?“”\"]")
_STOPS = re.compile(r"[.;:!?“”\"]")
_NO_DOER = lexicon(
    """
    who which that it he she they we this these those there and or but to by in on at of for with from as
    """
)

_DOERS = lexicon(
    """
    police officer officers troops soldiers soldier agents agent army forces navy militants rebels gunman gunmen
    attacker attackers militia guards guard deputies deputy prosecutors administration government officials
    authorities regime military commander driver employer company firm bank settlers protesters demonstrators mob
    warplane warplanes jets gunship gunships tanks pilots pilot sniper snipers gunner gunners policeman policemen
    policewoman constable insurgents rebels marines commandos paratroopers militiamen fighters coalition
    """
)
#: What harm is done with: it stands for nobody unless its owner is told.
_MEANS = lexicon(
    """
    airstrike airstrikes air-strike bombardment shelling shell shells bomb bombs bombing missile missiles rocket rockets
    bullet bullets gunfire gunshot gunshots drone drones grenade grenades mortar mortars artillery barrage salvo
    shrapnel projectile projectiles canister canisters torpedo torpedoes munition munitions baton batons blast explosion
    """
)
#: Nor are these doers.
_FORCES = _MEANS | lexicon(
    """
    storm storms flood floods flooding earthquake quake fire wildfire fires avalanche landslide mudslide tornado
    hurricane lightning tree wave waves train car truck bus tram lorry van crash collapse cancer virus disease heat
    cold smoke
    """
)
_LAUNCHED = lexicon("fired launched dropped threw thrown lobbed detonated planted hurled")
_NEGATIONS = lexicon("not never no")


@dataclass(frozen=True, slots=True)
class _Act:
    group: frozenset[str]
    word: content.Word
    doer: Span | None
    hides: bool


def find(a: Side, b: Side) -> Difference | None:
    """The difference with the side that hides the doer first in ``between``; ``None`` if there is none."""
    return _hidden(a, b) or _hidden(b, a) or _unowned(a, b) or _unowned(b, a)


def _hidden(hiding: Side, naming: Side) -> Difference | None:
    for act in _acts(hiding):
        if not act.hides:
            continue
        for other in _acts(naming):
            if other.doer is not None and other.group == act.group and _new(other.doer, hiding, naming):
                return _told(hiding, naming, act.word, other.doer)
    return None


def _unowned(hiding: Side, naming: Side) -> Difference | None:
    """The same instrument stands without its owner on one side and with it on the other."""
    for i in _means(hiding):
        if _owned(hiding, i):
            continue
        stem = content.stem(hiding.words[i].lower)
        for j in _means(naming):
            owner = _owner(naming, j) if content.stem(naming.words[j].lower) == stem else None
            if owner is not None and _new(owner, hiding, naming):
                return _told(hiding, naming, hiding.words[i], owner)
    return None


def _new(doer: Span, hiding: Side, naming: Side) -> bool:
    """Whether the hiding sentence tells of the same and neither the doer nor any other doer of its own."""
    stems = content.content_stems(doer.of(naming.text))
    if not stems or stems & hiding.stems or len(hiding.stems & naming.stems) < 2:
        return False
    return not (hiding.lowered & _DOERS) - naming.lowered


def _told(hiding: Side, naming: Side, word: content.Word, doer: Span) -> Difference:
    here = Span(max(hiding.span.start, word.start), word.end)
    return difference(
        "agent",
        hiding,
        naming,
        (here, doer),
        min(0.9, 0.5 + 0.06 * len(hiding.stems & naming.stems)),
        f"{naming.label} names who did it, {naming.said(doer, 8)}; "
        f"{hiding.label} does not: {hiding.said(_phrase(hiding, word))}.",
    )


def _phrase(side: Side, word: content.Word) -> Span:
    index = side.words.index(word)
    first, last = max(0, index - 4), min(len(side.words) - 1, index + 4)
    return Span(side.words[first].start, side.words[last].end)


def _quoted(side: Side, word: content.Word) -> bool:
    return any(q.start <= word.start < q.end for q in side.quotes)


def _acts(side: Side) -> Iterator[_Act]:
    """The acts told in the sentence, outside quotations and not denied, with their doer where it stands there."""
    words = side.words
    for i, word in enumerate(words):
        stem = roles.verb(word.lower)
        group = _ACT.get(word.lower) or (frozenset({stem}) if stem is not None else None)
        if group is None or _quoted(side, word) or any(w.lower in _NEGATIONS for w in words[max(0, i - 3) : i]):
            continue
        if _is_passive(side, i):
            doer, by_means = _by(side, i), _by_means(side, i)
            hides = by_means or (doer is None and word.lower in _ACT)
            yield _Act(group, word, None if by_means else doer, hides)
        else:
            yield _Act(group, word, _subject(side, i), hides=i > 0 and _bare(side, i - 1))


def _by_means(side: Side, i: int) -> bool:
    """Whether the passive verb at ``i`` is followed by "by" and an instrument of nobody's."""
    words = side.words
    by = next((j for j in range(i + 1, min(i + 9, len(words))) if words[j].lower == "by"), None)
    return by is not None and any(_bare(side, j) for j in range(by + 1, min(by + 5, len(words))))


def _bare(side: Side, i: int) -> bool:
    return side.words[i].lower in _MEANS and not _owned(side, i)


def _means(side: Side) -> list[int]:
    return [i for i, w in enumerate(side.words) if w.lower in _MEANS and not _quoted(side, w)]


def _owned(side: Side, i: int) -> bool:
    """Whether the instrument at ``i`` may belong to somebody told: any owner, name or capital before it, or "by"."""
    words = side.words
    start = _modifiers(side, i)
    before = words[start:i]
    if any(_owns(side, w) or side.text[w.start].isupper() for w in before if w.lower not in content.STOPWORDS):
        return True
    after = [w.lower for w in words[i + 1 : i + 5]]
    return "by" in after or "from" in after or any(w.lower in _LAUNCHED for w in words[max(0, start - 2) : start])


def _owner(side: Side, i: int) -> Span | None:
    """Whose the instrument at ``i`` is: "a policeman's bullet", "a shell fired by rebels", "rebels fired the shell"."""
    words = side.words
    start = _modifiers(side, i)
    owning = [w for w in words[start:i] if _owns(side, w)]
    if owning:
        return Span(owning[0].start, owning[-1].end)
    launched = next((j for j in range(start - 1, max(-1, start - 3), -1) if words[j].lower in _LAUNCHED), None)
    if launched is not None:
        return _subject(side, launched)
    if i + 2 < len(words) and (words[i + 1].lower == "by" or words[i + 1].lower in _LAUNCHED):
        return _by(side, i)
    return None


def _modifiers(side: Side, i: int) -> int:
    """Index of the first word of the group that ends in the instrument at ``i``."""
    j = i
    words = side.words
    while j > 0 and i - j < 4 and not _MARKS.search(side.text[words[j - 1].end : words[j].start]):
        lower = side.words[j - 1].lower
        if lower in content.STOPWORDS or lower in _LAUNCHED or roles.verb(lower) is not None:
            break
        j -= 1
    return j


def _owns(side: Side, word: content.Word) -> bool:
    return word.lower.endswith(("'s", "s'")) or word.lower in _DOERS or _name_at(side, word) is not None


def _is_passive(side: Side, i: int) -> bool:
    words = side.words
    j = i - 1
    while j >= 0 and i - j <= 3 and _ADVERBS.match(words[j].lower):
        j -= 1
    return j >= 0 and words[j].lower in _BE and not _STOPS.search(side.text[words[j].end : words[i].start])


def _by(side: Side, i: int) -> Span | None:
    """The words after "by" within eight words of a passive verb, up to the next stop."""
    words = side.words
    for j in range(i + 1, min(i + 9, len(words) - 1)):
        if _STOPS.search(side.text[words[i].end : words[j].start]):
            return None
        if words[j].lower != "by" and roles.verb(words[j].lower) is not None and j > i + 1:
            return None  # the "by" of another act
        if words[j].lower == "by":
            end = j + 1
            while end + 1 < min(len(words), j + 5) and not re.search(
                r"[,.;:!?]", side.text[words[end].end : words[end + 1].start]
            ):
                end += 1
            doer = Span(words[j + 1].start, words[end].end)
            return None if _force(side, j + 1, end) else doer
    return None


def _subject(side: Side, i: int) -> Span | None:
    """The name or noun that stands right before an active verb, with only auxiliaries and adverbs between."""
    words = side.words
    j = i - 1
    while j >= 0 and (
        words[j].lower in {"has", "have", "had", "will", "would", "who"} or _ADVERBS.match(words[j].lower)
    ):
        j -= 1
    if j < 0 or words[j].lower in _NO_DOER or words[j].lower in content.STOPWORDS:
        return None
    if re.search(r"[.;:!?“”\"]", side.text[words[j].end : words[i].start]):
        return None
    name = _name_at(side, words[j])
    if name is not None:
        return name.span
    if words[j].lower not in _DOERS:
        return None
    first = _modifiers(side, j)
    return Span(words[first].start, words[j].end)


def _force(side: Side, first: int, last: int) -> bool:
    """Whether the words name a thing or a force of nature and nobody whose it is."""
    words = side.words[first : last + 1]
    return any(w.lower in _FORCES for w in words) and not any(_owns(side, w) for w in words)


def _name_at(side: Side, word: content.Word) -> Name | None:
    return next((n for n in side.names if n.start <= word.start < n.end), None)
