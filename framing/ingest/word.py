"""Word documents (.docx) to pieces; the archive is measured before anything in it is unpacked."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from framing.config import Config
from framing.errors import InputError, NotAnArticle, UnsupportedInput
from framing.ingest.extras import importable
from framing.ingest.paragraphs import Block, set_piece
from framing.ingest.pieces import Piece, Provenance
from framing.types import Note

_MOST_UNPACKED = 200_000_000
_MOST_RATIO = 200
_RATIO_COUNTS_FROM = 5_000_000
_MOST_PARTS = 5_000


def pieces(data: bytes, name: str, config: Config) -> tuple[Sequence[Piece], tuple[Note, ...]]:
    """The pieces of a Word document: one for each paragraph in the style Title (or each Heading 1 with a text below).

    Raises ``InputError`` for broken and oversized archives, ``UnsupportedInput`` for other zip files, ``NotAnArticle``
    where there is no text.
    """
    _measure(data, name)
    docx = importable("docx", name, "reading Word documents")
    exceptions = importable("docx.opc.exceptions", name, "reading Word documents")
    etree = importable("lxml.etree", name, "reading Word documents")
    broken = (
        exceptions.PackageNotFoundError, zipfile.BadZipFile, zlib.error, etree.LxmlError, KeyError, ValueError,
        # NotImplementedError is what zipfile raises for a compression method that Python cannot unpack.
        OSError, EOFError, NotImplementedError, AttributeError,
    )  # fmt: skip
    try:
        document = docx.Document(io.BytesIO(data))
        blocks = _blocks(document)
        properties = document.core_properties
        author, heading = properties.author or "", properties.title or ""
    except broken as error:
        raise InputError(name, f"is a damaged Word document ({str(error)[:120] or type(error).__name__})") from error
    found = [p for p in (_piece(group, author, heading, config) for group in _groups(blocks)) if p is not None]
    if not found:
        raise NotAnArticle(name, "holds no text")
    if len(found) > 1:
        found = _numbered(found)
    return found, ()


def _numbered(found: list[Piece]) -> list[Piece]:
    from dataclasses import replace

    return [
        replace(p, notes=(*p.notes, Note("several-articles", f"article {n} of {len(found)} in its file")))
        for n, p in enumerate(found, 1)
    ]


def _measure(data: bytes, name: str) -> None:
    """Refuse archives that are broken, no Word document, or unpack to far more than they hold."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, EOFError, ValueError, NotImplementedError, OSError) as error:  # as above: zipfile's
        raise InputError(name, f"is a broken zip archive ({error}); a .docx that was cut off or damaged") from error
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > _MOST_PARTS or unpacked > _MOST_UNPACKED or (
        unpacked > _RATIO_COUNTS_FROM and unpacked > _MOST_RATIO * max(1, len(data))
    ):  # fmt: skip
        raise InputError(name, f"unpacks to {unpacked:,} bytes from {len(data):,}: refused as a zip bomb")
    names = {part.filename for part in parts}
    if "word/document.xml" not in names:
        kind = "an Excel or PowerPoint file" if "[Content_Types].xml" in names else "a zip archive"
        raise UnsupportedInput(
            name, f"is {kind}, not a Word document; text, Markdown, HTML, PDF and Word (.docx) are read"
        )
    if any(part.flag_bits & 0x1 for part in parts):
        raise InputError(name, "is encrypted; save it without a password")


def _blocks(document: Any) -> list[tuple[str, str]]:
    """Style name and text of each paragraph in order, those in tables included."""
    found: list[tuple[str, str]] = []
    for item in document.iter_inner_content():
        rows = getattr(item, "rows", None)
        if rows is None:
            style = item.style.name if item.style is not None else ""
            found.append((style or "", item.text))
            continue
        for row in rows:
            cells: list[str] = []
            for cell in row.cells:
                if cell.text not in cells:  # a merged cell is given once for each column it spans
                    cells.append(cell.text)
            found.append(("Table", " | ".join(text for text in cells if text.strip())))
    return [(style, text) for style, text in found if text.strip()]


def _groups(blocks: list[tuple[str, str]]) -> list[list[tuple[str, str]]]:
    """``blocks`` cut where another piece begins: at the style Title, or at Heading 1 where no Title is used."""
    for mark in ("title", "heading 1"):
        starts = [index for index, (style, _) in enumerate(blocks) if style.lower() == mark]
        if len(starts) > 1 and (mark == "title" or not any(s.lower() == "title" for s, _ in blocks)):
            if mark == "heading 1" and not all(
                _is_long(blocks[a:b]) for a, b in zip(starts, [*starts[1:], None], strict=True)
            ):
                break
            cuts = [0, *starts[1:], len(blocks)]
            return [blocks[a:b] for a, b in pairwise(cuts)]
    return [blocks]


def _is_long(blocks: list[tuple[str, str]]) -> bool:
    """Whether a part under a Heading 1 is a piece of its own and not a section: it is signed or dated at its head."""
    from framing.ingest.furniture import read_slug
    from framing.ingest.openings import opens_with_dateline

    return any(read_slug(text) is not None or opens_with_dateline(text) for _, text in blocks[1:4])


def _piece(group: list[tuple[str, str]], author: str, heading: str, config: Config) -> Piece | None:
    title: str | None = None
    rest: list[Block] = []
    first_prose = False
    for style, text in group:
        lower = style.lower()
        if title is None and not first_prose and (lower in {"title", "heading 1"} or _short_first(rest, text, group)):
            title = text
            continue
        if lower.startswith("heading") or lower in {"subtitle", "title"}:
            rest.append(Block(text, "subhead"))
        elif lower == "caption":
            rest.append(Block(text, "caption"))
        else:
            first_prose = first_prose or len(text.split()) > 12
            rest += [Block(part) for part in text.split("\n") if part.strip()]
    if title is None and heading and any(re.sub(r"\W", "", heading) == re.sub(r"\W", "", b.text) for b in rest[:2]):
        title = heading
    person = author if 2 <= len(author.split()) <= 4 and author.lower() != "python-docx" else ""
    known = Provenance(title=title)
    piece = set_piece(rest, known, config.ingest)
    # The author property names who last owned the file: it counts only where the text has a byline of the same words.
    if piece is not None and person and not piece.known.bylines and person.lower() in piece.text[:400].lower():
        from dataclasses import replace

        return replace(piece, known=piece.known.over(Provenance(bylines=(person,))))
    return piece


def _short_first(rest: list[Block], text: str, group: list[tuple[str, str]]) -> bool:
    """Whether an unstyled first paragraph is the title: short, no full stop, and text follows."""
    return (
        not rest
        and len(group) > 1
        and 3 <= len(text.split()) <= 25
        and text.rstrip()[-1:] not in {".", ":", ";", ","}
        and "\n" not in text.strip()
    )
