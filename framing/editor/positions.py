"""From offsets to lines and columns of the file that was read."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from framing.types import Article


class Position(NamedTuple):
    """A place in a file as editors count it: lines and columns from 1, columns in characters."""

    line: int
    column: int


@dataclass(frozen=True)
class Lines:
    """Where lines start in a text; ``shift`` is added to every offset first."""

    starts: tuple[int, ...]
    shift: int = 0

    @classmethod
    def of(cls, text: str, *, shift: int = 0) -> Lines:
        """The lines of ``text``, split at line feeds only, as offsets count them."""
        starts = [0]
        at = text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = text.find("\n", at + 1)
        return cls(tuple(starts), shift)

    def at(self, offset: int) -> Position:
        """The line and column of ``offset`` by one bisection."""
        place = offset + self.shift
        line = bisect_right(self.starts, place)
        return Position(line, place - self.starts[line - 1] + 1)


def of_article(article: Article, source: str | None = None) -> Lines:
    """Lines and columns of the article's file.

    ``source`` is the decoded file with ``\\n`` line ends; where it is ``None`` the file at ``article.path`` is read. If
    the article's text is not found there at ``source_offset`` (a converted format, a file that changed or is in another
    encoding), lines and columns count within the article's own text.
    """
    offset = article.source_offset
    if offset is not None:
        if source is None:
            source = _read(article.path)
        if source is not None and _same(source[offset : offset + len(article.text)], article.text):
            return Lines.of(source, shift=offset)
    return Lines.of(article.text)


def _same(one: str, other: str) -> bool:
    """Whether the two differ at most in line breaks: wrapped lines are joined when a file is read."""
    return one.replace("\n", " ") == other.replace("\n", " ")


def _read(path: str | None) -> str | None:
    if path is None:
        return None
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError, ValueError):
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")
