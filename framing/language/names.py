"""Proper names: where they stand, of what kind, and the longest form each goes by in the article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from framing.language import name_words as lists
from framing.language.gazetteer import DEMONYMS, METONYMS, ORGANISATION_WORDS, PLACE_WORDS
from framing.language.name_forms import Kind, canonical, counted, kind_of, known
from framing.types import Name, Sentence

__all__ = ["demonyms", "find", "metonyms"]

metonyms: Mapping[str, str] = METONYMS
"""Capital, seat or short name → the state or body it stands for: ``Moscow``, ``the Kremlin`` → ``Russia``."""

demonyms: Mapping[str, str] = DEMONYMS
"""Adjective or people → state: ``Russian``, ``Russians`` → ``Russia``."""

_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}(?:[^\W\d_]\b)?"  # U.S., J.K.
    # A hyphen goes on with a name only before a capital: Jean-Claude, but Russian-held.
    r"|[^\W\d_][\u0300-\u036f]*(?:[\w\u0300-\u036f]|[’'](?=[^\W\d_])|[-‐‑&](?=[A-ZÀ-ÖØ-Þ]))*\.?"
)
_LONGEST = 10  # words that one run of capitals may have: keeps the reading linear
_SILENT_ROLES = frozenset(("boilerplate", "copyright"))
_COUNTRY_SHORT = frozenset(("U.S.", "U.S", "US", "U.K.", "U.K", "UK", "U.N.", "UN", "EU", "E.U."))
_LONG_TITLES = tuple((title, tuple(title.split())) for title in lists.LONG_TITLES)
_LONG_TITLE_HEADS = frozenset(words[0] for _, words in _LONG_TITLES)


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    text: str  # without a possessive ending or a sentence's full stop
    first: bool  # begins a sentence or a quotation
    gap: str  # what stands between it and the token before

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()


@dataclass(frozen=True, slots=True)
class _Run:
    """Consecutive words that make one name."""

    tokens: tuple[_Token, ...]
    titled: bool
    article: bool

    @property
    def form(self) -> str:
        return " ".join(token.text for token in self.tokens).replace("’", "'")


def find(text: str, sentences: Sequence[Sentence]) -> tuple[Name, ...]:
    """The proper names in ``sentences``, in order; titles (President, Mr., Sen.) and possessive endings are left out.

    A word that begins a sentence counts only if another capitalised word follows it in the same name or it occurs
    capitalised inside a sentence too. ``canonical`` is the longest form in the article with the same last name (for
    persons), and the form itself where two people share that name. Boilerplate and copyright lines are passed over.
    """
    heard = [s for s in sentences if s.role not in _SILENT_ROLES]
    tokens = [list(_tokens(text, s)) for s in heard]
    headlines = [_is_headline(words, text[s.end - 1]) for words, s in zip(tokens, heard, strict=True)]
    inside, lower = _seen(tokens, headlines)
    runs: list[_Run] = []
    for sentence, loud in zip(tokens, headlines, strict=True):
        for at, end in _spans(sentence):
            article = at > 0 and sentence[at - 1].text.lower() in ("the", "a", "an") and _joins(sentence[at].gap)
            for run in _names(sentence[at:end], article):
                if run.tokens and _stands(run, inside, lower, loud):
                    runs.append(_without_opener(run, inside, lower))
    titled = {run.tokens[-1].text for run in runs if run.titled}
    kinds: dict[str, Kind] = {}
    for run in runs:
        kind = kind_of(run.form, titled=run.tokens[-1].text in titled, article=run.article)
        if kinds.get(run.form, "other") == "other":
            kinds[run.form] = kind
    longest = canonical(counted(run.form for run in runs), kinds)
    return tuple(
        Name(run.tokens[0].start, run.tokens[-1].end, longest[run.form], kinds[longest[run.form]]) for run in runs
    )


def _tokens(text: str, sentence: Sentence) -> Iterator[_Token]:
    last = sentence.start
    first = True
    for match in _WORD.finditer(text, sentence.start, sentence.end):
        start, end = match.span()
        word = match.group()
        if word.endswith(".") and not _keeps_stop(word):
            word, end = word[:-1], end - 1
        if word.endswith(("'s", "’s")):
            word, end = word[:-2], end - 2
        gap = text[last:start] if start - last < 12 else "\n"
        opened = first or gap.rstrip(" ")[-1:] in (".", "?", "!", ":", "\n") or gap[-1:] in ('"', "“", "‘", "'", "•")
        yield _Token(start, end, word, opened, gap)
        last, first = end, False


def _keeps_stop(word: str) -> bool:
    return word.count(".") > 1 or (len(word) == 2 and word[0].isupper()) or word[:-1] in lists.TITLES_WITH_STOP


def _seen(tokens: list[list[_Token]], headlines: list[bool]) -> tuple[frozenset[str], frozenset[str]]:
    """Words capitalised within a sentence (headlines aside), and words seen in lower case."""
    inside: set[str] = set()
    lower: set[str] = set()
    for sentence, loud in zip(tokens, headlines, strict=True):
        for token in sentence:
            if not token.capital:
                lower.add(token.text)
            elif not loud and not token.first:
                inside.add(token.text)
    return frozenset(inside), frozenset(lower)


def _is_headline(sentence: list[_Token], ending: str) -> bool:
    if ending == ".":
        return False
    long = [token for token in sentence[1:] if len(token.text) > 3]
    return len(long) >= 4 and sum(token.capital for token in long) >= 0.75 * len(long)


def _spans(sentence: list[_Token]) -> Iterator[tuple[int, int]]:
    """Index ranges of consecutive words that may belong to one name."""
    index = 0
    while index < len(sentence):
        if _may_be_name(sentence[index]):
            end = _span_end(sentence, index)
            yield index, end
            index = end
        else:
            index += 1


def _may_be_name(token: _Token) -> bool:
    return token.capital and token.text not in lists.NEVER and token.text not in ("I", "I'm", "I've", "I'll", "I'd")


def _span_end(sentence: list[_Token], index: int) -> int:
    end = index + 1
    while end < min(len(sentence), index + _LONGEST):
        token, before = sentence[end], sentence[end - 1]
        if not _joins(token.gap):
            break
        word = token.text.lower()
        if _may_be_name(token) or (word in lists.PARTICLES and _capital_follows(sentence, end, 3)):
            end += 1
        elif word == "of" and before.text in lists.TAKE_OF and _capital_follows(sentence, end, 2):
            end += 2 if sentence[end + 1].text == "the" else 1
        elif word in ("and", "for") and before.text in lists.TAKE_AND and _capital_follows(sentence, end, 1):
            end += 1
        else:
            break
    while end > index + 1 and not sentence[end - 1].capital:
        end -= 1
    return end


def _joins(gap: str) -> bool:
    return gap in (" ", "\xa0", " & ", ". ") or (gap.isspace() and "\n" not in gap and len(gap) < 3)


def _capital_follows(sentence: list[_Token], index: int, reach: int) -> bool:
    for token in sentence[index + 1 : index + 1 + reach]:
        if not _joins(token.gap):
            return False
        if token.capital:
            return True
        if token.text.lower() not in lists.PARTICLES and token.text != "the":
            return False
    return False


def _names(words: list[_Token], article: bool) -> Iterator[_Run]:
    """The names in one stretch of capitalised words: titles, openers and adjectives of nations part them."""
    while words and words[0].text in lists.OPENERS and (words[0].first or len(words) > 1):
        words, article = words[1:], words[0].text in ("The", "A", "An")
    start = index = 0
    titled = False
    while index < len(words):
        length = _title_at(words, index, start)
        if length:
            yield _Run(tuple(words[start:index]), titled, article)
            index += length
            start, titled, article = index, True, False
        elif _nation_at(words, index, start):
            yield _Run(tuple(words[start:index]), titled, article)
            yield _Run((words[index],), False, article)
            index += 1
            start, titled, article = index, False, False
        else:
            index += 1
    rest = words[start:]
    while rest and rest[-1].text in lists.OPENERS:
        rest = rest[:-1]
    yield _Run(tuple(rest), titled, article)


def _title_at(words: list[_Token], index: int, start: int) -> int:
    """How many words at ``index`` make a title that is no part of a name."""
    head = words[index].text.rstrip(".")
    if head in _LONG_TITLE_HEADS:
        here = tuple(token.text.rstrip(".") for token in words[index : index + 5])
        for _, title in _LONG_TITLES:
            if here[: len(title)] == title and not _body_goes_on(words, index + len(title)):
                return len(title)
    if head.rpartition("-")[2] not in lists.TITLES or _body_goes_on(words, index + 1):
        return 0
    return 1 if index == start or head in lists.TITLES_INSIDE else 0


def _body_goes_on(words: list[_Token], index: int) -> bool:
    """Whether the next word makes a body of what came before: Justice Department, Republican Party."""
    return index < len(words) and (words[index].text in ORGANISATION_WORDS or words[index].text in ("of", "and"))


def _nation_at(words: list[_Token], index: int, start: int) -> bool:
    """Whether an adjective of a nation or a short country name stands for itself within the stretch."""
    text = words[index].text
    if len(words) - start < 2 or (text not in DEMONYMS and text not in _COUNTRY_SHORT):
        return False
    rest = words[index + 1 :]
    if any(token.text.rstrip(".") in ORGANISATION_WORDS for token in rest):
        return False
    return text in _COUNTRY_SHORT or not rest or len(rest) >= 2 or rest[0].text.rstrip(".") in lists.TITLES


def _stands(run: _Run, inside: frozenset[str], lower: frozenset[str], loud: bool) -> bool:
    """Whether the capitals of a stretch mean a name, and not a sentence's beginning or a headline."""
    words = [token.text for token in run.tokens]
    if all(word in lists.COMMON for word in words):
        return False
    if len(words) > 1 and all(word.isupper() and len(word) > 1 for word in words):
        return known(" ".join(words).title())
    if len(words) > 1 or known(words[0]) or run.titled:
        return True
    if words[0] in ORGANISATION_WORDS or words[0] in PLACE_WORDS or words[0] in lists.EVENT_WORDS:
        return False  # a kind of thing, not a thing
    if words[0].lower() in lower and not (words[0] in inside and len(words[0]) > 3):
        return False
    return words[0] in inside if run.tokens[0].first or loud else True


def _without_opener(run: _Run, inside: frozenset[str], lower: frozenset[str]) -> _Run:
    """The run without a common word that only the sentence's beginning made a capital (``Defending Ortiz``)."""
    head = run.tokens[0]
    if len(run.tokens) < 2 or not head.first or head.text in inside or head.text in lists.FIRST_NAMES:
        return run
    common = head.text.lower() in lower or head.text.endswith(("ing", "ed", "ly"))
    rest_known = run.tokens[1].text in inside or known(run.tokens[1].text)
    if known(head.text) or known(run.form.title()) or not (common and rest_known):
        return run
    return _Run(run.tokens[1:], run.titled, False)
