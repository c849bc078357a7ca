"""``framing rules``: the rules and their pages."""

from __future__ import annotations

from typing import Annotated

import typer

from framing.cli import session

app = typer.Typer(help="List the rules and read their pages.", no_args_is_help=True, rich_markup_mode=None)


@app.command("list")
def list_rules() -> None:
    """List every rule: code, name, severity, what it marks."""
    from framing.rules import registry

    session.emit("\n".join(f"{r.code}  {r.severity:<8} {r.name:<24} {r.summary}" for r in registry.rules()))


@app.command("explain")
def explain(rule: Annotated[str, typer.Argument(metavar="CODE", help="A rule's code or name.")]) -> None:
    """Print the page of one rule: what it marks, why, examples, what to write instead, limits."""
    from framing.rules import pages, registry

    session.emit(pages.page(registry.find(rule)))
