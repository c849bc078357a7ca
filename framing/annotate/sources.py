"""The words of a source made whole: what the reader cuts off, adds or misses beside a cue it has found.

The reader marks word pieces, so its sources may end within a name or at ``on the``; rules know where names, articles
and subjects stand. Only the source is touched, and only where the words beside it leave no doubt.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from framing.annotate import cues, phrases, roles
from framing.annotate.nearby import Ordered, Places
from framing.annotate.reporting import Report
from framing.language.lexicon import lexicon
from framing.types import Name, Sentence, Span

_LOOSE: Final[frozenset[str]] = phrases.PREPOSITIONS | lexicon("the a an and or but")
_ARTICLE = re.compile(r"\b(?:[Aa]n?|[Tt]he|[Ss]ome|[Oo]ne)\s+$")
_PRONOUN = re.compile(r"\b(?:he|she|they)\s+$", re.IGNORECASE)
_SEEMING = re.compile(r"(?:appear|seem|look)", re.IGNORECASE)
_PASSIVE = re.compile(r"(?:is|are|was|were|been|being|be)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_WHOM = re.compile(r"\bwhom\s+(?=\S)")
#: ``The price Lee``: a thing and, in a relative clause without ``that``, the person.
_THING = re.compile(
    r"(?:^|(?<=[\s(“\"]))(?:the|an?|this|that|these|those|any|every)\s+(?:[a-z][\w-]*\s+){1,3}$", re.IGNORECASE
)
_ASIDE: Final[frozenset[str]] = phrases.PREPOSITIONS | lexicon(
    "after before during since until till when while once as if because though although and but that"
)
#: What one asks for is no statement: ``The price Lee is asking the city to pay would double``.
_ASKING: Final[frozenset[str]] = lexicon(
    """ask asks asked asking want wants wanted wanting demand demands demanded demanding seek seeks sought seeking need
    needs needed needing expect expects expected expecting urge urges urged urging press presses pressed pressing"""
)
_EACH = re.compile(r"(?:all|both)\b", re.IGNORECASE)
_LISTED = re.compile(r"(?:,\s+and|,|\s+and)\s+(?:[A-Z][\w.'’-]*\s+){0,4}$")


def mended(
    text: str, sentences: Sequence[Sentence], reports: Sequence[Report], ruled: Sequence[Report], names: Sequence[Name]
) -> list[Report]:
    """``reports`` with whole sources, without those whose cue is none; ``ruled`` are the reports that rules find."""
    known = Ordered(names)
    told = {r.cue: r.source for r in ruled if r.source is not None}
    told_at = Ordered(told)
    places = Places(sentences)
    done = (
        _mended(text, report, [told[cue] for cue in told_at.touching(report.cue.start, report.cue.end)], known, places)
        for report in reports
    )
    return [report for report in done if report is not None]


def _mended(text: str, report: Report, ruled: Sequence[Span], names: Ordered[Name], places: Places) -> Report | None:
    if _is_name(report.cue, names) or all(
        t.low in phrases.AUXILIARIES for t in phrases.tokenise(text, report.cue.start, report.cue.end)
    ):
        return None  # "Alexander | Stubb", "Lee | cannot | agree"
    source = _said_beside(text, report, ruled, names, places)
    if source is None:
        return replace(report, source=None)
    source = _to_names(source, names)
    bare = _without_loose_end(text, source)
    if bare != source:
        source = ruled[0] if ruled else bare
    if source is None:
        return replace(report, source=None)
    source = _with_article(text, source)
    person = _in_relative(text, source, names)
    if person is not None:
        if _asks(text, report):
            return None
        source = person
    source = _listed(text, source, report.cue, names)
    return report if source.overlaps(report.cue) else replace(report, source=source)


def _is_name(cue: Span, names: Ordered[Name]) -> bool:
    return any(
        n.kind == "person" and n.span.contains(cue) and n.span != cue for n in names.touching(cue.start, cue.end)
    )


def _said_beside(text: str, report: Report, ruled: Sequence[Span], names: Ordered[Name], places: Places) -> Span | None:
    """The source: ``he`` right before the cue, the words right after ``according to``, else the reader's.

    Where the reader has none, or one of another sentence, the rules' source of the same cue; where it has one after
    the content, the name right before the cue: ``Lee [denied] it, [the source] said``.
    """
    pronoun = _PRONOUN.search(text, max(0, report.cue.start - 6), report.cue.start)
    if pronoun is not None and not _SEEMING.match(text, report.cue.start):
        return Span(pronoun.start(), pronoun.start() + len(pronoun.group().rstrip()))
    if report.source is None:
        return ruled[0] if ruled else None
    if ruled and report.cue.of(text).lower() == "according to":
        return report.source if any(r.overlaps(report.source) for r in ruled) else ruled[0]
    if ruled and places.index(report.source.start) != places.index(report.cue.start):
        return ruled[0]
    if any(report.cue.end <= c.start and c.end <= report.source.start for c in report.content):
        home = places.holding(report.cue.start)
        return _subject(text, report.cue, home.start if home is not None else 0, names) or report.source
    return report.source


def _subject(text: str, cue: Span, start: int, names: Ordered[Name]) -> Span | None:
    """The name right before the cue, else the one or two words of the sentence before it; ``None`` in the passive."""
    if _PASSIVE.match(text, cue.start) is not None or text[cue.start - 1 : cue.start] != " ":
        return None
    name = next((n for n in names.touching(cue.start - 2, cue.start) if n.end == cue.start - 1), None)
    words = list(_WORD.finditer(text, start if name is None else max(0, name.start - 16), cue.start))
    if name is not None:
        before = [w.group().lower() for w in words if w.end() <= name.start][-1:]
        return name.span if not before or before[0] not in _LOOSE else None
    opens = words and words[0].start() == start and len(words) < 3 and words[-1].end() == cue.start - 1
    return Span(start, cue.start - 1) if opens and not phrases.is_adverb(words[-1].group().lower()) else None


def _to_names(source: Span, names: Ordered[Name]) -> Span:
    """The source with the rest of every name that it cuts: ``von der [Leyen``."""
    touched = [n for n in names.touching(source.start, source.end) if n.kind == "person"]
    return Span(min([source.start, *(n.start for n in touched)]), max([source.end, *(n.end for n in touched)]))


def _without_loose_end(text: str, source: Span) -> Span | None:
    """The source without prepositions and articles that nothing follows: ``Lee [at the]``."""
    words = list(_WORD.finditer(text, source.start, source.end))
    if not words or words[-1].end() != source.end:
        return source
    kept = len(words)
    while kept and words[kept - 1].group().lower() in _LOOSE:
        kept -= 1
    if kept == len(words):
        return source
    return Span(source.start, words[kept - 1].end()) if kept else None


def _with_article(text: str, source: Span) -> Span:
    """The source with the article before it: ``[a] person familiar``."""
    before = _ARTICLE.search(text, max(0, source.start - 6), source.start)
    return Span(before.start(), source.end) if before is not None and text[source.start].islower() else source


def _in_relative(text: str, source: Span, names: Ordered[Name]) -> Span | None:
    """The person or body who wants or calls a thing what it is: in ``the price Lee asks``, Lee; else ``None``."""
    whom = _WHOM.search(text, source.start, source.end)
    if whom is not None:
        return Span(whom.end(), source.end)
    ends = [n for n in names.inside(source.start, source.end) if n.end == source.end and n.kind == "person"]
    if not ends:
        return None
    start = ends[0].start
    thing = _THING.search(text, max(0, start - 60), start)
    if thing is None:
        return None
    words = _WORD.findall(thing.group().lower())[1:]
    if any(w in _ASIDE or (w in cues.VERBS and w not in cues.NOUN_LIKE) for w in words) or _speaks(words[-1]):
        return None
    before = _WORD.findall(text[max(0, thing.start() - 20) : thing.start()].lower())[-1:]
    return Span(start, source.end) if not before or before[0] not in _ASIDE else None


def _speaks(noun: str) -> bool:
    """Whether the noun before a name may be its title: ``the minister Lee``."""
    return noun in roles.PEOPLE or noun in roles.BODIES or noun.endswith(roles.AGENT_ENDINGS)


def _asks(text: str, report: Report) -> bool:
    """Whether the report is of a wish, told after it."""
    asked = any(w in _ASKING for w in _WORD.findall(report.cue.of(text).lower()))
    return asked and all(c.start >= report.cue.end for c in report.content)


def _listed(text: str, source: Span, cue: Span, names: Ordered[Name]) -> Span:
    """The source with the persons listed before it, where ``all`` or ``both`` say it."""
    if _EACH.match(text, cue.start) is None and not re.search(
        r"\b(?:all|both)\s$", text[max(0, cue.start - 6) : cue.start]
    ):
        return source
    start = source.start
    while (joint := _LISTED.search(text, max(0, start - 60), start)) is not None:
        end = joint.start()
        last = [n for n in names.touching(end - 1, end) if n.end == end]
        if last and last[0].kind != "person" and text.startswith(" of ", last[0].start - 4):
            end = last[0].start - len(" of ")  # "Ana Ruiz of Spain, …"
            last = [n for n in names.touching(end - 1, end) if n.end == end]
        if not last or last[0].kind != "person":
            break
        start = last[0].start
    return Span(start, source.end)
