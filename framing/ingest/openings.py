"""What stands before a piece's first sentence: bylines, datelines, captions, in any order, on a line or run in."""

from __future__ import annotations

import re
from dataclasses import dataclass

from framing.ingest.dates import MONTH, WEEKDAY, iso_date
from framing.ingest.names import read_byline
from framing.ingest.vocabulary import agency_name, word_set
from framing.types import Region

_PLACE = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’\-]*(?:[ /][A-ZÀ-Þ][A-ZÀ-Þ.'’\-]*){0,4}"
_TITLED = r"[A-ZÀ-Þ][\w.'’\-]+(?:[ /][A-ZÀ-Þ][\w.'’\-]+){0,3}"
_REGION_NAME = r"(?:,\s+[A-Z][\w.]+(?:\s[A-Z][\w.]+){0,2})?"
_DATE = rf"(?i:,?\s+(?:{WEEKDAY},?\s+)?(?:(?:{MONTH})\s+\d{{1,2}}|\d{{1,2}}\s+(?:{MONTH}))(?:,?\s+\d{{4}})?)?"
_AGENCY = r"\s*\((?P<agency>[A-Z][\w.&'’\- /]{1,40}|dpa)\)"
_DASH = r"\s*(?:--+|—|–|-(?=\s)|:(?=\s))"
_DATELINE = re.compile(
    rf"(?:(?i:{_PLACE}|{_TITLED}){_REGION_NAME}{_DATE}{_AGENCY}(?:{_DASH})?"
    rf"|(?-i:{_PLACE}){_REGION_NAME}{_DATE}\s*(?:--+|—|–|-(?=\s))"
    rf"|{_TITLED}{_REGION_NAME},?\s+(?i:(?:{MONTH})\s+\d{{1,2}}"
    rf"|\d{{1,2}}\s+(?:{MONTH}))(?:,?\s+\d{{4}})?\s*(?:--+|—|–|-(?=\s)))(?=\s|$)"
)
_BARE_AGENCY = re.compile(r"\((?P<agency>[A-Z][\w.&'’\- ]{1,30}|dpa)\)\s*(?:--+|—|–|-)\s")
_CITY_COLON = re.compile(  # South Asian papers set a colon; only after cities, or "WATCH:" would be one
    r"(?P<agency>)(?:NEW DELHI|DELHI|MUMBAI|KOLKATA|CHENNAI|BENGALURU|HYDERABAD|ISLAMABAD|LAHORE|KARACHI|DHAKA"
    r"|COLOMBO|KATHMANDU|KABUL"
    r"|DUBAI|DOHA|RIYADH|KUALA LUMPUR|SINGAPORE|MANILA|JAKARTA|BANGKOK|HONG KONG|BEIJING|TOKYO|SEOUL|SYDNEY"
    r"|MOSCOW|KYIV|KIEV|LONDON"
    r"|PARIS|BERLIN|BRUSSELS|GENEVA|VIENNA|ROME|MADRID|WASHINGTON|NEW YORK|JERUSALEM|GAZA|CAIRO|TEHRAN|ANKARA"
    r"|ISTANBUL):(?=\s+[A-Z\"“‘'])"
)
_NOT_PLACES = word_set(
    """
    FILE PHOTO CAPTION BREAKING UPDATE UPDATED OPINION EDITORIAL ANALYSIS EXCLUSIVE WATCH VIDEO LIVE NOTE Q A I
    """
)
_POSITION = re.compile(
    r",\s+(?:(?:far|front|back|second|third|fourth|bottom|top|upper|lower)\s+)?(?:left|right|center|centre"
    r"|second\s+from\s+(?:left|right)"
    r"|third\s+from\s+(?:left|right)|top|bottom|rear|foreground|background)(?:,|\s+and\b)|\((?:left|right"
    r"|center|centre)\)"
)
_PICTURED = re.compile(
    r"\b(?:participates?|attends?|gestures?|speaks?|walks?|poses?|shakes?\s+hands|listens?|looks?\s+on|arrives?"
    r"|delivers?|waves?|"
    r"stands?|sits?|smiles?|reacts?|embraces?|greets?|is\s+seen|are\s+seen|is\s+pictured|are\s+pictured"
    r"|addresses|holds?\s+a|"
    r"prepares?|watch(?:es)?|meets?\s+with|talks?\s+(?:to|with)|appears?|leaves?|boards?|carr(?:y|ies)"
    r"|inspects?|visits?|rises?|burns?)\b"
)
_PHOTO_CREDIT = re.compile(
    r"(?:\((?:[^()\n]{0,60}\b)?(?:AP\s+)?(?:Photo|Photograph|Image|Picture|Pool|Getty|File)\b[^()\n]{0,80}\)"
    r"|(?:Photo(?:graph)?|Image|Picture)(?:\s+(?:credit|by|courtesy(?:\s+of)?)\s*:?"
    r"|\s*:)\s+[^\n.]{2,80}?(?:/\s?\w+)?(?:\.|$)"
    r"|[^\n.]{2,60}/(?:AP|AFP|Reuters|REUTERS|Getty(?:\s+Images)?|EPA|Bloomberg)(?:/\w+|\s+via\s+[\w\s]+)?(?=\s|$))"
)
_FILE = re.compile(r"(?:FILE(?:\s+PHOTO)?|Photo|PHOTO|Caption|CAPTION|Image|Pictured)\s*(?:[-–—:]|--)\s*")
_SENTENCE = re.compile(
    r"(?:[^.!?\n]|\.(?!\s|$)|(?<=\b[A-Z])\.|(?<=\b(?:Mr|Dr|Lt|St|Jr|Sr))\.|(?<=\b(?:Gen|Sen|Rep|Gov|Mrs|Col"
    r"|Sgt))\.)++[.!?][\"'”’)]*"
)
_LONGEST_CAPTION = 420
_SPACE = re.compile(r"\s*")


@dataclass(frozen=True, slots=True)
class Opening:
    """Regions before the first sentence, what they tell, and where the body begins."""

    regions: tuple[Region, ...]
    bylines: tuple[str, ...]
    agency: str | None
    published: str | None
    body: int


def opens_with_dateline(line: str) -> bool:
    """Whether ``line`` begins as a story with a dateline does, with words behind it."""
    found = _dateline(line, 0, len(line))
    return found is not None and bool(line[found.end() :].strip())


def read_opening(text: str, start: int, end: int) -> Opening:
    """What stands between the title and the first sentence of ``text[start:end]``, run in or on lines of its own."""
    regions: list[Region] = []
    bylines: tuple[str, ...] = ()
    agency: str | None = None
    published: str | None = None
    position = _skip(text, start, end)
    for _ in range(8):
        if not bylines and (byline := read_byline(text, position, end, own_line=False)):
            bylines, stop = byline
            stop, told = _byline_tail(text, stop, end)
            agency = agency or told
            regions.append(Region("byline", position, stop))
        elif (caption := _caption(text, position, end)) is not None:
            stop = caption
            regions.append(Region("caption", position, stop))
        elif dateline := _dateline(text, position, end):
            stop = dateline.end()
            agency = agency or agency_name(dateline["agency"] or "") if "agency" in dateline.groupdict() else agency
            published = published or iso_date(dateline[0])
            regions.append(Region("dateline", position, stop))
        else:
            break
        position = _skip(text, stop, end)
    return Opening(tuple(regions), bylines, agency, published, position)


def is_caption(line: str) -> bool:
    """Whether a paragraph as a whole is the caption of a picture."""
    if len(line) > _LONGEST_CAPTION:
        return False
    if _FILE.match(line) or _PHOTO_CREDIT.fullmatch(line.strip("*_ ")):
        return True
    credited = _PHOTO_CREDIT.search(line)
    return (credited is not None and credited.end() >= len(line) - 2) or _looks_like_caption(line)


def _skip(text: str, position: int, end: int) -> int:
    match = _SPACE.match(text, position, end)
    return match.end() if match else position


def _dateline(text: str, start: int, end: int) -> re.Match[str] | None:
    window = min(end, start + 120)
    match = _DATELINE.match(text, start, window) or _BARE_AGENCY.match(text, start, window)
    match = match or _CITY_COLON.match(text, start, window)
    if match is None:
        return None
    first = re.match(r"\w*", match[0])
    if first is not None and first[0] in _NOT_PLACES:
        return None
    agency = match["agency"]
    closed = match[0].rstrip().endswith(("-", "—", "–"))
    if agency and not closed and agency_name(agency) is None:
        return None  # "Smith (Republican) said"
    return match


def _byline_tail(text: str, stop: int, end: int) -> tuple[int, str | None]:
    """The offset behind an agency or role behind the names (", Associated Press", "| Reuters"), and the agency."""
    match = re.compile(
        r"\s*[,|/(·•–—-]\s*(?P<name>(?:The\s+)?(?:Associated\s+Press|AP|Reuters|AFP|Agence\s+France-Presse"
        r"|Bloomberg|dpa|UPI|Staff\s+Writers?|Correspondent))\)?"
    ).match(text, stop, min(end, stop + 60))
    return (match.end(), agency_name(match["name"])) if match else (stop, None)


def _caption(text: str, start: int, end: int) -> int | None:
    """The end of the caption that begins at ``start``: one or two sentences, a picture's words or a credit in them."""
    line_end = text.find("\n", start, end)
    line_end = end if line_end < 0 else line_end
    if is_caption(text[start:line_end]) and line_end < end:
        return line_end
    window = text[start : min(line_end, start + _LONGEST_CAPTION)]
    sentence = _SENTENCE.match(window)
    if sentence is None:
        return None
    stop = sentence.end()
    if _looks_like_caption(sentence[0]) or _FILE.match(window):
        credit = _PHOTO_CREDIT.match(window, _skip(window, stop, len(window)))
        return start + (credit.end() if credit else stop)
    credit = re.compile(r"\s*" + _PHOTO_CREDIT.pattern).match(window, stop)
    if credit is not None and _PICTURED.search(sentence[0]) and credit[0].lstrip().startswith("("):
        return start + credit.end()
    return None


def _looks_like_caption(sentence: str) -> bool:
    return _POSITION.search(sentence) is not None and _PICTURED.search(sentence) is not None
