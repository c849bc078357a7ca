"""Which wording rule a marked span belongs to, where the words themselves tell.

The classifier marks words well and names the rule by likelihood, so that rare kinds lose to *loaded language*. A span
it gives to W101 goes to the rule whose word list holds its words: a softened phrase to W104, a judging label to W102,
intensifiers alone to W103.
"""

from __future__ import annotations

import re

from framing.annotate import lexicon
from framing.types import WordingSpan

_WORD = re.compile(r"[\w]+(?:[-'’][\w]+)*")
_SIZE = frozenset({"intensifiers", "superlatives"})


def rule_of(span: WordingSpan, text: str) -> str:
    """The code of the rule that shows the span: its own, unless it is W101 and a list of another rule has its words."""
    if span.rule != "W101":
        return span.rule
    words = [word.casefold().replace("’", "'") for word in _WORD.findall(span.span.of(text))]
    telling = [word for word in words if not lexicon.is_function_word(word)]
    together = lexicon.phrases(words)
    if any("euphemisms" in lists for lists in together):
        return "W104"
    singly = [lexicon.categories(word) for word in telling]
    if any("names_called" in lists and not lists & {"emotive_verbs", "figurative"} for lists in singly):
        return "W102"
    if len(singly) == 1 and singly[0] == {"euphemisms"}:
        return "W104"
    if singly and all(lists and lists <= _SIZE for lists in singly):
        return "W103"
    return span.rule
