"""Words that cannot both be true of one thing: a matter closed against one left open, and opposite outcomes.

A stance is closed ("ruled out", "out of the question", "there will be no") or open ("left open the possibility",
"remains on the table"); a negation before it turns it round ("could not rule out", "is no longer considering").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from framing.compare import content
from framing.compare.differences import roles
from framing.compare.differences.sides import Side
from framing.language.lexicon import lexicon
from framing.types import Span

_THOUGHT: Final = (
    r"(?:(?:any|all|every|the|an?|some|such|this|that|further)\s+)*"
    r"(?:possibilit(?:y|ies)|prospects?|chances?|idea|notion|question|talk|thought|option|likelihood)"
)
_CLOSING: Final = (
    r"rul(?:e|es|ed|ing)\s+(?:(?:it|him|her|them|this|that|anything|nothing)\s+)?out",
    r"out\s+of\s+the\s+question",
    r"exclud(?:e|es|ed|ing)(?!\s+from)",
    rf"(?:reject|dismiss|discount|exclude|foreclose|deny|denie)(?:s|ed|d|ing)?\s+(?:out\s+of\s+hand\s+)?{_THOUGHT}",
    r"(?:shut|close|slam)(?:s|d|ted|med|ting|ming|ing)?\s+the\s+door\s+(?:on|to)",
    r"(?:off|from)\s+the\s+table",
    rf"(?:is|are|was|were|be|sees?|saw)\s+no\s+{_THOUGHT}",
    r"(?:there\s+)?(?:will|would|can|could)\s+be\s+no(?=\s+(?!doubt\b|longer\b|more\s+than\b|less\b|fewer\b))",
)
_OPENING: Final = (
    rf"(?:remain|stay)(?:s|ed|ing)?\s+(?:open\s+|alive\s+|firmly\s+|very\s+much\s+)*(?:as\s+)?{_THOUGHT}",
    r"(?:remain|stay)(?:s|ed|ing)?\s+(?:possible|(?:firmly\s+|very\s+much\s+)?on\s+the\s+table)",
    r"(?:is|are|was|were)\s+(?:still\s+)?(?:a|one)\s+(?:real\s+)?possibility",
    r"(?:is|are|was|were|put|puts)\s+(?:still\s+|back\s+|firmly\s+)*on\s+the\s+table",
    rf"(?:leav|left|keep|kept|hold|held)(?:e|es|s|ing)?\s+(?:wide\s+)?open\s+{_THOUGHT}",
    rf"(?:leav|left|keep|kept|hold|held)(?:e|es|s|ing)?\s+{_THOUGHT}(?:\s+\w+){{0,6}}?\s+open",
    r"(?:leav|left|keep|kept|hold|held)(?:e|es|s|ing)?\s+(?:the|a|its|his|her|their)\s+(?:door|way|option)s?\s+"
    r"(?:wide\s+|slightly\s+)?(?:open|ajar)",
    rf"open(?:ed|s)?\s+to\s+{_THOUGHT}",
    r"(?:is|are|was|were|be)\s+(?:still\s+|actively\s+|also\s+|now\s+)*(?:considering|weighing|contemplating)",
    r"considering|contemplating|entertaining",
    r"(?:to|not|never)\s+(?:even\s+)?(?:consider|contemplate|entertain)",
)
_NEGATED: Final = re.compile(
    r"(?:\b(?:not|never|cannot|nobody|no\s+one|neither|nor|without|far\s+from|no\s+longer|stop(?:s|ped|ping)?\s+short\s+of"
    r"|stopped|ceased|yet\s+to|unable\s+to|unwilling\s+to"
    r"|(?:refus|declin|fail)(?:e|es|ed|s|ing)?\s+to|nothing\s+(?:is|was|has\s+been|had\s+been)|nothing"
    r"|no\s+\w+\s+(?:has|have|had|is|are|was|were)(?:\s+been)?|not\s+ready\s+to|not\s+in\s+a\s+position\s+to)"
    r"|n['’]t)(?:,?\s+however,?)?\s+(?:(?:be|been|to|yet|have|had|entirely|even|and\s+would|\w+ly|going|is|are|was)\s+){0,3}$",
    re.IGNORECASE,
)
_CLOSING_RE: Final = re.compile(rf"(?<!\w)(?:{'|'.join(_CLOSING)})(?!\w)", re.IGNORECASE)
_OPENING_RE: Final = re.compile(rf"(?<!\w)(?:{'|'.join(_OPENING)})(?!\w)", re.IGNORECASE)
_INNER_NOT: Final = re.compile(r"(?:not|never)\b", re.IGNORECASE)
_EARLIER: Final = re.compile(
    r"\b(?:previously|once|earlier|initially|originally|first|formerly|if|whether|unless|until)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
#: A full stop inside a sentence ends an abbreviation, so it is no mark here.
_STOP: Final = re.compile(r"[,;:!?“”\"]")
_STRONG: Final = re.compile(r"[;:!?“”\"]")
_MANNER: Final = lexicon(
    "rule ruled rules ruling question possible possibility prospect door table open left considering consider asked "
    "ask refused refuse declined flatly longer remains remain there"
)

_PAIRS: Final[tuple[tuple[frozenset[str], frozenset[str]], ...]] = tuple(
    (frozenset(left.split()), frozenset(right.split()))
    for left, right in (
        ("won wins win beat beats defeated", "lost loses lose"),
        ("acquitted cleared exonerated innocent", "convicted guilty"),
        ("accepted accepts accept agreed", "rejected rejects reject refused turned-down"),
        ("passed passes approved approves adopted", "rejected rejects defeated failed"),
        (
            "rose rises rise increased increases climbed grew jumped surged soared raised",
            "fell falls fall decreased declined dropped shrank plunged tumbled lowered",
        ),
        ("upheld upholds", "overturned overturns struck quashed annulled"),
        ("survived alive", "died dead killed"),
        ("supports supported backs backed endorsed", "opposes opposed"),
        ("confirmed confirms acknowledged admitted", "denied denies rejected"),
        ("allowed allows permitted permits", "banned bans barred prohibited"),
        ("opened reopened", "closed shut"),
        ("released freed", "held detained"),
        ("unanimously unanimous", "divided narrowly"),
        ("stayed remained remains", "left resigned quit"),
        ("accidental accidentally accident", "deliberate deliberately intentional intentionally"),
        ("before", "after"),
        ("armed", "unarmed"),
        ("legal lawful", "illegal unlawful"),
        ("knew aware", "unaware"),
        ("public publicly", "private privately"),
        ("present attended", "absent"),
        ("signed", "vetoed"),
        ("granted", "denied refused"),
        ("voluntarily willingly", "forcibly unwillingly"),
        ("resigned quit", "fired sacked ousted"),
        ("praised hailed", "condemned denounced"),
        ("hired", "fired sacked"),
        ("strengthened", "weakened"),
        ("widened", "narrowed"),
        ("expanded", "shrank contracted"),
        ("true genuine authentic", "false fake forged untrue"),
        ("temporary temporarily interim", "permanent permanently"),
        ("maximum", "minimum"),
        ("northern north", "southern south"),
        ("eastern east", "western west"),
    )
)


#: Outcomes that turn round with their subject: "Olm lost to Sild" and "Sild beat Olm" agree.
_BY_SUBJECT: Final = _PAIRS[0][0] | _PAIRS[0][1]


@dataclass(frozen=True, slots=True)
class Stance:
    """Whether the words at ``span`` close a matter or leave it open; ``core`` is the wording without its negation."""

    kind: Literal["open", "closed"]
    span: Span
    core: Span


def pairs(a: Side, b: Side) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """The pairs of opposites of which one word stands in ``a`` and its opposite in ``b``: (those of a, those of b)."""
    for left, right in _PAIRS:
        for first, second in ((left, right), (right, left)):
            if first & a.lowered and second & b.lowered:
                yield first, second


def of_one_subject(a: Side, here: content.Word, b: Side, there: content.Word) -> bool:
    """Whether two opposite outcomes are told of one subject; asked only of winning and losing."""
    if here.lower not in _BY_SUBJECT:
        return True
    return bool(roles.before(a, a.words.index(here)) & roles.before(b, b.words.index(there)))


def worded(side: Side, word: content.Word) -> bool:
    """Whether ``word`` is part of a wording that closes a matter or leaves it open."""
    found = (m for p in (_CLOSING_RE, _OPENING_RE) for m in p.finditer(side.text, side.span.start, side.span.end))
    return any(m.start() <= word.start < m.end() for m in found)


def stances(side: Side) -> tuple[Stance, ...]:
    """The open and closed stances of the sentence, in order; those told of earlier days or on a condition left out."""
    found: list[Stance] = []
    for pattern, plain in ((_CLOSING_RE, "closed"), (_OPENING_RE, "open")):
        for match in pattern.finditer(side.text, side.span.start, side.span.end):
            core = Span(match.start(), match.end())
            if not any(core.overlaps(s.core) for s in found):
                found += _stance(side, core, plain == "closed")
    return tuple(sorted(found, key=lambda s: s.core.start))


def _stance(side: Side, core: Span, closing: bool) -> list[Stance]:
    before = side.text[side.span.start : core.start]
    if _EARLIER.search(before):
        return []
    negation = _NEGATED.search(before)
    turned = (negation is not None) != bool(_INNER_NOT.match(core.of(side.text)))
    start = side.span.start + negation.start() if negation is not None else core.start
    return [Stance("closed" if closing != turned else "open", Span(start, core.end), core)]


def stance(side: Side) -> Stance | None:
    """The one stance of the sentence; ``None`` where it takes none or both."""
    found = stances(side)
    return found[0] if found and len({s.kind for s in found}) == 1 else None


def opposed(a: Side, b: Side, least: float) -> tuple[Stance, Stance, float] | None:
    """The two stances where one side closes the matter that the other leaves open, and how much they share."""
    one, other = stance(a), stance(b)
    if one is None or other is None or one.kind == other.kind:
        return None
    words = _matter(a, one), _matter(b, other)
    common = words[0] & words[1]
    share = len(common) / max(1, min(len(words[0]), len(words[1])))
    if len(common) < 2 or share < least or not _same_holder(a, one, b, other):
        return None
    about = _object(a, one), _object(b, other)
    if _holder(a, one) & about[1] and _holder(b, other) & about[0] and not _holder(a, one) & _holder(b, other):
        return None  # each speaks of the other
    for objects, theirs in ((about[0], b.stems), (about[1], a.stems)):
        if objects and len(objects & theirs) * 2 <= len(objects):
            return None
    return one, other, share


def _matter(side: Side, stance: Stance) -> frozenset[str]:
    return side.stems - content.content_stems(stance.span.of(side.text)) - _MANNER_STEMS


_MANNER_STEMS = frozenset(content.stem(word) for word in _MANNER)


def _object(side: Side, stance: Stance) -> frozenset[str]:
    """The first words after the stance: what is ruled out or left open."""
    rest = side.text[stance.core.end : side.span.end]
    stop = _STOP.search(rest)
    words = content.content_words(rest[: stop.start()] if stop else rest)
    return frozenset(content.stem(w.lower) for w in words[:4]) - _MANNER_STEMS


def _holder(side: Side, stance: Stance) -> frozenset[str]:
    """The words before an active stance, back to a strong stop: among them who takes it."""
    before = [w for w in side.words if w.end <= stance.span.start]
    found: list[str] = []
    for i in range(len(before) - 1, -1, -1):
        gap = side.text[before[i].end : (before[i + 1].start if i + 1 < len(before) else stance.span.start)]
        if _STRONG.search(gap) or len(found) == 4:
            break
        if before[i].lower not in content.STOPWORDS and not before[i].lower.endswith("ly"):
            found.append(content.stem(before[i].lower))
    return frozenset(found)


def _same_holder(a: Side, one: Stance, b: Side, other: Stance) -> bool:
    """Whether those who take the stances may be the same: where words stand before both, some must be found again."""
    left, right = _holder(a, one), _holder(b, other)
    return (not left or bool(left & b.stems)) and (not right or bool(right & a.stems))
