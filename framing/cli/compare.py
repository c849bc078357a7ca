"""``framing compare``: several pieces in, one comparison out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from framing.cli import session


def run(
    paths: session.PathsArgument,
    out: Annotated[Path | None, typer.Option("--out", metavar="DIR", help="Write the report folder here.")] = None,
    format: Annotated[
        Literal["text", "json", "markdown"], typer.Option("--format", help="What goes to standard output.")
    ] = "text",
    outlet: session.OutletOption = None,
    date: session.DateOption = None,
    allow_network: session.NetworkOption = False,
    config: session.ConfigOption = None,
    quiet: session.QuietOption = False,
) -> None:
    """Compare pieces on one story: who reports what, on whose word, how worded, what is left out."""
    from framing import config as settings
    from framing.pipeline import Engine

    loaded = settings.load(config)
    articles = session.read_articles(paths, loaded, outlet=outlet, published=date, allow_network=allow_network)
    with session.progress(quiet) as say:
        engine = Engine(loaded, progress=say)
        compared = engine.compare(articles)
        record = engine.run_record()
        if out is not None:
            from framing.report import folder

            say("writing the report")
            folder.write(compared.comparison, compared.findings, record, out, loaded)
    if format == "json":
        from framing.report import json as documents
        from framing.report.excerpts import withhold

        document = documents.comparison_document(compared.comparison, compared.findings, record)
        session.emit_json(withhold(document, loaded.report))
    elif format == "markdown":
        from framing.report import markdown
        from framing.report.story import tell

        session.emit(markdown.render(tell(compared.comparison, compared.findings), record, loaded))
    else:
        from framing.report import terminal

        session.emit(terminal.render(compared.comparison, compared.findings, out))
