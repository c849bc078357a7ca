"""Attribution and voice: minimal pairs from YAML, and properties that hold on any text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from framing.annotate import attribution, speakers, voice
from framing.language import names, quotations, sentences
from framing.types import Attribution, Quote, Span

CASES = Path(__file__).parent / "cases"
Read = tuple[tuple[Quote, ...], tuple[Attribution, ...]]


def _read(text: str) -> Read:
    parted = sentences.split(text)
    quotes = quotations.find(text)
    found = attribution.find(text, parted, quotes, names.find(text, parted))
    return speakers.name_quotes(text, quotes, found), found


def _cases() -> list[Any]:
    cases = []
    for path in sorted(CASES.glob("attribution_*.yaml")):
        for group, entries in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            cases += [pytest.param(entry, id=f"{group}-{n}") for n, entry in enumerate(entries, 1)]
    return cases


@pytest.mark.parametrize("case", _cases())
def test_minimal_pair(case: dict[str, Any]) -> None:
    text = case["text"]
    quotes, found = _read(text)
    for words, expected, speaker, *assumed in case.get("voices", []):
        start = text.index(words)
        got = voice.at(Span(start, start + len(words)), quotes, found)
        assert got == (expected, speaker, bool(assumed and assumed[0])), words
    if case.get("none"):
        assert found == ()
    for wanted in case.get("says", []):
        assert any(_fits(text, wanted, a) for a in found), (wanted, [_shown(text, a) for a in found])


def _fits(text: str, wanted: dict[str, Any], got: Attribution) -> bool:
    source = got.source.span.of(text) if got.source is not None else None
    facts = {
        "source": source,
        "name": got.source.name if got.source is not None else None,
        "kind": got.kind,
        "rung": got.rung,
        "reason": got.reason_given,
        "assumed": got.assumed,
    }
    content = " … ".join(span.of(text) for span in got.content)
    return wanted.get("content", "") in content and all(v == facts[k] for k, v in wanted.items() if k != "content")


def _shown(text: str, got: Attribution) -> tuple[Any, ...]:
    source = (got.source.span.of(text), got.source.name) if got.source is not None else None
    return source, got.kind, got.rung, got.reason_given, got.assumed, [c.of(text) for c in got.content]


PIECES = st.sampled_from(
    ["Anna Weber", "said", "that", "police", "according to", "told", "he", "called", ",", ".", '"', "“", "”", "'", "’",
     " ", " ", " ", "\n\n", "the plan", "is", "denied", "claim", "(", ")", "—", ":", ";", "as", "saying", "\x00", "é",
     "🙂"]
)  # fmt: skip


TEXTS = st.one_of(
    st.text(max_size=300), st.lists(PIECES, max_size=60).map("".join), st.lists(PIECES, max_size=60).map(" ".join)
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.one_of(
        st.text(max_size=300), st.lists(PIECES, max_size=60).map("".join), st.lists(PIECES, max_size=60).map(" ".join)
    )
)
def test_any_text_gives_spans_within_it(text: str) -> None:
    quotes, found = _read(text)
    for a in found:
        assert a.content
        spans = [*a.content, a.cue or a.content[0], a.source.span if a.source is not None else a.content[0]]
        for span in spans:
            assert 0 <= span.start < span.end <= len(text)
            assert not span.of(text)[0].isspace()
        assert a.assumed == (a.cue is None)
    assert list(found) == sorted(found, key=lambda a: (a.content[0].start, a.content[0].end, a.assumed))
    voices = voice.of_sentences(text, sentences.split(text), quotes, found)
    assert len(voices) == len(sentences.split(text))


def test_same_text_same_answer() -> None:
    text = '"We lost," Anna Weber said. "Badly." The police said a man fled. He ran far.'
    assert _read(text) == _read(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge is closed.", "own"),
        ('"The bridge is closed for good and will stay so," Anna Weber said.', "quoted"),
        ("The bridge is closed for good and will stay so, Anna Weber said.", "attributed"),
        ("The bridge was shut on Monday after Anna Weber said that it might fall very soon.", "mixed"),
    ],
)
def test_voice_of_a_sentence(text: str, expected: str) -> None:
    quotes, found = _read(text)
    assert voice.of_sentences(text, sentences.split(text), quotes, found) == (expected,)


def test_a_continued_quotation_has_its_speaker() -> None:
    text = '"We lost," Anna Weber said. "It was a rout."'
    quotes, _ = _read(text)
    assert [q.speaker for q in quotes] == ["Anna Weber", "Anna Weber"]


def test_captions_and_credits_attribute_nothing() -> None:
    text = "Anna Weber said the bridge is closed."
    (sentence,) = sentences.split(text)
    from dataclasses import replace

    caption = (replace(sentence, role="caption"),)
    assert attribution.find(text, caption, (), names.find(text, caption)) == ()
