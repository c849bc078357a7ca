"""An article laid out for reading: one line a sentence, its voice in the margin, its marks in place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace

from framing.report.marks import Mark, Segment, segments
from framing.report.story import Piece, Story
from framing.report.words import source_name
from framing.types import Annotation, Sentence, Span

#: Rules whose place is only the nearest to something that is not there.
NOT_IN_TEXT = frozenset({"C409"})
#: What the margin calls each voice of a sentence.
VOICES = {"own": "own voice", "quoted": "quoted", "attributed": "attributed", "mixed": "own words and"}


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence (or words between sentences). ``margin`` is empty where it would repeat the line before.

    ``elsewhere`` holds, for each claim in the sentence that others report too, its id and the others' numbers.
    """

    anchor: str
    role: str
    voice: str
    margin: str
    segments: tuple[Segment, ...]
    elsewhere: tuple[tuple[str, tuple[int, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The lines of one paragraph."""

    lines: tuple[Line, ...]


def lay_out(story: Story, piece: Piece) -> tuple[Paragraph, ...]:
    """The whole text of ``piece`` as paragraphs of lines; only white space between sentences is left out."""
    text = piece.article.text
    marks = tuple(_marks(piece))
    shared = _shared(story, piece)
    paragraphs: list[list[Line]] = []
    last = -1
    margin = ""
    for sentence in _tiles(piece.annotation):
        if sentence.paragraph != last or not paragraphs:
            paragraphs.append([])
            last, margin = sentence.paragraph, ""
        line = Line(
            anchor=f"s{sentence.start}",
            role=sentence.role,
            voice=sentence.voice if sentence.role in ("body", "title") else "none",
            margin=_margin(piece.annotation, sentence),
            segments=segments(text, sentence.span, marks),
            elsewhere=tuple(
                (c, others) for c, others, spans in shared if any(s.overlaps(sentence.span) for s in spans)
            ),
        )
        paragraphs[-1].append(replace(line, margin="") if line.margin == margin else line)
        margin = line.margin
    return tuple(Paragraph(tuple(lines)) for lines in paragraphs)


class Anchors:
    """The ids of an article's lines, by the characters that stand in them."""

    def __init__(self, annotation: Annotation) -> None:
        self._starts = [tile.start for tile in _tiles(annotation)]

    def at(self, start: int) -> str:
        """The id of the line in which the character at ``start`` stands."""
        line = max(bisect_right(self._starts, start) - 1, 0)
        return f"s{self._starts[line]}" if self._starts else "article"


def _tiles(annotation: Annotation) -> tuple[Sentence, ...]:
    """The sentences, and as further ones whatever words stand between them (role ``between``); marks alone are none."""
    text = annotation.article.text
    tiles: list[Sentence] = []
    at, paragraph = 0, 0
    for sentence in sorted(annotation.sentences, key=lambda s: (s.start, s.end)):
        tiles += _between(text, at, sentence.start, sentence.paragraph)
        if sentence.end > at:
            tiles.append(replace(sentence, start=max(sentence.start, at)))
        at, paragraph = max(at, sentence.end), sentence.paragraph
    tiles += _between(text, at, len(text), paragraph)
    return tuple(tile for tile in tiles if any(c.isalnum() for c in tile.span.of(text)))


def _between(text: str, start: int, end: int, paragraph: int) -> list[Sentence]:
    words = text[start:end].strip()
    if not words:
        return []
    start = text.index(words, start)
    return [Sentence(start, start + len(words), paragraph, role="between")]


def _marks(piece: Piece) -> Iterable[Mark]:
    text = piece.article.text
    for attribution in piece.annotation.attributions:
        if attribution.source is not None:
            yield Mark(attribution.source.start, attribution.source.end, "src")
        if attribution.cue is not None:
            yield Mark(attribution.cue.start, attribution.cue.end, "cue")
    for marked in piece.findings:
        finding = marked.finding
        if finding.rule in NOT_IN_TEXT:
            continue
        words = finding.span.of(text)
        start = finding.start + len(words) - len(words.lstrip())
        kind = "whole" if _whole(piece.annotation, finding.span) else f"f f-{finding.rule[0]} v-{finding.voice}"
        yield Mark(start, max(start, finding.end - len(words) + len(words.rstrip())), kind, str(marked.number))


def _whole(annotation: Annotation, span: Span) -> bool:
    """Whether a finding concerns whole sentences: nothing in them is underlined then, the code at the end says it."""
    inside = [s for s in annotation.sentences if s.span.overlaps(span)]
    return bool(inside) and len(span) >= 0.9 * sum(len(s.span) for s in inside)


def _margin(annotation: Annotation, sentence: Sentence) -> str:
    if sentence.role not in ("body", "title"):
        return sentence.role if sentence.role != "between" else ""
    voice = VOICES[sentence.voice]
    if sentence.voice == "own":
        return voice
    who = speakers(annotation, sentence.span)
    return f"{voice} {who or 'others’'}" if sentence.voice == "mixed" else f"{voice}: {who}" if who else voice


def speakers(annotation: Annotation, span: Span) -> str:
    """Whose words stand in ``span``, each once in order; empty where nobody could be named."""
    text = annotation.article.text
    names: dict[str, None] = {}
    for attribution in annotation.attributions:
        if attribution.source is not None and any(content.overlaps(span) for content in attribution.content):
            names[source_name(attribution.source, text) or ""] = None
    for quote in annotation.quotes:
        if not any(names) and quote.kind == "speech" and quote.speaker and quote.span.overlaps(span):
            names[quote.speaker] = None
    return ", ".join(filter(None, names))


def _shared(story: Story, piece: Piece) -> list[tuple[str, tuple[int, ...], tuple[Span, ...]]]:
    """The claims of ``piece`` that others report too: id, the others' numbers, where it stands here."""
    found = []
    for row, cell in story.claims_of(piece):
        if row.group == "perhaps":
            continue
        others = tuple(story.piece(c.article).number for c in row.reporting if c.article != piece.id)
        if others:
            found.append((row.claim.id, others, tuple(member.span for member in cell.members)))
    return found
