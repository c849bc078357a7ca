"""What all parts of the Markdown report use: text made plain, tables, names, claims, findings.

What articles bring is escaped, so that it can be neither markup nor HTML nor a link.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from framing.config import Config
from framing.report.coverage import Row
from framing.report.excerpts import Excerpts
from framing.report.story import Marked, Piece, Story
from framing.report.view import View

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+!|~$^=&])")
# a bare address becomes a link in many viewers; a word joiner after its scheme or "www" keeps it text
_ADDRESS = re.compile(r"(?i)\b(\w+:)(?=//)|\b(www)(?=\.)|(mailto)(?=:)|(@)(?=\w)")
WITHHELD = "\\[words not shown\\]"


def escape(text: str) -> str:
    """``text`` on one line with everything that Markdown or HTML would read as markup made plain."""
    line = _SPECIAL.sub(r"\\\1", " ".join(text.split()))
    line = _ADDRESS.sub(lambda match: f"{match.group(0)}\u2060", line)
    return re.sub(r"^(\d+)([.)])|^([-:])", lambda m: f"{m[1] or ''}\\{m[2] or m[3]}", line)


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """The lines of a table, an empty one last."""
    yield "| " + " | ".join(header) + " |"
    yield "|" + " --- |" * len(header)
    for row in rows:
        yield "| " + " | ".join(row) + " |"
    yield ""


def heading(level: int, text: str) -> Iterator[str]:
    """A heading with an empty line after it."""
    yield f"{'#' * level} {text}"
    yield ""


def name(piece: Piece) -> str:
    """The number and label of a piece."""
    return f"{piece.number} {escape(piece.label)}"


@dataclass(frozen=True, slots=True)
class Page:
    """What a part of the report is told from."""

    story: Story
    config: Config
    excerpts: Excerpts
    view: View

    def claim(self, row: Row) -> str:
        """The id and the words of a claim."""
        text = self.excerpts.claim(row)
        return f"{escape(row.claim.id)}: {escape(text) if text else WITHHELD}"

    def quoted(self, text: str | None) -> str:
        """Words of an article in quotation marks, as far as they may be shown."""
        shown = self.excerpts.of(text)
        return f"“{escape(shown)}”" if shown else WITHHELD

    def words(self, row: Row, text: str) -> str:
        """A sentence of the row in quotation marks, as far as sentences of the row may be shown."""
        return self.quoted(text) if self.excerpts.row(row) else WITHHELD

    def said(self, message: str) -> str:
        """A message, its quotations withheld where they must be."""
        return escape(self.excerpts.message(message))

    def findings(self, findings: Sequence[Marked]) -> Iterator[str]:
        """A line a finding, an empty one last."""
        for marked in findings:
            f = marked.finding
            words = self.excerpts.of(f.text) if f.text.strip() else None
            voice = "own voice" if f.voice == "own" else f"{f.voice}: {escape(f.speaker)}" if f.speaker else f.voice
            quoted = f" “{escape(words)}”" if words else ""
            yield f"- {f.rule} {f.name} ({voice}, {f.severity}){quoted}: {self.said(f.message)}"
        if findings:
            yield ""
