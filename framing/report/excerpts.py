"""How much of the articles a report may repeat: ``report.excerpts`` and ``report.excerpt_words``.

``full`` repeats whole articles. ``sentences`` repeats, cut to the word limit, only sentences that are evidence: those
of claims that two or more origins report, of differences, of findings, and the nearest sentence to an absent claim.
``none`` repeats no sentence; headlines, names and credits stay, as a credit needs them. What is withheld is ``None``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from framing.config import ReportConfig
from framing.language import words
from framing.report.coverage import Row
from framing.types import JsonDict, Span

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»")
_WITHHELD = "“[…]”"


@dataclass(frozen=True, slots=True)
class Excerpts:
    """The excerpt settings as questions a view asks."""

    settings: ReportConfig

    @property
    def full(self) -> bool:
        """Whether whole articles may stand in the report."""
        return self.settings.excerpts == "full"

    @property
    def any(self) -> bool:
        """Whether any sentence may."""
        return self.settings.excerpts != "none"

    def span(self, text: str, span: Span) -> Span | None:
        """The part of ``span`` that may be shown; ``None`` if none of it."""
        if self.full:
            return span
        if not self.any:
            return None
        tokens = words.tokens(span.of(text))
        limit = self.settings.excerpt_words
        return span if len(tokens) <= limit else Span(span.start, span.start + tokens[limit - 1].end)

    def of(self, text: str | None) -> str | None:
        """``text`` as far as it may be shown, with an ellipsis where it was cut; ``None`` if it may not."""
        if text is None:
            return None
        shown = self.span(text, Span(0, len(text)))
        if shown is None:
            return None
        return text if shown.end == len(text) else f"{shown.of(text)} …"

    def row(self, row: Row) -> bool:
        """Whether sentences of the row may be shown: those of one origin alone only where whole articles may."""
        return self.full or (self.any and row.claim.origins >= 2)

    def claim(self, row: Row) -> str | None:
        """The words of the row's claim, as far as they may be shown."""
        return self.of(row.claim.text) if self.row(row) else None

    def message(self, message: str) -> str:
        """A message or reason; words it repeats in quotation marks are withheld where no sentence may be shown."""
        return message if self.any else _QUOTED.sub(_WITHHELD, message)


#: Everything may be shown.
ALL = Excerpts(ReportConfig())


def withhold(document: JsonDict, settings: ReportConfig) -> JsonDict:
    """The ``framing.comparison/1`` document as a report may carry it: every ``text`` cut or ``None``."""
    excerpts = Excerpts(settings)
    if excerpts.full:
        return document
    kept = {key: _reduced(value, excerpts) for key, value in document.items()}
    for article in kept["articles"]:
        article["text"] = None
        for attribution in article["attributions"]:
            for part in (attribution["source"], attribution["cue"], *attribution["content"]):
                if part is not None:
                    part["text"] = None
    for claim in kept["claims"]:
        if claim["origins"] < 2:
            claim["text"] = None
            for member in claim["members"]:
                member["text"] = None
    return kept


def _reduced(value: Any, excerpts: Excerpts) -> Any:
    if isinstance(value, list):
        return [_reduced(item, excerpts) for item in value]
    if isinstance(value, dict):
        return {key: _field(key, item, excerpts) for key, item in value.items()}
    return value


def _field(key: str, value: Any, excerpts: Excerpts) -> Any:
    if not isinstance(value, str):
        return _reduced(value, excerpts)
    if key == "text":
        return excerpts.of(value)
    return excerpts.message(value) if key in ("message", "sentence", "reason", "suggestion") else value
