"""Typed differences by minimal pairs, and what every difference must hold."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from framing.compare.differences import DETECTORS, between, wording
from framing.types import WordingSpan
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


def charged(article: str, text: str, words: str) -> object:
    from dataclasses import replace

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
