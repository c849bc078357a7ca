"""Numbers in words and figures: patterns and their values."""

from __future__ import annotations

import re

_UNIT_WORDS = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen"""
_TEN_WORDS = "twenty thirty forty fifty sixty seventy eighty ninety"
_UNITS = {word: value for value, word in enumerate(_UNIT_WORDS.split())}
_TENS = {word: 10 * value for value, word in enumerate(_TEN_WORDS.split(), 2)}
SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "quadrillion": 1e15,
    "dozen": 12.0,
    "score": 20.0,
}
_SHORT_SCALES = {
    "k": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "mln": 1e6,
    "b": 1e9,
    "bn": 1e9,
    "bln": 1e9,
    "t": 1e12,
    "tn": 1e12,
    "trn": 1e12,
}
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125, "⅕": 0.2}
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}

_SMALL = "|".join(sorted((*_UNITS, *_TENS), key=len, reverse=True))
_SCALE = "hundred|thousand|million|billion|trillion|quadrillion|dozen"
# Bounded pieces joined by one or two characters: no pattern here can run away on long input.
WORDS = (
    rf"(?:(?:{_SMALL})\b|(?:a|an|half a|several|a few|a couple of)[ ](?={_SCALE})(?:{_SCALE})\b)"
    rf"(?:(?:[ -]|[ ]and[ ])(?:{_SMALL}|{_SCALE})\b){{0,8}}"
)
FIGURES = (
    r"(?:\d{1,3}(?:,\d{3}){1,5}(?!\d)|\d{1,15}(?!\d))(?:\.\d{1,9})?"
    r"(?:[ -]?[½¼¾⅓⅔⅛⅕]|[ -]\d/\d{1,2}(?![\d/]))?|[½¼¾⅓⅔⅛⅕]"
)
SCALE = rf"(?:{_SCALE})s?\b|(?:mn|mln|bn|bln|tn|trn|[kKmMbB])\b(?!['’])"
SHARE = (
    r"(?:(?P<numerator>one|two|three|four|five|seven|a|\d{1,2})[ -]"
    r"(?P<part>half|third|quarter|fourth|fifth|sixth|eighth|tenth)s?\b"
    r"|(?P<half>half|one half)\b(?![ -](?:a|an)[ ](?:" + _SCALE + r")))"
)
_FIGURE = re.compile(r"(?P<whole>[\d,]+(?:\.\d+)?)?(?:[ -]?(?P<glyph>[½¼¾⅓⅔⅛⅕])|[ -](?P<top>\d)/(?P<bottom>\d{1,2}))?")


def figure(text: str) -> float | None:
    """The value of a number in figures (``1,987``, ``3 1/2``, ``2½``), or ``None``."""
    match = _FIGURE.fullmatch(text)
    if match is None:
        return None
    whole = float(match["whole"].replace(",", "")) if match["whole"] else 0.0
    if match["glyph"]:
        return whole + _FRACTIONS[match["glyph"]]
    if match["top"]:
        bottom = int(match["bottom"])
        return whole + int(match["top"]) / bottom if bottom else None
    return whole


def words(text: str) -> float | None:
    """The value of a number in words (``two hundred and five``, ``half a million``, ``two dozen``), or ``None``."""
    total = current = 0.0
    seen = False
    pieces = text.lower().replace("-", " ").split()
    if pieces[:2] in (["half", "a"], ["half", "an"]) and len(pieces) > 2:
        return 0.5 * SCALES.get(pieces[2], 1.0)
    if pieces[:1] in (["several"],) or pieces[:2] == ["a", "few"]:
        return None
    if pieces[:3] == ["a", "couple", "of"]:
        pieces = ["two", *pieces[3:]]
    for piece in pieces:
        if piece in ("and", "a", "an"):
            continue
        seen = True
        if piece in _UNITS:
            current += _UNITS[piece]
        elif piece in _TENS:
            current += _TENS[piece]
        elif piece in ("hundred", "dozen"):
            current = (current or 1.0) * SCALES[piece]
        elif piece in SCALES:
            total += (current or 1.0) * SCALES[piece]
            current = 0.0
        else:
            return None
    return total + current if seen else None


def scale(text: str) -> float:
    """The factor of a scale word behind a figure (``million``, ``bn``, ``k``)."""
    lower = text.lower().strip()
    return SCALES.get(lower.rstrip("s"), 0.0) or _SHORT_SCALES.get(lower, 1.0)


def share(numerator: str | None, part: str | None) -> float:
    """The value of a fraction in words: ``three-quarters`` → 0.75."""
    if part is None or numerator is None:
        return 0.5
    top = (
        1.0 if numerator.lower() == "a" else (figure(numerator) if numerator[0].isdigit() else words(numerator)) or 1.0
    )
    return top / _PARTS[part.lower()]
