"""Closed word lists of the press: agencies, well-known outlets, words that open sentences, words for roles."""

from __future__ import annotations

import re


def word_set(text: str) -> frozenset[str]:
    """The words of ``text``, as a set: closed lists read best as running text."""
    return frozenset(text.split())


AGENCIES: dict[str, str] = {
    "ap": "AP", "ap news": "AP", "associated press": "AP", "the associated press": "AP",
    "reuters": "Reuters", "thomson reuters": "Reuters",
    "afp": "AFP", "agence france-presse": "AFP", "agence france presse": "AFP",
    "upi": "UPI", "united press international": "UPI",
    "dpa": "dpa", "deutsche presse-agentur": "dpa",
    "pa": "PA", "pa media": "PA", "press association": "PA",
    "tass": "TASS", "itar-tass": "TASS", "interfax": "Interfax", "ria novosti": "RIA Novosti", "ria": "RIA Novosti",
    "xinhua": "Xinhua", "kyodo": "Kyodo", "kyodo news": "Kyodo", "jiji": "Jiji", "jiji press": "Jiji",
    "yonhap": "Yonhap", "ani": "ANI", "pti": "PTI", "press trust of india": "PTI", "ians": "IANS",
    "efe": "EFE", "ansa": "ANSA", "anadolu": "Anadolu", "anadolu agency": "Anadolu", "aa": "Anadolu",
    "aap": "AAP", "australian associated press": "AAP", "the canadian press": "The Canadian Press",
    "canadian press": "The Canadian Press", "ukrinform": "Ukrinform", "bernama": "Bernama", "irna": "IRNA",
    "ntb": "NTB", "tt": "TT", "apa": "APA", "belga": "Belga", "anp": "ANP", "cna": "CNA", "sputnik": "Sputnik",
}  # fmt: skip
"""How an agency is written, lower-cased, to the one name used here."""

CERTAIN_AGENCIES = frozenset(key for key in AGENCIES if len(key) > 3 or key in {"afp", "upi", "dpa"})
"""Those whose bare name is enough; the short ones (PA, AA, TT) count only in a dateline or a credit."""

OUTLETS: tuple[str, ...] = (
    "ABC News", "Al Arabiya", "Al Jazeera", "AllSides", "AlterNet", "Arab News", "Ars Technica", "Asahi Shimbun",
    "Associated Press", "AP News", "Axios", "BBC", "BBC News", "Bangkok Post", "Bloomberg", "Breitbart",
    "Breitbart News", "Business Insider", "BuzzFeed News", "CBC", "CBC News", "CBN", "CBS News", "CNBC", "CNN",
    "Chicago Sun-Times", "Chicago Tribune", "Christian Science Monitor", "Daily Beast", "Daily Express", "Daily Kos",
    "Daily Mail", "Daily Mirror", "Daily Telegraph", "Daily Wire", "Deutsche Welle", "DW", "Der Spiegel", "Economist",
    "El País", "Euronews", "Evening Standard", "FactCheck.org", "Financial Times", "Forbes", "Fortune", "Fox News",
    "France 24", "Global Times", "Globe and Mail", "Guardian", "Haaretz", "HuffPost", "Huffington Post",
    "Hindustan Times", "Independent", "Indian Express", "InfoWars", "Irish Independent", "Irish Times", "ITV News",
    "Jacobin", "Japan Times", "Japan Today", "Jerusalem Post", "Kyiv Independent", "Kyiv Post", "LBC", "Le Monde",
    "Los Angeles Times", "MSNBC", "Mainichi", "Meduza", "Metro", "Miami Herald", "Mint", "Moscow Times",
    "Mother Jones", "NBC News", "NDTV", "NHK", "NHK World", "NPR", "National Review", "New Republic",
    "New Statesman", "New York Post", "New York Times", "New Yorker", "Newsmax", "Newsweek", "Nikkei Asia",
    "OAN", "PBS", "PBS NewsHour", "Politico", "ProPublica", "RFE/RL", "Radio Free Europe", "RT", "Reason", "Reuters",
    "Salon", "Semafor", "Sky News", "Slate", "South China Morning Post", "Sputnik", "Star Tribune", "Straits Times",
    "Sydney Morning Herald", "TASS", "TIME", "Telegraph", "The Age", "The Atlantic", "The Australian",
    "The Conversation", "The Federalist", "The Hill", "The Hindu", "The Intercept", "The Nation", "The Spectator",
    "The Sun", "The Times", "The Verge", "The Week", "Times of India", "Times of Israel", "Toronto Star",
    "Townhall", "USA Today", "USA TODAY", "Ukrainska Pravda", "Ukrinform", "VOA", "Vanity Fair", "Vice News",
    "Voice of America", "Vox", "Wall Street Journal", "Washington Examiner", "Washington Free Beacon",
    "Washington Post", "Washington Times", "Xinhua", "Yahoo News", "Yomiuri Shimbun",
)  # fmt: skip

_KNOWN_OUTLETS = {re.sub(r"^the ", "", name.lower()) for name in OUTLETS}
_DESK = re.compile(r"\s+(?:Opinions?|Editorials?|Editorial Board|Op-?Eds?|Commentary|Politics|Sports?)$", re.IGNORECASE)

SECTIONS = word_set(
    """
    opinion opinions op-ed oped editorial editorials column columns commentary comment analysis perspective perspectives
    satire humour humor interview interviews live politics world business sport sports news letters review fact-check
    explainer local national international culture science health technology markets economy europe asia africa
    """
)
"""Names of sections, lower-cased."""

_PRESS_WORDS = re.compile(
    r"\b(?:Post|Times|News|Herald|Tribune|Journal|Gazette|Courier|Chronicle|Star|Mail|Press|Today|Daily"
    r"|Observer|Guardian|"
    r"Telegraph|Globe|Standard|Record|Review|Dispatch|Echo|Argus|Examiner|Sentinel|Bulletin|Mirror|Monitor"
    r"|Magazine|Radio|TV|"
    r"Online|Wire|Agency|Express|Independent|Register|Ledger|Inquirer|Enquirer|Messenger|Reporter|Voice|Weekly"
    r"|Advertiser)\b"
    r"|\.(?:com|org|net|news|co)\b"
)

SENTENCE_OPENERS = word_set(
    """
    a about above according across after against all along already also although amid among an and another any
    are as at away back because before behind below beneath beside besides between beyond both but by can
    critics despite do does during each earlier either enough even ever every everyone experts few first
    following for former from further given had has have he her here his how however i if in indeed inside
    instead into is it its just last later like many may meanwhile more moreover most much my near nearly
    neither never next no nobody none nor not nothing now of off officials often on once one only on opposite
    or other others our out outside over past perhaps police rather residents same second several she should
    shortly since so some soon still such than that the their then there therefore these they third this those
    though three through throughout thus to today together two under unless unlike until up upon was we were
    what when where whether which while who whoever why will with within without would yet you your
    """
)
"""Words whose capital can only mean the start of a sentence (or of a title), lower-cased."""


def is_known_outlet(name: str) -> bool:
    """Whether ``name`` (with or without "The", with or without a desk) is in the list of well-known outlets."""
    return re.sub(r"^the ", "", _DESK.sub("", " ".join(name.split())).lower()) in _KNOWN_OUTLETS


_MASTHEAD_ENDS = word_set(
    """
    post times herald tribune journal gazette courier chronicle observer guardian telegraph globe dispatch argus
    examiner sentinel bulletin mirror monitor ledger inquirer enquirer messenger advertiser
    """
)


def ends_as_masthead(name: str) -> bool:
    """Whether a line that is only ``name`` reads as a newspaper's: two to four words, the last one of its trade."""
    words = name.split()
    return is_masthead(name) and 2 <= len(words) <= 4 and words[-1].lower() in _MASTHEAD_ENDS


def sounds_like_press(name: str) -> bool:
    """Whether ``name`` is a known outlet or holds a word that newspapers are called by (Post, Herald, …)."""
    return is_known_outlet(name) or _PRESS_WORDS.search(name) is not None


def outlet_name(name: str) -> str:
    """``name`` without the desk: two desks are one outlet ("Harbour Post Opinion" → "Harbour Post")."""
    plain = " ".join(name.split()).strip(" \t-–—|·•:,")
    shorter = _DESK.sub("", plain)
    desk = plain[len(shorter) :].strip().lower()
    # "Opinion" is never part of a newspaper's own name; "Politics" or "Sport" may be, unless the rest is one.
    if shorter and (desk.startswith(("opinion", "editorial", "op")) or is_known_outlet(shorter)):
        return shorter
    return plain


def is_masthead(text: str) -> bool:
    """Whether ``text`` is written as a masthead: up to six words, capitals on the main ones, no sentence's end."""
    words = text.split()
    if not 1 <= len(words) <= 6 or len(text) > 60 or text.rstrip()[-1] in ".,;:?!" or re.search(r"[\"“”:]", text):
        return False
    small = {"of", "the", "and", "in", "for", "de", "la", "le", "on", "&", "el", "du"}
    return words[0][0].isalnum() and all(
        w[0].isupper() or w[0].isdigit() or w.lower() in small or "." in w for w in words
    )


def agency_name(name: str) -> str | None:
    """The agency meant by ``name`` ("The Associated Press" → "AP"), or ``None``."""
    return AGENCIES.get(" ".join(name.split()).strip(" .,").lower())
