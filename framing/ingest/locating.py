"""Inputs as a user gives them (files, folders, globs, ``-``, addresses) to single sources, in a stable order."""

from __future__ import annotations

import glob
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from framing.errors import InputError

EXTENSIONS = frozenset({".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".pdf", ".docx"})
_ABOUT_THE_FOLDER = frozenset({"readme", "license", "licence", "changelog", "contributing", "notice"})


@dataclass(frozen=True, slots=True)
class Source:
    """One thing to read. ``name`` is what messages call it: the path as given, ``-``, or the address."""

    kind: Literal["file", "stdin", "url"]
    name: str


def locate(inputs: Sequence[str | Path]) -> Iterator[Source | InputError]:
    """The sources behind ``inputs``, in order; a folder gives its files, sorted, without hidden ones and READMEs.

    An input that leads nowhere gives an ``InputError`` in its place. A file reached twice is given twice.
    """
    for item in inputs:
        yield from _located(str(item))


def _located(item: str) -> Iterator[Source | InputError]:
    if item == "-":
        yield Source("stdin", "-")
        return
    if item.lower().startswith(("http://", "https://")):
        yield Source("url", item)
        return
    if "\x00" in item:
        yield InputError(item.replace("\x00", "\\0"), "is not a file name")
        return
    path = Path(item)
    try:
        if path.is_dir():
            yield from _inside(path)
        elif path.exists():
            yield Source("file", item)
        elif glob.has_magic(item):
            yield from _matching(item)
        else:
            yield InputError(item, "no such file or folder")
    except OSError as error:
        yield InputError(item, f"cannot be looked up ({error.strerror or error})")


def _inside(folder: Path) -> Iterator[Source | InputError]:
    try:
        next(folder.iterdir(), None)
    except OSError as error:
        yield InputError(str(folder), f"cannot be read ({error.strerror or error})")
        return
    found = [
        path
        for path in sorted(folder.rglob("*"))
        if path.suffix.lower() in EXTENSIONS
        and path.stem.lower() not in _ABOUT_THE_FOLDER
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
        and path.is_file()
    ]
    if not found:
        known = ", ".join(sorted(EXTENSIONS))
        yield InputError(str(folder), f"holds no file that can be read (looked for {known})")
    for path in found:
        yield Source("file", str(path))


def _matching(pattern: str) -> Iterator[Source | InputError]:
    matches = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - absolute and relative patterns alike
    if not matches:
        yield InputError(pattern, "matches no file")
    for match in matches:
        path = Path(match)
        if path.is_dir():
            yield from _inside(path)
        else:
            yield Source("file", match)
