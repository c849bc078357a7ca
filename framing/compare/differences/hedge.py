"""hedge: what one article states flatly the other gives only as possible, alleged, expected or planned.

The hedge must govern what both sentences tell: the words that a hedging cue reaches ("may **end the war**",
"**allegedly** attacked") have to stand in the flat sentence too, and no hedge may stand there. "Would" alone only puts
a plan into reported speech and is no hedge here. "Plans to" tells of a plan and is held only against the deed done
("plans to sell" against "sold"). Certainty differs too where one side claims a cause and the other tells a sequence
(``cause``), or one has a thing disproved and the other only lacks evidence of it (``evidence``).
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
    would | should | some | about | around | whether | if | appeared | appear | suggested | suggesting | potential
    | possible | plans to | plan to | planned to | planning to | aims to | was scheduled | is scheduled | concern about
    | is poised | in the hope | think | thinks | thought | believe | believes | believed | suspect | assumed
    """
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


def find(a: Side, b: Side) -> Difference | None:
    """The difference, with the more certain side first in ``between``; ``None`` where both are as certain."""
    return evidence.find(a, b) or cause.find(a, b) or _raised(a, b) or _raised(b, a) or _done(a, b) or _done(b, a)


def _raised(flat: Side, hedged: Side) -> Difference | None:
    if _cues(flat) or _TO_COME.search(flat.text, flat.span.start, flat.span.end):
        return None
    accused = _ACCUSED.search(flat.text, flat.span.start, flat.span.end) is not None
    best: tuple[float, Span] | None = None
    for cue in _cues(hedged):
        if accused and _ALLEGED.fullmatch(cue.of(hedged.text)):
            continue
        governed = _governed(hedged, cue)
        common = governed & flat.stems
        share = len(common) / len(governed) if governed else 0.0
        if len(common) >= SHARED_WORDS and share >= SHARED and (best is None or share > best[0]):
            best = (share, cue)
    if best is None:
        return None
    share, cue = best
    return difference(
        "hedge",
        flat,
        hedged,
        (flat.span, cue),
        min(0.95, 0.3 + 0.6 * share),
        f"{flat.label} gives as certain what {hedged.label} gives with a reservation, {hedged.said(cue)}: "
        f"{flat.said(flat.span)} against {hedged.said(_around(hedged, cue))}.",
    )


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
                min(0.95, 0.3 + 0.6 * share),
                f"{deed.label} tells as done what {plan.label} tells as planned, {deed.said(act)} against "
                f"{plan.said(cue)}: {deed.said(deed.span)} against {plan.said(_around(plan, cue))}.",
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
    lacks = evidence.lacks(side)
    return [
        cue
        for cue in side.hedges
        if cue.of(side.text).lower() not in _NO_HEDGE
        and not _UNABLE.match(side.text, cue.start)
        and not any(cue.overlaps(lack) for lack in lacks)
    ]


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


def _around(side: Side, cue: Span) -> Span:
    """The cue with four words before it and what it reaches."""
    before = [w for w in side.words if w.end <= cue.start][-4:]
    after = [w for w in side.words if w.start >= cue.end][:REACH]
    return Span(before[0].start if before else cue.start, after[-1].end if after else cue.end)
