"""hedge: what one article states flatly the other gives only as possible, alleged, expected or planned.

The hedge must govern what both sentences tell: the words that a hedging cue reaches ("may **end the war**",
"**allegedly** attacked") have to stand in the flat sentence too, and no hedge may stand there. "Would" alone only puts
a plan into reported speech and is no hedge here, nor is "could" where it tells what is agreed, allowed or within
somebody's power ("agreed that the navy could escort ships"). "Plans to" tells of a plan and is held only against the
deed done ("plans to sell" against "sold"). Certainty differs too where one side claims a cause and the other tells a
sequence (``cause``), or one has a thing disproved and the other only lacks evidence of it (``evidence``).
"""

from __future__ import annotations

import re

from framing.compare import content
from framing.compare.differences import cause, evidence
from framing.compare.differences.sides import Side, difference
from framing.language.lexicon import lexicon, phrases
from framing.types import Difference, Span

#: Words after a cue (and before an adverb) that it governs at most.
REACH = 8
#: Content words of the governed stretch that the flat sentence must share, and their share of the stretch.
SHARED_WORDS = 2
SHARED = 0.5

_NO_HEDGE = phrases(
    """
    would | should | some | about | around | whether | if | potential | potentially | possibility | plans to
    | plan to | planned to | planning to | aims to | was scheduled | is scheduled | concern about | is poised
    | in the hope | think | thinks | thought | believe | believes | believed | hope | hopes | hoped | suspect | assumed
    | suggest | suggests | suggested | suggesting | indicate | indicates | indicated | indicating | declined to say
    | refused to say
    """
)
#: Nor is it one that somebody did not dispute a thing, or who is likely to be what: "his likely rival".
_UNDISPUTED = re.compile(r".*\bdisput", re.IGNORECASE)
_DESCRIBED = re.compile(r"(?:\b(?:an?|the|his|her|their|its|our|my|other|most)|['’]s)\s+$", re.IGNORECASE)
_THAT = re.compile(r"\s+that\b", re.IGNORECASE)
#: Before a modal: it tells what is allowed or agreed, or what somebody is able to do, and leaves nothing open.
_MODAL = re.compile(r"(?:could|may|might|can)\b(?!\s+have\b)", re.IGNORECASE)
_ALLOWED = re.compile(
    r"\b(?:agree\w*|allow\w*|lets?|letting|permit\w*|permission|conced\w+|concession\w*|promis\w+|accept\w*"
    r"|authori[sz]\w+|approv\w+|grant\w*|guarantee\w*|assur\w+|entitl\w+|rul(?:es?|ed|ing)\s+that)\b[^.;:!?“”\"]{0,120}$"
    r"|\b(?:before|until|so(?:\s+that)?|how|who|what|where)\s+(?:[^\s,]+\s+){0,2}$",
    re.IGNORECASE,
)
#: Other wordings that leave a thing to come: as strong as "is set to", so that neither side is the flat one.
_TO_COME = re.compile(
    r"\b(?:is|are|was|were|be|been)\s+(?:\w+\s+)?(?:due|expected|planned|scheduled|slated|imminent|in\s+the\s+offing)\b"
    r"|\b(?:is|are)\s+(?:coming|looming)\b",
    re.IGNORECASE,
)
#: What another's unproved word is called, and the words that leave it as open.
_ALLEGED = re.compile(r"(?:alleged|reported|purported|supposed|suspected)(?:ly)?", re.IGNORECASE)
_ACCUSED = re.compile(
    r"\b(?:accus\w+|alleg\w+|testif\w+|charged\s+with|suspected|claim(?:s|ed|ing)?|(?:article|report)\s+said)\b",
    re.IGNORECASE,
)
_PLAN = re.compile(
    r"\b(?:plan(?:s|ned|ning)?|intend(?:s|ed|ing)?|aim(?:s|ed|ing)?|prepar(?:es|ing)|poised|gearing\s+up|(?:is|are|was|were)"
    r"\s+(?:about|set|due|scheduled|slated|expected))\s+to(?=\s+\w)",
    re.IGNORECASE,
)
#: Past forms, each with its base, of the irregular verbs by which news tells of plans and deeds.
_PAST = {
    past: content.stem(base)
    for past, base in (
        pair.split(":")
        for pair in lexicon(
            """
            began:begin begun:begin brought:bring built:build bought:buy broke:break broken:break chose:choose
            chosen:choose came:come fought:fight flew:fly flown:fly gave:give given:give went:go gone:go held:hold
            kept:keep laid:lay led:lead left:leave lost:lose made:make met:meet paid:pay rose:rise risen:rise ran:run
            sold:sell sent:send spoke:speak spoken:speak spent:spend stood:stand struck:strike sworn:swear took:take
            taken:take threw:throw thrown:throw tore:tear torn:tear withdrew:withdraw withdrawn:withdraw won:win
            wrote:write written:write cut:cut shut:shut quit:quit split:split
            """
        )
    )
}
#: Before a verb these keep it from telling of a deed done.
_UNDONE = lexicon(
    "to will would may might could should not never cannot didn't hasn't haven't hadn't wasn't weren't won't"
)
#: Not being able to, which is no reservation.
_UNABLE = re.compile(r"could(?:\s+not|n['’]t)\b", re.IGNORECASE)
_STOP = re.compile(r"[,;:.!?“”\"—–()]")
#: Where the clause of a cue ends on either side.
_CLAUSE_END = re.compile(
    r"[,;:.!?“”\"—–()]|\b(?:and|but|while|as|after|before|because|although|though|which|who|that|where|when)\b",
    re.IGNORECASE,
)


def find(a: Side, b: Side) -> Difference | None:
    """The difference, with the more certain side first in ``between``; ``None`` where both are as certain."""
    return evidence.find(a, b) or cause.find(a, b) or _raised(a, b) or _raised(b, a) or _done(a, b) or _done(b, a)


def tell(a: Side, b: Side, score: float) -> Difference | None:
    """The difference with the given ``score`` where one side alone has a reservation, on a clause that both tell.

    ``None`` where both sides leave the matter open, or the reservation stands on something else.
    """
    cues = _cues(a), _cues(b)
    if bool(cues[0]) == bool(cues[1]):
        return None
    flat, hedged, own = (a, b, cues[1]) if cues[1] else (b, a, cues[0])
    shares = [(_share(_clause(hedged, cue), flat), -cue.start, cue) for cue in own]
    share, _, cue = max(shares)
    return _told(flat, hedged, cue, score) if share else None


def _raised(flat: Side, hedged: Side) -> Difference | None:
    if _cues(flat) or _TO_COME.search(flat.text, flat.span.start, flat.span.end):
        return None
    accused = _ACCUSED.search(flat.text, flat.span.start, flat.span.end) is not None
    best: tuple[float, Span] | None = None
    for cue in _cues(hedged):
        if accused and _ALLEGED.fullmatch(cue.of(hedged.text)):
            continue
        governed = _governed(hedged, cue)
        share = _share(governed, flat)
        if len(governed & flat.stems) >= SHARED_WORDS and share >= SHARED and (best is None or share > best[0]):
            best = (share, cue)
    return _told(flat, hedged, best[1], min(0.95, 0.3 + 0.6 * best[0])) if best is not None else None


def _told(flat: Side, hedged: Side, cue: Span, score: float) -> Difference:
    message = f"{hedged.label} gives it with a reservation, {hedged.said(cue)}; {flat.label} gives it without."
    return difference("hedge", flat, hedged, (flat.span, cue), score, message)


def _share(governed: frozenset[str], flat: Side) -> float:
    return len(governed & flat.stems) / len(governed) if governed else 0.0


def _done(deed: Side, plan: Side) -> Difference | None:
    """One side tells as done what the other tells as a plan: the planned verb stands in the past on the first side."""
    if _cues(deed) or any(p.search(deed.text, deed.span.start, deed.span.end) for p in (_PLAN, _TO_COME)):
        return None
    for match in _PLAN.finditer(plan.text, plan.span.start, plan.span.end):
        cue = Span(*match.span())
        verb = next((content.stem(w.lower) for w in plan.words if w.start >= cue.end), "")
        act = _act(deed, verb)
        matter = _governed(plan, cue) - {verb}
        share = len(matter & deed.stems) / len(matter) if matter else 0.0
        if act is not None and share >= SHARED:
            return difference(
                "hedge",
                deed,
                plan,
                (act, cue),
                min(0.95, 0.5 + 0.6 * share),
                f"{deed.label} tells as done, {deed.said(act)}, what {plan.label} tells as planned, {plan.said(cue)}.",
            )
    return None


def _act(side: Side, verb: str) -> Span | None:
    """The word that tells the act ``verb`` (a stem) as done."""
    for i, word in enumerate(side.words):
        past = _PAST.get(word.lower) or (content.stem(word.lower) if word.lower.endswith("ed") else "")
        if past == verb and verb and not _UNDONE & {w.lower for w in side.words[max(0, i - 3) : i]}:
            return Span(word.start, word.end)
    return None


def _cues(side: Side) -> list[Span]:
    """The words by which the sentence leaves open what it tells."""
    lacks = evidence.lacks(side)
    return [cue for cue in side.hedges if _reserves(side, cue) and not any(cue.overlaps(lack) for lack in lacks)]


def _reserves(side: Side, cue: Span) -> bool:
    words, before = cue.of(side.text).lower(), side.text[side.span.start : cue.start]
    if words in _NO_HEDGE or _UNDISPUTED.match(words) or _UNABLE.match(side.text, cue.start):
        return False
    if words == "possible":
        return _THAT.match(side.text, cue.end) is not None
    if words == "likely":
        return _DESCRIBED.search(before) is None
    return _MODAL.match(side.text, cue.start) is None or _ALLOWED.search(before) is None


def _governed(side: Side, cue: Span) -> frozenset[str]:
    """Stems of the content words that the cue reaches: those after it, up to a stop."""
    found = []
    end = cue.end
    for word in [w for w in side.words if w.start >= cue.end][:REACH]:
        if _STOP.search(side.text[end : word.start]):
            break
        end = word.end
        if word.lower not in content.STOPWORDS:
            found.append(content.stem(word.lower))
    return frozenset(found)


def _clause(side: Side, cue: Span) -> frozenset[str]:
    """Stems of the content words of the clause that the cue stands in, the cue aside."""
    starts = [m.end() for m in _CLAUSE_END.finditer(side.text, side.span.start, cue.start)]
    end = _CLAUSE_END.search(side.text, cue.end, side.span.end)
    clause = Span(starts[-1] if starts else side.span.start, end.start() if end else side.span.end)
    return frozenset(
        content.stem(w.lower)
        for w in side.words
        if clause.start <= w.start < clause.end and not cue.start <= w.start < cue.end
        if w.lower not in content.STOPWORDS
    )
