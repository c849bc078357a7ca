"""A certainty difference: one side claims that a thing brought the other about, the other tells only the sequence.

"The governor resigned **because** the messages were published" states more than "resigned **after** the messages were
published". Each connective parts its sentence into what came first and what came of it; a difference is told only where
both parts stand on both sides, in the same roles, and the sequential side claims no cause anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from framing.compare import content
from framing.compare.differences.sides import Side, difference
from framing.language.lexicon import lexicon
from framing.types import Difference, Span

#: Words on each side of a connective that can belong to its two happenings.
REACH = 14
#: The other must have more than this share of the shorter telling of each happening; words they share in all at least.
SHARED = 0.5
SHARED_WORDS = 3
#: Letters of a stem from which a longer word that begins with it counts as derived from it.
DERIVED = 4

_BY = (
    r"(?:caused|triggered|prompted|sparked|driven|fuell?ed|set\s+off|brought\s+(?:on|about)|provoked|forced)"
    r"\s+(?:\w+\s+){0,3}?by"
)
#: What came of it stands before the connective, what came first after it.
_BECAUSE = (
    rf"because(?:\s+of)?|due\s+to|owing\s+to|thanks\s+to|(?:as\s+)?(?:a|the)\s+(?:\w+\s+)?(?:result|consequence)\s+of|{_BY}"
    r"|result(?:ed|ing|s)\s+from|stem(?:med|ming|s)\s+from|on\s+account\s+of|(?:is|are|was|were)\s+to\s+blame\s+for"
)
_MOVING = (
    r"tumbling|soaring|plunging|falling|sliding|surging|spirall?ing|fleeing|reeling|scrambling|crashing|rising|climbing"
    r"|sinking|diving|skyrocketing|lower|higher|down|up|into"
)
#: What came first stands before the connective, what came of it after it.
_CAUSED = (
    r"(?:caus|trigger|prompt|spark|provok)(?:es|ed|ing|s)(?!\s+by)|sets?\s+off(?!\s+(?:for|from|on|to|by)\b)|setting\s+off"
    r"|le(?:d|ads|ading)\s+(?:directly\s+)?to|result(?:ed|ing|s)\s+in|(?:bring|brought|bringing)\s+(?:about|on)(?!\s+by)"
    rf"|sen(?:t|ds|ding)(?=\s+(?:\S+\s+){{1,9}}?(?:{_MOVING})\b)"
    r"|dr(?:ove|ives?|iving)(?=\s+(?:\S+\s+){1,8}?(?:to|up|down|out|away|into|from)\b)"
    r"|(?:is|are|was|were)\s+(?:the\s+)?(?:reason|cause)(?:\s+(?:for|of|why|that))?"
)
_TIME = r"(?:moments|minutes?|hours?|days?|weeks?|months?|years?)"
_SOME = r"(?:\d+|few|first|several|many|some|one|two|three|four|five|six|seven|eight|nine|ten|couple\s+of|mere)"
_AFTER = (
    rf"(?:(?:(?:in|within|for)\s+)?(?:the\s+|a\s+)?(?:{_SOME}\s+)?{_TIME}\s+|(?:shortly|soon|immediately|right|just)\s+)?"
    rf"(?:after(?!\s+all\b)|following(?!\s+{_TIME}\b|\s+(?:morning|evening)\b))"
    rf"|(?:(?:in|within|over)\s+the\s+{_TIME}\s+)?(?:that\s+|which\s+)?follow(?:ed|s)(?!\s+by\b)"
    r"|(?:ever\s+)?since|when|once|in\s+the\s+(?:wake|aftermath)\s+of|on\s+the\s+heels\s+of|upon"
)
_BEFORE = r"(?:(?:shortly|just|immediately)\s+)?before|(?:(?:is|are|was|were)\s+)?(?:soon\s+)?followed\s+by"


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)


#: Each form of connective, with whether it claims a cause and whether what came first stands before it.
_FORMS = (
    (_pattern(_BECAUSE), True, False),
    (_pattern(_CAUSED), True, True),
    (_pattern(_AFTER), False, False),
    (_pattern(_BEFORE), False, True),
)
#: Any word that claims a cause, the forms above aside: where one stands, a side does not tell the bare sequence.
_ANY_CAUSE = _pattern(
    rf"{_BECAUSE}|{_CAUSED}|caus\w+|reasons?|results?|consequences?|blam\w+|fault|fuell?\w*|in\s+response\s+to"
    r"|(?:trigger|prompt|spark|provok)\w*|(?:respon[ds]\w+|account\w*)\s+for|why|effects?|dr(?:ove|iven)|forc(?:ed|ing)|ensur\w+"
)
_OPEN = _pattern(
    r"not|never|no|\w+n['’]t|without|may|might|could|would|whether|if|rather\s+than|allegedly|possibly|perhaps|probably"
)
_STOP = re.compile(r"[;:.!?“”\"—–()]")
_NO_MATTER = frozenset(
    content.stem(word)
    for word in lexicon(
        """
        monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
        september october november december hour hours day days week weeks month months year years time two three
        later earlier ago new first
        """
    )
)


@dataclass(frozen=True, slots=True)
class _Link:
    """A connective with what came first and what came of it, as stems."""

    connective: Span
    first: frozenset[str]
    then: frozenset[str]


def find(a: Side, b: Side) -> Difference | None:
    """The difference with the side that claims the cause first; ``None`` where both claim it or neither does."""
    return _claimed(a, b) or _claimed(b, a)


def _claimed(causal: Side, bare: Side) -> Difference | None:
    if _ANY_CAUSE.search(bare.text, bare.span.start, bare.span.end):
        return None
    claims = list(_links(causal, causes=True))
    if not claims:
        return None
    pairs = ((_same(claim, told), claim, told) for told in _links(bare, causes=False) for claim in claims)
    score, claim, told = max(pairs, key=lambda found: found[0], default=(0.0, claims[0], claims[0]))
    if not score:
        return None
    spans = claim.connective, told.connective
    return difference(
        "hedge",
        causal,
        bare,
        spans,
        min(0.95, 0.5 + 0.5 * score),
        f"{causal.label} claims a cause, {causal.said(spans[0])}; {bare.label} tells only what came first and what "
        f"after, {bare.said(spans[1])}.",
    )


def _links(side: Side, *, causes: bool) -> Iterator[_Link]:
    """The readings of every connective of the sentence that claims a cause, or of every one that does not."""
    for pattern, causal, first_before in _FORMS:
        if causal is not causes:
            continue
        for match in pattern.finditer(side.text, side.span.start, side.span.end):
            connective = Span(*match.span())
            if causal and _left_open(side, connective):
                continue
            for before, after in _readings(side, connective):
                first, then = (before, after) if first_before else (after, before)
                yield _Link(connective, first, then)


def _left_open(side: Side, connective: Span) -> bool:
    """Whether a negation or a reservation stands right before the connective."""
    near = [w for w in side.words if w.end <= connective.start][-3:]
    return bool(near) and _OPEN.search(side.text, near[0].start, connective.start) is not None


def _readings(side: Side, connective: Span) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """What stands before and after the connective; where its clause comes first, what follows the comma goes before."""
    before = _reached(side, [w for w in side.words if w.end <= connective.start][-REACH:][::-1])
    after = _reached(side, [w for w in side.words if w.start >= connective.end][:REACH])
    yield _matter(before), _matter(after)
    for i in range(1, len(after)):
        if "," in side.text[after[i - 1].end : after[i].start]:
            yield _matter(before + after[i:]), _matter(after[:i])


def _reached(side: Side, words: list[content.Word]) -> list[content.Word]:
    """``words`` up to the first that a stop parts from the one before."""
    for i in range(1, len(words)):
        one, other = sorted((words[i - 1], words[i]), key=lambda w: w.start)
        if _STOP.search(side.text[one.end : other.start].replace("’", "")):
            return words[:i]
    return words


def _matter(words: list[content.Word]) -> frozenset[str]:
    return frozenset(content.stem(w.lower) for w in words if w.lower not in content.STOPWORDS) - _NO_MATTER


def _same(claim: _Link, told: _Link) -> float:
    """How surely the two links tell of the same two happenings in the same roles; 0 where they do not."""
    first, then = _shared(claim.first, told.first), _shared(claim.then, told.then)
    if not first - then or not then - first or len(first | then) < SHARED_WORDS:
        return 0.0
    shares = (
        len(first) / min(len(claim.first), len(told.first)),
        len(then) / min(len(claim.then), len(told.then)),
    )
    return min(shares) if min(shares) > SHARED else 0.0


def _shared(one: frozenset[str], other: frozenset[str]) -> frozenset[str]:
    """The stems of the smaller set that the other has too, or a derived form of them ("clos", "closur")."""
    few, many = sorted((one, other), key=lambda stems: (len(stems), sorted(stems)))
    return frozenset(stem for stem in few if stem in many or any(_derived(stem, word) for word in many))


def _derived(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) >= DERIVED and long.startswith(short)
