"""A check as workflow commands, which GitHub shows as annotations on the lines of a draft."""

from __future__ import annotations

from framing.editor.result import Checked, Located, located
from framing.editor.text import summary, voice
from framing.types import Severity

_COMMANDS: dict[Severity, str] = {"note": "notice", "warning": "warning", "error": "error"}


def render(checked: Checked) -> str:
    """One command a finding and one for each unused suppression, then the summary line."""
    lines = [_command(checked.path or "", row) for row in located(checked, checked.findings)]
    places = checked.lines()
    for article, comment in checked.unused:
        place = places[article].at(comment.span.start)
        lines.append(
            f"::notice file={_property(checked.path or '')},line={place.line},col={place.column},"
            f"title=unused suppression::{_data(comment.message)}"
        )
    return "\n".join([*lines, summary(checked)]) + "\n"


def _command(path: str, row: Located) -> str:
    finding = row.finding
    properties = {
        "file": path,
        "line": str(row.start.line),
        "endLine": str(row.end.line),
        "title": f"{finding.rule} {finding.name}",
    }
    if row.start.line == row.end.line:  # GitHub refuses columns on a range of lines
        properties |= {"col": str(row.start.column), "endColumn": str(row.end.column)}
    told = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    message = f"{finding.message} [{voice(finding)}]"
    if finding.suggestion:
        message = f"{message}\n{finding.suggestion}"
    return f"::{_COMMANDS[finding.severity]} {told}::{_data(message)}"


def _data(text: str) -> str:
    """Text escaped as the toolkit of GitHub Actions escapes a message."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Text escaped as the toolkit of GitHub Actions escapes a property."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
