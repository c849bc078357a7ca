"""agent: a harm or an act is told without its doer in one article, and the other names who did it.

The hiding side uses the passive without "by"; the naming side has the same act in the active with its doer before it,
or in the passive with "by". Arrests and charges are left out: who arrests and charges goes without saying. The doer
must not stand in the hiding sentence at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from framing.compare import content
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
        "attacks destroyed destroy destroys",
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
    """
)


@dataclass(frozen=True, slots=True)
class _Act:
    group: frozenset[str]
    word: content.Word
    doer: Span | None
    passive: bool


def find(a: Side, b: Side) -> Difference | None:
    """The difference with the side that hides the doer first in ``between``; ``None`` if there is none."""
    return _hidden(a, b) or _hidden(b, a)


def _hidden(hiding: Side, naming: Side) -> Difference | None:
    for act in _acts(hiding):
        if not act.passive or act.doer is not None:
            continue
        for other in _acts(naming):
            if other.doer is None or other.group is not act.group:
                continue
            doer = content.content_stems(other.doer.of(naming.text))
            if not doer or doer & hiding.stems:
                continue
            common = len(hiding.stems & naming.stems)
            if common < 2:
                continue
            here = Span(max(hiding.span.start, act.word.start), act.word.end)
            return difference(
                "agent",
                hiding,
                naming,
                (here, other.doer),
                min(0.9, 0.5 + 0.06 * common),
                f"{naming.label} names who did it, {naming.said(other.doer)}; "
                f"{hiding.label} tells it without the doer: {hiding.said(_phrase(hiding, act))}.",
            )
    return None


def _phrase(side: Side, act: _Act) -> Span:
    index = side.words.index(act.word)
    first, last = max(0, index - 4), min(len(side.words) - 1, index + 4)
    return Span(side.words[first].start, side.words[last].end)


def _acts(side: Side) -> Iterator[_Act]:
    """The acts told in the sentence, outside quotations, with their doer where it stands there."""
    words = side.words
    for i, word in enumerate(words):
        group = _ACT.get(word.lower)
        if group is None or any(q.start <= word.start < q.end for q in side.quotes):
            continue
        if _is_passive(side, i):
            yield _Act(group, word, _by(side, i), passive=True)
        else:
            yield _Act(group, word, _subject(side, i), passive=False)


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
        if words[j].lower == "by":
            end = j + 1
            while end + 1 < min(len(words), j + 5) and not re.search(
                r"[,.;:!?]", side.text[words[end].end : words[end + 1].start]
            ):
                end += 1
            return Span(words[j + 1].start, words[end].end)
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
    return Span(words[j].start, words[j].end) if words[j].lower in _DOERS else None


def _name_at(side: Side, word: content.Word) -> Name | None:
    return next((n for n in side.names if n.start <= word.start < n.end), None)
