"""How sure the wording makes a claim: flat, hedged or denied, and the words that show it.

Hedges follow the field's list of kinds (modals, epistemic adverbs and adjectives, appearance verbs, expectation,
condition, unverified report; Hyland 2005; Farkas et al., CoNLL 2010). A plain negation is not a denial: "did not fire"
is a flat claim. ``negations`` lists it apart, so that "has begun" and "has not begun" can be told apart.
"""

from __future__ import annotations

import re
from typing import Final, Literal

from framing.types import Certainty, Span

CueKind = Literal["hedged", "denied"]

_NOT: Final = r"(?:not|never|n['’]t)"
_HAVE_NOT: Final = (
    r"(?:(?:did|do|does|has|have|had|would|will|could|can|is|are|was|were|may|might)(?:\s+not|n['’]t)|cannot|never|not)"
)
_CLAIM: Final = (
    r"(?:(?:the|any|all|such|those|these|his|her|their|its|that|this|as|what|[\w.]+['’]s)\s+)?(?:[\w-]+\s+){0,2}?"
    r"(?:claims?|allegations?|accusations?|reports?|suggestions?|assertions?|charges?|rumou?rs?|notion|narrative"
    r"|characteri[sz]ation|statements?|version|finding|findings)"
)

#: Wordings that look like a denial and are not: they leave the matter open.
_OPEN: Final = (
    rf"{_HAVE_NOT}\s+(?:\w+ly\s+|be\s+|been\s+|yet\s+|immediately\s+|to\s+)?(?:rul(?:e|ed|ing)\s+(?:\w+\s+){{0,3}}?out|den(?:y|ied|ying)|disput(?:e|ed)"
    rf"|confirm(?:ed)?|excluded?|verif(?:y|ied)|say\s+(?:if|whether|when|how)|been\s+(?:\w+\s+)?(?:confirmed|verified|ruled\s+out))",
    r"neither\s+confirmed?\s+nor\s+den(?:y|ied)",
    r"(?:refus|declin)(?:e|ed|es|ing)\s+to\s+(?:\w+ly\s+)?(?:confirm|deny|say|rule\s+out)",
    r"without\s+ruling\s+out",
    r"(?:could|can)\s*not\s+be\s+(?:independently\s+)?(?:verified|confirmed|ruled\s+out)",
)

_DENIED: Final = (
    r"den(?:y|ies|ied|ying)(?!\s+(?:(?:a|an|the|him|her|them|entry|his|their)\s+)?(?:bail|entry|access|permission|visas?|asylum|right|rights|boarding"
    r"|chance|opportunity|parole|coverage|care|treatment|service|the\s+right))",
    r"(?:issued|in)\s+a\s+(?:\w+\s+)?denial",
    rf"(?:reject|disput|refut|rebutt|dismiss|disavow|debunk|contest|discredit)(?:s|es|ed|ing|e)?\s+{_CLAIM}",
    r"(?:rejected|dismissed|disputed)\s+as\s+(?:false|untrue|baseless|fabricated)",
    r"rul(?:e|es|ed|ing)\s+(?:(?:it|him|her|them|this|that)\s+)?out",
    r"(?:no|little|scant|any)\s+(?:\w+\s+)?(?:evidence|proof|indications?|signs?|suggestion)\s+(?:that|of|to)",
    r"(?:false|baseless|unfounded|debunked|discredited|bogus|disproven|fabricated)\s+(?:\w+\s+)?(?:claims?|allegations?|accusations?|reports?|rumou?rs?|statements?|stor(?:y|ies))",
    r"falsely\s+(?:claim|said|say|suggest|assert|accus|alleg|stat)\w*",
    r"(?:is|are|was|were|as)\s+(?:simply\s+|completely\s+|entirely\s+|totally\s+|patently\s+)?(?:false|untrue|baseless|unfounded|fabricated|a\s+lie|a\s+hoax|fake)",
    rf"(?:is|are|was|were)\s*{_NOT}\s+true",
    r"(?:repudiat|disown)(?:e|es|ed|ing|s)",
)

_HEDGED: Final = (
    r"(?-i:may)(?=\s+(?!\d))",
    r"(?:might|could|would|should)(?=\s|n['’]t)",
    r"(?:is|are|was|were|be|been)\s+(?:\w+ly\s+|also\s+|now\s+|not\s+|still\s+)?(?:expected|set|poised|due|slated|scheduled|likely|unlikely"
    r"|believed|thought|said|understood|rumou?red|alleged|suspected|reported|projected|forecast|supposed|tipped|bound|feared)(?=\s+(?:to|that)\b)",
    r"(?:un)?likely",
    r"probabl[ey]",
    r"possibl[ey]|possibility",
    r"perhaps|maybe|presumably|apparently|seemingly|ostensibly|conceivably|potentially|arguably",
    r"allegedly|reportedly|purportedly|supposedly",
    r"(?:alleged|suspected|purported|apparent|unconfirmed|unverified|rumou?red|reputed)(?=\s+\w)",
    r"(?:appear|seem)(?:s|ed)?(?=\s+(?:to|that|as|like|\w+ly|determined|ready|set|in|more|less|all|un\w+|intent|willing)\b|[-])",
    r"(?:not|un|less\s+than)\s*(?:yet\s+|immediately\s+|entirely\s+)?clear",
    r"uncertain|unknown|in\s+doubt|remains\s+to\s+be\s+seen|yet\s+to\s+be\s+(?:seen|confirmed|decided|verified)",
    r"(?:suggest|indicat)(?:s|ed|e|ing)?(?=\s+(?:that|the|it|he|she|they|a|an|there)\b)",
    r"without\s+(?:\w+\s+)?evidence",
    r"if(?=\s)(?!\s+not\b)",
    r"whether",
    r"(?:fears?|concerns?|rumou?rs?|speculation|suspicions?)\s+(?:that|about)",
    r"(?:believe|think|suspect|assume|guess|doubt|hope|expect|predict|estimate|speculate)(?:s|d|ed)?(?=\s+(?:that|the|it|he|she|they|a|an|there|this|we|to)\b)",
    r"(?:in\s+theory|in\s+principle|tentativ\w+|provisional\w*|preliminar\w+)",
    r"plans?\s+to|planned\s+to|aims?\s+to|intends?\s+to|hopes?\s+to",
)

_NEGATION: Final = (
    r"(?:is|are|was|were|do|does|did|has|have|had|would|could|should|wo|ca|must|need)n['’]t|cannot|not|never|no|none|nobody|nothing|nowhere"
    r"|neither|nor|without|(?:fail(?:s|ed|ing)?|refus(?:e|es|ed|ing)|declin(?:e|es|ed|ing))\s+to|far\s+from|lack(?:s|ed|ing)?|un(?:able|willing)\s+to"
)

_OPEN_RE = re.compile(rf"(?<!\w)(?:{'|'.join(_OPEN)})(?!\w)", re.IGNORECASE)
_DENIED_RE = re.compile(rf"(?<!\w)(?:{'|'.join(_DENIED)})", re.IGNORECASE)
_HEDGED_RE = re.compile(rf"(?<!\w)(?:{'|'.join(_HEDGED)})(?!\w)", re.IGNORECASE)
_NEGATION_RE = re.compile(rf"(?<!\w)(?:{_NEGATION})(?!\w)", re.IGNORECASE)
_NOT_NEGATION = re.compile(
    r"(?:not only|no longer than|no\.\s*\d|not just|no doubt|no matter|not to mention|no sooner)", re.IGNORECASE
)
_PASSIVE_DENIED = re.compile(r"(?:was|were|been|being|be)\s+$", re.IGNORECASE)


def of(text: str, span: Span) -> Certainty:
    """``denied`` where the words deny the claim, ``hedged`` where they leave it open, else ``flat``."""
    kinds = {kind for _, _, kind in cues(text, span)}
    if "denied" in kinds:
        return "denied"
    return "hedged" if "hedged" in kinds else "flat"


def cues(text: str, span: Span) -> list[tuple[int, int, CueKind]]:
    """``(start, end, kind)`` of each word or phrase in ``span`` that hedges or denies, in order, without overlaps.

    "did not rule out" hedges, "ruled out" denies; "no evidence that" denies.
    """
    found: list[tuple[int, int, CueKind]] = []
    for pattern, kind in ((_OPEN_RE, "hedged"), (_DENIED_RE, "denied"), (_HEDGED_RE, "hedged")):
        for match in pattern.finditer(text, span.start, span.end):
            if any(match.start() < end and start < match.end() for start, end, _ in found):
                continue
            if kind == "denied" and match.group().lower() == "denied":
                before = text[max(span.start, match.start() - 8) : match.start()]
                if _PASSIVE_DENIED.search(before):
                    continue  # "was denied a visa": a refusal
            found.append((match.start(), match.end(), "denied" if kind == "denied" else "hedged"))
    return sorted(found)


def negations(text: str, span: Span) -> list[tuple[int, int]]:
    """Where ``span`` negates: "not", "n't", "no", "never", "failed to"; "not only" and "no doubt" do not count."""
    return [
        (match.start(), match.end())
        for match in _NEGATION_RE.finditer(text, span.start, span.end)
        if not _NOT_NEGATION.match(text, match.start())
    ]
