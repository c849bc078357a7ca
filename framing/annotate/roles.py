"""Nouns for sources: nobody in particular, people by office or trade, bodies and documents."""

from __future__ import annotations

from typing import Final

from framing.language.lexicon import lexicon

VAGUE: Final[frozenset[str]] = lexicon(
    """experts critics analysts observers some many others most several few people pundits commentators skeptics
    sceptics opponents supporters detractors insiders scholars economists scientists doctors everyone everybody
    someone anyone one nobody historians advocates activists proponents users fans locals residents voters academics
    researchers watchers defenders detractors media outlets reports rumors rumours all both campaigners those
    liberals conservatives progressives americans europeans russians ukrainians democrats republicans allies world
    west public"""
)
PEOPLE: Final[frozenset[str]] = lexicon(
    """official officials person source sources aide aides adviser advisers advisor advisors diplomat diplomats officer
    officers lawyer lawyers attorney lawmaker lawmakers insider employee employees witness witnesses man woman men
    women soldier soldiers resident executive executives spokesman spokeswoman spokesperson spokespeople
    representative representatives senator senators member members staffer staffers operative operatives strategist
    strategists minister ministers leader leaders commander commanders general envoy envoys negotiator negotiators
    student students teacher teachers worker workers neighbor neighbors neighbour neighbours friend friends relative
    relatives colleague colleagues associate associates delegate delegates politician politicians doctor nurse agent
    agents guard guards driver manager owner judge judges prosecutor detective expert analyst economist critic
    supporter opponent scientist professor editor reporter journalist correspondent author observer host president
    chairman chairwoman chief head director secretary mayor governor king queen prince pope bishop priest activist
    father mother brother sister son daughter wife husband parents family victim victims survivor survivors farmer
    farmers fisherman businessman businesswoman guy voter candidate candidates banker patient patients passenger
    passengers pilot caller protester protesters"""
)
BODIES: Final[frozenset[str]] = lexicon(
    """government ministry department agency office police court house committee commission council party company firm
    bank group organization organisation union university campaign administration parliament congress senate embassy
    army military navy force forces authorities prosecutors investigators report statement document documents study
    survey poll polls article letter memo email newspaper magazine network broadcaster station website data figures
    affidavit indictment complaint lawsuit filing filings records transcript bureau institute foundation association
    federation board staff team service services kremlin pentagon regime coalition alliance delegation secretariat
    regulator watchdog think-tank tribunal jury panel cabinet opposition headquarters coroner sheriff firefighters
    paramedics hospital school district city county state country nation editorial post tweet message video release
    bulletin journal channel media union dossier charity airline ruling law text treaty agreement constitution plan
    press studies surveys findings reports estimates charter book note communique"""
)

#: Endings of nouns for people who do something.
AGENT_ENDINGS: Final[tuple[str, ...]] = ("er", "or", "man", "woman", "ian", "ist", "ers", "ors", "ists", "ians")
