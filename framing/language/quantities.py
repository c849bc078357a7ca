"""Numbers with what they count: value, unit, counted noun and how exact the writer makes them."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace

from framing.language import dates, numerals, units
from framing.language.counted import counted_noun
from framing.language.measure import agree, comparable, half_step
from framing.types import Quantity, QuantityBound

__all__ = ["agree", "comparable", "find"]

_MODIFIERS: tuple[tuple[QuantityBound, str], ...] = (
    ("at_least", r"at least|no fewer than|no less than|a minimum of|not less than|upwards? of|as many as|as much as"),
    ("at_most", r"up to|at most|no more than|a maximum of|not more than|under no more than"),
    ("more_than", r"more than|over|above|exceeding|in excess of|greater than|well over|well above|north of|topping"),
    (
        "less_than",
        r"less than|fewer than|under|below|almost|nearly|close to|just under|just shy of|not quite|approaching",
    ),
    (
        "about",
        r"about|around|approximately|approx\.?|roughly|some|an estimated|estimated|circa|or so"
        r"|in the region of|an average of",
    ),
)
_BELOW = re.compile(r"(?:just[ ])?(?:almost|nearly|close to|approaching|not quite|just shy of)\b", re.IGNORECASE)
_VOTE = re.compile(r"\b(?:vot(?:e|es|ed|ing)|ballots?|passed|approved|ruled|ruling|majority|decision)\b", re.IGNORECASE)
_WARMING = re.compile(
    r"\b(?:above|below|warm(?:er|ing|ed)?|cool(?:er|ing|ed)|hotter|colder|r[io]se[ns]?|rising|increas\w*|by)\b",
    re.IGNORECASE,
)
_AGE = re.compile(r"\b[A-Z][\w'’-]{1,20},[ ]$")  # Ann Lee, 44,
_NEARLY = 0.925  # what `nearly` leaves open: from here up to the figure itself
_ABOUT_BELOW = frozenset(("almost", "nearly", "close to", "approaching", "not quite", "just shy of"))
_MODIFIER = re.compile(
    r"\b(?:(?:just|well|only)[ ])?(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in _MODIFIERS)
    + r")[ ](?:the[ ]|a[ ])?$",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    rf"(?P<prefix>(?<!\w){units.PREFIX})?(?<![\w.,/])(?:(?P<figure>{numerals.FIGURES})"
    rf"(?:[ -]?(?P<scale>{numerals.SCALE}))?"
    rf"|\b(?P<share>{numerals.SHARE})"
    rf"|\b(?P<words>{numerals.WORDS}))"
    rf"|(?P<vague>\b(?:(?:tens|dozens|hundreds|thousands)[ ]of[ ](?:thousands|millions|billions)"
    rf"|hundreds|thousands|dozens|millions|billions|scores(?=[ ]of[ ]))\b)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\b(?:between|from|anywhere from)[ ]$", re.IGNORECASE)
_JOIN = re.compile(r"(?:[ ]?[-–—][ ]?|[ ](?P<word>and|to|or)[ ]|-(?P<to>to)-)$")
_RATIO = re.compile(r"[ -](?P<word>in|out of)[ -](?:every )?$", re.IGNORECASE)
_LABEL = re.compile(
    r"\b(?:Article|Section|Chapter|Figure|Table|Page|Route|Highway|Interstate|Flight|Apollo|Title|Rule"
    r"|Proposition|Prop\.?|"
    r"Amendment|Channel|Room|Gate|Pier|Level|Phase|Group of|Act|Part|Volume|Boeing|Airbus|Formula|World War|Tier|Step|"
    r"Resolution|Bill|No\.|Nos\.|Number|#|Big|Covid|COVID|Apt\.?|Suite|Catch|iPhone|Windows"
    r"|Type|Zone|Day|Chap\.|Sec\.|Art\.)[ -]?$"
)
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b", re.IGNORECASE)
_ONE_COUNTS = re.compile(
    r"[ ](?:person|people|man|woman|child|boy|girl|soldier|officer|civilian"
    r"|dead|killed|vote|day|week|month|year|hour|million)\b"
)
_KNOTS = re.compile(r"[ -]knots?\b", re.IGNORECASE)
_POUNDS = re.compile(
    r"[ ]pounds?(?=[ ]of[ ](?!(?:(?:public|government|state|their|his|her|new|extra)[ ])?(?:money|cash|debt|funds"
    r"|funding|aid|support|investment|savings|spending|taxpayers?|cuts|damage|revenue|income|profits?|sales|loans?)\b)[a-z])"
    r"|-pound\b(?![ ](?:note|coin|fine|bill|fee|deal|bid))"
)
_POUND = 0.45359237
_OF_ONE = re.compile(r"(?:[ ]of)?[ ](?:an?|one)(?=[ ])|(?=-)")
_ONE_AND = re.compile(
    r"\b(?:an?|one)(?P<unit>[ ](?:hour|day|week|month|year|decade|mile|meter|metre|tonne?))[ ]and[ ]$"
)
_OLD = re.compile(r"\bolds?$", re.IGNORECASE)
_COMPOUND = re.compile(r"-(?P<noun>[a-z]{3,20})\b")  # a 38-word oath
_SCORE = re.compile(r"(?P<a>\d{1,4})[-–](?:to[-–])?(?P<b>\d{1,4})(?![\d-])")


def find(text: str, published: str | None = None) -> tuple[Quantity, ...]:
    """The quantities of ``text`` in order, not overlapping; a span covers the number, its unit and its modifier.

    Units are converted to a base per kind (metres, kg, km2, kph, Celsius; time spans keep year, month, day, hour);
    money keeps its currency. Dates and times of day are included (see ``dates.find``). Numbers that name
    (Article 5, F-16, G7, 9/11, Covid-19) and ordinals are left out. ``published`` is the article's ISO date.
    """
    taken = sorted(dates.find(text, published), key=lambda q: (q.start, -q.end))
    occupied: list[Quantity] = []
    for quantity in taken:
        if not occupied or quantity.start >= occupied[-1].end:
            occupied.append(quantity)
    starts = [quantity.start for quantity in occupied]
    found: list[Quantity] = []
    for match in _NUMBER.finditer(text):
        place = bisect_right(starts, match.end() - 1) - 1
        if place >= 0 and occupied[place].end > match.start():
            continue
        read = _read(text, match)
        if read is None or (place >= 0 and occupied[place].end > read.start):
            continue
        _append(text, found, read, match)
    merged: list[Quantity] = []
    for each in sorted([*occupied, *found], key=lambda q: (q.start, q.end)):
        if not merged or each.start >= merged[-1].end:
            merged.append(each)
    return tuple(merged)


def _read(text: str, match: re.Match[str]) -> Quantity | None:
    start, end = match.span()
    if _names_something(text, match):
        return None
    unit, factor = "count", 1.0
    value: float | None
    figures = match["figure"] is not None
    if figures:
        value = numerals.figure(match["figure"])
        if value is None or _ORDINAL.match(text, end):
            return None
        scale = match["scale"]
        if scale and len(scale) == 1 and not match["prefix"] and not _people_follow(text, end):
            end = match.end("figure")  # 5m is metres unless money or people are counted
        elif scale:
            value *= numerals.scale(scale)
    elif match["share"]:
        value = numerals.share(match["numerator"], match["part"])
        unit = "share"
    elif match["words"]:
        value = numerals.words(match["words"])
    else:
        value = None
    if match["prefix"]:
        unit = units.SYMBOLS[match["prefix"].strip().lower()]
    elif match["vague"] is None:
        measured = _measured(text, end, figures=figures) if unit != "share" else _part_of_one(text, match)
        if measured is not None:
            unit, factor, end = measured
    told = value
    if value is not None and unit not in ("count", "share"):
        change = unit == "fahrenheit" and _WARMING.search(text[max(0, start - 50) : end + 50]) is not None
        value, unit = units.convert(value, unit, factor, change=change)
    if unit == "share" and value is not None and (whole := _one_and(text, start)) is not None:
        start, unit, factor = whole
        value += 1
        value, unit = units.convert(value, unit, factor)
    bound, begin = _bound(text, start)
    noun = _noun(text, start, end, unit)
    if match["words"] and match["words"].lower() == "one" and unit == "count" and not _one_counts(text, match, bound):
        return None
    if value is None and match["vague"] is None and match["words"] is None:
        return None
    if (
        unit == "count"
        and figures
        and _AGE.search(text[max(0, start - 24) : start])
        and text[end : end + 1] in (",", ".")
    ):
        unit, noun = "year", "age"
    if match["vague"] is not None:
        return Quantity(begin, end, None, unit, noun, "about")
    if value is not None and bound == "about" and _BELOW.match(text, begin):
        least = max(_NEARLY, 1 - 1.9 * half_step(told) / told) if told else _NEARLY  # nearly 44 is no flat 43
        return Quantity(begin, end, value, unit, noun, bound, low=value * least, high=value)
    return Quantity(begin, end, value, unit, noun, bound)


def _noun(text: str, start: int, end: int, unit: str) -> str | None:
    """What the number counts: ``word`` of ``a 38-word oath``, people of a crowd ``9,000 strong``, else its noun."""
    compound = _COMPOUND.match(text, end) if unit == "count" else None
    if compound:
        return compound["noun"]
    if unit == "year" and _OLD.search(text, start, end):
        return "age"
    noun = counted_noun(text, start, end, unit)
    return "people" if noun == "strong" else noun


def _measured(text: str, end: int, *, figures: bool) -> tuple[str, float, int] | None:
    """The unit behind a number, pounds of a stuff being a weight: its name, factor and end."""
    knots = _KNOTS.match(text, end)
    if knots is not None:
        return "kph", 1.852, knots.end()
    pounds = _POUNDS.match(text, end)
    if pounds is not None:
        return "kg", _POUND, pounds.end()
    return units.match(text, end, figures=figures)


def _part_of_one(text: str, match: re.Match[str]) -> tuple[str, float, int] | None:
    """The unit that a share is a part of: ``a quarter of a percentage point``, ``half an hour``, ``a half-mile``."""
    one = _OF_ONE.match(text, match.end())
    return _measured(text, one.end(), figures=False) if one is not None else None


def _one_and(text: str, start: int) -> tuple[int, str, float] | None:
    """For ``a half`` in ``an hour and a half``: where the whole begins, its unit and its factor."""
    whole = _ONE_AND.search(text[max(0, start - 24) : start])
    found = units.match(whole["unit"], 0, figures=False) if whole is not None else None
    if whole is None or found is None:
        return None
    return max(0, start - 24) + whole.start(), found[0], found[1]


def _one_counts(text: str, match: re.Match[str], bound: QuantityBound) -> bool:
    return (
        bound != "exact"
        or _ONE_COUNTS.match(text, match.end()) is not None
        or text[match.end() : match.end() + 4] in (" in ", "-in-")
    )


def _people_follow(text: str, end: int) -> bool:
    return re.match(r"[ ][a-z]{3,}s\b|[ ]people\b", text[end : end + 24]) is not None


def _names_something(text: str, match: re.Match[str]) -> bool:
    """Whether the number is part of a name or a label: F-16, Article 5, 9/11, Covid-19, 24/7."""
    start, end = match.span()
    before = text[max(0, start - 16) : start]
    if (
        before[-1:] in "-‐–"
        and before[-2:-1].isalpha()
        and not re.search(r"(?:^|[^\w])(?:mid|pre|post|to|and|a)-$", before)
    ):
        return True
    if before.endswith(("#", "@", "_", "/")) or text.startswith(("_", "@"), end):
        return True
    if match["figure"] and match["figure"].endswith(".0") and re.search(r"[A-Z]\w*[ ]$", before):
        return True  # Windows 2.0
    if match["figure"] and text[end : end + 1] == "/" and text[end + 1 : end + 2].isdigit():
        return True
    if match["figure"] and text[end : end + 1].isalpha() and units.match(text, end, figures=True) is None:
        return not _ORDINAL.match(text, end)
    if match["figure"] and (re.match(r":\d", text[end : end + 2]) or re.search(r"\d:(?:\d{1,3}[-–])?$", before)):
        return True  # chapter and verse, a clock that is no time of day
    return _LABEL.search(before) is not None


def _bound(text: str, start: int) -> tuple[QuantityBound, int]:
    found = _MODIFIER.search(text[max(0, start - 32) : start])
    if found is None:
        return "exact", start
    begin = max(0, start - 32) + found.start()
    for name, _ in _MODIFIERS:
        words = found[name]
        if words:
            if words.lower() in ("as many as", "as much as"):
                return "at_most", begin
            return ("about" if words.lower() in _ABOUT_BELOW else name), begin
    return "exact", start


def _append(text: str, found: list[Quantity], quantity: Quantity, match: re.Match[str]) -> None:
    """Adds a quantity, joining it with the one before where both make a range, a ratio or a score."""
    last = found[-1] if found else None
    between = text[last.end : quantity.start] if last is not None and 0 <= quantity.start - last.end <= 14 else None
    if last is None or between is None or last.value is None or quantity.value is None:
        found.append(quantity)
        return
    ratio = _RATIO.fullmatch(between)
    if ratio and quantity.value > last.value >= 0 and last.unit == "count" and quantity.unit == "count":
        found[-1] = replace(
            quantity, start=last.start, value=last.value / quantity.value, unit="share", bound=last.bound
        )
        return
    join = _JOIN.fullmatch(between)
    same = last.unit in ("count", quantity.unit) and last.unit != "share"
    if join is None or not same:
        found.append(quantity)
        return
    lead = text[max(0, last.start - 16) : last.start]
    framed = _BETWEEN.search(lead)
    falls = quantity.value < last.value and join["word"] != "and" and last.bound == quantity.bound == "exact"
    if match["figure"] and (join["to"] or falls) and last.unit == quantity.unit == "count":
        voted = _VOTE.search(text[max(0, last.start - 60) : quantity.end + 40]) is not None
        found[-1] = replace(last, noun="votes for" if voted else None)
        found.append(replace(quantity, noun="votes against" if voted else None))
        return
    if join["word"] in ("and",) and not (framed and framed.group().lower().startswith("between")):
        found.append(quantity)
        return
    low, high = last.value, quantity.value
    bare = re.search(r"[a-zA-Z]{2,}$", text[last.start : last.end]) is None
    if low < high and bare:
        low = _rescale(text, last, quantity, low)
    if join["word"] == "to" and not framed and not bare and last.unit == quantity.unit != "count":
        found.append(quantity)  # 36 percent to 51 percent: two results
        return
    if low >= high or last.bound not in ("exact", "about"):
        found.append(quantity)
        return
    begin = last.start - len(framed.group()) if framed else last.start
    found[-1] = replace(quantity, start=begin, value=(low + high) / 2, bound="range", low=low, high=high)


def _rescale(text: str, last: Quantity, quantity: Quantity, low: float) -> float:
    """The first figure of ``10-15 km`` or ``$2 to $3 billion`` in the unit and scale of the second."""
    measured = re.search(r"[\d,.]+", text[quantity.start : quantity.end])
    plain = numerals.figure(measured.group().rstrip(".,")) if measured else None
    if plain and quantity.value and low < plain:
        return low * (quantity.value / plain)
    return low
