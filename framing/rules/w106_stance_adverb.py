"""An adverb by which the writer vouches for a statement, or sneers at it.

## What it marks
*Of course*, *rightly*, *reasonably*, *supposedly*, *conveniently*, *needless to say*, *make no mistake*: words that
add the writer's verdict to what is reported.

## Why it matters
*Reasonably* grants the point before the reader has seen it; *supposedly* takes it away. Neither says on what ground.

## Examples
- Flagged: "The union *rightly* refused the offer."
- Not flagged: "The union refused the offer, citing last year's agreement."
- Not flagged: "The flats are reasonably priced." (an adverb of degree)
- A note, not a warning: "*Of course* we refused," the union's secretary said.

## Use instead
Leave the adverb out; if the judgement matters, say who makes it and why.

## How it is found
A list of adverbs and set phrases, each kept because it is a stance more often than not in news, with the uses that
are degree or manner excluded (*reasonably priced*, *clearly visible*); and the wording classifier's own marks. In a
paraphrase the adverb counts as the outlet's own: every one of the 66 that readers marked outside quotation marks in
the training openings was the writer's.

## Limits
Adverbs that mark stance only now and then (*actually*, *simply*, *indeed*, *even*) are left out, so some is missed.

## References
- Biber and Finegan 1989, "Styles of stance in English"
- Recasens, Danescu-Niculescu-Mizil and Jurafsky 2013, on epistemological and framing bias
- Hyland 2005, "Metadiscourse", on boosters and attitude markers
"""

from __future__ import annotations

from collections.abc import Iterator

from framing.config import Config
from framing.rules.base import Rule
from framing.rules.marks import mark, without_overlap, worded
from framing.rules.passages import claiming, in_name, phrases
from framing.types import Annotation, Evidence, Finding, Span, WordingSpan

_DEGREE = (
    "priced|well|good|safe|sure|certain|close|likely|large|small|high|low|strong|clear|confident|foreseeable|available"
    "|fast|quick|quickly|simple|easy|accurate|accurately|cheap|new|stable|healthy|happy|short|long|be|expect|expected"
)
_MANNER = "visible|marked|defined|labell?ed|identified|seen|heard|state[sd]?|set|distinguish\\w*|written|spoken|audible"
_VOUCHING = (
    "of course(?! (?:of|correction|record|work))",
    "needless to say",
    "make no mistake",
    "no doubt(?! (?:about|that|of|in))",
    "undoubtedly",
    "unquestionably",
    "indisputably",
    "undeniably",
    "without question",
    "obviously",
    f"clearly(?= [a-z])(?! (?:{_MANNER}))",
    "to be sure",
    "in reality",
    "rightly(?! or wrongly)",
    "rightfully",
    "quite rightly",
    "justifiably",
    "understandably",
    "wisely",
    "sensibly",
    rf"(?<!can\s)(?<!could\s)(?<!may\s)(?<!might\s)(?<!to\s)(?<!be\s)reasonably(?= [a-z])(?! (?:{_DEGREE}))",
    "thankfully",
    "mercifully",
    "refreshingly",
    "to (?:his|her|their|its) credit",
    "it(?:'s| is) no secret(?: that)?",
    "the truth is",
    "crucially(?=,)",
    "importantly(?=,)",
    "tellingly(?=,)",
    "as everyone knows",
)
_SNEERING = (
    "supposedly",
    "purportedly",
    "conveniently",
    "predictably",
    "unsurprisingly",
    "surprise,? surprise",
    "ironically",
    "curiously(?=,)",
    "coincidentally",
    "inexplicably",
    "shamelessly",
    "brazenly",
    "cynically",
    "hypocritically",
    "wrongly(?! (?:convicted|accused|imprisoned|jailed|detained|identified|arrested|labell?ed))",
    "wrong-?headedly",
    "foolishly",
    "recklessly",
    "shamefully",
    "disgracefully",
    "dutifully",
    "belatedly",
    "sadly",
    "unfortunately",
    "regrettably",
    "ominously",
    "in (?:his|her|their|its) infinite wisdom",
)
_LISTS = (
    (_VOUCHING, "grants the statement in the writer's name", 0.7),
    (_SNEERING, "passes a verdict on what is reported", 0.65),
)
_PATTERNS = tuple((phrases(words), reason, score) for words, reason, score in _LISTS)


def check(annotation: Annotation, config: Config) -> Iterator[Finding]:
    """Every stance adverb, from the list or the classifier, once."""
    text = annotation.article.text
    listed: list[WordingSpan] = []
    for _, sentence in claiming(annotation):
        for pattern, reason, score in _PATTERNS:
            for match in pattern.finditer(text, sentence.start, sentence.end):
                evidence = Evidence(f"“{match[0]}” {reason}.", score)
                listed.append(WordingSpan(RULE.code, match.start(), match.end(), score, (evidence,)))
    for found in without_overlap([*worded(RULE, annotation, config), *listed]):
        if found.score < config.wording.threshold or in_name(annotation, found.span):
            continue
        span = Span(found.start, found.end)
        yield mark(
            RULE,
            annotation,
            span,
            message=f"“{span.of(text)}” adds a verdict on the statement instead of reporting it.",
            score=found.score,
            own=found.own,
            evidence=found.evidence,
            suggestion="Leave it out, or say who judges so and on what ground.",
        )


RULE = Rule(
    code="W106",
    name="stance-adverb",
    summary="the writer vouches or sneers by an adverb",
    severity="warning",
    version=2,
    check_article=check,
    words=(*_VOUCHING, *_SNEERING),
)
