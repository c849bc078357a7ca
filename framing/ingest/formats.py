"""Which format the bytes are in (their first bytes decide, not the name), and the pieces in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath

from framing.config import Config
from framing.errors import NotAnArticle, UnsupportedInput
from framing.ingest import frontmatter, quality, splitting, wrapping
from framing.ingest.decoding import decode
from framing.ingest.locating import EXTENSIONS
from framing.ingest.pieces import Piece
from framing.types import Note

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"), (b"\xff\xd8\xff", "a JPEG picture"), (b"GIF8", "a GIF picture"),
    (b"RIFF", "a media file"), (b"BM\x00", "a bitmap"), (b"II*\x00", "a TIFF picture"), (b"MM\x00*", "a TIFF picture"),
    (b"\x1f\x8b", "gzip-compressed data"), (b"BZh", "bzip2-compressed data"), (b"\xfd7zXZ\x00", "xz-compressed data"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"), (b"Rar!", "a RAR archive"), (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document (.doc); save it as .docx"),
    (b"{\\rtf", "Rich Text; save it as .docx or .txt"), (b"SQLite format 3", "a database"), (b"ID3", "a sound file"),
    (b"\x00\x00\x00\x18ftyp", "a video"), (b"\x00\x00\x00\x20ftyp", "a video"), (b"OggS", "a media file"),
    (b"%!PS", "PostScript; save it as PDF"), (b"\x00asm", "a program"), (b"\xca\xfe\xba\xbe", "a program"),
)  # fmt: skip
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_LOOSE_HTML = re.compile(r"<(?:p|div|article|h1|section|span|meta|title)\b[^>]*>", re.IGNORECASE)
_HEAD = 4_096


def pieces(
    data: bytes, name: str, config: Config, *, url: str | None = None
) -> tuple[Sequence[Piece], tuple[Note, ...]]:
    """The pieces in ``data`` and the notes that hold for all of them.

    Raises ``UnsupportedInput`` for formats that are not read, ``NotAnArticle`` where there is no prose, and
    ``InputError`` for damaged, locked and binary data.
    """
    head = data[:_HEAD]
    suffix = PurePath(name.split("?")[0]).suffix.lower()
    if b"%PDF-" in head[:1024]:
        from framing.ingest import pdf

        return pdf.pieces(data, name, config)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        from framing.ingest import word

        return word.pieces(data, name, config)
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            raise UnsupportedInput(name, f"is {kind}; text, Markdown, HTML, PDF and Word (.docx) are read")
    if suffix in {".docx", ".pdf"} and data.strip():
        kind = "Word document (its zip archive is broken)" if suffix == ".docx" else "PDF"
        raise UnsupportedInput(name, f"is named {suffix} but is no {kind}")
    if _HTML.match(head.removeprefix(b"\xef\xbb\xbf")) or (suffix in {".html", ".htm", ".xhtml"} or url is not None):
        return _html_or_plain(data, name, config, url)
    if (
        suffix
        and suffix not in EXTENSIONS
        and suffix in {".json", ".csv", ".xml", ".py", ".js", ".css", ".yaml", ".yml"}
    ):
        raise UnsupportedInput(name, f"is a {suffix} file; text, Markdown, HTML, PDF and Word (.docx) are read")
    return plain_pieces(data, name, config)


def _html_or_plain(data: bytes, name: str, config: Config, url: str | None) -> tuple[Sequence[Piece], tuple[Note, ...]]:
    if not _HTML.match(data[:_HEAD].removeprefix(b"\xef\xbb\xbf")):
        text, _ = decode(data, name)
        if not _LOOSE_HTML.search(text[:20_000]):
            return plain_pieces(data, name, config)
    from framing.ingest import html

    return html.pieces(data, name, config, url=url)


def plain_pieces(data: bytes, name: str, config: Config) -> tuple[Sequence[Piece], tuple[Note, ...]]:
    """The pieces of plain text or Markdown, front matter taken off; each is a slice of the decoded file, unwrapped."""
    text, notes = decode(data, name)
    limit = config.ingest.max_characters
    if len(text) > limit:
        text = text[:limit]
        notes = (*notes, Note("truncated", f"only the first {limit:,} characters were read (`ingest.max_characters`)"))
    quality.refuse_form(text, name)
    blocks = frontmatter.blocks(text)
    found: list[Piece] = []
    # Unwrapping keeps every offset, so the pieces are still slices of the file; front matter keeps its lines.
    bodies = [end for _, end in blocks] or [0]
    stops = [*(start for start, _ in blocks[1:]), len(text)]
    for begin, stop in zip(bodies, stops, strict=True):
        text = text[:begin] + wrapping.joined(text[begin:stop]) + text[stop:]
    if not blocks:
        found = splitting.split(text)
    for number, (start, end) in enumerate(blocks):
        matter = frontmatter.parse(text, start, end, name)
        stop = blocks[number + 1][0] if number + 1 < len(blocks) else len(text)
        whole = len(blocks) > 1 or matter.provenance.title is not None
        for piece in splitting.split(text, start=end, end=stop, whole=whole):
            found.append(_with_matter(piece, matter))
    if not found:
        quality.refuse(text, name, config.ingest)  # says more exactly what it is, where that can be told
        raise NotAnArticle(name, "holds no sentence of an article")
    return _several(found), notes


def _with_matter(piece: Piece, matter: frontmatter.FrontMatter) -> Piece:
    labels = (*piece.labels, matter.url) if matter.url else piece.labels
    return replace(piece, settled=matter.provenance, notes=(*matter.notes, *piece.notes), labels=labels)


def _several(found: Sequence[Piece]) -> list[Piece]:
    """``found``, each with a note of its place where the file held more than one."""
    if len(found) < 2:
        return list(found)
    return [
        replace(p, notes=(*p.notes, Note("several-articles", f"article {n} of {len(found)} in its file")))
        for n, p in enumerate(found, 1)
    ]
