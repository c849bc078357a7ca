"""Whether two quantities can be compared, and whether they say the same."""

from __future__ import annotations

import math
from dataclasses import replace

from framing.language.counted import singular
from framing.language.lexicon import lexicon
from framing.types import Quantity

_ALIKE = (
    lexicon(
        """
    people person resident individual others inhabitant citizen civilian victim human
    """
    ),
    lexicon("troop soldier serviceman servicemember personnel fighter force troops"),
    lexicon("vote ballot"),
    lexicon("plane aircraft jet warplane airplane"),
    lexicon("drone uav unmanned"),
    lexicon("job position post"),
    lexicon("case infection"),
    lexicon("country nation state"),
    lexicon("child kid minor"),
    lexicon("lawmaker member mp legislator deputy"),
    lexicon("protester demonstrator marcher"),
    lexicon("home house"),
    lexicon("rocket missile"),
    lexicon("arrest arrested arrestee"),
    lexicon("detained detainee detention"),
    lexicon("dead fatality death"),
)
_PEOPLE = (_ALIKE[0], _ALIKE[1], lexicon("men women children child kid minor guest police staff crew lawmaker"))
_PERSON_ENDINGS = ("er", "or", "ist", "ant", "ent", "ian", "ee", "man", "woman", "goer")
_THINGS = lexicon(
    """
    number dollar quarter letter paper order border tower power computer container printer hour vehicle tanker
    fighter bomber cover chapter offer matter layer trailer filter river lever meter metre litre liter error motor
    factor sector tractor monitor reactor mirror plant restaurant event payment document statement apartment component
    accident incident agreement settlement investment percent cent tent committee employee degree fee tree guarantee
    """
) - {"employee"}
_ABOUT = 0.075  # relative slack of about, some, nearly
_ROUNDING = 0.03  # most that rounding alone may move a figure
_REACH = 2.0  # a writer does not say "more than 1,000" of more than twice as many
_DAYS = {"day": 1.0, "month": 30.44, "year": 365.25, "hour": 1 / 24}


def comparable(a: Quantity, b: Quantity) -> bool:
    """Whether a difference between the two would mean something: same dimension, same or like counted noun.

    Per cent and percentage points are never comparable, nor two currencies; two dates are where both have ISO text of
    the same precision. Counts need nouns that are known on both sides and alike.
    """
    if a.unit == "date" or a.unit == "time":
        return a.unit == b.unit and a.iso is not None and b.iso is not None and len(a.iso) == len(b.iso)
    if a.value is None or b.value is None:
        return False
    if {a.unit, b.unit} == {"share", "percent"}:
        return a.noun is None or b.noun is None or alike(a.noun, b.noun)
    if a.unit in _DAYS and b.unit in _DAYS:
        return (a.noun == "age") == (b.noun == "age")
    if a.unit != b.unit:
        return False
    if a.unit == "count":
        return a.noun is not None and b.noun is not None and alike(a.noun, b.noun)
    return a.noun is None or b.noun is None or alike(a.noun, b.noun)


def alike(a: str, b: str) -> bool:
    """Whether two counted nouns can count the same: one word, like words, or people and what some people are."""
    x, y = singular(a), singular(b)
    if x == y or any(x in group and y in group for group in _ALIKE):
        return True
    return (x in _ALIKE[0] and _is_person(y)) or (y in _ALIKE[0] and _is_person(x))


def people(noun: str) -> bool:
    """Whether a counted noun names people."""
    one = singular(noun)
    return alike("people", noun) or noun.endswith(("men", "women")) or any(one in group for group in _PEOPLE)


def _is_person(noun: str) -> bool:
    """Whether the noun is of a form that names people by what they do or where they belong (passenger, student)."""
    return len(noun) > 4 and noun.endswith(_PERSON_ENDINGS) and noun not in _THINGS


def agree(a: Quantity, b: Quantity) -> bool:
    """Whether two comparable quantities can be the same figure, rounding, approximation and bounds allowed for.

    Not comparable quantities never agree.
    """
    if not comparable(a, b):
        return False
    if a.iso is not None and b.iso is not None:
        return a.iso == b.iso
    one, other = _interval(a), _interval(b)
    if a.bound == b.bound and a.bound in ("at_least", "more_than", "at_most", "less_than"):
        return _rounds(_value(a), _value(b), a, b)  # two bounds on one side: what they say is their figure
    if one[0] <= other[1] and other[0] <= one[1]:
        return True
    return a.bound == b.bound == "exact" and _rounds(_value(a), _value(b), a, b)


def same_figure(a: Quantity, b: Quantity) -> bool:
    """Whether the figures of two quantities can be one though their nouns differ or one lacks its unit."""
    if a.value is None or b.value is None or "date" in (a.unit, b.unit) or "time" in (a.unit, b.unit):
        return False
    if abs(a.value - b.value) <= 0.005 * max(abs(a.value), abs(b.value)):
        return True
    loose = "about" in (a.bound, b.bound) and a.unit == b.unit and {a.bound, b.bound} <= {"about", "exact"}
    return loose and agree(replace(a, noun="thing"), replace(b, noun="thing"))


def _value(quantity: Quantity) -> float:
    value = quantity.value or 0.0
    if quantity.unit == "share":
        return 100 * value
    return value * _DAYS.get(quantity.unit, 1.0)


def _factor(quantity: Quantity) -> float:
    return 100.0 if quantity.unit == "share" else _DAYS.get(quantity.unit, 1.0)


def _interval(quantity: Quantity) -> tuple[float, float]:
    value = _value(quantity)
    slack = abs(value) * _ABOUT
    if quantity.low is not None and quantity.high is not None:
        return quantity.low * _factor(quantity), quantity.high * _factor(quantity)
    if quantity.bound == "about":
        return value - slack, value + slack
    if quantity.bound in ("at_least", "more_than"):
        return value, max(value * _REACH, value)
    if quantity.bound in ("at_most", "less_than"):
        return min(value / _REACH, value), value
    small = abs(value) * 1e-9
    return value - small, value + small


def _rounds(x: float, y: float, a: Quantity, b: Quantity) -> bool:
    if x == y:
        return True
    difference = abs(x - y)
    if difference > _ROUNDING * max(abs(x), abs(y)):
        return False
    # Converted or spread units have no visible last digit; a unit's own rounding covers them.
    if a.unit not in ("count", "percent", "percentage_point") and a.unit != "usd":
        return True
    return difference <= max(half_step(x), half_step(y)) * (1 + 1e-9)


def half_step(value: float) -> float:
    """Half of the last digit that a writer of ``value`` gave: 2,000 → 500, 12 → 0.5, 1.2 → 0.05."""
    if value == 0 or not math.isfinite(value):
        return 0.0
    digits = f"{abs(value):.9g}"
    mantissa, _, exponent = f"{float(digits):.8e}".partition("e")
    significant = mantissa.rstrip("0").rstrip(".")
    places = len(significant.partition(".")[2])
    return float(0.5 * 10.0 ** (int(exponent) - places))
