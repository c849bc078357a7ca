"""The page of all commands, made from the program's own help: ``docs/commands.md``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer.main

WIDTH = 100
INTRODUCTION = """\
# Commands

What every command prints for `--help`. Made by `python -m framing.cli.pages docs/commands.md`; do not edit by hand.

Results go to standard output, progress and messages to standard error. Exit codes: 0 done (for `check`: nothing at or
above `--fail-on`), 1 `check` found something, 2 wrong usage or nothing could be read.
"""


def commands() -> Iterator[Any]:
    """A context of every command and group, ``WIDTH`` columns wide; a group comes before its commands."""
    from framing.cli.app import app

    yield from _below(typer.main.get_command(app), "framing", None)


def render() -> str:
    """The page as Markdown, the same on every terminal."""
    parts = [INTRODUCTION]
    for context in commands():
        lines = context.command.get_help(context).strip("\n").splitlines()
        text = "\n".join(line.rstrip() for line in lines)
        parts.append(f"## {context.command_path}\n\n```\n{text}\n```\n")
    return "\n".join(parts)


def write(path: Path) -> Path:
    """Write the page to ``path`` and return it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(render(), encoding="utf-8", newline="\n")
    return path


def _below(command: Any, name: str, parent: Any) -> Iterator[Any]:
    context = command.context_class(
        command,
        info_name=name,
        parent=parent,
        terminal_width=WIDTH,
        max_content_width=WIDTH,
        **command.context_settings,
    )
    yield context
    for word, inner in getattr(command, "commands", {}).items():
        yield from _below(inner, word, context)


if __name__ == "__main__":
    import sys

    if len(sys.argv) != 2:
        raise SystemExit("usage: python -m framing.cli.pages FILE.md")
    write(Path(sys.argv[1]))
