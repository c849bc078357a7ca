"""Lines that stand round articles: navigation, share words, times, outlets, credits. What kind is a line?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from framing.ingest.dates import MONTH, WEEKDAY, iso_date
from framing.ingest.names import read_byline
from framing.ingest.vocabulary import (
    CERTAIN_AGENCIES,
    SECTIONS,
    agency_name,
    is_known_outlet,
    is_masthead,
    outlet_name,
    sounds_like_press,
)

_NAVIGATION = re.compile(
    r"""(?:
      (?:no\ comments?\ yet|be\ the\ first\ to\ comment|(?:leave|post|add|write)\ a\ comment|comments?(?:\ \(?\d+\)?)?
        |\d+\ comments?|(?:show|view|see|hide|read)\ (?:all\ )?(?:\d+\ )?comments?|join\ the\ (?:conversation
          |discussion)
        |log\ ?in\ to\ comment|comments?\ (?:are\ )?(?:closed|off|disabled))
      |hash\ ?tags?|(?:\#\w+[\s,]*)+|tags?:?|topics?:?|(?:tags|topics|filed\ under|more\ on|categories
        |keywords):\s.{1,120}
      |(?:share|tweet|pin|email|print|save|copy|like|follow|bookmark|listen|watch|play|pause|mute|subscribe|reply
        |report)
        (?:\ (?:this|the|to|on|via|with|us|me|by|in|now|article|story|page|link|post|friends|full|screen|
             facebook|x|twitter|whatsapp|linkedin|reddit|telegram|email|e-mail|instagram|youtube|google\ news))*
      |(?:facebook|twitter|x|whatsapp|linkedin|reddit|telegram|e-?mail|instagram|youtube|pinterest|threads|bluesky
        |messenger
         |copy\ link|link\ copied|print|rss)(?:[\s|·•,/]+(?:facebook|twitter|x|whatsapp|linkedin|reddit|telegram
           |e-?mail
         |instagram|youtube|pinterest|threads|bluesky|messenger|copy\ link|print|rss))*
      |(?:skip\ to\ (?:main\ )?content|(?:open|close|toggle)?\ ?(?:main\ )?(?:menu|navigation)|search|sign\ (?:in|up
        |out)|log\ ?(?:in|out)|register
         |my\ account|back\ to\ (?:top|home(?:page)?)|home(?:\ ?page)?|previous(?:\ (?:article|story|page))?
           |next(?:\ (?:article|story|page))?
         |load\ more|show\ more|show\ less|see\ (?:all|more)|view\ (?:all|more)|all\ (?:news|stories)|loading\W*)
      |(?:advertisement|advertising|ad|sponsored(?:\ content)?|promoted(?:\ content)?|paid\ post
        |story\ continues\ below(?:\ (?:this\ )?ad(?:vertisement)?)?
         |article\ continues\ (?:after|below)\ (?:this\ )?ad(?:vertisement)?|scroll\ to\ continue(?:\ reading)?
           |report\ (?:this\ )?ad)
      |(?:accept|reject|manage)\ (?:all\ )?cookies|cookie\ (?:policy|settings|preferences)|we\ use\ cookies\b.{0,200}
      |privacy(?:\ policy)?|terms(?:\ (?:of|and)\ \w+)*|contact(?:\ us)?|about(?:\ us)?|careers|help|faq
        |advertise(?:\ with\ us)?|newsletters?
      |(?:get|download|try|open)\ (?:the|our)\ .{0,40}\bapps?\b.{0,60}
      |(?:try|explore|discover|unlock|meet)\ (?:our|what|the)?\ ?.{0,40}\b(?:ai|a\.i\.)\b.{0,60}
      |(?:summari[sz]e|translate|listen\ to)\ (?:this\ )?(?:article|story|page|with\ ai).{0,30}
        |ai(?:-generated)?\ summary|ask\ ai\b.{0,40}
      |(?:sign\ up|subscribe|register)\ (?:for|to|now|here|today)\b.{0,160}|get\ (?:the|our
        |more)\ .{0,80}\b(?:newsletter|inbox|email|alerts?)\b.{0,80}
      |(?:follow|like|find)\ us\ on\b.{0,80}|follow\ @?\w+\ on\ (?:x|twitter|facebook|instagram)\b.{0,40}
      |\d+\s*(?:min(?:ute)?s?|mins?\.)\s*(?:read|listen)|(?:reading|read)\ time\b.{0,30}|\d[\d,.]*k?\ (?:views?
        |shares?|likes?|reads?|followers?)
      |(?:photo|image|video|slide)\ \d+\ (?:of|/)\ \d+|\d+\ ?/\ ?\d+|(?:page\ )?\d+\ of\ \d+|page\ \d+
      |(?:related|recommended|trending|popular|latest|top|more|most|other|similar|further)\ ?(?:read|viewed|popular
        |shared|commented)?[ ]
         (?:articles?|stories|news|topics|posts|videos?|coverage|content|reads?|reading|links?|now
           |headlines)(?:\ for\ you)?:?
      |most\ (?:read|popular|viewed|shared|recent):?|(?:trending|recommended)(?:\ (?:now|for\ you|today))?:?
        |you\ (?:may|might)\ (?:also\ )?(?:like|be\ interested\ in).{0,20}
      |more\ from\ .{2,60}|more\ in\ .{2,40}|read\ (?:more|next|also|full\ (?:story|article))(?:\b.{0,140})?
        |also\ read\b.{0,140}|see\ also\b.{0,140}
      |(?:keep|continue)\ reading\b.{0,80}|up\ next:?|what\ to\ read\ next:?|don['’]t\ miss:?.{0,80}
        |editors?['’]?s?\ (?:picks?|choice):?|in\ this\ (?:article|story|section):?
      |around\ the\ web:?|from\ (?:the|our)\ (?:web|partners):?|(?:click|tap)\ here\b.{0,80}|(?:start
        |get)\ your\ (?:free\ )?trial\b.{0,60}
      |(?:this\ )?video\ (?:cannot|can['’]t)\ be\ played|(?:to\ play\ this\ video|please\ enable)\b.{0,80}
        |your\ browser\ does\ not\ support\b.{0,60}
      |source\ link|original\ (?:article|source|link)|view\ (?:original|source).{0,30}
    )[\s.:!…»›>→]*""",
    re.IGNORECASE | re.VERBOSE,
)
_CLOSERS = re.compile(
    r"""(?:hash\ ?tags?|(?:\#\w+[\s,]*)+|comments?(?:\ \(?\d+\)?)?|\d+\ comments?|no\ comments?\ yet
      |be\ the\ first\ to\ comment
      |(?:leave|post|add|write)\ a\ comment|join\ the\ (?:conversation|discussion)|(?:tags|topics|filed\ under):.*
      |\#{3,}|-\s?30\s?-|ends?|\(ends?\)|—\s?ends?\s?—)[\s.:!…]*""",
    re.IGNORECASE | re.VERBOSE,
)
_MENU_OF_STORIES = re.compile(
    r"(?:related|recommended|trending|popular|latest|top|more|most|other|similar|you (?:may|might)|read next"
    r"|up next|what to read|editors?['’]?)\b",
    re.IGNORECASE,
)
_RULE = re.compile(r"(?:[-=_*~#•·⸻–—]\s?){3,}$")
_AGO = (
    r"(?:(?:\d{1,3}|an?|one|two|three|few)\+?\s*(?:seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|hr|h|days?"
    r"|d|weeks?|wks?|w|months?|mos?|years?|yrs?|y)\.?\s+ago|just\s+now|yesterday|today|\d{1,2}\s?(?:h|m"
    r"|d))"
)
_CLOCK = (
    r"(?:\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?)(?:\s*\(?(?:[A-Z]{2,5}"
    r"|[+-]\d{2}:?\d{2})\)?)?"
)
_DAY = (
    rf"(?:(?:{WEEKDAY},?\s+)?(?:{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?|\d{{1,2}}(?:st|nd|rd"
    rf"|th)?\s+{MONTH}(?:,?\s+\d{{4}})?)|\d{{4}}-\d{{1,2}}-\d{{1,2}}(?:T[\d:.]+(?:Z|[+-][\d:]+)?)?"
    rf"|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}|\d{{4}}[/.]\d{{1,2}}[/.]\d{{1,2}})"
)
_WHEN = re.compile(
    rf"(?:(?:first\s+)?(?:published|posted|updated|last\s+(?:updated|modified)|modified|date|created"
    rf"|issued)(?:\s+(?:on|at))?:?\s*)?"
    rf"(?:{_AGO}|{_DAY}(?:\s*(?:,|at|\||-|–|—)?\s*{_CLOCK})?|{_CLOCK}(?:\s*(?:,|on|\||-|–|—)?\s*{_DAY}))",
    re.IGNORECASE,
)
_RECENT = re.compile(r"\bago\b|\bjust\s+now\b|^(?:yesterday|today)$|^\d+\s?[hm]$", re.IGNORECASE)
_SOURCE = re.compile(
    r"(?:source|from|via|outlet|publisher|publication|published\s+(?:by|in)|originally\s+(?:published"
    r"|appeared)\s+(?:in|on|by|at)|courtesy\s+of)\s*:?\s+(?=\S)",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"from\s*:|(?:source|outlet|publisher|publication|published\s+(?:by|in)|originally|via)\b", re.IGNORECASE
)
_PARTS = re.compile(r"\s*[·•|]\s*|\s+[-–—/]\s+|\s{3,}|\t+")
_MARKER = re.compile(
    r"(?:article|text|story|piece|source|document|item)\s+(?:no\.?\s*)?(?:\d{1,3}|[A-J]|one|two|three|four|five"
    r"|six)\s*[:.)]?$",
    re.IGNORECASE,
)
_BRACKETED_SECTION = re.compile(r"\s*\(([A-Za-z\-]{4,14})\)")
_READ_TIME = re.compile(r"\d+\s*(?:min(?:ute)?s?\.?)\s*(?:read|listen)", re.IGNORECASE)
MAX_FURNITURE = 240


@dataclass(frozen=True, slots=True)
class Slug:
    """What a line of metadata says: who carries the piece, who wrote it, when; ``is_recent`` for "2 hours ago"."""

    outlet: str | None = None
    agency: str | None = None
    bylines: tuple[str, ...] = ()
    published: str | None = None
    has_time: bool = False
    labelled: bool = False
    is_recent: bool = False


def is_rule(line: str) -> bool:
    """Whether the line is a horizontal rule."""
    return _RULE.fullmatch(line) is not None


def is_marker(line: str) -> bool:
    """Whether the line numbers the pieces of a page: "Article 2"."""
    return _MARKER.fullmatch(line.strip("#*=-– ")) is not None


def is_navigation(line: str) -> bool:
    """Whether the whole line is navigation, sharing, comments, advertising or a list's heading."""
    return len(line) <= MAX_FURNITURE and _NAVIGATION.fullmatch(line.strip("*_#>[]()«»‹›•·|→ \t") or "x") is not None


def closes_article(line: str) -> bool:
    """Whether the line can only stand behind the end of a piece (comments, hashtags, "-30-")."""
    return len(line) <= MAX_FURNITURE and _CLOSERS.fullmatch(line.strip("* \t")) is not None


def opens_story_list(line: str) -> bool:
    """Whether the line heads a list of other stories ("Related articles", "Most read")."""
    return is_navigation(line) and _MENU_OF_STORIES.match(line.strip("*_#> \t")) is not None


def read_slug(line: str) -> Slug | None:
    """What a line of metadata says, or ``None`` where it is none.

    Understood are bylines, times ("2 hours ago", days), "Source: X", and several of these in one line; a part that is
    none of them is taken for the outlet where it is written like a name and the line holds a time or a byline.
    """
    line = line.strip("*_ \t")
    if not line or len(line) > MAX_FURNITURE:
        return None
    if (source := _SOURCE.match(line)) and (named := _named_source(line, source.end())):
        return named
    whole = _part(line)
    if whole is not None:
        return whole
    slug = Slug()
    unknown: list[str] = []
    for part in parts(line):
        read = _part(part)
        if read is None and (source := _SOURCE.match(part)):
            read = _named_source(part, source.end())
        if read is None:
            unknown.append(part)
        else:
            slug = _together(slug, read)
    if not (slug.has_time or slug.bylines or slug.labelled):
        return None
    return _with_unknown(slug, unknown)


def parts(line: str, *, sections: bool = False) -> list[str]:
    """The parts of a line of metadata, without reading times; "Harbour Post, 3 May 2025" is two.

    Sections ("Opinion") are left out, or with ``sections`` alone given.
    """
    found: list[str] = []
    for piece in _PARTS.split(_BRACKETED_SECTION.sub(r" | \1", line)):
        part = piece.strip("*_ \t")
        if not part or _READ_TIME.fullmatch(part) or (part.lower() in SECTIONS) != sections:
            continue
        name, comma, when = part.partition(", ")
        if comma and not _WHEN.fullmatch(part) and iso_date(when) and _WHEN.fullmatch(when):
            found += [name, when]
        else:
            found.append(part)
    return found


def _together(slug: Slug, read: Slug) -> Slug:
    return Slug(
        slug.outlet or read.outlet,
        slug.agency or read.agency,
        slug.bylines or read.bylines,
        slug.published or read.published,
        slug.has_time or read.has_time,
        slug.labelled or read.labelled,
        slug.is_recent or read.is_recent,
    )


def _with_unknown(slug: Slug, unknown: list[str]) -> Slug | None:
    """``slug`` with the parts that are neither time nor byline: the outlet, and beside it the writer."""
    if not unknown:
        return slug
    if len(unknown) > 2 or not all(is_masthead(part) for part in unknown):
        return None
    if len(unknown) == 1:
        agency = agency_name(unknown[0]) if unknown[0].lower() in CERTAIN_AGENCIES or slug.bylines else None
        return _together(slug, Slug(outlet=outlet_name(unknown[0]), agency=agency, labelled=True))
    papers = [part for part in unknown if sounds_like_press(part)]
    people = [part for part in unknown if not sounds_like_press(part) and 2 <= len(part.split()) <= 4]
    if len(papers) == 1 and len(people) == 1 and not slug.bylines:
        return _together(slug, Slug(outlet=outlet_name(papers[0]), bylines=(people[0],), labelled=True))
    return slug  # a line of metadata all the same; who is who cannot be told


def _named_source(line: str, start: int) -> Slug | None:
    told = parts(line[start:])
    if not told or not is_masthead(told[0].rstrip(".")):
        return None
    labelled = _LABELLED.match(line) is not None
    name = told[0].rstrip(".")
    if not labelled and not is_known_outlet(name) and agency_name(name) is None:
        return None
    when = next((part for part in told[1:] if _WHEN.fullmatch(part)), None)
    return Slug(outlet_name(name), agency_name(name), (), iso_date(when) if when else None, when is not None, True)


def _part(part: str) -> Slug | None:
    if _WHEN.fullmatch(part):
        return Slug(published=iso_date(part), has_time=True, is_recent=_RECENT.search(part) is not None)
    byline = read_byline(part, 0, len(part), own_line=True)
    if byline is not None:
        return _byline_slug(part, *byline)
    return None


def _byline_slug(part: str, names: tuple[str, ...], end: int) -> Slug | None:
    """What follows the names on a byline's own line: a role, an outlet, an agency, a day; else it is a sentence."""
    rest = part[end:].strip(" ,;:|-–—()")
    if not rest:
        return Slug(bylines=names)
    if agency := agency_name(rest):
        return Slug(bylines=names, agency=agency)
    if _WHEN.fullmatch(rest):
        return Slug(bylines=names, published=iso_date(rest), has_time=True)
    if is_known_outlet(rest):
        return Slug(bylines=names, outlet=outlet_name(rest))
    if re.match(r"(?:for|of|in|at|with)\s", rest) and len(rest.split()) <= 5 and not rest.endswith("."):
        named = re.sub(r"^(?:for|of|in|at|with)\s+", "", rest)
        return Slug(bylines=names, agency=agency_name(named), outlet=named if is_known_outlet(named) else None)
    if len(rest.split()) <= 7 and re.search(
        r"(?i)\b(?:staff|writer|reporter|correspondent|editor|columnist|bureau|chief|desk|contributor|agency"
        r"|press|news|"
        r"analyst|and agencies|agencies)\b", rest
    ) and not rest.endswith("."):  # fmt: skip
        agency = next((a for word in (rest, *rest.split()) if (a := agency_name(word))), None)
        return Slug(bylines=names, agency=agency)
    return None
