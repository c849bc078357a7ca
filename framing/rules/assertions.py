"""Phrases that assert what a reader of another view would dispute, by the kind of assertion.

Kept general: no party, person or nation appears, so that swapping them changes nothing. Used by S201 and S204.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from framing.rules.passages import claiming, in_name, is_attributed, is_own, phrases
from framing.types import Annotation, Evidence, Span, WordingSpan


@dataclass(frozen=True)
class Assertion:
    """A kind of contested assertion: ``reason`` in words, the phrases that make it, and how sure a match is."""

    reason: str
    phrases: tuple[str, ...]
    score: float


SURE = 0.65
"""From this score on what the classifier finds is a warning; below it a note."""

_DET = r"(?:(?:the|a|an|its|his|her|their|this|[\w.]+'s) )"

CONTESTED = (
    Assertion(
        "It states as fact that something is needed.",
        (
            r"(?:essential|vital|crucial|indispensable) (?:to|for) (?!(?:life|health"
            r"|ballot)\b)\w+(?:'s)?(?: \w+){0,2}",
            "must (?:signal|act|stop|not be allowed)",
            "(?:no|little) (?:other )?choice but to",
        ),
        0.6,
    ),
    Assertion(
        "It weighs an offer or a step in the writer's own name.",
        (
            r"(?:significant|major|generous|sweeping|far-reaching|painful|meaningful)(?: [A-Z]\w+)? concessions?",
            r"(?:realistic|sensible|pragmatic|balanced|legitimate|good-faith) "
            r"(?:\w+ )?(?:adjustments?|compromises?|demands?|concerns?|interests?|proposals?|terms|solutions?"
            r"|expectations?|reforms?)",
            rf"{_DET}?(?:historic|landmark|seismic|tectonic|watershed|monumental|momentous|profound) (?:[A-Z]\w+ )?"
            r"(?:shift|change|moment|breakthrough|turn|step|victory|defeat|opportunity|summit|deal|agreement"
            r"|achievement)",
        ),
        0.6,
    ),
    Assertion(
        "It presents an outcome as an opportunity, a last one or the only one.",
        (
            r"(?:represents|is|offers|marks|presents|was) (?:the |a |an )?(?:[\w.]+'s )?(?:last |best |only "
            r"|real |golden |rare )*"
            r"(?:chance|opportunity|hope) (?:to|for)",
            "(?:the )?only (?:way|path|hope|option|realistic) (?:to|for|out|forward|option)",
            "now or never",
        ),
        0.55,
    ),
    Assertion(
        "It gives a group's wish or feeling as fact.",
        (
            r"(?:have long (?:sought|wanted|demanded|hoped|desired)|(?:has|have|had) long (?:yearned|dreamed"
            r"|aspired|suffered))"
            r"(?: \w+){0,2}",
            "(?:desperate for|hungry for|clamou?ring for)",
            "the moment (?:\\w+ )?(?:have|has) been waiting for",
        ),
        0.55,
    ),
    Assertion(
        "It gives a motive that nobody in the text vouches for.",
        (
            "(?:in )?an? (?:apparent |obvious |clear |transparent |desperate |cynical "
            "|thinly veiled )*(?:bid|attempt|ploy|effort) to "
            "(?:distract|deflect|intimidate|silence|cast|curry|appease|smear|discredit|shift|boost|undermine"
            "|derail|cover)",
            "to (?:deflect|shift|dodge|escape|evade) (?:the )?(?:blame|responsibility|attention"
            "|accountability|scrutiny)",
            "to (?:curry favou?r|score points|save face|garner (?:\\w+ )?publicity|cling to power|settle scores)",
            "(?:is|are|was|were) (?:so )?(?:desperate|itching) to",
            "seem(?:s|ed)? (?:determined|intent|bent|uninterested|eager|content)(?: \\w+)?",
            "has (?:little|no) (?:interest|intention|desire) in",
        ),
        0.55,
    ),
    Assertion(
        "It foretells what nobody can know.",
        (
            "will (?:inevitably|surely|certainly|undoubtedly|almost certainly|only (?:make|lead|embolden|worsen|fuel))",
            "would (?:almost certainly|inevitably|surely|only (?:make|lead|embolden|worsen|fuel))",
            "(?:is|are|was|were) (?:bound|doomed|destined|certain|unlikely|sure) to",
            "(?:likely|certain|sure) to (?:backfire|fail|worsen|embolden|inflame|alienate|tip|chill)",
            "(?:risk|threaten)(?:s|ed|ing)? (?:to )?(?:prolong\\w*|unravel\\w*|derail\\w*|undermin\\w*"
            "|plung\\w*|create|creating|tear\\w*|escalat\\w*|destabili\\w*)",
            "could be (?:detrimental|disastrous|catastrophic|the (?:\\w+ )?turning point)",
            "will have (?:disastrous|devastating|dire|far-reaching)",
        ),
        0.55,
    ),
    Assertion(
        "It names a cause as fact where causes are argued about.",
        (
            "root causes? of",
            "(?:has|have|had) (?:fuell?ed|stoked|emboldened|undermined|eroded|poisoned|paved the way"
            "|unleashed|deepened)",
            "thanks (?:largely |in part )?to (?:the |a |an )?(?:\\w+'s )?(?:failure|refusal|policies"
            "|reforms|leadership|partisan|years of|courage|efforts)",
            "(?:the |its |his |her |their |\\w+'s )(?:failure|unwillingness|inability|neglect"
            "|indifference|acquiescence) to",
            "(?:has|have|had) (?:failed|refused) to (?:take|address|act|deliver|stop|protect|confront|tackle"
            "|resonate|live up)",
            "as a (?:direct )?(?:result|consequence) of (?:the |its |his |her |their |\\w+'s )?(?:failed"
            "|failure|disastrous|reckless|policies)",
        ),
        0.55,
    ),
    Assertion(
        "It judges success, failure or standing in the writer's own name.",
        (
            rf"(?:is|are|was|were|be|been|proved|proven|became) {_DET}(?:\w+ )?(?:failure|success|disaster"
            rf"|debacle|fiasco|sham"
            r"|farce|triumph|blunder|black eye|humiliation|disgrace|embarrassment|tall order|illusion|lie"
            r"|mistake|game[- ]changer)",
            "(?:badly|grossly|gravely) (?:miscalculated|misjudged|mishandled|bungled|underestimated)",
            "nothing (?:more|less|short) (?:than|of)",
            "(?:speaks|says) (?:volumes|much) about",
            "(?:no stranger to|a star in|a thorn in|the darling of)",
            "(?:another|the latest|yet another) sign that",
            "all but (?:dead|certain|guaranteed|assured|over)",
            "it(?:'s| is) (?:clear|obvious|plain|hard to imagine|difficult to imagine|no surprise|no wonder)",
        ),
        0.55,
    ),
)

PREMISES = (
    Assertion(
        "It takes one side's need for safety or interest as given.",
        (
            r"(?:legitimate |vital |core )?security (?:buffer|needs|interests|concerns"
            r"|imperatives?)(?: against(?: \w+){1,3})?",
            r"(?:legitimate|rightful|historic|historical|ancestral) (?:claims?|lands?|territor(?:y|ies)"
            r"|homeland|grievances?|borders?)",
            "sphere of influence",
            r"(?:protect|protecting|defend|defending|safeguard|safeguarding) (?!(?:itself|himself|herself"
            r"|themselves)\b)"
            r"(?:[\w.\x27’]+ ){0,3}(?:cultural rights|way of life|values|sovereignty|heritage|freedoms?|culture"
            r"|civili[sz]ation)",
        ),
        0.6,
    ),
    Assertion(
        "It uses a side's own name for a policy or a deed.",
        (
            "tax relief",
            "death tax",
            "gun safety",
            "common-?sense (?:gun|reforms?|measures?|solutions?|laws?|controls?)",
            "(?:close|closing|eliminat(?:e|ing)) (?:\\w+ ){0,3}loopholes?",
            "government takeover",
            "job-killing",
            "illegal aliens?",
            "(?:illegal|alien|migrant) (?:alien )?invasion",
            "uncontrolled (?:illegal )?(?:im)?migration",
            "muslim ban",
            "partial-birth abortions?",
            "reverse discrimination",
            "liberation of (?!\\w+ theology)[A-Z]\\w+",
            "special military operation",
            "peacekeeping operation in",
            "war on (?:christmas|coal|women|the middle class|cops|religion)",
            "restor(?:e|ing) (?:order|sovereignty|democracy|greatness)",
            "reunification with",
        ),
        0.6,
    ),
    Assertion(
        "It gives a side's account of the enemy's deeds as background.",
        (
            r"(?:amid|despite|in response to|in the face of|following|after) (?:\w+ ){0,2}(?:aggression|provocations?"
            r"|expansion|encroachment|meddling|intransigence)",
        ),
        0.55,
    ),
)


def find(annotation: Annotation, rule: str, kinds: tuple[Assertion, ...]) -> Iterator[WordingSpan]:
    """The assertions of these kinds in the outlet's own voice, in sentences where no source vouches for the words."""
    text = annotation.article.text
    for _, sentence in claiming(annotation):
        for kind in kinds:
            for match in _PATTERNS[kind].finditer(text, sentence.start, sentence.end):
                span = Span(*match.span())
                if not is_own(annotation, span) or is_attributed(annotation, span) or in_name(annotation, span):
                    continue
                yield WordingSpan(rule, span.start, span.end, kind.score, (Evidence(kind.reason, kind.score),))


_PATTERNS = {kind: phrases(kind.phrases) for kind in (*CONTESTED, *PREMISES)}
