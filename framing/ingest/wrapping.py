"""Hard-wrapped paragraphs: a line break inside a sentence becomes a space, so offsets stay those of the file."""

from __future__ import annotations

import re
from itertools import pairwise

_BETWEEN = re.compile(r"(\n(?:[ \t]*\n)+)")
_STRUCTURE = re.compile(r"\s*(?:[-*+•·>|#=]|\d{1,3}[.)]\s|```|<)")
_ENDS = re.compile(r"[.!?…:;][\"'”’»)\]*_]*\s*$")
_LEAST, _MOST = 40, 130
_EVEN = 0.7


def joined(text: str) -> str:
    """``text``, of the same length, with the line breaks of wrapped paragraphs as spaces.

    A break is one of wrapping where the next line goes on in lower case, or where all lines of the paragraph but the
    last are about equally long (40 to 130 characters). Lists, headings, tables and quoted blocks keep their lines.
    """
    return "".join(_block(part) if "\n" in part.strip("\n") else part for part in _BETWEEN.split(text))


def _block(block: str) -> str:
    if not block.strip():
        return block
    lines = block.split("\n")
    widths = [len(line.rstrip()) for line in lines[:-1]]
    even = (
        len(lines) > 2
        and _LEAST <= max(widths) <= _MOST
        and min(widths) >= _EVEN * max(widths)
        and len(lines[-1]) <= max(widths)
        and any(not _ENDS.search(line) for line in lines[:-1])
    )
    parts = [lines[0]]
    for above, below in pairwise(lines):
        wrapped = even or (_LEAST <= len(above.rstrip()) <= _MOST and below[:1].islower() and not _ENDS.search(above))
        plain = _STRUCTURE.match(below) is None and _STRUCTURE.match(above) is None
        parts.append((" " if wrapped and plain else "\n") + below)
    return "".join(parts)
