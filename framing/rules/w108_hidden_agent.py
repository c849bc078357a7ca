"""A harm told in the passive, with nobody doing it.

## What it marks
*Were killed*, *was shot*, *have been displaced*, where neither this sentence nor the next says who did it.

## Why it matters
A harm without a doer reads like weather. Where one side's harms have doers and the other's do not, the reader learns
whom to blame from grammar.

## Examples
- Flagged: "Four protesters *were shot* on the bridge." and nothing more
- Not flagged: "Four protesters were shot by soldiers on the bridge."
- Not flagged: "Four protesters were shot on the bridge. Soldiers had opened fire, a doctor said."
- Not flagged: "Four people were killed in the earthquake." (nobody to name)

## Use instead
Name the doer, or say that it is not known: *by gunmen who have not been identified*.

## How it is found
Passives of verbs of harm in the outlet's own voice, without a *by* phrase, a possessor of the attack (*a rebel
strike*), a doer in the three sentences before, the same or the next, or a cause that has no doer (storm, crash,
illness). What might happen (*could be killed*) is not marked.

## Limits
A doer named much earlier is known to the reader and not to this rule; so it is a note.

## References
- Fowler, Hodge, Kress and Trew 1979, "Language and Control", on agent deletion in the press
- Greene and Resnik 2009, "More than Words: Syntactic Packaging and Implicit Sentiment"
- Reuters Handbook of Journalism, on the active voice
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from framing.config import Config
from framing.rules.base import Rule
from framing.rules.marks import mark
from framing.rules.passages import claiming, following, is_own
from framing.types import Annotation, Evidence, Finding, Sentence, Span

_HARMS = (
    "killed|shot|wounded|injured|beaten to death|badly beaten|bombed|shelled|attacked|displaced|tortured"
    "|raped|murdered|massacred|executed"
    "|slain|gunned down|detained|expelled|evicted|tear-?gassed|abducted|kidnapped|assaulted|stabbed|maimed|starved"
)
_PASSIVE = re.compile(
    rf"\b(?:was|were|(?:has|have|had)\s+been|(?:is|are)\s+being|got)\s+(?:also\s+|later\s+|fatally\s+"
    rf"|brutally\s+|badly\s+|forcibly\s+"
    rf"|reportedly\s+|then\s+|\w+ly\s+)?(?:{_HARMS})\b(?!\s+(?:man|woman|people|persons|a|the|his|her|its|their)\b)",
    re.IGNORECASE,
)
_UNREAL = re.compile(
    r"\b(?:could|may|might|would|will|should|can|must|if|unless|to|not|never|n[’']t|no one|nobody)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_NO_DOER = re.compile(
    r"\b(?:earthquake|quake|storm|hurricane|tornado|cyclone|typhoon|flood\w*|tsunami|landslide|mudslide"
    r"|avalanche|wildfires?"
    r"|fire|blaze|crash\w*|collision|derail\w*|accident\w*|collaps\w+|eruption|lightning|heat\s?wave|outbreak|virus"
    r"|pandemic|disease|famine|drought|explosion\s+of\s+gas|gas\s+leak|stampede|car|train|plane|bus|ferry|boat)\b",
    re.IGNORECASE,
)
_ATTACK = (
    r"(?:air\s?strikes?|strikes?|shelling|bombing|bombardment|attacks?|raids?|offensive|fire|gunfire"
    r"|assault|drones?|missiles?|rockets?)"
)
_DOER = re.compile(
    rf"\b(?:police|officers?|troops|soldiers|forces|army|military|guards?|deput(?:y|ies)|agents?|gunm[ae]n"
    rf"|attackers?|militants"
    rf"|rebels|insurgents|fighters|militia\w*|suspects?|assailants?|bomber|driver|shooter|killer|authorities"
    rf"|settlers|mob"
    rf"|cartel|gang|terrorists|group|man|woman|husband|boyfriend|wife|father|mother|son|teenager|student)\b"
    rf"|\bsuicide\b|[’']s?\s+(?:\w+\s+)?{_ATTACK}\b|\b[A-Z][a-z]+(?:an|ian|ese|ish|i|ch|ers|ed|ist)?\s+{_ATTACK}\b"
    rf"|\b(?:[A-Z][\w.]+|he|she|they|who|I|we)\s+(?:had\s+|has\s+|have\s+)?(?:shot|killed|bombed|shelled"
    rf"|attacked|fired|opened fire"
    rf"|struck|launched|detained|expelled|beat|stabbed|invaded|carried out|arrested)\b"
)
_BY = re.compile(
    r"\b(?:by|at the hands of)\s+(?!\w+day\b|then\b|\d|the\s+time\b|the\s+end\b|late\b|mid)", re.IGNORECASE
)
_GENERAL = re.compile(
    r"\b(?:every|each|per)\s+(?:day|week|month|year|night)\b|\ba\s+(?:day|year)\b|\bsince\s+\d{4}\b"
    r"|\bmurders?\b|\bon\s+average\b",
    re.IGNORECASE,
)
_BEFORE = 3
_SCORE = 0.55


def check(annotation: Annotation, config: Config) -> Iterator[Finding]:
    """Every agentless passive of harm in the outlet's own voice."""
    del config
    text = annotation.article.text
    for index, sentence in claiming(annotation):
        for match in _PASSIVE.finditer(text, sentence.start, sentence.end):
            span = Span(*match.span())
            if _UNREAL.search(text, sentence.start, match.start()) or not is_own(annotation, span):
                continue
            if _GENERAL.search(text, sentence.start, sentence.end):
                continue
            if _doer_known(text, sentence, _around(annotation, index), span):
                continue
            yield mark(
                RULE,
                annotation,
                span,
                message=f"“{match[0]}” tells a harm and not who did it, here or in the next sentence.",
                score=_SCORE,
                evidence=(Evidence("A passive verb of harm with no doer in this sentence or the next.", _SCORE),),
                suggestion="Name who did it, or say that it is not known.",
            )


def _around(annotation: Annotation, index: int) -> str:
    """The text of up to three sentences before and of the next one."""
    near = [*annotation.sentences[max(0, index - _BEFORE) : index]]
    after = following(annotation, index)
    near += [after] if after is not None else []
    return " … ".join(sentence.span.of(annotation.article.text) for sentence in near if sentence.role == "body")


def _doer_known(text: str, sentence: Sentence, near: str, span: Span) -> bool:
    if _BY.search(text, span.end, sentence.end):
        return True
    around = text[sentence.start : span.start] + " … " + text[span.end : sentence.end]
    if _NO_DOER.search(around) or _NO_DOER.search(near):
        return True
    # The victim is not the doer: what stands as the subject of this very passive is left out of the search.
    subject = re.search(r"[^,;:—–]*$", text[sentence.start : span.start])
    rest = (
        text[sentence.start : sentence.start + (subject.start() if subject else 0)]
        + " … "
        + text[span.end : sentence.end]
    )
    return bool(_DOER.search(rest) or _DOER.search(near))


RULE = Rule(
    code="W108",
    name="hidden-agent",
    summary="a harm in the passive, nobody doing it",
    severity="note",
    check_article=check,
    words=tuple(_HARMS.split("|")),
)
