"""Typed differences by minimal pairs, and what every difference must hold."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from framing.compare.differences import DETECTORS, Side, between, sources, wording
from framing.model.pair_reader import DIFFERENCES
from framing.types import Source, WordingSpan
from tests.compare.building import side

CASES = Path(__file__).parent / "cases"


def pairs(name: str, expected: str) -> list[tuple[str, str, str]]:
    groups = yaml.safe_load((CASES / f"{name}.yaml").read_text(encoding="utf-8"))
    return [
        (group.get("kind", "number"), *(part.strip() for part in pair.split("|")))
        for group in groups
        for pair in group[expected]
    ]


@pytest.mark.parametrize(("kind", "one", "other"), [*pairs("numbers", "different"), *pairs("meaning", "different")])
def test_tells_a_difference_in_either_order(kind: str, one: str, other: str) -> None:
    for a, b in ((one, other), (other, one)):
        first, second = side("a1", a), side("a2", b)
        found = [d for d in between(first, second) if d.kind == kind]
        assert found, f"no {kind}: {a} | {b}"
        texts = {"a1": first.text, "a2": second.text}
        assert set(found[0].between) == {"a1", "a2"}
        assert [place.article for place in found[0].spans] == list(found[0].between)
        for place in found[0].spans:
            assert place.span.of(texts[place.article]).strip()
        assert 0 < found[0].score <= 1
        assert "Outlet A1" in found[0].message
        assert "Outlet A2" in found[0].message or kind == "quote_altered"


@pytest.mark.parametrize(("kind", "one", "other"), [*pairs("numbers", "same"), *pairs("meaning", "same")])
def test_tells_none_where_the_same_is_said(kind: str, one: str, other: str) -> None:
    for a, b in ((one, other), (other, one)):
        found = [d.message for d in between(side("a1", a), side("a2", b)) if d.kind == kind]
        assert not found, found


def test_identical_sentences_differ_in_nothing() -> None:
    text = "At least 12 people may have been killed in Olm, Mara Lind said."
    assert between(side("a1", text), side("a2", text)) == ()


def test_a_later_figure_is_called_a_possible_update() -> None:
    early = side("a1", "Three people died in the fire.", published="2031-04-02T09:00")
    late = side("a2", "Five people died in the fire.", published="2031-04-02T18:00")
    (found,) = [d for d in between(early, late) if d.kind == "number"]
    assert "update" in found.message
    assert "Outlet A2 appeared later" in found.message


def test_directed_kinds_name_first_the_article_that_drops_or_raises() -> None:
    bare, sourced = side("a1", "The ferry left overloaded."), side("a2", "Mara Lind said the ferry left overloaded.")
    for a, b in ((bare, sourced), (sourced, bare)):
        (found,) = [d for d in between(a, b) if d.kind == "attribution_lost"]
        assert found.between == ("a1", "a2")
    flat, hedged = side("a1", "The storm closes the harbour."), side("a2", "The storm may close the harbour.")
    for a, b in ((flat, hedged), (hedged, flat)):
        (found,) = [d for d in between(a, b) if d.kind == "hedge"]
        assert found.between == ("a1", "a2")


def test_a_message_is_short() -> None:
    for _, one, other in [*pairs("numbers", "different"), *pairs("meaning", "different")]:
        for found in between(side("a1", one), side("a2", other)):
            assert len(found.message.split()) <= 30, found.message


@pytest.mark.parametrize(
    ("text", "words", "name", "expected"),
    [
        ("The dam was unsafe, the minister Mara Lind.", "the minister Mara Lind.", None, "the minister Mara Lind"),
        ("a U.S. official said so", "a U", None, None),
        ("U.S. officials said so", "S. officials", None, None),
        ("The valley Lind asks for", "The valley Lind", "Mara Lind", "Mara Lind"),
        ("he said so", "he", "Jon Tasker", "Jon Tasker"),
        ("Inspector Mara Lind said so", "Inspector Mara Lind", "Mara Lind", "Inspector Mara Lind"),
    ],
)
def test_a_source_is_called_by_whole_words(text: str, words: str, name: str | None, expected: str | None) -> None:
    start = text.index(words)
    assert sources.called(side("a1", text), Source(start, start + len(words), name)) == expected


def spoken(article: str, text: str, speaker: str) -> Side:
    made = side(article, text)
    quotes = tuple(replace(quote, speaker=speaker) for quote in made.annotation.quotes)
    return replace(made, annotation=replace(made.annotation, quotes=quotes))


def test_one_quotation_has_two_speakers_only_where_both_are_told_beside_it() -> None:
    words = "“The tunnel flooded twice last winter and nobody came,”"
    one = spoken("a1", f"{words} said Mara Lind.", "Mara Lind")
    other = spoken("a2", f"{words} said Jon Tasker.", "Jon Tasker")
    assert [d.kind for d in between(one, other) if d.kind == "quote_altered"]
    carried = spoken("a2", f"{words} the paper reads.", "Jon Tasker")
    assert not [d for d in between(one, carried) if d.kind == "quote_altered"]


def test_the_judge_is_believed_only_with_the_readers_assent() -> None:
    flat, hedged = (
        side("a1", "The storm shut the harbour of Olm."),
        side("a2", "The storm might have hurt Olm harbour."),
    )
    doubting = dict.fromkeys(DIFFERENCES, -6.0)
    assert not [d for d in between(flat, hedged, doubting) if d.kind == "hedge"]
    assert [d for d in between(flat, hedged, {**doubting, "hedge": 4.0}) if d.kind == "hedge"]


def charged(article: str, text: str, words: str) -> object:
    made = side(article, text)
    start = text.index(words)
    span = WordingSpan("W101", start, start + len(words), 0.9)
    return replace(made, annotation=replace(made.annotation, wording=(span,)))


def test_wording_is_told_only_of_the_outlets_own_words() -> None:
    plain = side("a1", "The council raised the fee for the market.")
    own = charged("a2", "The council shamelessly raised the fee for the market.", "shamelessly")
    found = wording.find(plain, own)  # type: ignore[arg-type]
    assert found is not None
    assert found.between == ("a2", "a1")
    assert "shamelessly" in found.message
    quoted = charged("a2", "“The council shamelessly raised the fee,” Mara Lind said.", "shamelessly")
    assert wording.find(plain, quoted) is None  # type: ignore[arg-type]


def test_no_wording_contrast_where_the_plain_side_uses_the_word_too() -> None:
    own = charged("a2", "The council shamelessly raised the fee.", "shamelessly")
    assert wording.find(side("a1", "“They shamelessly raised the fee,” Mara Lind said."), own) is None  # type: ignore[arg-type]


def test_every_kind_has_a_detector_with_a_page() -> None:
    import inspect
    import sys

    for kind, detect in DETECTORS.items():
        page = inspect.getdoc(sys.modules[detect.__module__])
        assert page is not None
        assert page.startswith(f"{kind}:")
