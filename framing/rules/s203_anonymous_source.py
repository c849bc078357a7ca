"""A real source whose name is withheld.

## What it marks
*A senior official*, *a person familiar with the talks*, *two diplomats*: somebody exists and is not named. Where the
text says why, the finding is a note; where it does not, a warning.

## Why it matters
An unnamed source cannot be held to what it says, and its interest in saying it cannot be weighed. A stated reason and
a closer description give the reader some of that back.

## Examples
- Flagged: "*A senior official* said the minister would resign."
- A note: "*A senior official*, who was not authorised to speak publicly, said the minister would resign."
- Not flagged: "The ministry said the minister would resign."
- Not flagged: "Ngozi Adeyemi, a senior official at the ministry, said the minister would resign."

## Use instead
The name; failing that, why it is withheld, how the source knows, and what it stands to gain.

## How it is found
Attributions whose source is an unnamed person or document, and set phrases (*people familiar with*), in the outlet's
own voice, once for each place. A reason (*on condition of anonymity because …*) lowers the severity.

## Limits
Whether the stated reason is a good one is not judged. Off in opinion pieces, satire and interviews.

## References
- The Associated Press Statement of News Values and Principles, on anonymous sources
- BBC Editorial Guidelines, on anonymous sources
- Reuters Handbook of Journalism, on unnamed sources
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from framing.config import Config
from framing.rules.base import Rule
from framing.rules.marks import mark, without_overlap, worded
from framing.rules.passages import UNREPORTED, claiming, is_own, phrases, plain
from framing.types import Annotation, Evidence, Finding, Severity, Source, WordingSpan

_PEOPLE = (
    "officials?|sources?|aides?|advis[eo]rs?|persons?|people|insiders?|diplomats?|staffers?|operatives?"
    "|strategists?|lawyers?"
    "|attendees?|participants?|witness(?:es)?|traders?|employees?|executives?|friends?|members?|advocates?|associates?"
    "|contestants?|negotiators?|commanders?|bankers?|whistle-?blowers?|confidants?|allies|ally|donors?|lobbyists?"
)
_COUNTED = "a|an|one|another|two|three|four|five|six|seven|a dozen|several|multiple|some|at least \\w+"
_GRADED = "senior|former|current|top|high-ranking|unnamed|unidentified|anonymous|longtime|veteran"
_UNNAMED = phrases(
    (
        rf"(?:(?:{_COUNTED}|{_GRADED}) )+(?:[\w.\x27’-]+ ){{0,4}}(?:{_PEOPLE})",
        "(?:people|persons?|sources?|those|officials?) (?:\\w+ )?(?:familiar|close|with (?:direct )?knowledge|briefed)",
        "sources",
        "(?:a |an |the )?(?:sealed|leaked|internal|confidential|classified) \\w+",
    )
)
_FAMILIAR = phrases(
    (
        "(?:people|persons?|sources?|officials?) (?:\\w+ )?(?:familiar with|close to"
        "|with (?:direct )?knowledge of|briefed on)",
    )
)
_KNOWN = re.compile(r"\s*(?:the|his|her|their|its|that|this)\s", re.IGNORECASE)
_SCORE = 0.75


def check(annotation: Annotation, config: Config) -> Iterator[Finding]:
    """Every unnamed source in the outlet's own voice; a note where the text gives a reason."""
    if annotation.article.genre in UNREPORTED:
        return
    text = annotation.article.text
    reasons: dict[tuple[int, int], bool] = {}
    spans = worded(RULE, annotation, config)
    for attribution in annotation.attributions:
        source = attribution.source
        if attribution.rung not in ("anonymous", "vague") or source is None or attribution.assumed:
            continue
        if not _withheld(annotation, source):
            continue
        place = (source.start, source.end)
        if place not in reasons:
            evidence = Evidence("The source of a statement is a person or document without a name.", _SCORE)
            spans.append(WordingSpan(RULE.code, source.start, source.end, _SCORE, (evidence,)))
        reasons[place] = reasons.get(place, False) or attribution.reason_given
    for _, sentence in claiming(annotation):
        for match in _FAMILIAR.finditer(text, sentence.start, sentence.end):
            evidence = Evidence("People are described by what they know, not named.", _SCORE)
            spans.append(WordingSpan(RULE.code, match.start(), match.end(), _SCORE - 0.05, (evidence,)))
    for found in without_overlap(spans):
        if not is_own(annotation, found.span):
            continue
        given = any(given for (start, end), given in reasons.items() if start < found.end and found.start < end)
        severity: Severity = "note" if given else "warning"
        words = plain(found.span.of(text), words=12)
        told = "the text says why" if given else "the text does not say why"
        yield mark(
            RULE,
            annotation,
            found.span,
            message=f"“{words}” is a source without a name; {told}.",
            score=found.score,
            evidence=(*found.evidence, Evidence("A reason is given." if given else "No reason is given.")),
            suggestion=None if given else "Name the source, or say why it is not named and how it knows.",
            severity=severity,
        )


def _withheld(annotation: Annotation, source: Source) -> bool:
    """Whether the words introduce somebody who is not named: not *the official* met before, nobody with a name."""
    text = source.span.of(annotation.article.text)
    if _KNOWN.match(text) or _UNNAMED.match(text) is None:
        return False
    return not any(name.kind == "person" and source.span.contains(name.span) for name in annotation.names)


RULE = Rule(
    code="S203",
    name="anonymous-source",
    summary="an unnamed source, graded by whether a reason is given",
    severity="warning",
    check_article=check,
)
