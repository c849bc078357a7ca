"""Dates as news writes them, to ISO days. What cannot be told apart (03/04/2025) stays unknown."""

from __future__ import annotations

import datetime
import re

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)-(\d{1,2})-(\d{1,2})(?!\d)")
_MONTH_FIRST = re.compile(rf"\b({MONTH})\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d)\b", re.IGNORECASE)
_DAY_FIRST = re.compile(rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)?\s+({MONTH}),?\s+((?:19|20)\d\d)\b", re.IGNORECASE)
_SLASHED = re.compile(r"(?<!\d)(\d{1,2})[/.](\d{1,2})[/.]((?:19|20)\d\d)(?!\d)")
_YEAR_FIRST = re.compile(r"(?<!\d)((?:19|20)\d\d)[/.](\d{1,2})[/.](\d{1,2})(?!\d)")


def iso_date(text: str) -> str | None:
    """The first day named in ``text`` as YYYY-MM-DD, or ``None`` where there is none or it is ambiguous."""
    for pattern in (_ISO, _YEAR_FIRST):
        if match := pattern.search(text):
            return _day(int(match[1]), int(match[2]), int(match[3]))
    if match := _MONTH_FIRST.search(text):
        return _day(int(match[3]), _month(match[1]), int(match[2]))
    if match := _DAY_FIRST.search(text):
        return _day(int(match[3]), _month(match[2]), int(match[1]))
    if match := _SLASHED.search(text):
        first, second, year = int(match[1]), int(match[2]), int(match[3])
        if first > 12 or first == second:
            return _day(year, second, first)
        if second > 12:
            return _day(year, first, second)
    return None


def _month(name: str) -> int:
    return 1 + next(number for number, month in enumerate(MONTHS) if month.startswith(name.lower()[:3]))


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None
