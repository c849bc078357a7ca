"""Dates and times of day, with ISO text where the day of publication makes them certain."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from framing.types import Quantity

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
_DAYS = {
    name: number
    for number, names in enumerate(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
    for name in names.split()
}
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
_DAY = r"(?:[12]\d|3[01]|0?[1-9])"
_YEAR = r"(?:1[5-9]\d\d|20\d\d|21\d\d)"
_DATE = re.compile(
    rf"""
      \b(?P<iso>{_YEAR}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))\b
    | \b(?P<m1>{_MONTH})[ ](?P<d1>{_DAY})(?:st|nd|rd|th)?(?![\d:%]|,\d{{3}}|\.\d)
        (?:(?:[ ]?[-–—][ ]?|[ ]to[ ])(?P<d1b>{_DAY})(?!\d))?(?:,?[ ](?P<y1>{_YEAR})\b)?
    | \b(?:the[ ])?(?P<d2>{_DAY})(?:st|nd|rd|th)?(?:[-–](?P<d2b>{_DAY}))?[ ](?:of[ ])?(?P<m2>{_MONTH})(?![\w])
        (?:,?[ ](?P<y2>{_YEAR})\b)?
    | \b(?P<m3>{_MONTH})(?:,|[ ]of)?[ ](?P<y3>{_YEAR})\b
    | \b(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b
    | \b(?P<relative>[Yy]esterday|[Tt]oday|[Tt]omorrow|[Tt]onight)\b
    | (?<![\w$€£.,/-])(?P<year>{_YEAR})(?:[-–](?P<year2>(?:20)?\d\d)\b)?(?P<decade>s\b)?
        (?![\w%]|[.,:/-]?\d|[ ](?:people|troops|men|women))
    """,
    re.VERBOSE,
)
_TIME = re.compile(
    r"(?<![\d:.,$])(?P<h>[01]?\d|2[0-4])(?:[:.](?P<m>[0-5]\d))?[ ]?(?P<half>[ap])\.?m\b\.?"
    r"|(?<![\d:.,$])(?P<h24>[01]?\d|2[0-3]):(?P<m24>[0-5]\d)(?![\d:])"
    r"|\b(?P<word>noon|midnight)\b",
    re.IGNORECASE,
)
_FUTURE = re.compile(
    r"\b(?:will|next|upcoming|coming|scheduled|plan(?:s|ned)? to|set to|due|to be|would|expected)\b", re.I
)
_NEXT = re.compile(r"\b(?:next|coming|this coming)\s*$", re.I)


def find(text: str, published: str | None = None) -> Iterator[Quantity]:
    """Dates (unit ``date``) and times of day (unit ``time``, value in minutes after midnight), in no fixed order.

    ``iso`` is a day (``2025-08-15``), a month (``2025-08``), a year (``2014``) or a time (``17:00``); it stays ``None``
    where the words alone, or ``published`` (an ISO date), do not settle it. A day without a year is taken as the one
    nearest to ``published``, a weekday as the last one before it unless the sentence looks ahead.
    """
    day = _published(published)
    for match in _DATE.finditer(text):
        iso = _iso(match, text, day)
        if iso != "":
            yield Quantity(*match.span(), None, "date", iso=iso)
    for match in _TIME.finditer(text):
        minutes = _minutes(match)
        if minutes is not None:
            yield Quantity(*match.span(), float(minutes), "time", iso=f"{minutes // 60 % 24:02d}:{minutes % 60:02d}")


def _published(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _iso(match: re.Match[str], text: str, published: date | None) -> str | None:
    """The ISO text, ``None`` where unknown, or the empty string where the words are no date after all."""
    if match["iso"]:
        return match["iso"]
    if match["year"]:
        return None if match["decade"] or match["year2"] else match["year"]
    if match["m3"]:
        return f"{match['y3']}-{_month(match['m3']):02d}"
    if match["weekday"]:
        return _weekday(_DAYS[match["weekday"].lower()], match, text, published)
    if match["relative"]:
        shift = {"yesterday": -1, "tomorrow": 1}.get(match["relative"].lower(), 0)
        return _shifted(published, shift)
    month = _month(match["m1"] or match["m2"])
    number = int(match["d1"] or match["d2"])
    year = match["y1"] or match["y2"]
    if match["d1b"] or match["d2b"]:
        return None
    if year:
        return _day(int(year), month, number)
    if published is None:
        return None
    near = [_day(published.year + shift, month, number) for shift in (-1, 0, 1) if 1 <= published.year + shift <= 9999]
    days = [date.fromisoformat(iso) for iso in near if iso]
    return min(days, key=lambda d: abs((d - published).days)).isoformat() if days else None


def _month(name: str) -> int:
    return _MONTHS[name.lower().rstrip(".")]


def _day(year: int, month: int, number: int) -> str | None:
    try:
        return date(year, month, number).isoformat()
    except ValueError:
        return None


def _shifted(day: date | None, shift: int) -> str | None:
    if day is None:
        return None
    try:
        return (day + timedelta(days=shift)).isoformat()
    except OverflowError:
        return None


def _weekday(weekday: int, match: re.Match[str], text: str, published: date | None) -> str | None:
    if published is None:
        return None
    before = text[max(0, match.start() - 60) : match.start()]
    before = re.split(r"[.!?\n]", before)[-1]
    back = (published.weekday() - weekday) % 7
    if _NEXT.search(before):
        return _shifted(published, 7 - back if back else 7)
    if _FUTURE.search(before):
        return None
    if re.search(r"\blast\s*$", before, re.I) and back == 0:
        back = 7
    return _shifted(published, -back)


def _minutes(match: re.Match[str]) -> int | None:
    if match["word"]:
        return 720 if match["word"].lower() == "noon" else 0
    if match["h24"]:
        return int(match["h24"]) * 60 + int(match["m24"])
    hour = int(match["h"])
    if not 1 <= hour <= 12:
        return None
    return (hour % 12 + (12 if match["half"].lower() == "p" else 0)) * 60 + int(match["m"] or 0)
