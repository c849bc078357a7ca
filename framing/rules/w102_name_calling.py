"""A label that judges an actor, given as if it were a name.

## What it marks
Nouns and adjectives that pass judgement on a person, group or government: *regime*, *thugs*, *cronies*, *zealots*.

## Why it matters
A label settles in one word what the piece should show. The same body is a *government* to one outlet and a *regime*
to another, and the reader seldom notices the choice.

## Examples
- Flagged: "The mayor and her *cronies* met the developer in March."
- Not flagged: "The mayor and three aides met the developer in March."
- A note, not a warning: "They are *thugs*," Mr Lindqvist said of the strikers.

## Use instead
The name, the office, or what the person did: *protesters who broke windows*, *the government in Harun*.

## How it is found
A short list of labels that judge whoever they are put on, marked for every party and nation alike (*tax regime* and
*regime change* are terms); and the wording classifier's marks from `wording.threshold` upward, where a word list holds
the label or the classifier takes it for one.

## Limits
Self-descriptions and legal categories (*convicted felon*) should stay unmarked, but the list cannot always tell. What
counts as a judging label changes with time and place.

## References
- Da San Martino et al. 2020, "SemEval-2020 Task 11: Detection of Propaganda Techniques in News Articles"
- BBC Editorial Guidelines, guidance on reporting terrorism and the use of language
- The Associated Press Stylebook, on labels for people and groups
"""

from __future__ import annotations

from collections.abc import Iterator

from framing.config import Config
from framing.rules.base import Rule
from framing.rules.marks import mark, without_overlap, worded
from framing.rules.passages import claiming, in_name, phrases
from framing.types import Annotation, Evidence, Finding, Span, WordingSpan

_LABELS = (
    r"(?<!tax\s)(?<!sanctions\s)(?<!legal\s)(?<!trade\s)(?<!inspection\s)(?<!inspections\s)(?<!training\s)(?<!exercise\s)"
    r"(?<!regulatory\s)(?<!fitness\s)(?<!control\s)(?<!testing\s)regimes?(?!\s+changes?(?![\w-]))",
    "thugs?",
    "cron(?:y|ies)",
    "henchm[ae]n",
    "lackeys?",
    "stooges?",
    "goons?",
    "cabal",
    "despots?",
    "tyrants?",
    "zealots?",
    "traitors?",
    "scum",
    "bootlickers?",
    "bigots?",
    "fanatics?",
    "demagogues?",
    "charlatans?",
    "crooks?",
)
_PATTERN = phrases(_LABELS)
_SCORE = 0.7


def check(annotation: Annotation, config: Config) -> Iterator[Finding]:
    """Every judging label, in any voice."""
    text = annotation.article.text
    for found in without_overlap([*worded(RULE, annotation, config), *_listed(annotation)]):
        if found.score < config.wording.threshold:
            continue
        words = found.span.of(text)
        yield mark(
            RULE,
            annotation,
            found.span,
            message=f"“{words}” judges the one it names.",
            score=found.score,
            own=found.own,
            evidence=found.evidence,
            suggestion="Use the name, the office, or say what they did.",
        )


def _listed(annotation: Annotation) -> Iterator[WordingSpan]:
    """Labels of the list, outside proper names."""
    text = annotation.article.text
    for _, sentence in claiming(annotation):
        for match in _PATTERN.finditer(text, sentence.start, sentence.end):
            if not in_name(annotation, Span(*match.span())):
                evidence = Evidence(f"“{match[0]}” is a label that judges whoever it is put on.", _SCORE)
                yield WordingSpan(RULE.code, match.start(), match.end(), _SCORE, (evidence,))


RULE = Rule(
    code="W102",
    name="name-calling",
    aliases=("labeling", "labelling"),
    summary="a label that judges an actor",
    severity="warning",
    check_article=check,
    words=_LABELS,
)
