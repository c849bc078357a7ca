"""Claims, findings and coverage as rows: CSV files (RFC 4180) and pandas data frames."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from framing.report import coverage
from framing.report.coverage import Cell, Row
from framing.report.excerpts import ALL, Excerpts
from framing.types import Comparison, Finding

if TYPE_CHECKING:
    import pandas as pd

Value = str | int | float | bool | None

CLAIMS_HEADER = (
    "claim",
    "text",
    "group",
    "origins",
    "article",
    "source",
    "state",
    "speaker",
    "rung",
    "certainty",
    "position",
    "late",
    "same_copy_as",
    "start",
    "end",
    "words",
    "nearest_score",
    "reason",
)
FINDINGS_HEADER = (
    "rule",
    "name",
    "article",
    "start",
    "end",
    "text",
    "score",
    "severity",
    "voice",
    "speaker",
    "message",
    "suggestion",
    "fingerprint",
)

# Spreadsheets run a cell that begins with one of these as a formula (OWASP, "CSV Injection"); full-width forms too.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def claims_rows(comparison: Comparison, excerpts: Excerpts = ALL) -> list[tuple[Value, ...]]:
    """A row for each sentence that reports a claim, and one for each source that has none; see ``CLAIMS_HEADER``.

    ``text`` is the claim, ``words`` the sentence in the source (or the nearest miss, with ``nearest_score``), both as
    far as ``excerpts`` lets them be shown.
    """
    labels = {article.id: article.label for article in comparison.articles}
    return [
        line for row in coverage.table(comparison) for cell in row.cells for line in _lines(row, cell, labels, excerpts)
    ]


def findings_rows(findings: Iterable[Finding], excerpts: Excerpts = ALL) -> list[tuple[Value, ...]]:
    """A row for each finding; see ``FINDINGS_HEADER``."""
    return [
        (
            f.rule,
            f.name,
            f.article,
            f.start,
            f.end,
            excerpts.of(f.text),
            round(float(f.score), 4),
            f.severity,
            f.voice,
            f.speaker,
            excerpts.message(f.message),
            excerpts.message(f.suggestion) if f.suggestion else None,
            f.fingerprint,
        )
        for f in findings
    ]


def claims_frame(comparison: Comparison) -> pd.DataFrame:
    """The claims as a long data frame with the columns of ``CLAIMS_HEADER``."""
    import pandas as pd

    return pd.DataFrame(claims_rows(comparison), columns=list(CLAIMS_HEADER))


def findings_frame(findings: Iterable[Finding]) -> pd.DataFrame:
    """The findings as a data frame with the columns of ``FINDINGS_HEADER``."""
    import pandas as pd

    return pd.DataFrame(findings_rows(findings), columns=list(FINDINGS_HEADER))


def coverage_frame(comparison: Comparison) -> pd.DataFrame:
    """The coverage table as a data frame: claim ids × article ids, each cell in words."""
    import pandas as pd

    rows = coverage.table(comparison)
    return pd.DataFrame(
        [[cell.words for cell in row.cells] for row in rows],
        index=pd.Index([row.claim.id for row in rows], name="claim"),
        columns=pd.Index([article.id for article in comparison.articles], name="article"),
    )


def render(header: Sequence[str], rows: Iterable[Sequence[Value]]) -> str:
    """The rows as CSV by RFC 4180; text that a spreadsheet would run as a formula gets a leading apostrophe."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(header)
    for row in rows:
        writer.writerow([_safe(value) for value in row])
    return out.getvalue()


def _lines(row: Row, cell: Cell, labels: dict[str, str], excerpts: Excerpts) -> list[tuple[Value, ...]]:
    claim = row.claim
    shown = excerpts.row(row)
    head = (claim.id, excerpts.claim(row), row.group, claim.origins, cell.article, labels[cell.article])
    if not cell.members:
        near = cell.nearest
        start, end, text, score = (
            (near.start, near.end, excerpts.of(near.text), round(float(near.score), 4)) if near else [None] * 4
        )
        empty = (None, None, None, None, None, None)
        return [(*head, cell.state, *empty, start, end, text, score, excerpts.message(cell.reason))]
    return [
        (
            *head,
            m.status,
            m.source,
            m.rung,
            m.certainty,
            round(float(m.position), 4),
            cell.buried,
            cell.same_copy,
            m.start,
            m.end,
            excerpts.of(m.text) if shown else None,
            None,
            None,
        )
        for m in sorted(cell.members, key=lambda m: (m.start, m.end))
    ]


def _safe(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_FORMULA) else value
    return str(value)
