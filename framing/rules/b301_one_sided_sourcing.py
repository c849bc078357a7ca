"""Somebody is accused, and is never heard.

## What it marks
An accusation or criticism against a named person or body who, in the whole article, is neither quoted nor
paraphrased, and of whom it is not said that they were asked.

## Why it matters
The right of reply is the plainest test of fairness in a dispute. A reader who hears one side learns of the other only
what its opponents say.

## Examples
- Flagged: "Ms Okafor *accused Harlan Mills* of dumping waste." with nothing from or about a reply of Harlan Mills
- Not flagged: the same, and "Harlan Mills denied it."
- Not flagged: the same, and "Harlan Mills did not respond to a request for comment."

## Use instead
What the accused says, or that they were asked and when.

## How it is found
Verbs of accusation with a named target are found in the text; the target's name and its shorter forms are then looked
for among the sources of the article's attributions, the speakers of its quotations, and denials and refusals to
comment.

## Limits
Which parties a dispute has is read from accusations alone; balance among sources who accuse nobody is not judged. A
spokesperson who is not tied to the body's name counts as somebody else. Off in opinion pieces, satire and interviews.

## References
- BBC Editorial Guidelines, fairness: right of reply
- Independent Press Standards Organisation, Editors' Code of Practice, clause 1 (accuracy)
- The Associated Press Statement of News Values and Principles, on responses
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from framing.config import Config
from framing.rules.base import Rule
from framing.rules.marks import mark
from framing.rules.passages import UNREPORTED, claiming, voice_of
from framing.types import Annotation, Evidence, Finding, Name, Span

_ACCUSING = (
    r"accus(?:e|es|ed|ing)|blam(?:e|es|ed|ing)|denounc(?:e|es|ed|ing)|condemn(?:s|ed|ing)?|critici[sz](?:e|es|ed|ing)"
    r"|su(?:ed|ing)|blast(?:s|ed|ing)?|slam(?:s|med|ming)?|attack(?:s|ed|ing)?|rebuk(?:es|ed|ing)|berat(?:es|ed|ing)"
    r"|lash(?:es|ed|ing) out at|took aim at|hit out at"
)
_TARGET = re.compile(
    rf"\b(?:{_ACCUSING})\s+(?:(?:the|its|his|her|their|fellow|rival|former|president|prime|minister|senator"
    rf"|mayor)\s+){{0,3}}",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    r"\s+(?:was|were|is|has been|have been|had been|stands)\s+(?:\w+\s+)?(?:accused|blamed|denounced"
    r"|condemned|criticized"
    r"|criticised|sued)\b",
    re.IGNORECASE,
)
_REPLY = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|disput(?:es|ed|ing)|declin(?:es|ed|ing)"
    r"|refus(?:es|ed|ing)|did not (?:immediately )?(?:respond|reply|return|answer)|could not be reached|no comment"
    r"|respond(?:s|ed|ing)?|repl(?:ies|ied)|contest(?:s|ed|ing)?|defend(?:s|ed|ing)?|apologi[sz](?:es|ed)"
    r"|said|says|told|stated|tweeted|wrote|argued|insisted|pleaded not guilty)\b",
    re.IGNORECASE,
)
_MODIFIED = re.compile(
    r"[ -](?!(?:of|for|over|on|in|at|and|as|by|to|after|during|with|because|who|when|while|from|about"
    r"|yesterday|last)\b)[a-z]"
)
_KINDS = ("person", "organisation")
_REPLY_REACH = 60
_SCORE = 0.55


def check(annotation: Annotation, config: Config) -> Iterator[Finding]:
    """One finding for each named target of an accusation who is not heard."""
    del config
    if annotation.article.genre in UNREPORTED:
        return
    told: set[str] = set()
    for span, name in _accusations(annotation):
        who = name.canonical
        if who in told or _heard(annotation, name, span):
            continue
        told.add(who)
        yield mark(
            RULE,
            annotation,
            span,
            message=f"{who} is criticised here and is not heard anywhere in the piece.",
            score=_SCORE,
            evidence=(Evidence(f"No statement, denial or refusal to comment of {who} was found.", 0.0),),
            suggestion=f"Give {who}'s reply, or say that a reply was asked for.",
            ours=True,
        )


def _accusations(annotation: Annotation) -> Iterator[tuple[Span, Name]]:
    text = annotation.article.text
    names = {name.start: name for name in annotation.names if name.kind in _KINDS}
    for _, sentence in claiming(annotation, title=False):
        for match in _TARGET.finditer(text, sentence.start, sentence.end):
            name = names.get(match.end())
            if name is not None and not _MODIFIED.match(text, name.end) and _is_party(annotation, name):
                yield Span(match.start(), name.end), name
        for name in annotation.names:
            if name.kind in _KINDS and sentence.span.contains(name.span) and _is_party(annotation, name):
                passive = _PASSIVE.match(text, name.end, sentence.end)
                if passive is not None:
                    yield Span(name.start, passive.end()), name


def _is_party(annotation: Annotation, name: Name) -> bool:
    """Whether the name stands for somebody who could reply: no crowd (*Democrats*), and not inside a quotation."""
    if voice_of(annotation, name.span)[0] == "quoted":
        return False
    words = name.span.of(annotation.article.text).split()
    return name.kind == "person" or len(words) > 1 or not words[-1].endswith(("s", "ic", "an"))


def _heard(annotation: Annotation, target: Name, accusation: Span) -> bool:
    text = annotation.article.text
    forms = _forms(target.canonical) | _forms(target.span.of(text))
    for attribution in annotation.attributions:
        source = attribution.source
        if source is not None and (_shares(source.name or "", forms) or _shares(source.span.of(text), forms)):
            return True
    if any(quote.speaker is not None and _shares(quote.speaker, forms) for quote in annotation.quotes):
        return True
    return any(
        _REPLY.search(text, name.end, min(sentence.end, name.end + _REPLY_REACH)) is not None
        for sentence in annotation.sentences
        for name in annotation.names
        if name.canonical == target.canonical
        and sentence.span.contains(name.span)
        and not sentence.span.overlaps(accusation)
    )


def _forms(name: str) -> set[str]:
    """The name and its last word: ``Harlan Mills`` and ``Mills``."""
    words = [word for word in re.findall(r"[\w'’-]+", name.casefold()) if len(word) > 2]
    return {" ".join(words), words[-1]} if words else set()


def _shares(name: str, forms: set[str]) -> bool:
    words = set(re.findall(r"[\w'’-]+", name.casefold()))
    return any(words.issuperset(form.split()) for form in forms if form)


RULE = Rule(
    code="B301",
    name="one-sided-sourcing",
    aliases=("right-of-reply",),
    summary="somebody is accused and never heard",
    severity="note",
    check_article=check,
    words=tuple(_ACCUSING.split("|")),
)
