"""Words that carry a full stop of their own, by what the stop can mean, and words that open sentences."""

from __future__ import annotations

from framing.language.lexicon import lexicon

# A name or number always follows: the stop never ends a sentence.
BEFORE_NAME = lexicon(
    """
    mr mrs ms mx messrs dr prof gen sen sens rep reps gov govs lt col maj capt cpt sgt cpl pvt cmdr adm brig
    pres rev fr hon amb atty supt det insp sec dep asst assoc st ste mt ft vs v viz cf eg ie e.g i.e al fig figs
    vol pp approx ca dist op treas comm comdr
    """
)
# The stop belongs to the abbreviation only before a figure (No. 5, p. 12, Art. 5).
BEFORE_FIGURE = lexicon(
    """
    no nos art arts p pp ch chap para c b d sect sec vol fig circa jan feb mar apr jun jul aug
    """
)
# May stand at a sentence's end: it ends there only if the next word opens a sentence.
EITHER = lexicon(
    """
    inc corp co cos ltd llc plc bros jr sr esq etc ph.d m.d d.c dept univ assn bldg gov't govt est jan feb mar
    apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun ala ariz ark calif colo
    conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis
    wyo ave blvd rd sq hwy min max mph cap ed eds trans prod dir exec repub dem lib lab mfg intl natl nat'l
    int'l st mt ft rep sen op
    """
)
TIMES = lexicon("a.m p.m am pm")
AFTER_TIME = lexicon(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december et est edt pt pst pdt ct cst cdt mt gmt utc bst cet eastern pacific
    central moscow local
    """
)
# Names that end in a mark of exclamation.
BANG_NAMES = lexicon("yahoo jeb jeopardy oklahoma e oliver hairspray whammo")

# Words that, capitalised after an abbreviation, open a new sentence rather than go on with a name.
STARTERS = lexicon(
    """
    the a an this that these those there here he she it they we i you his her its their our my your one but and
    or nor so yet because although though while when where who what why how which whether if as since until
    unless after before during despite in on at by for from with without within to into of about against between
    among under over according also however meanwhile moreover still then now later earlier today yesterday
    tomorrow once again instead even only just not no yes some many most several all both each every other
    others another such more less few perhaps maybe indeed rather thus therefore hence nevertheless nonetheless
    likewise is are was were has have had do does did will would can could should may might must let asked see
    mr mrs ms president police officials critics experts following given like unlike amid
    """
)
# What may follow `U.S.` as part of its noun phrase, though a verb comes after.
US_HEADS = lexicon(
    """
    president senate senator senators congress congressman congresswoman house supreme army navy air marine
    marines coast capitol constitution attorney ambassador secretary state treasury federal department district
    court rep sen representative vice embassy consulate defense special central geological steel open postal
    customs border immigration justice commerce trade envoy general olympic intelligence africa european
    military capital dollar energy council bureau centers food drug fish national office agency marshals secret
    airways bank chamber soccer agriculture interior labor education forest citizenship conference
    """
)
FOLLOWING_VERBS = lexicon(
    """
    said says told asked is are was were has have had will would could did does also later then added argued
    warned called made took went came wants wanted met plans announced
    """
)
SPEECH_VERBS = lexicon(
    """
    said says say asked asks told wrote writes tweeted added replied answered shouted yelled cried wondered
    exclaimed demanded joked continued quipped declared remarked inquired screamed chanted posted responded
    snapped mused
    """
)
