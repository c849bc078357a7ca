"""Words that go on in a source's voice without a cue of their own: continued quotations, and facts after "police said".

Everything found here is marked ``assumed``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from framing.annotate import cues, phrases, roles
from framing.annotate.nearby import Ordered, Places
from framing.annotate.reporting import Report
from framing.language.lexicon import lexicon
from framing.types import Quote, Sentence, Span

#: Sources whose reports of events reporters restate sentence after sentence.
_OFFICIAL_RECORD: Final[frozenset[str]] = lexicon(
    """police prosecutors investigators authorities detectives deputies indictment affidavit complaint lawsuit sheriff
    documents report firefighters coroner troopers filing charges"""
)
_ANAPHOR = re.compile(
    r"(?:He|She|They|It|His|Her|Their|The (?:man|woman|suspect|suspects|victim|victims|driver|boy|girl|two|pair|couple"
    r"|gunman|attacker|vehicle|car|shooting|incident|attack|teenager|officer|officers|group))\b"
)
_PRESENT: Final[frozenset[str]] = lexicon("is are has have will can may")
_LONGEST_CARRY: Final[int] = 3


def quotations(
    text: str, sentences: Sequence[Sentence], quotes: Sequence[Quote], reports: Sequence[Report]
) -> list[Report]:
    """Quotations without a cue that follow a quotation of a known source, at once or in the next paragraph."""
    found: list[Report] = []
    by_quote = _sources(quotes, reports)
    places = Places(sentences)
    for index, quote in enumerate(quotes):
        if quote.kind != "speech" or index in by_quote:
            continue
        previous = next((k for k in range(index - 1, -1, -1) if quotes[k].kind == "speech"), None)
        if previous is None or previous not in by_quote:
            continue
        report = by_quote[previous]
        if report.source is None or not _adjoins(text, places, quotes[previous], quote, report):
            continue
        carried = Report(report.source, report.cue, (quote.span,), assumed=True)
        by_quote[index] = carried
        found.append(carried)
    return found


def _sources(quotes: Sequence[Quote], reports: Sequence[Report]) -> dict[int, Report]:
    """For each quotation, by index, the report with the shortest content that holds it."""
    where = {(q.start, q.end): i for i, q in enumerate(quotes) if q.kind == "speech"}
    speech = Ordered(q for q in quotes if q.kind == "speech")
    owners: dict[int, Report] = {}
    for report in reports:
        width = sum(map(len, report.content))
        for content in report.content:
            for quote in speech.touching(content.start, content.end):
                if quote.span.contains(report.cue):
                    continue
                index = where[quote.start, quote.end]
                if index not in owners or width < sum(map(len, owners[index].content)):
                    owners[index] = report
    return owners


def _adjoins(text: str, places: Places, before: Quote, quote: Quote, report: Report) -> bool:
    """Whether only the cue of ``report`` (or nothing) stands between the two quotations."""
    if not before.closed and "\n" in text[before.start : quote.start]:
        return True
    gap_start, gap_end = before.end, quote.start
    gap = text[gap_start:gap_end]
    if len(gap) > 400:
        return False
    home = places.holding(quote.start)
    if home is None or text[home.start : quote.start].strip():
        return False
    known = [report.cue] + ([report.source] if report.source is not None else [])
    after = [s for s in known if gap_start <= s.start and s.end <= gap_end]
    if not gap.strip():
        return True
    if not after:
        return False
    last = max(s.end for s in after)
    tail = text[last:gap_end]
    # the rest of the cue's own sentence may follow ("she said at the rally."), not another sentence
    return len(re.findall(r"[.!?](?=\s)", tail)) <= 1 and len(tail) <= 160


def restatements(
    text: str, sentences: Sequence[Sentence], quotes: Sequence[Quote], reports: Sequence[Report]
) -> list[Report]:
    """Bare facts after ``police said``: sentences that go on about the same matter, in the past tense, uncued."""
    found: list[Report] = []
    held: Report | None = None
    left = 0
    places = Places(sentences)
    told = places.sorted_in((Span(r.cue.start, r.cue.start + 1), r) for r in reports)
    spoken = places.sorted_in((q.span, q) for q in quotes if q.kind == "speech")
    for sentence, own, quoted in zip(sentences, told, spoken, strict=True):
        if sentence.role != "body":
            held = None
            continue
        if own or quoted:
            held = next((r for r in reversed(own) if _is_record(text, r)), None) if not quoted else None
            left = _LONGEST_CARRY
            continue
        if held is not None and left and _restates(text, sentence):
            found.append(Report(held.source, held.cue, (_bare(text, sentence),), assumed=True))
            left -= 1
            continue
        held = None
    return found


def _is_record(text: str, report: Report) -> bool:
    if report.source is None or report.assumed:
        return False
    words = re.findall(r"\w+", report.source.of(text).lower())
    return any(w in _OFFICIAL_RECORD for w in words)


def _restates(text: str, sentence: Sentence) -> bool:
    words = sentence.span.of(text)
    if not _ANAPHOR.match(words):
        return False
    tokens = phrases.tokenise(text, sentence.start, sentence.end)
    if tokens[0].low in ("his", "her", "their") and len(tokens) > 1 and tokens[1].low in roles.PEOPLE:
        return False  # "His lawyer …": somebody else comes in
    present = any(t.low in _PRESENT or any(v.form == "s" for v in cues.VERBS.get(t.low, ())) for t in tokens)
    return not present and phrases.has_finite_verb(tokens)


def _bare(text: str, sentence: Sentence) -> Span:
    end = sentence.end
    while end > sentence.start and text[end - 1] in ".!? \n":
        end -= 1
    return Span(sentence.start, end)
