"""The parts of the Markdown report that tell claims: at a glance, coverage, differences, what is missing."""

from __future__ import annotations

from collections.abc import Iterator

from framing.compare.absence import search_recall
from framing.report import measured, overview
from framing.report.coverage import GROUPS, STATES, Row, meanings, said
from framing.report.markdown.plain import Page, escape, heading, name, table
from framing.report.overview import Standing
from framing.report.story import Piece


def glance(page: Page) -> Iterator[str]:
    """Title, the pieces, how each stands to the shared claims, notes, what carriers did."""
    story = page.story
    shared, disputed, perhaps, carried, single = (len(story.group(g)) for g in GROUPS)
    yield from heading(1, f"Source comparison of {len(story.pieces)} pieces")
    yield (
        f"{len(story.pieces)} pieces from {story.origins} independent origins. "
        f"{shared + disputed} claims are reported by two or more origins, {disputed} of them in dispute; "
        f"{perhaps} more may be, matched weakly; {carried + single} statements were matched with no other origin’s."
    )
    yield ""
    yield from heading(2, "At a glance")
    header = ("Source", "Headline", "Outlet", "Agency", "By", "Date", "Kind", "Words", "Origin")
    yield from table(header, (_piece_row(piece) for piece in story.pieces))
    if shared + disputed:
        yield from heading(3, f"Of the {shared + disputed} claims that two or more origins report")
        header = ("Source", "Reports", "Own voice", "Attributed", "Quoted", "Hedged", "Late", "Absent", "Cannot tell")
        yield from table(header, (_standing_row(standing) for standing in overview.standings(story)))
    yield from heading(3, "Notes, and what could not be judged")
    notes = [f"- {page.said(note.message)}" for note in story.comparison.notes]
    for piece in story.pieces:
        notes += [f"- {name(piece)}: {page.said(note.message)}" for note in piece.article.notes]
        notes += [
            f"- {name(piece)}: whether it has {count} of the others’ claims cannot be told: {page.said(reason)}"
            for reason, count in story.undecided(piece)
        ]
    yield from notes or ["Nothing was noted."]
    yield ""
    if story.comparison.edits:
        yield from heading(3, "What carriers did with the shared copy")
        yield from (f"- {page.said(edit.message)}" for edit in story.comparison.edits)
        yield ""


def _piece_row(piece: Piece) -> tuple[str, ...]:
    article = piece.article
    return (
        name(piece),
        escape(article.title or "not given"),
        escape(article.outlet or "not given"),
        escape(article.agency or "none named"),
        escape(", ".join(article.bylines) or "not given"),
        escape(article.published or "not given"),
        article.genre,
        str(piece.voices.words),
        str(piece.origin),
    )


def _standing_row(s: Standing) -> tuple[str, ...]:
    counts = (s.reported, s.own, s.attributed, s.quoted, s.hedged, s.late, s.absent, s.cannot_tell)
    return (name(s.piece), *map(str, counts))


def coverage(page: Page) -> Iterator[str]:
    """The coverage table by group, the sentences of the shared claims, and what one piece alone has."""
    story, limit = page.story, page.config.report.max_claims
    yield from heading(2, "Coverage: who reports what, on whose word")
    yield from (f"- **{title}**: {meanings()[state]}" for state, title in STATES.items())
    yield "- **hedged**: the piece leaves it open (may, would, if, reportedly); **denied**: it says it is not so"
    yield "- **late in the piece**: in the last fifth here, in the first half elsewhere"
    yield ""
    titles = {
        "shared": "Reported by two or more independent origins",
        "disputed": "Reported by several, and in dispute",
        "perhaps": "Perhaps the same claim: matched weakly",
        "carried": "In several pieces of one origin",
    }
    header = ("Claim", *(name(piece) for piece in story.pieces))
    for group, title in titles.items():
        if rows := page.view.rows(group):
            yield from heading(3, title)
            if group == "perhaps":
                yield f"{measured.weak_rows()} They are counted nowhere else, and nothing is called absent by them."
                yield ""
            cells = ((page.claim(row), *(escape(cell.words) for cell in row.cells)) for row in rows)
            yield from table(header, cells)
    if rows := [row for group in titles for row in page.view.rows(group)]:
        yield from heading(3, "The sentences side by side")
        for row in rows:
            yield from _sentences(page, row)
        yield ""
    for piece in story.pieces:
        alone = [row for row in page.view.rows("single") if row.claim.members[0].article == piece.id]
        if alone:
            yield from heading(3, f"Matched with no other piece: {name(piece)}")
            for row in alone:
                yield f"- {page.claim(row)} — {'; '.join(escape(cell.words) for cell in row.reporting)}"
            yield ""
    if len(story.rows) > limit:
        yield f"Shown are {limit} claims (report.max_claims); claims.csv has all {len(story.rows)}."
        yield ""


def _sentences(page: Page, row: Row) -> Iterator[str]:
    vouchers = page.view.vouchers(row)
    yield f"- **{escape(row.claim.id)}**"
    for cell in row.reporting:
        for member in sorted(cell.members, key=lambda m: m.start):
            told = escape(said(member))
            yield f"  - {name(page.story.piece(cell.article))} ({told}): {page.words(row, member.text)}"
    if vouchers.own:
        yield f"  - No source given: {', '.join(name(piece) for piece in vouchers.own)}."


def differ(page: Page) -> Iterator[str]:
    """The differences by kind, each with both quotations and how far such a line can be relied on."""
    story = page.story
    yield from heading(2, "Where they differ")
    for kind, title, items in story.differences:
        if not items:
            continue
        yield from heading(3, title)
        yield measured.reliability(kind)
        yield ""
        for claim, difference in items:
            yield f"- {page.said(difference.message)} (claim {escape(claim.id)})"
            for place in difference.spans:
                piece = story.piece(place.article)
                yield f"  - {name(piece)}: {page.quoted(piece.article.text[place.start : place.end])}"
        yield ""
    if none := [title for _, title, items in story.differences if not items]:
        yield f"None told here (most are not found): {'; '.join(none).lower()}."
        yield ""


def missing(page: Page) -> Iterator[str]:
    """What each piece leaves out, with the nearest sentence."""
    story = page.story
    yield from heading(2, "Missing here")
    recall = search_recall()
    yield (
        "What two or more independent origins report and a piece does not, after a search through its whole text. "
        f"{recall[:1].upper()}{recall[1:]}."
    )
    yield ""
    for piece in story.pieces:
        yield from heading(3, name(piece))
        for item in story.missing(piece):
            yield f"- {page.claim(item.row)} — reported by {escape('; '.join(item.by))}"
            if item.cell.nearest is not None and page.excerpts.any:
                near = page.quoted(item.cell.nearest.text)
                yield f"  - nearest sentence (score {item.cell.nearest.score:.2f}): {near}"
        if not story.missing(piece):
            yield "Nothing that can be said for certain."
        yield ""
