"""``framing config``: the settings in force."""

from __future__ import annotations

import typer

from framing.cli import session

app = typer.Typer(help="See the settings in force.", no_args_is_help=True, rich_markup_mode=None)


@app.command("show")
def show(config: session.ConfigOption = None) -> None:
    """Print the settings in force as YAML, each with its meaning."""
    from framing import config as settings

    session.emit(settings.describe(settings.load(config)))
