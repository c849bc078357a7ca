"""A comparison as a piece of HTML for a notebook's cell: the sources and the claims that several of them report."""

from __future__ import annotations

from collections.abc import Sequence

from framing.report import html, measured
from framing.report.overview import shared_rows, standings
from framing.report.story import tell
from framing.types import Comparison, Finding

#: Most claims shown; ``coverage_frame()`` has all.
CLAIMS = 20


def render(comparison: Comparison, findings: Sequence[Finding]) -> str:
    """A self-contained fragment: no script, no address, everything that articles bring escaped."""
    story = tell(comparison, findings)
    rows = shared_rows(story)
    context = {
        "story": story,
        "standings": standings(story),
        "rows": rows[:CLAIMS],
        "more": max(0, len(rows) - CLAIMS),
        "absence_recall": measured.absence_recall(),
    }
    return html.environment().get_template("notebook.html.j2").render(context).strip()
