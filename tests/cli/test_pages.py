"""The page of commands is current, and no command or option goes without a word."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from framing.cli import pages

COMMANDS = [pytest.param(context, id=context.command_path.replace(" ", "-")) for context in pages.commands()]


@pytest.mark.parametrize("context", COMMANDS)
def test_everything_has_help(context: Any) -> None:
    assert len((context.command.help or "").split()) >= 4
    for parameter in context.command.params:
        assert getattr(parameter, "help", None), f"{context.command_path}: {parameter.name} has no help"


def test_the_page_is_current(root: Path) -> None:
    stored = (root / "docs" / "commands.md").read_text(encoding="utf-8")
    assert stored == pages.render(), "stale: python -m framing.cli.pages docs/commands.md writes it anew"


def test_the_terminal_does_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    wide = pages.render()
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("TERMINAL_WIDTH", "40")
    assert pages.render() == wide


def test_the_page_names_every_command(tmp_path: Path) -> None:
    text = pages.write(tmp_path / "docs" / "commands.md").read_text(encoding="utf-8")
    assert {"## framing check\n", "## framing rules explain\n", "## framing evaluate\n"} <= {
        line + "\n" for line in text.splitlines()
    }
