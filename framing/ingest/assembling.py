"""Pieces to articles: regions, provenance, genre and notes put together, the surest evidence first."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace

from framing.config import Config
from framing.errors import NotAnArticle
from framing.ingest import genre, quality, regions
from framing.ingest.pieces import Piece, Provenance
from framing.ingest.provenance import title_and_outlet
from framing.ingest.vocabulary import agency_name, outlet_name
from framing.types import Article, Note, Region

_HEADING_MARKS = re.compile(r"(#{1,6})[ \t]+")


def assemble(
    pieces: Sequence[Piece], name: str, config: Config, settled: Provenance, notes: Sequence[Note] = ()
) -> tuple[Article, ...]:
    """The articles of one source, in order, without ids; ``settled`` is what the user gave and outranks all else.

    Raises ``NotAnArticle`` where no piece is English prose.
    """
    articles: list[Article] = []
    refused: NotAnArticle | None = None
    for piece in pieces:
        try:
            articles.append(_article(piece, name, config, settled, notes))
        except NotAnArticle as error:
            refused = refused or error
    if not articles:
        raise refused or NotAnArticle(name, "holds no article text")
    return tuple(articles)


def _article(piece: Piece, name: str, config: Config, settled: Provenance, notes: Sequence[Note]) -> Article:
    marked = regions.mark(piece)
    body = without(piece.text, marked.regions)
    if piece.offset is None:  # plain text was looked at as a whole, before it was split
        quality.refuse_form(body, name)
    quality.refuse(body if body.strip() else piece.text, name, config.ingest)
    written = piece.title.of(piece.text) if piece.title is not None else piece.known.title
    title, outlet_in_title = title_and_outlet(written, site=piece.known.outlet) if written else (None, None)
    guessed = piece.known.over(marked.told).over(Provenance(outlet=outlet_in_title))
    told = settled.over(piece.settled).over(guessed)
    found = told.genre or genre.judge(
        written or told.title,
        body,
        told,
        labels=piece.labels,
        url=_url(piece),
        opinion_credit=marked.is_opinion,
        dateline=any(region.kind == "dateline" for region in marked.regions),
    )
    return Article(
        id="",
        text=piece.text,
        title=settled.title or piece.settled.title or title or None,
        outlet=outlet_name(told.outlet) if told.outlet else None,
        agency=_agency(told),
        bylines=told.bylines,
        published=told.published,
        genre=found,
        path=name,
        sha256=hashlib.sha256(piece.text.encode("utf-8", errors="replace")).hexdigest(),
        notes=(*notes, *piece.notes, *quality.notes(body, f"{piece.text}\n{piece.tail}", config.ingest)),
        regions=_without_marks(piece.text, marked.regions),
        source_offset=piece.offset,
    )


def _without_marks(text: str, regions: Sequence[Region]) -> tuple[Region, ...]:
    """``regions`` with the marks of Markdown headings apart: ``# `` is no part of a headline's words."""
    apart: list[Region] = []
    for region in regions:
        marks = _HEADING_MARKS.match(text, region.start, region.end) if region.kind in ("title", "subhead") else None
        if marks is not None and marks.end() < region.end:
            apart.append(Region("boilerplate", region.start, region.start + len(marks[1])))
            region = replace(region, start=marks.end())
        apart.append(region)
    return tuple(apart)


def without(text: str, marked: Sequence[Region]) -> str:
    """``text`` with every region blanked out: what is left are the claims of the body."""
    parts: list[str] = []
    position = 0
    for region in marked:
        parts.append(text[position : region.start])
        position = region.end
    parts.append(text[position:])
    return "".join(parts).strip()


def _agency(told: Provenance) -> str | None:
    """The agency in its one name; a paper that is itself an agency carries its own copy."""
    if told.agency:
        return agency_name(told.agency) or told.agency
    return agency_name(told.outlet) if told.outlet and len(told.outlet) > 3 else None


def _url(piece: Piece) -> str | None:
    return next((label for label in piece.labels if label.startswith(("http://", "https://"))), None)
