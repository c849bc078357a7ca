"""What commands share: their common options, reading inputs, progress on standard error, JSON on standard output."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from framing import config as settings
from framing.errors import DataError, InputError

if TYPE_CHECKING:
    from framing.types import Article

ConfigOption = Annotated[
    Path | None, typer.Option("--config", metavar="FILE", help="Settings file; default ./config.yaml if there is one.")
]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="No progress on standard error.")]
OutletOption = Annotated[str | None, typer.Option("--outlet", help="Outlet of all pieces, over what was guessed.")]
DateOption = Annotated[str | None, typer.Option("--date", metavar="YYYY-MM-DD", help="Date of all pieces.")]
NetworkOption = Annotated[bool, typer.Option("--allow-network", help="Allow inputs that are http(s) addresses.")]
PathsArgument = Annotated[
    list[str], typer.Argument(metavar="PATH...", help="Files, folders, patterns, or - for standard input.")
]


def read_articles(
    paths: Sequence[str],
    config: settings.Config,
    *,
    outlet: str | None = None,
    published: str | None = None,
    allow_network: bool = False,
) -> tuple[Article, ...]:
    """The articles in ``paths``; what cannot be read is named on standard error and the rest goes on.

    Raises the first ``InputError`` if nothing could be read.
    """
    from framing.ingest import read_paths

    stdin = sys.stdin.buffer if "-" in paths else None
    result = read_paths(paths, config, allow_network=allow_network, outlet=outlet, published=published, stdin=stdin)
    if not result.articles:
        for problem in result.problems[1:]:
            complain(str(problem))
        raise result.problems[0] if result.problems else InputError(", ".join(paths), "holds nothing that can be read")
    for problem in result.problems:
        complain(f"{problem} (skipped)")
    return result.articles


def complain(message: str) -> None:
    """One line to standard error."""
    sys.stderr.write(f"framing: {message}\n")


@contextmanager
def progress(quiet: bool) -> Iterator[Callable[[str], None]]:
    """A function that shows the step under way: a spinner on a terminal, nothing elsewhere or when quiet."""
    if quiet or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console

    with Console(stderr=True).status("starting") as status:
        yield lambda step: status.update(step)


def emit(text: str) -> None:
    """``text`` to standard output as UTF-8, whatever the terminal's encoding, with one line end at its end."""
    sys.stdout.flush()
    sys.stdout.buffer.write((text if text.endswith("\n") else text + "\n").encode("utf-8", errors="replace"))
    sys.stdout.buffer.flush()


def emit_json(document: Any) -> None:
    """``document`` to standard output as indented JSON."""
    emit(json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False))


def emit_lines(documents: Iterable[Any]) -> None:
    """One JSON object a line to standard output."""
    for document in documents:
        emit(json.dumps(document, ensure_ascii=False, allow_nan=False))


def read_lines(path: str, keys: Sequence[str]) -> Iterator[dict[str, Any]]:
    """The objects of a JSON-lines file (``-``: standard input), each with ``keys``; ``text`` must be a string.

    Raises ``InputError`` if the file cannot be read and ``DataError`` naming the line where a row is malformed.
    """
    try:
        data = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
        if data[:2] == b"\x1f\x8b":
            import gzip

            data = gzip.decompress(data)
        lines = data.decode("utf-8").split("\n")
    except (OSError, EOFError) as error:
        raise InputError(path, f"cannot be read ({getattr(error, 'strerror', None) or error})") from error
    except UnicodeDecodeError as error:
        raise InputError(path, f"is not UTF-8 (byte {error.start})") from error
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as error:
            raise DataError(f"{path}: line {number} is not JSON ({error})") from error
        if not isinstance(row, dict) or any(key not in row for key in keys):
            raise DataError(f"{path}: line {number} must be an object with {', '.join(keys)}")
        if not isinstance(row["text"], str):
            raise DataError(f"{path}: line {number}: `text` must be a string")
        yield row
