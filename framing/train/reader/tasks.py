"""What the reader is taught: its outputs, and which set teaches which.

Outputs are of four kinds. ``TOKENS`` are yes-or-no questions about each word piece, ``SENTENCES`` about each sentence
(soft targets where a set has votes), ``ROLES`` are the parts of an attribution seen from its anchor (the first piece of
the cue, else of the source, else of the content), and stance is against, neutral or for a mention.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

WORDING: Final = ("W101", "W102", "W103", "W104", "W105", "W106", "W107", "W108")
PREMISES: Final = ("S201", "S202", "S203", "S204")
TECHNIQUES: Final = (
    "Loaded_Language", "Name_Calling,Labeling", "Repetition", "Doubt", "Exaggeration,Minimisation",
    "Appeal_to_fear-prejudice", "Flag-Waving", "Causal_Oversimplification", "Appeal_to_Authority", "Slogans",
    "Black-and-White_Fallacy", "Whataboutism,Straw_Men,Red_Herring", "Thought-terminating_Cliches",
    "Bandwagon,Reductio_ad_hitlerum",
)  # fmt: skip
FACT_TAGS: Final = (
    "Fact_No_Appeal", "Fact_Appeal", "Source", "Source_Attribute", "Recipient", "Appeal_Time", "Appeal_Location",
)  # fmt: skip
FACT_SOURCES: Final = ("Named", "Unnamed")

FINDING_TOKENS: Final = (*(f"findings.{r}" for r in (*WORDING, *PREMISES)), "findings.own_wording", "findings.own")
PTC_TOKENS: Final = ("ptc.any", *(f"ptc.{t}" for t in TECHNIQUES))
FACT_TOKENS: Final = (*(f"fact.{t}" for t in FACT_TAGS), *(f"fact.{s}" for s in FACT_SOURCES))
ATTRIBUTION_TOKENS: Final = ("attribution.anchor", "attribution.source", "attribution.cue", "attribution.content")

TOKENS: Final = (
    *ATTRIBUTION_TOKENS, *FINDING_TOKENS, "babe.words", "basil.lexical", "basil.informational", *PTC_TOKENS,
    *FACT_TOKENS,
)  # fmt: skip
SENTENCES: Final = (
    "findings.own_wording", "findings.premise", "babe.loaded", "babe.opinion", "babe.factual",
    "basil.lexical", "basil.informational", "ukraine.subjective", "ukraine.hidden", "ukraine.pro_russia",
    "ukraine.pro_west", "subj", "weasel", "cw", "biased",
)  # fmt: skip
ROLES: Final = ("source", "cue", "content")
STANCES: Final = ("against", "neutral", "for")

Kind = Literal["tokens", "sentences", "attributions", "stance"]


@dataclass(frozen=True, slots=True)
class Task:
    """A set as a task: how often its documents are seen in one round, and how much its loss weighs."""

    name: str
    sets: tuple[str, ...]
    rounds: float = 1.0
    weight: float = 1.0
    permissive: bool = False


TASKS: Final = (
    Task("polnear", ("polnear_train",)),
    Task("findings", ("findings_train",), rounds=3.0, weight=2.0, permissive=True),
    Task("openings", ("allsides_articles_lead",), rounds=0.0, weight=2.0, permissive=True),
    Task("babe", ("babe",), rounds=1.0, weight=1.0),
    Task("ptc", ("ptc_train",), rounds=0.7),
    Task("basil", ("basil_sentences",)),
    Task("factappeal", ("factappeal_train",), rounds=2.0, permissive=True),
    Task("newsmtsc", ("newsmtsc_train",), permissive=True),
    Task("ukraine", ("ukraine_bias",), weight=0.5),
    Task("subj", ("subj",), rounds=0.2, weight=0.3, permissive=True),
    Task("weasel", ("conll2010_weasel_all",), rounds=0.5, weight=0.3),
    Task("cw", ("cw_hard",), rounds=0.25, weight=0.3),
    Task("biased", ("biased_sents",), weight=0.3),
)
"""Sets by task. ``permissive``: licence stated and free of copyleft (CC BY, MIT) or made for this project."""
