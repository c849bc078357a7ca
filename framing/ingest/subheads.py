"""Subheads that run into the next sentence ("… he said. NO QUICK FIX The mayor …"), found from the text alone.

Pages that lose their line breaks leave subheads at the head of a sentence. Three builds give them away: a run of
capitals, a phrase behind which a word that can only open a sentence has its capital ("The long road back Among the …"),
and a headline (gerund, present tense, question word) behind which a name begins a clause with its own verb.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from framing.ingest.vocabulary import SENTENCE_OPENERS, word_set
from framing.types import Region, Span

_AFTER_SENTENCE = re.compile(r"(?<=[.!?…])(?<!\b[A-Z]\.)(?<!\b(?:Mr|Dr|Ms|St|Jr|Sr|Lt|vs)\.)(?<!\b(?:Mrs|Gen"
        r"|Sen|Rep|Gov|Col|Sgt|Rev|Inc)\.)[\"'”’)]*[ \t]+(?=[A-Z])")  # fmt: skip
_CAPITALS = re.compile(r"((?:[A-Z0-9][A-Z0-9'’&./\-]*[ ,]+){0,7}[A-Z][A-Z0-9'’&\-]*[A-Z?!])\s+(?=[A-Z][a-z]|[\"“])")
_TOKEN = re.compile(r"[^\W_](?:[\w'’\-]*[\w])?")
_MOST_WORDS = 11
_MOST_CHARACTERS = 90
_WINDOW = 420


_NO_BREAK_AFTER = word_set(
    """
    a about above after against all along although among an and any are around as at away be because been before
    behind below between beyond both but by called calls can could did do does down during each either every
    following for former from had has have he her hers his how if in including inside into is it its late like
    many may might more most must my named near new no nor not of off old on one onto or other our out outside
    over past per said says senior she should since so some such than that the their them then there these they
    this those though through throughout to told tells toward towards two three four five under until unlike up
    upon us via was we were what when where whether which while who whom whose why will with within without
    would yet you your dear despite except plus minus amid says adds added writes wrote newspaper magazine
    channel network show book film series song group company firm bank agency party ship city town village river
    mount lake fort camp street airport state county province region district island president senator minister
    chancellor king queen prince princess pope judge justice general colonel captain sergeant detective
    professor doctor coach star actor actress singer author writer reporter journalist correspondent anchor host
    analyst expert attorney lawyer lawmaker governor mayor candidate nominee rival ally aide adviser advisor
    spokesman spokeswoman spokesperson leader chief head chair chairman chairwoman secretary envoy ambassador
    diplomat official commissioner director founder owner billionaire businessman tycoon magnate activist victim
    suspect gunman wife husband son daughter father mother brother sister friend colleague partner deputy
    incumbent veteran then-president republican democrat rapper comedian guitarist economist historian scientist
    aboard staff executive co-founder cofounder suggest suggests show shows believe believes think thinks claim
    claims argue argues hope hopes fear fears want wants know knows find finds insist insists deny denies warn
    warns see sees mean means call name make makes made let help give gives president-elect hard
    """
)
_NOT_SUBHEAD_START = word_set(
    """
    speaking following citing according including regarding calling addressing asked asking saying noting adding
    writing quoting referring responding he she it they we i his her its their acting talking less mr mrs ms dr
    this that these those there
    """
)
_HEADLINE_VERBS = re.compile(
    r"(?:are|is|remains?|looms?|[a-z]{3,}(?:sses|shes|ches|xes|zes|kes|tes|ses|ces|ges|ves|mes|nes|res|les|des"
    r"|pes|ies|es|ns|ts|ks|rs|ls|ds|ms|ps|ws|ys|bs|gs))"
)
_QUESTION = word_set("what how why where")
_VERBS = word_set(
    """
    said says told requires allows makes is are was were has have had will would could can should did does began came
    went got made took gave won lost held met led saw sent kept left felt told spoke rose fell
    """
)
_CALENDAR = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September"
    r"|October|November|December"
)


def run_in(text: str, start: int, taken: Sequence[Region]) -> list[Span]:
    """The subheads in ``text[start:]`` that stand in one line with the sentence they head, in order.

    ``taken`` (in order) are the stretches already known to be no sentences; nothing is looked for in them.
    """
    closed = iter(taken)
    region = next(closed, None)
    found: list[Span] = []
    for place in _sentence_starts(text, start):
        while region is not None and region.end <= place:
            region = next(closed, None)
        if region is not None and region.start <= place:
            continue
        end = _capitals(text, place) or _headline(text, place)
        if end is not None:
            found.append(Span(place, end))
    return found


def _sentence_starts(text: str, start: int) -> Iterator[int]:
    for gap in _AFTER_SENTENCE.finditer(text, start):
        yield gap.end()


def _capitals(text: str, place: int) -> int | None:
    match = _CAPITALS.match(text, place, place + _WINDOW)
    if match is None:
        return None
    words = match[1].split()
    following = _TOKEN.match(text, match.end() + (text[match.end()] in '"“'))
    opens = following is not None and following[0].lower() in SENTENCE_OPENERS
    long_enough = any(sum(c.isalpha() for c in word) >= 5 for word in words)
    return match.end(1) if (len(words) >= 2 or opens) and long_enough else None


def _headline(text: str, place: int) -> int | None:
    """The end of a subhead in ordinary case at ``place``, or ``None``."""
    tokens = _plain_tokens(text, place)
    if len(tokens) < 4 or tokens[0][0].lower() in _NOT_SUBHEAD_START:
        return None
    for index in range(2, min(len(tokens) - 1, _MOST_WORDS + 1)):
        end = tokens[index - 1].end()
        if end - place > _MOST_CHARACTERS:
            return None
        if tokens[index][0][0].isupper() and _begins_sentence(text, tokens, index):
            return end
    return None


def _plain_tokens(text: str, place: int) -> list[re.Match[str]]:
    """Words from ``place`` on that only blanks part, and the first one behind a comma is not among them."""
    tokens: list[re.Match[str]] = []
    position = place
    limit = min(len(text), place + _WINDOW)
    while len(tokens) < _MOST_WORDS + 4:
        match = _TOKEN.match(text, position, limit)
        if match is None:
            break
        tokens.append(match)
        position = match.end()
        if text[position : position + 1] != " ":
            break
        position += 1
    return tokens


def _begins_sentence(text: str, tokens: list[re.Match[str]], index: int) -> bool:
    before, word = tokens[index - 1][0], tokens[index][0]
    after = tokens[index + 1][0] if index + 1 < len(tokens) else ""
    if _CALENDAR.fullmatch(word) or word in {"I", "I'm", "I've", "I'd", "I'll"} or not after:
        return False
    opens = word.lower() in SENTENCE_OPENERS and word.lower() != "one"
    head = [token[0] for token in tokens[:index]]
    if before[0].isupper():
        return opens and after[0].islower() and index >= 2 and _is_title_case(head) and word != "A"
    if tokens[index - 2][0] == "to":  # an infinitive and its object
        return False
    if not before.isalpha() or len(before) < 3 or before in _NO_BREAK_AFTER or before.endswith(("ed", "ing", "ly")):
        return False
    if opens:
        return after[0].islower() or (word == "The" and index >= 3 and _has_verb(text, tokens[index].start()))
    return _is_headline(head) and _is_clause(text, tokens, index)


def _is_title_case(head: list[str]) -> bool:
    small = {"a", "an", "the", "of", "and", "to", "in", "for", "on", "with", "at", "by", "or", "from"}
    return len(head) <= 8 and all(w[0].isupper() or w[0].isdigit() or w in small for w in head)


def _is_headline(head: list[str]) -> bool:
    """Whether ``head`` is built as a headline: a gerund phrase, a question, or a clause in the present tense."""
    if len(head) < 4:
        return False
    if head[0].endswith("ing") and len(head[0]) > 5:
        return not any(word in {"is", "are", "was", "were", "has", "have", "had", "will"} for word in head)
    if head[0].lower() in _QUESTION:
        return True
    verbs = [i for i, word in enumerate(head[1:4], 1) if word.islower() and _HEADLINE_VERBS.fullmatch(word)]
    articles = any(word in {"the", "a", "an", "The", "A", "An", "that", "who", "which"} for word in head)
    return bool(verbs) and verbs[0] < len(head) - 1 and not articles


def _is_clause(text: str, tokens: list[re.Match[str]], index: int) -> bool:
    """Whether a clause with its own subject and verb begins at ``tokens[index]``."""
    start = tokens[index].start()
    follow = text[tokens[index].end() : tokens[index].end() + 1]
    after = tokens[index + 1][0] if index + 1 < len(tokens) else ""
    named = (
        after[:1].isupper()
        or after[:1].isdigit()
        or follow == ","
        or after == "and"
        or after in _VERBS
        or after.endswith("ed")
    )
    return named and not tokens[index][0].endswith(("'s", "’s")) and _has_verb(text, start)


def _has_verb(text: str, start: int) -> bool:
    stop = re.compile(r"[.!?](?=\s|[\"”’)]|$)|\n").search(text, start, start + _WINDOW)
    clause = text[start : stop.start() if stop else start + _WINDOW]
    words = [word.strip(",;:\"'“”‘’()").lower() for word in clause.split()]
    return len(words) >= 6 and any(word in _VERBS or (word.endswith("ed") and len(word) > 4) for word in words[1:])
