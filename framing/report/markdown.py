"""The report as Markdown, for editors' tools: the content of the story page without its charts.

What articles bring is escaped, so that it can be neither markup nor HTML nor a link.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from framing.config import Config
from framing.report import html
from framing.report.coverage import STATES, Cell, Row, meanings
from framing.report.excerpts import Excerpts
from framing.report.story import Marked, Piece, Story
from framing.types import Difference, JsonDict

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+!|~$^=&])")
# a bare address becomes a link in many viewers; a word joiner after its scheme or "www" keeps it text
_ADDRESS = re.compile(r"(?i)\b(\w+:)(?=//)|\b(www)(?=\.)|(mailto)(?=:)|(@)(?=\w)")
_WITHHELD = "\\[words not shown\\]"


def escape(text: str) -> str:
    """``text`` on one line with everything that Markdown or HTML would read as markup made plain."""
    line = _SPECIAL.sub(r"\\\1", " ".join(text.split()))
    line = _ADDRESS.sub(lambda match: f"{match.group(0)}\u2060", line)
    return re.sub(r"^(\d+)([.)])|^([-:])", lambda m: f"{m[1] or ''}\\{m[2] or m[3]}", line)


def render(story: Story, run: JsonDict, config: Config) -> str:
    """``report.md``: the same content in the same order as the story page."""
    excerpts = Excerpts(config.report)
    parts = [
        _glance(story, excerpts),
        _coverage(story, excerpts, config.report.max_claims),
        _differ(story, excerpts),
        _missing(story, excerpts),
        _voices(story, excerpts),
        _wording(story, excerpts),
        _made(story, run),
    ]
    return "\n".join(line for part in parts for line in part).rstrip() + "\n"


def _name(piece: Piece) -> str:
    return f"{piece.number} {escape(piece.label)}"


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield "| " + " | ".join(header) + " |"
    yield "|" + " --- |" * len(header)
    for row in rows:
        yield "| " + " | ".join(row) + " |"
    yield ""


def _glance(story: Story, excerpts: Excerpts) -> Iterator[str]:
    shared, disputed, carried, single = (len(story.group(g)) for g in ("shared", "disputed", "carried", "single"))
    yield f"# Source comparison of {len(story.pieces)} pieces"
    yield ""
    yield (
        f"{len(story.pieces)} pieces from {story.origins} independent origins. "
        f"{shared + disputed} claims are reported by two or more origins, {disputed} of them in dispute; "
        f"{carried + single} statements stand in one origin’s copy alone."
    )
    yield ""
    yield "## At a glance"
    yield ""
    header = ("Source", "Headline", "Agency", "By", "Date", "Kind", "Words", "Origin")
    yield from _table(header, (_piece_row(piece) for piece in story.pieces))
    yield "### Notes, and what could not be judged"
    yield ""
    notes = [f"- {escape(excerpts.message(note.message))}" for note in story.comparison.notes]
    for piece in story.pieces:
        notes += [f"- {_name(piece)}: {escape(note.message)}" for note in piece.article.notes]
        notes += [
            f"- {_name(piece)}: whether {count} claims are missing cannot be told: {escape(excerpts.message(reason))}"
            for reason, count in story.undecided(piece)
        ]
    yield from notes or ["Nothing was noted."]
    yield ""
    if story.comparison.edits:
        yield "### What carriers did with the shared copy"
        yield ""
        yield from (f"- {escape(excerpts.message(edit.message))}" for edit in story.comparison.edits)
        yield ""


def _piece_row(piece: Piece) -> tuple[str, ...]:
    article = piece.article
    return (
        _name(piece),
        escape(article.title or "not given"),
        escape(article.agency or "none named"),
        escape(", ".join(article.bylines) or "not given"),
        escape(article.published or "not given"),
        article.genre,
        str(piece.voices.words),
        str(piece.origin),
    )


def _coverage(story: Story, excerpts: Excerpts, limit: int) -> Iterator[str]:
    yield "## Coverage: who reports what, on whose word"
    yield ""
    for state, name in STATES.items():
        yield f"- **{name}**: {meanings()[state]}"
    yield ""
    titles = {
        "shared": "Reported by two or more independent origins",
        "disputed": "Reported by several, and in dispute",
    }
    header = ("Claim", *(_name(piece) for piece in story.pieces))
    for group, title in titles.items():
        rows = story.group(group)[:limit]
        if rows:
            yield f"### {title}"
            yield ""
            yield from _table(header, (_coverage_row(row, excerpts) for row in rows))
    if carried := story.group("carried")[:limit]:
        yield "### In several pieces of one origin"
        yield ""
        yield from _table(header, (_coverage_row(row, excerpts) for row in carried))
    for piece in story.pieces:
        rows = tuple(r for r in story.group("single")[:limit] if r.claim.members[0].article == piece.id)
        if rows:
            yield f"### Only in {_name(piece)}"
            yield ""
            for row in rows:
                yield f"- {_claim(row, excerpts)} — {'; '.join(escape(cell.words) for cell in row.reporting)}"
            yield ""


def _claim(row: Row, excerpts: Excerpts) -> str:
    text = excerpts.claim(row)
    return f"{escape(row.claim.id)}: {escape(text) if text else _WITHHELD}"


def _coverage_row(row: Row, excerpts: Excerpts) -> tuple[str, ...]:
    return (_claim(row, excerpts), *(_cell(cell) for cell in row.cells))


def _cell(cell: Cell) -> str:
    return escape(cell.words)


def _differ(story: Story, excerpts: Excerpts) -> Iterator[str]:
    yield "## Where they differ"
    yield ""
    for title, items in story.differences:
        yield f"### {title}"
        yield ""
        for claim, difference in items:
            yield f"- {escape(excerpts.message(difference.message))} (claim {escape(claim.id)})"
            yield from _quotations(story, difference, excerpts)
        yield ""
    if not story.differences:
        yield "No difference was found between sentences that report the same claim."
        yield ""


def _quotations(story: Story, difference: Difference, excerpts: Excerpts) -> Iterator[str]:
    for place in difference.spans:
        piece = story.piece(place.article)
        words = excerpts.of(piece.article.text[place.start : place.end])
        yield f"  - {_name(piece)}: {f'“{escape(words)}”' if words else _WITHHELD}"


def _missing(story: Story, excerpts: Excerpts) -> Iterator[str]:
    yield "## Missing here"
    yield ""
    yield "What two or more independent origins report and a piece does not, after a search through its whole text."
    yield ""
    for piece in story.pieces:
        yield f"### {_name(piece)}"
        yield ""
        for item in story.missing(piece):
            yield f"- {_claim(item.row, excerpts)} — reported by {escape('; '.join(item.by))}"
            if item.cell.nearest is not None and excerpts.any:
                near = escape(excerpts.of(item.cell.nearest.text) or "")
                yield f"  - nearest sentence (score {item.cell.nearest.score:.2f}): “{near}”"
        if not story.missing(piece):
            yield "Nothing that can be said for certain."
        yield ""


def _voices(story: Story, excerpts: Excerpts) -> Iterator[str]:
    yield "## Whose voice"
    yield ""
    for piece in story.pieces:
        voices = piece.voices
        yield f"### {_name(piece)}"
        yield ""
        yield (
            f"{voices.own} of {voices.words} words are the piece’s own; {voices.of_rung('anonymous')} stand on "
            f"anonymous sources, {voices.of_rung('vague')} on vague ones."
        )
        if voices.unheard:
            yield f"Talked about but not heard: {escape(', '.join(voices.unheard[:8]))}."
        yield ""
        if voices.speakers:
            yield from _table(
                ("Speaker", "How named", "Words quoted", "Words reported"),
                (
                    (escape(s.speaker), s.rung or "quotation only", str(s.quoted), str(s.reported))
                    for s in voices.speakers
                ),
            )
        yield from _findings(piece.family("S") + piece.family("B"), excerpts)


def _wording(story: Story, excerpts: Excerpts) -> Iterator[str]:
    yield "## Wording"
    yield ""
    header = ("Source", "Own-voice words", "In own voice", "Per 1,000", "95 % interval", "In others’ words")
    yield from _table(header, (_rate_row(piece) for piece in story.pieces))
    for piece in story.pieces:
        if piece.family("W"):
            yield f"### {_name(piece)}"
            yield ""
            yield from _findings(piece.family("W", own=True), excerpts)
            if others := piece.family("W", own=False):
                yield "In words it quotes or reports:"
                yield ""
                yield from _findings(others, excerpts)


def _rate_row(piece: Piece) -> tuple[str, ...]:
    rate = piece.rate
    shown = ["–" if value is None else f"{value:.1f}" for value in (rate.per_thousand, rate.low, rate.high)]
    interval = f"{shown[1]} to {shown[2]}"
    return _name(piece), str(rate.own_words), str(rate.own), shown[0], interval, str(rate.others)


def _findings(findings: Sequence[Marked], excerpts: Excerpts) -> Iterator[str]:
    for marked in findings:
        f = marked.finding
        words = excerpts.of(f.text) if f.text.strip() else None
        voice = "own voice" if f.voice == "own" else f"{f.voice}: {escape(f.speaker)}" if f.speaker else f.voice
        quoted = f" “{escape(words)}”" if words else ""
        yield f"- {f.rule} {f.name} ({voice}, {f.severity}){quoted}: {escape(excerpts.message(f.message))}"
    if findings:
        yield ""


def _made(story: Story, run: JsonDict) -> Iterator[str]:
    yield "## How this was made"
    yield ""
    yield f"- framing {escape(str(run['version']))}, model {escape(run['model']['name'])} `{run['model']['sha256']}`"
    yield f"- rules `{run['rules_sha256']}`, settings `{run['config_sha256']}`"
    for piece in story.pieces:
        yield f"- source {piece.number}: {escape(piece.article.path or 'standard input')} {piece.article.sha256}"
    yield f"- to make it again: {escape(html.rerun(story))}"
    yield ""
    yield (
        "These are judgements of a small statistical model and of word rules; they err, and the quoted words decide. "
        "There is no score of an outlet and no left or right in it, by design."
    )
