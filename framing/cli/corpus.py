"""``framing corpus``: many stories, one folder each."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from framing.cli import session


def run(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="A folder with one sub-folder a story.")],
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Write the shards here.")],
    shards: Annotated[int, typer.Option("--shards", min=1, max=10_000, help="Parts that can be resumed singly.")] = 1,
    config: session.ConfigOption = None,
    quiet: session.QuietOption = False,
) -> None:
    """Compare many stories; run it again to resume where it stopped."""
    from framing import config as settings
    from framing.corpus import shards as corpus

    loaded = settings.load(config)
    with session.progress(quiet) as say:
        outcome = corpus.run(folder, out, loaded, shards=shards, progress=say)
    for story, reason in outcome.failed:
        session.complain(f"{story}: {reason} (skipped)")
    session.emit(f"{outcome.compared} stories compared, {len(outcome.failed)} failed, {outcome.resumed} shards resumed")
    if outcome.failed and not outcome.compared and not outcome.resumed:
        raise typer.Exit(2)
