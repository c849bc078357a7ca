"""Whether two sources are one: names and surnames, titles, metonyms, and the words of speaking."""

from __future__ import annotations

import re
from collections.abc import Sequence

from framing.compare import content
from framing.compare.differences.sides import Side
from framing.language.lexicon import lexicon
from framing.types import Attribution, Source, Span

#: Names that stand for one another as sources: a capital, its government and its seat.
METONYMS: tuple[frozenset[str], ...] = tuple(
    frozenset(group.split(", "))
    for group in (
        "kremlin, moscow, russia, russian government, russian officials, russian foreign ministry",
        "white house, washington, united states, us, u.s, america, administration, us government, us officials",
        "downing street, no 10, number 10, london, united kingdom, uk, britain, british government, "
        "british prime minister's office, prime minister's office",
        "élysée, elysee, paris, france, french government",
        "beijing, china, chinese government, chinese foreign ministry",
        "kyiv, kiev, ukraine, ukrainian government, ukrainian officials",
        "berlin, germany, german government",
        "tehran, iran, iranian government",
        "jerusalem, tel aviv, israel, israeli government",
        "brussels, european union, eu, european commission, commission",
        "pentagon, defense department, department of defense, us military",
        "foggy bottom, state department, department of state",
        "justice department, department of justice, doj",
        "capitol hill, congress",
        "vatican, holy see",
        "new delhi, delhi, india, indian government",
        "tokyo, japan, japanese government",
        "ankara, turkey, turkish government",
        "pyongyang, north korea",
        "seoul, south korea",
    )
)
_TITLES = lexicon(
    """
    president vice prime minister chancellor secretary senator sen representative rep governor gov mayor judge
    justice chief director spokesman spokeswoman spokesperson official officials general attorney mr mrs ms dr sir
    lord democrat democratic republican former foreign defense defence house majority minority leader speaker
    chairman chairwoman lawmaker lawmakers envoy ambassador king queen pope professor police officer lt col gen sgt
    capt u.s us d r
    """
)
_GENERIC = lexicon(
    """
    he she they it we i who him her them one some many people those others his their
    """
)
#: Most words of a source that a message repeats.
LONGEST_SOURCE = 8
_FULL_STOP = re.compile(r"(?<=\w\w\w)\.$")
_CUT_BEFORE = re.compile(r"(?:\w|\b[A-Z]\.)$")
_CUT_AFTER = re.compile(r"\w|\.\w")
_ADDRESSED = re.compile(r"\b(Mr|Mrs|Ms)\b")
_SPEAKS = re.compile(
    r"\b(?:said|says|saying|told|tells|claim(?:s|ed|ing)?|accus\w+|alleg\w+|argu(?:e|es|ed|ing)|insist\w*|"
    r"announc\w+|warn\w*|den(?:y|ies|ied|ying)|assert\w*|stat(?:es|ed|ing)|report(?:s|ed|edly)|according to|"
    r"acknowledg\w+|admit\w*|conced\w+|tweet\w*|testif\w+|wrote|writes|vow\w*|promis\w+|pledg\w+|call(?:s|ed|ing) "
    r"(?:for|on|it|the|him|her|them)|"
    r"urg(?:e|es|ed|ing)|demand\w*|suggest\w*|contend\w*|maintain(?:s|ed)|declar\w+|complain\w*|critici[sz]\w+|"
    r"quot(?:e|es|ed|ing)|ask(?:s|ed|ing)|note[sd]|noting|cit(?:e|es|ed|ing)|describ\w+|confirm\w*|disclos\w+|"
    r"reveal\w*|add(?:s|ed|ing)|explain\w*|predict\w*|blam(?:e|es|ed|ing)|prais\w+|dismiss\w*|reject\w*)\b",
    re.IGNORECASE,
)


def speaks(text: str) -> bool:
    """Whether ``text`` tells that somebody said, wrote, denied or accused."""
    return _SPEAKS.search(text) is not None


def inside(side: Side, spans: Sequence[Span], stems: frozenset[str]) -> float:
    """Share of ``stems`` that the words of the sentence within ``spans`` make up; 0 where there are no stems."""
    held = {
        content.stem(w.lower)
        for w in side.words
        if any(span.start <= w.start < span.end for span in spans) and content.stem(w.lower) in stems
    }
    return len(held) / max(1, len(stems))


def called(side: Side, source: Source) -> str | None:
    """How a message names ``source``: by its words, by its name where the words lack it; ``None`` where they are cut.

    A source is cut where its span begins or ends inside a token, as in "a U" of "a U.S. official".
    """
    words = _FULL_STOP.sub("", " ".join(source.span.of(side.text).split()).strip(' ,;:“”"'))
    if source.name and source.name.casefold() not in words.casefold():
        return source.name
    before = side.text[max(0, source.start - 3) : source.start]
    if not words or _CUT_BEFORE.search(before) or _CUT_AFTER.match(side.text, source.end):
        return source.name
    return content.shorten(words, LONGEST_SOURCE)


def covering(side: Side) -> Attribution | None:
    """The attribution that carries the sentence's main content; ``None`` in the outlet's own voice."""
    return side.main[1]


def key(side: Side, source: Source) -> frozenset[str]:
    """The words that tell a source apart: of its resolved name where known, titles and function words left out."""
    words = Span(source.start, source.end).of(side.text)
    named = frozenset(_apart(source.name)) if source.name else frozenset()
    return named or frozenset(_apart(words))


def _apart(name: str) -> list[str]:
    lowered = [w.lower.removesuffix("'s") for w in content.words(name)]
    return [content.stem(w) for w in lowered if w not in content.STOPWORDS and w not in _TITLES and w not in _GENERIC]


def metonym(name: str) -> frozenset[str] | None:
    """The names that stand for the same government or body as ``name``; ``None`` where none is known."""
    plain = re.sub(r"[^\w\s.]+", " ", name.casefold()).removeprefix("the ").strip().rstrip(".")
    return next((group for group in METONYMS if plain in group), None)


def same(a: Side, one: Source, b: Side, other: Source) -> bool:
    """Whether two sources are, or may well be, one: a shared word of the name, or a metonym; not a Mr. and a Ms."""
    first, second = key(a, one), key(b, other)
    addressed = [_ADDRESSED.findall(Span(s.start, s.end).of(side.text)) for side, s in ((a, one), (b, other))]
    if addressed[0] and addressed[1] and ("Mr" in addressed[0]) != ("Mr" in addressed[1]):
        return False
    if not first or not second or first & second:
        return True
    names = [(s.name or Span(s.start, s.end).of(side.text)) for side, s in ((a, one), (b, other))]
    groups = [metonym(name) for name in names]
    return groups[0] is not None and groups[0] is groups[1]


def same_source(bare: Side, sourced: Side, source: Source) -> bool:
    """Whether the sentence of ``bare`` names ``source`` of ``sourced``, by a word of the name or by a metonym."""
    apart = key(sourced, source)
    if apart & bare.stems:
        return True
    group = metonym(source.name or Span(source.start, source.end).of(sourced.text))
    lowered = f" {' '.join(w.lower for w in bare.words)} "
    return group is not None and any(f" {name} " in lowered for name in group)
