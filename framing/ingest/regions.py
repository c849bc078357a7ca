"""The stretches of a piece that make no claim, exact to the character: what lines, openings and ends tell."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from framing.ingest import credits, furniture, subheads
from framing.ingest.openings import is_caption, read_opening
from framing.ingest.pieces import Piece, Provenance
from framing.ingest.vocabulary import AGENCIES, agency_name
from framing.types import Region, RegionKind

_PARAGRAPH = re.compile(r"[^\n]+")
_INLINE_MORE = re.compile(
    r"(?:^|(?<=[.!?…\"”’)]\s))(?:Read\s+(?:more|also|next|the\s+full\s+(?:story|article))|Also\s+read"
    r"|See\s+also|RELATED|Related|"
    r"READ\s+(?:MORE|ALSO|NEXT)|ALSO\s+READ|WATCH|Watch|MORE|Click\s+here)(?:\s+(?:on|about|at|in)\b"
    r"|\s*[:|»›→])(?:[^\n.!?]|\.(?=\w)){1,160}[.!?]?(?=\s|$)"
)
_CONTRIBUTOR_START = re.compile(r"(?<=[.!?\"'”’)])\s+(?=(?:(?:The\s)?Associated Press|AP|Reuters|AFP"
        r"|With (?:the )?[A-Z]|Additional reporting|Reporting by|Writing by|\(Reporting|\(Additional|©|\(c\)"
        r"|\(C\)|Copyright|All "
        r"rights reserved|[A-Z][\w.'’\-]+ [A-Z]))")  # fmt: skip
_TAIL = 1_500


@dataclass(frozen=True, slots=True)
class Marked:
    """The regions of a piece, in order, and what the marked words told about where it comes from."""

    regions: tuple[Region, ...]
    told: Provenance
    is_opinion: bool


def mark(piece: Piece) -> Marked:
    """The regions of ``piece.text`` (sorted, apart, trimmed) and what byline, dateline and credits tell."""
    text = piece.text
    found: list[Region] = list(piece.regions)
    if piece.title is not None:
        found.append(Region("title", piece.title.start, piece.title.end))
    start = _body_start(piece, found)
    opening = read_opening(text, start, len(text))
    found += opening.regions
    ends, told, is_opinion = _ends(text, opening.body)
    found += ends
    told = Provenance(agency=opening.agency, bylines=opening.bylines, published=opening.published).over(told)
    for paragraph in _PARAGRAPH.finditer(text, opening.body):
        kind = _paragraph_kind(paragraph[0].strip())
        if kind is not None:
            found.append(Region(kind, paragraph.start(), paragraph.end()))
    found += [Region("boilerplate", m.start(), m.end()) for m in _INLINE_MORE.finditer(text, opening.body)]
    taken = _apart(found, text)
    found += [Region("subhead", span.start, span.end) for span in subheads.run_in(text, opening.body, taken)]
    return Marked(_apart(found, text), told, is_opinion)


def _body_start(piece: Piece, regions: Iterable[Region]) -> int:
    """Where the opening begins: behind the title and the lines of metadata that follow it."""
    position = piece.title.end if piece.title is not None else 0
    for region in sorted(regions, key=lambda r: r.start):
        if region.start >= position and not piece.text[position : region.start].strip():
            position = region.end
    return position


def _paragraph_kind(paragraph: str) -> RegionKind | None:
    if len(paragraph) <= furniture.MAX_FURNITURE and furniture.is_navigation(paragraph):
        return "boilerplate"
    if is_caption(paragraph):
        return "caption"
    return None


def _ends(text: str, body: int) -> tuple[list[Region], Provenance, bool]:
    """Credits and copyright lines in the last stretch of the piece, on lines of their own or run into the last one."""
    found: list[Region] = []
    told = Provenance()
    is_opinion = False
    start = max(body, len(text) - _TAIL)
    places = {start} if start == body else set()
    places |= {m.end() for m in re.finditer(r"\n\s*[*_—–-]*\s*", text[start:])}
    places = {start + p if p != start else p for p in places}
    places |= {m.end() for m in _CONTRIBUTOR_START.finditer(text, start)}
    covered = start
    for place in sorted(places):
        if place < covered:
            continue
        position = place
        while (region := _closing(text, position)) is not None:
            words = text[region.start : region.end]
            found.append(region)
            told = told.over(_told(words))
            is_opinion = is_opinion or credits.is_opinion_credit(words)
            position = covered = region.end
            space = re.compile(r"\s*").match(text, position)
            position = space.end() if space else position
    return found, told, is_opinion


def _closing(text: str, position: int) -> Region | None:
    line_end = text.find("\n", position)
    line_end = len(text) if line_end < 0 else line_end
    line = text[position:line_end].rstrip()
    if match := credits.COPYRIGHT.match(line):
        return Region("copyright", position, position + match.end())
    if match := credits.STAFF.match(line):
        return Region("credit", position, position + match.end())
    reaches_end = not text[line_end:].strip()
    on_own_line = position == 0 or text[:position].rstrip(" *_—–-").endswith("\n")
    # In running text "Ann Weir is a columnist …" may be news; as the piece's last words it says who wrote it.
    match = credits.COLUMNIST.match(line)
    if match is not None and (on_own_line or (reaches_end and match.end() == len(line))):
        return Region("credit", position, position + match.end())
    if on_own_line and line and (whole := credits.closing_line(line)) is not None:
        return Region(whole, position, position + len(line))
    return None


_AGENCY_WORDS = re.compile(
    r"\b(?:"
    + "|".join(sorted((re.escape(k) for k in AGENCIES if len(k) > 4), key=len, reverse=True))
    + r"|AP|AFP|UPI|dpa)\b",
    re.IGNORECASE,
)


def _told(words: str) -> Provenance:
    """The agency that a credit or copyright line names, and the columnist's name and paper."""
    from framing.ingest.provenance import columnist

    agency = None
    match = _AGENCY_WORDS.search(words)
    if match is not None and (match[0].lower() not in {"ap", "afp", "upi"} or match[0].isupper()):
        agency = agency_name(match[0])
    return columnist(words).over(Provenance(agency=agency))


_PRECEDENCE: dict[RegionKind, int] = {
    "title": 0, "byline": 1, "dateline": 1, "copyright": 2, "credit": 3, "caption": 4, "boilerplate": 5, "subhead": 6,
}  # fmt: skip


def _apart(regions: Iterable[Region], text: str) -> tuple[Region, ...]:
    """``regions`` trimmed of white space, in order, without overlap; the surer kind wins where two claim a stretch."""
    kept: list[Region] = []
    ends: list[int] = []
    starts: list[int] = []
    from bisect import bisect_right, insort

    for region in sorted(set(regions), key=lambda r: (_PRECEDENCE[r.kind], r.start, -r.end)):
        words = text[region.start : region.end]
        start = region.start + len(words) - len(words.lstrip())
        end = region.start + len(words.rstrip())
        if start >= end:
            continue
        place = bisect_right(starts, start)
        if (place and ends[place - 1] > start) or (place < len(starts) and starts[place] < end):
            continue
        starts.insert(place, start)
        ends.insert(place, end)
        insort(kept, Region(region.kind, start, end), key=lambda r: r.start)
    return tuple(kept)
