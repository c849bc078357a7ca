"""Posts embedded in an article: words without quotation marks, signed ``— Name (@handle) date`` after them."""

from __future__ import annotations

import re

from framing.types import Quote

_SIGNATURE = re.compile(r"[—–-] ?(?P<name>[^\n(—–]{2,60}?) \(@\w{1,30}\)")
_DATE = re.compile(
    r"\s*(?:(?:Jan|Feb|March|Mar|April|Apr|May|June|Jun|July|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\w*\.? \d{1,2},? \d{4})?\s*"
)


def find(text: str) -> tuple[Quote, ...]:
    """The posts in order, each as a quotation by its author; a post is the rest of its line before the signature."""
    found: list[Quote] = []
    done = 0
    for match in _SIGNATURE.finditer(text):
        start = max(done, text.rfind("\n", 0, match.start()) + 1)
        end = match.start()
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if end - start > 1 and any(c.isalnum() for c in text[start:end]):
            found.append(Quote(start, end, "speech", match["name"].strip(), True))
        date = _DATE.match(text, match.end())
        done = date.end() if date is not None else match.end()
    return tuple(found)
