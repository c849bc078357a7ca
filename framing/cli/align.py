"""``framing align``: scores of sentence pairs for data sets whose sentences are given."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from framing.cli import session


def run(
    lines: Annotated[
        str,
        typer.Option("--lines", metavar="FILE.jsonl", help='Rows {"story","article","id","text"}; - reads stdin.'),
    ],
    format: Annotated[Literal["jsonl"], typer.Option("--format", help="One object a pair.")] = "jsonl",
    config: session.ConfigOption = None,
) -> None:
    """Score every pair of sentences of different articles of a story that may report the same claim."""
    from framing import config as settings
    from framing.compare.sentence_rows import Row, score_rows
    from framing.pipeline import Engine

    del format
    loaded = settings.load(config)
    rows = [
        Row(str(row["story"]), str(row["article"]), row["id"], row["text"])
        for row in session.read_lines(lines, ("story", "article", "id", "text"))
    ]
    session.emit_lines(score_rows(rows, Engine(loaded).encoder))
