"""Reports checked once more: sources who cannot say anything, cues that report nothing, contents that are another's.

The reader knows where a report is likely; what may stand in its parts is a matter of grammar. An economy says nothing,
``was expected`` is not on the word of whom it is said of, and what Lee noted is not Kim's because Kim comes next.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from framing.annotate import cues, phrases, speaking
from framing.annotate.nearby import Ordered, Places
from framing.annotate.reporting import Report
from framing.language.lexicon import lexicon
from framing.types import Name, Quote, Sentence, Span

_WORD = re.compile(r"[^\W\d_][\w'’.-]*")


def checked(
    text: str, sentences: Sequence[Sentence], quotes: Sequence[Quote], names: Sequence[Name], reports: Sequence[Report]
) -> list[Report]:
    """``reports`` with sources who can speak and contents that are theirs, without those that report nothing."""
    known = Ordered(names)
    places = Places(sentences)
    speech = Ordered(q for q in quotes if q.kind == "speech")
    done = [
        _sourced(text, report, known, home.start if (home := places.holding(report.cue.start)) else 0)
        for report in reports
    ]
    done = [report for report in done if _reports(text, report, known)]
    if sentences:
        done = [_unclipped(text, report) for report in done]
        done = [_whole(text, report, places, speech) for report in done]
        done = _own_parts(text, done, places)
    return done


# --- sources ---------------------------------------------------------------------------------------------------------

_PATIENT = re.compile(
    r"(?:(?:has|have|had|will|would|may|might|could|should|can|must)\s+)?(?:\w+ly\s+|also\s+|never\s+|often\s+)?"
    r"(?:is|are|was|were|be|been|being|gets?|got)\s+(?:not\s+|also\s+|often\s+|never\s+|\w+ly\s+)*(\w+)(?:\s+\w+)?$",
    re.IGNORECASE,
)
_UNDERGONE: Final[frozenset[str]] = cues.PASSIVE_VAGUE | lexicon(
    """asked expected supposed attacked booed lambasted pressed questioned mocked ridiculed slammed told urged charged
    called mentioned cited named briefed backed"""
)
_BY = re.compile(r"\bby\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_JOINS = re.compile(r"\b(?:as|while|when|after|before|because|although|though|but|even as)\s+(?:both\s+)?$")
_AND_NAME = re.compile(r"(?:,\s+and|,|\s+and)\s+(?:[A-Z][\w.'’-]*\s+){0,4}$")


def _sourced(text: str, report: Report, names: Ordered[Name], opening: int) -> Report:
    """The report with the source that its grammar allows; ``opening`` is where its cue's sentence begins."""
    source = report.source
    if source is None:
        return report
    if _undergoes(text, source, report.cue):
        return replace(report, source=None)
    beside = (
        _joined_clause(text, source, report.cue, names)
        or _apposed(text, source, report.cue, names, opening)
        or _paired(text, source, report.cue, names, opening)
        or _joined_in_saying(text, source, report.cue, names)
    )
    return replace(report, source=beside) if beside is not None else report


def _undergoes(text: str, source: Span, cue: Span) -> bool:
    """Whether the source is what a passive cue says something of: ``[Lee] was hailed as``, not ``hailed by [Lee]``."""
    match = _PATIENT.fullmatch(cue.of(text))
    if match is None or match[1].lower() not in _UNDERGONE or cue.of(text).lower().endswith(" by"):
        return False
    return _BY.search(text, max(0, source.start - 30), source.start) is None


def _joined_clause(text: str, source: Span, cue: Span, names: Ordered[Name]) -> Span | None:
    """The persons right before the cue in a clause of their own: in ``Aides left as Lee said``, Lee."""
    if source.end >= cue.start or text[cue.start - 1 : cue.start] != " ":
        return None
    name = next((n for n in names.touching(cue.start - 2, cue.start) if n.end == cue.start - 1), None)
    if name is None or name.kind != "person" or name.start < source.end:
        return None
    start = name.start
    joint = _AND_NAME.search(text, max(source.end, start - 60), start)
    if joint is not None:
        first = [n for n in names.touching(joint.start() - 1, joint.start()) if n.end == joint.start()]
        if first and first[0].kind == "person" and first[0].start > source.end:
            start = first[0].start
    return Span(start, name.end) if _JOINS.search(text, source.end, start) is not None else None


def _paired(text: str, source: Span, cue: Span, names: Ordered[Name], opening: int) -> Span | None:
    """Both persons who open a sentence as subjects of a cue of saying: ``Lee and Kim said``."""
    people = [n for n in names.touching(opening, source.end) if n.kind == "person"]
    joined = len(people) == 2 and people[0].start == opening and people[1].span == source
    if not joined or text[people[0].end : source.start] != " and ":
        return None
    return Span(opening, source.end) if cue.start == source.end + 1 or cue.of(text).endswith("ing") else None


def _joined_in_saying(text: str, source: Span, cue: Span, names: Ordered[Name]) -> Span | None:
    """All persons listed right before ``in saying``."""
    if cue.of(text) != "saying" or text[source.end : cue.start] != " in ":
        return None
    start = source.start
    while (joint := _AND_NAME.search(text, max(0, start - 60), start)) is not None:
        last = [n for n in names.touching(joint.start() - 1, joint.start()) if n.end == joint.start()]
        if not last or last[0].kind != "person":
            break
        start = last[0].start
    return Span(start, source.end) if start < source.start else None


#: The subject of a sentence that begins there, before a comma: ``Article 7, …``.
_SUBJECT = re.compile(r"(?:[A-Z][\w.'’-]*|\d+)(?:\s(?:[A-Z][\w.'’-]*|\d+|of|the)){0,5}(?=, )")


def _apposed(text: str, source: Span, cue: Span, names: Ordered[Name], opening: int) -> Span | None:
    """What a thing beside it explains: in ``Article 7, the core of the pact, says``, Article 7."""
    if text[source.end : cue.start] != ", " or speaking.can_speak(text, source, names):
        return None
    match = _SUBJECT.match(text, opening, source.start)
    return Span(*match.span()) if match is not None and match.end() + 2 == source.start else None


# --- cues ------------------------------------------------------------------------------------------------------------

_JUDGED = re.compile(
    r"(?:\w+\s+)?wanted by|(?:(?:is|are|was|were)(?:n['’]t|\s+not)?|['’]s(?:\s+not)?)\s+(?:wrong|right)"
    r"|(?:(?:is|are|was|were|be)\s+)?show(?:s|ed|ing)?\s+signs?(?:\s+of)?",
    re.IGNORECASE,
)
#: ``It's unclear``, ``Remember``: the writer's own judgement, or an appeal to the reader.
_WRITERS = re.compile(
    r"(?:it\s*(?:is|was|['’]s)\s+|(?:is|was|['’]s|remains)\s+)(?:\w+ly\s+)?(?:un)?clear|the truth is"
    r"|(?:remember|imagine|suppose|consider)",
    re.IGNORECASE,
)
_IT = re.compile(r"\b[Ii]t\s?$")
_IF = re.compile(r"(?:even\s+)?(?:if|unless)\b", re.IGNORECASE)
_WOULD = re.compile(
    r"(?:would|will|might|could|may)\s+(?:\w+ly\s+|never\s+|not\s+)?(?:refuse|agree|accept|reject|object)$"
)
_FINITE = re.compile(r"\s(?:is|are|was|were|will|would|has|had|can|could|may|might|should|must)\b")
_THING = re.compile(
    r"(?:\bwhat|(?:^|(?<=[\s(“\"]))(?:the|an?|this|that|any|every)\s+(?:[\w-]+\s+){0,4}[a-z-]+)\s+$", re.IGNORECASE
)
_SHOWN = re.compile(r"(?:\w+\s+)?show(?:s|ed|n)$", re.IGNORECASE)
_BEFORE = re.compile(r"\b(?:with|of|by|in|at|between|against|for)\s+(?:[A-Z][\w.-]*\s+){0,3}$")


def _reports(text: str, report: Report, names: Ordered[Name]) -> bool:
    """Whether the cue can report and the source can speak."""
    cue, source = report.cue.of(text), report.source
    if _JUDGED.fullmatch(cue) or (report.content and _WOULD.match(cue) and _IF.match(text, report.content[0].start)):
        return False
    if _WRITERS.fullmatch(cue):
        opens = cue[:1].isupper() and source is None
        return not (
            opens or cue.lower().startswith("it") or _IT.search(text, max(0, report.cue.start - 4), report.cue.start)
        )
    if source is None:
        return True
    if source.end + 1 == report.cue.start and names.touching(source.start, source.end):
        alone = any(n.span == source and n.kind == "person" for n in names.touching(source.start, source.end))
        if alone and _SHOWN.fullmatch(cue) and _BEFORE.search(text, max(0, source.start - 40), source.start):
            return False  # "as the talks with Lee showed"
        whole = report.cue.end if not _FINITE.search(text, report.cue.start, report.cue.end) else report.cue.start
        if _of_thing(text, source) and (whole == report.cue.start or _FINITE.match(text, report.cue.end)):
            return all(c.end <= report.cue.start for c in report.content)  # "what Lee asks for | would cost …"
    return speaking.can_speak(text, source, names) or speaking.says(cue)


def _of_thing(text: str, source: Span) -> bool:
    """Whether the source is in a relative clause without ``that``: ``the truce Lee declared``."""
    if not source.of(text)[:1].isupper():
        return False
    match = _THING.search(text, max(0, source.start - 60), source.start)
    if match is None:
        return False
    words = _WORD.findall(match.group().lower())
    return words[-1] not in phrases.PREPOSITIONS and not speaking.speaking_noun(words[-1]) if len(words) > 1 else True


# --- contents --------------------------------------------------------------------------------------------------------

_ADDRESSED = re.compile(r"[^,.;:\"“”!?]{0,60}(?:[.!?]|$)")
_RELATIVE = re.compile(
    r",\s+(?:which|who|whose)\s[^,.;\"“”]{3,160},\s+(?:is|are|was|were|has|have|had|will|would|can|could|may|might)\s"
)


def _unclipped(text: str, report: Report) -> Report:
    """The report with the word whose ending its content begins with: ``[Friday]'s meeting``."""
    content = tuple(_from_word(text, c) for c in report.content)
    return replace(report, content=content) if content != report.content else report


def _from_word(text: str, content: Span) -> Span:
    start = content.start
    if not re.match(r"['’]s\s", text[start : start + 3]):
        return content
    while start and text[start - 1].isalnum():
        start -= 1
    return Span(start, content.end)


def _whole(text: str, report: Report, places: Places, speech: Ordered[Quote]) -> Report:
    """The report with all of a sentence that its source and cue close, and of a subject with a clause beside it."""
    home = places.holding(report.cue.start)
    if home is None or not report.content:
        return report
    first = report.content[0]
    source = report.source
    frame_start = min(report.cue.start, source.start) if source is not None else report.cue.start
    frame_end = max(report.cue.end, source.end) if source is not None else report.cue.end
    closes = (
        source is not None
        and home.start < first.start
        and first.end <= frame_start
        and text[max(0, frame_start - 2) : frame_start] == ", "
        and frame_end - frame_start < 160
        and _ADDRESSED.fullmatch(text, frame_end, home.end) is not None
        and not speech.touching(home.start, frame_start)
    )
    if closes and all(home.start <= c.start for c in report.content):
        return replace(report, content=(Span(home.start, frame_start - 2),))
    follows = len(report.content) == 1 and first.start == report.cue.end + 1 and first.end < home.end
    if follows and _RELATIVE.match(text, first.end, home.end) and not speech.touching(first.end, home.end):
        rest = text[first.start : home.end].rstrip(".!? \n")
        return replace(report, content=(Span(first.start, first.start + len(rest)),))
    return report


def _own_parts(text: str, reports: Sequence[Report], places: Places) -> list[Report]:
    """The reports without parts that stand in a neighbouring sentence and that a cue of that sentence reports."""
    at = Ordered(r.cue for r in reports)
    by_cue = {r.cue: r for r in reports}
    done: list[Report] = []
    for report in reports:
        if len(report.content) < 2:
            done.append(report)
            continue
        home = places.index(report.cue.start)
        kept = tuple(c for c in report.content if not _anothers(c, report, home, at, by_cue, places))
        done.append(replace(report, content=kept) if kept else report)
    return done


def _anothers(
    content: Span, report: Report, home: int, at: Ordered[Span], by_cue: dict[Span, Report], places: Places
) -> bool:
    """Whether the part belongs to a report whose cue stands in its sentence, not in this report's words."""
    sentence = places.holding(content.start)
    if sentence is None:
        return False
    others = [by_cue[c] for c in at.touching(sentence.start, sentence.end) if c != report.cue]
    if places.index(content.start) == home:
        others = [
            o
            for o in others
            if report.cue.end <= o.cue.start
            and o.cue.end <= content.start
            and not any(c.overlaps(o.cue) for c in report.content)
        ]
    return any(o.source != report.source and any(c.overlaps(content) for c in o.content) for o in others)
