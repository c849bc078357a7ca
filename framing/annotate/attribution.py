"""Who says what: sources, cues and contents (after PolNeAR, Newell et al. 2018), by rules over one article.

Reporting verbs, ``according to`` and its kin, nouns such as ``claim that``, quotations and their continuation. The
rules prefer silence to a guess: an unresolved source has no name, and carried-over words are marked ``assumed``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from framing.annotate import asides, continuing, phrasal, phrases, reporting, rungs, sound, sources, trimming
from framing.annotate.nearby import Ordered, Places
from framing.annotate.reporting import Report
from framing.annotate.speakers import Cast
from framing.types import Attribution, AttributionKind, Name, Quote, Rung, Sentence, Source, Span

_BROADCASTER = re.compile(r"\b[A-Z][A-Z\d]+(?: [A-Z]\w+)?['’]s\s$")
_CLAIMING_ROLES = ("body", "title", "subhead")


def find(
    text: str,
    sentences: Sequence[Sentence],
    quotes: Sequence[Quote],
    names: Sequence[Name],
    linked: Sequence[Report] | None = None,
) -> tuple[Attribution, ...]:
    """The attributions of the article, by where their content begins.

    ``linked`` are the reader's reports (``linking.reports``); without them rules over verbs, phrases and quotation
    marks find the reports. ``quotes`` must be the article's own, in order.
    """
    quotes = tuple(replace(q, kind="title") if _names_a_work(text, q) else q for q in quotes)
    ruled = by_rule(text, sentences, quotes)
    if linked is None:
        reports = sources.mended(text, sentences, ruled, (), names)
    else:
        places = Places(sentences)
        homes = [(report, places.holding(report.cue.start)) for report in linked]
        reports = [report for report, home in homes if home is None or home.role in _CLAIMING_ROLES]
        headings = Ordered(s.span for s in sentences if s.role not in ("body", "title"))
        reports = [clear for report in reports if (clear := _without(text, report, headings)) is not None]
        reports = trimming.trimmed(text, sentences, quotes, sources.mended(text, sentences, reports, ruled, names))
        reports += asides.named_so(text, sentences, reports)
        reports = list(dict.fromkeys(sound.checked(text, sentences, quotes, names, reports)))
        reports += _of_quotations(
            reports, sources.mended(text, sentences, ruled, (), names), spans=[q.span for q in quotes]
        )
    reports += continuing.quotations(text, sentences, quotes, reports)
    reports += continuing.restatements(text, sentences, quotes, reports)
    return _resolved(text, sentences, quotes, names, reports)


def _without(text: str, report: Report, headings: Ordered[Span]) -> Report | None:
    """The report with the content on its cue's side of every heading or caption; ``None`` where nothing is left."""
    content: list[Span] = []
    for span in report.content:
        start, end = span.start, span.end
        for heading in headings.touching(span.start, span.end):
            if heading.contains(report.cue):
                continue
            if heading.start >= report.cue.start:
                end = min(end, heading.start)
            else:
                start = max(start, heading.end)
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        around = headings.touching(min(report.cue.start, start), max(report.cue.end, end))
        if start < end and not any(_parts(heading, report.cue, start) for heading in around):
            content.append(Span(start, end))
    return replace(report, content=tuple(content)) if content else None


def _parts(heading: Span, cue: Span, start: int) -> bool:
    """Whether the heading stands between a cue and content that begins at ``start``."""
    return not heading.contains(cue) and (cue.end <= heading.start <= start or start <= heading.start < cue.start)


def _of_quotations(linked: Sequence[Report], ruled: Sequence[Report], spans: Sequence[Span]) -> list[Report]:
    """The rules' reports of quotations that no linked report touches: what is in quotation marks has a speaker."""
    told = Ordered(content for report in linked for content in report.content)
    cues = Ordered(report.cue for report in linked)
    quoted = Ordered(spans)
    return [
        report
        for report in ruled
        if not cues.touching(report.cue.start, report.cue.end)
        and any(quoted.touching(c.start, c.end) for c in report.content)
        and not any(told.touching(c.start, c.end) for c in report.content)
    ]


def by_rule(text: str, sentences: Sequence[Sentence], quotes: Sequence[Quote]) -> list[Report]:
    """The reports that rules find, one a cue."""
    spans = [q.span for q in quotes]
    reports: list[Report] = []
    shelves = Places(sentences).sorted_in((q.span, (i, q)) for i, q in enumerate(quotes))
    for sentence, near in zip(sentences, shelves, strict=True):
        if sentence.role not in _CLAIMING_ROLES:
            continue
        tokens = phrases.tokenise(text, sentence.start, sentence.end, near)
        if not tokens:
            continue
        found = reporting.in_sentence(tokens, spans)
        found += phrasal.in_sentence(tokens, spans)
        if sentence.role == "title" and not found:
            label = phrasal.label(text, tokens, sentence.start, sentence.end)
            found += [label] if label is not None else []
        reports += found
    return _distinct(reports)


def _names_a_work(text: str, quote: Quote) -> bool:
    """Whether the quotation is a broadcaster's programme: ``KXTV's 'Morning Hour'``."""
    words = text[quote.start + 1 : quote.end - 1].rstrip(",.").split()
    titled = bool(words) and len(words) <= 6 and words[0][:1].isupper() and words[-1][:1].isupper()
    return titled and _BROADCASTER.search(text, max(0, quote.start - 24), quote.start) is not None


def _distinct(reports: Sequence[Report]) -> list[Report]:
    """One report a cue: where two overlap in cue, the one found first."""
    kept: list[Report] = []
    for report in sorted(reports, key=lambda r: r.cue):
        if not kept or not report.cue.overlaps(max(kept[-2:], key=lambda k: k.cue.end).cue):
            kept.append(report)
    return kept


def _resolved(
    text: str, sentences: Sequence[Sentence], quotes: Sequence[Quote], names: Sequence[Name], reports: Sequence[Report]
) -> tuple[Attribution, ...]:
    cast = Cast.of(text, sentences, names)
    places = Places(sentences)
    speech = Ordered(q for q in quotes if q.kind == "speech")
    done: list[Attribution] = []
    by_cue: dict[Span, Attribution] = {}
    for report in sorted(reports, key=lambda r: (r.assumed, r.cue, r.content)):
        kind = _kind(text, report.content, speech)
        first = by_cue.get(report.cue)
        if report.assumed and first is not None:
            done.append(Attribution(first.source, None, report.content, kind, first.rung, True, first.reason_given))
            continue
        name = cast.resolve(report.source, done, report.content)
        rung = rungs.of(
            text, report.source, person=cast.is_person(name), named=name is not None, names=cast.inside(report.source)
        )
        pronoun = report.source.of(text).lower() if name is None and report.source is not None else ""
        if pronoun in ("they", "who", "their"):
            rung = _carried_rung(places, report, done, rung)
        elif pronoun in ("he", "she") and _carried_rung(places, report, done, rung) == "anonymous":
            rung = "anonymous"
        reason = rung == "anonymous" and _reason_given(text, sentences, places.index(report.cue.start))
        source = Source(report.source.start, report.source.end, name) if report.source is not None else None
        attribution = Attribution(source, report.cue, report.content, kind, rung, False, reason)
        done.append(attribution)
        by_cue[report.cue] = attribution
    return tuple(sorted(done, key=lambda a: (a.content[0].start, a.content[0].end, a.assumed)))


def _reason_given(text: str, sentences: Sequence[Sentence], index: int) -> bool:
    """Whether the sentence, or the next one about the same source, says why the source is not named."""
    home = sentences[index]
    if rungs.reason_given(text, home.start, home.end):
        return True
    if index + 1 == len(sentences):
        return False
    following = sentences[index + 1]
    same = text.startswith(("The ", "He ", "She ", "They ", "Both ", "All "), following.start)
    return same and rungs.reason_given(text, following.start, following.end)


def _carried_rung(places: Places, report: Report, earlier: Sequence[Attribution], otherwise: Rung) -> Rung:
    """The rung of ``they``: that of the source before it, in the same sentence or the one before."""
    last = next((a for a in reversed(earlier) if a.cue is not None and a.cue.start < report.cue.start), None)
    if last is None or last.cue is None:
        return otherwise
    return last.rung if places.index(report.cue.start) - places.index(last.cue.start) <= 1 else otherwise


def _kind(text: str, content: Sequence[Span], speech: Ordered[Quote]) -> AttributionKind:
    """``direct`` where all words stand in quotation marks, ``mixed`` where some do."""
    inside = outside = False
    for span in content:
        covered = span.start
        for quote in speech.touching(span.start, span.end):
            inside = True
            if any(c.isalnum() for c in text[covered : max(covered, quote.start)]):
                outside = True
            covered = max(covered, quote.end)
        if any(c.isalnum() for c in text[covered : span.end]):
            outside = True
    if inside:
        return "mixed" if outside else "direct"
    return "indirect"
