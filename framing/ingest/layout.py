"""A decoded file as lines of known kinds; lines of hard-wrapped text are joined to paragraphs first."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from framing.ingest import furniture
from framing.ingest.credits import closing_line
from framing.ingest.furniture import Slug
from framing.ingest.names import read_byline
from framing.ingest.openings import opens_with_dateline
from framing.ingest.vocabulary import (
    CERTAIN_AGENCIES,
    agency_name,
    ends_as_masthead,
    is_known_outlet,
    is_masthead,
    outlet_name,
    sounds_like_press,
)

LineKind = Literal["rule", "marker", "navigation", "closer", "slug", "heading", "headline", "item", "closing", "prose"]

_HEADING = re.compile(r"(#{1,6})[ \t]+(.+?)[ \t]*#*$")
_ITEM = re.compile(r"(?:[-*•‣▪–—]|\d{1,2}[.)])\s+(?=\S)")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]*_]*$")
_SOFT_END = re.compile(r"[:;,][\"'”’»)\]]*$")
_COMMENT = re.compile(r"<!--[^\n]*?-->")
_SPEAKER = re.compile(r"[*_]*(?:Q|A|Question|Answer)[*_]*\s*[:.]\s*\S")
_NEVER_LAST = frozenset(
    {"the", "a", "an", "and", "or", "but", "of", "to", "with", "from", "that", "is", "was", "were", "has", "had"}
)
_WRAPPED_SHARE = 0.25
MAX_HEADLINE_WORDS = 28
MAX_HEADLINE = 220
MIN_PROSE_WORDS = 3


@dataclass(frozen=True, slots=True)
class Line:
    """One line (or joined paragraph) without the white space round it; blank lines are only counted in ``gap``.

    ``level`` is the depth of a Markdown heading, ``gap`` the number of blank lines before, ``repeated`` whether the
    same words stand elsewhere in the file.
    """

    kind: LineKind
    start: int
    end: int
    text: str
    gap: int = 0
    level: int = 0
    slug: Slug | None = None
    repeated: bool = False

    @property
    def words(self) -> int:
        """Number of words."""
        return len(self.text.split())


def lines_of(text: str, start: int = 0, end: int | None = None) -> list[Line]:
    """The lines of ``text[start:end]`` that are not blank, each with its kind; offsets are into ``text``."""
    raw = _raw_lines(text, start, len(text) if end is None else end)
    raw = _unwrapped(raw, text)
    counts = Counter(_key(content) for _, _, content, _ in raw)
    lines = [_line(text, *item, repeated=counts[_key(item[2])] > 1) for item in raw]
    return _with_bare_names(_with_outlets(lines))


def _key(content: str) -> str:
    return content.strip("-–—*#•· \t").lower()


def _raw_lines(text: str, start: int, end: int) -> list[tuple[int, int, str, int]]:
    found: list[tuple[int, int, str, int]] = []
    position, gap = start, 0
    while position < end:
        stop = text.find("\n", position, end)
        stop = end if stop < 0 else stop
        segment = text[position:stop]
        content = segment.strip()
        if content.strip("\u200b\u200e\u200f\u202a\u202c\ufeff\xa0"):
            first = position + len(segment) - len(segment.lstrip())
            found.append((first, first + len(content), content, gap))
            gap = 0
        else:
            gap += 1
        position = stop + 1
    return found


def _unwrapped(raw: list[tuple[int, int, str, int]], text: str) -> list[tuple[int, int, str, int]]:
    """Paragraphs instead of lines where the file is wrapped at a column, else the lines as they are."""
    if len(raw) < 4:
        return raw
    follows = [(a, b) for a, b in pairwise(raw) if b[3] == 0]
    carried = [1 for a, b in follows if _runs_on(a[2], b[2])]
    if len(carried) < 3 or len(carried) < _WRAPPED_SHARE * len(raw) or max(len(item[2]) for item in raw) > 200:
        return raw
    width = sorted(len(item[2]) for item in raw)[int(0.8 * (len(raw) - 1))]
    joined: list[tuple[int, int, str, int]] = [raw[0]]
    last_length = len(raw[0][2])
    for item in raw[1:]:
        start, _, content, gap = joined[-1]
        # A line much shorter than the column ends its paragraph, unless the next goes on in lower case.
        full = last_length >= 0.72 * width or item[2][:1].islower()
        if item[3] == 0 and full and not _stands_alone(item[2]) and not _stands_alone(content):
            joined[-1] = (start, item[1], text[start : item[1]], gap)
        else:
            joined.append(item)
        last_length = len(item[2])
    return joined


def _runs_on(above: str, below: str) -> bool:
    return len(above) >= 30 and not _SENTENCE_END.search(above) and below[:1].islower()


def _stands_alone(content: str) -> bool:
    if len(content) > furniture.MAX_FURNITURE:
        return False
    return (
        furniture.is_rule(content)
        or furniture.is_navigation(content)
        or furniture.is_marker(content)
        or _HEADING.match(content) is not None
        or _ITEM.match(content) is not None
        or furniture.read_slug(content) is not None
    )


def _line(text: str, start: int, end: int, content: str, gap: int, *, repeated: bool) -> Line:
    # What an editor's comment says is not the piece's: the line is judged by what stands round it.
    content = _COMMENT.sub("", content).strip()
    made = Line("prose", start, end, content, gap, repeated=repeated)
    if not content:
        return replace(made, kind="marker")
    if furniture.is_rule(content):
        return replace(made, kind="rule")
    if heading := _HEADING.match(content):
        if furniture.is_marker(heading[2]):
            return replace(made, kind="marker")
        if not furniture.is_navigation(heading[2]):
            return replace(made, kind="heading", level=len(heading[1]))
    if furniture.is_marker(content):
        return replace(made, kind="marker")
    if furniture.closes_article(content):
        return replace(made, kind="closer")
    if furniture.is_navigation(content):
        return replace(made, kind="navigation")
    if len(content) <= furniture.MAX_FURNITURE and (slug := furniture.read_slug(content)):
        return replace(made, kind="slug", slug=slug)
    if closing_line(content):
        return replace(made, kind="closing")
    words = len(content.split())
    if words == 1 and content.endswith(".") and content[:-1].isalpha():
        return made
    if _SPEAKER.match(content) and words > 2:
        return made
    if _ITEM.match(content) and words > MIN_PROSE_WORDS and _SENTENCE_END.search(content):
        return replace(made, kind="item")
    if len(content) > MAX_HEADLINE or words > MAX_HEADLINE_WORDS or opens_with_dateline(content):
        return made
    if _SENTENCE_END.search(content) and words >= 2 and not content.endswith(("?", "!", "U.S.", "U.K.", "U.N.")):
        return made
    if words >= 6 and content.rsplit(None, 1)[-1].lower() in _NEVER_LAST:
        return made  # no headline ends so: a sentence that was cut off
    if _SOFT_END.search(content) and words >= MIN_PROSE_WORDS:
        return made
    return replace(made, kind="headline")


def _with_outlets(lines: list[Line]) -> list[Line]:
    """``lines`` with mastheads known by their place: above a time, or repeated with a dash below it."""
    result = list(lines)
    for index, line in enumerate(lines):
        if line.kind not in {"headline", "item"}:
            continue
        plain = line.text.strip("-–—*#•· \t")
        if not is_masthead(plain):
            continue
        below = lines[index + 1] if index + 1 < len(lines) else None
        beside_time = (
            (below is not None and below.kind == "slug" and below.slug is not None and _only_time(below.slug))
            and len(plain.split()) <= 5
            and (line.repeated or is_known_outlet(plain) or len(plain.split()) <= 3)
        )
        above = lines[max(0, index - 3) : index]
        dashed = line.text[:1] in "-–—•·*" and line.repeated and any(other.kind == "slug" for other in above)
        alone = ends_as_masthead(plain) or is_known_outlet(plain) or plain.lower() in CERTAIN_AGENCIES
        if beside_time or dashed or alone:
            slug = Slug(outlet_name(plain), agency_name(plain), labelled=True)
            result[index] = replace(line, kind="slug", slug=slug)
    return result


def _with_bare_names(lines: list[Line]) -> list[Line]:
    """``lines`` with names of writers that stand without "By" over the outlet or agency they write for."""
    result = list(lines)
    for index, (line, below) in enumerate(pairwise(lines)):
        named = (
            line.kind == "headline" and line.gap <= 1 and index > 0 and lines[index - 1].kind in {"headline", "heading"}
        )
        if not named or below.slug is None or not below.slug.outlet or below.slug.has_time or below.slug.bylines:
            continue
        names = read_byline(f"By {line.text}", 0, len(line.text) + 3, own_line=True)
        if names is None or names[1] < len(line.text) + 3 or sounds_like_press(line.text):
            continue
        result[index] = replace(line, kind="slug", slug=Slug(bylines=names[0]))
        if agency := below.slug.agency:  # a writer's agency is whose copy it is, not who carries it
            result[index + 1] = replace(below, slug=Slug(agency=agency))
    return result


def _only_time(slug: Slug) -> bool:
    return slug.has_time and not slug.outlet and not slug.bylines
