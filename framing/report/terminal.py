"""The comparison as a page of plain text: what `framing compare` prints without other instructions."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from textwrap import fill, shorten

from framing.report.coverage import weak
from framing.report.story import tell
from framing.types import Claim, Comparison, Finding

WIDTH = 100
SHOWN = 12


def render(comparison: Comparison, findings: Sequence[Finding], out: Path | None = None) -> str:
    """The pieces, the claims that several of them report, what differs and what is missing; control characters out."""
    label = {article.id: article.label for article in comparison.articles}
    blocks = [_pieces(comparison, findings, label)]
    shared = [claim for claim in comparison.claims if len({m.article for m in claim.members}) > 1]
    blocks.append(_shared(shared, label))
    differences = [(claim, difference) for claim in shared for difference in claim.differences]
    if differences:
        lines = [
            _item(f"{d.kind.replace('_', ' ')} ({label[d.between[0]]} / {label[d.between[1]]}): {d.message}")
            for _, d in sorted(differences, key=lambda row: -row[1].score)[:SHOWN]
        ]
        blocks.append(_section(f"Where they differ ({len(differences)})", lines))
    missing = [f for f in findings if f.rule == "C409"]
    if missing:
        lines = [_item(f"{label[f.article]}: {f.message}") for f in missing[:SHOWN]]
        blocks.append(_section(f"Missing ({len(missing)})", lines))
    notes = [_item(note.message) for note in comparison.notes]
    notes += [_item(f"{label[a.id]}: {note.message}") for a in comparison.articles for note in a.notes]
    if notes:
        blocks.append(_section("Know before you rely on this", notes))
    if out is not None:
        blocks.append(f"Report: {out / 'index.html'}")
    else:
        blocks.append("Add --out DIR for the full report.")
    return "".join(c if c == "\n" or c.isprintable() else " " for c in "\n\n".join(blocks)) + "\n"


def _pieces(comparison: Comparison, findings: Sequence[Finding], label: dict[str, str]) -> str:
    lines = []
    for article in comparison.articles:
        own = sum(1 for f in findings if f.article == article.id and f.voice == "own" and f.rule[0] in "WS")
        facts = [article.genre, article.published or "no date", ", ".join(article.bylines) or "no byline"]
        title = f"{article.title} · " if article.title else ""
        marks = f"{own} mark{'s' if own != 1 else ''} on its own wording and sourcing"
        lines.append(_item(f"{label[article.id]}: {title}{' · '.join(facts)} · {marks}"))
    count = tell(comparison, findings).origins
    origins = f"{count} independent origin{'s' if count != 1 else ''}"
    return _section(f"{len(comparison.articles)} pieces, {origins}", lines)


def _shared(shared: Sequence[Claim], label: dict[str, str]) -> str:
    ranked = sorted((c for c in shared if not weak(c)), key=lambda c: (-c.origins, -c.strength))
    lines = []
    for claim in ranked[:SHOWN]:
        who = []
        for member in claim.members:
            said = "own voice" if member.status == "own" else f"{member.status}: {member.source or 'unnamed'}"
            who.append(f"{label[member.article]} ({said})")
        lines.append(_item(shorten(claim.text, 160, placeholder=" …") + " — " + "; ".join(dict.fromkeys(who))))
    if len(ranked) > SHOWN:
        lines.append(_item(f"and {len(ranked) - SHOWN} more"))
    if perhaps := len(shared) - len(ranked):
        lines.append(_item(f"and {perhaps} matched weakly, which may be no match"))
    return _section(f"Claims that several report ({len(ranked)})", lines or [_item("none found")])


def _section(title: str, lines: Sequence[str]) -> str:
    return "\n".join([title, "-" * len(title), *lines])


def _item(text: str) -> str:
    return fill(text, WIDTH, initial_indent="  ", subsequent_indent="    ", break_long_words=False)
