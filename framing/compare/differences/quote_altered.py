"""quote_altered: both articles quote the same words, and inside the quotation marks the words are not the same.

Two quotations are the same utterance where they share four or more words in a row. Cutting at the edges is no
alteration: a reporter may quote less. Nor is a cut or an insertion that is marked ("…", "[sic]"), a contraction written
out, a figure for a number word, a British spelling, or a dropped "uh".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from framing.compare import content
from framing.compare.differences.sides import Side, difference
from framing.language.lexicon import lexicon
from framing.types import Difference, Quote, Span

#: Words in a row that make two quotations one utterance.
RUN = 4
#: Most words that may differ in one place before the two are taken for different sentences of one speech.
LARGEST_CHANGE = 6
#: Share of the words between the first and the last match that must match.
SIMILAR = 0.6

_FILLERS = lexicon("uh um er ah eh hmm well")
_FIGURES = {
    word: str(value)
    for value, word in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    )
}
_CONTRACTED = (
    ("can't", "can not"),
    ("cannot", "can not"),
    ("won't", "will not"),
    ("n't", " not"),
    ("'re", " are"),
    ("'ve", " have"),
    ("'ll", " will"),
    ("'m", " am"),
)
_MARKED = re.compile(r"\.\s?\.\s?\.|…|\[|\]|\(|\)|\*|--|—|&")
_SENTENCE_END = re.compile(r"[.!?;]")


class _Token(NamedTuple):
    plain: str
    start: int
    end: int
    quote: int


def find(a: Side, b: Side) -> Difference | None:
    """The first alteration, spans on the words that differ; ``None`` where none is shared or altered."""
    one, other = _tokens(a), _tokens(b)
    if len(one) < RUN or len(other) < RUN:
        return None
    blocks = [m for m in _matcher(one, other).get_matching_blocks() if m.size]
    if not any(m.size >= RUN for m in blocks):
        return None
    change = _change(a, b, one, other)
    if change is not None:
        here, there = change
        return difference(
            "quote_altered",
            a,
            b,
            (here, there),
            0.8,
            f"The quotation differs: {a.label} has {_context(a, here)}, {b.label} {_context(b, there)}.",
        )
    return _other_speaker(a, b, one, other)


def _matcher(one: Sequence[_Token], other: Sequence[_Token]) -> SequenceMatcher[str]:
    return SequenceMatcher(None, [t.plain for t in one], [t.plain for t in other], autojunk=False)


def _tokens(side: Side) -> list[_Token]:
    """The quoted words of the sentence in plain form, each with the number of its quotation."""
    found = []
    for number, quote in enumerate(side.quotes):
        start, end = max(quote.start, side.span.start), min(quote.end, side.span.end)
        for word in content.words(side.text[start:end], start):
            for plain in _plain(word.lower):
                found.append(_Token(plain, word.start, word.end, number))
    return found


def _plain(word: str) -> list[str]:
    word = word.replace(".", "") if not word[0].isdigit() else word
    for short, long in _CONTRACTED:
        if word.endswith(short):
            word = word[: -len(short)] + long
            break
    parts = [_FIGURES.get(part, part) for part in word.replace("-", " ").split() if part not in _FILLERS]
    return [re.sub(r"is(e|ed|es|ing|ation)$", r"iz\1", re.sub(r"our(s|ed|ing)?$", r"or\1", part)) for part in parts]


def _change(a: Side, b: Side, one: Sequence[_Token], other: Sequence[_Token]) -> tuple[Span, Span] | None:
    """Where the words differ between two stretches of shared words."""
    operations = _matcher(one, other).get_opcodes()
    for index, (name, i1, i2, j1, j2) in enumerate(operations):
        if name == "equal" or index == 0 or index == len(operations) - 1:
            continue
        before, after = operations[index - 1], operations[index + 1]
        run_before, run_after = before[2] - before[1], after[2] - after[1]
        if max(i2 - i1, j2 - j1) > LARGEST_CHANGE or min(run_before, run_after) < 2 or run_before + run_after < RUN + 1:
            continue
        if not (_one_piece(one, i1 - 1, i2) and _one_piece(other, j1 - 1, j2)):
            continue
        here = Span(one[i1 - 1].start, one[i2].end)
        there = Span(other[j1 - 1].start, other[j2].end)
        if _MARKED.search(here.of(a.text)) or _MARKED.search(there.of(b.text)):
            continue
        if name != "replace" and _break(a, b, here, there):
            continue
        return here, there
    return None


def _one_piece(tokens: Sequence[_Token], first: int, last: int) -> bool:
    return tokens[first].quote == tokens[last].quote


def _break(a: Side, b: Side, here: Span, there: Span) -> bool:
    """Whether a whole sentence was left out: its end stands in the longer stretch but not in the shorter."""
    return bool(_SENTENCE_END.search(here.of(a.text))) != bool(_SENTENCE_END.search(there.of(b.text)))


def _context(side: Side, span: Span) -> str:
    """The changed words with three more on each side, inside the sentence."""
    words = [w for w in side.words if w.end > span.start - 40 and w.start < span.end + 40]
    left = [w for w in words if w.end <= span.start][-3:]
    right = [w for w in words if w.start >= span.end][:3]
    return side.said(Span(left[0].start if left else span.start, right[-1].end if right else span.end), 10)


def _other_speaker(a: Side, b: Side, one: Sequence[_Token], other: Sequence[_Token]) -> Difference | None:
    """The same words in two mouths."""
    match = max(_matcher(one, other).get_matching_blocks(), key=lambda m: m.size)
    if match.size < max(RUN + 2, SIMILAR * min(len(one), len(other))):
        return None
    here, there = a.quotes[one[match.a].quote], b.quotes[other[match.b].quote]
    if not (_differ(here, there) and _told_here(a, here) and _told_here(b, there)):
        return None
    return difference(
        "quote_altered",
        a,
        b,
        (here.span, there.span),
        0.7,
        f"The same words, {a.said(here.span, 8)}, are given to two speakers: {a.label} has them from {here.speaker}, "
        f"{b.label} from {there.speaker}.",
    )


def _told_here(side: Side, quote: Quote) -> bool:
    """Whether the sentence itself tells who speaks, beside the quotation: a speaker carried over may be wrong."""
    beside = frozenset(content.stem(w.lower) for w in side.own_words(side.words))
    return quote.speaker is not None and bool(content.content_stems(quote.speaker) & beside)


def _differ(here: Quote, there: Quote) -> bool:
    if not here.speaker or not there.speaker:
        return False
    return not content.content_stems(here.speaker) & content.content_stems(there.speaker)
