"""``framing check``: one draft, alone or against what others published."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from framing.cli import session


def run(
    draft: Annotated[str, typer.Argument(metavar="DRAFT", help="The draft: a file, or - for standard input.")],
    against: Annotated[
        list[str] | None, typer.Option("--against", metavar="PATH", help="What others published; may be repeated.")
    ] = None,
    format: Annotated[
        Literal["text", "json", "sarif", "github"], typer.Option("--format", help="What goes to standard output.")
    ] = "text",
    fail_on: Annotated[
        Literal["note", "warning", "error", "never"] | None,
        typer.Option("--fail-on", help="Lowest severity that gives exit code 1; over config.yaml."),
    ] = None,
    baseline: Annotated[
        Path | None, typer.Option("--baseline", metavar="FILE", help="Findings recorded here are not shown again.")
    ] = None,
    write_baseline: Annotated[
        Path | None, typer.Option("--write-baseline", metavar="FILE", help="Record today's findings here.")
    ] = None,
    outlet: session.OutletOption = None,
    date: session.DateOption = None,
    allow_network: session.NetworkOption = False,
    config: session.ConfigOption = None,
    quiet: session.QuietOption = False,
) -> None:
    """Check a draft for loaded, one-sided and unsourced wording; exits 1 if it finds any."""
    from dataclasses import replace

    from framing import config as settings
    from framing.editor import result, suppressions
    from framing.pipeline import Engine

    loaded = settings.load(config)
    known = suppressions.read_baseline(baseline) if baseline is not None else frozenset()
    own = session.read_articles([draft], loaded, outlet=outlet, published=date, allow_network=allow_network)
    others = session.read_articles(against, loaded, allow_network=allow_network) if against else ()
    others = tuple(replace(a, id=f"a{number}") for number, a in enumerate(others, start=len(own) + 1))
    with session.progress(quiet) as say:
        engine = Engine(loaded, progress=say)
        if others:
            findings = engine.compare([*own, *others]).findings
        else:
            findings = tuple(finding for annotation in engine.annotate(own) for finding in engine.check(annotation))
        checked = result.assemble(own, findings, engine.run_record(), path=draft, baseline=known)
    if write_baseline is not None:
        from framing.cli.writing import write_whole

        write_whole(write_baseline, suppressions.baseline(checked.findings))
    session.emit(_rendered(checked, format))
    raise typer.Exit(result.exit_code(checked.findings, fail_on or loaded.check.fail_on))


def _rendered(checked: object, format: str) -> str:
    from importlib import import_module

    rendered: str = import_module(f"framing.editor.{format}").render(checked)
    return rendered
