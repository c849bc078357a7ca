"""Converted pages as blocks of known roles, set into one text: title, then paragraphs with a blank line between."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from framing.config import IngestConfig
from framing.ingest import furniture
from framing.ingest.pieces import Piece, Provenance
from framing.types import Note, Region, RegionKind, Span


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or heading of a converted page; ``role`` is a kind of region, or ``None`` for a claim's text."""

    text: str
    role: RegionKind | None = None


def set_piece(
    blocks: Sequence[Block],
    known: Provenance,
    config: IngestConfig,
    *,
    notes: Sequence[Note] = (),
    labels: Sequence[str] = (),
) -> Piece | None:
    """The piece made of ``blocks``, its title first where ``known`` has one; ``None`` where no block has words.

    Lines of metadata (a byline, a day, "Source: …") at the head are read and marked.
    """
    body = [Block(clean, block.role) for block in blocks if (clean := _clean(block.text))]
    if not any(block.role is None for block in body):
        return None
    title = _clean(known.title) if known.title else ""
    while title and body and _same(body[0].text, title):
        body.pop(0)
    parts: list[str] = []
    regions: list[Region] = []
    length = 0
    if title:
        parts.append(title)
        length = len(title)
    in_head = True
    for block in body:
        start = length + (2 if parts else 0)
        if start + len(block.text) > config.max_characters:
            notes = (*notes, Note("truncated", f"only the first {config.max_characters:,} characters were read"))
            break
        role = block.role
        if in_head:
            slug = furniture.read_slug(block.text) if role is None else None
            if slug is not None:
                role = "byline" if slug.bylines else "boilerplate"
                known = known.over(Provenance(None, slug.outlet, slug.agency, slug.bylines, slug.published))
            elif role is None:
                in_head = False
        parts.append(block.text)
        length = start + len(block.text)
        if role is not None:
            regions.append(Region(role, start, length))
    text = "\n\n".join(parts)
    return Piece(
        text,
        None,
        Span(0, len(title)) if title else None,
        known,
        regions=tuple(regions),
        notes=tuple(notes),
        labels=tuple(labels),
    )


def _clean(text: str) -> str:
    text = re.sub(r"[\x00-\x08\x0e-\x1f\x7f]", "", text).replace("\u00ad", "")
    return " ".join(text.split())


def _same(one: str, other: str) -> bool:
    return re.sub(r"\W+", "", one).lower() == re.sub(r"\W+", "", other).lower()
