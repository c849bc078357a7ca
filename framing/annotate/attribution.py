"""Who says what: sources, cues and contents (after PolNeAR, Newell et al. 2018), by rules over one article.

Reporting verbs, ``according to`` and its kin, nouns such as ``claim that``, quotations and their continuation. The
rules prefer silence to a guess: an unresolved source has no name, and carried-over words are marked ``assumed``.
"""

from __future__ import annotations

from collections.abc import Sequence

from framing.annotate import continuing, phrasal, phrases, reporting, rungs
from framing.annotate.reporting import Report
from framing.annotate.speakers import Cast
from framing.types import Attribution, AttributionKind, Name, Quote, Rung, Sentence, Source, Span

_CLAIMING_ROLES = ("body", "title", "subhead")


def find(
    text: str, sentences: Sequence[Sentence], quotes: Sequence[Quote], names: Sequence[Name]
) -> tuple[Attribution, ...]:
    """The attributions of the article, by where their content begins.

    ``quotes`` must be the article's own, in order. Contents exclude the final stop and include quotation marks.
    """
    spans = [q.span for q in quotes]
    reports: list[Report] = []
    for sentence in sentences:
        if sentence.role not in _CLAIMING_ROLES:
            continue
        tokens = phrases.tokenise(text, sentence.start, sentence.end, quotes)
        if not tokens:
            continue
        found = reporting.in_sentence(tokens, spans)
        found += phrasal.in_sentence(tokens, spans)
        if sentence.role == "title" and not found:
            label = phrasal.label(text, tokens, sentence.start, sentence.end)
            found += [label] if label is not None else []
        reports += found
    reports = _distinct(reports)
    reports += continuing.quotations(text, sentences, quotes, reports)
    reports += continuing.restatements(text, sentences, quotes, reports)
    return _resolved(text, sentences, quotes, names, reports)


def _distinct(reports: Sequence[Report]) -> list[Report]:
    """One report a cue: where two overlap in cue, the one found first."""
    kept: list[Report] = []
    for report in sorted(reports, key=lambda r: r.cue):
        if not any(report.cue.overlaps(k.cue) for k in kept):
            kept.append(report)
    return kept


def _resolved(
    text: str, sentences: Sequence[Sentence], quotes: Sequence[Quote], names: Sequence[Name], reports: Sequence[Report]
) -> tuple[Attribution, ...]:
    cast = Cast.of(text, sentences, names)
    done: list[Attribution] = []
    by_cue: dict[Span, Attribution] = {}
    for report in sorted(reports, key=lambda r: (r.assumed, r.cue, r.content)):
        kind = _kind(text, report.content, quotes)
        first = by_cue.get(report.cue)
        if report.assumed and first is not None:
            done.append(Attribution(first.source, None, report.content, kind, first.rung, True, first.reason_given))
            continue
        name = cast.resolve(report.source, done, report.content)
        rung = rungs.of(text, report.source, name, names)
        if name is None and report.source is not None and report.source.of(text).lower() in ("they", "who", "their"):
            rung = _carried_rung(sentences, report, done, rung)
        home = next((s for s in sentences if s.start <= report.cue.start < s.end), None)
        reason = rung == "anonymous" and home is not None and rungs.reason_given(text, home.start, home.end)
        source = Source(report.source.start, report.source.end, name) if report.source is not None else None
        attribution = Attribution(source, report.cue, report.content, kind, rung, False, reason)
        done.append(attribution)
        by_cue[report.cue] = attribution
    return tuple(sorted(done, key=lambda a: (a.content[0].start, a.content[0].end, a.assumed)))


def _carried_rung(
    sentences: Sequence[Sentence], report: Report, earlier: Sequence[Attribution], otherwise: Rung
) -> Rung:
    """The rung of ``they``: that of the source before it, in the same sentence or the one before."""
    last = next((a for a in reversed(earlier) if a.cue is not None and a.cue.start < report.cue.start), None)
    if last is None or last.cue is None:
        return otherwise
    between = sum(1 for s in sentences if last.cue.start < s.start <= report.cue.start)
    return last.rung if between <= 1 else otherwise


def _kind(text: str, content: Sequence[Span], quotes: Sequence[Quote]) -> AttributionKind:
    """``direct`` where all words stand in quotation marks, ``mixed`` where some do."""
    speech = [q for q in quotes if q.kind == "speech"]
    inside = outside = False
    for span in content:
        covered = span.start
        for quote in speech:
            if not quote.span.overlaps(span):
                continue
            inside = True
            if any(c.isalnum() for c in text[covered : max(covered, quote.start)]):
                outside = True
            covered = max(covered, quote.end)
        if any(c.isalnum() for c in text[covered : span.end]):
            outside = True
    if inside:
        return "mixed" if outside else "direct"
    return "indirect"
