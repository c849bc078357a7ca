"""Cue words: the verbs, nouns and phrases that mark somebody's words as reported.

A cue links a source to a content (PolNeAR: Newell, Margolin & Ruths, LREC 2018). Each verb belongs to one class, which
says what may stand as its content:

``say``    a clause, a quotation; may stand before its subject (``"…," said Lee``)
``tell``   the same, after the person spoken to
``think``  a clause; no inversion
``show``   a clause, where the subject is a document or a body of figures
``deny``   a clause, a gerund or a noun phrase
``object`` a clause, a quotation or a noun phrase (``alleged fraud``, ``warned of delays``)
``urge``   a person and an infinitive, or a clause
``vow``    an infinitive or a clause
``call``   an object and what it is called (``called the plan ruinous``)
``as``     an object, ``as`` and what it is held to be
``blame``  a person, ``of`` or ``for``, and what they are blamed for
``mean``   a clause or a quotation in a participle or finite (``suggesting that …``)
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from framing.language.lexicon import lexicon

VerbClass = Literal[
    "say", "tell", "think", "show", "deny", "object", "urge", "vow", "call", "as", "blame", "ask", "mean"
]
Form = Literal["base", "s", "past", "ing"]


@dataclass(frozen=True, slots=True)
class Verb:
    """One inflected form of a reporting verb."""

    lemma: str
    verb_class: VerbClass
    form: Form


_LEMMAS: Final[dict[VerbClass, str]] = {
    "say": """say add announce answer argue assert assure attest aver beam boast brag caution charge claim clarify
        comment complain confess confide confirm contend continue counter cry declare disclose elaborate
        emphasise emphasize exclaim explain fume gush interject intone joke lament maintain muse note observe
        offer opine quip reaffirm reason recall recount reiterate rejoin relate remark repeat reply report
        respond restate retort reveal scoff shout shrug sigh sneer snap state stress surmise testify thunder
        tweet underline vent volunteer vouch whisper write concede admit acknowledge insist allow affirm
        pronounce protest quote recite sum email insinuate mutter murmur sniff gripe grumble crow gloat rage
        rant bemoan decry post text stipulate theorise theorize speculate hint intimate signal allege conclude
        point spell rule find read advise project forecast estimate calculate predict warn mention reckon
        underscore""",
    "tell": "tell inform remind notify assure warn persuade convince advise",
    "think": """think believe feel suspect fear hope worry doubt imagine expect presume assume wish bet guess
        figure agree disagree consider wonder dream""",
    "show": "show indicate suggest demonstrate",
    "deny": "deny dispute rebut refute contest disavow disclaim",
    "ask": "ask enquire inquire question wonder query",
    "urge": "urge press exhort implore beg order instruct encourage invite ask tell advise persuade",
    "vow": "vow promise pledge threaten swear undertake propose demand recommend",
    "call": "call dub label brand deem pronounce declare term consider name",
    "as": """describe portray depict characterise characterize dismiss denounce condemn cast hail criticise criticize
        regard see view paint praise slam blast deride defend ridicule decry reject cite identify frame tout present
        hail laud mock""",
    "blame": "accuse blame criticise criticize condemn fault praise attack slam blast denounce rebuke chide",
    "mean": "imply suggest hint signal mean",
}

_PAST: Final[dict[str, tuple[str, ...]]] = {
    "say": ("said",),
    "tell": ("told",),
    "think": ("thought",),
    "feel": ("felt",),
    "know": ("knew", "known"),
    "understand": ("understood",),
    "write": ("wrote", "written"),
    "read": ("read",),
    "find": ("found",),
    "show": ("showed", "shown"),
    "swear": ("swore", "sworn"),
    "see": ("saw", "seen"),
    "beg": ("begged",),
    "brag": ("bragged",),
    "quip": ("quipped",),
    "forecast": ("forecast",),
    "mean": ("meant",),
    "bet": ("bet",),
    "dream": ("dreamed", "dreamt"),
    "learn": ("learned", "learnt"),
    "spell": ("spelled", "spelt"),
    "cast": ("cast",),
    "undertake": ("undertook", "undertaken"),
    "prove": ("proved", "proven"),
    "sum": ("summed",),
    "hint": ("hinted",),
    "crow": ("crowed",),
    "rebut": ("rebutted",),
    "admit": ("admitted",),
    "snap": ("snapped",),
    "allow": ("allowed",),
}

#: Forms that are nouns more often than verbs: a verb reading needs its subject right before and its content after.
NOUN_LIKE: Final[frozenset[str]] = lexicon(
    """claim claims report reports charge charges hope hopes fear fears doubt doubts question questions estimate
    estimates forecast forecasts comment comments remark remarks answer answers offer offers promise promises pledge
    pledges vow vows tweet tweets post posts note notes view views show shows call calls demand demands project
    projects rule rules request requests state states state quote quotes text texts point points reason reasons
    order orders press worry worries guess guesses figure figures wish wishes bet bets joke jokes protest protests
    rage regret regrets signal signals cry cries label labels brand brands term terms cast name names find finds
    reply replies counter counters email emails vent stress shout shouts sigh sighs whisper whispers frame frames
    account thunder rant rants warning finding reading meaning writing feeling showing saying answering blast blasts
    attack attacks fault faults blame praise study found dream dreams hint hints proof query queries sum read reads
    figure present presents contest contests paint paints mock need"""
)

#: Verbs that are reporting verbs only with ``that``, a quotation or a question word after them.
NEEDS_THAT: Final[frozenset[str]] = lexicon(
    """charge continue offer allow reason relate volunteer rule find read project know feel understand see expect
    imagine assume figure agree disagree consider learn reflect prove demonstrate illustrate point spell sum report
    advise post text repeat quote recite mean mention counter hint signal protest shout cry observe regret wish
    dream bet guess rage pronounce calculate name testify answer reveal disclose underscore show indicate conclude
    recall respond comment complain elaborate joke lament muse decry bemoan realise realize state wonder order
    maintain contest press present"""
)

#: Those of them that also take a clause without ``that``.
BARE_CLAUSE: Final[frozenset[str]] = lexicon(
    "conclude show reveal maintain indicate report charge find hint suggest disclose complain"
)

#: Verbs that also report a noun phrase: ``warned of delays``, ``alleged fraud``.
TAKES_NOUN: Final[frozenset[str]] = lexicon(
    "warn allege admit acknowledge predict stress emphasize emphasise suggest concede"
)

#: Nouns that, with a clause after ``that``, report it.
CONTENT_NOUNS: Final[frozenset[str]] = lexicon(
    """claim claims statement statements assertion assertions allegation allegations accusation accusations argument
    arguments contention suggestion suggestions warning warnings denial denials insistence belief beliefs view views
    opinion charge charges complaint complaints promise promises pledge pledges vow announcement prediction
    predictions admission acknowledgement acknowledgment assurance assurances concern concerns fear fears hope hopes
    worry worries suspicion suspicions rumor rumors rumour rumours speculation notion assessment conclusion finding
    findings report reports revelation revelations testimony boast demand demands comment comments remark remarks
    contentions proposition perception narrative"""
)

VIEW_NOUNS: Final[frozenset[str]] = lexicon("view opinion words eyes judgment judgement estimation telling account")

#: Nouns that name a document or data, subjects of ``show`` and ``find``.
DOCUMENTS: Final[frozenset[str]] = lexicon(
    """poll polls survey surveys study studies report reports data figures documents document records record research
    analysis review statistics results filing filings email emails memo memos letter letters statement indictment
    complaint lawsuit affidavit footage video videos images image investigation inquiry probe audit estimate
    estimates transcript transcripts census findings numbers evidence paper papers article articles book history
    tests test projections forecast forecasts model models polling ruling file files article post posts tweet tweets
    message messages story stories headline advert ad ads website page account minutes communique dossier leak cable
    cables testimony bulletin release"""
)

#: Phrases of manner that hold a cue without a reporting verb.
ACCORDING: Final[tuple[str, ...]] = ("according to", "in the words of", "as reported by", "quoted by", "cited by")

#: Verbs whose content is reported speech with nobody named, in the passive: ``is said to``, ``was widely hailed as``.
PASSIVE_VAGUE: Final[frozenset[str]] = lexicon(
    """said believed thought alleged rumored rumoured reported understood considered seen viewed regarded hailed
    perceived feared criticised criticized blamed accused described portrayed claimed condemned denounced praised
    known touted dismissed cast suspected assumed"""
)


def _regular(lemma: str) -> tuple[str, str, str]:
    if lemma.endswith("e"):
        return lemma + "s", lemma + "d", lemma[:-1] + "ing"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"
    ending = "es" if lemma.endswith(("s", "x", "ch", "sh")) else "s"
    return lemma + ending, lemma + "ed", lemma + "ing"


_ING: Final[dict[str, str]] = {
    "beg": "begging", "brag": "bragging", "quip": "quipping", "bet": "betting", "admit": "admitting", "sum": "summing",
    "rebut": "rebutting", "snap": "snapping", "see": "seeing", "disagree": "disagreeing", "agree": "agreeing",
}  # fmt: skip


def _forms() -> dict[str, tuple[Verb, ...]]:
    table: dict[str, list[Verb]] = {}
    for verb_class, lemmas in _LEMMAS.items():
        for lemma in dict.fromkeys(lemmas.split()):
            third, past, ing = _regular(lemma)
            forms: list[tuple[str, Form]] = [(lemma, "base"), (third, "s"), (_ING.get(lemma, ing), "ing")]
            forms += [(p, "past") for p in _PAST.get(lemma, (past,))]
            for word, form in forms:
                table.setdefault(word, []).append(Verb(lemma, verb_class, form))
    return {word: tuple(verbs) for word, verbs in table.items()}


#: Every inflected form of every reporting verb with its readings.
VERBS: Final[dict[str, tuple[Verb, ...]]] = _forms()
