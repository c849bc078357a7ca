"""The parts of the Markdown report that tell voices and words, and how the report was made."""

from __future__ import annotations

from collections.abc import Iterator

from framing.report import html, measured, portrayal, wordings
from framing.report.markdown.plain import Page, escape, heading, name, table
from framing.report.portrayal import Portrayal
from framing.report.story import Piece
from framing.types import JsonDict


def voices(page: Page) -> Iterator[str]:
    """Whose words the pieces consist of: by voice, by side, by speaker; what only one gives no source for."""
    story = page.story
    yield from heading(2, "Whose voice")
    header = ("Source", "Words", "Own", "Quoted", "Reported", "On anonymous sources", "On vague sources", "Speakers")
    yield from table(header, (_voice_row(piece) for piece in story.pieces))
    if sides := page.view.sides():
        yield from heading(3, "By side")
        rows = ((escape(s.name), *(str(cell.total) if cell else "0" for cell in s.cells)) for s in sides)
        yield from table(("Side", *(name(piece) for piece in story.pieces)), rows)
    for piece in story.pieces:
        yield from heading(3, name(piece))
        yield from _voice(page, piece)


def _voice_row(piece: Piece) -> tuple[str, ...]:
    v = piece.voices
    quoted, reported = sum(s.quoted for s in v.speakers), sum(s.reported for s in v.speakers)
    counts = (v.words, v.own, quoted, reported, v.of_rung("anonymous"), v.of_rung("vague"), len(v.speakers))
    return (name(piece), *map(str, counts))


def _voice(page: Page, piece: Piece) -> Iterator[str]:
    if unheard := page.view.unheard(piece):
        yield f"Talked about but not heard: {escape(', '.join(unheard[:8]))}."
        yield ""
    if alone := page.view.unsourced(piece):
        yield "Stated here without a source, sourced in another piece:"
        yield ""
        for item in alone:
            others = "; ".join(f"{name(page.story.piece(c.article))}: {escape(c.words)}" for c in item.elsewhere)
            words = page.quoted(item.here.members[0].text)
            yield f"- {escape(item.row.claim.id)} {words} — {others}"
        yield ""
    if unnamed := page.view.unnamed(piece):
        yield "Anonymous and vague sources:"
        yield ""
        for a in unnamed:
            who = escape(a.source.span.of(piece.article.text)) if a.source else "no source named"
            content = f": {escape(page.view.content(piece, a))}" if page.excerpts.any else ""
            yield f"- {who} ({a.rung}){content}"
        yield ""
    if piece.voices.speakers:
        rows = (
            (
                escape(s.speaker),
                escape(page.view.side_of(s.speaker)),
                s.rung or "quotation only",
                str(s.quoted),
                str(s.reported),
            )
            for s in piece.voices.speakers
        )
        yield from table(("Speaker", "Side", "How named", "Words quoted", "Words reported"), rows)
    yield from page.findings(piece.family("S") + piece.family("B"))


def wording(page: Page) -> Iterator[str]:
    """Rates, the same claim worded by each, portrayal of actors, and the findings."""
    story = page.story
    yield from heading(2, "Wording")
    header = ("Source", "Own-voice words", "In own voice", "Per 1,000", "95 % interval", "In others’ words")
    yield from table(header, (_rate_row(piece) for piece in story.pieces))
    if worded := wordings.worded(story):
        yield from heading(3, "The same claim, worded by each")
        for claim in worded:
            yield f"- **{escape(claim.row.claim.id)}**"
            for side in claim.sides:
                marks = ", ".join(f"{m.finding.rule} {page.quoted(m.finding.text)}" for m in side.charged)
                yield f"  - {name(side.piece)}: {page.quoted(side.member.text)} — {marks or 'no wording finding'}"
        yield ""
    if portrayed := portrayal.portrayals(story):
        yield from heading(3, "How actors are portrayed in own voice")
        yield "Mentions clearly unfavourable · neutral · favourable; in brackets those in words quoted or reported."
        yield ""
        rows = ((escape(row.name), *(_portrayal(cell) for cell in row.cells)) for row in portrayed)
        yield from table(("Actor", *(name(piece) for piece in story.pieces)), rows)
    for piece in story.pieces:
        if piece.family("W"):
            yield from heading(3, name(piece))
            yield from page.findings(piece.family("W", own=True))
            if others := piece.family("W", own=False):
                yield "In words it quotes or reports:"
                yield ""
                yield from page.findings(others)


def _rate_row(piece: Piece) -> tuple[str, ...]:
    rate = piece.rate
    shown = ["–" if value is None else f"{value:.1f}" for value in (rate.per_thousand, rate.low, rate.high)]
    interval = f"{shown[1]} to {shown[2]}"
    return name(piece), str(rate.own_words), str(rate.own), shown[0], interval, str(rate.others)


def _portrayal(cell: Portrayal) -> str:
    if not cell.own + cell.others:
        return "not found"
    return f"{cell.against} · {cell.neither} · {cell.favourable} \\({cell.others}\\)"


def made(page: Page, run: JsonDict) -> Iterator[str]:
    """Measured errors, versions, hashes, the command that repeats the run."""
    yield from heading(2, "How this was made")
    yield from heading(3, "How often it errs")
    rows = [(escape(m.part), escape(m.sentence), escape(m.on)) for m in measured.measures()]
    rows += [
        (
            f"Difference: {escape(told.title.lower())}",
            told.sentence,
            escape(told.on),
        )
        for told in measured.told().values()
    ]
    yield from table(("Part", "Measured", "On"), rows)
    yield from heading(3, "The run")
    yield f"- framing {escape(str(run['version']))}, model {escape(run['model']['name'])} `{run['model']['sha256']}`"
    yield f"- rules `{run['rules_sha256']}`, settings `{run['config_sha256']}`"
    for piece in page.story.pieces:
        yield f"- source {piece.number}: {escape(piece.article.path or 'standard input')} {piece.article.sha256}"
    yield f"- to make it again: {escape(html.rerun(page.story))}"
    yield ""
    yield (
        "These are judgements of small statistical models and of word rules; they err, and the quoted words decide. "
        "There is no score of an outlet and no left or right in it, by design."
    )
