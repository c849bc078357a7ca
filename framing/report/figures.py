"""The records that the charts are drawn from; each is also written as CSV beside its chart."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from framing.report.excerpts import Excerpts
from framing.report.reading import NOT_IN_TEXT
from framing.report.story import Piece, Story
from framing.report.tables import Value
from framing.types import Voice

#: Most rows of the coverage chart; the table has all.
CHART_CLAIMS = 20
#: Most speakers of one source in the chart; its table has all.
CHART_SPEAKERS = 5
#: Most sources drawn in a chart; its table has all.
CHART_SOURCES = 12
VOICES: tuple[Voice, ...] = ("own", "attributed", "quoted")


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart's data: what it shows in one sentence, and its table."""

    name: str
    title: str
    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def coverage_figure(story: Story, excerpts: Excerpts) -> Figure:
    """Claims × sources, the claims that most origins report first."""
    chosen = [row for row in story.rows if row.group in ("shared", "disputed")] or list(story.rows)
    rows = tuple(
        (
            row.claim.id,
            excerpts.claim(row) or f"Claim {row.claim.id}",
            story.piece(cell.article).number,
            story.piece(cell.article).label,
            cell.state,
            cell.hedged,
            cell.denied,
            cell.buried,
        )
        for row in chosen[:CHART_CLAIMS]
        for cell in row.cells
    )
    shown = len({row[0] for row in rows})
    return Figure(
        name="coverage",
        title="Who reports which claim, and on whose word",
        caption=f"{_count(shown, 'claim')} by {_count(len(story.pieces), 'source')}: a square is the piece’s own "
        "voice, a diamond is attributed, a disc is quoted, a cross is absent, a question mark means it cannot be told."
        + _cut(story),
        header=("claim", "text", "number", "source", "state", "hedged", "denied", "late"),
        rows=rows,
    )


def voices_figure(story: Story) -> Figure:
    """Who is quoted or reported, for how many words, in each source."""
    rows: list[tuple[Value, ...]] = []
    for piece in story.pieces:
        rows.append((piece.number, piece.label, "own voice", None, 0, 0, piece.voices.own))
        rows += [(piece.number, piece.label, s.speaker, s.rung, s.quoted, s.reported, 0) for s in piece.voices.speakers]
    return Figure(
        name="voices",
        title="Who is quoted for how much",
        caption="Words each source gives to its speakers, most first: cross-hatched bars stand in quotation marks, "
        "hatched bars are reported in the piece’s own words." + _cut(story),
        header=("number", "source", "speaker", "rung", "quoted_words", "reported_words", "own_words"),
        rows=tuple(rows),
    )


def rates_figure(story: Story) -> Figure:
    """Wording findings in own voice per thousand own-voice words, with the 95 % interval, in each source."""
    rows: tuple[tuple[Value, ...], ...] = tuple(
        (p.number, p.label, p.rate.own_words, p.rate.own, *map(_tenths, (p.rate.per_thousand, p.rate.low, p.rate.high)))
        for p in story.pieces
    )
    return Figure(
        name="rates",
        title="Wording findings in own voice per 1,000 own-voice words",
        caption="The dot is the rate, the line its 95 % interval; where lines overlap, the sources do not differ by "
        "these counts." + _cut(story),
        header=("number", "source", "own_words", "own_findings", "per_thousand", "low", "high"),
        rows=rows,
    )


def findings_figure(story: Story) -> Figure:
    """How many findings of each rule each source has, by voice."""
    counts = {piece.id: _by_rule(piece) for piece in story.pieces}
    rules = sorted({key[:2] for found in counts.values() for key in found})
    rows: tuple[tuple[Value, ...], ...] = tuple(
        (piece.number, piece.label, rule, name, *(counts[piece.id][(rule, name, voice)] for voice in VOICES))
        for rule, name in rules
        for piece in story.pieces
    )
    return Figure(
        name="findings",
        title="Findings by rule and voice",
        caption="Number of findings: solid bars are the piece’s own voice, hatched bars are attributed to somebody, "
        "cross-hatched bars stand in quotation marks. Longer pieces have more; the table of wording gives rates."
        + _cut(story),
        header=("number", "source", "rule", "name", *VOICES),
        rows=rows,
    )


def _by_rule(piece: Piece) -> Counter[tuple[str, str, str]]:
    # what is missing has no place in the text and so no voice; the coverage table counts it
    placed = (m.finding for m in piece.findings if m.finding.rule not in NOT_IN_TEXT)
    return Counter((finding.rule, finding.name, finding.voice) for finding in placed)


def _tenths(value: float | None) -> float | None:
    return None if value is None else round(value, 1)


def _cut(story: Story) -> str:
    total = len(story.pieces)
    return "" if total <= CHART_SOURCES else f" The first {CHART_SOURCES} of {total} sources are drawn."


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
