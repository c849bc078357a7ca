"""``framing annotate``: one article's annotation as JSON, or sentences scored row by row."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from framing.cli import session
from framing.errors import FramingError


def run(
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="PATH...", help="Files, folders, patterns, or - for standard input.")
    ] = None,
    lines: Annotated[
        str | None,
        typer.Option("--lines", metavar="FILE.jsonl", help='Score rows {"id","text"} instead; - reads stdin.'),
    ] = None,
    format: Annotated[
        Literal["json", "jsonl"], typer.Option("--format", help="json for articles, jsonl for --lines.")
    ] = "json",
    outlet: session.OutletOption = None,
    date: session.DateOption = None,
    allow_network: session.NetworkOption = False,
    config: session.ConfigOption = None,
    quiet: session.QuietOption = False,
) -> None:
    """Annotate articles: voice, attributions, wording, actors, findings; or score a data set with --lines."""
    from framing import config as settings
    from framing.pipeline import Engine

    if bool(paths) == (lines is not None):
        raise FramingError("annotate: give either PATH... or --lines FILE.jsonl")
    loaded = settings.load(config)
    if lines is not None:
        from framing.annotate.lines import annotate_lines

        rows = [(str(row["id"]), row["text"]) for row in session.read_lines(lines, ("id", "text"))]
        session.emit_lines(annotate_lines(rows, Engine(loaded).reader, loaded))
        return
    articles = session.read_articles(paths or [], loaded, outlet=outlet, published=date, allow_network=allow_network)
    with session.progress(quiet) as say:
        engine = Engine(loaded, progress=say)
        annotations = engine.annotate(articles)
        findings = {annotation.article.id: engine.check(annotation) for annotation in annotations}
        record = engine.run_record()
    from framing.report import json as documents

    document = documents.annotation_document(annotations, findings, record)
    if format == "json":
        session.emit_json(document)
    else:
        session.emit_lines([document])
