"""Quotation marks that distance or mock a word instead of quoting someone.

## What it marks
A word or short phrase in quotation marks that no one in the text is quoted as saying: the marks say *so they call it*.

## Why it matters
The marks tell the reader to doubt the word without saying who doubts it or why.

## Examples
- Flagged: "The *“reform”* took effect on Monday."
- Not flagged: "Ms Adeyemi called the law a “reform” of the courts."
- Not flagged: "“The reform is long overdue,” Ms Adeyemi said."

## Use instead
Drop the marks, or say who uses the word and who disputes it.

## How it is found
Quotations are found to the character; a short one without a speaker, a reporting verb or a naming verb nearby is a
scare quote, not speech. Left alone are words introduced as a term (*known as*, *the term*), nicknames, and in news a
fragment after the name of a person, whose words it may well be.

## Limits
A fragment quoted from a speaker named two sentences earlier can look like a scare quote, and a word mentioned as a
word can too.

## References
- The Associated Press Stylebook, on quotation marks and irony
- The Chicago Manual of Style, on scare quotes
- Reuters Handbook of Journalism, on fragmentary quotes
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from framing.config import Config
from framing.rules.base import Rule
from framing.rules.marks import mark
from framing.rules.passages import sentence_index
from framing.types import Annotation, Evidence, Finding, Quote, Sentence

_SCORE = 0.6
_MARKS = "\"'“”‘’«» ,."
_VOTES = frozenset({"yes", "no", "aye", "nay", "yea", "present"})
_SPEAKER = re.compile(r"\b(?:I|me|my|we|us|our|you|your)\b")
_TERM = re.compile(
    r"(?<![\w-])(?:know[ns]|dubbed|called|termed|nicknamed|labell?ed|titled|entitled|names?|named|terms?|words?|phrases?|slang|substitute"
    r"|referred\s+to)(?:\s+(?:as|the|a|an))*[\s,:]*$",
    re.IGNORECASE,
)


def check(annotation: Annotation, config: Config) -> Iterator[Finding]:
    """Every quotation that distances, in the body or the headline."""
    for quote in annotation.quotes:
        if quote.kind != "scare":
            continue
        index = sentence_index(annotation, quote.start)
        if index is None or annotation.sentences[index].role not in ("body", "title"):
            continue
        words = quote.span.of(annotation.article.text).strip(_MARKS)
        if _is_term(annotation, quote, words) or _may_be_said(annotation, quote, annotation.sentences[index]):
            continue
        yield mark(
            RULE,
            annotation,
            quote.span,
            message=f"The quotation marks around “{words}” quote nobody; they put the word in doubt.",
            score=_SCORE,
            evidence=(Evidence("A short phrase in quotation marks, and nobody nearby is quoted as saying it."),),
            suggestion="Drop the marks, or say who uses the word and who disputes it.",
        )


def _is_term(annotation: Annotation, quote: Quote, words: str) -> bool:
    """Whether the marks do not distance: a term that is introduced, a nickname, words that have a speaker in them."""
    before = annotation.article.text[max(0, quote.start - 40) : quote.start]
    if _TERM.search(before) is not None or words.casefold() in _VOTES:
        return True
    return len(words.split()) > 1 and (words.istitle() or _SPEAKER.search(words) is not None)


def _may_be_said(annotation: Annotation, quote: Quote, sentence: Sentence) -> bool:
    """Whether a person named before in a news sentence may have said the words."""
    if annotation.article.genre not in ("news", "unattributed", "live"):
        return False
    return any(n.kind == "person" and sentence.start <= n.start and n.end <= quote.start for n in annotation.names)


RULE = Rule(
    code="W105",
    name="scare-quotes",
    summary="quotation marks that distance, not quote",
    severity="warning",
    check_article=check,
)
