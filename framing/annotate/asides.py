"""Words given to somebody in passing: ``what Lee calls a ruse``, ``a charge that Kern has dismissed as theft``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from framing.annotate.nearby import Ordered
from framing.annotate.reporting import Report
from framing.types import Sentence, Span

_WHO: Final = (
    r"(?P<who>(?:it|he|she|they|critics|officials|supporters|opponents)|(?:[Tt]he\s+)?[A-Z][\w'’-]*(?:\s+[A-Z][\w'’-]*){0,3}"
    r"|(?:the|its|his|her|their)\s+[a-z]+)"
)
_CALLED = re.compile(
    rf"\bwhat\s+{_WHO}\s+(?P<cue>(?:(?:has|have|had)\s+)?(?:repeatedly\s+|often\s+)?"
    r"(?:calls?|called|dubs?|dubbed|terms?|termed|describes?\s+as|described\s+as|sees?\s+as|regards?\s+as))\s+(?P<what>\S)"
)
_HELD = re.compile(
    rf"\b(?:which|something|that)\s+{_WHO}\s+(?P<cue>(?:(?:has|have|had)\s+)?(?:repeatedly\s+|often\s+|also\s+)?"
    r"(?:dismiss|denounc|condemn|describ|reject|derid|mock|prais|hail|brand|portray|depict|characteri[sz]|slamm?)(?:es|s|ed)"
    r"\s+as)\s+(?P<what>\S)"
)
_LONGEST: Final = 240
_MARKS = re.compile(r"[\"“”‘]|(?<!\w)'")
_STOPS = re.compile(r"[,;:]\s|[.!?](?:\s|$)|\s(?:for what|as what|and what|in what|of what|--|—|–)\s|[)]")


def named_so(text: str, sentences: Sequence[Sentence], reports: Sequence[Report]) -> list[Report]:
    """Reports of names and judgements given in passing that no report's cue touches yet."""
    cues = Ordered(r.cue for r in reports)
    found: list[Report] = []
    for sentence in sentences:
        if sentence.role != "body":
            continue
        for pattern in (_CALLED, _HELD):
            for match in pattern.finditer(text, sentence.start, sentence.end):
                cue = Span(*match.span("cue"))
                start = match.start("what")
                last = min(sentence.end, start + _LONGEST)
                stop = _STOPS.search(text, start, last)
                end = stop.start() if stop is not None else last
                if (
                    end in (start, start + _LONGEST)
                    or _MARKS.search(text, start, end)
                    or cues.touching(cue.start, cue.end)
                ):
                    continue
                found.append(Report(Span(*match.span("who")), cue, (Span(start, end),)))
    return found
