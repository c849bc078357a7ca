"""A certainty difference: one side has the thing proved or stated not to be so, the other only lacks evidence of it.

"Did not pay bribes" states more than "no evidence that it paid bribes". Two lacks of evidence, however worded, are the
same.
"""

from __future__ import annotations

import re

from framing.compare import content
from framing.compare.differences.sides import Side, difference
from framing.language.lexicon import lexicon
from framing.types import Difference, Span

#: Content words after a negation that it can deny.
REACH = 4
#: Share of what the lack of evidence concerns that the other sentence must tell too, and content words of it at least.
SHARED = 0.5
SHARED_WORDS = 2

_PROOF = r"(?:evidence|proof|indications?|signs?|traces?|hints?|suggestions?|confirmation)"
_SHOW = r"(?:indicat\w+|suggest\w*|show\w*|prov(?:e|es|ed|en|ing)|establish\w*|demonstrat\w+|confirm\w*|determin\w+)"
_FIND = r"(?:find|found|seen?|saw|produc\w+|uncover\w*|present\w*|offer\w*|turn\w*\s+up|provid\w+|detect\w*|g[ia]ven?)"
_NOT = r"(?:not|never|cannot|\w+n['’]t)"
_LACKS = (
    rf"(?:no|little|scant|without|lack(?:s|ed|ing)?|{_NOT}\s+any)\s+(?:\w+\s+){{0,2}}?{_PROOF}(?:\s+to\s+{_SHOW})?",
    rf"{_NOT}\s+(?:\w+\s+)?{_FIND}\s+(?:\w+\s+){{0,2}}?{_PROOF}",
    rf"{_PROOF}\s+(?:[^\s,;]+\s+){{0,12}}?(?:(?:is|was|has|have|had)\s+not|(?:was|has|have|had)n['’]t)\s+(?:been\s+)?{_FIND}",
    rf"nothing\s+(?:\w+\s+){{0,2}}?(?:(?:to|that)\s+)?{_SHOW}",
    rf"(?:little|no\s+\w+|{_NOT}\s+\w+\s+anything)\s+to\s+{_SHOW}",
    rf"(?:yet|fail\w*|unable)\s+to\s+(?:{_FIND}\s+(?:\w+\s+){{0,2}}?{_PROOF}|{_SHOW})",
    rf"{_NOT}\s+(?:yet\s+|been\s+|be\s+)?(?:able\s+to\s+)?(?:\w+ly\s+)?{_SHOW}(?!\s+up\b)",
    r"(?:unproven|unproved|unconfirmed)",
    rf"absence\s+of\s+(?:\w+\s+)?{_PROOF}",
)
_LACK = re.compile(rf"(?<!\w)(?:{'|'.join(_LACKS)})(?!\w)", re.IGNORECASE)
_NEGATIVE = re.compile(
    r"(?<!\w)(?:not(?!\s+(?:only|just|necessarily|yet)\b)|never|(?:is|are|was|were|do|does|did|has|have|had|ca)n['’]t|cannot"
    r"|no(?!\s+(?:longer|matter|doubt)\b)|neither|none|nothing|without|ruled\s+out|disprov\w+|cleared(?=\s+\S+(?:\s+\S+)?\s+of))(?!\w)",
    re.IGNORECASE,
)
_PROVING = frozenset(
    content.stem(word)
    for word in lexicon(
        """
        evidence proof prove proved proven proves indication indications indicate sign signs trace hint suggestion
        suggest show shows showed shown establish established demonstrate demonstrated found find seen saw see produced
        emerged emerge turned uncovered confirmed confirm determine determined lack yet nothing
        """
    )
)
_STOP = re.compile(r"[,;:.!?“”\"—–()]")


def lacks(side: Side) -> tuple[Span, ...]:
    """Where the sentence says that evidence is wanting."""
    return tuple(Span(*match.span()) for match in _LACK.finditer(side.text, side.span.start, side.span.end))


def find(a: Side, b: Side) -> Difference | None:
    """The difference with the flat negative first; ``None`` where both lack evidence or neither does."""
    missing = lacks(a), lacks(b)
    if bool(missing[0]) == bool(missing[1]):
        return None
    return _weaker(b, a, missing[0]) if missing[0] else _weaker(a, b, missing[1])


def _weaker(flat: Side, lacking: Side, missing: tuple[Span, ...]) -> Difference | None:
    matter = lacking.stems - _PROVING
    common = matter & flat.stems
    share = len(common) / max(1, min(len(matter), len(flat.stems - _PROVING)))
    if len(common) < SHARED_WORDS or share < SHARED or _denial(lacking, matter, missing) is not None:
        return None
    told = _denial(flat, matter, ())
    if told is None:
        return None
    return difference(
        "hedge",
        flat,
        lacking,
        (told, missing[0]),
        min(0.95, 0.4 + 0.5 * share),
        f"{flat.label} states that it is not so, {flat.said(told)}; {lacking.label} only lacks evidence of it, "
        f"{lacking.said(missing[0])}.",
    )


def _denial(side: Side, matter: frozenset[str], besides: tuple[Span, ...]) -> Span | None:
    """The first negation outside ``besides`` that denies a word of ``matter``, with that word."""
    for match in _NEGATIVE.finditer(side.text, side.span.start, side.span.end):
        negation = Span(*match.span())
        if any(negation.overlaps(span) for span in besides):
            continue
        end, reached = negation.end, 0
        for word in (w for w in side.words if w.start >= negation.end):
            if reached >= REACH or _STOP.search(side.text[end : word.start]):
                break
            end = word.end
            if word.lower in content.STOPWORDS:
                continue
            if not reached and content.stem(word.lower) in _PROVING:
                break  # "did not find": nothing is denied but the finding
            reached += 1
            if content.stem(word.lower) in matter:
                return Span(negation.start, word.end)
    return None
