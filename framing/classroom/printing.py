"""Worksheet → four files: the pupils' sheet and the key, each as a page to print and as Markdown.

The pages hold no script and no address outside themselves; what comes from an article is escaped wherever it stands.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from framing.classroom.types import Credit, Passage, Worksheet
from framing.errors import FramingError

#: File name → template.
FILES: Mapping[str, str] = {
    "worksheet.html": "worksheet.html.j2",
    "key.html": "key.html.j2",
    "worksheet.md": "worksheet.md.j2",
    "key.md": "key.md.j2",
}
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>|~&$])")
_LINE_START = re.compile(r"^(\d+(?=[.)])|)([-#+=]|(?<=\d)[.)])")


def write(worksheet: Worksheet, out: Path) -> tuple[Path, ...]:
    """The four files of ``worksheet`` in the folder ``out``, which is made if need be.

    Each file appears whole or not at all. Raises ``FramingError`` naming the folder where it cannot be written.
    """
    pages = render(worksheet)
    try:
        out.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=out, prefix=".framing-") as folder:
            for name, page in pages.items():
                Path(folder, name).write_bytes(page.encode("utf-8", "replace"))  # a lone surrogate has no UTF-8
            return tuple(Path(folder, name).replace(out / name) for name in pages)
    except OSError as error:
        raise FramingError(f"{out}: the worksheet cannot be written here ({error.strerror or error})") from error


def render(worksheet: Worksheet) -> dict[str, str]:
    """File name → contents."""
    environment = _environment()
    values = {"sheet": worksheet, "kinds": len({exercise.kind for exercise in worksheet.exercises})}
    return {name: environment.get_template(template).render(values) for name, template in FILES.items()}


def _environment() -> Any:
    from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

    environment = Environment(
        loader=PackageLoader("framing.classroom"),
        autoescape=select_autoescape(("html.j2",)),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(md=markdown, letter=_letter, credit=_credit, mdparts=_markdown_parts)
    return environment


def markdown(text: str) -> str:
    """``text`` with everything that Markdown or HTML would read as a command escaped, on one line."""
    line = " ".join(str(text).split())
    return _LINE_START.sub(r"\1\\\2", _MARKDOWN.sub(r"\\\1", line))


def _markdown_parts(passage: Passage) -> str:
    """The words of a passage with its marked stretches in bold."""
    return "".join(f"**{_edges(text)}**" if bold else _edges(text) for text, bold in passage.parts())


def _edges(text: str) -> str:
    """``text`` escaped, a space at either end kept."""
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() and text.strip() else ""
    return f"{before}{markdown(text)}{after}"


def _letter(index: int) -> str:
    """0 → ``a``: how the parts of an exercise are numbered."""
    return "abcdefghijklmnopqrstuvwxyz"[index % 26]


def _credit(credit: Credit) -> str:
    """Who published and wrote a piece, and when, in one line."""
    parts = [credit.publisher]
    if credit.bylines:
        parts.append("by " + " and ".join(credit.bylines))
    if credit.published:
        parts.append(credit.published)
    return ", ".join(parts)
