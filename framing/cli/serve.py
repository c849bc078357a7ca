"""``framing serve``: the local page."""

from __future__ import annotations

from typing import Annotated

import typer

from framing.cli import session


def run(
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help="Port on this machine.")] = 8765,
    config: session.ConfigOption = None,
) -> None:
    """Open a page on this machine (127.0.0.1 only) where pieces are pasted or uploaded and compared."""
    from framing import config as settings
    from framing.web import app

    app.serve(settings.load(config), port=port)
