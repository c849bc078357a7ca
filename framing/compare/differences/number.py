"""number: two figures for one quantity that cannot both be meant.

The quantity is one where the counted thing, or the words around the figures, are the same; whether the figures agree
(units, rounding, "nearly", "at least", ranges) is the matter of ``framing.language.quantities``. Figures for different
outcomes (dead, hurt, missing) or of different wholes (a county, the country) are different quantities and never
differ. A later figure from a later article may be an update rather than a disagreement, and the message says so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations, permutations

from framing.compare import content
from framing.compare.differences.sides import Side, difference
from framing.language import measure
from framing.language.counted import is_plural
from framing.types import Difference, Quantity

#: Words on each side of a figure that tell what it measures.
AROUND = 5
_OUTCOMES = {
    "dead": r"kill(?:s|ed|ing)?|dead|die[sd]?|dying|deaths?|drown(?:ed|ing|s)?|perish(?:ed|es|ing)?|slain|fatalit\w+"
    r"|(?:lost|los(?:es|ing)|took|tak(?:es|ing)|claim(?:s|ed|ing)|cost(?:s|ing)?)[ ](?:their|the|his|her)[ ]"
    r"li(?:ves|fe)|death[ ]toll|toll|murder(?:ed|s|ing)|massacred|executed|bodies",
    "hurt": r"injur\w+|wound(?:ed|s|ing)|hurt(?:ing)?|burn(?:ed|s|t|ing)|hospitali[sz]\w+|in[ ]hospital"
    r"|treat(?:ed|ing)",
    "missing": r"missing|unaccounted[ ]for|disappeared|vanished",
    "ill": r"ill|sick(?:ened|ening|ens)?|infect(?:ed|s|ing|ions?)|poisoned|contracted",
    "held": r"arrest(?:s|ed|ing)?|detain(?:s|ed|ing|ees)|in[ ]custody|jail(?:s|ed|ing)",
    "charged": r"charged|indict(?:ed|s|ing)|accused",
    "displaced": r"displac(?:ed|es|ing)|evacuat(?:ed|es|ing)|homeless|fle(?:d|eing)",
    "saved": r"rescu(?:ed|es|ing)|surviv(?:ed|ors|ing)|alive|saved",
}
_NOUNS = {"dead": "dead", "injured": "hurt", "missing": "missing", "arrested": "held", "arrests": "held",
          "detained": "held", "displaced": "displaced", "survivors": "saved"}  # fmt: skip
_OUTCOME = re.compile(
    rf"\b(?:{'|'.join(f'(?P<{name}>{words})' for name, words in _OUTCOMES.items())})\b", re.IGNORECASE
)
_NEXT_TO = re.compile(r"[ ](?:(?:another|the|a|further|other|its|their)[ ]){0,2}")
_TOLL = re.compile(r"(?:[ ][\w'’-]{1,20}){0,4}?[ ](?:of|to|at|by|reached|hit|passed|stood at)[ ](?:the[ ])?")
_LIVES = re.compile(r"[ ](?:more[ ]|other[ ]|human[ ])?li(?:ves|fe)\b")
_BREAK = re.compile(
    r"[,;:()—–“”]|\b(?:and|but|or|when|while|after|before|as|because|since|where|with|though|compared)\b", re.IGNORECASE
)
_NATIONAL = re.compile(
    r"\b(?:national|nationally|nation-?wide|country-?wide|country['’]s|nation['’]s|population"
    r"|(?:across|throughout|in|of)[ ]the[ ](?:whole[ ]|entire[ ])?(?:country|nation))\b",
    re.IGNORECASE,
)
_LOCAL = re.compile(
    r"\b(?:county|district|region|province|city|basin|town|village|borough|neighbou?rhood|precinct|parish|island)\b",
    re.IGNORECASE,
)
_AGES = re.compile(r"\b(?:under|over|aged|older than|younger than|above|below)[ ](?:age[ ]|the age of[ ])?\d\d\b")
_OF_PLACE = re.compile(r"\b(?:in|across|throughout|within|around|of)[ ](?:the[ ])?$", re.IGNORECASE)
_PARTED = re.compile(r"(?:,[ ])?\b(?:and|but|while|whereas)\b|;", re.IGNORECASE)
_PUT_AT = re.compile(
    r"\b(?:at|to|was|were|is|are|reach(?:ed|es|ing)|hit|total(?:ed|led|s)|number(?:ed|s))[ ]$", re.IGNORECASE
)
_FALL_OR_RISE = re.compile(r"[ ](?P<way>to|from)[ ]")


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity of a side with what its sentence tells of it: the outcome counted and the stems beside it."""

    side: Side
    quantity: Quantity
    outcome: str | None
    around: frozenset[str]


def find(a: Side, b: Side) -> Difference | None:
    """The first pair of figures for one quantity that do not agree; ``None`` if there is none."""
    best = next(iter(pairs(a, b)), None)
    if best is None or best[0] <= 0:
        return None
    near, q, r = best
    return tell(a, q, b, r, min(0.95, 0.5 + 0.5 * near))


def tell(a: Side, q: Quantity, b: Side, r: Quantity, score: float) -> Difference:
    """The difference of two figures."""
    message = f"The figures differ: {a.label} has {a.said(q.span)}, {b.label} has {b.said(r.span)}.{_update(a, b)}"
    return difference("number", a, b, (q.span, r.span), score, message)


def pairs(a: Side, b: Side) -> list[tuple[float, Quantity, Quantity]]:
    """The pairs of figures, one a side, that may stand for one quantity and do not agree; the surest first.

    The number before them is how sure it is that both measure one thing: 0 where no word ties them.
    """
    ones, others = _figures(a), _figures(b)
    swapped = _swapped(ones, others)
    matched = {f.quantity for x in ones for y in others if _agree(x, y) for f in (x, y)}
    found = []
    for x in ones:
        for y in others:
            if x.quantity in matched or y.quantity in matched or not _comparable(x, y) or _no_rivals(x, y):
                continue
            found.append((_near(x, y), x.quantity, y.quantity))
    return swapped + sorted(found, key=lambda pair: -pair[0])


def _figures(side: Side) -> list[Figure]:
    plain = list(side.quantities)
    made = [
        Figure(side, _with_noun(side, plain, at), _outcome(side, plain, at), _around(side, q))
        for at, q in enumerate(plain)
    ]
    return made + [Figure(side, q, None, _around(side, q)) for q in _changes(side)]


def _with_noun(side: Side, figures: Sequence[Quantity], at: int) -> Quantity:
    """A bare count with the noun of its subject: ``put the homes swept away at 2,100`` counts homes."""
    q = figures[at]
    if q.unit != "count" or q.noun is not None or not _PUT_AT.search(side.text[side.span.start : q.start]):
        return q
    begin = max([side.span.start, *(p.end for p in figures[:at])])
    clause = _BREAK.split(side.text[begin : q.start])[-1]
    plural = next((w.lower for w in content.words(clause) if is_plural(w.lower)), None)
    return replace(q, noun=plural) if plural else q


def _changes(side: Side) -> list[Quantity]:
    """What ``from 20 percent to 18 percent`` comes to in percentage points."""
    found = [
        Quantity(q.start, q.end, round(q.high - q.low, 6), "percentage_point")
        for q in side.quantities
        if q.unit == "percent" and q.low is not None and q.high is not None
        if q.bound == "range" and side.text.startswith(("from ", "From "), q.start)
    ]
    for q, r in zip(side.quantities, side.quantities[1:], strict=False):
        between = _FALL_OR_RISE.fullmatch(side.text[q.end : r.start])
        lead = side.text[max(0, q.start - 6) : q.start]
        if between is None or q.value is None or r.value is None or q.unit != "percent":
            continue
        if r.unit in ("percent", "count") and (between["way"] == "from" or lead.endswith(" from ")):
            change = round(abs(q.value - r.value), 6)
            found.append(Quantity(q.start, r.end, change, "percentage_point"))
    return found


def _outcome(side: Side, figures: Sequence[Quantity], at: int) -> str | None:
    """What befell those that a figure counts, by the words next to it in its clause; ``None`` where nothing tells."""
    q = figures[at]
    if q.unit != "count":
        return None
    if q.noun in _NOUNS:
        return _NOUNS[q.noun]
    begin = max([side.span.start, *(p.end for p in figures[:at])])
    end = min([side.span.end, *(p.start for p in figures[at + 1 :])])
    before = _BREAK.split(side.text[begin : q.start])[-1]
    after = _BREAK.split(side.text[q.end : end], maxsplit=1)[0]
    if _LIVES.match(after):
        return "dead"
    return (
        _before(before, _NEXT_TO) or _after(after, q.end + len(after) == end < side.span.end) or _before(before, _TOLL)
    )


def _before(words: str, gap: re.Pattern[str]) -> str | None:
    fitting = [m.lastgroup for m in _OUTCOME.finditer(words) if gap.fullmatch(words, m.end())]
    return fitting[-1] if fitting else None


def _after(words: str, cut: bool) -> str | None:
    """The outcome told behind a figure; a verb right before the next figure (``cut``) belongs to that one."""
    found = _OUTCOME.search(words)
    if found is None or (cut and not words[found.end() :].strip()):
        return None
    return found.lastgroup


def _agree(x: Figure, y: Figure) -> bool:
    """Whether the two can be one figure, though one may lack the unit or the noun."""
    if x.outcome and y.outcome and x.outcome != y.outcome:
        return False
    if measure.same_figure(x.quantity, y.quantity) or measure.agree(x.quantity, y.quantity):
        return True
    return x.outcome is not None and x.outcome == y.outcome and measure.agree(*_as_one(x, y))


def _as_one(x: Figure, y: Figure) -> tuple[Quantity, Quantity]:
    """The two quantities as counts of their outcome."""
    return replace(x.quantity, noun=x.outcome), replace(y.quantity, noun=y.outcome)


def _comparable(x: Figure, y: Figure) -> bool:
    if x.outcome is not None and x.outcome == y.outcome and _loose(x) + _loose(y) > 0:
        return measure.comparable(*_as_one(x, y))
    return measure.comparable(x.quantity, y.quantity)


def _loose(figure: Figure) -> bool:
    """Whether the figure's noun is no more than its outcome."""
    return figure.quantity.noun is None or figure.quantity.noun in _NOUNS


def _no_rivals(x: Figure, y: Figure) -> bool:
    """Whether the two are the same words, different quantities, two parts of a whole, or mere days of the week."""
    q, r = x.quantity, y.quantity
    if q.span.of(x.side.text).casefold() == r.span.of(y.side.text).casefold() or _other_outcome(x, y):
        return True
    if q.unit in ("percent", "share", "count") and _different_wholes(x, y):
        return True
    if q.unit == r.unit == "percent" and q.value is not None and r.value is not None:
        return abs(q.value + r.value - 100) < 0.01
    return q.unit == "date" and _near(x, y) < 0.5


def _other_outcome(x: Figure, y: Figure) -> bool:
    """Whether the two count people of different outcomes, or people of one outcome and people at large."""
    if x.outcome and y.outcome:
        return x.outcome != y.outcome
    nouns = [f.quantity.noun for f in (x, y) if f.outcome]
    return any(noun is None or noun in _NOUNS or measure.people(noun) for noun in nouns)


def _different_wholes(x: Figure, y: Figure) -> bool:
    """Whether one figure is of a part of what the other is of: a county and the country, the young and all."""
    one, other = x.side.member.text, y.side.member.text
    places = _places(x.side), _places(y.side)
    shared = any(p[:5] == q[:5] for p in places[0] for q in places[1])
    national = [_NATIONAL.search(text) is not None for text in (one, other)]
    narrow = [_LOCAL.search(t) is not None or bool(p) for t, p in zip((one, other), places, strict=True)]
    if national[0] != national[1] and not shared and narrow[national[0]]:
        return True
    if x.quantity.unit == "count":
        return False
    if places[0] and places[1] and not shared:
        return True
    return (_AGES.search(one) is None) != (_AGES.search(other) is None)


def _places(side: Side) -> frozenset[str]:
    """The first words of the names that tell where, in lower case."""
    found = set()
    for name in side.names:
        before = side.text[max(side.span.start, name.start - 16) : name.start]
        if name.kind == "place" or _OF_PLACE.search(before):
            found.add(name.span.of(side.text).split()[0].lower())
    return frozenset(found)


def _swapped(ones: Sequence[Figure], others: Sequence[Figure]) -> list[tuple[float, Quantity, Quantity]]:
    """The first figures of two sentences that give the same two figures to each other's thing.

    ``25 percent in the north and 60 in the south`` against ``25 percent in the south and 60 in the north``.
    """
    for a1, a2 in combinations(ones, 2):
        for b1, b2 in permutations(others, 2):
            if not _one_value(a1, b1) or not _one_value(a2, b2) or _one_value(a1, a2):
                continue
            one, two = _apart(a1, a2)
            three, four = _apart(b1, b2)
            if one & four and two & three and not (one & three and two & four):
                return [(0.2, a1.quantity, b2.quantity)]
    return []


def _one_value(x: Figure, y: Figure) -> bool:
    q, r = x.quantity, y.quantity
    return q.value is not None and q.value == r.value and q.unit in ("count", "percent", "share") and q.unit == r.unit


def _apart(x: Figure, y: Figure) -> tuple[frozenset[str], frozenset[str]]:
    """The stems told of each of two figures of a sentence and not of the other."""
    one, other = _piece(x), _piece(y)
    return one - other, other - one


def _piece(figure: Figure) -> frozenset[str]:
    side, q = figure.side, figure.quantity
    begin = max([side.span.start, *(p.end for p in side.quantities if p.end <= q.start)])
    end = min([side.span.end, *(p.start for p in side.quantities if p.start >= q.end)])
    before, after = side.text[begin : q.start], side.text[q.end : end]
    if begin > side.span.start:
        before = _PARTED.split(before)[-1]
    if end < side.span.end:
        after = _PARTED.split(after)[0]
    return content.content_stems(f"{before} {after}")


def _near(x: Figure, y: Figure) -> float:
    """How sure it is that two figures measure one thing: shared words around them, 0 where nothing ties them."""
    common = len(x.around & y.around) / max(1, min(len(x.around), len(y.around)))
    nouns = x.quantity.noun, y.quantity.noun
    if x.outcome is not None and x.outcome == y.outcome and _loose(x) + _loose(y) > 0:
        return max(common, 0.5)
    if nouns[0] and nouns[1]:
        if content.stem(nouns[0]) == content.stem(nouns[1]):
            return max(common, 0.5)
        return max(common, 0.3) if measure.alike(nouns[0], nouns[1]) else 0.0
    return common


def _around(side: Side, quantity: Quantity) -> frozenset[str]:
    inside = [i for i, w in enumerate(side.words) if quantity.start <= w.start < quantity.end]
    if not inside:
        return frozenset()
    near = side.words[max(0, inside[0] - AROUND) : inside[0]] + side.words[inside[-1] + 1 : inside[-1] + 1 + AROUND]
    return frozenset(
        content.stem(w.lower) for w in near if w.lower not in content.STOPWORDS and not w.lower[0].isdigit()
    )


def _update(a: Side, b: Side) -> str:
    one, other = a.annotation.article.published, b.annotation.article.published
    if not one or not other or one == other:
        return ""
    earlier, later = (a, b) if one < other else (b, a)
    return f" {later.label} appeared later than {earlier.label}, so this may be an update and not a disagreement."
