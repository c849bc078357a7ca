"""A page to its pieces: where one article ends and the next begins, with the navigation between them left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from framing.ingest import furniture
from framing.ingest.credits import is_opinion_credit
from framing.ingest.layout import Line, lines_of
from framing.ingest.openings import is_caption, opens_with_dateline
from framing.ingest.pieces import Piece, Provenance
from framing.ingest.vocabulary import SECTIONS
from framing.types import Region, RegionKind, Span

MIN_SECOND = 25
"""Fewest words of body from which a block behind the first is a piece of its own and not a teaser."""
_SUBHEAD_WORDS = 14
_TAIL = 1_000
_QUESTION_WORDS = 8
_MIN_FIRST = 60


@dataclass(frozen=True, slots=True)
class _Head:
    """The lines between two bodies: the tail of what went before, and the head of what comes."""

    first: int
    body: int
    title: int | None
    starts: bool


def split(text: str, *, start: int = 0, end: int | None = None, whole: bool = False) -> list[Piece]:
    """The pieces of ``text[start:end]`` in order, each an exact slice from its title to its last line.

    With ``whole`` the range is known to be one piece (front matter says so) and only its edges are trimmed. Empty where
    there is no line of prose.
    """
    lines = lines_of(text, start, end)
    lines = _prose_of_last_resort(lines)
    bodies = [index for index, line in enumerate(lines) if line.kind in {"prose", "item"}]
    if not bodies:
        return []
    heads = _heads(lines, bodies, whole=whole)
    pieces: list[Piece] = []
    for number, head in enumerate(heads):
        stop = heads[number + 1].first if number + 1 < len(heads) else len(lines)
        pieces.append(_cut(text, lines, head, stop))
    return pieces


def _prose_of_last_resort(lines: list[Line]) -> list[Line]:
    """``lines``, with the longest made prose where the whole text is one sentence without a full stop."""
    from dataclasses import replace

    if any(line.kind in {"prose", "item"} for line in lines):
        return lines
    candidates = [line for line in lines if line.kind == "headline" and line.words >= 3]
    if not candidates or len(candidates) > 3:
        return lines
    longest = max(candidates, key=lambda line: line.words)
    return [replace(line, kind="prose") if line is longest else line for line in lines]


def _heads(lines: Sequence[Line], bodies: Sequence[int], *, whole: bool) -> list[_Head]:
    heads: list[_Head] = []
    previous = -1
    for body in bodies:
        if body == previous + 1 and heads:
            previous = body  # paragraphs without a line between belong together
            continue
        head = _head(lines, previous + 1, body, first=not heads)
        if not heads or (head.starts and not whole and _body_words(lines, bodies, body) >= MIN_SECOND):
            heads.append(head)
        previous = body
    return heads


def _body_words(lines: Sequence[Line], bodies: Sequence[int], body: int) -> int:
    """Words of prose from ``body`` to the next line that could begin another piece."""
    total = 0
    for line in lines[body:]:
        if line.kind in {"rule", "marker", "closer"} or (line.kind == "slug" and total):
            break
        if line.kind in {"prose", "item"}:
            total += line.words
        if total >= MIN_SECOND:
            break
    return total


def _head(lines: Sequence[Line], start: int, body: int, *, first: bool) -> _Head:
    """What the lines ``start … body`` between two stretches of prose say about the one that begins at ``body``."""
    title = _title(lines, start, body, first=first)
    if first:
        return _Head(_top(lines, start, body, title), body, title, True)
    between = lines[start:body]
    kinds = {line.kind for line in between}
    if not between:
        return _Head(body, body, None, False)
    ends_before = any(line.kind == "closing" for line in between) or "closer" in kinds
    slugs = [line.slug for line in between if line.slug is not None]
    # A day without its year stands over sections too (diaries, blotters, agendas); with a masthead it heads a piece.
    carried = any(slug.outlet or slug.published or slug.is_recent for slug in slugs)
    signed = title is not None and any(line.slug and line.slug.bylines for line in lines[title + 1 : body])
    if "marker" in kinds or (carried and (title is not None or "rule" in kinds or ends_before)):
        starts = True
    elif title is None:
        starts = False
    else:
        heading = lines[title]
        starts = (
            signed
            or (ends_before and heading.words >= 3)
            or any(line.kind == "rule" and _parts_pieces(line.text) for line in between)
            or (opens_with_dateline(lines[body].text) and _words_before(lines, start) >= _MIN_FIRST)
            or (heading.kind == "heading" and heading.level == 1 and _first_heading(lines) == 1)
        )
    return _Head(_top(lines, start, body, title), body, title, starts)


def _parts_pieces(rule: str) -> bool:
    """Whether a rule parts pieces; asterisks and underscores are the press's marks for a break within one."""
    return rule[0] in "-=#~–—⸻"


def _words_before(lines: Sequence[Line], stop: int) -> int:
    return sum(line.words for line in lines[:stop] if line.kind in {"prose", "item"})


def _first_heading(lines: Sequence[Line]) -> int:
    return next((line.level for line in lines if line.kind == "heading"), 0)


def _top(lines: Sequence[Line], start: int, body: int, title: int | None) -> int:
    """The first line that belongs to the head of a piece: its masthead and time, else its title."""
    top = title if title is not None else body
    index = top - 1
    while index >= start and (lines[index].kind in {"slug", "marker"} or _is_label(lines[index])):
        top = index
        index -= 1
    return top


def _title(lines: Sequence[Line], start: int, body: int, *, first: bool) -> int | None:
    """The line that is the title of the prose at ``body``, or ``None``."""
    headings = [i for i in range(start, body) if lines[i].kind == "heading"]
    if headings:
        level = min(lines[i].level for i in headings)
        return next(i for i in (headings if first else reversed(headings)) if lines[i].level == level)
    candidates = [i for i in range(start, body) if _may_be_title(lines[i])]
    candidates = [i for i in candidates if not _in_story_list(lines, start, i, body)]
    if not candidates:
        return None
    last = candidates[-1]
    # A title and its deck stand together; the deck is the longer one, below.
    chain = [last]
    while len(chain) < 3 and chain[0] - 1 in candidates and lines[chain[0]].gap <= 1:
        chain.insert(0, chain[0] - 1)
    lead = lines[chain[0] - 1] if chain[0] - 1 >= start else None
    if len(chain) == 1 or (lead is not None and lead.kind == "navigation" and len(chain) > 2):
        return last
    if first or lead is None or lead.kind in {"slug", "rule", "marker"}:
        return chain[0] if lines[chain[0]].words >= 3 else chain[1]
    return last


def _may_be_title(line: Line) -> bool:
    if line.kind != "headline" or is_caption(line.text):
        return False
    plain = line.text.strip("*_#: \t")
    if plain.lower() in SECTIONS:
        return False
    return line.words >= 2 or len(plain) >= 8


def _in_story_list(lines: Sequence[Line], start: int, index: int, body: int) -> bool:
    """Whether a headline is an entry in a list of other stories: under such a heading, a blank line below."""
    above = index
    while above > start and lines[above].kind in {"headline", "item"} and lines[above].gap == 0:
        above -= 1
    listed = lines[above].kind == "navigation" and furniture.opens_story_list(lines[above].text)
    return listed and (index + 1 > body or lines[index + 1].gap > 0 or lines[index + 1].kind in {"headline", "item"})


def _cut(text: str, lines: Sequence[Line], head: _Head, stop: int) -> Piece:
    """The piece of ``head``: the slice from its title (else its byline, else its body) to its last prose or credit."""
    known = _known(lines[head.first : head.body])
    begin = head.title if head.title is not None else _signature(lines, head)
    end = _last(lines, head.body, stop)
    offset, limit = lines[begin].start, lines[end].end
    regions: list[Region] = []
    in_list = False
    labels = [label for line in lines[max(0, head.first - 3) : head.body] for label in _labels(line)]
    for index in range(begin, end + 1):
        line = lines[index]
        kind = _region_kind(line, index, head)
        in_list = _lists_stories(line, in_list)
        if in_list and kind == "subhead":
            kind = "boilerplate"
        if kind is not None:
            regions.append(Region(kind, line.start - offset, line.end - offset))
    title = None
    if head.title is not None:
        line = lines[head.title]
        title = Span(line.start - offset, line.end - offset)
    if not known.bylines and (tail := _signed_below(lines, head.body, end)):
        known = tail.over(known)
    below = text[limit : lines[stop - 1].end][:_TAIL]
    return Piece(text[offset:limit], offset, title, known, regions=tuple(regions), labels=tuple(labels), tail=below)


def _lists_stories(line: Line, in_list: bool) -> bool:
    """Whether ``line`` heads or continues a list of other stories."""
    if line.kind == "navigation":
        return furniture.opens_story_list(line.text)
    return in_list and line.gap == 0 and line.kind in {"headline", "item"}


def _signature(lines: Sequence[Line], head: _Head) -> int:
    for index in range(head.first, head.body):
        slug = lines[index].slug
        if slug is not None and slug.bylines:
            return index
    return head.body


def _last(lines: Sequence[Line], body: int, stop: int) -> int:
    """The last line that belongs to the piece: prose or a credit, not the navigation behind it."""
    last = body
    closed = False
    for index in range(body, stop):
        line = lines[index]
        if line.kind == "closer":
            closed = True
        if line.kind in {"prose", "item", "closing"} and not (
            closed and line.kind != "closing" and line.words < MIN_SECOND
        ):
            last = index
        elif line.kind == "headline" and line.words > _SUBHEAD_WORDS and last == index - 1 and not closed:
            last = index  # too long for a headline: the piece's own last words, cut off or without a full stop
    return last


def _region_kind(line: Line, index: int, head: _Head) -> RegionKind | None:
    if index == head.title:
        return "title"
    if line.kind == "slug":
        return "byline" if line.slug is not None and line.slug.bylines else "boilerplate"
    if line.kind in {"navigation", "closer", "rule", "marker"}:
        return "boilerplate"
    if line.kind == "heading":
        return "subhead"
    if line.kind == "headline":
        if is_caption(line.text):
            return "caption"
        if index > head.body and not _reads_as_subhead(line):
            return None
        return "boilerplate" if line.repeated and line.words <= _SUBHEAD_WORDS else "subhead"
    return None


def _reads_as_subhead(line: Line) -> bool:
    """Whether a short line between paragraphs heads what follows; longer ones and most questions are text."""
    if line.text[0] in "\"“‘'—–-" or line.words > _SUBHEAD_WORDS:
        return False
    return not line.text.endswith(("?", "!")) or line.words <= _QUESTION_WORDS


def _labels(line: Line) -> list[str]:
    """Section words that are the line, or a part of its metadata ("Opinion | Harbour Post — 12 August")."""
    if line.kind == "slug":
        return [part for part in furniture.parts(line.text, sections=True) if part.lower() in SECTIONS]
    return [line.text] if _is_label(line) else []


def _is_label(line: Line) -> bool:
    return line.kind == "headline" and line.text.strip("*_#: \t").lower() in SECTIONS


def _known(lines: Sequence[Line]) -> Provenance:
    known = Provenance()
    for line in lines:
        if line.slug is not None:
            slug = line.slug
            known = known.over(
                Provenance(outlet=slug.outlet, agency=slug.agency, bylines=slug.bylines, published=slug.published)
            )
    return known


def _signed_below(lines: Sequence[Line], body: int, end: int) -> Provenance | None:
    """What a source line under the piece says ("Source: …")."""
    for index in range(end, max(body, end - 4), -1):
        line = lines[index]
        if line.kind == "slug" and line.slug is not None:
            return _known([line])
        if line.kind in {"prose", "item"} and not is_opinion_credit(line.text):
            break
    return None
