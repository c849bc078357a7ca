"""A verb of saying that judges the speaker or the statement.

## What it marks
*Admitted*, *conceded*, *claimed*, *insisted*, *boasted*, *lashed out*, *doubled down*, where *said* would do.

## Why it matters
*Admitted* presumes guilt, *claimed* presumes doubt, *pointed out* presumes truth. When one side *says* and the other
*claims*, the reader has been told whom to believe.

## Examples
- Flagged: "The minister *insisted* the figures were right."
- Not flagged: "The minister said the figures were right."
- Not flagged: "The group claimed responsibility for the blast."
- A note: "The minister *acknowledged* the delay." (a mild case)

## Use instead
*Said*. *Argued* or *denied* where the statement is an argument or a denial; *confirmed* where it confirms.

## How it is found
Cues of the article's attributions are looked up in a list in two grades; verbs that can only report speech
(*lashed out*, *fired back*) are marked without an attribution too. Legal uses (*alleged*, *pleaded*), *claimed
responsibility*, *claimed victory* or *lives*, and *conceded* an election are left out. Inside a paraphrase the verb is
still the outlet's choice and counts as its own voice.

## Limits
A real admission of fault is an admission; whether it is one, the words alone do not tell.

## References
- Recasens, Danescu-Niculescu-Mizil and Jurafsky 2013, on assertive and factive verbs
- Hooper 1975, "On assertive predicates"
- Newell, Margolin and Ruths 2018, "An Attribution Relations Corpus for Political News" (PolNeAR)
- Reuters Handbook of Journalism and The Associated Press Stylebook, on "said" and its substitutes
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from framing.config import Config
from framing.rules.base import Rule
from framing.rules.marks import mark, without_overlap, worded
from framing.rules.passages import claiming, in_name, phrases
from framing.types import Annotation, Evidence, Finding, Severity, Span, WordingSpan

#: Verbs of an attribution's cue, by what they presume.
_PRESUMING = {
    "that the statement is to be doubted": ("claim(?:s|ed|ing)?", "purport(?:s|ed|ing)?"),
    "a fault or a defeat": (
        "admit(?:s|ted|ting)?",
        "conced(?:e|es|ed|ing)",
        "confess(?:es|ed|ing)?",
        "own(?:s|ed)? up",
    ),
    "a stubborn or a weak case": (
        "insist(?:s|ed|ing)?",
        "protest(?:s|ed|ing)?",
        "equivocat(?:e|es|ed|ing)",
        "doubl(?:e|es|ed|ing) down",
    ),
    "vanity": (
        "boast(?:s|ed|ing)?",
        "brag(?:s|ged|ging)?",
        "crow(?:s|ed|ing)?",
        "gush(?:es|ed|ing)?",
        "gloat(?:s|ed|ing)?",
        "trumpet(?:s|ed|ing)?",
        "tout(?:s|ed|ing)?",
    ),
    "anger or contempt": (
        "rail(?:s|ed|ing)?",
        "rant(?:s|ed|ing)?",
        "rag(?:es|ed|ing)",
        "fum(?:es|ed|ing)",
        "sneer(?:s|ed|ing)?",
        "scoff(?:s|ed|ing)?",
        "snap(?:s|ped)",
        "thunder(?:s|ed|ing)?",
        "blast(?:s|ed|ing)?",
        "slam(?:s|med|ming)?",
        "whin(?:e|es|ed|ing)",
        "grip(?:e|es|ed|ing)",
        "bleat(?:s|ed|ing)?",
        "complain(?:s|ed|ing)?",
        "bemoan(?:s|ed|ing)?",
        "moan(?:s|ed|ing)?",
        "deni?grat(?:e|es|ed|ing)",
        "derid(?:e|es|ed|ing)",
        "shriek(?:s|ed|ing)?",
    ),
}
#: Milder choices: they presume the truth of what is said, which is sometimes right.
_MILD = ("acknowledg(?:e|es|ed|ing)", "point(?:s|ed|ing)? out", "reveal(?:s|ed|ing)?", "let slip")
#: Verbs that report speech in every use, marked without an attribution.
_ALWAYS = (
    "lash(?:es|ed|ing)? out(?= at| against|[,.]| over| on|$)",
    "(?:fir|shoot|hit|snap)(?:es|ed|ing|s|ting|ped)? back at",
    "fir(?:es|ed|ing) back(?= at|[,.]| on| with|$)",
    "shot back(?=[,.]| at| that)",
    "doubl(?:es|ed|ing) down on",
    "rail(?:s|ed|ing) against",
    "t(?:ears|ore|earing) into",
    "took a swipe at",
    "(?:went|going|goes) on a rant",
    "admit(?:s|ted)?(?= (?:that|he|she|they|it|there)(?![\\w-]))",
    "claim(?:s|ed)?(?= (?:that|he|she|they|it|there|to (?:be|have))(?![\\w-]))",
    "insist(?:s|ed)?(?= (?:that|he|she|they|it|there)(?![\\w-]))",
)
_LITERAL = re.compile(
    r"(?:claim(?:s|ed|ing)?\s+(?:\w+\s+){0,3}?(?:responsibility|victory|li(?:fe|ves)|credit|title|seats?"
    r"|asylum|benefits"
    r"|medals?|territory|ownership|sovereignty|expenses|damages|compensation|refunds?|insurance|the\s+lead)"
    r"|conced(?:e|es|ed|ing)\s+(?:the\s+|a\s+)?(?:defeat|election|race|goals?|penalt\w+|territory|land|ground|points?)"
    r"|admit(?:s|ted|ting)?\s+(?:\w+\s+){0,2}?(?:to\s+(?:a\s+|the\s+)?(?:\w+\s+)?(?:hospital|bar|university"
    r"|college|emergency)"
    r"|patients|students|refugees|migrants|into)"
    r"|reveal(?:s|ed|ing)?\s+(?:the\s+|its\s+|a\s+)?(?:winners?|name|design|logo|plans?))\b",
    re.IGNORECASE,
)
_PASSIVE_ADMISSION = re.compile(r"\b(?:was|were|been|being|is|are|be)\s+$", re.IGNORECASE)

_BEFORE_NOUN = re.compile(
    r"(?:\b(?:a|an|the|his|her|its|their|our|my|your|this|that|these|those|any|no|such|of|in|with|jobless"
    r"|false|insurance"
    r"|weekly|initial|similar)|['’]s|s['’])\s+$",
    re.IGNORECASE,
)

_CUES = tuple((phrases(verbs), presumed) for presumed, verbs in _PRESUMING.items())
_MILD_CUES = phrases(_MILD)
_SPEECH = phrases(_ALWAYS)
_STRONG_SCORE, _MILD_SCORE, _ALWAYS_SCORE = 0.8, 0.55, 0.85


def check(annotation: Annotation, config: Config) -> Iterator[Finding]:
    """Every loaded reporting verb: cues from the list, verbs of attack, and the classifier's, once."""
    text = annotation.article.text
    spans = [*worded(RULE, annotation, config), *_from_cues(annotation), *_from_speech(annotation)]
    for found in without_overlap(spans):
        if found.score < config.wording.threshold or in_name(annotation, found.span):
            continue
        words = found.span.of(text)
        severity: Severity = "note" if _MILD_CUES.fullmatch(words) else "warning"
        yield mark(
            RULE,
            annotation,
            found.span,
            message=f"“{words}” judges the speaker or the statement; “said” would report it.",
            score=found.score,
            own=found.own,
            evidence=found.evidence,
            suggestion="Use “said”, unless the words that follow show what this verb presumes.",
            severity=severity,
        )


def _from_cues(annotation: Annotation) -> Iterator[WordingSpan]:
    text = annotation.article.text
    for cue in {a.cue for a in annotation.attributions if a.cue is not None}:
        for span, presumed in _verbs(cue, text):
            if _LITERAL.match(text, span.start) or _passive(span, text) or _noun(span, text):
                continue
            if presumed is None:
                evidence = Evidence(f"“{span.of(text)}” presumes that what follows is true.", _MILD_SCORE)
                yield WordingSpan(RULE.code, span.start, span.end, _MILD_SCORE, (evidence,))
            else:
                evidence = Evidence(f"“{span.of(text)}” presumes {presumed}.", _STRONG_SCORE)
                yield WordingSpan(RULE.code, span.start, span.end, _STRONG_SCORE, (evidence,))


def _verbs(cue: Span, text: str) -> Iterator[tuple[Span, str | None]]:
    for pattern, presumed in _CUES:
        for match in pattern.finditer(text, cue.start, cue.end):
            yield Span(*match.span()), presumed
    for match in _MILD_CUES.finditer(text, cue.start, cue.end):
        yield Span(*match.span()), None


def _passive(span: Span, text: str) -> bool:
    """``was admitted``: something done to the subject, not said by it."""
    return span.of(text).casefold() == "admitted" and bool(
        _PASSIVE_ADMISSION.search(text, max(0, span.start - 8), span.start)
    )


def _noun(span: Span, text: str) -> bool:
    """``jobless claims``, ``his boast``: a noun after an article, a possessor or its modifier, not a verb."""
    return _BEFORE_NOUN.search(text, max(0, span.start - 20), span.start) is not None


def _from_speech(annotation: Annotation) -> Iterator[WordingSpan]:
    text = annotation.article.text
    for _, sentence in claiming(annotation):
        for match in _SPEECH.finditer(text, sentence.start, sentence.end):
            span = Span(*match.span())
            if _LITERAL.match(text, span.start) or _passive(span, text) or _noun(span, text):
                continue
            evidence = Evidence(f"“{match[0]}” judges what it reports.", _ALWAYS_SCORE)
            yield WordingSpan(RULE.code, match.start(), match.end(), _ALWAYS_SCORE, (evidence,))


RULE = Rule(
    code="W107",
    name="loaded-reporting-verb",
    aliases=("said-bookism",),
    summary="a verb of saying that judges the speaker: admitted, claimed, lashed out",
    severity="warning",
    version=2,
    check_article=check,
    words=(*(verb for verbs in _PRESUMING.values() for verb in verbs), *_MILD, *_ALWAYS),
)
