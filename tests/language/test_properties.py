"""What holds for every text: spans exact, in order, apart; sentences tile; nothing crashes or runs away."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.language import names, quantities, quotations, sentences, words
from framing.types import Region

QUOTED = st.text(alphabet="\"'“”‘’«»`ab S.,?\n0", max_size=60)
PIECES = """Mr. U.S. a.m. He said, "We go." 'No,' 12 25% $3 million “Yes” Lind's in on Friday Aug. 15 2025 5'2" ... —
the of The Ann Lee President killed people 10-15 between and one half a dozen 9/11 F-16 e.g. www.a.org/B.C ?! ’90s"""
NEWSY = st.lists(st.sampled_from([*PIECES.split(), "\n"]), max_size=40).map(" ".join)
TEXTS = st.one_of(st.text(max_size=200), QUOTED, NEWSY)


def ordered(spans: Sequence[Any], text: str) -> None:
    last = 0
    for span in spans:
        assert last <= span.start < span.end <= len(text)
        assert text[span.start : span.end].strip()
        last = span.end


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_spans_are_exact_ordered_and_stable(text: str) -> None:
    split = sentences.split(text)
    for found in (
        split,
        quotations.find(text),
        quantities.find(text, "2025-08-17"),
        names.find(text, split),
        words.tokens(text),
    ):
        ordered(found, text)
    assert split == sentences.split(text)
    assert quotations.find(text) == quotations.find(text)
    assert quantities.find(text) == quantities.find(text)
    assert names.find(text, split) == names.find(text, split)


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), max_size=3))
def test_sentences_tile_the_text(text: str, cuts: list[tuple[int, int]]) -> None:
    regions: list[Region] = []
    at = 0
    for gap, length in cuts:
        start = min(at + gap, len(text))
        at = min(start + length, len(text))
        if start < at:
            regions.append(Region("caption", start, at))
    split = sentences.split(text, regions)
    ordered(split, text)
    covered = {i for s in split for i in range(s.start, s.end)}
    assert all(text[i].isspace() for i in range(len(text)) if i not in covered)
    paragraphs = [s.paragraph for s in split]
    assert paragraphs == sorted(paragraphs)
    assert set(paragraphs) == set(range(len(set(paragraphs))))
    for s in split:
        inside = [r for r in regions if r.start < s.end and s.start < r.end]
        assert [s.role] == ([r.kind for r in inside] or ["body"])
        assert all(r.start <= s.start and s.end <= r.end for r in inside)
        assert "\n" not in text[s.start : s.end]


@settings(max_examples=200, deadline=None)
@given(QUOTED)
def test_a_forgotten_mark_stays_in_its_paragraph(text: str) -> None:
    for quote in quotations.find(text):
        assert "\n" not in text[quote.start : quote.end]


@settings(max_examples=200, deadline=None)
@given(NEWSY, NEWSY)
def test_agreement_is_symmetric(a: str, b: str) -> None:
    for x in quantities.find(a, "2025-08-17"):
        if x.value is not None:
            assert not quantities.comparable(x, x) or quantities.agree(x, x)
        for y in quantities.find(b, "2025-08-17"):
            assert quantities.comparable(x, y) == quantities.comparable(y, x)
            assert quantities.agree(x, y) == quantities.agree(y, x)


FINDERS: dict[str, Callable[[str], object]] = {
    "sentences": sentences.split,
    "quotations": quotations.find,
    "quantities": quantities.find,
    "names": lambda text: names.find(text, sentences.split(text)),
    "words": words.tokens,
}
ADVERSARIAL = {
    "one line": "The talks with Ann Lee went on in Paris for 12 days. ",
    "no space": "a",
    "digits": "1",
    "commas": "1,",
    "stops": ".",
    "spaced stops": ". ",
    "spaces": " ",
    "straight doubles": '"',
    "open doubles": ' "a',
    "open curly": " ‘a",
    "mixed": " 'a \"b",
    "closers": "a' ",
    "inconsistent": " \"a' b' ",
    "capitals": "The ",
    "names": "Ann ",
    "number words": "one hundred and ",
    "ranges": "5-",
    "money": "$",
    "quoted attribute": '=" a',
    "initials": "A. ",
    "dotted": "A.",
    "hyphens": "a-",
    "dates": "May 5 ",
}


@pytest.mark.parametrize("finder", FINDERS)
@pytest.mark.parametrize("name", ADVERSARIAL)
def test_time_is_linear(finder: str, name: str) -> None:
    piece = ADVERSARIAL[name]
    small, large = (piece * (size // len(piece)) for size in (10_000, 100_000))
    find = FINDERS[finder]
    started = time.process_time()
    find(small)
    first = time.process_time() - started
    started = time.process_time()
    find(large)
    # Ten times the text: quadratic work would take a hundred times as long.
    assert time.process_time() - started < max(40 * first, 1.5)


@pytest.mark.parametrize("finder", FINDERS)
def test_a_megabyte_in_one_line_takes_seconds(finder: str) -> None:
    text = ADVERSARIAL["one line"] * 20_000
    assert len(text) > 1_000_000
    started = time.process_time()
    FINDERS[finder](text)
    assert time.process_time() - started < 10


@pytest.mark.slow
def test_a_hundred_thousand_quotation_marks_take_seconds() -> None:
    started = time.process_time()
    for piece in ('"a ', "'a ", '" a', "“a ", "‘a’ ", '"'):
        quotations.find(piece * 100_000)
    assert time.process_time() - started < 90
