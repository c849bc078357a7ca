"""Who can say something, and which cues say it: persons, bodies and things that carry words or figures."""

from __future__ import annotations

import re
from typing import Final

from framing.annotate import cues, phrases, roles
from framing.annotate.nearby import Ordered
from framing.language.lexicon import lexicon
from framing.types import Name, Span

_PRONOUNS: Final[frozenset[str]] = lexicon(
    """i we you he she it they who whom whose which that this these those me us him her them my our your his its
    their one ones both either neither none all each others another half third two-thirds quarter percent
    majority two three some many most few several about nearly almost more fewer less only handful lot lots
    dozens hundreds thousands millions number slice swath"""
)
_PERSONS: Final[frozenset[str]] = lexicon(
    """nominee wife ex-wife ex-husband surrogate individual company companies attorneys crowd audience attendees
    church churches actress star tycoon mogul citizen community communities left right publication band
    initiative lady ladies progressives partisans majorities population youth veteran rival bloc fund wing
    faction camp couple countries nations states cities towns groups parties unions agencies banks firms
    colleges universities schools hospitals airlines club league team fiance fiancee boyfriend girlfriend uncle
    aunt nephew niece cousin kid child children boy girl judges troops rebels militants militia cartel industry
    industries lobby clergy monarch royals celebrity billionaire millionaire host guest anchor duo trio pair
    lawyers families households taxpayers consumers firefighter nurses engineers pupils tenants landlords
    unionists nationalists separatists elders elite masses populace electorate villagers islanders migrants
    refugees hostages detainees inmates prisoner defendant plaintiff suspect accused chief head bosses boss"""
)
#: Things that carry words or figures.
_TELLING: Final[frozenset[str]] = lexicon(
    """slide clip piece film headline slogan sign banner placard average index indices tally survey analyses
    submission program programme show series book excerpt profile accounts commentary column counterproposal
    proposal platform manifesto motion resolution legislation bill law accord deal pact treaty clause article
    database dossier blog outlet newspapers magazines stations song lyrics poem speech address remarks notice
    warrant petition brief verdict decision order decree doctrine scripture bible quran koran rating ranking
    score caption label screen text wording guidance guideline rule code bylaws charter language version timing
    word inscription plaque letterhead interview theory chart graph map table count measurement readings sensors
    satellite calculations simulations statistics percentages returns invoice receipts contract"""
)
_CAPITAL = re.compile(r"[A-Z]")
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_BREAK = re.compile(r",|\(|;| — | -- |\s(?:of|for|in|at|from|with|who|which|that|on|to|familiar|close)(?:\s|$)")
_SAYING: Final[frozenset[str]] = lexicon("say tell deny object urge vow ask")
_FAINT: Final[frozenset[str]] = lexicon(
    "show indicate suggest demonstrate mean imply signal hint see name find call rule"
)


def can_speak(text: str, source: Span, names: Ordered[Name]) -> bool:
    """Whether the source is somebody, a body or a thing that carries words or figures."""
    words = source.of(text)
    head = (_BREAK.split(words, maxsplit=1)[0] or words).strip()
    found = [w.replace("’", "'").removesuffix("'s") for w in _WORD.findall(head)]
    if not found or any(c.isdigit() for c in head):
        return True
    if any(_CAPITAL.match(w) for w in found[1:]) or (_CAPITAL.match(found[0]) and found[0].lower() not in _OPENING):
        return True
    if names.touching(source.start, source.start + max(len(head), 1)):
        return True
    lows = [w.lower() for w in found]
    if lows[0] in _PRONOUNS and (len(lows) == 1 or lows[0] not in _OPENING):
        return True
    return any(speaking_noun(low) for low in lows if low not in _OPENING)


_OPENING: Final[frozenset[str]] = phrases.PREPOSITIONS | lexicon(
    "the a an this that these those his her their its our my your any every no another such what first"
)


def speaking_noun(word: str) -> bool:
    """Whether one noun of a source makes it one who, or that, can speak."""
    kinds = (roles.PEOPLE, roles.VAGUE, roles.BODIES, cues.DOCUMENTS, _PERSONS, _TELLING, _PRONOUNS)
    return (
        any(word in kind or word.removesuffix("s") in kind or word + "s" in kind for kind in kinds)
        or word.endswith((*roles.AGENT_ENDINGS, "people", "folk", "men"))
        or word in cues.VERBS
    )


def says(cue: str) -> bool:
    """Whether the cue is a plain verb of saying or ``according to``."""
    words = [w.lower() for w in _WORD.findall(cue)]
    verbs = [v for w in words for v in cues.VERBS.get(w, ()) if v.form in ("s", "past") or len(words) > 1]
    plain = any(v.verb_class in _SAYING and v.lemma not in _FAINT for v in verbs)
    return plain or "according" in words
