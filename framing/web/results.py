"""What a comparison leaves behind: a handful of finished reports in memory, none on disk."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass

#: Reports kept; the oldest goes when another is made.
KEPT = 8


@dataclass(frozen=True, slots=True)
class Result:
    """One finished comparison: its files by path, and what could not be read."""

    files: Mapping[str, bytes]
    labels: tuple[str, ...]
    problems: tuple[str, ...]


class Results:
    """The newest reports by a name nobody can guess."""

    def __init__(self, kept: int = KEPT) -> None:
        self._kept = kept
        self._known: OrderedDict[str, Result] = OrderedDict()

    def add(self, result: Result) -> str:
        """The name under which ``result`` can be found from now on."""
        name = secrets.token_urlsafe(18)
        self._known[name] = result
        while len(self._known) > self._kept:
            self._known.popitem(last=False)
        return name

    def get(self, name: str) -> Result | None:
        """The result of that name, if it is still kept."""
        return self._known.get(name)

    def clear(self) -> None:
        """Forget all results."""
        self._known.clear()
