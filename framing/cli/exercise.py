"""``framing exercise``: a worksheet and its key from a teacher's own pieces."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from framing.cli import session


def run(
    paths: session.PathsArgument,
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Write worksheet and key here.")],
    questions: Annotated[
        int | None, typer.Option("--questions", min=1, max=60, help="Most questions; over config.yaml.")
    ] = None,
    seed: Annotated[int | None, typer.Option("--seed", help="Another choice of questions; over config.yaml.")] = None,
    outlet: session.OutletOption = None,
    date: session.DateOption = None,
    allow_network: session.NetworkOption = False,
    config: session.ConfigOption = None,
    quiet: session.QuietOption = False,
) -> None:
    """Make a printable worksheet and an answer key from pieces on one story."""
    from framing import config as settings
    from framing.classroom import exercises, printing
    from framing.pipeline import Engine

    loaded = settings.load(config)
    changes = {key: value for key, value in (("questions", questions), ("seed", seed)) if value is not None}
    loaded = loaded.model_copy(update={"exercise": loaded.exercise.model_copy(update=changes)})
    articles = session.read_articles(paths, loaded, outlet=outlet, published=date, allow_network=allow_network)
    with session.progress(quiet) as say:
        compared = Engine(loaded, progress=say).compare(articles)
        say("choosing questions")
        written = printing.write(exercises.make(compared.comparison, compared.findings, loaded), out)
    session.emit("\n".join(str(path) for path in written))
