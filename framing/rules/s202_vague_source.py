"""A source so vague that nobody could check it.

## What it marks
*Experts say*, *critics argue*, *many believe*, *it is widely seen*, *reportedly*: somebody is said to vouch, and
nobody is named.

## Why it matters
A crowd that cannot be counted can be made to say anything. Such phrases often carry the writer's own view.

## Examples
- Flagged: "*Critics say* the law goes too far."
- Flagged: "The law is *widely seen* as a failure."
- Not flagged: "The bar association and two former judges say the law goes too far."
- Not flagged: "Experts say the bridge is unsafe. “It must be closed,” said Ngozi Adeyemi, an engineer."

## Use instead
Who says so, how many, and how they know.

## How it is found
Attributions whose source is a vague plural, and set phrases without any source, in the outlet's own voice. A vague
plural that a named speaker makes good in the next sentence is left alone.

## Limits
*Officials* of a named body are an institution to this rule, not a vague source. In opinion pieces, satire and
interviews the rule is off: the writer's argument is not reporting.

## References
- Reuters Handbook of Journalism, on sources
- Ganter and Strube 2009, "Finding Hedges by Chasing Weasels"
- Farkas et al. 2010, "The CoNLL-2010 Shared Task: Learning to Detect Hedges and their Scope"
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from framing.config import Config
from framing.rules.base import Rule
from framing.rules.marks import mark, without_overlap, worded
from framing.rules.passages import UNREPORTED, claiming, following, is_own, phrases, sentence_index
from framing.types import Annotation, Evidence, Finding, Span, WordingSpan

_WHO = (
    "critics|experts|observers|analysts|insiders|detractors|sceptics|skeptics|pundits|economists|scholars|historians"
    "|supporters|opponents|activists|advocates|commentators|scientists|researchers"
)
_SAY = (
    "say|said|says|argue|argued|believe|believed|warn|warned|warning|fear|feared|think|contend|contended"
    "|claim|claimed|suggest"
    "|suggested|worry|worried|question|questioned|see|saw|view|viewed|expect|expected|predict|predicted"
    "|agree|note|point out"
    "|accuse|accused|call|called|calling|consider|hope|hoped|took issue|take issue|cast doubt|dispute|disputed|complain"
    "|complained|insist|insisted|wonder|wondered|suspect|suspected|expressed|interpreted|dismissed|describe|described"
)
_HAVE = r"(?: (?:have|had|are|were|also|now|still|previously|long|already|been))*"
_SOURCES = (
    rf"(?:(?:some|many|most|other|several|outside|legal|political|independent|leading|top"
    rf"|\w+ care) )*(?:{_WHO}){_HAVE} (?:{_SAY})",
    rf"(?:some|many|others){_HAVE} (?:{_SAY})(?! (?:no|action|little))",
    rf"(?:some|many) (?:[\w-]+ )?\w+s{_HAVE} (?:{_SAY})(?! (?:no|action|little))",
    rf"according to (?:some |many |several |most )?(?:{_WHO}|recent studies|studies|rumou?rs)(?! (?:at|from|of"
    rf"|with|by|in)(?![\w-]))",
    "(?:some |many |recent )?studies (?:show|suggest|say|have shown|have found)",
)
_SOURCELESS = (
    "reportedly",
    "widely (?:seen|viewed|regarded|believed|considered|expected|reported|criticiz?s?ed|thought|perceived)",
    "it (?:is|was) (?:widely |generally |commonly )?(?:believed|thought|said|understood|rumou?red|feared)(?: that)?",
    "(?:is|are|was|were) (?:said|believed|thought|rumou?red|understood) to",
    "(?:has|have) (?:faced|drawn|sparked) (?:criticism|questions|outrage|backlash)(?! from)",
    "questions remain",
    "there (?:are|is|were|was) (?:growing |mounting |widespread |some )?(?:worr(?:y|ies)|concerns?|fears?"
    "|doubts?|unease)"
    " (?:about|over|that|among)",
)
_VAGUE, _NOBODY = phrases(_SOURCES), phrases(_SOURCELESS)
_TIMES = re.compile(r"\b(?:minutes|hours|days|weeks|months|years|times|ways)\b", re.IGNORECASE)
_KNOWN = re.compile(r"\b(?:the|these|those|his|her|their|its|whose)\s+(?:\w+\s+)?$", re.IGNORECASE)
_BY_SOMEONE = re.compile(r"^[^.;]{0,25}\bby\s+", re.IGNORECASE)
_PLURAL = phrases(
    (
        rf"(?:some|many|most|other|several|outside|legal|political|independent|leading|top|various|key|certain"
        rf"|\w+)? ?(?:{_WHO})",
        "(?:some|many|others|several|most|a few|a lot)(?: of (?:them|us|these|those|the \\w+"
        "|today's \\w+))?(?: \\w+){0,2}",
        "(?:other |several |multiple )?(?:sources|reports|studies|polls|rumou?rs)",
    )
)
_SCORE = 0.7
_A_STATEMENT = 6  # words from which what a named person is said to hold makes good a vague plural before it


def check(annotation: Annotation, config: Config) -> Iterator[Finding]:
    """Every vague source in the outlet's own voice."""
    if annotation.article.genre in UNREPORTED:
        return
    text = annotation.article.text
    spans = [*worded(RULE, annotation, config), *_from_phrases(annotation), *_from_attributions(annotation)]
    for found in without_overlap(spans):
        if not is_own(annotation, found.span) or _made_good(annotation, found.span):
            continue
        words = found.span.of(text)
        yield mark(
            RULE,
            annotation,
            found.span,
            message=f"“{words}” names nobody a reader could ask.",
            score=found.score,
            evidence=found.evidence,
            suggestion="Say who, how many, and how they know.",
        )


def _from_phrases(annotation: Annotation) -> Iterator[WordingSpan]:
    text = annotation.article.text
    for _, sentence in claiming(annotation):
        for match in _VAGUE.finditer(text, sentence.start, sentence.end):
            if _KNOWN.search(text, sentence.start, match.start()):
                continue
            evidence = Evidence("A plural without a name vouches for what is said.", _SCORE)
            yield WordingSpan(RULE.code, match.start(), match.end(), _SCORE, (evidence,))
        for match in _NOBODY.finditer(text, sentence.start, sentence.end):
            passive = match[0].casefold() != "reportedly"
            if not (passive and _BY_SOMEONE.match(text[match.end() : sentence.end])):
                evidence = Evidence("Somebody is said to hold this, and no one is named.", _SCORE)
                yield WordingSpan(RULE.code, match.start(), match.end(), _SCORE, (evidence,))


def _from_attributions(annotation: Annotation) -> Iterator[WordingSpan]:
    for attribution in annotation.attributions:
        source = attribution.source
        if attribution.rung == "vague" and source is not None and not attribution.assumed:
            words = source.span.of(annotation.article.text)
            if _PLURAL.fullmatch(words) is None or _TIMES.search(words):
                continue
            evidence = Evidence("The source of a statement is a vague plural.", _SCORE)
            yield WordingSpan(RULE.code, source.start, source.end, _SCORE - 0.05, (evidence,))


def _made_good(annotation: Annotation, span: Span) -> bool:
    """Whether the next sentence has a named speaker: the vague plural was an introduction."""
    index = sentence_index(annotation, span.start)
    after = following(annotation, index) if index is not None else None
    if after is None:
        return False
    return any(
        attribution.rung == "named"
        and attribution.source is not None
        and after.span.contains(attribution.source.span)
        and not attribution.assumed
        and (
            attribution.kind != "indirect"
            or sum(len(c.of(annotation.article.text).split()) for c in attribution.content) >= _A_STATEMENT
        )
        for attribution in annotation.attributions
    )


RULE = Rule(
    code="S202",
    name="vague-source",
    aliases=("weasel-words",),
    summary="experts say, critics argue: nobody a reader could ask",
    severity="warning",
    check_article=check,
    words=(*_SOURCES, *_SOURCELESS),
)
