"""What the templates ask about places in articles: addresses, and words with what is marked in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from framing.compare import content
from framing.report import overview, reading, wordings
from framing.report.coverage import Cell, Row
from framing.report.excerpts import Excerpts
from framing.report.marks import Mark, Segment, segments
from framing.report.overview import Unsourced, Vouchers
from framing.report.sides import NO_SIDE, SideShare, by_side
from framing.report.story import Marked, Piece, Story, shorten
from framing.report.wordings import Side
from framing.types import Attribution, Difference, Member, Place, Span

#: Most sources named or quoted for one claim where every one would drown the rest; the table's row has all cells.
MANY = 12
#: Most pieces that the story page sets beside each other in full; beyond, the source pages serve.
COLUMNS = 8


@dataclass(frozen=True, slots=True)
class Words:
    """Words to show: segments, and whether some were withheld by the excerpt setting."""

    segments: tuple[Segment, ...]
    cut: bool


@dataclass(frozen=True, slots=True)
class ColumnLine:
    """A sentence of a column, with the claims in it that other sources report too; bylines and the like are aside."""

    text: str
    claims: tuple[str, ...]
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A piece to be read beside others: paragraphs of lines."""

    piece: Piece
    paragraphs: tuple[tuple[ColumnLine, ...], ...]


@dataclass(frozen=True, slots=True)
class SideRow:
    """A side with the words that its speakers have in each source; ``None`` where they have none."""

    name: str
    cells: tuple[SideShare | None, ...]

    @property
    def total(self) -> int:
        return sum(cell.total for cell in self.cells if cell is not None)


class View:
    """Questions about one story under one excerpt setting; ``limit`` is how many claims the story page shows."""

    def __init__(self, story: Story, excerpts: Excerpts, limit: int, sides: Mapping[str, str]) -> None:
        self._story = story
        self._excerpts = excerpts
        self._sides = sides
        self._lines: dict[str, reading.Anchors] = {}
        self._rows = story.rows[:limit]
        self._shown = frozenset(row.claim.id for row in self._rows)

    def rows(self, group: str) -> list[Row]:
        """The rows of a group that stand on the story page."""
        return [row for row in self._rows if row.group == group]

    def shown(self, claim: str) -> bool:
        """Whether the claim has its row on the story page (and so an anchor)."""
        return claim in self._shown

    def how(self, cell: Cell) -> str:
        """The words by which the table's filter finds a cell."""
        more = ("hedged", cell.hedged), ("denied", cell.denied), ("late", cell.buried)
        return " ".join([cell.state, *(name for name, holds in more if holds)])

    def searched(self, row: Row) -> list[Cell]:
        """The cells of the sources that were searched for the claim in vain."""
        return [cell for cell in row.cells if cell.state in ("absent", "cannot_tell")]

    def vouchers(self, row: Row) -> Vouchers:
        """On whose word each source reports the claim."""
        return overview.vouchers(self._story, row)

    def unsourced(self, piece: Piece) -> tuple[Unsourced, ...]:
        """What the piece says in its own voice that others give on somebody's word."""
        return overview.unsourced(self._story, piece)

    def plainer(self, piece: Piece, marked: Marked) -> tuple[Side, ...]:
        """Plainer wordings of the claim in which a finding stands."""
        return wordings.plainer(self._story, piece, marked)

    def sourced(self, piece: Piece, marked: Marked) -> tuple[Side, ...]:
        """Others who give on somebody's word what a finding marks as unsourced."""
        return wordings.sourced(self._story, piece, marked)

    def unnamed(self, piece: Piece) -> tuple[Attribution, ...]:
        """The attributions to anonymous and vague sources that words name, in the order of the text."""
        return tuple(a for a in piece.attributions if a.source is not None and a.rung in ("anonymous", "vague"))

    def side_of(self, speaker: str) -> str:
        """For whom a speaker speaks; empty where the pieces do not say."""
        return self._sides.get(speaker, "")

    def sides(self) -> tuple[SideRow, ...]:
        """The sides with their words in each source, most words first; speakers of no side last."""
        found: dict[str, dict[str, SideShare]] = {}
        for piece in self._story.pieces:
            for share in by_side(piece.voices, self._sides):
                found.setdefault(share.side, {})[piece.id] = share
        rows = [SideRow(side, tuple(by.get(piece.id) for piece in self._story.pieces)) for side, by in found.items()]
        rows.sort(key=lambda row: (row.name == NO_SIDE, -row.total, row.name))
        return tuple(rows) if any(row.name != NO_SIDE for row in rows) else ()

    def unheard(self, piece: Piece) -> tuple[str, ...]:
        """Who is talked about in the piece but not heard, neither themselves nor anybody who speaks for them."""
        heard = {share.side.casefold() for share in by_side(piece.voices, self._sides)}
        return tuple(name for name in piece.voices.unheard if name.casefold() not in heard)

    def further(self, reason: str) -> str:
        """What a reason for absence says beyond the search itself, which the section tells once."""
        return "; ".join(part for part in reason.split("; ")[1:] if "called absent in a test" not in part)

    def place(self, article: str, start: int, claim: str | None = None) -> str:
        """The address of a place within ``sources/``: its sentence, or its claim where no article is shown."""
        piece = self._story.piece(article)
        if self._excerpts.full:
            return f"{piece.page}#{self._anchors(piece).at(start)}"
        return f"{piece.page}#c-{claim}" if claim else piece.page

    def _anchors(self, piece: Piece) -> reading.Anchors:
        if piece.id not in self._lines:
            self._lines[piece.id] = reading.Anchors(piece.annotation)
        return self._lines[piece.id]

    def side_by_side(self, member: Member, row: Row) -> Words:
        """The member's sentence with the words it shares with other sources, and the words that differ, marked."""
        shared = {
            stem
            for other in row.claim.members
            if other.article != member.article
            for stem in content.content_stems(other.text)
        }
        marks = [
            Mark(word.start, word.end, "al")
            for word in content.content_words(member.text, member.start)
            if content.stem(word.lower) in shared
        ]
        marks += _differing(member, row.claim.differences)
        if not self._excerpts.row(row):
            return Words((), cut=True)
        return self._words(self._story.piece(member.article).article.text, member.span, marks)

    def member(self, member: Member) -> Words:
        """The member's sentence, unmarked; for claims of two or more origins only."""
        return self._words(self._story.piece(member.article).article.text, member.span, [])

    def charged(self, side: Side) -> Words:
        """The sentence with its wording findings marked; for claims of two or more origins only."""
        marks = [Mark(m.finding.start, m.finding.end, "df") for m in side.charged]
        return self._words(side.piece.article.text, side.member.span, marks)

    def content(self, piece: Piece, attribution: Attribution) -> str:
        """The beginning of what is attributed; a note that it is withheld where whole articles may not be shown."""
        if not self._excerpts.full:
            return "[words not shown]"
        return " … ".join(shorten(span.of(piece.article.text), 140) for span in attribution.content)

    def around(self, place: Place) -> Words:
        """The sentence a place stands in, the place marked; the whole place where it is longer than a sentence."""
        annotation = self._story.piece(place.article).annotation
        whole = place.span
        for sentence in annotation.sentences:
            if sentence.start < place.end and place.start < sentence.end:
                whole = Span(min(whole.start, sentence.start), max(whole.end, sentence.end))
        marks = [] if whole == place.span else [Mark(place.start, place.end, "df")]
        return self._words(annotation.article.text, whole, marks)

    def columns(self) -> tuple[Column, ...]:
        """The pieces to be read beside each other; none where they are too many or no words may be shown."""
        pieces = self._story.pieces
        if not self._excerpts.any or not 1 < len(pieces) <= COLUMNS:
            return ()
        return tuple(column for piece in pieces if (column := self._column(piece)).paragraphs)

    def _column(self, piece: Piece) -> Column:
        text = piece.article.text
        shared = [
            (row.claim.id, tuple(member.span for member in cell.members))
            for row, cell in self._story.claims_of(piece)
            if row.group in ("shared", "disputed") and self.shown(row.claim.id)
        ]
        paragraphs: dict[tuple[int, str], list[ColumnLine]] = {}
        for sentence in piece.annotation.sentences:
            claims = tuple(claim for claim, spans in shared if any(span.overlaps(sentence.span) for span in spans))
            shown = self._excerpts.span(text, sentence.span) if claims or self._excerpts.full else None
            if shown is not None:
                cut = " …" if shown != sentence.span else ""
                aside = sentence.role not in ("body", "title", "subhead")
                line = ColumnLine(" ".join(shown.of(text).split()) + cut, claims, aside)
                paragraphs.setdefault((sentence.paragraph, sentence.role), []).append(line)
        return Column(piece, tuple(tuple(lines) for lines in paragraphs.values()))

    def _words(self, text: str, span: Span, marks: list[Mark]) -> Words:
        shown = self._excerpts.span(text, span)
        if shown is None:
            return Words((), cut=True)
        return Words(segments(text, shown, marks), cut=shown != span)


def _differing(member: Member, differences: Sequence[Difference]) -> list[Mark]:
    return [
        Mark(place.start, place.end, "df")
        for difference in differences
        for place in difference.spans
        if place.article == member.article and place.span != member.span
    ]
