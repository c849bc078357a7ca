"""From the reader's links to reports: which words are the source, the cue and the content of one attribution.

An anchor says that an attribution is there, and each piece of the window has a probability for each of its parts; the
parts are runs of probable pieces, widened to whole words (as in semantic-role labelling; parts as in PolNeAR, Newell et
al. 2018).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from framing.annotate.reporting import Report
from framing.types import Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from framing.model.reader import Link, Reading


@dataclass(frozen=True, slots=True)
class Cuts:
    """From which probability on a piece is an anchor or a part.

    ``weak_source`` counts in the cue's sentence alone, where no source is stronger.
    """

    anchor: float = 0.35
    source: float = 0.5
    weak_source: float = 0.25
    cue: float = 0.5
    content: float = 0.5
    gap: int = 2
    """Pieces of a run that may be improbable between two probable ones."""


CUTS: Final = Cuts()
_CLAUSE: Final = 4
_STRAY: Final = 2
_QUOTES: Final = "\"“”„«»‘'"
_INITIALS: Final = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_ARTICLE: Final = re.compile(r"\b(an?|the)\s$", re.IGNORECASE)
_NEXT_WORD: Final = re.compile(r"\s(\w+)")
_LIKELY: Final = 0.5
_EDGE: Final = re.compile(r"[\s,;:.—–-]*(?:(?:and|but|or|that|as)\s+(?=\w+\s))?[\s,;:.—–-]*")


def reports(text: str, reading: Reading, cuts: Cuts = CUTS) -> list[Report]:
    """The reports of a text, by where their cue stands; one an anchor, the likelier first where two share a cue."""
    taken: set[int] = set()
    found: list[Report] = []
    initials = list(_initials(text, reading))
    for link in sorted(reading.links, key=lambda one: (-one.probability, one.anchor)):
        if link.probability < cuts.anchor or link.anchor in taken:
            continue
        report, cue = _report(text, reading, _undivided(link, initials), cuts)
        if report is not None:
            found.append(report)
            taken |= cue
    return sorted(found, key=lambda r: (r.cue, r.content))


@dataclass(frozen=True, slots=True)
class _Initials:
    """The pieces of an abbreviation with full stops, its article (``a`` U.S. official) and the word after it."""

    pieces: range
    article: int | None
    noun: int | None


def _initials(text: str, reading: Reading) -> Iterator[_Initials]:
    for match in _INITIALS.finditer(text):
        pieces = reading.pieces(*match.span())
        if not len(range(pieces.start, pieces.stop)):
            continue
        before = _ARTICLE.search(text, max(0, match.start() - 6), match.start())
        after = _NEXT_WORD.match(text, match.end())
        yield _Initials(
            range(pieces.start, pieces.stop),
            reading.pieces(*before.span(1)).start if before is not None else None,
            reading.pieces(*after.span(1)).start if after is not None else None,
        )


def _undivided(link: Link, initials: Sequence[_Initials]) -> Link:
    """The link with every abbreviation wholly in one part, that of its article or noun: the reader cuts at full stops.

    What the reader gives the letters counts where it gives their neighbours to no part, and where the next word is the
    cue: ``U.S. says``.
    """
    parts = tuple(dict(part) for part in link.parts)
    marked = [p for part in parts for p in part]
    first, last = min(marked, default=0), max(marked, default=-1)
    begin = bisect_left(initials, first, key=lambda one: one.pieces.stop)
    for one in initials[begin : bisect_left(initials, last + 1, key=lambda one: one.pieces.start)]:
        inside = [max((part.get(p, 0.0) for p in one.pieces), default=0.0) for part in parts]
        if not any(inside):
            continue
        beside = [part.get(one.article, 0.0) for part in parts] if one.article is not None else []
        if one.article is None and one.noun is not None and parts[1].get(one.noun, 0.0) < _LIKELY:
            beside = [part.get(one.noun, 0.0) for part in parts]
        deciding = beside if beside and max(beside) >= _LIKELY else inside
        for part, weight, value in zip(parts, deciding, inside, strict=True):
            part.update(dict.fromkeys(one.pieces, max(value, weight) if weight == max(deciding) else 0.0))
    return replace(link, parts=parts)


def _report(text: str, reading: Reading, link: Link, cuts: Cuts) -> tuple[Report | None, set[int]]:
    sources, cues, contents = link.parts
    offsets = reading.offsets
    starts = {first for first, _ in reading.bounds}
    cue = _best(cues, cuts.cue, cuts.gap, starts) or [link.anchor]
    near = next(((a, b) for a, b in reading.bounds if a <= link.anchor < b), (0, 0))
    beside = {p: value for p, value in sources.items() if near[0] <= p < near[1]}
    source = _best(sources, cuts.source, cuts.gap, starts) or _best(beside, cuts.weak_source, cuts.gap, starts)
    whole = [_span(text, offsets, run) for run in _runs(contents, cuts.content, cuts.gap)]
    content = tuple(_worthy(text, _merged(text, [s for s in whole if any(c.isalnum() for c in s.of(text))])))
    if not content:
        return None, set()
    named = _bare(text, _span(text, offsets, source)) if source else None
    return Report(named, _span(text, offsets, cue), content), set(cue)


def _runs(parts: Mapping[int, float], cut: float, gap: int, starts: AbstractSet[int] = frozenset()) -> list[list[int]]:
    """Runs of pieces of at least ``cut``, across at most ``gap`` weaker ones, none across one of ``starts``."""
    runs: list[list[int]] = []
    for piece in sorted(p for p, value in parts.items() if value >= cut):
        if (
            runs
            and piece - runs[-1][-1] <= gap + 1
            and not any(p in starts for p in range(runs[-1][-1] + 1, piece + 1))
        ):
            runs[-1] += range(runs[-1][-1] + 1, piece + 1)
        else:
            runs.append([piece])
    return runs


def _best(parts: Mapping[int, float], cut: float, gap: int, starts: AbstractSet[int]) -> list[int]:
    runs = _runs(parts, cut, gap, starts)
    return max(runs, key=lambda run: sum(parts.get(p, 0.0) for p in run)) if runs else []


def _bare(text: str, source: Span) -> Span | None:
    """A source without the marks and joining words at its edges; ``None`` where nothing is left."""
    match = _EDGE.match(text, source.start, source.end)
    start = match.end() if match is not None else source.start
    end = source.end
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:—–-"):
        end -= 1
    return Span(start, end) if any(c.isalnum() for c in text[start:end]) else None


def _worthy(text: str, spans: Sequence[Span]) -> list[Span]:
    """The spans without stray words: one or two far from the rest, where another span is a clause or more."""
    longest = max((len(span.of(text).split()) for span in spans), default=0)
    if longest < _CLAUSE:
        return list(spans)
    return [span for span in spans if len(span.of(text).split()) > _STRAY or text[span.start] in _QUOTES]


def _span(text: str, offsets: NDArray[np.int64], run: Sequence[int]) -> Span:
    """The characters of a run, widened to whole words and to all parts of a word with hyphens."""
    start, end = int(offsets[run[0]][0]), int(offsets[run[-1]][1])
    while start and (_in_word(text, start - 1) if text[start].isalnum() else _hyphen(text, start)):
        start -= 1
    while end < len(text) and (_in_word(text, end) if text[end - 1].isalnum() else _hyphen(text, end - 1)):
        end += 1
    return Span(start, end)


def _in_word(text: str, at: int) -> bool:
    """Whether the character goes on with a word that stands right beside it."""
    return text[at].isalnum() or _hyphen(text, at)


def _hyphen(text: str, at: int) -> bool:
    """Whether a hyphen joins two words there: ``well-known``."""
    return text[at] == "-" and 0 < at < len(text) - 1 and text[at - 1].isalnum() and text[at + 1].isalnum()


def _merged(text: str, spans: Sequence[Span]) -> list[Span]:
    """Spans in order, joined where they meet or only blanks part them."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and (span.start <= joined[-1].end or not text[joined[-1].end : span.start].strip()):
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined
