"""Who does what to whom: the doer and the sufferer of the verbs of a sentence.

Read are the active ("A rammed B", "A threw stones at B", "A surrendered to B"), the passive ("B was rammed by A") and
the causative ("B had stones thrown at them by A"). No parser is run: a group of words ends at punctuation and at the
next function word, but for a name set off by commas and for a phrase of place within the group.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from framing.compare import content
from framing.compare.differences.sides import Side
from framing.language.lexicon import lexicon
from framing.types import Span

_BASES = lexicon(
    """
    shoot kill attack strike beat defeat invade bomb shell stab accuse blame sue criticize criticise threaten praise
    insult fire push punch kick chase ram rob betray warn call reject dismiss overtake outvote
    """
)
#: Past forms that do not end in "-ed", each line with the base first.
_IRREGULAR = {
    content.stem(form): content.stem(line.split()[0])
    for line in """
        beat beaten
        bite bit bitten
        bind bound
        break broke broken
        bring brought
        buy bought
        catch caught
        draw drew drawn
        drive drove driven
        feed fed
        fling flung
        forgive forgave forgiven
        forsake forsook forsaken
        give gave given
        hit
        hide hid hidden
        hold held
        hurt
        lead led
        leave left
        lend lent
        lose lost
        mislead misled
        overcome overcame
        overrun overran
        overtake overtook overtaken
        overthrow overthrew overthrown
        pay paid
        ride rode ridden
        run ran
        seek sought
        sell sold
        send sent
        shake shook shaken
        shoot shot
        sink sank sunk
        slay slew slain
        spend spent
        spit spat
        steal stole stolen
        strike struck stricken
        sue sued
        sweep swept
        take took taken
        teach taught
        tear tore torn
        throw threw thrown
        win won
        """.splitlines()
    for form in line.split()
}
#: Acts that both do at once, or that say the same either way round ("the bill passed the senate").
_MUTUAL = frozenset(
    content.stem(word)
    for word in lexicon(
        """
        met married wed faced played joined debated dated kissed hugged embraced resembled bordered merged tied matched
        equalled equaled divorced greeted accompanied paired linked connected related compared engaged teamed united
        allied based named called asked added noted followed included passed cleared
        """
    )
)
_BE = lexicon("was were been being is are be got get getting")
_AUXILIARIES = _BE | lexicon("has have had will would could can may might must shall should do does did who that which")
_NEGATIONS = lexicon("not never no nobody none nothing neither cannot without")
_DETERMINERS = lexicon("a an the his her their its our my your this that these those some several many")
_COUNTS = lexicon("one two three four five six seven eight nine ten dozens scores hundreds thousands several")
_OF_GROUP = lexicon("of at from in near on outside inside")
#: Function words beside ``content.STOPWORDS``.
_FUNCTION = content.STOPWORDS | lexicon(
    """
    near outside inside across along around behind beside besides beyond toward towards amid amidst among amongst onto
    within despite past alongside opposite throughout via
    """
)
_PARTICLES = lexicon("out off down over up away back apart aside through")
_LINKS = lexicon("at on upon to into against over from for")
_PRONOUNS = lexicon("them him her it us me themselves himself herself itself")
#: A full stop inside a sentence ends an abbreviation, so it is no mark here.
_STRONG = re.compile(r"[;:!?“”\"()—–]")
_COMMA = re.compile(r"[,;:!?“”\"()—–]")
_REACH = 12


@dataclass(frozen=True, slots=True)
class Roles:
    """The two groups of words round one verb; ``link`` is the particle or preposition that goes with it."""

    verb: str
    link: str
    doer: frozenset[str]
    sufferer: frozenset[str]
    phrase: Span


def verb(word: str) -> str | None:
    """The stem shared by all forms of the verb that ``word`` (lower case) may be; ``None`` if it is none."""
    stem = content.stem(word)
    base = _base(stem)
    if base in _MUTUAL or word in _FUNCTION:
        return None
    regular = word.endswith("ed") and len(word) > 4
    return base if regular or base != stem or base in _BASE_STEMS or stem in _IRREGULAR else None


def _base(stem: str) -> str:
    """The stem of the base of an irregular form, also after a prefix ("outspent"); else ``stem``."""
    for prefix in ("", "out", "over", "under", "re", "mis"):
        rest = stem.removeprefix(prefix)
        if stem.startswith(prefix) and rest in _IRREGULAR:
            return prefix + _IRREGULAR[rest]
    return stem


_BASE_STEMS = frozenset(content.stem(word) for word in _BASES)


def swapped(a: Side, b: Side, least: float) -> tuple[Roles, Roles] | None:
    """The roles on both sides where doer and sufferer of one verb are changed round.

    At least the share ``least`` of the longer sentence's content words must be common.
    """
    one, other = _stems(a), _stems(b)
    if len(one & other) < least * max(len(one), len(other)):
        return None
    theirs = tuple(read(b))
    for here in read(a):
        for there in theirs:
            if (here.verb, here.link) == (there.verb, there.link) and _changed(here, there):
                return here, there
    return None


def _stems(side: Side) -> frozenset[str]:
    return frozenset(_base(stem) for stem in side.stems) - _COUNTS


def _changed(one: Roles, other: Roles) -> bool:
    crossed = one.doer & other.sufferer and one.sufferer & other.doer
    return bool(crossed) and not one.doer & other.doer and not one.sufferer & other.sufferer


def read(side: Side) -> Iterator[Roles]:
    """The roles of each verb of the sentence that stands in it once and is not denied."""
    verbs = [verb(word.lower) for word in side.words]
    for i, stem in enumerate(verbs):
        if stem is not None and verbs.count(stem) == 1 and not _denied(side, i):
            yield from _causative(side, i, stem) or _passive(side, i, stem) or _active(side, i, stem)


def _denied(side: Side, i: int) -> bool:
    before = [w.lower for w in side.words[max(0, i - 3) : i]]
    return any(word in _NEGATIONS or word.endswith("n't") for word in before)


def _causative(side: Side, i: int, stem: str) -> list[Roles]:
    """ "B had stones thrown at them by A"."""
    words = side.words
    had = next((j for j in range(i - 1, max(-1, i - 5), -1) if words[j].lower in {"had", "have", "has"}), None)
    by = _by(side, i)
    if had is None or had == i - 1 or by is None or any(words[j].lower in _BE for j in range(had, i)):
        return []
    link = words[i + 1].lower if words[i + 1].lower in _LINKS | _PARTICLES else ""
    return _roles(side, i, stem, link, _after(side, by + 1), before(side, had))


def _passive(side: Side, i: int, stem: str) -> list[Roles]:
    """ "B was rammed by A", "B, rammed by A"; also without "by", where the doer is not told and nothing is found."""
    words = side.words
    by = _by(side, i)
    if by is None:
        return []
    link = words[i + 1].lower if words[i + 1].lower in _LINKS | _PARTICLES else ""
    return _roles(side, i, stem, link, _after(side, by + 1), before(side, i))


def _active(side: Side, i: int, stem: str) -> list[Roles]:
    """ "A rammed B", "A knocked out B", "A surrendered to B", "A threw stones at B"."""
    words = side.words
    if i and words[i - 1].lower in _BE:
        return []
    doer = before(side, i)
    follows = words[i + 1].lower if i + 1 < len(words) else ""
    link = follows if follows in _LINKS | _PARTICLES else ""
    start = i + 2 if link else i + 1
    found = _roles(side, i, stem, link, doer, _after(side, start))
    end = _end(side, start)
    if not link and end < len(words) and words[end].lower in _LINKS and not _parted(side, i, end):
        found += _roles(side, i, stem, words[end].lower, doer, _after(side, end + 1))
    return found


def _roles(side: Side, i: int, stem: str, link: str, doer: frozenset[str], sufferer: frozenset[str]) -> list[Roles]:
    if not doer or not sufferer:
        return []
    first, last = max(0, i - 3), min(len(side.words) - 1, i + 3)
    return [Roles(stem, link, doer, sufferer, Span(side.words[first].start, side.words[last].end))]


def _by(side: Side, i: int) -> int | None:
    """Index of the "by" that brings in the doer of the verb at ``i``."""
    for j in range(i + 1, min(len(side.words) - 1, i + _REACH)):
        if _STRONG.search(_gap(side, j - 1)) or verb(side.words[j].lower) is not None:
            return None
        if side.words[j].lower == "by":
            return j
    return None


def _gap(side: Side, i: int) -> str:
    """What stands between the words at ``i`` and ``i + 1``; nothing outside the sentence."""
    words = side.words
    return side.text[words[i].end : words[i + 1].start] if 0 <= i < len(words) - 1 else ""


def _parted(side: Side, first: int, last: int) -> bool:
    return any(_COMMA.search(_gap(side, j)) for j in range(first, last))


def before(side: Side, i: int) -> frozenset[str]:
    """The group that ends before the word at ``i``, with a name set off by commas at its end."""
    words = side.words
    j = i - 1
    while j >= 0 and (words[j].lower in _AUXILIARIES or words[j].lower.endswith("ly")) and "," not in _gap(side, j):
        j -= 1
    if j < 0 or _STRONG.search(_gap(side, j)):
        return frozenset()
    found, stop = _group_before(side, j)
    if "," in _gap(side, j) and stop >= 0 and "," in _gap(side, stop):
        found |= _group_before(side, stop)[0]
    return found


def _group_before(side: Side, j: int) -> tuple[frozenset[str], int]:
    """The words of the group that ends at ``j``, and the index of the word before the group."""
    words = side.words
    found: list[str] = []
    while j >= 0:
        lower = words[j].lower
        if lower not in _FUNCTION:
            found.append(content.stem(lower))
        elif lower not in _DETERMINERS | _OF_GROUP | {"and"} or (lower in _OF_GROUP and not found):
            break
        j -= 1
        ended = lower in _DETERMINERS and (j < 0 or words[j].lower not in _OF_GROUP | {"and"})
        if ended or _COMMA.search(_gap(side, j)):
            break
    return frozenset(found) - _COUNTS, j


def _after(side: Side, i: int) -> frozenset[str]:
    """The words of the group that starts at ``i``, with a name set off by a comma after it."""
    words = side.words
    end = last = _end(side, i)
    if last > i and "," in _gap(side, last - 1):
        while last < len(words) and _capital(side, last) and (last == end or not _parted(side, last - 1, last)):
            last += 1
    found = (w.lower for w in words[i:last] if w.lower not in _FUNCTION)
    return frozenset(content.stem(word) for word in found) - _COUNTS


def _capital(side: Side, i: int) -> bool:
    return side.text[side.words[i].start].isupper()


def _end(side: Side, i: int) -> int:
    """Index after the last word of the group that starts at ``i``."""
    words = side.words
    j = i
    while j < len(words) and j - i < 8:
        lower = words[j].lower
        inside = lower not in _FUNCTION or (lower == "and" and j > i)
        if not inside and not (lower in _DETERMINERS and (j == i or words[j - 1].lower == "and")):
            return j
        j += 1
        if _COMMA.search(_gap(side, j - 1)):
            break
    return j
