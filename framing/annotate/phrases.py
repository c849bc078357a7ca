"""Tokens and noun phrases, found without a parser: enough to tell who stands before or after a reporting verb."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from framing.annotate import cues, roles
from framing.language.lexicon import lexicon
from framing.types import Quote, Span

_TOKEN = re.compile(
    r"(?:[A-Za-z]\.){2,}"
    r"|(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Maj|Adm|Prof|Rev|Hon|St|Jr|Sr|No|Inc|Corp|Ltd|Co)\."
    r"|[A-Z]\.(?=\s+[A-Z])"
    r"|--+"
    r"|\w+(?:[’'&.\-‑]\w+)*(?:[’'](?=\s))?"
    r"|[^\w\s]"
)

QUOTE_MARKS: Final[frozenset[str]] = frozenset("\"“”„«»'‘’`")
DASHES: Final[frozenset[str]] = frozenset(("—", "–", "--", "---", "-"))
STOPS: Final[frozenset[str]] = frozenset((",", ";", ":", "(", ")", "[", "]", ".", "!", "?", "…", "/", "|", *DASHES))

PERSONAL: Final[frozenset[str]] = lexicon("he she they i we it who")
BE: Final[frozenset[str]] = lexicon("is are was were be been being am isn't aren't wasn't weren't")
AUXILIARIES: Final[frozenset[str]] = BE | lexicon(
    """has have had having do does did will would can could may might must shall should hasn't haven't hadn't don't
    doesn't didn't won't wouldn't can't cannot couldn't mustn't shouldn't to"""
)
NEGATIONS: Final[frozenset[str]] = lexicon(
    """not never don't doesn't didn't won't wouldn't can't cannot couldn't hasn't haven't hadn't isn't aren't wasn't
    weren't shouldn't"""
)
ADVERBS: Final[frozenset[str]] = lexicon(
    """also later then again further earlier still already now since once even just simply both all instead once first
    often sometimes always ever never not too twice thus so meanwhile however long previously"""
)
SUBORDINATORS: Final[frozenset[str]] = lexicon(
    """that but while although though because since as when whenever if whether where after before until till unless so
    than once why how what which yet or nor despite whereas except amid following"""
)
PREPOSITIONS: Final[frozenset[str]] = lexicon(
    """of for at in with from on by to into onto about against between among under over near inside outside during
    within without through across toward towards behind beyond upon around alongside via per"""
)
DETERMINERS: Final[frozenset[str]] = lexicon(
    """the a an this that these those his her its their our my your some many several most all both each every another
    other no any one two three four five six few more various numerous"""
)
OBJECT_PRONOUNS: Final[frozenset[str]] = lexicon(
    "him her them me us it you this that himself herself itself themselves"
)
DAYS: Final[frozenset[str]] = lexicon(
    """monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight january february march
    april may june july august september october november december"""
)
IRREGULAR_PAST: Final[frozenset[str]] = lexicon(
    """went gave took made got came saw began met left held put set let kept stood won lost fell rose ran sent spent
    brought bought fought caught led built paid grew drew broke spoke chose rode drove threw hit cut became sat shot
    struck sank dealt sold heard laid lay wore bore hurt bent kept wound swept sought meant spread fled did had was
    were"""
)
_ADVERB_ENDING = re.compile(r"[a-z]{3,}ly$")
_NOT_ADVERB: Final[frozenset[str]] = lexicon("family reply ally supply assembly italy july early daily only")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark; ``quote`` is the index of the speech quotation it stands in, or -1."""

    start: int
    end: int
    text: str
    low: str
    quote: int = -1

    @property
    def is_word(self) -> bool:
        return self.text[0].isalnum()

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()

    @property
    def possessive(self) -> bool:
        return self.low.endswith(("'s", "’s", "s'", "s’"))


def tokenise(text: str, start: int, end: int, quotes: Sequence[tuple[int, Quote]] = ()) -> list[Token]:
    """The tokens of ``text[start:end]``; ``quotes`` are the quotations that touch it, each with its index."""
    inside = [(i, q) for i, q in quotes if q.kind == "speech"]
    tokens = []
    for match in _TOKEN.finditer(text, start, end):
        word = match.group()
        owner = next((i for i, q in inside if q.start <= match.start() < q.end), -1)
        tokens.append(Token(match.start(), match.end(), word, word.lower().replace("’", "'"), owner))
    return tokens


def is_adverb(low: str) -> bool:
    """Whether the word may stand between a subject and its verb."""
    return low in ADVERBS or (bool(_ADVERB_ENDING.match(low)) and low not in _NOT_ADVERB)


def is_verb_like(token: Token) -> bool:
    """Whether the word is probably a finite verb: an auxiliary, a common past form, a reporting verb."""
    low = token.low
    if low in AUXILIARIES and low != "to":
        return True
    if token.capital or low in cues.NOUN_LIKE:
        return False
    return low in IRREGULAR_PAST or low in cues.VERBS


def has_finite_verb(tokens: Sequence[Token]) -> bool:
    """Whether a clause may be made of these tokens."""
    for i, token in enumerate(tokens):
        if token.low in AUXILIARIES and token.low not in ("to", "being", "having", "been", "be"):
            return True
        if token.low.endswith(("'s", "'re", "'ve", "'ll", "'d")) and token.low[:-2].rstrip("'") in (
            *PERSONAL, "that", "there", "what", "here", "you"):  # fmt: skip
            return True
        if i and not token.capital and token.quote < 0:
            if token.low in IRREGULAR_PAST or (token.low in cues.VERBS and token.low not in cues.NOUN_LIKE):
                return True
            previous = tokens[i - 1]
            if token.low.endswith("ed") and previous.low not in DETERMINERS and len(token.low) > 4:
                return True
            if previous.low in ("he", "she", "they", "it", "we", "i", "you", "who", "which"):
                return True
            if (
                token.low.endswith("s")
                and previous.capital
                and not previous.possessive
                and i > 0
                and len(token.low) > 3
            ):
                return True
    return False


def verb_group(tokens: Sequence[Token], verb: int) -> int:
    """Index of the first token of the verb group that ends in the verb at ``verb``: ``has repeatedly said``."""
    first = verb
    while first > 0:
        previous = tokens[first - 1]
        if previous.quote >= 0 or not (previous.low in AUXILIARIES or is_adverb(previous.low)):
            break
        if previous.capital and previous.low not in ADVERBS:
            break
        first -= 1
    return first


def phrase_left(tokens: Sequence[Token], stop: int) -> int | None:
    """Index where the noun phrase begins that ends right before ``stop``; ``None`` where none stands there."""
    first = stop
    conjunction: int | None = None
    while first > 0:
        token = tokens[first - 1]
        if token.quote >= 0:
            break
        if token.text in QUOTE_MARKS:
            first -= 1
            continue
        if token.text == ")":
            opened = next((k for k in range(first - 2, max(first - 8, -1), -1) if tokens[k].text == "("), None)
            if opened is None or (first == stop and opened == 0):
                break
            first = opened
            continue
        if token.text == ".":
            break
        if not token.is_word:
            break
        if token.low == "who" and first < stop:
            first -= 1
            continue
        if token.low in SUBORDINATORS or (token.low in PERSONAL and token.low != "it"):
            break
        if token.low == "and":
            conjunction = conjunction if conjunction is not None else first
            first -= 1
            continue
        if is_verb_like(token):
            relative = _relative_clause(tokens, first - 1)
            if relative is None:
                break
            first = relative
            continue
        first -= 1
    if conjunction is not None and first > 0 and is_verb_like(tokens[first - 1]):
        first = conjunction  # "cut the tax and the minister said": the phrase begins after "and"
    first = _strip_front(tokens, first, stop)
    first = _past_object(tokens, first, stop)
    while first < stop and tokens[first].text in QUOTE_MARKS:
        first += 1
    if first >= stop or not any(t.is_word for t in tokens[first:stop]):
        return None
    return first


def _past_object(tokens: Sequence[Token], first: int, stop: int) -> int:
    """Drop the object of a bare relative clause: ``a compromise [Lee] called fair``, not ``the actor Lee``."""
    if first >= stop or tokens[first].low not in DETERMINERS:
        return first
    for k in range(stop - 1, first, -1):
        token, before = tokens[k], tokens[k - 1]
        if not token.is_word or not before.is_word or token.possessive:
            return first
        if token.capital and not before.capital and before.low not in PREPOSITIONS | DETERMINERS | {"and"}:
            lawful = (
                before.low in roles.PEOPLE or before.low in roles.BODIES or before.low.endswith(roles.AGENT_ENDINGS)
            )
            return first if lawful or before.low.endswith("'s") or k == first else k
        if not token.capital:
            return first
    return first


def _relative_clause(tokens: Sequence[Token], verb: int) -> int | None:
    """Index of the ``who`` whose clause holds the verb at ``verb``, or ``None``."""
    for k in range(verb - 1, max(verb - 8, -1), -1):
        if not tokens[k].is_word or tokens[k].quote >= 0:
            return None
        if tokens[k].low == "who":
            return k if k > 0 and tokens[k - 1].is_word else None
        if tokens[k].low in SUBORDINATORS:
            return None
    return None


def _strip_front(tokens: Sequence[Token], first: int, stop: int) -> int:
    """Drop conjunctions, adverbs and fronted prepositional phrases of time from the front of a phrase."""
    moved = True
    while moved and first < stop:
        moved = False
        low = tokens[first].low
        if low in ("and", "but", "or", "so", "yet", "then", "meanwhile", "still", "instead", "also", "however") or (
            is_adverb(low) and low not in ("both", "all", "most")
        ):
            first, moved = first + 1, True
        elif low in ("on", "in", "at", "by", "during", "late", "early", "last", "this", "earlier") and first + 1 < stop:
            for k in range(first + 1, min(first + 4, stop)):
                if tokens[k].low in DAYS or tokens[k].low in ("week", "month", "year", "night", "morning"):
                    first, moved = k + 1, True
                    break
            else:
                if low in ("on", "in", "at", "by", "during"):
                    return stop
        elif low in DAYS and first + 1 < stop:
            first, moved = first + 1, True
        elif low in PREPOSITIONS:
            return stop
    return first


def phrase_right(tokens: Sequence[Token], begin: int) -> int:
    """Index after the noun phrase that begins at ``begin``; equals ``begin`` where none does."""
    last = begin
    n = len(tokens)
    while last < n:
        token = tokens[last]
        if token.quote >= 0:
            break
        if token.text == "(":
            closed = next((k for k in range(last + 1, min(last + 7, n)) if tokens[k].text == ")"), None)
            if closed is None or last == begin:
                break
            last = closed + 1
            continue
        if token.text in QUOTE_MARKS and last > begin:
            last += 1
            continue
        if not token.is_word:
            break
        if token.low in SUBORDINATORS or (token.low in DAYS and last > begin):
            break
        if last > begin and (
            (is_verb_like(token) and not token.low.endswith("ing")) or token.low in ("who", "on", "to", "during", "by")
        ):
            break
        if last > begin and token.low in ("in", "at") and _is_occasion(tokens, last):
            break
        if is_adverb(token.low) and token.low not in ("both", "all") and last > begin:
            break
        last += 1
    while last > begin and tokens[last - 1].low in ("and", "of", "in", "at", "the", "a", "for", "with", "from"):
        last -= 1
    return last


def _is_occasion(tokens: Sequence[Token], index: int) -> bool:
    """Whether ``in``/``at`` opens words on the occasion of speaking: ``in a statement``, ``at a rally``."""
    following = [t.low for t in tokens[index + 1 : index + 5]]
    return bool(following) and (
        following[0] in ("a", "an", "his", "her", "their", "remarks", "response", "comments", "testimony")
        or any(w in DAYS for w in following[:2])
        or any(
            w in ("conference", "interview", "statement", "hearing", "rally", "briefing", "speech") for w in following
        )
    )


def appositions(tokens: Sequence[Token], first: int, stop: int) -> tuple[int, int]:
    """Widen the phrase ``[first, stop)`` after an inverted verb by appositions: ``Ana Ruiz, head of the union,``."""
    last = stop
    n = len(tokens)
    while last < n and tokens[last].text == "," and last + 1 < n and tokens[last + 1].quote < 0:
        begin = last + 1
        if tokens[begin].low in ("who", "whose", "which"):
            clause = [t.low for t in tokens[begin + 1 : begin + 9]]
            if any(w in cues.VERBS and w not in cues.NOUN_LIKE for w in clause[:3]):
                break
            end = _until_comma(tokens, begin)
        elif (
            tokens[begin].low in SUBORDINATORS
            or is_verb_like(tokens[begin])
            or tokens[begin].low in ("and", "but", "adding", "saying", "noting")
            or (tokens[begin].low in cues.VERBS and tokens[begin].low not in cues.NOUN_LIKE)
            or (tokens[begin].low.endswith("ing") and not tokens[begin].capital)
        ):
            break
        else:
            end = _until_comma(tokens, begin)
        if end == begin:
            break
        last = end
    return first, last


def _until_comma(tokens: Sequence[Token], begin: int) -> int:
    for k in range(begin, len(tokens)):
        if tokens[k].quote >= 0 or tokens[k].text in (",", ";", ":", ".", "!", "?") or tokens[k].text in DASHES:
            return k
    return len(tokens)


def span(tokens: Sequence[Token], first: int, stop: int) -> Span:
    """The characters from token ``first`` up to token ``stop``, exclusive."""
    return Span(tokens[first].start, tokens[stop - 1].end)
