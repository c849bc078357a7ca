"""Units of measure and money: the words for them and how they convert to the base unit of their kind."""

from __future__ import annotations

import re

from framing.language.lexicon import lexicon

# word -> (unit name, factor to the base); temperature is handled by ``convert``.
_UNITS: dict[str, tuple[str, float]] = {}


def _add(unit: str, factor: float, names: str) -> None:
    for name in names.split("|"):
        _UNITS[name] = (unit, factor)


_add("percent", 1, "%|percent|per cent|pct")
_add("percentage_point", 1, "percentage point|percentage points|percentage-point|pp|ppt|ppts|pct pts")
_add("basis_point", 1, "basis point|basis points|basis-point|bps")
_add("m", 1000, "km|kms|kilometer|kilometers|kilometre|kilometres")
_add("m", 1609.344, "mile|miles|mi")
_add("m", 1, "m|meter|meters|metre|metres")
_add("m", 0.01, "cm|centimeter|centimeters|centimetre|centimetres")
_add("m", 0.001, "mm|millimeter|millimeters|millimetre|millimetres")
_add("m", 0.3048, "ft|foot|feet")
_add("m", 0.0254, "inch|inches")
_add("m", 0.9144, "yard|yards|yd|yds")
_add("m", 1852, "nautical mile|nautical miles")
_add("km2", 1, "km²|km2|sq km|sq. km|square km|square kilometer|square kilometers|square kilometre|square kilometres")
_add("km2", 2.589988, "sq mi|sq. mi|square mile|square miles|mi²")
_add("km2", 1e-6, "m²|m2|sq m|square meter|square meters|square metre|square metres")
_add("km2", 9.290304e-8, "sq ft|sq. ft|square foot|square feet")
_add("km2", 0.004046856, "acre|acres")
_add("km2", 0.01, "hectare|hectares|ha")
_add("kg", 1, "kg|kgs|kilo|kilos|kilogram|kilograms|kilogramme|kilogrammes")
_add("kg", 0.001, "g|gram|grams|gramme|grammes")
_add("kg", 1000, "t|tonne|tonnes|metric ton|metric tons|ton|tons")
_add("kg", 0.45359237, "lb|lbs|pound weight")
_add("kg", 0.02834952, "oz|ounce|ounces")
_add("kph", 1, "km/h|kph|kmh|kilometers per hour|kilometres per hour|kilometers an hour|kilometres an hour")
_add("kph", 1.609344, "mph|miles per hour|miles an hour")
_add("celsius", 1, "°c|degrees celsius|degrees centigrade|℃")
_add("fahrenheit", 1, "°f|degrees fahrenheit|℉")
_add("degree", 1, "degree|degrees|°")
_add("mw", 1, "mw|megawatt|megawatts")
_add("mw", 1000, "gw|gigawatt|gigawatts")
_add("magnitude", 1, "magnitude")
_add("litre", 1, "liter|liters|litre|litres")
_add("litre", 3.785412, "gallon|gallons")
_add("barrel", 1, "barrel|barrels|bpd")
_add("year", 1, "year|years|yr|yrs|year-old|years-old|years old|year old")
_add("year", 10, "decade|decades")
_add("year", 100, "century|centuries")
_add("day", 1, "day|days")
_add("day", 7, "week|weeks")
_add("day", 14, "fortnight")
_add("month", 1, "month|months")
_add("hour", 1, "hour|hours|hr|hrs")
_add("hour", 1 / 60, "minute|minutes|min|mins")
_add("hour", 1 / 3600, "second|seconds")

_CURRENCY_WORDS = {
    "usd": "dollar|dollars|u.s. dollars|us dollars|usd",
    "eur": "euro|euros|eur",
    "gbp": "pounds|pounds sterling|sterling|gbp|quid",
    "jpy": "yen|jpy",
    "rub": "ruble|rubles|rouble|roubles|rub",
    "uah": "hryvnia|hryvnias|hryvnya|uah",
    "cny": "yuan|renminbi|cny|rmb",
    "inr": "rupee|rupees|inr",
    "chf": "swiss francs|francs|chf",
    "ils": "shekel|shekels",
    "krw": "won",
    "try": "lira|liras",
    "mxn": "pesos|peso",
    "sek": "kronor|krona|kroner",
    "usd_cent": "cents|cent",
}
_CENT = "usd_cent"
for _code, _names in _CURRENCY_WORDS.items():
    _add("usd" if _code == _CENT else _code, 0.01 if _code == _CENT else 1, _names)

SYMBOLS = {
    "$": "usd", "us$": "usd", "u.s.$": "usd", "€": "eur", "£": "gbp", "¥": "jpy", "₽": "rub", "₴": "uah", "₹": "inr",
    "₩": "krw", "₪": "ils", "₺": "try", "a$": "aud", "au$": "aud", "c$": "cad", "ca$": "cad", "hk$": "hkd",
    "nz$": "nzd", "s$": "sgd", "r$": "brl", "usd": "usd", "eur": "eur", "gbp": "gbp", "chf": "chf",
}  # fmt: skip
PREFIX = r"(?:(?:US|U\.S\.|AU?|CA?|HK|NZ|S|R)?\$|[€£¥₽₴₹₩₪₺]|(?:USD|EUR|GBP|CHF)[ ]?)"
CURRENCIES = frozenset(SYMBOLS.values()) | (frozenset(_CURRENCY_WORDS) - {_CENT})
DURATIONS = lexicon("year month day hour")

_names_by_length = sorted(_UNITS, key=len, reverse=True)
_alphabetic = "|".join(re.escape(n).replace(r"\ ", "[ -]") for n in _names_by_length if n[-1].isalpha())
_symbols = "|".join(re.escape(n).replace(r"\ ", " ") for n in _names_by_length if not n[-1].isalpha())
# Short letters (m, t, g, b) count as units only right behind a figure, which the caller's pattern guarantees.
UNIT = re.compile(rf"[ -]?(?:(?P<word>{_alphabetic})(?![\w/²])|(?P<symbol>{_symbols}))", re.IGNORECASE)
_SHORT = lexicon("m t g mi ha min ft second won sterling")


def match(text: str, at: int, *, figures: bool) -> tuple[str, float, int] | None:
    """The unit that starts at ``at`` (one space or hyphen allowed): its name, factor and end, or ``None``.

    ``figures`` tells whether the number before it is in figures: one-letter units follow figures only.
    """
    found = UNIT.match(text, at, at + 32)
    if found is None:
        return None
    word = (found["symbol"] or found["word"]).lower().replace("-", " ")
    entry = _UNITS.get(word) or _UNITS.get((found["symbol"] or found["word"]).lower())
    if entry is None or (word in _SHORT and not figures and len(word) <= 2):
        return None
    if len(word) <= 2 and word.isalpha() and found.group()[-len(word) :].isupper() and word not in ("mw", "gw", "km"):
        return None
    return entry[0], entry[1], found.end()


def convert(value: float, unit: str, factor: float, *, change: bool = False) -> tuple[float, str]:
    """The value in the base unit of its kind, and that unit's name; ``change`` marks a difference of temperatures."""
    if unit == "fahrenheit" and change:
        return round(value * 5 / 9, 4), "celsius"
    if unit == "fahrenheit":
        return round((value - 32) * 5 / 9, 4), "celsius"
    if unit == "basis_point":
        return value / 100, "percentage_point"
    converted = value * factor
    return (round(converted, 9) if factor < 1 else converted), unit
