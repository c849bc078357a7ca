"""PDF to pieces: lines by their place on the page, columns in reading order, running heads off, hyphenation joined."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from framing.config import Config
from framing.errors import InputError, NotAnArticle
from framing.ingest.extras import importable
from framing.ingest.paragraphs import Block, set_piece
from framing.ingest.pieces import Piece, Provenance
from framing.types import Note

_PAGE_NUMBER = re.compile(r"(?:page\s+)?[-–—]?\s*\d{1,4}\s*[-–—]?(?:\s*(?:of|/)\s*\d{1,4})?", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…:][\"'”’)\]]*$")


@dataclass(frozen=True, slots=True)
class _Run:
    """A stretch of one line as the PDF sets it: place in points from the bottom left, size of its letters."""

    text: str
    x: float
    y: float
    size: float


@dataclass(slots=True)
class _Row:
    text: str
    x: float
    y: float
    size: float
    page: int


def pieces(data: bytes, name: str, config: Config) -> tuple[Sequence[Piece], tuple[Note, ...]]:
    """The one piece of a PDF.

    Raises ``InputError`` for encrypted and damaged files, ``NotAnArticle`` for scans without a text layer.
    """
    importable("pypdf", name, "reading PDF")
    pages, total = _pages(data, name, config)
    rows = [row for page in pages for row in page]
    if not any(row.text.strip() for row in rows):
        raise NotAnArticle(name, "is a scanned PDF with no text layer; run OCR on it first")
    notes: tuple[Note, ...] = ()
    if total > config.ingest.max_pages:
        notes = (
            Note(
                "truncated", f"only the first {config.ingest.max_pages} of {total} pages were read (`ingest.max_pages`)"
            ),
        )
    rows = _without_running(pages)
    title, rows = _title(rows)
    blocks = [Block(paragraph, role) for paragraph, role in _paragraphs(rows)]
    piece = set_piece(blocks, Provenance(title=title), config.ingest)
    if piece is None:
        raise NotAnArticle(name, "holds no sentence of an article")
    return (piece,), notes


def _pages(data: bytes, name: str, config: Config) -> tuple[list[list[_Row]], int]:
    import pypdf
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    # What pypdf lets through from damaged files, besides its own errors; each names a broken object.
    broken = (
        PyPdfError, KeyError, ValueError, TypeError, AttributeError, IndexError, OSError, RecursionError,
        AssertionError,
    )  # fmt: skip
    try:
        reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise InputError(name, "is encrypted; save it without a password")
        total = len(reader.pages)
        pages = [_rows(reader.pages[number], number) for number in range(min(total, config.ingest.max_pages))]
    except InputError:
        raise
    except pypdf.errors.DependencyError as error:
        raise InputError(name, "is encrypted; save it without a password") from error
    except broken as error:
        raise InputError(name, f"is a damaged PDF ({str(error)[:120] or type(error).__name__})") from error
    return pages, total


def _rows(page: Any, number: int) -> list[_Row]:
    """The lines of a page in reading order: whole-width lines first, then column by column between them."""
    runs: list[_Run] = []

    def visit(text: str, cm: Any, tm: Any, font: Any, size: Any) -> None:
        del font
        if not text.strip():
            return
        scale = abs(tm[3] * cm[3]) or 1.0
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        for part in text.strip("\n").split("\n"):
            if part.strip():
                runs.append(_Run(part.strip("\n"), float(x), float(y), float(size or 1.0) * float(scale)))

    plain = page.extract_text(visitor_text=visit)
    placed = _lines(runs)
    # Where places do not come out (one run for many lines), the order of the content stream is the better guess.
    if sum(len(row.text) for row in placed) < 0.8 * len("".join(plain.split())) or len(
        {round(r.y) for r in placed}
    ) < 0.5 * len(placed):
        return [
            _Row(line.strip(), 0.0, -float(i), 1.0, number) for i, line in enumerate(plain.split("\n")) if line.strip()
        ]
    width = float(page.mediabox.width) or 612.0
    rows = _in_columns(placed, width)
    return [_Row(row.text, row.x, row.y, row.size, number) for row in rows]


def _lines(runs: list[_Run]) -> list[_Row]:
    """Runs set on one height and close together, as lines in the order they are set."""
    rows: list[_Row] = []
    right = 0.0
    for run in runs:
        last = rows[-1] if rows else None
        if (
            last is not None
            and abs(last.y - run.y) <= 0.3 * max(last.size, run.size)
            and -1 <= run.x - right <= 2.5 * run.size
        ):
            glue = "" if last.text.endswith(" ") or run.text.startswith(" ") or run.x - right < 0.15 * run.size else " "
            last.text = last.text + glue + run.text
        else:
            rows.append(_Row(run.text, run.x, run.y, run.size, 0))
        right = run.x + 0.5 * run.size * len(run.text.rstrip())
    for row in rows:
        row.text = " ".join(row.text.split())
    return [row for row in rows if row.text]


def _in_columns(rows: list[_Row], width: float) -> list[_Row]:
    """``rows`` column by column where the page has two, else from top to bottom."""
    lefts = Counter(round(row.x / 12) for row in rows if len(row.text) > 15)
    middle = 0.38 * width
    left = [row for row in rows if row.x < middle]
    right = [row for row in rows if row.x >= middle]
    common = [place for place, count in lefts.items() if place * 12 >= middle and count >= 4]
    aligned = [
        row
        for row in right
        if round(row.x / 12) in common or round(row.x / 12) - 1 in common or round(row.x / 12) + 1 in common
    ]
    if not common or len(aligned) < 4 or len(left) < 4:
        return sorted(rows, key=lambda row: (-round(row.y), row.x))
    gutter = min(row.x for row in aligned)
    top = max(row.y for row in aligned)
    heads = [row for row in rows if row.x < gutter - 5 and row.y > top + 0.5 * row.size]
    body = [row for row in rows if row not in heads]
    columns = ([r for r in body if r.x < gutter - 5], [r for r in body if r.x >= gutter - 5])
    order = sorted(heads, key=lambda row: (-round(row.y), row.x))
    for column in columns:
        order += sorted(column, key=lambda row: (-round(row.y), row.x))
    return order


def _without_running(pages: list[list[_Row]]) -> list[_Row]:
    """All rows but page numbers and the heads and feet that return from page to page."""
    seen: Counter[str] = Counter()
    for page in pages:
        seen.update({_shape(row.text) for row in _edges(page)})
    kept: list[_Row] = []
    for page in pages:
        edges = {id(row) for row in _edges(page)}
        for row in page:
            if id(row) in edges:
                if _PAGE_NUMBER.fullmatch(row.text.strip()):
                    continue
                if len(pages) > 1 and seen[_shape(row.text)] >= max(2, 0.5 * len(pages)) and len(row.text) < 120:
                    continue
            kept.append(row)
    return kept


def _edges(page: list[_Row]) -> list[_Row]:
    by_height = sorted(page, key=lambda row: -row.y)
    return by_height[:3] + by_height[-3:]


def _shape(text: str) -> str:
    return re.sub(r"\d+", "0", text.lower()).strip()


def _title(rows: list[_Row]) -> tuple[str | None, list[_Row]]:
    """The lines in the largest letters at the head of the first page, where clearly larger than the body's."""
    sizes = Counter[float]()
    for row in rows:
        sizes[round(row.size, 1)] += len(row.text)
    body = sizes.most_common(1)[0][0]
    first = [row for row in rows[:15] if row.page == rows[0].page]
    largest = max((row.size for row in first), default=body)
    if largest >= 1.15 * body:
        title = [row for row in first if row.size >= 0.95 * largest]
        words = " ".join(row.text for row in title)
        if 2 <= len(words.split()) <= 40:
            return words, [row for row in rows if row not in title]
    if (
        len(rows) > 2
        and 3 <= len(rows[0].text.split()) <= 16
        and not _SENTENCE_END.search(rows[0].text)
        and rows[1].text[:1].isupper()
    ):
        longest = max(len(row.text) for row in rows)
        if len(rows[0].text) < 0.8 * longest:
            return rows[0].text, rows[1:]
    return None, rows


def _paragraphs(rows: list[_Row]) -> list[tuple[str, Any]]:
    """Lines joined to paragraphs: a new one at a wider gap, an indent, a change of size, or a short closing line."""
    if not rows:
        return []
    body_size = Counter(round(row.size, 1) for row in rows).most_common(1)[0][0]
    longest = sorted(len(row.text) for row in rows)[int(0.9 * (len(rows) - 1))]
    gaps = Counter(round(a.y - b.y, 0) for a, b in pairwise(rows) if a.page == b.page and a.y > b.y)
    leading = min((gap for gap, count in gaps.items() if count >= max(1, 0.1 * len(rows))), default=0.0)
    found: list[tuple[str, Any]] = []
    current, role = rows[0].text, _role(rows[0], body_size)
    for above, row in pairwise(rows):
        if _breaks(above, row, leading, longest) or _role(row, body_size) != role:
            found.append((current, role))
            current, role = row.text, _role(row, body_size)
        else:
            current = _joined(current, row.text)
    found.append((current, role))
    return found


def _role(row: _Row, body_size: float) -> Any:
    return "subhead" if row.size >= 1.12 * body_size and len(row.text.split()) <= 14 else None


def _breaks(above: _Row, row: _Row, leading: float, longest: int) -> bool:
    ended = _SENTENCE_END.search(above.text) is not None
    same_column = above.page == row.page and above.y > row.y
    if same_column and leading and above.y - row.y > 1.4 * leading:
        return True
    if ended and len(above.text) < 0.75 * longest:
        return True
    if not ended and len(above.text) < 0.5 * longest and row.text[:1].isupper():
        return True
    return ended and same_column and row.x - above.x > 0.6 * row.size


def _joined(above: str, below: str) -> str:
    """Two lines as one, the hyphen of a broken word taken out where the word goes on in lower case."""
    if re.search(r"[a-z]{2}[-\u00ad\u2010]$", above) and below[:1].islower():
        return above[:-1] + below
    return f"{above} {below}"
